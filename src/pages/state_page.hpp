// The page of one state: how it stands on the day, since when, what it asked for and declared, what was said
// of it, the interpretations it has stated beside the others', and the meetings it missed.
#pragma once

#include "pages/answer_parts.hpp"
#include "questions/history.hpp"

namespace pages {

struct StatePage {
    const questions::Answer& status;  // of the state, on the day asked about
    const questions::StateHistory& history;
};
Fragment state_page(const Setting& setting, const StatePage& page);

}  // namespace pages
