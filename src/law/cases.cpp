#include "law/cases.hpp"

#include <algorithm>

namespace law {
namespace {

Members set_of(const std::vector<base::MemberId>& members) { return Members(members.begin(), members.end()); }

std::string text_of(const Members& members) {
    std::string text;
    for (const base::MemberId member : members) {
        if (!text.empty()) text += ", ";
        text += member.text();
    }
    return text;
}

Ballot ballot_of_case(const rulebook::Rulebook& book, const rulebook::Case& made, base::Day day) {
    Poll poll;
    if (made.members) {
        poll.members = set_of(*made.members);
    } else {
        for (const rulebook::Member& member : book.members) poll.members.insert(member.id);
    }
    poll.suspended = set_of(made.suspended);
    poll.excluded = set_of(made.excluded);
    if (made.participating) poll.participating = set_of(*made.participating);
    poll.others = read_vote(made.others).value_or(Vote::absent);
    for (const auto& [name, who] : made.ballot) {
        const Vote vote = read_vote(name).value_or(Vote::absent);
        for (const base::MemberId member : who) poll.votes[member] = vote;
    }
    Ballot ballot = ballot_of(poll, day);
    for (const auto& [name, who] : made.sets) ballot.sets[name] = set_of(who);
    for (const auto& [fact, established] : made.facts) {
        if (established) ballot.facts.insert(fact);
    }
    return ballot;
}

/// The rule of a case in force on its day; null when there is none.
template <class Rule>
const Rule* in_force(const rulebook::Rulebook& book, const std::vector<Rule>& rules, base::RuleId id,
                     base::Day day) {
    const auto found = std::ranges::find_if(
        rules, [&](const Rule& rule) { return rule.id == id && book.applies(rule, day); });
    return found == rules.end() ? nullptr : &*found;
}

struct Result {
    std::string outcome;
    base::RuleId is;
    Members binds;
    Members may_join;
    std::vector<Tally> tallies;
};

Result result_of(const Decision& decision) {
    Result result{std::string(name_of(decision.outcome)), decision.is, decision.binds, decision.may_join, {}};
    for (const auto* tally : {&decision.opens_if, &decision.quorum, &decision.vote}) {
        if (*tally) result.tallies.push_back(**tally);
    }
    return result;
}

std::optional<Result> run(const rulebook::Rulebook& book, const rulebook::Case& made) {
    const base::Day day = made.on.value_or(book.compiled_on);
    const Ballot ballot = ballot_of_case(book, made, day);
    if (const auto* rule = in_force(book, book.deciding, made.rule, day)) {
        const auto* reading = reading_of(*rule, made.side);
        return reading ? std::optional(result_of(decide(book, *rule, *reading, ballot))) : std::nullopt;
    }
    if (const auto* rule = in_force(book, book.quorum, made.rule, day)) {
        const auto tally = evaluate_quorum(book, *rule, made.side, ballot);
        if (!tally) return Result{"not_read", {}, {}, {}, {}};
        return Result{tally->holds ? "quorum" : "no_quorum", {}, {}, {}, {*tally}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<CaseFailure> run_cases(const rulebook::Rulebook& book) {
    std::vector<CaseFailure> failures;
    for (const rulebook::Case& made : book.cases) {
        const auto result = run(book, made);
        const auto fail = [&](const char* what, std::string expected, std::string got) {
            failures.push_back({made.mark, made.rule, made.side, what, std::move(expected), std::move(got),
                                result ? result->tallies : std::vector<Tally>{}});
        };
        if (!result) {
            fail("rule", std::string(made.rule.text()), "");
            continue;
        }
        if (result->outcome != made.expect) {
            fail("outcome", made.expect, result->outcome);
            continue;  // who is bound differs with it: one failure a case says enough
        }
        if (!made.is.empty() && made.is != result->is) {
            fail("is", std::string(made.is.text()), std::string(result->is.text()));
        }
        if (made.binds && set_of(*made.binds) != result->binds) {
            fail("binds", text_of(set_of(*made.binds)), text_of(result->binds));
        }
        if (made.may_join && set_of(*made.may_join) != result->may_join) {
            fail("may_join", text_of(set_of(*made.may_join)), text_of(result->may_join));
        }
    }
    return failures;
}

}  // namespace law
