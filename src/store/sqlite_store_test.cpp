// What is SQLite's own: a file that can be damaged, copied, put back, and reached by others.
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/testing_places.hpp"

namespace store {
namespace {

using namespace testing;
using ::testing::HasSubstr;

std::string bytes_of_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write_file(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// What SQLite says to someone else's statements: "" or the words of the error.
std::string run_sql(const std::string& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
    char* words = nullptr;
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &words);
    std::string said = words ? words : "";
    sqlite3_free(words);
    sqlite3_close(handle);
    return said;
}

// The first column of the rows, a line each.
std::string ask_sql(const std::string& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    std::string answer;
    const auto add = [](void* to, int, char** columns, char**) {
        *static_cast<std::string*>(to) += std::string(columns[0] ? columns[0] : "NULL") + "\n";
        return 0;
    };
    sqlite3_exec(handle, sql.c_str(), add, &answer, nullptr);
    sqlite3_close(handle);
    return answer;
}

Trouble trouble_of(const Expected<std::unique_ptr<Store>>& opened) {
    EXPECT_FALSE(opened);
    return opened ? Trouble{} : opened.error().trouble;
}

class SqliteFile : public ::testing::Test {
protected:
    void SetUp() override { make(300); }

    void make(std::uint64_t size) {
        auto created = create(file_);
        ASSERT_TRUE(created) << created.error().problem;
        store_ = std::move(*created);
        for (std::uint64_t at = 0; at < size; at += 100)
            ASSERT_TRUE(
                store_->append(at, batch_of(at, std::min<std::uint64_t>(100, size - at)), note_signer));
    }

    static void expect_holds(const Store& store, std::uint64_t size) {
        EXPECT_EQ(store.head()->edge, edge_of_texts(size));
        EXPECT_EQ(store.entries(0, size + 10)->size(), size);
        EXPECT_EQ(merkle::edge_of(size, nodes_of(store, size)), edge_of_texts(size));
    }

