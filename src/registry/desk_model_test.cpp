// Random acts against a small model of the rules: the desk gives the same answers and holds the same log.
//
// What is drawn is numbers; what they stand for depends on the log so far, so that most of it is sound and
// any of it can be wrong. Nought is always the sound choice, and a failure shrinks towards it. A failure
// tells what was handed in, with the answers; RC_PARAMS of RapidCheck repeats it.

#include <array>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "merkle/checkpoint.hpp"
#include "registry/scrub.hpp"
#include "registry/testing_model.hpp"
#include "store/testing_places.hpp"

namespace registry {
namespace {

using namespace testing;
using store::testing::Folder;

/// Keys that come and go. X is never accredited: a stranger.
constexpr std::string_view letters = "ABCDEPQRSTX";
const std::array<std::string, 2> members{"atlantis", "lemuria"};

// -- what is drawn -----------------------------------------------------------------------------------------

/// The numbers of one step, taken one by one; noughts after the last.
class Dice {
public:
    explicit Dice(const std::vector<int>& numbers) : numbers_(numbers) {}
    /// 0 to `sides` - 1.
    std::size_t of(std::size_t sides) { return static_cast<std::size_t>(next()) % sides; }
    /// In so many of a hundred.
    bool rarely(int percent) { return next() >= 100 - percent; }
    template <class Range> auto one_of(const Range& range) {
        return *std::next(std::begin(range), static_cast<std::ptrdiff_t>(of(std::size(range))));
    }

private:
    int next() { return at_ < numbers_.size() ? numbers_[at_++] : 0; }
    const std::vector<int>& numbers_;
    std::size_t at_ = 0;
};

rc::Gen<std::vector<std::vector<int>>> steps() {
    const auto number = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 100));
    return rc::gen::scale(0.5, rc::gen::container<std::vector<std::vector<int>>>(
                                   rc::gen::container<std::vector<int>>(20, number)));
}

/// Draws what is handed in next.
class Drawing {
public:
    Drawing(const Model& model, Dice& dice) : model_(model), dice_(dice) {}

    HandedIn handed_in() {
        switch (dice_.of(14)) {
            default:
                return act();
            case 4:
            case 5:
                return withhold();
            case 6:
            case 7:
                return release();
            case 8:
                return accredit();
            case 9:
            case 10:
            case 11:
                return rotate();
            case 12:
            case 13:
                return recall();
        }
    }

private:
    Left left() {
        const std::size_t number = dice_.of(12);
        // An id has one member; that of Mu is not declared.
        return {.id = "a" + std::to_string(number),
                .member = number == 11 ? "mu" : members[number % 2],
                .on = dice_.rarely(20) ? "1999-01-01" : "1970-01-01"};
    }
    HandedIn act() {
        const Left act = left();
        return sealed(act, representatives_or_registrar(act.member));
    }
    HandedIn withhold() {
        const Left act = left();
        return sealed(Withhold{act, dice_.rarely(20) ? 't' : 's'}, representatives_or_registrar(act.member));
    }
    HandedIn release() {
        if (model_.withheld().empty() || dice_.rarely(15))
            return sealed(Release{dice_.of(model_.size() + 2), left(), 's'}, registrar());
        const auto& [entry, held] = dice_.one_of(model_.withheld());
        Release release{entry, held.act, held.salt};
        if (!model_.released().empty() && dice_.rarely(20))
            release.entry = dice_.one_of(model_.released()).first;
        if (dice_.rarely(20)) release.salt = 'u';
        return sealed(release, registrar());
    }
    HandedIn accredit() {
        constexpr std::array uses{seals::Use::representative, seals::Use::registrar, seals::Use::authority};
        std::string unknown(letters.substr(0, letters.size() - 1));
        std::erase_if(unknown, [&](char key) { return model_.keys().contains(key); });
        Accredit one{.key = unknown.empty() ? 'A' : dice_.one_of(unknown),
                     .holder = {},
                     .use = dice_.one_of(uses),
                     .next = next()};
        if (dice_.rarely(20)) one.key = 'A';
        if (one.use == seals::Use::representative) one.holder = dice_.one_of(members);
        if (one.use == seals::Use::authority && !dice_.rarely(25)) one.holder = dice_.one_of(members);
        const bool own = one.use != seals::Use::authority && model_.has_authority(one.holder);
        return sealed(one, authorities(own ? one.holder : ""));
    }
    HandedIn rotate() {
        std::string can;
        for (const auto& [key, state] : model_.keys())
            if (state.next && Model::may_give_way(state)) can.append(state.live() ? 1 : 3, key);
        Rotate one{.from = can.empty() || dice_.rarely(20) ? any() : dice_.one_of(can),
                   .to = any_letter(),
                   .next = next()};
        const auto from = model_.keys().find(one.from);
        if (from != model_.keys().end() && from->second.next && !dice_.rarely(20)) one.to = from->second.next;
        return sealed(one, std::string(1, one.to));
    }
    HandedIn recall() {
        constexpr std::array whys{seals::KeyRecalled::Why::retired, seals::KeyRecalled::Why::lost,
                                  seals::KeyRecalled::Why::compromised};
        Recall one{.key = any(), .why = dice_.one_of(whys), .since = {}};
        if (one.why == seals::KeyRecalled::Why::compromised && dice_.rarely(50))
            one.since = dice_.of(model_.size());
        const auto known = model_.keys().find(one.key);
        if (known == model_.keys().end()) return sealed(one, authorities(""));
        const std::string& holder = known->second.holder;
        return sealed(one, authorities(model_.has_authority(holder) ? holder : "") + one.key);
    }

