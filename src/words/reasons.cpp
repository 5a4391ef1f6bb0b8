#include "words/reasons.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "law/values.hpp"
#include "words/acts_said.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

// What happened is told in the past tense, in Russian in the gender of who did it: {member~подписал}.
constexpr std::array patterns{
    // means
    Pattern{"share-unpaid",
            {"share of {member} for {when:date}: {paid}", "взнос {member/gen} за {when:date}: {paid}"}},
    Pattern{
        "share-not-due-outside-the-decision",
        {"share of {member} for {when:date}: {paid}; on this side it is not due from a member outside the decision",
         "взнос {member/gen} за {when:date}: {paid}; на этой стороне он не обязателен для члена, не присоединившегося к решению"}},
    Pattern{"no-rule-on-arrears",
            {"the rulebook has no rule on arrears: nothing takes the vote of {member}",
             "в своде правил нет правила о задолженности: ничто не лишает {member/acc} права голоса"}},
    Pattern{
        "vote-lost-only-by-decision",
        {"the vote is lost only by a decision, after so many months unpaid: {months_needed:number}; unpaid: {months:number}",
         "права голоса лишают только решением, если не уплачено за столько месяцев: {months_needed:number}; не уплачено: {months:number}"}},
    Pattern{
        "vote-lost-by-the-rule",
        {"the vote is lost by the rule itself after so many months unpaid: {months_needed:number}; unpaid: {months:number}",
         "право голоса утрачивается по самому правилу, если не уплачено за столько месяцев: {months_needed:number}; не уплачено: {months:number}"}},
    Pattern{"vote-taken-away",
            {"{member} lost its vote by a decision", "решение о лишении {member/gen} права голоса"}},
    Pattern{"no-vote-outside",
            {"{member} is not a member on that day, so it has no vote",
             "{member} на этот день не член, поэтому права голоса нет"}},
    Pattern{"no-vote-while-suspended",
            {"the participation of {member} is suspended on that day, so it has no vote",
             "участие {member/gen} на этот день приостановлено, поэтому права голоса нет"}},
    // instruments
    Pattern{
        "all-signatories-ratified",
        {"{instrument} could enter into force only once every signatory had ratified it, so {member} had ratified it",
         "условие вступления в силу {instrument/gen} — ратификация всеми подписавшими; значит, этот документ "
         "{member~ратифицировал} и {member}"}},
    Pattern{
        "all-members-ratified",
        {"{instrument} enters into force once all members have ratified it, so {member} had",
         "{instrument}: для вступления в силу нужна ратификация всеми членами; значит, она состоялась и со стороны "
         "{member/gen}"}},
    Pattern{
        "condition-complete",
        {"the condition for the entry into force of {instrument} was complete[ {since:when}]; on record: "
         "{deposits.deposit}",
         "условие вступления в силу {instrument/gen} выполнено[ {since:when}]; в записях — {deposits.deposit}"}},
    Pattern{
        "condition-not-complete",
        {"the condition for the entry into force of {instrument} was not complete; on record: {deposits.deposit}",
         "условие вступления в силу {instrument/gen} не выполнено; в записях — {deposits.deposit}"}},
    Pattern{
        "consent-inferred-from-signature",
        {"no deposit by {member} for {instrument} is on record; its consent is inferred from its signature",
         "в записях нет документа {member/gen} о согласии на обязательность {instrument/gen}; согласие выведено из "
         "подписи"}},
    Pattern{
        "deposited",
        {"{member} deposited its instrument of consent to {instrument} {on:when}",
         "{on:when} {member} {member~сдал} на хранение документ о согласии на обязательность {instrument/gen}"}},
    Pattern{
        "did-not-sign-then",
        {"{member} did not sign {instrument} {on:when}; whether it did later is not on record",
         "{on:when} {member} не {member~подписал} {instrument/acc}; {member~подписал} ли позднее, в записях не указано"}},
    Pattern{"did-not-sign",
            {"{member} did not sign {instrument}", "{member} не {member~подписал} {instrument/acc}"}},
    Pattern{"entry-into-force-not-on-record",
            {"no entry into force of {instrument} is on record; on record: {signed_by.signature}",
             "о вступлении в силу {instrument/gen} в записях ничего нет; в записях — {signed_by.signature}"}},
    Pattern{
        "extension-signed",
        {"{member} signed {extension}, so {instrument} went on for it after {ended_on}",
         "{member} {member~подписал} {extension/acc}, поэтому действие {instrument/gen} для этого государства "
         "продолжилось после {ended_on/gen}"}},
    Pattern{"in-force-by-signature",
            {"{instrument} entered into force by signature, {since:when}",
             "{instrument} {instrument~вступил} в силу с подписанием {since:when}"}},
    Pattern{"in-force-with",
            {"{instrument} enters into force together with {with}",
             "вступление {instrument/gen} в силу — одновременно со вступлением в силу {with/gen}"}},
    Pattern{
        "in-force-with-adoption",
        {"{paper} says nothing else on record about its start, so it is in force from its adoption, {since}",
         "другого срока начала действия в записях нет: {paper} действует с принятия, то есть {since:since}"}},
    Pattern{"instrument-in-force",
            {"entry into force of {instrument}: {since}",
             "{instrument} {instrument~вступил} в силу {since:when}"}},
    Pattern{
        "instrument-not-in-force",
        {"{instrument} was not yet in force; on record: {signed_by.signature}",
         "к этому дню {instrument} ещё не {instrument~вступил} в силу; в записях — {signed_by.signature}"}},
    Pattern{"no-consent-on-record",
            {"neither a signature nor a deposit by {member} for {instrument} is on record",
             "в записях нет ни подписи {member/gen} под {instrument/ins}, ни документа о согласии"}},
    Pattern{"no-ratification-on-record",
            {"{member} signed {instrument}; no ratification by it is on record",
             "{member} {member~подписал} {instrument/acc}; ратификации в записях нет"}},
    Pattern{"no-signature-on-record",
            {"no signature of {member} on {instrument} is on record",
             "в записях нет подписи {member/gen} под {instrument/ins}"}},
    Pattern{"signatures-complete",
            {"{instrument} had the signatures it needs to enter into force[ {since:when}]; on record: "
             "{signed_by.signature}",
             "подписей достаточно для вступления в силу {instrument/gen}[ {since:when}]; в записях — "
             "{signed_by.signature}"}},
    Pattern{
        "signatures-not-complete",
        {"{instrument} had not yet the signatures it needs to enter into force; on record: "
         "{signed_by.signature}",
         "подписей недостаточно для вступления в силу {instrument/gen}; в записях — {signed_by.signature}"}},
    Pattern{
        "signed",
        {"{member} signed {instrument} {on:when}", "{on:when} {member} {member~подписал} {instrument/acc}"}},
    Pattern{"signed-not-in-force",
            {"{member} signed {instrument}, which was not in force on that day",
             "{member} {member~подписал} {instrument/acc}, но на этот день документ не действует"}},
    Pattern{
        "term-ended",
        {"the term of {instrument} ended for {member} {ended_on:when}; it was extended by {extension}",
         "срок действия {instrument/gen} для {member/gen} истёк {ended_on:when}; продление — {extension}"}},
    Pattern{"withdrawn",
            {"the withdrawal of {member} from {instrument} took effect {effect:when}",
             "выход {member/gen} из {instrument/gen} вступил в силу {effect:when}"}},

    // membership
    Pattern{"admitted",
            {"{member} was admitted[ {on:when}]", "{member} {member~принят} в члены[ {on:when}]"}},
    Pattern{"declared-frozen",
            {"{member} declared its participation frozen",
             "{member} {member~заявил} о замораживании своего участия"}},
    Pattern{"excluded",
            {"{member} was excluded[ {on:when}]", "{member} {member~исключён} из числа членов[ {on:when}]"}},
    Pattern{"left",
            {"{member} ceased to be a member[ {on:when}]", "членство {member/gen} прекращено[ {on:when}]"}},
    Pattern{"member-as-party",
            {"{member} is a member, as a party to {instrument}",
             "{member} — член, поскольку является участником {instrument/gen}"}},
    Pattern{"members-by-rule",
            {"the parties to {instrument} are counted", "членами считаются участники {instrument/gen}"}},
    Pattern{"members-of-the-day",
            {"{count.member} on the day of {session}", "в день {session/gen} — {count.member}"}},
    Pattern{"membership-restored",
            {"the membership of {member} was restored[ {on:when}]",
             "членство {member/gen} восстановлено[ {on:when}]"}},
    Pattern{"membership-suspended",
            {"the membership of {member} was suspended[ {on:when}]",
             "членство {member/gen} приостановлено[ {on:when}]"}},
    Pattern{"no-rule-of-membership",
            {"no rule of membership was in force on that day",
             "на этот день нет действующего правила о членстве"}},
    Pattern{
        "not-a-member-now",
        {"{member} is not a member on that day, so {paper} does not bind it",
         "на этот день {member} не входит в число членов, поэтому {paper} для этого государства не обязателен"}},
    Pattern{"not-a-party",
            {"{member} is not a member: it is not a party to {instrument}",
             "{member} не входит в число членов, поскольку не является участником {instrument/gen}"}},
    Pattern{"participation-suspended",
            {"the participation of {member} in the bodies is suspended; it stays a member",
             "участие {member/gen} в органах приостановлено; членство сохраняется"}},
    Pattern{"return-told-otherwise",
            {"by another account {member} had become a member again before that day",
             "по другой версии, к этому дню {member} уже снова {member~стал} членом"}},

    Pattern{"suspension-requested",
            {"{member} asked that its membership be suspended; by that day no decision is on record",
             "{member} {member~просил} приостановить своё членство; решения к этому дню в записях нет"}},
    Pattern{"withdrawal-notified",
            {"{member} notified its withdrawal; on that day it was still a member",
             "{member} {member~уведомил} о выходе; на этот день членство сохраняется"}},

    // the chair
    Pattern{"chair-attested",
            {"a source has {member} in the chair of {body} {on:when}[: {person}]",
             "по источнику, {on:when} в {body/pre} {member~председательствовал} {member}[ ({person})]"}},
    Pattern{
        "chair-elected",
        {"{body} elected {member} to its chair {on:when}[: {person}][, after {succeeds}]",
         "председателем {body/gen} {on:when} {member~избран} {member}[ ({person})][; прежде — {succeeds}]"}},
    Pattern{"chair-not-on-record",
            {"who chaired {body} is not on record",
             "кто председательствовал в {body/pre}, в записях не указано"}},
    Pattern{
        "chair-passed",
        {"the chair of {body} passed to {member}[, in place of {in_place_of}][: decided {decided_on:when}][ {passed_on:when}][, {from:from}][, {reckoned_from:from}, the day after, by the reckoning of this record]",
         "председательство в {body/pre} перешло к {member/dat}[ вместо {in_place_of/gen}][: решение от "
         "{decided_on/gen}][ {passed_on:when}][, {from:since}][, {reckoned_from:since}, со следующего дня: так считается в этих записях]"}},
    Pattern{
        "chair-until-election",
        {"until {body} elected a new chair, {until:when}, the chair stayed with {member}",
         "до избрания нового председателя {body/gen} {until:when} председательство оставалось за {member/ins}"}},
    Pattern{"chair-with-the-state-in-chair",
            {"the state in the chair of {of:body} also chairs {body}",
             "государство, председательствующее в {of:body/pre}, председательствует и в {body/pre}"}},
    Pattern{"no-rule-on-the-chair",
            {"the rulebook has no rule on who chairs {body}",
             "в своде правил нет правила о председательстве в {body/pre}"}},
    Pattern{"person-not-on-record",
            {"which person of {member} chaired {body} is not on record",
             "кто именно от {member/gen} председательствовал в {body/pre}, в записях не указано"}},
    Pattern{"chair-is-a-post",
            {"{body} is chaired by the holder of a post, {post:post-label}",
             "в {body/pre} председательствует тот, кто занимает должность {post/gen}"}},
    Pattern{"turn-by-order",
            {"by the order of the chair {member} has its turn in {body} in {year}",
             "по порядку председательства очередь {member/gen} в {body/pre} — {year} год"}},

    // posts
    Pattern{"acting",
            {"{person} acts as {post:post-label} {from:from}",
             "{person} {person~исполнял} обязанности {post/gen} {from:since}"}},
    Pattern{"appointed",
            {"{person} was appointed {post:post-label} {from:from}",
             "{person} {person~назначен} на должность {post/gen} {from:since}"}},
    Pattern{"attested",
            {"a source names {person} as {post:post-label} {on:when}",
             "по источнику, {on:when} должность {post/gen} {person~занимал} {person}"}},
    Pattern{"held-between-attestations",
            {"sources name {person} as {post:post-label} both before and after that day",
             "по источникам, {person} {person~занимал} должность {post/gen} и до этого дня, и после него"}},
    Pattern{
        "held-until-successor",
        {"a source names {person} as {post:post-label} before that day, and the successor came after it",
         "по источнику, до этого дня должность {post/gen} {person~занимал} {person}; преемник пришёл позже"}},
    Pattern{"holder-not-on-record",
            {"who held the post of {post:post-label} is not on record",
             "кто занимал должность {post/gen}, в записях не указано"}},
    Pattern{
        "attested-for-that-time",
        {"a source names {person} as {post:post-label} for that time, without an exact day",
         "по источнику, в это время должность {post/gen} {person~занимал} {person}; точного дня источник не называет"}},
    Pattern{"relieved",
            {"{person} ceased to be {post:post-label}; last day: {on}",
             "{person} {person~освобождён} от должности {post/gen}; последний день — {on}"}},

    // sessions
    Pattern{"absent",
            {"{member} was absent from {session}", "на {session/pre} {member~отсутствовал} {member}"}},
    Pattern{"announced", {"announced: {session}", "объявлено: {session}"}},
    Pattern{"attendance-not-on-record",
            {"whether {member} took part in {session} is not on record",
             "участие {member/gen} в {session/pre}: в записях ничего нет"}},
    Pattern{"held", {"{session} is on record as held", "проведение {session/gen} есть в записях"}},
    Pattern{
        "no-quorum-figure-read",
        {"nobody who keeps this record has read the figure for a quorum of {body}; present: {present} of "
         "{members:number}",
         "составители записей не читали, каков кворум {body/gen}; присутствовало {present} из {members:number}"}},
    Pattern{
        "no-rule-of-quorum",
        {"the rulebook has no rule on the quorum of {body}; present: {present} of {members:number}",
         "в своде правил нет правила о кворуме {body/gen}; присутствовало {present} из {members:number}"}},
    Pattern{"present",
            {"{member} was present at {session}[: {person}]",
             "на {session/pre} {member~присутствовал} {member}[ ({person})]"}},
    Pattern{"quorum-lacking",
            {"there was no quorum of {body}; present: {present} of {members:number}",
             "кворума {body/gen} не было; присутствовало {present} из {members:number}"}},
    Pattern{"quorum-present",
            {"there was a quorum of {body}; present: {present} of {members:number}",
             "кворум {body/gen} был; присутствовало {present} из {members:number}"}},
    Pattern{
        "quorum-turns-on-unknown-attendance",
        {"whether there was a quorum of {body} turns on members whose attendance is not on record; known to be "
         "present: {present} of {members:number}",
         "был ли кворум {body/gen}, зависит от членов, об участии которых в записях ничего нет; известно о "
         "присутствии {present} из {members:number}"}},

    // papers
    Pattern{
        "binds-by-consent",
        {"{paper} binds the states that sign and ratify it; no act of {member} is on record that would tell",
         "{paper}: обязывает подписавшие и ратифицировавшие государства; что сделано со стороны {member/gen}, в "
         "записях не указано"}},
    Pattern{"ended-by",
            {"{by:paper} puts an end to {paper}, {on}",
             "{by:paper}: этим прекращено действие {paper/gen}, {on}"}},
    Pattern{"done-by-paper",
            {"it was done by {paper}; whatever that stands as, what was done is on record",
             "это сделано {paper/ins}; чем бы он ни считался, сделанное есть в записях"}},
    Pattern{"joining-not-read",
            {"what it would mean to join {paper} later has not been read",
             "что означало бы последующее присоединение к {paper/dat}, не прочитано"}},
    Pattern{"paper-is-instrument",
            {"{paper} is the text of {instrument}", "{paper}: это текст {instrument/gen}"}},
    Pattern{
        "period-has-passed",
        {"{paper} is for {period:date}, and that has passed", "{paper}: срок — {period:date}; он прошёл"}},
    Pattern{"repealed-by", {"{by:paper} repeals {paper}, {on}", "{by:paper}: этим отменён {paper}, {on}"}},
    Pattern{
        "replaced-by-no-decision",
        {"{by:paper} would take the place of {paper}; by this reading it is no decision of the organisation, and no "
         "rule has been read on what it replaces",
         "{by:paper}: новый текст взамен {paper/gen}; по этому толкованию он не решение организации, а правило о том, "
         "что такой документ заменяет, не прочитано"}},
    Pattern{"reservation-not-read",
            {"{member} signed with a reservation; what that does to {paper} has not been read",
             "подпись {member/gen} — с оговоркой; что она меняет в {paper/pre}, не прочитано"}},
    Pattern{"revised-by",
            {"{by:paper} is a new revision that takes the place of {paper}, {on}",
             "{by:paper}: новая редакция взамен {paper/gen}, {on}"}},
    Pattern{"start-has-come",
            {"all that {paper} waits for was in force, {since}",
             "всё, с чем связано начало действия {paper/gen}, в силе: {since}"}},
    Pattern{
        "start-has-not-come",
        {"{paper} waits for an instrument that was not in force on that day",
         "{paper} ещё не действует: на этот день не вступило в силу то, с чем связано начало его действия"}},
    Pattern{"start-not-on-record",
            {"whether all that {paper} waits for was in force is not on record",
             "вступило ли в силу всё, с чем связано начало действия {paper/gen}, по записям сказать нельзя"}},
    Pattern{"start-not-read",
            {"whether a text of this kind enters into force has not been read: {paper}",
             "вступает ли в силу текст этого рода, не прочитано: {paper}"}},
    Pattern{"start-tied-to",
            {"{paper} starts when {instrument} is in force",
             "начало действия {paper/gen} связано со вступлением в силу {instrument/gen}"}},
    Pattern{
        "starts-by-consent",
        {"{paper} enters into force by its own clauses, for the states that sign and ratify it; no entry into "
         "force is on record",
         "{paper}: вступает в силу по собственным положениям для подписавших и ратифицировавших государств; о "
         "вступлении в силу в записях ничего нет"}},
    Pattern{
        "whether-it-binds-not-read",
        {"{paper} was adopted in the name of the body; whether such a text binds {member} has not been read",
         "{paper}: принят от имени органа; обязателен ли такой текст для {member/gen}, не прочитано"}},
    Pattern{"adopted",
            {"{paper} was adopted[ by {body}][ {on:when}]", "{paper} принят[ {body/ins}][ {on:when}]"}},
    Pattern{"approved",
            {"{paper} was approved by signature[: {person}]", "{paper} утверждён подписью[: {person}]"}},
    Pattern{"bound-by-joining",
            {"{member} joined {paper} and is bound by it",
             "{paper} обязателен для {member/gen} в силу присоединения"}},
    Pattern{"bound-by-the-decision",
            {"{member} is bound by {paper}, as the rule says of those a decision binds",
             "{paper} обязателен для {member/gen} в силу самого решения"}},
    Pattern{"decided-by-rule",
            {"[by the interpretation {side}, ]{paper}[{outcome:decision}][; {stands_as}]",
             "[по толкованию {side} ]{paper}[{outcome:decision}][; {stands_as}]"}},
    Pattern{"denounced",
            {"{member} denounced {paper} and is no longer bound by it",
             "{paper} больше не обязателен для {member/gen} вследствие денонсации"}},
    Pattern{"draft-withdrawn", {"the draft {paper} was withdrawn", "{paper}: проект снят"}},
    Pattern{"format-not-on-record",
            {"in which format {paper} was decided is not on record; each that the rules allow is looked at",
             "в каком формате принят {paper}, в записях не указано; рассмотрен каждый допустимый"}},
    Pattern{
        "late-objection-not-read",
        {"{member} objected to {paper} after its adoption; the text that says what follows has not been read",
         "возражение {member/gen} против {paper/gen} заявлено после принятия; текст о последствиях не прочитан"}},
    Pattern{"no-position-on-record",
            {"no position of {member} on {paper} is on record",
             "позиции {member/gen} по {paper/dat} в записях нет"}},
    Pattern{"no-rule-of-deciding",
            {"the rulebook has no rule on how {body} decides on {paper}",
             "в своде правил нет правила о том, как принимается {paper} (орган — {body})"}},
    Pattern{"not-adopted", {"{paper} was not adopted", "{paper} не принят"}},
    Pattern{"not-adopted-by-then",
            {"no adoption of {paper} by that day is on record",
             "о принятии {paper/gen} к этому дню в записях ничего нет"}},
    Pattern{"not-bound", {"{member} is not bound by {paper}", "{paper} не обязателен для {member/gen}"}},
    Pattern{"not-bound-may-join",
            {"{member} is not bound by {paper} and may join it",
             "{paper} не обязателен для {member/gen}; присоединение возможно"}},
    Pattern{"no-rule-on-what-it-binds-to",
            {"the rulebook has no rule on whether {paper}, which no body adopted, binds {member}",
             "в своде правил нет правила о том, обязателен ли для {member/gen} {paper}: ни один орган его не "
             "принимал"}},
    Pattern{"nothing-adopted-to-be-bound-by",
            {"{paper} had not been adopted by that day, so it does not bind {member}",
             "к этому дню {paper} не принят, поэтому не обязателен для {member/gen}"}},
    Pattern{"paper-not-on-record",
            {"what became of {paper} is not on record",
             "о принятии или отклонении {paper/gen} в записях ничего нет"}},
    Pattern{"position-taken",
            {"position of {member}[ on {paper}][ on all the papers of {session}]: {stance}, {on}",
             "позиция {member/gen}[ по {paper/dat}][ по всем документам {session/gen}]: {stance}, {on}"}},
    Pattern{"signed-with-others", {"{paper} was signed with others", "{paper} подписан с другими"}},
    Pattern{"rule-not-read",
            {"the text of the rule on this point has not been read",
             "текст правила по этому вопросу не прочитан"}},
};

