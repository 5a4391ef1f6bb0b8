#include "pages/papers_page.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "acts/act.hpp"
#include "law/values.hpp"
#include "pages/listing_page.hpp"
#include "pages/session_parts.hpp"
#include "pages/text_facts.hpp"
#include "words/answers.hpp"
#include "words/dates.hpp"
#include "words/drawing_words.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/session_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace say = words::session_words;
using html::group;
using html::link;
using words::fill_in;

namespace {

std::string parameter_of(const questions::Answer& answer, std::string_view name) {
    const auto found = answer.parameters.find(name);
    return found == answer.parameters.end() ? std::string() : found->second;
}

Fragment proof_line(const Fragment& proof) {
    return proof.empty() ? Fragment() : paragraph(proof, Size::small);
}

Fragment statements_section(const Setting& setting, const words::Phrase& title,
                            const base::Value& statements) {
    if (items(statements).empty()) return {};
    return section("said", title(setting.language()),
                   claims(setting.language(), claims_of(setting, statements)));
}

// -- one paper -----------------------------------------------------------------------------------------

class Paper {
public:
    explicit Paper(const PaperPage& page)
        : page_(page),
          setting_(page.setting),
          names_(page.setting.names),
          id_(parameter_of(page.outcome, "paper")),
          facts_(facts_of_paper(page.setting.names.view(),
                                base::PaperId::known(id_).value_or(base::PaperId()))) {}

    Fragment all() const {
        const law::Conclusion& outcome = page_.outcome.conclusion;
        Fragment out = heading(names_.paper(id_), lead());
        // What it depends on stands in the sentence above; here, what it rests on.
        out += paragraph(outcome.by_side.empty()
                             ? standing_line(setting_, page_.outcome)
                             : Fragment(group(standing_said(setting_, outcome), " ",
                                              grade(language(), grade_of(outcome.rests_on)))));
        out += facts(facts_list());
        if (!outcome.by_side.empty()) {
            out += section(
                "sides", words::capitalised(say::stands_and_binds(language())),
                answers_by_side(setting_, outcome, [&](const base::Value& side) { return side_said(side); }));
        }
        out += binding_section();
        out += relations();
        if (page_.draft)
            out += section("draft", words::drawing_words::way_of_draft(language()),
                           listing_tables(setting_, *page_.draft));
        out += statements_section(setting_, say::statements, beside(page_.outcome, "statements"));
        out += reasons_section();
        return group(out, proof_line(page_.proof));
    }

private:
    Language language() const { return setting_.language(); }
    words::Gender gender() const { return names_.gender_of_paper(id_); }
    /// The first version: what all versions have in common stands in each.
    base::Value first() const { return versions(page_.outcome.conclusion).front(); }

    Fragment lead() const {
        const law::Conclusion& outcome = page_.outcome.conclusion;
        if (outcome.standing == law::Standing::not_on_record) return say::outcome_not_on_record(language());
        const base::Value answer = first();
        const std::string_view became = answer["outcome"].text();
        if (became == "not-adopted") return say::not_adopted_sentence(language());
        if (became == "not-yet") return say::not_yet_sentence(language());
        const auto on = base::Date::read(answer["on"].text());
        const std::string when_said = on ? words::when(language(), *on) : std::string();
        if (became != "adopted") {
            return fill_in(say::became_sentence(language()),
                           {{"became", words::capitalised(words::became(language(), became, gender()))},
                            {"when", when_said}});
        }
        const std::string adopted = words::capitalised(words::became(language(), became, gender()));
        if (outcome.by_side.empty()) {
            return fill_in(say::stands_sentence(language()),
                           {{"adopted", adopted},
                            {"when", when_said},
                            {"as", names_.stands_as_clause(answer["stands_as"].text(), gender())}});
        }
        const std::string said =
            fill_in(say::stands_depends(language()), {{"adopted", adopted},
                                                      {"when", when_said},
                                                      {"binding", words::agreeing("обязателен", gender())}});
        const std::size_t at = said.find("{disputes}");
        Fragment disputes;
        for (const base::DisputeId id : outcome.disputes)
            disputes += group(disputes.empty() ? "" : "; ", dispute_link(setting_, id.text()));
        return group(said.substr(0, at), disputes,
                     at == std::string::npos ? std::string() : said.substr(at + 10));
    }

