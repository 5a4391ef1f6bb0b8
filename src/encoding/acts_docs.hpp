// docs/acts/ as text: one page for each kind of act, and an index. Made from the kinds' own
// descriptions, so that the pages say what the reader does (acts_docs_test.cpp keeps them equal).
#pragma once

#include <string>
#include <string_view>

#include "acts/act.hpp"

namespace encoding {

/// docs/acts/README.md: the kinds by group, the envelope, and what the names and values are.
std::string acts_index();
/// docs/acts/KIND.md. `kind` is one of describe_kinds().
std::string acts_page(std::string_view kind);

/// An act of the kind with every role and fact there: the example of its page.
acts::Act example_act(std::string_view kind);

}  // namespace encoding
