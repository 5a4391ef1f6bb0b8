#include "words/listing_facts.hpp"

#include <utility>

#include "base/date.hpp"
#include "words/acts_said.hpp"
#include "words/dates.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

// "that day or earlier" dates nothing: a page read on a day says only that it was so by then.
bool dates_it(std::string_view edtf) {
    const auto on = base::Date::read(edtf);
    return on && on->earliest() > base::Day::first();
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
    return text;
}

// The ways in which a title may name the day: "27 November 2025", "12 and 13 February 2023", «четвёртый
// квартал 2024 года».
std::vector<std::string> ways_to_say(const base::Date& of, Language language) {
    std::vector<std::string> ways;
    for (const Case form : {Case::nominative, Case::genitive}) ways.push_back(date(language, of, form));
    ways.push_back(when(language, of));
    ways.push_back(replaced(ways.front(), " to ", " and "));
    if (ways.front().starts_with("the ")) ways.push_back(ways.front().substr(4));
    for (const auto& [roman, word] : {std::pair("IV ", "четвёртый "), std::pair("III ", "третий "),
                                      std::pair("II ", "второй "), std::pair("I ", "первый ")}) {
        if (ways.front().starts_with(roman)) ways.push_back(replaced(ways.front(), roman, word));
    }
    return ways;
}

// "Sergei Aleinik (Belarus)"; a state alone, or nobody: empty.
std::string person_of(const base::Value& person, const base::Value& member, const Names& names) {
    const std::string state = member.text().empty() ? std::string() : names.member(member.text());
    if (person.text().empty()) return state;
    return names.person(person.text()) + (state.empty() ? "" : " (" + state + ")");
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (!part.empty()) all += (all.empty() ? "" : std::string(between)) + part;
    }
    return all;
}

void put_speaker(const base::Value& row, const Names& names, base::Object& facts) {
    const base::Value& body = row["body"];
    std::string said = joined({row["person"].text().empty() ? "" : names.person(row["person"].text()),
                               row["member"].text().empty() ? "" : names.member(row["member"].text()),
                               body.text().empty() ? "" : names.body(body.text())},
                              ", ");
    for (const char* name : {"person", "member", "body"}) {
        if (!facts.contains("who") && !row[name].text().empty()) facts.insert_or_assign("who", row[name]);
    }
    if (said.empty()) {
        said = outlet(row, names);
        if (const base::List* sources = row["sources"].list(); sources && !sources->empty())
            facts.insert_or_assign("who", sources->front());
    }
    facts.insert_or_assign("speaker", std::move(said));
}

constexpr Phrase scale_for{"For {when}", "На {when:date/acc}"};
constexpr Phrase scale_told{"Year not told; as reported {on:when}",
                            "Год не назван; по сообщениям на {on:date/acc}"};
constexpr Phrase needs_a_decision{
    "No member loses its vote or its posts by not paying alone: that takes a decision of {decided_by:body}[, and "
    "{none:text}].",
    "Сама по себе неуплата не лишает члена ни голоса, ни права выдвигать на должности: нужно решение "
    "{decided_by:body/gen}[, {none:text}]."};
constexpr Phrase needs_none{"It works by itself: the vote is lost without a decision.",
                            "Действует само: право голоса утрачивается без решения."};
constexpr Phrase no_decision{"none is on record", "а такого решения в записях нет"};
constexpr Phrase since_not_told{"since when is not on record", "с какого дня, в записях нет"};

}  // namespace

std::string outlet(const base::Value& row, const Names& names) {
    const base::List* sources = row["sources"].list();
    if (!sources || sources->empty()) return {};
    const std::string name = names.source(sources->front().text());
    return name.substr(0, name.find(", "));
}

std::string without_stop(std::string text) {
    while (text.ends_with('.')) text.pop_back();
    return text;
}

std::string without_day(std::string title, std::string_view edtf, Language language) {
    const auto of = base::Date::read(edtf);
    if (!of) return title;
    // After a blank alone only a day is no part of what goes before: "autumn of 2024" is.
    const bool is_day = of->latest().number() - of->earliest().number() < 31;
    std::string best = title;
    for (const std::string& said : ways_to_say(*of, language)) {
        for (const char* between : {", ", " on ", " от ", " "}) {
            if (std::string_view(between) == " " && !is_day) continue;
            const std::string end = between + said;
            if (title.ends_with(end) && title.size() > end.size() && title.size() - end.size() < best.size())
                best = title.substr(0, title.size() - end.size());
        }
    }
    return best;
}

