// Whether a member has its vote: what counts as unpaid, what the rule on arrears asks for, and that a rule
// that needs a decision takes nothing away by itself.
#include "law/voting_right.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using acts::Paid;
using law::Inquiry;
using law::Standing;
using law::testing::day;
using law::testing::id;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

constexpr std::string_view bodies = R"(
bodies:
  council: {names: {en: Council}, chair: none}
)";
constexpr std::string_view by_decision = R"(
rules:
  - {arrears: two-years, after: P2Y, decided_by: council, article: {en: art. 24}, says: {en: The Council may take the vote away.}}
)";
constexpr std::string_view by_itself = R"(
rules:
  - {arrears: two-years, after: P2Y, article: {en: art. 24}, says: {en: The vote is lost.}}
)";
constexpr std::string_view not_read = R"(
rules:
  - {arrears: two-years, after: P2Y, decided_by: council, read: no, article: {en: art. 24}, says: {en: Not read.}}
)";
constexpr std::string_view disputed = R"(
rules:
  - arrears: two-years
    after: P2Y
    article: {en: art. 24}
    says: {en: The vote is lost.}
    share_due: {dispute: outside, side: due}
disputes:
  outside:
    names: {en: Outside the decision}
    article: {en: art. 24}
    sides:
      due: {names: {en: Due}, says: {en: The share is due.}}
      not-due: {names: {en: Not due}, says: {en: The share is not due.}}
)";
constexpr std::string_view from_the_second_text = R"(
rules:
  - {arrears: two-years, after: P2Y, since: second, article: {en: art. 24}, says: {en: The vote is lost.}}
)";

std::string book(std::string_view rules) {
    return std::string(three_states) + std::string(bodies) + std::string(rules);
}

// A report that a share of a period is paid, unpaid or paid in part.
struct Report {
    const char* on;
    const char* period;
    Paid paid = Paid::unpaid;
    const char* member = "AA";
    const char* known_on = "";
};

void add(World& world, const std::vector<Report>& reports) {
    int number = 0;
    for (const Report& report : reports) {
        acts::PaymentReported told;
        told.member = state(report.member);
        if (*report.period) told.when = *base::Date::read(report.period);
        told.paid = report.paid;
        world.add("report-" + std::to_string(++number), report.on, told, {.known_on = report.known_on});
    }
}

template <class K> K of_aland() {
    K act;
    act.member = state("AA");
    return act;
}

law::VotingRight right(World& world, const char* on, law::Taking taken = {}) {
    const auto view = world.view(on, std::move(taken));
    Inquiry inquiry(view);
    return law::voting_right(inquiry, state("AA"), view.on);
}

std::string unpaid(const law::VotingRight& right) {
    std::string all;
    for (const base::Date& period : right.unpaid) all += (all.empty() ? "" : " ") + period.text();
    return all;
}

// "has its vote" or "has no vote", and with " | " between them where that depends or is imprecise.
std::string vote(World& world, const char* on, law::Taking taken = {}) {
    const auto view = world.view(on, std::move(taken));
    const auto conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        const auto found = law::voting_right(inquiry, state("AA"), view.on);
        law::Leaf leaf;
        leaf.answer = found.has_vote ? "has its vote" : "has no vote";
        leaf.reasons = found.reasons;
        return leaf;
    });
    std::string all;
    const auto say = [&](const base::Value& one) {
        all += (all.empty() ? "" : " | ") + std::string(one.text());
    };
    if (conclusion.standing == Standing::depends) {
        for (const auto& side : conclusion.by_side) say(side.answer);
    } else if (conclusion.standing == Standing::imprecise) {
        for (const base::Value& one : *conclusion.answer["candidates"].list()) say(one);
    } else {
        say(conclusion.answer);
    }
    return all;
}

