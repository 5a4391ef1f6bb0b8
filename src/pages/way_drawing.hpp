// The way of a draft, step by step along the days, and the ways of several side by side on one calendar.
//
// A step on record stands on its day, or as a wave over the days on which it may have been taken; a step that
// is not on record stays visible as a dotted line or a broken circle. Two renderings each (pages/svg.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "pages/html.hpp"
#include "pages/svg.hpp"
#include "words/language.hpp"

namespace pages {

// -- one draft -----------------------------------------------------------------------------------

/// What is on record of a step on one day.
struct StepMark {
    base::Date on;
    std::string label;             // the day, and who
    std::string short_label = {};  // for where the label finds no room; empty: none
};
struct WayStep {
    std::string name;
    std::vector<StepMark> marks;  // none: the step is not on record
};
struct WayChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;
    std::vector<WayStep> steps;
    std::string not_on_record;  // the words along a dotted line
    std::vector<LegendItem> legend;
    std::string caption = {};
};
/// A row for every step over one axis of days; the axis reaches a little beyond the days on record. Empty
/// where no step is on record.
html::Fragment way_chart(words::Language language, const WayChart& chart);

// -- several, side by side ------------------------------------------------------------------------

/// A step by its number, on its day of the year of the row.
struct NumberedStep {
    int number = 0;
    std::optional<base::Date> on;  // empty: not on record
    std::string label = {};
};
struct CalendarRow {
    std::string name;
    std::vector<NumberedStep> steps;  // by number
};
struct CalendarChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;
    std::vector<CalendarRow> rows;
    std::string not_on_record;  // the heading over the steps that are not
    std::vector<LegendItem> legend;
    std::string caption = {};
};
/// A row for every draft, all from 1 January of the year in which its last step on record was taken, so that
/// the same days of different years stand under each other. Empty where no step of any row is on record.
html::Fragment calendar_chart(words::Language language, const CalendarChart& chart);

}  // namespace pages
