#include "encoding/json.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace encoding {
namespace {

namespace json = boost::json;

void append_string(std::string& out, std::string_view text);
void append_number(std::string& out, std::int64_t number);

// Characters from here on, in UTF-8, are in another order in UTF-16: U+E000 and up, and pairs of surrogates.
constexpr unsigned char first_beyond_d800 = 0xEE;

// Follows a text that is being read, and sees where it is not what would be written.
class Follower {
public:
    explicit Follower(std::string_view text) : text_(text) {}

    void expect(std::string_view written) {
        if (!text_.substr(at_).starts_with(written)) same_ = false;
        at_ = std::min(at_ + written.size(), text_.size());
    }
    // `letters`, as the parser gave them: where they lie in the text they had no escapes, and need none.
    void expect_string(std::string_view letters) {
        expect("\"");
        if (letters.data() == text_.data() + at_) {
            at_ += letters.size();
            return expect("\"");
        }
        std::string written;
        append_string(written, letters);
        expect(std::string_view(written).substr(1));
    }
    void expect_number(std::int64_t number) {
        std::string written;
        append_number(written, number);
        expect(written);
    }
    void differs() { same_ = false; }
    // Once all was read: was all of it what would be written?
    bool whole() const { return same_ && at_ == text_.size(); }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool same_ = true;
};

// What the parser calls. It keeps the containers that are open, outermost first, and refuses what
// Boost.JSON's own tree lets pass: the second of two equal names, and numbers that do not come back.
class Handler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    explicit Handler(std::string_view text) : text_(text), canonical_(text) { open_.reserve(usual_depth); }

    /// Was the whole text canonical? Empty: a name is of rare characters, and the text has to be written.
    std::optional<bool> canonical() const {
        return canonical_.whole() && rare_names_ ? std::nullopt : std::optional(canonical_.whole());
    }
    base::Value take() { return std::move(root_); }
    /// What the handler itself refused, and where; the parser's own errors are not in it.
    const std::optional<JsonFault>& refused() const { return refused_; }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }

    bool on_object_begin(json::error_code&) { return open(base::Object(), "{"); }
    bool on_object_end(std::size_t, json::error_code&) { return close("}"); }
    bool on_array_begin(json::error_code&) { return open(base::List(), "["); }
    bool on_array_end(std::size_t, json::error_code&) { return close("]"); }

    // A string comes in parts when it holds escapes; the last part comes through on_string or on_key.
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return keep(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code& error) {
        const base::Object& object = *std::as_const(open_.back().container).object();
        if (!object.empty()) canonical_.expect(",");
        canonical_.expect_string(whole(part));
        canonical_.expect(":");
        if (letters_.empty()) keep(part);
        // Names of a canonical text rise in byte order, but for rare ones: then nothing is searched.
        const bool beyond = object.empty() || object.rbegin()->first < letters_;
        if (!beyond && object.contains(letters_)) return refuse(JsonCode::duplicate_name, part, error, 1);
        const bool rare = std::ranges::any_of(
            letters_, [](char c) { return static_cast<unsigned char>(c) >= first_beyond_d800; });
        if (rare) rare_names_ = true;
        if (!beyond && !rare_names_) canonical_.differs();
        open_.back().name = std::exchange(letters_, {});
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return keep(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        comma();
        const std::string_view all = whole(part);
        canonical_.expect_string(all);
        base::Value value(all);
        letters_.clear();
        return add(std::move(value));
    }

    bool on_number_part(json::string_view part, json::error_code&) { return keep(part); }
    bool on_int64(std::int64_t number, json::string_view part, json::error_code& error) {
        letters_.clear();
        if (number > greatest_number || number < -greatest_number) {
            return refuse(JsonCode::out_of_range, part, error);
        }
        comma();
        canonical_.expect_number(number);
        return add(base::Value(number));
    }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code& error) {
        return refuse(JsonCode::out_of_range, part, error);
    }
    bool on_double(double, json::string_view part, json::error_code& error) {
        keep(part);
        const bool whole = letters_.find_first_of(".eE") == std::string::npos;
        return refuse(whole ? JsonCode::out_of_range : JsonCode::not_whole, part, error);
    }
    bool on_bool(bool value, json::error_code&) {
        comma();
        canonical_.expect(value ? "true" : "false");
        return add(base::Value(value));
    }
    bool on_null(json::error_code&) {
        comma();
        canonical_.expect("null");
        return add(base::Value());
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    struct Open {
        base::Value container;
        std::string name;  // of the member being read, in an object
    };

    /// An entry of the log has four within each other, an act two more.
    static constexpr std::size_t usual_depth = 8;

    // Before an item of a list that is not its first; a member's stands before its name.
    void comma() {
        if (open_.empty()) return;
        const base::List* list = std::as_const(open_.back().container).list();
        if (list && !list->empty()) canonical_.expect(",");
    }
    bool open(base::Value&& container, std::string_view bracket) {
        comma();
        canonical_.expect(bracket);
        open_.push_back({std::move(container), {}});
        return true;
    }
    bool close(std::string_view bracket) {
        canonical_.expect(bracket);
        base::Value done = std::move(open_.back().container);
        open_.pop_back();
        return add(std::move(done));
    }
    bool add(base::Value&& value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (base::Object* object = open_.back().container.object()) {
            object->emplace_hint(object->end(), std::move(open_.back().name), std::move(value));
        } else {
            open_.back().container.list()->push_back(std::move(value));
        }
        return true;
    }
    bool keep(json::string_view part) {
        letters_.append(part.data(), part.size());
        return true;
    }
    // With its last part, which lies in the text where there were no others.
    std::string_view whole(json::string_view part) {
        if (letters_.empty()) return part;
        keep(part);
        return letters_;
    }
    // `quotes` stand before the letters and belong to what is refused.
    bool refuse(JsonCode code, json::string_view part, json::error_code& error, std::size_t quotes = 0) {
        // Letters that needed no unescaping still lie in the text, which tells where they stand.
        const char* const begin = text_.data();
        const bool inside =
            std::less_equal<>()(begin, part.data()) && std::less<>()(part.data(), begin + text_.size());
        const auto at = inside ? static_cast<std::size_t>(part.data() - begin) - quotes : text_.size();
        refused_ = JsonFault{code, at};
        error = json::error::syntax;
        return false;
    }

    std::string_view text_;
    Follower canonical_;
    bool rare_names_ = false;
    std::vector<Open> open_;
    std::string letters_;
    base::Value root_;
    std::optional<JsonFault> refused_;
};

