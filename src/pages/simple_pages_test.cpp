// Sources and statements at their addresses; what is not found says what is near.
#include "pages/simple_pages.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(SourcesPage, HasEverySourceAtItsOwnPlace) {
    const Shown shown;
    std::vector<rulebook::Source> sources(2);
    sources[0].id = base::SourceId::of("s1");
    sources[0].published = base::Day::read("2001-05-11");
    sources[1].id = base::SourceId::of("s2");
    const Fragment page =
        sources_page(shown.in(Language::en), sources, questions::entries_citing(shown.view()));
    EXPECT_TRUE(has(page, "id=\"s1\""));
    EXPECT_TRUE(has(page, "<a href=\"https://example.org/1\">The Gazette</a>"));
    EXPECT_TRUE(has(page, "the</span> page bears no date"));
    EXPECT_FALSE(has(page, "Reports read claim by claim"));
    sources[1].claims.resize(3);
    const Fragment read =
        sources_page(shown.in(Language::en), sources, questions::entries_citing(shown.view()));
    EXPECT_TRUE(has(read, "Reports read claim by claim"));
    EXPECT_TRUE(has(read, ": 3 claims</a>")) << read.text();
}

TEST(NotFoundPage, NamesWhatIsNear) {
    const Shown shown;
    const Fragment page = not_found_page(shown.in(Language::en), "alnd<",
                                         {{"Aland", shown.in(Language::en).links.member("AA")}});
    EXPECT_TRUE(has(page, "Nothing on record is called “alnd&lt;”."));
    EXPECT_TRUE(has(page, "<a href=\"/en/states/AA\">Aland</a>"));
    EXPECT_TRUE(has(not_found_page(shown.in(Language::ru), "", {}), "По этому адресу страницы нет."));
}

TEST(MisaskedPage, SaysEveryWhyInBothLanguages) {
    const Shown shown;
    using Why = questions::Misasked::Why;
    for (const auto why : {Why::unknown_question, Why::unknown_parameter, Why::missing_parameter,
                           Why::unknown_name, Why::unknown_dispute, Why::unknown_side}) {
        const questions::Misasked misasked{
            .why = why, .given = "givven", .expected = "expectted", .nearest = "given", .list = {}};
        for (const Language language : words::languages) {
            const Fragment page = misasked_page(shown.in(language), misasked, {});
            EXPECT_TRUE(has(page, "givven"));
            EXPECT_FALSE(has(page, "{")) << page.text();
        }
    }
}

TEST(HowToCheck, ExplainsGradesAndBearsTheReceipt) {
    const Shown shown;
    const Fragment page = how_to_check_page(
        shown.in(Language::en), {.rulebook = "r-digest", .entries = 9, .record = "d-digest", .engine = "1"});
    EXPECT_TRUE(has(page, "r-digest"));
    EXPECT_TRUE(has(page, "official"));
    EXPECT_TRUE(has(accessibility_page(shown.in(Language::ru)), "<h1>Доступность</h1>"));
}

}  // namespace
}  // namespace pages
