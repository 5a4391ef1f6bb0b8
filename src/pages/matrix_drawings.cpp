#include "pages/matrix_drawings.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "words/chrome.hpp"
#include "words/drawing_words.hpp"

namespace pages {

namespace chrome = words::chrome;
using html::attr;
using html::each;
using html::el;
using html::Fragment;
using html::group;
using html::Url;
using html::when;
using svg::Across;
using svg::Anchor;
using svg::full_width;
using svg::render_words;
using svg::text_of;
using svg::Words;

bool uses(const std::vector<MatrixRow>& rows, Shape cell) {
    return std::ranges::any_of(rows,
                               [&](const MatrixRow& row) { return std::ranges::count(row.cells, cell) > 0; });
}

namespace {

// -- shapes --------------------------------------------------------------------------------------

constexpr std::array cells = {Shape::full,     Shape::open,          Shape::half,
                              Shape::awaiting, Shape::not_on_record, Shape::dash};

/// The shape around the point 0 0, `size` pixels wide.
Fragment cell_shape(Shape cell, int size) {
    const int half = size / 2;
    const int small = size / 4;
    const std::string_view stroke = size > 9 ? "1.6" : "1.3";
    const auto square = [&](std::string_view look, std::string_view fill) {
        return el<"rect">(attr<"class">(look), attr<"x">(-half), attr<"y">(-half), attr<"width">(2 * half),
                          attr<"height">(2 * half), attr<"fill">(fill));
    };
    const auto path = [&](const std::string& d, std::string_view fill, std::string_view width) {
        return el<"path">(attr<"class">(fill == "#fff" ? "mkd pap" : "mkd"), attr<"d">(d), attr<"fill">(fill),
                          attr<"stroke">("currentColor"), attr<"stroke-width">(width));
    };
    const std::string h = std::to_string(half + 1);
    switch (cell) {
        case Shape::full:
            return square("b", "currentColor");
        case Shape::open: {
            const std::string a = std::to_string(half);
            return path("M-" + a + "-" + a + "H" + a + "V" + a + "H-" + a + "zM-" + std::to_string(small) +
                            " 0H" + std::to_string(small),
                        "#fff", stroke);
        }
        case Shape::half:
            return group(path("M0-" + h + "L" + h + " 0 0 " + h + "-" + h + " 0z", "#fff", "1.3"),
                         path("M0-" + h + "V" + h + "L-" + h + " 0z", "currentColor", "0"));
        case Shape::awaiting:
            return group(el<"circle">(attr<"class">("mkd pap"), attr<"r">(half), attr<"fill">("#fff"),
                                      attr<"stroke">("currentColor"), attr<"stroke-width">(stroke)),
                         path("M0-" + std::to_string(half - 2) + "V0L" + std::to_string(small) + " " +
                                  std::to_string(small),
                              "none", stroke));
        case Shape::not_on_record:
            return el<"circle">(attr<"class">("mkd"), attr<"r">(half), attr<"fill">("none"),
                                attr<"stroke">("currentColor"), attr<"stroke-width">(stroke),
                                attr<"stroke-dasharray">("2.4 2"));
        case Shape::dash:
            return el<"line">(attr<"class">("dash"), attr<"x1">(-small), attr<"x2">(small), attr<"y1">(0),
                              attr<"y2">(0), attr<"stroke">("currentColor"));
    }
    std::unreachable();
}

/// The id of a shape within its drawing, where it is defined once and used for every cell.
std::string shape_id(std::string_view drawing_id, Shape cell) {
    return std::string(drawing_id) + '-' + "pahwnm"[static_cast<int>(cell)];
}
Fragment shapes(std::string_view drawing_id, const std::vector<MatrixRow>& rows, int size) {
    return el<"defs">(each(cells, [&](Shape cell) {
        return when(uses(rows, cell), el<"g">(attr<"id">(shape_id(drawing_id, cell)), attr<"class">("cell"),
                                              cell_shape(cell, size)));
    }));
}
Fragment use(std::string_view drawing_id, Shape cell, Across x, int y) {
    return el<"use">(attr<"href">(Url::place(shape_id(drawing_id, cell))), attr<"x">(text_of(x)),
                     attr<"y">(y));
}

struct Size {
    std::string_view name;  // class
    int width = 0;          // the smallest, in pixels
};
constexpr Size wide{"wide", svg::wide_width};
constexpr Size narrow{"narrow", svg::narrow_width};

std::string id_of(const std::string& id, const Size& size) {
    return id + "-" + std::string(size.name.substr(0, 1));
}

// -- attendance ----------------------------------------------------------------------------------

/// Draws some of the sessions side by side, with their years beneath and the parts they are of above.
class AttendanceBlock {
public:
    AttendanceBlock(const AttendanceChart& chart, std::string_view id, int width, int left,
                    std::size_t columns)
        : chart_(chart), id_(id), width_(width), begin_(svg::across(left, width).units), columns_(columns) {}

