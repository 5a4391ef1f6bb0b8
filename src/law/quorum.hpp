// Was there a quorum? Attendance, quorum and validity are three questions; this is the second.
#pragma once

#include <optional>

#include "law/deciding.hpp"
#include "law/finding.hpp"
#include "law/inquiry.hpp"
#include "law/session.hpp"

namespace law {

struct Quorum {
    enum class Is { no_figure_read, attendance_not_on_record, quorate, not_quorate };
    Is is = Is::no_figure_read;
    std::vector<base::MemberId> members, present, absent, unknown;
};

/// The rule that says when a body may meet, in force on a day; null where there is none.
const rulebook::Quorum* quorum_rule(const rulebook::Rulebook& rules, base::BodyId body, base::Day day);

/// The quorum of a session by the rule of its first body, in force on its day. Where members are
/// neither reported present nor absent, the finding stands only if they could not change it. A member whose
/// participation is suspended is a member, but neither present nor absent for the formula.
Finding<Quorum> quorum(Inquiry& inquiry, const Session& session);

}  // namespace law
