#include "pages/session_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "acts/act.hpp"
#include "words/answers.hpp"
#include "words/dates.hpp"
#include "words/page_words.hpp"
#include "words/session_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace say = words::session_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

bool is_true(const base::Value& value) { return value.boolean() && *value.boolean(); }

void add_candidates(std::vector<base::Value>& all, const base::Value& answer) {
    if (const base::List* candidates = answer["candidates"].list(); candidates && !candidates->empty()) {
        all.insert(all.end(), candidates->begin(), candidates->end());
    } else {
        all.push_back(answer);
    }
}

}  // namespace

// -- answers -------------------------------------------------------------------------------------

std::vector<base::Value> versions(const law::Conclusion& conclusion) {
    std::vector<base::Value> all;
    for (const law::BySide& side : conclusion.by_side) add_candidates(all, side.answer);
    if (all.empty()) add_candidates(all, conclusion.answer);
    return all;
}

PaperFacts facts_of_paper(const record::View& view, base::PaperId paper) {
    PaperFacts facts;
    for (const auto number : view.record.about(paper)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto* adopted = std::get_if<acts::Adopted>(&act.content);
        if (!adopted || adopted->paper != paper) continue;
        return {adopted->session, adopted->body, adopted->paper_kind, adopted->format, act.on};
    }
    return facts;
}

Fragment standing_said(const Setting& setting, const law::Conclusion& conclusion) {
    if (conclusion.standing != law::Standing::depends)
        return standing(setting.language(), mark_of(conclusion.standing));
    const bool rules = std::ranges::any_of(
        conclusion.disputes, [&](base::DisputeId id) { return setting.names.rules().find(id) != nullptr; });
    return rules ? standing(setting.language(), Mark::depends)
                 : marked(Mark::depends, say::sources_differ(setting.language()));
}

// -- sentences -----------------------------------------------------------------------------------

std::string members_counted(Language language, std::size_t number, words::Case form) {
    const auto n = static_cast<std::int64_t>(number);
    const words::Noun& member = words::nouns::member;
    std::string noun(words::plural(language, n, member));
    if (language == Language::ru && form == words::Case::genitive) {
        const bool one = n % 10 == 1 && n % 100 != 11;
        noun = one ? std::string(member.few) : std::string(member.many(language));
    }
    return (n == 0 ? std::string("0") : words::numeral(language, n, form)) + " " + noun;
}

namespace {

base::List who_was(const base::Value& answer, std::string_view was) {
    base::List ids;
    for (const base::Value& row : items(answer["attendance"])) {
        if (row["was"].text() == was) ids.push_back(row["member"]);
    }
    return ids;
}

}  // namespace

std::string who_came_said(const words::Names& names, const base::Value& answer) {
    const Language language = names.language();
    const bool ru = language == Language::ru;
    const base::List present = who_was(answer, "present");
    const base::List absent = who_was(answer, "absent");
    const base::List unknown = who_was(answer, "not_on_record");
    const std::size_t all = present.size() + absent.size() + unknown.size();
    if (present.empty() && absent.empty()) {
        return fill_in(say::who_came_not_on_record(language), {{"members", members_counted(language, all)}});
    }
    if (present.size() == all) {
        if (all == 1) return std::string(say::the_only_one_came(language));
        return fill_in(say::all_came(language), {{"members", members_counted(language, all)}});
    }
    const std::string number = present.empty()
                                   ? std::string(ru ? "ни один" : "none")
                                   : words::numeral(language, static_cast<std::int64_t>(present.size()));
    std::string said =
        fill_in(say::some_came(language),
                {{"present", number}, {"members", members_counted(language, all, words::Case::genitive)}});
    // «Присутствует один из шести», «присутствуют пять из шести», «ни один из шести не присутствует».
    const bool one = present.size() % 10 == 1 && present.size() % 100 != 11;
    if (ru)
        said = present.empty() ? said + " не присутствовал"
                               : (one ? "Присутствовал " : "Присутствовали ") + said;
    if (!absent.empty()) {
        said += fill_in(say::did_not(language), {{"absent", names.members(absent, words::Case::genitive)}});
    }
    if (unknown.size() > 3) {
        said += say::nothing_of_others(language);
    } else if (!unknown.empty()) {
        said +=
            fill_in(say::nothing_of(language), {{"unknown", names.members(unknown, words::Case::genitive)}});
    }
    return words::capitalised(said) + ".";
}

