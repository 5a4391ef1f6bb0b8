#include "words/answers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "law/values.hpp"
#include "words/listings.hpp"
#include "words/near_said.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

bool is_ru(const Names& names) { return names.language() == Language::ru; }
const char* pick(const Names& names, const char* english, const char* russian) {
    return is_ru(names) ? russian : english;
}

std::int64_t size_of(const base::Value& value) {
    if (value.list()) return static_cast<std::int64_t>(value.list()->size());
    return value.number() ? *value.number() : 0;
}
bool truth(const base::Value& value) { return value.boolean() && *value.boolean(); }

// ", since 1 January 2024", or nothing.
std::string since_of(const base::Value& value, const Names& names, std::string_view before = ", ") {
    const auto date_told = base::Date::read(value.text());
    return date_told ? std::string(before) + since(names.language(), *date_told) : std::string();
}

// Of what holds on a day to come: what began before is told beside it, what begins later is told as it will
// be.
std::string since_of_future(const base::Value& value, const Names& names) {
    const auto date_told = base::Date::read(value.text());
    return date_told ? " (" + since(names.language(), *date_told) + ")" : std::string();
}

// "six members", «шесть членов», «два члена».
std::string counted(std::int64_t number, const Noun& noun, const Names& names) {
    return numeral(names.language(), number) + " " + std::string(plural(names.language(), number, noun));
}

// «из шести членов», «из одного члена», «из 21 члена».
std::string out_of(std::int64_t number, const Names& names) {
    if (!is_ru(names)) return "of " + counted(number, nouns::member, names);
    const bool one = number % 10 == 1 && number % 100 != 11;
    return "из " + numeral(Language::ru, number, Case::genitive) + " " +
           std::string(one ? nouns::member.few : nouns::member.many(Language::ru));
}

// "Armenia", as a list of ids for members whose attendance is `was`.
base::List who_was(const base::Value& attendance, std::string_view was) {
    base::List found;
    if (const base::List* rows = attendance.list()) {
        for (const base::Value& row : *rows) {
            if (row["was"].text() == was) found.push_back(row["member"]);
        }
    }
    return found;
}

std::string presence(std::int64_t present, std::int64_t all, const base::Value& absent,
                     const base::Value& unknown, const Names& names) {
    std::string said;
    if (is_ru(names)) {
        const bool one = present % 10 == 1 && present % 100 != 11;
        said = present == 0 ? "о присутствии членов в записях ничего нет"
                            : std::string(one ? "присутствовал " : "присутствовали ") +
                                  numeral(Language::ru, present) + " " + out_of(all, names);
    } else {
        said = present == 0 ? "no presence of a member is on record"
                            : numeral(Language::en, present) + " " + out_of(all, names) +
                                  (present == 1 ? " was present" : " were present");
    }
    if (size_of(absent) > 0) {
        const base::List* who = absent.list();
        const Gender gender =
            who && who->size() == 1 ? names.gender_of_member(who->front().text()) : Gender::plural;
        said += is_ru(names) ? "; " + agreeing("отсутствовал", gender) + " " : "; absent: ";
        said += names.members(absent);
    }
    if (size_of(unknown) > 0) {
        said += is_ru(names) ? "; в записях нет сведений об участии " : "; attendance not on record: ";
        said += names.members(unknown, Case::genitive);
    }
    return said;
}

// -- a clause for each question ------------------------------------------------------------------------

std::string said_members(const base::Value& a, base::Day on, const Names& names) {
    const bool treaty = a["of"].text() == "treaty";
    const std::int64_t number = size_of(a["members"]);
    const Noun& noun = treaty ? nouns::party : nouns::member;
    std::string said;
    if (number == 0) {
        said = treaty ? pick(names, "no parties to the treaty", "участников договора нет")
                      : pick(names, "no members", "членов нет");
        return said + " " + as_of(names.language(), on);
    }
    said = counted(number, noun, names) + (treaty ? pick(names, " to the treaty", " договора") : "") + " " +
           as_of(names.language(), on) + ": " + names.members(a["members"]);
    if (!a["entitled"].is_null()) {
        said +=
            pick(names, "; entitled to take part: ", "; вправе участвовать: ") + names.members(a["entitled"]);
    }
    return said;
}

