// What the rulebook states and the program concludes nothing from: its provisions on a subject, where a
// page's reader looks for them, and what was said on the topics that bear on a rule.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"
#include "words/dates.hpp"

namespace pages {

/// The provisions of the law of the day that are on one of these subjects, each with its article, a link to
/// its page, and whether its text has been read. Empty where the book has none.
Fragment provisions_on(const Setting& setting, std::span<const rulebook::Subject> subjects,
                       std::string_view id, const words::Phrase& title);
/// Those on how a state becomes a member, leaves, is suspended or expelled.
Fragment membership_provisions(const Setting& setting);
/// Those on observers and partners.
Fragment status_provisions(const Setting& setting);

/// What was said by the day asked about on the topics that bear on this rule, earliest first; what bears no
/// certain day stands where it may be latest.
std::vector<Claim> said_on(const Setting& setting, base::RuleId rule);

}  // namespace pages
