#include "pages/way_drawing.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "words/dates.hpp"

namespace pages {

using html::attr;
using html::el;
using html::Fragment;
using html::group;
using html::when;
using svg::Across;
using svg::Anchor;
using svg::full_width;
using svg::render_words;
using svg::text_of;
using svg::Words;

namespace {

struct Size {
    std::string_view name;  // class
    int width = 0;          // the smallest, in pixels
};
constexpr Size wide{"wide", svg::wide_width};
constexpr Size narrow{"narrow", svg::narrow_width};

std::string id_of(const std::string& id, const Size& size) {
    return id + "-" + std::string(size.name.substr(0, 1));
}

// -- shapes --------------------------------------------------------------------------------------

constexpr int wave_height = 8;

Fragment wave_pattern(const std::string& id) {
    return el<"defs">(
        el<"pattern">(attr<"id">(id), attr<"width">(16), attr<"height">(wave_height),
                      attr<"patternUnits">("userSpaceOnUse"),
                      el<"path">(attr<"class">("b"), attr<"d">("M0 4q4-6 8 0t8 0"), attr<"fill">("none"),
                                 attr<"stroke">("currentColor"), attr<"stroke-width">("1.8"))));
}
/// A wave from one distance to another around `middle`. The pattern is laid from the drawing's top, so rows
/// are a multiple of its height apart, and their middles half of it more.
Fragment wave(Across from, Across to, int middle, const std::string& pattern) {
    return el<"rect">(attr<"x">(text_of(from)), attr<"y">(middle - wave_height / 2),
                      attr<"width">(text_of({std::max(0, to.units - from.units)})),
                      attr<"height">(wave_height), attr<"fill">("url(#" + pattern + ")"));
}
Fragment square(std::string_view look, int half) {
    const bool full = look == "b";
    return el<"rect">(attr<"class">(look), attr<"x">(-half), attr<"y">(-half), attr<"width">(2 * half),
                      attr<"height">(2 * half), attr<"fill">(full ? "currentColor" : "#fff"),
                      attr<"stroke">("currentColor"), attr<"stroke-width">("1.4"));
}
Fragment broken_circle(int radius) {
    return el<"circle">(attr<"class">("mkd"), attr<"r">(radius), attr<"fill">("none"),
                        attr<"stroke">("currentColor"), attr<"stroke-width">("1.4"),
                        attr<"stroke-dasharray">("2.4 2"));
}
Fragment dotted(Across from, Across to, int y) {
    return el<"line">(attr<"class">("gap"), attr<"x1">(text_of(from)), attr<"x2">(text_of(to)), attr<"y1">(y),
                      attr<"y2">(y), attr<"stroke">("currentColor"), attr<"stroke-dasharray">("2 5"));
}
Fragment track(Across from, Across to, int y) {
    return el<"line">(attr<"class">("rule"), attr<"x1">(text_of(from)), attr<"x2">(text_of(to)),
                      attr<"y1">(y), attr<"y2">(y), attr<"stroke">("#dcd9cf"));
}

/// Nothing happened before the year 2: such a day is the open beginning of "no later than".
bool open_beginning(const base::Date& date) { return date.earliest().year() <= 1; }
base::Day first_day(const base::Date& date) { return open_beginning(date) ? date.latest() : date.earliest(); }

/// "Jan 2023", «янв. 2023»; and without its year.
std::string month_name(words::Language language, base::Day day) {
    return words::date(language, day.text().substr(0, 7), words::Case::nominative, words::Length::brief);
}
std::string bare_month(words::Language language, base::Day day) {
    const std::string name = month_name(language, day);
    return name.substr(0, name.rfind(' '));
}

// -- one draft -----------------------------------------------------------------------------------

class WayDrawing {
public:
    WayDrawing(words::Language language, const WayChart& chart, const Size& rendering, base::Day first,
               base::Day last)
        : language_(language),
          chart_(chart),
          rendering_(rendering),
          first_(first),
          last_(last),
          id_(id_of(chart.id, rendering)),
          above_(rendering.width == narrow.width),
          left_(above_ ? 6 : names_width(chart) + 16),
          axis_(first, last, rendering.width, left_, 8),
          row_height_(above_ ? 64 : 40),
          occupied_(rendering.width) {}

