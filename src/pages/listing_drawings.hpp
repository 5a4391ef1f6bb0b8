// The drawings that stand above lists: the way of a draft, the plans side by side, the shares of members.
//
// Pure functions of the answers to `draft`, `plan` and `contributions`. What they show is in the tables of
// the same page.
#pragma once

#include "pages/answer_parts.hpp"

namespace pages {

/// The drawing that belongs above the lists of an answer, with its sentence; nothing where the question has
/// none, or too little is on record for one to tell anything.
Fragment drawing_above_lists(const Setting& setting, const questions::Answer& answer);

}  // namespace pages
