// Who is a member on a day: a treaty first, a charter after it, then the acts of membership. Cases a
// lawyer can check.
#include "law/membership.hpp"

#include <string>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::Conclusion;
using law::Inquiry;
using law::Leaf;
using law::Standing;
using law::testing::id;
using law::testing::state;
using law::testing::World;

// The Lake Union: by its Treaty until 2000, by its Charter since. A notice of withdrawal takes effect
// after six months.
constexpr std::string_view lake_union = R"(
rulebook: lake-union
names: {en: Lake Union}
abbreviation: {en: LU}
languages: [en]
authentic: en
compiled_on: 2026-01-01
versions:
  - {id: by-treaty, from: 1990-01-01, by: treaty-in-force, name: {en: Treaty}}
  - {id: by-charter, from: 2000-01-01, by: charter-in-force, name: {en: Charter}}
members:
  AA: {names: {en: Aland}}
  BB: {names: {en: Beland}}
  CC: {names: {en: Celand}}
  DD: {names: {en: Deland}}
instruments:
  treaty: {names: {en: Treaty}, consent: signature, in_force: announced}
  charter: {names: {en: Charter}, consent: ratification, in_force: announced, withdrawal_notice: P6M}
rules:
  - {membership: of-the-treaty, of: treaty, parties_of: treaty, since: by-treaty, until: by-charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - {membership: of-the-union, of: organisation, parties_of: charter, since: by-charter, article: {en: art. 2}, says: {en: Parties are members.}}
)";

template <class K> K of(std::string_view member) {
    K act;
    act.member = state(member);
    return act;
}
template <class K> K of(std::string_view member, std::string_view instrument) {
    K act;
    act.member = state(member);
    act.instrument = id<base::InstrumentId>(instrument);
    return act;
}
acts::EnteredIntoForce in_force(std::string_view instrument) {
    acts::EnteredIntoForce act;
    act.instrument = id<base::InstrumentId>(instrument);
    return act;
}
acts::WithdrawalNotified notice(std::string_view member, std::string_view takes_effect) {
    auto act = of<acts::WithdrawalNotified>(member, "charter");
    if (!takes_effect.empty()) act.takes_effect = *base::Date::read(takes_effect);
    return act;
}

// AA, BB and CC were parties to the Treaty; AA and BB went on into the Charter; DD never signed.
World lake() {
    World w(lake_union);
    for (const std::string member : {"AA", "BB", "CC"})
        w.add("treaty-" + member, "1990-06-01", of<acts::Signed>(member, "treaty"));
    w.add("treaty-in-force", "1991-01-01", in_force("treaty"));
    for (const std::string member : {"AA", "BB"}) {
        w.add("charter-" + member, "1999-03-01", of<acts::Signed>(member, "charter"));
        w.add("ratified-" + member, "1999-09-01", of<acts::Deposited>(member, "charter"));
    }
    w.add("not-signed-CC", "1999-03-01", of<acts::NotSigned>("CC", "charter"));
    w.add("charter-in-force", "2000-01-01", in_force("charter"));
    return w;
}

Conclusion status(const record::View& view, const char* member) {
    return law::conclude(view, [&](Inquiry& inquiry) {
        auto found = law::membership(inquiry, state(member), view.on);
        Leaf leaf;
        leaf.answer = law::name_of(found.value.is);
        leaf.reasons = {std::move(found.reason)};
        return leaf;
    });
}

// "member", or "member | suspended" where it is imprecise or depends.
std::string said(const Conclusion& conclusion) {
    std::string all;
    const auto add = [&](const base::Value& value) {
        all += (all.empty() ? "" : " | ") + std::string(value.text());
    };
    if (conclusion.standing == Standing::imprecise) {
        for (const base::Value& candidate : *conclusion.answer["candidates"].list()) add(candidate);
    } else if (conclusion.standing == Standing::depends) {
        for (const auto& side : conclusion.by_side) add(side.answer);
    } else {
        add(conclusion.answer);
    }
    return all;
}

