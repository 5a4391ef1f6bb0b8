// The fixed words around an answer: sections, forms, marks, grades, the lines at the top and the foot.
//
// No organisation is named here. Where a sentence speaks of one, the caller passes its name in the
// grammatical case the sentence needs, as the organisation's package has it.
#pragma once

#include <string>
#include <string_view>

#include "words/language.hpp"

namespace words::chrome {

// -- the masthead and the sections ---------------------------------------------------------------

inline constexpr Phrase project{"Depositary", "Депозитарий"};
inline constexpr Phrase skip{"Skip to main content", "Перейти к содержанию"};
inline constexpr Phrase choose_language{"Language", "Язык"};
inline constexpr Phrase main_sections{"Main", "Основные разделы"};
inline constexpr Phrase sections{"Sections", "Разделы"};

inline constexpr Phrase start{"Start", "Начало"};
inline constexpr Phrase members{"Members", "Члены"};
inline constexpr Phrase chair{"Chair", "Председательство"};
inline constexpr Phrase sessions{"Sessions", "Сессии"};
inline constexpr Phrase papers{"Papers", "Документы"};
inline constexpr Phrase posts{"Posts", "Должности"};
inline constexpr Phrase sources_differ{"Where sources differ", "Где источники расходятся"};
inline constexpr Phrase not_on_record_section{"What is not on record", "Чего нет в записях"};

// -- the situation line and its form -------------------------------------------------------------

// "Situation on [day], from everything known on [day]." The days stand between the parts.
inline constexpr Phrase situation_on{"Situation on ", "Положение на "};
inline constexpr Phrase known_on{", from everything known on ", " по всему, что известно на "};
inline constexpr Phrase change{"Change", "Изменить"};
inline constexpr Phrase change_what{"the day, what was known, or an interpretation",
                                    "день, объём известного или толкование"};
inline constexpr Phrase reconstructed{
    "What was known on that day is worked out afterwards, from the days on which the sources were published.",
    "Известное на этот день восстановлено позднее, по дням публикации источников."};
inline constexpr Phrase supposed{
    "This page contains suppositions: some of the acts it counts did not happen. It is not the record.",
    "На этой странице есть допущения: часть учтённых актов не совершалась. Это не записи."};
inline constexpr Phrase on_label{"Day asked about", "На какой день"};
inline constexpr Phrase known_label{"From everything known on", "По всему, что известно на"};
inline constexpr Phrase day_hint{"Year, month and day, for example 2023-11-23",
                                 "Год, месяц и день, например 2023-11-23"};
inline constexpr Phrase both_sides{"Both sides shown", "Показаны обе стороны"};
inline constexpr Phrase every_side{"All sides shown", "Показаны все стороны"};
inline constexpr Phrase show{"Show", "Показать"};
inline constexpr Phrase show_today{"Back to today, both sides",
                                   "Вернуться к сегодняшнему дню и обеим сторонам"};
inline constexpr Phrase error_title{"There is a problem", "Обнаружена ошибка"};
inline constexpr Phrase error_prefix{"Error:", "Ошибка:"};
inline constexpr Phrase not_a_day{"Give a day as year, month and day, for example 2023-11-23",
                                  "Укажите день: год, месяц и число, например 2023-11-23"};

// -- marks and grades ----------------------------------------------------------------------------

inline constexpr Phrase settled{"settled", "установлено"};
inline constexpr Phrase absent{"absent", "отсутствие"};
inline constexpr Phrase depends{"depends on interpretation", "зависит от толкования"};
inline constexpr Phrase imprecise{"imprecise", "неточно"};
inline constexpr Phrase not_on_record{"not on record", "в записях нет"};
inline constexpr Phrase awaiting{"awaiting a position", "ожидается позиция"};
inline constexpr Phrase statement{"a statement, quoted", "заявление, цитата"};

inline constexpr Phrase official{"official", "официально"};
inline constexpr Phrase reported{"reported", "по сообщениям"};
inline constexpr Phrase inferred{"inferred", "выведено"};
inline constexpr Phrase unverified{"unverified", "не проверено"};

// -- parts of an answer --------------------------------------------------------------------------

inline constexpr Phrase you_are_here{"You are here", "Вы находитесь здесь"};
inline constexpr Phrase rests_on{"Rests on", "Опирается на"};
inline constexpr Phrase examined{"Examined, changes nothing here:", "Рассмотрено, ничего не меняет:"};
inline constexpr Phrase key{"Key", "Условные обозначения"};
inline constexpr Phrase present{"present", "присутствие"};
inline constexpr Phrase not_a_member{"not a member", "не член"};
inline constexpr Phrase to_come{"to come", "предстоит"};
inline constexpr Phrase attendance{"Attendance", "Участие"};

// -- the foot ------------------------------------------------------------------------------------

inline constexpr Phrase about_this_page{"About this page", "Об этой странице"};
inline constexpr Phrase this_page{
    "Reasons are printed where they were unfolded. This page with all its reasons and the addresses of its sources: ",
    "Основания напечатаны там, где они были развёрнуты. Эта страница со всеми основаниями и адресами источников: "};
inline constexpr Phrase as_data{"This page as data (JSON)", "Эта страница как данные (JSON)"};
inline constexpr Phrase how_to_check{"How to check this page", "Как проверить эту страницу"};
inline constexpr Phrase worked_out_from{"What this answer was worked out from", "Из чего выведен этот ответ"};
inline constexpr Phrase rulebook{"Rulebook", "Свод правил"};
inline constexpr Phrase accessibility{"Accessibility", "Доступность"};
inline constexpr Phrase receipt_explained{
    "The same rulebook, the same entries and the same question give the same answer on any machine. "
    "Compare these values with your own copy.",
    "Тот же свод правил, те же записи и тот же вопрос дают на любой машине тот же ответ. "
    "Сравните эти значения со своей копией."};
inline constexpr Phrase receipt_rulebook{"Rulebook", "Свод правил"};
inline constexpr Phrase receipt_entries{"Entries of the record", "Записей"};
inline constexpr Phrase receipt_record{"Record, SHA-256", "Записи, SHA-256"};
inline constexpr Phrase receipt_engine{"Engine", "Программа"};
inline constexpr Phrase receipt_supposed{"Supposed acts, SHA-256", "Предположенные акты, SHA-256"};

// -- sentences about an organisation -------------------------------------------------------------

/// "An independent record on the CSTO". `about` is what the record is on, with its preposition where the
/// language asks for one: "the CSTO", «об ОДКБ».
std::string subtitle(Language language, std::string_view about);

/// The disclaimer every page bears. `of` is whose site this is not: "the CSTO", «ОДКБ» (genitive).
std::string disclaimer(Language language, std::string_view of);

}  // namespace words::chrome
