#include "words/in_short.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "acts/kinds.hpp"
#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/chrome.hpp"
#include "words/figures.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

using base::Value;

const base::List& items(const Value& value) {
    static const base::List none;
    const base::List* list = value.list();
    return list ? *list : none;
}

const Value& beside(const questions::Answer& answer, std::string_view name) {
    static const Value none;
    const auto at = answer.besides.find(name);
    return at == answer.besides.end() ? none : at->second;
}

const Value& listed(const questions::Answer* answer, std::string_view name) {
    static const Value none;
    return answer ? answer->conclusion.answer[name] : none;
}

bool is_true(const Value& value) { return value.boolean() && *value.boolean(); }

base::List ids_where(const Value& answer, std::string_view was) {
    base::List ids;
    for (const Value& row : items(answer["attendance"]))
        if (row["was"].text() == was) ids.push_back(row["member"]);
    return ids;
}

/// A remark that follows in brackets has no full stop of its own.
std::string without_stop(std::string text) {
    while (text.ends_with('.')) text.pop_back();
    return text;
}

/// What a sentence rests on: each source once, in the order met, and the weakest grade.
class Basis {
public:
    Basis& row(const Value& row) {
        for (const Value& source : items(row["sources"])) add(std::string(source.text()));
        if (const auto support = base::read_support(row["rests_on"].text())) weaken(*support);
        return *this;
    }
    Basis& rows(const Value& rows) {
        for (const Value& one : items(rows)) row(one);
        return *this;
    }
    Basis& reasons(const std::vector<law::Reason>& reasons) {
        for (const law::Reason& reason : reasons)
            for (const base::SourceId source : reason.sources) add(std::string(source.text()));
        return *this;
    }
    Basis& weaken(base::Support support) {
        rests_on_ = rests_on_ ? base::weaker(*rests_on_, support) : support;
        return *this;
    }
    SaidInShort says(const std::string& clause, const Names& names) const {
        SaidInShort said{as_sentence(capitalised(clause)), {}, rests_on_};
        for (const std::string& id : sources_) said.sources.push_back(names.source(id));
        return said;
    }

private:
    void add(std::string id) {
        if (std::ranges::find(sources_, id) == sources_.end()) sources_.push_back(std::move(id));
    }
    std::vector<std::string> sources_;
    std::optional<base::Support> rests_on_;
};

// The sentences of one session, in the order of their weight.
class InShort {
public:
    InShort(const SessionAnswers& told, const Names& names)
        : told_(told), names_(names), russian_(names.language() == Language::ru) {
        const auto id = told.session.parameters.find("session");
        if (id != told.session.parameters.end()) id_ = id->second;
        if (id_.empty()) id_ = answer()["session"].text();
        session_ = names.the_session(id_);
        of_session_ = names.the_session(id_, Case::genitive);
        at_session_ = (russian_ ? "на " : "at ") + names.the_session(id_, Case::prepositional);
    }

    std::vector<SaidInShort> all() {
        if (told_.session.conclusion.standing == law::Standing::not_on_record) {
            not_held();
        } else {
            attendance();
            quorum();
            effects();
            counts();
            papers();
            not_adopted();
            chair_passes();
            presided();
            announced();
            subjects();
            parts();
        }
        if (said_.size() > most_in_short) said_.resize(most_in_short);
        return std::move(said_);
    }

private:
    std::string pick(std::string_view english, std::string_view russian) const {
        return std::string(russian_ ? russian : english);
    }
    const Value& answer() const { return told_.session.conclusion.answer; }
    void say(const Basis& basis, const std::string& clause) { said_.push_back(basis.says(clause, names_)); }