std::string said_status(const base::Value& a, const Names& names) {
    const std::string_view status = a["status"].text();
    std::string words(status_named(names.language(), status));
    if (words.empty()) words = status;
    if (status == "member" && a["of"].text() == "treaty")
        words = pick(names, "party to the treaty", "участник договора");
    std::string said = names.member(a["member"].text()) + ": " + words;
    said += since_of(a["since"], names, " ");
    if (const base::List* pending = a["pending"].list()) {
        for (const base::Value& one : *pending) {
            const std::string_view what = act_kind(names.language(), one.text());
            said += "; " + std::string(what.empty() ? one.text() : what) +
                    pick(names, ", no decision on record by that day", ", решения к этому дню в записях нет");
        }
    }
    if (a["participation"].text() == "suspended")
        said += pick(names, "; participation suspended", "; участие приостановлено");
    return said;
}

// "; signed only: Armenia", or nothing.
std::string signed_only(const base::Value& a, const Names& names) {
    if (size_of(a["signed_only"]) == 0) return {};
    return pick(names, "; signed only: ", "; только подписали: ") + names.members(a["signed_only"]);
}

std::string said_parties(const base::Value& a, const Names& names) {
    const std::int64_t number = size_of(a["parties"]);
    const std::string of = names.the_instrument(a["instrument"].text(), Case::genitive);
    std::string said = number == 0
                           ? (is_ru(names) ? "у " + of + " участников нет" : "no state is a party to " + of)
                           : counted(number, nouns::party, names) + pick(names, " to ", " ") + of + ": " +
                                 names.members(a["parties"]);
    return said + signed_only(a, names);
}

std::string said_in_force(const base::Value& a, const Names& names, Tense tense) {
    const bool future = tense == Tense::future;
    const bool paper = !a["paper"].is_null();
    const std::string what =
        paper ? names.the_paper(a["paper"].text()) : names.the_instrument(a["instrument"].text());
    if (truth(a["in_force"]))
        return what + pick(names, ": in force", future ? ": будет действовать" : ": действует") +
               (future ? since_of_future(a["since"], names) : since_of(a["since"], names, " "));
    if (const auto ended = base::Date::read(a["ended_on"].text())) {
        std::string over = what + pick(names, ": no longer in force",
                                       future ? ": больше не будет действовать" : ": больше не действует");
        if (!a["by"].is_null()) {
            return over + pick(names, "; ended ", "; прекращено ") + when(names.language(), *ended) +
                   pick(names, " by ", ", основание — ") + names.the_paper(a["by"].text());
        }
        if (!a["period"].is_null()) {
            over += pick(names,
                         "; the period it was for has passed: ", "; срок, на который он принят, прошёл: ") +
                    date(names.language(), a["period"].text());
        }
        return over;
    }
    std::string said =
        what + pick(names, ": not in force", future ? ": не будет действовать" : ": не действует");
    if (const auto later = base::Date::read(a["since"].text())) {
        said += pick(names, "; entry into force ", "; вступление в силу ") + when(names.language(), *later);
    }
    return said;
}

std::string said_chair(const base::Value& a, const Names& names, Tense tense) {
    std::string said;
    const bool future = tense == Tense::future;
    const std::string person =
        a["person"].string() ? " (" + names.person(a["person"].text()) + ")" : std::string();
    if (is_ru(names)) {
        said = "в " + names.the_body(a["body"].text(), Case::prepositional) +
               (future ? " будет председательствовать " : " председательствует ") +
               names.member(a["member"].text()) + person;
        if (!a["in_place_of"].is_null())
            said += " вместо " + names.member(a["in_place_of"].text(), Case::genitive);
    } else {
        said = names.the_member(a["member"].text()) +
               (future ? " will be in the chair of " : " is in the chair of ") +
               names.the_body(a["body"].text()) + person;
        if (!a["in_place_of"].is_null()) said += ", in place of " + names.the_member(a["in_place_of"].text());
    }
    const bool by_order = truth(a["by_order"]);
    const auto begins = base::Date::read(a["since"].text());
    if (future && by_order && begins)
        said += ", " + from(names.language(), *begins);
    else
        said += future ? since_of_future(a["since"], names) : since_of(a["since"], names);
    if (by_order) {
        said += pick(names, ", by the order of the chair; no act is on record",
                     ", по порядку председательства; акта в записях нет");
    }
    return said;
}

