// What is wrong with the files of a package, with JSON, with an act or its form, said by the fault's
// name and facts: the rooms that find such faults stand below words and cannot be named here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace words {

using FaultFacts = std::map<std::string, std::string, std::less<>>;

/// One line without its place. A name that nobody knows is said as it is, with its facts.
std::string say_file_fault(std::string_view code, const FaultFacts& facts, Language language);
/// `pattern` with its facts: {name} stands for one; what follows in [ ] is said only if every fact in it is
/// given.
std::string fill_fault(std::string_view pattern, const FaultFacts& facts);
/// Every name that has a sentence, in byte order.
std::vector<std::string_view> file_fault_codes();

/// "3 faults", «3 ошибки».
std::string count_of_faults(std::size_t count, Language language);

}  // namespace words