constexpr std::array gap_patterns{
    Pattern{"attendance-not-on-record",
            {"{session}: the attendance of {members} is not on record",
             "{session}: в записях нет сведений об участии {members/gen}"}},
    Pattern{
        "chair-not-on-record",
        {"{body}: who held the chair[ between {after} ({last}) and {before} ({next})][ before {first:date}][, when it was with {holder:member},] is not on record",
         "{body:body-label}: председательство[ между {after/ins} ({last}) и {before/ins} ({next})][ до {first:date/gen}][, когда оно было у {holder:member/gen},] — в записях нет"}},
    Pattern{"deposits-not-on-record",
            {"{instrument}: {signed_by.signature}; deposits on record: {deposits:number}",
             "{instrument}: {signed_by.signature}; документов о согласии в записях: {deposits:number}"}},
    Pattern{"hand-over-of-papers-not-on-record",
            {"whether the papers of {session} were handed to {member} is not on record",
             "переданы ли {member/dat} документы {session/gen}, в записях не указано"}},
    Pattern{"holder-not-on-record",
            {"who held the post of {post:post-label} {on:when} is not on record",
             "кто занимал должность {post/gen} {on:when}, в записях не указано"}},
    Pattern{"outcome-not-on-record",
            {"what became of what was announced {announced_on:when} is not on record: {title}[, {when:when}]",
             "объявлено {announced_on:when}; чем завершилось, в записях нет: {title}[, {when:when}]"}},
    Pattern{
        "rule-not-read",
        {"[{article}: ]the text has not been read[. {says}]", "[{article}: ]текст не прочитан[. {says}]"}},
};

