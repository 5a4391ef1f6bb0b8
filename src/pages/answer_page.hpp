// Any answer of the catalogue as a page: the sentence, how it stands, its sides, all of it as text, and
// its reasons. Serves questions that have no page of their own.
#pragma once

#include "pages/answer_parts.hpp"

namespace pages {

/// The whole answer stands as words/answers.hpp writes it for a terminal.
Fragment answer_page(const Setting& setting, const questions::Answer& answer);

}  // namespace pages
