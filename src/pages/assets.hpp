// The files a page refers to, kept in the program: whoever has the program has its looks.
#pragma once

#include <string_view>

namespace pages {

/// The site's one stylesheet, pages/style.css. UTF-8.
std::string_view stylesheet();

/// The script of the page that checks a proof, pages/check.js, which reads what it says from that page.
/// UTF-8.
std::string_view check_script();

}  // namespace pages
