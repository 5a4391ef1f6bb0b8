#include "registry/desk.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "encoding/json.hpp"
#include "merkle/checkpoint.hpp"
#include "registry/refusal.hpp"
#include "registry/testing_desk.hpp"
#include "store/testing_places.hpp"

namespace registry {
namespace {

using namespace testing;
using seals::testing::act_of;
using seals::testing::entry_of;
using seals::testing::with_body;
using store::testing::Folder;

const std::string salt(32, 's');

std::string answer_of(const Outcome& outcome) {
    if (std::holds_alternative<Receipt>(outcome)) return "kept";
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) return code_of(*refusal);
    return "closed: " + std::string(name_of(std::get<Closed>(outcome).why));
}

// A desk over a store, and hands that hand in.
struct Office {
    explicit Office(std::unique_ptr<store::Store> kept, std::string guard = {}) : store(std::move(kept)) {
        open(std::move(guard));
    }
    void open(std::string guard_file) {
        guard = std::move(guard_file);
        auto opened = Desk::open({.store = *store,
                                  .log = log_signer(),
                                  .today = [this] { return today; },
                                  .guard = guard,
                                  .known_elsewhere = elsewhere,
                                  .kept = [this](const store::Head& head) { heads.push_back(head); },
                                  .registrar = &registrar});
        if (!opened) {
            closed = opened.error();
            return;
        }
        closed.reset();
        desk = std::move(*opened);
        hands = std::make_unique<Hands>(*desk);
        hands->learn_counts();
    }
    void set_up() { ASSERT_TRUE(testing::set_up(*desk, *hands)); }

    base::Day today = day("2031-05-07");
    std::vector<KnownElsewhere> elsewhere;
    merkle::SecretKey registrar = secret('R');
    std::string guard;
    std::vector<store::Head> heads;
    std::unique_ptr<store::Store> store;
    std::optional<Closed> closed;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Hands> hands;
};

// Everything that a store holds, as one text.
std::string contents(const store::Store& store) {
    std::string all = store.head()->checkpoint;
    (void)store.each_entry(0, [&](std::uint64_t, std::string_view bytes) {
        all.append(bytes).append("\n");
        return true;
    });
    for (const auto size : *store.checkpoint_sizes(0, 1000)) all += **store.checkpoint(size);
    for (const auto& hash : *store.files()) all += (*store.file(hash))->bytes;
    for (const auto& hash : *store.annexes()) all += (*store.annex(hash))->bytes;
    return all;
}

void expect_proved(const store::Store& store, const Receipt& receipt) {
    const auto note = merkle::read_note(receipt.checkpoint);
    ASSERT_TRUE(note);
    const std::array known{log_signer().verifier()};
    ASSERT_TRUE(merkle::verify_note(*note, known));
    const auto checkpoint = merkle::read_checkpoint(note->text);
    ASSERT_TRUE(checkpoint);
    EXPECT_EQ(checkpoint->origin, origin);
    const auto entries = store.entries(receipt.entry, 1);
    ASSERT_TRUE(entries && entries->size() == 1);
    ASSERT_TRUE(receipt.path);
    EXPECT_TRUE(merkle::proves_inclusion(receipt.entry, checkpoint->size, merkle::leaf_hash(entries->front()),
                                         *receipt.path, checkpoint->root));
    const auto read = seals::read_entry(entries->front(), seals::Where::in_log);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->known_on, receipt.known_on);
    EXPECT_EQ(seals::digest_of(origin, seals::statement_of(*read)), receipt.digest);
}

class EveryStore : public ::testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<store::Store> make() {
        if (GetParam() == "memory") return store::in_memory();
        auto made = store::create(folder_.file("log.sqlite"));
        EXPECT_TRUE(made);
        return std::move(*made);
    }

private:
    Folder folder_;
};
INSTANTIATE_TEST_SUITE_P(Desk, EveryStore, ::testing::Values("memory", "sqlite"),
                         [](const auto& info) { return info.param; });

TEST_P(EveryStore, GivesAReceiptThatProvesThePlace) {
    Office office(make());
    office.set_up();
    for (int i = 0; i < 300; ++i) {
        const auto outcome =
            office.hands->act("a" + std::to_string(i), i % 2 ? "atlantis" : "lemuria", i % 2 ? "P" : "Q");
        ASSERT_EQ(answer_of(outcome), "kept");
        const Receipt& receipt = std::get<Receipt>(outcome);
        EXPECT_EQ(receipt.entry, 5u + static_cast<std::uint64_t>(i));
        EXPECT_FALSE(receipt.was_on_record);
        EXPECT_EQ(receipt.known_on, office.today);
        expect_proved(*office.store, receipt);
    }
    EXPECT_EQ(office.desk->head().size(), 305u);
    office.desk->look([](const Book& book) {
        EXPECT_EQ(book.leaves().size(), 300u);
        EXPECT_EQ(book.place_of(base::ActId::of("a0")), 5u);
        EXPECT_EQ(book.place_of(base::ActId::of("a299")), 304u);
        EXPECT_EQ(book.place_of(base::ActId::of("a300")), std::nullopt);
        EXPECT_EQ(book.organisation()->record.size(), 300u);
    });
}

TEST_P(EveryStore, GivesTheSamePlaceToTheSameAgain) {
    Office office(make());
    office.set_up();
    const std::string entry = office.hands->sealed(with_body(left("a0", "atlantis")), "P");
    const auto first = office.desk->submit({entry, {}, {}, {}});
    ASSERT_EQ(answer_of(first), "kept");
    office.today = day("2031-06-01");
    ASSERT_EQ(answer_of(office.hands->act("a1", "atlantis", "P")), "kept");
    const std::string before = contents(*office.store);
    const auto again = office.desk->submit({entry, {}, {}, {}});
    ASSERT_EQ(answer_of(again), "kept");
    EXPECT_TRUE(std::get<Receipt>(again).was_on_record);
    EXPECT_EQ(std::get<Receipt>(again).entry, std::get<Receipt>(first).entry);
    EXPECT_EQ(std::get<Receipt>(again).known_on, day("2031-05-07"));
    expect_proved(*office.store, std::get<Receipt>(again));
    // The same act under another seal, as after a crash: the same place, and the seal's number is not spent.
    const auto resealed = office.hands->hand_in(with_body(left("a0", "atlantis")), "P");
    ASSERT_EQ(answer_of(resealed), "kept");
    EXPECT_EQ(std::get<Receipt>(resealed).entry, std::get<Receipt>(first).entry);
    EXPECT_EQ(contents(*office.store), before);
}

