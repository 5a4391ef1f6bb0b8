#include "witness/feeder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "http/client.hpp"
#include "merkle/add_checkpoint.hpp"

namespace witness {
namespace {

/// Bytes of an answer to add-checkpoint: some lines of signatures, or a number.
constexpr std::size_t longest_answer = 64 * 1024;
/// A witness that names its size is asked again at once, so often; one that goes on naming sizes must wait.
constexpr int most_attempts = 3;

std::string under(const std::string& url, std::string_view path) {
    return url.substr(0, url.find_last_not_of('/') + 1) + std::string(path);
}

/// The size in an answer 409.
std::optional<std::uint64_t> size_in(const http::Response& answer) {
    std::string_view body = answer.body;
    if (!body.ends_with('\n')) return std::nullopt;
    body.remove_suffix(1);
    return merkle::read_decimal(body);
}

}  // namespace

std::string_view name_of(Feeding feeding) {
    constexpr std::array<std::string_view, 10> names{"waiting",    "cosigned", "not_reached", "refused",
                                                     "bad_answer", "bad_line", "future_time", "earlier_time",
                                                     "beyond_us",  "no_path"};
    return names[static_cast<std::size_t>(feeding)];
}

Feeder::Feeder(Setup setup) : setup_(std::move(setup)) {
    const auto begin = [&](const merkle::Policy::Witness& witness, auto run) {
        if (witness.url.empty()) return;
        senders_.push_back(std::make_unique<Sender>(
            Sender{.witness = witness, .standing = {.witness = witness.name, .problem = {}, .size = {}}}));
        threads_.emplace_back([this, run, sender = senders_.back().get()](const std::stop_token& stop) {
            (this->*run)(stop, *sender);
        });
    };
    for (const auto& witness : setup_.witnesses) begin(witness, &Feeder::send);
    for (const auto& replayer : setup_.replayers) begin(replayer, &Feeder::watch);
}

Feeder::~Feeder() {
    for (std::jthread& thread : threads_)
        thread.request_stop();  // all of them, before the first is waited for
}

bool Feeder::offer(const std::string& checkpoint) {
    const auto note = merkle::read_note(checkpoint);
    if (!note || !merkle::verify_note(*note, setup_.log)) return false;
    auto read = merkle::read_checkpoint(note->text);
    if (!read || setup_.log.empty() || read->origin != setup_.log.front().name) return false;
    const std::lock_guard lock(mutex_);
    const auto& last = newest_ ? newest_ : current_;
    if (last && read->size < last->checkpoint.size) return false;
    if (last && *read == last->checkpoint) return true;
    newest_ = std::make_shared<const Offered>(Offered{.checkpoint = *std::move(read),
                                                      .text = note->text,
                                                      .note = checkpoint,
                                                      .number = last ? last->number + 1 : 1});
    ++version_;
    changed_.notify_all();
    return true;
}

std::vector<Standing> Feeder::standings() const {
    const std::lock_guard lock(mutex_);
    std::vector<Standing> standings;
    for (const auto& sender : senders_) standings.push_back(sender->standing);
    return standings;
}

std::uint64_t Feeder::largest() const {
    const std::lock_guard lock(mutex_);
    const auto& last = newest_ ? newest_ : current_;
    return last ? last->checkpoint.size : 0;
}

// -- the senders
// ---------------------------------------------------------------------------------------------

/// Makes the newest checkpoint that of all, when its tick has come. With the mutex held.
void Feeder::advance(Clock::time_point now) {
    if (!newest_ || now < next_tick_) return;
    current_ = std::exchange(newest_, nullptr);
    next_tick_ = now + setup_.tick;
    ++version_;
    changed_.notify_all();
}

/// When there is something to do for this sender. With the mutex held.
Feeder::Clock::time_point Feeder::due(const Sender& sender) const {
    if (!current_) return Clock::time_point::max();
    return sender.done == current_->number ? std::max(sender.refresh_at, sender.not_before)
                                           : sender.not_before;
}

void Feeder::send(const std::stop_token& stop, Sender& sender) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        const auto now = Clock::now();
        advance(now);
        const auto when = due(sender);
        if (when <= now) {
            const auto offered = current_;
            lock.unlock();
            const Outcome outcome = bring(sender, *offered, stop);
            if (outcome.brought) setup_.brought(*outcome.brought);
            lock.lock();
            settle(sender, *offered, outcome);
            continue;
        }
        const auto until = newest_ ? std::min(when, next_tick_) : when;
        const auto changed = [&, version = version_] { return version_ != version; };
        // A wait until the end of time would overflow in the library.
        if (until == Clock::time_point::max()) {
            changed_.wait(lock, stop, changed);
        } else {
            changed_.wait_until(lock, stop, until, changed);
        }
    }
}

