// The members: bands follow the law's spells, every state is a link, no statement changes a band.
#include "pages/members_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

std::vector<BandStyle> styles(const BandRow& row) {
    std::vector<BandStyle> all;
    for (const Band& band : row.bands) all.push_back(band.style);
    return all;
}

TEST(BandRow, HasABandForEveryWayOfBelonging) {
    Shown shown;
    const auto history = questions::membership_history(shown.view());
    ASSERT_EQ(history.size(), 2U);
    const BandRow aa = band_row(shown.in(Language::en), history[0]);
    EXPECT_EQ(styles(aa), (std::vector{BandStyle::thin, BandStyle::solid, BandStyle::broken,
                                       BandStyle::rising, BandStyle::solid}));
    EXPECT_EQ(aa.bands[2].label, "membership suspended, 10 January 1995");
    EXPECT_EQ(aa.bands[3].first.text(), "1997-02-01");
    EXPECT_EQ(aa.bands[3].last->text(), "1998-01-31");
}

TEST(BandRow, QuotesAStatementAndLeavesTheBandWhole) {
    Shown shown;
    const auto history = questions::membership_history(shown.view());
    const BandRow bb = band_row(shown.in(Language::en), history[1]);
    EXPECT_EQ(styles(bb), (std::vector{BandStyle::thin, BandStyle::solid}));
    ASSERT_EQ(bb.sayings.size(), 1U);
    EXPECT_EQ(bb.sayings[0].on.text(), "2003-02-01");
}

TEST(MembersPage, AnswersInOneSentenceWithLinks) {
    Shown shown;
    const auto members = shown.ask("members");
    const auto history = questions::membership_history(shown.view());
    const auto turnings = questions::turnings(shown.view());
    const Fragment en = members_page(shown.in(Language::en), {members, history, turnings});
    EXPECT_TRUE(has(en, "<h1>Members, 1990 to 2004</h1>")) << en.text().substr(0, 400);
    EXPECT_TRUE(has(en, "Two members on 1 January 2004: <a href=\"/en/states/AA\">Aland</a> and"));
    EXPECT_TRUE(has(en, "accounts of the day differ")) << en.text();
    EXPECT_TRUE(has(en, "a</span> statement is on record"));
    EXPECT_FALSE(has(en, "Celand")) << "a state never concerned has no row";
    const Fragment ru = members_page(shown.in(Language::ru), {members, history, turnings});
    EXPECT_TRUE(has(ru, "<h1>Члены, 1990–2004</h1>"));
    EXPECT_TRUE(has(ru, "Два члена на 1 января 2004 года: "));
    EXPECT_FALSE(has(ru, "Aland"));
}

TEST(MembersPage, StandsBeforeAnythingIsOnRecord) {
    Shown shown("1989-01-01");
    const auto members = shown.ask("members");
    const auto history = questions::membership_history(shown.view());
    const Fragment page = members_page(shown.in(Language::en), {members, history, {}});
    EXPECT_TRUE(has(page, "<h1>Members, 1989</h1>"));
    EXPECT_FALSE(has(page, "<svg class=\"wide\""));
}

}  // namespace
}  // namespace pages