    Fragment render() {
        const int bottom = head + static_cast<int>(chart_.steps.size()) * row_height_;
        content_ += ticks(bottom);
        for (std::size_t i = 0; i < chart_.steps.size(); ++i)
            step(chart_.steps[i], head + static_cast<int>(i) * row_height_);
        return svg::drawing(rendering_.name, id_, chart_.title, chart_.description, bottom + 26,
                            group(wave_pattern(id_ + "-w"), content_));
    }

private:
    static constexpr int head = 0;

    static int names_width(const WayChart& chart) {
        int widest = 0;
        for (const WayStep& step : chart.steps)
            widest = std::max(widest, text_width(step.name, Weight::semibold));
        return std::min(widest, 300);
    }

    // The days written along the bottom, as close as their words allow: years, quarters or months.
    Fragment ticks(int bottom) {
        Fragment out;
        constexpr std::array months = {1, 2, 3, 6, 12, 24, 60, 120};
        const int days = std::max(1, last_.number() - first_.number());
        const int room = rendering_.width - left_ - 8;
        int step = months.back();
        for (const int one : months) {
            if (one * 30 * room / days < 62) continue;
            step = one;
            break;
        }
        int taken = -100;
        const int begin = first_.year() * 12 + first_.month() - 1;
        const int end = last_.year() * 12 + last_.month() - 1;
        for (int month = begin; month <= end; ++month) {
            const auto day = base::Day::from(month / 12, month % 12 + 1, 1);
            if (month % step != 0 || !day || *day < first_ || *day > last_) continue;
            const Across x = axis_.at(*day);
            out += svg::line("grid", x, 0, bottom + 4);
            const std::string text = (month % 12 == 0 && step % 12 == 0) ? std::to_string(day->year())
                                                                         : month_name(language_, *day);
            Words words{.text = text,
                        .x = x,
                        .pixels = axis_.pixels(x),
                        .baseline = bottom + 18,
                        .anchor = Anchor::middle,
                        .look = "t2"};
            if (words.box().left < taken || words.box().left < 0 || words.box().right > rendering_.width)
                continue;
            taken = words.box().right + 6;
            out += render_words(words);
        }
        return out;
    }

    void step(const WayStep& step, int top) {
        const int middle = top + (above_ ? 36 : 20);
        const std::string name =
            svg::shortened(step.name, above_ ? rendering_.width : left_ - 14, Weight::semibold);
        const Words named{.text = name,
                          .x = {},
                          .dx = above_ ? 4 : 0,
                          .baseline = above_ ? top + 18 : middle + 4,
                          .weight = Weight::semibold};
        occupied_.add(named.box());
        content_ += svg::rule(top + row_height_);
        content_ += render_words(named);
        const Across begin = axis_.at(first_);
        const Across end = axis_.at(last_);
        if (step.marks.empty()) {
            content_ += dotted(begin, end, middle);
            const int half =
                svg::pixels_of(begin, rendering_.width) / 2 + svg::pixels_of(end, rendering_.width) / 2;
            const Across x = svg::across(half, rendering_.width);
            content_ += gap_words(x, middle);
            return;
        }
        content_ += track(begin, end, middle);
        for (const StepMark& mark : step.marks) shape(mark, middle);
        for (const StepMark& mark : step.marks) label(mark, middle);
    }

    // A broken circle on the dotted line, and the words beside it.
    Fragment gap_words(Across x, int middle) {
        const int width = text_width(chart_.not_on_record, Weight::regular) + 22;
        const int from = svg::pixels_of(x, rendering_.width) - width / 2;
        const Across at = svg::across(from, rendering_.width);
        const auto paper = el<"rect">(attr<"class">("pap"), attr<"x">(-9), attr<"y">(-8),
                                      attr<"width">(width + 2), attr<"height">(16), attr<"fill">("#fff"));
        return group(svg::at_point(at, middle, group(paper, broken_circle(6))),
                     render_words({.text = chart_.not_on_record, .x = at, .dx = 13, .baseline = middle + 4}));
    }

