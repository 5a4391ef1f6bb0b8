#include "pages/session_page.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"
#include "pages/session_parts.hpp"

namespace pages {
namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::string_view rules = R"(
rulebook: test
names: {en: Test Organisation, ru: Испытательная организация}
abbreviation: {en: TO, ru: ИО}
languages: [en, ru]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1900-01-01, by: first-text, name: {en: First text, ru: Первый текст}}]
members:
  AA: {names: {en: Aland, ru: Яландия, ru.gen: Яландии}}
  BB: {names: {en: Beland, ru: Беландия, ru.gen: Беландии}}
  CC: {names: {en: Celand, ru: Селандия, ru.gen: Селандии}}
orders:
  en: [AA, BB, CC]
)";

bool has(const Fragment& page, std::string_view part) { return page.text().contains(part); }
std::size_t place(const Fragment& page, std::string_view part) { return page.text().find(part); }
std::size_t count(const Fragment& page, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = page.text().find(part); at != std::string::npos;
         at = page.text().find(part, at + part.size()))
        ++n;
    return n;
}

/// A small organisation, its names and links in one language, and answers made by hand.
class SessionPages : public ::testing::Test {
protected:
    explicit SessionPages(Language language = Language::en) : names_(view_, language), links_(language, {}) {}

    static questions::Answer answer(std::string question, Value value,
                                    law::Standing standing = law::Standing::settled) {
        const base::Day day = *base::Day::read("2023-12-01");
        questions::Answer made{.question = std::move(question),
                               .parameters = {},
                               .on = day,
                               .known = day,
                               .conclusion = {},
                               .besides = {},
                               .taken = {}};
        made.parameters["session"] = "assembly-1";
        made.conclusion.standing = standing;
        made.conclusion.answer = std::move(value);
        return made;
    }
    static Value attended(std::string_view member, std::string_view was) {
        return Object{
            {"member", member}, {"was", was}, {"rests_on", "reported"}, {"sources", List{"paper<1>"}}};
    }
    static questions::Answer session(List attendance) {
        return answer("session", Object{{"session", "assembly-1"},
                                        {"title", Object{{"en", "Assembly <1>"}, {"ru", "Собрание <1>"}}},
                                        {"on", "2023-11-23"},
                                        {"bodies", List{"assembly"}},
                                        {"kind", "regular"},
                                        {"mode", "video"},
                                        {"place", Value()},
                                        {"attendance", std::move(attendance)}});
    }
    static questions::Answer no_figure() {
        return answer("quorum", Object{{"session", "assembly-1"}, {"figure_read", false}},
                      law::Standing::not_on_record);
    }
    static Value bound(bool is, bool may_join, Value since, std::string_view as) {
        return Object{{"bound", is}, {"may_join", may_join}, {"since", std::move(since)}, {"stands_as", as}};
    }
    static Value side(std::string_view taken, Value told) {
        return Object{{"taking", Object{{"silence", taken}}},
                      {"standing", "settled"},
                      {"rests_on", "reported"},
                      {"answer", std::move(told)}};
    }
    static Value effect(std::string_view if_it, Value needed, Value suffices) {
        return Object{
            {"if", if_it},
            {"standing", "depends"},
            {"disputes", List{"silence"}},
            {"by_side", List{side("needed", std::move(needed)), side("suffices", std::move(suffices))}}};
    }
    static Value paper(std::string_view id) {
        return Object{{"paper", id},
                      {"session", "assembly-1"},
                      {"title", Object{{"en", "Paper <" + std::string(id) + ">"}}},
                      {"position", Value()},
                      {"handed_over", Value()},
                      {"effects", List{effect("joins", bound(true, false, "2023-12-01", "decided"),
                                              bound(true, false, "2023-11-23", "decided")),
                                       effect("none", bound(false, true, {}, "of-some"),
                                              bound(true, false, "2023-11-23", "decided")),
                                       effect("objects", bound(false, true, {}, "of-some"),
                                              bound(true, false, "2023-11-23", "decided"))}}};
    }
    static questions::Answer awaiting(std::string_view member, List papers) {
        return answer("awaiting",
                      Object{{"member", member}, {"count", papers.size()}, {"papers", std::move(papers)}},
                      law::Standing::depends);
    }

