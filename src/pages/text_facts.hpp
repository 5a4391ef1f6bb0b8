// Of a paper or an instrument: its number as issued, and where its text can be read. No text is held here.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"
#include "pages/components.hpp"

namespace pages {

/// "Number" and "Text", from the acts that say where the text of `id` can be read; each says what is not on
/// record. A number is said of papers alone: instruments have names.
std::vector<Fact> text_facts(const Setting& setting, base::PaperId id);
std::vector<Fact> text_facts(const Setting& setting, base::InstrumentId id);

}  // namespace pages
