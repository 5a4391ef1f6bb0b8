// What is typed becomes words and phrases, and never anything else.
#include "search/query.hpp"

#include <gtest/gtest.h>

namespace search {
namespace {

using Terms = std::vector<std::vector<std::string>>;

Terms terms(std::string_view typed) {
    Terms all;
    const auto query = read_query(typed);
    if (query) {
        for (const Term& term : query->terms) all.push_back(term.words);
    }
    return all;
}

TEST(Query, IsReadAsWords) {
    struct Row {
        const char* what;
        std::string_view typed;
        Terms terms;
    };
    const Row rows[] = {
        {"one word", "Minsk", {{"minsk"}}},
        {"two", "  Минск   2023 ", {{"минск"}, {"2023"}}},
        {"hyphens part words", "Kassym-Jomart", {{"kassym"}, {"jomart"}}},
        {"a phrase", "\"Secretary General\" Minsk", {{"secretary", "general"}, {"minsk"}}},
        {"a phrase in Russian marks", "«Устав ОДКБ»", {{"устав", "одкб"}}},
        {"a mark that is never closed", "Устав «ОДКБ принят", {{"устав"}, {"одкб"}, {"принят"}}},
        {"an empty phrase", "\"\" a", {{"a"}}},
        {"ё as е", "Ёлка", {{"елка"}}},
        {"letters apart from their marks", "и\xcc\x86од", {{"йод"}}},
        {"full-width letters", "\xef\xbc\xad\xef\xbd\x89nsk", {{"minsk"}}},
        {"operators are words",
         "a AND b NEAR(c) d* title:e ^f -g",
         {{"a"}, {"and"}, {"b"}, {"near"}, {"c"}, {"d"}, {"title"}, {"e"}, {"f"}, {"g"}}},
        {"marks of direction fall away",
         "\xe2\x80\xae"
         "Ale\xe2\x80\x8b"
         "inik\xe2\x80\xac",
         {{"aleinik"}}},
        {"control characters part words",
         std::string_view("a\0b\tc\x1b[0m", 9),
         {{"a"}, {"b"}, {"c"}, {"0m"}}},
        {"bytes that are no UTF-8 part words",
         "a\xff"
         "b\xc3",
         {{"a"}, {"b"}}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(terms(row.typed), row.terms);
    }
}

TEST(Query, WithoutWordsOrTooLongIsNone) {
    struct Row {
        const char* what;
        std::string typed;
        Unreadable why;
    };
    std::string words;
    for (std::size_t i = 0; i <= most_words; ++i) words += "a ";
    const Row rows[] = {
        {"nothing", "", Unreadable::no_words},
        {"spaces", " \t ", Unreadable::no_words},
        {"marks", "«…» -- * ()", Unreadable::no_words},
        {"control characters", std::string("\0\x01\x1b", 3), Unreadable::no_words},
        {"marks of direction", "\xe2\x80\xae\xe2\x80\xac", Unreadable::no_words},
        {"ten thousand letters", std::string(10'000, 'a'), Unreadable::too_long},
        {"one letter too many", std::string(longest_query + 1, 'a'), Unreadable::too_long},
        {"one word too many", words, Unreadable::too_long},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto query = read_query(row.typed);
        ASSERT_FALSE(query);
        EXPECT_EQ(query.error(), row.why);
    }
    EXPECT_TRUE(read_query(std::string(longest_query, 'a')));
}

}  // namespace
}  // namespace search
