// Where sources differ: rules understood in two ways or more, and events told in two ways or more. Each
// stands with its sides and their dated holders; none is chosen.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"

namespace pages {

/// Every dispute the view knows, as law::disputes lists them, and the sessions of which `counts`, the answer
/// to the question of that name, says that sources count the papers differently.
Fragment differ_page(const Setting& setting, const std::vector<law::DisputeTold>& disputes,
                     const questions::Answer& counts);

/// The words with which sides of a dispute of the rulebook were taken by the view's day, each with the side
/// it holds.
std::vector<Claim> statements_on(const Setting& setting, base::DisputeId dispute);

/// One of them.
Fragment dispute_page(const Setting& setting, const law::DisputeTold& dispute);

}  // namespace pages