    /// Adds the sessions from `first` on to `out`; the height used, in pixels.
    int render(std::size_t first, int top, Fragment& out) const {
        const std::size_t end = std::min(first + columns_, chart_.sessions.size());
        std::vector<PartEdge> edges;
        const int head = parts(first, end, top, out, edges);
        const std::vector<const MatrixRow*> rows = rows_of(first, end);
        const int bottom = top + head + static_cast<int>(rows.size()) * row_height;
        const int foot = years(first, end, top + head, bottom, out);
        for (const PartEdge& edge : edges) out += svg::line("part", edge.x, edge.top, bottom);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const int middle = top + head + static_cast<int>(r) * row_height + row_height / 2;
            out += svg::rule(middle + row_height / 2);
            out += render_words(
                {.text = rows[r]->name, .x = {}, .baseline = middle + 4, .weight = Weight::semibold});
            for (std::size_t i = first; i < end; ++i)
                out += use(id_, rows[r]->cells[i], across(i - first, 1), middle);
        }
        return head + static_cast<int>(rows.size()) * row_height + foot;
    }

private:
    static constexpr int row_height = 26;
    static constexpr int lane_height = 15;
    static constexpr int right = 12;  // pixels: the last year is wider than its column
    /// Where a part begins, and the height from which its edge is drawn.
    struct PartEdge {
        Across x;
        int top;
    };

    Across across(std::size_t column, int halves) const {
        const auto place = 2 * static_cast<std::int64_t>(column) + halves;
        const int end = full_width - svg::across(right, width_).units;
        return {begin_ +
                static_cast<int>(place * (end - begin_) / (2 * static_cast<std::int64_t>(columns_)))};
    }
    /// Rows that have something else than a dash here; all where the drawing has one block.
    std::vector<const MatrixRow*> rows_of(std::size_t first, std::size_t end) const {
        std::vector<const MatrixRow*> rows;
        const bool whole = end - first == chart_.sessions.size();
        for (const MatrixRow& row : chart_.rows) {
            const auto here = std::span(row.cells).subspan(first, end - first);
            if (whole || std::ranges::any_of(here, [](Shape cell) { return cell != Shape::dash; }))
                rows.push_back(&row);
        }
        return rows;
    }
    Words words_at(const std::string& text, Across x, std::string_view look) const {
        return {.text = text, .x = x, .pixels = svg::pixels_of(x, width_), .dx = 2, .look = look};
    }
    /// The first lane whose last words end before these; `ends` has the end of each lane so far.
    static std::size_t lane_of(const Words& words, std::vector<int>& ends) {
        std::size_t lane = 0;
        while (lane < ends.size() && words.box().left < ends[lane]) ++lane;
        if (lane == ends.size()) ends.push_back(0);
        ends[lane] = words.box().right + 4;
        return lane;
    }
    /// The names of the parts above their first columns, and where those begin; the height the names take.
    int parts(std::size_t first, std::size_t end, int top, Fragment& out,
              std::vector<PartEdge>& edges) const {
        const bool any =
            std::ranges::any_of(chart_.sessions, [](const SessionColumn& one) { return !one.part.empty(); });
        if (!any) return 0;
        std::string part;
        for (std::size_t i = 0; i < first; ++i) {
            if (!chart_.sessions[i].part.empty()) part = chart_.sessions[i].part;
        }
        std::vector<int> ends;
        for (std::size_t i = first; i < end; ++i) {
            if (!chart_.sessions[i].part.empty()) {
                part = chart_.sessions[i].part;
            } else if (i > first) {
                continue;
            }
            Words words = words_at(part, across(i - first, 0), "");
            if (words.box().right > width_) {
                words.x = {full_width};
                words.pixels = width_;
                words.dx = 0;
                words.anchor = Anchor::end;
            }
            words.baseline = top + 11 + static_cast<int>(lane_of(words, ends)) * lane_height;
            edges.push_back({across(i - first, 0), words.baseline + 4});
            out += render_words(words);
        }
        return static_cast<int>(ends.size()) * lane_height + 4;
    }
    /// The years beneath, in as many lanes as it takes; the height they take.
    int years(std::size_t first, std::size_t end, int top, int bottom, Fragment& out) const {
        std::vector<int> ends;
        for (std::size_t i = first; i < end; ++i) {
            const bool begins = i == first || !chart_.sessions[i].part.empty();
            if (!begins && chart_.sessions[i].on.year() == chart_.sessions[i - 1].on.year()) continue;
            const Across x = across(i - first, 0);
            const std::string year = std::to_string(chart_.sessions[i].on.year());
            Words words = words_at(year, x, "t2");
            if (words.box().right > width_ + 2) {  // the last column is narrower than its year
                words.x = {full_width};
                words.pixels = width_;
                words.dx = 0;
                words.anchor = Anchor::end;
            }
            const int lane = static_cast<int>(lane_of(words, ends));
            words.baseline = bottom + 16 + lane * lane_height;
            out += svg::line("grid", x, top, bottom + 4 + lane * lane_height);
            out += render_words(words);
        }
        return static_cast<int>(ends.size()) * lane_height + 8;
    }

