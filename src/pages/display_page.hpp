// The page on which a reader chooses how pages look.
#pragma once

#include <string_view>

#include "pages/components.hpp"
#include "pages/look.hpp"

namespace pages {

/// A form that sends every choice by GET to `/display`, with `back`: the address, a local one, of the page
/// to return to. `look`: what is chosen now.
Fragment display_page(Language language, const Look& look, const Url& back);

}  // namespace pages
