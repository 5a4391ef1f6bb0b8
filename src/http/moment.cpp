#include "http/moment.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace http {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view shape = "Thu, 23 Nov 2023 09:30:00 GMT";

/// The number that `digits` writes with digits alone.
std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::string format_moment(sys_seconds moment) {
    const sys_days date = floor<days>(moment);
    const year_month_day day{date};
    const hh_mm_ss time{moment - date};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekdays[weekday{date}.c_encoding()],
                       static_cast<unsigned>(day.day()), months[static_cast<unsigned>(day.month()) - 1],
                       static_cast<int>(day.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::optional<sys_seconds> parse_moment(std::string_view text) {
    if (text.size() != shape.size()) return std::nullopt;
    const auto day_number = number(text.substr(5, 2));
    const auto year_number = number(text.substr(12, 4));
    const auto hour = number(text.substr(17, 2));
    const auto minute = number(text.substr(20, 2));
    const auto second = number(text.substr(23, 2));
    unsigned month_number = 1;
    while (month_number <= months.size() && months[month_number - 1] != text.substr(8, 3)) ++month_number;
    if (!day_number || !year_number || !hour || !minute || !second || month_number > months.size())
        return std::nullopt;

    const year_month_day day{year{*year_number}, month{month_number},
                             std::chrono::day{static_cast<unsigned>(*day_number)}};
    if (!day.ok() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const sys_seconds moment = sys_days{day} + hours{*hour} + minutes{*minute} + seconds{*second};
    // Written back, it settles commas, spaces, colons, "GMT" and the day of the week at once.
    if (format_moment(moment) != text) return std::nullopt;
    return moment;
}

}  // namespace http