    std::string quoted_title(const Value& row) const { return names_.quoted(names_.text(row["title"])); }
    std::string when_said(const Value& edtf) const {
        const auto date = base::Date::read(edtf.text());
        return date ? when(names_.language(), *date) : std::string(edtf.text());
    }
    std::string disputes_said(const std::vector<base::DisputeId>& disputes) const {
        std::string said;
        for (const base::DisputeId id : disputes) said += (said.empty() ? "" : "; ") + names_.dispute(id);
        return said;
    }
    /// " depends on interpretation: Rule 14"; of accounts of an event, on which of them is followed.
    std::string depends_on(const std::vector<base::DisputeId>& disputes) const {
        const bool rules = std::ranges::any_of(
            disputes, [&](base::DisputeId id) { return names_.rules().find(id) != nullptr; });
        return (rules ? pick(" depends on interpretation: ", ", зависит от толкования: ")
                      : pick(" depends on which of several accounts is followed: ",
                             ", зависит от того, какой из версий следовать: ")) +
               disputes_said(disputes);
    }
    /// «шести членов», "six members".
    std::string of_members(std::int64_t number) const {
        const bool one = number % 10 == 1 && number % 100 != 11;
        if (russian_) return numeral(Language::ru, number, Case::genitive) + (one ? " члена" : " членов");
        return numeral(Language::en, number) + " " + std::string(plural(Language::en, number, nouns::member));
    }

    // -- announced and not held ------------------------------------------------------------------------

    void not_held() {
        Basis basis;
        basis.reasons(told_.session.conclusion.reasons);
        const std::string title = names_.text(answer()["title"]);
        if (!answer()["held_on"].is_null()) {
            say(basis, russian_ ? "На " + day(Language::ru, told_.session.on) + " проведение " + of_session_ +
                                      " ещё предстояло; по записям оно состоялось " +
                                      when_said(answer()["held_on"])
                                : session_ + " was not yet held on " + day(Language::en, told_.session.on) +
                                      "; it is on record as held " + when_said(answer()["held_on"]));
            return;
        }
        if (title.empty()) {
            say(basis, russian_ ? "Сведений о проведении " + of_session_ + " в записях нет"
                                : "Whether " + session_ + " was held is not on record");
            return;
        }
        const auto day = base::Date::read(answer()["announced_for"].text());
        const bool to_come = day && day->by(told_.session.on) == base::Tri::no;
        const std::string about = names_.the_session(id_, Case::prepositional);
        const std::string announced = russian_ ? "Объявление " + std::string(russian_about(about)) + " " +
                                                     about + " (" + names_.quoted(title) + ")"
                                               : session_ + " was announced (" + names_.quoted(title) + ")";
        say(basis,
            announced + (to_come ? pick("; it is still to come", " в записях есть; срок ещё не наступил")
                                 : pick("; whether it was held is not on record",
                                        " в записях есть, сведений о проведении — нет")));
    }

    // -- who came --------------------------------------------------------------------------------------

    void attendance() {
        if (told_.session.conclusion.standing == law::Standing::depends) {
            say(Basis().weaken(told_.session.conclusion.rests_on),
                pick("Who was a member at the time of ", "Кто был членом ко времени проведения ") +
                    of_session_ + depends_on(told_.session.conclusion.disputes));
            return;
        }
        const base::List present = ids_where(answer(), "present");
        const base::List absent = ids_where(answer(), "absent");
        const base::List unknown = ids_where(answer(), "not_on_record");
        const auto all = static_cast<std::int64_t>(present.size() + absent.size() + unknown.size());
        const auto came = static_cast<std::int64_t>(present.size());
        Basis basis;
        for (const Value& row : items(answer()["attendance"]))
            if (row["was"].text() != "not_on_record") basis.row(row);
        if (present.empty() && absent.empty()) {
            for (const law::Reason& reason : told_.session.conclusion.reasons) {
                if (reason.code != "held") continue;
                basis.reasons({reason});
                if (reason.support) basis.weaken(*reason.support);
            }
            say(basis, russian_ ? "О проведении " + of_session_ + " запись есть, о составе участников — нет"
                                : session_ + " is on record as held; who took part in it is not");
            return;
        }
        std::string said;
        if (came == all) {
            said = all == 1 ? pick("The one member took part in " + session_,
                                   at_session_ + " присутствовал единственный член")
                            : pick("All " + of_members(all) + " took part in " + session_,
                                   at_session_ + " присутствовали все " + numeral(Language::ru, all) + " " +
                                       std::string(plural(Language::ru, all, nouns::member)));
        } else if (came > 0) {
            const bool one = came % 10 == 1 && came % 100 != 11;
            said =
                pick(numeral(Language::en, came) + " of the " + of_members(all) + " took part in " + session_,
                     at_session_ + (one ? " присутствовал " : " присутствовали ") +
                         numeral(Language::ru, came) + " из " + of_members(all));
        }
        said += by_what_means(!said.empty());
        if (came > 0) said += ": " + names_.members(present);
        if (!absent.empty()) {
            const std::string who = names_.members(absent, Case::genitive);
            const bool one = absent.size() == 1;
            if (came == 0) {
                said = pick(who + (one ? " was absent from " : " were absent from ") + session_,
                            at_session_ + " представителей " + who + " не было");
            } else {
                said += pick("; " + who + (one ? " was absent" : " were absent"),
                             "; представителей " + who + " не было");
            }
        }
        if (unknown.size() > 3) {
            said += pick("; of the others nothing is on record",
                         "; об участии других членов в записях ничего нет");
        } else if (!unknown.empty()) {
            const std::string who = names_.members(unknown, Case::genitive);
            said += pick("; of " + who + " nothing is on record",
                         "; об участии " + who + " в записях ничего нет");
        }
        say(basis, said);
    }

