// The page of one act: what it says, its day, its sources, its place among the entries; and, where it was
// annulled, by what, and what stands now.
#pragma once

#include <cstdint>
#include <vector>

#include "pages/log_parts.hpp"

namespace pages {

/// Where an act stands in the log, and the files it carries.
struct ActInLog {
    words::Proved proved;
    std::uint64_t size = 0;  // entries of the log
    std::vector<FileTold> files = {};
};

/// `number`: an entry that the view knows, annulled or not. `in_log`: null where there is no log.
Fragment act_page(const Setting& setting, record::EntryNumber number, const ActInLog* in_log = nullptr);
/// The entry that annulled it, as far as the view knows.
std::optional<record::EntryNumber> annulment_of(const record::View& view, record::EntryNumber number);

}  // namespace pages
