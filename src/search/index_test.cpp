// Words are found in every form, names in every spelling, and nothing typed is an operator.
#include "search/index.hpp"

#include <thread>

#include <gtest/gtest.h>

namespace search {
namespace {

using Numbers = std::vector<DocumentNumber>;

const Index& index() {
    static const auto made = Index::of({
        /* 0 */ {.title = "Decisions of the Council on peacekeeping",
                 .names = {},
                 .body = "Решения Совета о миротворческой деятельности, Минск"},
        /* 1 */ {.title = "Sergei Aleinik", .names = "Sergei Aleinik Сергей Алейник", .body = {}},
        /* 2 */
        {.title = "Session in Minsk, 23 November 2023", .names = "Minsk Минск", .body = "Отчёт о сессии"},
        /* 3 */ {.title = "Հայաստանի Հանրապետություն", .names = {}, .body = "Armenia"},
        /* 4 */ {.title = "Collective Security Treaty", .names = {}, .body = "peacekeeping"},
    });
    return *made;
}

Found find(std::string_view typed) {
    const auto query = read_query(typed);
    if (!query) return {};
    auto found = index().find(*query, 10);
    EXPECT_TRUE(found) << found.error().says;
    return std::move(*found);
}

TEST(Index, FindsWordsInEveryForm) {
    struct Row {
        const char* what;
        const char* typed;
        Numbers documents;
    };
    const Row rows[] = {
        {"plural and singular", "decision", {0}},
        {"Russian cases", "решений советом", {0}},
        {"е for ё", "отчет", {2}},
        {"capitals", "ОТЧЁТА", {2}},
        {"Armenian", "հայաստանում", {3}},
        {"a title before a body", "peacekeeping", {0, 4}},
        {"words in two languages", "council минск", {0}},
        {"the beginning of a word", "peacekee", {0, 4}},
        {"too little of a beginning", "pe", {}},
        {"a phrase", "\"security treaty\"", {4}},
        {"a phrase in another order", "\"treaty security\"", {}},
        {"words in another order", "treaty security", {4}},
        {"a day's number", "23", {2}},
        {"nothing", "zzzzzz", {}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(find(row.typed).documents, row.documents);
    }
}

TEST(Index, FindsNamesInEverySpelling) {
    for (const char* typed : {"Aleinik", "Aleynik", "Aleynyk", "Алейник", "Олейник", "алейника", "ALEINIK"})
        EXPECT_EQ(find(typed).documents, (Numbers{1})) << typed;
    EXPECT_EQ(find("sergey aleynik").documents, (Numbers{1}));
    EXPECT_TRUE(find("Aliyev").documents.empty());
    EXPECT_TRUE(find("0alinik").documents.size() <= 1) << "a sound typed as such is harmless";
}

TEST(Index, SaysWhenNoDocumentHasAllWords) {
    const Found some = find("Aleinik peacekeeping zzzz");
    EXPECT_EQ(some.match, Match::some);
    EXPECT_EQ(some.documents.size(), 3U);
    EXPECT_EQ(find("Aleinik").match, Match::all);
}

TEST(Index, TakesNothingTypedForAnOperator) {
    for (const char* typed :
         {"\"", "\"\"", "a\"b", "title:council", "NEAR(council, 2)", "council AND", "NOT NOT", "*", "^",
          "council*", "{title names}: x", "-council", "(((((", "a OR b)", "0' --", "'; DROP TABLE entries"})
        find(typed);
    EXPECT_EQ(find("decision NOT council").match, Match::some) << "NOT is a word like any other";
}

TEST(Index, NamesTheNearestWords) {
    EXPECT_EQ(index().nearest("peacekeping", 3), (std::vector<std::string>{"peacekeeping"}));
    EXPECT_EQ(index().nearest("Минкс", 1), (std::vector<std::string>{"Минск"}));
    EXPECT_TRUE(index().nearest("council", 3).empty()) << "a document has it";
    EXPECT_TRUE(index().nearest("qqqqqqqq", 3).empty());
}

TEST(Index, OfNothingFindsNothing) {
    const auto empty = Index::of({});
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->find(*read_query("council"), 10)->documents.empty());
    EXPECT_TRUE(empty->nearest("council", 3).empty());
}

TEST(Index, AnswersManyThreadsAtOnce) {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([] {
            for (int i = 0; i < 50; ++i) {
                EXPECT_EQ(find("Алейник").documents, (Numbers{1}));
                EXPECT_EQ(index().nearest("peacekeping", 1).size(), 1U);
            }
        });
    }
}

}  // namespace
}  // namespace search
