#include "words/acts_said.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "base/date.hpp"
#include "record/fields.hpp"
#include "words/dates.hpp"
#include "words/phrasing.hpp"

namespace words {
namespace {

// What happened is told in the past tense, in Russian in the gender of who did it: {member~подписал}.
constexpr std::array patterns{
    // instruments
    Pattern{"signed", {"{member} signed {instrument}", "{member} {member~подписал} {instrument/acc}"}},
    Pattern{"not-signed",
            {"{member} did not sign {instrument}", "{member} не {member~подписал} {instrument/acc}"}},
    Pattern{"national-step",
            {"{member}: {step} ({instrument:instrument})", "{member}: {step} ({instrument:instrument})"}},
    Pattern{"deposited",
            {"{member} deposited its instrument of consent to {instrument}",
             "{member} {member~сдал} на хранение документ о согласии на обязательность {instrument/gen}"}},
    Pattern{"entered-into-force",
            {"{instrument} entered into force", "{instrument} {instrument~вступил} в силу"}},
    Pattern{"registered",
            {"{instrument} was registered with {with:text}",
             "{instrument} {instrument~зарегистрирован}: {with:text}"}},
    Pattern{
        "withdrawal-notified",
        {"{member} notified its withdrawal from {instrument}[, to take effect {takes_effect:when}]",
         "{member} {member~уведомил} о выходе из {instrument/gen}[, выход вступает в силу {takes_effect:when}]"}},
    // membership
    Pattern{"admitted", {"{member} was admitted", "{member} {member~принят} в члены"}},
    Pattern{"membership-restored",
            {"the membership of {member} was restored", "членство {member/gen} восстановлено"}},
    Pattern{"suspension-requested",
            {"{member} asked that its membership be suspended",
             "{member} {member~просил} приостановить своё членство"}},
    Pattern{"membership-suspended",
            {"the membership of {member} was suspended", "членство {member/gen} приостановлено"}},
    Pattern{"participation-suspended",
            {"the participation of {member} in the bodies was suspended",
             "участие {member/gen} в органах приостановлено"}},
    Pattern{"participation-restored",
            {"the participation of {member} in the bodies was restored",
             "участие {member/gen} в органах возобновлено"}},
    Pattern{"left", {"{member} ceased to be a member", "членство {member/gen} прекращено"}},
    Pattern{"excluded", {"{member} was excluded", "{member} {member~исключён} из числа членов"}},
    Pattern{"participation-declared-frozen",
            {"{member} declared its participation frozen[ ({person})]",
             "{member} {member~заявил} о замораживании своего участия[ ({person})]"}},
    // bodies and posts
    Pattern{"body-established", {"{body} was established", "{body~создан} {body}"}},
    Pattern{"appointed",
            {"{person} was appointed {post:post-label}[ {from:from}][ {until:until}]",
             "{person} {person~назначен} на должность {post/gen}[ {from:since}][ {until:until}]"}},
    Pattern{"acting",
            {"{person} began to act as {post:post-label}",
             "{person} {person~приступил} к исполнению обязанностей {post/gen}"}},
    Pattern{"attested",
            {"{person} is reported as {post:post-label}",
             "по источнику, должность {post/gen} {person~занимал} {person}"}},
    Pattern{
        "relieved",
        {"{person} ceased to be {post:post-label}", "{person} {person~освобождён} от должности {post/gen}"}},
    Pattern{"elected-chair",
            {"{body} elected {member} to its chair[ ({person})]",
             "председателем {body/gen} {member~избран} {member}[ ({person})]"}},
    Pattern{
        "chairmanship-passes",
        {"the chair of {body} passes[ from {from:member}] to {member}[, in place of {in_place_of}]",
         "председательство в {body/pre} передано[ от {from:member/gen}] {member/dat}[ вместо {in_place_of/gen}]"}},
    Pattern{"chair-attested",
            {"{member} is reported in the chair of {body}[ ({person})]",
             "по источнику, в {body/pre} {member~председательствовал} {member}[ ({person})]"}},
    // sessions
    Pattern{"announced",
            {"announced: {title:quote}[, {when:when}][ ({certainty})]",
             "объявлено: {title:quote}[, {when:when}][ ({certainty})]"}},
    Pattern{"came-about",
            {"what became of what was announced: {outcome}", "чем завершилось объявленное: {outcome}"}},
    Pattern{"held", {"held: {title:quote}", "состоялось: {title:quote}"}},
    Pattern{"present",
            {"{member} was present at {session}[ ({person})]",
             "на {session/pre} {member~присутствовал} {member}[ ({person})]"}},
    Pattern{"absent",
            {"{member} was absent from {session}", "на {session/pre} {member~отсутствовал} {member}"}},
    Pattern{"guest",
            {"{takes_part} at {session}[: {person}][, {member}][ ({capacity})]",
             "{takes_part} на {session/pre}[: {person}][, {member}][ ({capacity})]"}},
    Pattern{"presided",
            {"{member} presided over {session}[ ({person})]",
             "на {session/pre} {member~председательствовал} {member}[ ({person})]"}},
    Pattern{"discussed", {"discussed: {subject:quote}", "обсуждалось: {subject:quote}"}},
    // papers
    Pattern{"adopted", {"{paper} was adopted[ by {body}]", "{paper} принят[ {body/ins}]"}},
    Pattern{"not-adopted", {"{paper} was not adopted", "{paper} не принят"}},
    Pattern{"position-taken",
            {"position of {member}[ on {paper}][, all papers of {session}]: {stance}",
             "позиция {member/gen}[ по {paper/dat}][, все документы {session/gen}]: {stance}"}},
    Pattern{"handed-over",
            {"handed to {member}[: {paper}][: the papers of {session}]",
             "передано {member/dat}[: {paper}][: документы {session/gen}]"}},
    // statements
    Pattern{"interpretation-stated",
            {"interpretation stated[ by {member}][, {body}][ ({person})]: {dispute}, {side}",
             "толкование[ {member/gen}][, {body}][ ({person})]: {dispute}, {side}"}},
    Pattern{"stated",
            {"statement[ by {member}][, {body}][ ({person})]. {says}",
             "заявление[ {member/gen}][, {body}][ ({person})]. {says}"}},
    Pattern{"counted",
            {"papers {counted}, as a source counts them: {number}",
             "по счёту источника, документов {counted}: {number}"}},
    // bodies, offices, sessions
    Pattern{"office-attested",
            {"{person} is reported as {office}[ of {of_member}][, {member}][, {organisation}]",
             "по источнику, {person} — {office}[ {of_member/gen}][, {member}][, {organisation}]"}},
    Pattern{"body-altered", {"{body:body-label}. {says}", "{body:body-label}. {says}"}},
    Pattern{"invited",
            {"invited[ by {by_member}][ ({by_person})]: {person:person}",
             "приглашение[ от {by_member/gen}][ ({by_person})]: {person:person}"}},
    Pattern{"invitation-answered", {"{person:person}: {reply}", "{person:person}: {reply}"}},
    Pattern{"part-held",
            {"part of {session} was held {part}[. {says}]", "часть {session/gen} прошла {part}[. {says}]"}},
    Pattern{
        "body-served",
        {"{body} served {session}[. {says}]", "{body} {body~обеспечил} проведение {session/gen}[. {says}]"}},
    // the way of a draft
    Pattern{
        "drafted",
        {"a draft was prepared[ by {body}]: {title:quote}", "подготовлен проект[, {body}]: {title:quote}"}},
    Pattern{"draft-circulated",
            {"{paper}: the draft was sent to the states[, to be answered {deadline:until}]",
             "{paper}: проект направлен государствам[, срок ответа {deadline:until}]"}},
    Pattern{"draft-answered",
            {"{member} answered to the draft {paper}: {answer}[. {says}]",
             "ответ {member/gen} по проекту, {paper}: {answer}[. {says}]"}},
    Pattern{"draft-examined", {"{body} examined the draft {paper}", "{paper}: проект рассмотрен, {body}"}},
    Pattern{"draft-agreed", {"{body} agreed the draft {paper}", "{paper}: проект согласован, {body}"}},
    Pattern{"submitted",
            {"the draft {paper} was submitted[ to {body}][ to {to_person}]",
             "{paper}: проект представлен[, {body}][; кому: {to_person}]"}},
    Pattern{"withdrawn",
            {"the draft {paper} was withdrawn[ at the request of {member}][. {why}]",
             "{paper}: проект снят с рассмотрения[ по просьбе {member/gen}][. {why}]"}},
    Pattern{"approved",
            {"{paper} was approved by signature[: {person}]", "{paper} утверждён подписью[: {person}]"}},
    Pattern{"paper-related",
            {"{paper} {relation}[ {to_paper}][ {to_instrument}][ the decisions of {to_session}]",
             "{paper} {relation}[ {to_paper}][ {to_instrument}][ решения {to_session/gen}]"}},
    Pattern{"text-published",
            {"the text can be read[: {paper}][: {instrument}][, number {number:text}]",
             "текст можно прочитать[: {paper}][: {instrument}][, номер {number:text}]"}},
    // programme
    Pattern{"priority-stated",
            {"priority of {member}[ for {when:date}]: {says:quote}",
             "приоритет {member/gen}[ на {when:date/acc}]: {says:quote}"}},
    Pattern{"plan-covers", {"what {paper} covers: {says:quote}", "что охватывает {paper}: {says:quote}"}},
    Pattern{"implementation-reported",
            {"reported as done: {done}[ of {of}][ ({items})][. {says}]",
             "по докладу выполнено {done}[ из {of}][ ({items})][. {says}]"}},
    // means
    Pattern{"budget-stated",
            {"budget[ for {when:date}][: {amount}][. {says}]",
             "бюджет[ на {when:date/acc}][: {amount}][. {says}]"}},
    Pattern{"share-stated",
            {"share of {member}[ for {when:date}][, {share}][, {amount}]",
             "взнос {member/gen}[ на {when:date/acc}][, {share}][, {amount}]"}},
    Pattern{"payment-reported",
            {"share of {member}[ for {when:date}]: {paid}[. {says}]",
             "взнос {member/gen}[ на {when:date/acc}]: {paid}[. {says}]"}},
    Pattern{"vote-taken-away",
            {"{member} lost its vote until it has paid", "{member} {member~лишён} права голоса до уплаты"}},
    Pattern{"vote-given-back", {"{member} has its vote again", "право голоса {member/gen} восстановлено"}},
    Pattern{
        "quota-distributed",
        {"posts of {body} were allotted[ to {member}][ for {when:date}][: {posts}][. {says}]",
         "в {body/pre} распределены должности[ для {member/gen}][ на {when:date/acc}][: {posts}][. {says}]"}},
    Pattern{"quota-post-reported",
            {"post of {member} in {body}: {filling}[, {when:date}][. {says}]",
             "должность {member/gen} в {body/pre}: {filling}[, {when:date}][. {says}]"}},
    // consultation
    Pattern{"consultation-requested",
            {"{member} asked for consultations[ ({person})]",
             "{member} {member~обратился} с просьбой о консультациях[ ({person})]"}},
    Pattern{"consultation-opened",
            {"consultations were opened[: {consultation}][ ({person})]",
             "консультации начаты[: {consultation}][ ({person})]"}},
    Pattern{"measure-decided",
            {"a measure was decided: {measure}[ ({person})][. {says}]",
             "решено о мере: {measure}[ ({person})][. {says}]"}},
    Pattern{"measure-carried-out",
            {"the measure was carried out[ ({person})][. {says}]", "мера исполнена[ ({person})][. {says}]"}},
    Pattern{"measure-reported",
            {"report on the measure[ ({person})][. {says}]", "доклад о мере[ ({person})][. {says}]"}},
    Pattern{"consultation-ended", {"the measure ended[. {says}]", "мера завершена[. {says}]"}},
    // relations
    Pattern{"memorandum-signed",
            {"signed with others: {title:quote}[ ({with_organisations})]",
             "подписано с другими: {title:quote}[ ({with_organisations})]"}},
    Pattern{
        "status-given",
        {"the status of {status}[ at {body}] was given[ to {organisation:the-organisation}][ to {member}]",
         "статус {status/gen}[ при {body/pre}] предоставлен[ {organisation:the-organisation/dat}][ {member/dat}]"}},
    Pattern{"status-received",
            {"the status of {status} was received[ from {organisation:the-organisation}][. {says}]",
             "[от {organisation:the-organisation/gen} ]получен статус {status/gen}[. {says}]"}},
    Pattern{"contact",
            {"{contact}[: {person}][, {with_person}][. {title}]",
             "{contact}[: {person}][, {with_person}][. {title}]"}},
    // the record
    Pattern{"difference-noted",
            {"a difference between accounts was noted. {why}", "отмечено расхождение версий. {why}"}},
    Pattern{"annulled", {"an entry was annulled. {why}", "запись аннулирована. {why}"}},
};

// Does the title say itself for when it is? "Next session: Astana, fourth quarter of 2024".
bool says_when(const std::string& title, std::string_view edtf, Language language) {
    const auto when = base::Date::read(edtf);
    if (!when || when->latest() == base::Day::last()) return false;
    // "13 February 2023": the month's name and the year.
    const std::string day_said = day(language, when->latest());
    const auto first = day_said.find(' ');
    const auto second = day_said.find(' ', first + 1);
    const std::string month = day_said.substr(first + 1, second - first - 1);
    const std::string year = std::to_string(when->latest().year());
    const bool one_month = when->earliest().month() == when->latest().month() &&
                           when->earliest().year() == when->latest().year();
    return title.contains(year) || (one_month && title.contains(month));
}

// «Президент» and «Премьер-министр» keep their large letter; the office of another begins small within a
// Russian sentence. English keeps all.
std::string office_in_a_sentence(std::string office, Language language) {
    if (language == Language::en || office.starts_with("Президент") || office.starts_with("Премьер"))
        return office;
    return uncapitalised(office);
}

bool names_the_organisation(const std::string& office) {
    return office.contains("Organi") || office.contains("Организаци");
}

// Where the state goes in the name of an office at the organisation: «постоянный представитель | при
// Организации», "Permanent representative | to the Organisation". Nothing where it has no such place.
std::size_t place_for_state(const std::string& office, Language language) {
    for (const std::string_view before :
         {language == Language::ru ? " при Организаци" : " to the Organi", " at the Organi"}) {
        if (const auto at = office.find(before); at != std::string::npos) return at;
    }
    return std::string::npos;
}

// An office of a state is said with it: "President of Belarus". One that names a state itself ("Ambassador to
// Russia") has it beside.
bool names_a_state(const std::string& office, const Names& names) {
    for (const rulebook::Member& member : names.rules().members) {
        for (const Case form : {Case::nominative, Case::genitive, Case::prepositional}) {
            if (office.contains(names.member(member.id, form))) return true;
        }
    }
    return false;
}

}  // namespace

base::Object facts_said(std::string_view kind, base::Object facts, const Names& names) {
    if (kind == "announced") {
        const auto title = facts.find("title");
        const auto when = facts.find("when");
        if (title != facts.end() && when != facts.end() &&
            says_when(names.text(title->second), when->second.text(), names.language()))
            facts.erase(when);
    }
    if (kind == acts::Guest::kind) {
        const bool by_office = facts.contains("takes_part") &&
                               facts.at("takes_part").text() == acts::name_of(acts::TakesPart::by_office);
        facts.insert_or_assign("takes_part", by_office ? base::Object{{"en", "took part by office"},
                                                                      {"ru", "участие по должности"}}
                                                       : base::Object{{"en", "guest"}, {"ru", "гость"}});
    }
    if (const auto office = facts.find("office"); office != facts.end()) {
        std::string said = names.text(office->second);
        const auto member = facts.find("member");
        if (member != facts.end() && !names_a_state(said, names)) {
            const std::size_t place = place_for_state(said, names.language());
            if (!names_the_organisation(said)) {
                facts.insert_or_assign("of_member", member->second);
                facts.erase(member);
            } else if (place != std::string::npos) {
                said.insert(place, (names.language() == Language::ru ? " " : " of ") +
                                       names.the_member(member->second.text(), Case::genitive));
                facts.erase(member);
            }
        }
        facts.insert_or_assign("office", office_in_a_sentence(said, names.language()));
    }
    if (const auto capacity = facts.find("capacity"); capacity != facts.end()) {
        if (std::string said = capacity_said(capacity->second, names); !said.empty())
            facts.insert_or_assign("capacity", std::move(said));
    }
    return facts;
}

std::string capacity_said(const base::Value& capacity, const Names& names) {
    return office_in_a_sentence(names.text(capacity), names.language());
}

std::string within_sentence(std::string text, const Names& names) {
    const auto starts_with = [&](const base::Text& name) {
        return std::ranges::any_of(name.languages(), [&](const auto& one) {
            return !one.second.empty() && text.starts_with(one.second);
        });
    };
    const auto named = [&](const auto& all) {
        return std::ranges::any_of(all, [&](const auto& one) { return starts_with(one.name); });
    };
    const rulebook::Rulebook& rules = names.rules();
    const std::string small = uncapitalised(text);
    // An abbreviation has a second large letter: its rest, made small, differs again.
    const std::size_t letter = text.empty() || static_cast<unsigned char>(text[0]) < 0x80 ? 1 : 2;
    const bool abbreviation =
        text.size() > letter && uncapitalised(text.substr(letter)) != text.substr(letter);
    const bool name = abbreviation || named(rules.members) || named(rules.bodies) || named(rules.persons) ||
                      named(rules.places) || text.starts_with("Организаци") || text.starts_with("Organi");
    return name ? text : small;
}

std::string uncapitalised(std::string text) {
    if (text.empty()) return text;
    if (text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
        return text;
    }
    if (text.size() < 2 || static_cast<unsigned char>(text[0]) != 0xD0) return text;
    const auto second = static_cast<unsigned char>(text[1]);
    if (second >= 0x90 && second <= 0x9F) {  // А to П
        text[1] = static_cast<char>(second + 0x20);
    } else if (second >= 0xA0 && second <= 0xAF) {  // Р to Я
        text[0] = static_cast<char>(0xD1);
        text[1] = static_cast<char>(second - 0x20);
    }
    return text;
}

std::string describe(std::string_view kind, const base::Object& facts, const Names& names) {
    for (const Pattern& pattern : patterns) {
        if (pattern.key == kind)
            return fill(pattern.says(names.language()), facts_said(kind, facts, names), names);
    }
    return std::string(kind);
}

std::string describe(const acts::Act& act, const Names& names) {
    return describe(acts::kind_of(act.content), record::all_fields(act.content), names);
}

std::string describe_row(const base::Value& row, const Names& names) {
    // The record has the act whole, and a row only part of it.
    if (const auto id = base::ActId::known(row["act"].text())) {
        if (const auto number = names.view().record.find(*id))
            return describe(names.view().act(*number), names);
    }
    base::Object facts;
    if (const base::Object* about = row["about"].object()) facts = *about;
    if (const base::Object* all = row.object()) facts.insert(all->begin(), all->end());
    return describe(row["kind"].text(), facts, names);
}

}  // namespace words
