// Where sources differ: rules and events apart, every side the same way, none chosen.
#include "pages/differ_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(DifferPage, ListsAccountsWithTheirSources) {
    const Shown shown;
    const auto all = law::disputes(shown.view());
    ASSERT_FALSE(all.empty());
    const Fragment page = differ_page(shown.in(Language::en), all);
    EXPECT_TRUE(has(page, "Accounts of events"));
    EXPECT_TRUE(has(page, "/en/differ/aa-back.on"));
    EXPECT_TRUE(has(page, "<b>1 February 1997</b>"));
    EXPECT_TRUE(has(page, "<b>1 February 1998</b>"));
    EXPECT_FALSE(has(page, "Interpretations of rules")) << "nobody is known to hold a side of the rule";
}

TEST(DisputePage, OffersTheRecordByEachSide) {
    const Shown shown;
    const auto told = law::dispute(shown.view(), base::DisputeId::of("aa-back.on"));
    ASSERT_TRUE(told);
    const Fragment en = dispute_page(shown.in(Language::en), *told);
    EXPECT_TRUE(has(en, "take=aa-back.on"));
    EXPECT_TRUE(has(en, "As if: 1 February 1997"));
    EXPECT_TRUE(has(en, "Told in two ways."));
    const Fragment ru = dispute_page(shown.in(Language::ru), *told);
    EXPECT_TRUE(has(ru, "Как если бы: 1 февраля 1997 года"));
}

TEST(DisputePage, ShowsARuleWithItsArticle) {
    const Shown shown;
    law::DisputeTold told{.id = base::DisputeId::of("silence"), .event = {}, .field = {}, .sides = {}};
    for (const char* side : {"is-not-enough", "suffices"}) told.sides.push_back({base::SideId::of(side), {}});
    const Fragment page = dispute_page(shown.in(Language::en), told);
    EXPECT_TRUE(has(page, "Who takes no part has not agreed."));
    EXPECT_TRUE(has(page, "Rules, rule 14"));
}

}  // namespace
}  // namespace pages
