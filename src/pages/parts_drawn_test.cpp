// What is drawn from answers: attendance, whom papers bind, a draft's way, shares. Every shape drawn has its
// word in the table of the same part.
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "pages/attendance_parts.hpp"
#include "pages/binding_parts.hpp"
#include "pages/listing_drawings.hpp"
#include "pages/testing_drawings.hpp"
#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using base::List;
using base::Object;
using base::Value;
using testing_drawings::count;
using testing_drawings::keeps_its_words_apart;
using testing_pages::has;
using testing_pages::Shown;

questions::Answer answer(std::string question, Value value) {
    const base::Day day = *base::Day::read("2004-01-01");
    questions::Answer made{.question = std::move(question),
                           .parameters = {},
                           .on = day,
                           .known = day,
                           .conclusion = {},
                           .besides = {},
                           .taken = {}};
    made.conclusion.answer = std::move(value);
    return made;
}
void by_sides(questions::Answer& made, Value one, Value other) {
    made.conclusion.standing = law::Standing::depends;
    made.conclusion.by_side = {{.taking = {}, .held_by = {}, .answer = std::move(one)},
                               {.taking = {}, .held_by = {}, .answer = std::move(other)}};
}
Value row(std::string_view member, std::string_view was) { return Object{{"member", member}, {"was", was}}; }
Value held(std::string_view id, std::string_view on, List attendance) {
    return Object{{"session", id},
                  {"on", on},
                  {"bodies", List{"council"}},
                  {"title", Object{{"en", id}, {"ru", id}}},
                  {"attendance", std::move(attendance)}};
}

/// CC was a member at the second session by one account alone.
std::vector<questions::Answer> three_sessions() {
    std::vector<questions::Answer> all{
        answer("session", held("third", "2003-05-01", {row("AA", "absent"), row("BB", "not_on_record")})),
        answer("session", held("first", "2001-05-01", {row("AA", "present"), row("BB", "present")})),
        answer("session", Value())};
    by_sides(all[2], held("second", "2002-05-01", {row("AA", "absent"), row("BB", "present")}),
             held("second", "2002-05-01", {row("AA", "absent"), row("BB", "present"), row("CC", "present")}));
    all.push_back(answer("session", Object{{"session", "coming"}, {"announced_for", "2005"}}));
    return all;
}

TEST(Attendance, IsDrawnFromTheEarliestAndSaysWhoMissedWhich) {
    const Shown shown;
    const auto sessions = three_sessions();
    const auto sorted = earliest_first(sessions);
    ASSERT_EQ(sorted.size(), 3U) << "what was only announced is not drawn";
    const Fragment en = attendance_drawings(shown.in(Language::en), sorted);
    EXPECT_TRUE(has(en, "Absent: Aland (1 May 2002, 1 May 2003)."));
    EXPECT_EQ(count(en.text(), "<use href=\"#who-came-council-w-h\""), 1U) << "a member by one account";
    EXPECT_EQ(count(en.text(), "<use href=\"#who-came-council-w-a\""), 2U);
    EXPECT_EQ(count(en.text(), "<use href=\"#who-came-council-w-m\""), 2U);
    keeps_its_words_apart(en.text());
    const Fragment ru = attendance_drawings(shown.in(Language::ru), sorted);
    EXPECT_TRUE(has(ru, "Отсутствовали: Аландия (1 мая 2002 года, 1 мая 2003 года)."));
}

TEST(Attendance, OfOneSessionIsNotDrawn) {
    const Shown shown;
    EXPECT_TRUE(attendance_drawings(shown.in(Language::en), {}).empty());
    const std::vector<questions::Answer> one{
        answer("session", held("first", "2001-05-01", {row("AA", "present")}))};
    EXPECT_TRUE(attendance_drawings(shown.in(Language::en), earliest_first(one)).empty());
}

TEST(OwnAttendance, HasARowAndTheSameAsATable) {
    const Shown shown;
    const auto sessions = three_sessions();
    const Fragment aa = own_attendance(shown.in(Language::en), "AA", earliest_first(sessions));
    EXPECT_TRUE(has(aa, "Sessions as a member: 3; present: 1; absent: 2; not on record: 0."));
    EXPECT_EQ(count(aa.text(), "scope=\"row\""), 3U);
    EXPECT_LT(aa.text().find("/en/sessions/third"), aa.text().find("/en/sessions/first"));
    const Fragment cc = own_attendance(shown.in(Language::en), "CC", earliest_first(sessions));
    EXPECT_TRUE(has(cc, "a member by one account only: 1."));
    EXPECT_TRUE(has(cc, "#m-dep"));
    EXPECT_TRUE(own_attendance(shown.in(Language::en), "XX", earliest_first(sessions)).empty());
}

