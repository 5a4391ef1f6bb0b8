// Conclusions and reasons as plain values, the form in which answers hold and send them.
#pragma once

#include "law/inquiry.hpp"

namespace law {

base::Value to_value(const base::Text& text);
base::Value to_value(const Reason& reason);
base::Value to_value(const std::vector<Reason>& reasons);
base::Value to_value(const Holder& holder);
/// {"id","sides":[{"id","held_by":[..]}]}, with "event" and "field" for accounts that differ.
base::Value to_value(const DisputeTold& dispute);
/// {"standing","rests_on","answer","by_side"?,"reasons","disputes"?,"examined"?,"settled_by"?}
base::Object to_object(const Conclusion& conclusion);
/// The same, without "reasons" and without those of its sides.
base::Object without_reasons(const Conclusion& conclusion);

}  // namespace law