TEST_P(EveryStore, KeepsNothingOfWhatItRefuses) {
    Office office(make());
    office.set_up();
    ASSERT_EQ(answer_of(office.hands->act("a0", "atlantis", "P")), "kept");
    const std::string before = contents(*office.store);
    const auto hand = [&](seals::Entry entry, std::string_view by) {
        return answer_of(office.hands->hand_in(std::move(entry), by));
    };
    EXPECT_EQ(hand(with_body(left("a0", "atlantis", "1999-01-01")), "P"), "duplicate_id");
    EXPECT_EQ(hand(with_body(left("a1", "mu")), "R"), "undeclared");
    EXPECT_EQ(hand(with_body(left("a1", "lemuria")), "P"), "not_their_act");
    EXPECT_EQ(hand(with_body(left("a1", "atlantis")), "X"), "unknown_key_id");
    EXPECT_EQ(hand(with_body(left("a1", "atlantis", "2031-06-01")), "P"), "not_yet_happened");
    EXPECT_EQ(hand(with_body(left("a1", "atlantis", "soon")), "P"), "not_a_date");
    base::Value vanished = left("a1", "atlantis");
    vanished.object()->insert_or_assign("kind", "vanished");
    EXPECT_EQ(hand(with_body(vanished), "P"), "unknown_kind");
    EXPECT_EQ(hand(entry_of("x", seals::testing::opened()), "A"), "not_first");
    const std::string good = office.hands->sealed(with_body(left("a1", "atlantis")), "P");
    EXPECT_EQ(answer_of(office.desk->submit({good + "\n", {}, {}, {}})), "not_canonical");
    std::string other = good;
    other[good.find("\"seal\":\"") + 10] ^= 1;
    EXPECT_EQ(answer_of(office.desk->submit({other, {}, {}, {}})), "bad_signature");
    office.hands->counts()['P'] = 5;
    EXPECT_EQ(hand(with_body(left("a1", "atlantis")), "P"), "count_skipped");
    office.hands->counts()['P'] = 0;
    EXPECT_EQ(hand(with_body(left("a1", "atlantis")), "P"), "count_used");
    EXPECT_EQ(contents(*office.store), before);
    EXPECT_EQ(office.desk->head().size(), 6u);
    EXPECT_FALSE(office.desk->closed());
    EXPECT_EQ(answer_of(office.desk->submit({good, {}, {}, {}})), "kept");  // and it takes what is good
}

TEST_P(EveryStore, GivesPlacesInTheOrderOfArrival) {
    Office office(make());
    office.set_up();
    // All of them wait while the first is being kept; one in five is bad.
    std::vector<std::future<Outcome>> answers;
    for (int i = 0; i < 100; ++i) {
        const std::string member = i % 5 == 4 ? "mu" : "atlantis";
        auto promise = std::make_shared<std::promise<Outcome>>();
        answers.push_back(promise->get_future());
        const std::string entry = office.hands->sealed(with_body(left("a" + std::to_string(i), member)), "R");
        if (i % 5 == 4) --office.hands->counts()['R'];
        office.desk->submit({entry, {}, {}, {}},
                            [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
    }
    std::uint64_t next = 5;
    for (int i = 0; i < 100; ++i) {
        const Outcome outcome = answers[static_cast<std::size_t>(i)].get();
        EXPECT_EQ(answer_of(outcome), i % 5 == 4 ? "undeclared" : "kept");
        if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
            EXPECT_EQ(receipt->entry, next++);
            expect_proved(*office.store, *receipt);
        }
    }
    EXPECT_EQ(office.desk->head().size(), 85u);
}

TEST_P(EveryStore, AnswersEveryOneOfManyAtOnce) {
    Office office(make());
    office.set_up();
    // Four threads each hand in the same fifty acts: each act has one place, whoever came first.
    std::vector<std::string> entries;
    for (int i = 0; i < 50; ++i)
        entries.push_back(office.hands->sealed(with_body(left("a" + std::to_string(i), "atlantis")), "P"));
    std::mutex mutex;
    std::map<std::uint64_t, int> places;
    int fresh = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (const std::string& entry : entries) {
                    for (;;) {
                        const auto outcome = office.desk->submit({entry, {}, {}, {}});
                        if (answer_of(outcome) == "count_skipped")
                            continue;  // another thread hands in the one before
                        const std::lock_guard lock(mutex);
                        ASSERT_EQ(answer_of(outcome), "kept");
                        ++places[std::get<Receipt>(outcome).entry];
                        fresh += !std::get<Receipt>(outcome).was_on_record;
                        break;
                    }
                }
            });
        }
    }
    EXPECT_EQ(fresh, 50);
    EXPECT_EQ(places.size(), 50u);
    for (const auto& [place, times] : places) EXPECT_EQ(times, 4) << place;
}

// -- days
// -------------------------------------------------------------------------------------------------------

TEST(Day, OnWhichAnActBecameKnownNeverFalls) {
    Office office(store::in_memory());
    office.set_up();
    ASSERT_EQ(answer_of(office.hands->act("a0", "atlantis", "P")), "kept");
    office.today = day("2031-05-06");  // a day that is not over everywhere
    const auto next = office.hands->act("a1", "atlantis", "P");
    ASSERT_EQ(answer_of(next), "kept");
    EXPECT_EQ(std::get<Receipt>(next).known_on, day("2031-05-07"));
    office.today = day("2031-05-05");  // a clock that went back
    const auto refused = office.hands->act("a2", "atlantis", "P");
    ASSERT_EQ(answer_of(refused), "closed: clock_back");
    EXPECT_EQ(std::get<Closed>(refused).facts,
              (seals::Facts{{"today", "2031-05-05"}, {"known", "2031-05-07"}}));
    EXPECT_FALSE(office.desk->closed());
    // Withheld acts and those of the registry count too.
    office.today = day("2031-05-08");
    ASSERT_EQ(answer_of(office.hands->hand_in(
                  seals::testing::withheld(with_body(left("s", "atlantis")), salt), "P")),
              "kept");
    office.today = day("2031-05-06");
    EXPECT_EQ(answer_of(office.hands->act("a2", "atlantis", "P")), "closed: clock_back");
    office.today = day("2031-05-09");
    EXPECT_EQ(answer_of(office.hands->act("a2", "atlantis", "P")), "kept");
}

// -- what is withheld, and files
// ----------------------------------------------------------------------------------

