#include "registry/desk.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <future>
#include <iterator>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/base64.hpp"
#include "base/id.hpp"
#include "merkle/checkpoint.hpp"
#include "registry/guard.hpp"
#include "registry/index_file.hpp"
#include "registry/recent.hpp"
#include "registry/refusal.hpp"

namespace registry {
namespace {

/// Roots of earlier sizes kept, twice: those who seal name the newest checkpoint they saw, so a few are asked
/// for again and again, and stay however many new ones come.
constexpr std::size_t most_roots_kept = 2'048;

Closed closed_by(const store::Fault& fault) {
    const bool lost =
        fault.trouble == store::Trouble::pen_lost || fault.trouble == store::Trouble::other_holds_pen;
    return {lost ? Closed::Why::pen_lost : Closed::Why::store_failed,
            {{"trouble", std::string(store::name_of(fault.trouble))}, {"problem", fault.problem}}};
}

Closed differs(std::string what, std::uint64_t size) {
    return {Closed::Why::edge_differs, {{"what", std::move(what)}, {"size", std::to_string(size)}}};
}

Closed not_understood(std::uint64_t entry, const Refusal& refusal) {
    return {Closed::Why::rulebook_unread, {{"entry", std::to_string(entry)}, {"code", code_of(refusal)}}};
}

Refusal refused(seals::Code code, seals::Facts facts) { return {seals::Fault{code, std::move(facts)}}; }

bool is_annex_of(const store::Annex& annex, const seals::FileNote& note) {
    return note.commitment == annex.commitment;
}

// The files that the act of an entry carries. Of an act that is withheld they stand in its annex, as it was
// handed in now or before; none where it was not, or holds no act.
store::Expected<std::vector<seals::FileNote>> files_carried(const seals::Entry& entry,
                                                            const std::vector<store::Annex>& annexes,
                                                            const store::Store& store) {
    if (!entry.withheld || annexes.empty()) return entry.files;
    const auto files_in = [](const store::Annex& annex) {
        auto act = seals::read_content(annex.bytes);
        return act ? std::move(act->files) : std::vector<seals::FileNote>();
    };
    const merkle::Hash& commitment = entry.withheld->commitment;
    const auto given = std::ranges::find(annexes, commitment, &store::Annex::commitment);
    if (given != annexes.end()) return files_in(*given);
    const auto kept = store.annex(commitment);
    if (!kept) return std::unexpected(kept.error());
    return *kept ? files_in(**kept) : std::vector<seals::FileNote>();
}

// Of what was handed in with an entry, what the entry names and what is what it says it is. The store takes
// nothing else, and would refuse all that is kept at the same time.
store::Expected<void> keep_what_is_named(Submission& submission, const seals::Entry& entry,
                                         const store::Store& store) {
    std::erase_if(submission.files, [&](const store::File& file) {
        return std::ranges::none_of(entry.files,
                                    [&](const auto& note) { return note.sha256 == file.sha256; }) ||
               merkle::sha256(file.bytes) != file.sha256;
    });
    std::erase_if(submission.annexes, [](const store::Annex& annex) {
        return annex.salt.size() != seals::salt_bytes ||
               seals::commitment_of(annex.salt, annex.bytes) != annex.commitment;
    });
    const auto carried = files_carried(entry, submission.annexes, store);
    if (!carried) return std::unexpected(carried.error());
    std::erase_if(submission.annexes, [&](const store::Annex& annex) {
        const bool is_act = entry.withheld && entry.withheld->commitment == annex.commitment;
        return !is_act &&
               std::ranges::none_of(*carried, [&](const auto& note) { return is_annex_of(annex, note); });
    });
    return {};
}

// Bytes that were changed under the store are in it all the same: the scrubber tells, and nothing is written
// over them.
bool is_damaged(const auto& found) { return !found && found.error().trouble == store::Trouble::damaged; }

/// Hexadecimal digits of what was handed in, in the id of the act that says it was refused.
constexpr std::size_t digits_in_id = 32;

}  // namespace

std::string_view name_of(Closed::Why why) {
    constexpr std::array<std::string_view, 8> names{"busy",         "stopping",       "store_failed",
                                                    "pen_lost",     "longer_known",   "clock_back",
                                                    "edge_differs", "rulebook_unread"};
    return names[static_cast<std::size_t>(why)];
}

Roots::Roots(const store::Store& store) : store_(store) {}

store::Expected<std::optional<merkle::Hash>> Roots::operator()(std::uint64_t size, std::uint64_t end) {
    if (size > end) return std::nullopt;
    if (size == 0) return merkle::empty_root();
    if (const auto found = kept_.find(size); found != kept_.end()) return found->second;
    if (const auto found = earlier_.find(size); found != earlier_.end()) {
        const merkle::Hash root = found->second;
        remember(size, root);
        return root;
    }
    const auto edge = merkle::edge_of(size, store::nodes_of(store_, size));
    if (!edge)
        return std::unexpected(store::Fault{
            store::Trouble::failed, "the tree of " + std::to_string(size) + " entries could not be read"});
    remember(size, edge->root());
    return edge->root();
}

void Roots::remember(std::uint64_t size, const merkle::Hash& root) {
    if (kept_.size() >= most_roots_kept) earlier_ = std::exchange(kept_, {});
    kept_.insert_or_assign(size, root);
}

struct Desk::State {
    explicit State(DeskOptions given)
        : options(std::move(given)),
          roots(options.store),
          book(reader(), {}, options.entries),
          nodes(options.store, {}) {}

