// The page of one body.
#pragma once

#include "site/content.hpp"

namespace site {

Content body(Asking& asking, const std::string& id);

}  // namespace site
