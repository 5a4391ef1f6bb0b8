// Whether a member has its vote: what it has not paid, what the rule on arrears asks for, and whether the
// decision it asks for is on record. A rule that needs a decision takes no vote by itself.
#pragma once

#include <cstdint>
#include <vector>

#include "law/inquiry.hpp"

namespace law {

struct VotingRight {
    /// Who is no member has no vote, nor has a member whose participation is suspended.
    enum class Entitled { yes, not_a_member, suspended };
    Entitled entitled = Entitled::yes;
    bool has_vote = true;
    std::vector<base::Date> unpaid;  // periods whose share is due and unpaid, earliest first
    std::int64_t months = 0;         // that these are together
    std::int64_t months_needed = 0;  // by the rule; 0: there is no rule
    bool condition_met = false;      // as many months as the rule names; never where there is no rule
    base::ActId decision;            // by which the vote was taken away; empty: none
    std::vector<base::Date> untold;  // whole years gone by since the last of which a payment is told
    std::vector<Reason> reasons;
};

VotingRight voting_right(Inquiry& inquiry, base::MemberId member, base::Day day);

/// Those of `members` that have their vote, in the same order; for each of the others a reason is added to
/// `without`. Under a rule that needs a decision only the decision counts, whatever is unpaid.
std::vector<base::MemberId> with_vote(Inquiry& inquiry, const std::vector<base::MemberId>& members,
                                      base::Day day, std::vector<Reason>& without);

}  // namespace law
