#include "questions/question.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/nearest.hpp"
#include "questions/near.hpp"
#include "questions/rows.hpp"

namespace questions {
namespace {

using Why = Misasked::Why;

std::string folded(std::string_view word) {  // ASCII letters only: names in other scripts match as written
    std::string out(word);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '_') c = '-';
    }
    return out;
}

const std::vector<std::string> no_aliases;

// Calls `see(id, name, aliases)` for everything of this kind that can be named, a thing of several names
// several times. Nothing is copied: most who ask only want to know whether there is such an id.
template <class See> void each_named(const record::View& view, Names names, See see) {
    const auto see_names = [&](std::string_view id, const base::Text& name,
                               const std::vector<std::string>& aliases = no_aliases) {
        see(id, name, aliases);
    };
    const auto& rules = view.rulebook;
    const auto members = [&] {
        for (const auto& m : rules.members) {
            see_names(m.id.text(), m.name, m.aliases);
            see_names(m.id.text(), m.formal);
        }
    };
    const auto bodies = [&] {
        for (const auto& b : rules.bodies) {
            see_names(b.body.text(), b.name);
            see_names(b.body.text(), b.abbreviation);
        }
    };
    const auto posts = [&] {
        for (const auto& p : rules.posts) see_names(p.post.text(), p.name);
    };
    const auto instruments = [&] {
        for (const auto& i : rules.instruments) {
            see_names(i.instrument.text(), i.name);
            see_names(i.instrument.text(), i.abbreviation);
        }
    };
    const auto papers = [&] {
        for (const auto number : view.record.of_kind<acts::Adopted>()) {
            const auto& adopted = std::get<acts::Adopted>(view.act(number).content);
            if (view.sees(number)) see_names(adopted.paper.text(), adopted.title);
        }
        for (const auto number : view.record.of_kind<acts::NotAdopted>()) {
            const auto& draft = std::get<acts::NotAdopted>(view.act(number).content);
            if (view.sees(number)) see_names(draft.paper.text(), draft.title);
        }
        for (const auto number : view.record.of_kind<acts::Drafted>()) {
            const auto& draft = std::get<acts::Drafted>(view.act(number).content);
            if (view.sees(number)) see_names(draft.paper.text(), draft.title);
        }
        for (const auto number : view.record.of_kind<acts::MemorandumSigned>()) {
            const auto& memorandum = std::get<acts::MemorandumSigned>(view.act(number).content);
            if (view.sees(number)) see_names(memorandum.paper.text(), memorandum.title);
        }
    };
    const auto sessions = [&] {
        for (const auto number : view.record.of_kind<acts::Held>()) {
            const auto& held = std::get<acts::Held>(view.act(number).content);
            if (view.sees(number)) see_names(held.session.text(), held.title);
        }
        for (const auto number : view.record.of_kind<acts::Announced>()) {
            const auto& announced = std::get<acts::Announced>(view.act(number).content);
            if (view.sees(number) && announced.session) see_names(announced.session.text(), announced.title);
        }
    };
    switch (names) {
        case Names::member:
            members();
            break;
        case Names::body:
            bodies();
            break;
        case Names::post:
            posts();
            break;
        case Names::session:
            sessions();
            break;
        case Names::paper:
            papers();
            break;
        case Names::instrument:
            instruments();
            break;
        case Names::paper_or_instrument:
            papers(), instruments();
            break;
        case Names::subject:
            members(), bodies(), posts(), instruments(), papers(), sessions();
            for (const auto& p : rules.persons) see_names(p.id.text(), p.name, p.aliases);
            break;
        case Names::which_terms:
            for (const char* word : {"all", "coming", "past"}) see_names(word, {});
            break;
        case Names::person:
            for (const auto& p : rules.persons) see_names(p.id.text(), p.name, p.aliases);
            break;
        case Names::consultation:
            for (const auto number : view.record.of_kind<acts::ConsultationRequested>()) {
                const auto& asked = std::get<acts::ConsultationRequested>(view.act(number).content);
                if (view.sees(number)) see_names(asked.consultation.text(), asked.title);
            }
            break;
        case Names::source:
            for (const auto& source : rules.sources) see_names(source.id.text(), source.name);
            break;
        case Names::topic:
            for (const auto& topic : rules.topics) see_names(topic.id.text(), topic.name);
            break;
        case Names::which_announced:
            for (const char* word : {"all", "open"}) see_names(word, {});
            break;
        case Names::paper_kind:
            for (const auto word : acts::NamesOf<acts::PaperKind>::names) see_names(word, {});
            break;
        case Names::which_changes:
            for (const char* word : {"events", "knowledge"}) see_names(word, {});
            break;
        case Names::outcome:
            for (const std::string_view word : paper_outcomes) see_names(word, {});
            break;
        case Names::day:
        case Names::year:
        case Names::words:
        case Names::act:
            break;  // any of them: looked at where it is used
    }
}

