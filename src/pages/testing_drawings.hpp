// What every drawing must keep to, read from its text: words inside the drawing and not on each other, at its
// smallest width and as each rendering places them; both renderings named and described.
#pragma once

#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pages/text_width.hpp"

namespace pages::testing_drawings {

inline std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

/// The value of an attribute in a tag; empty where it has none.
inline std::string attribute(const std::string& tag, const std::string& name) {
    const std::size_t at = tag.find(" " + name + "=\"");
    if (at == std::string::npos) return {};
    const std::size_t from = at + name.size() + 3;
    return tag.substr(from, tag.find('"', from) - from);
}

/// "12.5%" of a width, in pixels; a bare number as it is.
inline double pixels(const std::string& value, int width) {
    const double number = std::strtod(value.c_str(), nullptr);
    return value.ends_with('%') ? number * width / 100 : number;
}

struct Said {
    std::string text;
    double left, right, top, bottom;
};

/// The words of one rendering where a browser would put them at that width.
inline std::vector<Said> words_of(const std::string& svg, int width) {
    std::vector<Said> out;
    for (std::size_t at = svg.find("<text"); at != std::string::npos; at = svg.find("<text", at + 1)) {
        const std::size_t close = svg.find('>', at);
        const std::string tag = svg.substr(at, close - at);
        std::string text = svg.substr(close + 1, svg.find("</text>", close) - close - 1);
        const Weight weight =
            attribute(tag, "class").find("tb") == std::string::npos ? Weight::regular : Weight::semibold;
        const double wide = text_width(text, weight);
        double left = pixels(attribute(tag, "x"), width) + pixels(attribute(tag, "dx"), width);
        const std::string anchor = attribute(tag, "text-anchor");
        if (anchor == "end") left -= wide;
        if (anchor == "middle") left -= wide / 2;
        const double base = pixels(attribute(tag, "y"), width);
        out.push_back({std::move(text), left, left + wide, base - 9, base + 3});
    }
    return out;
}

inline std::string rendering(const std::string& figure, const std::string& name) {
    const std::size_t at = figure.find("<svg class=\"" + name + "\"");
    if (at == std::string::npos) return {};
    const std::size_t next = figure.find("<svg class=\"", figure.find("<desc", at));
    const std::size_t end = figure.find("<p class=\"instead\"", at);
    return figure.substr(at, std::min(next, end) - at);
}

/// At its smallest width and at larger ones nothing said leaves the drawing or lies on something else said.
inline void keeps_its_words_apart(const std::string& figure) {
    const struct {
        std::string name;
        std::vector<int> widths;
    } renderings[] = {{"wide", {860, 1000, 1200}}, {"narrow", {290, 360, 700}}};
    for (const auto& one : renderings) {
        const std::string svg = rendering(figure, one.name);
        ASSERT_FALSE(svg.empty()) << one.name;
        const double height = std::strtod(attribute(svg.substr(0, svg.find('>')), "height").c_str(), nullptr);
        for (const int width : one.widths) {
            SCOPED_TRACE(one.name + " " + std::to_string(width));
            const std::vector<Said> all = words_of(svg, width);
            for (std::size_t i = 0; i < all.size(); ++i) {
                EXPECT_GE(all[i].left, -2.5) << all[i].text;
                EXPECT_LE(all[i].right, width + 2.5) << all[i].text;
                EXPECT_GE(all[i].top, -1) << all[i].text;
                EXPECT_LE(all[i].bottom, height + 1) << all[i].text;
                for (std::size_t j = 0; j < i; ++j) {
                    const bool apart = all[i].left >= all[j].right - 0.5 ||
                                       all[j].left >= all[i].right - 0.5 || all[i].top >= all[j].bottom ||
                                       all[j].top >= all[i].bottom;
                    EXPECT_TRUE(apart) << "“" << all[i].text << "” lies on “" << all[j].text << "”";
                }
            }
        }
    }
}

/// Named by title and description in both renderings, told in words where pictures are off, never scaled.
inline void is_named_and_described(const std::string& figure, const std::string& id) {
    EXPECT_EQ(count(figure, "role=\"img\""), 2U);
    for (const char* rendering : {"-w", "-n"}) {
        EXPECT_EQ(count(figure, "<title id=\"" + id + rendering + "-t\">"), 1U);
        EXPECT_EQ(count(figure, "<desc id=\"" + id + rendering + "-d\">"), 1U);
    }
    EXPECT_EQ(count(figure, "<p class=\"instead\">"), 1U);
    EXPECT_EQ(count(figure, "viewBox=\"0 0 34 14\""), count(figure, "viewBox"))
        << "only the legend's swatches, of fixed size";
}

}  // namespace pages::testing_drawings
