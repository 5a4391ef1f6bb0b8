// The rulebook for a reader: every rule by institution and by article, and a page for each, with who reads
// it how. All of it is what the rulebook says of itself and what the record has of its interpretations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"

namespace pages {

/// Every rule by institution and under its article, from when to when it holds, whether its text has been
/// read, and the points understood in different ways.
Fragment rulebook_page(const Setting& setting);

/// The rules of this id, earliest first: a rule is replaced under the same id. Empty for no such rule.
std::vector<const rulebook::Rule*> rules_named(const rulebook::Rulebook& rules, std::string_view id);
/// Every id of a rule, each once, in the rulebook's order.
std::vector<std::string> rule_names(const rulebook::Rulebook& rules);
/// "Consensus"; of a body, post, instrument or region its name.
std::string rule_title(const words::Names& names, std::string_view id);

/// One rule: article, validity, where it was read, its interpretations with their dated holders, what it
/// makes of a vote, and the questions that lean on it. Empty for no such rule.
Fragment rule_page(const Setting& setting, std::string_view id);

}  // namespace pages
