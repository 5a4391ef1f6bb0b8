// Every kind of act in a sentence, and what its fields mean where the name alone does not say it: the
// words of docs/acts/. The sentences are those of acts/kinds.hpp, for readers who do not read C++.
#pragma once

#include <string_view>

namespace encoding {

/// What the paper says. Empty when there is no such kind.
std::string_view says_of(std::string_view kind);
/// What the form asks of this kind beyond its required fields; empty when nothing.
std::string_view also_asked_of(std::string_view kind);
/// A remark on one field; empty when its name says it all.
std::string_view note_on(std::string_view kind, std::string_view field);
/// A title for people: "Bodies and posts".
std::string_view title_of_group(std::string_view group);

}  // namespace encoding