template <class Table> const Pattern* find(const Table& table, std::string_view code) {
    for (const Pattern& one : table) {
        if (one.key == code) return &one;
    }
    return nullptr;
}

// "ru" names the order of the Russian alphabet; another order has only its name.
std::string order_said(std::string_view order, Language language) {
    if (order == "en") {
        return language == Language::ru ? "в алфавитном порядке названий членов на английском языке"
                                        : "in the alphabetical order of the members’ names in English";
    }
    if (order == "ru") {
        return language == Language::ru ? "в алфавитном порядке названий членов на русском языке"
                                        : "in the alphabetical order of the members’ names in Russian";
    }
    return (language == Language::ru ? "в порядке, названном в своде правил: "
                                     : "in the order of the rulebook: ") +
           std::string(order);
}

std::string rotation_by_order(const base::Object& facts, const Names& names) {
    const auto order = facts.find("order");
    const std::string said =
        order_said(order == facts.end() ? std::string_view() : order->second.text(), names.language());
    return (names.language() == Language::ru ? "председательство переходит " : "the chair passes ") + said;
}

std::string with_tallies(std::string said, const base::Object& facts, const Names& names) {
    const auto add = [&](const base::Value& tally) {
        if (const std::string counted = tally_said(tally, names); !counted.empty())
            said = as_sentence(said) + " " + capitalised(counted);
    };
    if (const auto one = facts.find("tally"); one != facts.end()) add(one->second);
    if (const auto several = facts.find("tallies"); several != facts.end() && several->second.list()) {
        for (const base::Value& tally : *several->second.list()) add(tally);
    }
    return said;
}

}  // namespace

