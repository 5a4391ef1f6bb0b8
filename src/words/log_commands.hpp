// What the commands on logs say when they have done something: one line by its code and facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/file_faults.hpp"

namespace words {

std::string say_log(std::string_view code, const FaultFacts& facts, Language language);
std::vector<std::string_view> log_codes();

}  // namespace words