    struct Waiting {
        Submission submission;
        Read read;
        merkle::Hash digest;
        Answer answer;
        bool by_registrar = false;  // to be sealed by the desk
    };
    struct Placed {
        Waiting waiting;
        std::uint64_t entry;
        std::optional<base::Day> known_on;  // none: it stood there before
    };

    ReadFile reader() {
        return [this](const merkle::Hash& sha256) -> std::optional<std::string> {
            if (batch) {
                for (const store::File& file : batch->files) {
                    if (file.sha256 == sha256) return file.bytes;
                }
            }
            if (coming) {
                for (const store::File& file : coming->files) {
                    if (file.sha256 == sha256) return file.bytes;
                }
            }
            auto found = options.store.file(sha256);
            if (!found) unread = closed_by(found.error());
            if (!found || !*found) return std::nullopt;
            return std::move((*found)->bytes);
        };
    }
    seals::RootAt root_at() {
        return [this](std::uint64_t size) -> std::optional<merkle::Hash> {
            const auto root = roots(size, nodes.edge().size());
            if (root) return *root;
            unread = closed_by(root.error());
            return std::nullopt;
        };
    }
    std::optional<Outcome> told(std::optional<Refusal> by_book);

    std::optional<Closed> open();
    std::optional<Closed> check_edge(const store::Head& at) const;
    std::optional<Closed> check_others(std::uint64_t size);
    std::optional<Closed> read_log(const store::Head& at);
    void run();
    void keep(std::deque<Waiting> taken);
    std::expected<std::vector<std::optional<std::uint64_t>>, Closed> places_of(
        const std::deque<Waiting>& taken) const;
    std::variant<base::Day, Closed> known_on_of(const Waiting& one) const;
    std::optional<Outcome> examine(Waiting& one, base::Day known_on);
    std::optional<Outcome> give_place(Waiting& one, base::Day known_on, store::Batch& made,
                                      std::optional<Closed>& problem);
    std::expected<store::Head, Closed> append(const store::Batch& made);
    void show(store::Head head);
    std::optional<Outcome> examine_files(const Submission& submission, const seals::Entry& entry) const;
    std::optional<Outcome> examine_annexes(const Submission& submission, const seals::Entry& entry) const;
    bool was_taken_away(const merkle::Hash& commitment) const;
    std::optional<Closed> keep_beside(Submission submission, store::Batch& made) const;
    Receipt receipt_of(const Placed& one, const store::Head& at);
    std::optional<Closed> why_closed() const {
        const std::lock_guard lock(queue_mutex);
        return closed;
    }
    void enqueue(Waiting waiting);

    DeskOptions options;