    const AttendanceChart& chart_;
    std::string_view id_;
    int width_;
    int begin_;
    std::size_t columns_;
};

Fragment attendance(const AttendanceChart& chart, const Size& rendering) {
    constexpr int smallest_pitch = 14;
    constexpr int largest_pitch = 40;
    int left = 12;
    for (const MatrixRow& row : chart.rows) {
        assert(row.cells.size() == chart.sessions.size());
        left = std::max(left, text_width(row.name, Weight::semibold) + 10);
    }
    const std::size_t sessions = std::max<std::size_t>(1, chart.sessions.size());
    const auto room = static_cast<std::size_t>(std::max(1, (rendering.width - left - 12) / smallest_pitch));
    const std::size_t blocks = (sessions + room - 1) / room;
    // Few sessions stand together at the left, as the columns of a table would.
    const auto fewest = static_cast<std::size_t>((rendering.width - left) / largest_pitch);
    const std::size_t columns = std::max(std::max<std::size_t>(1, fewest), (sessions + blocks - 1) / blocks);
    const int pitch = (rendering.width - left) / static_cast<int>(columns);
    const int size = std::clamp(pitch - 4, 8, 14) / 2 * 2;
    const std::string id = id_of(chart.id, rendering);
    const AttendanceBlock block(chart, id, rendering.width, left, columns);
    Fragment content = shapes(id, chart.rows, size);
    int top = 0;
    for (std::size_t first = 0; first < chart.sessions.size(); first += columns)
        top += block.render(first, top, content) + 12;
    return svg::drawing(rendering.name, id, chart.title, chart.description, std::max(1, top - 12), content);
}

}  // namespace

Fragment attendance_chart(words::Language language, const AttendanceChart& chart) {
    std::vector<LegendItem> signs;
    const auto sign = [&](Shape cell, Sign shape, std::string_view word) {
        if (uses(chart.rows, cell)) signs.push_back({shape, std::string(word)});
    };
    sign(Shape::full, Sign::present, chrome::present(language));
    sign(Shape::open, Sign::absent, chrome::absent(language));
    sign(Shape::half, Sign::depends, words::drawing_words::by_one_account(language));
    sign(Shape::not_on_record, Sign::not_on_record, chrome::not_on_record(language));
    sign(Shape::dash, Sign::dash, chrome::not_a_member(language));
    return el<"figure">(attr<"class">("draw"), attendance(chart, wide), attendance(chart, narrow),
                        svg::instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(signs));
}

// -- whom papers bind -----------------------------------------------------------------------------

namespace {

/// Papers of one group that are drawn together.
struct BindingPart {
    std::string_view heading;
    std::span<const MatrixRow> papers;
    std::string id;
    std::string title;
    std::string description;
};
/// As many papers as find room on a sheet of paper beneath their heading.
constexpr std::size_t papers_in_a_part = 20;

std::string names_of(std::span<const MatrixRow> papers) {
    std::string out;
    for (const MatrixRow& row : papers) {
        if (!out.empty()) out += "; ";
        out += row.name;
    }
    return out + ".";
}

/// The groups in order. The first part has the description of all.
std::vector<BindingPart> parts_of(const BindingChart& chart) {
    std::vector<BindingPart> out;
    for (const PaperGroup& group : chart.groups) {
        for (std::size_t first = 0; first < group.papers.size(); first += papers_in_a_part) {
            const auto papers = std::span(group.papers)
                                    .subspan(first, std::min(papers_in_a_part, group.papers.size() - first));
            BindingPart part{.heading = group.heading,
                             .papers = papers,
                             .id = chart.id,
                             .title = chart.title,
                             .description = names_of(papers)};
            if (!out.empty()) part.id += std::to_string(out.size() + 1);
            if (out.empty()) part.description = chart.description + " " + part.description;
            if (!group.heading.empty()) part.title += ": " + group.heading;
            out.push_back(std::move(part));
        }
    }
    return out;
}

/// One part: on a wide screen the names of its papers stand beside their marks, on a narrow one above them.
class BindingDrawing {
public:
    BindingDrawing(const std::vector<std::string>& members, const BindingPart& part, const Size& rendering)
        : members_(members),
          part_(part),
          rendering_(rendering),
          id_(id_of(part.id, rendering)),
          above_(rendering.width == narrow.width) {
        int widest = 0;
        for (const std::string& name : members) widest = std::max(widest, text_width(name, Weight::semibold));
        const int count = std::max(1, static_cast<int>(members.size()));
        const int room = above_ ? rendering.width : rendering.width - smallest_name;
        pitch_ = above_ ? room / count : std::min(widest + 14, room / count);
        left_ = rendering.width - pitch_ * count;
        lanes_ = (widest + 8 + pitch_ - 1) / pitch_;
    }

