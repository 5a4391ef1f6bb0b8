// Who held a post on a day.
//
// An appointment lasts until its term ends or another act ends it. Where there is none, continuity:
// between two attestations of one holder, or from one to the recorded coming of a successor, the
// person held the post, by inference. Before the first and after the last it is not on record.
#pragma once

#include <optional>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

struct Holding {
    bool on_record = false;
    base::PersonId person;
    base::MemberId member;  // whose national, where that is on record
    bool acting = false;
    std::optional<base::Date> since;
    std::optional<base::Date> until;
};

Finding<Holding> holder(Inquiry& inquiry, const rulebook::Post& post, base::Day day);

}  // namespace law