    mutable std::mutex book_mutex;  // of the next six; held while a batch is kept
    Roots roots;
    store::Batch* batch = nullptr;       // being put together
    const Submission* coming = nullptr;  // being examined
    std::optional<Closed> unread;        // the store, while the book asked for something
    Book book;
    RecentNodes nodes;

    std::optional<Guard> guard;  // of the desk's thread alone

    // What those who hand in look at: they do not wait for the disk. Taken last.
    mutable std::mutex shown_mutex;
    store::Head head;
    std::string origin;
    std::unordered_set<std::string> known_keys;

    mutable std::mutex queue_mutex;
    std::condition_variable queued;
    std::deque<Waiting> queue;
    bool stopping = false;
    std::optional<Closed> closed;
    std::thread thread;
};

// What was signed is compared with what is stored, then with what others know, and the log is read again.
std::optional<Closed> Desk::State::open() {
    auto found = options.store.head();
    if (!found) return closed_by(found.error());
    if (auto problem = check_edge(*found)) return problem;
    if (!options.guard.empty()) {
        auto opened = Guard::open(options.guard, options.guard_failed);
        if (!opened) return Closed{Closed::Why::store_failed, {{"problem", opened.error()}}};
        guard.emplace(std::move(*opened));
        if (const auto& known = guard->known())
            options.known_elsewhere.push_back({options.guard, known->size, known->root});
    }
    if (auto problem = check_others(found->size())) return problem;
    if (auto problem = read_log(*found)) return problem;
    nodes = RecentNodes(options.store, found->edge);
    show(std::move(*found));
    return std::nullopt;
}

std::optional<Closed> Desk::State::check_edge(const store::Head& at) const {
    if (at.size() == 0) return std::nullopt;
    const auto note = merkle::read_note(at.checkpoint);
    if (!note) return differs("checkpoint", at.size());
    const std::array known{options.log.verifier()};
    const auto checkpoint = merkle::read_checkpoint(note->text);
    if (!merkle::verify_note(*note, known) || !checkpoint || checkpoint->size != at.size() ||
        checkpoint->root != at.edge.root())
        return differs("checkpoint", at.size());
    const auto edge = merkle::edge_of(at.size(), store::nodes_of(options.store, at.size()));
    if (!edge || *edge != at.edge) return differs("edge", at.size());
    return std::nullopt;
}

std::optional<Closed> Desk::State::check_others(std::uint64_t size) {
    for (const KnownElsewhere& known : options.known_elsewhere) {
        const auto root = roots(known.size, size);
        if (!root) return closed_by(root.error());
        if (*root && (!known.root || **root == *known.root)) continue;
        return Closed{
            Closed::Why::longer_known,
            {{"who", known.who}, {"size", std::to_string(known.size)}, {"ours", std::to_string(size)}}};
    }
    return std::nullopt;
}

// All that is read is hashed on the way: what was changed anywhere in it does not come to the edge that was
// signed. What an index stands for is left to the scrubber.
std::optional<Closed> Desk::State::read_log(const store::Head& at) {
    std::optional<Closed> problem;
    merkle::Edge edge;
    const auto own_root = [&](std::uint64_t size) { return roots(size, at.size()).value_or(std::nullopt); };
    if (!options.index.empty() && read_index(options.index, book, own_root)) {
        auto known = merkle::edge_of(book.size(), store::nodes_of(options.store, book.size()));
        if (!known) return differs("edge", book.size());
        edge = std::move(*known);
    }
    const auto read_all =
        options.store.each_entry(book.size(), [&](std::uint64_t index, std::string_view bytes) {
            if (index == at.size()) return false;
            edge.append(merkle::leaf_hash(bytes));
            unread.reset();
            auto entry = read(bytes, seals::Where::in_log);
            auto refusal = entry ? book.keep(std::move(*entry)) : std::optional(std::move(entry.error()));
            if (refusal) problem = not_understood(index, *refusal);
            return !problem;
        });
    if (!read_all) return closed_by(read_all.error());
    if (problem && unread) return unread;
    if (problem) {
        // Not ours any more, or ours and not to be understood? The leaves tell.
        const auto leaves = options.store.leaves(edge.size() - 1, 1);
        const auto entries = options.store.entries(edge.size() - 1, 1);
        const bool whole = leaves && entries && leaves->size() == 1 && entries->size() == 1 &&
                           leaves->front() == merkle::leaf_hash(entries->front());
        return whole ? problem : differs("entries", at.size());
    }
    if (edge != at.edge) return differs("entries", at.size());
    if (at.size() > 0 && book.keys().log_key() != options.log.verifier().text())
        return differs("log_key", at.size());
    return std::nullopt;
}

void Desk::State::show(store::Head now) {
    const auto& keys = book.keys();
    const std::lock_guard lock(shown_mutex);
    head = std::move(now);
    origin = keys.origin();
    // Keys are never taken away, so the first ones are there.
    for (std::size_t i = known_keys.size(); i < keys.all().size(); ++i) known_keys.insert(keys.all()[i].key);
}

void Desk::State::run() {
    for (;;) {
        std::deque<Waiting> taken;
        {
            std::unique_lock lock(queue_mutex);
            queued.wait(lock, [&] { return stopping || !queue.empty(); });
            if (queue.empty()) return;
            while (!queue.empty() && taken.size() < largest_batch) {
                taken.push_back(std::move(queue.front()));
                queue.pop_front();
            }
        }
        keep(std::move(taken));
    }
}

// Where the same as each stands already.
std::expected<std::vector<std::optional<std::uint64_t>>, Closed> Desk::State::places_of(
    const std::deque<Waiting>& taken) const {
    std::vector<merkle::Hash> digests;
    for (const Waiting& one : taken) digests.push_back(one.digest);
    auto found = options.store.find_all(digests);
    if (!found) return std::unexpected(closed_by(found.error()));
    return std::move(*found);
}

std::variant<base::Day, Closed> Desk::State::known_on_of(const Waiting& one) const {
    const base::Day today = options.today();
    if (const auto given = one.submission.known_on) {
        // What will be known is not known: it would hold up every act until that day.
        if (*given <= today.next()) return *given;
        return Closed{Closed::Why::clock_back, {{"today", today.text()}, {"known", given->text()}}};
    }
    const base::Day latest = book.latest_day();
    if (latest <= today) return today;
    // A day is not over everywhere at once; more than that is a clock that went back.
    if (today.next() >= latest) return latest;
    return Closed{Closed::Why::clock_back, {{"today", today.text()}, {"known", latest.text()}}};
}

// What the book says while the store cannot be read is no word on what was handed in.
std::optional<Outcome> Desk::State::told(std::optional<Refusal> by_book) {
    const auto why = std::exchange(unread, std::nullopt);
    if (!by_book) return std::nullopt;
    if (why) return *why;
    return std::move(*by_book);
}

std::optional<Outcome> Desk::State::examine(Waiting& one, base::Day known_on) {
    one.read.entry.known_on = known_on;
    if (one.by_registrar) {
        const std::string key = seals::key_text(options.registrar->public_key());
        const seals::Key* known = book.keys().find(key);
        if (!known) return refused(seals::Code::unknown_key_id, {{"key", key}});
        const seals::After after{.size = nodes.edge().size(), .root = nodes.edge().root()};
        one.read.entry.seals = {
            seals::seal(*options.registrar, book.keys().origin(), one.digest, known->count + 1, after)};
    }
    if (one.read.understood.registry) {
        const auto* opened = std::get_if<seals::LogOpened>(&one.read.understood.registry->content);
        if (opened && book.size() == 0 && opened->log != options.log.verifier().text())
            return refused(seals::Code::bad_key, {{"key", opened->log}});
    }
    if (auto objection = told(book.examine(one.read, known_on, root_at()))) return objection;
    return examine_annexes(one.submission, one.read.entry);
}

std::expected<store::Head, Closed> Desk::State::append(const store::Batch& made) {
    const auto sign = [&](std::uint64_t size,
                          const merkle::Hash& root) -> std::expected<std::string, std::string> {
        const merkle::Checkpoint checkpoint{.origin = book.keys().origin(), .size = size, .root = root};
        const std::string text = checkpoint.text();
        return merkle::Note{.text = text, .lines = {options.log.sign(text)}}.whole();
    };
    auto kept = options.store.append(nodes.edge().size(), made, sign);
    if (!kept) return std::unexpected(closed_by(kept.error()));
    for (const store::NewEntry& entry : made.entries) {
        nodes.append(merkle::leaf_hash(entry.bytes));
    }
    if (nodes.edge() != kept->edge) return std::unexpected(differs("edge", kept->size()));
    roots.remember(kept->size(), kept->edge.root());
    if (guard) guard->remember(kept->checkpoint, kept->size(), kept->edge.root());
    return std::move(*kept);
}

Receipt Desk::State::receipt_of(const Placed& one, const store::Head& at) {
    Receipt receipt{.entry = one.entry,
                    .digest = one.waiting.digest,
                    .known_on = one.known_on.value_or(base::Day::first()),
                    .checkpoint = at.checkpoint,
                    .path = nodes.path(one.entry),
                    .was_on_record = !one.known_on};
    if (!one.known_on) {
        const auto there = options.store.entries(one.entry, 1);
        if (there && there->size() == 1) {
            const auto entry = seals::read_entry(there->front(), seals::Where::in_log);
            if (entry) receipt.known_on = *entry->known_on;
        }
    }
    return receipt;
}

// The next place, in the book and in the batch; or what is answered instead. `problem`: no more is taken.
std::optional<Outcome> Desk::State::give_place(Waiting& one, base::Day known_on, store::Batch& made,
                                               std::optional<Closed>& problem) {
    coming = &one.submission;
    std::optional<Outcome> instead;
    try {
        instead = examine(one, known_on);
    } catch (const std::exception& thrown) {  // an act of a long log could not be read again
        problem = Closed{Closed::Why::store_failed, {{"problem", thrown.what()}}};
        instead = *problem;
    }
    coming = nullptr;
    if (instead) return instead;
    std::string bytes = one.by_registrar
                            ? seals::write_entry(one.read.entry)
                            : seals::with_known_on(one.submission.entry, one.read.entry, known_on);
    const std::size_t files = made.files.size(), annexes = made.annexes.size();
    if (auto failed = keep_beside(std::move(one.submission), made)) return failed;
    made.entries.push_back({one.digest, std::move(bytes)});
    const std::uint64_t index = book.size();
    instead = told(book.keep(std::move(one.read)));
    if (!instead) return std::nullopt;
    if (const auto* refusal = std::get_if<Refusal>(&*instead)) {
        problem = not_understood(index, *refusal);
    } else {  // the files of a rulebook: the book is as it was, and so is the batch
        made.entries.pop_back();
        made.files.resize(files);
        made.annexes.resize(annexes);
    }
    return instead;
}

void Desk::State::keep(std::deque<Waiting> taken) {
    std::vector<Placed> placed;
    std::vector<std::pair<Answer, Outcome>> answers;
    std::optional<Closed> problem = why_closed();
    store::Batch made;
    store::Head now;
    {
        const std::lock_guard lock(book_mutex);
        batch = &made;
        std::vector<std::optional<std::uint64_t>> there(taken.size());
        if (!problem) {
            if (auto places = places_of(taken)) {
                there = std::move(*places);
            } else {  // nothing was begun: the next batch may find the store well
                for (Waiting& one : taken) answers.emplace_back(std::move(one.answer), places.error());
                taken.clear();
            }
        }
        std::map<merkle::Hash, std::uint64_t> in_batch;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            Waiting& one = taken[i];
            if (problem) {
                answers.emplace_back(std::move(one.answer), *problem);
                continue;
            }
            // The same again is answered with where it stands.
            const auto here = in_batch.find(one.digest);
            if (here != in_batch.end() || there[i]) {
                const std::uint64_t place = here != in_batch.end() ? here->second : *there[i];
                if (auto failed = keep_beside(std::move(one.submission), made))
                    answers.emplace_back(std::move(one.answer), std::move(*failed));
                else
                    placed.push_back({std::move(one), place, std::nullopt});
                continue;
            }
            const auto day = known_on_of(one);
            if (const auto* back = std::get_if<Closed>(&day)) {
                answers.emplace_back(std::move(one.answer), *back);
                continue;
            }
            const base::Day known_on = std::get<base::Day>(day);
            const std::uint64_t index = book.size();
            if (auto instead = give_place(one, known_on, made, problem)) {
                answers.emplace_back(std::move(one.answer), std::move(*instead));
                continue;
            }
            in_batch.emplace(one.digest, index);
            placed.push_back({std::move(one), index, known_on});
        }
        batch = nullptr;

        if (!problem && !(made.entries.empty() && made.files.empty() && made.annexes.empty())) {
            if (auto kept = append(made)) {
                show(std::move(*kept));
            } else {
                problem = std::move(kept.error());
            }
        }
        if (problem) {
            // The book may be ahead of the store: it is not asked again.
            for (Placed& one : placed) answers.emplace_back(std::move(one.waiting.answer), *problem);
            placed.clear();
            const std::lock_guard queue_lock(queue_mutex);
            if (!closed) closed = problem;
        }
        const std::lock_guard shown(shown_mutex);
        now = head;
    }
    if (!problem && !made.entries.empty() && options.kept) options.kept(now);
    for (Placed& one : placed) {
        Receipt receipt = receipt_of(one, now);
        one.waiting.answer(std::move(receipt));
    }
    for (auto& [answer, outcome] : answers) answer(std::move(outcome));
}

