// Sessions as a calendar (iCalendar, RFC 5545): those held are confirmed, those announced are tentative.
//
// A day that is not known is not made up. A session announced for the fourth quarter lies over the whole
// quarter, all day, and says so in its summary; a session told for two days lies over both. Nothing here
// has an hour: the record keeps days.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "office/letterhead.hpp"

namespace office {

struct Calendar {
    std::string title;
    base::BodyId body = {};  // whose sessions; empty: everybody's
};
/// Lines end in CR LF and are at most 75 bytes long.
std::string icalendar(const Letterhead& head, const Calendar& calendar);

// -- the format ------------------------------------------------------------------------------------

/// `text` as the value of a property of type TEXT: \ ; , and line ends escaped, control characters left out.
std::string calendar_text(std::string_view text);
/// One content line, folded after at most 75 bytes and never within a character of UTF-8.
std::string folded(std::string_view line);

}  // namespace office
