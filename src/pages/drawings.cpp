#include "pages/drawings.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "pages/text_width.hpp"
#include "words/dates.hpp"

namespace pages {

using html::attr;
using html::each;
using html::el;
using html::Fragment;
using html::group;
using html::Markup;
using html::when;

namespace {

using svg::Across;
using svg::Anchor;
using svg::at_point;
using svg::Axis;
using svg::Box;
using svg::Crossing;
using svg::drawing;
using svg::full_width;
using svg::instead;
using svg::line;
using svg::Occupied;
using svg::place;
using svg::render_words;
using svg::text_of;
using svg::Words;

/// One rendering: its smallest width in pixels, and how rows are arranged in it.
struct Rendering {
    std::string_view name;  // class, and the end of its ids
    int width = 0;          // the smallest: words are placed for this one
    int row_height = 0;
    int band_at = 0;           // from the top of the row
    bool names_above = false;  // or before the bands
    bool short_words = false;
};
constexpr int band_height = 18;
constexpr Rendering wide{.name = "wide", .width = svg::wide_width, .row_height = 38, .band_at = 12};
constexpr Rendering narrow{.name = "narrow",
                           .width = svg::narrow_width,
                           .row_height = 50,
                           .band_at = 24,
                           .names_above = true,
                           .short_words = true};

// -- shapes ---------------------------------------------------------------------------------------

constexpr Markup diamond(
    R"(<g class="mkd"><path class="pap" d="M0-9 9 0 0 9-9 0z" fill="#fff" stroke="currentColor" stroke-width="1.4"/>)"
    R"(<path d="M0-9V9L-9 0z" fill="currentColor"/></g>)");
constexpr Markup speech(
    R"(<g class="mkd"><path class="pap" d="M-8-13H8v9H3L0 0l-3-4h-5z" fill="#fff" stroke="currentColor" stroke-width="1.3"/>)"
    R"(<path d="M-5-10H5M-5-7H2" stroke="currentColor"/></g>)");

/// One half of a rectangle cut by its diagonal, and the rectangle's dashed edge.
Fragment split_box(Across from, Across to, int top, int height, bool rising) {
    const auto corner = rising ? Markup(R"(<path class="b" d="M0 10 10 0V10z" fill="currentColor"/>)")
                               : Markup(R"(<path class="b" d="M0 0H10L0 10z" fill="currentColor"/>)");
    const std::string width = text_of({to.units - from.units});
    return group(
        el<"svg">(attr<"x">(text_of(from)), attr<"y">(top), attr<"width">(width), attr<"height">(height),
                  attr<"viewBox">("0 0 10 10"), attr<"preserveAspectRatio">("none"), corner),
        el<"rect">(attr<"class">("b"), attr<"x">(text_of(from)), attr<"y">(top), attr<"width">(width),
                   attr<"height">(height), attr<"fill">("none"), attr<"stroke">("currentColor"),
                   attr<"stroke-dasharray">("3 2")));
}

/// A rectangle between two distances, stroked, perhaps with dashes.
Fragment box(Across from, Across to, int top, int height, std::string_view fill, std::string_view dashes) {
    return el<"rect">(attr<"class">(fill == "#fff" ? "b pap" : "b"), attr<"x">(text_of(from)), attr<"y">(top),
                      attr<"width">(text_of({std::max(0, to.units - from.units)})), attr<"height">(height),
                      attr<"fill">(fill), attr<"stroke">("currentColor"), attr<"stroke-width">("1.4"),
                      attr<"stroke-dasharray">(dashes.empty() ? std::nullopt : std::optional(dashes)));
}

Fragment band_shape(const Band& band, Across from, Across to, int top, std::string_view hatch) {
    switch (band.style) {
        case BandStyle::solid:
            return el<"rect">(attr<"class">("b"), attr<"x">(text_of(from)), attr<"y">(top),
                              attr<"width">(text_of({std::max(0, to.units - from.units)})),
                              attr<"height">(band_height), attr<"fill">("currentColor"));
        case BandStyle::hatched: {
            const std::string fill = "url(#" + std::string(hatch) + ")";
            return box(from, to, top, band_height, fill, "");
        }
        case BandStyle::thin:
            return box(from, to, top + 5, band_height - 10, "#fff", "");
        case BandStyle::broken:
            return box(from, to, top + 1, band_height - 2, "#fff", "5 3");
        case BandStyle::outline:
            return box(from, to, top + 1, band_height - 2, "none", "1 3");
        case BandStyle::gap:
            return el<"line">(attr<"class">("gap"), attr<"x1">(text_of(from)), attr<"x2">(text_of(to)),
                              attr<"y1">(top + band_height / 2), attr<"y2">(top + band_height / 2),
                              attr<"stroke">("currentColor"), attr<"stroke-dasharray">("2 5"));
        case BandStyle::rising:
            return split_box(from, to, top, band_height, true);
        case BandStyle::falling:
            return split_box(from, to, top, band_height, false);
    }
    std::unreachable();
}

Fragment hatch_pattern(std::string_view id) {
    return el<"defs">(el<"pattern">(
        attr<"id">(id), attr<"width">(6), attr<"height">(6), attr<"patternUnits">("userSpaceOnUse"),
        attr<"patternTransform">("rotate(45)"),
        el<"rect">(attr<"class">("pap"), attr<"width">(6), attr<"height">(6), attr<"fill">("#fff")),
        el<"path">(attr<"class">("b"), attr<"d">("M0 0V6"), attr<"stroke">("currentColor"),
                   attr<"stroke-width">(4))));
}
// -- bands over years ----------------------------------------------------------------------------

/// The years written along the bottom: as close as their words allow.
Fragment year_lines(const Axis& axis, const Rendering& rendering, base::Day first, base::Day last, int top,
                    int bottom) {
    constexpr std::array steps = {1, 2, 5, 10, 20, 50, 100};
    const int years = std::max(1, last.year() - first.year() + 1);
    const int room = rendering.width * 10 / years;  // tenths of a pixel for a year
    const auto fits = std::ranges::find_if(steps, [&](int each_step) { return each_step * room >= 390; });
    const int step = fits == steps.end() ? steps.back() : *fits;
    Fragment out;
    for (int year = first.year(); year <= last.year(); ++year) {
        const auto day = base::Day::from(year, 1, 1);
        if (year % step != 0 || !day || *day < first || *day > last) continue;
        const Across x = axis.at(*day);
        out += line("grid", x, top, bottom);
        const std::string text = std::to_string(year);
        Words words{.text = text,
                    .x = x,
                    .pixels = axis.pixels(x),
                    .baseline = bottom + 16,
                    .anchor = Anchor::middle,
                    .look = "t2"};
        if (words.box().left < 0) words.anchor = Anchor::start;
        if (words.box().right > rendering.width) words.anchor = Anchor::end;
        out += render_words(words);
    }
    return out;
}

/// Lines through all rows, with their words above in as many lanes as it takes. A line begins at its words;
/// words never touch other words, and cross a line only where that saves a fourth lane.
class EventLanes {
public:
    EventLanes(const BandChart& chart, const Rendering& rendering, const Axis& axis)
        : width_(rendering.width) {
        if (chart.today) {
            const Across x = axis.at(chart.today->on);
            lines_.push_back({x, axis.pixels(x), 0, "today"});
            place_at(0, {.text = chart.today->label,
                         .x = x,
                         .pixels = axis.pixels(x),
                         .dx = -6,
                         .anchor = Anchor::end});
            const Words after{.text = chart.today->after, .x = x, .pixels = axis.pixels(x), .dx = 6};
            if (!after.text.empty() && after.box().right <= rendering.width) place_at(0, after);
        }
        for (const EventLine& event : chart.events) {
            const bool short_one = rendering.short_words && !event.short_label.empty();
            place_event(axis.at(event.on), axis.pixels(event.on),
                        short_one ? event.short_label : event.label);
        }
    }