std::string said_chairs(const base::Value& a, const Names& names) {
    const std::string body = names.the_body(a["body"].text(), Case::genitive);
    std::string said = pick(names, "the chair of ", "председательство: ") + body;
    if (is_ru(names)) said = names.body(a["body"].text()) + ", председательство";
    if (!a["past"].is_null()) {
        said +=
            pick(names, "; turns on record: ", "; сроков в записях: ") + std::to_string(size_of(a["past"]));
    }
    if (const base::List* coming = a["coming"].list(); coming && !coming->empty()) {
        std::vector<std::string> turns;
        for (const base::Value& row : *coming) {
            turns.push_back(names.member(row["member"].text()) + ", " + std::to_string(size_of(row["year"])) +
                            (truth(row["open"]) ? pick(names, " (open)", " (под вопросом)") : ""));
        }
        std::string all;
        for (const std::string& turn : turns) all += (all.empty() ? "" : "; ") + turn;
        said += pick(names, "; to come: ", "; предстоит: ") + all;
    }
    return said;
}

std::string said_holder(const base::Value& a, const Names& names) {
    std::string said = names.post(a["post"].text()) + ": " + names.person(a["person"].text());
    if (a["member"].string()) said += " (" + names.member(a["member"].text()) + ")";
    if (truth(a["acting"])) said += pick(names, ", acting", ", исполняет обязанности");
    const auto first = base::Date::read(a["since"].text());
    const auto last = base::Date::read(a["until"].text());
    // Who has a term has it from one day until another; who has none has held the post since a day.
    if (first) said += ", " + (last ? from(names.language(), *first) : since(names.language(), *first));
    if (last) said += (first ? " " : ", ") + until(names.language(), *last);
    return said;
}

std::string said_session(const base::Value& a, const Names& names) {
    const base::Value absent = who_was(a["attendance"], "absent");
    const base::Value unknown = who_was(a["attendance"], "not_on_record");
    return names.the_session(a["session"].text()) + ": " +
           presence(size_of(a["present"]), size_of(a["members"]), absent, unknown, names);
}

std::string said_quorum(const base::Value& a, const Names& names) {
    const std::string verdict = truth(a["quorum"]) ? pick(names, "there was a quorum", "кворум был")
                                                   : pick(names, "there was no quorum", "кворума не было");
    return verdict + ": " +
           presence(size_of(a["present"]), size_of(a["members"]), a["absent"], a["attendance_not_on_record"],
                    names);
}

std::string said_outcome(const base::Value& a, const Names& names) {
    const std::string what = names.the_paper(a["paper"].text());
    const auto on = base::Date::read(a["on"].text());
    const std::string day_said = on ? " " + when(names.language(), *on) : std::string();
    const std::string_view outcome = a["outcome"].text();
    if (outcome == "not-yet") {
        return what + pick(names, ": not yet adopted by that day", ": к этому дню ещё не принят") +
               (on ? pick(names, "; adopted", "; принят") + day_said : "");
    }
    if (outcome == "approved")
        return what + pick(names, ": approved by signature", ": утверждён подписью") + day_said;
    if (outcome == "signed-with-others")
        return what + pick(names, ": signed with others", ": подписан с другими") + day_said;
    if (outcome == "withdrawn") return what + pick(names, ": withdrawn", ": снят с рассмотрения") + day_said;
    if (outcome == "not-adopted") return what + pick(names, ": not adopted", ": не принят") + day_said;
    // What a rule gives a name of its own was announced as adopted, and is neither that nor refused.
    const std::string_view stands_as = a["stands_as"].text();
    const bool plainly = stands_as == "decision-of-the-organisation" || stands_as == "adopted-as-announced";
    std::string said = what +
                       (plainly ? pick(names, ": adopted", ": принят")
                                : pick(names, ": announced as adopted", ": о принятии объявлено")) +
                       day_said;
    said += "; " + names.stands_as_clause(stands_as);
    if (size_of(a["binds"]) > 0) {
        said += pick(names, "; it binds ", "; обязателен для ") + names.members(a["binds"], Case::genitive);
    }
    if (size_of(a["may_join"]) > 0) {
        said += pick(names, "; may join later: ", "; вправе присоединиться позже: ") +
                names.members(a["may_join"]);
    }
    return said;
}

