#include "office/feed.hpp"

#include <gtest/gtest.h>

#include "office/stable_id.hpp"
#include "office/testing_office.hpp"
#include "office/xml.hpp"

namespace office {
namespace {

using testing::count;
using testing::Desk;
using testing::has;

std::string feed(const Desk& desk, std::vector<record::EntryNumber> entries) {
    return atom(desk.head(), {.name = "test",
                              .title = "New <here>",
                              .self = "https://example.org/en/feed.atom",
                              .page = "https://example.org/en",
                              .entries = std::move(entries)});
}

TEST(Feed, SaysActsAsTheTimelineDoesLatestKnownFirst) {
    const Desk desk;
    const std::string text = feed(desk, all_acts(desk.view()));
    EXPECT_TRUE(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns="));
    EXPECT_TRUE(has(text, "<title>New &lt;here&gt;</title>"));
    // Known last, though it took effect before others.
    EXPECT_TRUE(has(text, "<updated>1993-09-09T00:00:00Z</updated>\n<author>"));
    EXPECT_LT(text.find("Ann Example is reported as Clerk"), text.find("Aland signed the Pact"));
    EXPECT_TRUE(has(text, "<title>Aland signed the Pact</title>\n<updated>1990-01-01T00:00:00Z</updated>"));
    EXPECT_TRUE(
        has(text, "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/en/aa-signs\"/>"));
    EXPECT_TRUE(has(text, "<link rel=\"related\" type=\"text/html\" href=\"https://example.org/en/AA\"/>"));
    EXPECT_TRUE(has(text, "<link rel=\"via\" href=\"https://example.org/?a=1&amp;b=2\""));
    EXPECT_EQ(count(text, "<entry>"), desk.view().known);
}

TEST(Feed, GivesAnActOneIdInEveryLanguage) {
    const Desk en;
    const Desk ru(words::Language::ru);
    const std::string id = "<id>urn:uuid:" + stable_uuid("test/acts/aa-signs") + "</id>";
    EXPECT_TRUE(has(feed(en, all_acts(en.view())), id));
    EXPECT_TRUE(has(feed(ru, all_acts(ru.view())), id));
    EXPECT_TRUE(has(feed(ru, all_acts(ru.view())), "<title>Аландия подписала "));
}

TEST(Feed, OfABodyHasItsSessionsAndWhatHappenedThere) {
    const Desk desk;
    std::vector<std::string> ids;
    for (const auto number : acts_of_body(desk.view(), base::BodyId::of("council")))
        ids.emplace_back(desk.view().act(number).id.text());
    EXPECT_EQ(ids,
              (std::vector<std::string>{"port-held", "port-present-aa", "autumn-told", "given-up-told"}));
    EXPECT_EQ(acts_of_state(desk.view(), base::MemberId::of("AA")).size(), 2U);
}

TEST(Feed, WithoutEntriesIsStillAFeed) {
    const std::string text = feed(Desk(), {});
    EXPECT_TRUE(has(text, "<updated>2026-01-01T00:00:00Z</updated>"));
    EXPECT_EQ(count(text, "<entry>"), 0U);
}

TEST(Xml, HoldsNoTextThatCouldBecomeMarkup) {
    struct Row {
        const char* what;
        std::string_view text;
        const char* xml;
    };
    const Row rows[] = {
        {"markup", "<a href='x'>&\"", "&lt;a href=&#39;x&#39;&gt;&amp;&quot;"},
        {"the end of a section", "]]>", "]]&gt;"},
        {"a control character", std::string_view("a\x01z", 3), "a\uFFFDz"},
        {"a zero", std::string_view("a\0z", 3), "a\uFFFDz"},
        {"lines and tabs stay", "a\n\tb", "a\n\tb"},
        {"Russian", "«Вестник»", "«Вестник»"},
        {"beyond the basic plane", "\U0001F5CE", "\U0001F5CE"},
        {"no UTF-8", "a\xFFz", "a\uFFFDz"},
        {"cut short", "a\xD0", "a\uFFFD"},
        {"overlong", "\xC0\xAF", "\uFFFD\uFFFD"},
        {"half a pair", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"no character", "\xEF\xBF\xBE", "\uFFFD"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(xml_text(row.text), row.xml);
    }
}

TEST(StableId, IsAUuidOfVersionEightAndOfItsNameAlone) {
    EXPECT_EQ(stable_uuid("csto/acts/a"), stable_uuid("csto/acts/a"));
    EXPECT_NE(stable_uuid("csto/acts/a"), stable_uuid("csto/acts/b"));
    const std::string id = stable_uuid("");
    EXPECT_EQ(id, "e3b0c442-98fc-8c14-9afb-f4c8996fb924");  // SHA-256 of nothing, with version and variant
}

}  // namespace
}  // namespace office
