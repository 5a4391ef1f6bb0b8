#include "site/outgoing.hpp"

#include "http/target.hpp"
#include "office/calendar.hpp"
#include "office/feed.hpp"
#include "office/sitemap.hpp"
#include "pages/answer_parts.hpp"
#include "site/content.hpp"
#include "words/office_words.hpp"
#include "words/page_words.hpp"

namespace site {
namespace {

using questions::Names;
using Parts = std::vector<std::string>;

std::string path_of(words::Language language, const Parts& parts) {
    return Address{.language = language, .parts = parts}.path();
}

std::string of_organisation(const Asking& asking, const words::Phrase& title) {
    return words::fill_in(title(asking.names().language()),
                          {{"organisation", asking.names().short_organisation()}});
}

std::string feed(const Asking& asking, const std::string& self, const std::string& name, std::string title,
                 const Parts& page, std::vector<record::EntryNumber> entries) {
    return office::atom(letterhead(asking), {.name = asking.rules().id + name,
                                             .title = std::move(title),
                                             .self = self,
                                             .page = asking.root() + path_of(asking.names().language(), page),
                                             .entries = std::move(entries)});
}

std::string title_of(const Asking& asking, const std::string& name) {
    return asking.names().short_organisation() + ". " +
           words::fill_in(words::office::feed_of(asking.names().language()), {{"name", name}});
}

constexpr std::string_view atom_type = "application/atom+xml; charset=utf-8";
constexpr std::string_view calendar_type = "text/calendar; charset=utf-8";

constexpr OutgoingRoute all_routes[] = {
    {"/feed.atom",
     {},
     atom_type,
     "What is new on record (Atom, RFC 4287).",
     [](const Asking& asking, const std::string&, const std::string& self) {
         return feed(asking, self, "", of_organisation(asking, words::office::new_on_record), {},
                     office::all_acts(asking.view()));
     }},
    {"/bodies/{body}/feed.atom", Names::body, atom_type, "What is new about a body and its sessions.",
     [](const Asking& asking, const std::string& id, const std::string& self) {
         return feed(asking, self, "/bodies/" + id, title_of(asking, asking.names().body(id)), {"bodies", id},
                     office::acts_of_body(asking.view(), base::BodyId::of(id)));
     }},
    {"/states/{state}/feed.atom", Names::member, atom_type, "What is new about a state.",
     [](const Asking& asking, const std::string& id, const std::string& self) {
         return feed(asking, self, "/states/" + id, title_of(asking, asking.names().member(id)),
                     {"states", id}, office::acts_of_state(asking.view(), base::MemberId::of(id)));
     }},
    {"/calendar.ics",
     {},
     calendar_type,
     "Sessions held and announced (iCalendar, RFC 5545).",
     [](const Asking& asking, const std::string&, const std::string&) {
         return office::icalendar(letterhead(asking),
                                  {.title = of_organisation(asking, words::office::calendar_of)});
     }},
    {"/bodies/{body}/calendar.ics", Names::body, calendar_type, "Sessions of one body.",
     [](const Asking& asking, const std::string& id, const std::string&) {
         return office::icalendar(
             letterhead(asking),
             {.title = of_organisation(asking, words::office::calendar_of) + ", " + asking.names().body(id),
              .body = base::BodyId::of(id)});
     }},
};

}  // namespace

office::Letterhead letterhead(const Asking& asking) {
    return {.names = asking.names(), .sources = asking.sources(), .page = [&asking](std::string_view id) {
                const pages::Links today(asking.names().language(), {});
                const auto to = pages::address_of(asking.names(), today, id);
                return to ? asking.root() + std::string(to->text()) : std::string();
            }};
}

std::span<const OutgoingRoute> outgoing_routes() { return all_routes; }

std::optional<OutgoingRouted> outgoing_of(const Parts& parts) {
    for (const OutgoingRoute& route : all_routes) {
        if (auto name = matched(route.pattern, parts)) return OutgoingRouted{&route, *std::move(name)};
    }
    return std::nullopt;
}

std::string site_map(const Asking& asking) {
    std::vector<office::PageAddresses> pages;
    const auto add = [&](std::string_view pattern, const std::string& name) {
        std::string path(pattern);
        if (const auto open = path.find('{'); open != std::string::npos)
            path.replace(open, path.find('}') - open + 1, http::percent_encoded(name));
        office::PageAddresses page;
        for (const words::Language language : words::languages)
            page.emplace_back(language, asking.root() + "/" + std::string(words::code(language)) + path);
        pages.push_back(std::move(page));
    };
    for (const Route& route : routes()) {
        if (route.mapped == Route::Mapped::no) continue;
        if (route.needs == Route::Needs::log && !asking.log()) continue;
        if (!route.pattern.contains('{')) {
            add(route.pattern, {});
        } else {
            for (const std::string& name : names_for(asking, route)) add(route.pattern, name);
        }
    }
    return office::sitemap(pages);
}

}  // namespace site
