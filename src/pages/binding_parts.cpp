#include "pages/binding_parts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "pages/session_parts.hpp"
#include "words/chrome.hpp"
#include "words/drawing_words.hpp"
#include "words/page_words.hpp"
#include "words/session_words.hpp"

namespace pages {

namespace say = words::drawing_words;
using html::group;
using words::fill_in;

namespace {

struct Group {
    std::string_view key;
    Shape cell;
};
constexpr std::array groups = {Group{"bound", Shape::full}, Group{"may_join", Shape::awaiting},
                               Group{"not_bound", Shape::open}, Group{"not_on_record", Shape::not_on_record}};

/// How the paper stands to each member of the day, by every version of the answer.
std::map<std::string, Shape> cells_of(const questions::Answer& answer) {
    std::map<std::string, Shape> out;
    std::map<std::string, std::size_t> in;  // how many versions speak of it
    const std::vector<base::Value> all = versions(answer.conclusion);
    for (const base::Value& version : all) {
        for (const Group& one : groups) {
            for (const base::Value& id : items(version[one.key])) {
                const std::string member(id.text());
                const auto [at, fresh] = out.emplace(member, one.cell);
                if (!fresh && at->second != one.cell) at->second = Shape::half;
                ++in[member];
            }
        }
    }
    for (auto& [member, cell] : out) {
        if (in[member] < all.size()) cell = Shape::half;
    }
    return out;
}

base::List those(const std::map<std::string, Shape>& cells, Shape cell) {
    base::List out;
    for (const auto& [member, one] : cells) {
        if (one == cell) out.emplace_back(member);
    }
    return out;
}

/// One shape for all; empty where they differ or nobody is named.
std::optional<Shape> same_for_all(const std::map<std::string, Shape>& cells) {
    if (cells.empty()) return std::nullopt;
    const Shape first = cells.begin()->second;
    const bool same = std::ranges::all_of(cells, [&](const auto& one) { return one.second == first; });
    return same ? std::optional(first) : std::nullopt;
}

struct CellWord {
    Shape cell;
    Mark mark;
    Sign sign;
    const words::Phrase* word;
};
constexpr std::array words_of_cells = {
    CellWord{Shape::half, Mark::depends, Sign::depends, &say::depends},
    CellWord{Shape::awaiting, Mark::awaiting, Sign::awaiting, &say::awaiting},
    CellWord{Shape::open, Mark::absent, Sign::absent, &say::not_bound},
    CellWord{Shape::not_on_record, Mark::not_on_record, Sign::not_on_record, &words::chrome::not_on_record},
    CellWord{Shape::full, Mark::settled, Sign::present, &say::bound}};

}  // namespace

Fragment binds_said(const Setting& setting, const BoundBy& bound_by, std::string_view paper) {
    const Language language = setting.language();
    const auto answer = bound_by.find(paper);
    if (answer == bound_by.end()) return {};
    const auto cells = cells_of(answer->second);
    const auto same = same_for_all(cells);
    if (same == Shape::full) return say::binds_all(language);
    if (same == Shape::open) return marked(Mark::absent, say::binds_none(language));
    if (same == Shape::not_on_record || cells.empty()) return standing(language, Mark::not_on_record);
    Fragment out;
    for (const CellWord& one : words_of_cells) {
        const base::List members = those(cells, one.cell);
        if (members.empty()) continue;
        // The others need no names: the columns of the drawing, and the page of the paper, have them.
        if (one.cell == Shape::full) {
            out += group("; ", say::binds_others(language));
            continue;
        }
        out += group(out.empty() ? "" : "; ", marked(one.mark, (*one.word)(language)), ": ",
                     setting.names.members(members));
    }
    return out;
}

Fragment binding_section(const Setting& setting, const BoundBy& bound_by,
                         const std::vector<PapersOfSession>& sessions) {
    const Language language = setting.language();
    std::map<std::string, std::map<std::string, Shape>> cells;
    std::set<std::string> members;
    std::int64_t alike = 0, none = 0, unknown = 0, differing = 0;
    for (const PapersOfSession& session : sessions) {
        for (const std::string& paper : session.papers) {
            const auto answer = bound_by.find(paper);
            if (answer == bound_by.end()) continue;
            const auto& of = cells[paper] = cells_of(answer->second);
            const auto same = same_for_all(of);
            (same == Shape::full                          ? alike
             : same == Shape::open                        ? none
             : same == Shape::not_on_record || of.empty() ? unknown
                                                          : differing) += 1;
            for (const auto& [member, cell] : of) members.insert(member);
        }
    }
    if (differing == 0) return {};
    base::List ids;
    for (const std::string& id : members) ids.emplace_back(id);
    const std::vector<std::string> sorted = setting.names.sorted_members(ids);

    BindingChart chart{.id = "bound",
                       .title = std::string(say::binding_title(language)),
                       .description = {},
                       .members = {},
                       .groups = {},
                       .legend = {}};
    for (const std::string& id : sorted) chart.members.push_back(setting.names.member(id));
    std::vector<MatrixRow> all;
    for (const PapersOfSession& session : sessions) {
        PaperGroup drawn{session.heading, {}};
        for (const std::string& paper : session.papers) {
            const auto of = cells.find(paper);
            if (of == cells.end() || of->second.empty()) continue;
            const auto same = same_for_all(of->second);
            if (same && same != Shape::half && same != Shape::awaiting) continue;
            MatrixRow row{setting.names.paper(paper), {}};
            for (const std::string& id : sorted) {
                const auto cell = of->second.find(id);
                row.cells.push_back(cell == of->second.end() ? Shape::dash : cell->second);
            }
            all.push_back(row);
            drawn.papers.push_back(std::move(row));
        }
        if (!drawn.papers.empty()) chart.groups.push_back(std::move(drawn));
    }
    for (auto word = words_of_cells.rbegin(); word != words_of_cells.rend(); ++word) {
        if (uses(all, word->cell)) chart.legend.push_back({word->sign, std::string((*word->word)(language))});
    }
    std::string sentence = fill_in(say::binding_sentence(language),
                                   {{"differing", words::count(language, differing, words::nouns::paper)},
                                    {"alike", std::to_string(alike)}});
    if (none > 0) sentence += fill_in(say::binding_none(language), {{"none", std::to_string(none)}});
    if (unknown > 0)
        sentence += fill_in(say::binding_unknown(language), {{"unknown", std::to_string(unknown)}});
    sentence += ".";
    chart.description = std::string(say::binding_description(language)) + " " + sentence;
    return section("bound", chart.title, group(paragraph(sentence), binding_chart(chart)));
}

// -- instruments -----------------------------------------------------------------------------------------

namespace {

/// A party is bound; who has signed alone is not. Where the parties are not on record, neither is what any
/// other state is.
std::map<std::string, Shape> parties_of(const questions::Answer& answer) {
    std::map<std::string, Shape> out;
    std::map<std::string, std::size_t> in;
    const std::vector<base::Value> all = versions(answer.conclusion);
    const auto add = [&](const base::Value& ids, Shape shape) {
        for (const base::Value& id : items(ids)) {
            const auto [at, fresh] = out.emplace(id.text(), shape);
            if (!fresh && at->second != shape) at->second = Shape::half;
            ++in[std::string(id.text())];
        }
    };
    for (const base::Value& version : all) {
        add(version["parties"], Shape::full);
        add(version["signed_only"], Shape::open);
    }
    for (auto& [member, shape] : out) {
        if (in[member] < all.size()) shape = Shape::half;
    }
    return out;
}

Fragment force_said(const Setting& setting, const questions::Answer& answer) {
    const Language language = setting.language();
    const base::Value told = versions(answer.conclusion).front();
    const bool* in_force = told["in_force"].boolean();
    if (answer.conclusion.standing == law::Standing::not_on_record || !in_force)
        return standing(language, Mark::not_on_record);
    if (!*in_force) return marked(Mark::absent, words::session_words::not_in_force(language));
    const auto since = base::Date::read(told["since"].text());
    return since ? Fragment(words::since(language, *since))
                 : Fragment(words::session_words::in_force(language));
}

}  // namespace

Fragment instruments_section(const Setting& setting, const std::vector<InstrumentTold>& instruments) {
    if (instruments.empty()) return {};
    const Language language = setting.language();
    std::set<std::string> members;
    for (const InstrumentTold& one : instruments) {
        for (const auto& [member, shape] : parties_of(one.parties)) members.insert(member);
    }
    base::List ids;
    for (const std::string& id : members) ids.emplace_back(id);
    const std::vector<std::string> sorted = setting.names.sorted_members(ids);
    BindingChart chart{.id = "parties",
                       .title = std::string(say::instruments_title(language)),
                       .description = {},
                       .members = {},
                       .groups = {PaperGroup{}},
                       .legend = {}};
    for (const std::string& id : sorted) chart.members.push_back(setting.names.member(id));
    Table table{.caption = chart.title,
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(say::instrument_column(language)), 35},
                            {std::string(words::session_words::in_force(language)), 20},
                            {std::string(words::capitalised(words::session_words::parties(language))), 25},
                            {std::string(words::capitalised(say::signed_only(language))), 0}},
                .groups = {RowGroup{}}};
    for (const InstrumentTold& one : instruments) {
        const auto shapes = parties_of(one.parties);
        const bool open = one.parties.conclusion.standing == law::Standing::not_on_record;
        MatrixRow row{words::capitalised(setting.names.instrument(one.id)), {}};
        for (const std::string& id : sorted) {
            const auto found = shapes.find(id);
            row.cells.push_back(found != shapes.end() ? found->second
                                : open                ? Shape::not_on_record
                                                      : Shape::dash);
        }
        const auto listed = [&](Shape shape) {
            const base::List some = those(shapes, shape);
            return some.empty() ? Fragment("—") : Fragment(setting.names.members(some));
        };
        Fragment parties = open ? standing(language, Mark::not_on_record) : listed(Shape::full);
        if (const base::List disputed = those(shapes, Shape::half); !disputed.empty())
            parties += group("; ", marked(Mark::depends, say::depends(language)), ": ",
                             setting.names.members(disputed));
        table.groups.front().rows.push_back(
            {{row_head(html::link(setting.links.instrument(one.id), row.name)),
              {.content = force_said(setting, one.in_force)},
              {.content = std::move(parties)},
              {.content = listed(Shape::open)}},
             Row::Look::plain});
        chart.groups.front().papers.push_back(std::move(row));
    }
    const auto sign = [&](Shape shape, Sign swatch, std::string_view word) {
        if (uses(chart.groups.front().papers, shape)) chart.legend.push_back({swatch, std::string(word)});
    };
    sign(Shape::full, Sign::present, say::party(language));
    sign(Shape::open, Sign::absent, say::signed_only(language));
    sign(Shape::half, Sign::depends, say::depends(language));
    sign(Shape::not_on_record, Sign::not_on_record, words::chrome::not_on_record(language));
    sign(Shape::dash, Sign::dash, say::neither(language));
    const auto known = std::ranges::count_if(instruments, [](const InstrumentTold& one) {
        return one.parties.conclusion.standing != law::Standing::not_on_record;
    });
    const std::string sentence =
        fill_in(say::instruments_sentence(language),
                {{"instruments", std::to_string(instruments.size())}, {"known", std::to_string(known)}});
    chart.description = std::string(say::instruments_description(language)) + " " + sentence;
    return section(
        "instruments", chart.title,
        group(paragraph(sentence), sorted.empty() ? Fragment() : binding_chart(chart), pages::table(table)));
}

}  // namespace pages
