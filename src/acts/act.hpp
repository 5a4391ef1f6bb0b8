// One act: the envelope that every kind shares, and its content.
//
//   {"body":{"id","kind","on","place"?,"about":{role:id},"cites":[],"sources":[],"content":{}},
//    "known_on","seals":[],"v":1}
//
// `about` may carry, for any kind, the role `event`: the first act that told the same event. Two acts
// with one event are two accounts of it, not two events.
#pragma once

#include <vector>

#include "acts/kinds.hpp"
#include "base/support.hpp"

namespace acts {

using PlaceId = base::PlaceId;

/// A source, and how the act rests on it.
struct Cited {
    base::SourceId source;
    base::Support as = base::Support::reported;
    friend bool operator==(const Cited&, const Cited&) = default;
};

struct Act {
    base::ActId id;
    base::Date on;
    PlaceId place;
    base::EventId event;  // the act's own id, unless it is a further account
    std::vector<base::ActId> cites;
    std::vector<Cited> sources;
    Content content;
};

/// The strongest support an act has; unverified when it names no source.
inline base::Support support_of(const Act& act) {
    base::Support best = base::Support::unverified;
    for (const Cited& cited : act.sources) best = base::stronger(best, cited.as);
    return best;
}

/// The kind's name: "signed", "held".
inline std::string_view kind_of(const Content& content) {
    return std::visit([]<class K>(const K&) { return K::kind; }, content);
}

}  // namespace acts
