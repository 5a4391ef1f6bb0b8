// Papers of a session as sources count them: where one source's number contradicts another's.
#pragma once

#include <vector>

#include "law/inquiry.hpp"

namespace questions {

/// Whether two of `told`, counts of one session's papers, give one stage different numbers. What was adopted
/// and what was signed are one stage: sources say either of the same papers. None: false.
bool counts_differ(const std::vector<acts::Tallied>& told);

/// The counts of a session that stand, every account of each.
std::vector<acts::Tallied> counts_standing(const law::Inquiry& inquiry, base::SessionId session);

}  // namespace questions
