// From when a paper is in force, and until when.
//
// A paper that is the text of an instrument answers through the instrument. Any other starts as the law of
// its kind says (rulebook::PaperLaw), or with the instruments it ties its start to, and ends when another
// paper repeals, revises or ends it, or when the period it is for has passed.
#pragma once

#include <optional>
#include <string>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

/// The instrument of which the paper is the text; null where none is on record.
const rulebook::Instrument* instrument_of(const Inquiry& inquiry, base::PaperId paper);

/// What papers of its kind do, by the law of the day of its adoption; null where no rule speaks of the kind,
/// or no adoption is on record.
const rulebook::PaperLaw* law_of_kind(const Inquiry& inquiry, base::PaperId paper,
                                      const base::Date& adopted_on);

struct PaperForce {
    enum class Is { not_on_record, not_adopted, not_yet, in_force, ended };
    Is is = Is::not_on_record;
    std::optional<base::Date> since;  // also of what has ended
    std::optional<base::Date>
        ended_on;                      // the last day of its period, or the first day of what took its place
    std::optional<base::Date> period;  // what it is for, where that has passed
    base::PaperId by;                  // that repealed, revised or ended it
    std::string settled_by;            // of what is not on record
};

/// Was the paper in force by the end of `day`?
Finding<PaperForce> force_of(Inquiry& inquiry, base::PaperId paper, base::Day day);

}  // namespace law
