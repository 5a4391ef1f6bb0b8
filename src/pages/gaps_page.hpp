// What is not on record: every known gap, by kind, each with what would settle it.
#pragma once

#include "pages/answer_parts.hpp"

namespace pages {

/// The answer to `gaps`.
Fragment gaps_page(const Setting& setting, const questions::Answer& gaps);

}  // namespace pages
