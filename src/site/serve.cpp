#include "site/serve.hpp"

#include <memory>

#include "package/organisation.hpp"
#include "site/site.hpp"

namespace site {

std::optional<ServeFault> serve(const Options& options,
                                const std::function<void(const std::string&, const std::string&)>& ready) {
    auto organisation = package::open(options.package);
    if (!organisation) return std::move(organisation.error());
    std::optional<Site> site;  // made once the port is known, before anybody is answered
    auto server = http::Server::listen(
        [&site](const http::Request& request) { return site->answer(request); },
        {.address = options.address, .port = options.port, .threads = options.threads, .limits = {}});
    if (!server) return std::move(server.error());
    const std::string host =
        options.address == "127.0.0.1" || options.address == "0.0.0.0" ? "localhost" : options.address;
    const std::string listening = "http://" + host + ":" + std::to_string(server->port());
    std::string root = options.url.empty() ? listening : options.url;
    while (root.ends_with('/')) root.pop_back();
    site.emplace(std::move(*organisation), options.today, std::move(root));
    site->prepare();
    ready(site->name(), listening + "/");
    server->run();
    return std::nullopt;
}

}  // namespace site
