// What a search found: by kind, best kind first; a day that was typed; what is near where nothing was found.
//
// Knows no index: the caller has searched, and passes names with their addresses in the order in which they
// are to stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"

namespace pages {

/// One thing found: its name, a line beneath it (may be empty), and where it stands.
struct SearchHit {
    std::string name;
    std::string note;
    Url to;
};
struct SearchGroup {
    std::string heading;
    std::vector<SearchHit> hits;
    bool cut_short = false;  // there are more than are listed
};

/// A day, month or year that was typed.
struct SearchedDay {
    std::string no_such_day;             // a sentence; empty for a day that exists
    std::string date;                    // as the page says it
    std::vector<Link> situations;        // the situation on that day, or at both ends
    std::optional<std::string> read_as;  // said where it can be read otherwise, with the other reading
    std::optional<Link> other;
    std::vector<SearchHit> acts;  // what bears that date
};

struct SearchPage {
    std::string sentence;  // how many were found, or why nothing was
    std::optional<SearchedDay> day = {};
    std::vector<SearchGroup> groups = {};
    std::vector<Link> nearest = {};
    bool lists = false;  // show where all there is can be read
};

Fragment search_page(const Setting& setting, const SearchPage& page);

}  // namespace pages