// -- tallies -----------------------------------------------------------------------------------------

namespace {

struct SetWord {
    std::string_view name;
    Phrase says;
    std::string_view russian_genitive;  // «кроме присоединившихся»
};

std::string set_said(const base::Value& set, const Names& names, Case form = Case::nominative) {
    constexpr std::array<SetWord, 20> words{{
        {"members", {"members", "члены"}, "членов"},
        {"entitled", {"those entitled", "имеющие право голоса"}, "имеющих право голоса"},
        {"participating", {"those participating", "участвующие"}, "участвующих"},
        {"present", {"present", "присутствующие"}, "присутствующих"},
        {"represented", {"represented", "представленные"}, "представленных"},
        {"absent", {"absent", "отсутствующие"}, "отсутствующих"},
        {"for", {"in favour", "за"}, "голосовавших за"},
        {"against", {"against", "против"}, "голосовавших против"},
        {"abstain", {"abstaining", "воздержавшиеся"}, "воздержавшихся"},
        {"object", {"objecting", "возражающие"}, "возражающих"},
        {"objects_to_format",
         {"objecting to the format", "возражающие против формата"},
         "возражающих против формата"},
        {"no_objection",
         {"who said they do not object", "заявившие, что не возражают"},
         "заявивших, что не возражают"},
        {"silent", {"silent", "не ответившие"}, "не ответивших"},
        {"accepted", {"accepting", "выразившие согласие"}, "выразивших согласие"},
        {"joined", {"joined later", "присоединившиеся позже"}, "присоединившихся позже"},
        {"signed", {"signed", "подписавшие"}, "подписавших"},
        {"voting", {"voting", "голосующие"}, "голосующих"},
        {"concerned", {"concerned", "кого это касается"}, "тех, кого это касается"},
        {"chair", {"the chair", "председатель"}, "председателя"},
        {"nobody", {"nobody", "никто"}, "никого"},
    }};
    const Language language = names.language();
    const bool ru = language == Language::ru;
    if (set.string()) {
        for (const SetWord& word : words) {
            if (word.name != set.text()) continue;
            return std::string(ru && form == Case::genitive ? word.russian_genitive : word.says(language));
        }
        return std::string(set.text());
    }
    // What is taken away stands in the genitive, whatever the first part stands in.
    const auto joined = [&](const base::Value& parts, std::string_view between, Case of_others) {
        std::string all;
        if (const base::List* list = parts.list()) {
            for (const base::Value& part : *list) {
                all += all.empty() ? set_said(part, names, form)
                                   : std::string(between) + set_said(part, names, of_others);
            }
        }
        return all;
    };
    if (!set["both"].is_null())
        return joined(set["both"], ru ? ", одновременно " : ", at the same time ", form);
    if (!set["either"].is_null()) return joined(set["either"], ru ? " или " : " or ", form);
    if (!set["minus"].is_null())
        return joined(set["minus"], ru ? ", кроме " : ", not counting ", Case::genitive);
    return {};
}

std::string needed(const base::Value& tally, const Names& names, const std::string& bound) {
    struct Comparison {
        std::string_view name;
        Phrase says;
    };
    constexpr std::array<Comparison, 4> words{{
        {"at_least", {"at least", "не менее"}},
        {"more_than", {"more than", "более"}},
        {"at_most", {"at most", "не более"}},
        {"less_than", {"less than", "менее"}},
    }};
    const bool ru = names.language() == Language::ru;
    for (const Comparison& one : words) {
        if (one.name != tally["comparison"].text()) continue;
        return (ru ? "нужно " : "needed: ") + std::string(one.says(names.language())) + " " + bound;
    }
    return {};
}

std::string number_of(const base::Value& value) {
    return value.number() ? std::to_string(*value.number()) : std::string();
}

}  // namespace

