// Reads a rulebook from YAML and finds everything that can be found wrong with it without a record.
//
// All faults are found in one reading: an item with a fault is left out and the rest is read on, so a
// book with faults is good for showing them and for nothing else. What needs the record (that the act
// named by a version exists, that every side has a holder) is checked by package/. The words of
// the language are explained in docs/rulebook.md.
#pragma once

#include <string_view>
#include <vector>

#include "rulebook/fault.hpp"
#include "rulebook/rulebook.hpp"

namespace rulebook {

struct ReadResult {
    Rulebook book;              // complete when there are no faults
    std::vector<Fault> faults;  // in the order of the file
};

/// `file_name` is what faults call the file.
ReadResult read(std::string_view yaml, std::string_view file_name);

}  // namespace rulebook
