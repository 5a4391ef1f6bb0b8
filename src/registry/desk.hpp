// The desk: what is handed in is read, examined, given its place, and kept under a signed checkpoint; or sent
// back.
//
// One thread gives places. It takes whatever came in while the last batch was being kept, examines it in
// order of arrival, and keeps it in one durable step (store.hpp); nobody waits for a clock. Signatures are
// verified before, in the threads of those who hand in.
//
// The desk closes itself rather than sign what it cannot stand for: after a failure of the store, where
// another holds the pen, where a witness or the guard file knows a longer log. What follows is refused with
// the reason; to go on, it is opened anew.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "merkle/note.hpp"
#include "registry/book.hpp"

namespace registry {

/// Acts kept in one step: a larger batch makes everybody in it wait longer than it saves.
inline constexpr std::size_t largest_batch = 512;
/// Acts that wait for their place. Beyond it the desk says that it is busy: some two seconds of work.
inline constexpr std::size_t most_waiting = 16'384;

/// Why the desk does not take anything now. Nothing is wrong with what was handed in.
struct Closed {
    enum class Why {
        busy,          // too many are waiting
        stopping,      // the program ends
        store_failed,  // problem
        pen_lost,      // another server writes
        longer_known,  // who, size, ours: a witness or the guard file knows a longer log, or another at our
                       // size
        clock_back,    // today, known: the day of this machine lies before what is on record
        edge_differs,  // what is stored is not what was signed
        rulebook_unread,  // a rulebook on record cannot be read
    };
    Why why;
    seals::Facts facts;
    friend bool operator==(const Closed&, const Closed&) = default;
};
std::string_view name_of(Closed::Why why);

/// Where an act stands.
struct Receipt {
    std::uint64_t entry = 0;
    merkle::Hash digest{};
    base::Day known_on = base::Day::first();
    std::string checkpoint;  // as the log signed it, of the batch in which it was kept
    /// From the entry to that checkpoint; none where the store could not be read just then. The entry stands
    /// all the same.
    std::optional<std::vector<merkle::Hash>> path;
    bool was_on_record = false;  // the same sealed bytes stood there before
};

using Outcome = std::variant<Receipt, Refusal, Closed>;

/// What is handed in: an entry without `known_on`, and what belongs to it.
struct Submission {
    std::string entry;
    std::vector<store::File> files;
    std::vector<store::Annex> annexes;
    /// Of a package that is entered: the day on which the act became known. Only the program's own; none:
    /// today.
    std::optional<base::Day> known_on = {};
};

/// A checkpoint that somebody else knows of this log.
struct KnownElsewhere {
    std::string who;
    std::uint64_t size;
    std::optional<merkle::Hash> root;
};

struct DeskOptions {
    store::Store& store;  // with the pen
    const merkle::Signer& log;
    std::function<base::Day()> today;
    /// A file that remembers the largest checkpoint ever signed, so that an older copy of the store is
    /// noticed. Empty: none.
    std::string guard = {};
    /// Called from a thread of the guard's own, with the system's words, when the file cannot be written: an
    /// older copy would not be noticed then.
    std::function<void(const std::string& problem)> guard_failed = {};
    std::vector<KnownElsewhere> known_elsewhere = {};
    /// Called after each batch, by the thread that keeps it, before those who wait are answered.
    std::function<void(const store::Head&)> kept = {};
    /// The index of a long log, where there is one (index_file.hpp). Empty: all of it is read.
    std::string index = {};
    /// Reads an entry again for as long as what was made of the log is held, even after the desk. Empty: all
    /// acts stay in memory, and there is no index.
    ReadEntry entries = {};
    /// The registrar's key, by which the desk itself enters what its senders demand. Null: it enters nothing
    /// by itself.
    const merkle::SecretKey* registrar = nullptr;
};

class Desk {
public:
    /// Reads the log again, or its index and the rest, compares its right edge, the guard and what others
    /// know with it. A store without entries is opened too: its first entry opens the log.
    static std::expected<std::unique_ptr<Desk>, Closed> open(DeskOptions options);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    using Answer = std::move_only_function<void(Outcome)>;
    /// Verifies the seals in this thread; `answer` is called once, from here or from the desk's thread. Of
    /// files and annexes those are kept that the entry names; of an act that is withheld also those that the
    /// act in its annex names. Every open file that it names is handed in or in the store, and so is all that
    /// an act carries that is handed in and withheld. Handed in again, an entry on record brings the files
    /// and annexes that it names and the store lacks; an annex that was taken away does not come back. While
    /// the store cannot be read nobody is refused for it: the answer is `store_failed`, and the desk goes on.
    void submit(Submission submission, Answer answer);
    /// The same, waiting.
    Outcome submit(Submission submission);

    /// Puts a refusal on record, on the demand of the one to whom it was told: `note` is the log's, and is
    /// about `submitted`, which holds a seal of an accredited key. Needs the registrar's key.
    void log_refusal(std::string_view note, std::string_view submitted, Answer answer);
    Outcome log_refusal(std::string_view note, std::string_view submitted);

    /// The entry with this digest; empty where there is none.
    store::Expected<std::optional<std::uint64_t>> find(const merkle::Hash& digest) const;
    /// What would be answered instead of keeping it: a refusal, or that the store cannot be read. Nothing is
    /// kept.
    std::optional<Outcome> examine(const Read& read) const;
    /// Calls `look` while nothing changes.
    void look(const std::function<void(const Book&)>& look) const;
    /// The head after the last batch.
    store::Head head() const;
    /// Why it takes nothing; empty while it does.
    std::optional<Closed> closed() const;
    /// Closes it for a reason found outside: a witness that knows a longer log.
    void close(Closed why);

private:
    struct State;
    explicit Desk(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The head's roots: of any size up to its own, kept for those asked for lately. For one thread.
class Roots {
public:
    explicit Roots(const store::Store& store);
    /// Of the first `size` of `end` leaves; empty beyond. A fault where the store cannot be read.
    store::Expected<std::optional<merkle::Hash>> operator()(std::uint64_t size, std::uint64_t end);
    /// A root that is known already.
    void remember(std::uint64_t size, const merkle::Hash& root);

private:
    const store::Store& store_;
    std::map<std::uint64_t, merkle::Hash> kept_;
    std::map<std::uint64_t, merkle::Hash> earlier_;  // goes when so many others have been asked for
};

}  // namespace registry