    /// Any key that was ever accredited; sometimes one that nobody knows.
    char any() { return dice_.rarely(15) ? any_letter() : dice_.one_of(model_.keys()).first; }
    char any_letter() { return dice_.one_of(letters); }
    char next() { return dice_.rarely(60) ? any_letter() : '\0'; }

    /// Live keys that may: one of them seals, or sometimes another, or two.
    std::string live(seals::Use use, const std::string& holder) const {
        std::string found;
        for (const auto& [key, state] : model_.keys())
            if (state.live() && state.use == use && state.holder == holder) found += key;
        return found;
    }
    std::string authorities(const std::string& holder) const { return live(seals::Use::authority, holder); }
    std::string registrar() const { return live(seals::Use::registrar, "") + authorities(""); }
    std::string representatives_or_registrar(const std::string& member) const {
        return live(seals::Use::representative, member) + registrar();
    }
    HandedIn sealed(Statement statement, const std::string& those_who_may) {
        HandedIn in{.statement = std::move(statement), .seals = {}};
        std::set<char> by{those_who_may.empty() || dice_.rarely(20) ? any() : dice_.one_of(those_who_may)};
        if (dice_.rarely(15)) by.insert(any());
        for (const char key : by) in.seals.push_back(seal(key));
        in.forged = dice_.rarely(4);
        return in;
    }
    Seal seal(char key) {
        const auto known = model_.keys().find(key);
        Seal seal{.key = key,
                  .count = known == model_.keys().end() ? 1 : known->second.count + 1,
                  .after = {.size = model_.size(), .root = {}}};
        if (dice_.rarely(8))
            seal.count = seal.count > 1 && !dice_.rarely(50) ? seal.count - 1 : seal.count + 1 + dice_.of(3);
        if (dice_.rarely(25)) seal.after.size = model_.size() - dice_.of(model_.size() + 1);  // some time ago
        seal.after.root = model_.root(seal.after.size);
        if (dice_.rarely(6)) seal.after.root[5] ^= 1;                            // of another log
        if (dice_.rarely(4)) seal.after.size = model_.size() + 1 + dice_.of(3);  // of what is not yet
        return seal;
    }

    const Model& model_;
    Dice& dice_;
};

// -- the desk that is asked --------------------------------------------------------------------------------

std::string answer_of(const Outcome& outcome) {
    if (const auto* receipt = std::get_if<Receipt>(&outcome))
        return receipt->was_on_record ? "on record" : "kept";
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) return code_of(*refusal);
    return "closed: " + std::string(name_of(std::get<Closed>(outcome).why));
}

