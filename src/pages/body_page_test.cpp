// The page of a body tells a change without a day as such, and says what is not on record of it.
#include "pages/body_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(BodyPage, NamesRuleChairAndPostsAndWhatIsMissing) {
    const Shown shown;
    const auto body = shown.ask("body", {{"body", "council"}});
    const auto gaps = shown.ask("gaps");
    const BodyPage page{.body = body, .chair = shown.ask("chair", {{"body", "council"}}), .gaps = gaps};
    const Fragment html = body_page(shown.in(Language::en), page);
    EXPECT_TRUE(has(html, "/en/rulebook/council"));
    EXPECT_TRUE(has(html, "/en/chairs/council"));
    EXPECT_TRUE(has(html, "/en/posts/clerk"));
    EXPECT_TRUE(has(html, "day is not on record"));
    EXPECT_TRUE(has(html, "What is not on record of it"));
    EXPECT_TRUE(has(html, "No session of it is on record."));
    EXPECT_TRUE(has(body_page(shown.in(Language::ru), page), "Чего нет в записях об этом органе"));
}

}  // namespace
}  // namespace pages