std::string day_said(Language language, const base::Value& edtf, words::Length length) {
    return words::date(language, edtf.text(), words::Case::nominative, length);
}

namespace {

/// The disputes on which any effect on the paper depends, in byte order.
std::set<std::string> disputes_of_paper(const base::Value& paper) {
    std::set<std::string> all;
    for (const base::Value& effect : items(paper["effects"])) {
        for (const base::Value& dispute : items(effect["disputes"])) all.emplace(dispute.text());
    }
    return all;
}

}  // namespace

Fragment main_dispute(const Setting& setting, const std::vector<const base::Value*>& papers) {
    std::vector<std::pair<std::string, std::int64_t>> counted;
    for (const base::Value* paper : papers) {
        for (const std::string& id : disputes_of_paper(*paper)) {
            const auto at = std::ranges::find(counted, id, &std::pair<std::string, std::int64_t>::first);
            if (at == counted.end()) {
                counted.emplace_back(id, 1);
            } else {
                ++at->second;
            }
        }
    }
    const auto most = std::ranges::max_element(counted, {}, &std::pair<std::string, std::int64_t>::second);
    if (most == counted.end()) return {};
    if (most->second == static_cast<std::int64_t>(papers.size())) return dispute_link(setting, most->first);
    const std::string of =
        fill_in(say::of_papers(setting.language()),
                {{"number", std::to_string(most->second)}, {"papers", std::to_string(papers.size())}});
    return group(dispute_link(setting, most->first), " (", of, ")");
}

// -- statements ----------------------------------------------------------------------------------

bool on_quorum(const base::Value& statement) {
    const std::string_view topic = statement["topic"].text();
    const std::string_view first = topic.substr(0, topic.find('-'));
    return first == "quorum" || first == "legality";
}

namespace {

/// "Asia-Plus, 23 November 2023" is "Asia-Plus" where that day has been said already.
void without_day(std::vector<SourceLink>& sources, const std::string& day) {
    if (day.empty()) return;
    for (SourceLink& source : sources) {
        const std::string tail = ", " + day;
        if (source.name.size() > tail.size() && source.name.ends_with(tail)) {
            source.name.resize(source.name.size() - tail.size());
        }
    }
}

}  // namespace

namespace {

/// Sources and grade, as they stand after the words of a claim.
Fragment after(Language language, const Claim& claim) {
    Fragment out;
    if (!claim.sources.empty()) out += group(" ", source_links(claim.sources));
    if (claim.grade) out += group(" ", grade(language, *claim.grade));
    return out;
}

}  // namespace

Claim short_claim(const Setting& setting, const base::Value& statement) {
    Claim out = claim(setting, statement);
    without_day(out.sources, day_said(setting.language(), statement["on"]));
    return out;
}

std::vector<Claim> short_claims(const Setting& setting, const std::vector<const base::Value*>& statements,
                                Sources sources) {
    std::vector<Claim> all;
    for (const base::Value* statement : statements) {
        Claim next = short_claim(setting, *statement);
        if (sources == Sources::behind_the_grade && next.grade) {
            next.words =
                group(next.words, " ", grade_over_sources(setting.language(), *next.grade, next.sources));
            next.sources.clear();
            next.grade.reset();
        }
        if (!all.empty() && all.back().speaker == next.speaker) {
            Claim& before = all.back();
            before.words = group(before.words, after(setting.language(), before), el<"br">(), next.words);
            before.sources = std::move(next.sources);
            before.grade = next.grade;
        } else {
            all.push_back(std::move(next));
        }
    }
    return all;
}

Fragment rests_on_briefly(const Setting& setting, const base::Value& row, std::string_view said_on) {
    std::vector<SourceLink> sources = sources_of(setting, row["sources"]);
    without_day(sources, std::string(said_on));
    Fragment out = source_links(sources);
    if (const auto graded = grade_in(row)) {
        if (!out.empty()) out += " ";
        out += grade(setting.language(), *graded);
    }
    return out;
}

Fragment folded(std::string_view summary, const Fragment& content) {
    return el<"details">(el<"summary">(attr<"class">("small"), summary), content);
}

// -- positions and effects -----------------------------------------------------------------------

std::vector<const base::Value*> papers_awaiting(const questions::Answer& awaiting, std::string_view session) {
    std::vector<const base::Value*> found;
    for (const base::Value& paper : items(awaiting.conclusion.answer["papers"])) {
        if (session.empty() || paper["session"].text() == session) found.push_back(&paper);
    }
    return found;
}