    // Where the mark begins and ends, in pixels at the smallest width.
    std::pair<int, int> reach(const StepMark& mark) const {
        const int to = axis_.pixels(mark.on.latest());
        if (mark.on.exact()) return {to - 7, to + 7};
        const int from = open_beginning(mark.on) ? to - 48 : axis_.pixels(mark.on.earliest());
        return {std::max(axis_.pixels(first_), std::min(from, to - 32)), to + 2};
    }
    void shape(const StepMark& mark, int middle) {
        const Across to = axis_.at(mark.on.latest());
        const auto [left, right] = reach(mark);
        occupied_.add({left - 1, middle - 8, right + 1, middle + 8});
        if (mark.on.exact()) {
            content_ += svg::at_point(to, middle, square("b", 6));
            return;
        }
        content_ += wave(svg::across(left, rendering_.width), to, middle, id_ + "-w");
        content_ += svg::line("edge", to, middle - 7, middle + 7);
    }
    void label(const StepMark& mark, int middle) {
        const auto [left, right] = reach(mark);
        const Across at = axis_.at(mark.on.latest());
        const int pixels = axis_.pixels(at);
        std::vector<Words> candidates;
        std::vector<std::string> texts{mark.label};
        if (!mark.short_label.empty()) texts.push_back(mark.short_label);
        for (const std::string& text : texts) {
            candidates.push_back(
                {.text = text, .x = at, .pixels = pixels, .dx = right - pixels + 6, .baseline = middle + 4});
            candidates.push_back({.text = text,
                                  .x = svg::across(left, rendering_.width),
                                  .pixels = left,
                                  .dx = -6,
                                  .baseline = middle + 4,
                                  .anchor = Anchor::end});
            candidates.push_back(
                {.text = text, .x = at, .pixels = pixels, .baseline = middle - 9, .anchor = Anchor::end});
            candidates.push_back({.text = text, .x = at, .pixels = pixels, .baseline = middle - 9});
            if (!above_) continue;
            candidates.push_back({.text = text,
                                  .x = at,
                                  .pixels = pixels,
                                  .dx = 8,
                                  .baseline = middle + 20,
                                  .anchor = Anchor::end});
        }
        content_ += svg::place(occupied_, candidates);
    }

    words::Language language_;
    const WayChart& chart_;
    const Size& rendering_;
    base::Day first_;
    base::Day last_;
    std::string id_;
    bool above_;  // the step's name stands over its line
    int left_;
    svg::Axis axis_;
    int row_height_;
    svg::Occupied occupied_;
    Fragment content_;
};

}  // namespace

Fragment way_chart(words::Language language, const WayChart& chart) {
    std::optional<base::Day> first, last;
    for (const WayStep& step : chart.steps) {
        for (const StepMark& mark : step.marks) {
            first = std::min(first.value_or(first_day(mark.on)), first_day(mark.on));
            last = std::max(last.value_or(mark.on.latest()), mark.on.latest());
        }
    }
    if (!first || !last) return {};
    const int margin = std::max(20, (last->number() - first->number()) / 10);
    const base::Day from = first->plus(base::Days{-margin});
    const base::Day to = last->plus(base::Days{margin});
    return el<"figure">(attr<"class">("draw"), WayDrawing(language, chart, wide, from, to).render(),
                        WayDrawing(language, chart, narrow, from, to).render(),
                        svg::instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(chart.legend));
}

// -- several, side by side ------------------------------------------------------------------------

namespace {

/// 1 January of the year of the row's last step on record; empty where none is.
std::optional<base::Day> beginning(const CalendarRow& row) {
    std::optional<base::Day> last;
    for (const NumberedStep& step : row.steps) {
        if (step.on) last = std::max(last.value_or(step.on->latest()), step.on->latest());
    }
    return last ? base::Day::from(last->year(), 1, 1) : std::nullopt;
}

/// The same day in the common calendar, in which every row's year is 2001; 29 February is the 28th.
base::Day common_day(base::Day day, base::Day beginning) {
    const int year = 2001 + day.year() - beginning.year();
    const int last = base::days_in_month(year, day.month());
    return *base::Day::from(year, day.month(), std::min(day.day_of_month(), last));
}

class CalendarDrawing {
public:
    CalendarDrawing(words::Language language, const CalendarChart& chart, const Size& rendering,
                    base::Day first, base::Day last)
        : language_(language),
          chart_(chart),
          rendering_(rendering),
          first_(first),
          last_(last),
          id_(id_of(chart.id, rendering)),
          narrow_(rendering.width == narrow.width),
          steps_(most_steps(chart)),
          left_(names_width(chart) + 18),
          right_(narrow_ ? 8 : gap_width(chart) + 24),
          axis_(first, last, rendering.width, left_, right_),
          occupied_(rendering.width) {}