    int height() const { return static_cast<int>(lanes_) * lane_height; }
    /// The lines down to `bottom`, and the words.
    Fragment render(Occupied& occupied, int bottom) const {
        Fragment out;
        for (const Line& each_line : lines_) {
            const int top = static_cast<int>(each_line.lane) * lane_height + 2;
            out += line(each_line.look, each_line.x, top, bottom);
            if (each_line.look == "today")
                occupied.add_line({each_line.pixels - 2, top, each_line.pixels + 3, bottom});
        }
        for (const Placed& placed : words_) {
            Words words = placed.words;
            words.baseline = static_cast<int>(placed.lane) * lane_height + 12;
            occupied.add(words.box());
            out += render_words(words);
        }
        return out;
    }

private:
    static constexpr int lane_height = 16;
    struct Line {
        Across x;
        int pixels;
        std::size_t lane;
        std::string_view look;
    };
    struct Placed {
        Words words;
        std::size_t lane;
    };

    void place_at(std::size_t lane, const Words& words) {
        words_.push_back({words, lane});
        lanes_ = std::max(lanes_, lane + 1);
    }
    bool free(const Words& words, std::size_t lane) const {
        const Box box = words.box();
        return box.left >= 0 && box.right <= width_ &&
               std::ranges::none_of(words_, [&](const Placed& placed) {
                   const Box other = placed.words.box();
                   return placed.lane == lane && box.left < other.right + 6 && other.left < box.right + 6;
               });
    }
    bool crosses_nothing(const Words& words, std::size_t lane, int line_at) const {
        const Box box = words.box();
        for (const Placed& placed : words_) {
            const Box other = placed.words.box();
            if (placed.lane > lane && other.left < line_at + 2 && line_at - 2 < other.right) return false;
        }
        return std::ranges::none_of(lines_, [&](const Line& other) {
            return other.lane < lane && box.left < other.pixels + 2 && other.pixels - 2 < box.right;
        });
    }
    void place_event(Across x, int pixels, std::string_view text) {
        const Words right{.text = text, .x = x, .pixels = pixels, .dx = 5};
        const Words left{.text = text, .x = x, .pixels = pixels, .dx = -5, .anchor = Anchor::end};
        // Few lanes are worth a crossing, which the halo of the words makes bearable.
        for (const bool strict : {true, false}) {
            for (std::size_t lane = 0; lane < (strict ? 3 : lines_.size() + 3); ++lane) {
                for (const Words& words : {right, left}) {
                    if (!free(words, lane) || (strict && !crosses_nothing(words, lane, pixels))) continue;
                    lines_.push_back({x, pixels, lane, "event"});
                    place_at(lane, words);
                    return;
                }
            }
        }
        lines_.push_back({x, pixels, 0, "event"});  // no room for its words in any lane
    }