JsonCode code_of(const json::error_code& error) {
    if (error == json::error::incomplete) return JsonCode::incomplete;
    if (error == json::error::too_deep) return JsonCode::too_deep;
    if (error == json::error::extra_data) return JsonCode::more_follows;
    // A number whose exponent overflows is no whole number either.
    if (error == json::error::exponent_overflow) return JsonCode::not_whole;
    return JsonCode::syntax;
}

// The \u escape of half a pair at which the parser stopped, which it calls by several names.
std::optional<std::size_t> lone_surrogate_before(std::string_view text, std::size_t end) {
    constexpr std::size_t reach = 8;  // \ud83d, then up to two letters of what should be its other half
    const std::size_t from = end < reach ? 0 : end - reach;
    for (std::size_t at = from; at <= end && at + 4 <= text.size(); ++at) {
        if (text.substr(at, 2) != "\\u" || (text[at + 2] != 'd' && text[at + 2] != 'D')) continue;
        if (std::string_view("89abcdefABCDEF").contains(text[at + 3])) return at;
    }
    return std::nullopt;
}

// The first byte that is no part of well-formed UTF-8 (RFC 3629, table in section 4), or the size.
std::size_t first_ill_formed(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return low <= byte(i) && byte(i) <= high;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned lead = byte(i);
        std::size_t length = 0;
        if (lead < 0x80) {
            length = 1;
        } else if (0xC2 <= lead && lead <= 0xDF && tail(i + 1)) {
            length = 2;
        } else if (0xE0 <= lead && lead <= 0xEF &&  // neither overlong nor a surrogate
                   tail(i + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && tail(i + 2)) {
            length = 3;
        } else if (0xF0 <= lead && lead <= 0xF4 &&  // neither overlong nor beyond U+10FFFF
                   tail(i + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && tail(i + 2) &&
                   tail(i + 3)) {
            length = 4;
        }
        if (length == 0) return i;
        i += length;
    }
    return text.size();
}

// -- writing -------------------------------------------------------------------------------------

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, written, i - written);
        written = i + 1;
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[static_cast<unsigned char>(c) & 15];
        }
    }
    out.append(text, written);
    out += '"';
}

