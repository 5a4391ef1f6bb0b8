// Who came to sessions, drawn and in a sentence: every member at every session, and one state's own row.
//
// Pure functions of answers to `session`. A member by one account of the day and none by another stands as a
// half full shape; what a drawing shows is in the table of the same page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"
#include "questions/question.hpp"

namespace pages {

/// The sessions in the order of their days, those on the same day by id. Held ones; others have no day.
std::vector<const questions::Answer*> earliest_first(const std::vector<questions::Answer>& sessions);

/// A section for the body with most sessions, and one for all others together; nothing for fewer than two
/// sessions.
Fragment attendance_drawings(const Setting& setting, const std::vector<const questions::Answer*>& sessions);

/// The sessions of the body with most of them at which `member` was or may have been one: in a sentence,
/// drawn, and as a table, latest first. Nothing where there are none.
Fragment own_attendance(const Setting& setting, std::string_view member,
                        const std::vector<const questions::Answer*>& sessions);

}  // namespace pages
