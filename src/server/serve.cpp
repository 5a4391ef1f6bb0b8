#include "server/serve.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>

#include "package/organisation.hpp"
#include "registry/submission.hpp"
#include "server/log_api.hpp"
#include "site/site.hpp"

namespace server {
namespace {

/// Acts of a record whose long lists are made ahead, some tenths of a second. Those of a longer one would
/// take longer than anybody waits for a server, and are made when they are asked for.
constexpr std::size_t most_prepared = 5'000;

// The site of the present state: answered from by all threads, replaced when the log has grown.
class Sites {
public:
    std::shared_ptr<const site::Site> now() const {
        const std::lock_guard lock(mutex_);
        return site_;
    }
    void put(std::shared_ptr<const site::Site> site) {
        const std::lock_guard lock(mutex_);
        site_.swap(site);
    }

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const site::Site> site_;
};

http::Response not_yet() {
    return http::text("No rulebook has been published in this log yet.\n", 503).with("Retry-After", "5");
}

}  // namespace

std::optional<ServeFault> serve(const Options& options,
                                const std::function<void(const std::string&, const std::string&)>& ready) {
    Sites sites;
    std::unique_ptr<Station> station;
    std::optional<package::Organisation> organisation;
    std::error_code error;
    if (std::filesystem::is_directory(options.log.store, error)) {
        auto opened = package::open(options.log.store);
        if (!opened) return std::move(opened.error());
        organisation = std::move(*opened);
    } else {
        auto opened = Station::open(options.log);
        if (!opened) return std::move(opened.error());
        station = std::move(*opened);
    }

    http::Options listen{
        .address = options.address, .port = options.port, .threads = options.threads, .limits = {}};
    listen.limits.post_body_bytes = registry::longest_submission;
    const auto get = [&sites, &station](const http::Request& request) {
        if (station) {
            if (auto answer = answer_log(*station, request)) return std::move(*answer);
        }
        const auto site = sites.now();
        return site ? site->answer(request) : not_yet();
    };
    auto server = station ? http::Server::listen(
                                get,
                                [&station](http::Request request, http::Reply reply) {
                                    take_post(*station, std::move(request), std::move(reply));
                                },
                                listen)
                          : http::Server::listen(get, listen);
    if (!server) return std::move(server.error());

    const std::string host =
        options.address == "127.0.0.1" || options.address == "0.0.0.0" ? "localhost" : options.address;
    const std::string listening = "http://" + host + ":" + std::to_string(server->port());
    std::string root = options.url.empty() ? listening : options.url;
    while (root.ends_with('/')) root.pop_back();
    const auto make = [&](package::Organisation made, std::shared_ptr<const site::Log> log) {
        auto site = std::make_shared<site::Site>(std::move(made), options.log.today, root, std::move(log));
        if (site->entries() <= most_prepared) site->prepare();
        return site;
    };
    std::string name = "Depositary";
    if (station) {
        if (const auto state = station->state()) {
            auto site = make(state->organisation, state->log);
            name = site->name();
            sites.put(std::move(site));
        }
        station->on_change([&](const std::shared_ptr<const Station::State>& state) {
            sites.put(make(state->organisation, state->log));
        });
    } else {
        auto site = make(std::move(*organisation), nullptr);
        name = site->name();
        sites.put(std::move(site));
    }
    ready(name, listening + "/");
    server->run();
    station.reset();  // before what it tells of changes goes
    return std::nullopt;
}

}  // namespace server
