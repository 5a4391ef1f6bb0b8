// Was there a quorum? Heads and parts, present and members, and what an incomplete list can still say.
#include "law/quorum.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::Inquiry;
using law::Quorum;
using law::testing::day;
using law::testing::id;
using law::testing::state;
using law::testing::World;
using Is = Quorum::Is;

// Six members. Each body has a quorum of another make.
constexpr std::string_view lake_union = R"(
rulebook: lake-union
names: {en: Lake Union}
abbreviation: {en: LU}
languages: [en]
authentic: en
compiled_on: 2026-01-01
versions:
  - {id: first, from: 1990-01-01, by: charter-in-force, name: {en: Charter}}
  - {id: reform, from: 2015-01-01, by: reform-in-force, name: {en: Reform}}
members:
  AA: {names: {en: Aland}}
  BB: {names: {en: Beland}}
  CC: {names: {en: Celand}}
  DD: {names: {en: Deland}}
  EE: {names: {en: Eland}}
  FF: {names: {en: Efland}}
  XX: {names: {en: Outland}}
instruments:
  charter: {names: {en: Charter}, consent: signature, in_force: announced}
measures:
  shares: [{from: 1990-01-01, of: {AA: 50, BB: 20, CC: 10, DD: 10, EE: 5, FF: 5}}]
bodies:
  council: {names: {en: Council}, chair: none}
  board: {names: {en: Board}, chair: none}
  panel: {names: {en: Panel}, chair: none}
  bank: {names: {en: Bank}, chair: none}
  court: {names: {en: Court}, chair: none}
  forum: {names: {en: Forum}, chair: none}
  circle: {names: {en: Circle}, chair: none}
rules:
  - {membership: members, of: organisation, parties_of: charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - {quorum: two-thirds, bodies: [council], opens: {share: {of: present, over: members, at_least: 2/3}}, until: reform, article: {en: art. 2}, says: {en: Two thirds of the members.}}
  - {quorum: two-thirds, bodies: [council], opens: {number: {of: present, at_least: 2}}, since: reform, article: {en: art. 2}, says: {en: Any two.}}
  - {quorum: any-four, bodies: [board], opens: {number: {of: present, at_least: 4}}, article: {en: art. 3}, says: {en: Four members.}}
  - {quorum: more-than-half, bodies: [panel], opens: {share: {of: present, over: entitled, more_than: 1/2}}, article: {en: art. 4}, says: {en: More than half of those entitled.}}
  - {quorum: by-shares, bodies: [bank], opens: {share: {of: present, over: members, by: shares, more_than: 1/2}}, article: {en: art. 5}, says: {en: More than half of the shares.}}
  - {quorum: not-seen, bodies: [court], read: no, article: {en: art. 6}, says: {en: The figure has not been read.}}
  - quorum: disputed
    bodies: [forum]
    article: {en: art. 7}
    says: {en: "Half, understood in two ways."}
    dispute: what-half-is
    sides:
      half-or-more: {share: {of: present, over: members, at_least: 1/2}}
      more-than-half: {share: {of: present, over: members, more_than: 1/2}}
disputes:
  what-half-is:
    names: {en: What half is}
    article: {en: art. 7}
    about: disputed
    sides:
      half-or-more: {names: {en: Half or more}, says: {en: Half is enough.}}
      more-than-half: {names: {en: More than half}, says: {en: Half is not enough.}}
)";

template <class K> K of(std::string_view member) {
    K act;
    act.member = state(member);
    return act;
}

World union_of_six() {
    World w(lake_union);
    acts::EnteredIntoForce charter;
    charter.instrument = id<base::InstrumentId>("charter");
    for (const std::string member : {"AA", "BB", "CC", "DD", "EE", "FF"}) {
        auto signs = of<acts::Signed>(member);
        signs.instrument = charter.instrument;
        w.add("signs-" + member, "1989-01-01", signs);
    }
    w.add("charter-in-force", "1990-01-01", charter);
    return w;
}

using Names = std::vector<std::string>;

void hold(World& w, const char* body, const char* on, const Names& present, const Names& absent) {
    acts::Held held;
    held.session = id<base::SessionId>("s");
    held.body = id<base::BodyId>(body);
    w.add("held", on, held);
    for (const std::string& member : present) {
        auto act = of<acts::Present>(member);
        act.session = held.session;
        w.add("present-" + member, on, act);
    }
    for (const std::string& member : absent) {
        auto act = of<acts::Absent>(member);
        act.session = held.session;
        w.add("absent-" + member, on, act);
    }
}

