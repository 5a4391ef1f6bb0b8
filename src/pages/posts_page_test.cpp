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

TEST(PostsPage, NamesTheDisputesThatWereExamined) {
    const Shown shown;
    auto holder = shown.ask("holder", {{"post", "clerk"}});
    EXPECT_FALSE(has(posts_page(shown.in(Language::en), {holder}), "Examined, changes nothing here:"));
    holder.conclusion.examined = {base::DisputeId::of("how-a-clerk-comes")};
    EXPECT_TRUE(has(posts_page(shown.in(Language::en), {holder, holder}), "Examined, changes nothing here:"));
}

TEST(PostPage, StandsWithNothingOnRecord) {
    const Shown shown;
    const auto holder = shown.ask("holder", {{"post", "clerk"}});
    const auto timeline = shown.ask("timeline", {{"about", "clerk"}});
    const Fragment page = post_page(shown.in(Language::en), {holder, timeline});
    EXPECT_TRUE(has(page, "<h1>Clerk</h1>"));
    EXPECT_TRUE(has(page, "What would settle it: a source that names the holder of the post."));
    EXPECT_FALSE(has(page, "Nearest on record"));
}

TEST(PostPage, SaysWhatIsNearestToAGap) {
    law::testing::World world(testing_pages::book);
    const auto add = [&](const char* name, const char* on, auto act) {
        act.post = base::PostId::of("clerk");
        act.person = base::PersonId::of("ann");
        world.add(name, on, act);
    };
    add("ann-attested", "2001-05-02", acts::Attested{});
    add("ann-relieved", "2002-03-01", acts::Relieved{});
    add("ann-again", "2004-02-03", acts::Appointed{});
    const record::View view = world.view("2003-01-01");
    const Links links(Language::en, {});
    const words::Names names(view, Language::en);
    const SourceAddresses none;
    const Setting setting{names, links, none};
    const auto holder = questions::ask(view, {"holder", {{"post", "clerk"}}});
    const auto timeline = questions::ask(view, {"timeline", {{"about", "clerk"}}});
    ASSERT_TRUE(holder && timeline);
    EXPECT_EQ(holder->near["before"]["act"].text(), "ann-relieved");
    EXPECT_EQ(holder->near["after"]["act"].text(), "ann-again");
    EXPECT_EQ(holder->near["settled_by"].text(), "a-source-that-names-the-holder");
    for (const Fragment& page : {post_page(setting, {*holder, *timeline}), posts_page(setting, {*holder})}) {
        EXPECT_TRUE(has(page, "Nearest on record: before, <a href=\"/en/acts/ann-relieved\">"))
            << page.text();
        EXPECT_TRUE(has(page, "after, <a href=\"/en/acts/ann-again\">")) << page.text();
    }
    const auto held = questions::ask(world.view("2004-02-03"), {"holder", {{"post", "clerk"}}});
    EXPECT_TRUE(held && held->near.is_null());
}

}  // namespace
}  // namespace pages