    /// " (by video link)" where no place says how it was held.
    std::string by_what_means(bool said) const {
        const std::string_view mode = say_named<acts::Mode>(names_.language(), answer()["mode"].text());
        return !said || mode.empty() || !answer()["place"].text().empty() ? std::string()
                                                                          : " (" + std::string(mode) + ")";
    }

    // -- quorum ------------------------------------------------------------------------------------------

    void quorum() {
        if (!told_.quorum) return;
        const law::Conclusion& conclusion = told_.quorum->conclusion;
        Basis basis;
        std::string said;
        if (conclusion.standing == law::Standing::depends) {
            basis.weaken(conclusion.rests_on);
            said = pick("Whether there was a quorum ", "Был ли кворум ") + at_session_ +
                   depends_on(conclusion.disputes);
        } else if (conclusion.standing == law::Standing::not_on_record) {
            const bool anybody =
                !ids_where(answer(), "present").empty() || !ids_where(answer(), "absent").empty();
            if (!anybody) return;  // who came is the larger gap, and has been said
            said = pick("Whether there was a quorum ", "Был ли кворум ") + at_session_ +
                   pick(" cannot be said: ", ", сказать нельзя: ") +
                   (is_true(conclusion.answer["figure_read"])
                        ? pick("who took part is not wholly on record", "состав участников в записях неполон")
                        : pick("the figure that the rules require has not been read",
                               "число, которого требуют правила, не прочитано"));
        } else {
            basis.weaken(conclusion.rests_on);
            said = is_true(conclusion.answer["quorum"])
                       ? pick("There was a quorum " + at_session_, at_session_ + " кворум был")
                       : pick("There was no quorum " + at_session_, at_session_ + " кворума не было");
        }
        SaidInShort one = basis.says(said, names_);
        for (const law::Reason& reason : conclusion.reasons) {
            const std::string article = names_.text(reason.article);
            if (article.empty() || std::ranges::find(one.sources, article) != one.sources.end()) continue;
            one.sources.push_back(article);
        }
        said_.push_back(std::move(one));
    }

    // -- what the papers are for those absent ------------------------------------------------------------

    struct Bound {
        std::vector<base::DisputeId> disputes;
        std::vector<std::pair<std::string, bool>> sides;  // as it stands there, and is it bound
        std::optional<bool> settled;
        std::optional<base::Support> rests_on;
        std::int64_t papers = 0;
        std::string clause;  // what tells it from others
        Basis basis;         // of those who hold the sides
    };

    void effects() {
        if (!told_.awaiting) return;
        for (const questions::Answer& awaiting : *told_.awaiting) {
            std::vector<Bound> kinds;
            std::int64_t papers = 0;
            for (const Value& paper : items(awaiting.conclusion.answer["papers"])) {
                if (paper["session"].text() != id_) continue;
                ++papers;
                for (const Value& effect : items(paper["effects"])) {
                    if (effect["if"].text() != "none" && effect["if"].text() != "keeps") continue;
                    add(kinds, effect);
                    break;
                }
            }
            const auto most = std::ranges::max_element(kinds, {}, &Bound::papers);
            if (most != kinds.end()) effect_said(*most, papers, awaiting.conclusion.answer["member"].text());
        }
    }

