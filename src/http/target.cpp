#include "http/target.hpp"

#include <cstdint>
#include <optional>

namespace http {
namespace {

using Decoded = std::expected<std::string, TargetFault>;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 3986, section 2.3.
bool is_unreserved(char c) { return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

/// `pchar` of RFC 3986, section 3.3, but for "%".
bool may_stand_in_path(char c) { return is_unreserved(c) || std::string_view("!$&'()*+,;=:@/").contains(c); }

/// `query` of RFC 3986, section 3.4, and the brackets and bars that browsers send as they are: dates such
/// as [2022-02-22,2022-02-23] are written with them.
bool may_stand_in_query(char c) { return may_stand_in_path(c) || std::string_view("?[]{}|\\^`").contains(c); }

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

/// How many bytes the first code point of `text` takes; 0 where it is no UTF-8 (RFC 3629: shortest form,
/// no surrogates, up to U+10FFFF).
std::size_t code_point_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;   // longer than needed below
        const unsigned high = first == 0xED ? 0x9F : 0xBF;  // surrogates above
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = code_point_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

enum class Part { path, name, value };

Decoded decode(std::string_view encoded, Part part) {
    std::string text;
    text.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '%') {
            const auto high = i + 1 < encoded.size() ? hex_digit(encoded[i + 1]) : std::nullopt;
            const auto low = i + 2 < encoded.size() ? hex_digit(encoded[i + 2]) : std::nullopt;
            if (!high || !low) return std::unexpected(TargetFault::bad_percent);
            const char byte = static_cast<char>(*high * 16 + *low);
            if (byte == '/' && part == Part::path) return std::unexpected(TargetFault::encoded_slash);
            const bool control = (byte >= 0 && byte < 0x20) || byte == 0x7F;
            // What a person typed or pasted into a field is answered by the page that has the field.
            if (control && part != Part::value) return std::unexpected(TargetFault::control_character);
            text.push_back(byte);
            i += 2;
        } else if (c == '+' && part != Part::path) {
            text.push_back(' ');
        } else if (part == Part::path ? may_stand_in_path(c) : may_stand_in_query(c)) {
            text.push_back(c);
        } else {
            return std::unexpected(TargetFault::forbidden_character);
        }
    }
    if (!is_utf8(text)) return std::unexpected(TargetFault::not_utf8);
    return text;
}

/// Calls `visit` for each piece of `text` between `separator`s, the empty ones too, while it returns true.
template <class Visit> bool each_piece(std::string_view text, char separator, Visit visit) {
    while (true) {
        const std::size_t end = text.find(separator);
        if (!visit(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

bool has_dot_segment(std::string_view path) {
    return !each_piece(path, '/', [](std::string_view segment) { return segment != "." && segment != ".."; });
}

std::expected<std::vector<Field>, TargetFault> parse_query(std::string_view query) {
    std::vector<Field> pairs;
    std::optional<TargetFault> fault;
    each_piece(query, '&', [&](std::string_view pair) {
        if (pair.empty()) return true;
        const std::size_t equals = pair.find('=');
        Decoded name = decode(pair.substr(0, equals), Part::name);
        Decoded value =
            equals == std::string_view::npos ? Decoded("") : decode(pair.substr(equals + 1), Part::value);
        if (!name) fault = name.error();
        if (name && !value) fault = value.error();
        if (fault) return false;
        pairs.push_back({.name = *std::move(name), .value = *std::move(value)});
        return true;
    });
    if (fault) return std::unexpected(*fault);
    return pairs;
}

/// The part of an absolute target ("http://host/path") from its path on; others unchanged.
std::string_view without_origin(std::string_view target) {
    static constexpr std::string_view scheme = "http://";
    if (!target.starts_with(scheme)) return target;
    const std::size_t path = target.find_first_of("/?#", scheme.size());
    if (path == std::string_view::npos || target[path] != '/') return {};
    return target.substr(path);
}

}  // namespace

std::string_view says(TargetFault fault) {
    switch (fault) {
        case TargetFault::not_a_path:
            return "The address does not begin with a slash.";
        case TargetFault::forbidden_character:
            return "The address holds a character that has to be percent-encoded.";
        case TargetFault::bad_percent:
            return "The address holds a percent sign without two hexadecimal digits after it.";
        case TargetFault::encoded_slash:
            return "The path of the address holds an encoded slash.";
        case TargetFault::control_character:
            return "The path of the address, or a name in its query, holds an encoded control character.";
        case TargetFault::not_utf8:
            return "The address, once decoded, is not UTF-8.";
        case TargetFault::dot_segment:
            return "The path of the address holds a \".\" or \"..\" segment.";
    }
    return {};
}

std::expected<Target, TargetFault> parse_target(std::string_view target) {
    const std::string_view local = without_origin(target);
    if (!local.starts_with('/')) return std::unexpected(TargetFault::not_a_path);

    const std::size_t question = local.find('?');
    Decoded path = decode(local.substr(0, question), Part::path);
    if (!path) return std::unexpected(path.error());
    if (has_dot_segment(*path)) return std::unexpected(TargetFault::dot_segment);

    if (question == std::string_view::npos) return Target{.path = *std::move(path), .query = {}};
    auto query = parse_query(local.substr(question + 1));
    if (!query) return std::unexpected(query.error());
    return Target{.path = *std::move(path), .query = *std::move(query)};
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded.push_back(c);
        } else {
            const auto byte = static_cast<std::uint8_t>(c);
            encoded.append({'%', digits[byte / 16], digits[byte % 16]});
        }
    }
    return encoded;
}

}  // namespace http
