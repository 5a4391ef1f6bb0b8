// Everything on record about one thing, by day.
#pragma once

#include <string_view>

#include "pages/answer_parts.hpp"

namespace pages {

/// The answer to `timeline`.
Fragment timeline_page(const Setting& setting, const questions::Answer& timeline);

/// The rows of such an answer as a table, a heading for every year; `about` is not linked to itself.
Fragment timeline_table(const Setting& setting, const base::Value& acts, std::string_view about);

}  // namespace pages