    // "bound"; "if in the ordinary format, bound, if in the limited format, not bound: the format is not on
    // record".
    std::string bound_said(const Value& answer) const {
        const base::List* candidates = answer["candidates"].list();
        if (candidates && answer["between"].is_null()) {
            std::string said;
            for (const Value& one : *candidates)
                said += (said.empty() ? "" : ", ") + alternative(one, names_) + bound_said(one);
            return said + pick(": the format is not on record", " (формат в записях не указан)");
        }
        const bool* is_bound = answer["bound"].boolean();
        if (!is_bound) return pick("cannot be said", "сказать нельзя");
        return *is_bound ? pick("bound", "документ обязателен") : pick("not bound", "документ не обязателен");
    }

    void add(std::vector<Bound>& kinds, const Value& effect) const {
        Bound bound;
        bound.papers = 1;
        bound.rests_on = base::read_support(effect["rests_on"].text());
        for (const Value& id : items(effect["disputes"]))
            if (const auto known = base::DisputeId::known(id.text())) bound.disputes.push_back(*known);
        if (bound.disputes.empty()) {
            if (!effect["answer"]["bound"].boolean()) return;
            bound.settled = is_true(effect["answer"]["bound"]);
            bound.clause = *bound.settled ? "bound" : "not bound";
        }
        for (const Value& side : items(effect["by_side"])) {
            std::string name = takings(side, names_);
            if (const std::string who = holders(side["held_by"], names_); !who.empty())
                name += " (" + who + ")";
            for (const Value& holder : items(side["held_by"])) bound.basis.row(holder);
            name += " — " + bound_said(side["answer"]);
            bound.clause += (bound.clause.empty() ? "" : "; ") + name;
        }
        const auto same = std::ranges::find(kinds, bound.clause, &Bound::clause);
        if (same == kinds.end()) {
            kinds.push_back(std::move(bound));
        } else {
            ++same->papers;
            if (bound.rests_on)
                same->rests_on =
                    same->rests_on ? base::weaker(*same->rests_on, *bound.rests_on) : *bound.rests_on;
        }
    }

    void effect_said(const Bound& bound, std::int64_t papers, std::string_view member) {
        Basis basis = bound.basis;
        if (bound.rests_on) basis.weaken(*bound.rests_on);
        const std::string some =
            bound.papers == papers
                ? std::string()
                : " (" + std::to_string(bound.papers) + pick(" of ", " из ") + std::to_string(papers) + ")";
        const std::string who = names_.the_member(member, russian_ ? Case::genitive : Case::nominative);
        const std::string of_papers =
            russian_ ? (papers == 1 ? "документа " : "документов ") + of_session_ + some
                     : (papers == 1 ? "the paper of " : "the papers of ") + of_session_ + some;
        if (bound.settled) {
            const std::string binding =
                std::string(papers == 1 ? "документ " : "документы ") + of_session_ + some +
                (*bound.settled ? " " : " не ") +
                agreeing("обязателен", papers == 1 ? Gender::masculine : Gender::plural);
            say(basis, russian_ ? binding + " для " + who
                                : of_papers +
                                      (papers == 1 ? (*bound.settled ? " binds " : " does not bind ")
                                                   : (*bound.settled ? " bind " : " do not bind ")) +
                                      who);
            return;
        }
        say(basis, russian_
                       ? "Обязательность " + of_papers + " для " + who + " зависит от толкования (" +
                             disputes_said(bound.disputes) + "): " + bound.clause
                       : "Whether " + who + " is bound by " + of_papers + " depends on interpretation (" +
                             disputes_said(bound.disputes) + "): " + bound.clause);
    }

    // -- papers --------------------------------------------------------------------------------------------

    void counts() {
        const base::List& rows = items(listed(told_.counts, "counts"));
        if (rows.empty()) return;
        // Each count is its own source's: where these differ, it is named beside the count.
        const bool one_source = std::ranges::all_of(
            rows, [&](const Value& row) { return row["sources"] == rows.front()["sources"]; });
        Basis basis;
        std::string list;
        for (const Value& row : rows) {
            if (one_source) basis.row(row);
            if (const auto support = base::read_support(row["rests_on"].text())) basis.weaken(*support);
            const acts::Count count = told_count(row["number"]);
            list += (list.empty() ? "" : "; ") + words::count(names_.language(), count) + " " +
                    std::string(say_named<acts::Counted>(names_.language(), row["counted"].text()));
            std::string whose = without_stop(names_.text(row["scope"]));
            if (!one_source) whose += (whose.empty() ? "" : "; ") + names_.sources(row["sources"]);
            if (!whose.empty()) list += " (" + whose + ")";
        }
        say(basis, russian_ ? "Число документов " + of_session_ + " по счёту источников: " + list
                            : "The number of papers of " + of_session_ + ", as sources count them: " + list);
    }

