// The page of one state: how it stands on the day, since when, what it asked for and declared, what was said
// of it, the interpretations it has stated beside the others', and the meetings it missed.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"
#include "questions/history.hpp"

namespace pages {

struct StatePage {
    const questions::Answer& status;  // of the state, on the day asked about
    const questions::StateHistory& history;
    /// Answers of `session`, of every session, in any order; for its own row of attendance.
    std::vector<questions::Answer> sessions = {};
};
Fragment state_page(const Setting& setting, const StatePage& page);

}  // namespace pages