BoundBy bound_by() {
    BoundBy all;
    all.emplace("same", answer("bound-by", Object{{"bound", List{"AA", "BB", "CC"}}}));
    all.emplace("none", answer("bound-by", Object{{"bound", List{}}, {"not_bound", List{"AA", "BB", "CC"}}}));
    all.emplace("open",
                answer("bound-by", Object{{"bound", List{}}, {"not_on_record", List{"AA", "BB", "CC"}}}));
    all.emplace("joins", answer("bound-by", Object{{"bound", List{"AA", "BB"}}, {"may_join", List{"CC"}}}));
    auto depends = answer("bound-by", Value());
    by_sides(depends, Object{{"bound", List{"AA", "BB", "CC"}}},
             Object{{"bound", List{"BB", "CC"}}, {"may_join", List{"AA"}}});
    all.emplace("depends", std::move(depends));
    return all;
}

TEST(Binding, DrawsWhatDiffersAndCountsTheRest) {
    const Shown shown;
    const Fragment en =
        binding_section(shown.in(Language::en), bound_by(),
                        {{"Session", {"same", "none", "open", "joins", "depends", "unasked"}}});
    EXPECT_TRUE(has(en, "2 papers do not bind all members alike"));
    EXPECT_TRUE(has(en, "Of the others 1 bind all members, 1 bind none, and of 1 it is not on record."));
    EXPECT_EQ(count(en.text(), "<use href=\"#bound-w-h\""), 1U);
    EXPECT_EQ(count(en.text(), "<use href=\"#bound-w-w\""), 1U);
    EXPECT_EQ(count(en.text(), "<use href=\"#bound-w-p\""), 4U);
    keeps_its_words_apart(en.text());
    keeps_its_words_apart(
        binding_section(shown.in(Language::ru), bound_by(), {{"Сессия", {"joins", "depends"}}}).text());
}

TEST(Binding, IsNotDrawnWhereAllAreBoundAlike) {
    const Shown shown;
    EXPECT_TRUE(binding_section(shown.in(Language::en), bound_by(), {{"Session", {"same", "none"}}}).empty());
    EXPECT_TRUE(binding_section(shown.in(Language::en), {}, {{"Session", {"same"}}}).empty());
}

TEST(Binding, IsSaidInTheTableAsItIsDrawn) {
    const Shown shown;
    const auto said = [&](std::string_view paper) {
        return binds_said(shown.in(Language::en), bound_by(), paper).text();
    };
    EXPECT_EQ(said("same"), "all members");
    EXPECT_TRUE(said("none").contains("no</span> member"));
    EXPECT_TRUE(said("open").contains("not</span> on record"));
    EXPECT_TRUE(said("joins").contains("may join</span>: Celand; binding on the others")) << said("joins");
    EXPECT_TRUE(said("depends").contains("on interpretation</span>: Aland")) << said("depends");
    EXPECT_EQ(said("unasked"), "");
}

TEST(Instruments, AreDrawnWithTheirParties) {
    const Shown shown;
    auto unknown = answer("parties", Object{{"parties", List{}}, {"signed_only", List{"CC"}}});
    unknown.conclusion.standing = law::Standing::not_on_record;
    const std::vector<InstrumentTold> all{
        {"pact", answer("parties", Object{{"parties", List{"AA", "BB"}}, {"signed_only", List{}}}),
         answer("in-force", Object{{"in_force", true}, {"since", "1990-03-01"}})},
        {"other", unknown, answer("in-force", Object{{"in_force", false}})}};
    const Fragment en = instruments_section(shown.in(Language::en), all);
    EXPECT_TRUE(has(en, "who is a party is on record for 1 of them."));
    EXPECT_TRUE(has(en, "since 1 March 1990"));
    EXPECT_EQ(count(en.text(), "<use href=\"#parties-w-p\""), 2U);
    EXPECT_EQ(count(en.text(), "<use href=\"#parties-w-m\""), 1U);
    EXPECT_EQ(count(en.text(), "<use href=\"#parties-w-n\""), 2U);
    EXPECT_EQ(count(en.text(), "<use href=\"#parties-w-a\""), 1U);
    EXPECT_TRUE(instruments_section(shown.in(Language::en), {}).empty());
}

