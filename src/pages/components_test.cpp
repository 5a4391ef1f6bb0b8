#include "pages/components.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "words/chrome.hpp"

namespace pages {
namespace {

const std::string hostile = "<script>alert('x')</script>\" onload=\"y";
const std::string escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;y";

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

TEST(Marks, AlwaysStandWithAWord) {
    EXPECT_EQ(
        marked(Mark::depends, "sources differ").text(),
        "<span class=\"st\"><span class=\"nw\"><svg class=\"mk\" aria-hidden=\"true\" focusable=\"false\">"
        "<use href=\"#m-dep\"/></svg>sources</span> differ</span>");
    for (const Mark mark : {Mark::settled, Mark::absent, Mark::depends, Mark::imprecise, Mark::not_on_record,
                            Mark::awaiting, Mark::statement}) {
        EXPECT_NE(standing(Language::en, mark), standing(Language::ru, mark));
    }
    EXPECT_NE(standing(Language::ru, Mark::not_on_record).text().find("в</span> записях нет"),
              std::string::npos);
}

TEST(Grades, AreWordsInAFrame) {
    EXPECT_EQ(grade(Language::en, Grade::official).text(), "<span class=\"rest\">official</span>");
    EXPECT_EQ(grade(Language::ru, Grade::unverified).text(), "<span class=\"rest u\">не проверено</span>");
}

TEST(Claims, AreQuotedWithTheirSpeakerAndReport) {
    const std::vector<Claim> said = {
        {.speaker = "Belarus, Foreign Minister, 23 November 2023",
         .words = html::group("the decisions would be ", quotation(Language::en, "absolutely legitimate")),
         .sources = {{"Report 3", Url("/en/sources/3")}, {"a newspaper", std::nullopt}},
         .grade = Grade::reported}};
    EXPECT_EQ(
        claims(Language::en, said).text(),
        "<ul class=\"sayers\"><li class=\"said\"><b>Belarus, Foreign Minister, 23 November 2023:</b> the decisions "
        "would be <q lang=\"en\">absolutely legitimate</q> <a href=\"/en/sources/3\">Report 3</a>, a newspaper "
        "<span class=\"rest\">reported</span></li></ul>");
    EXPECT_TRUE(claims(Language::en, {}).empty());
}

TEST(Sides, StandInTheOrderGivenEachWithItsHolders) {
    const std::string text =
        sides(Language::ru, {{"Нужно участие",
                              "Кто не участвует, тот не дал согласия.",
                              {{"Беларусь", "июнь 2009 года", Grade::reported, {}}}},
                             {"Достаточно молчания", "Никто не возразил.", {{"Россия", "", {}, {}}}}})
            .text();
    EXPECT_EQ(
        text,
        "<div class=\"sides\"><div class=\"side\"><p><b>Нужно участие.</b> Кто не участвует, тот не дал согласия.</p>"
        "<p><b>Беларусь</b>, июнь 2009 года <span class=\"rest\">по сообщениям</span></p></div>"
        "<div class=\"side\"><p><b>Достаточно молчания.</b> Никто не возразил.</p><p><b>Россия</b></p></div></div>");
}

Table three_answers() {
    return {.caption = "Effect of each answer",
            .columns = {{"Paper", 40}, {"Position"}, {"Answer"}, {"Effect"}},
            .groups = {{std::nullopt,
                        {{{row_head("Declaration"), {"awaiting"}, {"joins"}, {"bound"}}},
                         {{row_head("Declaration"), {"awaiting"}, {"objects"}, {"not bound"}}},
                         {{row_head("Budget"), {"awaiting"}, {"stands"}, {"not bound"}}}}}}};
}

TEST(Tables, NameTheirColumnsForPhonesAndTheirScopesForReaders) {
    const std::string text = table(three_answers()).text();
    EXPECT_NE(text.find("<caption>Effect of each answer</caption>"), std::string::npos);
    EXPECT_EQ(count(text, "scope=\"col\""), 4U);
    EXPECT_EQ(count(text, "<th scope=\"row\""), 3U);
    EXPECT_EQ(count(text, "data-l=\"Position\""), 3U);
    EXPECT_EQ(count(text, "<col class=\"w40\">"), 1U);
    Table plain = three_answers();
    plain.on_phones = Table::OnPhones::rows;
    EXPECT_EQ(count(table(plain).text(), "data-l"), 0U);
    EXPECT_EQ(count(table(plain).text(), "role="), 0U);
}

TEST(Tables, MergeEqualCellsButNotAcrossPapers) {
    const std::string text = table(merge_equal(three_answers(), {0, 1})).text();
    EXPECT_EQ(count(text, "rowspan=\"2\""), 2U) << text;
    EXPECT_EQ(count(text, ">awaiting<"), 2U);  // the budget's own, though its words are the same
    EXPECT_EQ(count(text, "<th scope=\"rowgroup\""), 1U);
    // Cells to the right of a merged one keep the name of their own column.
    EXPECT_EQ(count(text, "data-l=\"Answer\">objects"), 1U);
    EXPECT_EQ(count(text, "data-l=\"Effect\">not bound"), 2U);
}

TEST(Reasons, NestWithoutLosingAnything) {
    const std::vector<Reason> tree = {{.says = "Bound.",
                                       .article = "Charter, article 12",
                                       .article_at = Url("/en/rulebook#12"),
                                       .grade = Grade::unverified,
                                       .because = {{.says = "Member since 2003.",
                                                    .article = "Charter, article 18",
                                                    .sources = {{"Report", std::nullopt}}}}}};
    EXPECT_EQ(
        reasons(Language::en, "Reasons: bound", tree).text(),
        "<details class=\"tree\"><summary>Reasons: bound</summary><ul><li>Bound. <a href=\"/en/rulebook#12\">Charter, "
        "article 12</a> <span class=\"rest u\">unverified</span><ul><li>Member since 2003. <span class=\"art\">Charter, "
        "article 18</span> Report</li></ul></li></ul></details>");
    EXPECT_EQ(count(reasons(Language::en, "x", tree, Fold::open).text(), "<details class=\"tree\" open>"),
              1U);
    EXPECT_EQ(examined(Language::ru, {"число документов", "написание имён"}).text(),
              "<p class=\"note\">Рассмотрено, ничего не меняет: число документов; написание имён.</p>");
}

TEST(Components, EscapeWhateverTheyAreGiven) {
    const std::string all[] = {
        marked(Mark::settled, hostile).text(),
        claims(Language::en, {{hostile, hostile, {{hostile, std::nullopt}}, {}}}).text(),
        sides(Language::en, {{hostile, hostile, {{hostile, hostile, {}, {{hostile, Url("/x")}}}}}}).text(),
        table({.caption = hostile, .columns = {{hostile}}, .groups = {{Fragment(hostile), {{{{hostile}}}}}}})
            .text(),
        reasons(Language::en, hostile, {{.says = hostile, .article = hostile}}).text(),
        receipt(Language::en, {hostile, 1, hostile, hostile, hostile}).text(),
        facts_box(hostile, {{hostile, hostile, hostile}}, hostile).text(),
        counts({{hostile, hostile}}).text(),
        announcements({{hostile, hostile}}).text(),
        question_list({{hostile, Url("/x")}}).text(),
        breadcrumbs(Language::en, {{hostile, Url("/x")}, {hostile, std::nullopt}}).text(),
        cards({{hostile, hostile, Url("/x")}}).text(),
        start_button(Url("/x"), hostile).text(),
        heading(hostile, hostile).text(),
        section(hostile, hostile, hostile).text(),
    };
    for (const std::string& text : all) {
        SCOPED_TRACE(text);
        EXPECT_EQ(count(text, "<script"), 0U);
        EXPECT_EQ(count(text, "\" onload=\"y"), 0U);
        EXPECT_GE(count(text, "&lt;script"), 1U);
    }
    EXPECT_EQ(heading(hostile, "").text(), "<div class=\"head\"><h1>" + escaped + "</h1></div>");
}

TEST(Components, AreTheSameBytesEachTime) {
    EXPECT_EQ(table(three_answers()).text(), table(three_answers()).text());
}

}  // namespace
}  // namespace pages
