// A day of the (proleptic) Gregorian calendar, and arithmetic on days, months and years.
//
// Knows no clock and no time zone: a day is the local day of whoever recorded it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

struct Days {
    std::int32_t count = 0;
};
struct Months {
    std::int32_t count = 0;
};

/// Where a period of months ends when its last month lacks the day: 31 August plus six months.
/// Treaties and traditions differ, so every caller says which it means.
enum class MissingDay { last_of_month, first_of_next_month };

/// One day, from 1 January 1 to 31 December 9999.
class Day {
public:
    /// Empty when there is no such day (30 February).
    static std::optional<Day> from(int year, int month, int day);
    /// Reads exactly `YYYY-MM-DD`; empty for anything else.
    static std::optional<Day> read(std::string_view text);
    static constexpr Day of_number(std::int32_t days_since_1970) { return Day(days_since_1970); }

    static constexpr Day first() { return Day(-719162); }  // 0001-01-01
    static constexpr Day last() { return Day(2932896); }   // 9999-12-31

    /// Days since 1 January 1970; negative before it.
    constexpr std::int32_t number() const { return number_; }
    int year() const;
    int month() const;  // 1 to 12
    int day_of_month() const;
    /// `YYYY-MM-DD`.
    std::string text() const;

    constexpr Day plus(Days days) const { return Day(number_ + days.count); }
    constexpr Day next() const { return Day(number_ + 1); }
    constexpr Day previous() const { return Day(number_ - 1); }
    Day plus(Months months, MissingDay rule) const;

    friend constexpr auto operator<=>(Day, Day) = default;

private:
    constexpr explicit Day(std::int32_t number) : number_(number) {}
    std::int32_t number_;
};

/// A day written in code; a day that does not exist does not compile.
consteval Day operator""_day(const char* text, std::size_t size);

/// Days in a month; `month` 1 to 12.
int days_in_month(int year, int month);

// -- parts ---------------------------------------------------------------------------------------

namespace detail {
// Civil-from-days and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
constexpr std::int32_t number_of(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yoe = y - era * 400;
    const int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}
constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
constexpr int month_length(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}
}  // namespace detail

consteval Day operator""_day(const char* text, std::size_t size) {
    const std::string_view s(text, size);
    if (s.size() != 10 || s[4] != '-' || s[7] != '-') throw "a day is written YYYY-MM-DD";
    const auto digits = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (s[i] < '0' || s[i] > '9') throw "a day is written YYYY-MM-DD";
            value = value * 10 + (s[i] - '0');
        }
        return value;
    };
    const int y = digits(0, 4);
    const int m = digits(5, 2);
    const int d = digits(8, 2);
    if (y < 1 || m < 1 || m > 12 || d < 1 || d > detail::month_length(y, m)) throw "no such day";
    return Day::of_number(detail::number_of(y, m, d));
}

}  // namespace base