TEST(Withheld, ComesOnRecordWhenItIsReleased) {
    Office office(store::in_memory());
    office.set_up();
    const auto size = [&] {
        std::size_t acts = 0;
        office.desk->look([&](const Book& book) { acts = book.organisation()->record.size(); });
        return acts;
    };
    const seals::Entry act = with_body(left("a0", "atlantis"));
    const std::string content = seals::content_of(act.body, {});
    const store::Annex annex{.commitment = seals::commitment_of(salt, content),
                             .salt = salt,
                             .media_type = "application/json",
                             .bytes = content};
    ASSERT_EQ(answer_of(office.hands->hand_in(seals::testing::withheld(act, salt), "P", {}, {annex})),
              "kept");
    EXPECT_EQ(size(), 0u);
    EXPECT_TRUE(*office.store->annex(annex.commitment));
    EXPECT_EQ(answer_of(office.hands->hand_in(seals::testing::released(act, 5, std::string(32, 't')), "R")),
              "commitment_differs");
    EXPECT_EQ(size(), 0u);
    ASSERT_EQ(answer_of(office.hands->hand_in(seals::testing::released(act, 5, salt), "R")), "kept");
    EXPECT_EQ(size(), 1u);
    EXPECT_EQ(answer_of(office.hands->hand_in(seals::testing::released(act, 5, salt), "R")),
              "kept");  // on record
}

// A file under a salted hash, and how an act names it.
store::Annex annex_of(std::string bytes, std::string media_type = "application/pdf") {
    store::Annex annex{
        .commitment = {}, .salt = salt, .media_type = std::move(media_type), .bytes = std::move(bytes)};
    annex.commitment = seals::commitment_of(annex.salt, annex.bytes);
    return annex;
}
seals::FileNote personal_note(const store::Annex& annex, std::string name) {
    seals::FileNote note;
    note.commitment = annex.commitment;
    note.kind = seals::FileNote::Kind::annex;
    note.name = std::move(name);
    note.type = annex.media_type;
    note.size = annex.bytes.size();
    note.personal = true;
    return note;
}
// An act of Atlantis that is withheld, with a file about a private person.
struct Secret {
    explicit Secret(const std::string& id) {
        file = annex_of("of a private person, " + id);
        act = with_body(left(id, "atlantis"));
        act.files = {personal_note(file, "annex-1.pdf")};
        content = annex_of(seals::content_of(act.body, act.files), "application/json");
        withheld = seals::testing::withheld(act, salt);
    }
    store::Annex file, content;
    seals::Entry act, withheld;
};

TEST(Withheld, IsKeptWithTheFilesThatItsActCarriesOrRefused) {
    Office office(store::in_memory());
    office.set_up();
    const Secret one("a0");
    const std::string before = contents(*office.store);
    EXPECT_EQ(answer_of(office.hands->hand_in(one.withheld, "P", {}, {one.content})), "annex_missing");
    store::Annex other = one.file;
    other.bytes += "!";  // not what its salted hash says: as if it were not there
    EXPECT_EQ(answer_of(office.hands->hand_in(one.withheld, "P", {}, {one.content, other})), "annex_missing");
    EXPECT_EQ(contents(*office.store), before);
    const store::Annex stray = annex_of("a film that nobody named");
    ASSERT_EQ(answer_of(office.hands->hand_in(one.withheld, "P", {}, {one.file, stray, one.content})),
              "kept");
    EXPECT_EQ(office.store->annexes()->size(), 2u);
    EXPECT_TRUE(*office.store->annex(one.content.commitment));
    ASSERT_EQ(answer_of(office.hands->hand_in(seals::testing::released(one.act, 5, salt), "R")), "kept");
    const auto file = *office.store->annex(one.file.commitment);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes, one.file.bytes);
    EXPECT_EQ(file->salt, salt);
    // All of it may stay with those who may read it; and what lies under the hash may be no act.
    EXPECT_EQ(answer_of(office.hands->hand_in(Secret("a1").withheld, "P")), "kept");
    const store::Annex no_act = annex_of("no act", "text/plain");
    seals::Entry entry = Secret("a2").withheld;
    entry.withheld->commitment = no_act.commitment;
    EXPECT_EQ(answer_of(office.hands->hand_in(entry, "P", {}, {no_act, stray})), "kept");
    EXPECT_TRUE(*office.store->annex(no_act.commitment));
    EXPECT_EQ(*office.store->annex(stray.commitment), std::nullopt);
}

TEST(Annexes, OfWhatIsOnRecordAreHandedInAgainWhereTheStoreLacksThem) {
    // A log that moved: its entries and files are there, its annexes are not.
    Office office(store::in_memory());
    office.set_up();
    const Secret secret("a0");
    seals::Entry open = with_body(left("a1", "atlantis"));
    const store::Annex personal = annex_of("of another private person");
    open.files = {personal_note(personal, "annex-1.pdf")};
    const std::string withheld = office.hands->sealed(secret.withheld, "P");
    ASSERT_EQ(answer_of(office.desk->submit({withheld, {}, {}, {}})), "kept");
    const std::string named = office.hands->sealed(open, "P");
    ASSERT_EQ(answer_of(office.desk->submit({named, {}, {}, {}})), "kept");
    ASSERT_TRUE(office.store->annexes()->empty());
    const store::Head head = office.desk->head();
    const std::size_t heads = office.heads.size();

    const auto again = [&](const std::string& entry, std::vector<store::Annex> annexes) {
        const auto outcome = office.desk->submit({entry, {}, std::move(annexes), {}});
        EXPECT_EQ(answer_of(outcome), "kept");
        EXPECT_TRUE(std::get<Receipt>(outcome).was_on_record);
        EXPECT_EQ(office.desk->head().checkpoint, head.checkpoint);
        return office.store->annexes()->size();
    };
    const store::Annex stray = annex_of("a film that nobody named");
    EXPECT_EQ(again(named, {stray}), 0u);
    EXPECT_EQ(again(named, {stray, personal}), 1u);
    EXPECT_EQ(again(named, {personal}), 1u);
    // The act first, or with it: only it names its own.
    EXPECT_EQ(again(withheld, {secret.file}), 1u);
    EXPECT_EQ(again(withheld, {secret.content, stray}), 2u);
    EXPECT_EQ(again(withheld, {secret.file}), 3u);
    EXPECT_EQ((*office.store->annex(secret.file.commitment))->bytes, secret.file.bytes);
    EXPECT_EQ(office.heads.size(), heads);  // nothing was signed
    EXPECT_FALSE(office.desk->closed());
    ASSERT_EQ(answer_of(office.hands->hand_in(seals::testing::released(secret.act, 5, salt), "R")), "kept");
}