void append_number(std::string& out, std::int64_t number) {
    assert(-greatest_number <= number && number <= greatest_number);
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

constexpr unsigned char first_of_four = 0xF0;  // U+10000 and up: in UTF-16, a pair from D800 on

// Order of UTF-16 units without decoding. Units and bytes order characters alike, except that a pair
// of surrogates (D800 to DFFF) stands for what UTF-8 puts after U+FFFF.
bool before_in_utf16(std::string_view a, std::string_view b) {
    const auto [at_a, at_b] = std::ranges::mismatch(a, b);
    if (at_b == b.end()) return false;
    if (at_a == a.end()) return true;
    const auto x = static_cast<unsigned char>(*at_a);
    const auto y = static_cast<unsigned char>(*at_b);
    const bool differ = (x >= first_of_four) != (y >= first_of_four);
    if (x >= first_beyond_d800 && y >= first_beyond_d800 && differ) return x >= first_of_four;
    return x < y;
}

using Member = base::Object::value_type;

bool byte_order_serves(const base::Object& object) {
    return std::ranges::none_of(object, [](const Member& member) {
        return std::ranges::any_of(member.first,
                                   [](char c) { return static_cast<unsigned char>(c) >= first_beyond_d800; });
    });
}

// Calls `see(member)` in the order of RFC 8785, section 3.2.3.
void each_member(const base::Object& object, auto see) {
    if (byte_order_serves(object)) {
        for (const Member& member : object) see(member);
        return;
    }
    std::vector<const Member*> members;
    for (const Member& member : object) members.push_back(&member);
    std::ranges::sort(members, before_in_utf16, &Member::first);
    for (const Member* member : members) see(*member);
}

void append_scalar(std::string& out, const base::Value& value) {
    if (const auto* text = value.string()) {
        append_string(out, *text);
    } else if (const auto* number = value.number()) {
        append_number(out, *number);
    } else if (const auto* boolean = value.boolean()) {
        out += *boolean ? "true" : "false";
    } else {
        out += "null";
    }
}

void append_pretty(std::string& out, const base::Value& value, std::size_t level) {
    const auto new_line = [&](std::size_t at) {
        out += '\n';
        out.append(2 * at, ' ');
    };
    bool first = true;
    const auto begin_item = [&] {
        if (!std::exchange(first, false)) out += ',';
        new_line(level + 1);
    };
    if (const auto* object = value.object(); object && !object->empty()) {
        out += '{';
        each_member(*object, [&](const Member& member) {
            begin_item();
            append_string(out, member.first);
            out += ": ";
            append_pretty(out, member.second, level + 1);
        });
        new_line(level);
        out += '}';
    } else if (const auto* list = value.list(); list && !list->empty()) {
        out += '[';
        for (const base::Value& item : *list) {
            begin_item();
            append_pretty(out, item, level + 1);
        }
        new_line(level);
        out += ']';
    } else {
        append_canonical_json(out, value);
    }
}

// -- finding a place -----------------------------------------------------------------------------

std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at + 1;
}

std::size_t end_of_value(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = end_of_string(text, at);
        } else if (c == '{' || c == '[') {
            ++open;
            ++at;
        } else if (c == '}' || c == ']') {
            if (open == 0) return at;
            --open;
            ++at;
        } else if (c == ',' && open == 0) {
            return at;
        } else {
            ++at;
            continue;  // within a number, a word, or between values
        }
        if (open == 0) return at;
    }
    return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at, std::string_view also = "") {
    while (at < text.size() && (std::string_view(" \t\r\n").contains(text[at]) || also.contains(text[at])))
        ++at;
    return at;
}

std::string unescaped_step(std::string_view step) {
    std::string name;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool escaped = step[i] == '~' && i + 1 < step.size();
        name += escaped ? (step[++i] == '1' ? '/' : '~') : step[i];
    }
    return name;
}

