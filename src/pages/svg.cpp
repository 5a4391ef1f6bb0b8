#include "pages/svg.hpp"

#include <optional>
#include <utility>

namespace pages::svg {

using html::attr;
using html::classes;
using html::each;
using html::el;
using html::Markup;

std::string text_of(Across x) {
    const bool negative = x.units < 0;
    const int units = negative ? -x.units : x.units;
    std::string text = (negative ? "-" : "") + std::to_string(units / 1000);
    if (const int rest = units % 1000; rest != 0) {
        std::string digits = std::to_string(1000 + rest).substr(1);
        while (digits.back() == '0') digits.pop_back();
        text += '.' + digits;
    }
    return text + '%';
}

Fragment render_words(const Words& words) {
    const std::string_view anchor = words.anchor == Anchor::end      ? "end"
                                    : words.anchor == Anchor::middle ? "middle"
                                                                     : "";
    const bool bold = words.weight == Weight::semibold;
    return el<"text">(attr<"x">(text_of(words.x)), attr<"y">(words.baseline),
                      attr<"dx">(words.dx != 0 ? std::optional(words.dx) : std::nullopt),
                      attr<"text-anchor">(anchor.empty() ? std::nullopt : std::optional(anchor)),
                      attr<"class">(classes({words.look, bold ? "tb" : ""})), words.text);
}

Fragment place(Occupied& occupied, const std::vector<Words>& candidates, Crossing crossing) {
    for (const bool strict : {true, false}) {
        if (!strict && crossing == Crossing::never) break;
        for (const Words& words : candidates) {
            if (words.text.empty()) continue;
            const Box box = words.box();
            if (!occupied.free(box) || (strict && !occupied.crosses_no_line(box))) continue;
            occupied.add(box);
            return render_words(words);
        }
    }
    return {};
}

namespace {

/// How many bytes of `text` from its beginning are no wider than `pixels`, whole letters only.
std::size_t fitting(std::string_view text, int pixels, Weight weight) {
    std::size_t fits = 0;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        const bool whole = at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (!whole) continue;
        if (text_width(text.substr(0, at), weight) > pixels) break;
        fits = at;
    }
    return fits;
}

}  // namespace

std::string shortened(std::string_view text, int pixels, Weight weight) {
    if (text_width(text, weight) <= pixels) return std::string(text);
    const int room = pixels - text_width("…", weight);
    std::string_view kept = text.substr(0, fitting(text, room, weight));
    while (!kept.empty() && std::string_view(" ,;:(").contains(kept.back())) kept.remove_suffix(1);
    return std::string(kept) + "…";
}

std::vector<std::string> wrapped(std::string_view text, int pixels, std::size_t lines, Weight weight) {
    std::vector<std::string> out;
    while (out.size() + 1 < lines && text_width(text, weight) > pixels) {
        const std::size_t fits = fitting(text, pixels, weight);
        const std::size_t space = text.substr(0, fits + 1).rfind(' ');
        if (fits == 0 || space == std::string_view::npos || space == 0) break;
        out.emplace_back(text.substr(0, space));
        text.remove_prefix(space + 1);
    }
    out.push_back(shortened(text, pixels, weight));
    return out;
}

Fragment line(std::string_view look, Across x, int top, int bottom) {
    const std::string at = text_of(x);
    return el<"line">(attr<"class">(look), attr<"x1">(at), attr<"x2">(at), attr<"y1">(top),
                      attr<"y2">(bottom), attr<"stroke">("currentColor"));
}

Fragment rule(int y) {
    return el<"line">(attr<"class">("rule"), attr<"x1">(0), attr<"x2">("100%"), attr<"y1">(y), attr<"y2">(y),
                      attr<"stroke">("#dcd9cf"));
}

Fragment drawing(std::string_view look, const std::string& id, const std::string& title,
                 const std::string& description, int height, const Fragment& content) {
    return el<"svg">(attr<"class">(classes({look})), attr<"width">("100%"), attr<"height">(height),
                     attr<"role">("img"), attr<"aria-labelledby">(id + "-t " + id + "-d"),
                     attr<"font-size">("12.5"), el<"title">(attr<"id">(id + "-t"), title),
                     el<"desc">(attr<"id">(id + "-d"), description), content);
}

Fragment instead(const std::string& description) { return el<"p">(attr<"class">("instead"), description); }

}  // namespace pages::svg

namespace pages {

using html::attr;
using html::each;
using html::el;
using html::Fragment;
using html::Markup;

namespace {

Markup swatch(Sign sign) {
    switch (sign) {
        case Sign::solid:
            return R"(<path d="M0 0h34v14H0z" fill="currentColor"/>)";
        case Sign::hatched:
            return R"(<path d="M.7.7h32.6v12.6H.7z" fill="none" stroke="currentColor" stroke-width="1.4"/>)"
                   R"(<path d="M1 7l6-6M1 13 13 1M8 13 20 1M15 13 27 1M22 13 33 2M29 13l4-4" stroke="currentColor" stroke-width="2.6"/>)";
        case Sign::thin:
            return R"(<path d="M1 3h32v8H1z" fill="none" stroke="currentColor" stroke-width="1.4"/>)";
        case Sign::broken:
            return R"(<path d="M1 1h32v12H1z" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="5 3"/>)";
        case Sign::gap:
            return R"(<path d="M0 7h34" stroke="currentColor" stroke-width="2" stroke-dasharray="2 5"/>)";
        case Sign::split:
            return R"(<path d="M0 14 34 0v14z" fill="currentColor"/><path d="M.6.6h32.8v12.8H.6z" fill="none" stroke="currentColor" stroke-dasharray="3 2"/>)";
        case Sign::disputed_hand_over:
            return R"(<path d="M17 0l7 7-7 7-7-7z" fill="none" stroke="currentColor"/><path d="M17 0v14l-7-7z" fill="currentColor"/>)";
        case Sign::statement:
            return R"(<path d="M9 1h16v9h-5l-3 4-3-4H9z" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M12 4h10M12 7h7" stroke="currentColor"/>)";
        case Sign::present:
            return R"(<path d="M11 1h12v12H11z" fill="currentColor"/>)";
        case Sign::absent:
            return R"(<path d="M11.8 1.8h10.4v10.4H11.8zM14 7h6" fill="none" stroke="currentColor" stroke-width="1.6"/>)";
        case Sign::not_on_record:
            return R"(<circle cx="17" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2"/>)";
        case Sign::dash:
            return R"(<path d="M14 7h6" stroke="currentColor" stroke-width="1.6"/>)";
        case Sign::depends:
            return R"(<path d="M17 0l7 7-7 7-7-7z" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M17 0v14l-7-7z" fill="currentColor"/>)";
        case Sign::awaiting:
            return R"(<circle cx="17" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M17 3.5V7l2.6 2" fill="none" stroke="currentColor" stroke-width="1.5"/>)";
        case Sign::imprecise:
            return R"(<path d="M1 7q4-7 8 0t8 0 8 0 8 0" fill="none" stroke="currentColor" stroke-width="2"/>)";
    }
    std::unreachable();
}

}  // namespace

Fragment legend(const std::vector<LegendItem>& items) {
    if (items.empty()) return {};
    return el<"ul">(attr<"class">("legend"), each(items, [](const LegendItem& item) {
                        return el<"li">(el<"svg">(attr<"class">("sw"), attr<"viewBox">("0 0 34 14"),
                                                  attr<"aria-hidden">("true"), attr<"focusable">("false"),
                                                  swatch(item.sign)),
                                        item.text);
                    }));
}

}  // namespace pages
