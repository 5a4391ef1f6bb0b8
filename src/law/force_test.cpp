// From when a paper is in force, and until when. Cases a lawyer can check, with as many rows of what does not
// follow.
#include "law/force.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "law/papers.hpp"
#include "law/testing_world.hpp"

namespace {

using acts::PaperKind;
using acts::Relation;
using law::Inquiry;
using law::PaperForce;
using law::testing::id;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

std::string book() {
    return std::string(three_states) + R"(
instruments:
  charter: {names: {en: Charter}, consent: signature, in_force: announced}
  first: {names: {en: First protocol}, consent: ratification, in_force: announced}
  second: {names: {en: Second protocol}, consent: ratification, in_force: announced}
bodies:
  council: {names: {en: Council}, chair: none}
rules:
  - {membership: members, of: organisation, parties_of: charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - {deciding: nobody-objects, bodies: [council], adopted_if: {empty: object}, effect: {binds: members}, article: {en: art. 2}, says: {en: Nobody objects.}}
  - {paper: agreements, kinds: [agreement], starts: consent, binds: consent, article: {en: art. 3}, says: {en: By consent.}}
  - {paper: statements, kinds: [statement], starts: not-read, binds: not-read, read: no, article: {en: art. 4}, says: {en: Not read.}}
)";
}

acts::EnteredIntoForce entered(std::string_view instrument) {
    acts::EnteredIntoForce act;
    act.instrument = id<base::InstrumentId>(instrument);
    return act;
}

acts::Adopted adopted(std::string_view paper, PaperKind kind = PaperKind::decision, const char* period = "") {
    acts::Adopted act;
    act.paper = id<base::PaperId>(paper);
    act.body = id<base::BodyId>("council");
    act.paper_kind = kind;
    if (*period) act.period = base::Date::read(period);
    return act;
}

acts::PaperRelated related(std::string_view paper, Relation relation, std::string_view to) {
    acts::PaperRelated act;
    act.paper = id<base::PaperId>(paper);
    act.relation = relation;
    const bool instrument = relation == Relation::text_of || relation == Relation::starts_with;
    if (instrument) act.to_instrument = id<base::InstrumentId>(to);
    if (!instrument) act.to_paper = id<base::PaperId>(to);
    return act;
}

World lake() {
    World world(book());
    for (const char* member : {"AA", "BB"}) {
        acts::Signed act;
        act.member = state(member);
        act.instrument = id<base::InstrumentId>("charter");
        world.add(std::string("signed-") + member, "2000-01-01", act);
    }
    world.add("charter-in-force", "2000-01-01", entered("charter"));
    return world;
}

// "in force since 2010-01-01", "ended 2014-12-31", "not yet", "not adopted" or "not on record".
std::string force(World& world, const char* on, const char* paper = "paper") {
    const auto view = world.view(on);
    Inquiry inquiry(view);
    const auto found = law::force_of(inquiry, id<base::PaperId>(paper), view.on).value;
    switch (found.is) {
        case PaperForce::Is::in_force:
            return "in force since " + found.since->text();
        case PaperForce::Is::ended:
            return "ended " + found.ended_on->text();
        case PaperForce::Is::not_yet:
            return "not yet";
        case PaperForce::Is::not_adopted:
            return "not adopted";
        case PaperForce::Is::not_on_record:
            return "not on record";
    }
    return {};
}

std::string bound(World& world, const char* member, const char* on) {
    const auto view = world.view(on);
    Inquiry inquiry(view);
    const auto found = law::bound(inquiry, state(member), id<base::PaperId>("paper"), view.on).value;
    constexpr std::string_view names[] = {"not on record", "bound", "not bound"};
    return std::string(names[static_cast<int>(found.is)]);
}

TEST(PaperForce, BeginsWithTheAdoptionWhereNothingElseIsTold) {
    World w = lake();
    w.add("adopted", "2010-01-01", adopted("paper"));
    EXPECT_EQ(force(w, "2009-12-31"), "not adopted");
    EXPECT_EQ(force(w, "2010-01-01"), "in force since 2010-01-01");
    EXPECT_EQ(force(w, "2030-01-01"), "in force since 2010-01-01");
}

TEST(PaperForce, WaitsForEveryInstrumentItIsTiedTo) {
    World w = lake();
    w.add("adopted", "2010-01-01", adopted("paper"));
    w.add("tie-1", "2010-01-01", related("paper", Relation::starts_with, "first"));
    w.add("tie-2", "2010-01-01", related("paper", Relation::starts_with, "second"));
    EXPECT_EQ(force(w, "2011-01-01"), "not on record") << "nothing tells of either";
    w.add("first-in-force", "2012-12-19", entered("first"));
    EXPECT_EQ(force(w, "2011-01-01"), "not yet") << "one had not entered into force";
    EXPECT_EQ(force(w, "2013-01-01"), "not on record") << "of the other nothing tells";
    w.add("second-in-force", "2014-02-01", entered("second"));
    EXPECT_EQ(force(w, "2014-01-31"), "not yet");
    EXPECT_EQ(force(w, "2014-02-01"), "in force since 2014-02-01");
}

TEST(PaperForce, DoesNotBeginBeforeTheAdoption) {
    World w = lake();
    w.add("adopted", "2010-01-01", adopted("paper"));
    w.add("tie", "2010-01-01", related("paper", Relation::starts_with, "charter"));
    EXPECT_EQ(force(w, "2010-01-01"), "in force since 2010-01-01") << "the Charter was in force before";
}

TEST(PaperForce, EndsWhereAnotherPaperRepealsRevisesOrEndsIt) {
    for (const Relation relation : {Relation::repeals, Relation::revises, Relation::ends}) {
        SCOPED_TRACE(acts::name_of(relation));
        World w = lake();
        w.add("adopted", "2010-01-01", adopted("paper"));
        w.add("new", "2020-01-01", adopted("other"));
        w.add("related", "2020-01-01", related("other", relation, "paper"));
        EXPECT_EQ(force(w, "2019-12-31"), "in force since 2010-01-01");
        EXPECT_EQ(force(w, "2020-01-01"), "ended 2020-01-01");
        EXPECT_EQ(force(w, "2021-01-01", "other"), "in force since 2020-01-01");
    }
}

TEST(PaperForce, GoesOnWhereAnotherPaperAmendsOrImplementsItOrWasNotAdopted) {
    for (const Relation relation : {Relation::amends, Relation::implements, Relation::annex_of}) {
        SCOPED_TRACE(acts::name_of(relation));
        World w = lake();
        w.add("adopted", "2010-01-01", adopted("paper"));
        w.add("new", "2020-01-01", adopted("other"));
        w.add("related", "2020-01-01", related("other", relation, "paper"));
        EXPECT_EQ(force(w, "2021-01-01"), "in force since 2010-01-01");
    }
    World w = lake();
    w.add("adopted", "2010-01-01", adopted("paper"));
    w.add("related", "2020-01-01", related("other", Relation::repeals, "paper"));
    EXPECT_EQ(force(w, "2021-01-01"), "in force since 2010-01-01") << "a draft repeals nothing";
}

TEST(PaperForce, OfTwoThatRepealEachOtherIsFound) {
    World w = lake();
    w.add("adopted", "2010-01-01", adopted("paper"));
    w.add("new", "2020-01-01", adopted("other"));
    w.add("one", "2020-01-01", related("other", Relation::repeals, "paper"));
    w.add("two", "2020-01-01", related("paper", Relation::repeals, "other"));
    EXPECT_EQ(force(w, "2021-01-01"), "ended 2020-01-01");
}

TEST(PaperForce, IsOverWhenThePeriodItIsForHasPassed) {
    World w = lake();
    w.add("adopted", "2013-09-23", adopted("paper", PaperKind::budget, "2014"));
    EXPECT_EQ(force(w, "2014-12-31"), "in force since 2013-09-23");
    EXPECT_EQ(force(w, "2015-01-01"), "ended 2014-12-31");
    World years = lake();
    years.add("adopted", "2020-12-02", adopted("paper", PaperKind::strategy, "2021/2025"));
    EXPECT_EQ(force(years, "2025-12-31"), "in force since 2020-12-02");
    EXPECT_EQ(force(years, "2026-01-01"), "ended 2025-12-31");
}

TEST(PaperForce, IsThatOfTheInstrumentWhoseTextItIs) {
    World w = lake();
    w.add("adopted", "2010-12-10", adopted("paper", PaperKind::agreement));
    w.add("text", "2010-12-10", related("paper", Relation::text_of, "first"));
    EXPECT_EQ(force(w, "2011-01-01"), "not on record");
    w.add("first-in-force", "2012-12-19", entered("first"));
    EXPECT_EQ(force(w, "2010-12-09"), "not adopted");
    EXPECT_EQ(force(w, "2011-01-01"), "not yet");
    EXPECT_EQ(force(w, "2012-12-19"), "in force since 2012-12-19");
}

TEST(PaperForce, OfAKindThatNeedsConsentOrOfWhichNothingWasReadIsNotOnRecord) {
    for (const PaperKind kind : {PaperKind::agreement, PaperKind::statement}) {
        SCOPED_TRACE(acts::name_of(kind));
        World w = lake();
        w.add("adopted", "2010-12-10", adopted("paper", kind));
        EXPECT_EQ(force(w, "2020-01-01"), "not on record");
    }
}

TEST(Bound, AsTheKindOfThePaperSays) {
    struct {
        PaperKind kind;
        const char* member;
        const char* bound;
    } const rows[] = {
        {PaperKind::decision, "AA", "bound"},          {PaperKind::decision, "CC", "not bound"},
        {PaperKind::statement, "AA", "not on record"}, {PaperKind::statement, "CC", "not bound"},
        {PaperKind::agreement, "AA", "not on record"}, {PaperKind::agreement, "CC", "not bound"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::string(acts::name_of(row.kind)) + " " + row.member);
        World w = lake();
        w.add("adopted", "2010-12-10", adopted("paper", row.kind));
        EXPECT_EQ(bound(w, row.member, "2011-01-01"), row.bound);
    }
}

TEST(Bound, ByThePaperAsByTheInstrumentWhoseTextItIs) {
    World w = lake();
    w.add("adopted", "2010-12-10", adopted("paper", PaperKind::agreement));
    w.add("text", "2010-12-10", related("paper", Relation::text_of, "first"));
    acts::Deposited deposit;
    deposit.member = state("AA");
    deposit.instrument = id<base::InstrumentId>("first");
    w.add("deposit", "2011-01-01", deposit);
    w.add("first-in-force", "2012-12-19", entered("first"));
    EXPECT_EQ(bound(w, "AA", "2012-12-18"), "not bound");
    EXPECT_EQ(bound(w, "AA", "2012-12-19"), "bound");
    EXPECT_EQ(bound(w, "BB", "2010-12-09"), "not bound") << "nothing was adopted";
}

}  // namespace
