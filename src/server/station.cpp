#include "server/station.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "archive/proof.hpp"
#include "archive/proof_page.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/policy.hpp"
#include "registry/index_file.hpp"
#include "registry/refusal.hpp"
#include "registry/scrub.hpp"
#include "witness/asking.hpp"
#include "witness/feeder.hpp"

namespace server {
namespace {

/// How long a follower sleeps at most before it looks whether the pen is free.
constexpr std::chrono::milliseconds follow_every{1'000};
/// A desk that found the disk full is opened again no sooner than this after the last time.
constexpr std::chrono::milliseconds again_after{5'000};
/// At the start witnesses are asked what they know; who does not answer in this time is asked later, with
/// each checkpoint.
constexpr std::chrono::milliseconds witnesses_answer_within{3'000};
/// The scrubber's rest after a slice, some forty times as long as the slice takes, and after a round.
constexpr std::chrono::milliseconds scrub_rest{200};
constexpr std::chrono::milliseconds scrub_round_rest{60'000};
/// Sizes that were cosigned, looked at from the newest down for one that has the quorum: behind it lie the
/// sizes at which some witness was late.
constexpr int most_sizes_looked_at = 64;

// Some of a policy's cosigners do not confirm at once: they have copied and replayed everything first. Their
// address says so (witness/serve.hpp).
bool replays(const merkle::Policy::Witness& witness) { return witness.url.ends_with("/replayed"); }

// A checkpoint with its cosignatures by the witnesses of a policy.
struct Cosigned {
    std::string note;
    merkle::Standing standing;
    std::vector<std::pair<std::string, std::uint64_t>> times;  // of each witness, by its name in the policy
};

std::optional<Cosigned> cosigned(const store::Store& store, std::uint64_t size,
                                 const merkle::Policy& policy) {
    const auto signed_note = store.checkpoint(size);
    if (!signed_note || !*signed_note) return std::nullopt;
    auto note = merkle::read_note(**signed_note);
    const auto lines = store.cosignatures(size);
    if (!note || !lines) return std::nullopt;
    Cosigned made;
    for (const store::Cosignature& one : *lines) {
        const auto read = merkle::read_signature_lines(one.line);
        if (!read || read->size() != 1) continue;
        const merkle::SignatureLine& line = read->front();
        for (const merkle::Policy::Witness& witness : policy.witnesses) {
            if (witness.key.name != line.name || witness.key.id() != line.id) continue;
            if (!merkle::verifies(witness.key, note->text, line)) continue;
            note->lines.push_back(line);
            made.times.emplace_back(witness.name, merkle::time_of(line).value_or(0));
        }
    }
    const auto standing = merkle::standing_of(*note, policy);
    if (!standing) return std::nullopt;
    made.note = note->whole();
    made.standing = *standing;
    return made;
}

/// The index of a log in a file lies beside it.
constexpr const char* index_ending = ".index";

std::optional<std::string> bytes_of(const store::Store& store, const merkle::Hash& sha256) {
    auto file = store.file(sha256);
    if (!file || !*file) return std::nullopt;
    return std::move((*file)->bytes);
}

registry::ReadFile files_of(std::shared_ptr<const store::Store> store) {
    return [kept = std::move(store)](const merkle::Hash& sha256) { return bytes_of(*kept, sha256); };
}

registry::ReadEntry entries_of(std::shared_ptr<const store::Store> store) {
    return [kept = std::move(store)](std::uint64_t entry) -> std::optional<std::string> {
        auto read = kept->entries(entry, 1);
        if (!read || read->empty()) return std::nullopt;
        return std::move(read->front());
    };
}

std::optional<StationFault> read_into(registry::Book& book, const store::Store& store,
                                      const std::string& what) {
    std::optional<StationFault> fault;
    const auto read = store.each_entry(book.size(), [&](std::uint64_t, std::string_view bytes) {
        auto entry = registry::read(bytes, seals::Where::in_log);
        auto refusal = entry ? book.keep(std::move(*entry)) : std::optional(std::move(entry.error()));
        if (refusal) fault = fault_of(*refusal);
        return !fault;
    });
    if (!read) return fault_of(read.error(), what);
    return fault;
}

seals::RootAt root_in(std::shared_ptr<const store::Store> store) {
    return [kept = std::move(store)](std::uint64_t size) -> std::optional<merkle::Hash> {
        const auto head = kept->head();
        if (!head || size > head->size()) return std::nullopt;
        const auto edge = merkle::edge_of(size, store::nodes_of(*kept, size));
        return edge ? std::optional(edge->root()) : std::nullopt;
    };
}

}  // namespace

StationFault fault_of(const store::Fault& fault, const std::string& what) {
    seals::Facts facts{{"what", what}};
    if (!fault.problem.empty()) facts.emplace("problem", fault.problem);
    return {StationFault::Of::trouble, std::string(store::name_of(fault.trouble)), std::move(facts)};
}
StationFault fault_of(const registry::Closed& closed) {
    return {StationFault::Of::closed, std::string(registry::name_of(closed.why)), closed.facts};
}
StationFault fault_of(const registry::Refusal& refusal) {
    StationFault fault{StationFault::Of::entry, registry::code_of(refusal), {}};
    std::visit(
        [&]<class W>(const W& why) {
            if constexpr (std::is_same_v<W, seals::Fault>) {
                fault.facts = why.facts;
            } else {
                fault.facts.insert(why.front().facts.begin(), why.front().facts.end());
            }
        },
        refusal.why);
    return fault;
}
StationFault fault_of(const registry::KeyFileFault& fault, const std::string& file) {
    seals::Facts facts{{"what", file}};
    if (!fault.problem.empty()) facts.emplace("problem", fault.problem);
    return {StationFault::Of::trouble, std::string(registry::name_of(fault.why)), std::move(facts)};
}

struct Station::Running {
    explicit Running(StationOptions given) : options(std::move(given)) {}

    std::optional<StationFault> open();
    std::expected<std::shared_ptr<registry::Desk>, registry::Closed> open_desk(
        const std::shared_ptr<store::Store>& taken);
    std::optional<StationFault> take_pen();
    bool take_up_again();
    void follow();
    std::optional<StationFault> read_on();
    void keep_index(const registry::Book& from);
    // What says whom to ask to confirm.
    struct Fed {
        std::string policy, log_key;
        friend bool operator==(const Fed&, const Fed&) = default;
    };
    static Fed fed_by(const registry::Desk& asked);
    void feed_witnesses();
    std::shared_ptr<registry::Desk> signing_desk() const {
        const std::lock_guard lock(mutex);
        return desk;
    }
    bool step_down();
    void make_state();
    std::shared_ptr<site::Log> make_log(const registry::Book& book);
    void run(const std::stop_token& stop);
    void scrub(const std::stop_token& stop);
    std::string cosigned_lines() const;
    void wake() {
        {
            const std::lock_guard lock(mutex);
            changes = true;
        }
        changed.notify_all();
    }
    StationOptions options;
    std::shared_ptr<store::Store> store;
    std::optional<merkle::Signer> signer, registrar;
    // Of a server that follows; the desk has its own.
    std::optional<registry::Book> book;
    std::shared_ptr<registry::Desk> desk;
    // Why this server, which has the log's key, must not use it.
    std::optional<registry::Closed> must_not_sign;
    std::unique_ptr<witness::Feeder> feeder;
    Fed fed;                  // what the feeder was made from
    std::mutex feeder_mutex;  // of the pointer: the desk's thread offers

    mutable std::mutex mutex;  // of what follows
    std::condition_variable_any changed;
    bool changes = false;
    std::shared_ptr<const State> state;
    std::function<void(std::shared_ptr<const State>)> tell;
    std::string shown, newest;
    seals::Keys may_seal_;        // of a server that follows
    std::string cosigned_lines_;  // as a follower saw them last
    std::chrono::steady_clock::time_point again_from = {};
    std::uint64_t indexed = 0;  // entries that the index file stands for
    std::jthread scrubber;
    std::jthread thread;
};

std::optional<StationFault> Station::Running::open() {
    if (!options.log_key.empty()) {
        auto key = registry::read_key(options.log_key);
        if (!key) return fault_of(key.error(), options.log_key);
        signer.emplace(std::move(*key));
        if (!options.registrar_key.empty()) {
            auto second = registry::read_key(options.registrar_key);
            if (!second) return fault_of(second.error(), options.registrar_key);
            registrar.emplace(std::move(*second));
        }
        auto fault = take_pen();
        // Another writes: this one follows until it can take over.
        const bool follows =
            fault && fault->of == StationFault::Of::trouble && fault->code == "other_holds_pen";
        if (!follows && !must_not_sign) {
            if (!fault) make_state();
            return fault;
        }
        if (must_not_sign && options.notice) options.notice(fault->code, fault->facts);
    }
    auto opened = store::open(options.store, store::Mode::read);
    if (!opened) return fault_of(opened.error(), options.store);
    store = std::move(*opened);
    follow();
    if (auto fault = read_on()) return fault;
    keep_index(*book);
    make_state();
    return std::nullopt;
}

std::expected<std::shared_ptr<registry::Desk>, registry::Closed> Station::Running::open_desk(
    const std::shared_ptr<store::Store>& taken) {
    auto made = registry::Desk::open(
        {.store = *taken,
         .log = *signer,
         .today = options.today,
         .guard = options.guard,
         .guard_failed =
             [this](const std::string& problem) {
                 if (options.notice)
                     options.notice("guard_not_written", {{"what", options.guard}, {"problem", problem}});
             },
         .known_elsewhere = {},
         .kept =
             [this](const store::Head& head) {
                 {
                     const std::lock_guard lock(feeder_mutex);
                     if (feeder) feeder->offer(head.checkpoint);
                 }
                 wake();
             },
         .index = options.index,
         .entries = entries_of(taken),
         .registrar = registrar ? &registrar->key() : nullptr});
    if (!made) return std::unexpected(std::move(made.error()));
    return std::shared_ptr<registry::Desk>(std::move(*made));
}

std::optional<StationFault> Station::Running::take_pen() {
    auto opened = store::open(options.store, store::Mode::append);
    if (!opened) return fault_of(opened.error(), options.store);
    std::shared_ptr<store::Store> taken = std::move(*opened);
    auto made = open_desk(taken);
    if (!made) {
        // What is stored is no reason to be silent, only to sign nothing more.
        const auto why = made.error().why;
        if (why == registry::Closed::Why::longer_known || why == registry::Closed::Why::edge_differs) {
            const std::lock_guard lock(mutex);
            must_not_sign = made.error();
        }
        return fault_of(made.error());
    }
    // Before anything is handed to it.
    if (options.asks_witnesses) ask_witnesses(**made, *taken, options.notice);
    {
        const std::lock_guard lock(mutex);
        store = std::move(taken);
        desk = std::move(*made);
    }
    book.reset();
    desk->look([this](const registry::Book& from) { keep_index(from); });
    feed_witnesses();
    return std::nullopt;
}

// A disk that was full kept nothing, and the pen is still ours: the desk is opened anew, and the next act is
// kept or finds the disk full again.
bool Station::Running::take_up_again() {
    const auto closed = desk->closed();
    if (!closed || closed->why != registry::Closed::Why::store_failed) return false;
    const auto trouble = closed->facts.find("trouble");
    if (trouble == closed->facts.end() || trouble->second != store::name_of(store::Trouble::full))
        return false;
    const auto now = std::chrono::steady_clock::now();
    if (now < again_from || !store->has_pen()) return false;
    again_from = now + again_after;
    auto made = open_desk(store);
    if (!made) return false;
    // Between the two an alarm may have come: then the old one stays, closed for that.
    if (desk->closed() != closed) return false;
    std::shared_ptr<registry::Desk> left;
    {
        const std::lock_guard lock(mutex);
        left = std::exchange(desk, std::move(*made));
    }
    if (const auto since = left->closed(); since && since != closed) desk->close(*since);
    if (options.notice) options.notice("takes_again", {{"what", options.store}});
    return true;
}

// Where several servers share a database, one that lost its pen goes on as a reader, and takes the pen again
// when it is free. A file has no other server: its writer stays closed, and people look what happened to the
// disk.
bool Station::Running::step_down() {
    const auto closed = desk->closed();
    const bool lost = closed && (closed->why == registry::Closed::Why::pen_lost ||
                                 closed->why == registry::Closed::Why::store_failed);
    if (!lost || !options.store.starts_with("postgres")) return false;
    auto opened = store::open(options.store, store::Mode::read);
    if (!opened) return false;  // the database itself is away: tried again
    std::unique_ptr<witness::Feeder> ended;
    {
        const std::lock_guard lock(feeder_mutex);
        ended = std::move(feeder);
    }
    ended.reset();
    fed = {};
    std::shared_ptr<registry::Desk> left;
    {
        const std::lock_guard lock(mutex);
        left = std::move(desk);
        desk = nullptr;
        store = std::move(*opened);
    }
    left.reset();
    follow();
    if (const auto fault = read_on(); fault && options.notice) options.notice(fault->code, fault->facts);
    if (options.notice) options.notice("pen_was_lost", {{"what", options.store}});
    return true;
}

Station::Running::Fed Station::Running::fed_by(const registry::Desk& asked) {
    Fed of;
    asked.look([&](const registry::Book& from) {
        of.policy = from.keys().policy();
        of.log_key = from.keys().log_key();
    });
    return of;
}

// The witnesses of the policy in force, from the newest checkpoint on; others when the policy has changed.
void Station::Running::feed_witnesses() {
    if (!options.asks_witnesses || !desk) return;
    Fed of = fed_by(*desk);
    if (of == fed) return;
    auto policy = merkle::read_policy(of.policy);
    const auto key = merkle::VerifierKey::read(of.log_key);
    if (!policy || !key) return;
    fed = std::move(of);
    std::vector<merkle::Policy::Witness> witnesses, replayers;
    for (const merkle::Policy::Witness& one : policy->witnesses)
        (replays(one) ? replayers : witnesses).push_back(one);
    auto made = std::make_unique<witness::Feeder>(witness::Feeder::Setup{
        .log = {*key},
        .witnesses = std::move(witnesses),
        .replayers = std::move(replayers),
        .nodes = [kept = store](std::uint64_t size) { return store::nodes_of(*kept, size); },
        .brought =
            [this, kept = store](const witness::Brought& brought) {
                const auto done = kept->keep(
                    {.size = brought.size, .witness = brought.line.name, .line = brought.line.text()});
                if (done) wake();
            },
        .alarm =
            [this](const witness::Alarm& alarm) {
                const auto signing = signing_desk();
                if (!signing) return;
                const seals::Facts facts{{"who", alarm.witness},
                                         {"size", std::to_string(alarm.size)},
                                         {"ours", std::to_string(signing->head().size())}};
                // Only what our own signature shows ends our signing: anybody can name a number.
                if (!alarm.proof.empty()) signing->close({registry::Closed::Why::longer_known, facts});
                if (options.notice) options.notice("witness_alarm", facts);
            },
        .now = options.now});
    {
        const std::lock_guard lock(feeder_mutex);
        feeder.swap(made);
        const store::Head head = desk->head();  // whatever was kept before is in it, what comes is offered
        if (!head.checkpoint.empty()) feeder->offer(head.checkpoint);
    }
    made.reset();  // its threads may be waiting for a witness
}

// From the first entry, or from where an index ends.
void Station::Running::follow() {
    book.emplace(files_of(store), std::string(), entries_of(store));
    if (!options.index.empty()) registry::read_index(options.index, *book, root_in(store));
}

// What was read without it is written down, if it was much: at the start and at the end.
void Station::Running::keep_index(const registry::Book& from) {
    indexed = std::max(indexed, from.indexed());
    if (options.index.empty() || from.size() < indexed + registry::entries_without_index) return;
    const auto root = root_in(store)(from.size());
    if (!root) return;
    if (const auto written = registry::write_index(options.index, from, *root); !written) {
        if (options.notice)
            options.notice("index_not_written", {{"what", options.index}, {"problem", written.error()}});
        return;
    }
    indexed = from.size();
}

std::optional<StationFault> Station::Running::read_on() { return read_into(*book, *store, options.store); }

std::shared_ptr<site::Log> Station::Running::make_log(const registry::Book& from) {
    auto log = std::make_shared<site::Log>();
    log->origin = from.keys().origin();
    log->key = from.keys().log_key();
    log->policy = from.keys().policy();
    log->size = from.size();
    log->leaves = from.leaves();
    log->files = from.files();
    log->registry_acts = from.registry_acts();
    log->keys = from.keys().all();
    log->withheld = from.keys().withheld();
    log->released = from.keys().released();
    log->writes = desk != nullptr;
    if (desk) {
        if (const auto closed = desk->closed()) log->closed = std::string(registry::name_of(closed->why));
    } else if (must_not_sign) {
        log->closed = std::string(registry::name_of(must_not_sign->why));
    }
    const auto policy = merkle::read_policy(log->policy);
    if (policy) {
        for (const merkle::Policy::Witness& witness : policy->witnesses)
            log->witnesses.push_back({.name = witness.name, .key = witness.key.text()});
        if (const auto newest_one = cosigned(*store, log->size, *policy)) log->newest = newest_one->note;
        std::uint64_t at_most = log->size;
        for (int i = 0; i < most_sizes_looked_at; ++i) {
            const auto size = store->cosigned_size(at_most);
            if (!size || !*size) break;
            const auto found = cosigned(*store, **size, *policy);
            if (found) {
                for (const auto& [name, time] : found->times) {
                    const auto witness = std::ranges::find(log->witnesses, name, &site::Witness::name);
                    if (witness == log->witnesses.end() || witness->size != 0) continue;
                    witness->size = **size;
                    witness->time = time;
                }
                if (found->standing.witnessed && log->witnessed == 0) {
                    log->witnessed = **size;
                    log->largest = found->note;
                    log->confirmations = static_cast<std::size_t>(
                        std::ranges::count_if(policy->witnesses, [&](const merkle::Policy::Witness& one) {
                            return !replays(one) && found->standing.witnesses.contains(one.name);
                        }));
                }
            }
            const bool all_seen =
                std::ranges::all_of(log->witnesses, [](const site::Witness& one) { return one.size != 0; });
            if ((all_seen && log->witnessed != 0) || **size == 0) break;
            at_most = **size - 1;
        }
    }
    const std::shared_ptr<store::Store> kept = store;
    log->read = entries_of(kept);
    log->path = [kept](std::uint64_t entry, std::uint64_t size) {
        return merkle::inclusion_path(entry, size, store::nodes_of(*kept, size));
    };
    log->proof = [kept, keys = std::make_shared<const seals::Keys>(from.keys())](
                     std::uint64_t entry, words::Language language,
                     const package::Organisation& organisation) -> std::optional<std::string> {
        const auto made = archive::make_proof(*kept, *keys, entry);
        if (!made) return std::nullopt;
        return archive::proof_page(
            *made, &organisation, language,
            "entry-" + std::to_string(entry) + "-" + std::string(words::code(language)) + ".html");
    };
    log->file = [kept](const merkle::Hash& sha256) -> std::optional<store::File> {
        auto file = kept->file(sha256);
        if (!file) return std::nullopt;
        return std::move(*file);
    };
    return log;
}

void Station::Running::make_state() {
    std::shared_ptr<site::Log> log;
    std::optional<package::Organisation> organisation;
    seals::Keys may_seal;
    const auto look = [&](const registry::Book& from) {
        log = make_log(from);
        organisation = from.organisation();
        may_seal = from.keys();
    };
    if (desk) {
        desk->look(look);
    } else {
        look(*book);
    }
    const std::lock_guard lock(mutex);
    may_seal_ = std::move(may_seal);
    newest = log->newest;
    const auto policy = merkle::read_policy(log->policy);
    shown = policy && policy->quorum.empty() ? log->newest : log->largest;
    if (organisation) state = std::make_shared<const State>(State{std::move(*organisation), std::move(log)});
}

// Of the largest size that was cosigned: a follower is not told when another server keeps them.
std::string Station::Running::cosigned_lines() const {
    std::string lines;
    const auto size = store->cosigned_size(book->size());
    if (!size || !*size) return lines;
    const auto kept = store->cosignatures(**size);
    if (!kept) return lines;
    for (const store::Cosignature& one : *kept) lines += one.line;
    return lines;
}

void Station::Running::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        bool another = false;
        if (desk) {
            std::unique_lock lock(mutex);
            changed.wait_for(lock, stop, follow_every, [&] { return changes; });
            another = std::exchange(changes, false);
            lock.unlock();
            if (step_down() || take_up_again()) another = true;
        } else {
            {
                const std::lock_guard lock(mutex);
                another = std::exchange(changes, false);
            }
            const auto size = store->wait_beyond(book->size(), follow_every);
            if (const std::string lines = cosigned_lines(); lines != cosigned_lines_) {
                cosigned_lines_ = lines;
                another = true;
            }
            if (size && *size > book->size()) {
                if (const auto fault = read_on(); fault && options.notice)
                    options.notice(fault->code, fault->facts);
                another = true;
            } else if (signer && !must_not_sign) {
                const auto fault = take_pen();
                another = another || !fault;
                if (must_not_sign && options.notice) options.notice(fault->code, fault->facts);
                if (!fault && options.notice) options.notice("pen_taken", {{"what", options.store}});
            }
        }
        if (!another || stop.stop_requested()) continue;
        feed_witnesses();
        try {
            make_state();
        } catch (const std::exception& thrown) {  // an act of a long log could not be read again
            if (options.notice) options.notice("store_failed", {{"problem", thrown.what()}});
            continue;
        }
        std::function<void(std::shared_ptr<const State>)> teller;
        std::shared_ptr<const State> now;
        {
            const std::lock_guard lock(mutex);
            teller = tell;
            now = state;
        }
        if (teller && now) teller(std::move(now));
    }
}

// Round and round, slowly: a slice, then a rest many times as long. What is found is said, and ends the
// signing.
void Station::Running::scrub(const std::stop_token& stop) {
    std::mutex resting;
    std::condition_variable_any rest;
    std::shared_ptr<store::Store> looked_at;
    std::optional<registry::Scrubber> scrubber_of_it;
    const auto sleep = [&](std::chrono::milliseconds time) {
        std::unique_lock lock(resting);
        rest.wait_for(lock, stop, time, [] { return false; });
    };
    while (!stop.stop_requested()) {
        const auto known = [&]() -> std::shared_ptr<const State> {
            const std::lock_guard lock(mutex);
            return state;
        }();
        const auto key =
            known ? merkle::VerifierKey::read(known->log->key) : std::unexpected(merkle::NoteFault::bad_key);
        if (!key) {
            sleep(scrub_round_rest);
            continue;
        }
        {
            const std::lock_guard lock(mutex);
            if (looked_at != store) {
                looked_at = store;
                scrubber_of_it.emplace(*looked_at, *key);
            }
        }
        const auto found = scrubber_of_it->step();
        if (!found) {
            if (options.notice) options.notice("scrub_failed", {{"problem", found.error().problem}});
            sleep(scrub_round_rest);
            continue;
        }
        for (const registry::Finding& finding : *found) {
            if (options.notice) options.notice(finding.code, finding.facts);
            std::shared_ptr<registry::Desk> signing;
            {
                const std::lock_guard lock(mutex);
                signing = desk;
            }
            if (signing) signing->close({registry::Closed::Why::edge_differs, {{"what", finding.code}}});
        }
        sleep(scrubber_of_it->round_done() ? scrub_round_rest : scrub_rest);
    }
}

Station::Station(std::unique_ptr<Running> running) : running_(std::move(running)) {
    running_->scrubber =
        std::jthread([running = running_.get()](const std::stop_token& stop) { running->scrub(stop); });
    running_->thread =
        std::jthread([running = running_.get()](const std::stop_token& stop) { running->run(stop); });
}

Station::~Station() {
    running_->scrubber.request_stop();
    running_->thread.request_stop();
    if (running_->scrubber.joinable()) running_->scrubber.join();
    if (running_->thread.joinable()) running_->thread.join();
    std::unique_ptr<witness::Feeder> feeder;
    {
        const std::lock_guard lock(running_->feeder_mutex);
        feeder = std::move(running_->feeder);
    }
    feeder.reset();  // its threads speak of the desk
    if (running_->desk) {
        running_->desk->look([this](const registry::Book& from) { running_->keep_index(from); });
    } else if (running_->book) {
        running_->keep_index(*running_->book);
    }
    running_->desk.reset();
}

std::expected<std::unique_ptr<Station>, StationFault> Station::open(StationOptions options) {
    const bool is_file = !options.store.starts_with("postgres");
    if (options.guard.empty() && is_file) options.guard = options.store + ".guard";
    if (options.index.empty() && is_file) options.index = options.store + index_ending;
    auto running = std::make_unique<Running>(std::move(options));
    try {
        if (auto fault = running->open()) return std::unexpected(std::move(*fault));
    } catch (const std::exception& thrown) {  // an act of a long log could not be read again
        return std::unexpected(StationFault{StationFault::Of::trouble,
                                            std::string(store::name_of(store::Trouble::damaged)),
                                            {{"what", running->options.store}, {"problem", thrown.what()}}});
    }
    if (const auto& notice = running->options.notice) {
        for (const seals::Facts& due : may_be_released(running->may_seal_, running->options.today()))
            notice("may_be_released", due);
    }
    return std::unique_ptr<Station>(new Station(std::move(running)));
}

std::shared_ptr<const Station::State> Station::state() const {
    const std::lock_guard lock(running_->mutex);
    return running_->state;
}

void Station::on_change(std::function<void(std::shared_ptr<const State>)> changed) {
    {
        const std::lock_guard lock(running_->mutex);
        running_->tell = std::move(changed);
    }
    running_->wake();  // what changed meanwhile was told to nobody
}

std::shared_ptr<const store::Store> Station::store() const {
    const std::lock_guard lock(running_->mutex);
    return running_->store;
}
std::shared_ptr<registry::Desk> Station::desk() const {
    const std::lock_guard lock(running_->mutex);
    return running_->desk;
}

void Station::submit(registry::Submission submission, registry::Desk::Answer answer) {
    if (const auto open_desk = desk()) return open_desk->submit(std::move(submission), std::move(answer));
    std::optional<registry::Closed> why;
    {
        const std::lock_guard lock(running_->mutex);
        why = running_->must_not_sign;
    }
    answer(why ? *why : registry::Closed{registry::Closed::Why::pen_lost, {}});
}

std::string Station::refusal_note(std::string_view submitted, const registry::Refusal& refusal) const {
    // There from the first, and never changed.
    return running_->signer ? registry::refusal_note(*running_->signer, submitted, refusal) : std::string();
}

std::string Station::checkpoint() const {
    const std::lock_guard lock(running_->mutex);
    return running_->shown;
}

std::string Station::newest() const {
    std::string with_lines;
    std::shared_ptr<registry::Desk> writing;
    {
        const std::lock_guard lock(running_->mutex);
        with_lines = running_->newest;
        writing = running_->desk;
    }
    // Whoever has a receipt finds its checkpoint here, however long pages take to follow.
    std::string kept = writing ? writing->head().checkpoint : std::string();
    const auto text_of = [](const std::string& note) { return note.substr(0, note.rfind("\n\n")); };
    return kept.empty() || text_of(kept) == text_of(with_lines) ? with_lines : kept;
}

seals::Keys Station::keys() const {
    seals::Keys known;
    if (const auto writing = desk()) {
        writing->look([&](const registry::Book& book) { known = book.keys(); });
    } else {
        const std::lock_guard lock(running_->mutex);
        known = running_->may_seal_;
    }
    return known;
}

std::vector<registry::KnownElsewhere> known_to_witnesses(const seals::Keys& keys, const store::Store& in,
                                                         const store::Head& head) {
    std::vector<registry::KnownElsewhere> others;
    const auto policy = merkle::read_policy(keys.policy());
    const auto key = merkle::VerifierKey::read(keys.log_key());
    if (!policy || !key) return others;  // the log has not been opened yet
    const std::vector<merkle::VerifierKey> log{*key};
    registry::Roots roots(in);
    for (const auto& [name, answer] : witness::ask_all(policy->witnesses, log, witnesses_answer_within)) {
        if (!answer || !*answer) continue;  // away, or new: it will be asked again with each checkpoint
        const merkle::Checkpoint& seen = (*answer)->checkpoint;
        const auto root = roots(seen.size, head.size());
        if (!root || !*root || **root != seen.root) others.push_back({name, seen.size, seen.root});
    }
    return others;
}

void ask_witnesses(registry::Desk& desk, const store::Store& in, const Notice& notice) {
    seals::Keys keys;
    desk.look([&](const registry::Book& from) { keys = from.keys(); });
    const store::Head head = desk.head();
    for (const registry::KnownElsewhere& other : known_to_witnesses(keys, in, head)) {
        const seals::Facts facts{
            {"who", other.who}, {"size", std::to_string(other.size)}, {"ours", std::to_string(head.size())}};
        desk.close({registry::Closed::Why::longer_known, facts});
        if (notice) notice("witness_alarm", facts);
    }
}

std::vector<seals::Facts> may_be_released(const seals::Keys& keys, base::Day today) {
    std::vector<seals::Facts> due;
    for (const auto& [entry, withheld] : keys.withheld()) {
        if (withheld.release && *withheld.release <= today)
            due.push_back({{"entry", std::to_string(entry)}, {"day", withheld.release->text()}});
    }
    return due;
}

std::expected<registry::Book, StationFault> read_book(const store::Store& store, const std::string& what) {
    registry::Book book([&store](const merkle::Hash& sha256) { return bytes_of(store, sha256); });
    if (auto fault = read_into(book, store, what)) return std::unexpected(std::move(*fault));
    return book;
}

std::expected<package::Organisation, StationFault> read_organisation(const std::string& address) {
    auto opened = store::open(address, store::Mode::read);
    if (!opened) return std::unexpected(fault_of(opened.error(), address));
    const std::shared_ptr<const store::Store> store = std::move(*opened);
    registry::Book book(files_of(store), std::string(), entries_of(store));
    if (!address.starts_with("postgres")) registry::read_index(address + index_ending, book, root_in(store));
    if (auto fault = read_into(book, *store, address)) return std::unexpected(std::move(*fault));
    auto organisation = book.organisation();
    if (!organisation) return std::unexpected(StationFault{StationFault::Of::entry, "no_rulebook", {}});
    return std::move(*organisation);
}

}  // namespace server
