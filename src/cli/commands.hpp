// The commands: arguments to questions, answers to text. Each writes to the streams it is given and
// says how the program ends; none knows the clock.
#pragma once

#include <iosfwd>

#include "base/day.hpp"
#include "cli/arguments.hpp"

namespace cli {

int check(const Check& command, words::Language language, std::ostream& out, std::ostream& err);
int ask(const Ask& command, words::Language language, base::Day today, std::ostream& out, std::ostream& err);
int list(const List& command, words::Language language, base::Day today, std::ostream& out,
         std::ostream& err);

}  // namespace cli
