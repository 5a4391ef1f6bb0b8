// A verdict as a person reads it in a terminal: does it hold, what was looked at, what is wrong, what to
// know.
#pragma once

#include <string>

#include "archive/verdict.hpp"
#include "words/language.hpp"

namespace archive {

/// Lines, each with its end.
std::string text_of(const Verdict& verdict, words::Language language);
/// The same without its first sentence.
std::string lines_of(const Verdict& verdict, words::Language language);

}  // namespace archive
