// What stands in the way, said to whoever asked or submitted: one line, with the nearest right word.
#pragma once

#include <string>

#include "form/form.hpp"
#include "questions/question.hpp"
#include "words/language.hpp"

namespace words {

/// "There is no body “cscc”; did you mean “csc”? The list: bodies." One line, without an end of line.
std::string say(const questions::Misasked& misasked, Language language);

/// Why an act may not enter the record, and what would cure it: one line, without an end of line.
std::string say(const form::Refusal& refusal, Language language);

}  // namespace words
