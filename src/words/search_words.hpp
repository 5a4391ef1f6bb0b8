// The fixed words of the search box and of the page of what was found.
//
// A place in braces ({name}) is filled by `words::fill_in`. What was typed stands only in quotation marks.
#pragma once

#include "words/dates.hpp"
#include "words/language.hpp"

namespace words::search_words {

inline constexpr Phrase search{"Search", "Найти"};
inline constexpr Phrase search_record{"Search the record", "Поиск по записям"};

inline constexpr Phrase title{"Search", "Поиск"};
inline constexpr Phrase found{"{count} for {typed}.", "{typed}: {count}."};
inline constexpr Phrase found_day{"{typed} is a day; what is on record about it stands first.",
                                  "{typed} — это дата; сначала то, что о ней в записях."};
inline constexpr Phrase found_some{"No entry has all of these words. {count} with some of them.",
                                   "Всех этих слов вместе нет нигде. {count} — с некоторыми из них."};
inline constexpr Phrase nothing{"Nothing on record for {typed}.", "В записях ничего нет: {typed}."};
inline constexpr Phrase no_words{"Type a name, words of a title, or a day.",
                                 "Введите имя, слова из названия или дату."};
inline constexpr Phrase only_marks{
    "There is no word and no number in what was typed. Type a name, words of a title, or a day.",
    "В запросе нет ни слов, ни чисел. Введите имя, слова из названия или дату."};
inline constexpr Phrase too_long{
    "This is too long to be searched for: up to {letters} letters and {words} words are. A name or a few words "
    "of a title are enough.",
    "Запрос слишком длинный: можно искать до {letters} букв и {words} слов. Достаточно имени или нескольких слов "
    "из названия."};
inline constexpr Phrase out_of_order{"Search is out of order just now. The lists below hold everything.",
                                     "Поиск сейчас не работает. Всё есть в списках ниже."};
inline constexpr Phrase how{
    "Names are found in English and Russian and in most spellings, papers by words of their titles in either "
    "language, words between quotation marks one after another. Days are typed as 2023-11-23, 23.11.2023 or "
    "23 November 2023.",
    "Имена находятся по-русски и по-английски и в разных написаниях, документы — по словам названия на любом из "
    "языков, слова в кавычках — подряд. Даты пишутся так: 2023-11-23, 23.11.2023 или 23 ноября 2023 года."};

inline constexpr Phrase nearest{"Perhaps this was meant", "Возможно, имелось в виду"};
inline constexpr Phrase lists{"All there is, in lists", "Всё, что есть, списками"};
inline constexpr Phrase more{"{number} more {entries}", "Ещё {number} {entries}"};
inline constexpr Phrase still_more{"Only the first are shown. One word more narrows the search.",
                                   "Показаны только первые. Ещё одно слово сузит поиск."};

// -- a day ---------------------------------------------------------------------------------------

inline constexpr Phrase day_title{"The day", "Дата"};
inline constexpr Phrase situation_on{"Situation on {day}", "Положение на {day}"};
inline constexpr Phrase on_record{"On record for {date}", "В записях: {date}"};
inline constexpr Phrase nothing_on{"No act on record bears this date.", "Актов с этой датой в записях нет."};
inline constexpr Phrase known_in_the_future{
    "What will be known on a later day nobody knows yet. The latest is today, {day}.",
    "Что будет известно позднее, пока не знает никто. Самый поздний день — сегодня, {day}."};
inline constexpr Phrase no_such_day{"There is no such day as {typed}.", "Такого дня нет: {typed}."};
inline constexpr Phrase nearest_day{"The nearest one is {day}.", "Ближайший — {day}."};
inline constexpr Phrase read_as{"Read as {day}. With the month first it would be",
                                "Прочитано как {day}. Если сначала месяц, то это"};

// -- what was found, by kind ---------------------------------------------------------------------

inline constexpr Phrase members{"States", "Государства"};
inline constexpr Phrase persons{"Persons", "Лица"};
inline constexpr Phrase bodies{"Bodies and posts", "Органы и должности"};
inline constexpr Phrase sessions{"Sessions", "Сессии"};
inline constexpr Phrase papers{"Papers", "Документы"};
inline constexpr Phrase instruments{"Treaties and other instruments", "Договоры и другие акты учреждения"};
inline constexpr Phrase disputes{"Where sources differ", "Где источники расходятся"};
inline constexpr Phrase acts{"Acts and statements on record", "Акты и заявления в записях"};
inline constexpr Phrase rules{"Rules", "Правила"};
inline constexpr Phrase sources{"Sources", "Источники"};
inline constexpr Phrase lists_found{"Pages", "Страницы"};

inline constexpr Phrase also_written{"Also: {names}", "Также: {names}"};

inline constexpr Noun hit{{"entry", "запись"}, {"entries", "записей"}, "записи"};

}  // namespace words::search_words
