#include "words/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace words {
namespace {

// A word for every value of an enumeration whose names acts/ lists: as many as there are names.
template <acts::Named E> using For = std::array<Phrase, acts::NamesOf<E>::names.size()>;

template <class Table, class E> std::string_view at(const Table& table, Language language, E value) {
    return table[static_cast<std::size_t>(value)](language);
}

struct Coded {
    std::string_view code;
    Phrase says;
};
template <class Table>
std::string_view by_code(const Table& table, Language language, std::string_view code) {
    for (const Coded& one : table) {
        if (one.code == code) return one.says(language);
    }
    return {};
}

}  // namespace

// -- answers -----------------------------------------------------------------------------------------

std::string_view say(Language language, law::Standing standing) {
    constexpr std::array<Phrase, 4> words{{
        {"settled", "установлено"},
        {"imprecise", "неточно"},
        {"depends", "зависит"},
        {"not on record", "в записях нет"},
    }};
    return at(words, language, standing);
}

std::string_view say(Language language, base::Support support) {
    constexpr std::array<Phrase, 4> words{{
        {"official", "официально"},
        {"reported", "по сообщениям"},
        {"inferred", "выведено"},
        {"unverified", "не проверено"},
    }};
    return at(words, language, support);
}

std::string_view explain(Language language, base::Support support) {
    constexpr std::array<Phrase, 4> words{{
        {"Stated in a primary text or on an official page that was read.",
         "Сказано в первоисточнике или на прочитанной официальной странице."},
        {"Reported at second hand: by the press, by an official speaking, by a commentator.",
         "Передано со слов других: прессой, должностным лицом, комментатором."},
        {"Concluded from such statements.", "Выведено из таких сведений."},
        {"Rests on a text that nobody who keeps this record has read.",
         "Опирается на текст, которого составители записей не читали."},
    }};
    return at(words, language, support);
}

std::string_view rests_on(Language language, base::Support support) {
    constexpr std::array<Phrase, 4> words{{
        {"official texts", "официальные тексты"},
        {"reports", "сообщения"},
        {"inference", "вывод из сведений"},
        {"a text known at second hand, which has not been read",
         "непрочитанный текст, известный из вторых рук"},
    }};
    return at(words, language, support);
}

// -- acts --------------------------------------------------------------------------------------------

std::string_view say(Language language, acts::Stance stance) {
    constexpr For<acts::Stance> words{{
        {"signed", "подписано"},
        {"signed with a reservation", "подписано с оговоркой"},
        {"no objection", "возражений нет"},
        {"will consider joining", "рассмотрит присоединение"},
        {"joined", "присоединение"},
        {"abstains from joining", "не присоединяется"},
        {"objects", "возражает"},
        {"objects to the format", "возражает против формата"},
        {"abstains in the vote", "воздерживается при голосовании"},
        {"votes against", "голосует против"},
        {"denounced", "денонсация"},
    }};
    return at(words, language, stance);
}

std::string_view say(Language language, acts::PaperKind kind) {
    constexpr For<acts::PaperKind> words{{
        {"decision", "решение"},
        {"protocol decision", "протокольное решение"},
        {"declaration", "декларация"},
        {"statement", "заявление"},
        {"resolution", "резолюция"},
        {"regulation", "положение"},
        {"plan", "план"},
        {"strategy", "стратегия"},
        {"agreement", "соглашение"},
        {"protocol", "протокол"},
        {"budget", "бюджет"},
        {"appointment", "назначение"},
        {"programme", "программа"},
        {"memorandum", "меморандум"},
    }};
    return at(words, language, kind);
}

std::string_view say(Language language, acts::SessionKind kind) {
    constexpr For<acts::SessionKind> words{{
        {"regular session", "очередная сессия"},
        {"extraordinary session", "внеочередная сессия"},
        {"informal meeting", "неформальная встреча"},
        {"jubilee session", "юбилейная сессия"},
        {"joint meeting", "совместное заседание"},
        {"written procedure", "письменная процедура"},
        {"meeting", "заседание"},
        {"session, kind not told", "сессия, вид не указан"},
    }};
    return at(words, language, kind);
}

std::string_view say(Language language, acts::Mode mode) {
    constexpr For<acts::Mode> words{{
        {"in person", "очно"},
        {"by video conference", "по видеосвязи"},
        {"partly by video conference", "частично по видеосвязи"},
        {"by correspondence", "путём переписки"},
    }};
    return at(words, language, mode);
}

