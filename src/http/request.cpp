#include "http/request.hpp"

#include <algorithm>

namespace http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The tag without the mark of a weak one: If-None-Match compares weakly.
std::string_view strong_part(std::string_view etag) { return etag.starts_with("W/") ? etag.substr(2) : etag; }

}  // namespace

bool same_header(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    const auto found =
        std::ranges::find_if(headers, [&](const Field& field) { return same_header(field.name, name); });
    if (found == headers.end()) return std::nullopt;
    return found->value;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    const auto found = std::ranges::find(query, name, &Field::name);
    if (found == query.end()) return std::nullopt;
    return found->value;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (const Field& field : headers) {
        if (!same_header(field.name, "Cookie")) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::size_t semicolon = rest.find(';');
            const std::string_view pair = trimmed(rest.substr(0, semicolon));
            if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
                return pair.substr(name.size() + 1);
            rest.remove_prefix(semicolon == std::string_view::npos ? rest.size() : semicolon + 1);
        }
    }
    return std::nullopt;
}

bool Request::holds(std::string_view etag) const {
    // The list is cut at commas. A tag with a comma inside its quotes is thereby never recognised, which
    // costs a full answer and is otherwise harmless; ours have none.
    for (const Field& field : headers) {
        if (!same_header(field.name, "If-None-Match")) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::size_t comma = rest.find(',');
            const std::string_view known = trimmed(rest.substr(0, comma));
            if (known == "*" || strong_part(known) == strong_part(etag)) return true;
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
    }
    return false;
}

}  // namespace http
