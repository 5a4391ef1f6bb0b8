#include "questions/announcements.hpp"

namespace questions {
namespace {

template <class K, class Kind, class Outcome>
std::optional<CameOf> last_told(const law::Inquiry& inquiry, base::Id<Kind> about, base::Day day,
                                Outcome outcome) {
    std::optional<CameOf> found;
    for (const law::Event& event : inquiry.events<K>(about)) {
        const record::EntryNumber entry = event.accounts.front();
        const base::Date& on = inquiry.act(entry).on;
        if (record::told_from(on) <= day) found = {outcome(inquiry.content<K>(event)), on, entry};
    }
    return found;
}

}  // namespace

std::optional<CameOf> what_came_of(const law::Inquiry& inquiry, base::ActId id, const acts::Announced& said,
                                   base::Day day) {
    auto came = last_told<acts::CameAbout>(inquiry, id, day,
                                           [](const acts::CameAbout& told) { return told.outcome; });
    if (came || !said.session) return came;
    return last_told<acts::Held>(inquiry, said.session, day,
                                 [](const acts::Held&) { return acts::Outcome::held; });
}

}  // namespace questions