    void papers() {
        const base::List& rows = items(beside(told_.session, "papers"));
        if (rows.empty()) return;
        Basis basis;
        std::vector<std::string> titles;
        for (const Value& row : rows) {
            basis.row(row);
            titles.push_back(quoted_title(row));
        }
        const auto number = static_cast<std::int64_t>(titles.size());
        if (number == 1) {
            say(basis, russian_ ? at_session_ + ", по записям, принят документ " + titles.front()
                                : "One paper is on record as adopted " + at_session_ + ": " + titles.front());
            return;
        }
        say(basis, russian_
                       ? "Документы, по записям принятые " + at_session_ + " (" + std::to_string(number) +
                             "): " + names_.list(titles)
                       : capitalised(numeral(Language::en, number)) + " papers are on record as adopted " +
                             at_session_ + ": " + names_.list(titles));
    }

    void not_adopted() {
        const base::List& rows = items(beside(told_.session, "not_adopted"));
        if (rows.empty()) return;
        Basis basis;
        std::string list;
        for (const Value& row : rows) {
            basis.row(row);
            list += (list.empty() ? "" : "; ") + quoted_title(row);
            if (const std::string why = without_stop(names_.text(row["why"])); !why.empty())
                list += " (" + within_sentence(why, names_) + ")";
        }
        say(basis, pick("Not adopted ", "Не принято ") + at_session_ + ": " + list);
    }

    // -- chair ---------------------------------------------------------------------------------------------

    void chair_passes() {
        for (const Value& row : items(beside(told_.session, "chair_passes"))) {
            const std::string from(row["from"].text());
            const std::string to(row["to"].text());
            const std::string body(row["body"].text());
            const std::string in_body = names_.the_body(body, Case::prepositional);
            const bool decided = row["ground"].text() == acts::name_of(acts::Ground::decision);
            std::string said =
                russian_ ? at_session_ + (decided ? " решено, что председательство " : " председательство ") +
                               std::string(russian_in(in_body)) + " " + in_body + " переходит" +
                               (from.empty() ? "" : " от " + names_.the_member(from, Case::genitive)) +
                               " к " + names_.the_member(to, Case::dative)
                         : (decided ? "It was decided " + at_session_ + " that the chair of "
                                    : capitalised(at_session_) + " the chair of ") +
                               names_.the_body(body) + " passes" +
                               (from.empty() ? "" : " from " + names_.the_member(from)) + " to " +
                               names_.the_member(to);
            const base::List& days = items(row["takes_effect"]);
            if (days.size() == 1) {
                if (const auto day = base::Date::read(days.front().text()))
                    said += " " + words::from(names_.language(), *day);
                if (!row["reckoned"].is_null())
                    said += pick(" (the day after the session, by the reckoning of this record)",
                                 " (со следующего дня после сессии: так считается в этих записях)");
            } else if (days.size() > 1) {
                said += pick("; from when, accounts differ: ", "; с какого дня, версии расходятся: ");
                std::vector<std::string> sorted;
                for (const Value& day : days) sorted.emplace_back(day.text());
                std::ranges::sort(sorted);
                for (std::size_t i = 0; i < sorted.size(); ++i)
                    said += (i == 0 ? "" : pick(" or ", " или ")) + date(names_.language(), sorted[i]);
            }
            say(Basis().row(row), said);
        }
    }

    void presided() {
        const base::List& rows = items(beside(told_.session, "presided"));
        if (rows.empty()) return;
        Basis basis;
        std::vector<std::string> who;
        base::List states;
        for (const Value& row : rows) {
            basis.row(row);
            states.push_back(row["member"]);
            std::string one = names_.the_member(row["member"].text());
            std::vector<std::string> more;
            if (!row["person"].text().empty()) more.push_back(names_.person(row["person"].text()));
            if (!row["body"].text().empty()) more.push_back(names_.the_body(row["body"].text()));
            for (std::size_t i = 0; i < more.size(); ++i) one += (i == 0 ? " (" : ", ") + more[i];
            if (!more.empty()) one += ")";
            who.push_back(std::move(one));
        }
        constexpr Phrase presided{"presided", "председательствовал"};
        say(basis, russian_ ? at_session_ + " " + names_.agreed(presided, states) + " " + names_.list(who)
                            : names_.list(who) + " presided over " + session_);
    }

