// Which papers a reader asks for: words of the title in either language, and every condition together.
#include "questions/paper_filter.hpp"

#include <map>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace questions {
namespace {

using law::testing::id;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

TEST(TitleHas, FindsWordsByTheirBeginningInEitherLanguage) {
    const base::Text title({{"en", "Budget of the Organisation for 2024"},
                            {"ru", "О бюджете Организации на 2024 год — «ёлка»"}});
    struct Row {
        const char* what;
        const char* words;
        bool found;
    };
    const Row rows[] = {
        {"nothing is asked", "", true},
        {"only signs", " , — ", true},
        {"a word", "budget", true},
        {"a large letter", "BUDGET", true},
        {"another form", "budgets", true},
        {"two words, any order", "2024 budget", true},
        {"a Russian word in another case", "бюджета", true},
        {"a large Russian letter", "БЮДЖЕТ", true},
        {"Е for Ё", "елка", true},
        {"the beginning of a word", "organ", true},
        {"words of two languages at once", "budget организации", false},
        {"another word", "plan", false},
        {"one of two", "budget plan", false},
        {"another year", "2023", false},
        {"the end of a word", "get", false},
        {"bytes that are no text", "\xFF\xC0", false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(title_has(title, row.words), row.found);
    }
    EXPECT_FALSE(title_has(base::Text(), "budget")) << "no title has a word";
    EXPECT_TRUE(title_has(base::Text(), "")) << "nothing is asked of it";
}

constexpr std::string_view more = R"(
bodies:
  council: {names: {en: Council}, chair: none}
  bureau: {names: {en: Bureau}, chair: none}
)";

acts::Adopted adopted(const char* paper, const char* body, const char* session, acts::PaperKind kind) {
    acts::Adopted act;
    act.paper = id<base::PaperId>(paper);
    act.body = id<base::BodyId>(body);
    act.session = id<base::SessionId>(session);
    act.paper_kind = kind;
    act.title = base::Text({{"en", std::string("The ") + paper}});
    return act;
}

/// A council session of 2010 from which AA was absent, with a plan and a budget; a decision of the bureau in
/// 2011, on which BB took a position; and a draft of 2012.
World world() {
    World made(std::string(three_states) + std::string(more));
    acts::Held held;
    held.session = id<base::SessionId>("first");
    held.body = id<base::BodyId>("council");
    held.title = base::Text({{"en", "First session"}});
    made.add("held", "2010-05-01", held);
    acts::Absent absent;
    absent.session = id<base::SessionId>("first");
    absent.member = state("AA");
    made.add("absent", "2010-05-01", absent);
    made.add("plan-adopted", "2010-05-01", adopted("plan", "council", "first", acts::PaperKind::plan));
    made.add("budget-adopted", "2010-05-01", adopted("budget", "council", "first", acts::PaperKind::budget));
    made.add("decision-adopted", "2011-03-01",
             adopted("decision", "bureau", "second", acts::PaperKind::decision));
    acts::PositionTaken position;
    position.paper = id<base::PaperId>("decision");
    position.member = state("BB");
    made.add("position", "2011-03-02", position);
    acts::Drafted draft;
    draft.paper = id<base::PaperId>("draft");
    draft.body = id<base::BodyId>("council");
    draft.title = base::Text({{"en", "The draft"}});
    made.add("drafted", "2012-01-01", draft);
    return made;
}

std::string papers(std::map<std::string, std::string, std::less<>> conditions) {
    World made = world();
    const auto answer =
        ask(made.view("2020-01-01"), {.question = "documents", .parameters = std::move(conditions)});
    if (!answer) return "misasked";
    std::string all;
    for (const base::Value& row : *answer->conclusion.answer["papers"].list())
        all += (all.empty() ? "" : " ") + std::string(row["paper"].text());
    return all;
}

TEST(Documents, AreThoseThatAnswerEveryCondition) {
    struct Row {
        const char* what;
        std::map<std::string, std::string, std::less<>> conditions;
        const char* papers;
    };
    const Row rows[] = {
        {"none", {}, "budget plan decision draft"},
        {"a kind", {{"kind", "plan"}}, "plan"},
        {"a body", {{"body", "bureau"}}, "decision"},
        {"a year", {{"year", "2010"}}, "budget plan"},
        {"a year of none", {{"year", "1999"}}, ""},
        {"an outcome", {{"outcome", "draft"}}, "draft"},
        {"a state that was absent", {{"state", "AA"}}, "budget plan"},
        {"a state an act names", {{"state", "BB"}}, "decision"},
        {"a state of none", {{"state", "CC"}}, ""},
        {"words", {{"words", "plans"}}, "plan"},
        {"two together", {{"year", "2010"}, {"kind", "budget"}}, "budget"},
        {"two that exclude each other", {{"year", "2011"}, {"kind", "budget"}}, ""},
        {"no year", {{"year", "next"}}, "misasked"},
        {"a year of five digits", {{"year", "20100"}}, "misasked"},
        {"no outcome", {{"outcome", "burnt"}}, "misasked"},
        {"no kind", {{"kind", "poem"}}, "misasked"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(papers(row.conditions), row.papers);
    }
}

TEST(Body, SaysWhoSatInItAndWhatIsMissing) {
    World made = world();
    acts::Present present;
    present.session = id<base::SessionId>("first");
    present.member = state("BB");
    present.person = id<base::PersonId>("ann");
    made.add("present", "2010-05-01", present);
    const auto of = [&](const char* body) {
        return ask(made.view("2020-01-01"), {.question = "body", .parameters = {{"body", body}}})
            .value()
            .conclusion.answer;
    };
    const base::Value council = of("council");
    ASSERT_EQ(council["sessions"].list()->size(), 1U);
    ASSERT_EQ(council["seated"].list()->size(), 1U);
    const base::Value& seat = council["seated"].list()->front();
    EXPECT_EQ(seat["person"].text(), "ann");
    EXPECT_EQ(seat["first"].text(), "2010-05-01");
    EXPECT_EQ(*seat["sessions"].number(), 1);
    EXPECT_EQ(council["papers"].list()->size(), 3U) << "plan, budget and draft";
    const base::Value bureau = of("bureau");
    std::string missing;
    for (const base::Value& code : *bureau["missing"].list()) missing += std::string(code.text()) + " ";
    EXPECT_EQ(missing, "established sessions seated chair ");
}

TEST(Body, TellsAnUndatedChangeAsOneWhoseDayIsMissing) {
    World made = world();
    acts::BodyAltered altered;
    altered.body = id<base::BodyId>("council");
    altered.says = base::Text({{"en", "It has a desk."}});
    made.add("desk", "[..2015-01-01]", altered);
    const auto missing = [&](const char* day) {
        const auto answer =
            ask(made.view(day), {.question = "body", .parameters = {{"body", "council"}}}).value();
        bool found = false;
        for (const base::Value& code : *answer.conclusion.answer["missing"].list())
            found = found || code.text() == "undated";
        return found;
    };
    EXPECT_TRUE(missing("2016-01-01"));
    EXPECT_FALSE(missing("2014-01-01")) << "it is not told of before the day by which it was read";
}

}  // namespace
}  // namespace questions
