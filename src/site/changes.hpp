// The page /changes: two days as people type them, and what happened or became known between.
#pragma once

#include "site/content.hpp"

namespace site {

/// The last year up to the day of the situation where no days are given. Status 400, with the fields as they
/// were typed and what is wrong beside them, where they cannot be read or stand the wrong way round.
Content changes(Asking& asking);

}  // namespace site
