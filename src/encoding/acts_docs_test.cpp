#include "encoding/acts_docs.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "encoding/acts.hpp"
#include "encoding/json.hpp"
#include "encoding/kind_descriptions.hpp"

namespace encoding {
namespace {

namespace fs = std::filesystem;

using Pages = std::map<std::string, std::string>;

Pages made() {
    Pages pages{{"README.md", acts_index()}};
    for (const KindDescription& kind : describe_kinds()) {
        pages.emplace(std::string(kind.kind) + ".md", acts_page(kind.kind));
    }
    return pages;
}

Pages read(const fs::path& folder) {
    Pages pages;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        pages.emplace(entry.path().filename().string(),
                      std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));
    }
    return pages;
}

// UPDATE_GOLDEN=1 writes the folder anew; a page of a kind that is no more is for a person to remove.
TEST(ActsDocs, AreWhatTheKindsDescribe) {
    const fs::path folder = "docs/acts";  // tests run at the root of the source tree
    if (std::getenv("UPDATE_GOLDEN")) {
        fs::create_directories(folder);
        for (const auto& [name, text] : made()) std::ofstream(folder / name, std::ios::binary) << text;
    }
    ASSERT_TRUE(fs::is_directory(folder)) << "run at the root of the source tree";
    const Pages there = read(folder);
    const Pages pages = made();
    for (const auto& [name, text] : pages) {
        SCOPED_TRACE(name);
        const auto found = there.find(name);
        ASSERT_NE(found, there.end());
        EXPECT_EQ(found->second, text);
    }
    for (const auto& [name, text] : there) EXPECT_TRUE(pages.contains(name)) << name << " is of no kind";
}

TEST(ActsDocs, HaveWordsForEveryKindAndGroup) {
    for (const KindDescription& kind : describe_kinds()) {
        EXPECT_FALSE(says_of(kind.kind).empty()) << kind.kind;
        EXPECT_FALSE(title_of_group(kind.group).empty()) << kind.group;
    }
    EXPECT_TRUE(says_of("troop-movement").empty());
}

TEST(ActsDocs, ShowExamplesThatAreActs) {
    for (const KindDescription& kind : describe_kinds()) {
        SCOPED_TRACE(kind.kind);
        const base::Value line = encode(example_act(kind.kind), base::Day::first());
        const auto decoded = decode(line);
        ASSERT_TRUE(decoded);
        EXPECT_EQ(acts::kind_of(decoded->act.content), kind.kind);
        for (const FieldDescription& field : kind.fields) {
            const bool about = field.in == FieldDescription::In::about;
            EXPECT_FALSE(line["body"][about ? "about" : "content"][field.name].is_null()) << field.name;
        }
    }
}

}  // namespace
}  // namespace encoding