// Every word that stands for something of this kind, with the id it stands for.
struct Word {
    std::string said;
    std::string id;
};

std::vector<Word> words_for(const record::View& view, Names names) {
    std::vector<Word> words;
    each_named(view, names,
               [&](std::string_view id, const base::Text& name, const std::vector<std::string>& aliases) {
                   words.push_back({std::string(id), std::string(id)});
                   for (const auto& [language, text] : name.languages())
                       words.push_back({text, std::string(id)});
                   for (const std::string& alias : aliases) words.push_back({alias, std::string(id)});
               });
    return words;
}

// Where a person finds what could have been said: the lists by name, or the few words themselves.
std::string list_of(Names names) {
    switch (names) {
        case Names::member:
            return "members";
        case Names::body:
            return "bodies";
        case Names::post:
            return "posts";
        case Names::session:
            return "sessions";
        case Names::paper:
            return "papers";
        case Names::instrument:
            return "instruments";
        case Names::paper_or_instrument:
            return "papers, instruments";
        case Names::subject:
            return "subjects";
        case Names::which_terms:
            return "all, coming, past";
        case Names::person:
            return "persons";
        case Names::consultation:
            return "consultations";
        case Names::source:
            return "sources";
        case Names::topic:
            return "topics";
        case Names::which_announced:
            return "all, open";
        case Names::paper_kind: {
            std::string all;
            for (const auto word : acts::NamesOf<acts::PaperKind>::names)
                all += (all.empty() ? "" : ", ") + std::string(word);
            return all;
        }
        case Names::which_changes:
            return "events, knowledge";
        case Names::outcome: {
            std::string all;
            for (const std::string_view word : paper_outcomes)
                all += (all.empty() ? "" : ", ") + std::string(word);
            return all;
        }
        case Names::day:
            return "2023-11-23";
        case Names::year:
            return "2023";
        case Names::words:
        case Names::act:
            return {};
    }
    std::unreachable();
}

// The id that a word stands for; empty where it stands for none.
std::string stands_for(const record::View& view, Names names, std::string_view given) {
    if (is_name_of(view, names, given)) return std::string(given);
    const std::string wanted = folded(given);
    if (wanted.empty()) return {};
    for (const Word& word : words_for(view, names)) {
        if (folded(word.said) == wanted) return word.id;
    }
    return {};
}

// A paper or session of which the record tells later than the view knows, and from which day it does.
std::optional<Misasked> not_known_yet(const record::View& view, Names names, std::string_view given) {
    const auto known_with = [&](std::size_t entries, Names kind) {
        const record::View other{view.rulebook, view.record, entries, view.on, {}};
        return !stands_for(other, kind, given).empty();
    };
    const std::size_t all = view.record.size();
    for (const Names kind : {Names::paper, Names::session}) {
        const bool asked_for = names == kind || names == Names::subject ||
                               (names == Names::paper_or_instrument && kind == Names::paper);
        if (!asked_for || view.known >= all || !known_with(all, kind)) continue;
        std::size_t unknown = view.known;  // a name once known stays known: halve what is between
        std::size_t known = all;
        while (known - unknown > 1) {
            const std::size_t middle = unknown + (known - unknown) / 2;
            (known_with(middle, kind) ? known : unknown) = middle;
        }
        return Misasked{.why = Why::unknown_name,
                        .given = std::string(given),
                        .expected = std::string(name_of(kind)),
                        .nearest = {},
                        .list = {},
                        .known_from = view.record[static_cast<record::EntryNumber>(known - 1)].known_on};
    }
    return std::nullopt;
}

std::string nearest_of(std::string_view given, const std::vector<std::string>& candidates) {
    return base::nearest(given, candidates);
}

}  // namespace

std::string_view name_of(Names names) {
    constexpr std::array<std::string_view, 21> all{"member",
                                                   "body",
                                                   "post",
                                                   "session",
                                                   "paper",
                                                   "instrument",
                                                   "paper or instrument",
                                                   "subject",
                                                   "which",
                                                   "person",
                                                   "consultation",
                                                   "source",
                                                   "topic",
                                                   "which of the announced",
                                                   "kind of paper",
                                                   "day",
                                                   "which changes",
                                                   "year",
                                                   "outcome",
                                                   "words",
                                                   "act"};
    return all[static_cast<std::size_t>(names)];
}

