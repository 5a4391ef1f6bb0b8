// The fixed words of the drawings of attendance, of whom papers bind, of a draft's way and of shares: their
// titles, legends, descriptions and the sentence above each.
//
// No organisation, state or paper is named here. A place in braces ({name}) is filled by `words::fill_in`.
#pragma once

#include "words/dates.hpp"
#include "words/language.hpp"

namespace words::drawing_words {

// -- the way of a draft ------------------------------------------------------------------------------

inline constexpr Phrase way_of_draft{"The way of the draft", "Путь проекта"};
inline constexpr Phrase way_title{"The way of the draft: {paper}", "Путь проекта: {paper}"};
inline constexpr Phrase way_sentence{"Steps on record: {known} of {steps}. Not on record: {gaps}.",
                                     "Известно шагов: {known} из {steps}. В записях нет: {gaps}."};
inline constexpr Phrase way_whole{"All {steps} steps are on record.", "В записях есть все шаги: {steps}."};
inline constexpr Phrase way_caption{
    "Days in brackets are counted from the step before, where both days are known exactly.",
    "В скобках — число дней от прошлого шага, если оба дня известны точно."};
inline constexpr Phrase days_later{"+{days}", "+{days}"};
inline constexpr Phrase same_day{"the same day", "в тот же день"};
inline constexpr Phrase on_this_day{"on this day", "в этот день"};
inline constexpr Phrase imprecise_days{"on one of these days, or no later than the last",
                                       "в один из этих дней или не позднее последнего"};
inline constexpr Phrase step_gap{"step not on record", "шага в записях нет"};

inline constexpr Phrase calendar_title{"The plans on one calendar", "Планы на одном календаре"};
inline constexpr Phrase calendar_sentence{"Steps on record, of {steps}: {known}.",
                                          "Известно шагов из {steps}: {known}."};
inline constexpr Phrase calendar_row{"{known} for {plan}", "{known} для плана на {plan} год"};
inline constexpr Phrase calendar_caption{
    "{steps}. Each row begins on 1 January of its year, so the same days stand under each other.",
    "{steps}. Каждая строка начинается 1 января своего года, так что одинаковые дни стоят друг под другом."};
inline constexpr Phrase number_known{"the day is known", "день известен"};
inline constexpr Phrase number_imprecise{"the day is imprecise", "день известен неточно"};

// -- shares ------------------------------------------------------------------------------------------

inline constexpr Noun scale{
    {"scale of shares", "шкала взносов"}, {"scales of shares", "шкал взносов"}, "шкалы взносов"};
inline constexpr Phrase shares_title{"Shares of the states", "Доли государств"};
inline constexpr Phrase shares_sentence{"On record: {scales}: {list}.", "В записях — {scales}: {list}."};
inline constexpr Phrase shares_of{"{scale}: {shares}", "{scale}: {shares}"};
inline constexpr Phrase shares_between{"What held in other years is not on record.",
                                       "Что действовало в другие годы, в записях нет."};
inline constexpr Phrase scale_told_on{"as told on {day}", "по сообщению от {day}"};
inline constexpr Phrase share_bar{"share", "доля"};

// -- attendance --------------------------------------------------------------------------------------

inline constexpr Phrase by_one_account{"a member by one account only", "член лишь по одной из версий"};
inline constexpr Phrase others_title{"Who came to meetings of other bodies",
                                     "Кто присутствовал на заседаниях других органов"};
inline constexpr Phrase others_caption{
    "By body, those of each body from left to right, earliest first; all are in the table.",
    "По органам, у каждого — слева направо, от ранних к поздним; все есть в таблице."};
inline constexpr Phrase missed_sentence{"Absent: {list}.", "Отсутствовали: {list}."};
inline constexpr Phrase missed_by{"{member} ({days})", "{member} ({days})"};
inline constexpr Phrase missed_none{"No absence is on record.", "Отсутствий в записях нет."};
inline constexpr Phrase attendance_gaps{"Of {sessions} nothing is on record about who came.",
                                        "О присутствии на {sessions} в записях ничего нет."};
inline constexpr Phrase own_title{"At the sessions: {body}", "На сессиях: {body}"};
inline constexpr Phrase own_sentence{
    "Sessions as a member: {sessions}; present: {present}; absent: {absent}; not on record: {unknown}.",
    "Сессий за время членства: {sessions}; из них с участием: {present}, без участия: {absent}, нет сведений: {unknown}."};
inline constexpr Phrase own_description{
    "One square for each session, earliest first: present, absent, or not on record. The same is in the table.",
    "Квадрат — сессия, от ранних к поздним: присутствие, отсутствие или «в записях нет». То же — в таблице."};
inline constexpr Phrase own_disputed{"a member by one account only: {number}",
                                     "член лишь по одной из версий: {number}"};

// -- whom papers bind --------------------------------------------------------------------------------

inline constexpr Phrase binds_column{"Whom it binds", "Для кого обязателен"};
inline constexpr Phrase binding_title{"Papers that do not bind all members alike",
                                      "Документы, обязательные не для всех членов"};
inline constexpr Phrase binding_sentence{
    "{differing} do not bind all members alike; they are drawn here by session, latest first. Of the others {alike} bind all members",
    "Не для всех членов одинаково обязательны: {differing}; они показаны по сессиям, от поздних к ранним. Из остальных обязательны для всех членов: {alike}"};
inline constexpr Phrase binding_none{", {none} bind none", ", ни для кого — {none}"};
inline constexpr Phrase binding_unknown{", and of {unknown} it is not on record",
                                        ", о {unknown} в записях нет"};
inline constexpr Phrase binding_description{
    "One row for each paper, one column for each member. The same is in the table.",
    "Строка — документ, столбец — член. То же — в таблице."};
inline constexpr Phrase bound{"bound", "обязателен"};
inline constexpr Phrase not_bound{"not bound", "не обязателен"};
inline constexpr Phrase depends{"depends on interpretation", "зависит от толкования"};
inline constexpr Phrase awaiting{"not bound, may join", "не обязателен, можно присоединиться"};
inline constexpr Phrase binds_all{"all members", "для всех членов"};
inline constexpr Phrase binds_others{"binding on the others", "для остальных обязателен"};
inline constexpr Phrase binds_none{"no member", "ни для кого"};

// -- instruments -------------------------------------------------------------------------------------

inline constexpr Phrase instruments_title{"Treaties and agreements: who is a party",
                                          "Договоры и соглашения: кто является участником"};
inline constexpr Phrase instruments_sentence{
    "Treaties, agreements and protocols on record: {instruments}; who is a party is on record for {known} of them.",
    "Договоров, соглашений и протоколов в записях — {instruments}; состав участников известен для {known}."};
inline constexpr Phrase instruments_description{
    "One row for each instrument, one column for each state. The same is in the table.",
    "Строка — договор, столбец — государство. То же — в таблице."};
inline constexpr Phrase instrument_column{"Instrument", "Договор"};
inline constexpr Phrase party{"party", "участник"};
inline constexpr Phrase signed_only{"signed; nothing further on record",
                                    "подписано; о дальнейшем в записях нет"};
inline constexpr Phrase neither{"not a party", "не участник"};

}  // namespace words::drawing_words