    std::vector<Fact> facts_list() const {
        std::vector<Fact> all;
        const auto add = [&](const words::Phrase& term, Fragment value, Fragment note = {}) {
            if (!value.empty())
                all.push_back({std::string(term(language())), std::move(value), std::move(note)});
        };
        const base::Value answer = first();
        if (facts_.kind) add(say::kind, words::capitalised(words::say(language(), *facts_.kind)));
        const std::string_view body = facts_.body.empty() ? answer["body"].text() : facts_.body.text();
        if (!body.empty()) add(say::body, link(setting_.links.chairs(body), names_.body(body)));
        if (!facts_.session.empty()) {
            add(say::session,
                link(setting_.links.session(facts_.session.text()), names_.session(facts_.session.text())));
        }
        if (const base::Value& on = answer["on"]; !on.text().empty() && answer["outcome"].text() == "adopted")
            add(say::adopted_on, date_told(setting_, on));
        if (facts_.format) add(say::format, words::capitalised(words::say(language(), *facts_.format)));
        if (const std::string_view way = answer["way"].text(); !way.empty()) {
            add(say::by_which_way, names_.rule_says(way),
                link(setting_.links.rule(way), names_.rule_article(way)));
        }
        add(say::in_force, in_force_said());
        for (Fact& one : text_facts(setting_, base::PaperId::known(id_).value_or(base::PaperId())))
            all.push_back(std::move(one));
        return all;
    }

    Fragment in_force_said() const {
        if (!page_.in_force) return {};
        const law::Conclusion& conclusion = page_.in_force->conclusion;
        if (conclusion.standing == law::Standing::not_on_record)
            return standing(language(), Mark::not_on_record);
        if (!conclusion.by_side.empty()) return standing(language(), mark_of(conclusion.standing));
        const base::Value answer = versions(conclusion).front();
        const bool* yes = answer["in_force"].boolean();
        if (const auto ended = base::Date::read(answer["ended_on"].text())) return ended_said(answer, *ended);
        if (!yes || !*yes) return marked(Mark::absent, say::not_in_force(language()));
        const auto since = base::Date::read(answer["since"].text());
        Fragment out =
            since ? Fragment(words::since(language(), *since)) : Fragment(say::in_force(language()));
        out += group(" ", grade(language(), grade_of(conclusion.rests_on)));
        if (conclusion.standing != law::Standing::settled)
            out += group(" ", standing(language(), mark_of(conclusion.standing)));
        return out;
    }

    /// Another paper took its place, or the time it was for is over.
    Fragment ended_said(const base::Value& answer, const base::Date& ended) const {
        const Fragment over = marked(Mark::absent, say::no_longer_in_force(language()));
        const std::string_view by = answer["by"].text();
        if (!by.empty()) {
            return group(over, " (", words::date(language(), ended),
                         "): ", link(setting_.links.paper(by), names_.paper(by)));
        }
        if (answer["period"].text().empty()) return over;
        return group(over, "; ",
                     fill_in(say::was_for_a_period(language()),
                             {{"period", words::date(language(), answer["period"].text())}}));
    }