std::string said_bound(const base::Value& a, const Names& names, Tense tense) {
    const bool future = tense == Tense::future;
    const auto is_bound = [&](bool bound) {
        if (future) return bound ? " will be bound by " : " will not be bound by ";
        return bound ? " is bound by " : " is not bound by ";
    };
    const std::string since_said =
        future ? since_of_future(a["since"], names) : since_of(a["since"], names, is_ru(names) ? " " : ", ");
    const bool bound = truth(a["bound"]);
    const std::string_view member = a["member"].text();
    std::string said;
    if (!a["instrument"].is_null()) {
        const std::string_view instrument = a["instrument"].text();
        if (is_ru(names)) {
            said = bound ? names.member(member) + " — участник " +
                               names.the_instrument(instrument, Case::genitive)
                         : names.member(member) + " не является участником " +
                               names.the_instrument(instrument, Case::genitive);
        } else {
            said = names.the_member(member) + is_bound(bound) + names.the_instrument(instrument);
        }
        return said + since_said;
    }
    if (is_ru(names)) {
        said = names.the_paper(a["paper"].text()) +
               (future ? (bound ? " будет обязателен для " : " не будет обязателен для ")
                       : (bound ? " обязателен для " : " не обязателен для ")) +
               names.member(member, Case::genitive);
    } else {
        said = names.the_member(member) + is_bound(bound) + names.the_paper(a["paper"].text());
    }
    said += since_said;
    if (truth(a["may_join"])) said += pick(names, " and may join it", "; присоединение возможно");
    if (!a["stands_as"].text().empty()) {
        said += is_ru(names) ? "; " + names.stands_as_clause(a["stands_as"].text())
                             : "; the paper stands as: " + names.stands_as(a["stands_as"].text());
    }
    return said;
}

std::string said_bound_by(const base::Value& a, base::Day on, const Names& names, Tense tense) {
    const bool future = tense == Tense::future;
    const std::int64_t number = size_of(a["bound"]);
    const std::string what = names.the_paper(a["paper"].text());
    std::string said = is_ru(names)
                           ? what +
                                 (number == 0 ? (future ? " ни для кого из членов не будет обязателен"
                                                        : " ни для кого из членов не обязателен")
                                              : (future ? " будет обязателен для " : " обязателен для ")) +
                                 (number == 0 ? "" : names.members(a["bound"], Case::genitive))
                           : what +
                                 (number == 0 ? (future ? " will bind no member" : " binds no member")
                                              : (future ? " will bind " : " binds ")) +
                                 (number == 0 ? "" : names.members(a["bound"]));
    said += " " + as_of(names.language(), on);
    if (size_of(a["may_join"]) > 0) {
        said += pick(names, "; not bound, may join: ", "; не обязателен, присоединение возможно: ") +
                names.members(a["may_join"]);
    }
    if (size_of(a["not_bound"]) > 0)
        said += pick(names, "; not bound: ", "; не обязателен для ") +
                names.members(a["not_bound"], is_ru(names) ? Case::genitive : Case::nominative);
    if (size_of(a["not_on_record"]) > 0)
        said += pick(names, "; not on record: ", "; нет сведений: ") + names.members(a["not_on_record"]);
    return said;
}

std::string said_awaiting(const base::Value& a, const Names& names) {
    const std::int64_t number = size_of(a["papers"]);
    std::int64_t without = 0;
    if (const base::List* papers = a["papers"].list()) {
        for (const base::Value& row : *papers) without += row["position"].is_null() ? 1 : 0;
    }
    if (number == 0) {
        return is_ru(names) ? "документов, принятых в отсутствие " +
                                  names.member(a["member"].text(), Case::genitive) + ", в записях нет"
                            : "no paper adopted in the absence of " + names.the_member(a["member"].text()) +
                                  " is on record";
    }
    if (is_ru(names)) {
        return "в отсутствие " + names.member(a["member"].text(), Case::genitive) +
               " принято документов: " + std::to_string(number) + "; без позиции: " + std::to_string(without);
    }
    return counted(number, nouns::paper, names) + (number == 1 ? " was" : " were") +
           " adopted in the absence of " + names.the_member(a["member"].text()) + "; awaiting a position: " +
           (number > 10 ? std::to_string(without) : numeral(Language::en, without));
}

std::string said_timeline(const base::Value& a, const Names& names) {
    const std::int64_t number = size_of(a["acts"]);
    const std::string about = names.subject(a["about"].text());
    if (number == 0)
        return about +
               pick(names, ": nothing is on record by that day", ": к этому дню в записях ничего нет");
    return about + ": " + count(names.language(), number, nouns::act) +
           pick(names, " on record", " в записях");
}

