// What stands on each page: an address to questions, their answers to the inside of <main>, to a table and to
// linked data.
//
// `routes` is the one list of addresses: pages are found by it, and openapi.json, the map of the site and
// their tests are made from it. A new page is a new row.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "office/csv.hpp"
#include "pages/frame.hpp"
#include "site/asking.hpp"

namespace site {

/// Which acts the line on proof, at the end of a page, speaks of.
enum class Proof {
    of_answers,  // those that the page's answers rest on; nothing where it asks none
    of_record,   // all that are known
    placed,      // the page has a place of its own for it
};

struct Content {
    std::string title;
    pages::Fragment main;
    std::optional<pages::Section> section;
    pages::Frame::Layout layout = pages::Frame::Layout::page;
    int status = 200;
    /// Where nothing is: what was looked for, and pages whose names are near.
    std::string missing = {};
    std::vector<pages::Link> nearest = {};
    /// The thing is on record under another name than the one asked for: the name of its page.
    std::string stands_at = {};
    base::Value data = {};    // of a page that asks no question: what its JSON holds; null: answers
    base::Value linked = {};  // JSON-LD; null: none
    std::vector<std::string> feed =
        {};  // after the language, of the feed about the page's subject; empty: of all
    Proof proof = Proof::of_answers;
    bool checks = false;  // the page needs the script that checks a proof
};

/// Addresses of one kind, after the language. The part in braces names a thing.
struct Route {
    std::string_view pattern;  // "/states/{state}/awaiting"
    std::optional<questions::Names>
        names;              // what the part in braces names, where the catalogue has a word for it
    std::string_view says;  // in English, for openapi.json
    Content (*page)(Asking&, const std::string& name);
    office::CsvTable (*table)(Asking&, const std::string& name) = nullptr;  // null: the page has no table
    enum class Mapped { yes, no };
    Mapped mapped = Mapped::yes;  // whether the map of the site lists its pages
    enum class Needs { record, log };
    Needs needs = Needs::record;  // a page of the log is none where the site has no log
};
std::span<const Route> routes();
/// The route of the address, and what stands for the part in braces; empty when no route has this shape.
struct Routed {
    const Route* route;
    std::string name;
};
std::optional<Routed> route_of(const std::vector<std::string>& parts);
/// Does `pattern` have the shape of `parts`? Then what stands for its part in braces, or the empty text.
std::optional<std::string> matched(std::string_view pattern, const std::vector<std::string>& parts);
/// Everything that may stand for the part in braces on the day asked about.
std::vector<std::string> names_for(const Asking& asking, const Route& route);

/// The page at `address`; a page that says what is not there, with its neighbours, where nothing is
/// (status 404), or that an act was annulled (status 410).
Content content_of(Asking& asking, const Address& address);
/// Asks what several pages of the situation ask for, so that its answers are kept (Asking): the lists of
/// papers, of members and of what is not on record, how many papers are told of each session, and what each
/// member has before it, in all and by session.
void ask_what_pages_share(Asking& asking);
/// The pages that list the record at length, each by the parts of its address: they take longest to make.
std::vector<std::vector<std::string>> long_lists(const rulebook::Rulebook& rules);
/// Its table; nothing where the page has none, or there is no page.
std::optional<office::CsvTable> table_of(Asking& asking, const Address& address);

/// Is there anything of this kind and name?
bool on_record(const Asking& asking, questions::Names names, const std::string& name);
/// The page that says that there is not, with its neighbours.
Content not_on_record(Asking& asking, const std::string& name, questions::Names names);

}  // namespace site