namespace {

/// "since 23 Nov 2023": a table's columns are narrow. A date that is not one day keeps its own words.
std::string since_briefly(Language language, const base::Date& date) {
    if (!date.exact()) return words::since(language, date);
    return std::string(say::since(language)) + words::day(language, date.earliest(), words::Length::brief);
}

}  // namespace

Fragment effect_said(const Setting& setting, const base::Value& conclusion, base::Day on, Joining joining) {
    const Language language = setting.language();
    const std::string_view standing = conclusion["standing"].text();
    const base::Value& answer = conclusion["answer"];
    if (standing == law::standing_name(law::Standing::not_on_record)) {
        const std::string_view settled_by = conclusion["settled_by"].text();
        if (settled_by == "the-text-of-the-rule")
            return marked(Mark::not_on_record, say::rule_not_read(language));
        return pages::standing(language, Mark::not_on_record);
    }
    if (const base::List* candidates = answer["candidates"].list()) {
        const bool of_days = !answer["between"].is_null();
        Fragment out = of_days
                           ? pages::standing(language, Mark::imprecise)
                           : marked(Mark::not_on_record, words::say(language, acts::Format::not_on_record));
        for (const base::Value& one : *candidates) {
            // A candidate may itself be what is not on record.
            const base::Value& own = one["standing"];
            const base::Value candidate =
                base::Object{{"standing", own.is_null() ? base::Value("settled") : own},
                             {"settled_by", one["settled_by"]},
                             {"answer", one}};
            out += group(el<"br">(), words::alternative(one, setting.names),
                         effect_said(setting, candidate, on, joining));
        }
        return out;
    }
    Fragment out;
    if (is_true(answer["bound"])) {
        const auto since = base::Date::read(answer["since"].text());
        if (joining == Joining::supposed && since && since->exact() && since->earliest() == on) {
            out = el<"b">(say::bound_since_joining(language));
        } else {
            out = el<"b">(say::bound(language));
            if (since) out += " " + since_briefly(language, *since);
        }
    } else {
        out = el<"b">(say::not_bound(language));
        if (is_true(answer["may_join"])) out += group(", ", say::may_join(language));
    }
    if (!answer["stands_as"].text().empty())
        out += "; " + setting.names.stands_as_beside(answer["stands_as"].text());
    return out;
}

namespace {

/// Which shape stands beside a position: consent, refusal, or still awaited.
Mark mark_of_stance(acts::Stance stance) {
    using enum acts::Stance;
    switch (stance) {
        case signed_it:
        case signed_with_reservation:
        case no_objection:
        case joined:
            return Mark::settled;
        case will_consider:
            return Mark::awaiting;
        case abstains:
        case objects:
        case objects_to_format:
        case abstains_in_vote:
        case against:
        case denounced:
            return Mark::absent;
    }
    std::unreachable();
}

}  // namespace

Fragment position_said(const Setting& setting, const base::Value& position) {
    const Language language = setting.language();
    const auto stance = acts::read_name<acts::Stance>(position["stance"].text());
    if (!stance)
        return group(marked(Mark::awaiting, say::awaiting(language)), ", ", say::no_position(language), ".");
    const std::string day = day_said(language, position["on"]);
    Fragment out = group(marked(mark_of_stance(*stance), words::say(language, *stance)), ", ", day);
    if (is_true(position["on_all_papers"])) out += group(", ", say::on_all_papers(language));
    if (const std::string says = setting.names.text(position["says"]); !says.empty())
        out += group(": ", says);
    return group(out, " ", rests_on_briefly(setting, position, day));
}

namespace {

/// Everything a paper's rows show, so that papers with equal rows can share them.
struct Lines {
    struct Line {
        std::vector<std::string> answers;  // "joins", "gives no answer"
        std::vector<Fragment> effects;     // one for each column of sides
        friend bool operator==(const Line&, const Line&) = default;
    };
    Fragment position;
    std::vector<Line> lines;
    friend bool operator==(const Lines&, const Lines&) = default;
};

struct Block {
    Lines lines;
    std::vector<const base::Value*> papers;
};

bool takes(const base::Value& by_side, const base::Value& taking) {
    if (by_side["taking"] == taking) return true;
    return std::ranges::find(items(by_side["also"]), taking) != items(by_side["also"]).end();
}

std::string side_name(const Setting& setting, const base::Value& taking) {
    std::string name;
    if (const base::Object* taken = taking.object()) {
        for (const auto& [dispute, side] : *taken) {
            name +=
                (name.empty() ? "" : " + ") + words::capitalised(setting.names.side(dispute, side.text()));
        }
    }
    return name;
}

}  // namespace

