// A witness against logs that behave and logs that lie, against crashes, races and clocks.

#include "witness/witness.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "witness/testing_log.hpp"

namespace witness {
namespace {

using testing::files_in;
using testing::Folder;
using testing::signer;
using testing::TestLog;

constexpr std::uint64_t noon = 1'760'000'000;

/// A folder for a witness of these logs, and the clock on its wall.
struct House {
    Folder folder;
    std::uint64_t time = noon;

    explicit House(const TestLog& log) { name_logs("log " + log.key().verifier().text() + "\n"); }
    void name_logs(const std::string& text) const { ASSERT_TRUE(replace_file(folder.path() / "logs", text)); }

    Setup setup() {
        return {.folder = folder,
                .signer = signer("witness.example/w", merkle::KeyType::cosignature, 'W'),
                .replayer = signer("witness.example/w/replay", merkle::KeyType::cosignature, 'R'),
                .now = [this] { return time; }};
    }
    std::unique_ptr<Witness> open() { return open(setup()); }
    static std::unique_ptr<Witness> open(Setup setup) {
        auto opened = Witness::open(std::move(setup));
        EXPECT_TRUE(opened.has_value()) << (opened ? "" : opened.error().what);
        return opened ? *std::move(opened) : nullptr;
    }
    std::string refusal(Setup setup) const {
        const auto opened = Witness::open(std::move(setup));
        return opened ? "opened" : std::string(name_of(opened.error().code));
    }
    std::string refusal() { return refusal(setup()); }