law::Finding<Quorum> quorum(const record::View& view) {
    Inquiry inquiry(view);
    return law::quorum(inquiry, *law::session(inquiry, id<base::SessionId>("s")));
}

struct Row {
    const char* what;
    const char* body;
    Names present, absent;  // of the others nothing is on record
    Is is;
};
template <std::size_t count> void expect(const Row (&rows)[count], const char* on, auto&& before) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        World w = union_of_six();
        before(w);
        hold(w, row.body, on, row.present, row.absent);
        EXPECT_EQ(quorum(w.view("2026-01-01")).value.is, row.is);
    }
}

TEST(Quorum, CountsExactlyWhatItsRuleCounts) {
    const Row rows[] = {
        {"two thirds of six are four", "council", {"AA", "BB", "CC", "DD"}, {"EE", "FF"}, Is::quorate},
        {"three of six are not", "council", {"AA", "BB", "CC"}, {"DD", "EE", "FF"}, Is::not_quorate},
        {"a guest state makes no fourth",
         "council",
         {"AA", "BB", "CC", "XX"},
         {"DD", "EE", "FF"},
         Is::not_quorate},
        {"all", "council", {"AA", "BB", "CC", "DD", "EE", "FF"}, {}, Is::quorate},
        {"nobody", "council", {}, {"AA", "BB", "CC", "DD", "EE", "FF"}, Is::not_quorate},
        {"four heads", "board", {"AA", "BB", "CC", "DD"}, {"EE", "FF"}, Is::quorate},
        {"three heads", "board", {"AA", "BB", "CC"}, {"DD", "EE", "FF"}, Is::not_quorate},
        {"half is not more than half", "panel", {"AA", "BB", "CC"}, {"DD", "EE", "FF"}, Is::not_quorate},
        {"four of six are", "panel", {"AA", "BB", "CC", "DD"}, {"EE", "FF"}, Is::quorate},
        {"half of the shares is not more than half",
         "bank",
         {"AA"},
         {"BB", "CC", "DD", "EE", "FF"},
         Is::not_quorate},
        {"nor is the other half, five heads of six",
         "bank",
         {"BB", "CC", "DD", "EE", "FF"},
         {"AA"},
         Is::not_quorate},
        {"two heads with 55 of 100", "bank", {"AA", "FF"}, {"BB", "CC", "DD", "EE"}, Is::quorate},
    };
    expect(rows, "2010-01-01", [](World&) {});
}

TEST(Quorum, AnIncompleteListSaysWhatItCan) {
    const Row rows[] = {
        {"four present settle it", "council", {"AA", "BB", "CC", "DD"}, {}, Is::quorate},
        {"three absent settle it", "council", {}, {"AA", "BB", "CC"}, Is::not_quorate},
        {"two absent do not", "council", {}, {"AA", "BB"}, Is::attendance_not_on_record},
        {"three present and one unknown that could tip it",
         "council",
         {"AA", "BB", "CC"},
         {"DD", "EE"},
         Is::attendance_not_on_record},
        {"nothing on record", "board", {}, {}, Is::attendance_not_on_record},
        {"no unknown member can bring 50 of 100", "bank", {"CC"}, {"AA"}, Is::not_quorate},
    };
    expect(rows, "2010-01-01", [](World&) {});
}

TEST(Quorum, NoFigureReadIsNoQuorumDenied) {
    const Row rows[] = {
        {"the text is not read, though all came",
         "court",
         {"AA", "BB", "CC", "DD", "EE", "FF"},
         {},
         Is::no_figure_read},
        {"nor though nobody came", "court", {}, {"AA", "BB", "CC", "DD", "EE", "FF"}, Is::no_figure_read},
        {"no rule at all", "circle", {"AA"}, {"BB", "CC", "DD", "EE", "FF"}, Is::no_figure_read},
    };
    expect(rows, "2010-01-01", [](World&) {});
    for (const auto& [body, code] :
         {std::pair{"court", "no-quorum-figure-read"}, {"circle", "no-rule-of-quorum"}}) {
        World w = union_of_six();
        hold(w, body, "2010-01-01", {"AA"}, {"BB"});
        const auto found = quorum(w.view("2026-01-01"));
        EXPECT_EQ(found.reason.code, code);
        EXPECT_EQ(law::rests_on({found.reason}), base::Support::unverified);
        EXPECT_EQ(found.value.unknown.size(), 4U);  // attendance is told even so
    }
}

