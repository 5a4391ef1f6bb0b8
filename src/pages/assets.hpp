// The files a page refers to, kept in the program: whoever has the program has its looks.
#pragma once

#include <string_view>

namespace pages {

/// The site's one stylesheet, pages/style.css. UTF-8.
std::string_view stylesheet();

}  // namespace pages
