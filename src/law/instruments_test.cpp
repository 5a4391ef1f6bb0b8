// When an instrument is in force, and for whom. Cases a lawyer can check against the final clauses.
#include "law/instruments.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::InForce;
using law::Inquiry;
using law::Party;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

std::string with_instruments() {
    return std::string(three_states) + R"(
instruments:
  of-three:
    names: {en: Treaty of three ratifications}
    consent: ratification
    in_force: {number: 3, delay: P30D}
  of-all:
    names: {en: Charter of all signatories}
    consent: ratification
    in_force: all-signatories
  of-two-signatures:
    names: {en: Agreement of two signatures}
    consent: signature
    in_force: {number: 2, delay: P30D}
  announced:
    names: {en: Treaty announced}
    consent: ratification
    without_deposit: infer-from-signature
    in_force: announced
    term: P5Y
    extended_by: extension
  extension:
    names: {en: Protocol of extension}
    consent: signature
    in_force: announced
  amendment:
    names: {en: Protocol that all members ratify}
    consent: ratification
    in_force: all-members
  open:
    names: {en: Agreement open to signature}
    consent: ratification
    in_force: announced
rules:
  - {membership: members, of: organisation, parties_of: of-all, article: {en: art. 1}, says: {en: Parties are members.}}
)";
}

template <class K> K about(std::string_view instrument, std::string_view member) {
    K act;
    act.instrument = base::InstrumentId::of(instrument);
    act.member = state(member);
    return act;
}
acts::EnteredIntoForce entered(std::string_view instrument) {
    acts::EnteredIntoForce act;
    act.instrument = base::InstrumentId::of(instrument);
    return act;
}

InForce in_force(World& world, const char* instrument, const char* on) {
    const auto view = world.view(on);
    Inquiry inquiry(view);
    return law::in_force(inquiry, *world.rules().find(base::InstrumentId::of(instrument)), view.on).value;
}
Party party(World& world, const char* instrument, const char* member, const char* on) {
    const auto view = world.view(on);
    Inquiry inquiry(view);
    return law::party_to(inquiry, *world.rules().find(base::InstrumentId::of(instrument)), state(member),
                         view.on)
        .value;
}

