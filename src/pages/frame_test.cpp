#include "pages/frame.hpp"

#include <string>

#include <gtest/gtest.h>

#include "pages/assets.hpp"
#include "pages/forms.hpp"
#include "words/chrome.hpp"

namespace pages {
namespace {

using base::operator""_day;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

Frame members_page(Language language) {
    const bool en = language == Language::en;
    return {.language = language,
            .title = en ? "Members" : "Члены",
            .description = en ? "Who was a member" : "Кто был членом",
            .organisation = {en ? "the Assembly" : "об Ассамблее", en ? "the Assembly" : "Ассамблеи"},
            .here = en ? Url("/en/members") : Url("/ru/members"),
            .translations = {{Language::en, Url("/en/members")}, {Language::ru, Url("/ru/members")}},
            .sections = {{Section::start, Url("/en/")}, {Section::members, Url("/en/members")}},
            .current = Section::members,
            .situation = {.on = "2023-11-23"_day, .known = "2026-11-21"_day},
            .stylesheet = Url("/style.css"),
            .json = Url("/en/members.json")};
}

TEST(Frame, HoldsAWholePage) {
    const std::string text = page(members_page(Language::en), html::el<"h1">("Members"));
    EXPECT_TRUE(text.starts_with("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"));
    EXPECT_TRUE(text.ends_with("</body></html>\n"));
    EXPECT_TRUE(has(text, "<title>Members · Depositary</title>"));
    EXPECT_TRUE(has(text, "<link rel=\"alternate\" hreflang=\"ru\" href=\"/ru/members\">"));
    EXPECT_TRUE(has(text, "<link rel=\"alternate\" type=\"application/json\" href=\"/en/members.json\">"));
    EXPECT_TRUE(has(text, "<main id=\"main\" tabindex=\"-1\" class=\"wrap page\"><h1>Members</h1></main>"));
    EXPECT_EQ(count(text, "<symbol "), 7U);
    EXPECT_EQ(count(text, "aria-current=\"page\""), 2U);  // in the row and in the folded list
    EXPECT_FALSE(has(text, "<script"));
    EXPECT_EQ(text, page(members_page(Language::en), html::el<"h1">("Members")));
}

TEST(Frame, NamesItsAddressWholeItsOtherFormsAndItsData) {
    Frame frame = members_page(Language::ru);
    EXPECT_TRUE(has(page(frame, {}), "<link rel=\"canonical\" href=\"/ru/members\">"));
    frame.root = "https://example.org";
    frame.csv = Url("/ru/members.csv");
    frame.feed = Url("/ru/feed.atom");
    frame.calendar = Url("/ru/calendar.ics");
    frame.display = Url("/ru/display").with("back", "/ru/members?on=2023-11-23");
    frame.linked_data = R"({"name":"</script><p>"})";
    const std::string text = page(frame, {});
    EXPECT_TRUE(has(text, "<link rel=\"canonical\" href=\"https://example.org/ru/members\">"));
    EXPECT_EQ(count(text, "rel=\"canonical\""), 1U);
    EXPECT_TRUE(
        has(text, "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/en/members\">"));
    EXPECT_TRUE(has(text, "<link rel=\"alternate\" type=\"application/atom+xml\" title="));
    EXPECT_TRUE(has(text, "<link rel=\"alternate\" type=\"text/csv\" href=\"/ru/members.csv\">"));
    EXPECT_TRUE(has(text, "<link rel=\"alternate\" type=\"text/calendar\" href=\"/ru/calendar.ics\">"));
    EXPECT_TRUE(has(text, "Размер шрифта, интервал, цвета</a>"));
    EXPECT_TRUE(has(text, "Эта страница как таблица (CSV)</a>"));
    EXPECT_EQ(count(text, "</script>"), 1U);
    EXPECT_EQ(count(text, "<script"), 1U);
}

TEST(Frame, HasASearchBoxThatKeepsTheSituation) {
    Frame frame = members_page(Language::en);
    EXPECT_FALSE(has(page(frame, {}), "role=\"search\"")) << "where there is nothing to search with";
    frame.search =
        Frame::Search{.to = Url("/en/search"), .typed = "a \"b\" <c>", .keep = {{"on", "2023-11-23"}}};
    const std::string text = page(frame, {});
    EXPECT_EQ(count(text, "<form class=\"search\" role=\"search\" method=\"get\" action=\"/en/search\">"),
              1U);
    EXPECT_TRUE(has(text, "name=\"q\" value=\"a &quot;b&quot; &lt;c&gt;\" aria-label=\"Search the record\""));
    EXPECT_TRUE(has(text, "<input type=\"hidden\" name=\"on\" value=\"2023-11-23\">"));
    EXPECT_TRUE(has(text, "<button>Search</button></form>"));
}

TEST(Frame, SaysForWhichDayItAnswersAndThatItIsNobodysStatement) {
    const std::string en = page(members_page(Language::en), {});
    EXPECT_TRUE(has(en,
                    "<p>Situation on <b class=\"nw\">23 November 2023</b>, from everything known on "
                    "<b class=\"nw\">21 November 2026</b>.</p>"));
    EXPECT_TRUE(has(en, "Not a site of the Assembly or of any state; nothing here is their statement."));
    const std::string ru = page(members_page(Language::ru), {});
    EXPECT_TRUE(has(ru,
                    "<p>Положение на <b class=\"nw\">23 ноября 2023 года</b> по всему, что известно на "
                    "<b class=\"nw\">21 ноября 2026 года</b>.</p>"));
    EXPECT_TRUE(has(ru, "Независимые записи об Ассамблее"));
    EXPECT_TRUE(has(ru, "Это не сайт Ассамблеи и не сайт какого-либо государства; здесь нет их заявлений."));
}

TEST(Frame, OffersAnInterpretationOnlyWhereTheAnswerDependsOnOne) {
    Frame frame = members_page(Language::en);
    EXPECT_FALSE(has(page(frame, {}), "<fieldset"));
    frame.situation.offered = {
        {.dispute = "rule-14",
         .name = "Interpretation of Rule 14",
         .sides = {{"participation", "Participation is needed"}, {"silence", "Silence suffices"}},
         .taken = "silence"}};
    frame.situation.keep = {{"member", "AM"}};
    const std::string text = page(frame, {});
    EXPECT_EQ(count(text, "type=\"radio\""), 3U);
    EXPECT_TRUE(has(text, "<legend>Interpretation of Rule 14</legend>"));
    EXPECT_TRUE(
        has(text, "name=\"take.rule-14\" value=\"\"><label for=\"take.rule-14\">Both sides shown</label>"));
    EXPECT_TRUE(has(text, "name=\"take.rule-14\" value=\"silence\" checked>"));
    EXPECT_TRUE(has(text, "<input type=\"hidden\" name=\"member\" value=\"AM\">"));
    EXPECT_EQ(take_field("rule-14"), "take.rule-14");
}

TEST(Frame, SendsTheFormBackWithItsFaults) {
    Frame frame = members_page(Language::en);
    frame.situation.refused =
        Situation::Refused{.on = "23.11.2023\"><script>",
                           .on_error = std::string(words::chrome::not_a_day(Language::en)),
                           .known = "2026-11-21",
                           .known_error = ""};
    const std::string text = page(frame, {});
    EXPECT_TRUE(has(text, "<details class=\"change\" open>"));
    EXPECT_TRUE(
        has(text, "<li><a href=\"#on\">Give a day as year, month and day, for example 2023-11-23</a></li>"));
    EXPECT_TRUE(has(text, "value=\"23.11.2023&quot;&gt;&lt;script&gt;\""));
    EXPECT_TRUE(has(text, "aria-invalid=\"true\" aria-describedby=\"on-hint on-error\""));
    EXPECT_EQ(count(text, "class=\"field wrong\""), 1U);
}

TEST(Frame, SaysWhenItAnswersForAPastThatIsReconstructedOrSupposed) {
    Frame frame = members_page(Language::ru);
    const std::string_view reconstructed = words::chrome::reconstructed(Language::ru);
    const std::string_view supposed = words::chrome::supposed(Language::ru);
    EXPECT_FALSE(has(page(frame, {}), reconstructed));
    frame.situation.reconstructed = true;
    frame.situation.supposed = true;
    EXPECT_TRUE(has(page(frame, {}), reconstructed));
    EXPECT_TRUE(has(page(frame, {}), supposed));
}

TEST(Stylesheet, IsPlainCssThatFetchesNothing) {
    const std::string css(stylesheet());
    EXPECT_TRUE(css.starts_with("/* Depositary"));
    EXPECT_EQ(count(css, "{"), count(css, "}"));
    for (const char* part : {"url(", "@import", "http://", "https://"}) EXPECT_FALSE(has(css, part)) << part;
    for (const char* part :
         {"prefers-color-scheme:dark", "forced-colors:active", "prefers-contrast:more", "@media print"}) {
        EXPECT_TRUE(has(css, part)) << part;
    }
}

}  // namespace
}  // namespace pages