TEST(Annexes, ThatWereTakenAwayDoNotComeBack) {
    Office office(store::in_memory());
    office.set_up();
    const Secret secret("a0");
    const std::string withheld = office.hands->sealed(secret.withheld, "P");
    ASSERT_EQ(answer_of(office.desk->submit({withheld, {}, {secret.content, secret.file}, {}})), "kept");
    ASSERT_EQ(answer_of(office.hands->hand_in(
                  entry_of("removed", seals::AnnexRemoved{.commitment = secret.file.commitment,
                                                          .reason = "The person asked for it."}),
                  "R")),
              "kept");
    ASSERT_TRUE(*office.store->remove_annex(secret.file.commitment));
    ASSERT_EQ(answer_of(office.desk->submit({withheld, {}, {secret.content, secret.file}, {}})), "kept");
    EXPECT_EQ(*office.store->annex(secret.file.commitment), std::nullopt);
    // Nor by another act that names it, open or withheld.
    seals::Entry open = with_body(left("a1", "atlantis"));
    open.files = secret.act.files;
    ASSERT_EQ(answer_of(office.hands->hand_in(open, "P", {}, {secret.file})), "kept");
    seals::Entry act = with_body(left("a2", "atlantis"));
    act.files = secret.act.files;
    const store::Annex content = annex_of(seals::content_of(act.body, act.files), "application/json");
    ASSERT_EQ(answer_of(office.hands->hand_in(seals::testing::withheld(act, salt), "P", {},
                                              {content, secret.file})),
              "kept");
    EXPECT_EQ(office.store->annexes()->size(), 2u);
    EXPECT_EQ(*office.store->annex(secret.file.commitment), std::nullopt);
}

TEST(Files, AreThoseThatTheEntryNamesAndThereOrItIsRefused) {
    Office office(store::in_memory());
    office.set_up();
    const store::File paper = file_of("the paper", "application/pdf");
    seals::Entry entry = with_body(left("a0", "atlantis"));
    entry.files = {note_of(paper, "paper.pdf", seals::FileNote::Kind::text)};
    const std::string before = contents(*office.store);
    EXPECT_EQ(answer_of(office.hands->hand_in(entry, "P")), "file_missing");
    store::File other = paper;
    other.bytes =
        "another paper";  // not what its hash says: as if it were not there, and nobody else suffers
    EXPECT_EQ(answer_of(office.hands->hand_in(entry, "P", {other})), "file_missing");
    const auto of_another_type =
        office.hands->hand_in(entry, "P", {file_of("the paper", "application/x-paper")});
    ASSERT_EQ(answer_of(of_another_type), "other_type");
    EXPECT_EQ(std::get<seals::Fault>(std::get<Refusal>(of_another_type).why).facts,
              (seals::Facts{
                  {"name", "paper.pdf"}, {"found", "application/x-paper"}, {"expected", "application/pdf"}}));
    seals::Entry longer = entry;
    longer.files[0].size = 10;
    EXPECT_EQ(answer_of(office.hands->hand_in(longer, "P", {paper})), "wrong_shape");
    EXPECT_EQ(contents(*office.store), before);

    const store::Annex nobodys{
        .commitment = merkle::sha256("x"), .salt = "short", .media_type = "a/b", .bytes = "y"};
    ASSERT_EQ(
        answer_of(office.hands->hand_in(entry, "P", {paper, file_of("a film that nobody named")}, {nobodys})),
        "kept");
    EXPECT_TRUE(*office.store->file(paper.sha256));
    EXPECT_EQ(office.store->files()->size(), 3u);  // with rulebook and sources
    EXPECT_TRUE(office.store->annexes()->empty());
    seals::Entry again = with_body(left("a1", "atlantis"));
    again.files = entry.files;
    EXPECT_EQ(answer_of(office.hands->hand_in(again, "P")), "kept");  // it is in the store by now
}

// -- rulebooks
// ------------------------------------------------------------------------------------------------------

TEST(Rulebook, IsReplacedByAGoodOneAloneAndTheOldOneStays) {
    Office office(store::in_memory());
    EXPECT_EQ(answer_of(office.hands->hand_in(entry_of("log-opened", seals::testing::opened()), "A")),
              "kept");
    EXPECT_EQ(answer_of(office.hands->act("a0", "atlantis", "A")), "no_rulebook");
    Office other(store::in_memory());
    other.set_up();
    ASSERT_EQ(answer_of(other.hands->act("a0", "lemuria", "Q")), "kept");
    const std::string before = contents(*other.store);
    const auto members = [&] {
        std::string found;
        other.desk->look([&](const Book& book) { found = std::to_string(book.rulebook()->members.size()); });
        return found;
    };
    EXPECT_EQ(members(), "2");
    EXPECT_NE(answer_of(other.hands->publish("rulebook: [", "again")), "kept");
    EXPECT_NE(answer_of(other.hands->publish("", "again")), "kept");
    // Without Lemuria, whose act is on record.
    EXPECT_EQ(answer_of(other.hands->publish(rulebook_yaml("atlantis"), "again")), "undeclared");
    EXPECT_EQ(contents(*other.store), before);
    EXPECT_EQ(members(), "2");
    EXPECT_EQ(answer_of(other.hands->act("a1", "lemuria", "Q")), "kept");

    EXPECT_EQ(answer_of(other.hands->publish(rulebook_yaml("atlantis, lemuria, mu"), "again")), "kept");
    EXPECT_EQ(members(), "3");
    EXPECT_EQ(answer_of(other.hands->act("a2", "mu", "R")), "kept");

    seals::Entry twice = entry_of("twice", seals::RulebookPublished{.reason = "Two of one name."});
    const store::File a = file_of(rulebook_yaml()), b = file_of(rulebook_yaml("atlantis, lemuria, mu"));
    twice.files = {note_of(a, "rulebook.yaml", seals::FileNote::Kind::rulebook),
                   note_of(b, "rulebook.yaml", seals::FileNote::Kind::rulebook)};
    EXPECT_EQ(answer_of(other.hands->hand_in(twice, "R", {a, b})), "not_a_name");
}

// -- a store that fails
// -----------------------------------------------------------------------------------------------

// Passes everything on, and fails at one of the appends: after it was kept, or before. What cannot be read
// is `unread`.
class FailingStore final : public store::Store {
public:
    enum class Fails { kept, not_kept, full };
    enum class Unread { nothing, files, annexes, nodes, places };
    FailingStore(store::Store& below, int at, Fails fails) : below_(below), at_(at), fails_(fails) {}
    explicit FailingStore(store::Store& below) : FailingStore(below, -1, Fails::full) {}

    std::atomic<Unread> unread = Unread::nothing;