base::Object facts_for_columns(const base::Value& row, What what, const Names& names) {
    const Language language = names.language();
    base::Object facts = row.object() ? *row.object() : base::Object();
    if (what == What::said && !row["act"].text().empty())
        facts.insert_or_assign("what", capitalised(describe_row(row, names)));
    if (row["title"].object()) {
        std::string title = names.text(row["title"]);
        title = without_day(std::move(title), row["on"].text(), language);
        facts.insert_or_assign("undated", without_day(std::move(title), row["when"].text(), language));
    }
    put_speaker(row, names, facts);
    if (row["capacity"].object()) facts.insert_or_assign("capacity", capacity_said(row["capacity"], names));
    std::string by = joined({row["body"].text().empty() ? "" : names.body(row["body"].text()),
                             person_of(row["person"], row["member"], names)},
                            "; ");
    if (row["kind"].text() == acts::Submitted::kind) {  // its body and person received the draft
        by = joined({by, row["to_person"].text().empty() ? "" : names.person(row["to_person"].text())}, "; ");
        if (!by.empty()) by = (language == Language::ru ? "кому: " : "to: ") + by;
    }
    facts.insert_or_assign("by", std::move(by));
    // A state that no person stands for was visited, and met nobody.
    const char* and_word = row["with_person"].is_null() ? "; " : language == Language::ru ? " и " : " and ";
    facts.insert_or_assign("between", joined({person_of(row["person"], row["member"], names),
                                              person_of(row["with_person"], row["with_member"], names)},
                                             and_word));
    if (row["office"].object()) {
        const base::Object office = facts_said("office-attested", facts, names);
        facts.insert_or_assign(
            "office_said",
            fill(language == Language::ru ? "{office}[ {of_member/gen}][, {member}][, {organisation}]"
                                          : "{office}[ of {of_member}][, {member}][, {organisation}]",
                 office, names));
    }
    for (const char* name : {"paper", "to_paper"}) {
        if (!row[name].text().empty())
            facts.insert_or_assign(std::string(name) + "_title", names.paper(row[name].text()));
    }
    if (row["standing"].text() == "unrelated") {
        facts.erase("standing");
        facts.insert_or_assign("unrelated", capitalised(claim_standing(language, "unrelated")));
        facts.insert_or_assign("unrelated_why", names.text(row["why"]));
        facts.erase("why");
    }
    if (!row["share"].is_null()) {
        std::string scale = fill((row["when"].is_null() ? scale_told : scale_for)(language), facts, names);
        if (!row["paper"].text().empty()) scale += ": " + names.quoted(names.paper(row["paper"].text()));
        facts.insert_or_assign("scale_of", std::move(scale));
    }
    if (!row["decisions"].is_null()) {  // a rule on unpaid shares
        if (*row["decisions"].number() == 0)
            facts.insert_or_assign("none", std::string(no_decision(language)));
        facts.insert_or_assign(
            "by_itself",
            fill((row["decided_by"].is_null() ? needs_none : needs_a_decision)(language), facts, names));
    }
    if (!row["why"].is_null() && !row["event"].text().empty()) {  // a difference that was noted
        const std::string said = names.act(row["event"].text());
        if (said != row["event"].text()) facts.insert_or_assign("event_said", without_stop(said));
    }
    if (const bool* open = row["open"].boolean(); open && *open) facts.insert_or_assign("ruling", "open");
    return facts;
}

std::vector<ListingPart> acts_found(const base::Value& row, const Names& names) {
    std::vector<ListingPart> found;
    if (const base::List* acts = row["acts"].list()) {
        for (const base::Value& one : *acts)
            found.push_back({without_stop(capitalised(names.act(one.text()))), std::string(one.text())});
    }
    return found;
}

std::vector<ListingPart> alterations(const base::Value& row, const Names& names) {
    std::vector<ListingPart> found;
    if (const base::List* altered = row["altered"].list()) {
        for (const base::Value& one : *altered) {
            // A page without a date says that something is so, and not since when.
            const bool dated = dates_it(one["on"].text());
            const std::string day = dated ? date(names.language(), one["on"].text()) + ". " : std::string();
            const std::string since =
                dated ? std::string() : " (" + std::string(since_not_told(names.language())) + ")";
            found.push_back(
                {day + without_stop(names.text(one["says"])) + since, std::string(one["act"].text())});
        }
    }
    return found;
}

}  // namespace words
