#include "archive/verify.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "archive/audit.hpp"
#include "archive/layout.hpp"
#include "archive/signed_note.hpp"
#include "merkle/note.hpp"

namespace archive {
namespace {

/// Slices that wait for their turn, for each thread: one that is slow (large files) does not stop the others.
constexpr std::uint64_t slices_ahead = 8;
/// Bytes of a charter: it is an entry.
constexpr std::size_t longest_charter = merkle::longest_entry;

/// How many entries of the copy must be the ones that the log signed, before this is said of the log: what
/// these failures mean accuses whoever runs it. 0: it says something of the copy alone.
std::uint64_t entries_needed(const Failure& failure) {
    switch (failure.check) {
        case Check::keys:
        case Check::form:
            return failure.entry ? *failure.entry + 1 : 0;
        case Check::known:
            return merkle::read_decimal(failure.facts.at("size")).value_or(0);
        default:
            return 0;
    }
}

class Verification {
public:
    Verification(const Fetch& fetch, const VerifyOptions& options) : fetch_(fetch), options_(options) {}

    Verdict run() {
        for (std::size_t i = 0; i < all_checks; ++i) verdict_.looked[static_cast<Check>(i)] = {};
        if (read_policy() && read_checkpoint()) {
            read_newest();
            read_known();
            read_entries();
        }
        for (const Failure& failure : verdict_.failures) looked(failure.check).state = State::fails;
        return std::move(verdict_);
    }

private:
    Looked& looked(Check check) { return verdict_.looked[check]; }
    void holds(Check check, std::uint64_t count) { looked(check) = {State::holds, count}; }
    void fail(Failure failure) {
        const auto same = [&](const Failure& one) { return one.check == failure.check; };
        if (std::ranges::none_of(verdict_.failures, same)) verdict_.failures.push_back(std::move(failure));
    }
    std::uint64_t size() const { return (verdict_.newest ? *verdict_.newest : *verdict_.checkpoint).size; }

    bool read_policy() {
        if (options_.policy) {
            policy_ = *options_.policy;
            return true;
        }
        const auto text = fetch_whole(fetch_, policy_file, merkle::longest_policy, Check::policy);
        if (!text) return fail(text.error()), false;
        auto policy = merkle::read_policy(*text);
        if (!policy) {
            fail(failed(Check::policy, "not_a_policy", policy_file,
                        {{"why", std::string(merkle::name_of(policy.error().code))},
                         {"line", std::to_string(policy.error().line)}}));
            return false;
        }
        policy_ = std::move(*policy);
        verdict_.warnings.emplace(Warning::trusts_copy, 0);
        return true;
    }

    bool read_checkpoint() {
        const auto whole = fetch_whole(fetch_, checkpoint_file, merkle::longest_note, Check::checkpoint);
        if (!whole) return fail(whole.error()), false;
        auto read = read_signed(*whole, policy_, Check::checkpoint, checkpoint_file);
        if (!read) return fail(std::move(read.error())), false;
        verdict_.checkpoint = std::move(read->checkpoint);
        verdict_.standing = std::move(read->standing);
        signed_at_.emplace(verdict_.checkpoint->size,
                           Expected{verdict_.checkpoint->root, Check::root, std::string(checkpoint_file)});
        holds(Check::checkpoint, 1);

        judge_witnesses(verdict_, policy_, options_.unwitnessed, checkpoint_file);
        return true;
    }

    void read_newest() {
        const auto whole = fetch_(newest_file, merkle::longest_note);
        if (!whole)
            return fail(failed(Check::checkpoint, "unreadable", newest_file, {{"problem", whole.error()}}));
        if (!*whole) return;
        auto read = read_signed(**whole, policy_, Check::checkpoint, newest_file);
        if (!read) return fail(std::move(read.error()));
        if (read->checkpoint.origin != verdict_.checkpoint->origin)
            return fail(
                failed(Check::checkpoint, "other_log", newest_file,
                       {{"found", read->checkpoint.origin}, {"expected", verdict_.checkpoint->origin}}));
        holds(Check::checkpoint, 2);
        signed_at_.emplace(read->checkpoint.size,
                           Expected{read->checkpoint.root, Check::root, std::string(newest_file)});
        if (read->checkpoint.size <= verdict_.checkpoint->size) return;
        verdict_.warnings[Warning::not_witnessed] += read->checkpoint.size - verdict_.checkpoint->size;
        verdict_.newest = std::move(read->checkpoint);
    }

