// A witness (c2sp.org/tlog-witness): says of a log, by its own key, that it has only ever grown.
//
// It keeps for each log the largest checkpoint that it cosigned, whole, and cosigns another only where a
// proof ties the two. What it keeps is durable before its signature leaves. What a log signed and cannot
// stand for is kept as evidence. Knows no acts and no sockets.
//
//   FOLDER/logs                   policy lines "log VKEY [URL]" (merkle/policy.hpp), written by the operator
//   FOLDER/known/HEX              the origin: this log was known once. HEX is the SHA-256 of the origin
//   FOLDER/checkpoints/HEX        the largest cosigned checkpoint, or "none\n"
//   FOLDER/replayed/HEX           the same for the second statement (see keep_replayed)
//   FOLDER/evidence/NAME          evidence.hpp; written once, never changed
//   FOLDER/lock                   held by the program that runs
//
// A log that is in known/ and not in checkpoints/ has lost its state: to cosign it from nothing could help it
// to a second history. The witness does not start until somebody says that this is what he wants.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/add_checkpoint.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "witness/evidence.hpp"
#include "witness/files.hpp"

namespace witness {

/// A log that is witnessed. One origin is one log for ever, whatever keys it had.
struct Log {
    std::string origin;
    std::vector<merkle::VerifierKey> keys;  // their name is the origin
    std::string url;                        // where its tiles are; empty: not known

    /// The name of its files and of its addresses: the SHA-256 of the origin in hexadecimal.
    std::string hex() const;
};

/// What came of a request.
enum class Verdict {
    cosigned,
    unknown_origin,   // 404
    not_signed,       // 403: by no key of the origin, or a line of such a key does not hold
    malformed,        // 400: the request, the note or the checkpoint
    old_beyond_new,   // 400: the old size is more than that of the checkpoint
    other_size,       // 409: the witness is at another size than the sender believes
    bad_empty_root,   // 422: size 0 with a root that is not that of no leaves
    other_root,       // 422: the same size with another root. Evidence was kept
    bad_proof,        // 422: the path does not tie the checkpoint to the last one
    clock_went_back,  // 503: further than may be waited for
    not_kept,  // 503: the disk failed, now or before. Nothing is cosigned until the program starts anew
};
/// "other_size": as tests, answers and JSON write it.
std::string_view name_of(Verdict verdict);

struct Answer {
    Verdict verdict = Verdict::malformed;
    std::string lines = {};  // of `cosigned`: the lines of signatures
    std::uint64_t size = 0;  // of `other_size`: where the witness is
};

/// POSIX seconds.
using Now = std::function<std::uint64_t()>;
std::uint64_t system_seconds();

struct Setup {
    Path folder;
    merkle::Signer signer;
    /// By another key, "has replayed"; empty: that statement is not made.
    std::optional<merkle::Signer> replayer = std::nullopt;
    Now now = system_seconds;
    /// A log whose state was lost is begun from nothing.
    bool first_use = false;
    /// A cosignature never says an earlier time than one before. Where the clock went back by no more than
    /// this many seconds the last time is said again; beyond it nothing is cosigned until the clock is right.
    std::uint64_t most_clock_back = 300;
    /// Evidence of the kind `unproved` kept of a log, at most: whoever has a signed checkpoint can send it
    /// with a path that does not hold. Of `split` all is kept.
    std::size_t most_unproved = 1'000;
    /// Told in words what those who run the program should know. May be called from several threads.
    std::function<void(const std::string&)> report = [](const std::string&) {};
    /// Called when a checkpoint is durable and its cosignature not given away yet. Tests end the world here.
    std::function<void()> kept = [] {};
};

struct OpenFault {
    enum class Code {
        disk,        // reading or writing failed
        in_use,      // another program runs on this folder
        bad_logs,    // the file `logs` is not there, cannot be read or names no log
        bad_key,     // a key of the wrong type, or one key for both statements
        lost_state,  // a log that was known has no checkpoint any more
        unreadable,  // a checkpoint that was kept cannot be read or is not the log's: unknown, and no fraud
    };
    Code code;
    std::string what;  // the file or the origin, and the system's words
};
std::string_view name_of(OpenFault::Code code);

/// All of it may be called from several threads at once.
class Witness {
public:
    static std::expected<std::unique_ptr<Witness>, OpenFault> open(Setup setup);

    const std::vector<Log>& logs() const { return logs_; }
    const Setup& setup() const { return setup_; }

    /// The body of a request to add-checkpoint. One of several at a time for one origin.
    Answer add_checkpoint(std::string_view body);

    /// The latest cosigned checkpoint of a log by the hexadecimal digits of its origin, with the lines of log
    /// and witness; empty where there is none.
    std::optional<std::string> checkpoint(std::string_view hex) const;
    /// The same with the second statement.
    std::optional<std::string> replayed(std::string_view hex) const;

    /// Makes the second statement about a checkpoint that checkpoint() gave, and keeps it. The caller vouches
    /// for having stored and replayed all of it. Says no where a larger one was stated before, where there is
    /// no key for it, or where the note is not one that this witness cosigned.
    Verdict keep_replayed(std::string_view hex, std::string_view cosigned_note);

    /// Puts evidence into its folder, once for one pair of checkpoints. The file's name.
    OnDisk<std::string> keep_evidence(const Evidence& evidence);

private:
    struct Held {  // what is known of a log
        const Log* log = nullptr;
        mutable std::mutex mutex;
        std::optional<merkle::Checkpoint> last;  // empty: nothing was cosigned
        std::string note;                        // the same, whole
        std::uint64_t replayed_size = 0;
        std::string replayed_note;
        std::size_t unproved = 0;  // files of evidence
    };
    struct Asked;

    explicit Witness(Setup setup) : setup_(std::move(setup)) {}
    std::expected<void, OpenFault> read_folder();
    std::expected<void, OpenFault> read_logs();
    std::expected<void, OpenFault> read_state(Held& held);
    std::expected<void, OpenFault> read_replayed(Held& held);
    std::expected<void, OpenFault> read_behind(Held& held) const;

    Held* find(std::string_view hex) const;
    std::expected<Asked, Verdict> examine(std::string_view body);
    Answer decide(Held& held, const Asked& asked);
    Answer cosign(Held& held, const Asked& asked);
    void accuse(Held& held, const Asked& asked, Evidence::Kind kind);
    std::optional<std::uint64_t> time_to_say();
    void note_time(const merkle::Note& note, const merkle::VerifierKey& key);
    bool keep(const Path& file, const std::string& note);

    Setup setup_;
    std::optional<FolderLock> lock_;
    std::vector<Log> logs_;
    std::map<std::string, std::unique_ptr<Held>, std::less<>> held_;  // by hex
    std::mutex time_mutex_;
    std::uint64_t last_time_ = 0;
    std::atomic<bool> disk_failed_ = false;
};

}  // namespace witness