/// A desk on a store in memory, or in a file with a guard beside it; opened anew it reads all of it again.
class Office {
public:
    enum class Where { memory, file };
    explicit Office(Where where) : where_(where) {
        store_ = where == Where::memory ? store::in_memory() : *store::create(folder_.file("log.sqlite"));
        open();
    }
    void reopen() {
        desk.reset();
        if (where_ == Where::file) {
            store_.reset();
            auto opened = store::open(folder_.file("log.sqlite"), store::Mode::append);
            RC_ASSERT(opened.has_value());
            store_ = std::move(*opened);
        }
        open();
    }
    const store::Store& store() const { return *store_; }

    base::Day today = seals::testing::today;
    std::unique_ptr<Desk> desk;

private:
    void open() {
        auto opened = Desk::open({.store = *store_,
                                  .log = log_signer(),
                                  .today = [this] { return today; },
                                  .guard = where_ == Where::file ? folder_.file("guard") : std::string()});
        RC_ASSERT(opened.has_value());
        desk = std::move(*opened);
    }
    Where where_;
    Folder folder_;
    std::unique_ptr<store::Store> store_;
};

merkle::Checkpoint checkpoint_in(const std::string& note) {
    const auto read = merkle::read_note(note);
    RC_ASSERT(read.has_value());
    const std::array known{log_signer().verifier()};
    RC_ASSERT(bool(merkle::verify_note(*read, known)));
    const auto checkpoint = merkle::read_checkpoint(read->text);
    RC_ASSERT(checkpoint.has_value());
    RC_ASSERT(checkpoint->origin == origin);
    return *checkpoint;
}

void expect_proved(const Model& model, const Receipt& receipt, std::uint64_t place) {
    RC_ASSERT(receipt.entry == place);
    RC_ASSERT(receipt.known_on == model.known_on(place));
    const std::string& bytes = model.entries()[place];
    const auto entry = seals::read_entry(bytes, seals::Where::in_log);
    RC_ASSERT(entry.has_value());
    RC_ASSERT(receipt.digest == seals::digest_of(origin, seals::statement_of(*entry)));
    const merkle::Checkpoint checkpoint = checkpoint_in(receipt.checkpoint);
    RC_ASSERT(checkpoint.size == model.size());
    RC_ASSERT(checkpoint.root == model.root(model.size()));
    RC_ASSERT(receipt.path.has_value());
    RC_ASSERT(merkle::proves_inclusion(place, checkpoint.size, merkle::leaf_hash(bytes), *receipt.path,
                                       checkpoint.root));
}

/// By their texts, as the model has them by their letters.
std::map<std::string, Model::Key> keys_of(const Book& book, const std::map<std::string, char>& letter_of) {
    std::map<std::string, Model::Key> found;
    for (const seals::Key& key : book.keys().all()) {
        char next = '\0';
        for (const auto& [text, letter] : letter_of)
            if (key.next == seals::next_of(text)) next = letter;
        RC_ASSERT(key.next.has_value() == (next != '\0'));
        found[key.key] = {.holder = key.holder,
                          .use = key.use,
                          .accredited = key.accredited,
                          .next = next,
                          .count = key.count,
                          .last_after = key.last_after,
                          .why_ended = std::string(key.why_ended),
                          .ended = key.ended.value_or(0),
                          .contested_since = key.contested_since};
        RC_ASSERT(key.ended.has_value() == !key.why_ended.empty());
    }
    return found;
}

void expect_same(const Model& model, const Office& office) {
    RC_ASSERT(!office.desk->closed());
    const store::Head head = office.desk->head();
    RC_ASSERT(head.size() == model.size());
    RC_ASSERT(head.edge.root() == model.root(model.size()));
    RC_ASSERT(checkpoint_in(head.checkpoint).root == head.edge.root());
    RC_ASSERT(office.store().head()->checkpoint == head.checkpoint);
    RC_ASSERT(*office.store().entries(0, model.size() + 1) == model.entries());

    static const auto letter_of = [] {
        std::map<std::string, char> made;
        for (const char letter : letters) made[key_of(letter)] = letter;
        return made;
    }();
    office.desk->look([&](const Book& book) {
        RC_ASSERT(book.size() == model.size());
        RC_ASSERT(book.latest_day() == model.latest_day());
        std::map<std::string, Model::Key> keys;
        for (const auto& [letter, key] : model.keys()) keys[key_of(letter)] = key;
        RC_ASSERT(keys_of(book, letter_of) == keys);
        std::set<std::uint64_t> withheld, still;
        for (const auto& [place, one] : model.withheld()) withheld.insert(place);
        for (const auto& [place, one] : book.keys().withheld()) still.insert(place);
        RC_ASSERT(still == withheld);
        RC_ASSERT(book.keys().released() == model.released());
        RC_ASSERT(book.leaves().size() == model.acts().size());
        for (const auto& [id, place] : model.acts()) RC_ASSERT(book.place_of(base::ActId::of(id)) == place);
    });
}

