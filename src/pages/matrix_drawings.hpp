// Drawings of who stands how to what: members by sessions, papers by members.
//
// A cell is a shape; which shape stands for what is in the legend, and a drawing never says what the table
// beneath it does not. Each is rendered twice, for wide and for narrow screens (pages/svg.hpp).
#pragma once

#include <string>
#include <vector>

#include "base/day.hpp"
#include "pages/html.hpp"
#include "pages/svg.hpp"
#include "words/language.hpp"

namespace pages {

enum class Shape {
    full,           // a full square: present, bound
    open,           // an open square with a bar: absent, not bound
    half,           // a diamond, half full: by one account or interpretation and not by another
    awaiting,       // a clock: it may still join
    not_on_record,  // a broken circle
    dash,           // not a member
};

// -- attendance ----------------------------------------------------------------------------------

struct MatrixRow {
    std::string name;
    std::vector<Shape> cells;  // one for each column
};
/// One column: a session, and where a new part of the drawing begins the name of that part.
struct SessionColumn {
    base::Day on;
    std::string part = {};
};
struct AttendanceChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;              // what the drawing shows, in a sentence
    std::vector<SessionColumn> sessions;  // in order
    std::vector<MatrixRow> rows;
    std::string caption = {};
};
/// A shape for every member and session, with its legend. Where a row has no room for all sessions at a
/// legible size they continue in further blocks, in each of which stand those that were members in one of its
/// sessions.
html::Fragment attendance_chart(words::Language language, const AttendanceChart& chart);

// -- whom papers bind -----------------------------------------------------------------------------

/// Papers under one heading: those of a session.
struct PaperGroup {
    std::string heading;  // may be empty
    std::vector<MatrixRow> papers;
};
struct BindingChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;
    std::vector<std::string> members;  // the columns
    std::vector<PaperGroup> groups;
    std::vector<LegendItem> legend;
    std::string caption = {};
};
/// A row for every paper, a column for every member. Each group is a drawing of its own beneath its heading
/// and the members' names, a long group several, so that on paper a part stands whole on its sheet.
html::Fragment binding_chart(const BindingChart& chart);

/// Is the shape anywhere in the rows?
bool uses(const std::vector<MatrixRow>& rows, Shape cell);

}  // namespace pages
