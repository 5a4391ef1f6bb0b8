#include "seals/deeds.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "seals/registry_act.hpp"

namespace seals {
namespace {

// A kind, and the role of the one who does it. Kinds that are not here are done by nobody who seals for
// itself: they are done to somebody, come about, or are attested.
struct Deed {
    std::string_view kind;
    std::string_view role;
};
constexpr Deed deeds[] = {
    // instruments
    {"signed", "member"},
    {"national-step", "member"},
    {"deposited", "member"},
    {"withdrawal-notified", "member"},
    // membership: admitting, suspending, restoring and excluding are not the member's
    {"suspension-requested", "member"},
    {"left", "member"},
    {"participation-declared-frozen", "member"},
    // bodies and posts
    {"appointed", "body"},
    {"elected-chair", "body"},
    {"body-altered", "body"},
    // sessions
    {"announced", "body"},
    {"held", "body"},
    {"invited", "by_member"},
    {"invitation-answered", "member"},
    // papers
    {"adopted", "body"},
    {"not-adopted", "body"},
    {"position-taken", "member"},
    {"drafted", "member"},
    {"drafted", "body"},
    {"draft-circulated", "body"},
    {"draft-answered", "member"},
    {"draft-examined", "body"},
    {"draft-agreed", "body"},
    {"submitted", "body"},
    {"withdrawn", "member"},
    {"approved", "body"},
    {"priority-stated", "member"},
    {"priority-stated", "body"},
    // means: shares and the right to vote are the body's to decide
    {"vote-taken-away", "body"},
    {"vote-given-back", "body"},
    {"quota-distributed", "body"},
    // consultation
    {"consultation-requested", "member"},
    {"consultation-opened", "body"},
    {"measure-decided", "body"},
    {"measure-reported", "body"},
    {"consultation-ended", "body"},
    // relations and statements
    {"memorandum-signed", "body"},
    {"status-given", "body"},
    {"interpretation-stated", "member"},
    {"interpretation-stated", "body"},
    {"stated", "member"},
    {"stated", "body"},
};

}  // namespace

bool is_deed(std::string_view kind) { return std::ranges::find(deeds, kind, &Deed::kind) != std::end(deeds); }

bool is_deed_of(const base::Value& body, std::string_view holder) {
    const std::string_view kind = kind_of(body);
    return !holder.empty() && std::ranges::any_of(deeds, [&](const Deed& deed) {
        return deed.kind == kind && body["about"][std::string(deed.role)].text() == holder;
    });
}

}  // namespace seals