    // -- what was announced, and what was spoken of
    // ----------------------------------------------------------

    std::string outcome_said(const Value& outcome) const {
        const auto came = acts::read_name<acts::Outcome>(outcome["outcome"].text());
        if (!came) return pick("no outcome on record", "чем завершилось, в записях нет");
        const std::string word = *came == acts::Outcome::held
                                     ? pick("held", "состоялось")
                                     : std::string(words::say(names_.language(), *came));
        return word + " " + when_said(outcome["on"]);
    }

    /// The next session has a sentence of its own; all else that was announced shares one.
    void announced() {
        Basis of_others;
        std::string others;
        bool said_before = false;
        for (const Value& row : items(beside(told_.session, "announced"))) {
            std::string remarks = outcome_said(row["outcome"]);
            if (row["certainty"].text() != "will") {
                remarks =
                    std::string(say_named<acts::Certainty>(names_.language(), row["certainty"].text())) +
                    "; " + remarks;
            }
            const std::string one = quoted_title(row) + " (" + remarks + ")";
            if (!row["session"].text().empty()) {
                say(Basis().row(row).row(row["outcome"]),
                    at_session_ + pick(" the following was announced: ", " объявлено: ") + one);
                said_before = true;
            } else {
                of_others.row(row).row(row["outcome"]);
                others += (others.empty() ? "" : "; ") + one;
            }
        }
        if (others.empty()) return;
        say(of_others, at_session_ +
                           (said_before ? pick(" the following was also announced: ", " объявлено также: ")
                                        : pick(" the following was announced: ", " объявлено: ")) +
                           others);
    }

    void subjects() {
        const Value& told = listed(told_.agenda, "subjects");
        std::string list;
        for (const Value& row : items(told)) {
            list += (list.empty() ? "" : ", ") + names_.quoted(without_stop(names_.text(row["subject"])));
        }
        if (list.empty()) return;
        say(Basis().rows(told),
            at_session_ + pick(" the subjects discussed were: ", " обсуждалось: ") + list);
    }

    void parts() {
        const Value& told = listed(told_.agenda, "parts");
        std::vector<std::string> list;
        for (const Value& row : items(told)) {
            const std::string_view part = say_named<acts::Part>(names_.language(), row["part"].text());
            if (!part.empty()) list.emplace_back(part);
        }
        if (list.empty()) return;
        say(Basis().rows(told),
            list.size() == 1
                ? pick("part of " + session_ + " was held ", "часть " + of_session_ + " прошла ") +
                      list.front()
                : pick(session_ + " was held ", at_session_ + " заседали ") + names_.list(list));
    }

    const SessionAnswers& told_;
    const Names& names_;
    bool russian_;
    std::string id_;
    std::string session_;
    std::string of_session_;
    std::string at_session_;
    std::vector<SaidInShort> said_;
};

}  // namespace

std::vector<SaidInShort> in_short(const SessionAnswers& told, const Names& names) {
    return InShort(told, names).all();
}

std::string rests_on_said(const SaidInShort& said, Language language) {
    std::string out;
    for (const std::string& source : said.sources) out += (out.empty() ? "" : "; ") + source;
    if (said.rests_on) out += (out.empty() ? "" : "; ") + std::string(say(language, *said.rests_on));
    return out;
}

std::string citation(const Cited& cited, const Names& names) {
    const Language language = names.language();
    constexpr std::size_t digest_shown = 12;
    constexpr Phrase of_record{"; entries of the record: ", "; записей: "};
    return names.organisation() + ". " + cited.title + ". " + std::string(chrome::situation_on(language)) +
           day(language, cited.on) + std::string(chrome::known_on(language)) + day(language, cited.known) +
           ". " + cited.receipt.engine + std::string(of_record(language)) +
           std::to_string(cited.receipt.entries) + ", SHA-256 " +
           cited.receipt.record_sha256.substr(0, digest_shown) + ". " + cited.address;
}

}  // namespace words
