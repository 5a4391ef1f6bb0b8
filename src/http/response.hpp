// An answer as the rest of the program gives it: a status, headers and a body. The server adds Date,
// Content-Length, Connection and, where it is missing, X-Content-Type-Options, and leaves the body out where
// the method or the status has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/target.hpp"

namespace http {

struct Response {
    int status = 200;
    std::vector<Field> headers;
    std::string body;

    /// The answer with one more header: `return html(page).with("ETag", tag);`
    Response with(std::string name, std::string value) &&;

    friend bool operator==(const Response&, const Response&) = default;
};

Response html(std::string body, int status = 200);
Response json(std::string body, int status = 200);
/// Plain text in UTF-8.
Response text(std::string body, int status = 200);
/// A body of any type, for instance "image/svg+xml".
Response content(std::string media_type, std::string body, int status = 200);
/// Sends the client to `location`, which must be percent-encoded already; 303, 307 or 308 say for how long
/// and with which method.
Response redirect(std::string location, int status = 303);
/// "What you hold is current", for a request that `holds(etag)`.
Response not_modified(std::string etag);

/// The head of `response` as it goes on the wire, without the headers that the server adds: status line and
/// fields, each with its line end, but no empty line. Empty where a name or value could not be sent as one
/// header: that would let text from a request write headers of its own.
std::string head_of(const Response& response);

}  // namespace http
