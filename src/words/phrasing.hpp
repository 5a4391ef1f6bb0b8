// Sentences with places for facts: the one way in which reasons, gaps and acts become words.
//
//   {member}              the fact "member", said as a state
//   {member/gen}          the same in the genitive: gen, dat, acc, ins, pre (English ignores it)
//   {from:since}          the fact "from", said as "since 1 May 2020"
//   {of:body/pre}         the fact "of", said as a body in the prepositional
//   {member~подписал}     a word of a Russian sentence that agrees with the fact "member": «подписала»
//   {count.member}        the fact "count" with its noun: "5 members", «5 членов»
//   [, in place of {x}]   left out where a fact in it is missing or empty
//
// What a fact is said as follows from its name (`member` is a state, `on` a date) unless the pattern
// says so after a colon. A fact that is missing outside brackets is said as "not on record".
//
// Knows patterns only; which pattern belongs to which code is in reasons.cpp and acts_said.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/value.hpp"
#include "words/names.hpp"

namespace words {

/// A pattern in every language.
struct Pattern {
    std::string_view key;  // the code, or the kind of act
    Phrase says;
};

/// `pattern` with its facts filled in; no large letter, no full stop.
std::string fill(std::string_view pattern, const base::Object& facts, const Names& names);

/// Is every place in the pattern well formed, and every word for a fact known? For tests.
bool well_formed(std::string_view pattern);

/// With a large first letter and a full stop, unless it ends in a stop already.
std::string as_sentence(std::string_view clause);

}  // namespace words
