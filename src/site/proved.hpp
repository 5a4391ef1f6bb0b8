// How far what a page shows is proved: the least proved of the acts it rests on.
#pragma once

#include <optional>
#include <set>

#include "pages/html.hpp"
#include "site/content.hpp"
#include "words/log_said.hpp"

namespace site {

/// Of one entry of the log; there is a log.
words::Proved proved(const Asking& asking, std::uint64_t entry);
/// Of the acts that the page's answers rest on, or of all that are known; nothing where there are none, or no
/// log.
std::optional<words::Proved> least_proved(const Asking& asking, Proof proof);
/// The acts that answers name: in their reasons, rows and what stands beside them.
std::set<record::EntryNumber> acts_of(const record::View& view,
                                      const std::vector<std::shared_ptr<const questions::Answer>>& answers);
/// The sentence with its link; of a site without a log that it has none. Empty where the page rests on
/// nothing.
pages::Fragment proof_line(const Asking& asking, Proof proof);
/// {"entry","grade","size","witnessed"}; null where there is nothing to say.
base::Value proof_data(const Asking& asking, const std::optional<words::Proved>& proved);

/// The day of the earliest confirmation among those that make the quorum of `log.largest`.
std::optional<base::Day> confirmed_on(const Log& log);

}  // namespace site
