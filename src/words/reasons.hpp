// Why a conclusion is as it is, in sentences: one for every code of law/ and questions/, from its facts.
//
// A reason without its sentence is a fault of ours, found by a test that reads every code from the
// source tree; at run time an unknown code is said as the code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "law/reason.hpp"
#include "words/names.hpp"

namespace words {

/// One reason, with a large first letter and a full stop.
std::string sentence(std::string_view code, const base::Object& facts, const Names& names);
std::string sentence(const law::Reason& reason, const Names& names);
/// A reason as a value: {"code","facts", ..}.
std::string sentence(const base::Object& reason, const Names& names);

/// In what order the reasons of one level are read, by their places: as they come, but those that say one
/// after another how each of several states stood go by the states' names in this language.
std::vector<std::size_t> reading_order(const std::vector<law::Reason>& reasons, const Names& names);
/// The same of reasons as values, {"code","facts", ..}.
std::vector<std::size_t> reading_order(const base::List& reasons, const Names& names);

/// What is not on record: a row of the answer to `gaps`, {"gap","facts"}.
std::string gap_sentence(std::string_view code, const base::Object& facts, const Names& names);

/// How a count came out, as law::to_value gives a Tally: "present: 5 of 6 members; at least 2/3 needed;
/// enough". Without a full stop.
std::string tally_said(const base::Value& tally, const Names& names);

/// Adds "says" to every object of the tree that has "code" and "facts" (a reason) or "gap" and "facts".
void add_says(base::Value& tree, const Names& names);

/// Every code that has a sentence, in byte order: for tests and docs.
std::vector<std::string_view> reason_codes();
std::vector<std::string_view> gap_codes();

}  // namespace words