std::string tally_said(const base::Value& tally, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const std::string_view kind = tally["kind"].text();
    const bool holds = tally["holds"].boolean() && *tally["holds"].boolean();
    const std::string verdict =
        holds ? (ru ? "; выполнено" : "; met") : (ru ? "; не выполнено" : "; not met");
    const std::string measure =
        tally["by"].string() ? " (" + std::string(tally["by"].text()) + ")" : std::string();
    if (kind == "share") {
        if (tally["empty_base"].boolean()) {
            return set_said(tally["over"], names) +
                   (ru ? ": никого, доли нет; не выполнено" : ": none, so there is no share; not met");
        }
        return set_said(tally["of"], names) + measure + ": " + number_of(tally["counted"]) +
               (ru ? " из " : " of ") + number_of(tally["base"]) + " (" + set_said(tally["over"], names) +
               "); " + needed(tally, names, std::string(tally["ratio"].text())) + verdict;
    }
    if (kind == "number") {
        // The bound as written is gone; what is left is the least (or most) that would do.
        const bool most =
            tally["comparison"].text() == "at_most" || tally["comparison"].text() == "less_than";
        return set_said(tally["of"], names) + measure + ": " + number_of(tally["counted"]) + "; " +
               (ru ? (most ? "нужно не более " : "нужно не менее ")
                   : (most ? "needed: at most " : "needed: at least ")) +
               number_of(tally["needed"]) + verdict;
    }
    if (kind == "empty") {
        return set_said(tally["of"], names) + ": " + names.members(tally["members"]) + verdict;
    }
    if (kind == "fact") {
        return (ru ? "установлено ли «" : "established, “") + std::string(tally["fact"].text()) +
               (ru ? std::string("»: ") + (holds ? "да" : "нет")
                   : std::string("”: ") + (holds ? "yes" : "no"));
    }
    std::string joined;
    const std::string_view between =
        kind == "any" ? (ru ? " — или: " : " — or: ") : (ru ? " — и: " : " — and: ");
    if (const base::List* parts = tally["parts"].list()) {
        for (const base::Value& part : *parts)
            joined += (joined.empty() ? "" : std::string(between)) + tally_said(part, names);
    }
    if (kind == "not") return (ru ? "неверно, что: " : "it is not so that: ") + joined;
    return joined;
}