    store::Expected<store::Head> head() const override { return below_.head(); }
    store::Expected<std::vector<std::string>> entries(std::uint64_t first, std::size_t count) const override {
        return below_.entries(first, count);
    }
    store::Expected<std::vector<merkle::Hash>> leaves(std::uint64_t first, std::size_t count) const override {
        if (unread == Unread::nodes) return failed();
        return below_.leaves(first, count);
    }
    store::Expected<void> each_entry(
        std::uint64_t first,
        const std::function<bool(std::uint64_t, std::string_view)>& look) const override {
        return below_.each_entry(first, look);
    }
    store::Expected<std::optional<std::uint64_t>> find(const merkle::Hash& digest) const override {
        return below_.find(digest);
    }
    store::Expected<std::vector<std::optional<std::uint64_t>>> find_all(
        const std::vector<merkle::Hash>& digests) const override {
        if (unread == Unread::places) return failed();
        return below_.find_all(digests);
    }
    store::Expected<std::optional<std::string>> tile(unsigned level, std::uint64_t n) const override {
        if (unread == Unread::nodes) return failed();
        return below_.tile(level, n);
    }
    store::Expected<std::vector<merkle::Hash>> tile_roots(unsigned level, std::uint64_t first,
                                                          std::size_t count) const override {
        return below_.tile_roots(level, first, count);
    }
    store::Expected<std::optional<std::string>> checkpoint(std::uint64_t size) const override {
        return below_.checkpoint(size);
    }
    store::Expected<std::vector<std::uint64_t>> checkpoint_sizes(std::uint64_t above,
                                                                 std::size_t count) const override {
        return below_.checkpoint_sizes(above, count);
    }
    store::Expected<std::vector<store::Cosignature>> cosignatures(std::uint64_t size) const override {
        return below_.cosignatures(size);
    }
    store::Expected<std::optional<std::uint64_t>> cosigned_size(std::uint64_t at_most) const override {
        return below_.cosigned_size(at_most);
    }
    store::Expected<std::optional<store::File>> file(const merkle::Hash& sha256) const override {
        if (unread == Unread::files) return failed();
        return below_.file(sha256);
    }
    store::Expected<std::vector<merkle::Hash>> files() const override { return below_.files(); }
    store::Expected<std::optional<store::Annex>> annex(const merkle::Hash& commitment) const override {
        if (unread == Unread::annexes) return failed();
        return below_.annex(commitment);
    }
    store::Expected<std::vector<merkle::Hash>> annexes() const override { return below_.annexes(); }
    store::Expected<std::optional<std::string>> setting(std::string_view name) const override {
        return below_.setting(name);
    }
    store::Expected<std::uint64_t> wait_beyond(std::uint64_t size,
                                               std::chrono::milliseconds at_most) const override {
        return below_.wait_beyond(size, at_most);
    }
    bool has_pen() const override { return below_.has_pen(); }
    store::Expected<store::Head> append(std::uint64_t size, const store::Batch& batch,
                                        const store::Sign& sign) override {
        if (++appends_ != at_) return below_.append(size, batch, sign);
        if (fails_ == Fails::kept) EXPECT_TRUE(below_.append(size, batch, sign));
        if (fails_ != Fails::full) return failed();
        return std::unexpected(store::Fault{store::Trouble::full, "as the test wants it"});
    }
    store::Expected<store::Head> sign_head(const store::Sign& sign) override {
        return below_.sign_head(sign);
    }
    store::Expected<void> keep(const store::Cosignature& cosignature) override {
        return below_.keep(cosignature);
    }
    store::Expected<bool> remove_annex(const merkle::Hash& commitment) override {
        return below_.remove_annex(commitment);
    }
    store::Expected<void> set(std::string_view name, std::string_view text) override {
        return below_.set(name, text);
    }

private:
    static std::unexpected<store::Fault> failed() {
        return std::unexpected(store::Fault{store::Trouble::failed, "as the test wants it"});
    }

    store::Store& below_;
    int at_;
    Fails fails_;
    int appends_ = 0;
};

TEST(AStoreThatFails, ClosesTheDeskAndNothingAcknowledgedIsLost) {
    for (const auto fails :
         {FailingStore::Fails::kept, FailingStore::Fails::not_kept, FailingStore::Fails::full}) {
        for (int at = 1; at <= 9; ++at) {
            SCOPED_TRACE(::testing::Message() << "append " << at << ", way " << static_cast<int>(fails));
            const auto below = store::in_memory();
            std::vector<Receipt> receipts;
            std::vector<std::string> signed_before;
            std::string lost;
            {
                Office office(std::make_unique<FailingStore>(*below, at, fails));
                const bool ready = set_up(*office.desk, *office.hands);
                EXPECT_EQ(ready, at > 5);
                for (int i = 0; ready && i < 10; ++i) {
                    lost = office.hands->sealed(with_body(left("a" + std::to_string(i), "atlantis")), "P");
                    const auto outcome = office.desk->submit({lost, {}, {}, {}});
                    if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
                        receipts.push_back(*receipt);
                        continue;
                    }
                    EXPECT_EQ(answer_of(outcome), "closed: store_failed");
                    break;
                }
                ASSERT_TRUE(office.desk->closed());
                EXPECT_EQ(office.desk->closed()->facts.at("problem"), "as the test wants it");
                // It signs nothing more, whatever comes.
                const auto size = below->head()->size();
                EXPECT_EQ(answer_of(office.hands->act("z", "atlantis", "R")), "closed: store_failed");
                EXPECT_EQ(below->head()->size(), size);
                for (const auto& head : office.heads) signed_before.push_back(head.checkpoint);
            }
            // Opened anew, it goes on from what is there; who was not answered hands in the same again.
            auto reopened =
                Desk::open({.store = *below, .log = log_signer(), .today = [] { return day("2031-05-07"); }});
            ASSERT_TRUE(reopened) << name_of(reopened.error().why);
            Hands hands(**reopened);
            hands.learn_counts();
            for (const Receipt& receipt : receipts) {
                EXPECT_EQ(*(*reopened)->find(receipt.digest), receipt.entry);
                expect_proved(*below, receipt);
            }
            for (const auto& text : signed_before) {
                const auto checkpoint = merkle::read_checkpoint(merkle::read_note(text)->text);
                EXPECT_EQ(
                    merkle::edge_of(checkpoint->size, store::nodes_of(*below, checkpoint->size))->root(),
                    checkpoint->root);
            }
            if (at > 5) {
                const auto again = (*reopened)->submit({lost, {}, {}, {}});
                ASSERT_EQ(answer_of(again), "kept");
                EXPECT_EQ(std::get<Receipt>(again).was_on_record, fails == FailingStore::Fails::kept);
                hands.learn_counts();
                EXPECT_EQ(answer_of(hands.act("y", "atlantis", "P")), "kept");
            }
        }
    }
}

// A log of some acts that was opened anew over a store which can be made unreadable: the desk remembers no
// node of it.
struct Unreadable {
    std::unique_ptr<store::Store> below = store::in_memory();
    const store::File paper = file_of("the paper", "application/pdf");
    const store::Annex personal = annex_of("of a private person");
    const Secret of_before{"a1"}, secret{"a2"};
    std::string withheld_before;
    std::unique_ptr<Office> office;
    FailingStore* store = nullptr;

