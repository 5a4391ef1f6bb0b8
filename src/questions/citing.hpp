// How many entries cite each source: for the question, its page and its table.
#pragma once

#include <cstddef>
#include <map>

#include "record/view.hpp"

namespace questions {

/// A source that no entry cites is not among them.
using Citing = std::map<base::SourceId, std::size_t>;
/// Of the entries that the view sees.
Citing entries_citing(const record::View& view);

}  // namespace questions