struct Row {
    const char* member;
    const char* on;
    const char* status;
};
template <std::size_t count> void expect(World& w, const Row (&rows)[count]) {
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.member) + " on " + row.on);
        EXPECT_EQ(said(status(w.view(row.on), row.member)), row.status);
    }
}

std::string members(World& w, const char* on, bool entitled = false) {
    const auto view = w.view(on);
    Inquiry inquiry(view);
    const auto found = law::members(inquiry, view.on).value;
    std::string all;
    for (const base::MemberId member : entitled ? found.entitled : found.ids)
        all += (all.empty() ? "" : " ") + std::string(member.text());
    return all;
}

TEST(Membership, FollowsThePartiesOfTheInstrumentOfItsDay) {
    World w = lake();
    expect(w, {
                  {"AA", "1989-12-31", "not-a-member"},
                  {"AA", "1990-05-31", "not-a-member"},
                  {"AA", "1990-06-01", "signatory"},
                  {"AA", "1990-12-31", "signatory"},
                  {"AA", "1991-01-01", "member"},
                  {"AA", "1999-12-31", "member"},
                  {"AA", "2000-01-01", "member"},
                  {"CC", "1999-12-31", "member"},
                  {"CC", "2000-01-01", "not-a-member"},  // a party to the Treaty, not to the Charter
                  {"DD", "2020-01-01", "not-a-member"},
              });
    EXPECT_EQ(members(w, "1990-12-31"), "");
    EXPECT_EQ(members(w, "1999-12-31"), "AA BB CC");
    EXPECT_EQ(members(w, "2000-01-01"), "AA BB");
}

TEST(Membership, SigningTheCharterIsNotMembership) {
    World w = lake();
    w.add("charter-DD", "2001-01-01", of<acts::Signed>("DD", "charter"));
    expect(w, {{"DD", "2000-12-31", "not-a-member"},
               {"DD", "2001-01-01", "signatory"},
               {"DD", "2026-01-01", "signatory"}});
    w.add("ratified-DD", "2002-01-01", of<acts::Deposited>("DD", "charter"));
    expect(w, {{"DD", "2001-12-31", "signatory"}, {"DD", "2002-01-01", "member"}});
}

TEST(Membership, NotSigningEndsNothingByItself) {
    World w = lake();
    w.add("not-signed-AA", "2005-01-01", of<acts::NotSigned>("AA", "treaty"));
    expect(w, {{"AA", "2006-01-01", "member"}, {"CC", "1999-06-01", "member"}});
}

TEST(Membership, EndsWhenAWithdrawalTakesEffectAndNotBefore) {
    World w = lake();
    w.add("notice-AA", "2010-01-31", notice("AA", ""));            // six months by the Charter
    w.add("notice-BB", "2010-01-31", notice("BB", "2011-01-01"));  // the day it states
    expect(w, {
                  {"AA", "2010-01-31", "member"},
                  {"AA", "2010-07-30", "member"},
                  {"AA", "2010-07-31", "no-longer-a-member"},
                  {"BB", "2010-07-31", "member"},
                  {"BB", "2010-12-31", "member"},
                  {"BB", "2011-01-01", "no-longer-a-member"},
              });
}

TEST(Membership, AnAdmittedMemberMayWithdrawToo) {
    World w = lake();
    w.add("admitted-CC", "2003-01-01", of<acts::Admitted>("CC"));
    w.add("ratified-CC", "2003-02-01", of<acts::Deposited>("CC", "charter"));
    w.add("notice-CC", "2004-01-01", notice("CC", ""));
    expect(w, {
                  {"CC", "2002-12-31", "not-a-member"},
                  {"CC", "2003-01-01", "member"},
                  {"CC", "2004-06-30", "member"},
                  {"CC", "2004-07-01", "no-longer-a-member"},
              });
    w.add("restored-CC", "2006-01-01", of<acts::MembershipRestored>("CC"));
    expect(w, {
                  {"CC", "2005-12-31", "no-longer-a-member"},
                  {"CC", "2006-01-01", "member"},  // the old notice does not end the new membership
              });
}

