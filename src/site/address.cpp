#include "site/address.hpp"

#include <algorithm>
#include <array>

#include "http/target.hpp"
#include "words/typed_day.hpp"

namespace site {
namespace {

// A value beyond this is cut: the longest that a field of ours takes, a search of 300 letters, has 1,200
// bytes. What is left is too long still, and the page that says so repeats its address in links and headers.
constexpr std::size_t most_typed_bytes = 2048;

// `typed` (UTF-8), without what is beyond the limit; no letter is cut in two.
std::string within_limit(const std::string& typed) {
    if (typed.size() <= most_typed_bytes) return typed;
    std::size_t end = most_typed_bytes;
    while (end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80U) --end;
    return typed.substr(0, end);
}

constexpr std::string_view form_prefix = "take.";  // the form's radio buttons: take.DISPUTE=SIDE

void take(Address& address, std::string_view dispute, std::string_view side) {
    if (!dispute.empty() && !side.empty())
        address.taken.insert_or_assign(std::string(dispute), std::string(side));
}

constexpr std::array<std::string_view, 3> changes_fields{"from", "to", "of"};
constexpr std::array<std::string_view, 6> documents_fields{"kind",    "body",  "year",
                                                           "outcome", "state", "words"};

// The first day of what was typed as a day, a month or a year, or its last; what cannot be read stays.
std::string day_meant(const std::string& typed, std::string_view field) {
    const auto read = words::read_typed_day(typed);
    if (!read || !read->date) return typed;
    return (field == "to" ? read->date->latest() : read->date->earliest()).text();
}

// The fields that are filled in, in their order. True where they were given otherwise.
bool put_fields(Address& address, std::span<const std::string_view> fields,
                const std::vector<std::pair<std::string, std::string>>& given) {
    const bool days = address.parts.front() == "changes";
    for (const std::string_view field : fields) {
        std::string value;
        for (const auto& [name, typed] : given) {
            if (name == field) value = typed;
        }
        if (value.empty()) continue;
        if (days && field == "of" && value != "knowledge") continue;  // else it is as where nothing is said
        if (days && field != "of") value = day_meant(value, field);
        address.parameters.emplace_back(field, std::move(value));
    }
    return given != address.parameters;
}

}  // namespace

std::span<const std::string_view> fields_of(const std::vector<std::string>& parts) {
    if (parts == std::vector<std::string>{"changes"}) return changes_fields;
    if (parts == std::vector<std::string>{"documents"}) return documents_fields;
    return {};
}

std::string Address::path() const {
    std::string out = "/" + std::string(words::code(language));
    for (const std::string& part : parts) out += "/" + http::percent_encoded(part);
    return json ? out + ".json" : csv ? out + ".csv" : out;
}

std::string Address::canonical() const {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        query += (query.empty() ? "?" : "&") + std::string(name) + "=" + http::percent_encoded(value);
    };
    for (const auto& [name, value] : parameters) add(name, value);
    if (on) add("on", on->text());
    if (known) add("known", known->text());
    for (const auto& [dispute, side] : taken) add("take", dispute + "=" + side);
    return path() + query;
}

std::optional<Address> read_address(const http::Request& request) {
    Address address;
    std::string_view rest = request.path;
    rest.remove_prefix(1);
    std::vector<std::string> parts;
    while (!rest.empty()) {
        const auto slash = rest.find('/');
        parts.emplace_back(rest.substr(0, slash));
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    if (parts.empty()) return std::nullopt;
    if (parts.back().ends_with(".json")) {
        address.json = true;
        parts.back().erase(parts.back().size() - 5);
    } else if (parts.back().ends_with(".csv")) {
        address.csv = true;
        parts.back().erase(parts.back().size() - 4);
    }
    const auto language = words::read_language(parts.front());
    if (!language) return std::nullopt;
    address.language = *language;
    address.parts.assign(parts.begin() + 1, parts.end());
    if (request.path.ends_with('/')) address.elsewhere = true;

    const bool question =
        !address.parts.empty() && (address.parts.front() == "ask" || address.parts.front() == "display");
    const bool search = address.parts == std::vector<std::string>{"search"};
    const auto fields = fields_of(address.parts);
    std::vector<std::pair<std::string, std::string>> given;
    for (const auto& [name, typed_value] : request.query) {
        const std::string value = within_limit(typed_value);
        if (name == "on" || name == "known") {
            auto& day = name == "on" ? address.on : address.known;
            if (value.empty()) {
                address.elsewhere = true;
            } else if (const auto read = base::Day::read(value)) {
                day = *read;
            } else if (const auto typed = words::read_typed_day(value);
                       typed && typed->date && typed->date->exact()) {
                day = typed->date->earliest();  // "23 November 2023"
                address.elsewhere = true;
            } else {
                (name == "on" ? address.on_refused : address.known_refused) = value;
            }
        } else if (name == "take") {
            const auto equals = value.rfind('=');
            if (equals != std::string::npos) take(address, value.substr(0, equals), value.substr(equals + 1));
        } else if (name.starts_with(form_prefix)) {
            take(address, name.substr(form_prefix.size()), value);
            address.elsewhere = true;
        } else if (question || (search && name == "q" && address.parameters.empty())) {
            address.parameters.emplace_back(name, value);
        } else if (name == "since" && fields.data() == std::span(changes_fields).data()) {
            given.emplace_back("from", value);  // as the question calls it
        } else if (std::ranges::find(fields, name) != fields.end()) {
            given.emplace_back(name, value);
        } else {
            address.elsewhere = true;  // a parameter that is none of ours changes nothing
        }
    }
    if (!given.empty() && put_fields(address, fields, given)) address.elsewhere = true;
    // The query in canonical order is the only one that is answered.
    if (!address.elsewhere && address.on_refused.empty() && address.known_refused.empty()) {
        Address again = address;
        std::vector<std::pair<std::string, std::string>> ours = again.parameters;
        if (again.on) ours.emplace_back("on", again.on->text());
        if (again.known) ours.emplace_back("known", again.known->text());
        for (const auto& [dispute, side] : again.taken) ours.emplace_back("take", dispute + "=" + side);
        if (ours.size() != request.query.size()) {
            address.elsewhere = true;
        } else {
            for (std::size_t i = 0; i < ours.size(); ++i) {
                if (ours[i].first != request.query[i].name || ours[i].second != request.query[i].value)
                    address.elsewhere = true;
            }
        }
    }
    return address;
}

}  // namespace site