    Fragment side_said(const base::Value& side) const {
        if (const base::List* candidates = side["candidates"].list()) {
            Fragment out;
            for (const base::Value& one : *candidates) out += group(out.empty() ? "" : " ", side_said(one));
            return out;
        }
        if (side["stands_as"].text().empty()) {
            return (side["outcome"].text() == "not-yet" ? say::not_yet_sentence
                                                        : say::not_adopted_sentence)(language());
        }
        Fragment out(words::capitalised(words::alternative(side, names_) +
                                        names_.stands_as_beside(side["stands_as"].text(), gender())));
        if (!items(side["binds"]).empty()) {
            out += "; " + fill_in(say::binds(language()),
                                  {{"binding", words::agreeing("обязателен", gender())},
                                   {"members", names_.members(side["binds"], words::Case::genitive)}});
        }
        if (!items(side["may_join"]).empty()) {
            out +=
                "; " + fill_in(say::joins_later(language()), {{"members", names_.members(side["may_join"])}});
        }
        return group(out, ".");
    }

    // -- whom it binds -------------------------------------------------------------------------------

    struct Members {
        Fragment position;
        std::vector<Fragment> effects;
        base::List members;
    };

    static bool not_bound_somewhere(const law::Conclusion& conclusion) {
        return std::ranges::any_of(versions(conclusion), [](const base::Value& version) {
            const bool* bound = version["bound"].boolean();
            return bound && !*bound;
        });
    }

    static bool may_join_somewhere(const law::Conclusion& conclusion) {
        return std::ranges::any_of(versions(conclusion), [](const base::Value& version) {
            const bool* may = version["may_join"].boolean();
            return may && *may;
        });
    }

    // Only of a member that may join on some side is an answer awaited.
    Fragment position_of(const questions::Answer& bound) const {
        const base::Value& position = beside(bound, "position");
        if (position.is_null() && !may_join_somewhere(bound.conclusion)) return say::no_position(language());
        return position_said(setting_, position);
    }

    Fragment binding_section() const {
        if (page_.bound.empty()) return {};
        std::vector<base::Value> conclusions;
        for (const questions::Answer& one : page_.bound)
            conclusions.emplace_back(law::without_reasons(one.conclusion));
        std::vector<const base::Value*> pointers;
        for (const base::Value& one : conclusions) pointers.push_back(&one);
        const std::vector<SideColumn> sides = side_columns(setting_, pointers);

        std::vector<Members> rows;
        for (std::size_t i = 0; i < page_.bound.size(); ++i) {
            const questions::Answer& one = page_.bound[i];
            Members row{position_of(one),
                        effects_by_side(setting_, conclusions[i], sides, one.on, Joining::no),
                        {base::Value(parameter_of(one, "state"))}};
            const auto same = std::ranges::find_if(rows, [&](const Members& other) {
                return other.position == row.position && other.effects == row.effects;
            });
            if (same == rows.end()) {
                rows.push_back(std::move(row));
            } else {
                same->members.push_back(row.members.front());
            }
        }
        // The fewer stand first: those for whom something is open.
        std::ranges::sort(rows, {}, [&](const Members& row) {
            return std::pair(row.members.size(), names_.members(row.members));
        });

        Table table{.caption = std::string(say::binding_table(language())),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = {{std::string(say::state(language())), 20},
                                {std::string(say::position(language())), 30}},
                    .groups = {RowGroup{std::nullopt, {}}}};
        for (const SideColumn& side : sides) table.columns.push_back({side.name});
        if (sides.empty()) table.columns.push_back({std::string(say::effect(language()))});
        for (const Members& row : rows) {
            Row cells{{row_head(member_links(setting_, row.members)), {.content = row.position}}};
            add_merged(language(), cells, row.effects);
            table.groups.front().rows.push_back(std::move(cells));
        }
        return section("bound", say::whom_it_binds(language()), pages::table(table));
    }

    /// To other texts. Where its own can be read stands among the facts.
    Fragment relations() const {
        if (!page_.document) return {};
        questions::Answer document = *page_.document;
        if (base::Object* told = document.conclusion.answer.object()) told->erase("texts");
        return listing_tables(setting_, document, ListTitles::always);
    }

