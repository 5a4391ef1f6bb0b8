// What became of a paper and whom it binds. Cases a lawyer can check, with as many rows of what does
// not follow.
#include "law/papers.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using acts::PaperKind;
using acts::Stance;
using law::Bound;
using law::Conclusion;
using law::Inquiry;
using law::Leaf;
using law::Standing;
using law::testing::id;
using law::testing::state;
using law::testing::World;

// Four members decide in the Council, each kind of paper in a way of its own. In the Board the same
// limited format stands with a rule on late objections, in the Assembly there is a quorum.
constexpr std::string_view lake_union = R"(
rulebook: lake-union
names: {en: Lake Union}
abbreviation: {en: LU}
languages: [en]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1990-01-01, by: charter-in-force, name: {en: Charter}}]
members:
  AA: {names: {en: Aland}}
  BB: {names: {en: Beland}}
  CC: {names: {en: Celand}}
  DD: {names: {en: Deland}}
  EE: {names: {en: Eland}}
instruments:
  charter: {names: {en: Charter}, consent: signature, in_force: announced}
bodies:
  council: {names: {en: Council}, chair: none}
  board: {names: {en: Board}, chair: none}
  assembly: {names: {en: Assembly}, chair: none}
  circle: {names: {en: Circle}, chair: none}
rules:
  - {membership: members, of: organisation, parties_of: charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - deciding: consensus
    bodies: [council]
    format: ordinary
    subjects: [decision]
    article: {en: art. 2}
    says: {en: "Consensus, understood in two ways."}
    dispute: absence
    sides:
      silence-suffices: {adopted_if: {empty: object}, effect: {binds: members}}
      participation-needed:
        adopted_if: {empty: {either: [object, {minus: [absent, {either: [joined, no_objection]}]}]}}
        effect: {binds: members}
        otherwise: {is: paper-of-those-present, names: {en: Paper of those present}, binds: present, may_join_later: absent}
    late_objection: not-read
  - {deciding: two-thirds, bodies: [council], format: ordinary, subjects: [budget], adopted_if: {share: {of: for, over: members, at_least: 2/3}}, effect: {binds: members}, article: {en: art. 3}, says: {en: Two thirds of the members.}}
  - {deciding: majority, bodies: [council], format: ordinary, subjects: [resolution], adopted_if: {share: {of: for, over: voting, more_than: 1/2}}, effect: {binds: members}, article: {en: art. 4}, says: {en: More than half of those voting.}}
  - {deciding: tie-carries, bodies: [council], format: ordinary, subjects: [appointment], adopted_if: {share: {of: for, over: voting, at_least: 1/2}}, effect: {binds: members}, article: {en: art. 5}, says: {en: A tie carries.}}
  - {deciding: of-the-entitled, bodies: [council], format: ordinary, subjects: [plan], adopted_if: {share: {of: for, over: entitled, at_least: 2/3}}, effect: {binds: members}, article: {en: art. 6}, says: {en: Two thirds of those entitled.}}
  - {deciding: three-heads, bodies: [council], format: ordinary, subjects: [programme], adopted_if: {number: {of: for, at_least: 3}}, effect: {binds: members}, article: {en: art. 7}, says: {en: Three are enough.}}
  - {deciding: not-seen, bodies: [council], format: ordinary, subjects: [strategy], read: no, article: {en: art. 8}, says: {en: Not read.}}
  - deciding: limited
    bodies: [council]
    format: limited
    opens_if: {empty: objects_to_format}
    article: {en: art. 9}
    says: {en: "Without some members, understood in two ways."}
    dispute: limited-effect
    sides:
      binds-all: {adopted_if: {empty: object}, effect: {binds: members}}
      binds-those-who-took-part:
        adopted_if: {empty: object}
        effect: {binds: {either: [present, signed]}, may_join_later: {minus: [members, {either: [present, signed]}]}}
    late_objection: not-read
  - {deciding: board-limited, bodies: [board], format: limited, opens_if: {empty: objects_to_format}, adopted_if: {empty: object}, effect: {binds: members}, late_objection: none, article: {en: art. 10}, says: {en: A late objection changes nothing.}}
  - {quorum: three-quarters, bodies: [assembly], opens: {share: {of: present, over: members, at_least: 3/4}}, article: {en: art. 11}, says: {en: Three quarters.}}
  - {deciding: assembly, bodies: [assembly], format: ordinary, adopted_if: {empty: object}, effect: {binds: members}, article: {en: art. 12}, says: {en: Nobody objects.}}
disputes:
  absence:
    names: {en: Absence}
    article: {en: art. 2}
    about: consensus
    sides:
      participation-needed: {names: {en: Participation is needed}, says: {en: Absence is no consent.}}
      silence-suffices: {names: {en: Silence suffices}, says: {en: Nobody objected.}}
  limited-effect:
    names: {en: Limited effect}
    article: {en: art. 9}
    about: limited
    sides:
      binds-all: {names: {en: It binds all}, says: {en: It is of the Union.}}
      binds-those-who-took-part: {names: {en: It binds those who took part}, says: {en: Others may join.}}
)";