    Path checkpoint_file(const TestLog& log) const {
        return folder.path() / "checkpoints" / Log{log.key().verifier().name, {}, {}}.hex();
    }
    std::vector<Evidence> evidence() const {
        std::vector<Evidence> all;
        for (const Path& file : files_in(folder.path() / "evidence")) {
            const auto bytes = read_file(file, longest_evidence);
            const auto read = read_evidence(bytes->value());
            EXPECT_TRUE(read.has_value());
            if (read) all.push_back(*read);
        }
        return all;
    }
};

std::string said(const Answer& answer) { return std::string(name_of(answer.verdict)); }
std::string ask(Witness& witness, const std::string& body) { return said(witness.add_checkpoint(body)); }

std::uint64_t size_of(Witness& witness) {
    const auto note = witness.checkpoint(witness.logs().front().hex());
    return note ? merkle::read_checkpoint(merkle::read_note(*note)->text)->size : 0;
}

TEST(Witness, CosignsWhatAProofTiesToTheLast) {
    TestLog log;
    log.grow_to(300);
    House house(log);
    const auto witness = house.open();
    EXPECT_EQ(witness->checkpoint(witness->logs().front().hex()), std::nullopt);
    std::uint64_t last = 0;
    for (const std::uint64_t size : {0U, 1U, 2U, 3U, 8U, 8U, 255U, 256U, 257U, 300U, 300U}) {
        const Answer answer = witness->add_checkpoint(log.request(last, size));
        ASSERT_EQ(said(answer), "cosigned") << last << " " << size;
        const auto lines = merkle::read_signature_lines(answer.lines);
        ASSERT_TRUE(lines.has_value());
        ASSERT_EQ(lines->size(), 1U);
        EXPECT_TRUE(merkle::verifies(witness->setup().signer.verifier(), log.checkpoint(size).text(),
                                     lines->front()));
        EXPECT_EQ(merkle::time_of(lines->front()), house.time);
        last = size;
        ++house.time;
    }
    // What it shows is the whole note, signed by both.
    const auto note = merkle::read_note(*witness->checkpoint(witness->logs().front().hex()));
    const std::vector known{log.key().verifier(), witness->setup().signer.verifier()};
    const auto verified = merkle::verify_note(*note, known);
    ASSERT_TRUE(verified.has_value());
    EXPECT_EQ(verified->size(), 2U);
}

TEST(Witness, RefusesInTheOrderOfTheSpecification) {
    TestLog log, fork;
    log.grow_to(40);
    fork.grow_to(10).grow_to(40, "other");
    TestLog unknown("nobody.example/log");
    unknown.grow_to(10);
    TestLog impostor(std::string(testing::origin), 'X');
    impostor.grow_to(40);
    House house(log);
    const auto witness = house.open();
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");

    const auto request = [](std::uint64_t old, std::vector<merkle::Hash> path, std::string note) {
        return merkle::AddCheckpoint{old, std::move(path), std::move(note)}.text();
    };
    const auto signed_text = [&](const std::string& text) {
        return merkle::Note{text, {log.key().sign(text)}}.whole();
    };
    merkle::Checkpoint wrong_empty{std::string(testing::origin), 0, merkle::sha256("x")};
    std::string damaged = log.note(25);
    damaged[damaged.size() - 10] = damaged[damaged.size() - 10] == 'A' ? 'B' : 'A';
    const std::string twice = log.note(25, {log.key().sign(log.checkpoint(25).text())});
    const std::string extended = log.checkpoint(25).text() + "more\n";

    struct Row {
        const char* what;
        std::string body;
        const char* verdict;
    };
    const Row rows[] = {
        {"nothing", "", "malformed"},
        {"no note", "old 20\n\nhello\n", "malformed"},
        {"an unknown origin, with a wrong size besides", unknown.request(5, 10), "unknown_origin"},
        {"another key in the log's name", impostor.request(20, 25), "not_signed"},
        {"a signature that does not hold", request(20, log.path(20, 25), damaged), "not_signed"},
        {"a key of the log on two lines", request(20, log.path(20, 25), twice), "not_signed"},
        {"an extension line", request(20, log.path(20, 25), signed_text(extended)), "malformed"},
        {"a size with a zero before it",
         request(20, {},
                 signed_text(std::string(testing::origin) + "\n025\n" +
                             merkle::base64_of(log.checkpoint(25).root) + "\n")),
         "malformed"},
        {"an old size beyond the new", request(26, {}, log.note(25)), "old_beyond_new"},
        {"an old size behind", log.request(19, 25), "other_size"},
        {"an old size ahead", log.request(21, 25), "other_size"},
        {"from nothing again", log.request(0, 25), "other_size"},
        {"the empty log with a root", request(0, {}, log.sign(wrong_empty)), "bad_empty_root"},
        {"the same size with another root", request(20, {}, fork.note(20)), "other_root"},
        {"the same size with a path", request(20, log.path(15, 20), log.note(20)), "bad_proof"},
        {"no path", request(20, {}, log.note(25)), "bad_proof"},
        {"the path of another size", request(20, log.path(19, 25), log.note(25)), "bad_proof"},
        {"another history", fork.request(20, 30), "bad_proof"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Answer answer = witness->add_checkpoint(row.body);
        EXPECT_EQ(said(answer), row.verdict);
        EXPECT_TRUE(answer.lines.empty());
        if (answer.verdict == Verdict::other_size) {
            EXPECT_EQ(answer.size, 20U);
        }
    }
    EXPECT_EQ(size_of(*witness), 20U);
    EXPECT_EQ(ask(*witness, log.request(20, 40)), "cosigned");
}

TEST(Witness, KeepsEvidenceThatAThirdCanVerify) {
    TestLog log, fork;
    log.grow_to(40);
    fork.grow_to(10).grow_to(40, "other");
    House house(log);
    const auto witness = house.open();
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");

    // A split view: another log of the same size. Twice; it is one piece of evidence.
    const std::string split = merkle::AddCheckpoint{20, {}, fork.note(20)}.text();
    EXPECT_EQ(ask(*witness, split), "other_root");
    ++house.time;
    EXPECT_EQ(ask(*witness, split), "other_root");
    // A rollback: the log went back to 10, and on from there.
    EXPECT_EQ(ask(*witness, fork.request(10, 15)), "other_size");
    EXPECT_EQ(ask(*witness, fork.request(20, 30)), "bad_proof");

    auto found = house.evidence();
    ASSERT_EQ(found.size(), 2U);
    std::ranges::sort(found, {}, &Evidence::kind);
    EXPECT_EQ(found[0].kind, Evidence::Kind::split);
    EXPECT_EQ(found[0].seen_at, noon);
    EXPECT_EQ(found[1].kind, Evidence::Kind::unproved);
    for (const Evidence& evidence : found) EXPECT_TRUE(verify(evidence, log.keys()).has_value());
    EXPECT_EQ(merkle::read_note(found[0].newer)->text, fork.checkpoint(20).text());
    EXPECT_EQ(merkle::read_note(found[1].newer)->text, fork.checkpoint(30).text());
}

TEST(Witness, KeepsEvidenceOfASplitWhateverTheSenderBelieves) {
    TestLog log, fork;
    log.grow_to(40);
    fork.grow_to(40, "other");
    House house(log);
    const auto witness = house.open();
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    EXPECT_EQ(ask(*witness, merkle::AddCheckpoint{10, fork.path(10, 20), fork.note(20)}.text()),
              "other_size");
    const auto found = house.evidence();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Evidence::Kind::split);
    EXPECT_TRUE(verify(found[0], log.keys()).has_value());
}

TEST(Witness, KeepsNoEvidenceOfWhatIsNoFaultOfTheLog) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    const auto witness = house.open();
    const std::string first = merkle::AddCheckpoint{0, {merkle::sha256("x")}, log.note(20)}.text();
    EXPECT_EQ(ask(*witness, first), "bad_proof");
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    EXPECT_EQ(ask(*witness, merkle::AddCheckpoint{20, log.path(15, 20), log.note(20)}.text()), "bad_proof");
    EXPECT_EQ(ask(*witness, log.request(10, 15)), "other_size");
    EXPECT_TRUE(house.evidence().empty());
}

TEST(Witness, DoesNotFillItsDiskWithUnprovedAccusations) {
    TestLog log;
    log.grow_to(60);
    House house(log);
    const auto setup = [&] {
        auto made = house.setup();
        made.most_unproved = 3;
        return made;
    };
    auto witness = House::open(setup());
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    const auto accuse = [&](std::uint64_t size) {
        EXPECT_EQ(ask(*witness, merkle::AddCheckpoint{20, {}, log.note(size)}.text()), "bad_proof");
    };
    for (std::uint64_t size = 30; size < 40; ++size) accuse(size);
    EXPECT_EQ(house.evidence().size(), 3U);
    witness.reset();
    witness = House::open(setup());
    accuse(50);
    EXPECT_EQ(house.evidence().size(), 3U);
}

TEST(Witness, IsNotPoisonedByALineForgedInItsOwnName) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    auto witness = house.open();
    const merkle::VerifierKey own = witness->setup().signer.verifier();
    const merkle::SignatureLine forged{own.name, own.id(), std::string(72, 'A')};
    const merkle::SignatureLine stranger =
        signer("stranger.example/k", merkle::KeyType::ed25519, 'S').sign("x\n");
    const std::string body = merkle::AddCheckpoint{0, {}, log.note(20, {forged, stranger})}.text();
    EXPECT_EQ(ask(*witness, body), "cosigned");
    const auto note = merkle::read_note(*witness->checkpoint(witness->logs().front().hex()));
    EXPECT_EQ(note->lines.size(), 2U);
    EXPECT_TRUE(merkle::verify_note(*note, std::span(&own, 1)).has_value());
    EXPECT_EQ(ask(*witness, log.request(20, 30)), "cosigned");
    witness.reset();
    EXPECT_EQ(size_of(*house.open()), 30U);
}