Desk::Desk(std::unique_ptr<State> state) : state_(std::move(state)) {
    state_->thread = std::thread([this] { state_->run(); });
}

Desk::~Desk() {
    {
        const std::lock_guard lock(state_->queue_mutex);
        state_->stopping = true;
        if (!state_->closed) state_->closed = Closed{Closed::Why::stopping, {}};
    }
    state_->queued.notify_all();
    state_->thread.join();
}

std::expected<std::unique_ptr<Desk>, Closed> Desk::open(DeskOptions options) {
    auto state = std::make_unique<State>(std::move(options));
    if (auto problem = state->open()) return std::unexpected(std::move(*problem));
    return std::unique_ptr<Desk>(new Desk(std::move(state)));
}

// Every file that is open to all is there; of the others the bytes may stay with those who may read them.
std::optional<Outcome> Desk::State::examine_files(const Submission& submission,
                                                  const seals::Entry& entry) const {
    for (std::size_t i = 0; i < entry.files.size(); ++i) {
        const seals::FileNote& note = entry.files[i];
        if (!note.sha256) continue;
        const auto given = std::ranges::find(submission.files, *note.sha256, &store::File::sha256);
        std::optional<std::size_t> size;
        if (given != submission.files.end()) {
            if (given->media_type != note.type)
                return refused(seals::Code::other_type,
                               {{"name", note.name}, {"found", given->media_type}, {"expected", note.type}});
            size = given->bytes.size();
        } else {
            const auto found = options.store.file(*note.sha256);
            if (!found) return closed_by(found.error());
            if (*found) size = (*found)->bytes.size();
        }
        if (!size) return refused(seals::Code::file_missing, {{"name", note.name}});
        if (*size != note.size)
            return refused(seals::Code::wrong_shape, {{"at", "/files/" + std::to_string(i) + "/size"},
                                                      {"expected", std::to_string(*size)},
                                                      {"found", std::to_string(note.size)}});
    }
    return std::nullopt;
}

