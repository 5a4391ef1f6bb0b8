// The page of one act: what it says, its day, its sources, its place among the entries; and, where it was
// annulled, by what, and what stands now.
#pragma once

#include "pages/answer_parts.hpp"

namespace pages {

/// `number`: an entry that the view knows, annulled or not.
Fragment act_page(const Setting& setting, record::EntryNumber number);
/// The entry that annulled it, as far as the view knows.
std::optional<record::EntryNumber> annulment_of(const record::View& view, record::EntryNumber number);

}  // namespace pages