std::vector<SideColumn> side_columns(const Setting& setting,
                                     const std::vector<const base::Value*>& conclusions) {
    std::vector<SideColumn> all;
    const auto add = [&](const base::Value& taking) {
        if (std::ranges::find(all, taking, &SideColumn::taking) == all.end())
            all.push_back({side_name(setting, taking), taking});
    };
    for (const base::Value* conclusion : conclusions) {
        for (const base::Value& side : items((*conclusion)["by_side"])) {
            add(side["taking"]);
            for (const base::Value& also : items(side["also"])) add(also);
        }
    }
    std::ranges::sort(all, [&](const SideColumn& a, const SideColumn& b) {
        return words::alphabetically(setting.language(), a.name, b.name);
    });
    return all;
}

std::vector<Fragment> effects_by_side(const Setting& setting, const base::Value& conclusion,
                                      const std::vector<SideColumn>& sides, base::Day on, Joining joining) {
    std::vector<Fragment> all;
    for (std::size_t i = 0; i < std::max<std::size_t>(sides.size(), 1); ++i) {
        const base::Value* taken = &conclusion;
        for (const base::Value& side : items(conclusion["by_side"])) {
            if (takes(side, sides[i].taking)) taken = &side;
        }
        all.push_back(effect_said(setting, *taken, on, joining));
    }
    return all;
}

void add_merged(Language language, Row& row, const std::vector<Fragment>& effects) {
    for (std::size_t i = 0; i < effects.size();) {
        std::size_t next = i + 1;
        while (next < effects.size() && effects[next] == effects[i]) ++next;
        const bool every = next - i > 1 && next - i == effects.size();
        row.cells.push_back({.content = effects[i],
                             .columns = static_cast<int>(next - i),
                             .label = every ? std::string(say::either_way(language)) : std::string()});
        i = next;
    }
}

namespace {

class EffectsTable {
public:
    EffectsTable(const Setting& setting, const questions::Answer& awaiting)
        : setting_(setting), awaiting_(awaiting) {}

    Fragment table_of(const std::vector<const base::Value*>& papers) const {
        const std::vector<SideColumn> sides = sides_of_papers(papers);
        Table table{.caption = fill_in(say::position_and_effect(language()), {{"member", member()}}),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = heads(sides),
                    .groups = {}};
        for (const Block& block : blocks_of(papers, sides)) table.groups.push_back(rows_of(block, sides));
        return pages::table(table);
    }

    struct DeskBlock {
        Fragment said;
        std::size_t papers = 0;
    };

    /// Papers and position as a paragraph, and a table with a row for each side, a column for each answer:
    /// one block for each position and effect.
    std::vector<DeskBlock> desk_of(const std::set<std::string>& disputes,
                                   const std::vector<const base::Value*>& papers) const {
        const std::vector<SideColumn> sides = sides_of_papers(papers);
        std::vector<DeskBlock> out;
        Fragment heads;
        if (disputes.size() > 1) {
            for (const std::string& id : disputes)
                heads += group(el<"h3">(dispute_link(setting_, id)), pages::sides(language(), boxes_of(id)));
        }
        const std::string if_member = fill_in(say::if_member(language()), {{"member", member()}});
        Column first{.name = std::string(say::interpretation(language())),
                     .percent = 45,
                     .after = " · " + if_member + ":"};
        std::vector<Side> told;  // who holds each side, said once
        if (disputes.size() == 1) {
            first.name = words::capitalised(setting_.names.dispute(*disputes.begin()));
            first.to = setting_.links.dispute(*disputes.begin());
            told = boxes_of(*disputes.begin());
        }
        for (const Block& block : blocks_of(papers, sides)) {
            const base::Value& paper = *block.papers.front();
            Table table{.caption = fill_in(say::position_and_effect(language()), {{"member", member()}}),
                        .caption_shown = Table::Shown::to_screen_readers,
                        .columns = {first},
                        .groups = {RowGroup{std::nullopt, {}}}};
            std::vector<std::string> if_it;
            std::vector<std::vector<Fragment>> effects;
            for (const base::Value& effect : items(paper["effects"])) {
                const std::string answer = answer_said(effect, paper["position"]);
                table.columns.push_back({answer, if_it.empty() ? 25 : 0});
                if_it.push_back(if_member + " " + answer);
                effects.push_back(effects_of(effect, sides));
            }
            for (std::size_t i = 0; i < std::max<std::size_t>(sides.size(), 1); ++i) {
                Row row{{row_head(row_name(sides, i, told))}};
                std::vector<Fragment> in_row;
                for (const std::vector<Fragment>& of_answer : effects) in_row.push_back(of_answer[i]);
                add_answers(row, in_row, if_it);
                table.groups.front().rows.push_back(std::move(row));
            }
            out.push_back({group(heads, el<"p">(papers_and_position(block)), pages::table(table)),
                           block.papers.size()});
            heads = {};
            told.clear();
        }
        return out;
    }

private:
    std::vector<SideColumn> sides_of_papers(const std::vector<const base::Value*>& papers) const {
        std::vector<const base::Value*> conclusions;
        for (const base::Value* paper : papers) {
            for (const base::Value& effect : items((*paper)["effects"])) conclusions.push_back(&effect);
        }
        return side_columns(setting_, conclusions);
    }

