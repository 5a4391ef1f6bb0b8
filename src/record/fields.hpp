// The fields of an act by name, as text: what is compared when one event is told twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/act.hpp"
#include "base/value.hpp"

namespace record {

/// Every role and piece of content an act gives, by its name: ids, days and words as texts, texts as
/// {"en": .., "ru": ..}, a count as {"number", "about"}, and {"nearness"} where the source
/// gives a bound ("at_least", "more_than").
base::Object all_fields(const acts::Content& content);

/// The field's value as text: a day or date, a name, a word of an enumeration, a count ("about 20").
/// "on" and "place" belong to every act. Empty when the act does not give it; texts meant for people
/// are not compared and never given.
std::string field_text(const acts::Act& act, std::string_view field);

/// The names of all fields an act gives that can be compared, "on" first.
std::vector<std::string> comparable_fields(const acts::Act& act);

}  // namespace record