TEST(CompletedOn, RunsFromTheDepositThatReachedTheThreshold) {
    rulebook::InForce clause;
    clause.when = rulebook::InForce::When::number;
    clause.parties_needed = 3;
    clause.delay = base::Days{30};
    struct Row {
        const char* what;
        std::vector<const char*> deposits;
        const char* in_force_on;  // empty: not yet
    };
    const Row rows[] = {
        {"none", {}, ""},
        {"one short", {"1979-03-01", "1979-05-02"}, ""},
        {"reached, as VCLT art. 84 counts", {"1979-03-01", "1979-05-02", "1979-12-28"}, "1980-01-27"},
        {"a later deposit moves nothing",
         {"1979-03-01", "1979-05-02", "1979-12-28", "1985-01-01"},
         "1980-01-27"},
        {"in whatever order they are given", {"1979-12-28", "1979-03-01", "1979-05-02"}, "1980-01-27"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        std::vector<base::Date> deposits;
        for (const char* date : row.deposits) deposits.push_back(*base::Date::read(date));
        const auto found = law::completed_on(clause, deposits, 0);
        EXPECT_EQ(found ? found->text() : "", row.in_force_on);
    }
}

TEST(InstrumentInForce, CountsTheDepositsOnRecord) {
    World world(with_instruments());
    world.add("a", "2001-01-10", about<acts::Deposited>("of-three", "AA"));
    world.add("b", "2001-02-10", about<acts::Deposited>("of-three", "BB"));
    EXPECT_EQ(in_force(world, "of-three", "2010-01-01").is, InForce::Is::not_yet);
    world.add("c", "2001-03-10", about<acts::Deposited>("of-three", "CC"));
    EXPECT_EQ(in_force(world, "of-three", "2001-04-08").is, InForce::Is::not_yet);
    const auto found = in_force(world, "of-three", "2001-04-09");
    EXPECT_EQ(found.is, InForce::Is::in_force);
    EXPECT_EQ(found.since->text(), "2001-04-09");
}

TEST(InstrumentInForce, CountsSignaturesWhereTheyAreTheConsent) {
    World world(with_instruments());
    world.add("a", "2001-01-10", about<acts::Signed>("of-two-signatures", "AA"));
    EXPECT_NE(in_force(world, "of-two-signatures", "2010-01-01").is, InForce::Is::in_force);
    EXPECT_EQ(party(world, "of-two-signatures", "AA", "2010-01-01").is, Party::Is::signed_only);
    world.add("b", "2001-02-10", about<acts::Signed>("of-two-signatures", "BB"));
    world.add("c", "2001-03-01", about<acts::Signed>("of-two-signatures", "CC"));
    EXPECT_NE(in_force(world, "of-two-signatures", "2001-03-11").is, InForce::Is::in_force);
    EXPECT_EQ(in_force(world, "of-two-signatures", "2001-03-12").since->text(), "2001-03-12");
    EXPECT_EQ(party(world, "of-two-signatures", "AA", "2001-03-12").is, Party::Is::party);
}

TEST(InstrumentInForce, NeedsEverySignatoryWhereItsClauseSaysSo) {
    World world(with_instruments());
    world.add("sa", "2001-01-01", about<acts::Signed>("of-all", "AA"));
    world.add("sb", "2001-01-01", about<acts::Signed>("of-all", "BB"));
    world.add("da", "2001-06-01", about<acts::Deposited>("of-all", "AA"));
    EXPECT_EQ(in_force(world, "of-all", "2002-01-01").is, InForce::Is::not_yet);
    world.add("db", "2001-07-01", about<acts::Deposited>("of-all", "BB"));
    EXPECT_EQ(in_force(world, "of-all", "2001-06-30").is, InForce::Is::not_yet);
    EXPECT_EQ(in_force(world, "of-all", "2001-07-01").is, InForce::Is::in_force);
}

TEST(InstrumentInForce, IsNotOnRecordWhereNothingTells) {
    World world(with_instruments());
    world.add("sa", "2001-01-01", about<acts::Signed>("announced", "AA"));
    EXPECT_EQ(in_force(world, "announced", "2010-01-01").is, InForce::Is::not_on_record);
}

TEST(PartyTo, SigningIsNotBeingAParty) {
    World world(with_instruments());
    world.add("sa", "2001-01-01", about<acts::Signed>("of-three", "AA"));
    world.add("sb", "2001-01-01", about<acts::Signed>("of-three", "BB"));
    for (const auto* member : {"AA", "BB", "CC"}) {
        world.add(std::string("d") + member, "2002-01-01", about<acts::Deposited>("of-three", member));
    }
    struct Row {
        const char* member;
        const char* on;
        Party::Is is;
    };
    const Row rows[] = {
        {"AA", "2000-12-31", Party::Is::no},          {"AA", "2001-01-01", Party::Is::signed_only},
        {"AA", "2002-01-30", Party::Is::signed_only}, {"AA", "2002-01-31", Party::Is::party},
        {"CC", "2001-06-01", Party::Is::no},          {"CC", "2002-01-31", Party::Is::party},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.member) + " on " + row.on);
        EXPECT_EQ(party(world, "of-three", row.member, row.on).is, row.is);
    }
}

TEST(PartyTo, EndsWithTheTermForWhoeverDidNotExtend) {
    World world(with_instruments());
    for (const auto* member : {"AA", "BB"})
        world.add(std::string("s") + member, "1992-05-15", about<acts::Signed>("announced", member));
    world.add("in-force", "1994-04-20", entered("announced"));
    world.add("xa", "1999-04-02", about<acts::Signed>("extension", "AA"));
    world.add("nb", "1999-04-02", about<acts::NotSigned>("extension", "BB"));
    struct Row {
        const char* member;
        const char* on;
        Party::Is is;
    };
    const Row rows[] = {
        {"AA", "1993-06-01", Party::Is::signed_only}, {"AA", "1994-04-20", Party::Is::party},
        {"BB", "1999-04-19", Party::Is::party},       {"BB", "1999-04-20", Party::Is::ended},
        {"AA", "1999-04-20", Party::Is::party},       {"AA", "2020-01-01", Party::Is::party},
        {"CC", "1995-01-01", Party::Is::no},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.member) + " on " + row.on);
        EXPECT_EQ(party(world, "announced", row.member, row.on).is, row.is);
    }
}

