#include "office/tables.hpp"

#include <type_traits>

#include "words/acts_said.hpp"
#include "words/reasons.hpp"

namespace office {
namespace {

using base::Value;
using Cells = std::vector<std::string>;

std::string text(const Value& value) {
    if (const auto* number = value.number()) return std::to_string(*number);
    if (const auto* yes = value.boolean()) return *yes ? "yes" : "no";
    if (const base::List* all = value.list()) {
        std::string out;
        for (const Value& one : *all) out += (out.empty() ? "" : " ") + text(one);
        return out;
    }
    return std::string(value.text());
}

const base::List& rows_of(const Value& value) {
    static const base::List none;
    const base::List* list = value.list();
    return list ? *list : none;
}

std::string standing(const law::Conclusion& conclusion) {
    return std::string(law::standing_name(conclusion.standing));
}
std::string support(const law::Conclusion& conclusion) {
    if (conclusion.standing == law::Standing::not_on_record) return {};
    return std::string(base::support_name(conclusion.rests_on));
}

// A name where there is an id to name.
template <class Name> std::string named(const Value& id, Name name) {
    return id.text().empty() ? std::string() : name(id.text());
}

// What `row["from"]` concludes: a day, or every day that a side or candidate gives, a bar between.
std::string day_told(const Value& conclusion) {
    if (!conclusion.text().empty()) return std::string(conclusion.text());
    std::vector<std::string> days;
    const auto add = [&](const Value& answer) {
        if (const auto day = answer.text(); !day.empty()) days.emplace_back(day);
        for (const Value& candidate : rows_of(answer["candidates"])) {
            if (!candidate.text().empty()) days.emplace_back(candidate.text());
        }
    };
    add(conclusion["answer"]);
    for (const Value& side : rows_of(conclusion["by_side"])) add(side["answer"]);
    std::string out;
    for (const std::string& day : days) {
        if (out.find(day) == std::string::npos) out += (out.empty() ? "" : " | ") + day;
    }
    return out;
}

}  // namespace

CsvTable members_table(const words::Names& names, std::span<const questions::StateHistory> histories) {
    CsvTable table{.columns = {"state", "name", "first", "last", "standing", "status", "of", "participation",
                               "since", "rests_on"},
                   .rows = {}};
    for (const questions::StateHistory& history : histories) {
        for (const questions::Spell& spell : history.spells) {
            const auto row = [&](const Value& answer) {
                table.rows.push_back({std::string(history.member.text()), names.member(history.member),
                                      spell.first.text(), spell.last ? spell.last->text() : std::string(),
                                      standing(spell.conclusion), text(answer["status"]), text(answer["of"]),
                                      text(answer["participation"]), text(answer["since"]),
                                      support(spell.conclusion)});
            };
            if (spell.conclusion.by_side.empty()) row(spell.conclusion.answer);
            for (const law::BySide& side : spell.conclusion.by_side) row(side.answer);
        }
    }
    return table;
}

CsvTable chairs_table(const words::Names& names, const questions::Answer& chairs) {
    CsvTable table{.columns = {"body", "state", "name", "term", "year", "from", "until", "in_place_of",
                               "by_order", "act", "sources", "rests_on"},
                   .rows = {}};
    for (const char* term : {"past", "coming"}) {
        for (const Value& row : rows_of(chairs.conclusion.answer[term])) {
            table.rows.push_back({text(chairs.conclusion.answer["body"]), text(row["member"]),
                                  named(row["member"], [&](auto id) { return names.member(id); }), term,
                                  text(row["year"]), day_told(row["from"]), day_told(row["until"]),
                                  text(row["in_place_of"]), text(row["by_order"]), text(row["act"]),
                                  text(row["sources"]), text(row["rests_on"])});
        }
    }
    return table;
}

CsvTable sessions_table(const words::Names& names, std::span<const questions::Answer> sessions) {
    CsvTable table{.columns = {"session", "title", "on", "announced_for", "bodies", "kind", "mode", "place",
                               "members", "present", "absent", "standing", "rests_on"},
                   .rows = {}};
    for (const questions::Answer& answer : sessions) {
        const auto& id = answer.parameters.at("session");
        const auto row = [&](const Value& told) {
            table.rows.push_back({id, names.session(id), text(told["on"]), text(told["announced_for"]),
                                  text(told["bodies"]), text(told["kind"]), text(told["mode"]),
                                  text(told["place"]), text(told["members"]), text(told["present"]),
                                  text(told["absent"]), standing(answer.conclusion),
                                  support(answer.conclusion)});
        };
        if (answer.conclusion.by_side.empty()) row(answer.conclusion.answer);
        for (const law::BySide& side : answer.conclusion.by_side) row(side.answer);
    }
    return table;
}

CsvTable papers_table(const words::Names& names, std::span<const questions::Answer> sessions) {
    CsvTable table{
        .columns = {"paper", "title", "kind", "session", "body", "adopted_on", "acts", "sources", "rests_on"},
        .rows = {}};
    for (const questions::Answer& answer : sessions) {
        const auto papers = answer.besides.find("papers");
        if (papers == answer.besides.end()) continue;
        for (const Value& row : rows_of(papers->second)) {
            table.rows.push_back({text(row["paper"]), names.paper(row["paper"].text()), text(row["kind"]),
                                  answer.parameters.at("session"), text(row["body"]), text(row["on"]),
                                  text(row["acts"]), text(row["sources"]), text(row["rests_on"])});
        }
    }
    return table;
}

CsvTable attendance_table(const words::Names& names, const questions::Answer& session) {
    CsvTable table{.columns = {"session", "state", "name", "was", "person", "person_name", "capacity", "acts",
                               "sources", "rests_on"},
                   .rows = {}};
    const auto add = [&](const Value& answer) {
        for (const Value& row : rows_of(answer["attendance"])) {
            table.rows.push_back({session.parameters.at("session"), text(row["member"]),
                                  names.member(row["member"].text()), text(row["was"]), text(row["person"]),
                                  named(row["person"], [&](auto id) { return names.person(id); }),
                                  names.text(row["capacity"]), text(row["acts"]), text(row["sources"]),
                                  text(row["rests_on"])});
        }
    };
    add(session.conclusion.answer);
    for (const law::BySide& side : session.conclusion.by_side) add(side.answer);
    return table;
}

CsvTable posts_table(const words::Names& names, std::span<const questions::Answer> holders) {
    CsvTable table{.columns = {"post", "name", "person", "person_name", "state", "acting", "since", "until",
                               "standing", "rests_on"},
                   .rows = {}};
    for (const questions::Answer& answer : holders) {
        const auto& post = answer.parameters.at("post");
        const auto row = [&](const Value& told) {
            table.rows.push_back({post, names.post(post), text(told["person"]),
                                  named(told["person"], [&](auto id) { return names.person(id); }),
                                  text(told["member"]), text(told["acting"]), text(told["since"]),
                                  text(told["until"]), standing(answer.conclusion),
                                  support(answer.conclusion)});
        };
        if (answer.conclusion.by_side.empty()) row(answer.conclusion.answer);
        for (const law::BySide& side : answer.conclusion.by_side) row(side.answer);
    }
    return table;
}

CsvTable sources_table(const Letterhead& head, const questions::Citing& citing) {
    CsvTable table{.columns = {"source", "name", "kind", "published", "address", "entries_citing"},
                   .rows = {}};
    for (const rulebook::Source& source : head.sources) {
        const auto cited = citing.find(source.id);
        table.rows.push_back({std::string(source.id.text()), head.names.source(source.id),
                              std::string(rulebook::name_of(source.kind)),
                              source.published ? source.published->text() : std::string(), source.url,
                              std::to_string(cited == citing.end() ? 0 : cited->second)});
    }
    return table;
}

CsvTable differences_table(const words::Names& names, std::span<const law::DisputeTold> disputes) {
    CsvTable table{.columns = {"dispute", "name", "side", "side_name", "held_by", "holder_kind", "person",
                               "on", "act", "sources", "rests_on"},
                   .rows = {}};
    for (const law::DisputeTold& dispute : disputes) {
        for (const law::SideTold& side : dispute.sides) {
            const auto row = [&](const law::Holder* holder) {
                Cells cells{std::string(dispute.id.text()), names.dispute(dispute.id),
                            std::string(side.id.text()), names.side(dispute.id, side.id)};
                if (holder) {
                    std::string sources;
                    for (const base::SourceId source : holder->sources)
                        sources += (sources.empty() ? "" : " ") + std::string(source.text());
                    for (std::string cell : {holder->who, holder->who_kind, holder->person, holder->on.text(),
                                             std::string(holder->act.text()), sources,
                                             std::string(base::support_name(holder->support))})
                        cells.push_back(std::move(cell));
                }
                cells.resize(table.columns.size());
                table.rows.push_back(std::move(cells));
            };
            if (side.held_by.empty()) row(nullptr);
            for (const law::Holder& holder : side.held_by) row(&holder);
        }
    }
    return table;
}

CsvTable documents_table(const words::Names& names, const questions::Answer& documents) {
    CsvTable table{.columns = {"paper", "title", "kind", "became", "on", "body", "session", "act", "sources",
                               "rests_on"},
                   .rows = {}};
    for (const Value& row : rows_of(documents.conclusion.answer["papers"])) {
        table.rows.push_back({text(row["paper"]), names.text(row["title"]), text(row["kind"]),
                              text(row["became"]), text(row["on"]), text(row["body"]), text(row["session"]),
                              text(row["act"]), text(row["sources"]), text(row["rests_on"])});
    }
    return table;
}

CsvTable rulebook_table(const words::Names& names) {
    CsvTable table{.columns = {"rule", "name", "article", "says", "since", "until", "read", "sources", "kind",
                               "subjects"},
                   .rows = {}};
    const rulebook::Rulebook& rules = names.rules();
    const auto day_of = [&](base::VersionId id) {
        for (const rulebook::Version& version : rules.versions) {
            if (version.id == id) return version.from.text();
        }
        return std::string();
    };
    rules.each_rule([&](const auto& rule) {
        std::string sources;
        for (const base::SourceId source : rule.sources)
            sources += (sources.empty() ? "" : " ") + std::string(source.text());
        std::string name = names.text(rule.called);
        if constexpr (requires { rule.name; }) name = names.text(rule.name);
        std::string subjects;
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(rule)>, rulebook::Provision>) {
            for (const rulebook::Subject subject : rule.subjects)
                subjects += (subjects.empty() ? "" : " ") + std::string(name_of(subject));
        }
        table.rows.push_back({std::string(rule.id.text()), std::move(name), names.text(rule.article),
                              names.text(rule.says), day_of(rule.since), day_of(rule.until),
                              rule.read ? "yes" : "no", std::move(sources), std::string(rule.kind),
                              std::move(subjects)});
    });
    return table;
}

