// Who chairs a body: by rotation among the members, by election, or as the state in the chair of
// another body.
//
// The outgoing state chairs through the whole day of the session at which the chair passes; a
// hand-over with the calendar year takes effect on 1 January. Between two hand-overs that do not join
// (the next does not come from this state) the chair is not on record.
#pragma once

#include <optional>
#include <vector>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

/// A hand-over of the chair, with the days on which it may have taken effect.
struct Pass {
    Event event;
    base::BodyId body;
    base::MemberId to, from, in_place_of;
    base::Date decided_on;  // the day of the decision, or of the session with which it passed
    bool decided = false;   // a source tells of a decision
};

/// The hand-overs of a body's chair, by day, as the view tells them.
std::vector<Pass> passes(const Inquiry& inquiry, base::BodyId body);

/// The first day on which the incoming state chairs, as this pass of the law takes it.
base::Date takes_effect(Inquiry& inquiry, const Pass& pass);

/// Every day the sources give for that, without deciding: one unless accounts differ.
struct Effective {
    std::string told;  // the side: "session-day", "calendar-year", or a date
    base::Date from;
};
std::vector<Effective> all_effects(const Inquiry& inquiry, const Pass& pass);

/// What a reason tells of a hand-over: "decided_on" where it was decided, else "passed_on"; with `effective`
/// also "from", or "reckoned_from" where no source names the day and it is the day after the session.
base::Object facts_of(const Pass& pass, const std::optional<Effective>& effective);

struct Chair {
    bool on_record = false;
    base::MemberId member;
    base::PersonId person;       // where one is on record
    base::MemberId in_place_of;  // whose turn it was
    std::optional<base::Date> since;
    bool by_order = false;  // to come by the order of the chair; no act on record
    /// Where the chair is not on record: whose turn it is by the order, and may not be taken.
    base::MemberId open_turn_of;
};

Finding<Chair> chair(Inquiry& inquiry, const rulebook::Body& body, base::Day day);

/// A turn to come by the order of the chair.
struct Turn {
    base::MemberId member;
    int year = 0;
    bool open = false;
    Reason reason;
};

/// The turns after the last hand-over that has taken effect or is decided, one a year, until one is
/// open or every member has had its turn. Empty for a body without rotation.
std::vector<Turn> turns_to_come(Inquiry& inquiry, const rulebook::Body& body, base::Day day);

}  // namespace law
