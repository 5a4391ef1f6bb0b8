#include "rulebook/rulebook.hpp"

#include <algorithm>

namespace rulebook {
namespace {

template <class T, class Get> const T* one(const std::vector<T>& all, Get get, auto id) {
    const auto found = std::ranges::find(all, id, get);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

base::VersionId Rulebook::version_on(base::Day day) const {
    base::VersionId latest;
    for (const Version& version : versions) {
        if (version.from <= day) latest = version.id;
    }
    return latest;
}

bool Rulebook::applies(const Rule& rule, base::Day day) const {
    for (const Version& version : versions) {
        if (version.id == rule.since && version.from > day) return false;
        if (version.id == rule.until && version.from <= day) return false;
    }
    return true;
}

const Member* Rulebook::find(base::MemberId wanted) const { return one(members, &Member::id, wanted); }
const Person* Rulebook::find(base::PersonId wanted) const { return one(persons, &Person::id, wanted); }
const Place* Rulebook::find(PlaceId wanted) const { return one(places, &Place::id, wanted); }
const Instrument* Rulebook::find(base::InstrumentId wanted) const {
    return one(instruments, &Instrument::instrument, wanted);
}
const Body* Rulebook::find(base::BodyId wanted) const { return one(bodies, &Body::body, wanted); }
const Post* Rulebook::find(base::PostId wanted) const { return one(posts, &Post::post, wanted); }
const Dispute* Rulebook::find(base::DisputeId wanted) const { return one(disputes, &Dispute::id, wanted); }
const Organisation* Rulebook::find(base::OrganisationId wanted) const {
    return one(organisations, &Organisation::id, wanted);
}
const Region* Rulebook::find(base::RegionId wanted) const { return one(regions, &Region::region, wanted); }
const Topic* Rulebook::topic(base::RuleId wanted) const { return one(topics, &Topic::id, wanted); }

}  // namespace rulebook
