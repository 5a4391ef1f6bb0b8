#include "pages/chairs_page.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "words/answers.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using html::when;
using words::fill_in;

namespace {

using questions::Spell;

bool truth(const base::Value& value) { return value.boolean() && *value.boolean(); }

std::string year_of(const base::Value& row) {
    return row["year"].number() ? std::to_string(*row["year"].number()) : std::string();
}

// -- spells as runs of one chair -------------------------------------------------------------------

/// Days in the chair of one state; or, between two, days on which it depends whose they are.
struct Run {
    base::Day first;
    std::optional<base::Day> last;
    std::string member;  // empty: disputed, or not on record
    std::string in_place_of;
    bool by_order = false;
    bool disputed = false;  // then the states on either side of it share its days
};

/// The state a conclusion names on every side; nothing where sides name different ones.
std::optional<base::Value> one_answer(const law::Conclusion& conclusion) {
    if (conclusion.standing == law::Standing::not_on_record) return base::Value();
    if (conclusion.by_side.empty()) {
        if (const base::List* candidates = conclusion.answer["candidates"].list()) {
            for (const base::Value& one : *candidates) {
                if (one["member"] != candidates->front()["member"]) return std::nullopt;
            }
            return candidates->empty() ? base::Value() : candidates->front();
        }
        return conclusion.answer;
    }
    for (const law::BySide& side : conclusion.by_side) {
        if (side.answer["member"] != conclusion.by_side.front().answer["member"]) return std::nullopt;
    }
    return conclusion.by_side.front().answer;
}

/// Where only the day is imprecise, the outgoing state is drawn to the last day it may have had the chair.
std::vector<Run> runs_of(const std::vector<Spell>& spells) {
    std::vector<Run> runs;
    for (const Spell& spell : spells) {
        const auto answer = one_answer(spell.conclusion);
        Run run{.first = spell.first, .last = spell.last, .disputed = !answer};
        if (!answer && spell.conclusion.standing == law::Standing::imprecise && !runs.empty() &&
            !runs.back().member.empty()) {
            runs.back().last = run.last;
            continue;
        }
        if (answer) {
            run.member = (*answer)["member"].text();
            run.in_place_of = (*answer)["in_place_of"].text();
            run.by_order = truth((*answer)["by_order"]);
        }
        if (!runs.empty()) {
            Run& before = runs.back();
            if (before.member == run.member && before.in_place_of == run.in_place_of &&
                before.disputed == run.disputed && before.by_order == run.by_order) {
                before.last = run.last;
                continue;
            }
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

// -- the drawing -----------------------------------------------------------------------------------

class Rows {
public:
    Rows(const Setting& setting, const base::Value& order, const std::vector<Run>& runs,
         const base::List& coming) {
        std::vector<std::string> seen;
        const auto see = [&](std::string_view id) {
            if (!id.empty() && std::ranges::find(seen, id) == seen.end()) seen.emplace_back(id);
        };
        for (const Run& run : runs) see(run.member), see(run.in_place_of);
        for (const base::Value& row : coming) see(row["member"].text());
        for (const base::Value& id : items(order)) {
            if (std::ranges::find(seen, id.text()) != seen.end()) order_.emplace_back(id.text());
        }
        std::vector<std::string> rest;
        for (const std::string& id : seen) {
            if (std::ranges::find(order_, id) == order_.end()) rest.push_back(id);
        }
        std::ranges::sort(rest, [&](const auto& a, const auto& b) {
            return words::alphabetically(setting.language(), setting.names.member(a),
                                         setting.names.member(b));
        });
        order_.insert(order_.end(), rest.begin(), rest.end());
    }
    const std::vector<std::string>& ids() const { return order_; }
    std::size_t at(std::string_view id) const {
        return static_cast<std::size_t>(std::ranges::find(order_, id) - order_.begin());
    }

private:
    std::vector<std::string> order_;
};

void draw_past(const Setting& setting, const std::vector<Run>& runs, const Rows& rows, BandChart& chart) {
    const Language language = setting.language();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run& run = runs[i];
        const Run* before = i > 0 ? &runs[i - 1] : nullptr;
        const Run* after = i + 1 < runs.size() ? &runs[i + 1] : nullptr;
        if (run.disputed) {
            const bool between = before && after && !before->member.empty() && !after->member.empty() &&
                                 before->member != after->member;
            if (!between || !run.last) continue;
            const std::size_t from = rows.at(before->member);
            const std::size_t to = rows.at(after->member);
            chart.rows[from].bands.push_back(
                {.first = run.first, .last = run.last, .style = BandStyle::falling});
            chart.rows[to].bands.push_back(
                {.first = run.first, .last = run.last, .style = BandStyle::rising});
            const base::Day middle =
                base::Day::of_number(run.first.number() + (run.last->number() - run.first.number()) / 2);
            chart.hand_overs.push_back({.from = from,
                                        .to = to,
                                        .on = middle,
                                        .kind = HandOver::Kind::disputed,
                                        .label = fill_in(page_words::day_disputed(language),
                                                         {{"year", std::to_string(run.first.year())}}),
                                        .short_label = std::to_string(run.first.year())});
            continue;
        }
        if (run.member.empty()) {  // not on record: a dotted line where the last known chair was
            if (!before || before->member.empty()) continue;
            Band gap{.first = run.first, .last = run.last, .style = BandStyle::gap};
            gap.label = page_words::legend_gap(language);
            gap.short_label = gap.label;
            chart.rows[rows.at(before->member)].bands.push_back(std::move(gap));
            continue;
        }
        // What holds on the day asked about is drawn up to it; what comes after is to come.
        Band band{.first = run.first,
                  .last = run.last ? *run.last : std::max(run.first, setting.names.view().on),
                  .style = !run.in_place_of.empty() ? BandStyle::hatched
                           : run.by_order           ? BandStyle::broken
                                                    : BandStyle::solid};
        const std::size_t row = rows.at(run.member);
        if (!run.in_place_of.empty()) {
            band.label =
                fill_in(page_words::in_place_of(language),
                        {{"state", setting.names.the_member(run.in_place_of, words::Case::genitive)}});
            Band turn{.first = run.first, .last = run.last, .style = BandStyle::outline};
            chart.rows[rows.at(run.in_place_of)].bands.push_back(std::move(turn));
        }
        chart.rows[row].bands.push_back(std::move(band));
        if (before && !before->disputed && !before->member.empty() && before->member != run.member) {
            chart.hand_overs.push_back({.from = rows.at(before->member), .to = row, .on = run.first});
        }
    }
}

/// The first day of a coming term: decided, or 1 January of its year.
std::optional<base::Day> begins(const base::Value& row) {
    if (truth(row["by_order"])) {
        return row["year"].number() ? base::Day::from(static_cast<int>(*row["year"].number()), 1, 1)
                                    : std::nullopt;
    }
    base::Value from = row["from"]["answer"];
    if (from.is_null() && row["from"]["by_side"].list())
        from = row["from"]["by_side"].list()->front()["answer"];
    const auto date = base::Date::read(from.text());
    return date ? std::optional(date->earliest()) : std::nullopt;
}

void draw_coming(const Setting& setting, const std::vector<Run>& runs, const base::List& coming,
                 const Rows& rows, BandChart& chart) {
    const Language language = setting.language();
    std::string holder;
    base::Day free_from = setting.names.view().on.next();
    if (!runs.empty() && !runs.back().disputed) holder = runs.back().member;
    for (std::size_t i = 0; i < coming.size(); ++i) {
        const base::Value& row = coming[i];
        const auto first = begins(row);
        if (!first || *first < free_from) continue;
        // Until then the chair of the day stays in it.
        if (!holder.empty() && *first > free_from) {
            chart.rows[rows.at(holder)].bands.push_back(
                {.first = free_from, .last = first->previous(), .style = BandStyle::broken});
        }
        const auto next = i + 1 < coming.size() ? begins(coming[i + 1]) : std::nullopt;
        const base::Day last =
            next && *next > *first ? next->previous() : *base::Day::from(first->year(), 12, 31);
        const std::string year = std::to_string(first->year());
        Band band{.first = *first, .last = last, .style = BandStyle::broken};
        band.label = truth(row["open"]) ? fill_in(page_words::open_year(language), {{"year", year}}) : year;
        band.short_label = band.label;
        const std::size_t at = rows.at(row["member"].text());
        chart.rows[at].bands.push_back(std::move(band));
        if (!holder.empty() && rows.at(holder) != at) {
            chart.hand_overs.push_back(
                {.from = rows.at(holder), .to = at, .on = *first, .kind = HandOver::Kind::to_come});
        }
        holder = row["member"].text();
        free_from = last.next();
        chart.last = std::max(chart.last, last);
    }
}

Fragment drawing(const Setting& setting, const ChairsPage& page, const std::vector<Run>& runs,
                 const base::List& coming) {
    const Language language = setting.language();
    const Rows rows(setting,
                    page.chairs.besides.contains("order") ? page.chairs.besides.at("order") : base::Value(),
                    runs, coming);
    BandChart chart{.id = "chairs",
                    .title = std::string(page_words::chairs_drawing(language)),
                    .description = std::string(page_words::chairs_description(language)),
                    .first = *base::Day::from(runs.front().first.year(), 1, 1),
                    .last = page.chair.on,
                    .rows = {}};
    for (const std::string& id : rows.ids())
        chart.rows.push_back({.name = setting.names.member(id), .bands = {}});
    draw_past(setting, runs, rows, chart);
    draw_coming(setting, runs, coming, rows, chart);
    if (chart.last > page.chair.on) {
        chart.today = TodayLine{page.chair.on, words::day(language, page.chair.on),
                                std::string(page_words::to_come(language))};
    }
    if (page.chairs.besides.contains("rule")) {
        if (const base::Object* rule = page.chairs.besides.at("rule").object())
            chart.caption = words::sentence(*rule, setting.names);
    }
    const auto uses = [&](BandStyle style) {
        return std::ranges::any_of(chart.rows, [&](const BandRow& row) {
            return std::ranges::any_of(row.bands, [&](const Band& one) { return one.style == style; });
        });
    };
    const auto add = [&](bool used, Sign sign, const words::Phrase& phrase) {
        if (used) chart.legend.push_back({sign, std::string(phrase(language))});
    };
    add(uses(BandStyle::solid), Sign::solid, page_words::legend_chair);
    add(uses(BandStyle::broken), Sign::broken, page_words::legend_coming);
    add(uses(BandStyle::hatched), Sign::hatched, page_words::legend_in_place);
    add(std::ranges::any_of(chart.hand_overs,
                            [](const HandOver& one) { return one.kind == HandOver::Kind::disputed; }),
        Sign::disputed_hand_over, page_words::legend_disputed);
    add(uses(BandStyle::gap), Sign::gap, page_words::legend_gap);
    return band_chart(chart);
}

// -- hand-overs told in two ways -------------------------------------------------------------------

/// The dispute on which a term's beginning depends; empty where it does not.
std::string_view dispute_of(const base::Value& term) {
    const base::List& disputes = items(term["from"]["disputes"]);
    return disputes.empty() ? std::string_view() : disputes.front().text();
}

/// Each date told for the beginning of a term, with its side, by date.
struct Told {
    base::Date on;
    std::string side;
    const base::Value* by;
};
std::vector<Told> told(const base::Value& conclusion) {
    std::vector<Told> all;
    for (const base::Value& by : items(conclusion["by_side"])) {
        const auto date = base::Date::read(by["answer"].text());
        if (!date) continue;
        std::string side;
        if (const base::Object* taking = by["taking"].object(); taking && !taking->empty())
            side = taking->begin()->second.text();
        all.push_back({*date, side, &by});
    }
    std::ranges::sort(all, {}, [](const Told& one) { return one.on.earliest(); });
    return all;
}

/// The labels with which sources write a term, with their sources: “2018–2019” (a source).
Fragment labels_of(const Setting& setting, const base::Value& term, std::optional<std::string_view> side) {
    Fragment out;
    const bool several = items(term["labels"]).size() > 1;  // who writes which matters only then
    for (const base::Value& label : items(term["labels"])) {
        if (side && label["hand_over"].text() != *side) continue;
        if (!out.empty()) out += "; ";
        const std::string text = setting.names.quoted(setting.names.text(label["label"]));
        out += side ? Fragment(text)
                    : Fragment(group(
                          text, when(several,
                                     group(" (", source_links(sources_of(setting, label["sources"])), ")"))));
    }
    if (!side && !out.empty()) out = group(page_words::written_as(setting.language()), " ", out);
    return out;
}

Fragment who_says(const Setting& setting, const base::Value& term) {
    const Language language = setting.language();
    const std::string_view dispute = dispute_of(term);
    std::vector<std::pair<std::string, Fragment>> sides;
    for (const Told& one : told(term["from"])) {
        std::vector<Fragment> holders;
        for (const base::Value& by : items((*one.by)["held_by"])) {
            const Holder held = holder(setting, by);
            holders.push_back(group(held.who,
                                    when(!held.who.empty() && !held.sources.empty(), std::string(" ")),
                                    source_links(held.sources), " ", grade_tag(language, held.grade)));
        }
        const Fragment label = labels_of(setting, term, one.side);
        sides.emplace_back(
            words::capitalised(setting.names.side(dispute, one.side)),
            group(listed(language, holders),
                  when(!label.empty(), group(". ", page_words::written_as(language), " ", label))));
    }
    std::ranges::sort(sides, [&](const auto& a, const auto& b) {
        return words::alphabetically(language, a.first, b.first);
    });
    Fragment out;
    for (const auto& [name, says] : sides) out += el<"p">(el<"b">(name, ":"), " ", says);
    out += el<"p">(link(setting.links.dispute(dispute), page_words::all_accounts(language)));
    return out;
}

Fragment disputed(const Setting& setting, const base::List& past) {
    const Language language = setting.language();
    std::vector<EnlargedHandOver> all;
    for (const base::Value& term : past) {
        const auto days = told(term["from"]);
        if (days.size() < 2 || term["handed_by"].text().empty()) continue;
        const std::string from = setting.names.member(term["handed_by"].text());
        const std::string to = setting.names.member(term["member"].text());
        const auto decided =
            base::Date::read((term["decided_on"].is_null() ? term["passed_on"] : term["decided_on"]).text());
        const std::string year =
            std::to_string(decided ? decided->earliest().year() : days.front().on.earliest().year());
        EnlargedHandOver one{.id = "handover-" + year,
                             .title = fill_in(page_words::hand_over_title(language),
                                              {{"year", year}, {"from", from}, {"to", to}}),
                             .description = fill_in(page_words::hand_over_description(language),
                                                    {{"from", from},
                                                     {"to", to},
                                                     {"first", words::when(language, days.front().on)},
                                                     {"second", words::when(language, days.back().on)}}),
                             .from = from,
                             .to = to,
                             .earlier = days.front().on.earliest(),
                             .later = days.back().on.earliest(),
                             .earlier_label = setting.names.side(dispute_of(term), days.front().side),
                             .later_label = setting.names.side(dispute_of(term), days.back().side),
                             .says = who_says(setting, term)};
        all.push_back(std::move(one));
    }
    if (all.empty()) return {};
    return section(
        "disputed",
        fill_in(page_words::disputed_hand_overs(language), {{"count", std::to_string(all.size())}}),
        group(paragraph(page_words::disputed_hand_overs_note(language), Size::small),
              enlarged_hand_overs(language, all)));
}

// -- the table -------------------------------------------------------------------------------------

/// A date, or every date told, by day. `last_before`: the day before each, the last of a term that ends
/// there.
Fragment dates_told(const Setting& setting, const base::Value& conclusion, bool last_before) {
    const Language language = setting.language();
    const auto said = [&](const base::Date& date) {
        if (!last_before) return words::date(language, date);
        return date.exact() ? words::day(language, date.latest().previous()) : words::date(language, date);
    };
    Fragment out;
    for (const Told& one : told(conclusion)) {
        if (!out.empty()) out += page_words::or_word(language);
        out += said(one.on);
    }
    if (!out.empty()) return out;
    const auto date = base::Date::read(conclusion["answer"].text());
    return date ? Fragment(said(*date)) : Fragment("—");
}

Cell state_cell(const Setting& setting, const base::Value& row, std::string_view year) {
    const Language language = setting.language();
    Fragment out = member_link(setting, row["member"].text());
    if (!year.empty()) out += group(", ", year);
    if (const auto instead = row["in_place_of"].text(); !instead.empty()) {
        out +=
            group(el<"br">(), fill_in(page_words::in_place_of(language),
                                      {{"state", setting.names.the_member(instead, words::Case::genitive)}}));
    }
    return row_head(std::move(out));
}

/// The sentence of the turn by order of this state, from the reasons of the answer.
Fragment turn_reason(const Setting& setting, const questions::Answer& chairs, const base::Value& row) {
    for (const law::Reason& one : chairs.conclusion.reasons) {
        const auto member = one.facts.find("member");
        const auto year = one.facts.find("year");
        if (member == one.facts.end() || year == one.facts.end() || member->second != row["member"] ||
            year->second != row["year"])
            continue;
        Fragment out = words::sentence(one, setting.names);
        for (const law::Reason& because : one.because) {
            if (truth(row["open"]) && because.code == "declared-frozen") {
                out += group(" ", words::sentence(because, setting.names), " ",
                             source_links(sources_of(setting, because.sources)));
            }
        }
        return out;
    }
    return page_words::no_act_by_order(setting.language());
}

Row coming_row(const Setting& setting, const questions::Answer& chairs, const base::Value& row) {
    const Language language = setting.language();
    Row out;
    if (truth(row["by_order"])) {
        const bool open = truth(row["open"]);
        out.cells = {state_cell(setting, row, year_of(row)),
                     {page_words::by_the_order(language)},
                     {"—"},
                     {marked(open ? Mark::not_on_record : Mark::awaiting,
                             (open ? page_words::open_turn : page_words::to_come)(language))},
                     {group(turn_reason(setting, chairs, row), " ", grade_tag(language, grade_in(row)))}};
        return out;
    }
    out.cells = {state_cell(setting, row, {}),
                 {dates_told(setting, row["from"], false)},
                 {"—"},
                 {marked(Mark::awaiting, page_words::to_come(language))},
                 {rests_on(setting, row)}};
    return out;
}

Row past_row(const Setting& setting, const base::Value& row) {
    const Language language = setting.language();
    const auto standing = row["from"]["standing"].text();
    const bool depends = standing == "depends";
    const auto began = base::Date::read(row["from"]["answer"].text());
    const Mark mark = !depends && began && !began->exact() ? Mark::imprecise : mark_named(standing);
    const bool gap_follows = row["until_standing"].text() == "not_on_record";
    Fragment rests = rests_on(setting, row);
    if (const Fragment labels = labels_of(setting, row, std::nullopt); !labels.empty())
        rests += group(el<"br">(), labels);
    Fragment until = dates_told(setting, row["until"], true);
    if (gap_follows) until = marked(Mark::not_on_record, page_words::not_on_record(language));
    Row out;
    out.cells = {state_cell(setting, row, {}),
                 {dates_told(setting, row["from"], false)},
                 {std::move(until)},
                 {marked(mark, depends                   ? page_words::sources_differ(language)
                               : mark == Mark::imprecise ? page_words::imprecise(language)
                                                         : words::standing_named(language, standing))},
                 {std::move(rests)}};
    return out;
}

/// A body without hand-overs of its own: its chair by the spells of the law.
std::vector<Row> spell_rows(const Setting& setting, const std::vector<Spell>& spells) {
    const Language language = setting.language();
    std::vector<Row> rows;
    for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell) {
        const law::Conclusion& conclusion = spell->conclusion;
        Fragment who;
        const auto name = [&](const base::Value& answer) {
            if (answer["member"].text().empty()) return Fragment(page_words::not_on_record(language));
            Fragment one = member_link(setting, answer["member"].text());
            if (const auto person = answer["person"].text(); !person.empty())
                one += group(", ", setting.names.person(person));
            return one;
        };
        std::vector<Fragment> names;
        for (const law::BySide* side : sides_in_order(setting, conclusion))
            names.push_back(name(side->answer));
        if (conclusion.standing == law::Standing::settled) names.push_back(name(conclusion.answer));
        for (std::size_t i = 0; i < names.size(); ++i)
            who += group(i > 0 ? page_words::or_word(language) : "", names[i]);
        if (names.empty()) who = "—";
        std::vector<base::SourceId> sources;
        for (const law::Reason& reason : conclusion.reasons) {
            const auto collect = [&](const auto& self, const law::Reason& one) -> void {
                for (const base::SourceId id : one.sources) {
                    if (one.support && std::ranges::find(sources, id) == sources.end()) sources.push_back(id);
                }
                for (const law::Reason& because : one.because) self(self, because);
            };
            collect(collect, reason);
        }
        Fragment rests = source_links(sources_of(setting, sources));
        if (conclusion.standing != law::Standing::not_on_record) {
            rests += group(rests.empty() ? "" : " ", grade(language, grade_of(conclusion.rests_on)));
        }
        Row row;
        row.cells = {row_head(std::move(who)),
                     {words::day(language, spell->first)},
                     {spell->last ? Fragment(words::day(language, *spell->last)) : Fragment("—")},
                     {marked(mark_of(conclusion.standing), conclusion.standing == law::Standing::depends
                                                               ? page_words::sources_differ(language)
                                                               : words::say(language, conclusion.standing))},
                     {std::move(rests)}};
        rows.push_back(std::move(row));
    }
    return rows;
}

// -- the sentence ----------------------------------------------------------------------------------

Fragment sentence_of(const Setting& setting, const ChairsPage& page, const base::List& coming) {
    const Language language = setting.language();
    const law::Conclusion& now = page.chair.conclusion;
    Fragment out;
    if (now.standing == law::Standing::settled) {
        out += member_link(setting, now.answer["member"].text());
        if (const auto person = now.answer["person"].text(); !person.empty())
            out += group(" (", setting.names.person(person), ")");
        if (const auto instead = now.answer["in_place_of"].text(); !instead.empty()) {
            out += fill_in(page_words::chair_for(language),
                           {{"state", setting.names.the_member(instead, words::Case::genitive)}});
        }
        out += fill_in(page_words::chair_on(language), {{"day", words::as_of(language, page.chair.on)}});
    } else {
        out += words::headline(page.chair, setting.names);
    }
    Fragment decided;
    Fragment turns;
    for (const base::Value& row : coming) {
        const bool by_order = truth(row["by_order"]);
        Fragment one = member_link(setting, row["member"].text());
        if (by_order) {
            one += fill_in(page_words::turn(language), {{"state", ""}, {"year", year_of(row)}});
            if (truth(row["open"])) one += page_words::turn_is_open(language);
        } else {
            one += group(", ", dates_told(setting, row["from"], false));
        }
        Fragment& list = by_order ? turns : decided;
        list += group(list.empty() ? "" : "; ", one);
    }
    if (!decided.empty()) out += group(page_words::decided_next(language), decided, ".");
    if (!turns.empty()) out += group(page_words::turns_follow(language), turns, ".");
    return out;
}

Fragment other_bodies(const Setting& setting, std::string_view this_one) {
    std::vector<Link> links;
    for (const rulebook::Body& body : setting.names.rules().bodies) {
        if (body.chair == rulebook::ChairBy::none || body.body.text() == this_one) continue;
        links.push_back(
            {words::capitalised(setting.names.body(body.body)), setting.links.chairs(body.body.text())});
    }
    if (links.empty()) return {};
    return section("bodies", page_words::other_bodies(setting.language()), question_list(links));
}

}  // namespace

Fragment chairs_page(const Setting& setting, const ChairsPage& page) {
    const Language language = setting.language();
    const base::Value& terms = page.chairs.conclusion.answer;
    const std::string body(page.chair.parameters.contains("body") ? page.chair.parameters.at("body")
                                                                  : std::string());
    const base::List& past = items(terms["past"]);
    const base::List& coming = items(terms["coming"]);
    const auto runs = runs_of(page.spells);

    Fragment out =
        heading(fill_in(page_words::chairs_title(language), {{"body", chaired_body(setting, body)}}),
                sentence_of(setting, page, coming));
    out += paragraph(standing_under_headline(setting, page.chair), Size::small);
    out += answers_by_side(setting, page.chair.conclusion, [&](const base::Value& answer) {
        return answer["member"].text().empty() ? Fragment(page_words::not_on_record(language))
                                               : member_link(setting, answer["member"].text());
    });

    // A drawing of one's own needs terms of one's own; a body that follows another's chair names its rule.
    const auto* known =
        base::BodyId::known(body) ? setting.names.rules().find(*base::BodyId::known(body)) : nullptr;
    const bool follows = known && known->chair == rulebook::ChairBy::state_in_chair;
    if (!follows && runs.size() > 1) out += drawing(setting, page, runs, coming);
    if (follows) {
        out += notice(group(setting.names.rule_says(known->id), " ",
                            link(setting.links.chairs(known->chair_of.text()),
                                 fill_in(page_words::chairs_title(language),
                                         {{"body", chaired_body(setting, known->chair_of.text())}})),
                            "."));
    } else if (known && past.empty() && !setting.names.rule_says(known->id).empty()) {
        out += notice(
            group(setting.names.rule_says(known->id), " ", setting.names.rule_article(known->id), "."));
    }
    out += disputed(setting, past);

    Table terms_table{.caption = std::string(page_words::chairs_drawing(language)),
                      .caption_shown = Table::Shown::to_screen_readers,
                      .columns = {{std::string(page_words::state(language)), 15},
                                  {std::string(page_words::from(language)), 15},
                                  {std::string(page_words::to(language)), 15},
                                  {std::string(page_words::standing(language)), 15},
                                  {std::string(page_words::what_it_rests_on(language)), 0}},
                      .groups = {{}}};
    auto& rows = terms_table.groups.front().rows;
    for (auto row = coming.rbegin(); row != coming.rend(); ++row)
        rows.push_back(coming_row(setting, page.chairs, *row));
    for (auto row = past.rbegin(); row != past.rend(); ++row) rows.push_back(past_row(setting, *row));
    if (past.empty()) {
        for (Row& row : spell_rows(setting, page.spells)) rows.push_back(std::move(row));
    }
    if (!rows.empty())
        out += section("table", page_words::as_table_latest_first(language), table(terms_table));
    out += reasons_of_answer(setting, page.chair.conclusion, page_words::reasons(language),
                             past.empty() ? Fold::open : Fold::closed);
    out += other_bodies(setting, body);
    return out;
}

}  // namespace pages
