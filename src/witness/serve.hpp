// A witness over HTTP, with its mirrors: the program of a capital.
//
//   POST /add-checkpoint              c2sp.org/tlog-witness
//   GET  /HEX/checkpoint              the latest cosigned checkpoint. HEX is the SHA-256 of the origin
//   GET  /replayed/HEX/checkpoint     the same with the second statement
//   GET  /mirror/HEX/…                the copy of the log: checkpoint, tile/… (c2sp.org/tlog-tiles)
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"
#include "http/server.hpp"
#include "witness/mirror.hpp"
#include "witness/witness.hpp"

namespace witness {

/// Replays the acts of one log: what the second statement vouches for beyond the tree. Given by whoever knows
/// the law. Used by one thread at a time.
class Replay {
public:
    Replay() = default;
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;
    virtual ~Replay() = default;
    /// Entries from index `first`, which follow those of the call before (the first one begins at 0). An
    /// error, in words, where a seal does not hold, the law does not follow, or a file that an entry names
    /// cannot be had: nothing is stated then, and this object is not asked again.
    virtual std::expected<void, std::string> replay(std::uint64_t first,
                                                    const std::vector<std::string>& entries) = 0;
};
/// For the log of this origin; null where it is not replayed.
using ReplayOf = std::function<std::unique_ptr<Replay>(const std::string& origin)>;

/// Keeps the copy of one log up with what its witness cosigned, replays it, and makes the second statement.
/// Used by one thread at a time.
class Follower {
public:
    /// `replay` makes what replays, from the first entry on; it may be empty, or give null. After a refusal
    /// the next round begins with another: a file may have been out of reach.
    Follower(Witness& witness, const Log& log, FetchFile fetch,
             std::function<std::unique_ptr<Replay>()> replay);
    /// One round. What went wrong, in words, for those who run the program; empty where all is well.
    std::string follow();
    std::uint64_t mirrored() const { return mirror_ ? mirror_->size() : 0; }
    std::uint64_t replayed() const { return replayed_; }

private:
    std::string replay();

    Witness& witness_;
    std::string hex_;
    FetchFile fetch_;
    std::function<std::unique_ptr<Replay>()> make_replay_;
    std::unique_ptr<Replay> replay_;
    std::optional<Mirror> mirror_;
    std::uint64_t replayed_ = 0;
    std::string stated_;  // the note of the last second statement
};

/// The folder of the copy of a log.
Path mirror_folder(const Witness& witness, const std::string& hex);

/// Answers to GET and to POST.
http::Response answer(const Witness& witness, const http::Request& request);
http::Response answer_post(Witness& witness, const http::Request& request);

struct Options {
    Setup setup;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    unsigned threads = 2;
    /// Empty: nothing is replayed.
    ReplayOf replay = {};
    /// A copy is brought up at each cosignature, and tried again after this where that failed.
    std::chrono::milliseconds mirror_again{30'000};
};

using ServeFault = std::variant<OpenFault, http::ListenFault>;

/// Serves until the process is told to end (SIGINT, SIGTERM). `ready` is told the port when it listens.
std::expected<void, ServeFault> serve(Options options, const std::function<void(std::uint16_t)>& ready);

}  // namespace witness
