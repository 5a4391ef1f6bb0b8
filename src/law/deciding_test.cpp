#include "law/deciding.hpp"

#include <algorithm>
#include <initializer_list>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "rulebook/reader.hpp"

namespace law {
namespace {

using rulebook::Comparison;

constexpr std::array comparisons{Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                 Comparison::less_than};

Members some(std::initializer_list<const char*> names) {
    Members members;
    for (const char* name : names) members.insert(base::MemberId::of(name));
    return members;
}

Members first(std::size_t count) {
    Members members;
    for (std::size_t i = 0; i < count; ++i) members.insert(base::MemberId::of("M" + std::to_string(100 + i)));
    return members;
}

rulebook::SetExpression set(const char* name) { return {.name = rulebook::SetId::of(name), .parts = {}}; }

rulebook::Formula share(const char* of, const char* over, Comparison comparison, const char* ratio,
                        const char* by = "") {
    return {rulebook::Share{set(of), set(over), rulebook::MeasureId::of(by), comparison,
                            *base::Ratio::read(ratio)}};
}

Ballot with(std::initializer_list<std::pair<const char*, Members>> sets) {
    Ballot ballot;
    for (const auto& [name, members] : sets) ballot.sets[rulebook::SetId::of(name)] = members;
    return ballot;
}

/// A book of one measure: M100 weighs 1, M101 weighs 2, and so on.
rulebook::Rulebook weighing(std::size_t count) {
    rulebook::Rulebook book;
    rulebook::Measure::Table table;
    std::int64_t weight = 0;
    for (const base::MemberId member : first(count)) table.of[member] = ++weight;
    rulebook::Measure measure;
    measure.id = rulebook::MeasureId::of("votes");
    measure.tables = {table};
    book.measures.push_back(measure);
    return book;
}

const rulebook::Rulebook no_book;

// -- single rules --------------------------------------------------------------------------------

TEST(Deciding, AShareOfNothingIsFalse) {
    for (const Comparison comparison : comparisons) {
        for (const char* ratio : {"0", "1/2", "2/3", "1"}) {
            const Tally tally = evaluate(no_book, share("for", "voting", comparison, ratio), {});
            EXPECT_FALSE(tally.holds) << ratio;
            EXPECT_TRUE(tally.empty_base);
        }
    }
    // Nor is there a share of members that weigh nothing.
    const auto weightless = share("for", "members", Comparison::at_least, "0", "votes");
    const Ballot ballot = with({{"members", some({"X", "Y"})}, {"for", some({"X"})}});
    EXPECT_FALSE(evaluate(weighing(0), weightless, ballot).holds);
    EXPECT_FALSE(evaluate(no_book, weightless, ballot).holds) << "a measure that no table defines";
}

TEST(Deciding, ATieDoesNotCarryUnlessTheRuleSaysSo) {
    for (std::size_t half = 1; half <= 40; ++half) {
        Members against = first(2 * half);
        const Members in_favour = first(half);
        for (const base::MemberId member : in_favour) against.erase(member);
        const Ballot ballot = with({{"for", in_favour}, {"against", against}, {"voting", first(2 * half)}});
        EXPECT_FALSE(evaluate(no_book, share("for", "voting", Comparison::more_than, "1/2"), ballot).holds);
        EXPECT_TRUE(evaluate(no_book, share("for", "voting", Comparison::at_least, "1/2"), ballot).holds);
    }
}

TEST(Deciding, CountsExactly) {
    struct {
        const char* what;
        std::size_t part, whole;
        Comparison comparison;
        const char* ratio;
        bool holds;
        std::int64_t needed, slack;
    } const rows[] = {
        {"two thirds of three are two", 2, 3, Comparison::at_least, "2/3", true, 2, 0},
        {"more than two thirds of three are three", 2, 3, Comparison::more_than, "2/3", false, 3, -1},
        {"two thirds of four are three", 2, 4, Comparison::at_least, "2/3", false, 3, -1},
        {"55 % of 27 are 15", 15, 27, Comparison::at_least, "55%", true, 15, 0},
        {"55 % of 27 are not 14", 14, 27, Comparison::at_least, "55%", false, 15, -1},
        {"55 % of 20 are 11 exactly", 11, 20, Comparison::at_least, "55%", true, 11, 0},
        {"a third of 193 are 65", 65, 193, Comparison::at_least, "1/3", true, 65, 0},
        {"at most a half of five are two", 2, 5, Comparison::at_most, "1/2", true, 2, 0},
        {"at most a half of five are not three", 3, 5, Comparison::at_most, "1/2", false, 2, -1},
        {"less than a half of four is one", 2, 4, Comparison::less_than, "1/2", false, 1, -1},
        {"the whole of one", 1, 1, Comparison::at_least, "1", true, 1, 0},
        {"more than the whole never", 1, 1, Comparison::more_than, "1", false, 2, -1},
        {"none of some", 0, 7, Comparison::at_least, "0", true, 0, 0},
        {"less than none never", 0, 7, Comparison::less_than, "0", false, -1, -1},
        {"seven and four to spare", 7, 9, Comparison::more_than, "1/3", true, 4, 3},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const Tally tally = evaluate(no_book, share("for", "members", row.comparison, row.ratio),
                                     with({{"for", first(row.part)}, {"members", first(row.whole)}}));
        EXPECT_EQ(tally.holds, row.holds);
        EXPECT_EQ(tally.counted, static_cast<std::int64_t>(row.part));
        EXPECT_EQ(tally.base, static_cast<std::int64_t>(row.whole));
        EXPECT_EQ(tally.needed, row.needed);
        EXPECT_EQ(tally.slack, row.slack);
    }
}

TEST(Deciding, CountsOnlyTheBaseInAShare) {
    const Ballot ballot = with({{"for", some({"A", "B", "C"})}, {"participating", some({"A", "D", "E"})}});
    const Tally tally = evaluate(no_book, share("for", "participating", Comparison::at_least, "1/2"), ballot);
    EXPECT_EQ(tally.counted, 1);
    EXPECT_EQ(tally.of, some({"A"}));
    EXPECT_FALSE(tally.holds);
}

TEST(Deciding, WeighsLargeNumbersWithoutRounding) {
    rulebook::Rulebook book;
    rulebook::Measure measure;
    measure.id = rulebook::MeasureId::of("votes");
    measure.tables.resize(1);
    // Three thousand-millionths of the whole less one do not reach the share; in doubles they would.
    measure.tables[0].of = {{base::MemberId::of("A"), 649'999'999'999},
                            {base::MemberId::of("B"), 350'000'000'001}};
    book.measures.push_back(measure);
    const Ballot ballot = with({{"members", some({"A", "B"})}, {"for", some({"A"})}});
    const auto formula = share("for", "members", Comparison::at_least, "65%", "votes");
    EXPECT_EQ(evaluate(book, formula, ballot).slack, -1);
    EXPECT_FALSE(evaluate(book, formula, ballot).holds);
    book.measures[0].tables[0].of = {{base::MemberId::of("A"), 650'000'000'000},
                                     {base::MemberId::of("B"), 350'000'000'000}};
    EXPECT_TRUE(evaluate(book, formula, ballot).holds);
}

TEST(Deciding, TakesTheTableOfTheDay) {
    rulebook::Rulebook book;
    rulebook::Measure measure;
    measure.id = rulebook::MeasureId::of("votes");
    measure.tables = {
        {*base::Day::from(2000, 1, 1), {{base::MemberId::of("A"), 1}, {base::MemberId::of("B"), 1}}},
        {*base::Day::from(2010, 1, 1), {{base::MemberId::of("A"), 3}, {base::MemberId::of("B"), 1}}}};
    book.measures.push_back(measure);
    const auto formula = share("for", "members", Comparison::more_than, "1/2", "votes");
    Ballot ballot = with({{"members", some({"A", "B"})}, {"for", some({"A"})}});
    const std::pair<const char*, bool> days[] = {{"1999-12-31", false},
                                                 {"2000-01-01", false},
                                                 {"2009-12-31", false},
                                                 {"2010-01-01", true},
                                                 {"2024-05-05", true}};
    for (const auto& [day, holds] : days) {
        ballot.on = *base::Day::read(day);
        EXPECT_EQ(evaluate(book, formula, ballot).holds, holds) << day;
    }
}

TEST(Deciding, SuspendedMembersLeaveTheEntitledAndNotTheMembers) {
    Poll poll{.members = first(6), .suspended = {*first(1).begin()}, .others = Vote::in_favour};
    const Ballot ballot = ballot_of(poll, base::Day::last());
    const auto size = [&](const char* name) { return ballot.sets.at(rulebook::SetId::of(name)).size(); };
    EXPECT_EQ(size("members"), 6U);
    EXPECT_EQ(size("entitled"), 5U);
    EXPECT_EQ(size("participating"), 5U);
    EXPECT_EQ(size("for"), 5U) << "nor does its vote count";
    EXPECT_EQ(size("suspended"), 1U);
}

TEST(Deciding, KnowsWhoIsPresentAndWhoVotes) {
    const auto id = [](const char* name) { return base::MemberId::of(name); };
    Poll poll{.members = some({"A", "B", "C", "D", "E", "F", "G", "H"}),
              .excluded = some({"H"}),
              .votes = {{id("A"), Vote::in_favour},
                        {id("B"), Vote::against},
                        {id("C"), Vote::abstain},
                        {id("D"), Vote::object},
                        {id("E"), Vote::silent},
                        {id("F"), Vote::present},
                        {id("H"), Vote::in_favour}}};
    const Ballot ballot = ballot_of(poll, base::Day::last());
    const auto members = [&](const char* name) { return ballot.sets.at(rulebook::SetId::of(name)); };
    EXPECT_EQ(members("voting"), some({"A", "B"}));
    EXPECT_EQ(members("absent"), some({"G"}));
    EXPECT_EQ(members("object"), some({"D"}));
    EXPECT_EQ(members("entitled"), some({"A", "B", "C", "D", "E", "F", "G"}));
    EXPECT_EQ(members("represented"), members("present"));
    EXPECT_EQ(members("for"), some({"A"}));
}

TEST(Deciding, ConsensusIsNotUnanimity) {
    const rulebook::Formula consensus{rulebook::Empty{set("object")}};
    const rulebook::Formula unanimity{rulebook::Empty{
        {.kind = rulebook::SetExpression::Kind::minus, .name = {}, .parts = {set("members"), set("for")}}}};
    Poll poll{.members = first(5), .others = Vote::in_favour};
    poll.votes[*first(1).begin()] = Vote::absent;
    const Ballot ballot = ballot_of(poll, base::Day::last());
    EXPECT_TRUE(evaluate(no_book, consensus, ballot).holds);
    EXPECT_FALSE(evaluate(no_book, unanimity, ballot).holds);
}

TEST(Deciding, FindsTheFewestThatHoldMoreThanAShare) {
    // Weights 1 to 10, 55 together: 10 + 9 are 19, of which 35 % of 55 (19.25) is not yet exceeded.
    const rulebook::Rulebook book = weighing(10);
    rulebook::Number number;
    number.of = set("against");
    number.comparison = Comparison::at_most;
    number.bound =
        rulebook::Fewest{set("members"), rulebook::MeasureId::of("votes"), *base::Ratio::read("35%")};
    for (std::size_t opposed = 0; opposed <= 5; ++opposed) {
        const Tally tally =
            evaluate(book, {number}, with({{"members", first(10)}, {"against", first(opposed)}}));
        EXPECT_EQ(tally.needed, 3);
        EXPECT_EQ(tally.holds, opposed <= 3);
    }
}

TEST(Deciding, StopsAtTheFirstHurdle) {
    rulebook::Deciding rule;
    rule.opens_if = rulebook::Formula{rulebook::Empty{set("objects_to_format")}};
    rule.quorum = share("present", "members", Comparison::more_than, "1/2");
    rule.reading.adopted_if = rulebook::Formula{rulebook::Empty{set("object")}};
    rule.reading.effect.binds = set("members");
    rule.reading.otherwise = rulebook::Effect{set("for"), set("absent")};
    rule.reading.otherwise_is = base::RuleId::of("papers-of-those-present");
    const auto outcome = [&](const Ballot& ballot) { return decide(no_book, rule, rule.reading, ballot); };
    const Members all = first(4);

    const Decision closed = outcome(with({{"members", all}, {"objects_to_format", first(1)}}));
    EXPECT_EQ(closed.outcome, Outcome::not_open);
    EXPECT_FALSE(closed.quorum || closed.vote);
    const Decision few = outcome(with({{"members", all}, {"present", first(2)}}));
    EXPECT_EQ(few.outcome, Outcome::no_quorum);
    EXPECT_TRUE(few.binds.empty());
    const Decision adopted = outcome(with({{"members", all}, {"present", first(3)}}));
    EXPECT_EQ(adopted.outcome, Outcome::adopted);
    EXPECT_EQ(adopted.binds, all);
    EXPECT_TRUE(adopted.is.empty());
    const Decision failed =
        outcome(with({{"members", all}, {"present", first(3)}, {"object", first(1)}, {"for", first(2)}}));
    EXPECT_EQ(failed.outcome, Outcome::not_adopted);
    EXPECT_EQ(failed.binds, first(2));
    EXPECT_EQ(failed.is, base::RuleId::of("papers-of-those-present"));

    rule.reading.adopted_if.reset();
    EXPECT_EQ(outcome(with({{"members", all}, {"present", first(3)}})).outcome, Outcome::not_read);
    EXPECT_EQ(outcome(with({{"members", all}})).outcome, Outcome::no_quorum);
}

TEST(Deciding, SaysItsCountsAsValues) {
    const Tally tally = evaluate(no_book, share("for", "members", Comparison::at_least, "2/3"),
                                 with({{"for", some({"A"})}, {"members", some({"A", "B"})}}));
    const base::Value value = to_value(tally);
    EXPECT_EQ(value["kind"].text(), "share");
    EXPECT_EQ(*value["counted"].number(), 1);
    EXPECT_EQ(*value["needed"].number(), 2);
    EXPECT_EQ(*value["slack"].number(), -1);
    EXPECT_EQ(value["over"].text(), "members");
    EXPECT_EQ(value["ratio"].text(), "2/3");
}

// -- whatever the ballot -------------------------------------------------------------------------

/// A ballot of 1 to 12 members, each standing somewhere.
Poll arbitrary_poll(std::mt19937& random) {
    Poll poll;
    poll.members = first(1 + random() % 12);
    for (const base::MemberId member : poll.members) {
        poll.votes[member] = static_cast<Vote>(random() % 8);
        if (random() % 8 == 0) poll.suspended.insert(member);
    }
    return poll;
}

constexpr unsigned seeds = 500;

TEST(Deciding, AnAbstentionLessChangesNoShareOfThoseVoting) {
    const auto formula = share("for", "voting", Comparison::at_least, "2/3");
    for (unsigned seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        Poll poll = arbitrary_poll(random);
        const Tally before = evaluate(no_book, formula, ballot_of(poll, base::Day::last()));
        for (auto& [member, vote] : poll.votes) {
            if (vote == Vote::abstain) vote = Vote::absent;
        }
        const Tally after = evaluate(no_book, formula, ballot_of(poll, base::Day::last()));
        EXPECT_EQ(before.holds, after.holds);
        EXPECT_EQ(before.counted, after.counted);
        EXPECT_EQ(before.base, after.base);
    }
}

TEST(Deciding, AVoteMoreInFavourNeverHurts) {
    const rulebook::Formula rule{rulebook::Any{{share("for", "voting", Comparison::more_than, "1/2"),
                                                share("for", "members", Comparison::at_least, "2/3")}}};
    for (unsigned seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        Poll poll = arbitrary_poll(random);
        if (!evaluate(no_book, rule, ballot_of(poll, base::Day::last())).holds) continue;
        for (auto& [member, vote] : poll.votes) {
            const Vote before = vote;
            vote = Vote::in_favour;
            EXPECT_TRUE(evaluate(no_book, rule, ballot_of(poll, base::Day::last())).holds);
            vote = before;
        }
    }
}

TEST(Deciding, SlackSaysHowFarTheThresholdIs) {
    for (unsigned seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const std::size_t whole = 1 + random() % 40;
        const std::size_t part = random() % (whole + 1);
        const std::int64_t denominator = 1 + static_cast<std::int64_t>(random() % 12);
        const std::int64_t numerator =
            static_cast<std::int64_t>(random() % static_cast<unsigned>(denominator + 1));
        const std::string ratio = std::to_string(numerator) + "/" + std::to_string(denominator);
        const auto comparison = comparisons[random() % comparisons.size()];
        const auto formula = share("for", "members", comparison, ratio.c_str());
        const auto holds = [&](std::int64_t count) {
            return evaluate(
                no_book, formula,
                with({{"for", first(static_cast<std::size_t>(count))}, {"members", first(whole)}}));
        };
        const Tally tally = holds(static_cast<std::int64_t>(part));
        // What the definition says, multiplied out.
        const std::int64_t left = static_cast<std::int64_t>(part) * denominator;
        const std::int64_t right = static_cast<std::int64_t>(whole) * numerator;
        const bool expected = comparison == Comparison::at_least    ? left >= right
                              : comparison == Comparison::more_than ? left > right
                              : comparison == Comparison::at_most   ? left <= right
                                                                    : left < right;
        EXPECT_EQ(tally.holds, expected) << part << "/" << whole << " against " << ratio;
        EXPECT_EQ(tally.holds, tally.slack >= 0);
        const bool from_below = comparison == Comparison::at_least || comparison == Comparison::more_than;
        const std::int64_t edge = tally.needed;
        const std::int64_t beyond = from_below ? edge - 1 : edge + 1;
        if (edge >= 0 && edge <= static_cast<std::int64_t>(whole)) {
            EXPECT_TRUE(holds(edge).holds);
        }
        if (beyond >= 0 && beyond <= static_cast<std::int64_t>(whole)) {
            EXPECT_FALSE(holds(beyond).holds);
        }
    }
}

TEST(Deciding, SetsKeepTheLawsOfSets) {
    using Kind = rulebook::SetExpression::Kind;
    const auto joined = [](Kind kind, const rulebook::SetExpression& a, const rulebook::SetExpression& b) {
        return rulebook::SetExpression{.kind = kind, .name = {}, .parts = {a, b}};
    };
    const auto a = set("for");
    const auto b = set("present");
    const auto c = set("entitled");
    for (unsigned seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        Ballot ballot;
        for (const char* name : {"for", "present", "entitled"}) {
            for (const base::MemberId member : first(10)) {
                if (random() % 2 == 0) ballot.sets[rulebook::SetId::of(name)].insert(member);
            }
        }
        const auto of = [&](const rulebook::SetExpression& each) {
            return members_of(no_book, each, ballot);
        };
        EXPECT_EQ(of(joined(Kind::both, a, b)), of(joined(Kind::both, b, a)));
        EXPECT_EQ(of(joined(Kind::either, a, b)), of(joined(Kind::either, b, a)));
        EXPECT_EQ(of(joined(Kind::minus, a, joined(Kind::minus, a, b))), of(joined(Kind::both, a, b)));
        EXPECT_EQ(of(joined(Kind::minus, a, joined(Kind::either, b, c))),
                  of(joined(Kind::minus, joined(Kind::minus, a, b), c)));
        EXPECT_TRUE(of(joined(Kind::minus, a, a)).empty());
    }
}

TEST(Deciding, NotAndEmptyAreWhatTheySay) {
    for (unsigned seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const Ballot ballot = ballot_of(arbitrary_poll(random), base::Day::last());
        const auto inner = share("for", "entitled", Comparison::at_least, "1/2");
        const rulebook::Formula negated{rulebook::Not{std::make_shared<const rulebook::Formula>(inner)}};
        EXPECT_NE(evaluate(no_book, inner, ballot).holds, evaluate(no_book, negated, ballot).holds);
        rulebook::Number none;
        none.of = set("object");
        none.comparison = Comparison::at_most;
        EXPECT_EQ(evaluate(no_book, {rulebook::Empty{set("object")}}, ballot).holds,
                  evaluate(no_book, {none}, ballot).holds);
    }
}

}  // namespace
}  // namespace law
