#include "office/xml.hpp"

#include <cstddef>
#include <cstdint>

namespace office {
namespace {

struct Character {
    std::uint32_t code = 0xFFFD;
    std::size_t bytes = 1;  // that it took
};

// The character that begins at `at`, strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
Character character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {};
        code = code << 6U | (byte(at + i) & 0x3FU);
    }
    const std::uint32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, length};
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = character(text, at);
        const bool allowed = code == '\t' || code == '\n' || code == '\r' ||
                             (code >= 0x20 && code != 0xFFFE && code != 0xFFFF && code != 0xFFFD);
        if (code == '&') {
            out += "&amp;";
        } else if (code == '<') {
            out += "&lt;";
        } else if (code == '>') {
            out += "&gt;";
        } else if (code == '"') {
            out += "&quot;";
        } else if (code == '\'') {
            out += "&#39;";
        } else if (allowed) {
            out.append(text.substr(at, bytes));
        } else {
            out += "\uFFFD";
        }
        at += bytes;
    }
    return out;
}

void Xml::start(std::string_view name, XmlAttributes attributes) {
    out_.append("<").append(name);
    for (const auto& [attribute, value] : attributes)
        out_.append(" ").append(attribute).append("=\"").append(xml_text(value)).append("\"");
}

void Xml::open(std::string_view name, XmlAttributes attributes) {
    start(name, attributes);
    out_ += ">\n";
}

void Xml::close(std::string_view name) { out_.append("</").append(name).append(">\n"); }

void Xml::element(std::string_view name, std::string_view text, XmlAttributes attributes) {
    start(name, attributes);
    out_.append(">").append(xml_text(text)).append("</").append(name).append(">\n");
}

void Xml::empty(std::string_view name, XmlAttributes attributes) {
    start(name, attributes);
    out_ += "/>\n";
}

}  // namespace office
