// The chair: who has it, both days of a disputed hand-over side by side, coming turns apart from acts.
#include "pages/chairs_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

Fragment shown_on(std::string_view on, Language language) {
    Shown shown(on);
    const auto chair = shown.ask("chair", {{"body", "council"}});
    const auto chairs = shown.ask("chairs", {{"body", "council"}});
    const auto spells = questions::chair_history(shown.view(), base::BodyId::of("council"));
    return chairs_page(shown.in(language), {chair, chairs, spells});
}

TEST(ChairsPage, NamesTheChairAndTheTurnsToCome) {
    const Fragment page = shown_on("2004-01-01", Language::en);
    EXPECT_TRUE(has(page, "<a href=\"/en/states/BB\">Beland</a>, on 1 January 2004."))
        << page.text().substr(0, 600);
    EXPECT_TRUE(has(page, "By the order of the chair: "));
    EXPECT_TRUE(has(page, "to</span> come"));
}

TEST(ChairsPage, EnlargesAHandOverToldInTwoWays) {
    const Fragment page = shown_on("2004-01-01", Language::en);
    EXPECT_TRUE(has(page, "<h3>2001: Aland to Beland</h3>"));
    EXPECT_TRUE(has(page, ">11 May 2001<"));
    EXPECT_TRUE(has(page, ">1 Jan 2002<"));
    EXPECT_TRUE(has(page, "/en/differ/to-bb.hand_over"));
    EXPECT_TRUE(has(page, "11 May 2001 or 1 January 2002")) << "the table has both days";
}

TEST(ChairsPage, ShowsBothStatesBetweenTheTwoDays) {
    const Fragment page = shown_on("2001-08-01", Language::en);
    EXPECT_TRUE(has(page, "<div class=\"sides\">"));
    EXPECT_TRUE(has(page, "sources</span> differ"));
}

TEST(ChairsPage, SpeaksRussian) {
    const Fragment page = shown_on("2004-01-01", Language::ru);
    EXPECT_TRUE(has(page, "Беландия"));
    EXPECT_TRUE(has(page, "По порядку председательства: "));
    EXPECT_FALSE(has(page, "Beland"));
    EXPECT_FALSE(has(page, "in the chair"));
}

}  // namespace
}  // namespace pages