std::string said_gaps(const base::Value& a, const Names& names) {
    const std::int64_t number = size_of(a["gaps"]);
    if (number == 0) return pick(names, "no gap in this record is known", "известных пробелов в записях нет");
    return is_ru(names) ? "известных пробелов в записях: " + std::to_string(number)
                        : "this record has " + count(Language::en, number, nouns::gap) + " that it knows of";
}

// Where there is nothing to answer with: what is not on record.
std::string not_on_record(const questions::Answer& answer, const base::Value& a, const Names& names) {
    const std::string& question = answer.question;
    const base::Object* known = a.object();
    const base::Object facts = known ? *known : base::Object();
    const auto filled = [&](const char* english, const char* russian) {
        return fill(pick(names, english, russian), facts, names);
    };
    if (question == "chair" && !a["posts"].is_null()) {
        std::string said = filled("the rulebook has no rule on who chairs {body}",
                                  "в своде правил нет правила о том, кто председательствует в {body/pre}");
        std::vector<std::string> posts;
        for (const base::Value& post : *a["posts"].list()) posts.push_back(names.post(post.text()));
        if (!posts.empty())
            said += pick(names, posts.size() == 1 ? "; its post: " : "; its posts: ",
                         posts.size() == 1 ? "; должность при нём: " : "; должности при нём: ") +
                    names.list(posts);
        return said;
    }
    const bool future = tense_of(answer) == Tense::future;
    if (question == "chair" && !a["post"].is_null()) {
        const std::string rule = names.text(a["rule"]);
        return (future ? filled("who will hold the post of {post:post-label} on that day is not on record",
                                "кто в этот день будет занимать должность {post/gen}, в записях не указано")
                       : filled("who held the post of {post:post-label} on that day is not on record",
                                "кто в этот день занимал должность {post/gen}, в записях не указано")) +
               (rule.empty() ? "" : ". " + rule);
    }
    if (question == "chair" && !a["open_turn_of"].is_null()) {
        return filled(
            "who will chair {body} on that day is not on record; by the order of the chair {year} is the turn of "
            "{open_turn_of:member}, and whether it will take it is open",
            "кто в этот день будет председательствовать в {body/pre}, в записях не указано; по порядку "
            "председательства {year} год — очередь {open_turn_of:member/gen}, но будет ли она занята, неизвестно");
    }
    if (question == "chair" && future)
        return filled("who will chair {body} on that day is not on record",
                      "кто в этот день будет председательствовать в {body/pre}, в записях не указано");
    if (question == "holder" && future)
        return filled("who will hold the post of {post:post-label} on that day is not on record",
                      "кто в этот день будет занимать должность {post/gen}, в записях не указано");
    if (question == "chair")
        return filled("who chaired {body} on that day is not on record",
                      "кто в этот день председательствовал в {body/pre}, в записях не указано");
    if (question == "holder")
        return filled("who held the post of {post:post-label} on that day is not on record",
                      "кто в этот день занимал должность {post/gen}, в записях не указано");
    if (question == "session" || question == "quorum") {
        if (!a["held_on"].is_null()) {
            return filled(
                "{session} was not held by that day; it is on record as held {held_on:when}",
                "к этому дню проведения {session/gen} ещё не было; время проведения по записям: {held_on:date}");
        }
    }
    const auto announced = base::Date::read(a["announced_for"].text());
    if (question == "session" && announced && announced->earliest() > answer.on) {
        return filled(
            "{session} had not been held by that day; it is announced for {announced_for:date}",
            "к этому дню проведения {session/gen} ещё не было; объявленное время: {announced_for:date}");
    }
    if (question == "session") {
        return filled(
            "whether {session} was held is not on record[; it was announced for {announced_for:date}]",
            "состоялось ли намеченное ({session}), в записях не указано[; объявленное время: {announced_for:date}]");
    }
    if (question == "quorum") {
        std::string said = filled("whether there was a quorum at {session} is not on record",
                                  "был ли кворум на {session/pre}, в записях не указано");
        if (!a["members"].is_null()) {
            said += "; " + presence(size_of(a["present"]), size_of(a["members"]), a["absent"],
                                    a["attendance_not_on_record"], names);
        }
        return said;
    }
    if (question == "outcome")
        return filled("what became of {paper} is not on record",
                      "что стало с {paper/ins}, в записях не указано");
    if (question == "parties") {
        const std::string said = filled("who is a party to {instrument} is not on record",
                                        "кто является участником {instrument/gen}, в записях не указано");
        return said + signed_only(a, names);
    }
    if (question == "bound" && future)
        return a["instrument"].is_null()
                   ? filled("whether {member} will be bound by {paper} is not on record",
                            "будет ли {paper} обязателен для {member/gen}, по записям сказать нельзя")
                   : filled("whether {member} will be bound by {instrument} is not on record",
                            "будет ли {member} участником {instrument/gen}, по записям сказать нельзя");
    if (question == "in-force" && future && !a["paper"].is_null())
        return filled("whether {paper} will be in force is not on record",
                      "будет ли действовать {paper}, по записям сказать нельзя");
    if (question == "parties" && future)
        return filled("who will be a party to {instrument} is not on record",
                      "кто будет участником {instrument/gen}, в записях не указано") +
               signed_only(a, names);
    if (question == "bound" && !a["instrument"].is_null())
        return filled("whether {member} is bound by {instrument} is not on record",
                      "является ли {member} участником {instrument/gen}, по записям сказать нельзя");
    if (question == "bound")
        return filled("whether {member} is bound by {paper} is not on record",
                      "обязателен ли {paper} для {member/gen}, по записям сказать нельзя");
    if (question == "in-force" && !a["paper"].is_null())
        return filled("whether {paper} is in force is not on record",
                      "действует ли {paper}, по записям сказать нельзя");
    if (question == "in-force")
        return filled("no entry into force of {instrument} is on record",
                      "о вступлении в силу {instrument/gen} в записях ничего нет");
    if (question == "timeline") return said_timeline(a, names);
    return pick(names, "not on record", "в записях нет");
}