TEST(Membership, ChangesWithTheActsOfMembership) {
    World w = lake();
    w.add("asked", "2004-12-01", of<acts::SuspensionRequested>("AA"));
    w.add("suspended", "2005-01-01", of<acts::MembershipSuspended>("AA"));
    w.add("restored", "2006-01-01", of<acts::MembershipRestored>("AA"));
    w.add("left", "2008-01-01", of<acts::Left>("AA"));
    w.add("again", "2009-01-01", of<acts::Admitted>("AA"));
    w.add("excluded", "2010-01-01", of<acts::Excluded>("AA"));
    w.add("frozen", "2007-01-01", of<acts::ParticipationDeclaredFrozen>("BB"));
    expect(w, {
                  {"AA", "2004-12-31", "member"},  // asked for is not decided
                  {"AA", "2005-01-01", "membership-suspended"},
                  {"AA", "2005-12-31", "membership-suspended"},
                  {"AA", "2006-01-01", "member"},
                  {"AA", "2007-12-31", "member"},
                  {"AA", "2008-01-01", "no-longer-a-member"},
                  {"AA", "2009-01-01", "member"},
                  {"AA", "2010-01-01", "no-longer-a-member"},
                  {"BB", "2007-01-01", "member"},  // a political word about itself
              });
    EXPECT_EQ(members(w, "2005-06-01"), "BB");
    EXPECT_EQ(members(w, "2006-01-01"), "AA BB");
}

TEST(Membership, OnOneDayTheActKnownLaterDecides) {
    World w = lake();
    w.add("suspended", "2005-01-01", of<acts::MembershipSuspended>("AA"));
    w.add("restored", "2005-01-01", of<acts::MembershipRestored>("AA"));
    w.add("restored-first", "2005-01-01", of<acts::MembershipRestored>("BB"));
    w.add("suspended-after", "2005-01-01", of<acts::MembershipSuspended>("BB"));
    expect(w, {{"AA", "2005-01-01", "member"}, {"BB", "2005-01-01", "membership-suspended"}});
}

TEST(Membership, AnActEnteredLateCountsFromItsDay) {
    World w = lake();
    w.add("restored", "2006-01-01", of<acts::MembershipRestored>("AA"));
    w.add("suspended", "2005-01-01", of<acts::MembershipSuspended>("AA"), {.known_on = "2020-01-01"});
    expect(w, {{"AA", "2005-06-01", "membership-suspended"}, {"AA", "2006-01-01", "member"}});
    // As it was known before the act was entered.
    const auto all = w.view("2005-06-01").known;
    EXPECT_EQ(said(status(w.known(all - 1, "2005-06-01"), "AA")), "member");
}

TEST(Membership, WhatWasAnnulledDoesNotCountOnceThatIsKnown) {
    World w = lake();
    w.add("left", "2005-01-01", of<acts::Left>("AA"));
    const auto before = w.view("2006-01-01").known;
    acts::Annulled annulled;
    annulled.act = id<base::ActId>("left");
    w.add("annulled", "2007-01-01", annulled);
    expect(w, {{"AA", "2005-01-01", "member"}, {"AA", "2008-01-01", "member"}});
    EXPECT_EQ(said(status(w.known(before, "2006-01-01"), "AA")), "no-longer-a-member");
}

TEST(Membership, AnImpreciseDayGivesCandidatesOnlyWhileItLeavesDoubt) {
    World w = lake();
    w.add("left", "2005-04", of<acts::Left>("AA"));
    expect(w, {
                  {"AA", "2005-03-31", "member"},
                  {"AA", "2005-04-01", "no-longer-a-member | member"},
                  {"AA", "2005-04-29", "no-longer-a-member | member"},
                  {"AA", "2005-04-30", "no-longer-a-member"},
                  {"BB", "2005-04-15", "member"},
              });
}

