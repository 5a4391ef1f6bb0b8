// The fixed words of the pages: headings, columns, legends and the short sentences that stand between
// answers. What is said of facts comes from answers.hpp and reasons.hpp; the frame's words from chrome.hpp.
//
// No organisation, state or person is named here. A place in braces ({name}) is filled by
// `words::fill_in` with text that already stands in the case the sentence needs.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "words/dates.hpp"
#include "words/language.hpp"

namespace words {

/// `pattern` with every "{name}" replaced by its text; a name that is not given stays as it is.
inline std::string fill_in(std::string_view pattern,
                           std::initializer_list<std::pair<std::string_view, std::string_view>> texts) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) return out.append(pattern.substr(at));
        out.append(pattern.substr(at, open - at));
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        bool found = false;
        for (const auto& [given, text] : texts) {
            if (given != name) continue;
            out.append(text);
            found = true;
            break;
        }
        if (!found) out.append(pattern.substr(open, close - open + 1));
        at = close + 1;
    }
    return out;
}

}  // namespace words

namespace words::page_words {

// -- how an answer stands ------------------------------------------------------------------------

inline constexpr Phrase settled{"settled", "установлено"};
inline constexpr Phrase depends_on_rule{"depends on interpretation", "зависит от толкования"};
inline constexpr Phrase sources_differ{"sources differ", "источники расходятся"};
inline constexpr Phrase depends_on_both{"depends on interpretation, and sources differ",
                                        "зависит от толкования, и источники расходятся"};
inline constexpr Phrase imprecise{"imprecise", "неточно"};
inline constexpr Phrase not_on_record{"not on record", "в записях нет"};
inline constexpr Phrase rests_on{"Rests on {what}.", "Опирается на {what}."};
inline constexpr Phrase answer_as_text{"The whole answer as text", "Весь ответ в виде текста"};
inline constexpr Phrase reasons{"Reasons, and how to check them", "Основания и как их проверить"};
inline constexpr Phrase if_side{"If: {side}", "Если: {side}"};
inline constexpr Phrase none{"none", "нет"};
inline constexpr Phrase and_word{" and ", " и "};
inline constexpr Phrase or_word{" or ", " или "};
inline constexpr Phrase too_many_sides{
    "Too many interpretations meet here to show every outcome. Choose one above to narrow the answer.",
    "Здесь пересекается слишком много толкований, чтобы показать все ответы. Выберите одно из них выше."};

// -- tables --------------------------------------------------------------------------------------

inline constexpr Phrase as_table{"The same as a table", "То же в таблице"};
inline constexpr Phrase as_table_latest_first{"The same as a table, latest first",
                                              "То же в таблице, начиная с последнего"};
inline constexpr Phrase state{"State", "Государство"};
inline constexpr Phrase from{"From", "Начало"};
inline constexpr Phrase to{"To", "Конец"};
inline constexpr Phrase standing{"Standing", "Как установлено"};
inline constexpr Phrase what_it_rests_on{"What it rests on", "На что опирается"};
inline constexpr Phrase day{"Day", "День"};
inline constexpr Phrase what_happened{"What is on record", "Что записано"};
inline constexpr Phrase about{"See also", "См. также"};
inline constexpr Phrase sources{"Sources", "Источники"};
inline constexpr Phrase body{"Body", "Орган"};
inline constexpr Phrase bodies{"Bodies", "Органы"};
inline constexpr Phrase session{"Meeting", "Заседание"};
inline constexpr Phrase post{"Post", "Должность"};
inline constexpr Phrase holder{"Holder", "Кто занимает"};
inline constexpr Phrase point{"Point", "Вопрос"};
inline constexpr Phrase sides_and_holders{"Sides, and who holds them", "Стороны и кто их придерживается"};

// -- members -------------------------------------------------------------------------------------

inline constexpr Phrase members_title{"Members, {first} to {last}", "Члены, {first}–{last}"};
inline constexpr Phrase members_title_one_year{"Members, {first}", "Члены, {first}"};
/// "Six members on 21 November 2026: Armenia, …".
inline constexpr Phrase members_sentence{"{count} {day}: ", "{count} {day}: "};
inline constexpr Phrase parties_sentence{"{count} to the treaty {day}: ", "{count} договора {day}: "};
inline constexpr Phrase treaty_then_organisation{
    "Before {day} the parties to the treaty are counted, after it the members of the organisation.",
    "До {day} считаются участники договора, после — члены Организации."};
inline constexpr Phrase members_drawing{"Membership over the years", "Членство по годам"};
inline constexpr Phrase members_description{
    "One row for each state and one band for each way of belonging. The table beneath says the same in words.",
    "Строка для каждого государства, полоса для каждого вида участия. То же словами — в таблице ниже."};
inline constexpr Phrase state_description{
    "One row of bands, one for each way in which the state stood. The table beneath says the same in words.",
    "Одна строка: полоса для каждого положения государства. То же словами — в таблице ниже."};
inline constexpr Phrase legend_signed{"signed, not yet in force", "подписано, ещё не в силе"};
inline constexpr Phrase legend_party{"party to the treaty", "участник договора"};
inline constexpr Phrase legend_member{"member of the organisation", "член Организации"};
inline constexpr Phrase legend_suspended{"membership suspended", "членство приостановлено"};
inline constexpr Phrase legend_split{"accounts of the day differ", "версии о дне расходятся"};
inline constexpr Phrase legend_statement{"a statement, quoted", "заявление, цитата"};
inline constexpr Phrase signed_column{"{instrument} signed", "{instrument}: подпись"};
inline constexpr Phrase party_column{"{instrument} in force for it", "{instrument}: начало действия"};
inline constexpr Phrase party_from{"Party to the treaty from", "Участник договора с"};
inline constexpr Phrase member_from{"Member of the organisation from", "Член Организации с"};
inline constexpr Phrase standing_on{"Standing {day}", "Положение {day}"};
inline constexpr Phrase not_extended{"not extended", "не продлено"};
inline constexpr Phrase no_longer_party{"no longer a party to the treaty", "больше не участник договора"};
inline constexpr Phrase left{"left", "выход"};
inline constexpr Phrase excluded{"excluded", "исключение"};
inline constexpr Phrase suspended_from{"membership suspended, {day}", "членство приостановлено, {day}"};
inline constexpr Phrase suspended_short{"suspended", "приостановлено"};
inline constexpr Phrase participation_suspended{"participation suspended", "участие приостановлено"};
inline constexpr Phrase return_dates_differ{"return: dates differ", "возвращение: даты расходятся"};
inline constexpr Phrase dates_differ{"dates differ", "даты расходятся"};
inline constexpr Phrase said_frozen{"a statement: participation frozen, {day}",
                                    "заявление о замораживании участия, {day}"};
inline constexpr Phrase said_frozen_short{"a statement, {day}", "заявление, {day}"};
inline constexpr Phrase statement_on_record{"a statement is on record", "есть заявление"};
inline constexpr Phrase no_formal_step{"No notice of withdrawal and no decision to suspend is on record.",
                                       "Уведомления о выходе и решения о приостановлении в записях нет."};
inline constexpr Phrase a_member{"member", "член"};

// -- a state -------------------------------------------------------------------------------------

inline constexpr Phrase history{"How it stood over the years", "Положение по годам"};
inline constexpr Phrase pending{"Asked for, and not decided by this day",
                                "Запрошено, но к этому дню не решено"};
inline constexpr Phrase suspensions{"Suspensions on record", "Приостановления в записях"};
inline constexpr Phrase declared_by_it{"What it declared about its participation",
                                       "Что заявляло государство о своём участии"};
inline constexpr Phrase said_of_it{"What was said of it", "Что говорили о государстве"};
inline constexpr Phrase said_of_it_note{
    "Statements are quoted with their speakers, earliest first. None is adopted by this record.",
    "Заявления приведены с указанием, чьи они, от ранних к поздним. Сами записи ни одного из них не разделяют."};
inline constexpr Phrase earlier_statements{"{count} on record", "{count} в записях"};
inline constexpr Phrase interpretations{"Interpretations it has stated, beside the others",
                                        "Толкования, высказанные государством, рядом с другими"};
inline constexpr Phrase missed{"Meetings from which its absence is reported",
                               "Заседания, на которых государства не было (по сообщениям)"};
inline constexpr Phrase none_missed{"No absence of this state is on record by this day.",
                                    "К этому дню сведений об отсутствии этого государства в записях нет."};
inline constexpr Phrase did_not_sign{"What it did not sign", "Что не подписано"};
inline constexpr Phrase more_about{"More about {name}", "Подробнее: {name}"};
inline constexpr Phrase awaiting_link{"What awaits its position", "Документы, ожидающие ответа"};
inline constexpr Phrase timeline_link{"Everything on record, by day", "Всё, что есть в записях, по дням"};

// -- chairs --------------------------------------------------------------------------------------

inline constexpr Phrase chairs_title{"Who chairs the {body}", "Кто председательствует {body}"};
inline constexpr Phrase chair_on{", {day}.", ", {day}."};
inline constexpr Phrase chair_since{", since {day}.", ", с {day}."};
inline constexpr Phrase chair_for{", in place of {state}", " вместо {state}"};
inline constexpr Phrase turns_follow{" By the order of the chair: ", " По порядку председательства: "};
inline constexpr Phrase decided_next{" Decided: ", " Решено: "};
inline constexpr Phrase turn{"{state}, {year}", "{state}, {year} год"};
inline constexpr Phrase turn_is_open{" (its turn is open)", " (под вопросом)"};
inline constexpr Phrase chairs_drawing{"Who was in the chair over the years", "Председательство по годам"};
inline constexpr Phrase chairs_description{
    "One row for each state. Bands show its terms, lines join a term to the next. The table beneath says the same in words.",
    "Строка для каждого государства. Полосы показывают сроки, линии соединяют срок со следующим. То же словами — в таблице ниже."};
inline constexpr Phrase legend_chair{"in the chair", "председательствует"};
inline constexpr Phrase legend_coming{"to come, by the order", "предстоит, по порядку"};
inline constexpr Phrase legend_in_place{"for an absent state", "вместо отсутствующего государства"};
inline constexpr Phrase legend_disputed{"hand-over: day disputed", "передача: день указан по-разному"};
inline constexpr Phrase legend_gap{"not on record", "в записях нет"};
inline constexpr Phrase day_disputed{"{year}: day disputed", "{year}: день указан по-разному"};
inline constexpr Phrase in_place_of{"in place of {state}", "вместо {state}"};
inline constexpr Phrase open_turn{"open", "под вопросом"};
inline constexpr Phrase open_year{"{year}, open", "{year}, под вопросом"};
inline constexpr Phrase to_come{"to come", "предстоит"};
inline constexpr Phrase by_the_order{"by the order", "по порядку"};
inline constexpr Phrase no_act_by_order{"By the order of the chair; no act on record.",
                                        "По порядку председательства; акта в записях нет."};
inline constexpr Phrase disputed_hand_overs{"Hand-overs whose day is disputed: {count}",
                                            "Передачи, день которых указан по-разному: {count}"};
inline constexpr Phrase disputed_hand_overs_note{
    "Between the two days each state’s band is split: it is in the chair by one account and not by the other. The outgoing state "
    "chairs through the whole session day.",
    "Между двумя днями полоса каждого государства разделена: по одной версии оно председательствует, по другой нет. Передающее "
    "государство председательствует весь день сессии."};
inline constexpr Phrase hand_over_title{"{year}: {from} to {to}", "{year}: {from} — {to}"};
inline constexpr Phrase hand_over_description{
    "{from} hands over to {to} {first} by one account and {second} by the other.",
    "{from} — {to}: по одной версии, председательство передано {first}, по другой — {second}."};
inline constexpr Phrase written_as{"The term is written", "В источнике:"};
inline constexpr Phrase all_accounts{"All accounts", "Все версии"};
inline constexpr Phrase not_on_record_until{"not on record until {day}", "в записях нет до {day}"};
inline constexpr Phrase through_the_day{"on that day", "в этот день"};
inline constexpr Phrase other_bodies{"The chair of other bodies", "Председательство в других органах"};
inline constexpr Phrase person_not_on_record{"which person is not on record", "кто именно, в записях нет"};

// -- posts ---------------------------------------------------------------------------------------

inline constexpr Phrase posts_title{"Posts and their holders", "Должности и кто их занимает"};
inline constexpr Phrase posts_sentence{
    "{known} of {all} posts have a holder on record {day}.",
    "Должностей, о которых {day} известно, кто их занимает: {known} из {all}."};
inline constexpr Phrase term{"Term", "Срок"};
inline constexpr Phrase acting{"acting", "исполняет обязанности"};
inline constexpr Phrase comings{"Everything on record about this post",
                                "Всё, что есть в записях об этой должности"};
inline constexpr Phrase term_until{"until {day}", "по {day}"};
inline constexpr Phrase between_attestations{
    "Between two days on which a source names the same holder, the post was held without a break, by inference.",
    "Если источники называют одно лицо и в более ранний, и в более поздний день, считается, что между ними оно занимало должность непрерывно (это вывод)."};

// -- timeline, gaps ------------------------------------------------------------------------------

inline constexpr Phrase timeline_title{"{name}: what is on record", "{name}: что есть в записях"};
inline constexpr Phrase gaps_title{"What is not on record", "Чего нет в записях"};
inline constexpr Phrase gaps_sentence{
    "{count} known to this record, by kind. Each says what would settle it; a gap is never filled by a guess.",
    "Известно: {count}, по видам. У каждого сказано, что могло бы его восполнить; догадками пробелы не заполняются."};
inline constexpr Phrase no_gaps{"No gap of this record is known on this day.",
                                "На этот день известных пробелов в записях нет."};
inline constexpr Phrase settles{"What would settle these: {what}.", "Что могло бы это подтвердить: {what}."};
inline constexpr Phrase in_this_list{"On this page", "На этой странице"};

// -- where sources differ ------------------------------------------------------------------------

inline constexpr Phrase differ_title{"Where sources differ", "Где источники расходятся"};
inline constexpr Phrase differ_sentence{
    "{rules}, {accounts} and {counts} stand side by side. This record chooses none of them.",
    "Рядом стоят {rules}, {accounts}, и {counts}. Ни одну из них эти записи не выбирают."};
inline constexpr Phrase interpretations_of_rules{"Interpretations of rules", "Толкования правил"};
inline constexpr Phrase accounts_of_events{"Accounts of events", "Версии событий"};
inline constexpr Phrase accounts_note{
    "One event, told in different ways. Where the difference decides an answer, the answer shows every side.",
    "Об одном событии источники рассказывают по-разному. Если от этого зависит ответ, показаны все версии."};
inline constexpr Phrase counts_of_papers{"Counts of papers", "Число документов"};
inline constexpr Phrase counts_note{
    "The papers of one session, counted differently. Each number is its source’s own; what was counted stands "
    "beside it.",
    "Документы одной сессии сосчитаны по-разному. Каждое число принадлежит своему источнику; рядом сказано, что "
    "сосчитано."};
inline constexpr Phrase session_and_counts{"Session", "Сессия"};
inline constexpr Phrase numbers_and_sources{"Numbers, and whose they are", "Числа и чьи они"};
inline constexpr Phrase differences_settled{"Differences that have been resolved",
                                            "Расхождения, которые разрешены"};
inline constexpr Phrase differences_settled_note{
    "The account that does not count stays on record, with the reason.",
    "Версия, которую не учитывают, остаётся в записях, с указанием причины."};
inline constexpr Phrase why{"Why", "Почему"};
inline constexpr Phrase ruling{"Outcome", "Итог"};
inline constexpr Phrase dispute_of_rule_sentence{
    "There are {interpretations}; each has its dated holders. None is chosen here.",
    "Понимается по-разному: {interpretations}; у каждого указано, кто и когда его высказал. Ни одно из них здесь не выбрано."};
inline constexpr Phrase dispute_of_accounts_sentence{
    "There are {accounts}. None is chosen here.",
    "Источники рассказывают по-разному: {accounts}. Ни одна здесь не выбрана."};
inline constexpr Phrase the_sides{"The sides", "Стороны"};
inline constexpr Phrase stated_by{"Statements that hold a side", "Заявления, в которых это высказано"};
inline constexpr Phrase the_event{"The event, in each account", "Событие в каждой версии"};
inline constexpr Phrase see_the_record_by{"See the record by one side",
                                          "Посмотреть записи так, как их понимает одна из сторон"};
inline constexpr Phrase by_side{"As if: {side}", "Как если бы: {side}"};
inline constexpr Phrase the_rule{"The rule", "Правило"};
inline constexpr Phrase nobody_yet{"No holder is known by this day.",
                                   "Кто её придерживается, к этому дню не известно."};

namespace nouns {
inline constexpr Noun interpretation{
    {"interpretation", "толкование"}, {"interpretations", "толкований"}, "толкования"};
inline constexpr Noun account{{"account", "версия"}, {"accounts", "версий"}, "версии"};
inline constexpr Noun rule_dispute{{"rule understood in different ways", "правило, понимаемое по-разному"},
                                   {"rules understood in different ways", "правил, понимаемых по-разному"},
                                   "правила, понимаемых по-разному"};
inline constexpr Noun account_dispute{{"event told in different ways", "событие, рассказанное по-разному"},
                                      {"events told in different ways", "событий, рассказанных по-разному"},
                                      "события, рассказанных по-разному"};
inline constexpr Noun counted_session{
    {"session whose papers are counted differently", "сессия с разным числом документов"},
    {"sessions whose papers are counted differently", "сессий с разным числом документов"},
    "сессии с разным числом документов"};
inline constexpr Noun statement{{"statement", "заявление"}, {"statements", "заявлений"}, "заявления"};
inline constexpr Noun place_of_difference{{"place where sources differ", "место, где источники расходятся"},
                                          {"places where sources differ", "мест, где источники расходятся"},
                                          "места, где источники расходятся"};
inline constexpr Noun rule{{"rule", "норма"}, {"rules", "норм"}, "нормы"};
inline constexpr Noun rule_read{{"rule", "нормы"}, {"rules", "норм"}, "норм"};
}  // namespace nouns

// -- the start page ------------------------------------------------------------------------------

inline constexpr Phrase home_title{
    "Who was a member, who chaired, what was adopted and who is bound",
    "Кто был членом, кто председательствовал, что принято и для кого обязательно"};
inline constexpr Phrase home_sentence{
    "Depositary keeps what the {organisation} did, and answers for any day, as known on any day, with its reasons and its sources.",
    "«Депозитарий» хранит сведения о том, что делает {organisation}, и отвечает о любом дне по тому, что было известно на любой день, с основаниями и "
    "источниками."};
inline constexpr Phrase start_at{"Start at: {session}", "Начать отсюда: {session}"};
inline constexpr Phrase report_days{"Days of the press reports the record began with",
                                    "Дни первых сообщений, с которых начались записи"};
inline constexpr Phrase another_day{"Another day", "Другой день"};
inline constexpr Phrase any_day{"Any day from {day}: use “Change” at the top of the page",
                                "Любой день начиная с {day}: «Изменить» вверху страницы"};
inline constexpr Phrase questions_people_bring{"Questions people bring", "О чём спрашивают"};
inline constexpr Phrase ask_who_came{"Who came to the session, and who did not",
                                     "Кто приехал на сессию, а кто нет"};
inline constexpr Phrase ask_before_it{"What awaits {state}", "Какие документы ожидают ответа: {state}"};
inline constexpr Phrase ask_chair_next{"Who chairs next", "Кто председательствует следующим"};
inline constexpr Phrase ask_member{"Who was a member on a given day", "Кто был членом в тот или иной день"};
inline constexpr Phrase ask_post{"Who held a post on a given day",
                                 "Кто занимал должность в тот или иной день"};
inline constexpr Phrase ask_in_force{"What was adopted, and whom it binds",
                                     "Что принято и для кого обязательно"};
inline constexpr Phrase ask_differ{"Where sources differ, and who says what",
                                   "Где источники расходятся и кто что говорит"};
inline constexpr Phrase ask_gaps{"What was announced and never reported on",
                                 "Что было объявлено, а о результате не сообщалось"};
inline constexpr Phrase on_day{"On {day}", "На {day}"};
inline constexpr Phrase fact_members{"Members, {count}", "Члены, {count}"};
inline constexpr Phrase fact_chair{"Chair of the {body}", "Председательство {body}"};
inline constexpr Phrase then_by_order{"Then {state}, {year}, by the order of the chair",
                                      "Затем {state}, {year} год, по порядку председательства"};
inline constexpr Phrase then_decided{"Then {state}, {day}", "Затем {state}, {day}"};
inline constexpr Phrase fact_next_session{"Next session", "Следующая сессия"};
inline constexpr Phrase announced_for{"Announced for {day}", "Объявлено: {day}"};
inline constexpr Phrase whether_held{"whether it was held is not on record",
                                     "состоялась ли она, в записях нет"};
inline constexpr Phrase ahead{"to come", "предстоит"};
inline constexpr Phrase fact_last_act{"Last act on record", "Последний акт в записях"};
inline constexpr Phrase both_shown{"Where sources differ, both accounts are shown and none is chosen.",
                                   "Где источники расходятся, показаны обе версии, и ни одна не выбрана."};
inline constexpr Phrase status_of{"Status of {state}", "Положение {state}"};

// -- how to check --------------------------------------------------------------------------------

inline constexpr Phrase check_title{"How to check an answer", "Как проверить ответ"};
inline constexpr Phrase check_sentence{
    "Nobody has to trust this server: every answer says what it was worked out from, and the same input gives the same answer on any machine.",
    "Этому серверу не нужно верить на слово: в каждом ответе сказано, из чего он выведен, и те же данные дают тот же ответ на любой машине."};
inline constexpr Phrase check_reasons_title{"Read the reasons", "Прочтите основания"};
inline constexpr Phrase check_reasons{
    "Beneath an answer its reasons can be unfolded: the rule with its article, the acts it counts, and the sources of each act with links to "
    "where they were published. A framed word says how strong each statement is.",
    "Под ответом раскрываются основания: правило и его статья, учтённые акты и источники каждого акта со ссылками на место публикации. "
    "Слово в рамке говорит, насколько прочно каждое утверждение."};
inline constexpr Phrase check_grades_title{"What the framed words mean", "Что значат слова в рамке"};
inline constexpr Phrase check_marks_title{"What the marks mean", "Что значат знаки"};
inline constexpr Phrase check_receipt_title{"Compare the receipt", "Сравните отпечатки"};
inline constexpr Phrase check_receipt{
    "At the foot of every page stands what its answer was worked out from: the SHA-256 of the rulebook, how many entries of the record were "
    "used, their SHA-256, and the version of the program. Two copies that show the same values give the same answers, byte for byte.",
    "Внизу каждой страницы указано, из чего выведен ответ: SHA-256 свода правил, сколько записей использовано, их SHA-256 и версия программы. "
    "Две копии с одинаковыми значениями дают одинаковые ответы, байт в байт."};
inline constexpr Phrase check_again_title{"Work it out again", "Выведите ответ сами"};
inline constexpr Phrase check_again{
    "The program, the rulebook and the record are public. Run the program on your own machine over your own copy and put the same question:",
    "Программа, свод правил и записи открыты. Запустите программу на своей машине со своей копией и задайте тот же вопрос:"};
inline constexpr Phrase check_known_title{"Ask as it was known then", "Спросите по известному тогда"};
inline constexpr Phrase check_known{
    "“Change” at the top of a page takes another day, and another day up to which things were known. Entries are only ever added, so "
    "an earlier answer can be had again.",
    "«Изменить» вверху страницы принимает другой день и другую границу известного. Записи только прибавляются, поэтому прежний ответ "
    "можно получить снова."};
inline constexpr Phrase receipt_now{"This page was worked out from these values.",
                                    "Эта страница выведена из таких данных."};

// -- the rulebook --------------------------------------------------------------------------------

inline constexpr Phrase rulebook_title{"The rulebook", "Свод правил"};
inline constexpr Phrase rulebook_sentence{
    "{count} the answers rest on, each with its article. The text of {read} has been read; the others are told at second hand, and answers "
    "that rest on them say so.",
    "{count}, на которые опираются ответы; у каждой указана статья. Прочитан текст {read}; остальные известны из вторых рук, и в ответах, "
    "которые на них опираются, это сказано."};
inline constexpr Phrase rulebook_versions{"Versions of the law", "Редакции правил"};
inline constexpr Phrase rulebook_versions_note{"An event is judged by the version in force on its day.",
                                               "Событие оценивается по редакции, действовавшей в его день."};
inline constexpr Phrase rule_column{"Rule", "Правило"};
inline constexpr Phrase article_column{"Article", "Статья"};
inline constexpr Phrase read_column{"Text", "Прочитан ли текст"};
inline constexpr Phrase text_read{"read", "да"};
inline constexpr Phrase text_not_read{"not read", "нет"};
inline constexpr Phrase understood_differently{"understood in different ways:", "понимается по-разному:"};
inline constexpr Phrase holds_since{"since {day}", "с {day}"};
inline constexpr Phrase holds_until{"until {day}", "до {day}"};
inline constexpr Phrase rules_membership{"Membership", "Членство"};
inline constexpr Phrase rules_chair{"The chair", "Председательство"};
inline constexpr Phrase rules_quorum{"Quorum", "Кворум"};
inline constexpr Phrase rules_deciding{"Ways of deciding", "Порядок принятия решений"};
inline constexpr Phrase rules_bodies{"Bodies", "Органы"};
inline constexpr Phrase rules_posts{"Posts", "Должности"};
inline constexpr Phrase rules_instruments{"Instruments", "Договорные документы"};

// -- sources -------------------------------------------------------------------------------------

inline constexpr Phrase sources_title{"Sources", "Источники"};
inline constexpr Phrase sources_sentence{
    "{count} the record rests on. Links lead to where they were published; some pages may have moved since.",
    "На них опираются записи: {count}. Ссылки ведут туда, где они опубликованы; часть страниц могла с тех пор переехать."};
inline constexpr Phrase reports_read{"Reports read claim by claim", "Сообщения, разобранные по пунктам"};
inline constexpr Noun claim{{"claim", "пункт"}, {"claims", "пунктов"}, "пункта"};
inline constexpr Phrase all_sources{"All sources, latest first", "Все источники, от поздних к ранним"};
inline constexpr Phrase source_column{"Source", "Источник"};
inline constexpr Phrase published_column{"Published", "Опубликовано"};
inline constexpr Phrase no_date{"the page bears no date", "на странице нет даты"};
inline constexpr Phrase acts_citing_column{"Entries that cite it", "Записей со ссылкой на него"};

// -- accessibility -------------------------------------------------------------------------------

inline constexpr Phrase access_title{"Accessibility", "Доступность"};
inline constexpr Phrase access_sentence{
    "These pages are made to be read by everybody: with a keyboard, with a screen reader, enlarged, without colours and without scripts.",
    "Эти страницы сделаны для всех: с клавиатуры, с программой экранного доступа, с увеличением, без цветов и без сценариев."};
inline constexpr Phrase access_aims{"What we hold to", "Чего мы придерживаемся"};
inline constexpr Phrase access_aim_level{
    "The Web Content Accessibility Guidelines 2.2, level AA, are our measure.",
    "Мера для нас — Руководство по доступности веб-контента 2.2, уровень AA."};
inline constexpr Phrase access_aim_marks{
    "Every mark has its word beside it; nothing is said by colour or shape alone.",
    "У каждого знака рядом стоит слово; ничто не сказано одним цветом или одной формой."};
inline constexpr Phrase access_aim_drawings{
    "Every drawing has a title, a description, and a table that says the same.",
    "У каждого рисунка есть название, описание и таблица, которая говорит то же."};
inline constexpr Phrase access_aim_text{
    "Text can be enlarged to 200% and reflows on a screen 320 pixels wide.",
    "Текст увеличивается до 200 % и перестраивается на экране шириной 320 точек."};
inline constexpr Phrase access_aim_scripts{
    "No scripts are needed. Reduced motion, dark and high-contrast settings are respected.",
    "Сценарии не нужны. Учитываются настройки движения, тёмного и контрастного вида."};
inline constexpr Phrase access_aim_language{"The language of every page and of every quotation is marked.",
                                            "Язык каждой страницы и каждой цитаты обозначен."};
inline constexpr Phrase access_limits{"What we know does not work well", "Что, как мы знаем, работает плохо"};
inline constexpr Phrase access_limit_tables{
    "Wide tables become blocks on a narrow screen; some screen readers then no longer announce them as tables.",
    "Широкие таблицы на узком экране превращаются в блоки; некоторые программы экранного доступа после этого не объявляют их таблицами."};
inline constexpr Phrase access_limit_sources{
    "Sources are pages of others; their accessibility is not in our hands.",
    "Источники — чужие страницы; их доступность от нас не зависит."};
inline constexpr Phrase access_untested{
    "No test with people who rely on assistive technology has been carried out yet.",
    "Испытаний с людьми, которые пользуются вспомогательными технологиями, ещё не было."};

// -- not found, misasked -------------------------------------------------------------------------

inline constexpr Phrase not_found_title{"Not on record", "В записях нет"};
inline constexpr Phrase not_found_sentence{"Nothing on record is called “{name}”.",
                                           "Под названием «{name}» в записях ничего нет."};
inline constexpr Phrase not_found_nothing{"There is no page at this address.",
                                          "По этому адресу страницы нет."};
inline constexpr Phrase perhaps{"Perhaps you mean", "Возможно, вы имели в виду"};
inline constexpr Phrase ways_on{"Ways on", "Куда идти дальше"};
inline constexpr Phrase known_later{
    "Something not known by the chosen day is not shown. Look at everything known today.",
    "То, что к выбранному дню ещё не было известно, не показано. Посмотрите всё, что известно на сегодня."};
inline constexpr Phrase misasked_title{"The question cannot be put this way", "Так вопрос задать нельзя"};
inline constexpr Phrase unknown_question{"There is no question “{given}”.", "Вопроса «{given}» нет."};
inline constexpr Phrase unknown_parameter{"The question “{expected}” has no parameter “{given}”.",
                                          "У вопроса «{expected}» нет параметра «{given}»."};
inline constexpr Phrase missing_parameter{"The question “{given}” needs “{expected}”.",
                                          "Для вопроса «{given}» нужно указать «{expected}»."};
inline constexpr Phrase unknown_name{
    "“{given}” is not the name of anything of that kind on record ({expected}).",
    "«{given}» не название чего-либо такого рода в записях ({expected})."};
inline constexpr Phrase unknown_dispute{"There is no interpretation or account “{given}” to choose between.",
                                        "Толкования или версии «{given}» для выбора нет."};
inline constexpr Phrase unknown_side{"“{given}” is no side of “{expected}”.",
                                     "У «{expected}» нет стороны «{given}»."};
inline constexpr Phrase nearest_is{"The nearest is “{nearest}”.", "Ближайшее: «{nearest}»."};

// -- by code -------------------------------------------------------------------------------------

/// What stands over the gaps of one kind, and what would settle them; empty for an unknown code.
struct GapWords {
    std::string_view code;
    Phrase heading;
    Phrase settles;
};
inline constexpr GapWords gap_words[] = {
    {"rule-not-read",
     {"Rules whose text has not been read", "Нормы, текст которых не прочитан"},
     {"the text of the rule", "текст нормы"}},
    {"attendance-not-on-record",
     {"Who took part in a meeting", "Кто участвовал в заседании"},
     {"a list of those present, or a report that names them",
      "список присутствовавших или сообщение, где они названы"}},
    {"chair-not-on-record",
     {"Who was in the chair", "Кто председательствовал"},
     {"a source that names the chair", "источник, где назван председатель"}},
    {"hand-over-of-papers-not-on-record",
     {"Whether papers reached an absent member", "Переданы ли документы отсутствовавшему члену"},
     {"a report that the papers were handed over, or a note of receipt",
      "сообщение о передаче документов или подтверждение получения"}},
    {"outcome-not-on-record",
     {"What became of what was announced", "Что стало с объявленным"},
     {"a source that says what became of it", "источник, где сказано, что с ним стало"}},
    {"deposits-not-on-record",
     {"Instruments signed whose deposits are not on record",
      "Подписанное, о сдаче которого на хранение нет записей"},
     {"the depositary’s list of deposits", "перечень депозитария о сданных документах"}},
    {"holder-not-on-record",
     {"Who held a post", "Кто занимал должность"},
     {"a source that names the holder of the post", "источник, где названо лицо, занимающее должность"}},
};
constexpr const GapWords* gap_words_of(std::string_view code) {
    for (const GapWords& one : gap_words) {
        if (one.code == code) return &one;
    }
    return nullptr;
}

}  // namespace words::page_words
