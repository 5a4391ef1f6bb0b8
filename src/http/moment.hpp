// Moments as HTTP writes them, to the second and always in Greenwich time: "Thu, 23 Nov 2023 09:30:00 GMT".
//
// For Date, Last-Modified, Memento-Datetime and Accept-Datetime (RFC 9110, section 5.6.7; RFC 7089). Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// `moment` as an IMF-fixdate. The year must have four digits.
std::string format_moment(std::chrono::sys_seconds moment);

/// The moment that an IMF-fixdate names; empty for any other form, a day that does not exist, a leap second,
/// or a day of the week that is not that day's. The two obsolete forms of RFC 9110 are not read: RFC 7089 has
/// only this.
std::optional<std::chrono::sys_seconds> parse_moment(std::string_view text);

}  // namespace http
