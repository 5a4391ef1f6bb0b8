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
    const Fragment page = differ_page(shown.in(Language::en), all, shown.ask("counts"));
    EXPECT_TRUE(has(page, "Accounts of events"));
    EXPECT_TRUE(has(page, "/en/differ/aa-back.on"));
    EXPECT_TRUE(has(page, "<b>1 February 1997</b>"));
    EXPECT_TRUE(has(page, "<b>1 February 1998</b>"));
    EXPECT_FALSE(has(page, "Interpretations of rules")) << "nobody is known to hold a side of the rule";
}

TEST(DifferPage, ListsSessionsWhosePapersAreCountedDifferently) {
    const Shown shown;
    const auto count = [](int number, bool about, const char* of, const char* whose) {
        return base::Object{{"session", "s1"},
                            {"counted", of},
                            {"number", base::Object{{"number", number}, {"about", about}}},
                            {"scope", base::Object{{"en", whose}, {"ru", whose}}},
                            {"rests_on", "reported"}};
    };
    const questions::Answer none = shown.ask("counts");
    questions::Answer counts = none;
    counts.conclusion.answer = base::Object{
        {"differing", base::List{"s1"}},
        {"counts", base::List{count(20, true, "adopted-and-signed", "A"), count(15, false, "signed", "B")}}};
    const Fragment en = differ_page(shown.in(Language::en), {}, counts);
    EXPECT_TRUE(
        has(en,
            "0 rules understood in different ways, 0 events told in different ways and 1 session whose "
            "papers are counted differently stand side by side."));
    EXPECT_TRUE(has(en, "<b>about 20</b> adopted and signed — A"));
    EXPECT_TRUE(has(en, "<b>15</b> signed — B"));
    EXPECT_TRUE(has(differ_page(shown.in(Language::ru), {}, counts), "<b>около 20</b>"));
    EXPECT_FALSE(has(differ_page(shown.in(Language::en), {}, none), "Counts of papers"));
}

TEST(DisputePage, OffersTheRecordByEachSide) {
    const Shown shown;
    const auto told = law::dispute(shown.view(), base::DisputeId::of("aa-back.on"));
    ASSERT_TRUE(told);
    const Fragment en = dispute_page(shown.in(Language::en), *told);
    EXPECT_TRUE(has(en, "take=aa-back.on"));
    EXPECT_TRUE(has(en, "As if: 1 February 1997"));
    EXPECT_TRUE(has(en, "There are "));
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