TEST(VotingRight, CountsThePeriodsReportedUnpaid) {
    const struct {
        const char* what;
        std::vector<Report> reports;
        const char* unpaid;
        std::int64_t months;
        bool condition_met;
    } rows[] = {
        {"nothing on record", {}, "", 0, false},
        {"one year of two", {{"2021-01-15", "2020"}}, "2020", 12, false},
        {"a year and a half",
         {{"2021-01-15", "2020"}, {"2021-07-15", "[2021-01-01,2021-06-30]"}},
         "2020 [2021-01-01,2021-06-30]",
         18,
         false},
        {"a month short of two years",
         {{"2021-01-15", "2020"}, {"2021-12-15", "[2021-01-01,2021-11-30]"}},
         "2020 [2021-01-01,2021-11-30]",
         23,
         false},
        {"two years", {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}}, "2020 2021", 24, true},
        {"two years together in one report",
         {{"2022-01-15", "[2020-01-01,2021-12-31]"}},
         "[2020-01-01,2021-12-31]",
         24,
         true},
        {"two years with one paid between them",
         {{"2020-01-15", "2019"}, {"2021-01-15", "2020", Paid::paid}, {"2022-01-15", "2021"}},
         "2019 2021",
         24,
         true},
        {"reported in another order than the years have",
         {{"2022-01-15", "2021"}, {"2022-02-15", "2020"}},
         "2020 2021",
         24,
         true},
        {"the same year twice counts once",
         {{"2021-01-15", "2020"}, {"2021-06-15", "2020"}},
         "2020",
         12,
         false},
        {"paid", {{"2021-01-15", "2020", Paid::paid}, {"2022-01-15", "2021", Paid::paid}}, "", 0, false},
        {"paid later",
         {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}, {"2022-03-01", "2020", Paid::paid}},
         "2021",
         12,
         false},
        {"paid, and an older report that became known only afterwards",
         {{"2021-06-15", "2020", Paid::paid}, {"2021-01-15", "2020", Paid::unpaid, "AA", "2023-01-01"}},
         "",
         0,
         false},
        {"paid in part is not paid",
         {{"2021-01-15", "2020", Paid::in_part}, {"2022-01-15", "2021"}},
         "2020 2021",
         24,
         true},
        {"paid in part, and then the rest",
         {{"2021-01-15", "2020", Paid::in_part}, {"2021-05-15", "2020", Paid::paid}},
         "",
         0,
         false},
        {"of another member",
         {{"2021-01-15", "2020", Paid::unpaid, "BB"}, {"2022-01-15", "2021"}},
         "2021",
         12,
         false},
        {"of no period named", {{"2022-01-15", ""}}, "", 0, false},
        {"told for a day that is still to come",
         {{"2021-01-15", "2020"}, {"2025-01-15", "2021"}},
         "2020",
         12,
         false},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World world(book(by_decision));
        add(world, row.reports);
        const auto found = right(world, "2024-01-01");
        EXPECT_EQ(unpaid(found), row.unpaid);
        EXPECT_EQ(found.months, row.months);
        EXPECT_EQ(found.months_needed, 24);
        EXPECT_EQ(found.condition_met, row.condition_met);
        EXPECT_TRUE(found.has_vote) << "no decision was taken";
        EXPECT_TRUE(found.decision.empty());
    }
}

TEST(VotingRight, IsLostAsTheRuleHasIt) {
    const std::vector<Report> one_year = {{"2021-01-15", "2020"}};
    const std::vector<Report> two_years = {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}};
    const struct {
        const char* what;
        std::string_view rules;
        std::vector<Report> reports;
        const char* on;
        bool has_vote;
        bool condition_met;
        std::int64_t months_needed;
    } rows[] = {
        {"no rule", "", two_years, "2024-01-01", true, false, 0},
        {"no rule, nothing unpaid", "", {}, "2024-01-01", true, false, 0},
        {"a decision is needed, one year", by_decision, one_year, "2024-01-01", true, false, 24},
        {"a decision is needed, two years", by_decision, two_years, "2024-01-01", true, true, 24},
        {"a rule nobody has read takes nothing away", not_read, two_years, "2024-01-01", true, true, 24},
        {"by itself, nothing unpaid", by_itself, {}, "2024-01-01", true, false, 24},
        {"by itself, one year", by_itself, one_year, "2024-01-01", true, false, 24},
        {"by itself, the day before the second year is told", by_itself, two_years, "2022-01-14", true, false,
         24},
        {"by itself, the day on which it is told", by_itself, two_years, "2022-01-15", false, true, 24},
        {"by itself, two years", by_itself, two_years, "2024-01-01", false, true, 24},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World world(book(row.rules));
        add(world, row.reports);
        const auto found = right(world, row.on);
        EXPECT_EQ(found.has_vote, row.has_vote);
        EXPECT_EQ(found.condition_met, row.condition_met);
        EXPECT_EQ(found.months_needed, row.months_needed);
    }
}

