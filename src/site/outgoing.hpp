// Papers that go out by address: feeds and calendars, the map of the site; and what every such paper is
// written with. Like pages, they are found by a list, from which openapi.json is made.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "office/letterhead.hpp"
#include "site/asking.hpp"

namespace site {

/// Names, sources, and the whole addresses of pages for today. `asking` must outlive it.
office::Letterhead letterhead(const Asking& asking);

/// Papers of one kind, after the language.
struct OutgoingRoute {
    std::string_view pattern;  // "/bodies/{body}/feed.atom"
    std::optional<questions::Names> names;
    std::string_view media_type;
    std::string_view says;  // in English, for openapi.json
    std::string (*write)(const Asking&, const std::string& name, const std::string& self);
};
std::span<const OutgoingRoute> outgoing_routes();
struct OutgoingRouted {
    const OutgoingRoute* route;
    std::string name;
};
std::optional<OutgoingRouted> outgoing_of(const std::vector<std::string>& parts);

/// sitemap.xml: every page for today, in every language.
std::string site_map(const Asking& asking);

}  // namespace site
