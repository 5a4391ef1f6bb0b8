// Drawings as SVG: bands over years, a hand-over enlarged. Others stand in files of their own: who came and
// whom papers bind (matrix_drawings.hpp), the way of a draft (way_drawing.hpp), shares (share_drawing.hpp).
//
// A drawing never says what the table beneath it does not. Each is rendered twice, for wide and for
// narrow screens, and the stylesheet shows one. Distances along the time axis are percentages of
// the drawing's width and everything else is in pixels, so a drawing fills its place without scaling
// its text. Words are placed for the smallest width of a rendering; they only move apart in a larger one.
// What finds no room is left out of the drawing: the table has it.
//
// All geometry is integer arithmetic on day numbers. Colours come from classes (pages/style.css); without
// a stylesheet a drawing is black on white.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "pages/html.hpp"
#include "pages/svg.hpp"
#include "words/language.hpp"

namespace pages {

// -- bands over years ----------------------------------------------------------------------------

enum class BandStyle {
    solid,    // holds
    hatched,  // another kind of holding: party to the Treaty; in the chair for an absent state
    thin,     // before it takes effect: signed, not in force
    broken,   // suspended, or to come
    outline,  // dotted, pale: where a band would have been
    gap,      // a dotted line: not on record
    rising,   // comes to hold, on the first day by one account and on the last by another
    falling,  // ceases to hold, likewise
};
struct Band {
    base::Day first;
    std::optional<base::Day> last;  // the last day of it; empty: to the drawing's end
    BandStyle style = BandStyle::solid;
    std::string label = {};
    std::string short_label =
        {};             // where the label finds no room, and in the narrow rendering; empty: none there
    bool ends = false;  // an edge at its end: "not extended"
};
/// A statement, quoted: a speech box above the band. The band stays whole.
struct Saying {
    base::Day on;
    std::string text;
    std::string short_text = {};
};
struct BandRow {
    std::string name;
    std::vector<Band> bands;
    std::vector<Saying> sayings = {};
};
/// Something that happened to all rows: a dotted line through them.
struct EventLine {
    base::Day on;
    std::string label;
    std::string short_label = {};
};
/// A line from the row that hands over to the row that takes over. `disputed` bears a diamond half full.
struct HandOver {
    enum class Kind { settled, disputed, to_come };
    std::size_t from = 0;  // rows
    std::size_t to = 0;
    base::Day on;  // where disputed: a day between the two
    Kind kind = Kind::settled;
    std::string label = {};
    std::string short_label = {};
};
/// The day of the situation; what lies beyond it is to come.
struct TodayLine {
    base::Day on;
    std::string label;
    std::string after = {};  // "to come"
};

struct BandChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;  // what the drawing shows, in sentences, for who cannot see it
    base::Day first;
    base::Day last;
    std::vector<BandRow> rows;
    std::vector<EventLine> events = {};
    std::vector<HandOver> hand_overs = {};
    std::optional<TodayLine> today = {};
    std::string caption = {};
    std::vector<LegendItem> legend = {};
};
html::Fragment band_chart(const BandChart& chart);

// -- a hand-over, enlarged -----------------------------------------------------------------------

/// Two days on which one state may have handed over to another, and who says which.
struct EnlargedHandOver {
    std::string id;     // unique on the page; a slug
    std::string title;  // "2019: Kyrgyzstan to Russia"
    std::string description;
    std::string from;
    std::string to;
    base::Day earlier;
    base::Day later;
    std::string earlier_label;  // "session day"
    std::string later_label;    // "calendar year"
    html::Fragment says;        // beneath: who says which
};
/// Side by side, each a figure of its own under an h3.
html::Fragment enlarged_hand_overs(words::Language language, const std::vector<EnlargedHandOver>& hand_overs);

}  // namespace pages