    Unreadable() {
        {
            Office before(std::make_unique<FailingStore>(*below));
            before.set_up();
            // Eight entries in all: their root is one node, which is in the store alone.
            for (const char* id : {"a0", "a3"})
                EXPECT_EQ(answer_of(before.hands->act(id, "atlantis", "P")), "kept");
            withheld_before = before.hands->sealed(of_before.withheld, "P");
            EXPECT_EQ(answer_of(before.desk->submit({withheld_before, {}, {}, {}})), "kept");
        }
        auto made = std::make_unique<FailingStore>(*below);
        store = made.get();
        office = std::make_unique<Office>(std::move(made));
        EXPECT_FALSE(office->closed);
    }
    seals::Entry with_paper() const {
        seals::Entry entry = with_body(left("b0", "atlantis"));
        entry.files = {note_of(paper, "paper.pdf", seals::FileNote::Kind::text)};
        return entry;
    }
    static seals::Entry rules_again() {
        seals::Entry entry = entry_of("again", seals::RulebookPublished{.reason = "Published again."});
        entry.files = {
            note_of(file_of(rulebook_yaml()), "rulebook.yaml", seals::FileNote::Kind::rulebook),
            note_of(file_of(std::string(sources_yaml)), "sources.yaml", seals::FileNote::Kind::rulebook)};
        return entry;
    }
    seals::Entry with_personal() const {
        seals::Entry entry = with_body(left("b1", "atlantis"));
        entry.files = {personal_note(personal, "annex-1.pdf")};
        return entry;
    }
};

TEST(AStoreThatCannotBeRead, IsNotToldAsAFaultOfWhoeverHandsIn) {
    using Unread = FailingStore::Unread;
    const struct {
        const char* what;
        Unread unread;
        Outcome (*hand_in)(Unreadable&);
    } rows[] = {
        {"an open file, which may be in the store", Unread::files,
         [](Unreadable& it) { return it.office->hands->hand_in(it.with_paper(), "P", {it.paper}); }},
        {"a rulebook whose files are in the store", Unread::files,
         [](Unreadable& it) { return it.office->hands->hand_in(it.rules_again(), "R"); }},
        {"a file about a private person", Unread::annexes,
         [](Unreadable& it) {
             return it.office->hands->hand_in(it.with_personal(), "P", {}, {it.personal});
         }},
        {"an act that is withheld, with its file", Unread::annexes,
         [](Unreadable& it) {
             return it.office->hands->hand_in(it.secret.withheld, "P", {},
                                              {it.secret.content, it.secret.file});
         }},
        {"a file of an act that was withheld before", Unread::annexes,
         [](Unreadable& it) {
             return it.office->desk->submit({it.withheld_before, {}, {it.of_before.file}, {}});
         }},
        {"the annexes of an act that was withheld before", Unread::annexes,
         [](Unreadable& it) {
             return it.office->desk->submit(
                 {it.withheld_before, {}, {it.of_before.content, it.of_before.file}, {}});
         }},
        {"whether it stands there already", Unread::places,
         [](Unreadable& it) { return it.office->hands->act("b3", "atlantis", "P"); }},
        {"the checkpoint that was seen", Unread::nodes,
         [](Unreadable& it) { return it.office->hands->act("b2", "atlantis", "P"); }},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        Unreadable it;
        const std::string before = contents(*it.below);
        it.store->unread = row.unread;
        const Outcome failed = row.hand_in(it);
        ASSERT_EQ(answer_of(failed), "closed: store_failed");
        EXPECT_EQ(std::get<Closed>(failed).facts.at("trouble"), "failed");
        EXPECT_EQ(contents(*it.below), before);
        EXPECT_FALSE(it.office->desk->closed());  // it takes what is handed in again
        it.store->unread = Unread::nothing;
        EXPECT_EQ(answer_of(row.hand_in(it)), "kept");
    }
}

TEST(AStoreThatCannotBeRead, IsNotToldAsAFaultOfWhatIsExamined) {
    Unreadable it;
    it.store->unread = FailingStore::Unread::nodes;
    const auto read = registry::read(it.office->hands->sealed(with_body(left("b2", "atlantis")), "P"),
                                     seals::Where::submitted);
    ASSERT_TRUE(read);
    const auto instead = it.office->desk->examine(*read);
    ASSERT_TRUE(instead);
    EXPECT_EQ(answer_of(*instead), "closed: store_failed");
    it.store->unread = FailingStore::Unread::nothing;
    EXPECT_FALSE(it.office->desk->examine(*read));
}

TEST(AStoreThatCannotBeRead, IsOpenedByNoDesk) {
    Unreadable it;
    it.office.reset();
    FailingStore store(*it.below);
    store.unread = FailingStore::Unread::files;  // of the rulebook
    const auto opened =
        Desk::open({.store = store, .log = log_signer(), .today = [] { return day("2031-05-07"); }});
    ASSERT_FALSE(opened);
    EXPECT_EQ(name_of(opened.error().why), "store_failed");
}

TEST(AReceipt, HasNoPathWhereTheStoreCannotBeReadForItAndTheActStands) {
    Unreadable it;
    ASSERT_EQ(answer_of(it.office->hands->act("b0", "atlantis", "P")), "kept");
    it.store->unread = FailingStore::Unread::nodes;
    const auto kept = it.office->hands->act("b1", "atlantis", "P");
    ASSERT_EQ(answer_of(kept), "kept");
    EXPECT_FALSE(std::get<Receipt>(kept).path);
    it.store->unread = FailingStore::Unread::nothing;
    const auto next = it.office->hands->act("b2", "atlantis", "P");
    ASSERT_EQ(answer_of(next), "kept");
    expect_proved(*it.below, std::get<Receipt>(next));
    EXPECT_EQ(*it.office->desk->find(std::get<Receipt>(kept).digest), std::get<Receipt>(kept).entry);
}

// -- opening
// ----------------------------------------------------------------------------------------------------------

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A log of some acts in a file, closed.
struct Filed {
    Folder folder;
    std::string file = folder.file("log.sqlite"), guard = folder.file("guard");
    Filed() {
        Office office(std::move(*store::create(file)), guard);
        office.set_up();
        more(office, 0, 20);
    }
    static void more(Office& office, int from, int count) {
        for (int i = from; i < from + count; ++i)
            ASSERT_EQ(answer_of(office.hands->act("a" + std::to_string(i), "atlantis", "P")), "kept");
    }
    // By a shell of SQLite, whose owner first took the triggers away.
    void edit(const std::string& sql) const {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
        const std::string all =
            "DROP TRIGGER entry_changed; DROP TRIGGER entry_deleted; DROP TRIGGER checkpoint_changed; "
            "DROP TRIGGER head_changed; DROP TRIGGER tile_changed;" +
            sql;
        char* problem = nullptr;
        EXPECT_EQ(sqlite3_exec(handle, all.c_str(), nullptr, nullptr, &problem), SQLITE_OK) << problem;
        sqlite3_close(handle);
    }
    std::string opened(std::vector<KnownElsewhere> elsewhere = {}) const {
        auto store = store::open(file, store::Mode::append);
        if (!store) return "store: " + std::string(store::name_of(store.error().trouble));
        const auto desk = Desk::open({.store = **store,
                                      .log = log_signer(),
                                      .today = [] { return day("2031-05-07"); },
                                      .guard = guard,
                                      .known_elsewhere = std::move(elsewhere)});
        return desk ? "open" : std::string(name_of(desk.error().why));
    }
};