std::string_view say(Language language, acts::Format format) {
    constexpr For<acts::Format> words{{
        {"ordinary format", "обычный формат"},
        {"limited format", "ограниченный формат"},
        {"format not on record", "формат в записях не указан"},
    }};
    return at(words, language, format);
}

std::string_view say(Language language, acts::Step step) {
    constexpr For<acts::Step> words{{
        {"vote of the lower house", "решение нижней палаты"},
        {"vote of the upper house", "решение верхней палаты"},
        {"vote of parliament", "решение парламента"},
        {"law", "закон"},
        {"ratification", "ратификация"},
    }};
    return at(words, language, step);
}

std::string_view say(Language language, acts::HandOver hand_over) {
    constexpr For<acts::HandOver> words{{
        {"with the session day", "по окончании дня сессии"},
        {"with the calendar year", "с начала календарного года"},
        {"on a stated day", "в названный день"},
    }};
    return at(words, language, hand_over);
}

std::string_view say(Language language, acts::Certainty certainty) {
    constexpr For<acts::Certainty> words{{
        {"announced as certain", "объявлено как решённое"},
        {"announced as possible", "объявлено как возможное"},
        {"expected", "ожидается"},
    }};
    return at(words, language, certainty);
}

std::string_view say(Language language, acts::Outcome outcome) {
    constexpr For<acts::Outcome> words{{
        {"held as announced", "состоялось, как объявлено"},
        {"moved", "перенесено"},
        {"not held", "не состоялось"},
        {"done", "выполнено"},
        {"not done", "не выполнено"},
    }};
    return at(words, language, outcome);
}

