// Dates, counts and numerals in prose, in every language.
//
// A date is said as exactly as it is known: "April 2017", "22 or 23 December 2014", "no later than
// 1 January 2010". Where a sentence needs a date in a role (when, since, until) it takes the whole
// phrase from here, preposition and case included, because those differ with the kind of date:
// «23 ноября 2023 года», «в апреле 2017 года», «во II квартале 2024 года».
//
// Knows no names and no law; `today` is nothing here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "acts/kinds.hpp"
#include "base/date.hpp"
#include "base/day.hpp"
#include "words/language.hpp"

namespace words {

/// Russian cases. English knows none and ignores them.
enum class Case { nominative, genitive, dative, accusative, instrumental, prepositional };

/// `brief` is for tables and drawings: "23 Nov 2023", «23 нояб. 2023».
enum class Length { full, brief };

// -- dates ---------------------------------------------------------------------------------------

/// "23 November 2023", «23 ноября 2023 года».
std::string day(Language language, base::Day day, Length length = Length::full);

/// The bare date, as in a table or after a colon: "April 2017", «апрель 2017 года», in `form` where a
/// sentence asks for it: «до апреля 2017 года».
std::string date(Language language, const base::Date& date, Case form = Case::nominative,
                 Length length = Length::full);
/// The same of an EDTF text; a text that is no date is given back as it is.
std::string date(Language language, std::string_view edtf, Case form = Case::nominative,
                 Length length = Length::full);

/// When something happened: "on 23 November 2023", "in April 2017"; «в апреле 2017 года».
std::string when(Language language, const base::Date& date);
/// From when something holds: "since 23 November 2023", «с 23 ноября 2023 года».
std::string since(Language language, const base::Date& date);
/// The same of something to come: "from 1 January 2028"; in Russian as `since`.
std::string from(Language language, const base::Date& date);
/// Its last day: "until 31 December 2023", «по 31 декабря 2023 года».
std::string until(Language language, const base::Date& date);
/// "between 1 and 30 April 2017", «между 1 и 30 апреля 2017 года».
std::string between(Language language, base::Day first, base::Day last);
/// How things stood on a day: "on 23 November 2023", «на 23 ноября 2023 года».
std::string as_of(Language language, base::Day day);

// -- counts --------------------------------------------------------------------------------------

/// A noun that is counted: "1 member", "5 members"; «1 член», «2 члена», «5 членов».
struct Noun {
    Phrase one;            // "member", «член»
    Phrase many;           // "members", «членов»
    std::string_view few;  // Russian alone: «члена»
};

/// The form of `noun` that goes with `number`, without the number. 1, 21, 101 take the first form; 2 to 4,
/// 22 to 24 the second; all others, 11 to 14 among them, the third.
std::string_view plural(Language language, std::int64_t number, const Noun& noun);

/// "5 members", «5 членов».
std::string count(Language language, std::int64_t number, const Noun& noun);
/// "about 20 papers", «около 20 документов»; "at least 14 papers", «более 20 документов».
std::string count(Language language, acts::Count count, const Noun& noun);
/// Only the number: "about 20", «около 20».
std::string count(Language language, acts::Count count);

/// In words up to ten, in digits beyond: "five", «пять», «пяти». The Russian is masculine.
std::string numeral(Language language, std::int64_t number, Case form = Case::nominative);

/// "1st", "22nd", "113th"; «1-й», «22-й» (masculine nominative).
std::string ordinal(Language language, std::int64_t number);

namespace nouns {
inline constexpr Noun member{{"member", "член"}, {"members", "членов"}, "члена"};
inline constexpr Noun party{{"party", "участник"}, {"parties", "участников"}, "участника"};
inline constexpr Noun state{{"state", "государство"}, {"states", "государств"}, "государства"};
inline constexpr Noun paper{{"paper", "документ"}, {"papers", "документов"}, "документа"};
inline constexpr Noun session{{"session", "сессия"}, {"sessions", "сессий"}, "сессии"};
inline constexpr Noun act{{"act", "акт"}, {"acts", "актов"}, "акта"};
inline constexpr Noun entry{{"entry", "запись"}, {"entries", "записей"}, "записи"};
inline constexpr Noun signature{{"signature", "подпись"}, {"signatures", "подписей"}, "подписи"};
inline constexpr Noun deposit{
    {"deposit", "документ о согласии"}, {"deposits", "документов о согласии"}, "документа о согласии"};
inline constexpr Noun source{{"source", "источник"}, {"sources", "источников"}, "источника"};
inline constexpr Noun gap{{"gap", "пробел"}, {"gaps", "пробелов"}, "пробела"};
inline constexpr Noun vote{{"vote", "голос"}, {"votes", "голосов"}, "голоса"};
inline constexpr Noun day{{"day", "день"}, {"days", "дней"}, "дня"};
inline constexpr Noun more{{"more", "ещё"}, {"more", "ещё"}, "ещё"};
}  // namespace nouns

}  // namespace words
