#include "witness/serve.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <utility>

namespace witness {
namespace {

constexpr std::string_view octets = "application/octet-stream";
constexpr std::string_view size_type = "text/x.tlog.size";
/// A checkpoint changes at any time; a tile or a bundle never.
constexpr std::string_view brief = "public, max-age=5";
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

http::Response not_found() { return http::text("not found\n", 404); }

int status_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::cosigned:
            return 200;
        case Verdict::unknown_origin:
            return 404;
        case Verdict::not_signed:
            return 403;
        case Verdict::malformed:
        case Verdict::old_beyond_new:
            return 400;
        case Verdict::other_size:
            return 409;
        case Verdict::bad_empty_root:
        case Verdict::other_root:
        case Verdict::bad_proof:
            return 422;
        case Verdict::clock_went_back:
        case Verdict::not_kept:
            return 503;
    }
    std::unreachable();
}

http::Response checkpoint_or_none(std::optional<std::string> note) {
    if (!note) return not_found();
    return http::text(*std::move(note)).with("Cache-Control", std::string(brief));
}

/// Takes the part before the next slash off `path`, and the slash.
std::string_view take_part(std::string_view& path) {
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end == path.npos ? path.size() : end + 1);
    return part;
}

/// A file of the copy. Its path is one that TilePath writes, so it leads nowhere else.
http::Response mirrored(const Witness& witness, std::string_view hex, std::string_view path) {
    if (!std::ranges::any_of(witness.logs(), [&](const Log& log) { return log.hex() == hex; }))
        return not_found();
    const bool is_checkpoint = path == "checkpoint";
    if (!is_checkpoint && !merkle::TilePath::read(path)) return not_found();
    const auto bytes = read_file(mirror_folder(witness, std::string(hex)) / path, longest_bundle);
    if (!bytes) return http::text("the disk failed\n", 503);
    if (is_checkpoint) return checkpoint_or_none(*bytes);
    if (!*bytes) return not_found();
    return http::content(std::string(octets), **bytes).with("Cache-Control", std::string(for_ever));
}

/// Lets those who follow know that there is something new.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        ++rung_;
        heard_.notify_all();
    }
    /// Returns when it was rung after `heard` times, after `at_most`, or when told to stop. How often it was
    /// rung.
    std::uint64_t wait(std::uint64_t heard, std::chrono::milliseconds at_most, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        heard_.wait_for(lock, stop, at_most, [&] { return rung_ != heard; });
        return rung_;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any heard_;
    std::uint64_t rung_ = 0;
};

/// After the first failure of its kind; then `Options::mirror_again`.
constexpr std::chrono::milliseconds first_again{2'000};

/// One log's thread.
void follow(const std::stop_token& stop, Witness& witness, const Log& log, const Options& options,
            Bell& bell) {
    Follower follower(witness, log, over_http(log.url, stop), [&] {
        return options.replay ? options.replay(log.origin) : std::unique_ptr<Replay>();
    });
    std::string fault, said;
    std::chrono::milliseconds pause = options.mirror_again;
    for (std::uint64_t heard = 0; !stop.stop_requested(); heard = bell.wait(heard, pause, stop)) {
        std::string before = std::exchange(fault, follower.follow());
        if (stop.stop_requested()) return;
        // A log that has just started may not be reached at once: tried again soon, and told if it stays so.
        const bool again = !fault.empty() && before == fault;
        if (again && fault != said) witness.setup().report(log.origin + ": " + fault);
        if (again || fault.empty()) said = fault;
        pause = fault.empty() || again ? options.mirror_again : std::min(first_again, options.mirror_again);
    }
}

}  // namespace

Path mirror_folder(const Witness& witness, const std::string& hex) {
    return witness.setup().folder / "mirror" / hex;
}

// -- following
// -----------------------------------------------------------------------------------------------

Follower::Follower(Witness& witness, const Log& log, FetchFile fetch,
                   std::function<std::unique_ptr<Replay>()> replay)
    : witness_(witness), hex_(log.hex()), fetch_(std::move(fetch)), make_replay_(std::move(replay)) {}

