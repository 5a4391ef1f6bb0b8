// The cases of a rulebook, executed: each is a ballot with the result its rule must give, so that a
// rulebook shows that it says what its authors think it says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/deciding.hpp"
#include "rulebook/rulebook.hpp"

namespace law {

struct CaseFailure {
    rulebook::Mark mark;  // of the case, in the rulebook's file
    base::RuleId rule;
    base::SideId side;  // where the rule is disputed
    /// What came out differently: "outcome", "is", "binds" or "may_join"; "rule" where no such rule
    /// is in force on the day of the case.
    std::string what;
    std::string expected;
    std::string got;
    std::vector<Tally> tallies;  // of what was evaluated: opening, quorum, vote
};

/// The cases that fail, in the order of the rulebook. `book` was read without faults.
std::vector<CaseFailure> run_cases(const rulebook::Rulebook& book);

}  // namespace law
