// The titles of the pages that list one part of the record.
#pragma once

#include "words/language.hpp"

namespace words::list_words {

inline constexpr Phrase persons{"Persons", "Лица"};
inline constexpr Phrase persons_sentence{"Persons named in the record: {number}, by first name.",
                                         "Лиц в записях: {number}; порядок — по имени."};
inline constexpr Phrase bodies_and_regions{"Bodies and regions", "Органы и регионы"};
inline constexpr Phrase papers_and_drafts{"Papers and drafts", "Документы и проекты"};
inline constexpr Phrase action_plans{"Action plans", "Планы мероприятий"};
inline constexpr Phrase priorities{"Priorities of the chair", "Приоритеты председательства"};
inline constexpr Phrase announced{"Announced, and what became of it", "Объявленное и чем оно завершилось"};
inline constexpr Phrase consultations{"Consultations in a crisis", "Консультации в кризис"};
inline constexpr Phrase contributions{"Budgets, shares and payments", "Бюджеты, взносы и уплата"};
inline constexpr Phrase quota_posts{"Quota posts", "Квотные должности"};
inline constexpr Phrase relations{"Memoranda, observers, visits", "Меморандумы, наблюдатели, визиты"};
inline constexpr Phrase statements{"Statements", "Заявления"};
inline constexpr Phrase report_by_report{"What each report says, claim by claim",
                                         "Что сообщает каждый источник, по пунктам"};
inline constexpr Phrase everything{"Everything in this record", "Всё, что есть в записях"};

}  // namespace words::list_words
