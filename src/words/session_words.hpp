// The fixed words of the pages on sessions, papers, instruments and what awaits a state.
//
// No organisation, state or person is named here. A place in braces ({name}) is filled by
// `words::fill_in` with text that already stands in the case, gender and number the sentence needs.
#pragma once

#include "words/dates.hpp"
#include "words/language.hpp"

namespace words::session_words {

// -- who came ------------------------------------------------------------------------------------

inline constexpr Phrase who_came{"Who came", "Кто присутствовал"};
inline constexpr Phrase who_came_of{"Who came: {present} of {members}",
                                    "Кто присутствовал: {present} из {members}"};
inline constexpr Phrase attendance_table{"Attendance by member, with the person and capacity",
                                         "Участие по членам: кто и в каком качестве"};
inline constexpr Phrase member{"Member", "Член"};
inline constexpr Phrase who{"Who", "Кто"};
// In Russian in the masculine: `words::Names::agreed` puts them in the form that goes with the states.
inline constexpr Phrase was_absent{"absent", "отсутствовал"};
inline constexpr Phrase was_present{"present", "присутствовал"};
inline constexpr Phrase attendance_unknown{"Attendance not on record", "Об участии в записях нет"};
inline constexpr Phrase not_a_member_by_every_account{"A member on that day by one account alone",
                                                      "Член на этот день лишь по одной из версий"};
inline constexpr Phrase guests{"Guests", "Гости"};
inline constexpr Phrase by_office{"Taking part by office", "Участие по должности"};
inline constexpr Phrase guest{"Guest", "Гость"};
inline constexpr Phrase in_the_chair{"in the chair", "председатель"};
inline constexpr Phrase attendance_unknown_of{"not on record:", "в записях нет:"};

inline constexpr Phrase all_came{"All {members} came.", "Присутствовали все {members}."};
inline constexpr Phrase the_only_one_came{"The one member came.", "Присутствовал единственный член."};
inline constexpr Phrase some_came{"{present} of {members} came", "{present} из {members}"};
inline constexpr Phrase did_not{"; {absent} did not", ", без {absent}"};
inline constexpr Phrase nothing_of{"; of {unknown} nothing is on record",
                                   "; об участии {unknown} в записях ничего нет"};
inline constexpr Phrase nothing_of_others{"; of the others nothing is on record",
                                          "; об участии других в записях ничего нет"};
inline constexpr Phrase who_came_not_on_record{"Who came is not on record; on that day there were {members}.",
                                               "Кто присутствовал, в записях нет; на этот день — {members}."};
inline constexpr Phrase papers_adopted_there{"On record as adopted there: {papers}.",
                                             "Принято, по записям: {papers}."};
inline constexpr Phrase binding_depends{
    "Whether the papers bind {member} depends on interpretation: {disputes}.",
    "Обязательны ли документы для {member}, зависит от толкования: {disputes}."};
inline constexpr Phrase membership_depends{
    "Who was a member on that day depends on which account is followed.",
    "Кто был членом в этот день, зависит от того, какой версии следовать."};

inline constexpr Phrase in_short{"In short", "Коротко"};

// -- announced, not on record as held --------------------------------------------------------------

inline constexpr Phrase held_later{"Not held by this day; it is on record as held on {day}.",
                                   "К этому дню ещё не состоялось; время проведения по записям: {day}."};
inline constexpr Phrase announced_for{"Announced for {day}; whether it was held is not on record.",
                                      "Объявленное время — {day}; состоялось ли, в записях нет."};
inline constexpr Phrase announced_to_come{"Announced for {day}, which is still to come.",
                                          "Объявлено, ещё предстоит; время: {day}."};
inline constexpr Phrase announced_no_day{"Announced, without a day; whether it was held is not on record.",
                                         "Объявлено, день не назван; состоялось ли, в записях нет."};
inline constexpr Phrase nothing_on_record{"Whether it was held is not on record.",
                                          "Состоялось ли, в записях нет."};
inline constexpr Phrase how_known{"How it is known", "Откуда это известно"};

// -- chair, announcements --------------------------------------------------------------------------

inline constexpr Phrase chair{"Chair", "Председательство"};
inline constexpr Phrase presided{"in the chair:", "председательствовал"};
inline constexpr Phrase presided_not_on_record{"who presided: not on record",
                                               "кто председательствовал: в записях нет"};
inline constexpr Phrase decided_here{"Decided here: ", "Решено здесь: "};
inline constexpr Phrase chair_passes{"the chair passes from {from} to ",
                                     "председательство переходит от {from} к "};
inline constexpr Phrase chair_passes_to{"the chair passes to ", "председательство переходит к "};
inline constexpr Phrase reckoned{" (the day after the session, by the reckoning of this record)",
                                 " (со следующего дня после сессии: так считается в этих записях)"};
inline constexpr Phrase from_when_differs{"from when: accounts differ", "с какого дня: версии расходятся"};
inline constexpr Phrase announced{"Announced, and what became of it", "Что объявлено и чем завершилось"};
inline constexpr Phrase no_outcome{"no outcome on record", "чем завершилось, в записях нет"};
inline constexpr Phrase held_then{"held", "состоялось"};
inline constexpr Phrase discussed{"Subjects discussed: {number}", "Обсуждавшиеся вопросы: {number}"};

// -- quorum ----------------------------------------------------------------------------------------

inline constexpr Phrase quorum{"Was there a quorum?", "Был ли кворум?"};
inline constexpr Phrase quorum_short{"quorum", "кворум"};
inline constexpr Phrase there_was{"yes", "был"};
inline constexpr Phrase there_was_none{"no", "не было"};
inline constexpr Phrase no_figure_read{"no figure read", "число не прочитано"};
inline constexpr Phrase turns_on_attendance{"attendance not on record", "состав в записях неполон"};
inline constexpr Phrase no_conclusion{"So no conclusion is drawn.", "Поэтому вывода нет."};
inline constexpr Phrase more_papers{"Other papers: {number}", "Другие документы: {number}"};
inline constexpr Phrase earlier_absences{"Earlier absences: {number}", "Прежние случаи отсутствия: {number}"};
inline constexpr Phrase absent_list{"{was_absent}: {absent}", "{was_absent} {absent}"};
inline constexpr Phrase no_papers_on_record{"no papers on record", "документов в записях нет"};
inline constexpr Phrase other_statements{"Other statements on this session: {number}",
                                         "Другие заявления об этой сессии: {number}"};
inline constexpr Phrase statements{"What was said", "Что сказано"};

// -- papers of a session ---------------------------------------------------------------------------

inline constexpr Phrase papers{"Papers", "Документы"};
inline constexpr Phrase papers_by_source{"Papers, by source", "Документы"};
inline constexpr Phrase sources_differ{"sources differ", "источники расходятся"};
inline constexpr Phrase named_here{"with a title on record here", "с названием в этих записях"};
inline constexpr Phrase not_adopted{"Not adopted", "Не принято"};
inline constexpr Phrase no_papers{"No paper of this session is on record.",
                                  "Документов этой сессии в записях нет."};
inline constexpr Phrase papers_of_session{"Papers adopted at the session", "Документы, принятые на сессии"};

// -- positions and effects -------------------------------------------------------------------------

inline constexpr Phrase position_and_effect{"{member}: position on each paper, and the effect of each answer",
                                            "{member}: позиция и последствия каждого ответа"};
inline constexpr Phrase paper{"Paper", "Документ"};
inline constexpr Phrase if_member{"If {member}", "Если {member}"};
inline constexpr Phrase joins{"joins", "присоединится"};
inline constexpr Phrase gives_none{"gives no answer", "не ответит"};
inline constexpr Phrase keeps{"keeps to that", "не изменит"};
inline constexpr Phrase objects{"objects", "возразит"};
inline constexpr Phrase effect{"Effect", "Последствие"};
inline constexpr Phrase interpretation{"Interpretation", "Толкование"};
inline constexpr Phrase since{"since ", "с "};
inline constexpr Phrase of_papers{"{number} of {papers} papers", "{number} из {papers}"};
inline constexpr Phrase either_way{"Under every interpretation", "При любом толковании"};
inline constexpr Phrase bound{"bound", "обязателен"};
inline constexpr Phrase bound_since_joining{"bound from that day", "обязателен с этого дня"};
inline constexpr Phrase not_bound{"not bound", "не обязателен"};
inline constexpr Phrase may_join{"may join", "можно присоединиться"};
inline constexpr Phrase rule_not_read{"rule not read", "правило не прочитано"};
inline constexpr Phrase awaiting{"awaiting a position", "ожидается позиция"};
inline constexpr Phrase no_position{"none on record", "в записях нет"};
inline constexpr Phrase on_all_papers{"on all papers together", "по всем документам вместе"};
inline constexpr Phrase handed_over{"handed over: {day}", "передача: {day}"};
inline constexpr Phrase hand_over_not_on_record{"hand-over not on record", "передачи в записях нет"};
inline constexpr Phrase none_of_this_session{
    "No paper of this session, adopted in the absence of {member}, is on record.",
    "Документов этой сессии, принятых в отсутствие {member}, в записях нет."};

// -- what lies before a state ------------------------------------------------------------------------

inline constexpr Phrase what_awaits{"What awaits {member}", "Документы, ожидающие ответа {member}"};
inline constexpr Phrase see_state{"All that is on record on this state:",
                                  "Всё, что есть в записях об этом государстве:"};
inline constexpr Phrase adoption_short{"the adoption of each paper", "принятие каждого документа"};
inline constexpr Phrase sides_stand_here{"How the rules are understood, and by whom",
                                         "Кто и как понимает правила"};
inline constexpr Phrase sides_note{
    "The names of these sides head the columns of the tables below. None of them is chosen here.",
    "Названия этих сторон стоят над столбцами таблиц ниже. Ни одна из них здесь не выбрана."};

// -- the list of sessions ----------------------------------------------------------------------------

inline constexpr Phrase sessions{"Sessions", "Сессии"};
inline constexpr Phrase sessions_lead{
    "{sessions} on record as held, from {first} to {last}; {known} with a full list of who came.",
    "В записях — {sessions}, первая: {first}, последняя: {last}; полный состав участников известен для {known} из них."};
inline constexpr Phrase no_sessions{"No session is on record by that day.",
                                    "К этому дню сессий в записях нет."};
inline constexpr Phrase all_sessions{"All sessions, latest first", "Все сессии, от поздних к ранним"};
inline constexpr Phrase session{"Session", "Сессия"};
inline constexpr Phrase kind{"Kind", "Вид"};
inline constexpr Phrase came{"Who came", "Кто присутствовал"};
inline constexpr Phrase body{"Body", "Орган"};
inline constexpr Phrase papers_column{"Papers", "Документы"};
inline constexpr Phrase attendance_drawing{"Who came to each session: {body}",
                                           "Кто присутствовал на сессиях: {body}"};
inline constexpr Phrase attendance_description{
    "One row for each member, one square for each of {sessions}: present, absent, or not on record. The same is in the table.",
    "Строка — член, квадрат — сессия ({sessions}): присутствие, отсутствие или «в записях нет». То же — в таблице."};
inline constexpr Phrase attendance_caption{
    "The sessions from left to right are those of the table, earliest first.",
    "Сессии слева направо — те же, что в таблице, от ранних к поздним."};
inline constexpr Phrase all_present{"all {members}", "все {members}"};
inline constexpr Phrase of_members{"{present} of {members}", "{present} из {members}"};
inline constexpr Phrase announced_sessions{"Announced, not on record as held",
                                           "Объявлены, о проведении в записях нет"};
inline constexpr Phrase announced_column{"Announced for", "Объявленное время"};

// -- papers ------------------------------------------------------------------------------------------

inline constexpr Phrase papers_lead{"{papers} on record, adopted at {sessions}.",
                                    "В записях — {papers}; сессий: {sessions}."};
inline constexpr Phrase adopted_on{"Adopted", "День принятия"};
inline constexpr Phrase source{"Source", "Источник"};
inline constexpr Phrase paper_number{"Number", "Номер"};
inline constexpr Phrase number_not_on_record{"not on record", "в записях нет"};
inline constexpr Phrase its_text{"Text", "Текст"};
inline constexpr Phrase text_language{"in {language}", "{language}"};
inline constexpr Phrase authentic_language{" (authentic: {language})", " (аутентичный текст — {language})"};
inline constexpr Phrase language_not_on_record{"language not on record", "язык не указан"};
inline constexpr Phrase text_place_not_on_record{"where it can be read is not on record",
                                                 "где прочитать, в записях нет"};
inline constexpr Phrase no_text_held{"The text itself is not held here.", "Сам текст здесь не хранится."};
inline constexpr Phrase no_papers_at_all{"No paper is on record by that day.",
                                         "К этому дню документов в записях нет."};
inline constexpr Phrase not_adopted_mark{"not adopted", "не принято"};
inline constexpr Phrase papers_of_no_session{"Of no session on record", "Без сессии в записях"};
inline constexpr Phrase stands_and_binds{"what it counts as, and whom it binds",
                                         "какую силу имеет и для кого обязателен"};
inline constexpr Phrase papers_table{"Papers by session, latest first",
                                     "Документы по сессиям, от поздних к ранним"};
inline constexpr Phrase outcome_not_on_record{"What became of it is not on record.",
                                              "Что с ним стало, в записях нет."};
inline constexpr Phrase not_adopted_sentence{"It was not adopted.", "Документ не принят."};
inline constexpr Phrase not_yet_sentence{"It was not yet adopted on the day asked about.",
                                         "К указанному дню документ ещё не принят."};
inline constexpr Phrase became_sentence{"{became} {when}.", "{became} {when}."};
inline constexpr Phrase stands_sentence{"{adopted} {when}; {as}.", "{adopted} {when}; {as}."};
inline constexpr Phrase stands_depends{
    "{adopted} {when}; what it counts as, and whom it binds, depends on interpretation: {disputes}.",
    "{adopted} {when}; какую силу имеет и для кого {binding}, зависит от толкования: {disputes}."};
inline constexpr Phrase by_which_way{"Way of deciding", "Порядок принятия"};
inline constexpr Phrase format{"Format", "Формат"};
inline constexpr Phrase in_force{"In force", "Действует"};
inline constexpr Phrase no_longer_in_force{"No longer in force", "Больше не действует"};
inline constexpr Phrase was_for_a_period{"it was for {period}", "срок, на который принят документ: {period}"};
inline constexpr Phrase not_in_force{"not in force", "не действует"};
inline constexpr Phrase whom_it_binds{"Whom it binds", "Для кого обязателен"};
inline constexpr Phrase binding_table{
    "Each member of the day of adoption: bound or not, since when, and its position",
    "Каждый член на день принятия: обязателен ли документ, с какого дня, позиция"};
inline constexpr Phrase position{"Position", "Позиция"};
inline constexpr Phrase binds{"binds {members}", "{binding} для {members}"};
inline constexpr Phrase joins_later{"may join later: {members}", "вправе присоединиться позже: {members}"};

// -- instruments -------------------------------------------------------------------------------------

inline constexpr Phrase parties{"Parties", "Участники"};
inline constexpr Phrase parties_table{"Parties, and how each came to be bound",
                                      "Участники и как каждый стал участником"};
inline constexpr Phrase steps_at_home{"Steps taken at home", "Внутренние процедуры"};
inline constexpr Phrase step_at_home{"Step", "Шаг"};
inline constexpr Phrase step_day{"Day", "День"};
inline constexpr Phrase how_bound{"How", "Как"};
inline constexpr Phrase state{"State", "Государство"};
inline constexpr Phrase signed_only{"Signed, not a party", "Подписали, но не стали участниками"};
inline constexpr Phrase no_parties{"No state is a party on that day.", "На этот день участников нет."};
inline constexpr Phrase in_force_since{"In force {since}.", "Действует {since}."};
inline constexpr Phrase in_force_from{"Not in force on that day; in force {from}.",
                                      "На этот день не действует; действует {from}."};
inline constexpr Phrase not_in_force_sentence{"Not in force on that day.", "На этот день не действует."};
inline constexpr Phrase no_entry_on_record{"No entry into force is on record.",
                                           "О вступлении в силу в записях ничего нет."};
inline constexpr Phrase number_of_parties{"Parties on that day: {number}.",
                                          "Участников на этот день: {number}."};
inline constexpr Phrase article{"Article", "Статья"};
inline constexpr Phrase the_rule{"What it says", "Содержание"};
inline constexpr Phrase said_of_it{"What was said of it", "Что о нём сказано"};

// -- reasons -----------------------------------------------------------------------------------------

inline constexpr Phrase reasons_for{"Reasons: {what}", "Основания: {what}"};
inline constexpr Phrase announcement_short{"the announcement", "объявление"};
inline constexpr Phrase attendance_short{"who came", "кто присутствовал"};
inline constexpr Phrase outcome_short{"what became of the paper", "что стало с документом"};
inline constexpr Phrase bound_short{"whom it binds", "для кого обязателен"};
inline constexpr Phrase in_force_short{"entry into force", "вступление в силу"};
inline constexpr Phrase parties_short{"parties", "участники"};

}  // namespace words::session_words
