// The page that checks a proof in the browser, with a script (check.js) that reads from the page what to say;
// and, where scripts are off, which command checks the same.
#pragma once

#include <string>

#include "pages/answer_parts.hpp"

namespace pages {

/// `policy`: whose signatures this server asks for (c2sp.org/tlog-policy); empty where it has no log.
Fragment check_page(const Setting& setting, const std::string& policy);

}  // namespace pages
