// The address of a page, read strictly: which page, in which language, for which day, known by when,
// with which sides taken.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "http/request.hpp"
#include "words/language.hpp"

namespace site {

struct Address {
    words::Language language = words::Language::en;
    std::vector<std::string> parts;  // after the language: {"sessions", "minsk-2023-11-23"}
    bool json = false;
    bool csv = false;  // the page's table

    std::optional<base::Day> on;
    std::optional<base::Day> known;
    std::map<std::string, std::string> taken;                     // by dispute
    std::vector<std::pair<std::string, std::string>> parameters;  // of a question, or of the page's form

    // As typed, where it is no day.
    std::string on_refused;
    std::string known_refused;
    /// The query is in another order than ours, or was sent by the form: go to `canonical()` instead.
    bool elsewhere = false;

    std::string path() const;       // "/en/members", with ".json" or ".csv" where asked
    std::string canonical() const;  // path and query
};

/// The fields of a page's own form, in the order of its canonical address; of most pages none.
std::span<const std::string_view> fields_of(const std::vector<std::string>& parts);

/// Empty when the path is none of ours: no language at its beginning.
std::optional<Address> read_address(const http::Request& request);

}  // namespace site
