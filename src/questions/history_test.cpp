// Spells: runs of days with one answer, cut exactly on the days on which the law's answer changes.
#include "questions/history.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace questions {
namespace {

using law::Standing;
using law::testing::day;
using law::testing::id;
using law::testing::state;
using law::testing::World;

constexpr std::string_view club = R"(
rulebook: test
names: {en: Test Organisation}
abbreviation: {en: TO}
languages: [en]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1990-01-01, by: first-text, name: {en: First text}}]
members:
  AA: {names: {en: Aland}}
  BB: {names: {en: Beland}}
  CC: {names: {en: Celand}}
orders:
  en: [AA, BB, CC]
instruments:
  pact:
    names: {en: the Pact}
    article: {en: "Pact, article 1"}
    says: {en: "Signing binds."}
    consent: signature
    without_deposit: not-bound
    in_force: announced
bodies:
  council:
    names: {en: Council}
    article: {en: "Pact, article 2"}
    says: {en: "The council is chaired in turn."}
    chair: rotation
rules:
  - membership: by-pact
    of: organisation
    parties_of: pact
    article: {en: "Pact, article 1"}
    says: {en: "The members are the parties."}
  - rotation: in-turn
    body: council
    order: en
    hand_over: session-day
    declared_freeze: open
    article: {en: "Pact, article 3"}
    says: {en: "The chair goes round by the alphabet."}
)";

template <class K> K of_state(std::string_view member) {
    K act;
    act.member = state(member);
    return act;
}

acts::Signed signed_by(std::string_view member) {
    acts::Signed act;
    act.member = state(member);
    act.instrument = id<base::InstrumentId>("pact");
    return act;
}

acts::ChairmanshipPasses passes(std::string_view to, std::string_view from,
                                std::optional<acts::HandOver> by = std::nullopt) {
    acts::ChairmanshipPasses act;
    act.body = id<base::BodyId>("council");
    act.member = state(to);
    if (!from.empty()) act.from = state(from);
    act.hand_over = by;
    return act;
}

World founded() {
    World world(club);
    acts::EnteredIntoForce in_force;
    in_force.instrument = id<base::InstrumentId>("pact");
    world.add("aa-signs", "1989-05-01", signed_by("AA"));
    world.add("bb-signs", "1989-05-01", signed_by("BB"));
    world.add("pact-in-force", "1990-03-01", in_force);
    return world;
}

std::string said(const Spell& spell) {
    return spell.first.text() + ".." + (spell.last ? spell.last->text() : "") + " " +
           (spell.conclusion.by_side.empty() ? std::string(spell.conclusion.answer["status"].text())
                                             : std::string("depends"));
}

std::vector<std::string> said(const std::vector<Spell>& spells) {
    std::vector<std::string> all;
    for (const Spell& spell : spells) all.push_back(said(spell));
    return all;
}

TEST(MembershipHistory, IsCutOnTheDaysOfItsActs) {
    World world = founded();
    world.add("aa-out", "2001-07-10", of_state<acts::MembershipSuspended>("AA"));
    world.add("aa-back", "2004-01-01", of_state<acts::MembershipRestored>("AA"));
    const auto view = world.view("2020-01-01");
    const auto history = membership_history(view, state("AA"));
    ASSERT_TRUE(history);
    EXPECT_EQ(
        said(history->spells),
        (std::vector<std::string>{"1989-05-01..1990-02-28 signatory", "1990-03-01..2001-07-09 member",
                                  "2001-07-10..2003-12-31 membership-suspended", "2004-01-01.. member"}));
    EXPECT_TRUE(history->formal_step);
    ASSERT_EQ(history->signatures.size(), 1U);
    EXPECT_EQ(history->signatures.front().days, std::vector<std::string>{"1989-05-01"});
}

TEST(MembershipHistory, HoldsOnlyStatesThatWereEverConcerned) {
    World world = founded();
    const auto all = membership_history(world.view("2020-01-01"));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].member, state("AA"));
    EXPECT_EQ(all[1].member, state("BB"));
    EXPECT_FALSE(all[0].formal_step);
    EXPECT_FALSE(membership_history(world.view("2020-01-01"), state("ZZ")));
}

TEST(MembershipHistory, StopsOnTheDayAskedAbout) {
    World world = founded();
    world.add("aa-out", "2001-07-10", of_state<acts::MembershipSuspended>("AA"));
    const auto history = membership_history(world.view("2001-07-09"), state("AA"));
    ASSERT_TRUE(history);
    EXPECT_EQ(said(history->spells.back()), "1990-03-01.. member");
}