TEST(Opening, OfAnOlderCopyIsRefused) {
    Filed filed;
    EXPECT_EQ(filed.opened(), "open");
    const std::string copy = bytes_of(filed.file);
    {
        Office office(std::move(*store::open(filed.file, store::Mode::append)), filed.guard);
        ASSERT_FALSE(office.closed);
        Filed::more(office, 20, 5);
    }
    EXPECT_EQ(filed.opened(), "open");
    std::ofstream(filed.file, std::ios::binary | std::ios::trunc) << copy;
    auto store = store::open(filed.file, store::Mode::append);
    ASSERT_TRUE(store);
    Office office(std::move(*store), filed.guard);
    ASSERT_TRUE(office.closed);
    EXPECT_EQ(name_of(office.closed->why), "longer_known");
    EXPECT_EQ(office.closed->facts, (seals::Facts{{"who", filed.guard}, {"size", "30"}, {"ours", "25"}}));
}

TEST(Opening, OfWhatAnotherKnowsLongerOrOtherwiseIsRefused) {
    Filed filed;
    const auto root_at = [&](std::uint64_t size) {
        const auto store = store::open(filed.file, store::Mode::read);
        return merkle::edge_of(size, store::nodes_of(**store, size))->root();
    };
    EXPECT_EQ(filed.opened({{"witness", 25, root_at(25)}}), "open");
    EXPECT_EQ(filed.opened({{"witness", 7, root_at(7)}}), "open");
    EXPECT_EQ(filed.opened({{"witness", 25, std::nullopt}}), "open");
    EXPECT_EQ(filed.opened({{"witness", 26, std::nullopt}}), "longer_known");
    EXPECT_EQ(filed.opened({{"witness", 26, root_at(25)}}), "longer_known");
    EXPECT_EQ(filed.opened({{"witness", 25, root_at(24)}}), "longer_known");
    EXPECT_EQ(filed.opened({{"one", 25, root_at(25)}, {"another", 7, root_at(8)}}), "longer_known");
}