    std::vector<Block> blocks_of(const std::vector<const base::Value*>& papers,
                                 const std::vector<SideColumn>& sides) const {
        std::vector<Block> blocks;
        for (const base::Value* paper : papers) {
            Lines lines = lines_of(*paper, sides);
            const auto same = std::ranges::find(blocks, lines, &Block::lines);
            if (same == blocks.end()) {
                blocks.push_back({std::move(lines), {paper}});
            } else {
                same->papers.push_back(paper);
            }
        }
        return blocks;
    }

    /// The sides of a dispute, their holders without sources.
    std::vector<Side> boxes_of(std::string_view id) const {
        std::vector<Side> boxes;
        for (const base::Value& dispute : items(beside(awaiting_, "disputes"))) {
            if (dispute["id"].text() == id) boxes = sides_of(setting_, dispute);
        }
        for (Side& side : boxes) {
            for (Holder& holder : side.holders) holder.sources.clear();
        }
        return boxes;
    }

    Fragment row_name(const std::vector<SideColumn>& sides, std::size_t at,
                      const std::vector<Side>& told) const {
        if (sides.empty()) return Fragment(say::either_way(language()));
        const auto described = std::ranges::find(told, sides[at].name, &Side::name);
        if (described == told.end()) return el<"b">(sides[at].name);
        return side_in_line(language(), *described);
    }

    /// Adds what each answer would do, equal neighbours as one cell; on a phone a cell names its answers.
    void add_answers(Row& row, const std::vector<Fragment>& effects,
                     const std::vector<std::string>& if_it) const {
        for (std::size_t i = 0; i < effects.size();) {
            std::string label = if_it[i];
            std::size_t next = i + 1;
            for (; next < effects.size() && effects[next] == effects[i]; ++next) label += "; " + if_it[next];
            row.cells.push_back(
                {.content = effects[i], .columns = static_cast<int>(next - i), .label = std::move(label)});
            i = next;
        }
    }

    std::vector<Fragment> effects_of(const base::Value& effect, const std::vector<SideColumn>& sides) const {
        const auto joining = effect["if"].text() == "joins" ? Joining::supposed : Joining::no;
        return effects_by_side(setting_, effect, sides, awaiting_.on, joining);
    }

    Language language() const { return setting_.language(); }
    std::string_view member_id() const { return awaiting_.conclusion.answer["member"].text(); }
    std::string member() const { return setting_.names.member(member_id()); }

    /// What the state is supposed to answer, as it follows "If Armenia".
    std::string answer_said(const base::Value& effect, const base::Value& position) const {
        const std::string_view code = effect["if"].text();
        if (code == "joins") return std::string(say::joins(language()));
        if (code == "objects") return std::string(say::objects(language()));
        return std::string((!position.is_null() ? say::keeps : say::gives_none)(language()));
    }

    Lines lines_of(const base::Value& paper, const std::vector<SideColumn>& sides) const {
        Lines out{group(position_said(setting_, paper["position"]), " ", hand_over(paper["handed_over"])),
                  {}};
        for (const base::Value& effect : items(paper["effects"])) {
            Lines::Line line{{answer_said(effect, paper["position"])}, effects_of(effect, sides)};
            if (!out.lines.empty() && out.lines.back().effects == line.effects) {
                out.lines.back().answers.push_back(line.answers.front());
            } else {
                out.lines.push_back(std::move(line));
            }
        }
        return out;
    }

