// How Russian words agree with the noun they speak of: «Беларусь председательствовала», «Казахстан
// председательствовал», «декларация принята», «положение принято».
//
// The gender of a name is read off its ending, with the genitive where the ending alone leaves it open
// («Беларусь, Беларуси» is feminine, «Израиль, Израиля» masculine). No list of names is kept.
//
// Knows words only: whose name it is, is for names.hpp.
#pragma once

#include <string>
#include <string_view>

#include "acts/kinds.hpp"

namespace words {

/// The gender of a noun in the singular, or that it stands in the plural.
enum class Gender { masculine, feminine, neuter, plural };

/// The gender of a Russian name by its first word: «Парламентская Ассамблея» is feminine, «Соединённые Штаты»
/// plural. `genitive` is the same name in the genitive, or empty where it is not known. A name in Latin
/// letters and the empty name are masculine, as «документ», «член» and «орган» are.
Gender gender_of(std::string_view name, std::string_view genitive);

/// The gender of a person by the Russian name and its genitive: «Мария Захарова, Марии Захаровой» and the
/// name that does not decline, «Ани Бадалян», are feminine; without a genitive the ending of the surname
/// decides, and what it leaves open is masculine.
Gender gender_of_person(std::string_view name, std::string_view genitive);

/// The gender of what a paper is called: «декларация» is feminine, «положение» neuter, «план» masculine.
Gender gender_of(acts::PaperKind kind);

/// A past tense or a short participle or adjective, given in the masculine, in the form that goes with
/// `gender`: «подписал» is «подписала», «подписало», «подписали»; «отказался» is «отказалась»; «принят» is
/// «принята»; «обязателен» is «обязательна». What is neither, as «за» and «против», stays as it is.
std::string agreeing(std::string_view masculine, Gender gender);

}  // namespace words