Value step(std::string_view id, std::string_view name, Value on, std::optional<std::int64_t> days = {}) {
    Object out{{"step", id}, {"says", Object{{"en", name}, {"ru", name}}}, {"on", std::move(on)}};
    if (days) out.emplace("days", *days);
    return out;
}

TEST(DraftDrawn, NamesTheStepsThatAreNotOnRecord) {
    const Shown shown;
    const auto draft = answer(
        "draft", Object{{"paper", "p"},
                        {"steps", List{step("a", "Prepared", "2003-01-01"), step("b", "Agreed", Value()),
                                       step("c", "Adopted", "2003-02-01", 31)}}});
    const Fragment en = drawing_above_lists(shown.in(Language::en), draft);
    EXPECT_TRUE(has(en, "Steps on record: 2 of 3. Not on record: Agreed."));
    EXPECT_TRUE(has(en, ">1 Feb 2003 (+31 days)</text>"));
    keeps_its_words_apart(en.text());
    EXPECT_TRUE(has(drawing_above_lists(shown.in(Language::ru), draft), "Известно шагов: 2 из 3."));
    EXPECT_TRUE(drawing_above_lists(shown.in(Language::en), answer("draft", Object{{"paper", "p"}})).empty());
}

TEST(DraftDrawn, SaysTheSameDayInWords) {
    const Shown shown;
    const auto draft = answer(
        "draft",
        Object{{"paper", "p"},
               {"steps", List{step("a", "Examined", "2003-01-01"), step("b", "Agreed", "2003-01-01", 0)}}});
    EXPECT_TRUE(has(drawing_above_lists(shown.in(Language::en), draft), ">1 Jan 2003 (the same day)</text>"));
    EXPECT_TRUE(has(drawing_above_lists(shown.in(Language::ru), draft), "(в тот же день)</text>"));
}

TEST(PlansDrawn, StandSideBySideByYear) {
    const Shown shown;
    const auto plan = [](std::string_view first, Value second) {
        return Value(
            Object{{"paper", "p"},
                   {"steps", List{step("a", "Prepared", first), step("b", "Agreed", std::move(second))}}});
    };
    const auto plans = answer(
        "plan", Object{{"plans", List{plan("[..2002-01-10]", Value()), plan("2003-02-01", "2003-02")}}});
    const Fragment en = drawing_above_lists(shown.in(Language::en), plans);
    EXPECT_TRUE(has(en, "Steps on record, of 2: 1 for 2002, 2 for 2003."));
    EXPECT_TRUE(has(en, "1 Prepared; 2 Agreed."));
    keeps_its_words_apart(en.text());
    const auto one = answer("plan", Object{{"plans", List{plan("2003-02-01", Value())}}});
    EXPECT_TRUE(drawing_above_lists(shown.in(Language::en), one).empty()) << "one plan is beside nothing";
}

TEST(SharesDrawn, KeepOneScaleApartFromAnother) {
    const Shown shown;
    const auto share = [](std::string_view member, std::string_view part, Value when) {
        return Value(
            Object{{"member", member}, {"share", part}, {"when", std::move(when)}, {"on", "2003-05-01"}});
    };
    const auto told =
        answer("contributions",
               Object{{"scale", List{share("AA", "1/2", "2002"), share("BB", "1/2", "2002"),
                                     share("AA", "1/10", Value()), share("CC", "nonsense", Value())}}});
    const Fragment en = drawing_above_lists(shown.in(Language::en), told);
    EXPECT_TRUE(has(en, "On record: 2 scales of shares: 2002; as told on 1 May 2003."));
    EXPECT_EQ(count(en.text(), "class=\"gap\""), 2U);
    EXPECT_FALSE(has(en, "nonsense"));
    keeps_its_words_apart(en.text());
    EXPECT_TRUE(drawing_above_lists(shown.in(Language::en), answer("contributions", Object{})).empty());
    EXPECT_TRUE(drawing_above_lists(shown.in(Language::en), answer("members", Object{})).empty());
}

}  // namespace
}  // namespace pages