TEST(Quorum, TheSuspendedStandInTheNumberOfMembersAndNowhereElse) {
    const Row rows[] = {
        {"four of six with the suspended absent",
         "council",
         {"AA", "BB", "CC", "DD"},
         {"EE", "FF"},
         Is::quorate},
        {"three of six members; of four entitled they would do",
         "council",
         {"AA", "BB", "CC"},
         {"DD", "EE", "FF"},
         Is::not_quorate},
        {"three of four entitled are more than half",
         "panel",
         {"AA", "BB", "CC"},
         {"DD", "EE", "FF"},
         Is::quorate},
        {"two of four are not", "panel", {"AA", "BB"}, {"CC", "DD", "EE", "FF"}, Is::not_quorate},
        {"the suspended in the room bring nothing",
         "council",
         {"AA", "BB", "EE", "FF"},
         {"CC", "DD"},
         Is::not_quorate},
        {"nor heads", "board", {"AA", "BB", "CC", "EE", "FF"}, {"DD"}, Is::not_quorate},
        {"nor could they if they came", "board", {"AA", "BB", "CC"}, {"DD"}, Is::not_quorate},
    };
    expect(rows, "2010-01-01", [](World& w) {
        w.add("suspended-EE", "2009-01-01", of<acts::ParticipationSuspended>("EE"));
        w.add("suspended-FF", "2009-01-01", of<acts::ParticipationSuspended>("FF"));
    });
}

TEST(Quorum, IsOfTheMembersOfItsDay) {
    const Row rows[] = {
        {"three of four that were members then", "council", {"AA", "BB", "CC"}, {"DD"}, Is::quorate},
        {"who had left counts neither way",
         "council",
         {"AA", "BB", "EE", "FF"},
         {"CC", "DD"},
         Is::not_quorate},
    };
    expect(rows, "2010-01-01", [](World& w) {
        w.add("left-EE", "2009-12-31", of<acts::Left>("EE"));
        w.add("left-FF", "2010-01-01",
              of<acts::Left>("FF"));  // the day of the session is the first without it
        w.add("back-EE", "2020-01-01", of<acts::Admitted>("EE"));
    });
}

TEST(Quorum, IsJudgedByTheRuleOfItsDay) {
    for (const auto& [on, is] : {std::pair{"2014-12-31", Is::not_quorate}, {"2015-01-01", Is::quorate}}) {
        SCOPED_TRACE(on);
        World w = union_of_six();
        hold(w, "council", on, {"AA", "BB"}, {"CC", "DD", "EE", "FF"});
        EXPECT_EQ(quorum(w.view("2026-01-01")).value.is, is);
    }
    World w(lake_union);
    EXPECT_EQ(law::quorum_rule(w.rules(), id<base::BodyId>("circle"), day("2010-01-01")), nullptr);
    EXPECT_EQ(law::quorum_rule(w.rules(), id<base::BodyId>("board"), day("2010-01-01"))->id.text(),
              "any-four");
}

TEST(Quorum, DependsOnTheSideWhereItsRuleIsDisputed) {
    World w = union_of_six();
    hold(w, "forum", "2010-01-01", {"AA", "BB", "CC"}, {"DD", "EE", "FF"});
    // While nobody is known to hold a side there is no figure, not a quarrel.
    EXPECT_EQ(quorum(w.view("2026-01-01")).value.is, Is::no_figure_read);
    for (const auto& [member, side] : {std::pair{"AA", "half-or-more"}, {"FF", "more-than-half"}}) {
        auto stated = of<acts::InterpretationStated>(member);
        stated.dispute = id<base::DisputeId>("what-half-is");
        stated.side = id<base::SideId>(side);
        w.add(std::string("says-") + member, "2011-01-01", stated);
    }
    struct {
        const char* side;
        Is is;
    } const rows[] = {{"half-or-more", Is::quorate}, {"more-than-half", Is::not_quorate}};
    for (const auto& row : rows) {
        SCOPED_TRACE(row.side);
        const auto view =
            w.view("2026-01-01", {{id<base::DisputeId>("what-half-is"), id<base::SideId>(row.side)}});
        EXPECT_EQ(quorum(view).value.is, row.is);
    }
}

}  // namespace