// An act that is withheld is handed in with all that it carries, or stays with those who may read it: once it
// is released nobody asks for what lies under its salted hashes.
std::optional<Outcome> Desk::State::examine_annexes(const Submission& submission,
                                                    const seals::Entry& entry) const {
    if (!entry.withheld) return std::nullopt;
    const auto carried = files_carried(entry, submission.annexes, options.store);
    if (!carried) return closed_by(carried.error());
    for (const seals::FileNote& note : *carried) {
        if (!note.commitment) continue;
        const bool given = std::ranges::any_of(
            submission.annexes, [&](const store::Annex& annex) { return is_annex_of(annex, note); });
        if (given || was_taken_away(*note.commitment)) continue;
        const auto found = options.store.annex(*note.commitment);
        if (!found) return closed_by(found.error());
        if (!*found) return refused(seals::Code::annex_missing, {{"name", note.name}});
    }
    return std::nullopt;
}

bool Desk::State::was_taken_away(const merkle::Hash& commitment) const {
    return std::ranges::any_of(book.registry_acts(), [&](const auto& act) {
        const auto* removed = std::get_if<seals::AnnexRemoved>(&act.second.content);
        return removed && removed->commitment == commitment;
    });
}

// Of what an entry names whatever the store lacks: also of one on record, whose annexes did not move with the
// log. What was taken away does not come back. Nothing is added where the store cannot be read.
std::optional<Closed> Desk::State::keep_beside(Submission submission, store::Batch& made) const {
    store::Batch lacking;
    for (store::File& file : submission.files) {
        const auto found = options.store.file(file.sha256);
        if (is_damaged(found)) continue;
        if (!found) return closed_by(found.error());
        if (!*found) lacking.files.push_back(std::move(file));
    }
    for (store::Annex& annex : submission.annexes) {
        const auto found = options.store.annex(annex.commitment);
        if (is_damaged(found)) continue;
        if (!found) return closed_by(found.error());
        if (!*found && !was_taken_away(annex.commitment)) lacking.annexes.push_back(std::move(annex));
    }
    std::ranges::move(lacking.files, std::back_inserter(made.files));
    std::ranges::move(lacking.annexes, std::back_inserter(made.annexes));
    return std::nullopt;
}

