// The rulebook as plain values, for programs: what the pages on it say, without their words around it.
#pragma once

#include <string_view>

#include "base/value.hpp"
#include "rulebook/rulebook.hpp"

namespace site {

/// {"rules":[{"rule","kind","article","says","read","sources","since"?,"until"?,"names"?,"subjects"?,
/// "dispute"?}]}, the rules of `id`, or all of them where it is empty. `since` and `until` are days; a rule
/// without them holds in every version. `kind` is the rulebook's word for it; `subjects` and `dispute` are of
/// a provision.
base::Object rulebook_data(const rulebook::Rulebook& rules, std::string_view id = {});

}  // namespace site