    int width_;
    std::vector<Line> lines_;
    std::vector<Placed> words_;
    std::size_t lanes_ = 0;
};

class BandDrawing {
public:
    BandDrawing(const BandChart& chart, const Rendering& rendering)
        : chart_(chart),
          rendering_(rendering),
          axis_(chart.first, chart.last, rendering.width, left_margin(), 8),
          lanes_(chart, rendering, axis_),
          top_(lanes_.height() + 12),
          bottom_(top_ + static_cast<int>(chart.rows.size()) * rendering.row_height),
          occupied_(rendering.width),
          id_(chart.id + "-" + std::string(rendering.name.substr(0, 1))) {}

    Fragment render() {
        const Fragment years = year_lines(axis_, rendering_, chart_.first, chart_.last, top_, bottom_ + 4);
        const Fragment events = lanes_.render(occupied_, bottom_ + 4);
        Fragment names;
        for (std::size_t row = 0; row < chart_.rows.size(); ++row) names += name(row);
        occupy_bands();
        const Fragment connectors = hand_over_lines();
        Fragment shapes;
        for (std::size_t row = 0; row < chart_.rows.size(); ++row) shapes += bands(row);
        const Fragment diamonds = hand_over_marks();
        Fragment labels;
        for (std::size_t row = 0; row < chart_.rows.size(); ++row) labels += sayings(row);
        for (std::size_t row = 0; row < chart_.rows.size(); ++row) labels += band_labels(row);
        const bool hatched = std::ranges::any_of(chart_.rows, [](const BandRow& row) {
            return std::ranges::any_of(row.bands,
                                       [](const Band& band) { return band.style == BandStyle::hatched; });
        });
        Fragment all;
        if (hatched) all += hatch_pattern(id_ + "-h");
        all += group(years, rules(), connectors, shapes, events, names, diamonds, labels);
        return drawing(rendering_.name, id_, chart_.title, chart_.description, bottom_ + 26, all);
    }

private:
    int left_margin() const {
        if (rendering_.names_above) return 6;
        int widest = 0;
        for (const BandRow& row : chart_.rows)
            widest = std::max(widest, text_width(row.name, Weight::semibold));
        return widest + 14;
    }
    int row_top(std::size_t row) const { return top_ + static_cast<int>(row) * rendering_.row_height; }
    int band_top(std::size_t row) const { return row_top(row) + rendering_.band_at; }
    Across start(const Band& band) const { return axis_.at(band.first); }
    Across end(const Band& band) const { return axis_.at(band.last ? band.last->next() : chart_.last); }