    Fragment reasons_section() const {
        const auto summary = [&](std::string_view what) {
            return fill_in(say::reasons_for(language()), {{"what", what}});
        };
        Fragment content =
            reasons_of_answer(setting_, page_.outcome.conclusion, summary(say::outcome_short(language())));
        for (const questions::Answer& one : page_.bound) {
            if (one.conclusion.by_side.empty() && !not_bound_somewhere(one.conclusion)) continue;
            const std::string what =
                std::string(say::bound_short(language())) + ": " + names_.member(parameter_of(one, "state"));
            content += reasons_of_answer(setting_, one.conclusion, summary(what));
        }
        if (page_.in_force)
            content += reasons_of_answer(setting_, page_.in_force->conclusion,
                                         summary(say::in_force_short(language())));
        return section("reasons", words::page_words::reasons(language()), content);
    }

    const PaperPage& page_;
    const Setting& setting_;
    const words::Names& names_;
    std::string id_;
    PaperFacts facts_;
};

}  // namespace

Fragment paper_page(const PaperPage& page) { return Paper(page).all(); }

// -- the list of papers ----------------------------------------------------------------------------------

namespace {

Row paper_row(const PapersPage& page, std::string_view id, std::string_view title, Fragment kind,
              Fragment source) {
    return {{row_head(link(page.setting.links.paper(id), title)),
             {.content = std::move(kind)},
             {.content = binds_said(page.setting, page.bound_by, id)},
             {.content = std::move(source)}},
            Row::Look::plain};
}

}  // namespace

Fragment papers_page(const PapersPage& page) {
    const Setting& setting = page.setting;
    const words::Names& names = setting.names;
    const Language language = setting.language();
    struct OfSession {
        const questions::Answer* answer;
        base::Value told;
        base::Day on;
    };
    std::vector<OfSession> sessions;
    std::int64_t papers = static_cast<std::int64_t>(page.others.size());
    for (const questions::Answer& answer : page.sessions) {
        const auto adopted = items(beside(answer, "papers")).size();
        if (adopted == 0 && items(beside(answer, "not_adopted")).empty()) continue;
        papers += static_cast<std::int64_t>(adopted);
        base::Value told = versions(answer.conclusion).front();
        const auto on = base::Date::read(told["on"].text());
        sessions.push_back({&answer, std::move(told), on ? on->earliest() : base::Day::first()});
    }
    std::ranges::sort(sessions, std::ranges::greater{},
                      [](const OfSession& one) { return std::pair(one.on, one.told["session"].text()); });

    Table table{.caption = std::string(say::papers_table(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(say::paper(language)), 40},
                            {std::string(say::kind(language)), 15},
                            {std::string(words::drawing_words::binds_column(language)), 25},
                            {std::string(say::source(language)), 20}},
                .groups = {}};
    std::vector<PapersOfSession> drawn;
    for (const OfSession& of : sessions) {
        PapersOfSession& of_session = drawn.emplace_back(names.text(of.told["title"]));
        RowGroup rows{
            Fragment(link(setting.links.session(of.told["session"].text()), names.text(of.told["title"]))),
            {}};
        const std::string day = day_said(language, of.told["on"]);
        MadeOnce made(setting);  // the papers of a session often rest on the same
        const auto rests_on_it = [&](const base::Value& row) -> const Fragment& {
            return made.of_sources(row, [&] { return rests_on_briefly(setting, row, day); });
        };
        for (const base::Value& row : items(beside(*of.answer, "papers"))) {
            of_session.papers.emplace_back(row["paper"].text());
            rows.rows.push_back(paper_row(page, row["paper"].text(), names.text(row["title"]),
                                          words::say_named<acts::PaperKind>(language, row["kind"].text()),
                                          rests_on_it(row)));
        }
        for (const base::Value& row : items(beside(*of.answer, "not_adopted"))) {
            of_session.papers.emplace_back(row["paper"].text());
            rows.rows.push_back(paper_row(page, row["paper"].text(), names.text(row["title"]),
                                          marked(Mark::absent, say::not_adopted_mark(language)),
                                          rests_on_it(row)));
        }
        table.groups.push_back(std::move(rows));
    }
    if (!page.others.empty()) {
        RowGroup rows{Fragment(say::papers_of_no_session(language)), {}};
        for (const base::PaperId id : page.others) {
            const PaperFacts facts = facts_of_paper(names.view(), id);
            rows.rows.push_back(paper_row(
                page, id.text(), names.paper(id),
                facts.kind ? Fragment(words::say(language, *facts.kind)) : Fragment(),
                facts.adopted_on ? Fragment(words::date(language, *facts.adopted_on)) : Fragment()));
        }
        table.groups.push_back(std::move(rows));
    }
    const auto number = static_cast<std::int64_t>(sessions.size());
    Fragment out = heading(
        say::papers(language),
        papers == 0 ? std::string(say::no_papers_at_all(language))
                    : fill_in(say::papers_lead(language),
                              {{"papers", words::count(language, papers, words::nouns::paper)},
                               {"sessions", language == Language::ru
                                                ? std::to_string(number)
                                                : words::count(language, number, words::nouns::session)}}));
    out += binding_section(setting, page.bound_by, drawn);
    if (!table.groups.empty()) out += section("all", say::papers_table(language), pages::table(table));
    out += instruments_section(setting, page.instruments);
    return out;
}

