// What is wrong with a file, said to its author: where, what, what was expected, and the word that was
// probably meant.
//
//   rulebook.yaml:42:17: there is no member «AN»; members are declared under «members»; did you mean «AM»?
#pragma once

#include <string>
#include <string_view>

#include "law/cases.hpp"
#include "rulebook/fault.hpp"
#include "words/language.hpp"

namespace words {

/// One line, without an end of line; no final full stop, so that lines can be searched and compared.
std::string say(const rulebook::Fault& fault, Language language);

/// The same without its place: for a page or an editor that shows the place itself.
std::string say_what(const rulebook::Fault& fault, Language language);

/// A case that failed, in the same form. `file` is what the rulebook's file is called.
std::string say(const law::CaseFailure& failure, std::string_view file, Language language);

}  // namespace words