CsvTable gaps_table(const words::Names& names, const questions::Answer& gaps) {
    CsvTable table{.columns = {"gap", "says", "session", "body", "post", "instrument", "rule", "member"},
                   .rows = {}};
    for (const Value& row : rows_of(gaps.conclusion.answer["gaps"])) {
        const base::Object* facts = row["facts"].object();
        const auto fact = [&](const char* name) { return text(row["facts"][name]); };
        table.rows.push_back(
            {text(row["gap"]), words::gap_sentence(row["gap"].text(), facts ? *facts : base::Object(), names),
             fact("session"), fact("body"), fact("post"), fact("instrument"), fact("rule"), fact("member")});
    }
    return table;
}

CsvTable timeline_table(const words::Names& names, const questions::Answer& timeline) {
    CsvTable table{
        .columns = {"on", "known_on", "act", "kind", "says", "place", "event", "sources", "rests_on"},
        .rows = {}};
    const record::View& view = names.view();
    for (const Value& row : rows_of(timeline.conclusion.answer["acts"])) {
        std::string known_on;
        if (const auto id = base::ActId::known(row["act"].text())) {
            if (const auto number = view.record.find(*id)) known_on = view.record.known_on(*number).text();
        }
        table.rows.push_back({text(row["on"]), known_on, text(row["act"]), text(row["kind"]),
                              words::capitalised(words::describe_row(row, names)), text(row["place"]),
                              text(row["event"]), text(row["sources"]), text(row["rests_on"])});
    }
    return table;
}

}  // namespace office
