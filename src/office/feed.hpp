// Atom feeds (RFC 4287): what is new on record, latest first; of everything, of one body, of one state.
//
// An entry is an act, said as the timeline says it. It is dated by the day on which it became known: this
// record keeps days, so that the moment is the beginning of that day in Greenwich time.
#pragma once

#include <string>
#include <vector>

#include "office/letterhead.hpp"

namespace office {

/// A feed holds so many entries, the latest known; older ones are on the pages.
inline constexpr std::size_t most_feed_entries = 60;

struct Feed {
    std::string name;   // what its id is made from, in all languages alike: "csto/bodies/csc"
    std::string title;  // "CSTO: Collective Security Council"
    std::string self;   // the feed's whole address
    std::string page;   // the page it belongs to
    std::vector<record::EntryNumber> entries;  // in the order in which they became known
};
std::string atom(const Letterhead& head, const Feed& feed);

/// Every entry that the view sees; those that name a body or one of its sessions; those that name a state.
/// In the order in which they became known.
std::vector<record::EntryNumber> all_acts(const record::View& view);
std::vector<record::EntryNumber> acts_of_body(const record::View& view, base::BodyId body);
std::vector<record::EntryNumber> acts_of_state(const record::View& view, base::MemberId state);

}  // namespace office
