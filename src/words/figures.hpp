// Shares, amounts of money and hours, as a person writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "acts/kinds.hpp"
#include "base/value.hpp"
#include "words/language.hpp"

namespace words {

/// Digits in groups of three: by commas in English, by spaces that do not break in Russian.
std::string grouped(Language language, std::int64_t number);

/// "10%", «10 %» of "1/10"; the fraction itself where it is no whole number of percent. Anything else is
/// itself.
std::string share(Language language, std::string_view fraction);

/// A count as an answer has it ({"number", "about", "nearness"}) or as an act is written ({"at_least": 14});
/// a list counts its items, anything else is none.
acts::Count told_count(const base::Value& value);

/// {"amount": 53220000, "currency": "RUB"} as "53,220,000 roubles" or «53 220 000 рублей»; with "about"
/// before it where the source is not exact. The amount may itself be {"about": ..}, as an act is written.
/// Currencies without a word of ours keep their code.
std::string money(Language language, const base::Value& money);

/// "02:50 (UTC+3)"; where the source names no zone, "02:50 (zone not stated)". Empty for what is no hour.
std::string hour(Language language, std::string_view clock);

}  // namespace words
