// A timeline: by day, years as headings, links to the other things an act is about.
#include "pages/timeline_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(TimelinePage, ListsActsUnderTheirYears) {
    const Shown shown;
    const Fragment en = timeline_page(shown.in(Language::en), shown.ask("timeline", {{"about", "AA"}}));
    EXPECT_TRUE(has(en, "<h1>Aland: what is on record</h1>"));
    EXPECT_TRUE(has(en, ">1990<"));
    EXPECT_LT(en.text().find("1 January 1990"), en.text().find("10 January 1995"));
    EXPECT_TRUE(has(en, "/en/instruments/pact"));
    const Fragment ru = timeline_page(shown.in(Language::ru), shown.ask("timeline", {{"about", "AA"}}));
    EXPECT_TRUE(has(ru, "<h1>Аландия: что есть в записях</h1>"));
}

TEST(TimelinePage, StandsWithNothing) {
    const Shown shown;
    const Fragment page = timeline_page(shown.in(Language::en), shown.ask("timeline", {{"about", "CC"}}));
    EXPECT_FALSE(has(page, "<table"));
}

}  // namespace
}  // namespace pages