const Question* find(std::string_view name) {
    const auto& all = catalogue();
    const auto found = std::ranges::find(all, name, &Question::name);
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const record::View& view, Names names) {
    std::set<std::string, std::less<>> ids;
    each_named(view, names, [&](std::string_view id, const auto&...) {
        if (!ids.contains(id)) ids.emplace(id);
    });
    return {ids.begin(), ids.end()};
}

bool is_name_of(const record::View& view, Names names, std::string_view id) {
    bool found = false;
    each_named(view, names, [&](std::string_view one, const auto&...) { found = found || one == id; });
    return found;
}

std::expected<std::string, Misasked> resolve(const record::View& view, Names names, std::string_view given) {
    if (names == Names::day) {
        if (base::Day::read(given)) return std::string(given);
        return std::unexpected(
            Misasked{Why::unknown_name, std::string(given), std::string(name_of(names)), {}, list_of(names)});
    }
    if (names == Names::words) return std::string(given);
    if (names == Names::year) {
        const bool digits = std::ranges::all_of(given, [](char c) { return c >= '0' && c <= '9'; });
        if (digits && given.size() == 4) return std::string(given);
        return std::unexpected(
            Misasked{Why::unknown_name, std::string(given), std::string(name_of(names)), {}, list_of(names)});
    }
    if (names == Names::act) {
        const auto id = base::ActId::known(given);
        const auto number = id ? view.record.find(*id) : std::nullopt;
        if (number && (*number < view.known || *number >= view.record.size())) return std::string(given);
        return std::unexpected(
            Misasked{Why::unknown_name, std::string(given), std::string(name_of(names)), {}, list_of(names)});
    }
    if (std::string id = stands_for(view, names, given); !id.empty()) return id;
    if (auto later = not_known_yet(view, names, given)) return std::unexpected(std::move(*later));
    const auto words = words_for(view, names);
    std::vector<std::string> said;
    for (const Word& word : words) said.push_back(word.said);
    std::string near = nearest_of(given, said);
    for (const Word& word : words) {
        if (!near.empty() && word.said == near) {
            near = word.id;
            break;
        }
    }
    return std::unexpected(
        Misasked{Why::unknown_name, std::string(given), std::string(name_of(names)), near, list_of(names)});
}

std::expected<law::Taking, Misasked> taking(const record::View& view,
                                            const std::map<std::string, std::string>& sides) {
    law::Taking taken;
    for (const auto& [dispute_name, side_name] : sides) {
        const auto told = law::dispute(view, dispute_name);
        if (!told) {
            std::vector<std::string> all;
            for (const auto& one : law::disputes(view)) all.emplace_back(one.id.text());
            return std::unexpected(Misasked{Why::unknown_dispute, dispute_name, "dispute",
                                            nearest_of(dispute_name, all), "disputes"});
        }
        std::vector<std::string> all;
        for (const auto& side : told->sides) all.emplace_back(side.id.text());
        if (const auto* declared = view.rulebook.find(told->id)) {
            for (const auto& side : declared->sides) all.emplace_back(side.id.text());
        }
        if (std::ranges::find(all, side_name) == all.end()) {
            std::string list;
            for (const std::string& side : std::set<std::string>(all.begin(), all.end()))
                list += (list.empty() ? "" : ", ") + side;
            return std::unexpected(
                Misasked{Why::unknown_side, side_name, dispute_name, nearest_of(side_name, all), list});
        }
        taken.emplace(told->id, base::SideId::of(side_name));
    }
    return taken;
}

std::expected<Answer, Misasked> ask(const record::View& view, const Asked& asked) {
    const Question* question = find(asked.question);
    if (!question) {
        std::vector<std::string> all;
        for (const Question& one : catalogue()) all.emplace_back(one.name);
        return std::unexpected(Misasked{Why::unknown_question, asked.question, "question",
                                        nearest_of(asked.question, all), "questions"});
    }
    Answer answer{.question = asked.question,
                  .parameters = {},
                  .on = view.on,
                  .known = view.on,
                  .known_entries = view.known,
                  .reconstructed = false,
                  .conclusion = {},
                  .near = {},
                  .besides = {},
                  .taken = view.taken};
    for (const auto& [name, value] : asked.parameters) {
        const auto known = std::ranges::find(question->parameters, name, &Parameter::name);
        if (known == question->parameters.end()) {
            std::vector<std::string> all;
            for (const Parameter& one : question->parameters) all.emplace_back(one.name);
            return std::unexpected(
                Misasked{Why::unknown_parameter, name, asked.question, nearest_of(name, all), "questions"});
        }
        auto id = resolve(view, known->names, value);
        if (!id) return std::unexpected(id.error());
        answer.parameters.emplace(name, std::move(*id));
    }
    for (const Parameter& parameter : question->parameters) {
        if (answer.parameters.contains(parameter.name)) continue;
        if (!parameter.unless_given.empty()) {
            answer.parameters.emplace(parameter.name, parameter.unless_given);
        } else if (parameter.required) {
            return std::unexpected(Misasked{Why::missing_parameter,
                                            asked.question,
                                            std::string(parameter.name),
                                            {},
                                            list_of(parameter.names)});
        }
    }
    record::View remembering = view;
    law::remember(remembering);
    question->answer(remembering, answer);
    answer.near = near_of(remembering, answer);
    return answer;
}