    Folder folder_;
    std::string file_ = folder_.file("log.sqlite");
    std::unique_ptr<Store> store_;
};

TEST_F(SqliteFile, WhatIsKeptIsNotChangedByOthers) {
    Batch batch;
    batch.files = {file_of("file")};
    batch.annexes = {annex_of("annex")};
    ASSERT_TRUE(store_->append(300, batch, note_signer));
    store_.reset();
    const std::string before = ask_sql(file_, "SELECT hex(digest) || hex(leaf) || hex(data) FROM entry");
    for (const std::string_view sql : {
             "UPDATE entry SET data = x'' WHERE idx = 3",
             "UPDATE entry SET idx = 300 WHERE idx = 299",
             "UPDATE OR REPLACE entry SET digest = (SELECT digest FROM entry WHERE idx = 1) WHERE idx = 2",
             "DELETE FROM entry WHERE idx = 299",
             "DELETE FROM entry",
             "INSERT INTO entry VALUES(301, randomblob(32), zeroblob(32), x'')",
             "INSERT INTO entry VALUES(299, randomblob(32), zeroblob(32), x'')",
             "INSERT INTO entry VALUES(NULL, NULL, zeroblob(32), x'')",
             "INSERT INTO entry VALUES(300, randomblob(32), zeroblob(32), 'a text')",
             "INSERT INTO entry VALUES(300, randomblob(32), zeroblob(32), zeroblob(65536))",
             "INSERT OR REPLACE INTO entry VALUES(299, randomblob(32), zeroblob(32), x'')",
             "INSERT OR REPLACE INTO entry SELECT 300, digest, leaf, data FROM entry WHERE idx = 7",
             "UPDATE tile SET n = 7",
             "DELETE FROM tile",
             "INSERT OR REPLACE INTO tile SELECT level, n, zeroblob(32), hashes FROM tile",
             "UPDATE checkpoint SET note = x'00'",
             "DELETE FROM checkpoint",
             "INSERT OR REPLACE INTO checkpoint VALUES(300, x'00')",
             "UPDATE file SET data = x''",
             "DELETE FROM file",
             "INSERT OR REPLACE INTO file SELECT sha256, media_type, x'' FROM file",
             "UPDATE annex SET data = x''",
             "INSERT OR REPLACE INTO annex SELECT commitment, salt, media_type, x'' FROM annex",
             "UPDATE head SET size = 299",
             "DELETE FROM head",
             "INSERT INTO head VALUES(2, 0, x'', x'')",
             "PRAGMA foreign_keys = ON; INSERT INTO cosignature VALUES(299, 'w', x'00')",
         })
        EXPECT_NE(run_sql(file_, std::string(sql)), "") << sql;
    EXPECT_EQ(ask_sql(file_, "SELECT hex(digest) || hex(leaf) || hex(data) FROM entry"), before);
    EXPECT_EQ(run_sql(file_, "DELETE FROM annex"), "");
    const auto opened = open(file_, Mode::append);
    ASSERT_TRUE(opened) << opened.error().problem;
    expect_holds(**opened, 300);
    EXPECT_EQ((*opened)->file(merkle::sha256("file")).value()->bytes, "file");
}

TEST_F(SqliteFile, OthersCanReadTheTables) {
    EXPECT_EQ(ask_sql(file_, "PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(ask_sql(file_,
                      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                      "AND NOT strict AND name NOT LIKE 'sqlite_%'"),
              "");
    EXPECT_EQ(ask_sql(file_, "SELECT size FROM head"), "300\n");
    EXPECT_EQ(ask_sql(file_, "SELECT count(*) FROM entry"), "300\n");
    EXPECT_EQ(ask_sql(file_, "SELECT CAST(data AS TEXT) FROM entry WHERE idx = 1"), entry_text(1) + "\n");
    EXPECT_EQ(ask_sql(file_, "PRAGMA application_id"), "1148220276\n");
    EXPECT_EQ(ask_sql(file_, "PRAGMA journal_mode"), "wal\n");
    struct stat found{};
    ASSERT_EQ(::stat(file_.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U) << "annexes are not for everybody";
}

TEST_F(SqliteFile, OpensNothingButAStore) {
    EXPECT_EQ(trouble_of(open(folder_.file("missing"), Mode::append)), Trouble::cannot_open);
    EXPECT_EQ(trouble_of(create(folder_.file("no/folder"))), Trouble::cannot_open);
    EXPECT_EQ(trouble_of(open(folder_.file(""), Mode::read)), Trouble::cannot_open);
    EXPECT_EQ(trouble_of(create(file_)), Trouble::exists);

    const std::string other = folder_.file("other");
    write_file(other, "");
    run_sql(other, "PRAGMA journal_mode = DELETE; CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    const std::string anothers_database = bytes_of_file(other);
    for (const std::string& bytes :
         {std::string(), std::string("text\n"), std::string(5000, 'x'), anothers_database}) {
        write_file(other, bytes);
        for (const Mode mode : {Mode::read, Mode::append}) {
            const auto opened = open(other, mode);
            EXPECT_EQ(trouble_of(opened), Trouble::cannot_open) << opened.error().problem;
        }
        EXPECT_EQ(trouble_of(create(other)), Trouble::exists);
        EXPECT_EQ(bytes_of_file(other), bytes) << "what is not ours is left as it is";
    }

    store_.reset();
    run_sql(file_, "PRAGMA user_version = 2");
    const auto newer = open(file_, Mode::read);
    EXPECT_EQ(trouble_of(newer), Trouble::cannot_open);
    EXPECT_THAT(newer.error().problem, HasSubstr("format 2"));
}

TEST_F(SqliteFile, HasOnePenUnderAllItsNames) {
    const std::string link = folder_.file("link");
    ASSERT_EQ(::symlink(file_.c_str(), link.c_str()), 0);
    EXPECT_EQ(trouble_of(open(link, Mode::append)), Trouble::other_holds_pen);
    store_.reset();
    EXPECT_TRUE(open(link, Mode::append));
    ASSERT_EQ(::link(file_.c_str(), folder_.file("hard").c_str()), 0);
    EXPECT_EQ(trouble_of(open(folder_.file("hard"), Mode::append)), Trouble::cannot_open);
}

TEST_F(SqliteFile, APenThatIsTakenAwayIsLost) {
    ASSERT_EQ(::unlink((file_ + ".pen").c_str()), 0);
    EXPECT_FALSE(store_->has_pen());
    const auto late = store_->append(300, batch_of(300, 1), note_signer);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().trouble, Trouble::pen_lost);
    expect_holds(*store_, 300);
    auto next = open(file_, Mode::append);
    ASSERT_TRUE(next) << next.error().problem;
    EXPECT_TRUE((*next)->append(300, batch_of(300, 1), note_signer));
    EXPECT_FALSE(store_->has_pen());
    expect_holds(*store_, 301);
}

TEST_F(SqliteFile, AFlippedBitInAnEntryIsSeen) {
    store_.reset();
    for (const std::uint64_t index : {11U, 290U}) {
        SCOPED_TRACE(index);
        std::string bytes = bytes_of_file(file_);
        const std::size_t at = bytes.find(entry_text(index));
        ASSERT_NE(at, std::string::npos);
        bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        write_file(file_, bytes);
        EXPECT_EQ(trouble_of(open(file_, Mode::append)), Trouble::damaged);
        // Reading gives what is there; a scrubber compares it with its leaf.
        const auto reader = open(file_, Mode::read);
        ASSERT_TRUE(reader);
        const std::string read = (*reader)->entries(index, 1)->front();
        EXPECT_NE(read, entry_text(index));
        EXPECT_NE(merkle::leaf_hash(read), (*reader)->leaves(index, 1)->front());
        bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        write_file(file_, bytes);
        EXPECT_TRUE(open(file_, Mode::append));
    }
}

TEST_F(SqliteFile, DamageIsSeenWhenItIsOpenedToAppend) {
    store_.reset();
    const std::string whole = bytes_of_file(file_);
    struct Row {
        std::string_view what, sql;
    };
    const std::string without_triggers =
        "DROP TRIGGER entry_changed; DROP TRIGGER entry_deleted; DROP TRIGGER tile_changed; "
        "DROP TRIGGER tile_deleted; DROP TRIGGER checkpoint_changed; DROP TRIGGER head_changed; "
        "DROP TRIGGER head_deleted; PRAGMA foreign_keys = OFF; ";
    const Row rows[] = {
        {"an entry", "UPDATE entry SET data = x'78' WHERE idx = 280"},
        {"a leaf", "UPDATE entry SET leaf = zeroblob(32) WHERE idx = 280"},
        {"a missing entry", "DELETE FROM entry WHERE idx = 280"},
        {"a missing last entry", "DELETE FROM entry WHERE idx = 299"},
        {"an entry too many", "INSERT INTO entry VALUES(300, randomblob(32), zeroblob(32), x'')"},
        {"a tile's root", "UPDATE tile SET root = zeroblob(32)"},
        {"a missing tile", "DELETE FROM tile"},
        {"the edge", "UPDATE head SET peaks = zeroblob(128)"},
        {"too few peaks", "UPDATE head SET peaks = zeroblob(96)"},
        {"the head's checkpoint", "UPDATE head SET checkpoint = x'00'"},
        {"the checkpoint", "UPDATE checkpoint SET note = x'00'"},
        {"a checkpoint too many", "INSERT INTO checkpoint VALUES(301, x'00')"},
        {"no head", "DELETE FROM head"},
        {"an older head", "UPDATE head SET size = 298"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        write_file(file_, whole);
        EXPECT_EQ(run_sql(file_, without_triggers + std::string(row.sql)), "");
        const auto opened = open(file_, Mode::append);
        EXPECT_EQ(trouble_of(opened), Trouble::damaged) << opened.error().problem;
    }
    write_file(file_, whole);
    EXPECT_TRUE(open(file_, Mode::append));
}

TEST_F(SqliteFile, AFileThatWasCutIsNotOpened) {
    store_.reset();
    const std::string whole = bytes_of_file(file_);
    for (const std::size_t kept : {std::size_t{1}, std::size_t{99}, std::size_t{4095}, std::size_t{4096},
                                   std::size_t{8192}, whole.size() / 2, whole.size() - 4096}) {
        SCOPED_TRACE(kept);
        write_file(file_, whole.substr(0, kept));
        const auto opened = open(file_, Mode::append);
        ASSERT_FALSE(opened);
        EXPECT_THAT(opened.error().trouble, ::testing::AnyOf(Trouble::damaged, Trouble::cannot_open))
            << opened.error().problem;
    }
}

TEST_F(SqliteFile, PagesOfNoughtsAreDamage) {
    store_.reset();
    const std::string whole = bytes_of_file(file_);
    int noticed = 0;
    for (std::size_t page = 4096; page < whole.size(); page += 4096) {
        std::string bytes = whole;
        bytes.replace(page, 4096, 4096, '\0');
        write_file(file_, bytes);
        const auto opened = open(file_, Mode::append);
        if (!opened) {
            ++noticed;
            EXPECT_EQ(opened.error().trouble, Trouble::damaged) << page << opened.error().problem;
            continue;
        }
        // What is not looked at when it is opened (the index of digests, files) is told when it is read.
        const auto found = (*opened)->find(digest_of(5));
        EXPECT_TRUE(!found || *found == 5) << page;
    }
    EXPECT_GT(noticed, 5);
}

TEST_F(SqliteFile, AnOlderCopyIsTakenForWhatItIs) {
    const std::string copy = folder_.file("copy");
    ASSERT_TRUE(back_up(*store_, copy));
    ASSERT_TRUE(store_->append(300, batch_of(300, 50), note_signer));
    store_.reset();
    for (const char* end : {"-wal", "-shm"}) ::unlink((file_ + end).c_str());
    ASSERT_EQ(::rename(copy.c_str(), file_.c_str()), 0);

    auto opened = open(file_, Mode::append);
    ASSERT_TRUE(opened) << opened.error().problem;
    expect_holds(**opened, 300);
    bool asked = false;
    const auto done = (*opened)->append(350, batch_of(350, 1), [&](auto size, const auto& root) {
        asked = true;
        return note_signer(size, root);
    });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().trouble, Trouble::pen_lost);
    EXPECT_FALSE(asked);
}

TEST_F(SqliteFile, ACopyIsWholeWhileTheLogGoesOn) {
    std::atomic<bool> ended = false;
    std::thread writer([&] {
        for (std::uint64_t at = 300; at < 1'300 || !ended; at += 5)
            ASSERT_TRUE(store_->append(at, batch_of(at, 5), note_signer));
    });
    std::vector<std::string> copies;
    for (int i = 0; i < 5; ++i) {
        copies.push_back(folder_.file(fmt::format("copy{}", i)));
        const auto done = back_up(*store_, copies.back());
        EXPECT_TRUE(done) << done.error().problem;
    }
    ended = true;
    writer.join();
    for (const std::string& copy : copies) {
        auto opened = open(copy, Mode::append);
        ASSERT_TRUE(opened) << opened.error().problem;
        const std::uint64_t size = (*opened)->head()->size();
        EXPECT_EQ(size % 5, 0);
        expect_holds(**opened, size);
        EXPECT_TRUE((*opened)->append(size, batch_of(size, 1), note_signer));
        EXPECT_EQ(ask_sql(copy, "PRAGMA integrity_check"), "ok\n");
    }
    EXPECT_EQ(::access((copies[0] + ".part").c_str(), F_OK), -1);
}

TEST_F(SqliteFile, ACopyTakesNobodysPlace) {
    const std::string copy = folder_.file("copy");
    write_file(copy, "mine");
    EXPECT_EQ(back_up(*store_, copy).error().trouble, Trouble::exists);
    EXPECT_EQ(bytes_of_file(copy), "mine");
    EXPECT_EQ(back_up(*store_, folder_.file("no/folder")).error().trouble, Trouble::cannot_open);
    EXPECT_EQ(back_up(*in_memory(), folder_.file("new")).error().trouble, Trouble::unfit);
    const auto reader = open(file_, Mode::read);
    EXPECT_TRUE(back_up(**reader, folder_.file("by a reader")));
    expect_holds(**open(folder_.file("by a reader"), Mode::read), 300);
}

class AnAnnexThatIsTakenAway : public SqliteFile {
protected:
    void SetUp() override {
        SqliteFile::SetUp();
        batch_.annexes = {annex_of("the secret of the annex")};
        ASSERT_TRUE(store_->append(300, batch_, note_signer));
        EXPECT_GT(traces(), 0);
    }
    int traces() const {
        int found = 0;
        for (const char* end : {"", "-wal"})
            found += bytes_of_file(file_ + end).find("the secret of the annex") != std::string::npos;
        return found;
    }
    Batch batch_;
};

TEST_F(AnAnnexThatIsTakenAway, LeavesNoTrace) {
    EXPECT_EQ(*store_->remove_annex(batch_.annexes[0].commitment), true);
    // Whoever writes next takes the write-ahead log back first.
    ASSERT_TRUE(store_->set("anything", "else"));
    EXPECT_EQ(traces(), 0);
}

TEST_F(AnAnnexThatIsTakenAway, LeavesNoTraceOnceNobodyReadsWhatWasBefore) {
    ASSERT_TRUE(store_->each_entry(0, [&](std::uint64_t, std::string_view) {
        EXPECT_EQ(*store_->remove_annex(batch_.annexes[0].commitment), true);
        EXPECT_TRUE(store_->set("anything", "else"));
        EXPECT_GT(traces(), 0);
        return false;
    }));
    for (int i = 0; i < 1000 && traces() > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(traces(), 0);
}

TEST_F(SqliteFile, TheWriteAheadLogDoesNotGrowWithoutEnd) {
    for (std::uint64_t at = 300; at < 10'300; at += 50)
        ASSERT_TRUE(store_->append(at, batch_of(at, 50), note_signer));
    EXPECT_LT(bytes_of_file(file_ + "-wal").size(), 8U << 20);
    EXPECT_GT(bytes_of_file(file_).size(), 1U << 20) << "most of it is in the file";
}

// A program that ends without a word, in the middle of it: what it was told is kept is there.
TEST_F(SqliteFile, WhatWasAcknowledgedOutlivesTheProgram) {
    store_.reset();
    std::uint64_t acknowledged = 300;
    for (int round = 0; round < 10; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto opened = open(file_, Mode::append);
            if (!opened) ::_exit(1);
            for (std::uint64_t at = (*opened)->head()->size();; at += 3) {
                const auto head = (*opened)->append(at, batch_of(at, 3), [&](auto size, const auto& root) {
                    // Ends where the entries are written and the head is not.
                    if (size > acknowledged + 20 + static_cast<std::uint64_t>(round)) ::_exit(0);
                    return note_signer(size, root);
                });
                if (!head) ::_exit(1);
                const std::uint64_t size = head->size();
                if (::write(ends[1], &size, sizeof size) != sizeof size) ::_exit(1);
            }
        }
        ::close(ends[1]);
        std::uint64_t size = 0;
        while (::read(ends[0], &size, sizeof size) == sizeof size) acknowledged = size;
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_EQ(status, 0);
        const auto opened = open(file_, Mode::append);
        ASSERT_TRUE(opened) << opened.error().problem;
        expect_holds(**opened, acknowledged);
    }
    EXPECT_GT(acknowledged, 400);
}

}  // namespace
}  // namespace store