    Fragment page(const questions::Answer& told, std::vector<questions::Answer> awaits = {}) {
        return session_page({told, quorum_, std::move(awaits), setting_, "proof & all"});
    }

    law::testing::World world_{rules};
    record::View view_ = world_.view("2023-12-01");
    words::Names names_;
    Links links_;
    SourceAddresses addresses_;
    Setting setting_{names_, links_, addresses_};
    questions::Answer quorum_ = no_figure();
};

class SessionPagesInRussian : public SessionPages {
protected:
    SessionPagesInRussian() : SessionPages(Language::ru) {}
};

TEST_F(SessionPages, ShowsTheAbsentFirstAndEveryStateAsALink) {
    const Fragment shown =
        page(session({attended("BB", "present"), attended("AA", "present"), attended("CC", "absent")}));
    EXPECT_TRUE(has(shown, "<h1>Assembly &lt;1&gt;</h1>"));
    EXPECT_TRUE(has(shown, "Two of three members came; Celand did not."));
    EXPECT_TRUE(has(shown, "Who came: 2 of 3"));
    EXPECT_LT(place(shown, "/en/states/CC"), place(shown, "/en/states/AA"));
    EXPECT_LT(place(shown, "/en/states/AA"), place(shown, "/en/states/BB"));
    EXPECT_TRUE(has(shown, "regular session, by video conference"));
    EXPECT_TRUE(has(shown, "proof &amp; all"));
    EXPECT_FALSE(has(shown, "<1>"));
}

TEST_F(SessionPagesInRussian, SortsStatesByTheirRussianNames) {
    const Fragment shown =
        page(session({attended("AA", "present"), attended("BB", "present"), attended("CC", "absent")}));
    EXPECT_TRUE(has(shown, "Присутствовали два из трёх членов, без Селандии."));
    EXPECT_LT(place(shown, "/ru/states/BB"), place(shown, "/ru/states/AA"));
}

TEST_F(SessionPages, SaysWhoCameAsFarAsItIsKnown) {
    const struct {
        const char* what;
        List attendance;
        const char* says;
    } rows[] = {
        {"all", {attended("AA", "present"), attended("BB", "present")}, "All two members came."},
        {"nothing known",
         {attended("AA", "not_on_record"), attended("BB", "not_on_record")},
         "Who came is not on record; on that day there were two members."},
        {"an absence and nothing else",
         {attended("AA", "absent"), attended("BB", "not_on_record")},
         "None of two members came; Aland did not; of Beland nothing is on record."},
        {"one of them unknown",
         {attended("AA", "present"), attended("BB", "not_on_record")},
         "One of two members came; of Beland nothing is on record."},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(who_came_said(names_, session(row.attendance).conclusion.answer), row.says);
    }
}

TEST_F(SessionPages, DrawsNoConclusionOnAQuorumWithoutAFigure) {
    const Fragment shown = page(session({attended("AA", "present")}));
    EXPECT_TRUE(has(shown, "#m-nor"));
    EXPECT_TRUE(has(shown, "figure read"));
    EXPECT_TRUE(has(shown, "So no conclusion is drawn."));
    EXPECT_FALSE(has(shown, "There was no quorum"));
}