    Fragment render() {
        // Beside each other on a wide screen, both standing on the line beneath them.
        const std::vector<std::string> lines =
            svg::wrapped(part_.heading, above_ ? rendering_.width : left_ - 14, 3, Weight::semibold);
        const int heading_lines = part_.heading.empty() ? 0 : static_cast<int>(lines.size());
        if (!above_) top_ = std::max(0, heading_lines - lanes_) * line_height;
        int baseline = above_ ? 12 : top_ + 13 + (lanes_ - heading_lines) * line_height;
        for (int i = 0; i < heading_lines; ++i) {
            content_ += render_words({.text = lines[static_cast<std::size_t>(i)],
                                      .x = {},
                                      .baseline = baseline,
                                      .weight = Weight::semibold});
            baseline += line_height;
        }
        if (above_ && heading_lines > 0) {
            top_ = heading_lines * line_height + 2;
            content_ += svg::rule(top_);
        }
        heads();
        for (const MatrixRow& row : part_.papers) paper(row);
        const std::vector<MatrixRow> all(part_.papers.begin(), part_.papers.end());
        return svg::drawing(rendering_.name, id_, part_.title, part_.description, std::max(1, top_ + 2),
                            group(shapes(id_, all, 12), content_));
    }

private:
    static constexpr int smallest_name = 330;  // pixels for a paper's title beside its marks
    static constexpr int line_height = 16;

    Across middle(std::size_t column) const {
        return svg::across(left_ + static_cast<int>(column) * pitch_ + pitch_ / 2, rendering_.width);
    }

    // The members' names over their columns, in lanes where they are wider than those.
    void heads() {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const int lane = static_cast<int>(i) % lanes_;
            const int baseline = top_ + 13 + lane * line_height;
            Words words{.text = members_[i],
                        .x = middle(i),
                        .pixels = svg::pixels_of(middle(i), rendering_.width),
                        .baseline = baseline,
                        .anchor = Anchor::middle,
                        .weight = Weight::semibold};
            if (words.box().left < -2) {
                words.x = {};
                words.pixels = 0;
                words.anchor = Anchor::start;
            } else if (words.box().right > rendering_.width + 2) {
                words.x = {full_width};
                words.pixels = rendering_.width;
                words.anchor = Anchor::end;
            }
            if (lane + 1 < lanes_)
                content_ += svg::line("grid", middle(i), baseline + 4, top_ + 5 + lanes_ * line_height);
            content_ += render_words(words);
        }
        top_ += lanes_ * line_height + 6;
        content_ += svg::rule(top_);
    }

    void paper(const MatrixRow& row) {
        assert(row.cells.size() == members_.size());
        const int room = above_ ? rendering_.width : left_ - 14;
        const std::vector<std::string> lines = svg::wrapped(row.name, room, 4);
        const int text = static_cast<int>(lines.size()) * line_height;
        int baseline = top_ + (above_ ? 15 : 17);
        for (const std::string& one : lines) {
            content_ += render_words({.text = one, .x = {}, .baseline = baseline});
            baseline += line_height;
        }
        const int height = above_ ? text + 30 : text + 10;
        const int at = above_ ? top_ + text + 16 : top_ + height / 2;
        for (std::size_t i = 0; i < row.cells.size(); ++i) content_ += use(id_, row.cells[i], middle(i), at);
        top_ += height;
        content_ += svg::rule(top_);
    }

    const std::vector<std::string>& members_;
    const BindingPart& part_;
    const Size& rendering_;
    std::string id_;
    bool above_;  // the title stands over its marks
    int pitch_ = 1;
    int left_ = 0;
    int lanes_ = 1;
    int top_ = 0;
    Fragment content_;
};

}  // namespace

Fragment binding_chart(const BindingChart& chart) {
    Fragment drawn;
    for (const BindingPart& part : parts_of(chart)) {
        drawn += BindingDrawing(chart.members, part, wide).render();
        drawn += BindingDrawing(chart.members, part, narrow).render();
    }
    return el<"figure">(attr<"class">("draw parts"), drawn, svg::instead(chart.description),
                        when(!chart.caption.empty(), el<"figcaption">(chart.caption)), legend(chart.legend));
}

}  // namespace pages
