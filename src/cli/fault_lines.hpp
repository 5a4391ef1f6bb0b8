// Faults of a package as lines for a person: file:line:column: what is wrong, what would be right.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "package/fault.hpp"
#include "words/language.hpp"

namespace cli {

std::string line_of(const package::Fault& fault, std::string_view folder, words::Language language);
/// Every fault on a line of its own, then how many there are.
void print(const std::vector<package::Fault>& faults, std::string_view folder, words::Language language,
           std::ostream& err);

}  // namespace cli