TEST(Witness, AcceptsOneOfFortyUpdatesFromOneSize) {
    TestLog log;
    log.grow_to(200);
    House house(log);
    const auto witness = house.open();
    ASSERT_EQ(ask(*witness, log.request(0, 100)), "cosigned");
    std::atomic<int> cosigned = 0, others = 0;
    std::atomic<std::uint64_t> won = 0;
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t size = 101; size <= 140; ++size) {
            threads.emplace_back([&, size] {
                const Answer answer = witness->add_checkpoint(log.request(100, size));
                if (answer.verdict == Verdict::cosigned) {
                    ++cosigned;
                    won = size;
                } else if (answer.verdict == Verdict::other_size) {
                    ++others;
                }
            });
        }
    }
    EXPECT_EQ(cosigned, 1);
    EXPECT_EQ(others, 39);
    EXPECT_EQ(size_of(*witness), won);
}

// -- beginning, ending, beginning again
// ----------------------------------------------------------------------

TEST(Witness, EndedBetweenKeepingAndAnsweringItCosignsTheSameAgain) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    {
        auto setup = house.setup();
        setup.kept = [] { throw std::runtime_error("the power went"); };
        const auto witness = House::open(std::move(setup));
        EXPECT_THROW(witness->add_checkpoint(log.request(0, 20)), std::runtime_error);
    }
    const auto witness = house.open();
    const Answer told = witness->add_checkpoint(log.request(0, 20));
    EXPECT_EQ(said(told), "other_size");
    EXPECT_EQ(told.size, 20U);
    EXPECT_EQ(ask(*witness, log.request(20, 20)), "cosigned");
    EXPECT_EQ(ask(*witness, log.request(20, 40)), "cosigned");
}

TEST(Witness, GivesNoSignatureThatItCouldNotKeep) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    auto witness = house.open();
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    // A folder where the file is written first: as a disk that fails.
    const Path beside = house.checkpoint_file(log).string() + ".new";
    std::filesystem::create_directory(beside);
    EXPECT_EQ(ask(*witness, log.request(20, 30)), "not_kept");
    // A failed flush is not tried again, though the disk may look well.
    std::filesystem::remove(beside);
    EXPECT_EQ(ask(*witness, log.request(20, 30)), "not_kept");
    EXPECT_EQ(size_of(*witness), 20U);
    witness.reset();
    witness = house.open();
    EXPECT_EQ(size_of(*witness), 20U);
    EXPECT_EQ(ask(*witness, log.request(20, 30)), "cosigned");
}

