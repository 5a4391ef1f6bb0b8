#include "base/base64.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace base {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text(base64_size(bytes.size()), '=');
    const auto byte = [&](std::size_t i) {
        return i < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[i])} : 0;
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        const std::size_t count = std::min<std::size_t>(bytes.size() - i, 3) + 1;  // letters of these bytes
        for (std::size_t k = 0; k < count; ++k) text[at + k] = letters[bits >> (18 - 6 * k) & 63];
        at += 4;
    }
    return text;
}

std::optional<std::string> read_base64(std::string_view text) {
    // The value of a letter; 64 for what is none.
    static constexpr auto values = [] {
        std::array<std::uint8_t, 256> table{};
        table.fill(64);
        for (std::size_t i = 0; i < letters.size(); ++i)
            table[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
        return table;
    }();
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
    text.remove_suffix(padding);
    std::string bytes(text.size() * 6 / 8, '\0');
    std::size_t at = 0;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::uint8_t value = values[static_cast<unsigned char>(c)];
        if (value == 64) return std::nullopt;
        bits = bits << 6 | value;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes[at++] = static_cast<char>(bits >> count & 0xFF);
    }
    // One text for one sequence of bytes: what is left of the last letter is nothing.
    if ((bits & ((1U << count) - 1)) != 0) return std::nullopt;
    return bytes;
}

std::string hex(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<std::string> read_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    const auto value = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = value(text[i]), low = value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

}  // namespace base
