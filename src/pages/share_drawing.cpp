#include "pages/share_drawing.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <string_view>

namespace pages {

using html::attr;
using html::el;
using html::Fragment;
using html::when;
using svg::Across;
using svg::render_words;
using svg::text_of;

namespace {

constexpr int row_height = 28;
constexpr int bar_height = 16;
constexpr int line_height = 16;

bool less(const base::Ratio& a, const base::Ratio& b) {
    return a.numerator() * b.denominator() < b.numerator() * a.denominator();
}
base::Ratio largest(const ShareChart& chart) {
    base::Ratio most;
    for (const ShareScale& scale : chart.scales) {
        for (const ShareBar& bar : scale.bars) {
            if (bar.share && less(most, *bar.share)) most = *bar.share;
        }
    }
    return most;
}

class ShareDrawing {
public:
    ShareDrawing(const ShareChart& chart, std::string_view name, int width, std::size_t side_by_side)
        : chart_(chart), name_(name), width_(width), side_by_side_(side_by_side), most_(largest(chart)) {
        for (const std::string& state : chart.states)
            names_ = std::max(names_, text_width(state, Weight::semibold) + 12);
        for (const ShareScale& scale : chart.scales) {
            for (const ShareBar& bar : scale.bars)
                figures_ = std::max(figures_, text_width(bar.figure, Weight::regular) + 12);
        }
        pitch_ = (width_ - names_) / static_cast<int>(side_by_side_);
    }

    Fragment render() {
        const std::string id = chart_.id + "-" + std::string(name_.substr(0, 1));
        for (std::size_t first = 0; first < chart_.scales.size(); first += side_by_side_) {
            if (first > 0) top_ += 16;
            panels(first, std::min(first + side_by_side_, chart_.scales.size()));
        }
        return svg::drawing(name_, id, chart_.title, chart_.description, top_ + 2, content_);
    }

private:
    // The scales from `first` up to `end` beside each other, the states' names before them.
    void panels(std::size_t first, std::size_t end) {
        const bool alone = side_by_side_ == 1;
        std::size_t lines = 1;
        for (std::size_t i = first; i < end; ++i) {
            const auto name =
                svg::wrapped(chart_.scales[i].name, alone ? width_ : pitch_ - 20, 5, Weight::semibold);
            lines = std::max(lines, name.size());
        }
        for (std::size_t i = first; i < end; ++i) {
            const Across x = svg::across(alone ? 0 : left_of(i - first), width_);
            const auto name =
                svg::wrapped(chart_.scales[i].name, alone ? width_ : pitch_ - 20, 5, Weight::semibold);
            int baseline = top_ + 13 + static_cast<int>(lines - name.size()) * line_height;
            for (const std::string& line : name) {
                content_ +=
                    render_words({.text = line, .x = x, .baseline = baseline, .weight = Weight::semibold});
                baseline += line_height;
            }
        }
        top_ += static_cast<int>(lines) * line_height + 6;
        content_ += svg::rule(top_);
        for (std::size_t state = 0; state < chart_.states.size(); ++state) {
            const int middle = top_ + row_height / 2;
            content_ += render_words(
                {.text = chart_.states[state], .x = {}, .baseline = middle + 4, .weight = Weight::semibold});
            for (std::size_t i = first; i < end; ++i) bar(chart_.scales[i].bars[state], i - first, middle);
            top_ += row_height;
            content_ += svg::rule(top_);
        }
    }
    int left_of(std::size_t column) const { return names_ + static_cast<int>(column) * pitch_; }

    void bar(const ShareBar& bar, std::size_t column, int middle) {
        const int left = left_of(column);
        const int room = std::max(10, pitch_ - figures_ - 24);
        const Across from = svg::across(left, width_);
        if (!bar.share) {
            const int words = text_width(chart_.not_on_record, Weight::regular) + 8;
            const Across to = svg::across(left + std::max(20, std::min(room, pitch_ - words - 8)), width_);
            content_ += el<"line">(attr<"class">("gap"), attr<"x1">(text_of(from)), attr<"x2">(text_of(to)),
                                   attr<"y1">(middle), attr<"y2">(middle), attr<"stroke">("currentColor"),
                                   attr<"stroke-dasharray">("2 5"));
            content_ += render_words(
                {.text = chart_.not_on_record, .x = to, .dx = 6, .baseline = middle + 4, .look = "t2"});
            return;
        }
        const std::int64_t full = svg::across(room, width_).units;
        const std::int64_t part = full * bar.share->numerator() * most_.denominator() /
                                  (bar.share->denominator() * most_.numerator());
        const Across to{from.units + static_cast<int>(part)};
        content_ +=
            el<"rect">(attr<"class">("b"), attr<"x">(text_of(from)), attr<"y">(middle - bar_height / 2),
                       attr<"width">(text_of({to.units - from.units})), attr<"height">(bar_height),
                       attr<"fill">("currentColor"));
        content_ += render_words({.text = bar.figure, .x = to, .dx = 6, .baseline = middle + 4});
    }

    const ShareChart& chart_;
    std::string_view name_;
    int width_;
    std::size_t side_by_side_;
    base::Ratio most_;
    int names_ = 0;
    int figures_ = 0;
    int pitch_ = 1;
    int top_ = 0;
    Fragment content_;
};

}  // namespace

Fragment share_chart(const ShareChart& chart) {
    for ([[maybe_unused]] const ShareScale& scale : chart.scales)
        assert(scale.bars.size() == chart.states.size());
    if (largest(chart).numerator() == 0) return {};
    const std::size_t beside = std::clamp<std::size_t>(chart.scales.size(), 1, 3);
    return el<"figure">(attr<"class">("draw"), ShareDrawing(chart, "wide", svg::wide_width, beside).render(),
                        ShareDrawing(chart, "narrow", svg::narrow_width, 1).render(),
                        svg::instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(chart.legend));
}

}  // namespace pages