TEST(Witness, DoesNotStartWithoutTheStateItOnceHad) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    house.open();  // known from now on, though nothing was cosigned
    EXPECT_EQ(size_of(*house.open()), 0U);
    ASSERT_EQ(ask(*house.open(), log.request(0, 20)), "cosigned");
    const std::string note = **read_file(house.checkpoint_file(log), merkle::longest_note);

    struct Row {
        const char* what;
        std::optional<std::string> bytes;  // empty: there is no file
        const char* said;
    };
    std::string wrong = note;
    wrong[note.find("\n20\n") + 1] = '3';
    TestLog impostor(std::string(testing::origin), 'X');
    impostor.grow_to(20);
    const Row rows[] = {
        {"gone", std::nullopt, "lost_state"},
        {"empty", "", "unreadable"},
        {"cut", note.substr(0, note.size() / 2), "unreadable"},
        {"changed", wrong, "unreadable"},
        {"of another key", impostor.note(20), "unreadable"},
        {"as it was", note, "opened"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        std::filesystem::remove(house.checkpoint_file(log));
        if (row.bytes) {
            ASSERT_TRUE(replace_file(house.checkpoint_file(log), *row.bytes));
        }
        EXPECT_EQ(house.refusal(), row.said);
    }
    // Told to, it begins anew; and not a second time by itself.
    std::filesystem::remove(house.checkpoint_file(log));
    auto told = house.setup();
    told.first_use = true;
    EXPECT_EQ(size_of(*House::open(std::move(told))), 0U);
    EXPECT_EQ(size_of(*house.open()), 0U);
}

TEST(Witness, DoesNotOpenWhatItCannotStandFor) {
    TestLog log;
    House house(log);
    const std::string line = "log " + log.key().verifier().text();
    struct Row {
        const char* what;
        std::string logs;
        const char* said;
    };
    const Row rows[] = {
        {"no log", "", "bad_logs"},
        {"a comment alone", "# none yet\n", "bad_logs"},
        {"no key", "log treaty.example/log\n", "bad_logs"},
        {"a word too many", line + " https://treaty.example more\n", "bad_logs"},
        {"a log without an end of line", line, "opened"},
        {"an address", line + " https://treaty.example/log\n", "opened"},
        {"a whole policy", line + "\nquorum none\n", "opened"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        house.name_logs(row.logs);
        EXPECT_EQ(house.refusal(), row.said);
    }
    std::filesystem::remove(house.folder.path() / "logs");
    EXPECT_EQ(house.refusal(), "bad_logs");
    house.name_logs(line);

    auto of_log = house.setup();
    of_log.signer = signer("witness.example/w", merkle::KeyType::ed25519, 'W');
    EXPECT_EQ(house.refusal(std::move(of_log)), "bad_key");
    auto one_key = house.setup();
    one_key.replayer = signer("witness.example/w/replay", merkle::KeyType::cosignature, 'W');
    EXPECT_EQ(house.refusal(std::move(one_key)), "bad_key");
    auto nowhere = house.setup();
    nowhere.folder = house.folder.path() / "absent";
    EXPECT_EQ(house.refusal(std::move(nowhere)), "disk");

    const auto running = house.open();
    EXPECT_EQ(house.refusal(), "in_use");
}

TEST(Witness, TakesASecondKeyOfALogForTheSameLog) {
    TestLog log, later(std::string(testing::origin), 'M');
    log.grow_to(40);
    later.grow_to(40);
    House house(log);
    ASSERT_EQ(ask(*house.open(), log.request(0, 20)), "cosigned");
    house.name_logs("log " + log.key().verifier().text() + "\nlog " + later.key().verifier().text() + "\n");
    const auto witness = house.open();
    ASSERT_EQ(witness->logs().size(), 1U);
    EXPECT_EQ(ask(*witness, later.request(0, 40)), "other_size");  // no new log, and no new beginning
    EXPECT_EQ(ask(*witness, later.request(20, 40)), "cosigned");
}

// -- the clock
// -----------------------------------------------------------------------------------------------

TEST(Witness, NeverSaysAnEarlierTime) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    auto witness = house.open();
    const auto time_said = [&](std::uint64_t at) -> std::string {
        house.time = at;
        const std::uint64_t size = size_of(*witness);
        const Answer answer = witness->add_checkpoint(log.request(size, size + 1));
        if (answer.verdict != Verdict::cosigned) return said(answer);
        return std::to_string(*merkle::time_of(merkle::read_signature_lines(answer.lines)->front()) - noon);
    };
    EXPECT_EQ(time_said(noon), "0");
    EXPECT_EQ(time_said(noon + 100), "100");
    EXPECT_EQ(time_said(noon + 50), "100");
    EXPECT_EQ(time_said(noon - 200), "100");
    EXPECT_EQ(time_said(noon - 201), "clock_went_back");
    EXPECT_EQ(time_said(0), "clock_went_back");
    EXPECT_EQ(time_said(noon + 101), "101");
    witness.reset();
    witness = house.open();  // and what was said before is not forgotten
    EXPECT_EQ(time_said(noon + 1), "101");
    EXPECT_EQ(time_said(noon - 500), "clock_went_back");
}

