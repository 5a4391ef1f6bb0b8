// How things stood over the years: the spells of every state's membership and of a body's chair, and the
// few things on record that a first page names.
//
// A spell is a run of days on which the answer to one question is the same. Nothing changes between two
// days on which an act, a term or a version of the law takes effect, so the law is asked on those days
// alone. Pure, as every question is: the same view, the same spells. Knows no drawing and no language.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "law/inquiry.hpp"
#include "law/membership.hpp"
#include "record/view.hpp"
#include "rulebook/rulebook.hpp"

namespace questions {

/// Days on which one conclusion holds. `last` is empty for what holds on the day asked about.
struct Spell {
    base::Day first;
    std::optional<base::Day> last;
    law::Conclusion conclusion;
};

// -- membership -----------------------------------------------------------------------------------

/// Spells of `status`, without "pending": {"status","of","since","participation"?} as `status` answers it.
/// A state's history begins with its first spell that is not "not-a-member".
struct StateHistory {
    base::MemberId member;
    std::vector<Spell> spells;

    /// A signature of an instrument of membership, with every day told for it (one unless accounts differ).
    struct Signature {
        base::InstrumentId instrument;
        std::vector<std::string> days;
        std::vector<base::SourceId> sources;
        base::Support rests_on = base::Support::official;
    };
    std::vector<Signature> signatures;
    /// Declarations that participation is frozen, as `status` lists them under "declared", by day.
    base::List declared;
    /// A notice of withdrawal, a suspension, an exit or an exclusion of this state is on record.
    bool formal_step = false;
};

/// Every state that was ever concerned with the organisation by the day asked about, in the order in which
/// the rulebook declares them.
std::vector<StateHistory> membership_history(const record::View& view);
/// One state; nothing where the rulebook does not declare it.
std::optional<StateHistory> membership_history(const record::View& view, base::MemberId member);

/// A day on which the law of membership changed for all: a version of the rulebook, or the entry into force
/// of an instrument that extends one of membership. By day.
struct Turning {
    base::Day on;
    base::VersionId version;        // empty for an extension
    base::InstrumentId instrument;  // empty for a version
};
std::vector<Turning> turnings(const record::View& view);

// -- the chair ------------------------------------------------------------------------------------

/// Spells of `chair`: {"body","member","since","person","in_place_of"?,"by_order"?}, from the first day on
/// which a chair is on record. Gaps between are spells that are not on record. Empty for a body without a
/// chair.
std::vector<Spell> chair_history(const record::View& view, base::BodyId body);

// -- what a first page names ----------------------------------------------------------------------

/// The last day that any known act bears, not later than the day asked about.
std::optional<base::Date> last_act_on(const record::View& view);

/// The announced session that is the next one on the day asked about; where none lies ahead, the latest one
/// about which it is not on record whether it was held.
struct AnnouncedSession {
    base::ActId act;
    base::SessionId session;  // may be empty
    base::BodyId body;        // may be empty
    base::Text title;
    std::optional<base::Date> when;
    base::PlaceId place;      // may be empty
    bool held_known = false;  // held, moved or given up: what became of it is on record
    std::vector<base::SourceId> sources;
    base::Support rests_on = base::Support::reported;
};
std::optional<AnnouncedSession> next_session(const record::View& view);

/// The latest session of `body` by the day asked about from which a member of its day was reported absent,
/// else the latest session.
std::optional<base::SessionId> featured_session(const record::View& view, base::BodyId body);
/// A session told by acts that cite `source`: the one nearest to `published`, within a week of it.
std::optional<base::SessionId> session_told_by(const record::View& view, base::SourceId source,
                                               base::Day published);

}  // namespace questions
