// Acts in a few words: for timelines, for the names of differences between accounts, and wherever an
// act is mentioned.
//
// "Armenia: absent from the session of the Council in Minsk on 23 November 2023". No full stop and no
// large first letter, so that the words can stand within a sentence; the act's own day is not in them.
#pragma once

#include <string>
#include <string_view>

#include "acts/act.hpp"
#include "base/value.hpp"
#include "words/names.hpp"

namespace words {

/// Every kind of act has such a description (a test goes through the closed list).
std::string describe(const acts::Act& act, const Names& names);

/// The same from a row of a timeline: its kind, and its roles and content by name in one object.
/// An unknown kind is said as itself.
std::string describe(std::string_view kind, const base::Object& facts, const Names& names);

/// The facts of such an act as a sentence asks for them: an announcement whose title says when it is for has
/// no "when"; an office of a state has it as "of_member", after which the sentence asks for the genitive.
base::Object facts_said(std::string_view kind, base::Object facts, const Names& names);

/// In what capacity somebody came, for after the name or in a sentence: «министр иностранных дел»;
/// «Президент» and «Премьер-министр» keep their large letter. `capacity` is a text by languages; of null the
/// empty text.
std::string capacity_said(const base::Value& capacity, const Names& names);

/// A row as `timeline` answers it: {"kind","about":{role:id},"title","says","stance","step" ...}.
std::string describe_row(const base::Value& row, const Names& names);

/// A remark that goes on within a sentence: its first letter small, unless it begins with a name or an
/// abbreviation.
std::string within_sentence(std::string text, const Names& names);

/// The first letter small: for words that stand within a sentence and name nothing. Latin and Russian
/// letters.
std::string uncapitalised(std::string text);

}  // namespace words