void Desk::State::enqueue(Waiting waiting) {
    std::optional<Closed> why;
    {
        const std::lock_guard lock(queue_mutex);
        why = closed;
        if (!why && queue.size() >= most_waiting)
            why = Closed{Closed::Why::busy, {{"limit", std::to_string(most_waiting)}}};
        if (!why) {
            queue.push_back(std::move(waiting));
            queued.notify_one();
            return;
        }
    }
    waiting.answer(std::move(*why));
}

void Desk::submit(Submission submission, Answer answer) {
    if (auto why = state_->why_closed()) return answer(std::move(*why));
    auto entry = seals::read_entry(submission.entry, seals::Where::submitted);
    if (!entry) return answer(Refusal{std::move(entry.error())});
    std::string origin;
    std::optional<Refusal> unknown;
    {
        // Cheap things first: a key that nobody has accredited costs no signature.
        const std::lock_guard lock(state_->shown_mutex);
        origin = state_->origin;
        const bool may_be_fresh = origin.empty() || seals::kind_of(entry->body) == seals::KeyRotated::kind;
        for (const seals::Seal& seal : entry->seals) {
            if (!may_be_fresh && !unknown && !state_->known_keys.contains(seal.key))
                unknown = refused(seals::Code::unknown_key_id, {{"key", seal.key}});
        }
    }
    if (unknown) return answer(std::move(*unknown));
    if (origin.empty()) {  // the first entry says it
        origin = entry->body["content"]["origin"].text();
    }
    const merkle::Hash digest = seals::digest_of(origin, seals::statement_in(submission.entry, *entry));
    if (auto fault = seals::verify_seals(origin, digest, entry->seals))
        return answer(Refusal{std::move(*fault)});
    auto read = decode(std::move(*entry));
    if (!read) return answer(std::move(read.error()));
    if (const auto named = keep_what_is_named(submission, read->entry, state_->options.store); !named)
        return answer(closed_by(named.error()));
    if (auto instead = state_->examine_files(submission, read->entry)) return answer(std::move(*instead));
    state_->enqueue({.submission = std::move(submission),
                     .read = std::move(*read),
                     .digest = digest,
                     .answer = std::move(answer),
                     .by_registrar = false});
}

