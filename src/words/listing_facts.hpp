// What the rows of lists say beside their bare facts: the act as a sentence, a title without the day that has
// a column of its own, who stood behind it. For listings.cpp, and for who speaks on the pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "words/listings.hpp"
#include "words/names.hpp"

namespace words {

/// The row's facts and, of what it has the facts for: "what" (the act as a sentence, where a column says it),
/// "undated" (its title without its day), "by", "who" and "speaker", "between", "office_said",
/// "group_unrelated", "scale_of".
enum class What { said, left_out };
base::Object facts_for_columns(const base::Value& row, What what, const Names& names);

/// The title without the day it is known to be of: "Council session in Bishkek, 27 November 2025" becomes
/// "Council session in Bishkek". As it is where it does not end in that day.
std::string without_day(std::string title, std::string_view edtf, Language language);

std::string without_stop(std::string text);

/// An outlet by the name it has as a source: "Asia-Plus" of "Asia-Plus, 3 December 2020". The first of the
/// row's "sources"; of a row without any the empty text.
std::string outlet(const base::Value& row, const Names& names);

/// The acts of a claim, each a thing of its own.
std::vector<ListingPart> acts_found(const base::Value& row, const Names& names);
/// What altered a body, each with its day where it has one.
std::vector<ListingPart> alterations(const base::Value& row, const Names& names);

}  // namespace words
