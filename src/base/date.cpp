#include "base/date.hpp"

#include <algorithm>
#include <utility>

namespace base {
namespace {

struct Span {
    Day earliest;
    Day latest;
};

constexpr int first_quarter = 33;  // EDTF: 33 to 36 are quarters of the year
constexpr int last_quarter = 36;

std::optional<int> digits(std::string_view text) {
    if (text.empty()) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Span> months(int year, int first, int last) {
    const auto from = Day::from(year, first, 1);
    const auto to = Day::from(year, last, days_in_month(year, last));
    if (!from || !to) return std::nullopt;
    return Span{*from, *to};
}

// YYYY, YYYY-MM, YYYY-QQ or YYYY-MM-DD.
std::optional<Span> simple(std::string_view text) {
    if (text.size() == 10) {
        const auto day = Day::read(text);
        if (!day) return std::nullopt;
        return Span{*day, *day};
    }
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    if (!year || *year < 1) return std::nullopt;
    if (text.size() == 4) return months(*year, 1, 12);
    const auto part = digits(text.substr(5));
    if (text[4] != '-' || !part) return std::nullopt;
    if (*part >= 1 && *part <= 12) return months(*year, *part, *part);
    if (*part < first_quarter || *part > last_quarter) return std::nullopt;
    const int last_month = (*part - first_quarter + 1) * 3;
    return months(*year, last_month - 2, last_month);
}

// [a,b] or [a..b] or [..a]
std::optional<Span> one_of(std::string_view inside) {
    if (inside.starts_with("..")) {
        const auto until = simple(inside.substr(2));
        if (!until) return std::nullopt;
        return Span{Day::first(), until->latest};
    }
    const auto comma = inside.find(',');
    const auto dots = inside.find("..");
    if ((comma == std::string_view::npos) == (dots == std::string_view::npos)) return std::nullopt;
    const auto a = simple(inside.substr(0, std::min(comma, dots)));
    const auto b = simple(inside.substr(comma != std::string_view::npos ? comma + 1 : dots + 2));
    if (!a || !b || a->latest > b->earliest) return std::nullopt;
    return Span{a->earliest, b->latest};
}

}  // namespace

Date Date::of(Day day) { return Date(day, day); }

std::optional<Date> Date::read(std::string_view text) {
    std::string_view rest = text;
    const bool uncertain = rest.ends_with('?');
    if (uncertain) rest.remove_suffix(1);
    std::optional<Span> span;
    bool period = false;
    if (rest.size() >= 2 && rest.front() == '[' && rest.back() == ']') {
        span = one_of(rest.substr(1, rest.size() - 2));
    } else if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        const auto a = simple(rest.substr(0, slash));
        const auto b = simple(rest.substr(slash + 1));
        if (a && b && a->earliest <= b->latest) span = Span{a->earliest, b->latest};
        period = true;
    } else {
        span = simple(rest);
    }
    if (!span) return std::nullopt;
    Date date(span->earliest, span->latest);
    if (period || uncertain || text.size() != 10) {
        static_assert(detail::Letters::most_blocks << detail::Letters::block_bits <= std::size_t{1} << 30);
        date.text_ = detail::intern(text) & ((1U << 30) - 1);
    }
    date.uncertain_ = uncertain;
    date.period_ = period;
    return date;
}

}  // namespace base
