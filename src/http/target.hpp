// The target of a request, taken apart: "/en/members?on=2023-11-23" as a path and pairs of text.
//
// Strict, and pure: what has two readings is refused, so that no two programs on the way (a proxy, a
// cache, a log reader, we) can take one request for two. Decoded text is always UTF-8, without control
// characters but in the values of a query: those are as somebody typed or pasted them. Knows nothing of
// sockets.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// A name and a value, as in a query or among headers. Names may repeat; order is kept.
struct Field {
    std::string name;
    std::string value;

    friend bool operator==(const Field&, const Field&) = default;
};

/// A target after decoding. `path` begins with "/" and holds no "." or ".." segment.
struct Target {
    std::string path;
    std::vector<Field> query;

    friend bool operator==(const Target&, const Target&) = default;
};

/// Why a target was refused.
enum class TargetFault {
    not_a_path,           ///< neither "/..." nor "http://host/..."
    forbidden_character,  ///< a byte that RFC 3986 wants percent-encoded, or a "#"
    bad_percent,          ///< "%" without two hexadecimal digits
    encoded_slash,        ///< "%2F" in the path: a slash that is none
    control_character,    ///< U+0000 to U+001F or U+007F, encoded, but in a value of the query
    not_utf8,             ///< the decoded bytes are no UTF-8
    dot_segment,          ///< "." or ".." between slashes, plain or encoded
};

/// A plain sentence for the one who sent the target.
std::string_view says(TargetFault fault);

/// Takes apart a request target of RFC 9112, sections 3.2.1 ("/path?query") and 3.2.2 ("http://host/path").
///
/// The query is read as HTML forms write it: pairs between "&", name before the first "=", "+" for a
/// space. A pair without "=" has an empty value; empty pairs ("a=1&&b=2") are passed over.
std::expected<Target, TargetFault> parse_target(std::string_view target);

/// `text` percent-encoded, so that it may stand as one segment of a path, or as a name or value in a query.
///
/// Everything but RFC 3986's unreserved characters is encoded: the result has one reading everywhere.
std::string percent_encoded(std::string_view text);

}  // namespace http