TEST(Membership, DependsOnTheAccountOnlyBetweenTheDaysTheyGive) {
    World w = lake();
    w.add("left", "2005-04-01", of<acts::Left>("AA"), {.source = "gazette"});
    w.add("left-otherwise", "2005-09-01", of<acts::Left>("AA"), {.event = "left", .source = "agency"});
    expect(w, {
                  {"AA", "2005-03-31", "member"},
                  {"AA", "2005-04-01", "no-longer-a-member | member"},
                  {"AA", "2005-08-31", "no-longer-a-member | member"},
                  {"AA", "2005-09-01", "no-longer-a-member"},
              });
    EXPECT_EQ(status(w.view("2005-05-01"), "AA").disputes, std::vector{id<base::DisputeId>("left.on")});
    EXPECT_TRUE(status(w.view("2005-03-31"), "AA").disputes.empty());
}

TEST(Membership, IsNoMemberYetByTheAccountThatTellsItsReturnLater) {
    World w = lake();
    w.add("left", "2005-01-01", of<acts::Left>("AA"));
    w.add("back", "2006-01-01", of<acts::MembershipRestored>("AA"), {.source = "gazette"});
    w.add("back-otherwise", "2006-06-01", of<acts::MembershipRestored>("AA"),
          {.event = "back", .source = "agency"});
    expect(w, {
                  {"AA", "2005-12-31", "no-longer-a-member"},
                  {"AA", "2006-01-01", "member | no-longer-a-member"},
                  {"AA", "2006-06-01", "member"},
              });
}

TEST(Members, SuspendedParticipationLeavesAMemberWithoutAVote) {
    World w = lake();
    // Entered in another order than they happened.
    w.add("second", "2009-01-01", of<acts::ParticipationSuspended>("AA"));
    w.add("first", "2005-01-01", of<acts::ParticipationSuspended>("AA"), {.known_on = "2009-01-01"});
    w.add("between", "2006-01-01", of<acts::ParticipationRestored>("AA"), {.known_on = "2009-01-01"});
    w.add("never-suspended", "2005-06-01", of<acts::ParticipationRestored>("BB"), {.known_on = "2009-01-01"});
    struct {
        const char* on;
        const char* entitled;
    } const rows[] = {
        {"2004-12-31", "AA BB"}, {"2005-01-01", "BB"}, {"2005-12-31", "BB"}, {"2006-01-01", "AA BB"},
        {"2008-12-31", "AA BB"}, {"2009-01-01", "BB"}, {"2020-01-01", "BB"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(members(w, row.on), "AA BB");
        EXPECT_EQ(members(w, row.on, true), row.entitled);
    }
    expect(w, {{"AA", "2005-01-01", "member"}});
    // Who is no member has no participation to suspend.
    w.add("left", "2010-01-01", of<acts::Left>("AA"));
    const auto view = w.view("2010-01-01");
    Inquiry inquiry(view);
    EXPECT_FALSE(law::membership(inquiry, state("AA"), view.on).value.participation_suspended);
}

TEST(Membership, SaysOnWhichActOrRuleItRests) {
    World w = lake();
    w.add("left", "2005-01-01", of<acts::Left>("AA"), {.as = base::Support::reported});
    const auto reason = [&](const char* member, const char* on) {
        const auto view = w.view(on);
        Inquiry inquiry(view);
        return law::membership(inquiry, state(member), view.on).reason;
    };
    EXPECT_EQ(reason("AA", "2004-01-01").code, "member-as-party");
    EXPECT_EQ(reason("AA", "2004-01-01").facts.at("rule").text(), "of-the-union");
    EXPECT_EQ(reason("AA", "1995-01-01").facts.at("rule").text(), "of-the-treaty");
    EXPECT_EQ(reason("AA", "2005-01-01").code, "left");
    EXPECT_EQ(reason("AA", "2005-01-01").support, base::Support::reported);
    EXPECT_EQ(reason("DD", "2005-01-01").code, "not-a-party");
    EXPECT_EQ(reason("DD", "1989-01-01").code, "no-rule-of-membership");
}

// A record of a few states that come, stay away and go, on days that are exact or not, told once or twice.
World some_history(unsigned seed) {
    World w(lake_union);
    const auto below = [&seed](unsigned n) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 16U) % n;
    };
    const auto date = [&] {
        const std::string year = std::to_string(1994 + below(10));
        constexpr const char* days[] = {"-03-10", "-03", "", "-07-01", "-12-31"};
        return year + days[below(5)];
    };
    constexpr const char* states[] = {"AA", "BB", "CC", "DD"};
    w.add("treaty-in-force", date(), in_force("treaty"), {.known_on = "2020-01-01"});
    w.add("charter-in-force", date(), in_force("charter"), {.known_on = "2020-01-01"});
    for (int i = 0; i < 14; ++i) {
        const std::string name = "act-" + std::to_string(i);
        const char* member = states[below(4)];
        acts::Content act;
        switch (below(9)) {
            case 0:
                act = of<acts::Signed>(member, "treaty");
                break;
            case 1:
                act = of<acts::Signed>(member, "charter");
                break;
            case 2:
                act = of<acts::Deposited>(member, "charter");
                break;
            case 3:
                act = of<acts::Admitted>(member);
                break;
            case 4:
                act = of<acts::MembershipSuspended>(member);
                break;
            case 5:
                act = of<acts::MembershipRestored>(member);
                break;
            case 6:
                act = of<acts::Left>(member);
                break;
            case 7:
                act = of<acts::ParticipationSuspended>(member);
                break;
            default:
                act = of<acts::WithdrawalNotified>(member, "charter");
                break;
        }
        w.add(name, date(), act, {.known_on = "2020-01-01"});
        if (below(6) == 0)
            w.add(name + "-told-again", date(), act, {.event = name, .known_on = "2020-01-01"});
    }
    return w;
}

