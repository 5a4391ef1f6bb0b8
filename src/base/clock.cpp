#include "base/clock.hpp"

namespace base {
namespace {

// Both numbers of "HH:MM", as minutes; empty where the text is anything else.
std::optional<int> minutes(std::string_view text, int hours_below) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto two = [&](std::size_t at) -> std::optional<int> {
        const char a = text[at];
        const char b = text[at + 1];
        if (a < '0' || a > '9' || b < '0' || b > '9') return std::nullopt;
        return (a - '0') * 10 + (b - '0');
    };
    const auto hour = two(0);
    const auto minute = two(3);
    if (!hour || !minute || *hour >= hours_below || *minute >= 60) return std::nullopt;
    return *hour * 60 + *minute;
}

std::string written(int minutes) {
    std::string text = "00:00";
    text[0] = static_cast<char>('0' + minutes / 600);
    text[1] = static_cast<char>('0' + minutes / 60 % 10);
    text[3] = static_cast<char>('0' + minutes % 60 / 10);
    text[4] = static_cast<char>('0' + minutes % 10);
    return text;
}

constexpr int hours_of_a_day = 24;
constexpr int hours_of_an_offset = 15;  // the widest in use is +14:00

}  // namespace

std::optional<Clock> Clock::read(std::string_view text) {
    const auto local = minutes(text.substr(0, 5), hours_of_a_day);
    if (!local) return std::nullopt;
    Clock made;
    made.minutes_ = static_cast<std::int16_t>(*local);
    const std::string_view zone = text.substr(5);
    if (zone.empty()) return made;
    if (zone == "Z") {
        made.offset_ = 0;
        return made;
    }
    if (zone.front() != '+' && zone.front() != '-') return std::nullopt;
    const auto east = minutes(zone.substr(1), hours_of_an_offset);
    if (!east) return std::nullopt;
    made.offset_ = static_cast<std::int16_t>(zone.front() == '-' ? -*east : *east);
    return made;
}

std::string Clock::text() const {
    std::string said = written(minutes_);
    if (offset_ == unnamed) return said;
    if (offset_ == 0) return said + "Z";
    return said + (offset_ < 0 ? "-" : "+") + written(offset_ < 0 ? -offset_ : offset_);
}

}  // namespace base