std::string_view say(Language language, acts::Reply value) {
    constexpr For<acts::Reply> words{{
        {"accepted", "приглашение принято"},
        {"declined", "приглашение отклонено"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Part value) {
    constexpr For<acts::Part> words{{
        {"in narrow format", "в узком составе"},
        {"in expanded format", "в расширенном составе"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::DraftAnswer value) {
    constexpr For<acts::DraftAnswer> words{{
        {"agrees", "согласовано"},
        {"has comments", "есть замечания"},
        {"objects", "возражает"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Relation value) {
    constexpr For<acts::Relation> words{{
        {"amends", "вносит изменения в"},
        {"repeals", "отменяет"},
        {"is a new revision of", "излагает в новой редакции"},
        {"implements", "исполняет"},
        {"is an annex of", "является приложением к"},
        {"approves", "утверждает"},
        {"is the text of", "содержит текст документа"},
        {"starts together with", "вступает в силу вместе с"},
        {"ends", "прекращает действие документа"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Items value) {
    constexpr For<acts::Items> words{{
        {"measures", "мероприятия"},
        {"decisions", "решения"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Paid value) {
    constexpr For<acts::Paid> words{{
        {"paid", "уплачено"},
        {"paid in part", "уплачено частично"},
        {"not paid", "не уплачено"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Filling value) {
    constexpr For<acts::Filling> words{{
        {"filled", "занята"},
        {"vacant", "вакантна"},
        {"holder recalled", "сотрудник отозван"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::CrisisMeasure value) {
    constexpr For<acts::CrisisMeasure> words{{
        {"peacekeeping forces", "миротворческие силы"},
        {"a mission", "миссия"},
        {"aid", "помощь"},
        {"a statement", "заявление"},
        {"return", "возвращение"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Status value) {
    constexpr For<acts::Status> words{{
        {"observer", "наблюдатель"},
        {"partner", "партнёр"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::ContactKind value) {
    constexpr For<acts::ContactKind> words{{
        {"visit", "визит"},
        {"telephone call", "телефонный разговор"},
        {"meeting", "встреча"},
        {"ceremony", "церемония"},
        {"address", "выступление"},
    }};
    return at(words, language, value);
}

std::string_view say(Language language, acts::Ruling ruling) {
    constexpr For<acts::Ruling> words{{
        {"left open", "оставлено открытым"},
        {"one account preferred", "предпочтена одна версия"},
        {"one account set aside", "одна версия отклонена"},
        {"two different events", "два разных события"},
    }};
    return at(words, language, ruling);
}

std::string_view say(Language language, acts::Counted counted) {
    constexpr For<acts::Counted> words{{
        {"prepared", "подготовлено"},
        {"on the agenda", "в повестке дня"},
        {"submitted for signing", "представлено на подпись"},
        {"adopted", "принято"},
        {"signed", "подписано"},
        {"adopted and signed", "принято и подписано"},
    }};
    return at(words, language, counted);
}

std::string_view act_kind(Language language, std::string_view kind) {
    constexpr std::array<Coded, std::variant_size_v<acts::Content>> words{{
        {"signed", {"signature", "подписание"}},
        {"not-signed", {"not signed", "не подписано"}},
        {"national-step", {"step at home", "внутригосударственная процедура"}},
        {"deposited", {"instrument deposited", "сдача на хранение"}},
        {"entered-into-force", {"entry into force", "вступление в силу"}},
        {"registered", {"registration", "регистрация"}},
        {"withdrawal-notified", {"notice of withdrawal", "уведомление о выходе"}},
        {"admitted", {"admission", "приём в члены"}},
        {"membership-restored", {"membership restored", "восстановление членства"}},
        {"suspension-requested", {"suspension requested", "просьба о приостановлении членства"}},
        {"membership-suspended", {"membership suspended", "приостановление членства"}},
        {"participation-suspended", {"participation suspended", "приостановление участия"}},
        {"participation-restored", {"participation restored", "возобновление участия"}},
        {"left", {"membership ended", "прекращение членства"}},
        {"excluded", {"exclusion", "исключение"}},
        {"participation-declared-frozen",
         {"participation declared frozen", "заявление о замораживании участия"}},
        {"body-established", {"body established", "создание органа"}},
        {"appointed", {"appointment", "назначение"}},
        {"acting", {"acting holder", "исполнение обязанностей"}},
        {"attested", {"holder named by a source", "должностное лицо по источнику"}},
        {"relieved", {"end of office", "освобождение от должности"}},
        {"elected-chair", {"chair elected", "избрание председателя"}},
        {"chairmanship-passes", {"chair passes", "переход председательства"}},
        {"chair-attested", {"chair named by a source", "председательство по источнику"}},
        {"announced", {"announcement", "объявление"}},
        {"came-about", {"what became of it", "чем завершилось"}},
        {"held", {"meeting held", "проведение"}},
        {"present", {"presence", "присутствие"}},
        {"absent", {"absence", "отсутствие"}},
        {"guest", {"guest", "гость"}},
        {"presided", {"presiding", "председательство на заседании"}},
        {"discussed", {"subject discussed", "обсуждение"}},
        {"adopted", {"adoption", "принятие"}},
        {"not-adopted", {"not adopted", "не принято"}},
        {"position-taken", {"position", "позиция"}},
        {"handed-over", {"papers handed over", "передача документов"}},
        {"interpretation-stated", {"interpretation stated", "толкование"}},
        {"stated", {"statement", "заявление"}},
        {"counted", {"count", "подсчёт"}},
        {"difference-noted", {"difference noted", "расхождение версий"}},
        {"annulled", {"entry annulled", "аннулирование записи"}},
        {"office-attested", {"office named by a source", "должность по источнику"}},
        {"body-altered", {"body altered", "изменение органа"}},
        {"invited", {"invitation", "приглашение"}},
        {"invitation-answered", {"answer to an invitation", "ответ на приглашение"}},
        {"part-held", {"part of a session", "часть сессии"}},
        {"body-served", {"body served a session", "обеспечение сессии"}},
        {"drafted", {"draft prepared", "подготовка проекта"}},
        {"draft-circulated", {"draft sent to the states", "направление проекта государствам"}},
        {"draft-answered", {"answer to a draft", "ответ по проекту"}},
        {"draft-examined", {"draft examined", "рассмотрение проекта"}},
        {"draft-agreed", {"draft agreed", "согласование проекта"}},
        {"submitted", {"draft submitted", "внесение проекта"}},
        {"withdrawn", {"draft withdrawn", "снятие проекта"}},
        {"approved", {"approval by signature", "утверждение подписью"}},
        {"paper-related", {"relation of papers", "связь документов"}},
        {"text-published", {"text published", "публикация текста"}},
        {"priority-stated", {"priority", "приоритет"}},
        {"plan-covers", {"part of a plan", "часть плана"}},
        {"implementation-reported", {"report on a plan", "доклад о выполнении"}},
        {"budget-stated", {"budget", "бюджет"}},
        {"share-stated", {"share", "взнос"}},
        {"payment-reported", {"payment", "уплата взноса"}},
        {"vote-taken-away", {"vote taken away", "лишение права голоса"}},
        {"vote-given-back", {"vote given back", "возврат права голоса"}},
        {"quota-distributed", {"posts allotted", "распределение должностей"}},
        {"quota-post-reported", {"post of a quota", "квотная должность"}},
        {"consultation-requested", {"consultations requested", "обращение"}},
        {"consultation-opened", {"consultations opened", "начало консультаций"}},
        {"measure-decided", {"measure decided", "решение о мере"}},
        {"measure-carried-out", {"measure carried out", "исполнение меры"}},
        {"measure-reported", {"report on a measure", "доклад о мере"}},
        {"consultation-ended", {"end of consultations", "завершение"}},
        {"memorandum-signed", {"memorandum signed", "подписание меморандума"}},
        {"status-given", {"status given", "предоставление статуса"}},
        {"status-received", {"status received", "получение статуса"}},
        {"contact", {"contact", "контакт"}},
    }};
    return by_code(words, language, kind);
}

std::string_view field(Language language, std::string_view field) {
    constexpr std::array<Coded, 60> words{{
        {"on", {"day", "день"}},
        {"place", {"place", "место"}},
        {"member", {"state", "государство"}},
        {"body", {"body", "орган"}},
        {"post", {"post", "должность"}},
        {"person", {"person", "лицо"}},
        {"session", {"session", "сессия"}},
        {"paper", {"paper", "документ"}},
        {"instrument", {"instrument", "договорный документ"}},
        {"from", {"beginning", "начало"}},
        {"until", {"end", "окончание"}},
        {"when", {"time announced", "объявленное время"}},
        {"at", {"where it was announced", "где объявлено"}},
        {"takes_effect", {"day of effect", "день вступления в силу"}},
        {"hand_over", {"time of the hand-over", "время передачи"}},
        {"in_place_of", {"whose turn it was", "чья была очередь"}},
        {"succeeds", {"predecessor", "предшественник"}},
        {"step", {"step at home", "внутригосударственная процедура"}},
        {"session_kind", {"kind of meeting", "вид заседания"}},
        {"mode", {"way of meeting", "способ проведения"}},
        {"paper_kind", {"kind of paper", "вид документа"}},
        {"format", {"format of adoption", "формат принятия"}},
        {"stance", {"position", "позиция"}},
        {"outcome", {"outcome", "итог"}},
        {"certainty", {"certainty", "степень уверенности"}},
        {"number", {"number of papers", "число документов"}},
        {"counted", {"what was counted", "что сосчитано"}},
        {"announcement", {"announcement", "объявление"}},
        {"topic", {"subject", "тема"}},
        {"side", {"interpretation", "толкование"}},
        {"hour", {"hour, as worded", "время, в словах источника"}},
        {"items", {"what was counted", "что сосчитано"}},
        {"done", {"number done", "выполнено"}},
        {"of", {"of how many", "из скольких"}},
        {"share", {"share", "доля"}},
        {"amount", {"amount", "сумма"}},
        {"paid", {"payment", "уплата"}},
        {"answer", {"answer", "ответ"}},
        {"reply", {"answer", "ответ"}},
        {"part", {"part", "часть"}},
        {"relation", {"relation", "связь"}},
        {"filling", {"standing of the post", "состояние должности"}},
        {"posts", {"number of posts", "число должностей"}},
        {"measure", {"measure", "мера"}},
        {"status", {"status", "статус"}},
        {"contact", {"kind of contact", "вид контакта"}},
        {"deadline", {"deadline", "срок ответа"}},
        {"organisation", {"organisation", "организация"}},
        {"consultation", {"consultations", "консультации"}},
        {"ground", {"ground of the hand-over", "основание перехода"}},
        {"takes_part", {"how he or she takes part", "на каком основании участвует"}},
        {"capacity", {"capacity", "качество"}},
        {"to_person", {"to whom", "кому"}},
        {"with_person", {"other person", "другое лицо"}},
        {"with_member", {"other state", "другое государство"}},
        {"by_member", {"inviting state", "приглашающее государство"}},
        {"by_person", {"inviting person", "приглашающее лицо"}},
        {"to_paper", {"other paper", "другой документ"}},
        {"to_instrument", {"other instrument", "другой договор"}},
        {"to_session", {"session", "сессия"}},
    }};
    return by_code(words, language, field);
}

// -- law ---------------------------------------------------------------------------------------------

std::string_view say(Language language, law::Attendance::Was was) {
    constexpr std::array<Phrase, 3> words{{
        {"present", "присутствие"},
        {"absent", "отсутствие"},
        {"not on record", "в записях нет"},
    }};
    return at(words, language, was);
}

std::string_view say(Language language, law::Membership::Is status) {
    constexpr std::array<Phrase, 5> words{{
        {"not a member", "не член"},
        {"signatory, not yet a party", "подписавшее государство, ещё не участник"},
        {"member", "член"},
        {"membership suspended", "членство приостановлено"},
        {"no longer a member", "больше не член"},
    }};
    return at(words, language, status);
}

std::string_view say(Language language, law::Outcome outcome) {
    constexpr std::array<Phrase, 5> words{{
        {"the rule has not been read", "правило не прочитано"},
        {"the conditions of this way of deciding were not met", "условия такого порядка не выполнены"},
        {"no quorum for deciding", "нет кворума для решения"},
        {"adopted", "принято"},
        {"not adopted", "не принято"},
    }};
    return at(words, language, outcome);
}

std::string_view membership_of(Language language, std::string_view of) {
    constexpr std::array<Coded, 2> words{{
        {"treaty", {"parties to the treaty", "участники договора"}},
        {"organisation", {"members of the organisation", "члены Организации"}},
    }};
    return by_code(words, language, of);
}

std::string_view stands_as(Language language, std::string_view code) {
    constexpr std::array<Coded, 9> words{{
        {"decision-of-the-organisation", {"decision of the organisation", "решение Организации"}},
        {"papers-of-those-present", {"papers of those present", "документы присутствовавших"}},
        {"adopted-as-announced", {"adopted, as announced", "принято, по сообщениям"}},
        {"not-adopted", {"not adopted", "не принято"}},
        {"not_adopted", {"not adopted by this reading", "не принято при таком толковании"}},
        {"adopted", {"adopted", "принято"}},
        {"not_read", {"not known: the rule has not been read", "неизвестно: правило не прочитано"}},
        {"not_open",
         {"without effect: this way of deciding was not open",
          "без последствий: такой порядок был неприменим"}},
        {"no_quorum",
         {"without effect: no quorum for deciding", "без последствий: не было кворума для решения"}},
    }};
    return by_code(words, language, code);
}

std::string_view stands_as_predicate(std::string_view code) {
    using Said = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Said, 9> all{{
        {"decision-of-the-organisation", "имеет силу решения Организации"},
        {"papers-of-those-present", "имеет силу лишь для присутствовавших"},
        {"adopted-as-announced", "о принятии известно только из сообщений"},
        {"not-adopted", "не принят"},
        {"not_adopted", "при таком толковании не принят"},
        {"adopted", "принят"},
        {"not_read", "неизвестно: правило не прочитано"},
        {"not_open", "последствий не имеет: такой порядок был неприменим"},
        {"no_quorum", "последствий не имеет: не было кворума для решения"},
    }};
    const auto found = std::ranges::find(all, code, &Said::first);
    return found == all.end() ? std::string_view() : found->second;
}

std::string became(Language language, std::string_view code, Gender paper) {
    struct Became {
        std::string_view code;
        std::string_view english;
        std::string_view before, participle, after;  // Russian, the participle in the masculine
    };
    constexpr std::array<Became, 6> words{{
        {"adopted", "adopted", "", "принят", ""},
        {"approved", "approved by signature", "", "утверждён", " подписью"},
        {"draft", "a draft", "проект", "", ""},
        {"not-adopted", "not adopted", "не ", "принят", ""},
        {"signed-with-others", "signed with others", "", "подписан", " с другими"},
        {"withdrawn", "withdrawn", "", "снят", " с рассмотрения"},
    }};
    const auto found = std::ranges::find(words, code, &Became::code);
    if (found == words.end()) return {};
    if (language == Language::en) return std::string(found->english);
    std::string said(found->before);
    if (!found->participle.empty()) said += agreeing(found->participle, paper);
    return said.append(found->after);
}

std::string_view claim_standing(Language language, std::string_view code) {
    constexpr std::array<Coded, 4> words{{
        {"on-record", {"on record", "есть в записях"}},
        {"differs", {"differs from the record", "расходится с записями"}},
        {"not-checkable", {"not checkable", "проверке не поддаётся"}},
        {"unrelated", {"unrelated page matter", "не относится к делу: оформление страницы"}},
    }};
    return by_code(words, language, code);
}

std::string_view settled_by(Language language, std::string_view code) {
    constexpr std::array<Coded, 28> words{{
        {"the-text-of-the-reservation", {"the text of the reservation", "текст оговорки"}},
        {"a-source-that-says-what-came-of-it",
         {"a source that says what came of what was announced",
          "источник, где сказано, чем завершилось объявленное"}},
        {"the-text-of-the-paper", {"the text of the paper", "текст документа"}},
        {"the-text-of-the-rule", {"the text of the rule", "текст правила"}},
        {"the-list-of-papers-signed",
         {"the session’s list of papers signed", "перечень документов, подписанных на сессии"}},
        {"the-signed-text", {"the signed text", "подписанный текст"}},
        {"the-decision-that-established-it",
         {"the decision by which the body was established", "решение о создании органа"}},
        {"the-text-of-the-budget",
         {"the text of the budget or of the decision on it", "текст бюджета или решения о нём"}},
        {"the-decision-that-ended-it",
         {"the decision by which the measure ended", "решение о завершении меры"}},
        {"an-announcement-of-the-consultations",
         {"an announcement of the consultations", "сообщение о начале консультаций"}},
        {"the-text-of-the-request", {"the text of the request", "текст обращения"}},
        {"the-minutes-of-the-body", {"the minutes of the body", "протокол заседания органа"}},
        {"the-answers-of-the-states", {"the answers of the states", "ответы государств"}},
        {"the-letter-that-sent-it",
         {"the letter by which it was sent to the states", "письмо, которым проект направлен государствам"}},
        {"the-draft-itself", {"the draft itself, with its day", "сам проект с указанием дня"}},
        {"the-report-on-the-plan", {"the report on the plan", "доклад о выполнении плана"}},
        {"a-report-that-it-was-carried-out",
         {"a report that the measure was carried out", "сообщение об осуществлении меры"}},
        {"the-text-of-the-decision", {"the text of the decision", "текст решения"}},
        {"the-decision-on-the-scale", {"the decision on the scale", "решение о шкале взносов"}},
        {"the-decision-that-gave-it",
         {"the decision by which the status was given", "решение о предоставлении статуса"}},
        {"the-letter-that-submitted-it",
         {"the letter by which it was submitted", "письмо, с которым проект представлен"}},
        {"a-source-that-says-whether-it-was-held",
         {"a source that says whether it was held", "источник, где сказано, состоялось ли заседание"}},
        {"a-list-of-those-present", {"a list of those present", "список присутствовавших"}},
        {"a-source-that-says-what-became-of-it",
         {"a source that says what became of it", "источник, где сказано, что с ним стало"}},
        {"an-announcement-or-the-deposits",
         {"an announcement of the entry into force, or the instruments deposited",
          "объявление о вступлении в силу или сданные на хранение документы"}},
        {"a-source-that-tells-of-its-consent",
         {"a source that tells of its consent to be bound",
          "источник, где сказано о согласии государства на обязательность документа"}},
        {"a-source-that-names-the-chair",
         {"a source that names the chair", "источник, где назван председатель"}},
        {"a-source-that-names-the-holder",
         {"a source that names the holder of the post", "источник, где названо лицо, занимающее должность"}},
    }};
    return by_code(words, language, code);
}

// -- by name -----------------------------------------------------------------------------------------

std::string_view standing_named(Language language, std::string_view name) {
    for (int i = 0; i < 4; ++i) {
        const auto standing = static_cast<law::Standing>(i);
        if (law::standing_name(standing) == name) return say(language, standing);
    }
    return {};
}

std::string_view support_named(Language language, std::string_view name) {
    const auto support = base::read_support(name);
    return support ? say(language, *support) : std::string_view();
}

std::string_view attendance_named(Language language, std::string_view name) {
    using Was = law::Attendance::Was;
    for (const Was was : {Was::present, Was::absent, Was::not_on_record}) {
        if (law::name_of(was) == name) return say(language, was);
    }
    return {};
}

std::string_view status_named(Language language, std::string_view name) {
    using Is = law::Membership::Is;
    for (const Is is : {Is::never, Is::signatory, Is::member, Is::suspended, Is::ended}) {
        if (law::name_of(is) == name) return say(language, is);
    }
    return {};
}

}  // namespace words