TEST(MembershipHistory, DependsBetweenTheDaysThatAccountsTell) {
    World world = founded();
    world.add("aa-out", "2001-07-10", of_state<acts::MembershipSuspended>("AA"));
    world.add("aa-out-later", "2001-09-10", of_state<acts::MembershipSuspended>("AA"),
              {.event = "aa-out", .source = "another"});
    const auto history = membership_history(world.view("2010-01-01"), state("AA"));
    ASSERT_TRUE(history);
    ASSERT_GE(history->spells.size(), 3U);
    const Spell& depends = history->spells[2];
    EXPECT_EQ(said(depends), "2001-07-10..2001-09-09 depends");
    EXPECT_EQ(depends.conclusion.standing, Standing::depends);
}

TEST(MembershipHistory, ListsDeclarationsByDay) {
    World world = founded();
    auto frozen = of_state<acts::ParticipationDeclaredFrozen>("BB");
    frozen.says = base::Text({{"en", "It takes no part."}});
    world.add("bb-frozen", "2010-02-01", frozen, {.as = base::Support::reported});
    const auto history = membership_history(world.view("2020-01-01"), state("BB"));
    ASSERT_TRUE(history);
    ASSERT_EQ(history->declared.size(), 1U);
    EXPECT_EQ(history->declared.front()["rests_on"].text(), "reported");
    EXPECT_EQ(said(history->spells.back()), "1990-03-01.. member") << "a declaration changes no membership";
    EXPECT_TRUE(membership_history(world.view("2010-01-31"), state("BB"))->declared.empty());
}

TEST(ChairHistory, FollowsTheHandOversAndShowsGaps) {
    World world = founded();
    world.add("to-bb", "2001-05-10", passes("BB", "AA"));
    world.add("to-aa", "2003-06-01",
              passes("AA", "CC"));  // from a state of which nothing is told: a gap before it
    const auto spells = chair_history(world.view("2004-01-01"), id<base::BodyId>("council"));
    std::vector<std::string> all;
    for (const Spell& spell : spells) {
        all.push_back(spell.first.text() + " " +
                      (spell.conclusion.standing == Standing::not_on_record
                           ? std::string("not on record")
                           : std::string(spell.conclusion.answer["member"].text())));
    }
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front(), "2001-05-10 AA") << "the outgoing state chairs through the whole session day";
    EXPECT_EQ(all.back(), "2003-06-02 AA");
    EXPECT_NE(
        std::ranges::find_if(all, [](const std::string& one) { return one.ends_with("not on record"); }),
        all.end());
    EXPECT_TRUE(chair_history(world.view("2004-01-01"), id<base::BodyId>("no-such-body")).empty());
}

TEST(NextSession, IsTheNearestAheadElseTheLatestWithoutAnOutcome) {
    World world = founded();
    const auto announce = [&](std::string_view name, std::string_view on, std::string_view session,
                              std::string_view when) {
        acts::Announced act;
        act.session = id<base::SessionId>(session);
        act.title = base::Text({{"en", std::string(session)}});
        act.when = base::Date::read(when);
        world.add(name, on, act);
    };
    announce("one", "2010-01-01", "spring", "2010-05-01");
    announce("two", "2010-02-01", "autumn", "2010-10-01");
    struct Row {
        const char* on;
        const char* session;
    };
    for (const Row& row :
         {Row{"2010-03-01", "spring"}, Row{"2010-06-01", "autumn"}, Row{"2011-01-01", "autumn"}}) {
        SCOPED_TRACE(row.on);
        const auto next = next_session(world.view(row.on));
        ASSERT_TRUE(next);
        EXPECT_EQ(next->session.text(), row.session);
    }
    EXPECT_FALSE(next_session(world.view("2009-01-01")));
}

TEST(LastAct, IsTheLatestByTheDayAskedAbout) {
    World world = founded();
    EXPECT_EQ(last_act_on(world.view("2020-01-01"))->text(), "1990-03-01");
    EXPECT_EQ(last_act_on(world.view("1990-02-01"))->text(), "1989-05-01");
    EXPECT_FALSE(last_act_on(world.view("1980-01-01")));
    world.add("some-time", "[1989-06-01..2019-01-01]", signed_by("CC"));
    EXPECT_EQ(last_act_on(world.view("2020-01-01"))->text(), "1990-03-01") << "it may have been before";
}

}  // namespace
}  // namespace questions
