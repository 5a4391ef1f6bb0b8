// Sessions: who was there, who presided, and what the record does not say.
//
// "Absent" here is a report of an absence. A member of that day about whom nothing is reported is
// neither present nor absent: its attendance is not on record.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

struct Session {
    Event event;
    base::SessionId id;
    base::Date on;
    std::vector<base::BodyId> bodies;
    acts::SessionKind kind{};
    std::optional<acts::Mode> mode;
    base::PlaceId place;
};

/// The session as held; empty when it is not on record that it was held.
std::optional<Session> session(Inquiry& inquiry, base::SessionId id);
/// Every session on record as held, earliest first.
std::vector<Session> sessions(Inquiry& inquiry);

struct Attendance {
    enum class Was { present, absent, not_on_record };
    base::MemberId member;
    Was was = Was::not_on_record;
    base::PersonId person;
    base::Text capacity;
    Reason reason;
};
std::string_view name_of(Attendance::Was was);

/// One row per member on the day of the session, in byte order of their ids.
Finding<std::vector<Attendance>> attendance(Inquiry& inquiry, const Session& session);

/// The members of the day among those rows that were present, or absent.
std::set<base::MemberId> those(const std::vector<Attendance>& rows, Attendance::Was was);

/// Earlier sessions of one of the same bodies from which a member of their day was absent, latest
/// first: the precedents for this one.
std::vector<Session> earlier_absences(Inquiry& inquiry, const Session& session);

}  // namespace law
