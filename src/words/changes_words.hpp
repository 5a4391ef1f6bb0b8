// Fixed texts of the page on what changed between two days.
//
// A place in braces ({from}) is filled by `words::fill_in` (words/page_words.hpp).
#pragma once

#include "words/dates.hpp"

namespace words::changes_words {

inline constexpr Phrase title{"What changed between two days", "Что изменилось между двумя днями"};
inline constexpr Phrase happened{"What happened from {from} to {until}: {count}.",
                                 "Что произошло с {from} по {until}: {count}."};
inline constexpr Phrase became_known{"What became known from {from} to {until}: {count}.",
                                     "Что стало известно с {from} по {until}: {count}."};

inline constexpr Phrase form_title{"Two days", "Два дня"};
inline constexpr Phrase from_label{"From", "С какого дня"};
inline constexpr Phrase to_label{"To", "По какой день"};
inline constexpr Phrase day_hint{"Such as 23 November 2023, 23.11.2023 or November 2023",
                                 "Например, 23 ноября 2023, 23.11.2023 или ноябрь 2023"};
inline constexpr Phrase of_legend{"What to show", "Что показать"};
inline constexpr Phrase of_events{"what happened between them", "что произошло между ними"};
inline constexpr Phrase of_knowledge{"what became known between them", "что стало известно между ними"};
inline constexpr Phrase show{"Show", "Показать"};

inline constexpr Phrase not_a_day{"“{typed}” is not read as a day. Write one such as 23 November 2023.",
                                  "«{typed}» не читается как день. Напишите, например, 23 ноября 2023."};
inline constexpr Phrase no_such_day{"There is no such day as “{typed}”. The nearest is {nearest}.",
                                    "Дня «{typed}» нет. Ближайший: {nearest}."};
inline constexpr Phrase wrong_order{"This day comes before the first one, {from}.",
                                    "Этот день раньше первого: {from}."};

inline constexpr Phrase none{
    "Nothing on record. Take days further apart, or the other choice above.",
    "В записях ничего нет. Возьмите дни дальше друг от друга или выберите другое выше."};
inline constexpr Phrase first_of{"The first {shown} of {all}, up to {day}.",
                                 "Первые из {all} — {shown}, по {day}."};
inline constexpr Phrase go_on{"Go on from {day}", "Дальше с {day}"};
inline constexpr Phrase narrow{"Or narrow the days above.", "Или выберите дни ближе друг к другу."};
inline constexpr Phrase cut_day{
    "So much became known on {day} that only the first {shown} of {all} stand here.",
    "За {day} известно стало столь много, что здесь только первые {shown} из {all}."};
inline constexpr Phrase rest_of_day{"Everything on record of that day",
                                    "Всё, что есть в записях об этом дне"};

inline constexpr Phrase what_column{"What", "Что"};
inline constexpr Phrase about_column{"About", "О чём"};
inline constexpr Phrase when_column{"When it happened", "Когда произошло"};

inline constexpr Phrase undated_title{"On record without a day of their own", "В записях без своего дня"};
inline constexpr Phrase undated_note{
    "Their sources say that it is so, and not since when. The day is the one by which a source was read.",
    "Источники сообщают, что это так, но не с какого дня. Указан день, к которому прочитан источник."};
inline constexpr Phrase read_by{"Read by {day}", "Прочитано к {day}"};
inline constexpr Phrase about_record_title{"What this record noted about its sources",
                                           "Что отмечено в самих записях об источниках"};
inline constexpr Phrase compiled_note{
    "The record was put together on {day}. What a page without a date says counts as known from that day.",
    "Записи составлены {day}. Сведения со страниц без даты считаются известными с этого дня."};

inline constexpr Noun act{{"act", "акт"}, {"acts", "актов"}, "акта"};

}  // namespace words::changes_words
