// What stands beside a gap, said: the nearest facts on record, and what would settle it. The one way in which
// every "not on record" is followed, in a list, under a headline and on the command line.
#pragma once

#include <string>
#include <string_view>

#include "base/value.hpp"
#include "words/listings.hpp"
#include "words/names.hpp"

namespace words {

/// How a fact is named: by its day where a column says what it is; else by what the act says and its day. A
/// meeting has its title, a holder a name, a status what it is, either way.
enum class Facts { by_day, in_words };

/// "Nearest on record: before, 18 January 2018; after, 18 February 2019." of {"before"?,"after"?}
/// (questions/near.hpp). Empty where nothing is near.
ListingLine nearest_on_record(const base::Value& near, const Names& names, Facts facts);

/// "What would settle it: the minutes of the body." Empty for an unknown code.
std::string would_settle(Language language, std::string_view code);

}  // namespace words
