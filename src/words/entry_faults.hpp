// Why an entry was sent back, why the registry takes nothing now, and what else there is to say about logs,
// keys and stores: by codes and facts, since the rooms that find them stand below words or beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/file_faults.hpp"

namespace words {

/// Why an entry is refused and what would cure it (codes of seals, of the form, of acts, of JSON): one line,
/// without an end of line.
std::string say_entry_fault(std::string_view code, const FaultFacts& facts, Language language);
/// Why the registry takes nothing now (codes of registry::Closed).
std::string say_closed(std::string_view code, const FaultFacts& facts, Language language);
/// What stands in the way of a command on stores, keys and servers.
std::string say_trouble(std::string_view code, const FaultFacts& facts, Language language);

/// Every name that has a sentence of its own here, in byte order.
std::vector<std::string_view> entry_fault_codes();
std::vector<std::string_view> closed_codes();
std::vector<std::string_view> trouble_codes();

}  // namespace words