// A rule that gives no other standing to what it did not adopt names the outcome itself.
namespace {
bool says_outcome_twice(const base::Object& facts) {
    const auto outcome = facts.find("outcome");
    const auto stands_as = facts.find("stands_as");
    return outcome != facts.end() && stands_as != facts.end() &&
           outcome->second.text() == stands_as->second.text();
}
}  // namespace

// -- sentences ---------------------------------------------------------------------------------------

std::string sentence(std::string_view code, const base::Object& facts, const Names& names) {
    if (code == "rotation-by-order") return as_sentence(rotation_by_order(facts, names));
    if (code == "decided-by-rule" && says_outcome_twice(facts)) {
        base::Object once = facts;
        once.erase("stands_as");
        return sentence(code, once, names);
    }
    const Pattern* pattern = find(patterns, code);
    if (!pattern) return std::string(code);
    return as_sentence(with_tallies(fill(pattern->says(names.language()), facts, names), facts, names));
}

std::string sentence(const law::Reason& reason, const Names& names) {
    return sentence(reason.code, reason.facts, names);
}

std::string sentence(const base::Object& reason, const Names& names) {
    static const base::Object none;
    const auto code = reason.find("code");
    const auto facts = reason.find("facts");
    const bool has_facts = facts != reason.end() && facts->second.object();
    return sentence(code == reason.end() ? std::string_view() : code->second.text(),
                    has_facts ? *facts->second.object() : none, names);
}

