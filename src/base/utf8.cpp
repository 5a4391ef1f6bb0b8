#include "base/utf8.hpp"

#include <cstddef>

namespace base {

std::optional<char32_t> take_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    // How many bytes follow the first, and the smallest code point that needs so many.
    std::size_t more = 0;
    char32_t smallest = 0, point = first;
    if (first >= 0xF0 && first < 0xF8) {
        more = 3, smallest = 0x10000, point = first & 0x07U;
    } else if (first >= 0xE0 && first < 0xF0) {
        more = 2, smallest = 0x800, point = first & 0x0FU;
    } else if (first >= 0xC0 && first < 0xE0) {
        more = 1, smallest = 0x80, point = first & 0x1FU;
    } else if (first >= 0x80) {
        return std::nullopt;
    }
    if (text.size() <= more) return std::nullopt;
    for (std::size_t i = 1; i <= more; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return std::nullopt;
        point = point << 6 | (byte(i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < smallest || point > 0x10FFFF || surrogate) return std::nullopt;
    text.remove_prefix(more + 1);
    return point;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        if (!take_code_point(text)) return false;
    }
    return true;
}

}  // namespace base