// One standing answer: settled, or imprecise with its candidates, or not on record.
std::string standing_clause(const questions::Answer& answer, law::Standing standing, const base::Value& a,
                            const Names& names) {
    if (standing == law::Standing::not_on_record) return not_on_record(answer, a, names);
    const base::List* candidates = a["candidates"].list();
    if (standing != law::Standing::imprecise || !candidates)
        return clause(answer.question, a, answer.on, names, tense_of(answer));
    const base::List* days = a["between"].list();
    std::string said = days ? pick(names, "the exact day is not known", "точный день неизвестен")
                            : pick(names, "the format in which the decision was taken is not on record",
                                   "в каком формате принято решение, в записях не указано");
    if (days && days->size() == 2) {
        const auto first = base::Day::read((*days)[0].text());
        const auto last = base::Day::read((*days)[1].text());
        if (first && last) said += "; " + between(names.language(), *first, *last);
    }
    said += days ? ": " : "; ";
    for (std::size_t i = 0; i < candidates->size(); ++i) {
        if (i > 0) said += days ? pick(names, "; or else ", "; либо ") : "; ";
        said += alternative((*candidates)[i], names);
        said += clause(answer.question, (*candidates)[i], answer.on, names, tense_of(answer));
    }
    return said;
}

}  // namespace

Tense tense_of(const questions::Answer& answer) {
    return questions::beyond_knowledge(answer) ? Tense::future : Tense::past_or_present;
}

std::string alternative(const base::Value& candidate, const Names& names) {
    const auto format = acts::read_name<acts::Format>(candidate["if_format"].text());
    if (!format) return {};
    switch (*format) {
        case acts::Format::ordinary:
            return pick(names, "if in the ordinary format, ", "если в обычном формате — ");
        case acts::Format::limited:
            return pick(names, "if in the limited format, ", "если в ограниченном формате — ");
        case acts::Format::not_on_record:
            break;
    }
    return {};
}

std::string on_what_it_depends(const std::vector<base::DisputeId>& disputes, const Names& names) {
    bool rules = false;
    bool accounts = false;
    std::string list;
    for (const base::DisputeId id : disputes) {
        (names.rules().find(id) ? rules : accounts) = true;
        list += (list.empty() ? "" : "; ") + names.dispute(id);
    }
    const char* before =
        rules && accounts ? pick(names, "It depends on an interpretation and on which account is followed: ",
                                 "Зависит от толкования и от того, какой версии следовать: ")
        : accounts
            ? pick(names,
                   "It depends on which account is followed: ", "Зависит от того, какой версии следовать: ")
            : pick(names, "It depends on the interpretation of a rule: ", "Зависит от толкования правила: ");
    return as_sentence(before + list);
}

std::string side_sentence(const questions::Answer& answer, const law::BySide& side, const Names& names) {
    return as_sentence(standing_clause(answer, side.standing, side.answer, names));
}

