// What is PostgreSQL's own: sessions that die, a database that others can reach.
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/testing_places.hpp"

namespace store {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Ends all sessions of the database but the one that asks, and waits until they are gone.
constexpr std::string_view end_sessions =
    "SELECT count(*) FROM (SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()) AS ended";
/// Switches the triggers of a table off, as only its owner can.
constexpr std::string_view without_triggers =
    "ALTER TABLE depositary.entry DISABLE TRIGGER ALL; "
    "ALTER TABLE depositary.head DISABLE TRIGGER ALL; "
    "ALTER TABLE depositary.tile DISABLE TRIGGER ALL; "
    "ALTER TABLE depositary.checkpoint DISABLE TRIGGER ALL; ";

class PostgresStore : public ::testing::Test {
protected:
    void SetUp() override {
        PostgresServer* server = PostgresServer::of_tests();
        if (!server) GTEST_SKIP() << "PostgreSQL 15 is not installed here";
        place_ = std::make_unique<InDatabase>(*server);
        auto created = place_->create();
        ASSERT_TRUE(created) << created.error().problem;
        store_ = std::move(*created);
        ASSERT_TRUE(store_->append(0, batch_of(0, 300), note_signer));
    }

    static void expect_holds(const Store& store, std::uint64_t size) {
        EXPECT_EQ(store.head()->edge, edge_of_texts(size));
        EXPECT_EQ(store.entries(0, size + 10)->size(), size);
        EXPECT_EQ(merkle::edge_of(size, nodes_of(store, size)), edge_of_texts(size));
        EXPECT_TRUE(store.checkpoint_sizes(size, 10)->empty());
    }

    std::unique_ptr<InDatabase> place_;
    std::unique_ptr<Store> store_;
};

TEST_F(PostgresStore, ASessionThatDiesWhileAppendingKeepsNothingAndLosesThePen) {
    const auto died = store_->append(300, batch_of(300, 10), [&](auto size, const auto& root) {
        EXPECT_NE(place_->ask(end_sessions), "0");
        return note_signer(size, root);
    });
    ASSERT_FALSE(died);
    EXPECT_EQ(died.error().trouble, Trouble::failed);
    EXPECT_FALSE(store_->has_pen());
    expect_holds(*store_, 300);

    auto next = place_->open(Mode::append);
    ASSERT_TRUE(next) << next.error().problem;
    ASSERT_TRUE((*next)->append(300, batch_of(300, 5), note_signer));
    expect_holds(**next, 305);
    // The first one neither appends nor sees anything else.
    EXPECT_EQ(store_->append(300, batch_of(300, 10), note_signer).error().trouble, Trouble::pen_lost);
    EXPECT_EQ(store_->append(305, batch_of(305, 10), note_signer).error().trouble, Trouble::pen_lost);
    expect_holds(*store_, 305);
}

TEST_F(PostgresStore, ASessionThatDiesAtRestLosesThePen) {
    EXPECT_TRUE(store_->has_pen());
    place_->ask(end_sessions);
    EXPECT_FALSE(store_->has_pen());
    auto next = place_->open(Mode::append);
    ASSERT_TRUE(next) << next.error().problem;
    ASSERT_TRUE((*next)->append(300, batch_of(300, 1), note_signer));
    bool asked = false;
    const auto late = store_->append(300, batch_of(300, 2), [&](auto size, const auto& root) {
        asked = true;
        return note_signer(size, root);
    });
    EXPECT_FALSE(late);
    EXPECT_FALSE(asked);
    expect_holds(**next, 301);
}

TEST_F(PostgresStore, AHeadThatAnotherMovedIsALostPen) {
    // Somebody who asks for no lock. (306 has as many peaks as 300.)
    EXPECT_EQ(place_->ask("UPDATE depositary.head SET size = 306"), "");
    const auto done = store_->append(300, batch_of(300, 1), note_signer);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().trouble, Trouble::pen_lost);
    EXPECT_FALSE(store_->has_pen());
}

TEST_F(PostgresStore, OfManyWhoTryToWriteOneDoes) {
    store_.reset();
    std::vector<std::thread> threads;
    std::atomic<int> opened = 0, refused = 0;
    std::mutex keeping;
    std::vector<std::unique_ptr<Store>> kept;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            auto store = place_->open(Mode::append);
            if (!store) {
                EXPECT_EQ(store.error().trouble, Trouble::other_holds_pen);
                ++refused;
                return;
            }
            ++opened;
            const std::lock_guard lock(keeping);
            kept.push_back(std::move(*store));
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(refused, 7);
}

TEST_F(PostgresStore, ReadingOutlivesItsSessions) {
    auto reader = place_->open(Mode::read);
    ASSERT_TRUE(reader);
    for (int i = 0; i < 3; ++i) {
        expect_holds(**reader, 300);
        EXPECT_NE(place_->ask(end_sessions), "0");
    }
    expect_holds(**reader, 300);
}

TEST_F(PostgresStore, WaitingOutlivesItsSession) {
    using namespace std::chrono_literals;
    auto reader = place_->open(Mode::read);
    ASSERT_TRUE(reader);
    EXPECT_EQ(*(*reader)->wait_beyond(300, 1ms), 300);
    place_->ask(end_sessions);
    auto next = place_->open(Mode::append);
    ASSERT_TRUE(next) << next.error().problem;
    std::thread writer([&] { EXPECT_TRUE((*next)->append(300, batch_of(300, 1), note_signer)); });
    EXPECT_EQ(*(*reader)->wait_beyond(300, 1h), 301);
    writer.join();
}