TEST_F(SessionPages, ShowsTheEffectOfEachAnswerUnderEachSideAndMergesWhatIsEqual) {
    const Fragment shown = page(session({attended("AA", "present"), attended("CC", "absent")}),
                                {awaiting("CC", {paper("p1"), paper("p2")})});
    EXPECT_TRUE(has(shown, "Whether the papers bind Celand depends on interpretation: "));
    EXPECT_TRUE(has(shown, "<b>2 papers</b>: <a href=\"/en/papers/p1\">Paper &lt;p1&gt;</a>; "));
    EXPECT_EQ(count(shown, "columnheader\">joins</th>"), 1U);  // both papers share their table
    EXPECT_TRUE(has(shown, "<b>bound from that day</b>"));
    EXPECT_TRUE(has(shown, "<b>bound</b> since 23 Nov 2023"));
    EXPECT_TRUE(has(shown, "<b>not bound</b>, may join; of-some"));
    // No answer and an objection do the same on each side: one cell, named after both on a phone.
    EXPECT_TRUE(has(shown, "colspan=\"2\" data-l=\"If Celand gives no answer; If Celand objects\""));
    EXPECT_TRUE(has(shown, "awaiting</span> a position"));
    EXPECT_TRUE(has(shown, "data-l=\"If Celand joins\""));
}

TEST_F(SessionPages, PassesOverPapersOfOtherSessions) {
    Value other = paper("elsewhere");
    other.object()->insert_or_assign("session", "assembly-0");
    const Fragment shown =
        page(session({attended("AA", "present"), attended("CC", "absent")}), {awaiting("CC", {other})});
    EXPECT_FALSE(has(shown, "elsewhere"));
    EXPECT_TRUE(has(shown, "No paper of this session, adopted in the absence of Celand, is on record."));
}

TEST_F(SessionPages, SaysOfAnAnnouncedSessionThatItIsNotOnRecordAsHeld) {
    const auto announced = answer(
        "session",
        Object{{"session", "assembly-2"}, {"announced_for", "2023-11-30"}, {"title", Object{{"en", "Next"}}}},
        law::Standing::not_on_record);
    EXPECT_TRUE(
        has(page(announced), "Announced for 30 November 2023; whether it was held is not on record."));
    const auto to_come = answer(
        "session",
        Object{{"session", "assembly-2"}, {"announced_for", "2024"}, {"title", Object{{"en", "Next"}}}},
        law::Standing::not_on_record);
    EXPECT_TRUE(has(page(to_come), "Announced for 2024, which is still to come."));
}

TEST_F(SessionPages, ShowsAMemberByOneAccountApart) {
    questions::Answer told = session({});
    const Value one = session({attended("AA", "present"), attended("BB", "present")}).conclusion.answer;
    const Value other = session({attended("AA", "present")}).conclusion.answer;
    told.conclusion.standing = law::Standing::depends;
    told.conclusion.answer = {};
    told.conclusion.by_side = {
        {.taking = {{}}, .held_by = {}, .answer = one, .reasons = {}, .settled_by = {}},
        {.taking = {{}}, .held_by = {}, .answer = other, .reasons = {}, .settled_by = {}}};
    const Fragment shown = page(told);
    EXPECT_TRUE(has(shown, "Who was a member on that day depends on which account is followed."));
    EXPECT_LT(place(shown, "/en/states/AA"), place(shown, "member on that day by one account alone"));
    EXPECT_LT(place(shown, "member on that day by one account alone"), place(shown, "/en/states/BB"));
}

TEST_F(SessionPages, ListsSessionsLatestFirstWithWhoCame) {
    questions::Answer first = session({attended("AA", "present"), attended("CC", "absent")});
    questions::Answer second = session({attended("AA", "not_on_record"), attended("CC", "not_on_record")});
    second.conclusion.answer.object()->insert_or_assign("on", "2024-05");
    second.conclusion.answer.object()->insert_or_assign("session", "assembly-2");
    const Fragment shown = sessions_page({{first, second}, setting_});
    EXPECT_TRUE(has(
        shown,
        "2 sessions on record as held, from 23 November 2023 to May 2024; 1 with a full list of who came."));
    EXPECT_LT(place(shown, "/en/sessions/assembly-2"), place(shown, "/en/sessions/assembly-1"));
    EXPECT_TRUE(has(shown, "1</span> of 2</span>; absent: <a href=\"/en/states/CC\">Celand</a>"));
    EXPECT_TRUE(has(shown, "<svg"));
    EXPECT_TRUE(has(sessions_page({{}, setting_}), "No session is on record by that day."));
}

}  // namespace
}  // namespace pages