// The place of one member or item of the container that begins at `at`.
std::optional<std::size_t> step_into(std::string_view text, std::size_t at, const std::string& name) {
    const bool object = text[at] == '{';
    if (!object && text[at] != '[') return std::nullopt;
    std::size_t number = 0;
    at = skip_blanks(text, at + 1);
    while (at < text.size() && text[at] != '}' && text[at] != ']') {
        bool found = false;
        if (object) {
            const std::size_t end = end_of_string(text, at);
            const auto key = read_json(text.substr(at, end - at), document_limits);
            found = key && key->text() == name;
            at = skip_blanks(text, end, ":");
        } else {
            found = std::to_string(number++) == name;
        }
        if (found) return at;
        at = skip_blanks(text, end_of_value(text, at), ",");
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(JsonCode code) {
    constexpr std::array<std::string_view, 10> names{
        "too_long",       "too_deep",  "syntax",       "incomplete", "more_follows",
        "duplicate_name", "not_whole", "out_of_range", "not_utf8",   "lone_surrogate"};
    return names[static_cast<std::size_t>(code)];
}

namespace {

struct Read {
    base::Value value;
    std::optional<bool> canonical;
};
std::expected<Read, JsonFault> read_following(std::string_view text, JsonLimits limits) {
    if (text.size() > limits.bytes) return std::unexpected(JsonFault{JsonCode::too_long, limits.bytes});
    json::parse_options options;
    options.max_depth = limits.depth;
    json::basic_parser<Handler> parser(options, text);
    json::error_code error;
    const std::size_t end = parser.write_some(false, text.data(), text.size(), error);
    if (!error && end < text.size()) error = json::error::extra_data;
    if (!error) return Read{parser.handler().take(), parser.handler().canonical()};
    if (const auto& refused = parser.handler().refused()) {
        return std::unexpected(JsonFault{refused->code, std::min(refused->offset, end)});
    }
    // The parser calls ill-formed UTF-8 a syntax error, somewhere within the character.
    const std::size_t ill_formed = first_ill_formed(text);
    if (ill_formed < text.size() && ill_formed <= end) {
        return std::unexpected(JsonFault{JsonCode::not_utf8, ill_formed});
    }
    const JsonCode code = code_of(error);
    if (const auto at = lone_surrogate_before(text, end); at && code == JsonCode::syntax) {
        return std::unexpected(JsonFault{JsonCode::lone_surrogate, *at});
    }
    return std::unexpected(JsonFault{code, end});
}

}  // namespace

std::expected<base::Value, JsonFault> read_json(std::string_view text, JsonLimits limits) {
    auto read = read_following(text, limits);
    if (!read) return std::unexpected(read.error());
    return std::move(read->value);
}

std::optional<base::Value> read_canonical_json(std::string_view text, JsonLimits limits) {
    auto read = read_following(text, limits);
    if (!read) return std::nullopt;
    const bool canonical = read->canonical ? *read->canonical : canonical_json(read->value) == text;
    return canonical ? std::optional(std::move(read->value)) : std::nullopt;
}

void append_canonical_json(std::string& out, const base::Value& value) {
    bool first = true;
    const auto begin_item = [&] {
        if (!std::exchange(first, false)) out += ',';
    };
    if (const auto* object = value.object()) {
        out += '{';
        each_member(*object, [&](const Member& member) {
            begin_item();
            append_string(out, member.first);
            out += ':';
            append_canonical_json(out, member.second);
        });
        out += '}';
    } else if (const auto* list = value.list()) {
        out += '[';
        for (const base::Value& item : *list) {
            begin_item();
            append_canonical_json(out, item);
        }
        out += ']';
    } else {
        append_scalar(out, value);
    }
}

std::string canonical_json(const base::Value& value) {
    std::string out;
    append_canonical_json(out, value);
    return out;
}

std::string pretty_json(const base::Value& value) {
    std::string out;
    append_pretty(out, value, 0);
    out += '\n';
    return out;
}

bool is_canonical(std::string_view text, JsonLimits limits) {
    return read_canonical_json(text, limits).has_value();
}

LineColumn line_column(std::string_view text, std::size_t offset) {
    LineColumn place;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {  // not the middle of a character
            ++place.column;
        }
    }
    return place;
}

std::size_t offset_of(std::string_view text, std::string_view pointer) {
    std::size_t at = skip_blanks(text, 0);
    while (at < text.size() && pointer.starts_with('/')) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const auto inner = step_into(text, at, unescaped_step(pointer.substr(1, end - 1)));
        if (!inner) break;
        at = *inner;
        pointer.remove_prefix(end);
    }
    return at;
}

std::string pointer_to(std::string_view parent, std::string_view name) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

}  // namespace encoding
