#include "site/display.hpp"

namespace site {
namespace {

constexpr std::string_view cookie = "look";
constexpr const char* one_year = "31536000";

}  // namespace

pages::Look look_of(const http::Request& request) {
    return pages::Look::read(request.cookie(cookie).value_or(""));
}

std::string back_to(std::string_view target, words::Language otherwise) {
    if (auto read = http::parse_target(target); read && target.starts_with('/')) {
        http::Request asked;
        asked.path = std::move(read->path);
        asked.query = std::move(read->query);
        // The page of the form is no place to go back to.
        const auto address = read_address(asked);
        if (address && !address->json && !address->csv &&
            (address->parts.empty() || address->parts.front() != "display"))
            return address->canonical();
    }
    return Address{.language = otherwise, .parts = {}}.path();
}

std::string back_to(const Address& display) {
    for (const auto& [name, value] : display.parameters) {
        if (name == "back") return back_to(value, display.language);
    }
    return back_to("", display.language);
}

http::Response keep_look(const http::Request& request, words::Language preferred) {
    pages::Look look;
    for (const http::Field& field : request.query) look.choose(field.name, field.value);
    std::string set = std::string(cookie) + "=" + look.text() +
                      "; Path=/; Max-Age=" + (look.usual() ? "0" : one_year) + "; SameSite=Lax; HttpOnly";
    return http::redirect(back_to(request.parameter("back").value_or(""), preferred), 303)
        .with("Set-Cookie", std::move(set))
        .with("Cache-Control", "no-store");
}

std::string etag_in(const pages::Look& look, const std::string& etag) {
    if (look.usual() || etag.empty()) return etag;
    return etag.substr(0, etag.size() - 1) + "-" + look.text() + "\"";
}

http::Response worn(const pages::Look& look, http::Response response) {
    if (look.usual()) return response;
    response.body = pages::wearing(look, response.body);
    for (http::Field& field : response.headers) {
        if (field.name == "ETag") field.value = etag_in(look, field.value);
    }
    return response;
}

}  // namespace site