namespace {

// What is said of each of several states at one time: as a member, at a session, to an instrument, of a
// share. Where reasons tell how one thing followed another, as the chair does, their order is that of time.
bool is_of_each_state(std::string_view code) {
    constexpr std::array<std::string_view, 27> codes{
        "absent",
        "admitted",
        "all-signatories-ratified",
        "attendance-not-on-record",
        "bound-by-joining",
        "bound-by-the-decision",
        "consent-inferred-from-signature",
        "declared-frozen",
        "deposited",
        "did-not-sign",
        "excluded",
        "left",
        "member-as-party",
        "membership-restored",
        "membership-suspended",
        "no-consent-on-record",
        "no-ratification-on-record",
        "no-signature-on-record",
        "not-a-party",
        "not-bound",
        "not-bound-may-join",
        "participation-suspended",
        "present",
        "signed",
        "signed-not-in-force",
        "suspension-requested",
        "withdrawal-notified",
    };
    return std::ranges::binary_search(codes, code);
}

struct OfState {
    bool it_is = false;
    std::string name;
};

std::vector<std::size_t> reading_order(const std::vector<OfState>& all, Language language) {
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t last = first;
        while (last < all.size() && all[last].it_is == all[first].it_is) ++last;
        if (all[first].it_is) {
            std::ranges::stable_sort(std::span(order).subspan(first, last - first),
                                     [&](std::size_t a, std::size_t b) {
                                         return alphabetically(language, all[a].name, all[b].name);
                                     });
        }
        first = last;
    }
    return order;
}

}  // namespace

