// Dates as exact as their source and never more: a profile of the Extended Date/Time Format
// (ISO 8601-2, "EDTF").
//
//   2023-11-23        a day                2023-11        a month       2023     a year
//   2024-36           a quarter (33 to 36) [2014-12-22,2014-12-23]      one of these days
//   [2026-01-01..2026-01-13]            some day from the first to the last
//   [..2010-01-01]    that day or earlier  2009?          the source is not sure
//   2013-09/2014-12   a period: from the first date to the last; only where a period is meant
//
// Every date is an interval of days, [earliest, latest]: it happened on one of them and the source
// does not say on which. Comparing such dates is three-valued.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/id.hpp"

namespace base {

enum class Tri { no, maybe, yes };

/// A date of an event, as its source gives it.
class Date {
public:
    /// Reads the profile above; empty when the text is not of it (impossible days among them).
    static std::optional<Date> read(std::string_view text);
    static Date of(Day day);

    /// The text it was read from.
    std::string text() const { return text_ ? std::string(detail::letters.of(text_)) : earliest_.text(); }
    Day earliest() const { return earliest_; }
    Day latest() const { return latest_; }
    bool exact() const { return earliest_ == latest_ && !uncertain_; }
    /// Marked `?`: the source itself is not sure.
    bool uncertain() const { return uncertain_; }
    /// A period rather than one event: `a/b`.
    bool period() const { return period_; }

    /// Had it happened by the end of `day`?
    Tri by(Day day) const {
        if (latest_ <= day) return Tri::yes;
        return earliest_ > day ? Tri::no : Tri::maybe;
    }
    /// Does every day of `other` lie within this date? (Then `other` is as exact or more so.)
    bool refined_by(const Date& other) const {
        return earliest_ <= other.earliest_ && other.latest_ <= latest_;
    }
    bool may_be(Day day) const { return earliest_ <= day && day <= latest_; }

    friend bool operator==(const Date&, const Date&) = default;

private:
    Date(Day earliest, Day latest) : earliest_(earliest), latest_(latest) {}
    Day earliest_;
    Day latest_;
    std::uint32_t text_ : 30 = 0;  // in the pool of names; 0 for one certain day, whose text follows from it
    bool uncertain_ : 1 = false;
    bool period_ : 1 = false;
};

}  // namespace base