    void read_known() {
        looked(Check::known).state = options_.known.empty() ? State::not_asked : State::not_reached;
        for (const std::string& whole : options_.known) {
            auto read = read_signed(whole, policy_, Check::known, {});
            if (!read) {
                fail(std::move(read.error()));
                continue;
            }
            const merkle::Checkpoint& known = read->checkpoint;
            if (known.origin != verdict_.checkpoint->origin) {
                fail(failed(Check::known, "other_log", {},
                            {{"found", known.origin}, {"expected", verdict_.checkpoint->origin}}));
            } else if (known.size > size()) {
                fail(failed(Check::known, "shorter_than_known", {},
                            {{"size", std::to_string(known.size)}, {"found", std::to_string(size())}}));
            } else if (known.size == 0) {
                ++looked(Check::known).count;
            } else {
                signed_at_.emplace(known.size, Expected{known.root, Check::known, {}});
            }
        }
    }

    // Who works: takes the next slice, or what is next in order, whichever there is.
    struct Queue {
        std::mutex mutex;
        std::condition_variable changed;
        std::uint64_t next = 0;  // to be prepared
        std::uint64_t turn = 0;  // to be read in order
        bool reading = false;
        bool over = false;
        std::map<std::uint64_t, Slice> ready;
    };

    void work(Queue& queue, Preparing& preparing, Reading& reading, std::uint64_t slices,
              std::uint64_t ahead) {
        std::unique_lock lock(queue.mutex);
        while (!queue.over) {
            if (!queue.reading && queue.ready.contains(queue.turn)) {
                Slice slice = std::move(queue.ready.extract(queue.turn).mapped());
                queue.reading = true;
                lock.unlock();
                auto failure =
                    reading.take(std::move(slice), [&](std::uint64_t at) { return at_size(at, reading); });
                if (options_.progress) options_.progress(reading.counts().entries, size());
                lock.lock();
                queue.reading = false;
                ++queue.turn;
                queue.over = failure || queue.turn == slices;
                if (failure) stopped_by_ = std::move(failure);
                queue.changed.notify_all();
            } else if (queue.next < slices && queue.next < queue.turn + ahead) {
                const std::uint64_t n = queue.next++;
                lock.unlock();
                Slice slice = preparing.slice(n);
                lock.lock();
                queue.ready.emplace(n, std::move(slice));
                queue.changed.notify_all();
            } else {
                queue.changed.wait(lock);
            }
        }
    }

    void read_entries() {
        Preparing preparing(fetch_, verdict_.checkpoint->origin, size());
        Reading reading(fetch_, verdict_.checkpoint->origin);
        const std::uint64_t slices = (size() + merkle::tile_width - 1) / merkle::tile_width;
        const unsigned threads =
            options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
        Queue queue;
        queue.over = slices == 0;
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads; ++i)
                others.emplace_back([&] { work(queue, preparing, reading, slices, slices_ahead * threads); });
            work(queue, preparing, reading, slices, slices_ahead * threads);
        }
        if (stopped_by_) fail(of_whom(std::move(*stopped_by_), reading.tree().edge()));
        const Counts& counts = reading.counts();
        looked(Check::entries).count = counts.entries;
        looked(Check::tree).count = reading.tree().tiles();
        looked(Check::root).count = roots_;
        looked(Check::known).count += known_;
        looked(Check::seals).count = counts.seals;
        looked(Check::keys).count = reading.book().keys().all().size();
        looked(Check::form).count = counts.acts;
        looked(Check::files).count = preparing.files();
        if (reading.tree().size() == size()) conclude(reading);
    }

    // Whoever hands on a copy can change its entries and make the tiles anew, but cannot sign the root that
    // comes of it: the log is told of an entry only where the root over it is the one that the log signed.
    Failure of_whom(Failure failure, merkle::Edge edge) {
        const std::uint64_t needed = entries_needed(failure);
        if (needed == 0) return failure;
        for (const auto& [at, expected] : signed_at_) {
            if (at < needed || expected.check != Check::root) continue;
            if (auto missing = hash_up_to(at, edge)) return std::move(*missing);
            if (edge.root() == expected.root) return failure;
            return failed(Check::root, "root_differs", expected.path, {{"size", std::to_string(at)}});
        }
        return failure;
    }

