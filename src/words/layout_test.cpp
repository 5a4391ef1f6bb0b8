#include "words/layout.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace words {
namespace {

void expect_narrow(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), terminal_width) << line;
}

TEST(Layout, CountsCharactersAndNotBytes) {
    EXPECT_EQ(width_of("Минск"), 5u);
    EXPECT_EQ(width_of("e\xCC\x81"), 1u);  // e and a combining accent
    EXPECT_EQ(width_of(""), 0u);
}

TEST(Layout, WrapsBetweenWordsAndCutsWhatIsTooLong) {
    std::string words;
    for (int i = 0; i < 60; ++i) words += "слово ";
    const std::string wrapped_words = wrapped(words, 2, 4);
    expect_narrow(wrapped_words);
    EXPECT_TRUE(wrapped_words.starts_with("  слово слово"));
    expect_narrow(wrapped(std::string(1000, 'x'), 10, 20));
    expect_narrow(wrapped(words + std::string(500, 'x') + " end", 200, 300));  // an indent beyond half is cut
    EXPECT_EQ(wrapped("a b"), "a b\n");
    EXPECT_EQ(wrapped(""), "\n");
    EXPECT_EQ(wrapped("a\nb", 0, 2), "a\n  b\n");
}

TEST(Layout, SetsColumns) {
    EXPECT_EQ(columns({{"Армения", "absent"}, {"Ru", "present"}}, 2),
              "  Армения  absent\n  Ru       present\n");
    EXPECT_EQ(columns({}), "");
    std::string words;
    for (int i = 0; i < 60; ++i) words += "word ";
    expect_narrow(
        columns({{"left", words}, {std::string(90, 'x'), words}, {std::string(300, 'y'), "", "z"}}, 4));
}

}  // namespace
}  // namespace words
