// The site: addresses to questions, answers to pages and JSON.
//
//   /                      to /en/ or /ru/, by Accept-Language
//   /LANG/...              a page; the same with `.json` appended, its answer as JSON
//   /LANG/ask/QUESTION     any question of the catalogue, its parameters in the query
//   /style-DIGEST.css, /emblem.svg
//
// The query is `on`, `known` and `take` (any number of `take=DISPUTE=SIDE`), in this order; another
// order, or the fields of the form on the page, is redirected to it. `Accept-Datetime` (RFC 7089)
// stands for `known`. The ETag is made from what the answer was drawn from, and the language.
//
// Pure but for what it was given: the organisation, read once, and a function that tells the day.
#pragma once

#include <functional>
#include <memory>

#include "base/day.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "package/organisation.hpp"

namespace site {

class Site {
public:
    Site(package::Organisation organisation, std::function<base::Day()> today);
    Site(Site&&) noexcept;
    ~Site();

    /// Safe from several threads at once.
    http::Response answer(const http::Request& request) const;
    /// The organisation's full name in English.
    std::string name() const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

}  // namespace site