void Desk::log_refusal(std::string_view note, std::string_view submitted, Answer answer) {
    if (auto why = state_->why_closed()) return answer(std::move(*why));
    if (!state_->options.registrar)
        return answer(refused(seals::Code::not_authorised,
                              {{"use", "registrar"}, {"kind", std::string(seals::RefusalLogged::kind)}}));
    const auto told = read_refused(note, state_->options.log.verifier());
    if (!told)
        return answer(refused(seals::Code::bad_signature, {{"key", state_->options.log.verifier().text()}}));
    const merkle::Hash bytes = merkle::sha256(submitted);
    if (told->submitted != bytes)
        return answer(refused(seals::Code::not_bytes, {{"at", "/submitted"},
                                                       {"expected", merkle::base64_of(told->submitted)},
                                                       {"found", merkle::base64_of(bytes)}}));
    // The record is nobody's to fill: it is one whom it knows that asks.
    const auto entry = seals::read_entry(submitted, seals::Where::submitted);
    if (!entry) return answer(Refusal{entry.error()});
    std::string origin;
    {
        const std::lock_guard lock(state_->shown_mutex);
        origin = state_->origin;
    }
    bool known = false;
    seals::RegistryAct act{.id = "refusal-" + base::hex(merkle::bytes_of(bytes)).substr(0, digits_in_id),
                           .on = state_->options.today(),
                           .content = seals::RefusalLogged{.submitted = bytes, .code = told->code}};
    {
        const std::lock_guard lock(state_->book_mutex);
        for (const seals::Seal& seal : entry->seals) {
            const seals::Key* key = state_->book.keys().find(seal.key);
            known = known || (key && !key->ended);
        }
        // Once for the same bytes, however often it is demanded.
        for (const auto& [place, before] : state_->book.registry_acts()) {
            const auto* logged = std::get_if<seals::RefusalLogged>(&before.content);
            if (logged && logged->submitted == bytes) act = before;
        }
    }
    if (told->origin != origin)
        return answer(refused(seals::Code::other_origin, {{"found", told->origin}, {"expected", origin}}));
    if (!known) return answer(refused(seals::Code::unknown_key_id, {{"key", entry->seals.front().key}}));
    if (auto fault =
            seals::verify_seals(origin, seals::digest_of(origin, seals::statement_of(*entry)), entry->seals))
        return answer(Refusal{std::move(*fault)});

    seals::Entry logged;
    logged.body = seals::write_registry_act(act);
    auto read = decode(std::move(logged));
    if (!read) return answer(std::move(read.error()));
    const merkle::Hash digest = seals::digest_of(origin, seals::statement_of(read->entry));
    state_->enqueue({.submission = {},
                     .read = std::move(*read),
                     .digest = digest,
                     .answer = std::move(answer),
                     .by_registrar = true});
}