    Fragment render() {
        for (const CalendarRow& row : chart_.rows) heights_.push_back(height_of(row));
        int bottom = head();
        for (const int height : heights_) bottom += height;
        content_ += ticks(bottom);
        if (!narrow_)
            content_ += render_words(
                {.text = chart_.not_on_record, .x = gap_column(0), .dx = -token / 2, .baseline = 13});
        int top = head();
        for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
            row(chart_.rows[i], top);
            top += heights_[i];
            content_ += svg::rule(top);
        }
        return svg::drawing(rendering_.name, id_, chart_.title, chart_.description, bottom + 26,
                            group(wave_pattern(id_ + "-w"), content_));
    }

private:
    static constexpr int token = 18;  // pixels that a numbered step takes
    static constexpr int lane = 24;   // a multiple of the wave's height
    struct Placed {
        const NumberedStep* step;
        base::Day on;
        int pixels;
        int lane;
    };

    int head() const { return narrow_ ? 0 : 24; }
    static int most_steps(const CalendarChart& chart) {
        std::size_t most = 1;
        for (const CalendarRow& row : chart.rows) most = std::max(most, row.steps.size());
        return static_cast<int>(most);
    }
    static int names_width(const CalendarChart& chart) {
        int widest = 0;
        for (const CalendarRow& row : chart.rows)
            widest = std::max(widest, text_width(row.name, Weight::semibold));
        return widest;
    }
    int gap_width(const CalendarChart& chart) const {
        return std::max(steps_ * (token + 4), text_width(chart.not_on_record, Weight::regular));
    }
    Across gap_column(int index) const {
        return svg::across(rendering_.width - right_ + 18 + token / 2 + index * (token + 4),
                           rendering_.width);
    }

    // Each step on its day, in the first lane in which it does not lie on another.
    std::vector<Placed> placed(const CalendarRow& row) const {
        std::vector<Placed> out;
        const auto begins = beginning(row);
        if (!begins) return out;
        for (const NumberedStep& step : row.steps) {
            if (!step.on) continue;
            const base::Day on = common_day(step.on->latest(), *begins);
            out.push_back({&step, on, axis_.pixels(on), 0});
        }
        std::ranges::stable_sort(out, {}, [](const Placed& one) { return one.pixels; });
        std::vector<int> ends;
        for (Placed& one : out) {
            std::size_t at = 0;
            const int from = one.step->on->exact() ? one.pixels - token / 2 : wave_from(*one.step, *begins);
            while (at < ends.size() && from < ends[at] + 3) ++at;
            if (at == ends.size()) ends.push_back(0);
            ends[at] = one.pixels + token / 2;
            one.lane = static_cast<int>(at);
        }
        return out;
    }
    // Where an imprecise step's wave begins, in pixels.
    int wave_from(const NumberedStep& step, base::Day begins) const {
        const int to = axis_.pixels(common_day(step.on->latest(), begins));
        const int from =
            open_beginning(*step.on) ? to - 40 : axis_.pixels(common_day(step.on->earliest(), begins));
        return std::max(left_ - 4, std::min(from, to - token / 2 - 16));
    }
    static int lanes_of(const std::vector<Placed>& all) {
        int most = 1;
        for (const Placed& one : all) most = std::max(most, one.lane + 1);
        return most;
    }
    int height_of(const CalendarRow& row) const {
        const int gaps =
            narrow_ && std::ranges::any_of(row.steps, [](const auto& one) { return !one.on; }) ? lane : 0;
        return lanes_of(placed(row)) * lane + gaps + 8;
    }

    Fragment ticks(int bottom) {
        Fragment out;
        int taken = -100;
        const int begin = first_.year() * 12 + first_.month() - 1;
        const int end = last_.year() * 12 + last_.month() - 1;
        for (int month = begin; month <= end; ++month) {
            const auto day = base::Day::from(month / 12, month % 12 + 1, 1);
            if (!day || *day < first_ || *day > last_) continue;
            const Across x = axis_.at(*day);
            out += svg::line("grid", x, head(), bottom + 4);
            const std::string name = bare_month(language_, *day);
            const Words words{.text = name,
                              .x = x,
                              .pixels = axis_.pixels(x),
                              .dx = 2,
                              .baseline = bottom + 18,
                              .look = "t2"};
            if (words.box().left < taken || words.box().right > rendering_.width) continue;
            taken = words.box().right;
            out += render_words(words);
        }
        return out;
    }

