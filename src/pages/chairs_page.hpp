// The page of a body's chair: who has it on the day asked about, who comes next, and every term on record.
//
// The drawing follows the spells of questions/history.hpp, so that it shows what the law answers on each day;
// the coming turns, the hand-overs told in two ways and the table follow the answer to `chairs`.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"
#include "pages/drawings.hpp"
#include "questions/history.hpp"

namespace pages {

struct ChairsPage {
    const questions::Answer& chair;   // of the body, on the day asked about
    const questions::Answer& chairs;  // of the body, past and coming
    const std::vector<questions::Spell>& spells;
};
Fragment chairs_page(const Setting& setting, const ChairsPage& page);

}  // namespace pages