const auto the_paper = id<base::PaperId>("paper");
const auto the_session = id<base::SessionId>("s");

template <class K> K of(std::string_view member) {
    K act;
    act.member = state(member);
    return act;
}
acts::PositionTaken position(std::string_view member, Stance stance, const char* takes_effect = "") {
    auto act = of<acts::PositionTaken>(member);
    act.paper = the_paper;
    act.stance = stance;
    if (*takes_effect) act.takes_effect = *base::Date::read(takes_effect);
    return act;
}

struct Taken {
    const char* member;
    Stance stance;
    const char* on = "2010-06-01";
    const char* takes_effect = "";
};
using Names = std::vector<std::string>;

// The Union of four, a session on 1 June 2010, and the paper adopted at it.
World adopted(const char* body, PaperKind kind, acts::Format format, const Names& present,
              const Names& absent, const std::vector<Taken>& positions = {}, const char* on = "2010-06-01") {
    World w(lake_union);
    acts::EnteredIntoForce charter;
    charter.instrument = id<base::InstrumentId>("charter");
    for (const std::string member : {"AA", "BB", "CC", "DD"}) {
        auto signs = of<acts::Signed>(member);
        signs.instrument = charter.instrument;
        w.add("signs-" + member, "1989-01-01", signs);
    }
    w.add("charter-in-force", "1990-01-01", charter);
    for (const auto& [member, dispute, side] : {std::tuple{"AA", "absence", "silence-suffices"},
                                                {"DD", "absence", "participation-needed"},
                                                {"AA", "limited-effect", "binds-all"},
                                                {"DD", "limited-effect", "binds-those-who-took-part"}}) {
        auto stated = of<acts::InterpretationStated>(member);
        stated.dispute = id<base::DisputeId>(dispute);
        stated.side = id<base::SideId>(side);
        w.add(std::string("says-") + member + "-" + dispute, "2000-01-01", stated);
    }
    acts::Held held;
    held.session = the_session;
    held.body = id<base::BodyId>(body);
    w.add("held", on, held);
    for (const std::string& member : present) {
        auto act = of<acts::Present>(member);
        act.session = the_session;
        w.add("present-" + member, on, act);
    }
    for (const std::string& member : absent) {
        auto act = of<acts::Absent>(member);
        act.session = the_session;
        w.add("absent-" + member, on, act);
    }
    acts::Adopted act;
    act.paper = the_paper;
    act.body = held.body;
    act.session = the_session;
    act.paper_kind = kind;
    act.format = format;
    w.add("adopted", on, act);
    for (const Taken& taken : positions)
        w.add(std::string(taken.member) + "-" + std::string(acts::name_of(taken.stance)) + "-" + taken.on,
              taken.on, position(taken.member, taken.stance, taken.takes_effect));
    return w;
}
World ordinary(PaperKind kind, const Names& present, const Names& absent,
               const std::vector<Taken>& positions = {}) {
    return adopted("council", kind, acts::Format::ordinary, present, absent, positions);
}
// The limited format without DD.
World limited(const std::vector<Taken>& positions = {}) {
    return adopted("council", PaperKind::decision, acts::Format::limited, {"AA", "BB", "CC"}, {"DD"},
                   positions);
}

law::Taking taking(const char* side) {
    if (!*side) return {};
    const std::string_view of = side;
    return {{id<base::DisputeId>(of.starts_with("binds") ? "limited-effect" : "absence"),
             id<base::SideId>(side)}};
}

