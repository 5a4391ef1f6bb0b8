// What all drawings are made of: distances, words that know how wide they are, the shapes of the legend, and
// the outer element.
//
// Distances along a drawing are percentages of its width and everything else is in pixels, so a drawing fills
// its place without scaling its text. Words are placed for the smallest width of a rendering; they only move
// apart in a larger one. All geometry is integer arithmetic. Colours come from classes (pages/style.css).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "pages/html.hpp"
#include "pages/text_width.hpp"

namespace pages::svg {

using html::Fragment;

// -- distances -----------------------------------------------------------------------------------

/// A distance along the drawing in thousandths of a percent of its width.
struct Across {
    int units = 0;
};
inline constexpr int full_width = 100'000;
/// So many pixels of a drawing that is `width` wide at the smallest.
constexpr Across across(int pixels, int width) {
    return {static_cast<int>(std::int64_t{pixels} * full_width / width)};
}
/// The same in pixels at the smallest width.
constexpr int pixels_of(Across x, int width) {
    return static_cast<int>(std::int64_t{x.units} * width / full_width);
}
/// "12.345%"; the whole of what SVG needs to place a thing at any width.
std::string text_of(Across x);

/// The smallest widths in pixels for which words are placed.
inline constexpr int wide_width = 860;
inline constexpr int narrow_width = 290;

/// From days to distances.
class Axis {
public:
    Axis(base::Day first, base::Day last, int width, int left, int right)
        : first_(first.number()),
          days_(std::max(1, last.number() - first.number())),
          width_(width),
          left_(static_cast<int>(std::int64_t{left} * full_width / width)),
          span_(static_cast<int>(std::int64_t{width - left - right} * full_width / width)) {}

    /// The beginning of a day; days outside the drawing are at its edge.
    Across at(base::Day day) const {
        const std::int64_t since = std::clamp(day.number() - first_, 0, days_);
        return {left_ + static_cast<int>(since * span_ / days_)};
    }
    /// The same in pixels at the smallest width.
    int pixels(Across x) const { return pixels_of(x, width_); }
    int pixels(base::Day day) const { return pixels(at(day)); }

private:
    int first_;
    int days_;
    int width_;
    int left_;
    int span_;
};

// -- placing words -------------------------------------------------------------------------------

struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};
constexpr bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// How a text hangs on its point.
enum class Anchor { start, middle, end };

/// A text, the point it hangs on, and how far in pixels it stands from that point.
struct Words {
    std::string_view text;
    Across x;
    int pixels = 0;  // where x is at the smallest width
    int dx = 0;
    int baseline = 0;
    Anchor anchor = Anchor::start;
    std::string_view look = {};
    Weight weight = Weight::regular;

    Box box() const {
        const int width = text_width(text, weight);
        const int left = pixels + dx -
                         (anchor == Anchor::end      ? width
                          : anchor == Anchor::middle ? width / 2
                                                     : 0);
        return {left - 2, baseline - 11, left + width + 2, baseline + 4};
    }
};

/// What is where already.
class Occupied {
public:
    explicit Occupied(int width) : width_(width) {}
    void add(const Box& box) { solid_.push_back(box); }
    /// Lines that words had better not cross, and may (their halo interrupts the line).
    void add_line(const Box& box) { lines_.push_back(box); }

    bool free(const Box& box) const {
        const auto hits = [&](const Box& other) { return overlap(box, other); };
        return box.left >= -2 && box.right <= width_ + 2 && std::ranges::none_of(solid_, hits);
    }
    bool crosses_no_line(const Box& box) const {
        return std::ranges::none_of(lines_, [&](const Box& other) { return overlap(box, other); });
    }

private:
    int width_;
    std::vector<Box> solid_;
    std::vector<Box> lines_;
};

Fragment render_words(const Words& words);

enum class Crossing { never, if_need_be };
/// The first of the candidates that finds room, one that crosses no line if there is such; its place is
/// then taken. Nothing when none does.
Fragment place(Occupied& occupied, const std::vector<Words>& candidates,
               Crossing crossing = Crossing::if_need_be);

/// `text`, or its beginning and an ellipsis, no wider than `pixels`.
std::string shortened(std::string_view text, int pixels, Weight weight = Weight::regular);
/// `text` in lines no wider than `pixels`, at most `lines` of them; what is left over ends in an ellipsis.
std::vector<std::string> wrapped(std::string_view text, int pixels, std::size_t lines,
                                 Weight weight = Weight::regular);

// -- shapes --------------------------------------------------------------------------------------

Fragment line(std::string_view look, Across x, int top, int bottom);
/// A hairline over the whole width.
Fragment rule(int y);

/// A shape drawn in pixels around a point that is given in percent.
template <class Node> Fragment at_point(Across x, int y, const Node& shape) {
    return html::el<"svg">(html::attr<"x">(text_of(x)), html::attr<"y">(y), html::attr<"width">(1),
                           html::attr<"height">(1), html::attr<"overflow">("visible"), shape);
}

/// The outer element: named by its title and description, without a viewBox, so that nothing scales.
Fragment drawing(std::string_view look, const std::string& id, const std::string& title,
                 const std::string& description, int height, const Fragment& content);
/// What the drawing shows, in words: read where pictures are off, and nowhere else.
Fragment instead(const std::string& description);

}  // namespace pages::svg

namespace pages {

// -- the legend ----------------------------------------------------------------------------------

enum class Sign {
    solid,
    hatched,
    thin,
    broken,
    gap,
    split,
    disputed_hand_over,
    statement,
    present,
    absent,
    not_on_record,
    dash,
    depends,    // a diamond, left half full
    awaiting,   // a clock
    imprecise,  // a wave
};
struct LegendItem {
    Sign sign;
    std::string text;
};

/// The shapes of a drawing with their words; nothing for no shapes.
html::Fragment legend(const std::vector<LegendItem>& items);

}  // namespace pages
