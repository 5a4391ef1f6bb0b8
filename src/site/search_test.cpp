// What is found in the organisation that the program ships with, in either language and by earlier knowledge.
#include "site/search.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include "site/asking.hpp"

namespace site {
namespace {

using base::operator""_day;

const Shared& shared() {
    static const std::unique_ptr<const Shared> made = [] {
        auto one = std::make_unique<Shared>();
        one->organisation = std::move(*package::open("organisations/csto"));
        one->source_names =
            std::make_shared<const words::SourceNames>(words::names_of(one->organisation.rulebook.sources));
        one->source_addresses = pages::source_addresses(one->organisation.rulebook.sources);
        return one;
    }();
    return *made;
}

Searchable::Result search(std::string_view typed, words::Language language = words::Language::en,
                          std::optional<base::Day> known = {}) {
    Address address{.language = language, .parts = {"search"}};
    address.known = known;
    const Asking asking(shared(), address, "2026-11-22"_day);
    return asking.searchable().find(asking, typed);
}

bool finds(std::string_view typed, std::string_view kind, std::string_view id,
           std::optional<base::Day> known = {}) {
    const auto result = search(typed, words::Language::ru, known);
    const base::List* found = result.data["found"].list();
    return found && std::ranges::any_of(*found, [&](const base::Value& one) {
               return one["kind"].text() == kind && one["id"].text() == id;
           });
}

TEST(Search, FindsThingsByTheirNamesInEveryLanguageAndSpelling) {
    struct Row {
        const char* typed;
        const char* kind;
        const char* id;
    };
    for (const Row& row : {
             Row{"Aleinik", "person", "sergei-aleinik"},
             Row{"Aleynik", "person", "sergei-aleinik"},
             Row{"Алейника", "person", "sergei-aleinik"},
             Row{"Олейник", "person", "sergei-aleinik"},
             Row{"Zhaparov", "person", "sadyr-japarov"},
             Row{"Рахмон", "person", "emomali-rahmon"},
             Row{"Lukashenka", "person", "aleksandr-lukashenko"},
             Row{"Byelorussia", "member", "BY"},
             Row{"Киргизия", "member", "KG"},
             Row{"Republic of Tajikistan", "member", "TJ"},
             Row{"Кыргызской Республике", "member", "KG"},
             Row{"budget 2024", "paper", "budget-2024"},
             Row{"бюджета 2024", "paper", "budget-2024"},
             Row{"Minsk 2023", "session", "minsk-2023-11-23"},
             Row{"Минск ноябрь 2023", "session", "minsk-2023-11-23"},
             Row{"rule 14", "dispute", "rule-14"},
             Row{"Secretary General", "post", "secretary-general"},
             Row{"withdrawal", "rule", "withdrawal"},
             Row{"исключение из организации", "rule", "expulsion"},
             Row{"observer status", "rule", "granting-of-status"},
             Row{"партнёров", "rule", "partner-status"},
             Row{"члены", "list", "members"},
         }) {
        EXPECT_TRUE(finds(row.typed, row.kind, row.id)) << row.typed;
    }
}

TEST(Search, ShowsWhatIsKnownOnTheDayAlone) {
    EXPECT_TRUE(finds("Aleinik", "person", "sergei-aleinik"));
    EXPECT_FALSE(finds("Aleinik", "person", "sergei-aleinik", "2010-01-01"_day));
    EXPECT_FALSE(finds("budget 2024", "paper", "budget-2024", "2023-01-01"_day));
    EXPECT_TRUE(finds("Belarus", "member", "BY", "2010-01-01"_day));
    EXPECT_TRUE(search("Alenik", words::Language::en, "2010-01-01"_day).page.nearest.empty())
        << "no word is offered that finds nothing then";
}

TEST(Search, TellsOfADay) {
    const auto day = search("23 ноября 2023 г.");
    ASSERT_TRUE(day.page.day);
    EXPECT_EQ(day.page.day->date, "23 November 2023");
    ASSERT_FALSE(day.page.day->situations.empty());
    EXPECT_EQ(day.page.day->situations.front().to.text(), "/en?on=2023-11-23");
    EXPECT_GT(day.page.day->acts.size(), 10U);
    const auto month = search("November 2023");
    ASSERT_TRUE(month.page.day);
    EXPECT_EQ(month.page.day->situations.size(), 2U);
    const auto impossible = search("2024-02-30");
    EXPECT_EQ(impossible.page.sentence,
              "There is no such day as “2024-02-30”. The nearest one is 29 February 2024.");
    EXPECT_FALSE(search("next Tuesday").page.day);
}

TEST(Search, SaysWhyNothingIsFound) {
    struct Row {
        const char* what;
        std::string typed;
        int status;
        bool lists;
    };
    for (const Row& row : {
             Row{"nothing typed", "", 200, true},
             Row{"control characters", std::string("\x01\x1b\x7f"), 400, true},
             Row{"marks of direction", "\xe2\x80\xae\xe2\x80\xac", 400, true},
             Row{"ten thousand letters", std::string(10'000, 'a'), 400, true},
             Row{"no such word", "qqqqqqqq", 200, true},
             Row{"a person", "Aleinik", 200, false},
         }) {
        SCOPED_TRACE(row.what);
        const auto result = search(row.typed);
        EXPECT_EQ(result.status, row.status);
        EXPECT_EQ(result.page.lists, row.lists);
        EXPECT_FALSE(result.page.sentence.empty());
    }
    const auto near = search("peacekeping");
    ASSERT_EQ(near.page.nearest.size(), 1U);
    EXPECT_EQ(near.page.nearest.front().to.text(), "/en/search?q=peacekeeping");
    EXPECT_EQ(search("Минкс", words::Language::ru).page.sentence, "В записях ничего нет: «Минкс».");
}

}  // namespace
}  // namespace site
