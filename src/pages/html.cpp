#include "pages/html.hpp"

namespace pages::html {
namespace {

constexpr std::string_view entities[] = {"", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
constexpr auto special = [] {
    std::array<unsigned char, 256> table{};
    table['&'] = 1;
    table['<'] = 2;
    table['>'] = 3;
    table['"'] = 4;
    table['\''] = 5;
    return table;
}();

char* escape_one(char* out, char c) {
    if (const auto which = special[static_cast<unsigned char>(c)]; which != 0) {
        std::memcpy(out, entities[which].data(), entities[which].size());
        return out + entities[which].size();
    }
    *out = c;
    return out + 1;
}

constexpr std::uint64_t each_byte(unsigned char c) { return 0x0101010101010101ULL * c; }

/// Non-zero if some byte of `word` is `c`.
constexpr std::uint64_t contains(std::uint64_t word, unsigned char c) {
    word ^= each_byte(c);
    return (word - each_byte(1)) & ~word & each_byte(0x80);
}

constexpr bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
constexpr bool hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Percent-encodes all but RFC 3986's unreserved characters and those in `kept`.
void encode(std::string& out, std::string_view text, std::string_view kept) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (letter_or_digit(c) || std::string_view("-._~").contains(c) || kept.contains(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
}

/// An address as given, with what may not stand in one encoded and existing escapes kept.
std::string encoded_address(std::string_view address) {
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const bool escape = address[i] == '%' && i + 2 < address.size() && hexadecimal(address[i + 1]) &&
                            hexadecimal(address[i + 2]);
        encode(out, address.substr(i, 1), escape ? "%" : ":/?#[]@!$&()*+,;=");
    }
    return out;
}

bool starts_with_scheme(std::string_view address, std::string_view scheme) {
    return address.size() >= scheme.size() &&
           std::ranges::equal(address.substr(0, scheme.size()), scheme, [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

}  // namespace

void escape(Out& out, std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    char* o = out.room(6 * text.size() + 8);
    while (end - p >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, 8);
        // & and ' differ in bit 0, < and > in bit 1: three tests cover the five characters.
        if ((contains(word | each_byte(1), '\'') | contains(word | each_byte(2), '>') |
             contains(word, '"')) != 0) {
            for (const char* const stop = p + 8; p != stop; ++p) o = escape_one(o, *p);
        } else {
            std::memcpy(o, &word, 8);
            o += 8;
            p += 8;
        }
    }
    for (; p != end; ++p) o = escape_one(o, *p);
    out.stop_at(o);
}

Url Url::encoded(std::string text) {
    Url url;
    url.text_ = std::move(text);
    return url;
}

Url Url::path(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += '/';
        encode(text, part, ":@,");
    }
    // An empty first part would make "//host" of the second.
    while (text.starts_with("//")) text.erase(0, 1);
    return Url::encoded(text.empty() ? std::string("/") : std::move(text));
}

Url Url::place(std::string_view id) {
    std::string text = "#";
    encode(text, id, ":@,/");
    return Url::encoded(std::move(text));
}

std::optional<Url> Url::read(std::string_view address) {
    for (const char c : address) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    }
    if (address.starts_with('#') || address.starts_with('?')) return Url::encoded(encoded_address(address));
    if (address.starts_with('/')) {
        // Browsers read "\" as "/": "/\host" is another host for them.
        const bool other_host = address.size() > 1 && (address[1] == '/' || address[1] == '\\');
        if (other_host) return std::nullopt;
        return Url::encoded(encoded_address(address));
    }
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!starts_with_scheme(address, scheme)) continue;
        const std::string_view rest = address.substr(scheme.size());
        const std::string_view host = rest.substr(0, rest.find_first_of("/?#\\"));
        if (host.empty() || host.contains('@')) return std::nullopt;
        return Url::encoded(std::string(scheme) + encoded_address(rest));
    }
    return std::nullopt;
}

Url Url::with(std::string_view name, std::string_view value) const {
    const std::size_t place = std::min(text_.find('#'), text_.size());
    std::string text = text_.substr(0, place);
    text += text.contains('?') ? (text.ends_with('?') ? "" : "&") : "?";
    encode(text, name, ":,");
    text += '=';
    encode(text, value, ":,/");
    return Url::encoded(text + text_.substr(place));
}

Url Url::at(std::string_view id) const {
    return Url::encoded(text_.substr(0, std::min(text_.find('#'), text_.size())) + place(id).text());
}

std::optional<std::string> classes(std::initializer_list<std::string_view> names) {
    std::string joined;
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        if (!joined.empty()) joined += ' ';
        joined += name;
    }
    if (joined.empty()) return std::nullopt;
    return joined;
}

Fragment data_block(std::string_view json) {
    Fragment out;
    out.text_ = R"(<script type="application/ld+json">)";
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '<') {
            out.text_ += "\\u003c";
        } else if (json[at] == '>') {
            out.text_ += "\\u003e";
        } else if (json[at] == '&') {
            out.text_ += "\\u0026";
        } else if (json.substr(at, 3) == "\u2028" || json.substr(at, 3) == "\u2029") {
            out.text_ += json.substr(at, 3) == "\u2028" ? "\\u2028" : "\\u2029";  // line ends to JavaScript
            at += 2;
        } else {
            out.text_ += json[at];
        }
    }
    out.text_ += "</script>";
    return out;
}

Fragment script_file(const Url& at) {
    Fragment out;
    if (at.text().starts_with('/'))  // Url has no "//host"
        out.text_ = R"(<script type="module" src=")" + Fragment(at.text()).text() + R"("></script>)";
    return out;
}

Fragment link(const Url& to, const Fragment& content) { return el<"a">(attr<"href">(to), content); }

}  // namespace pages::html
