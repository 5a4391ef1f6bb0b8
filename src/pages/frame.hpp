// The frame every page stands in: head, masthead, sections, the situation line with its form, the
// disclaimer, and the foot.
//
// Knows no organisation, no address and no clock: all three are given. Same input, same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "pages/components.hpp"
#include "pages/html.hpp"
#include "words/language.hpp"

namespace pages {

/// How the organisation is named in the two fixed sentences that name it, in the page's language.
struct OrganisationName {
    std::string about;  // "An independent record on …": "the CSTO", «об ОДКБ»
    std::string of;     // "Not a site of …": "the CSTO", «ОДКБ» (genitive)
};

/// The sections of the site. An organisation without, say, a rotating chair leaves that one out.
enum class Section { start, members, chair, sessions, papers, posts, sources_differ, not_on_record };
/// As it stands in the navigation: "Where sources differ".
std::string_view name_of(words::Language language, Section section);

/// An interpretation of a rule, or an account of an event, on which an answer of this page depends.
struct Offered {
    struct OfferedSide {
        std::string id;
        std::string name;
    };
    std::string dispute;  // its id
    std::string name;     // "Interpretation of Rule 14"
    std::vector<OfferedSide> sides;
    std::string taken = {};  // a side's id; empty: every side is shown
};

/// For which day and by what knowledge the page answers, and what may be changed about that.
///
/// The form asks by GET for `on=`, `known=` and, for each offered dispute, `take.DISPUTE=SIDE` (empty
/// for every side): radio buttons of several disputes cannot share one name. The site answers with a
/// redirection to the canonical address, `?on=&known=&take=DISPUTE=SIDE`.
struct Situation {
    base::Day on;
    base::Day known;
    bool reconstructed = false;  // what was known then is worked out from days of publication
    bool supposed = false;       // a what-if: acts are counted that did not happen
    std::vector<Offered> offered = {};

    /// Sent back with its faults: what was typed, and a sentence for what is wrong with it.
    struct Refused {
        std::string on;
        std::string on_error;
        std::string known;
        std::string known_error;
    };
    std::optional<Refused> refused = {};
    /// Parameters of the page's question, which the form keeps: {"member", "AM"}.
    std::vector<std::pair<std::string, std::string>> keep = {};
    /// The page for today with every side shown; empty where this is that page.
    std::optional<Url> today = {};
};
/// The name of a dispute's radio buttons in the query.
std::string take_field(std::string_view dispute);

/// Everything about a page but its content.
struct Frame {
    words::Language language;
    std::string title;        // of the page alone; the project's name is added
    std::string description;  // one sentence for search results; empty: none
    OrganisationName organisation;

    Url here;  // this page's address without its query: where the form leads
    struct Translation {
        words::Language language;
        Url to;
    };
    /// This page in each of its languages, this one included, with the same query.
    std::vector<Translation> translations;

    struct Entrance {
        Section section;
        Url to;
    };
    std::vector<Entrance> sections;
    std::optional<Section> current = {};  // the section this page is in

    /// Where the search box leads, what was typed in it, and what of the situation goes along.
    struct Search {
        Url to;
        std::string typed;
        std::vector<std::pair<std::string, std::string>> keep;
    };
    std::optional<Search> search = {};

    Situation situation;

    enum class Layout { page, desk };  // a page to read, or all on one screen
    Layout layout = Layout::page;

    Url stylesheet;                  // where `pages::stylesheet()` is served
    std::optional<Url> script = {};  // a script of this page alone, which works without it too
    std::optional<Url> icon = {};    // where `pages::emblem()` is served
    std::optional<Url> json = {};
    std::optional<Url> csv = {};   // the page's table
    std::optional<Url> feed = {};  // of what is new about the page's subject
    std::optional<Url> calendar = {};
    std::string root = {};  // where the public reaches the site; empty: addresses in the head are local
    std::string linked_data = {};  // JSON-LD; empty: none
    std::optional<Url> how_to_check = {};
    std::optional<Url> log = {};  // behind the record; none: there is none
    std::optional<Url> rulebook = {};
    std::optional<Url> changes = {};  // what changed between two days
    std::optional<Url> display = {};  // where text size, spacing and colours are chosen
    std::optional<Url> accessibility = {};
    std::optional<Receipt> receipt = {};
};

/// The whole page, from doctype to the end.
std::string page(const Frame& frame, const Fragment& content);

/// The project's emblem, a ruled sheet with a folded corner, as an SVG document of its own.
std::string_view emblem();

}  // namespace pages