    Fragment rules() const {
        Fragment out;
        for (std::size_t row = 1; row <= chart_.rows.size(); ++row) {
            out += el<"line">(attr<"class">("rule"), attr<"x1">(0), attr<"x2">("100%"),
                              attr<"y1">(row_top(row)), attr<"y2">(row_top(row)), attr<"stroke">("#dcd9cf"));
        }
        return out;
    }

    Fragment name(std::size_t row) {
        const int baseline = rendering_.names_above ? row_top(row) + 17 : band_top(row) + 13;
        const Words words{.text = chart_.rows[row].name,
                          .x = {},
                          .dx = rendering_.names_above ? 4 : 0,
                          .baseline = baseline,
                          .weight = Weight::semibold};
        occupied_.add(words.box());
        return render_words(words);
    }

    void occupy_bands() {
        for (std::size_t row = 0; row < chart_.rows.size(); ++row) {
            for (const Band& band : chart_.rows[row].bands) {
                const int top = band_top(row);
                const bool line_only = band.style == BandStyle::gap;
                occupied_.add({axis_.pixels(start(band)), line_only ? top + 6 : top, axis_.pixels(end(band)),
                               line_only ? top + 12 : top + band_height});
            }
        }
    }

    Fragment bands(std::size_t row) const {
        Fragment out;
        for (const Band& band : chart_.rows[row].bands) {
            // A day or two is drawn as a mark that can be seen.
            const int least = svg::across(3, rendering_.width).units;
            const Across to{std::max(end(band).units, start(band).units + least)};
            out += band_shape(band, start(band), to, band_top(row), id_ + "-h");
            if (band.ends) out += line("edge", end(band), band_top(row) - 3, band_top(row) + band_height + 3);
        }
        return out;
    }

    // Where the line of a hand-over leaves one band and reaches the other.
    std::pair<int, int> reach(const HandOver& hand_over) const {
        const bool down = hand_over.to > hand_over.from;
        return {down ? band_top(hand_over.from) + band_height : band_top(hand_over.from),
                down ? band_top(hand_over.to) : band_top(hand_over.to) + band_height};
    }
    Fragment hand_over_lines() {
        Fragment out;
        for (const HandOver& hand_over : chart_.hand_overs) {
            assert(hand_over.from < chart_.rows.size() && hand_over.to < chart_.rows.size());
            const Across x = axis_.at(hand_over.on);
            const auto [from, to] = reach(hand_over);
            const std::string at = text_of(x);
            out += el<"line">(attr<"class">("b"), attr<"x1">(at), attr<"x2">(at), attr<"y1">(from),
                              attr<"y2">(to), attr<"stroke">("currentColor"), attr<"stroke-width">("1.2"),
                              attr<"stroke-dasharray">(hand_over.kind == HandOver::Kind::to_come
                                                           ? std::optional<std::string_view>("3 3")
                                                           : std::nullopt));
            const int pixels = axis_.pixels(x);
            occupied_.add_line({pixels - 2, std::min(from, to), pixels + 3, std::max(from, to)});
        }
        return out;
    }
    Fragment hand_over_marks() {
        Fragment out;
        struct Mark {
            const HandOver* hand_over;
            Across x;
            int y;
        };
        std::vector<Mark> marks;
        for (const HandOver& hand_over : chart_.hand_overs) {
            if (hand_over.kind != HandOver::Kind::disputed) continue;
            const auto [from, to] = reach(hand_over);
            const bool down = to > from;
            const int gap = rendering_.row_height - band_height;
            const int y = from + (down ? gap / 2 : -gap / 2);
            const Across x = axis_.at(hand_over.on);
            const int pixels = axis_.pixels(x);
            occupied_.add({pixels - 10, y - 10, pixels + 10, y + 10});
            out += at_point(x, y, diamond);
            marks.push_back({&hand_over, x, y});
        }
        // All in full, or all short: one marked otherwise than the rest would seem to mean something else.
        const auto label = [&](const Mark& mark, bool in_full) {
            const std::string_view text = in_full ? mark.hand_over->label : mark.hand_over->short_label;
            const Words right{
                .text = text, .x = mark.x, .pixels = axis_.pixels(mark.x), .dx = 13, .baseline = mark.y + 4};
            Words left = right;
            left.dx = -13;
            left.anchor = Anchor::end;
            return std::vector{right, left};
        };
        Occupied trial = occupied_;
        const bool in_full = !rendering_.short_words && std::ranges::all_of(marks, [&](const Mark& mark) {
            return mark.hand_over->label.empty() || !place(trial, label(mark, true), Crossing::never).empty();
        });
        for (const Mark& mark : marks) out += place(occupied_, label(mark, in_full));
        return out;
    }

