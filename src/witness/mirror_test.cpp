// A copy of a log, pulled from whoever has it: right, or not kept.

#include "witness/mirror.hpp"

#include <functional>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "witness/serve.hpp"
#include "witness/testing_log.hpp"

namespace witness {
namespace {

using testing::files_in;
using testing::Folder;
using testing::TestLog;

/// A log that is served, with what somebody does to its files on the way.
struct Served {
    const TestLog& log;
    std::function<void(const std::string&, std::optional<std::string>&)> meddle = [](const auto&, auto&) {};
    std::set<std::string> asked = {};

    FetchFile files() {
        return [this](const std::string& name) -> std::expected<std::optional<std::string>, std::string> {
            asked.insert(name);
            auto bytes = log.file(name);
            meddle(name, bytes);
            return bytes;
        };
    }
};

struct Copy {
    Folder folder;
    std::size_t batch_bundles = 2;

    std::expected<Mirror, MirrorFault> open() const {
        return Mirror::open(
            {.folder = folder.path() / "mirror", .evidence = folder.path(), .batch_bundles = batch_bundles});
    }
    std::string pull(const std::string& note, const FetchFile& fetch) const {
        auto mirror = open();
        if (!mirror) return "open: " + std::string(name_of(mirror.error().code));
        const auto pulled = mirror->pull(note, fetch);
        return pulled ? "pulled" : std::string(name_of(pulled.error().code));
    }
    std::uint64_t size() const { return open()->size(); }
    std::optional<std::string> file(const std::string& name) const {
        return *read_file(folder.path() / "mirror" / name, longest_bundle);
    }
};

TEST(Mirror, HasEveryFileOfTheLogAtEverySizeItPulled) {
    TestLog log;
    log.grow_to(66'000);
    const Copy copy;
    for (const std::uint64_t size :
         {0U, 1U, 2U, 255U, 256U, 257U, 1'000U, 1'024U, 65'535U, 65'536U, 65'537U, 66'000U}) {
        SCOPED_TRACE(size);
        ASSERT_EQ(copy.pull(log.note(size), log.files()), "pulled");
        EXPECT_EQ(copy.size(), size);
        EXPECT_EQ(copy.file("checkpoint"), log.note(size));
        for (const merkle::TilePath& path : merkle::tiles_of(size))
            ASSERT_TRUE(copy.file(path.text()) == log.file(path.text())) << path.text();
    }
}

TEST(Mirror, IsTheSameHoweverItCameTogether) {
    TestLog log;
    log.grow_to(1'300);
    for (const std::size_t bundles : {1U, 2U, 100U}) {
        SCOPED_TRACE(bundles);
        const Copy copy{.batch_bundles = bundles};
        ASSERT_EQ(copy.pull(log.note(1'300), log.files()), "pulled");
        for (const merkle::TilePath& path : merkle::tiles_of(1'300))
            ASSERT_TRUE(copy.file(path.text()) == log.file(path.text())) << path.text();
    }
}

TEST(Mirror, TakesTheFullBundleWhereTheNarrowOneIsGone) {
    TestLog log;
    log.grow_to(600);
    Served served{.log = log, .meddle = [](const std::string& name, std::optional<std::string>& bytes) {
                      if (name.find(".p/") != name.npos) bytes.reset();
                  }};
    const Copy copy;
    EXPECT_EQ(copy.pull(log.note(300), served.files()), "pulled");
    EXPECT_EQ(copy.file("tile/entries/001.p/44"), log.file("tile/entries/001.p/44"));
    EXPECT_EQ(copy.pull(log.note(600), served.files()), "missing");  // of the last there is no full one
    EXPECT_EQ(copy.pull(log.note(512), served.files()), "pulled");
}

TEST(Mirror, KeepsNothingThatTheSignedRootDoesNotVouchFor) {
    TestLog log, fork;
    log.grow_to(1'300);
    fork.grow_to(700).grow_to(1'300, "other");
    using Bytes = std::optional<std::string>;
    struct Row {
        const char* what;
        std::function<void(const std::string&, Bytes&)> meddle;
        const char* said;
        std::uint64_t size;  // which it has come to
    };
    const auto at = [](std::string name, auto change) {
        return [name = std::move(name), change](const std::string& asked, Bytes& bytes) {
            if (asked == name) change(bytes);
        };
    };
    const Row rows[] = {
        {"an entry changed", at("tile/entries/003", [](Bytes& bytes) { bytes->back() ^= 1; }), "wrong_root",
         512},
        {"an entry dropped",
         at("tile/entries/003",
            [&](Bytes& bytes) {
                auto entries = *merkle::read_bundle(*bytes, 256);
                entries.erase(entries.begin() + 7);
                bytes = merkle::bundle(entries);
            }),
         "malformed", 512},
        {"two entries in each other's place",
         at("tile/entries/003",
            [&](Bytes& bytes) {
                auto entries = *merkle::read_bundle(*bytes, 256);
                std::swap(entries[3], entries[4]);
                bytes = merkle::bundle(entries);
            }),
         "wrong_root", 512},
        {"a byte too many", at("tile/entries/000", [](Bytes& bytes) { *bytes += 'x'; }), "malformed", 0},
        {"a bundle that is not there", at("tile/entries/004", [](Bytes& bytes) { bytes.reset(); }), "missing",
         1'024},
        {"the last entry changed", at("tile/entries/005.p/20", [](Bytes& bytes) { bytes->back() ^= 1; }),
         "wrong_root", 1'024},
        {"a tile changed", at("tile/0/003", [](Bytes& bytes) { bytes->back() ^= 1; }), "pulled", 1'300},
        {"tiles that tie nothing",
         [](const std::string& name, Bytes& bytes) {
             if (!name.starts_with("tile/1/")) return;
             for (char& byte : *bytes) byte ^= 1;
         },
         "wrong_root", 0},
        {"another history", [&](const std::string& name, Bytes& bytes) { bytes = fork.file(name); },
         "wrong_root", 0},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Copy copy;
        Served served{.log = log, .meddle = row.meddle};
        EXPECT_EQ(copy.pull(log.note(1'300), served.files()), row.said);
        EXPECT_EQ(copy.size(), row.size);
        for (const merkle::TilePath& path : merkle::tiles_of(row.size))
            ASSERT_TRUE(copy.file(path.text()) == log.file(path.text())) << path.text();
        // And nothing stands in the way of the right ones.
        EXPECT_EQ(copy.pull(log.note(1'300), log.files()), "pulled");
    }
}

TEST(Mirror, FollowsNoLogThatIsAnotherOrSmaller) {
    TestLog log, fork;
    log.grow_to(1'300);
    fork.grow_to(500).grow_to(1'300, "other");
    const Copy copy;
    ASSERT_EQ(copy.pull(log.note(1'000), log.files()), "pulled");
    EXPECT_EQ(copy.pull(fork.note(1'000), fork.files()), "wrong_root");
    EXPECT_EQ(copy.pull(fork.note(1'300), fork.files()), "wrong_root");
    EXPECT_EQ(copy.pull(log.note(999), log.files()), "smaller");
    EXPECT_EQ(copy.pull("hello", log.files()), "malformed");
    const FetchFile dead = [](const std::string&) { return std::unexpected(std::string("no connection")); };
    EXPECT_EQ(copy.pull(log.note(1'300), dead), "not_reached");
    EXPECT_EQ(copy.size(), 1'000U);
    EXPECT_EQ(copy.file("checkpoint"), log.note(1'000));
}

TEST(Mirror, LeavesAFileThatIsThereAndKeepsWhatShouldHaveBeenThere) {
    TestLog log;
    log.grow_to(1'300);
    const Copy copy;
    ASSERT_EQ(copy.pull(log.note(512), log.files()), "pulled");
    const Path there = copy.folder.path() / "mirror/tile/entries/002";
    ASSERT_TRUE(make_folder(there.parent_path()));
    ASSERT_TRUE(replace_file(there, "somebody was here"));
    EXPECT_EQ(copy.pull(log.note(1'300), log.files()), "differs");
    EXPECT_EQ(copy.file("tile/entries/002"), "somebody was here");
    EXPECT_EQ(copy.size(), 512U);
    std::vector<std::string> kept;
    for (const Path& file : files_in(copy.folder)) {
        if (std::filesystem::is_regular_file(file)) kept.push_back(**read_file(file, longest_bundle));
    }
    EXPECT_EQ(kept, std::vector{*log.file("tile/entries/002")});
}

TEST(Mirror, SeesThatWhatItHasWasDamaged) {
    TestLog log;
    log.grow_to(700);
    struct Row {
        const char* file;
        const char* said;  // when opened
    };
    const Row rows[] = {
        {"progress", "damaged"},
        {"tile/0/002.p/188", "damaged"},
        {"tile/1/000.p/2", "damaged"},
        {"tile/entries/001", "opened"},  // not read then, but when it is asked for
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.file);
        const Copy copy;
        ASSERT_EQ(copy.pull(log.note(700), log.files()), "pulled");
        const Path file = copy.folder.path() / "mirror" / row.file;
        std::string bytes = **read_file(file, longest_bundle);
        bytes[bytes.size() / 2] ^= 1;
        ASSERT_TRUE(replace_file(file, bytes));
        auto opened = copy.open();
        EXPECT_EQ(opened ? "opened" : name_of(opened.error().code), row.said);
        if (!opened) continue;
        const auto entries = opened->entries(256);
        ASSERT_FALSE(entries.has_value());
        EXPECT_EQ(name_of(entries.error().code), "damaged");
        EXPECT_TRUE(opened->entries(0).has_value());
    }
}

TEST(Mirror, GivesItsEntriesInOrder) {
    TestLog log;
    log.grow_to(700);
    const Copy copy;
    ASSERT_EQ(copy.pull(log.note(700), log.files()), "pulled");
    const auto mirror = copy.open();
    std::vector<std::string> all;
    while (all.size() < mirror->size()) {
        const auto entries = mirror->entries(all.size());
        ASSERT_TRUE(entries.has_value());
        ASSERT_FALSE(entries->empty());
        all.insert(all.end(), entries->begin(), entries->end());
    }
    EXPECT_EQ(all, log.entries());
    EXPECT_EQ(mirror->entries(699)->size(), 1U);
}

// -- following a log, and replaying it
// -----------------------------------------------------------------------

/// Remembers what it was given, and refuses one entry.
struct Heard {
    std::vector<std::string> entries;
    std::string refuses;
};
class Listening final : public Replay {
public:
    explicit Listening(Heard& heard) : heard_(heard) {}
    std::expected<void, std::string> replay(std::uint64_t first,
                                            const std::vector<std::string>& entries) override {
        if (first == 0) heard_.entries.clear();  // from the beginning again
        EXPECT_EQ(first, heard_.entries.size());
        for (const std::string& entry : entries) {
            if (entry == heard_.refuses) return std::unexpected("its seal does not hold");
            heard_.entries.push_back(entry);
        }
        return {};
    }

private:
    Heard& heard_;
};

struct Capital {
    Folder folder;
    std::unique_ptr<Witness> witness;
    explicit Capital(const TestLog& log) {
        (void)replace_file(folder.path() / "logs",
                           "log " + log.key().verifier().text() + " http://log.invalid/\n");
        witness = *Witness::open(
            {.folder = folder,
             .signer = testing::signer("witness.example/w", merkle::KeyType::cosignature, 'W'),
             .replayer = testing::signer("witness.example/r", merkle::KeyType::cosignature, 'R')});
    }
    const Log& log() const { return witness->logs().front(); }
    std::string shown(std::string path) const {
        return answer(*witness, {.path = "/" + std::move(path)}).body;
    }
};

TEST(Follower, MirrorsReplaysAndStatesIt) {
    TestLog log;
    log.grow_to(900);
    const Capital capital(log);
    Heard heard;
    Follower follower(*capital.witness, capital.log(), log.files(),
                      [&heard] { return std::make_unique<Listening>(heard); });
    EXPECT_EQ(follower.follow(), "");  // nothing is cosigned yet
    const std::string hex = capital.log().hex();
    std::uint64_t last = 0;
    for (const std::uint64_t size : {100U, 300U, 300U, 900U}) {
        ASSERT_EQ(capital.witness->add_checkpoint(log.request(last, size)).verdict, Verdict::cosigned);
        EXPECT_EQ(follower.follow(), "");
        EXPECT_EQ(follower.mirrored(), size);
        EXPECT_EQ(follower.replayed(), size);
        const auto stated = merkle::read_note(*capital.witness->replayed(hex));
        EXPECT_EQ(stated->text, log.checkpoint(size).text());
        last = size;
    }
    EXPECT_EQ(heard.entries, log.entries());
    EXPECT_EQ(capital.shown("mirror/" + hex + "/tile/entries/002"), *log.file("tile/entries/002"));
    EXPECT_EQ(capital.shown("mirror/" + hex + "/checkpoint"), *capital.witness->checkpoint(hex));
    EXPECT_EQ(capital.shown("replayed/" + hex + "/checkpoint"), *capital.witness->replayed(hex));
}

TEST(Follower, StatesNothingBeyondWhatItReplayed) {
    TestLog log;
    log.grow_to(900);
    const Capital capital(log);
    Heard heard{.entries = {}, .refuses = "entry 500"};
    Follower follower(*capital.witness, capital.log(), log.files(),
                      [&heard] { return std::make_unique<Listening>(heard); });
    ASSERT_EQ(capital.witness->add_checkpoint(log.request(0, 400)).verdict, Verdict::cosigned);
    EXPECT_EQ(follower.follow(), "");
    const auto stated = capital.witness->replayed(capital.log().hex());
    ASSERT_TRUE(stated.has_value());
    ASSERT_EQ(capital.witness->add_checkpoint(log.request(400, 900)).verdict, Verdict::cosigned);
    for (int round = 0; round < 3; ++round) {
        EXPECT_NE(follower.follow().find("its seal does not hold"), std::string::npos);
        EXPECT_EQ(capital.witness->replayed(capital.log().hex()), stated);
    }
    EXPECT_EQ(follower.mirrored(), 900U);  // it is kept, and cosigned as a witness does

    // What was out of reach can be had again: it states what it has replayed from the beginning.
    heard.refuses.clear();
    EXPECT_EQ(follower.follow(), "");
    EXPECT_EQ(follower.replayed(), 900U);
    EXPECT_EQ(heard.entries.size(), 900U);
    EXPECT_EQ(merkle::read_note(*capital.witness->replayed(capital.log().hex()))->text,
              log.checkpoint(900).text());
}

TEST(Served, HasNothingUnderOtherAddresses) {
    TestLog log;
    log.grow_to(300);
    const Capital capital(log);
    Follower follower(*capital.witness, capital.log(), log.files(), nullptr);
    ASSERT_EQ(capital.witness->add_checkpoint(log.request(0, 300)).verdict, Verdict::cosigned);
    ASSERT_EQ(follower.follow(), "");
    const std::string hex = capital.log().hex();
    const auto status = [&](const std::string& path) {
        return answer(*capital.witness, {.path = path}).status;
    };
    EXPECT_EQ(status("/" + hex + "/checkpoint"), 200);
    EXPECT_EQ(status("/mirror/" + hex + "/tile/0/000"), 200);
    for (const std::string& path : std::vector<std::string>{
             "/", "/" + hex, "/" + hex + "/", "/" + hex + "/checkpoint/", "/" + hex + "/tile/0/000",
             "/" + std::string(64, '0') + "/checkpoint", "/checkpoint", "/replayed/" + hex + "/checkpoint",
             "/mirror/" + hex + "/progress", "/mirror/" + hex + "/tile/0/001",
             "/mirror/" + hex + "/tile/00/000", "/mirror/" + hex + "/../../logs",
             "/mirror/../checkpoints/" + hex, "/mirror//checkpoint", "/logs"}) {
        EXPECT_EQ(status(path), 404) << path;
    }
    EXPECT_EQ(answer_post(*capital.witness, {.method = http::Method::post, .path = "/"}).status, 404);
    const auto conflict =
        answer_post(*capital.witness,
                    {.method = http::Method::post, .path = "/add-checkpoint", .body = log.request(0, 300)});
    EXPECT_EQ(conflict.status, 409);
    EXPECT_EQ(conflict.body, "300\n");
}

}  // namespace
}  // namespace witness
