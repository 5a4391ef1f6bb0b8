// Fixed texts of the rulebook's pages: its list of rules, and the page of one rule.
//
// A place in braces ({day}) is filled by `words::fill_in` (words/page_words.hpp).
#pragma once

#include <array>
#include <cstddef>

#include "rulebook/rulebook.hpp"
#include "words/dates.hpp"

namespace words::rulebook_words {

// -- the list --------------------------------------------------------------------------------------

inline constexpr Phrase by_institution{"By institution", "По органам"};
inline constexpr Phrase by_article{"By article", "По статьям"};
inline constexpr Phrase by_article_note{
    "Every rule under the article it is drawn from, in the order of the articles.",
    "Каждая норма — под статьёй, из которой она взята, в порядке статей."};
inline constexpr Phrase the_organisation{"The Organisation and its members", "Организация и её члены"};
inline constexpr Phrase provisions{"Other provisions", "Прочие нормы"};
inline constexpr Phrase provisions_note{
    "What an article or a practice says, in our words. The program concludes nothing from these by itself.",
    "Что говорит статья или показывает практика, в нашем изложении. Сама программа из этих норм ничего не "
    "выводит."};
inline constexpr Phrase procedures{"Procedures", "Процедуры"};
inline constexpr Phrase instruments{"Treaties and other instruments", "Договоры и другие соглашения"};
inline constexpr Phrase regions{"Regions", "Регионы"};
inline constexpr Phrase what_it_says{"What it says", "Содержание"};
inline constexpr Phrase in_force_column{"In force", "Действует"};
inline constexpr Phrase disputed_points{"Understood in different ways", "Понимаются по-разному"};
inline constexpr Phrase disputed_points_note{
    "Neither interpretation is chosen here; every answer that depends on one shows both.",
    "Ни одно толкование здесь не выбрано; ответ, который от них зависит, показывает оба."};
inline constexpr Phrase all_versions{"in every version", "во всех редакциях"};
inline constexpr Phrase from_day{"from {day}", "с {day}"};
inline constexpr Phrase before_day{"before {day}", "до {day}"};
inline constexpr Phrase from_before{"from {from}, before {until}", "с {from} до {until}"};

// -- what a rule is called where its book gives it no name -----------------------------------------

inline constexpr Phrase called_membership{"Membership", "Членство"};
inline constexpr Phrase called_paper{"What papers do", "Сила документов"};
inline constexpr Phrase called_provision{"Provision", "Норма"};
inline constexpr Phrase called_arrears{"Arrears", "Задолженность"};
inline constexpr Phrase called_chair{"Chair", "Председательство"};
inline constexpr Phrase called_quorum{"Quorum", "Кворум"};
inline constexpr Phrase called_deciding{"Way of deciding", "Порядок принятия решений"};
inline constexpr Phrase called_body{"What it is", "Что это за орган"};
inline constexpr Phrase called_procedure{"Procedure", "Процедура"};

// -- one rule --------------------------------------------------------------------------------------

inline constexpr Phrase article{"Article", "Статья"};
inline constexpr Phrase institution{"Institution", "Орган"};
inline constexpr Phrase in_force{"In force", "Действует"};
inline constexpr Phrase text{"Text", "Текст"};
inline constexpr Phrase read_long{"read", "прочитан"};
inline constexpr Phrase not_read_long{
    "not read: the rule is known at second hand, and answers that rest on it are marked as not verified",
    "не прочитан: норма известна из вторых рук, и ответы, которые на неё опираются, помечены как непроверенные"};
inline constexpr Phrase read_in{"Where it was read", "Где прочитан"};
inline constexpr Phrase told_in{"Where it is told of", "Где о ней сообщается"};
inline constexpr Phrase source_not_noted{"not noted in the rulebook", "в своде правил не указано"};
inline constexpr Phrase version_from{"{version}; {act}", "{version}; {act}"};
inline constexpr Phrase replaced_by{"Replaced by", "Заменена нормой"};
inline constexpr Phrase replaces{"Replaces", "Заменила норму"};
inline constexpr Phrase not_of_the_day{"This rule is no part of the law of {day}.",
                                       "На {day} эта норма не действует."};
inline constexpr Phrase papers{"Papers it applies to", "К каким документам относится"};
inline constexpr Phrase every_paper{"every paper", "ко всем документам"};
inline constexpr Phrase late_objection{"An objection after the adoption", "Возражение после принятия"};
inline constexpr Phrase late_objection_not_read{"the rule on it has not been read",
                                                "правило об этом не прочитано"};
inline constexpr Phrase late_objection_none{"changes nothing", "ничего не меняет"};
inline constexpr Phrase order{"Order of the states", "Порядок государств"};
inline constexpr Phrase steps{"Its steps", "Её шаги"};
inline constexpr Phrase steps_note{
    "In this order. A step is marked where the rule on it has not been read and it is known from practice alone.",
    "В этом порядке. Отмечен шаг, правило о котором не прочитано: он известен только из практики."};
inline constexpr Phrase step_column{"Step", "Шаг"};
inline constexpr Phrase by_body_column{"By", "Орган"};

inline constexpr Phrase interpretations{"How it is understood: {dispute}", "Как её понимают: {dispute}"};
inline constexpr Phrase no_statement{"No statement on it is on record by this day.",
                                     "К этому дню заявлений о ней в записях нет."};
inline constexpr Phrase full_dispute{"The point in full, with the record by one side",
                                     "Спорный вопрос целиком и записи по одному из толкований"};
inline constexpr Phrase statements{"From which statements", "Из каких заявлений это следует"};

inline constexpr Phrase worked_cases{"What it makes of a vote", "Что из неё следует при голосовании"};
inline constexpr Phrase worked_cases_note{
    "Votes made up to show the rule; each time the rulebook is read, the program works them out and compares.",
    "Голосования придуманы, чтобы показать норму; при каждом чтении свода программа считает их и сверяет."};
inline constexpr Phrase case_vote{"Vote", "Голосование"};
inline constexpr Phrase case_side{"Interpretation", "Толкование"};
inline constexpr Phrase case_outcome{"Outcome", "Итог"};
inline constexpr Phrase case_binds{"Whom it binds", "Кого обязывает"};
inline constexpr Phrase case_may_join{"may join: {members}", "могут присоединиться: {members}"};
inline constexpr Phrase nobody{"nobody", "никого"};
inline constexpr Phrase whoever_not_said{"not checked in this case", "в этом примере не проверяется"};
inline constexpr Phrase in_set{"{members} — {set}", "{members} — {set}"};

inline constexpr Phrase nothing_concluded{
    "The program shows this provision and concludes nothing from it by itself.",
    "Программа показывает эту норму, но сама из неё ничего не выводит."};
inline constexpr Phrase subject{"What it is on", "О чём"};
inline constexpr Phrase said_on_it{"What was said on it", "Что об этом говорили"};
inline constexpr Phrase said_on_it_note{
    "Each statement is its speaker’s; what the speakers differ on is left open here.",
    "Каждое заявление передаёт мнение того, кто его сделал; в чём они расходятся, здесь не решается."};
inline constexpr Phrase touching{"Questions it touches", "Каких вопросов касается"};
inline constexpr Phrase membership_provisions{"How membership begins and ends",
                                              "Как начинается и прекращается членство"};
inline constexpr Phrase provisions_here_note{
    "What the Organisation’s texts and practice provide, as far as it is known; nothing on this page is concluded "
    "from it.",
    "Что предусматривают тексты и практика Организации, насколько это известно; на этой странице из этого ничего не "
    "выводится."};
inline constexpr Phrase text_was_read{"The text has been read.", "Текст прочитан."};
inline constexpr Phrase text_was_not_read{"The text has not been read.", "Текст не прочитан."};
inline constexpr Phrase provision_not_read{"not read: the provision is known at second hand",
                                           "не прочитан: норма известна из вторых рук"};
inline constexpr Phrase provision_without_source{"not read, and no source is named for it",
                                                 "не прочитан, и источник не указан"};
inline constexpr Phrase status_provisions{"How the status is given", "Как предоставляется статус"};

inline constexpr Phrase leaning{"Questions that lean on it", "Какие вопросы на неё опираются"};
inline constexpr Phrase whole_rulebook{"The whole rulebook", "Весь свод правил"};

// -- what a provision is on ------------------------------------------------------------------------

inline constexpr std::array<Phrase, rulebook::subject_names.size()> subjects{{
    {"Admission", "Приём"},
    {"Withdrawal", "Выход"},
    {"Suspension", "Приостановление"},
    {"Expulsion", "Исключение"},
    {"Obligations of members", "Обязательства членов"},
    {"Voting", "Голосование"},
    {"Observers", "Наблюдатели"},
    {"Partners", "Партнёры"},
    {"Signature", "Подписание"},
    {"Ratification", "Ратификация"},
    {"Reservations", "Оговорки"},
    {"Entry into force", "Вступление в силу"},
    {"Amendment", "Внесение изменений"},
    {"Termination", "Прекращение"},
    {"Authentic text", "Аутентичный текст"},
    {"Depositary", "Депозитарий"},
    {"Languages", "Языки"},
    {"Settlement of disputes", "Разрешение споров"},
    {"Privileges and immunities", "Привилегии и иммунитеты"},
    {"Finance", "Финансы"},
}};
constexpr const Phrase& subject_of(rulebook::Subject one) { return subjects[static_cast<std::size_t>(one)]; }

/// How members stand in a made-up vote, in Russian in the past tense and the masculine, for
/// `words::Names::agreed`; nothing for a word that is none of a ballot.
constexpr const Phrase* stance(std::string_view word) {
    constexpr static std::pair<std::string_view, Phrase> all[] = {
        {"for", {"for", "за"}},
        {"against", {"against", "против"}},
        {"abstain", {"abstaining", "воздержался"}},
        {"object", {"objecting", "возразил"}},
        {"silent", {"silent", "промолчал"}},
        {"accepted", {"accepting", "согласился"}},
        {"present", {"present, no stand taken", "без заявленной позиции присутствовал"}},
        {"absent", {"absent", "отсутствовал"}},
        {"joined", {"joined later", "позднее присоединился"}},
        {"signed", {"signed", "подписал"}},
        {"objects_to_format", {"objecting to deciding so", "против такого порядка возразил"}},
        {"no_objection", {"having said it does not object", "заявил, что не возражает,"}},
    };
    for (const auto& one : all) {
        if (one.first == word) return &one.second;
    }
    return nullptr;
}
/// What a made-up vote comes to; nothing for a word that is none.
constexpr const Phrase* outcome(std::string_view word) {
    constexpr static std::pair<std::string_view, Phrase> all[] = {
        {"adopted", {"adopted", "принято"}},
        {"not_adopted", {"not adopted", "не принято"}},
        {"no_quorum", {"no quorum", "нет кворума"}},
        {"quorum", {"a quorum", "кворум есть"}},
        {"not_open", {"this way is not open", "этот порядок неприменим"}},
    };
    for (const auto& one : all) {
        if (one.first == word) return &one.second;
    }
    return nullptr;
}

}  // namespace words::rulebook_words