    /// The words to try for a label, best first.
    std::vector<std::string_view> texts(std::string_view label, std::string_view short_label) const {
        std::vector<std::string_view> out;
        if (!rendering_.short_words) out.push_back(label);
        if (!short_label.empty()) out.push_back(short_label);
        return out;
    }

    Fragment sayings(std::size_t row) {
        Fragment out;
        for (const Saying& saying : chart_.rows[row].sayings) {
            const Across x = axis_.at(saying.on);
            const int pixels = axis_.pixels(x);
            const int y = band_top(row);
            out += at_point(x, y, speech);
            occupied_.add({pixels - 9, y - 14, pixels + 9, y});
            std::vector<Words> candidates;
            for (const std::string_view text : texts(saying.text, saying.short_text)) {
                candidates.push_back({.text = text,
                                      .x = x,
                                      .pixels = pixels,
                                      .dx = -13,
                                      .baseline = y - 4,
                                      .anchor = Anchor::end});
                candidates.push_back({.text = text, .x = x, .pixels = pixels, .dx = 13, .baseline = y - 4});
            }
            out += place(occupied_, candidates);
        }
        return out;
    }

    Fragment band_labels(std::size_t row) {
        Fragment out;
        for (const Band& band : chart_.rows[row].bands) {
            if (band.label.empty() && band.short_label.empty()) continue;
            out += band_label(band, band_top(row));
        }
        return out;
    }
    Fragment band_label(const Band& band, int top) {
        const Across from = start(band);
        const Across to = end(band);
        const int left = axis_.pixels(from);
        const int right = axis_.pixels(to);
        const int beside = top + 13;
        std::vector<Words> candidates;
        for (const std::string_view text : texts(band.label, band.short_label)) {
            const bool roomy = band.style == BandStyle::broken || band.style == BandStyle::solid;
            if (roomy && text_width(text, Weight::regular) + 12 <= right - left) {
                return render_words({.text = text,
                                     .x = from,
                                     .pixels = left,
                                     .dx = 7,
                                     .baseline = beside,
                                     .look = band.style == BandStyle::solid ? "ti" : ""});
            }
            const Words after{.text = text, .x = to, .pixels = right, .dx = 8, .baseline = beside};
            const Words before{
                .text = text, .x = from, .pixels = left, .dx = -7, .baseline = beside, .anchor = Anchor::end};
            const Words above{.text = text, .x = from, .pixels = left, .dx = 1, .baseline = top - 4};
            const Words above_end{
                .text = text, .x = to, .pixels = right, .dx = 0, .baseline = top - 4, .anchor = Anchor::end};
            const Words below{
                .text = text, .x = from, .pixels = left, .dx = 1, .baseline = top + band_height + 13};
            const Words below_end{.text = text,
                                  .x = to,
                                  .pixels = right,
                                  .dx = 0,
                                  .baseline = top + band_height + 13,
                                  .anchor = Anchor::end};
            if (band.style == BandStyle::gap) {
                candidates.insert(candidates.end(), {above, above_end, after, below, before});
            } else {
                candidates.insert(candidates.end(), {after, before, above, above_end, below, below_end});
            }
        }
        return place(occupied_, candidates);
    }