/// With the mutex held.
void Feeder::settle(Sender& sender, const Offered& offered, const Outcome& outcome) {
    const auto now = Clock::now();
    sender.standing.last = outcome.feeding;
    sender.standing.problem = outcome.problem;
    if (outcome.feeding == Feeding::cosigned) {
        sender.standing.failures = 0;
        sender.done = offered.number;
        sender.not_before = now;
        sender.refresh_at = now + setup_.refresh;
        return;
    }
    constexpr unsigned most_doublings = 20;
    const auto pause = setup_.first_pause * (1U << std::min(sender.standing.failures, most_doublings));
    sender.not_before = now + std::min<std::chrono::milliseconds>(pause, setup_.longest_pause);
    ++sender.standing.failures;
}

/// Offers one checkpoint, from the size at which the witness is; where it says another, from that one.
Feeder::Outcome Feeder::bring(Sender& sender, const Offered& offered, const std::stop_token& stop) {
    const std::uint64_t size = offered.checkpoint.size;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        std::uint64_t old = 0;
        {
            const std::lock_guard lock(mutex_);
            old = sender.standing.size.value_or(0);
        }
        if (old > size) return beyond(sender, old, stop);
        auto path = merkle::consistency_path(old, size, setup_.nodes(size));
        if (!path) return {.feeding = Feeding::no_path, .problem = "from " + std::to_string(old)};
        const merkle::AddCheckpoint request{
            .old_size = old, .path = *std::move(path), .checkpoint = offered.note};
        const auto answer = http::fetch({.method = http::Method::post,
                                         .url = under(sender.witness.url, "/add-checkpoint"),
                                         .body = request.text(),
                                         .answer_within = setup_.answer_within,
                                         .longest_answer = longest_answer,
                                         .stop = stop});
        if (!answer) return {.feeding = Feeding::not_reached, .problem = answer.error().problem};
        if (answer->status == 200) return take(sender, offered, answer->body);
        if (answer->status != 409) {
            // It may have another history of ours, which it can show.
            if (std::string proof = answer->status == 422 ? proof_against_us(sender, stop) : "";
                !proof.empty())
                setup_.alarm({.witness = sender.witness.name, .size = old, .proof = std::move(proof)});
            return {.feeding = Feeding::refused, .problem = "status " + std::to_string(answer->status)};
        }
        const auto told = size_in(*answer);
        if (!told) return {.feeding = Feeding::bad_answer, .problem = "409 without a size"};
        if (*told > size) return beyond(sender, *told, stop);
        const std::lock_guard lock(mutex_);
        sender.standing.size = told;
    }
    return {.feeding = Feeding::bad_answer, .problem = "names one size after another"};
}

Feeder::Outcome Feeder::take(Sender& sender, const Offered& offered, std::string_view lines) {
    const auto read = merkle::read_signature_lines(lines);
    if (!read) return {.feeding = Feeding::bad_line, .problem = std::string(merkle::name_of(read.error()))};
    const auto line = std::ranges::find_if(*read, [&](const merkle::SignatureLine& one) {
        return merkle::verifies(sender.witness.key, offered.text, one);
    });
    if (line == read->end())
        return {.feeding = Feeding::bad_line, .problem = "no line by its key that holds"};
    return accept(sender, offered.checkpoint.size, *line);
}