std::string Follower::follow() {
    const auto told = [](const MirrorFault& fault) {
        return "mirror: " + std::string(name_of(fault.code)) + ": " + fault.what;
    };
    if (!mirror_) {
        auto opened = Mirror::open(
            {.folder = mirror_folder(witness_, hex_), .evidence = witness_.setup().folder / "evidence"});
        if (!opened) return told(opened.error());
        mirror_ = *std::move(opened);
    }
    const auto note = witness_.checkpoint(hex_);
    if (!note) return "";
    if (const auto pulled = mirror_->pull(*note, fetch_); !pulled) return told(pulled.error());
    if (*note == stated_) return "";
    if (!replay_ && make_replay_) {
        replay_ = make_replay_();
        replayed_ = 0;
    }
    if (!replay_) return "";
    if (std::string refused = replay(); !refused.empty()) return refused;
    const Verdict verdict = witness_.keep_replayed(hex_, *note);
    if (verdict == Verdict::cosigned) stated_ = *note;
    return verdict == Verdict::cosigned ? "" : "replayed: " + std::string(name_of(verdict));
}

std::string Follower::replay() {
    while (replayed_ < mirror_->size()) {
        const auto entries = mirror_->entries(replayed_);
        if (!entries)
            return "replay: " + std::string(name_of(entries.error().code)) + ": " + entries.error().what;
        if (const auto replayed = replay_->replay(replayed_, *entries); !replayed) {
            replay_.reset();
            return "replay: refused from entry " + std::to_string(replayed_) + ": " + replayed.error();
        }
        replayed_ += entries->size();
    }
    return "";
}

// -- answering
// -----------------------------------------------------------------------------------------------

http::Response answer(const Witness& witness, const http::Request& request) {
    std::string_view path = request.path;
    path.remove_prefix(1);
    std::string_view first = take_part(path);
    if (first == "mirror") {
        first = take_part(path);
        return mirrored(witness, first, path);
    }
    if (first == "replayed") {
        first = take_part(path);
        return path == "checkpoint" ? checkpoint_or_none(witness.replayed(first)) : not_found();
    }
    return path == "checkpoint" ? checkpoint_or_none(witness.checkpoint(first)) : not_found();
}

http::Response answer_post(Witness& witness, const http::Request& request) {
    if (request.path != "/add-checkpoint") return not_found();
    Answer answer = witness.add_checkpoint(request.body);
    const int status = status_of(answer.verdict);
    if (answer.verdict == Verdict::cosigned) return http::text(std::move(answer.lines));
    if (answer.verdict == Verdict::other_size)
        return http::content(std::string(size_type), std::to_string(answer.size) + "\n", status);
    return http::text(std::string(name_of(answer.verdict)) + "\n", status);
}

std::expected<void, ServeFault> serve(Options options, const std::function<void(std::uint16_t)>& ready) {
    Bell bell;
    options.setup.kept = [&bell, kept = std::move(options.setup.kept)] {
        kept();
        bell.ring();
    };
    auto opened = Witness::open(std::move(options.setup));
    if (!opened) return std::unexpected(std::move(opened.error()));
    Witness& witness = **opened;
    auto server = http::Server::listen(
        [&witness](const http::Request& request) { return answer(witness, request); },
        [&witness](const http::Request& request, http::Reply reply) { reply(answer_post(witness, request)); },
        {.address = options.address,
         .port = options.port,
         .threads = options.threads,
         .limits = {.post_body_bytes = merkle::longest_add_checkpoint}});
    if (!server) return std::unexpected(std::move(server.error()));
    std::vector<std::jthread> followers;
    for (const Log& log : witness.logs()) {
        if (log.url.empty()) continue;
        followers.emplace_back([&witness, &log, &options, &bell](const std::stop_token& stop) {
            follow(stop, witness, log, options, bell);
        });
    }
    ready(server->port());
    server->run();
    return {};
}

}  // namespace witness
