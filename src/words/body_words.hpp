// Fixed texts of the page of one body.
//
// A place in braces ({day}) is filled by `words::fill_in` (words/page_words.hpp).
#pragma once

#include <optional>

#include "words/dates.hpp"

namespace words::body_words {

inline constexpr Phrase rule{"Rule", "Норма"};
inline constexpr Phrase established{"Established", "День создания"};
inline constexpr Phrase established_missing{"the day is not on record", "в записях нет"};
inline constexpr Phrase chair{"Chair", "Председательствует"};
inline constexpr Phrase every_term{"Every term in the chair", "Все сроки председательства"};
inline constexpr Phrase every_holder{"Everyone who held it", "Все, кто её занимал"};
inline constexpr Phrase paper_column{"Paper", "Документ"};
inline constexpr Phrase became_column{"What became of it", "Что с ним стало"};
inline constexpr Phrase nobody_on_record{"not on record", "в записях нет"};

inline constexpr Phrase mandate{"Mandate and composition over time", "Как менялись мандат и состав"};
inline constexpr Phrase mandate_note{
    "By the day on which it came to be so. Where the sources give none, the day by which they were read stands in its place and is "
    "called that.",
    "Порядок — по дню, с которого так стало. Если источники этого дня не называют, указан день, когда они прочитаны; об этом сказано."};
inline constexpr Phrase since_when_not_on_record{"since when is not on record; so by {day}, when it was read",
                                                 "с какого дня, в записях нет; прочитано к {day}"};

inline constexpr Phrase seated{"Who has sat in it", "Кто заседал в этом органе"};
inline constexpr Phrase seated_note{
    "Persons whom sources name at sessions of this body alone; of a joint meeting of several bodies they do not say who sat in which.",
    "Лица, которых источники называют на сессиях одного этого органа; о совместных заседаниях нескольких органов не сказано, кто в каком "
    "заседал."};
inline constexpr Phrase state_column{"State", "Государство"};
inline constexpr Phrase person_column{"Person", "Лицо"};
inline constexpr Phrase first_column{"First on record", "Впервые в записях"};
inline constexpr Phrase last_column{"Last on record", "В последний раз"};
inline constexpr Phrase sessions_column{"Sessions", "Сессий"};

inline constexpr Phrase statuses{"Observers and partners at this body",
                                 "Наблюдатели и партнёры при этом органе"};
inline constexpr Phrase served{"Sessions held by its means", "Сессии, проведённые средствами этого органа"};
inline constexpr Phrase sessions{"Its sessions", "Сессии"};
inline constexpr Phrase session_column{"Session", "Сессия"};
inline constexpr Phrase together_column{"Together with", "Вместе с"};
inline constexpr Phrase papers{"Its papers", "Документы"};
inline constexpr Phrase latest_papers{"The latest {shown} of {all}.", "Последние {shown} из {all}."};
inline constexpr Phrase all_papers{"All of its papers, with filters",
                                   "Все документы этого органа, с отбором"};
inline constexpr Phrase whole_timeline{"Everything on record about it, by day",
                                       "Всё, что есть в записях об этом органе, по дням"};

inline constexpr Phrase missing{"What is not on record of it", "Чего нет в записях об этом органе"};
inline constexpr Phrase missing_none{"Nothing that this record looks for is missing.",
                                     "Всё, что эти записи должны содержать об органе, в них есть."};

/// What a code of the question `body` says is missing; nothing for a code that is none.
constexpr const Phrase* missing_said(std::string_view code) {
    constexpr static std::pair<std::string_view, Phrase> all[] = {
        {"established",
         {"The day on which it was set up. The decision or instrument that did so would settle it.",
          "День создания. Его можно узнать из решения или соглашения о создании."}},
        {"undated",
         {"Since when part of what is told of it has been so: the pages that tell it bear no day.",
          "С какого дня верна часть сведений: на страницах, где они есть, дня нет."}},
        {"sessions", {"No session of it is on record.", "Ни одной сессии этого органа в записях нет."}},
        {"seated",
         {"Who has sat in it: no source read names persons at a session of this body alone.",
          "Кто заседал: прочитанные источники не называют лиц на сессиях одного этого органа."}},
        {"papers", {"No paper of it is on record.", "Ни одного документа этого органа в записях нет."}},
        {"chair",
         {"Who leads it, and how that person is found.",
          "Кто возглавляет орган и как занимают эту должность."}},
    };
    for (const auto& one : all) {
        if (one.first == code) return &one.second;
    }
    return nullptr;
}

}  // namespace words::body_words
