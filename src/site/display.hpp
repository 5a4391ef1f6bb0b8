// How pages look to the one who asks: kept in a cookie, chosen on the page /LANG/display, saved by
// /display?text=…&colours=…&back=…, which leads back to where the reader was.
//
// `back` is read as an address of this site and written anew from what was read, so that it leads nowhere
// else. The cookie is needed for what it does, and says nothing about anybody.
#pragma once

#include <string>
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"
#include "pages/look.hpp"
#include "site/address.hpp"

namespace site {

/// The page of the form, as routes are written (content.hpp). It is none of them: it alone shows a look.
inline constexpr std::string_view display_pattern = "/display";

pages::Look look_of(const http::Request& request);

/// Answers /display: sets the cookie, or takes it away where the usual look is chosen, and leads back.
http::Response keep_look(const http::Request& request, words::Language preferred);

/// The page to go back to that a query names; the start in `otherwise` where it names none of ours.
std::string back_to(std::string_view target, words::Language otherwise);
/// The same of the parameters of /LANG/display.
std::string back_to(const Address& display);

/// `response` in that look: the classes on its <html>, and an ETag of its own. Only for pages.
http::Response worn(const pages::Look& look, http::Response response);
/// The ETag of a page in that look.
std::string etag_in(const pages::Look& look, const std::string& etag);

}  // namespace site
