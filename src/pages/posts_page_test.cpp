// Posts: a holder where one is on record, and the words for it where none is.
#include "pages/posts_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(PostsPage, SaysWhichHolderIsNotOnRecord) {
    const Shown shown;
    const Fragment en = posts_page(shown.in(Language::en), {shown.ask("holder", {{"post", "clerk"}})});
    EXPECT_TRUE(has(en, "<a href=\"/en/posts/clerk\">Clerk</a>"));
    EXPECT_TRUE(has(en, "not</span> on record"));
    const Fragment ru = posts_page(shown.in(Language::ru), {shown.ask("holder", {{"post", "clerk"}})});
    EXPECT_TRUE(has(ru, "Секретарь"));
    EXPECT_TRUE(has(ru, "ноль из одного.")) << ru.text();
}

TEST(PostPage, StandsWithNothingOnRecord) {
    const Shown shown;
    const auto holder = shown.ask("holder", {{"post", "clerk"}});
    const auto timeline = shown.ask("timeline", {{"about", "clerk"}});
    const Fragment page = post_page(shown.in(Language::en), {holder, timeline});
    EXPECT_TRUE(has(page, "<h1>Clerk</h1>"));
    EXPECT_TRUE(has(page, "What would settle it: a source that names the holder of the post."));
}

}  // namespace
}  // namespace pages
