// What was changed in a store behind its program's back is found, each thing under its own name.
#include "registry/scrub.hpp"

#include <filesystem>
#include <set>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "registry/testing_desk.hpp"
#include "store/testing_places.hpp"

namespace registry {
namespace {

using namespace testing;
using store::testing::Folder;

// A log of some 300 entries, with a public file and an annex, in an SQLite file.
void make(const std::string& file) {
    auto kept = store::create_sqlite(file);
    ASSERT_TRUE(kept);
    const base::Day today = day("2031-05-07");
    auto desk = Desk::open({.store = **kept, .log = log_signer(), .today = [today] { return today; }});
    ASSERT_TRUE(desk);
    Hands hands(**desk);
    ASSERT_TRUE(set_up(**desk, hands));
    for (int i = 0; i < 295; ++i)
        ASSERT_TRUE(std::holds_alternative<Receipt>(hands.act("a" + std::to_string(i), "atlantis", "R")));
    seals::Entry entry = seals::testing::with_body(left("with-files", "lemuria"));
    const store::File text = file_of("The text.", "text/plain");
    store::Annex annex{
        .commitment = {}, .salt = std::string(32, 's'), .media_type = "text/plain", .bytes = "A name."};
    annex.commitment = seals::commitment_of(annex.salt, annex.bytes);
    entry.files = {note_of(text, "text.txt", seals::FileNote::Kind::text),
                   {.sha256 = {},
                    .commitment = annex.commitment,
                    .kind = seals::FileNote::Kind::annex,
                    .name = "annex.txt",
                    .language = {},
                    .type = "text/plain",
                    .size = annex.bytes.size(),
                    .personal = true,
                    .release = {}}};
    ASSERT_TRUE(std::holds_alternative<Receipt>(hands.hand_in(std::move(entry), "R", {text}, {annex})));
}

void run(const std::string& file, const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
}

std::set<std::string> found_in(const std::string& file) {
    std::set<std::string> found;
    const auto kept = store::open_sqlite(file, store::Mode::read);
    EXPECT_TRUE(kept);
    if (!kept) return found;
    Scrubber scrubber(**kept, log_signer().verifier());
    do {
        const auto step = scrubber.step();
        EXPECT_TRUE(step) << (step ? "" : step.error().problem);
        if (!step) break;
        for (const Finding& one : *step) found.insert(one.code);
    } while (!scrubber.round_done());
    return found;
}

TEST(Scrubber, FindsWhatIsNotWhatWasSigned) {
    Folder folder;
    const std::string good = folder.file("good.db");
    make(good);
    run(good, "PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_EQ(found_in(good), std::set<std::string>());

    struct Row {
        const char* what;
        std::string sql;
        std::set<std::string> codes;  // these among others
    };
    const Row rows[] = {
        {"a byte of an entry",
         "UPDATE entry SET data = CAST(replace(CAST(data AS TEXT), 'atlantis', 'atlantix') AS BLOB) WHERE idx = 100",
         {"doctor_entry"}},
        {"an entry that is gone", "DELETE FROM entry WHERE idx = 100", {"doctor_entry"}},
        {"a tile", "UPDATE tile SET hashes = zeroblob(8192)", {"doctor_tile"}},
        {"a signature",
         "UPDATE checkpoint SET note = CAST(substr(note, 1, length(note) - 4) || x'4141410a' AS BLOB) WHERE size = 200",
         {"doctor_checkpoint"}},
        {"a file", "UPDATE file SET data = x'78' WHERE media_type = 'text/plain'", {"doctor_file"}},
        {"an annex", "UPDATE annex SET data = x'78'", {"doctor_annex"}},
        {"the salt of an annex", "UPDATE annex SET salt = zeroblob(32)", {"doctor_annex"}},
    };
    const std::string no_triggers =
        "DROP TRIGGER entry_changed; DROP TRIGGER entry_deleted; DROP TRIGGER tile_changed;"
        "DROP TRIGGER checkpoint_changed; DROP TRIGGER file_changed; DROP TRIGGER annex_changed;";
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const std::string file = folder.file("changed.db");
        std::filesystem::copy_file(good, file, std::filesystem::copy_options::overwrite_existing);
        run(file, no_triggers + row.sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
        const auto found = found_in(file);
        for (const std::string& code : row.codes) EXPECT_TRUE(found.contains(code)) << code;
        if (row.codes.contains("doctor_file") || row.codes.contains("doctor_annex")) {
            EXPECT_EQ(found, row.codes);
        }
    }
    // An annex that was taken away is not missed.
    run(good, "DELETE FROM annex; PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_EQ(found_in(good), std::set<std::string>());
}

}  // namespace
}  // namespace registry