// -- an instrument -----------------------------------------------------------------------------------------

namespace {

/// The reason among the answer's own that says how this member came to be bound, or to have signed alone.
const law::Reason* reason_of(const law::Conclusion& conclusion, std::string_view member) {
    for (const law::Reason& one : conclusion.reasons) {
        const auto found = one.facts.find("member");
        if (found != one.facts.end() && found->second.text() == member) return &one;
    }
    return nullptr;
}

RowGroup states_of(const Setting& setting, Fragment heading, const base::Value& ids,
                   const law::Conclusion& conclusion) {
    RowGroup rows{std::move(heading), {}};
    for (const std::string& id : setting.names.sorted_members(ids)) {
        Fragment how;
        Fragment sources;
        if (const law::Reason* found = reason_of(conclusion, id)) {
            const Reason said = reason(setting, *found);
            how = said.says;
            if (said.grade) how += group(" ", grade(setting.language(), *said.grade));
            sources = source_links(said.sources);
        }
        rows.rows.push_back(
            {{row_head(member_link(setting, id)), {.content = how}, {.content = sources}}, Row::Look::plain});
    }
    return rows;
}

std::string instrument_lead(Language language, const law::Conclusion& force, const law::Conclusion& parties) {
    const base::Value answer = versions(force).front();
    const auto since = base::Date::read(answer["since"].text());
    const bool* in_force = answer["in_force"].boolean();
    std::string said;
    if (force.standing == law::Standing::not_on_record || !in_force) {
        said = say::no_entry_on_record(language);
    } else if (*in_force) {
        said = since ? fill_in(say::in_force_since(language), {{"since", words::since(language, *since)}})
                     : std::string(say::in_force(language)) + ".";
    } else {
        said = since ? fill_in(say::in_force_from(language), {{"from", words::from(language, *since)}})
                     : std::string(say::not_in_force_sentence(language));
    }
    if (parties.by_side.empty()) {
        const base::Value told = versions(parties).front();
        said += " " + fill_in(say::number_of_parties(language),
                              {{"number", std::to_string(items(told["parties"]).size())}});
    }
    return said;
}

Fragment parties_section(const Setting& setting, const base::Value& answer,
                         const law::Conclusion& conclusion) {
    const Language language = setting.language();
    const base::Value& parties = answer["parties"];
    const base::Value& signed_only = answer["signed_only"];
    Table table{.caption = std::string(say::parties_table(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(say::state(language)), 20},
                            {std::string(say::how_bound(language)), 55},
                            {std::string(say::source(language)), 25}},
                .groups = {}};
    const auto head = [&](Mark mark, const words::Phrase& word, const base::Value& ids) {
        return Fragment(marked(mark, std::string(word(language)) + ": " + std::to_string(items(ids).size())));
    };
    if (!items(parties).empty())
        table.groups.push_back(
            states_of(setting, head(Mark::settled, say::parties, parties), parties, conclusion));
    if (!items(signed_only).empty()) {
        table.groups.push_back(
            states_of(setting, head(Mark::absent, say::signed_only, signed_only), signed_only, conclusion));
    }
    return table.groups.empty() ? paragraph(say::no_parties(language)) : pages::table(table);
}

/// What parliaments and heads of state did at home towards being bound.
Fragment steps_section(const Setting& setting, const base::Value& steps) {
    if (items(steps).empty()) return {};
    const Language language = setting.language();
    Table table{.caption = std::string(say::steps_at_home(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(say::state(language)), 20},
                            {std::string(say::step_at_home(language)), 30},
                            {std::string(say::step_day(language)), 25},
                            {std::string(say::source(language)), 25}},
                .groups = {RowGroup{std::nullopt, {}}}};
    for (const base::Value& row : items(steps)) {
        const auto step = acts::read_name<acts::Step>(row["step"].text());
        table.groups.front().rows.push_back(
            {{row_head(member_link(setting, row["member"].text())),
              {.content = step ? Fragment(words::capitalised(words::say(language, *step))) : Fragment()},
              {.content = date_told(setting, row["on"])},
              {.content = source_links(sources_of(setting, row["sources"]))}},
             Row::Look::plain});
    }
    return section("steps", say::steps_at_home(language), pages::table(table));
}

}  // namespace

