// What became of something announced: the same wherever it is told, in a list, at the session, among the
// gaps, in a calendar.
#pragma once

#include <optional>

#include "law/inquiry.hpp"

namespace questions {

struct CameOf {
    acts::Outcome outcome{};
    base::Date on;
    record::EntryNumber entry = 0;  // that tells of it
};

/// What acts told by the end of `day` say of the announcement `id`, which says `said`: the last to say what
/// came of it, or else that the session it announced was held. Nothing where none does.
std::optional<CameOf> what_came_of(const law::Inquiry& inquiry, base::ActId id, const acts::Announced& said,
                                   base::Day day);

}  // namespace questions
