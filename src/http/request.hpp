// A request as the rest of the program sees it: plain values, read and checked, with no socket behind them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/target.hpp"

namespace http {

/// What the server answers (post: where it has somebody for it); every other method gets 405 before a
/// handler sees it.
enum class Method { get, head, post };

/// One request. `path` and `query` are decoded (target.hpp says how strictly); `target` is as it was sent.
struct Request {
    Method method = Method::get;
    std::string target;
    std::string path;
    std::vector<Field> query;
    std::vector<Field> headers;
    std::string body;

    /// The value of the first header called `name`, in whatever case either is written.
    std::optional<std::string_view> header(std::string_view name) const;
    /// The first value that the query gives for `name`, in this exact case.
    std::optional<std::string_view> parameter(std::string_view name) const;
    /// The value of the first cookie called `name` (RFC 6265, section 4.2), as it was sent.
    std::optional<std::string_view> cookie(std::string_view name) const;
    /// Whether the client holds the answer with this `etag` (quotes included) already: If-None-Match of
    /// RFC 9110, section 13.1.2. Then `not_modified(etag)` is answer enough.
    bool holds(std::string_view etag) const;
};

/// Whether two names of headers are one: ASCII letters count without their case.
bool same_header(std::string_view one, std::string_view other);

}  // namespace http
