// One state: its standing, what it declared in its own words, what it missed.
#include "pages/state_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

Fragment page_of(const Shown& shown, std::string_view state, Language language) {
    const auto status = shown.ask("status", {{"state", std::string(state)}});
    const auto history = questions::membership_history(shown.view(), base::MemberId::of(state));
    return state_page(shown.in(language), {status, *history});
}

TEST(StatePage, QuotesADeclarationWithItsSpeaker) {
    const Shown shown;
    const Fragment page = page_of(shown, "BB", Language::en);
    EXPECT_TRUE(has(page, "<h1>Beland</h1>"));
    EXPECT_TRUE(has(page, "<b>Beland, 1 February 2003:</b> It takes no part."));
    EXPECT_TRUE(has(page, "No notice of withdrawal"));
    EXPECT_TRUE(has(page_of(shown, "BB", Language::ru), "Оно не участвует."));
}

TEST(StatePage, ShowsEverySideWhileAccountsDiffer) {
    const Shown shown("1997-06-01");
    const Fragment page = page_of(shown, "AA", Language::en);
    EXPECT_TRUE(has(page, "<div class=\"sides\">"));
    EXPECT_TRUE(has(page, "sources</span> differ"));
    EXPECT_FALSE(has(page, "No notice of withdrawal")) << "there is nothing declared to explain";
}

TEST(StatePage, OfAStateNeverConcernedStands) {
    const Shown shown;
    const Fragment page = page_of(shown, "CC", Language::en);
    EXPECT_TRUE(has(page, "<h1>Celand</h1>"));
    EXPECT_FALSE(has(page, "<svg class=\"wide\""));
    EXPECT_TRUE(has(page, "No absence of this state is on record"));
}

}  // namespace
}  // namespace pages
