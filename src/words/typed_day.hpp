// A day as people type it: "23 November 2023", "Nov 23, 2023", "23.11.2023", «23 ноября 2023 г.».
//
// Either language's words are read, whatever the page's language. Pure: no clock, so "next Tuesday" is no
// day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/day.hpp"
#include "words/names.hpp"

namespace words {

struct TypedDay {
    /// A day, a month ("November 2023") or a year; empty where there is no such day.
    std::optional<base::Date> date;
    /// Of a day that does not exist: the nearest that does, in the month that was meant (30 February: the
    /// last day of that month; a 13th month: day and month the other way round, or December).
    std::optional<base::Day> nearest;
    /// Of "03/04/2023", which is read as 3 April: what it is where the month stands first.
    std::optional<base::Day> month_first;
};

/// Empty where the text is no day by its form: a word too many, no year.
std::optional<TypedDay> read_typed_day(std::string_view typed);

/// "There is no such day as “30 February 2024”. The nearest one is 29 February 2024."; `typed` without
/// `date`.
std::string no_such_day(const Names& names, std::string_view text, const TypedDay& typed);
/// "What will be known on a later day, nobody knows yet; the latest is today, 22 November 2026."
std::string known_in_the_future(const Names& names, base::Day today);

}  // namespace words