std::vector<std::size_t> reading_order(const std::vector<law::Reason>& reasons, const Names& names) {
    std::vector<OfState> all;
    for (const law::Reason& one : reasons) {
        const auto member = one.facts.find("member");
        const bool said_of_one = member != one.facts.end() && member->second.string();
        all.push_back({said_of_one && is_of_each_state(one.code),
                       said_of_one ? names.member(member->second.text()) : std::string()});
    }
    return reading_order(all, names.language());
}

std::vector<std::size_t> reading_order(const base::List& reasons, const Names& names) {
    std::vector<OfState> all;
    for (const base::Value& one : reasons) {
        const base::Value& member = one["facts"]["member"];
        all.push_back({member.string() && is_of_each_state(one["code"].text()),
                       member.string() ? names.member(member.text()) : std::string()});
    }
    return reading_order(all, names.language());
}

std::string gap_sentence(std::string_view code, const base::Object& facts, const Names& names) {
    if (const Pattern* pattern = find(gap_patterns, code)) {
        // The title of what was announced may say itself for when it is.
        const bool announced = code == "outcome-not-on-record";
        return as_sentence(fill(pattern->says(names.language()),
                                announced ? facts_said("announced", facts, names) : facts, names));
    }
    return sentence(code, facts, names);
}

void add_says(base::Value& tree, const Names& names) {
    if (base::List* list = tree.list()) {
        for (base::Value& item : *list) add_says(item, names);
    }
    base::Object* object = tree.object();
    if (!object) return;
    const auto facts = object->find("facts");
    if (facts != object->end() && facts->second.object()) {
        if (const auto code = object->find("code"); code != object->end() && code->second.string()) {
            object->insert_or_assign("says", sentence(code->second.text(), *facts->second.object(), names));
        } else if (const auto gap = object->find("gap"); gap != object->end() && gap->second.string()) {
            object->insert_or_assign("says",
                                     gap_sentence(gap->second.text(), *facts->second.object(), names));
        }
    }
    for (auto& [name, value] : *object) {
        if (name != "facts") add_says(value, names);
    }
}

std::vector<std::string_view> reason_codes() {
    std::vector<std::string_view> codes{"rotation-by-order"};
    for (const Pattern& pattern : patterns) codes.push_back(pattern.key);
    std::ranges::sort(codes);
    return codes;
}

std::vector<std::string_view> gap_codes() {
    std::vector<std::string_view> codes;
    for (const Pattern& pattern : gap_patterns) codes.push_back(pattern.key);
    return codes;
}

}  // namespace words
