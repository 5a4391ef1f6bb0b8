#include "words/acts_said.hpp"

#include <array>
#include <variant>

#include "record/fields.hpp"
#include "words/phrasing.hpp"

namespace words {
namespace {

// Russian avoids the past tense with states and persons: it would have to know their gender.
constexpr std::array patterns{
    // instruments
    Pattern{"signed", {"{member} signed {instrument}", "подпись {member/gen} под {instrument/ins}"}},
    Pattern{"not-signed",
            {"{member} did not sign {instrument}", "нет подписи {member/gen} под {instrument/ins}"}},
    Pattern{"national-step",
            {"{member}: {step} ({instrument:instrument})", "{member}: {step} ({instrument:instrument})"}},
    Pattern{"deposited",
            {"{member} deposited its instrument of consent to {instrument}",
             "документ {member/gen} о согласии на обязательность {instrument/gen} сдан на хранение"}},
    Pattern{"entered-into-force", {"{instrument} entered into force", "вступление в силу {instrument/gen}"}},
    Pattern{"registered",
            {"{instrument} was registered with {with:text}", "регистрация {instrument/gen}: {with:text}"}},
    Pattern{"withdrawal-notified",
            {"{member} notified its withdrawal from {instrument}[, to take effect {takes_effect:when}]",
             "уведомление {member/gen} о выходе из {instrument/gen}[, вступает в силу {takes_effect:when}]"}},
    // membership
    Pattern{"admitted", {"{member} was admitted", "приём {member/gen} в члены"}},
    Pattern{"membership-restored",
            {"the membership of {member} was restored", "членство {member/gen} восстановлено"}},
    Pattern{"suspension-requested",
            {"{member} asked that its membership be suspended",
             "просьба {member/gen} о приостановлении членства"}},
    Pattern{"membership-suspended",
            {"the membership of {member} was suspended", "членство {member/gen} приостановлено"}},
    Pattern{"participation-suspended",
            {"the participation of {member} in the bodies was suspended",
             "участие {member/gen} в органах приостановлено"}},
    Pattern{"participation-restored",
            {"the participation of {member} in the bodies was restored",
             "участие {member/gen} в органах возобновлено"}},
    Pattern{"left", {"{member} ceased to be a member", "членство {member/gen} прекращено"}},
    Pattern{"excluded", {"{member} was excluded", "исключение {member/gen} из числа членов"}},
    Pattern{"participation-declared-frozen",
            {"{member} declared its participation frozen[ ({person})]",
             "заявление {member/gen} о замораживании своего участия[ ({person})]"}},
    // bodies and posts
    Pattern{"body-established", {"{body} was established", "создание {body/gen}"}},
    Pattern{"appointed",
            {"{person} was appointed {post:post-label}[ {from:from}][ {until:until}]",
             "назначение на должность {post/gen}: {person}[, {from:since}][ {until:until}]"}},
    Pattern{"acting",
            {"{person} began to act as {post:post-label}", "исполнение обязанностей {post/gen}: {person}"}},
    Pattern{"attested",
            {"{person} is reported as {post:post-label}",
             "по источнику, должность {post/gen} занимает {person}"}},
    Pattern{"relieved",
            {"{person} ceased to be {post:post-label}", "освобождение от должности {post/gen}: {person}"}},
    Pattern{"elected-chair",
            {"{body} elected {member} to its chair[ ({person})]",
             "избрание председателя {body/gen}: {member}[ ({person})]"}},
    Pattern{
        "chairmanship-passes",
        {"the chair of {body} passes[ from {from:member}] to {member}[, in place of {in_place_of}]",
         "председательство в {body/pre} переходит[ от {from:member/gen}] к {member/dat}[ вместо {in_place_of/gen}]"}},
    Pattern{"chair-attested",
            {"{member} is reported in the chair of {body}[ ({person})]",
             "по источнику, в {body/pre} председательствует {member}[ ({person})]"}},
    // sessions
    Pattern{"announced",
            {"announced: {title}[, {when:when}][ ({certainty})]",
             "объявлено: {title}[, {when:when}][ ({certainty})]"}},
    Pattern{"came-about",
            {"what became of what was announced: {outcome}", "чем завершилось объявленное: {outcome}"}},
    Pattern{"held", {"held: {title}", "проведено: {title}"}},
    Pattern{"present",
            {"{member} was present at {session}[ ({person})]",
             "на {session/pre} присутствует {member}[ ({person})]"}},
    Pattern{"absent", {"{member} was absent from {session}", "на {session/pre} отсутствует {member}"}},
    Pattern{"guest",
            {"guest at {session}[: {person}][, {member}][ ({capacity})]",
             "гость на {session/pre}[: {person}][, {member}][ ({capacity})]"}},
    Pattern{"presided",
            {"{member} presided over {session}[ ({person})]",
             "на {session/pre} председательствует {member}[ ({person})]"}},
    Pattern{"discussed", {"discussed: {subject}", "обсуждалось: {subject}"}},
    // papers
    Pattern{"adopted", {"{paper} was adopted[ by {body}]", "{paper} принят[ {body/ins}]"}},
    Pattern{"not-adopted", {"{paper} was not adopted", "{paper} не принят"}},
    Pattern{"position-taken",
            {"position of {member}[ on {paper}][, all papers of {session}]: {stance}",
             "позиция {member/gen}[ по {paper/dat}][, все документы {session/gen}]: {stance}"}},
    Pattern{"handed-over",
            {"handed to {member}[: {paper}][, the papers of {session}]",
             "передано {member/dat}[: {paper}][, документы {session/gen}]"}},
    // statements
    Pattern{"interpretation-stated",
            {"interpretation stated[ by {member}][, {body}][, {person}]: {dispute}, {side}",
             "толкование[, {member}][, {body}][, {person}]: {dispute}, {side}"}},
    Pattern{"stated",
            {"statement[ by {member}][, {body}][, {person}]: {says}",
             "заявление[, {member}][, {body}][, {person}]: {says}"}},
    Pattern{"counted",
            {"papers {counted}, as a source counts them: {number}",
             "документы, {counted}, по счёту источника: {number}"}},
    // bodies, offices, sessions
    Pattern{"office-attested",
            {"{person} is reported as {office}[, {member}][, {organisation}]",
             "по источнику, {person} — {office}[, {member}][, {organisation}]"}},
    Pattern{"body-altered", {"{body}: {says}", "{body}: {says}"}},
    Pattern{"invited",
            {"invited[ by {by_member}][ ({by_person})]: {person:person}",
             "приглашение[ от {by_member/gen}][ ({by_person})]: {person:person}"}},
    Pattern{"invitation-answered", {"{person:person}: {reply}", "{person:person}: {reply}"}},
    Pattern{"part-held", {"{session} sat {part}[: {says}]", "{session}: заседание {part}[: {says}]"}},
    Pattern{"body-served", {"{body} served {session}[: {says}]", "{body}: обеспечение, {session}[: {says}]"}},
    // the way of a draft
    Pattern{"drafted",
            {"a draft was prepared[ by {body}]: {title}", "подготовлен проект[, {body}]: {title}"}},
    Pattern{"draft-circulated",
            {"{paper}: the draft was sent to the states[, to be answered {deadline:until}]",
             "{paper}: проект направлен государствам[, срок ответа {deadline:until}]"}},
    Pattern{"draft-answered",
            {"{member} answered to the draft {paper}: {answer}[. {says}]",
             "ответ {member/gen} по проекту, {paper}: {answer}[. {says}]"}},
    Pattern{"draft-examined", {"{body} examined the draft {paper}", "{paper}: проект рассмотрен, {body}"}},
    Pattern{"draft-agreed", {"{body} agreed the draft {paper}", "{paper}: проект согласован, {body}"}},
    Pattern{"submitted",
            {"the draft {paper} was submitted[ to {body}][ ({person})]",
             "{paper}: проект внесён[, {body}][ ({person})]"}},
    Pattern{"withdrawn",
            {"the draft {paper} was withdrawn[ at the request of {member}][: {why}]",
             "{paper}: проект снят[ по просьбе {member/gen}][: {why}]"}},
    Pattern{"approved",
            {"{paper} was approved by signature[: {person}]", "{paper}: утверждено подписью[: {person}]"}},
    Pattern{"paper-related",
            {"{paper} {relation}[ {to_paper}][ {to_instrument}][ the decisions of {to_session}]",
             "{paper} {relation}[ {to_paper}][ {to_instrument}][ решения {to_session/gen}]"}},
    Pattern{"text-published",
            {"the text can be read[: {paper}][: {instrument}][, number {number:text}]",
             "текст можно прочитать[: {paper}][: {instrument}][, номер {number:text}]"}},
    // programme
    Pattern{"priority-stated",
            {"priority of {member}[, {when:when}]: {says}", "приоритет {member/gen}[, {when:when}]: {says}"}},
    Pattern{"plan-covers", {"{paper} covers: {says}", "{paper} охватывает: {says}"}},
    Pattern{"implementation-reported",
            {"reported as done: {done}[ of {of}][ ({items})][. {says}]",
             "по докладу, выполнено: {done}[ из {of}][ ({items})][. {says}]"}},
    // means
    Pattern{"budget-stated",
            {"budget[ for {when:date}][: {amount}][: {says}]",
             "бюджет[ на период: {when:date}][: {amount}][: {says}]"}},
    Pattern{"share-stated",
            {"share of {member}[, {when:date}][: {share}][: {amount}]",
             "взнос {member/gen}[, {when:date}][: {share}][: {amount}]"}},
    Pattern{"payment-reported",
            {"share of {member}[, {when:date}]: {paid}[. {says}]",
             "взнос {member/gen}[, {when:date}]: {paid}[. {says}]"}},
    Pattern{"vote-taken-away",
            {"{member} lost its vote until it has paid", "лишение {member/gen} права голоса до уплаты"}},
    Pattern{"vote-given-back", {"{member} has its vote again", "право голоса {member/gen} восстановлено"}},
    Pattern{"quota-distributed",
            {"posts of {body} were allotted[ to {member}][, {when:date}][: {posts}][. {says}]",
             "распределены должности, {body}[: {member}][, {when:date}][: {posts}][. {says}]"}},
    Pattern{"quota-post-reported",
            {"post of {member} in {body}: {filling}[, {when:date}][. {says}]",
             "должность {member/gen}, {body}: {filling}[, {when:date}][. {says}]"}},
    // consultation
    Pattern{"consultation-requested",
            {"{member} asked for consultations[ ({person})]: {title}",
             "обращение {member/gen}[ ({person})]: {title}"}},
    Pattern{"consultation-opened",
            {"consultations were opened[: {consultation}][ ({person})]",
             "консультации начаты[: {consultation}][ ({person})]"}},
    Pattern{"measure-decided",
            {"decided: {measure}[. {says}][ ({person})]", "решено: {measure}[. {says}][ ({person})]"}},
    Pattern{"measure-carried-out", {"carried out: {says}", "исполнение: {says}"}},
    Pattern{"measure-reported", {"reported: {says}", "доклад: {says}"}},
    Pattern{"consultation-ended", {"ended[. {says}]", "завершено[. {says}]"}},
    // relations
    Pattern{"memorandum-signed",
            {"signed with others: {title}[ ({with_organisations})]",
             "подписано с другими: {title}[ ({with_organisations})]"}},
    Pattern{"status-given",
            {"status of {status} given[: {organisation}][: {member}][ ({body})]",
             "статус «{status}» предоставлен[: {organisation}][: {member}][ ({body:body-label})]"}},
    Pattern{"status-received",
            {"status of {status} received: {organisation}[. {says}]",
             "получен статус «{status}»: {organisation}[. {says}]"}},
    Pattern{"contact",
            {"{contact}: {title}[. {person}][, {with_person}]",
             "{contact}: {title}[. {person}][, {with_person}]"}},
    // the record
    Pattern{"difference-noted",
            {"a difference between accounts was noted: {why}", "отмечено расхождение версий: {why}"}},
    Pattern{"annulled", {"an entry was annulled: {why}", "запись аннулирована: {why}"}},
};

}  // namespace

std::string describe(std::string_view kind, const base::Object& facts, const Names& names) {
    for (const Pattern& pattern : patterns) {
        if (pattern.key == kind) return fill(pattern.says(names.language()), facts, names);
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
