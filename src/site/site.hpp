// The site: addresses to questions, answers to pages and JSON.
//
//   /                      to /en/ or /ru/, by Accept-Language
//   /LANG/...              a page; the same with `.json` appended, its answer as JSON
//                          with `.csv`, its table (content.hpp lists the pages)
//   /LANG/ask/QUESTION     any question of the catalogue, its parameters in the query
//   /LANG/…/feed.atom, /LANG/…/calendar.ics   papers that go out (outgoing.hpp lists them)
//   /LANG/display, /display   how pages look to the one who asks (display.hpp)
//   /files/SHA256/NAME, /proofs/N.LANG.html   a public file, the proof of an entry
//   /openapi.json, /schemas/QUESTION.json, /sitemap.xml, /robots.txt, /style-DIGEST.css, /check-DIGEST.js,
//   /emblem.svg
//
// The query is `on`, `known` and `take` (any number of `take=DISPUTE=SIDE`), in this order; another
// order, or the fields of the form on the page, is redirected to it. `Accept-Datetime` (RFC 7089)
// stands for `known`. The ETag is made from what the answer was drawn from, and the language.
//
// Pure but for what it was given: the organisation, read once, a function that tells the day, and, where the
// record has one, a snapshot of its log (log.hpp). Who has a newer snapshot makes a new site.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/day.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "package/organisation.hpp"
#include "site/log.hpp"

namespace site {

class Site {
public:
    /// `root`: where the public reaches the site, "https://example.org", without a slash at the end.
    /// `log`: null where the organisation was read from a package.
    Site(package::Organisation organisation, std::function<base::Day()> today, std::string root,
         std::shared_ptr<const Log> log = nullptr);
    Site(Site&&) noexcept;
    ~Site();

    /// Safe from several threads at once.
    http::Response answer(const http::Request& request) const;
    /// Works out what many pages of today share, so that no reader waits for it: every session, every paper
    /// and whom it binds, what each member has before it; and makes the long lists. Any time, any number of
    /// times; without it the first page that needs them waits some milliseconds longer.
    void prepare() const;
    /// Acts on record.
    std::size_t entries() const;
    /// The organisation's full name in English.
    std::string name() const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

}  // namespace site
