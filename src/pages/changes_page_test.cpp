// What changed between two days: a form that says its errors beside its fields, acts by day, nothing cut in
// silence.
#include "pages/changes_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;
using Of = ChangesPage::Of;

base::Day day(std::string_view text) { return *base::Day::read(text); }

TEST(ChangesPage, GroupsActsByDayAndLeadsToEachAndItsSubject) {
    const Shown shown;
    const auto answer = shown.ask("changes", {{"since", "1994-12-31"}, {"of", "events"}});
    ChangesPage page{.form = {.from = "1 January 1995", .to = "1 January 2004"}};
    page.result.emplace(ChangesPage::Result{.answer = answer,
                                            .from = day("1995-01-01"),
                                            .to = day("2004-01-01"),
                                            .shown_to = day("2004-01-01"),
                                            .all = 6});
    const Fragment html = changes_page(shown.in(Language::en), page);
    EXPECT_TRUE(has(html, "What happened from 1 January 1995 to 1 January 2004: 6 acts."));
    EXPECT_TRUE(has(html, "10 January 1995"));
    EXPECT_TRUE(has(html, "/en/acts/aa-out"));
    EXPECT_TRUE(has(html, "/en/states/AA"));
    EXPECT_FALSE(has(html, "Go on from"));
    EXPECT_TRUE(has(changes_page(shown.in(Language::ru), page),
                    "Что произошло с 1 января 1995 года по 1 января 2004 года: 6 актов."));
}

TEST(ChangesPage, SaysThatThereIsMoreAndLeadsOn) {
    const Shown shown("1997-06-01");
    const auto answer = shown.ask("changes", {{"since", "1994-12-31"}, {"of", "events"}});
    ChangesPage page{.form = {}};
    page.result.emplace(ChangesPage::Result{.answer = answer,
                                            .from = day("1995-01-01"),
                                            .to = day("2004-01-01"),
                                            .shown_to = day("1997-06-01"),
                                            .all = 6});
    const Fragment html = changes_page(shown.in(Language::en), page);
    EXPECT_TRUE(has(html, "The first 2 of 6, up to 1 June 1997."));
    EXPECT_TRUE(has(html, "/en/changes?from=1997-06-02&amp;to=2004-01-01"));
}

TEST(ChangesPage, SaysErrorsAtTheFieldAndAboveTheForm) {
    const Shown shown;
    const ChangesPage page{
        .form = {.from = "next Tuesday", .to = "1 January 2004", .from_error = "It is no day."}};
    const Fragment html = changes_page(shown.in(Language::en), page);
    EXPECT_TRUE(has(html, "id=\"from-error\""));
    EXPECT_TRUE(has(html, "href=\"#from\""));
    EXPECT_TRUE(has(html, "value=\"next Tuesday\""));
    EXPECT_FALSE(has(html, "<table")) << "nothing is shown of a period that could not be read";
}

TEST(ChangesPage, SaysWhatToDoWhereNothingIsOnRecord) {
    const Shown shown;
    const auto answer = shown.ask("changes", {{"since", "2003-12-31"}, {"of", "events"}});
    ChangesPage page{.form = {}};
    page.result.emplace(ChangesPage::Result{.answer = answer,
                                            .from = day("2004-01-01"),
                                            .to = day("2004-01-01"),
                                            .shown_to = day("2004-01-01"),
                                            .all = 0});
    EXPECT_TRUE(has(changes_page(shown.in(Language::en), page), "Take days further apart"));
}

TEST(ChangesBetween, KeepsTheOrderOfTheCanonicalAddress) {
    const Links links(Language::en, {.on = day("2004-01-01"), .known = {}, .taken = {}});
    EXPECT_EQ(changes_between(links, day("2001-01-01"), day("2002-01-01"), Of::knowledge).text(),
              "/en/changes?from=2001-01-01&to=2002-01-01&of=knowledge&on=2004-01-01");
}

}  // namespace
}  // namespace pages