std::string clause(std::string_view question, const base::Value& a, base::Day on, const Names& names,
                   Tense tense) {
    if (a["standing"].text() == law::standing_name(law::Standing::not_on_record))
        return pick(names, "not on record", "в записях нет");  // a candidate
    if (question == "members") return said_members(a, on, names);
    if (question == "status") return said_status(a, names);
    if (question == "parties") return said_parties(a, names);
    if (question == "in-force") return said_in_force(a, names, tense);
    if (question == "chair" && !a["post"].is_null()) {
        const std::string rule = names.text(a["rule"]);
        return said_holder(a, names) + (rule.empty() ? "" : ". " + rule);
    }
    if (question == "chair") return said_chair(a, names, tense);
    if (question == "chairs") return said_chairs(a, names);
    if (question == "holder") return said_holder(a, names);
    if (question == "session") return said_session(a, names);
    if (question == "quorum") return said_quorum(a, names);
    if (question == "outcome") return said_outcome(a, names);
    if (question == "bound") return said_bound(a, names, tense);
    if (question == "bound-by") return said_bound_by(a, on, names, tense);
    if (question == "awaiting") return said_awaiting(a, names);
    if (question == "timeline") return said_timeline(a, names);
    if (question == "gaps") return said_gaps(a, names);
    if (std::string said = listing_clause(question, a, names); !said.empty()) return said;
    return std::string(question);  // a question without words: found by a test over the catalogue
}

std::string asks(const questions::Question& question, Language language) {
    if (language == Language::en) return std::string(question.asks);
    struct Asked {
        std::string_view name, russian;
    };
    constexpr std::array<Asked, 37> all{{
        {"agenda", "Что рассматривалось на сессии: темы, проекты, в каких составах она заседала."},
        {"announced", "Что было объявлено и чем завершилось."},
        {"bodies", "Органы: как каждый возник и что в нём менялось; регионы."},
        {"body", "Орган: что это, кто в нём заседает, его сессии и документы, чего о нём нет в записях."},
        {"changes", "Что произошло или стало известно после одного дня и по другой."},
        {"consultation", "Шаги консультаций в кризис, с часами; и те, которых в записях нет."},
        {"contributions", "Бюджеты, шкала, взносы и что уплачено."},
        {"counts", "Сколько документов было на сессии, по счёту каждого источника."},
        {"differences", "Где расходятся источники или толкования и где расхождение закрыто."},
        {"document", "Документ: вид, номер, орган, связи и где прочитать текст."},
        {"documents",
         "Документы в записях: сессии, органа, вида, года; по исходу, государству и словам названия."},
        {"draft", "Путь проекта по шагам, с числом дней между ними."},
        {"person", "Лицо: государственные посты, должности, сессии, заявления."},
        {"plan", "Планы мероприятий: что охватывают, их путь и доклады о выполнении."},
        {"posts", "Должности и кто их занимает."},
        {"priorities", "Приоритеты председательства; и те, что ничем не подтверждены."},
        {"quota", "Квотные должности: по периодам, занятые, вакантные."},
        {"relations", "Меморандумы, наблюдатели и партнёры, визиты и разговоры."},
        {"right-to-vote", "Есть ли у члена право голоса и что им не уплачено?"},
        {"source", "Источник: что он сообщает, по пунктам, и какие акты на нём основаны."},
        {"sources", "Источники этих записей."},
        {"statements", "Заявления: по государству, лицу или теме."},
        {"awaiting",
         "Что стоит перед государством: документы, принятые без него, и последствия каждого возможного ответа."},
        {"bound", "Обязателен ли документ для государства и с какого дня?"},
        {"bound-by", "Для каких членов документ обязателен и кто ещё вправе присоединиться?"},
        {"chair", "Какое государство и какое лицо председательствует в органе?"},
        {"chairs", "Председательства в органе, прошлые и предстоящие."},
        {"gaps", "Чего нет в этих записях."},
        {"holder", "Кто занимает должность?"},
        {"in-force", "Действует ли договорный или иной документ и с какого дня?"},
        {"members", "Кто является членом?"},
        {"outcome", "Что стало с документом и какую силу он имеет?"},
        {"parties", "Какие государства участвуют в договорном документе?"},
        {"quorum", "Был ли на сессии кворум?"},
        {"session", "Кто приехал на сессию, кто председательствует, что принято?"},
        {"status", "Каково положение государства в организации?"},
        {"timeline",
         "Что есть в записях о государстве, органе, должности, лице, сессии или документе, по дням."},
    }};
    for (const Asked& one : all) {
        if (one.name == question.name) return std::string(one.russian);
    }
    return std::string(question.asks);
}

