// What lies before a state: the papers adopted without it, its position on each, and what each answer it
// may give would do under each interpretation.
//
// A pure function of the answer to `awaiting`. Chooses no side and counsels nothing.
#pragma once

#include "pages/answer_parts.hpp"
#include "pages/components.hpp"
#include "questions/question.hpp"

namespace pages {

struct AwaitingPage {
    const questions::Answer& awaiting;  // of the question `awaiting`
    Setting setting;
    Fragment proof = {};
};
/// The inside of <main>, in the layout of a page to read.
Fragment awaiting_page(const AwaitingPage& page);

}  // namespace pages
