// Fixed texts of the page of papers and drafts with its filters.
//
// A place in braces ({count}) is filled by `words::fill_in` (words/page_words.hpp).
#pragma once

#include "words/dates.hpp"

namespace words::documents_words {

inline constexpr Phrase all_of_them{"{count} on record.", "В записях: {count}."};
inline constexpr Phrase some_of_them{"{shown} of {all} on record.", "Показано {shown} из {all}."};
inline constexpr Phrase form_title{"Which papers", "Какие документы"};
inline constexpr Phrase any{"any", "любой"};
inline constexpr Phrase kind{"Kind", "Вид"};
inline constexpr Phrase body{"Body", "Орган"};
inline constexpr Phrase year{"Year", "Год"};
inline constexpr Phrase outcome{"What became of it", "Что с ним стало"};
inline constexpr Phrase state{"State concerned", "Какого государства касается"};
inline constexpr Phrase title_words{"Words of the title", "Слова из названия"};
inline constexpr Phrase title_words_hint{"Such as budget, or Afghanistan", "Например, бюджет или Афганистан"};
inline constexpr Phrase state_note{
    "A paper concerns a state that answered its draft, took a position on it or was handed it, and one that was absent from the session "
    "the paper belongs to.",
    "Документ касается государства, которое ответило на его проект, заявило о нём позицию или получило его, и того, которое "
    "отсутствовало на сессии, к которой он относится."};
inline constexpr Phrase show{"Show", "Показать"};
inline constexpr Phrase clear{"Show all", "Показать все"};
inline constexpr Phrase option{"{name} ({count})", "{name} ({count})"};
inline constexpr Phrase none{"No paper on record answers all of this.",
                             "Документа, который отвечал бы всему этому, в записях нет."};
inline constexpr Phrase without{"Without “{condition}”: {count}", "Без условия «{condition}»: {count}"};
inline constexpr Phrase condition{"{field}: {value}", "{field}: {value}"};
inline constexpr Phrase unreadable{"“{typed}” is none of these; the choice was left out.",
                                   "«{typed}» — не из этого списка; условие не учтено."};

}  // namespace words::documents_words