    const BandChart& chart_;
    const Rendering& rendering_;
    Axis axis_;
    EventLanes lanes_;
    int top_;
    int bottom_;
    Occupied occupied_;
    std::string id_;
};

}  // namespace

Fragment band_chart(const BandChart& chart) {
    return el<"figure">(attr<"class">("draw"), BandDrawing(chart, wide).render(),
                        BandDrawing(chart, narrow).render(), instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(chart.legend));
}

// -- a hand-over, enlarged -----------------------------------------------------------------------

namespace {

Fragment enlarged(words::Language language, const EnlargedHandOver& hand_over) {
    constexpr int width = 270;  // the smallest
    constexpr int first_row = 30;
    constexpr int second_row = 68;
    constexpr int height = 22;
    const auto across = [](int pixels) { return Across{pixels * full_width / width}; };
    const int names =
        std::max(text_width(hand_over.from, Weight::semibold), text_width(hand_over.to, Weight::semibold));
    const Across begin = across(std::min(names + 8, 120));
    const Across earlier = across(std::min(names + 8, 120) + 14);
    const Across later{full_width * 83 / 100};
    const auto solid = [=](Across from, Across to, int top) {
        return el<"rect">(attr<"class">("b"), attr<"x">(text_of(from)), attr<"y">(top),
                          attr<"width">(text_of({to.units - from.units})), attr<"height">(height),
                          attr<"fill">("currentColor"));
    };
    const auto pixels = [](Across x) { return x.units * width / full_width; };
    constexpr int line_height = 16;
    int lowest = 0;
    // Words hang in the middle of their day, unless they would leave the drawing or touch each other.
    const auto pair = [&](std::string_view left, std::string_view right, int baseline,
                          std::string_view look) {
        Words a{.text = left,
                .x = earlier,
                .pixels = pixels(earlier),
                .baseline = baseline,
                .anchor = Anchor::middle,
                .look = look};
        Words b{.text = right,
                .x = later,
                .pixels = pixels(later),
                .baseline = baseline,
                .anchor = Anchor::middle,
                .look = look};
        if (b.box().right > width) {
            b.x = {full_width};
            b.pixels = width;
            b.anchor = Anchor::end;
        }
        if (a.box().right + 6 > b.box().left) {
            a.anchor = Anchor::end;
            a.dx = text_width(left, Weight::regular) / 4;
            // Leaving the drawing on the left it begins at its edge, and the other stands beneath.
            if (a.box().left < 0) {
                a = {.text = left, .x = {}, .pixels = 0, .baseline = baseline, .look = look};
            }
            if (a.box().right + 6 > b.box().left) b.baseline += line_height;
        }
        lowest = std::max(lowest, b.baseline);
        return group(Fragment(render_words(a)), Fragment(render_words(b)));
    };
    const std::string earlier_day = words::day(language, hand_over.earlier, words::Length::brief);
    const std::string later_day = words::day(language, hand_over.later, words::Length::brief);
    const auto name = [](std::string_view text, int top) {
        return render_words({.text = text, .x = {}, .baseline = top + 15, .weight = Weight::semibold});
    };
    Fragment content;
    content += group(name(hand_over.from, first_row), name(hand_over.to, second_row));
    content += group(solid(begin, earlier, first_row), split_box(earlier, later, first_row, height, false));
    content +=
        group(split_box(earlier, later, second_row, height, true), solid(later, {full_width}, second_row));
    content += group(line("today", earlier, 20, 108), line("today", later, 20, 108));
    content += pair(earlier_day, later_day, 14, "");
    content += pair(hand_over.earlier_label, hand_over.later_label, 122, "t2");
    return el<"figure">(
        attr<"class">("draw"), el<"h3">(hand_over.title),
        drawing("", hand_over.id, hand_over.title, hand_over.description, lowest + 6, content),
        instead(hand_over.description), hand_over.says);
}

}  // namespace

Fragment enlarged_hand_overs(words::Language language, const std::vector<EnlargedHandOver>& hand_overs) {
    return el<"div">(attr<"class">("three"), each(hand_overs, [&](const EnlargedHandOver& hand_over) {
                         return enlarged(language, hand_over);
                     }));
}
}  // namespace pages
