// The words of papers that go out: feeds, calendars, the page of one act.
#pragma once

#include <utility>

#include "base/support.hpp"
#include "words/language.hpp"

namespace words::office {

// -- feeds -----------------------------------------------------------------------------------------

inline constexpr Phrase happened{"Date: {day}.", "Дата: {day}."};
inline constexpr Phrase known{"Known since {day}.", "Известно с {day}."};
inline constexpr Phrase sources{"Sources: {sources}.", "Источники: {sources}."};
inline constexpr Phrase rests_on{"Rests on: {grade}.", "Опора: {grade}."};
inline constexpr Phrase new_on_record{"{organisation}: new on record", "{organisation}: новое в записях"};
inline constexpr Phrase feed{"New on record (Atom feed)", "Новое в записях (лента Atom)"};
inline constexpr Phrase feed_of{"{name}: new on record", "{name}: новое в записях"};

inline constexpr Phrase official{"official", "официально"};
inline constexpr Phrase reported{"reported", "по сообщениям"};
inline constexpr Phrase inferred{"inferred", "выведено"};
inline constexpr Phrase unverified{"unverified", "не проверено"};
constexpr const Phrase& grade(base::Support support) {
    switch (support) {
        case base::Support::official:
            return official;
        case base::Support::reported:
            return reported;
        case base::Support::inferred:
            return inferred;
        case base::Support::unverified:
            return unverified;
    }
    std::unreachable();
}

// -- calendars -------------------------------------------------------------------------------------

inline constexpr Phrase calendar_of{"{organisation}: sessions", "{organisation}: сессии"};
inline constexpr Phrase calendar{"Sessions as a calendar (iCalendar)", "Сессии как календарь (iCalendar)"};
inline constexpr Phrase no_more_exactly{"The day is known no more exactly than this: {days}.",
                                        "День известен не точнее: {days}."};
inline constexpr Phrase no_outcome{"Whether it was held is not on record.",
                                   "Состоялось ли это, в записях нет."};

// -- tables ----------------------------------------------------------------------------------------

inline constexpr Phrase as_table{"This page as a table (CSV)", "Эта страница как таблица (CSV)"};

// -- the page of one act ---------------------------------------------------------------------------

inline constexpr Phrase act_title{"Entry {number} of the record", "Запись {number}"};
inline constexpr Phrase act_date{"Date", "Дата"};
inline constexpr Phrase act_known{"Known since", "Известно с"};
inline constexpr Phrase act_place{"Place", "Место"};
inline constexpr Phrase act_about{"About", "О чём"};
inline constexpr Phrase act_sources{"Sources", "Источники"};
inline constexpr Phrase act_id{"Name of the act", "Имя акта"};
inline constexpr Phrase act_kind{"Kind of act", "Вид акта"};
inline constexpr Phrase act_event{"Another account of", "Другая версия того же"};
inline constexpr Phrase act_accounts{"Other accounts of the same", "Другие версии того же"};
inline constexpr Phrase annulled{"This entry was annulled: it counts for nothing from {day}.",
                                 "Эта запись аннулирована: с {day} она не учитывается."};
inline constexpr Phrase annulled_by{"The act that annulled it: {act}", "Чем аннулирована: {act}"};
inline constexpr Phrase instead{"What stands now", "Что есть теперь"};
inline constexpr Phrase act_sentence{
    "What the paper says, as it was recorded. Entries are never changed; a mistake is mended by another entry.",
    "Что сказано в бумаге, как внесено в записи. Записи не меняются; ошибку исправляет другая запись."};

}  // namespace words::office