bool beyond_knowledge(const Answer& answer) { return answer.known_entries > 0 && answer.on > answer.known; }

base::Object to_object(const Answer& answer, const Receipt& receipt) {
    base::Object object = law::to_object(answer.conclusion);
    base::Object parameters;
    for (const auto& [name, value] : answer.parameters) parameters.emplace(name, value);
    base::Object record{{"entries", receipt.entries}, {"sha256", receipt.record_sha256}};
    base::Object drawn_from{
        {"rulebook", receipt.rulebook_sha256}, {"record", std::move(record)}, {"engine", receipt.engine}};
    if (!receipt.supposed_sha256.empty()) drawn_from.emplace("supposed", receipt.supposed_sha256);
    object.emplace("question", answer.question);
    object.emplace("parameters", std::move(parameters));
    object.emplace("on", answer.on);
    object.emplace("known", answer.known);
    object.emplace("receipt", std::move(drawn_from));
    if (answer.reconstructed) object.emplace("knowledge", "reconstructed");
    if (beyond_knowledge(answer)) object.emplace("beyond_knowledge", true);
    if (!answer.near.is_null()) object.emplace("near", answer.near);
    if (!answer.besides.empty()) object.emplace("besides", answer.besides);
    if (!answer.taken.empty()) {
        base::Object taken;
        for (const auto& [dispute, side] : answer.taken) taken.emplace(dispute.text(), side);
        object.emplace("taking", std::move(taken));
    }
    return object;
}

// -- parts ---------------------------------------------------------------------------------------

void take_standing(law::Conclusion& whole, const law::Conclusion& row) {
    using law::Standing;
    const auto weight = [](Standing standing) {
        switch (standing) {
            case Standing::settled:
                return 0;
            case Standing::not_on_record:
                return 1;  // a gap in one row does not unsettle the list
            case Standing::imprecise:
                return 2;
            case Standing::depends:
                return 3;
        }
        return 0;
    };
    if (weight(row.standing) > 1 && weight(row.standing) > weight(whole.standing))
        whole.standing = row.standing;
    whole.rests_on = base::weaker(whole.rests_on, row.rests_on);
    for (const auto dispute : row.disputes) {
        if (std::ranges::find(whole.disputes, dispute) == whole.disputes.end())
            whole.disputes.push_back(dispute);
    }
    std::ranges::sort(whole.disputes);
}

void put_sources(base::Object& row, const acts::Act& act) {
    base::List sources;
    for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
    row.insert_or_assign("sources", std::move(sources));
    row.insert_or_assign("act", act.id);
    row.insert_or_assign("rests_on", base::support_name(acts::support_of(act)));
}

base::Value statement_row(const record::View&, const acts::Act& act, const acts::Stated& stated) {
    base::Object row{{"on", act.on}, {"topic", stated.topic}, {"says", law::to_value(stated.says)}};
    if (stated.member) row.emplace("member", stated.member);
    if (stated.body) row.emplace("body", stated.body);
    if (stated.person) row.emplace("person", stated.person);
    if (stated.of_member) row.emplace("of_member", stated.of_member);
    if (stated.instrument) row.emplace("instrument", stated.instrument);
    if (stated.session) row.emplace("session", stated.session);
    if (stated.paper) row.emplace("paper", stated.paper);
    if (!stated.quote.empty()) row.emplace("quote", law::to_value(stated.quote));
    put_sources(row, act);
    return row;
}

base::List statement_rows(const record::View& view, std::span<const record::EntryNumber> entries,
                          base::Day until) {
    std::vector<record::EntryNumber> found;
    for (const auto number : entries) {
        const acts::Act& act = view.act(number);
        if (view.sees(number) && std::holds_alternative<acts::Stated>(act.content) &&
            told_from(act.on) <= until) {
            found.push_back(number);
        }
    }
    std::ranges::sort(found, {},
                      [&](auto number) { return std::pair(told_from(view.act(number).on), number); });
    base::List rows;
    for (const auto number : found) {
        const acts::Act& act = view.act(number);
        rows.push_back(statement_row(view, act, std::get<acts::Stated>(act.content)));
    }
    return rows;
}

}  // namespace questions