    Fragment hand_over(const base::Value& handed) const {
        if (handed.is_null()) return marked(Mark::not_on_record, say::hand_over_not_on_record(language()));
        return marked(Mark::settled,
                      fill_in(say::handed_over(language()), {{"day", day_said(language(), handed)}}));
    }

    std::vector<Column> heads(const std::vector<SideColumn>& sides) const {
        std::vector<Column> all{{fill_in(say::if_member(language()), {{"member", member()}}), 15}};
        for (const SideColumn& side : sides) all.push_back({side.name});  // equal shares of what is left
        if (sides.empty()) all.push_back({std::string(say::effect(language()))});
        return all;
    }

    /// The papers of a block, each a link, and the position on them.
    Fragment papers_and_position(const Block& block) const {
        Fragment titles;
        for (const base::Value* paper : block.papers) {
            titles += group(titles.empty() ? "" : "; ", link(setting_.links.paper((*paper)["paper"].text()),
                                                             setting_.names.text((*paper)["title"])));
        }
        Fragment number;
        if (block.papers.size() > 1) {
            number = group(el<"b">(words::count(language(), static_cast<std::int64_t>(block.papers.size()),
                                                words::nouns::paper)),
                           ": ");
        }
        // One paper and the position on it share a line; a list of papers ends in a line of its own.
        const Fragment between = block.papers.size() > 1 ? Fragment(el<"br">()) : Fragment(". ");
        return group(number, titles, between, block.lines.position);
    }

    RowGroup rows_of(const Block& block, const std::vector<SideColumn>& sides) const {
        RowGroup out;
        const int columns = 1 + static_cast<int>(std::max<std::size_t>(sides.size(), 1));
        Cell head = row_head(el<"span">(papers_and_position(block)));  // above the rows of answers
        head.columns = columns;
        out.rows.push_back({{std::move(head)}, Row::Look::plain});
        for (const Lines::Line& line : block.lines.lines) {
            Row row;
            Fragment answers;
            for (const std::string& one : line.answers) {
                answers +=
                    group(answers.empty() ? Fragment() : Fragment(words::page_words::or_word(language())),
                          el<"b">(one));
            }
            row.cells.push_back({.content = answers});
            add_merged(language(), row, line.effects);
            out.rows.push_back(std::move(row));
        }
        return out;
    }

    const Setting& setting_;
    const questions::Answer& awaiting_;
};

}  // namespace

namespace {

struct SameDisputes {
    std::set<std::string> disputes;
    std::vector<const base::Value*> papers;
};

std::vector<SameDisputes> by_disputes(const std::vector<const base::Value*>& papers) {
    std::vector<SameDisputes> all;
    for (const base::Value* paper : papers) {
        auto disputes = disputes_of_paper(*paper);
        const auto at = std::ranges::find(all, disputes, &SameDisputes::disputes);
        if (at == all.end()) {
            all.push_back({std::move(disputes), {paper}});
        } else {
            at->papers.push_back(paper);
        }
    }
    return all;
}

}  // namespace

std::vector<EffectsByDisputes> positions_and_effects(const Setting& setting,
                                                     const questions::Answer& awaiting,
                                                     const std::vector<const base::Value*>& papers) {
    const EffectsTable table(setting, awaiting);
    std::vector<EffectsByDisputes> all;
    for (const SameDisputes& same : by_disputes(papers)) {
        EffectsByDisputes one;
        for (const std::string& id : same.disputes)
            one.disputes += group(one.disputes.empty() ? "" : "; ", dispute_link(setting, id));
        one.table = table.table_of(same.papers);
        all.push_back(std::move(one));
    }
    return all;
}

Fragment effects_on_desk(const Setting& setting, const questions::Answer& awaiting,
                         const std::vector<const base::Value*>& papers) {
    const EffectsTable table(setting, awaiting);
    Fragment first, more;
    std::size_t more_papers = 0;
    for (const SameDisputes& same : by_disputes(papers)) {
        bool is_first = !same.disputes.empty();
        for (const auto& block : table.desk_of(same.disputes, same.papers)) {
            (is_first ? first : more) += block.said;
            if (!std::exchange(is_first, false)) more_papers += block.papers;
        }
    }
    if (first.empty() || more.empty()) return group(first, more);
    return group(first, folded(fill_in(say::more_papers(setting.language()),
                                       {{"number", std::to_string(more_papers)}}),
                               more));
}

}  // namespace pages