std::string holders(const base::Value& held_by, const Names& names) {
    std::string said;
    const base::List* all = held_by.list();
    if (!all) return said;
    struct Line {
        std::string name;  // by which it is sorted
        std::string said;
        std::size_t place = 0;
    };
    std::vector<Line> lines;
    for (const base::Value& holder : *all) {
        const std::string_view kind = holder["kind"].text();
        const std::string_view who = holder["who"].text();
        const std::string name = kind == "member"   ? names.member(who)
                                 : kind == "body"   ? names.body(who)
                                 : kind == "person" ? names.person(who)
                                                    : names.source(who);
        std::string one = name;
        if (holder["person"].string() && kind != "person")
            one += " (" + names.person(holder["person"].text()) + ")";
        // A source has its own day in its name; the day of the act would be that of the event.
        if (kind != "source") one += ", " + date(names.language(), holder["on"].text());
        if (std::ranges::find(lines, one, &Line::said) == lines.end())
            lines.push_back({name, std::move(one), lines.size()});
    }
    std::ranges::sort(lines, [&](const Line& a, const Line& b) {
        return a.name == b.name ? a.place < b.place : alphabetically(names.language(), a.name, b.name);
    });
    for (const Line& line : lines) said += (said.empty() ? "" : "; ") + line.said;
    return said;
}

std::string taking(const base::Value& taken, const Names& names) {
    std::string said;
    const base::Object* all = taken.object();
    if (!all) return said;
    for (const auto& [dispute, side] : *all) {
        if (!said.empty()) said += pick(names, " and ", " и ");
        const auto id = base::DisputeId::known(dispute);
        const bool of_rule = id && names.rules().find(*id);
        const std::string name = names.side(dispute, side.text());
        said += of_rule ? names.quoted(name) : name;
        if (all->size() > 1 && !of_rule) said += " (" + names.dispute(dispute) + ")";
    }
    return said;
}

std::string takings(const base::Value& side, const Names& names) {
    std::string said = taking(side["taking"], names);
    if (const base::List* also = side["also"].list()) {
        for (const base::Value& other : *also) said += pick(names, "; or ", "; или ") + taking(other, names);
    }
    return said;
}

std::string headline(const questions::Answer& answer, const Names& names) {
    const law::Conclusion& conclusion = answer.conclusion;
    if (conclusion.too_many_sides) {
        return std::string(pick(names, "It depends on more disputes than can be laid side by side. ",
                                "Зависит от большего числа расхождений, чем можно показать рядом. ")) +
               on_what_it_depends(conclusion.disputes, names);
    }
    if (conclusion.standing == law::Standing::depends && !conclusion.by_side.empty()) {
        std::string said = on_what_it_depends(conclusion.disputes, names);
        // More than two answers are no sentence any more: they stand beneath it, each with its holders.
        if (conclusion.by_side.size() > 2) {
            return said +
                   std::string(pick(names, " Answers, each with its sides below: ",
                                    " Ответы, каждый со своими сторонами, — ниже; их ")) +
                   std::to_string(conclusion.by_side.size()) + ".";
        }
        const base::Object object = law::without_reasons(conclusion);
        const base::List& sides = *object.at("by_side").list();
        for (std::size_t i = 0; i < sides.size(); ++i) {
            const law::BySide& side = conclusion.by_side[i];
            std::string line = takings(sides[i], names);
            if (const std::string who = holders(sides[i]["held_by"], names); !who.empty())
                line += " (" + who + ")";
            line += ": " + standing_clause(answer, side.standing, side.answer, names);
            said += " " + as_sentence(line);
        }
        return said;
    }
    std::string said = as_sentence(standing_clause(answer, conclusion.standing, conclusion.answer, names));
    if (conclusion.standing == law::Standing::not_on_record) {
        if (const std::string settles = would_settle(names.language(), conclusion.settled_by);
            !settles.empty())
            said += " " + settles;
    }
    if (conclusion.standing == law::Standing::depends && !conclusion.disputes.empty()) {
        said += " " + std::string(pick(names, "In part it depends on: ", "Отчасти зависит от: "));
        std::string list;
        for (const base::DisputeId id : conclusion.disputes)
            list += (list.empty() ? "" : "; ") + names.dispute(id);
        said += list + ".";
    }
    return said;
}

}  // namespace words
