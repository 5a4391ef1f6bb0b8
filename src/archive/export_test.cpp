// A log written out, read in again, and checked by another program.
#include "archive/export.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "archive/import.hpp"
#include "archive/testing_log.hpp"
#include "archive/verify.hpp"

namespace archive {
namespace {

using testing_log::world;

class Exported : public testing::Test {
protected:
    void SetUp() override {
        std::string name = std::filesystem::temp_directory_path() / "depositary-archive-XXXXXX";
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    static Tree read(const std::filesystem::path& where) {
        Tree tree;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(where)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            tree.emplace(std::filesystem::relative(entry.path(), where).string(),
                         std::string(std::istreambuf_iterator<char>(in), {}));
        }
        return tree;
    }
    std::filesystem::path folder;
};

TEST_F(Exported, HoldsWhatTheLayoutSaysAndNothingElse) {
    const auto exported = export_log(*world().store, folder / "log");
    ASSERT_TRUE(exported) << name_of(exported.error().code) << " " << exported.error().path << " "
                          << exported.error().problem;
    EXPECT_EQ(exported->checkpoint.size, 560U);
    EXPECT_EQ(exported->entries, world().desk->head().size());
    const Tree tree = read(folder / "log");
    EXPECT_EQ(tree, world().tree());
    EXPECT_EQ(tree.size(), exported->files);
    for (const std::string_view path :
         {"checkpoint", "checkpoint.newest", "policy", "charter.json", "README.txt", "README.ru.txt",
          "tile/0/000", "tile/0/002.p/48", "tile/1/000.p/2", "tile/entries/001", "tile/entries/002.p/48"})
        EXPECT_TRUE(tree.contains(path)) << path;
    const auto annexes = world().store->annexes();
    ASSERT_EQ(annexes->size(), 2U);
    for (const auto& [path, bytes] : tree) {
        EXPECT_EQ(bytes.find("Not for everybody"), bytes.npos) << path;
        if (path.starts_with("README")) continue;
        EXPECT_EQ(bytes.find(".unfinished"), bytes.npos) << path;
    }
}

TEST_F(Exported, MayBeRepeatedAndOverwritesNothing) {
    ASSERT_TRUE(export_log(*world().store, folder));
    EXPECT_TRUE(export_log(*world().store, folder));
    std::ofstream(folder / "tile/0/000", std::ios::app) << "x";
    const auto again = export_log(*world().store, folder);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ExportFault::Code::not_the_same);
    EXPECT_EQ(again.error().path, "tile/0/000");
}

TEST_F(Exported, BesideAnotherLogStopsBeforeAnythingIsWritten) {
    std::ofstream(folder / "checkpoint") << "another log\n";
    const auto exported = export_log(*world().store, folder);
    ASSERT_FALSE(exported);
    EXPECT_EQ(exported.error().path, "checkpoint");
    EXPECT_EQ(read(folder).size(), 1U);
}

TEST_F(Exported, ReadInAgainGivesTheSameBytes) {
    const Tree tree = world().tree();
    const auto again = store::in_memory();
    const auto imported = import_log(from_memory(tree), *again);
    if (!imported) {
        if (const auto* fault = std::get_if<store::Fault>(&imported.error())) FAIL() << fault->problem;
        FAIL() << encoding::canonical_json(to_value(std::get<NotImported>(imported.error()).verdict));
    }
    EXPECT_EQ(imported->entries, world().desk->head().size());
    ASSERT_TRUE(export_log(*again, folder));
    EXPECT_EQ(read(folder), tree);
    const auto second = import_log(from_memory(tree), *again);
    ASSERT_FALSE(second);
    EXPECT_EQ(std::get<store::Fault>(second.error()).trouble, store::Trouble::exists);
}

TEST_F(Exported, IsReadInWithoutLinesThatNobodyOfThePolicyWrote) {
    const Tree honest = world().tree();
    Tree tree = honest;
    const std::string text = merkle::read_note(tree.at("checkpoint"))->text;
    const std::string name = world().alpha.verifier().name;
    tree.at("checkpoint") +=
        merkle::SignatureLine{.name = name, .id = {1, 2, 3, 4}, .bytes = std::string(72, 'x')}.text() +
        merkle::SignatureLine{
            .name = std::string(testing_log::origin), .id = {}, .bytes = std::string(64, 'x')}
            .text() +
        testing_log::witness("witness.example/stranger", 'z').cosign(text, 1'714'600'000).text() +
        testing_log::witness(name, 'z').cosign(text, 1'714'600'000).text();
    const auto again = store::in_memory();
    ASSERT_TRUE(import_log(from_memory(tree), *again));
    ASSERT_TRUE(export_log(*again, folder));
    EXPECT_EQ(read(folder), honest);
}

TEST_F(Exported, IsReadInUnderThePolicyOfTheReader) {
    merkle::Policy other = *merkle::read_policy(world().tree().at("policy"));
    other.witnesses.clear();
    other.groups.clear();
    other.witnesses.push_back({"stranger", testing_log::witness("stranger.example", 'z').verifier(), {}});
    other.quorum = "stranger";
    const auto again = store::in_memory();
    const auto imported = import_log(from_memory(world().tree()), *again, {.policy = other});
    ASSERT_FALSE(imported);
    EXPECT_EQ(std::get<NotImported>(imported.error()).verdict.failures.front().code, "too_few_witnesses");
}

TEST_F(Exported, MakesNoStoreWhereSomethingDoesNotHold) {
    Tree tree = world().tree();
    tree.at("tile/1/000.p/2").front() ^= 1;
    int made = 0;
    const auto imported = import_log(from_memory(tree), [&]() -> store::Expected<store::Store*> {
        ++made;
        return std::unexpected(store::Fault{store::Trouble::failed, {}});
    });
    ASSERT_FALSE(imported);
    EXPECT_TRUE(std::holds_alternative<NotImported>(imported.error()));
    EXPECT_EQ(made, 0);
}

TEST_F(Exported, IsNotReadInWhereSomethingDoesNotHold) {
    Tree tree = world().tree();
    tree.at("tile/1/000.p/2").front() ^= 1;
    const auto again = store::in_memory();
    const auto imported = import_log(from_memory(tree), *again);
    ASSERT_FALSE(imported);
    EXPECT_EQ(std::get<NotImported>(imported.error()).verdict.failures.front().code, "tile_differs");
    EXPECT_EQ(again->head()->size(), 0U);
}

// The other program (Go, golang.org/x/mod) shares no line with this one.
TEST_F(Exported, IsVerifiedByAnotherProgram) {
    const std::filesystem::path tools = "../shared/tools/tlog-verify/verify";
    if (!std::filesystem::exists(tools) || std::system("command -v go >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "no Go, or no program for it";
    const auto program = folder / "tlogverify";
    const std::string build = fmt::format(
        "cd {} && HOME={} GOCACHE={} GO111MODULE=off GOPATH=/usr/share/gocode go build -o {} . >/dev/null 2>&1",
        std::filesystem::absolute(tools).string(), folder.string(), (folder / "cache").string(),
        program.string());
    if (std::system(build.c_str()) != 0) GTEST_SKIP() << "it is not built here";
    ASSERT_TRUE(export_log(*world().store, folder / "log"));
    const auto verify = [&](unsigned quorum) {
        return std::system(fmt::format("{} -log {} -vkey {} -witness {} -witness {} -witness {} -quorum {} "
                                       ">/dev/null 2>&1",
                                       program.string(), (folder / "log").string(),
                                       world().log.verifier().text(), world().alpha.verifier().text(),
                                       world().beta.verifier().text(), world().gamma.verifier().text(),
                                       quorum)
                               .c_str());
    };
    EXPECT_EQ(verify(2), 0);
    EXPECT_NE(verify(3), 0);
}

}  // namespace
}  // namespace archive