/// A line that was verified: is its time one that may be?
Feeder::Outcome Feeder::accept(Sender& sender, std::uint64_t size, const merkle::SignatureLine& line) {
    const std::uint64_t time = merkle::time_of(line).value_or(0);
    const std::lock_guard lock(mutex_);
    if (time > setup_.now() + setup_.most_ahead)
        return {.feeding = Feeding::future_time, .problem = std::to_string(time)};
    if (time < sender.standing.cosigned_at)
        return {.feeding = Feeding::earlier_time, .problem = std::to_string(time)};
    sender.standing.size = size;
    sender.standing.cosigned_at = time;
    return {.feeding = Feeding::cosigned,
            .brought = Brought{.witness = sender.witness.name, .size = size, .line = line}};
}

// -- what a witness knows beyond us
// --------------------------------------------------------------------------

Feeder::Outcome Feeder::beyond(Sender& sender, std::uint64_t size, const std::stop_token& stop) {
    {
        // What it says is not kept: it is asked anew, as one of whom nothing is known, and may say otherwise.
        const std::lock_guard lock(mutex_);
        sender.standing.size = std::nullopt;
    }
    if (size > largest())
        setup_.alarm({.witness = sender.witness.name, .size = size, .proof = proof_against_us(sender, stop)});
    return {.feeding = Feeding::beyond_us, .problem = "says " + std::to_string(size)};
}

/// A checkpoint with our signature that is not ours; empty where the witness shows none.
std::string Feeder::proof_against_us(const Sender& sender, const std::stop_token& stop) {
    auto asked = ask(sender.witness.url, setup_.log, sender.witness.key, setup_.answer_within, stop);
    if (!asked || !*asked || ours((*asked)->checkpoint)) return "";
    return std::move((*asked)->note);
}

bool Feeder::ours(const merkle::Checkpoint& checkpoint) {
    const std::uint64_t size = largest();
    if (checkpoint.size > size) return false;
    const auto edge = merkle::edge_of(checkpoint.size, setup_.nodes(size));
    return !edge || edge->root() == checkpoint.root;  // where our own tree cannot be read nothing is proved
}

// -- statements made in their own time
// -----------------------------------------------------------------------

void Feeder::watch(const std::stop_token& stop, Sender& sender) {
    std::unique_lock lock(mutex_);
    // Before the first offer we do not know our own log, and everything would seem to be beyond it.
    changed_.wait(lock, stop, [&] { return newest_ || current_; });
    while (!stop.stop_requested()) {
        lock.unlock();
        const auto asked =
            ask(sender.witness.url, setup_.log, sender.witness.key, setup_.answer_within, stop);
        Outcome outcome{.feeding = Feeding::waiting};
        if (!asked) {
            outcome = {.feeding = Feeding::not_reached, .problem = asked.error()};
        } else if (*asked && !ours((*asked)->checkpoint)) {
            const Seen& seen = **asked;
            setup_.alarm({.witness = sender.witness.name, .size = seen.checkpoint.size, .proof = seen.note});
            outcome = {.feeding = Feeding::beyond_us, .problem = std::to_string(seen.checkpoint.size)};
        } else if (*asked && !(*asked)->line) {
            outcome = {.feeding = Feeding::bad_line, .problem = "no line by its key that holds"};
        } else if (*asked) {
            outcome = accept(sender, (*asked)->checkpoint.size, *(*asked)->line);
        }
        if (outcome.brought) setup_.brought(*outcome.brought);
        lock.lock();
        sender.standing.last = outcome.feeding;
        sender.standing.problem = outcome.problem;
        sender.standing.failures = asked ? 0 : sender.standing.failures + 1;
        changed_.wait_for(lock, stop, setup_.look, [] { return false; });
    }
}

}  // namespace witness
