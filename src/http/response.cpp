#include "http/response.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace http {
namespace {

/// RFC 9110, section 15: clients ignore the phrase, people who read a trace do not.
std::string_view phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 204:
            return "No Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 410:
            return "Gone";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 422:
            return "Unprocessable Content";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return "";
    }
}

/// `token` of RFC 9110, section 5.6.2.
bool is_token(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").contains(c);
    });
}

/// No line end and no other control character but a tab.
bool is_field_value(std::string_view value) {
    return std::ranges::none_of(value, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7F; });
}

}  // namespace

Response Response::with(std::string name, std::string value) && {
    headers.push_back({.name = std::move(name), .value = std::move(value)});
    return std::move(*this);
}

Response content(std::string media_type, std::string body, int status) {
    return {.status = status,
            .headers = {{.name = "Content-Type", .value = std::move(media_type)}},
            .body = std::move(body)};
}

Response html(std::string body, int status) {
    return content("text/html; charset=utf-8", std::move(body), status);
}

Response json(std::string body, int status) { return content("application/json", std::move(body), status); }

Response text(std::string body, int status) {
    return content("text/plain; charset=utf-8", std::move(body), status);
}

Response redirect(std::string location, int status) {
    return {.status = status, .headers = {{.name = "Location", .value = std::move(location)}}, .body = {}};
}

Response not_modified(std::string etag) {
    return {.status = 304, .headers = {{.name = "ETag", .value = std::move(etag)}}, .body = {}};
}

std::string head_of(const Response& response) {
    std::string head;
    head.reserve(256);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, phrase(response.status));
    for (const Field& field : response.headers) {
        if (!is_token(field.name) || !is_field_value(field.value)) return {};
        head.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    return head;
}

}  // namespace http
