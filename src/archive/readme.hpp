// The page of text that lies beside an exported log: what it is, and how anybody checks it.
#pragma once

#include <string>

#include "words/language.hpp"

namespace archive {

struct Layout;

/// Lines of at most some hundred letters, each with its end.
std::string readme(const Layout& layout, words::Language language);

}  // namespace archive
