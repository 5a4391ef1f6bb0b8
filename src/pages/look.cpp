#include "pages/look.hpp"

#include <cassert>

#include "words/display_words.hpp"

namespace pages {
namespace {

namespace say = words::display;
using Option = LookField::Option;

constexpr std::array text{Option{"100", say::text_100}, Option{"125", say::text_125},
                          Option{"150", say::text_150}, Option{"200", say::text_200}};
constexpr std::array typeface{Option{"sans", say::sans}, Option{"serif", say::serif}};
constexpr std::array spacing{Option{"usual", say::spacing_usual}, Option{"wide", say::spacing_wide},
                             Option{"wider", say::spacing_wider}};
constexpr std::array colours{Option{"device", say::colours_device}, Option{"white", say::colours_white},
                             Option{"black", say::colours_black}, Option{"blue", say::colours_blue},
                             Option{"contrast", say::colours_contrast}};
constexpr std::array pictures{Option{"shown", say::pictures_shown}, Option{"off", say::pictures_off}};

}  // namespace

const std::array<LookField, look_field_count>& look_fields() {
    static constexpr std::array<LookField, look_field_count> all{{{"text", say::text, text},
                                                                  {"typeface", say::typeface, typeface},
                                                                  {"spacing", say::spacing, spacing},
                                                                  {"colours", say::colours, colours},
                                                                  {"pictures", say::pictures, pictures}}};
    return all;
}

Look Look::read(std::string_view cookie) {
    Look look;
    while (!cookie.empty()) {
        const std::string_view word = cookie.substr(0, cookie.find('.'));
        cookie.remove_prefix(std::min(cookie.size(), word.size() + 1));
        if (const auto dash = word.find('-'); dash != std::string_view::npos)
            look.choose(word.substr(0, dash), word.substr(dash + 1));
    }
    return look;
}

void Look::choose(std::string_view name, std::string_view value) {
    for (std::size_t field = 0; field < look_field_count; ++field) {
        if (look_fields()[field].name != name) continue;
        const auto options = look_fields()[field].options;
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].value == value) option_[field] = static_cast<std::uint8_t>(i);
        }
    }
}

const LookField::Option& Look::chosen(std::size_t field) const {
    return look_fields()[field].options[option_[field]];
}

std::string Look::joined(char between) const {
    std::string out;
    for (std::size_t field = 0; field < look_field_count; ++field) {
        if (option_[field] == 0) continue;
        if (!out.empty()) out += between;
        out.append(look_fields()[field].name).append("-").append(chosen(field).value);
    }
    return out;
}

std::string wearing(const Look& look, std::string_view page) {
    static constexpr std::string_view before = "<html";
    const auto at = page.find(before);
    assert(at != std::string_view::npos);
    std::string out;
    const std::string classes = look.classes();
    out.reserve(page.size() + classes.size() + 10);
    out.append(page.substr(0, at + before.size()));
    if (!classes.empty()) out.append(" class=\"").append(classes).append("\"");
    return out.append(page.substr(at + before.size()));
}

}  // namespace pages