    // The entries after those in `edge`, as the copy has them, unread.
    std::optional<Failure> hash_up_to(std::uint64_t end, merkle::Edge& edge) {
        while (edge.size() < end) {
            const std::uint64_t n = edge.size() / merkle::tile_width;
            const merkle::TilePath bundle{std::nullopt, n, merkle::width_at(std::nullopt, n, size())};
            const auto bytes = fetch_tile(fetch_, bundle, Check::entries);
            if (!bytes) return bytes.error();
            const auto entries = merkle::read_bundle(*bytes, bundle.width);
            if (!entries) return failed(Check::entries, "wrong_length", bundle.text());
            for (std::uint64_t i = edge.size() % merkle::tile_width; i < bundle.width && edge.size() < end;
                 ++i)
                edge.append(merkle::leaf_hash((*entries)[i]));
        }
        return std::nullopt;
    }

    // What is signed for `at` entries, and the narrow tiles of that size.
    std::optional<Failure> at_size(std::uint64_t at, Reading& reading) {
        const auto [first, last] = signed_at_.equal_range(at);
        for (auto one = first; one != last; ++one) {
            const Expected& expected = one->second;
            const bool is_known = expected.check == Check::known;
            if (reading.tree().root() != expected.root)
                return failed(expected.check, is_known ? "known_differs" : "root_differs", expected.path,
                              {{"size", std::to_string(at)}});
            ++(is_known ? known_ : roots_);
            if (is_known) continue;
            if (auto failure = reading.tree().compare_edge()) return failure;
        }
        return std::nullopt;
    }

    void conclude(const Reading& reading) {
        for (const Check check : {Check::entries, Check::tree, Check::root, Check::seals, Check::keys,
                                  Check::form, Check::files, Check::policy, Check::conclusions}) {
            const bool failed_before = std::ranges::any_of(
                verdict_.failures, [&](const Failure& one) { return one.check == check; });
            if (!failed_before) looked(check).state = State::holds;
        }
        if (looked(Check::known).state == State::not_reached) looked(Check::known).state = State::holds;
        if (looked(Check::files).count == 0) looked(Check::files).state = State::not_asked;
        compare_beside(reading.book());
        const Counts& counts = reading.counts();
        if (counts.commitments > 0) verdict_.warnings.emplace(Warning::annexes, counts.commitments);
        std::uint64_t withheld = 0;
        for (const auto& [entry, what] : reading.book().keys().withheld())
            withheld += reading.book().keys().released().contains(entry) ? 0 : 1;
        if (withheld > 0) verdict_.warnings.emplace(Warning::withheld, withheld);

        const Remade remade =
            options_.remake && verdict_.holds() ? options_.remake(reading.book(), fetch_) : Remade{};
        looked(Check::conclusions) = {remade.pages > 0 ? State::holds : State::not_asked, remade.pages};
        if (!remade.differs.empty()) fail(failed(Check::conclusions, "page_differs", remade.differs));
        if (verdict_.holds() && options_.read) options_.read(reading.book());
    }

    // What lies beside the log says the same as the log.
    void compare_beside(const registry::Book& book) {
        std::uint64_t compared = 0;
        const auto policy = policy_of(book.keys());
        const auto text = fetch_(policy_file, merkle::longest_policy);
        if (text && *text) {
            ++compared;
            if (!policy || **text != policy->text())
                return fail(failed(Check::policy, "policy_differs", policy_file));
        }
        const auto charter = fetch_(charter_file, longest_charter);
        if (charter && *charter) {
            ++compared;
            const auto first = fetch_tile(
                fetch_, {std::nullopt, 0, merkle::width_at(std::nullopt, 0, size())}, Check::entries);
            const auto entries =
                first ? merkle::read_bundle(*first, merkle::width_at(std::nullopt, 0, size())) : std::nullopt;
            if (!entries || entries->front() != **charter)
                return fail(failed(Check::policy, "charter_differs", charter_file));
        }
        looked(Check::policy) = {compared > 0 ? State::holds : State::not_asked, compared};
    }

    struct Expected {
        merkle::Hash root{};
        Check check{};
        std::string path;
    };

    const Fetch& fetch_;
    const VerifyOptions& options_;
    merkle::Policy policy_;
    std::multimap<std::uint64_t, Expected> signed_at_;
    std::uint64_t roots_ = 0;
    std::uint64_t known_ = 0;
    std::optional<Failure> stopped_by_;  // of the reading in order, which one thread does at a time
    Verdict verdict_;
};

}  // namespace

Verdict verify(const Fetch& fetch, const VerifyOptions& options) {
    return Verification(fetch, options).run();
}

}  // namespace archive
