// JSON, the one way in and the one way out: strict reading into a plain tree, canonical writing.
//
// What comes in is read so that no two readers can understand it differently: no name twice in an
// object, whole numbers only (within what every JSON reader keeps exactly), well-formed UTF-8, nothing
// after the value. What goes out is canonical (RFC 8785, "JCS"): one value has exactly one text, so
// texts can be compared, hashed and sealed. Shares, amounts and dates are strings.
//
// Knows nothing of acts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/value.hpp"

namespace encoding {

/// What a text may be at most. Foreign bytes decide how much work we do, so the work has an end.
struct JsonLimits {
    std::size_t bytes;
    std::size_t depth;  // of lists and objects within each other
};

/// One line of a record. 60,000 bytes: an entry must fit the 65,535 bytes that a bundle of the public
/// log gives it (c2sp.org/tlog-tiles), with room for its frame. Depth 16: an act needs five.
inline constexpr JsonLimits line_limits{.bytes = 60'000, .depth = 16};
/// Any other document (an answer, a translated page). Reasons rest on reasons, hence the depth.
inline constexpr JsonLimits document_limits{.bytes = std::size_t{64} << 20, .depth = 128};

/// The greatest whole number that every reader of JSON keeps exactly: 2^53 - 1 (RFC 7493, 2.2).
inline constexpr std::int64_t greatest_number = 9'007'199'254'740'991;

enum class JsonCode {
    too_long,        // more bytes than the limit
    too_deep,        // more lists and objects within each other than the limit
    syntax,          // not JSON
    incomplete,      // ends before the value does
    more_follows,    // bytes after the value
    duplicate_name,  // a name twice in one object
    not_whole,       // a number with a point or an exponent: write it as a string
    out_of_range,    // a whole number beyond ±(2^53 - 1)
    not_utf8,        // ill-formed UTF-8
    lone_surrogate,  // half of a pair of \u escapes
};
/// "duplicate_name": as tests and JSON write it.
std::string_view name_of(JsonCode code);

/// Why a text was not read, and where: a count of bytes from its beginning.
struct JsonFault {
    JsonCode code;
    std::size_t offset;
    friend bool operator==(const JsonFault&, const JsonFault&) = default;
};

std::expected<base::Value, JsonFault> read_json(std::string_view text, JsonLimits limits = line_limits);

/// The value of a text that is canonical (below), and nothing of one that is not. As fast as reading alone,
/// but for texts with names of rare characters, which are written again to see.
std::optional<base::Value> read_canonical_json(std::string_view text, JsonLimits limits = line_limits);

/// The canonical text of `value` (RFC 8785): no spaces, names in order of UTF-16 units. Every number in
/// `value` lies within ±`greatest_number` and every string is UTF-8: what `read_json` gave always does.
std::string canonical_json(const base::Value& value);
/// The same, at the end of `out`.
void append_canonical_json(std::string& out, const base::Value& value);
/// The same value for people: two spaces a level, names in the same order, newline at the end.
std::string pretty_json(const base::Value& value);

/// Is `text` exactly the canonical text of the value it holds?
bool is_canonical(std::string_view text, JsonLimits limits = line_limits);

/// A place in a text, counted from 1. A column counts characters, not bytes.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(LineColumn, LineColumn) = default;
};
LineColumn line_column(std::string_view text, std::size_t offset);

/// Where the value at a JSON pointer ("/body/about/member", RFC 6901) begins in `text`, which
/// `read_json` accepts. A name that is not there gives the place of the nearest value around it.
std::size_t offset_of(std::string_view text, std::string_view pointer);

/// Appends "/name" to a JSON pointer, escaped as RFC 6901 asks.
std::string pointer_to(std::string_view parent, std::string_view name);

}  // namespace encoding