Outcome Desk::log_refusal(std::string_view note, std::string_view submitted) {
    std::promise<Outcome> promise;
    auto outcome = promise.get_future();
    log_refusal(note, submitted, [&promise](Outcome made) { promise.set_value(std::move(made)); });
    return outcome.get();
}

store::Expected<std::optional<std::uint64_t>> Desk::find(const merkle::Hash& digest) const {
    return state_->options.store.find(digest);
}

Outcome Desk::submit(Submission submission) {
    std::promise<Outcome> promise;
    auto outcome = promise.get_future();
    submit(std::move(submission), [&promise](Outcome made) { promise.set_value(std::move(made)); });
    return outcome.get();
}

std::optional<Outcome> Desk::examine(const Read& read) const {
    const std::lock_guard lock(state_->book_mutex);
    return state_->told(
        state_->book.examine(read, read.entry.known_on.value_or(state_->options.today()), state_->root_at()));
}

void Desk::look(const std::function<void(const Book&)>& look) const {
    const std::lock_guard lock(state_->book_mutex);
    look(state_->book);
}

store::Head Desk::head() const {
    const std::lock_guard lock(state_->shown_mutex);
    return state_->head;
}

std::optional<Closed> Desk::closed() const { return state_->why_closed(); }

void Desk::close(Closed why) {
    // What the log cannot stand for outweighs a disk that was full, after which it would go on.
    const auto ends_signing = [](const Closed& one) {
        return one.why == Closed::Why::longer_known || one.why == Closed::Why::edge_differs;
    };
    const std::lock_guard lock(state_->queue_mutex);
    if (!state_->closed || (ends_signing(why) && !ends_signing(*state_->closed)))
        state_->closed = std::move(why);
}

}  // namespace registry