TEST(Members, AreTheSameWhateverWasAskedBefore) {
    const auto members_of_the_day = [](const record::View& view) {
        return law::conclude(view, [](Inquiry& inquiry) {
            auto found = law::members(inquiry, inquiry.view().on);
            Leaf leaf;
            leaf.answer = base::Object{{"members", found.value.ids}, {"entitled", found.value.entitled}};
            leaf.reasons = {std::move(found.reason)};
            return leaf;
        });
    };
    for (unsigned seed = 0; seed < 20; ++seed) {
        SCOPED_TRACE(seed);
        World w = some_history(seed);
        const record::View anew = w.view("2020-01-01");
        record::View remembering = anew;
        law::remember(remembering);
        // Back and forth in time, so that what holds for some days was concluded on any of them.
        for (int i = 0; i < 200; ++i) {
            record::View one = anew, other = remembering;
            one.on = other.on = law::testing::day("1993-12-01")
                                    .plus(base::Days{static_cast<std::int32_t>(i * 2'711 % 4'300)});
            const auto expected = members_of_the_day(one);
            const auto found = members_of_the_day(other);
            ASSERT_EQ(found.standing, expected.standing) << one.on.text();
            ASSERT_EQ(found.answer, expected.answer) << one.on.text();
            ASSERT_EQ(found.reasons, expected.reasons) << one.on.text();
            ASSERT_EQ(found.examined, expected.examined) << one.on.text();
            ASSERT_EQ(found.disputes, expected.disputes) << one.on.text();
            ASSERT_EQ(found.by_side.size(), expected.by_side.size()) << one.on.text();
            for (std::size_t side = 0; side < found.by_side.size(); ++side)
                ASSERT_EQ(found.by_side[side].answer, expected.by_side[side].answer) << one.on.text();
        }
    }
}

}  // namespace