// -- the second statement
// ------------------------------------------------------------------------------------

TEST(Witness, KeepsTheSecondStatementApartAndNeverGoesBackInIt) {
    TestLog log, fork;
    log.grow_to(40);
    fork.grow_to(40, "other");
    House house(log);
    auto witness = house.open();
    const std::string hex = witness->logs().front().hex();
    ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    const std::string at_20 = *witness->checkpoint(hex);
    ASSERT_EQ(ask(*witness, log.request(20, 30)), "cosigned");
    const std::string at_30 = *witness->checkpoint(hex);

    EXPECT_EQ(witness->replayed(hex), std::nullopt);
    EXPECT_EQ(witness->keep_replayed(hex, at_30), Verdict::cosigned);
    EXPECT_EQ(witness->keep_replayed(hex, at_30), Verdict::cosigned);
    EXPECT_EQ(witness->keep_replayed(hex, at_20), Verdict::other_size);
    EXPECT_EQ(witness->keep_replayed(hex, log.note(40)), Verdict::not_signed);  // the first was not made
    EXPECT_EQ(witness->keep_replayed(hex, fork.note(40)), Verdict::not_signed);
    EXPECT_EQ(witness->keep_replayed(hex, "hello"), Verdict::malformed);
    EXPECT_EQ(witness->keep_replayed(std::string(64, '0'), at_30), Verdict::unknown_origin);

    const std::string stated = *witness->replayed(hex);
    const auto note = merkle::read_note(stated);
    const std::vector known{log.key().verifier(), witness->setup().replayer->verifier()};
    EXPECT_EQ(merkle::verify_note(*note, known)->size(), 2U);
    EXPECT_EQ(note->text, log.checkpoint(30).text());
    witness.reset();
    witness = house.open();
    EXPECT_EQ(witness->replayed(hex), stated);
    EXPECT_EQ(witness->keep_replayed(hex, at_20), Verdict::other_size);

    // An older state, put back: it has replayed more than it says to have cosigned.
    witness.reset();
    (void)replace_file(house.checkpoint_file(log), at_20);
    EXPECT_EQ(house.refusal(), "lost_state");
    (void)replace_file(house.checkpoint_file(log), at_30);
    EXPECT_EQ(house.refusal(), "opened");
}

TEST(Witness, DoesNotStartBehindItsOwnCopy) {
    TestLog log;
    log.grow_to(40);
    House house(log);
    std::string hex;
    {
        const auto witness = house.open();
        hex = witness->logs().front().hex();
        ASSERT_EQ(ask(*witness, log.request(0, 20)), "cosigned");
    }
    const Path copy = house.folder.path() / "mirror" / hex;
    std::filesystem::create_directories(copy);
    (void)replace_file(copy / "checkpoint", log.note(30));
    EXPECT_EQ(house.refusal(), "lost_state");
    (void)replace_file(copy / "checkpoint", log.note(20));
    EXPECT_EQ(house.refusal(), "opened");
    // What the log did not sign says nothing about what was cosigned.
    TestLog impostor(std::string(testing::origin), 'X');
    impostor.grow_to(40);
    (void)replace_file(copy / "checkpoint", impostor.note(40));
    EXPECT_EQ(house.refusal(), "opened");

    // Told to, it begins anew, and the copy is put aside.
    (void)replace_file(copy / "checkpoint", log.note(30));
    auto told = house.setup();
    told.first_use = true;
    EXPECT_EQ(house.refusal(std::move(told)), "opened");
    EXPECT_EQ(house.refusal(), "opened");
    EXPECT_FALSE(std::filesystem::exists(copy));
}

}  // namespace
}  // namespace witness