TEST(VotingRight, ComesBackWithThePayment) {
    World world(book(by_itself));
    add(world, {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}, {"2022-03-01", "2020", Paid::paid}});
    EXPECT_FALSE(right(world, "2022-02-28").has_vote);
    EXPECT_TRUE(right(world, "2022-03-01").has_vote);
}

TEST(VotingRight, FollowsTheLawOfTheDayAskedAbout) {
    std::string text = book(from_the_second_text);
    constexpr std::string_view first = "name: {en: First text}}";
    text.replace(
        text.find(first), first.size(),
        "name: {en: First text}}, {id: second, from: 2023-01-01, by: second-text, name: {en: Second}}");
    World world(text);
    add(world, {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}});
    EXPECT_EQ(right(world, "2022-12-31").months_needed, 0);
    EXPECT_TRUE(right(world, "2022-12-31").has_vote);
    EXPECT_EQ(right(world, "2023-01-01").months_needed, 24);
    EXPECT_FALSE(right(world, "2023-01-01").has_vote);
}

TEST(VotingRight, IsTakenAwayAndGivenBackByDecision) {
    const struct {
        const char* what;
        std::vector<std::pair<const char*, const char*>> decisions;  // "taken" or "given", on a day
        const char* on;
        const char* by;  // the decision that stands; empty: the member has its vote
    } rows[] = {
        {"none", {}, "2024-01-01", ""},
        {"the day before", {{"taken", "2022-05-01"}}, "2022-04-30", ""},
        {"the day itself", {{"taken", "2022-05-01"}}, "2022-05-01", "decision-1"},
        {"taken", {{"taken", "2022-05-01"}}, "2024-01-01", "decision-1"},
        {"before it is given back",
         {{"taken", "2022-05-01"}, {"given", "2023-05-01"}},
         "2023-04-30",
         "decision-1"},
        {"given back", {{"taken", "2022-05-01"}, {"given", "2023-05-01"}}, "2023-05-01", ""},
        {"taken once more",
         {{"taken", "2022-05-01"}, {"given", "2023-05-01"}, {"taken", "2023-10-01"}},
         "2024-01-01",
         "decision-3"},
        {"given back what had not been taken",
         {{"given", "2021-05-01"}, {"taken", "2022-05-01"}},
         "2024-01-01",
         "decision-2"},
        {"told in another order than it happened",
         {{"taken", "2023-10-01"}, {"taken", "2022-05-01"}, {"given", "2023-05-01"}},
         "2024-01-01",
         "decision-1"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World world(book(by_decision));
        int number = 0;
        for (const auto& [what, on] : row.decisions) {
            const std::string name = "decision-" + std::to_string(++number);
            if (std::string_view(what) == "taken")
                world.add(name, on, of_aland<acts::VoteTakenAway>(), {.known_on = "2023-12-01"});
            else
                world.add(name, on, of_aland<acts::VoteGivenBack>(), {.known_on = "2023-12-01"});
        }
        const auto found = right(world, row.on);
        EXPECT_EQ(found.has_vote, *row.by == '\0');
        EXPECT_EQ(found.decision.text(), row.by);
        EXPECT_FALSE(found.condition_met) << "a decision is no payment";
    }
}

TEST(VotingRight, IsTheMembersOwn) {
    World world(book(by_decision));
    acts::VoteTakenAway of_another;
    of_another.member = state("BB");
    world.add("decision", "2022-05-01", of_another);
    EXPECT_TRUE(right(world, "2024-01-01").has_vote);
}

// Aland abstains from the decision on the budget of 2020; it is told that it paid nothing for two years.
World outside(bool with_holders) {
    World world(book(disputed));
    if (with_holders) {
        for (const auto& [member, side] : {std::pair{"AA", "not-due"}, {"BB", "due"}}) {
            acts::InterpretationStated stated;
            stated.member = state(member);
            stated.dispute = id<base::DisputeId>("outside");
            stated.side = id<base::SideId>(side);
            world.add(std::string("says-") + member, "2020-01-01", stated);
        }
    }
    auto share = of_aland<acts::ShareStated>();
    share.paper = id<base::PaperId>("budget-2020");
    share.when = *base::Date::read("2020");
    world.add("share", "2020-01-02", share);
    auto abstains = of_aland<acts::PositionTaken>();
    abstains.paper = share.paper;
    abstains.stance = acts::Stance::abstains;
    world.add("abstains", "2020-01-02", abstains);
    add(world, {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}});
    return world;
}
law::Taking taking(const char* side) { return {{id<base::DisputeId>("outside"), id<base::SideId>(side)}}; }