void expect_sound(const Office& office) {
    Scrubber scrubber(office.store(), log_signer().verifier());
    do {
        const auto found = scrubber.step();
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->empty());
    } while (!scrubber.round_done());
    RC_ASSERT(scrubber.entries() == office.desk->head().size());
}

// -- random acts -------------------------------------------------------------------------------------------

/// How often each answer was given, and how often something of each kind was kept.
using Answers = std::map<std::string, int>;

void hand_in(const HandedIn& in, Model& model, Office& office, Answers& answers) {
    const std::string expected = model.answer(in, office.today);
    const Outcome outcome = office.desk->submit({seals::write_entry(entry_of(in)), {}, {}, {}});
    RC_LOG() << "  " << in << "\n    " << answer_of(outcome) << " (" << expected << ")\n";
    RC_ASSERT(answer_of(outcome) == expected);
    ++answers[expected];
    if (expected == "kept") {
        model.keep(in, office.today);
        ++answers["kept, of kind " + std::to_string(in.statement.index())];
    }
    if (const auto* receipt = std::get_if<Receipt>(&outcome))
        expect_proved(model, *receipt, *model.place_of(in.statement));
}

void take(const std::vector<std::vector<int>>& steps, Office::Where where, Answers& answers) {
    Office office(where);
    Hands hands(*office.desk);
    RC_ASSERT(set_up(*office.desk, hands));
    Model model(*office.store().entries(0, 10));
    expect_same(model, office);
    std::vector<HandedIn> before;
    for (const std::vector<int>& numbers : steps) {
        Dice dice(numbers);
        if (dice.rarely(5)) {
            RC_LOG() << "  opened anew\n";
            office.reopen();
        } else if (dice.rarely(5)) {
            constexpr std::array days{1, 0, 2, 30, -1, -2};  // a day is not over everywhere at once
            office.today = model.latest_day().plus(base::Days{dice.one_of(days)});
            RC_LOG() << "  it is " << office.today.text() << "\n";
        } else if (dice.rarely(10) && !before.empty()) {
            hand_in(HandedIn(dice.one_of(before)), model, office, answers);  // the same bytes again
        } else {
            before.push_back(Drawing(model, dice).handed_in());
            hand_in(before.back(), model, office, answers);
        }
        expect_same(model, office);
    }
    // Another desk on what was kept says the same of everything that was ever handed in.
    office.reopen();
    expect_same(model, office);
    expect_sound(office);
    for (const HandedIn& in : before) hand_in(in, model, office, answers);
    expect_same(model, office);
}

TEST(DeskAndModel, AgreeOnRandomActs) {
    Answers answers;
    EXPECT_TRUE(rc::check([&] {
        const auto drawn = *steps();
        const auto where =
            *rc::gen::weightedElement<Office::Where>({{9, Office::Where::memory}, {1, Office::Where::file}});
        take(drawn, where, answers);
    }));
    // It was a trial: what is drawn often enough was met. One case that is repeated meets little.
    if (answers["kept"] < 100) return;
    for (const std::string answer :
         {"on record", "closed: clock_back", "unknown_key_id", "bad_signature", "ended_key", "count_used",
          "count_skipped", "after_beyond", "after_differs", "after_stale", "key_in_use", "not_authorised",
          "not_withheld"})
        EXPECT_GT(answers[answer], 0) << answer;
    for (std::size_t kind = 0; kind < std::variant_size_v<Statement>; ++kind)
        EXPECT_GT(answers["kept, of kind " + std::to_string(kind)], 0) << kind;
}

}  // namespace
}  // namespace registry
