// The page of the members: who is one on the day asked about, and how every state stood over the years.
//
// The drawing's bands follow from the spells of questions/history.hpp; the table beneath says the same.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"
#include "pages/drawings.hpp"
#include "questions/history.hpp"

namespace pages {

struct MembersPage {
    const questions::Answer& members;  // of the day asked about
    const std::vector<questions::StateHistory>& history;
    const std::vector<questions::Turning>& turnings;
};
Fragment members_page(const Setting& setting, const MembersPage& page);

/// The bands of one state, as its spells have them, and its statements; shared with the state's own page.
BandRow band_row(const Setting& setting, const questions::StateHistory& history);
/// The signs that these rows use, with their words.
std::vector<LegendItem> membership_legend(Language language, const std::vector<BandRow>& rows);
/// How a state stood in a spell: a mark and its words, with the sides where accounts differ.
Fragment standing_in(const Setting& setting, const questions::Spell& spell);

}  // namespace pages