TEST(VotingRight, DependsOnWhetherAShareOutsideTheDecisionIsDue) {
    World world = outside(true);
    EXPECT_EQ(vote(world, "2024-01-01", taking("due")), "has no vote");
    EXPECT_EQ(vote(world, "2024-01-01", taking("not-due")), "has its vote");
    EXPECT_EQ(vote(world, "2024-01-01"), "has no vote | has its vote");
    EXPECT_EQ(unpaid(right(world, "2024-01-01", taking("due"))), "2020 2021");
    EXPECT_EQ(unpaid(right(world, "2024-01-01", taking("not-due"))), "2021");
    EXPECT_EQ(vote(world, "2022-01-14"), "has its vote") << "one year is not enough on either side";
}

TEST(VotingRight, IsNotInDisputeWhereNobodyHoldsASide) {
    World world = outside(false);
    EXPECT_EQ(vote(world, "2024-01-01"), "has no vote");
}

TEST(VotingRight, OfAMemberThatJoinedTheDecisionAfterwards) {
    World world = outside(true);
    auto joined = of_aland<acts::PositionTaken>();
    joined.paper = id<base::PaperId>("budget-2020");
    joined.stance = acts::Stance::joined;
    world.add("joined", "2023-01-01", joined);
    EXPECT_EQ(vote(world, "2022-12-31"), "has no vote | has its vote");
    EXPECT_EQ(vote(world, "2023-01-01"), "has no vote") << "it stands outside the decision no more";
}

TEST(VotingRight, OfAMemberOutsideADecisionOnAnotherBudget) {
    World world(book(disputed));
    auto abstains = of_aland<acts::PositionTaken>();
    abstains.paper = id<base::PaperId>("another-paper");
    abstains.stance = acts::Stance::abstains;
    world.add("abstains", "2020-01-02", abstains);
    add(world, {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}});
    EXPECT_EQ(vote(world, "2024-01-01", taking("not-due")), "has no vote");
}

TEST(VotingRight, DoesNotCountAReportThatWasAnnulled) {
    World world(book(by_itself));
    add(world, {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}});
    acts::Annulled annulment;
    annulment.act = id<base::ActId>("report-2");
    world.add("mistake", "2023-01-01", annulment);
    EXPECT_EQ(unpaid(right(world, "2024-01-01")), "2020");
    EXPECT_TRUE(right(world, "2024-01-01").has_vote);
    const auto before = world.known(2, "2024-01-01");
    Inquiry inquiry(before);
    EXPECT_FALSE(law::voting_right(inquiry, state("AA"), before.on).has_vote) << "as it was known then";
}

TEST(VotingRight, IsImpreciseWhereTheDayOfTheDecisionIs) {
    World world(book(by_decision));
    world.add("decision", "2022-05", of_aland<acts::VoteTakenAway>());
    EXPECT_EQ(vote(world, "2022-04-30"), "has its vote");
    EXPECT_EQ(vote(world, "2022-05-15"), "has no vote | has its vote");
    EXPECT_EQ(vote(world, "2022-05-31"), "has no vote");
}

TEST(VotingRight, RestsOnWhatItWasWorkedOutFrom) {
    const auto codes = [](World& world) {
        std::vector<std::string> all;
        for (const law::Reason& reason : right(world, "2024-01-01").reasons) all.push_back(reason.code);
        return all;
    };
    using Codes = std::vector<std::string>;
    World no_rule(book(""));
    EXPECT_EQ(codes(no_rule), (Codes{"no-rule-on-arrears"}));
    World decided(book(by_decision));
    add(decided, {{"2021-01-15", "2020"}});
    decided.add("decision", "2022-05-01", of_aland<acts::VoteTakenAway>());
    EXPECT_EQ(codes(decided), (Codes{"vote-taken-away", "share-unpaid", "vote-lost-only-by-decision"}));
    World itself(book(by_itself));
    EXPECT_EQ(codes(itself), (Codes{"vote-lost-by-the-rule"}));
    World unread(book(not_read));
    EXPECT_EQ(right(unread, "2024-01-01").reasons.back().support, base::Support::unverified);
}

