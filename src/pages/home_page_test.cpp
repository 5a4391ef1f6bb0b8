// The start page says the situation of the day and leads to everything else; what is not given is left out.
#include "pages/home_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(HomePage, SaysTheSituationOfTheDay) {
    Shown shown;
    const auto members = shown.ask("members");
    const auto history = questions::membership_history(shown.view());
    const auto chair = shown.ask("chair", {{"body", "council"}});
    const auto chairs = shown.ask("chairs", {{"body", "council"}});
    HomePage page{.members = members, .history = history, .chaired = HomePage::Chaired{chair, chairs}};
    page.differences = 3;
    page.gaps = 1;
    page.reports = {{*base::Day::read("2001-05-11"), "s1"}};
    const Fragment en = home_page(shown.in(Language::en), page);
    EXPECT_TRUE(has(en, "On 1 January 2004"));
    EXPECT_TRUE(has(en, "Members, 2"));
    EXPECT_TRUE(has(en, "Beland: "));
    EXPECT_TRUE(has(en, "a</span> statement is on record"));
    EXPECT_TRUE(has(en, "No notice of withdrawal and no decision to suspend is on record."));
    EXPECT_TRUE(has(en, "3 places where sources differ"));
    EXPECT_TRUE(has(en, "The Gazette"));
    EXPECT_TRUE(has(en, "/en?on=2001-05-11"))
        << "a report without a session leads to the situation of its day";
    EXPECT_FALSE(has(en, "Next session"));
    const Fragment ru = home_page(shown.in(Language::ru), page);
    EXPECT_TRUE(has(ru, "3 места, где источники расходятся"));
    EXPECT_FALSE(has(ru, "Beland"));
}

TEST(HomePage, StandsWithMembersAlone) {
    Shown shown("1989-01-01");
    const auto members = shown.ask("members");
    const HomePage page{.members = members, .history = {}, .chaired = {}};
    EXPECT_TRUE(has(home_page(shown.in(Language::en), page), "On 1 January 1989"));
}

}  // namespace
}  // namespace pages