TEST(Opening, OfWhatWasChangedIsRefused) {
    const struct {
        std::string what, sql, answer;
    } rows[] = {
        {"nothing", "", "open"},
        {"an entry near the end",
         "UPDATE entry SET data = CAST(replace(data, 'atlantis', 'lemuria ') AS BLOB) WHERE idx = 20",
         "store: damaged"},
        {"an entry and its leaf",
         "UPDATE entry SET data = CAST(replace(data, '\"a14\"', '\"b14\"') AS BLOB), leaf = zeroblob(32) WHERE idx = 19",
         "store: damaged"},
        {"the signed checkpoint",
         "UPDATE head SET checkpoint = CAST(replace(checkpoint, 'organisation', 'organization') AS BLOB); UPDATE checkpoint SET note = (SELECT checkpoint FROM head) WHERE size = 25",
         "edge_differs"},
        {"the checkpoint of an earlier size",
         "UPDATE head SET checkpoint = (SELECT note FROM checkpoint WHERE size = 24); UPDATE checkpoint SET note = (SELECT checkpoint FROM head) WHERE size = 25",
         "edge_differs"},
        {"the edge", "UPDATE head SET peaks = zeroblob(length(peaks))", "store: damaged"},
        {"the tail cut off with its checkpoints", "DELETE FROM entry WHERE idx = 24", "store: damaged"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        Filed filed;
        filed.edit(row.sql);
        EXPECT_EQ(filed.opened(), row.answer);
    }
}

TEST(Opening, FindsAChangeFarBackToo) {
    Filed filed;
    {
        Office office(std::move(*store::open(filed.file, store::Mode::append)), filed.guard);
        Filed::more(office, 20, 1'100);
    }
    ASSERT_EQ(filed.opened(), "open");
    filed.edit("UPDATE entry SET data = CAST(replace(data, '\"a3\"', '\"b3\"') AS BLOB) WHERE idx = 8");
    EXPECT_EQ(filed.opened(), "edge_differs");
}

TEST(Opening, ByAnotherKeyIsRefused) {
    Filed filed;
    auto store = store::open(filed.file, store::Mode::append);
    const merkle::Signer other(std::string(origin), merkle::KeyType::ed25519, secret('M'));
    const auto desk = Desk::open({.store = **store, .log = other, .today = [] { return day("2031-05-07"); }});
    ASSERT_FALSE(desk);
    EXPECT_EQ(name_of(desk.error().why), "edge_differs");
    // Nor does a log begin by naming another key than the one that signs it.
    const auto empty = store::in_memory();
    auto first = Desk::open({.store = *empty, .log = other, .today = [] { return day("2031-05-07"); }});
    ASSERT_TRUE(first);
    Hands hands(**first);
    EXPECT_EQ(answer_of(hands.hand_in(entry_of("log-opened", seals::testing::opened()), "A")), "bad_key");
    EXPECT_EQ(empty->head()->size(), 0u);
}

TEST(TwoDesks, OnOneStoreOneSigns) {
    Filed filed;
    auto first = store::open(filed.file, store::Mode::append);
    ASSERT_TRUE(first);
    Office office(std::move(*first), filed.guard);
    ASSERT_FALSE(office.closed);
    EXPECT_EQ(filed.opened(), "store: other_holds_pen");
    EXPECT_EQ(answer_of(office.hands->act("z", "atlantis", "P")), "kept");
    // One that reads has no pen, and signs nothing.
    Office reader(std::move(*store::open(filed.file, store::Mode::read)));
    ASSERT_FALSE(reader.closed);
    const std::string before = contents(*office.store);
    EXPECT_EQ(answer_of(reader.hands->act("y", "atlantis", "P")), "closed: store_failed");
    EXPECT_EQ(contents(*office.store), before);
    EXPECT_EQ(answer_of(office.hands->act("y", "atlantis", "P")), "kept");
}

// -- signed refusals
// ----------------------------------------------------------------------------------------------------

TEST(SignedRefusal, TellsWhatAndWhyAndIsNoCheckpoint) {
    Office office(store::in_memory());
    office.set_up();
    const std::string bad = office.hands->sealed(with_body(left("a0", "mu")), "R");
    const auto outcome = office.desk->submit({bad, {}, {}, {}});
    ASSERT_EQ(answer_of(outcome), "undeclared");
    const std::string note = refusal_note(log_signer(), bad, std::get<Refusal>(outcome));
    const auto read = read_refused(note, log_signer().verifier());
    ASSERT_TRUE(read) << note;
    EXPECT_EQ(read->origin, origin);
    EXPECT_EQ(read->submitted, merkle::sha256(bad));
    EXPECT_EQ(read->code, "undeclared");
    EXPECT_EQ(encoding::canonical_json(read->faults),
              R"([{"at":"member","code":"undeclared","facts":{"found":"mu","kind":"member"}}])");
    EXPECT_EQ(read->text(), merkle::read_note(note)->text);

    EXPECT_FALSE(merkle::read_checkpoint(read->text()));
    Refused numbered = *read;
    numbered.origin = "123";
    EXPECT_FALSE(merkle::read_checkpoint(numbered.text()));
    // What is no refusal, or not the log's.
    const merkle::Signer other(std::string(origin), merkle::KeyType::ed25519, secret('M'));
    EXPECT_EQ(read_refused(note, other.verifier()).error(), RefusedFault::not_a_note);
    EXPECT_EQ(read_refused(office.desk->head().checkpoint, log_signer().verifier()).error(),
              RefusedFault::not_a_refusal);
    const auto resigned = [](const std::string& text) {
        return read_refused(merkle::Note{.text = text, .lines = {log_signer().sign(text)}}.whole(),
                            log_signer().verifier());
    };
    const std::string text = read->text();
    EXPECT_TRUE(resigned(text));
    EXPECT_FALSE(resigned(text + "more\n"));
    EXPECT_FALSE(resigned("x" + text));
    EXPECT_FALSE(resigned(text.substr(0, text.rfind('[')) + "[]\n"));
    EXPECT_FALSE(resigned(text.substr(0, text.rfind('[')) + "[ {}]\n"));
    std::string changed = note;
    changed[note.find("undeclared")] = 'U';
    EXPECT_FALSE(read_refused(changed, log_signer().verifier()));
}

TEST(SignedRefusal, HasAnEndHoweverLongTheFactsAre) {
    const std::string long_text(1'999, 'x');
    std::vector<encoding::ActFault> faults(
        1'000, {encoding::ActCode::unknown_word, "/body", {{"found", long_text + "\xD1\x8F"}}});
    const auto refused = refused_as(origin, "bytes", Refusal{faults});
    EXPECT_EQ(refused.faults.list()->size(), most_faults_told);
    EXPECT_LT(refused.text().size(), 20'000u);
    EXPECT_TRUE(read_refused(signed_refusal(log_signer(), refused), log_signer().verifier()));
}

TEST(SignedRefusal, IsPutOnRecordOnItsSendersDemand) {
    Office office(store::in_memory());
    office.set_up();
    const std::string bad = office.hands->sealed(with_body(left("a0", "lemuria")), "P");
    const auto refusal = office.desk->submit({bad, {}, {}, {}});
    ASSERT_EQ(answer_of(refusal), "not_their_act");
    const std::string note = refusal_note(log_signer(), bad, std::get<Refusal>(refusal));
    const std::string before = contents(*office.store);
    EXPECT_EQ(answer_of(office.desk->log_refusal("no note", bad)), "bad_signature");
    EXPECT_EQ(answer_of(office.desk->log_refusal(note, bad + " ")), "not_bytes");
    // Of one who has no key here: the record is not a wall to write on.
    const std::string strangers =
        seals::write_entry(seals::testing::sealed(with_body(left("a0", "atlantis")), 'X', 1, {}));
    const auto stranger = office.desk->submit({strangers, {}, {}, {}});
    const std::string strangers_note = refusal_note(log_signer(), strangers, std::get<Refusal>(stranger));
    EXPECT_EQ(answer_of(office.desk->log_refusal(strangers_note, strangers)), "unknown_key_id");
    EXPECT_EQ(contents(*office.store), before);

    const auto logged = office.desk->log_refusal(note, bad);
    ASSERT_EQ(answer_of(logged), "kept");
    expect_proved(*office.store, std::get<Receipt>(logged));
    const std::uint64_t place = std::get<Receipt>(logged).entry;
    office.desk->look([&](const Book& book) {
        const auto& act = std::get<seals::RefusalLogged>(book.registry_acts().at(place).content);
        EXPECT_EQ(act.submitted, merkle::sha256(bad));
        EXPECT_EQ(act.code, "not_their_act");
    });
    const auto again = office.desk->log_refusal(note, bad);
    ASSERT_EQ(answer_of(again), "kept");
    EXPECT_EQ(std::get<Receipt>(again).entry, place);
    // Its seal took the registrar's next number; the registrar goes on after it.
    office.hands->learn_counts();
    EXPECT_EQ(answer_of(office.hands->act("a0", "atlantis", "R")), "kept");
}

// -- entering a package
// ---------------------------------------------------------------------------------------------------

TEST(Package, IsEnteredOnceHoweverOften) {
    Folder folder;
    const std::filesystem::path package = folder.file("package");
    std::filesystem::create_directories(package / "record");
    std::ofstream(package / "rulebook.yaml") << rulebook_yaml();
    std::ofstream(package / "sources.yaml") << sources_yaml;
    const auto write = [&](int acts) {
        std::ofstream record(package / "record" / "acts.jsonl");
        for (int i = 0; i < acts; ++i) {
            record << "{\"body\":" << encoding::canonical_json(left("a" + std::to_string(i), "atlantis"))
                   << ",\"known_on\":\"20" << 10 + i << "-01-01\",\"seals\":[],\"v\":1}\n";
        }
    };
    write(5);
    Office office(store::in_memory());
    const merkle::SecretKey authority = secret('A');
    ASSERT_TRUE(open_log(*office.desk, {.origin = std::string(origin),
                                        .log = log_signer(),
                                        .authority = authority,
                                        .authority_next = seals::testing::next('B'),
                                        .registrar = office.registrar,
                                        .registrar_name = "registrar",
                                        .policy = seals::testing::opened().policy,
                                        .today = office.today}));
    const auto enter = [&] {
        return enter_package(*office.desk, office.registrar, package, "First.", office.today);
    };
    ASSERT_TRUE(enter());
    EXPECT_EQ(office.desk->head().size(), 8u);
    write(7);
    const auto again = enter();
    ASSERT_TRUE(again);
    EXPECT_EQ(office.desk->head().size(), 11u);  // a rulebook and two acts
    std::ifstream in(package / "record" / "acts.jsonl", std::ios::binary);
    const std::string lines{std::istreambuf_iterator<char>(in), {}};
    office.desk->look(
        [&](const Book& book) { EXPECT_EQ(book.organisation()->record_sha256, package::sha256(lines)); });
}

}  // namespace
}  // namespace registry