TEST(PartyTo, RestsOnInferenceWhereNoDepositIsOnRecord) {
    World world(with_instruments());
    world.add("sa", "1992-05-15", about<acts::Signed>("announced", "AA"));
    world.add("in-force", "1994-04-20", entered("announced"));
    const auto view = world.view("1995-01-01");
    Inquiry inquiry(view);
    const auto found = law::party_to(inquiry, *world.rules().find(base::InstrumentId::of("announced")),
                                     state("AA"), view.on);
    EXPECT_EQ(found.reason.code, "consent-inferred-from-signature");
    EXPECT_EQ(law::rests_on({found.reason}), base::Support::inferred);
}

// An amendment that all members ratify, in force since 2005; AA and BB are members, CC is none.
World amended() {
    World world(with_instruments());
    world.add("sa", "2001-01-01", about<acts::Signed>("of-all", "AA"));
    world.add("sb", "2001-01-01", about<acts::Signed>("of-all", "BB"));
    world.add("da", "2001-06-01", about<acts::Deposited>("of-all", "AA"));
    world.add("db", "2001-07-01", about<acts::Deposited>("of-all", "BB"));
    world.add("in-force", "2005-01-01", entered("amendment"));
    return world;
}

TEST(PartyTo, IsEveryMemberOfTheDayOfAnAmendmentThatNeedsThemAll) {
    World world = amended();
    EXPECT_EQ(party(world, "amendment", "AA", "2005-01-01").since->text(), "2005-01-01");
    EXPECT_EQ(party(world, "amendment", "BB", "2010-01-01").is, Party::Is::party);
    EXPECT_EQ(party(world, "amendment", "AA", "2004-12-31").is, Party::Is::no) << "not in force";
    EXPECT_EQ(party(world, "amendment", "CC", "2010-01-01").is, Party::Is::no) << "no member then";
}

TEST(PartyTo, IsNobodyByAnAmendmentOfWhoseEntryNothingTells) {
    World world(with_instruments());
    world.add("sa", "2001-01-01", about<acts::Signed>("of-all", "AA"));
    world.add("da", "2001-06-01", about<acts::Deposited>("of-all", "AA"));
    EXPECT_EQ(party(world, "amendment", "AA", "2010-01-01").is, Party::Is::no);
    EXPECT_EQ(in_force(world, "amendment", "2010-01-01").is, InForce::Is::not_on_record);
}

bool may_deny(World& world, const char* instrument, const char* member, const char* on) {
    const auto view = world.view(on);
    Inquiry inquiry(view);
    const auto& told = *world.rules().find(base::InstrumentId::of(instrument));
    const auto found = law::party_to(inquiry, told, state(member), view.on);
    return law::may_deny(inquiry, told, state(member), found.value, view.on).may;
}

TEST(MayDeny, OnTheDayOnWhichItDidNotSignAndNotAfter) {
    World world = amended();
    world.add("signed", "2009-06-14", about<acts::Signed>("open", "AA"));
    world.add("not-signed", "2009-06-14", about<acts::NotSigned>("open", "BB"));
    EXPECT_TRUE(may_deny(world, "open", "BB", "2009-06-14"));
    EXPECT_FALSE(may_deny(world, "open", "BB", "2009-06-15")) << "it may have signed since";
    EXPECT_FALSE(may_deny(world, "open", "AA", "2010-01-01")) << "signed, and no entry into force on record";
    EXPECT_TRUE(may_deny(world, "amendment", "CC", "2010-01-01")) << "no member when it entered into force";
}

TEST(MayDeny, AfterTheTermOfWhatItExtendsForWhoDidNotSign) {
    World world(with_instruments());
    world.add("announced", "1994-01-01", entered("announced"));
    world.add("signed", "1999-01-01", about<acts::Signed>("extension", "AA"));
    world.add("not-signed", "1999-01-01", about<acts::NotSigned>("extension", "BB"));
    EXPECT_TRUE(may_deny(world, "extension", "BB", "2010-01-01"));
}

}  // namespace