law::Finding<law::PaperStanding> standing(World& w, const char* on = "2020-01-01", const char* side = "") {
    const auto view = w.view(on, taking(side));
    Inquiry inquiry(view);
    return law::standing_of(inquiry, the_paper, view.on);
}
std::string outcome(World& w, const char* side = "") {
    return std::string(law::name_of(standing(w, "2020-01-01", side).value.decided.outcome));
}

// "bound since DAY", "not bound", "may join" or "not on record", with | between where it is imprecise
// or depends.
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
std::string bond(const record::View& view, const char* member) {
    return said(law::conclude(view, [&](Inquiry& inquiry) {
        const auto found = law::bound(inquiry, state(member), the_paper, view.on);
        Leaf leaf;
        switch (found.value.is) {
            case Bound::Is::not_on_record:
                leaf.answer = "not on record";
                break;
            case Bound::Is::bound:
                leaf.answer = "bound since " + found.value.since->text();
                break;
            case Bound::Is::not_bound:
                leaf.answer = found.value.may_join ? "may join" : "not bound";
                break;
        }
        leaf.reasons = {found.reason};
        return leaf;
    }));
}

TEST(PaperStanding, IsCountedByTheRuleOfItsKind) {
    struct {
        const char* what;
        PaperKind kind;
        Names present, absent;
        std::vector<Taken> positions;
        const char* outcome;
    } const rows[] = {
        {"two thirds of four are three", PaperKind::budget, {"AA", "BB", "CC"}, {"DD"}, {}, "adopted"},
        {"two of four are not", PaperKind::budget, {"AA", "BB"}, {"CC", "DD"}, {}, "not_adopted"},
        {"an abstention does not help where members are counted",
         PaperKind::budget,
         {"AA", "BB", "CC", "DD"},
         {},
         {{"CC", Stance::abstains_in_vote}, {"DD", Stance::against}},
         "not_adopted"},
        {"consent in writing counts for who was absent",
         PaperKind::budget,
         {"AA", "BB"},
         {"CC", "DD"},
         {{"CC", Stance::signed_it}},
         "adopted"},
        {"a tie does not carry",
         PaperKind::resolution,
         {"AA", "BB", "CC", "DD"},
         {},
         {{"CC", Stance::against}, {"DD", Stance::against}},
         "not_adopted"},
        {"one more does",
         PaperKind::resolution,
         {"AA", "BB", "CC", "DD"},
         {},
         {{"CC", Stance::abstains_in_vote}, {"DD", Stance::against}},
         "adopted"},
        {"a tie carries where the rule says so",
         PaperKind::appointment,
         {"AA", "BB", "CC", "DD"},
         {},
         {{"CC", Stance::against}, {"DD", Stance::against}},
         "adopted"},
        {"less than a tie does not",
         PaperKind::appointment,
         {"AA", "BB", "CC"},
         {"DD"},
         {{"BB", Stance::against}, {"CC", Stance::against}},
         "not_adopted"},
        {"half of nothing is nothing",
         PaperKind::appointment,
         {"AA", "BB"},
         {"CC", "DD"},
         {{"AA", Stance::abstains_in_vote}, {"BB", Stance::abstains_in_vote}},
         "not_adopted"},
        {"more than half of nothing neither",
         PaperKind::resolution,
         {},
         {"AA", "BB", "CC", "DD"},
         {},
         "not_adopted"},
        {"three heads", PaperKind::programme, {"AA", "BB", "CC"}, {"DD"}, {}, "adopted"},
        {"two heads", PaperKind::programme, {"AA", "BB"}, {"CC", "DD"}, {}, "not_adopted"},
        {"a state that is no member is no third head",
         PaperKind::programme,
         {"AA", "BB", "EE"},
         {"CC", "DD"},
         {{"EE", Stance::signed_it}},
         "not_adopted"},
        {"an objection to a vote by count is a vote not given",
         PaperKind::programme,
         {"AA", "BB", "CC"},
         {"DD"},
         {{"CC", Stance::objects}},
         "not_adopted"},
        {"the text has not been read", PaperKind::strategy, {"AA", "BB", "CC", "DD"}, {}, {}, "not_read"},
        {"no rule for agreements", PaperKind::agreement, {"AA", "BB", "CC", "DD"}, {}, {}, "not_read"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = ordinary(row.kind, row.present, row.absent, row.positions);
        EXPECT_EQ(outcome(w), row.outcome);
        EXPECT_EQ(standing(w).value.rule_missing, std::string_view(row.outcome) == "not_read");
    }
}

TEST(PaperStanding, WhoHasNoVoteNeitherCarriesNorPrevents) {
    struct {
        const char* what;
        PaperKind kind;
        Names present, absent;
        std::vector<Taken> positions;
        const char* side;
        const char* outcome;
    } const rows[] = {
        {"the suspended stand in the number of members",
         PaperKind::budget,
         {"AA", "BB"},
         {"CC", "DD"},
         {},
         "",
         "not_adopted"},
        {"and not in that of the entitled: two of three",
         PaperKind::plan,
         {"AA", "BB"},
         {"CC", "DD"},
         {},
         "",
         "adopted"},
        {"one of three is not enough", PaperKind::plan, {"AA"}, {"BB", "CC", "DD"}, {}, "", "not_adopted"},
        {"a suspended member in the room is no third head",
         PaperKind::programme,
         {"AA", "BB", "DD"},
         {"CC"},
         {},
         "",
         "not_adopted"},
        {"nor by its signature",
         PaperKind::programme,
         {"AA", "BB"},
         {"CC", "DD"},
         {{"DD", Stance::signed_it}},
         "",
         "not_adopted"},
        {"its objection prevents nothing",
         PaperKind::decision,
         {"AA", "BB", "CC"},
         {},
         {{"DD", Stance::objects}},
         "silence-suffices",
         "adopted"},
        {"nor its absence",
         PaperKind::decision,
         {"AA", "BB", "CC"},
         {"DD"},
         {},
         "participation-needed",
         "adopted"},
        {"nor the objection of a state that is no member",
         PaperKind::decision,
         {"AA", "BB", "CC"},
         {},
         {{"EE", Stance::objects}},
         "silence-suffices",
         "adopted"},
        {"an entitled member's does",
         PaperKind::decision,
         {"AA", "BB", "CC"},
         {},
         {{"CC", Stance::objects}},
         "silence-suffices",
         "not_adopted"},
        {"and its absence",
         PaperKind::decision,
         {"AA", "BB"},
         {"CC"},
         {},
         "participation-needed",
         "not_adopted"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = ordinary(row.kind, row.present, row.absent, row.positions);
        w.add("suspended-DD", "2009-01-01", of<acts::ParticipationSuspended>("DD"));
        EXPECT_EQ(outcome(w, row.side), row.outcome);
    }
}

TEST(PaperStanding, IsJudgedByTheMembersOfItsDay) {
    struct {
        const char* what;
        const char* on;
        const char* outcome;
    } const rows[] = {
        {"a member that left before: two of three", "2010-05-31", "adopted"},
        {"on the day: it has no vote any more", "2010-06-01", "adopted"},
        {"the day after: two of four", "2010-06-02", "not_adopted"},
        {"years later", "2019-01-01", "not_adopted"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = ordinary(PaperKind::budget, {"AA", "BB"}, {"CC", "DD"});
        w.add("left", row.on, of<acts::Left>("DD"));
        EXPECT_EQ(outcome(w), row.outcome);
    }
    // A member that came later is no part of the vote, nor bound by what was decided without it.
    World w = ordinary(PaperKind::budget, {"AA", "BB", "CC"}, {"DD"});
    w.add("admitted", "2012-01-01", of<acts::Admitted>("EE"));
    EXPECT_EQ(bond(w.view("2020-01-01"), "EE"), "not bound");
    EXPECT_EQ(bond(w.view("2020-01-01"), "DD"), "bound since 2010-06-01");
}

TEST(PaperStanding, LacksItsQuorumOnlyIfItMustHaveLackedIt) {
    struct {
        const char* what;
        Names present, absent;
        const char* outcome;
    } const rows[] = {
        {"three of four", {"AA", "BB", "CC"}, {"DD"}, "adopted"},
        {"two of four", {"AA", "BB"}, {"CC", "DD"}, "no_quorum"},
        {"attendance not on record: the announcement stands", {}, {}, "adopted"},
        {"two told present, one absent, the fourth could have made it", {"AA", "BB"}, {"DD"}, "adopted"},
        {"two told absent settle it", {}, {"CC", "DD"}, "no_quorum"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = adopted("assembly", PaperKind::decision, acts::Format::ordinary, row.present, row.absent);
        EXPECT_EQ(outcome(w), row.outcome);
        EXPECT_EQ(bond(w.view("2020-01-01"), "AA"),
                  row.outcome == std::string_view("adopted") ? "bound since 2010-06-01" : "not bound");
    }
}

TEST(PaperStanding, ByTheDayAskedAndByWhatIsKnown) {
    World w = ordinary(PaperKind::decision, {"AA", "BB", "CC", "DD"}, {});
    using Is = law::PaperStanding::Is;
    EXPECT_EQ(standing(w, "2010-05-31").value.is, Is::not_yet);
    EXPECT_EQ(standing(w, "2010-06-01", "silence-suffices").value.is, Is::adopted);
    EXPECT_EQ(bond(w.view("2010-05-31"), "AA"), "not bound");
    const auto all = w.view("2020-01-01").known;
    EXPECT_EQ(bond(w.known(all - 1, "2020-01-01"), "AA"), "not on record");
    acts::Annulled annulled;
    annulled.act = id<base::ActId>("adopted");
    w.add("annulled", "2011-01-01", annulled);
    EXPECT_EQ(bond(w.view("2020-01-01"), "AA"), "not on record");
    EXPECT_EQ(bond(w.known(all, "2020-01-01"), "AA"), "bound since 2010-06-01");

    World draft(lake_union);
    acts::NotAdopted sent_back;
    sent_back.paper = the_paper;
    draft.add("sent-back", "2010-06-01", sent_back);
    EXPECT_EQ(standing(draft, "2010-06-01").value.is, Is::not_adopted);
    EXPECT_EQ(standing(draft, "2010-05-31").value.is, Is::not_on_record);
    EXPECT_EQ(bond(draft.view("2020-01-01"), "AA"), "not bound");
}

TEST(Bound, ByConsensusAsEachSideUnderstandsAbsence) {
    struct {
        const char* what;
        std::vector<Taken> positions;
        const char* member;
        const char* silence_suffices;
        const char* participation_needed;
    } const rows[] = {
        {"who was present", {}, "AA", "bound since 2010-06-01", "bound since 2010-06-01"},
        {"who was absent", {}, "DD", "bound since 2010-06-01", "may join"},
        {"who was absent and joined",
         {{"DD", Stance::joined, "2011-01-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2011-01-01"},
        {"who will consider it",
         {{"DD", Stance::will_consider, "2010-07-01"}},
         "DD",
         "bound since 2010-06-01",
         "may join"},
        {"who objected at the adoption", {{"DD", Stance::objects}}, "DD", "not bound", "may join"},
        {"who objected after it", {{"DD", Stance::objects, "2010-07-01"}}, "DD", "not on record", "may join"},
        {"its objection, for another",
         {{"DD", Stance::objects, "2010-07-01"}},
         "AA",
         "bound since 2010-06-01",
         "bound since 2010-06-01"},
        {"who denounced it", {{"DD", Stance::denounced, "2015-01-01"}}, "DD", "not bound", "not bound"},
        {"a state that is no member", {}, "EE", "not bound", "not bound"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = ordinary(PaperKind::decision, {"AA", "BB", "CC"}, {"DD"}, row.positions);
        EXPECT_EQ(bond(w.view("2020-01-01", taking("silence-suffices")), row.member), row.silence_suffices);
        EXPECT_EQ(bond(w.view("2020-01-01", taking("participation-needed")), row.member),
                  row.participation_needed);
    }
}

TEST(Bound, ByALimitedFormatAsEachSideUnderstandsIt) {
    struct {
        const char* what;
        std::vector<Taken> positions;
        const char* member;
        const char* binds_all;
        const char* binds_those;
    } const rows[] = {
        {"who took part", {}, "AA", "bound since 2010-06-01", "bound since 2010-06-01"},
        {"who did not, and says nothing", {}, "DD", "bound since 2010-06-01", "may join"},
        {"does not object: that is no joining",
         {{"DD", Stance::no_objection}},
         "DD",
         "bound since 2010-06-01",
         "may join"},
        {"abstains from joining",
         {{"DD", Stance::abstains, "2010-07-01"}},
         "DD",
         "bound since 2010-06-01",
         "may join"},
        {"signs in writing at the adoption",
         {{"DD", Stance::signed_it}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2010-06-01"},
        {"signs later",
         {{"DD", Stance::signed_it, "2010-09-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2010-09-01"},
        {"signs later with a reservation: what it does has not been read",
         {{"DD", Stance::signed_with_reservation, "2010-09-01"}},
         "DD",
         "bound since 2010-06-01",
         "not on record"},
        {"signs with a reservation at the adoption",
         {{"DD", Stance::signed_with_reservation}},
         "DD",
         "not on record",
         "not on record"},
        {"joins",
         {{"DD", Stance::joined, "2010-09-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2010-09-01"},
        {"joins, with effect later",
         {{"DD", Stance::joined, "2010-09-01", "2011-01-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2011-01-01"},
        {"joins, and says more afterwards",
         {{"DD", Stance::joined, "2010-09-01"}, {"DD", Stance::will_consider, "2011-01-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2010-09-01"},
        {"joins, and objects afterwards",
         {{"DD", Stance::joined, "2010-09-01"}, {"DD", Stance::objects, "2011-01-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2010-09-01"},
        {"joins and denounces",
         {{"DD", Stance::joined, "2010-09-01"}, {"DD", Stance::denounced, "2012-01-01"}},
         "DD",
         "not bound",
         "not bound"},
        {"denounces, and says more afterwards",
         {{"DD", Stance::joined, "2010-09-01"},
          {"DD", Stance::denounced, "2012-01-01"},
          {"DD", Stance::no_objection, "2013-01-01"}},
         "DD",
         "not bound",
         "not bound"},
        {"comes back",
         {{"DD", Stance::denounced, "2012-01-01"}, {"DD", Stance::joined, "2013-01-01"}},
         "DD",
         "bound since 2010-06-01",
         "bound since 2013-01-01"},
        {"objects at the adoption", {{"DD", Stance::objects}}, "AA", "not bound", "not bound"},
        {"objects to the format: it does not open",
         {{"DD", Stance::objects_to_format}},
         "AA",
         "not bound",
         "not bound"},
        {"objects too late: nobody has read what that does",
         {{"DD", Stance::objects, "2010-07-01"}},
         "DD",
         "not on record",
         "may join"},
        {"and others are bound",
         {{"DD", Stance::objects, "2010-07-01"}},
         "AA",
         "bound since 2010-06-01",
         "bound since 2010-06-01"},
        {"objects to the format too late",
         {{"DD", Stance::objects_to_format, "2010-07-01"}},
         "DD",
         "not on record",
         "may join"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = limited(row.positions);
        EXPECT_EQ(bond(w.view("2020-01-01", taking("binds-all")), row.member), row.binds_all);
        EXPECT_EQ(bond(w.view("2020-01-01", taking("binds-those-who-took-part")), row.member),
                  row.binds_those);
    }
}

TEST(Bound, ByWhatHoldsInEachFormatWhereNoneIsOnRecord) {
    const auto in_some_format = [](const std::vector<Taken>& positions) {
        return adopted("council", PaperKind::decision, acts::Format::not_on_record, {"AA", "BB", "CC"},
                       {"DD"}, positions);
    };
    World consents = in_some_format({{"DD", Stance::no_objection, "2010-05-30"}});
    World silent = in_some_format({});
    World too_late = in_some_format({{"DD", Stance::no_objection, "2010-06-02"}});
    struct {
        const char* what;
        World& of;
        const char* member;
        const char* absence;
        const char* effect;
        const char* bond;
    } const rows[] = {
        {"who was present", consents, "AA", "participation-needed", "binds-those-who-took-part",
         "bound since 2010-06-01"},
        {"no objection is a consent, and the limited format binds all", consents, "DD",
         "participation-needed", "binds-all", "bound since 2010-06-01"},
        {"no objection is no part in the limited format", consents, "DD", "participation-needed",
         "binds-those-who-took-part", "bound since 2010-06-01 | may join"},
        {"silence does in neither format", silent, "DD", "participation-needed", "binds-those-who-took-part",
         "may join"},
        {"silence suffices in both", silent, "DD", "silence-suffices", "binds-all", "bound since 2010-06-01"},
        {"said after the adoption it is no consent to it", too_late, "DD", "participation-needed",
         "binds-those-who-took-part", "may join"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        law::Taking taken = taking(row.absence);
        taken.merge(taking(row.effect));
        EXPECT_EQ(bond(row.of.view("2020-01-01", taken), row.member), row.bond);
    }
}

TEST(Bound, TellsInWhichFormatEachCandidateHolds) {
    World w = adopted("council", PaperKind::decision, acts::Format::not_on_record, {"AA", "BB", "CC"}, {"DD"},
                      {{"DD", Stance::no_objection, "2010-05-30"}});
    const auto view = w.view("2020-01-01", taking("binds-those-who-took-part"));
    const auto conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        const auto found = law::bound(inquiry, state("DD"), the_paper, view.on);
        Leaf leaf;
        leaf.answer = base::Object{{"bound", found.value.is == Bound::Is::bound}};
        leaf.reasons = {found.reason};
        return leaf;
    });
    EXPECT_EQ(conclusion.standing, Standing::imprecise);
    EXPECT_EQ(conclusion.answer,
              base::Value(base::Object{
                  {"candidates", base::List{base::Object{{"bound", true}, {"if_format", "ordinary"}},
                                            base::Object{{"bound", false}, {"if_format", "limited"}}}}}));
}

TEST(Bound, ByTheDayAsked) {
    World w = limited(
        {{"DD", Stance::joined, "2010-09-01", "2011-01-01"}, {"DD", Stance::denounced, "2012-01-01"}});
    struct {
        const char* on;
        const char* bond;
    } const rows[] = {
        {"2010-05-31", "not bound"},
        {"2010-06-01", "may join"},
        {"2010-09-01", "may join"},  // it said that it joins from a later day
        {"2010-12-31", "may join"},
        {"2011-01-01", "bound since 2011-01-01"},
        {"2011-12-31", "bound since 2011-01-01"},
        {"2012-01-01", "not bound"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(bond(w.view(row.on, taking("binds-those-who-took-part")), "DD"), row.bond);
    }
}

TEST(Bound, ALateObjectionChangesNothingWhereTheRuleSaysSo) {
    World w = adopted("board", PaperKind::decision, acts::Format::limited, {"AA", "BB", "CC"}, {"DD"},
                      {{"DD", Stance::objects, "2010-07-01"}});
    EXPECT_EQ(bond(w.view("2020-01-01"), "DD"), "bound since 2010-06-01");
    World in_time = adopted("board", PaperKind::decision, acts::Format::limited, {"AA", "BB", "CC"}, {"DD"},
                            {{"DD", Stance::objects, "2010-05-31"}});
    EXPECT_EQ(bond(in_time.view("2020-01-01"), "DD"), "not bound");
    EXPECT_EQ(bond(in_time.view("2020-01-01"), "AA"), "not bound");
}

TEST(Bound, DependsOnTheDisputeOnlyForWhomItConcerns) {
    World w = limited();
    EXPECT_EQ(bond(w.view("2020-01-01"), "AA"), "bound since 2010-06-01");
    EXPECT_EQ(bond(w.view("2020-01-01"), "DD"), "bound since 2010-06-01 | may join");
    EXPECT_EQ(bond(w.view("2010-05-31"), "DD"), "not bound");
}

TEST(Bound, AnImpreciseDayOfJoiningGivesCandidates) {
    World w = limited({{"DD", Stance::joined, "2010-09"}});
    struct {
        const char* on;
        const char* bond;
    } const rows[] = {
        {"2010-08-31", "may join"},
        {"2010-09-01", "bound since 2010-09 | may join"},
        {"2010-09-29", "bound since 2010-09 | may join"},
        {"2010-09-30", "bound since 2010-09"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(bond(w.view(row.on, taking("binds-those-who-took-part")), "DD"), row.bond);
    }
}

// A paper that no body adopted: the last step of its way, by day.
TEST(StandingOf, IsTheLastStepOfAPaperThatNoBodyAdopted) {
    using Is = law::PaperStanding::Is;
    acts::Drafted drafted;
    drafted.paper = the_paper;
    acts::NotAdopted returned;
    returned.paper = the_paper;
    acts::Withdrawn withdrawn;
    withdrawn.paper = the_paper;
    acts::Approved approved;
    approved.paper = the_paper;
    approved.body = id<base::BodyId>("council");
    acts::MemorandumSigned memorandum;
    memorandum.paper = the_paper;
    struct Row {
        const char* what;
        std::vector<std::pair<const char*, acts::Content>> told;
        const char* on;
        Is is;
        Bound::Is bound;
    };
    const Row rows[] = {
        {"nothing", {}, "2020-01-01", Is::not_on_record, Bound::Is::not_on_record},
        {"a draft", {{"2010-01-01", drafted}}, "2020-01-01", Is::not_on_record, Bound::Is::not_on_record},
        {"returned", {{"2010-01-01", returned}}, "2020-01-01", Is::not_adopted, Bound::Is::not_bound},
        {"withdrawn after it was returned",
         {{"2010-01-01", returned}, {"2011-01-01", withdrawn}},
         "2011-01-01",
         Is::withdrawn,
         Bound::Is::not_bound},
        {"returned, and withdrawn only later",
         {{"2010-01-01", returned}, {"2011-01-01", withdrawn}},
         "2010-12-31",
         Is::not_adopted,
         Bound::Is::not_bound},
        {"approved by signature",
         {{"2010-01-01", drafted}, {"2010-02-01", approved}},
         "2010-02-01",
         Is::approved,
         Bound::Is::not_on_record},
        {"approved the day after",
         {{"2010-01-01", drafted}, {"2010-02-01", approved}},
         "2010-01-31",
         Is::not_on_record,
         Bound::Is::not_on_record},
        {"signed with others",
         {{"2010-01-01", memorandum}},
         "2020-01-01",
         Is::signed_with_others,
         Bound::Is::not_on_record},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        World w(lake_union);
        int n = 0;
        for (const auto& [on, content] : row.told) w.add("step-" + std::to_string(++n), on, content);
        const auto view = w.view(row.on);
        Inquiry inquiry(view);
        const auto standing = law::standing_of(inquiry, the_paper, view.on);
        EXPECT_EQ(standing.value.is, row.is);
        EXPECT_EQ(law::bound(inquiry, state("AA"), the_paper, view.on).value.is, row.bound);
    }
}

TEST(Bound, EndsWithMembership) {
    World w = ordinary(PaperKind::budget, {"AA", "BB", "CC"}, {"DD"});
    w.add("left", "2012-01-01", of<acts::Left>("AA"));
    w.add("suspended", "2012-01-01", of<acts::ParticipationSuspended>("BB"));
    struct {
        const char* member;
        const char* on;
        const char* bond;
    } const rows[] = {
        {"AA", "2011-12-31", "bound since 2010-06-01"},
        {"AA", "2012-01-01", "not bound"},
        {"BB", "2012-01-01", "bound since 2010-06-01"},  // without a vote, and still a member
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::string(row.member) + " on " + row.on);
        EXPECT_EQ(bond(w.view(row.on), row.member), row.bond);
    }
}

TEST(LatestPosition, IsTheMembersOwnOnThePaperBeforeOneOnAllOfThem) {
    World w = limited({{"DD", Stance::will_consider, "2010-07-01"}});
    auto on_all = of<acts::PositionTaken>("DD");
    on_all.session = the_session;
    on_all.stance = Stance::abstains;
    w.add("on-all", "2010-08-01", on_all);
    w.add("of-another", "2010-09-01", position("CC", Stance::joined));
    const auto latest = [&](const char* on, base::PaperId paper) {
        const auto view = w.view(on);
        Inquiry inquiry(view);
        return law::latest_position(inquiry, state("DD"), paper, the_session, view.on);
    };
    EXPECT_FALSE(latest("2010-06-30", the_paper).stance.has_value());
    EXPECT_EQ(latest("2020-01-01", the_paper).stance, Stance::will_consider);
    EXPECT_FALSE(latest("2020-01-01", the_paper).on_all_papers);
    const auto other = latest("2020-01-01", id<base::PaperId>("another"));
    EXPECT_EQ(other.stance, Stance::abstains);
    EXPECT_TRUE(other.on_all_papers);
    EXPECT_FALSE(latest("2010-07-31", id<base::PaperId>("another")).stance.has_value());
}

}  // namespace