Fragment instrument_page(const InstrumentPage& page) {
    const Setting& setting = page.setting;
    const words::Names& names = setting.names;
    const Language language = setting.language();
    const law::Conclusion& parties = page.parties.conclusion;
    const law::Conclusion& force = page.in_force.conclusion;
    const std::string id = parameter_of(page.parties, "instrument");

    Fragment out = heading(names.instrument(id), instrument_lead(language, force, parties));
    out += paragraph(standing_line(setting, page.in_force));
    std::vector<Fact> list;
    if (const std::string says = names.rule_says(id); !says.empty())
        list.push_back({std::string(say::the_rule(language)), says, {}});
    if (const std::string article = names.rule_article(id); !article.empty()) {
        list.push_back({std::string(say::article(language)), link(setting.links.rule(id), article), {}});
    }
    for (Fact& one : text_facts(setting, base::InstrumentId::known(id).value_or(base::InstrumentId())))
        list.push_back(std::move(one));
    out += facts(list);
    if (parties.by_side.empty()) {
        for (const base::Value& version : versions(parties)) {
            out += section("parties", say::parties(language), parties_section(setting, version, parties));
        }
    } else {
        out += section(
            "parties", say::parties(language),
            group(paragraph(standing_line(setting, page.parties)),
                  answers_by_side(setting, parties, [&](const base::Value& side) {
                      return Fragment(
                          words::capitalised(words::clause("parties", side, page.parties.on, names)) + ".");
                  })));
    }
    out += steps_section(setting, beside(page.parties, "steps"));
    out += statements_section(setting, say::said_of_it, beside(page.in_force, "said_of_it"));
    const auto summary = [&](const words::Phrase& what) {
        return fill_in(say::reasons_for(language), {{"what", what(language)}});
    };
    out += section("reasons", words::page_words::reasons(language),
                   group(reasons_of_answer(setting, force, summary(say::in_force_short)),
                         reasons_of_answer(setting, parties, summary(say::parties_short))));
    return group(out, proof_line(page.proof));
}

}  // namespace pages