TEST(VotingRight, ReadsEveryAccountOfAReport) {
    World world(book(by_itself));
    const auto told = [&](const char* name, const char* period, Paid paid, const char* event = "") {
        auto report = of_aland<acts::PaymentReported>();
        if (*period) report.when = *base::Date::read(period);
        report.paid = paid;
        world.add(name, "2022-01-15", report, {.event = event});
    };
    told("report", "2020", Paid::unpaid);
    told("of-2021", "", Paid::unpaid);  // the first account names no period, a further one does
    EXPECT_EQ(vote(world, "2024-01-01"), "has its vote");
    told("of-2021-more", "2021", Paid::unpaid, "of-2021");
    EXPECT_EQ(unpaid(right(world, "2024-01-01")), "2020 2021");
    EXPECT_EQ(vote(world, "2024-01-01"), "has no vote");
    told("report-otherwise", "2020", Paid::paid, "report");
    EXPECT_EQ(vote(world, "2024-01-01"), "has its vote | has no vote")
        << "paid by the one, unpaid by the other";
}

TEST(VotingRight, IsOfThoseWhoHaveIt) {
    const auto with_vote = [](World& world, const char* on) {
        const auto view = world.view(on);
        Inquiry inquiry(view);
        std::vector<law::Reason> without;
        std::string all;
        for (const auto member : law::with_vote(inquiry, {state("AA"), state("BB")}, view.on, without))
            all += std::string(member.text());
        for (const law::Reason& reason : without) all += " " + reason.code;
        return all;
    };
    const std::vector<Report> two_years = {{"2021-01-15", "2020"}, {"2022-01-15", "2021"}};
    const struct {
        const char* what;
        std::string_view rules;
        bool decided;
        const char* on;
        const char* found;
    } rows[] = {
        {"nothing decided, and a decision is needed", by_decision, false, "2024-01-01", "AABB"},
        {"the day before the decision", by_decision, true, "2023-04-30", "AABB"},
        {"decided", by_decision, true, "2023-05-01", "BB vote-taken-away"},
        {"decided, without a rule on record", "", true, "2023-05-01", "BB vote-taken-away"},
        {"by the rule itself", by_itself, false, "2024-01-01", "BB vote-lost-by-the-rule"},
        {"by the rule itself, before the second year", by_itself, false, "2022-01-14", "AABB"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World world(book(row.rules));
        add(world, two_years);
        if (row.decided) world.add("decision", "2023-05-01", of_aland<acts::VoteTakenAway>());
        EXPECT_EQ(with_vote(world, row.on), row.found);
    }
}

constexpr std::string_view with_members = R"(
instruments:
  charter: {names: {en: Charter}, consent: signature, in_force: all-signatories}
rules:
  - {membership: members, of: organisation, parties_of: charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - {arrears: two-years, after: P2Y, decided_by: council, article: {en: art. 24}, says: {en: The Council may take the vote away.}}
)";

TEST(VotingRight, IsOfMembersThatTakePart) {
    using Entitled = law::VotingRight::Entitled;
    struct {
        const char* on;
        Entitled entitled;
        bool has_vote;
    } const rows[] = {
        {"1999-12-31", Entitled::not_a_member, false}, {"2000-01-01", Entitled::yes, true},
        {"2005-06-01", Entitled::suspended, false},    {"2006-06-01", Entitled::yes, true},
        {"2012-06-01", Entitled::not_a_member, false},
    };
    World world(book(with_members));
    acts::Signed consent;
    consent.member = state("AA");
    consent.instrument = id<base::InstrumentId>("charter");
    world.add("signed", "2000-01-01", consent);
    world.add("paused", "2005-01-01", of_aland<acts::ParticipationSuspended>());
    world.add("resumed", "2006-01-01", of_aland<acts::ParticipationRestored>());
    world.add("suspended", "2012-01-01", of_aland<acts::MembershipSuspended>());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        const auto found = right(world, row.on);
        EXPECT_EQ(found.entitled, row.entitled);
        EXPECT_EQ(found.has_vote, row.has_vote);
    }
}

TEST(VotingRight, NamesTheYearsOfWhichNothingIsTold) {
    World world(book(by_decision));
    add(world, {{"2025-01-15", "2024"}});
    EXPECT_TRUE(right(world, "2025-12-31").untold.empty()) << "2025 was not over";
    ASSERT_EQ(right(world, "2026-11-22").untold.size(), 1U);
    EXPECT_EQ(right(world, "2026-11-22").untold.front().text(), "2025");
}

}  // namespace
