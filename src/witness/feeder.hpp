// The log's side: brings each new checkpoint to the witnesses, and their cosignatures home.
//
// A thread for each witness, so that slow and dead ones hold up nobody. All are offered the same checkpoint,
// that of a tick; whoever is not done with it when the next comes goes on with the newest. A witness's word
// is believed where it is proved: a cosignature by its key, a size beyond ours by our own signature.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "merkle/tree.hpp"
#include "witness/asking.hpp"
#include "witness/witness.hpp"

namespace witness {

/// A cosignature that was verified.
struct Brought {
    std::string witness;  // its name in the policy
    std::uint64_t size;
    merkle::SignatureLine line;
};

/// A witness knows of a log that ours is not: a larger one, or another of the same size.
struct Alarm {
    std::string witness;
    std::uint64_t size;  // as the witness says
    /// A checkpoint with our own signature that our log cannot stand for: we were rolled back, or another
    /// signs with our key. Empty: the witness says so and shows nothing, which may be its own fault.
    std::string proof;
};

/// Why a witness has not cosigned the last checkpoint it was offered.
enum class Feeding {
    waiting,  // was not asked yet
    cosigned,
    not_reached,   // no connection, no answer in time
    refused,       // a status that is neither 200 nor 409
    bad_answer,    // what it answered is none of what it may
    bad_line,      // no line by its key that holds for this checkpoint
    future_time,   // a time that is not yet
    earlier_time,  // a time before that of its last cosignature
    beyond_us,     // says that it knows a larger log than ours
    no_path,       // our own tree could not be read
};
/// "bad_line": as tests and JSON write it.
std::string_view name_of(Feeding feeding);

/// How it stands with one witness.
struct Standing {
    std::string witness;
    Feeding last = Feeding::waiting;
    std::string problem;                // of the last attempt, in words; for those who run the server
    std::optional<std::uint64_t> size;  // where it is, as it said or cosigned last
    std::uint64_t cosigned_at = 0;      // POSIX seconds, by its own clock; 0: never
    unsigned failures = 0;              // in a row
};

/// All of it may be called from several threads at once.
class Feeder {
public:
    struct Setup {
        /// The log's keys; their name is its origin.
        std::vector<merkle::VerifierKey> log;
        /// Those without an address are left out.
        std::vector<merkle::Policy::Witness> witnesses;
        /// Cosigners of a statement that is made in its own time ("replayed"): not asked to sign, but looked
        /// at now and then. Their address is what stands before "/HEX/checkpoint".
        std::vector<merkle::Policy::Witness> replayers = {};
        /// Reads the nodes of our tree at a size, for proofs. From several threads at once, and what it gives
        /// is used by one.
        std::function<merkle::ReadNode(std::uint64_t size)> nodes;
        /// These are called from the senders' threads, and hold up their own sender alone.
        std::function<void(const Brought&)> brought;
        std::function<void(const Alarm&)> alarm = [](const Alarm&) {};
        Now now = system_seconds;
        /// Between one checkpoint that is offered and the next, at least.
        std::chrono::milliseconds tick{1'000};
        /// A witness that is up to date is asked anew after this, for a fresh time.
        std::chrono::milliseconds refresh{30 * 60 * 1'000};
        /// Replayers are looked at as often.
        std::chrono::milliseconds look{15'000};
        /// After a failure; doubled at each further one.
        std::chrono::milliseconds first_pause{500};
        std::chrono::milliseconds longest_pause{60'000};
        std::chrono::milliseconds answer_within{10'000};
        /// A cosignature's time may be ahead of our clock by so many seconds.
        std::uint64_t most_ahead = 120;
    };

    explicit Feeder(Setup setup);
    Feeder(const Feeder&) = delete;
    Feeder& operator=(const Feeder&) = delete;
    /// Ends the senders; what is under way is given up.
    ~Feeder();

    /// The newest checkpoint, signed by the log: a whole note. One that is smaller than the last, or no
    /// checkpoint of this log, is not taken. Returns at once.
    bool offer(const std::string& checkpoint);

    std::vector<Standing> standings() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Offered {
        merkle::Checkpoint checkpoint;
        std::string text;  // what is signed
        std::string note;
        std::uint64_t number;  // of the tick
    };
    struct Sender {
        merkle::Policy::Witness witness;
        Standing standing;       // with the mutex held
        std::uint64_t done = 0;  // the tick whose checkpoint it cosigned
        Clock::time_point not_before = {};
        Clock::time_point refresh_at = {};
    };
    struct Outcome {
        Feeding feeding;
        std::string problem = {};
        std::optional<Brought> brought = {};
    };

    void send(const std::stop_token& stop, Sender& sender);
    void watch(const std::stop_token& stop, Sender& sender);
    void advance(Clock::time_point now);
    Clock::time_point due(const Sender& sender) const;
    void settle(Sender& sender, const Offered& offered, const Outcome& outcome);
    Outcome bring(Sender& sender, const Offered& offered, const std::stop_token& stop);
    Outcome take(Sender& sender, const Offered& offered, std::string_view lines);
    Outcome accept(Sender& sender, std::uint64_t size, const merkle::SignatureLine& line);
    Outcome beyond(Sender& sender, std::uint64_t size, const std::stop_token& stop);
    std::string proof_against_us(const Sender& sender, const std::stop_token& stop);
    bool ours(const merkle::Checkpoint& checkpoint);
    std::uint64_t largest() const;

    const Setup setup_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::shared_ptr<const Offered> newest_;   // waits for its tick
    std::shared_ptr<const Offered> current_;  // what all are offered
    Clock::time_point next_tick_ = Clock::time_point::min();
    std::uint64_t version_ = 0;  // of the two above
    std::vector<std::unique_ptr<Sender>> senders_;
    std::vector<std::jthread> threads_;  // last: they end first
};

}  // namespace witness
