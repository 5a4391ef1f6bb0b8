#include "law/quorum.hpp"

#include <algorithm>

#include "law/membership.hpp"
#include "law/voting_right.hpp"

namespace law {
namespace {

Ballot ballot_with(const Quorum& found, const std::vector<base::MemberId>& entitled,
                   const std::vector<base::MemberId>& present, base::Day day) {
    Ballot ballot;
    ballot.on = day;
    const auto fill = [&](const char* set, const std::vector<base::MemberId>& members) {
        ballot.sets[rulebook::SetId::of(set)].insert(members.begin(), members.end());
    };
    const auto fill_entitled = [&](const char* set, const std::vector<base::MemberId>& members) {
        for (const base::MemberId member : members) {
            if (std::ranges::find(entitled, member) != entitled.end())
                ballot.sets[rulebook::SetId::of(set)].insert(member);
        }
    };
    fill("members", found.members);
    fill("entitled", entitled);
    fill("participating", entitled);
    fill_entitled("present", present);
    fill_entitled("represented", present);
    fill_entitled("absent", found.absent);
    return ballot;
}

}  // namespace

const rulebook::Quorum* quorum_rule(const rulebook::Rulebook& rules, base::BodyId body, base::Day day) {
    for (const rulebook::Quorum& rule : rules.quorum) {
        if (rules.applies(rule, day) && std::ranges::find(rule.bodies, body) != rule.bodies.end())
            return &rule;
    }
    return nullptr;
}

Finding<Quorum> quorum(Inquiry& inquiry, const Session& session) {
    Quorum found;
    auto rows = attendance(inquiry, session);
    std::vector<Reason> because{std::move(rows.reason)};
    for (Attendance& row : rows.value) {
        found.members.push_back(row.member);
        switch (row.was) {
            case Attendance::Was::present:
                found.present.push_back(row.member);
                break;
            case Attendance::Was::absent:
                found.absent.push_back(row.member);
                break;
            case Attendance::Was::not_on_record:
                found.unknown.push_back(row.member);
                break;
        }
        because.push_back(std::move(row.reason));
    }
    base::Object facts{{"session", session.id},
                       {"body", session.bodies.front()},
                       {"present", found.present.size()},
                       {"members", found.members.size()}};
    const auto* rule = quorum_rule(inquiry.rules(), session.bodies.front(), session.on.earliest());
    const rulebook::Formula* formula = nullptr;
    if (rule) {
        formula = rule->opens ? &*rule->opens : nullptr;
        if (rule->dispute) {
            const auto by_side = rule->by_side.find(inquiry.side(rule->dispute));
            if (by_side != rule->by_side.end()) formula = &by_side->second;
        }
    }
    if (!formula) {
        Reason reason = rule
                            ? by_rule(*rule, "no-quorum-figure-read", std::move(facts))
                            : concluded("no-rule-of-quorum", std::move(facts), {}, base::Support::unverified);
        reason.because = std::move(because);
        return {std::move(found), std::move(reason)};
    }
    const auto entitled = with_vote(inquiry, members(inquiry, session.on.earliest()).value.entitled,
                                    session.on.earliest(), because);
    std::vector<base::MemberId> at_most = found.present;
    at_most.insert(at_most.end(), found.unknown.begin(), found.unknown.end());
    const Tally least = evaluate(inquiry.rules(), *formula,
                                 ballot_with(found, entitled, found.present, session.on.earliest()));
    const Tally most =
        evaluate(inquiry.rules(), *formula, ballot_with(found, entitled, at_most, session.on.earliest()));
    if (least.holds != most.holds) {
        found.is = Quorum::Is::attendance_not_on_record;
    } else {
        found.is = least.holds ? Quorum::Is::quorate : Quorum::Is::not_quorate;
    }
    facts.emplace("tally", to_value(least));
    Reason reason = by_rule(*rule,
                            least.holds != most.holds ? "quorum-turns-on-unknown-attendance"
                            : least.holds             ? "quorum-present"
                                                      : "quorum-lacking",
                            std::move(facts));
    reason.because = std::move(because);
    return {std::move(found), std::move(reason)};
}

}  // namespace law