TEST_F(PostgresStore, WhatIsKeptIsNotChangedByOthers) {
    Batch batch;
    batch.files = {file_of("file")};
    batch.annexes = {annex_of("annex")};
    ASSERT_TRUE(store_->append(300, batch, note_signer));
    for (const std::string_view sql : {
             "UPDATE depositary.entry SET data = '' WHERE idx = 3",
             "UPDATE depositary.entry SET idx = 301 WHERE idx = 299",
             "DELETE FROM depositary.entry WHERE idx = 299",
             "TRUNCATE depositary.entry",
             "UPDATE depositary.tile SET n = 7",
             "DELETE FROM depositary.tile",
             "TRUNCATE depositary.tile",
             "UPDATE depositary.checkpoint SET note = 'x'",
             "DELETE FROM depositary.checkpoint",
             "TRUNCATE depositary.checkpoint CASCADE",
             "UPDATE depositary.file SET data = ''",
             "DELETE FROM depositary.file",
             "TRUNCATE depositary.file",
             "UPDATE depositary.annex SET data = ''",
             "UPDATE depositary.head SET size = 299",
             "DELETE FROM depositary.head",
             "INSERT INTO depositary.head VALUES(2, 0, '', '')",
             "INSERT INTO depositary.entry VALUES(301, sha256('a'), sha256('a'), 'a')",
             "INSERT INTO depositary.entry VALUES(299, sha256('a'), sha256('a'), 'a')",
             "INSERT INTO depositary.entry VALUES(300, sha256('a'), sha256('a'), 'a'), "
             "(302, sha256('b'), sha256('a'), 'a')",
             "INSERT INTO depositary.cosignature VALUES(299, 'w', 'line')",
             "SET session_replication_role = replica; DELETE FROM depositary.entry",
         })
        EXPECT_THAT(place_->ask(sql), HasSubstr("ERROR")) << sql;
    expect_holds(*store_, 300);
    EXPECT_EQ(place_->ask("DELETE FROM depositary.annex"), "");
    EXPECT_TRUE(store_->annexes()->empty());
}

TEST_F(PostgresStore, DamageIsSeenWhenItIsOpenedToAppend) {
    struct Row {
        std::string_view what, sql;
    };
    const Row rows[] = {
        {"an entry", "UPDATE depositary.entry SET data = 'x' WHERE idx = 280"},
        {"a leaf", "UPDATE depositary.entry SET leaf = sha256('x') WHERE idx = 280"},
        {"a missing entry", "DELETE FROM depositary.entry WHERE idx = 280"},
        {"a missing last entry", "DELETE FROM depositary.entry WHERE idx = 299"},
        {"an entry too many", "INSERT INTO depositary.entry VALUES(300, sha256('a'), sha256('a'), 'a')"},
        {"a tile's root", "UPDATE depositary.tile SET root = sha256('x')"},
        {"a missing tile", "DELETE FROM depositary.tile"},
        {"the edge",
         "UPDATE depositary.head SET peaks = sha256('1') || sha256('2') || sha256('3') || sha256('4')"},
        {"too few peaks", "UPDATE depositary.head SET peaks = sha256('1')"},
        {"the head's checkpoint", "UPDATE depositary.head SET checkpoint = 'other'"},
        {"the checkpoint", "UPDATE depositary.checkpoint SET note = 'other'"},
        {"no head", "DELETE FROM depositary.head"},
        {"an older head", "UPDATE depositary.head SET size = 299"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        place_.reset();
        store_.reset();
        place_ = std::make_unique<InDatabase>(*PostgresServer::of_tests());
        store_ = *place_->create();
        ASSERT_TRUE(store_->append(0, batch_of(0, 300), note_signer));
        store_.reset();
        EXPECT_EQ(place_->ask(std::string(without_triggers) + std::string(row.sql)), "");
        const auto opened = place_->open(Mode::append);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().trouble, Trouble::damaged) << opened.error().problem;
    }
}

TEST_F(PostgresStore, OpensNothingButAStore) {
    const auto trouble = [](const std::string& address, Mode mode) {
        const auto opened = open(address, mode);
        return opened ? "opened" : std::string(name_of(opened.error().trouble));
    };
    for (const Mode mode : {Mode::read, Mode::append}) {
        EXPECT_EQ(trouble("postgresql:///nowhere?host=/nowhere", mode), "cannot_open");
        EXPECT_EQ(trouble(PostgresServer::of_tests()->address_of("nobodys"), mode), "cannot_open");
        EXPECT_EQ(trouble(PostgresServer::of_tests()->address_of("template1"), mode), "cannot_open");
        EXPECT_EQ(trouble("postgresql://[broken", mode), "cannot_open");
    }
    store_.reset();
    EXPECT_EQ(place_->ask("UPDATE depositary.format SET version = 2"), "");
    for (const Mode mode : {Mode::read, Mode::append}) {
        const auto newer = place_->open(mode);
        ASSERT_FALSE(newer);
        EXPECT_EQ(newer.error().trouble, Trouble::cannot_open);
        EXPECT_THAT(newer.error().problem, StartsWith("a store of format 2"));
    }
}

}  // namespace
}  // namespace store
