// Whose deed an act is: who may seal it without the registry.
//
// A member's representative seals what the member does, a body's what the body does. What is done to a
// member, or told of it, is entered by the registry: that an act names a member is not enough.
#pragma once

#include <string_view>

#include "base/value.hpp"

namespace seals {

/// Does `holder` (a member or a body) itself do what this body of an act tells?
bool is_deed_of(const base::Value& body, std::string_view holder);
/// May acts of this kind be anybody's own deed at all?
bool is_deed(std::string_view kind);

}  // namespace seals