    Fragment number(const NumberedStep& step, Across x, int y) const {
        const std::string text = std::to_string(step.number);
        const bool full = step.on && step.on->exact();
        const Fragment shape =
            !step.on ? broken_circle(token / 2 - 1) : square(full ? "b" : "mkd pap", token / 2 - 1);
        return group(svg::at_point(x, y, shape), render_words({.text = text,
                                                               .x = x,
                                                               .baseline = y + 4,
                                                               .anchor = Anchor::middle,
                                                               .look = full ? "ti" : ""}));
    }

    void row(const CalendarRow& row, int top) {
        content_ +=
            render_words({.text = row.name, .x = {}, .baseline = top + 24, .weight = Weight::semibold});
        const auto all = placed(row);
        const auto begins = beginning(row);
        const auto middle = [&](const Placed& one) { return top + 20 + one.lane * lane; };
        for (const Placed& one : all) {
            const Across x = axis_.at(one.on);
            const int from = one.step->on->exact() ? one.pixels - token / 2 : wave_from(*one.step, *begins);
            if (!one.step->on->exact())
                content_ += wave(svg::across(from, rendering_.width), x, middle(one), id_ + "-w");
            content_ += number(*one.step, x, middle(one));
            occupied_.add({from - 1, middle(one) - 10, one.pixels + token / 2 + 1, middle(one) + 10});
        }
        // Of steps on one day the last to stand there says it.
        for (auto one = all.rbegin(); one != all.rend(); ++one) {
            if (one->step->label.empty()) continue;
            const int from =
                one->step->on->exact() ? one->pixels - token / 2 : wave_from(*one->step, *begins);
            const Words behind{.text = one->step->label,
                               .x = axis_.at(one->on),
                               .pixels = one->pixels,
                               .dx = token / 2 + 6,
                               .baseline = middle(*one) + 4};
            const Words before{.text = one->step->label,
                               .x = svg::across(from, rendering_.width),
                               .pixels = from,
                               .dx = -6,
                               .baseline = middle(*one) + 4,
                               .anchor = Anchor::end};
            std::vector<Words> candidates;
            if (behind.box().right <= rendering_.width - right_) candidates.push_back(behind);
            if (before.box().left >= left_) candidates.push_back(before);
            content_ += svg::place(occupied_, candidates);
        }
        gaps(row, top + 20 + lanes_of(all) * lane, top + 20);
    }
    // The steps that are not on record: in a column of their own, or beneath where there is no room for one.
    void gaps(const CalendarRow& row, int beneath, int beside) {
        int index = 0;
        int at = left_ + text_width(chart_.not_on_record, Weight::regular) + token;
        for (const NumberedStep& step : row.steps) {
            if (step.on) continue;
            if (narrow_ && index == 0)
                content_ += render_words({.text = chart_.not_on_record,
                                          .x = svg::across(left_, rendering_.width),
                                          .baseline = beneath + 4,
                                          .look = "t2"});
            content_ += narrow_ ? number(step, svg::across(at, rendering_.width), beneath)
                                : number(step, gap_column(index), beside);
            at += token + 2;
            ++index;
        }
    }

    words::Language language_;
    const CalendarChart& chart_;
    const Size& rendering_;
    base::Day first_;
    base::Day last_;
    std::string id_;
    bool narrow_;
    int steps_;
    int left_;
    int right_;
    svg::Axis axis_;
    svg::Occupied occupied_;
    std::vector<int> heights_;
    Fragment content_;
};

}  // namespace

Fragment calendar_chart(words::Language language, const CalendarChart& chart) {
    std::optional<base::Day> first, last;
    for (const CalendarRow& row : chart.rows) {
        const auto begins = beginning(row);
        for (const NumberedStep& step : row.steps) {
            if (!step.on) continue;
            const base::Day from = common_day(first_day(*step.on), *begins);
            const base::Day to = common_day(step.on->latest(), *begins);
            first = std::min(first.value_or(from), from);
            last = std::max(last.value_or(to), to);
        }
    }
    if (!first || !last) return {};
    // From the first of the month to a little beyond the last step, for the words beside it.
    const auto from = base::Day::from(first->year(), first->month(), 1);
    const base::Day to = last->plus(base::Days{30});
    return el<"figure">(attr<"class">("draw"), CalendarDrawing(language, chart, wide, *from, to).render(),
                        CalendarDrawing(language, chart, narrow, *from, to).render(),
                        svg::instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(chart.legend));
}

}  // namespace pages
