#include "store/new_store.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "store/testing_places.hpp"

namespace store {
namespace {

using namespace testing;

void write(const std::string& file) { std::ofstream(file) << "mine\n"; }

std::set<std::string> files_in(const Folder& folder) {
    std::set<std::string> names;
    for (const auto& one : std::filesystem::directory_iterator(folder.file("")))
        names.insert(one.path().filename().string());
    return names;
}

// A store with something in it, so that files of its own lie beside it.
NewStore filled(const Folder& folder) {
    auto made = NewStore::create(folder.file("log.db"), {folder.file("log.db.guard")});
    EXPECT_TRUE(made) << made.error().problem;
    EXPECT_TRUE((**made).set("name", "text"));
    return std::move(*made);
}

TEST(ANewStore, IsTakenAwayWithAllThatCameToLieBesideIt) {
    const Folder folder;
    NewStore store = filled(folder);
    write(folder.file("log.db.guard"));
    EXPECT_TRUE(files_in(folder).contains("log.db"));
    EXPECT_TRUE(store.take_away());
    EXPECT_EQ(files_in(folder), std::set<std::string>());
    EXPECT_TRUE(NewStore::create(folder.file("log.db")));
}

TEST(ANewStore, StaysWhereItIsNotTakenAway) {
    const Folder folder;
    {
        const NewStore store = filled(folder);
    }
    EXPECT_TRUE(open(folder.file("log.db"), Mode::read));
}

TEST(ANewStore, IsNotMadeBesideTheLogOfAnother) {
    for (const char* name : {"log.db-wal", "log.db-journal"}) {
        const Folder folder;
        write(folder.file(name));
        const auto made = NewStore::create(folder.file("log.db"));
        ASSERT_FALSE(made) << name;
        EXPECT_EQ(made.error().trouble, Trouble::exists);
        EXPECT_EQ(files_in(folder), std::set<std::string>{name});
    }
}

TEST(ANewStore, LeavesWhatWasThereBefore) {
    const Folder folder;
    for (const char* name : {"log.db.guard", "log.db.pen", "another.db"}) write(folder.file(name));
    NewStore store = filled(folder);
    EXPECT_TRUE(store.take_away());
    EXPECT_EQ(files_in(folder), (std::set<std::string>{"another.db", "log.db.guard", "log.db.pen"}));
}

TEST(ANewStore, IsNotMadeWhereThereIsOne) {
    const Folder folder;
    {
        const NewStore store = filled(folder);
    }
    const auto again = NewStore::create(folder.file("log.db"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().trouble, Trouble::exists);
    EXPECT_TRUE(open(folder.file("log.db"), Mode::read));
}

TEST(ANewStore, SaysWhatCouldNotBeTakenAwayAndTakesTheRest) {
    const Folder folder;
    NewStore store = filled(folder);
    // No file any more that could be removed.
    std::filesystem::create_directory(folder.file("log.db.guard"));
    write(folder.file("log.db.guard/something"));
    const auto gone = store.take_away();
    ASSERT_FALSE(gone);
    EXPECT_NE(gone.error().problem.find("log.db.guard"), std::string::npos) << gone.error().problem;
    EXPECT_EQ(files_in(folder), std::set<std::string>{"log.db.guard"});
}

}  // namespace
}  // namespace store
