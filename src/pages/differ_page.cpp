#include "pages/differ_page.hpp"

#include <algorithm>
#include <utility>

#include "pages/session_parts.hpp"
#include "record/record.hpp"
#include "words/acts_said.hpp"
#include "words/figures.hpp"
#include "words/page_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

std::string counted(Language language, std::size_t number, const words::Noun& noun) {
    return words::count(language, static_cast<std::int64_t>(number), noun);
}

/// "Participation is needed. Armenia (…), 8 May 2024; …", a line for each side.
Fragment sides_in_brief(const Setting& setting, const law::DisputeTold& dispute) {
    const Language language = setting.language();
    Fragment out;
    for (const Side& side : sides_of(setting, dispute)) {
        std::vector<Fragment> holders;
        for (const Holder& one : side.holders) {
            Fragment said = one.who;
            if (!one.when.empty()) said += group(", ", one.when);
            // The source of an account is the account's holder; of a statement, where it was reported.
            if (!one.sources.empty())
                said += one.who.empty() ? source_links(one.sources)
                                        : Fragment(group(" (", source_links(one.sources), ")"));
            holders.push_back(std::move(said));
        }
        Fragment list;
        for (std::size_t i = 0; i < holders.size(); ++i) list += group(i > 0 ? "; " : "", holders[i]);
        if (holders.empty()) list = page_words::nobody_yet(language);
        out += el<"p">(el<"b">(side.name), ": ", list);
    }
    return out;
}

Fragment disputes_table(const Setting& setting, const std::vector<const law::DisputeTold*>& disputes,
                        std::string_view caption) {
    const Language language = setting.language();
    Table all{.caption = std::string(caption),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::point(language)), 30},
                          {std::string(page_words::sides_and_holders(language)), 0}},
              .groups = {{}}};
    for (const law::DisputeTold* one : disputes) {
        Row row;
        row.cells = {row_head(dispute_link(setting, one->id)), {sides_in_brief(setting, *one)}};
        all.groups.front().rows.push_back(std::move(row));
    }
    return table(all);
}

/// "about 20 adopted and signed: Belarus.by (Asia-Plus) [reported]", a line for each count of the session.
Fragment counts_in_brief(const Setting& setting, const base::List& counts, std::string_view session) {
    const Language language = setting.language();
    Fragment out;
    for (const base::Value& row : counts) {
        if (row["session"].text() != session) continue;
        const acts::Count count = words::told_count(row["number"]);
        Fragment line = el<"b">(words::count(language, count));
        line += group(" ", std::string(words::say_named<acts::Counted>(language, row["counted"].text())));
        if (const std::string scope = setting.names.text(row["scope"]); !scope.empty()) line += " — " + scope;
        out += el<"p">(line, ". ", rests_on(setting, row));
    }
    return out;
}

/// Sessions whose papers sources count differently, earliest first.
Fragment counts_table(const Setting& setting, const base::List& counts, const base::List& differing) {
    const Language language = setting.language();
    Table all{.caption = std::string(page_words::counts_of_papers(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::session_and_counts(language)), 30},
                          {std::string(page_words::numbers_and_sources(language)), 0}},
              .groups = {{}}};
    for (const base::Value& session : differing) {
        Row row;
        row.cells = {row_head(subject_link(setting, session.text())),
                     {counts_in_brief(setting, counts, session.text())}};
        all.groups.front().rows.push_back(std::move(row));
    }
    return table(all);
}

/// Differences that an act of the record has closed, with the dissent.
Fragment resolved(const Setting& setting) {
    const Language language = setting.language();
    const record::View& view = setting.names.view();
    Table all{.caption = std::string(page_words::differences_settled(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::point(language)), 30},
                          {std::string(page_words::ruling(language)), 15},
                          {std::string(page_words::why(language)), 0},
                          {std::string(page_words::sources(language)), 25}},
              .groups = {{}}};
    for (const record::EntryNumber number : view.record.of_kind<acts::DifferenceNoted>()) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto& noted = std::get<acts::DifferenceNoted>(act.content);
        if (noted.ruling == acts::Ruling::open) continue;
        std::string event(noted.of.text());
        for (const record::EntryNumber account : view.record.accounts(noted.of)) {
            if (!view.sees(account)) continue;
            event = words::describe(view.act(account), setting.names);
            break;
        }
        std::vector<base::SourceId> sources;
        for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
        Row row;
        row.cells = {row_head(words::capitalised(event)),
                     {words::capitalised(words::say(language, noted.ruling))},
                     {setting.names.text(noted.why)},
                     {source_links(sources_of(setting, sources))}};
        all.groups.front().rows.push_back(std::move(row));
    }
    if (all.groups.front().rows.empty()) return {};
    return section("resolved", page_words::differences_settled(language),
                   group(paragraph(page_words::differences_settled_note(language), Size::small), table(all)));
}

}  // namespace

Fragment differ_page(const Setting& setting, const std::vector<law::DisputeTold>& disputes,
                     const questions::Answer& counts) {
    const Language language = setting.language();
    std::vector<const law::DisputeTold*> rules;
    std::vector<const law::DisputeTold*> accounts;
    for (const law::DisputeTold& one : disputes) (one.event ? accounts : rules).push_back(&one);
    std::ranges::sort(rules, [&](const auto* a, const auto* b) {
        return words::alphabetically(language, setting.names.dispute(a->id), setting.names.dispute(b->id));
    });
    // Events by their day, earliest first: the day of the first account.
    const auto day = [&](const law::DisputeTold& one) {
        const auto all = setting.names.view().record.accounts(one.event);
        return all.empty() ? base::Day::last() : setting.names.view().act(all.front()).on.earliest();
    };
    std::ranges::sort(accounts, [&](const auto* a, const auto* b) {
        return std::pair(day(*a), a->id.text()) < std::pair(day(*b), b->id.text());
    });

    const base::List& differing = items(counts.conclusion.answer["differing"]);
    Fragment out =
        heading(page_words::differ_title(language),
                words::capitalised(fill_in(
                    page_words::differ_sentence(language),
                    {{"rules", counted(language, rules.size(), page_words::nouns::rule_dispute)},
                     {"accounts", counted(language, accounts.size(), page_words::nouns::account_dispute)},
                     {"counts", counted(language, differing.size(), page_words::nouns::counted_session)}})));
    if (!rules.empty()) {
        out += section("rules", page_words::interpretations_of_rules(language),
                       disputes_table(setting, rules, page_words::interpretations_of_rules(language)));
    }
    if (!accounts.empty()) {
        out += section("accounts", page_words::accounts_of_events(language),
                       group(paragraph(page_words::accounts_note(language), Size::small),
                             disputes_table(setting, accounts, page_words::accounts_of_events(language))));
    }
    if (!differing.empty()) {
        out += section("counts", page_words::counts_of_papers(language),
                       group(paragraph(page_words::counts_note(language), Size::small),
                             counts_table(setting, items(counts.conclusion.answer["counts"]), differing)));
    }
    out += resolved(setting);
    return out;
}

// -- one dispute -----------------------------------------------------------------------------------

namespace {

/// The rules that are understood in different ways, with their articles.
Fragment the_rules(const Setting& setting, const rulebook::Dispute& declared) {
    Fragment inside;
    const std::string own = setting.names.text(declared.article);
    bool own_said = own.empty();
    for (const rulebook::Rule* rule : rules_of_dispute(setting.names.rules(), declared.id)) {
        const std::string article = setting.names.text(rule->article);
        own_said = own_said || article == own;
        inside += paragraph(group(setting.names.text(rule->says), " ",
                                  link(setting.links.rule(rule->id.text()), article), "."));
    }
    if (!own_said) inside += paragraph(group(own, "."));
    if (inside.empty()) return {};
    return section("rule", page_words::the_rule(setting.language()), inside);
}

}  // namespace

std::vector<Claim> statements_on(const Setting& setting, base::DisputeId dispute) {
    const record::View& view = setting.names.view();
    std::vector<Claim> all;
    for (const record::EntryNumber number : view.record.about(dispute)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto* stated = std::get_if<acts::InterpretationStated>(&act.content);
        if (!stated || stated->dispute != dispute || act.on.earliest() > view.on) continue;
        base::Object row{{"on", act.on}};
        base::Object says;
        for (const auto& [language, text] : stated->says.languages()) says.emplace(language, text);
        row.emplace("says", std::move(says));
        if (stated->member) row.emplace("member", stated->member);
        if (stated->body) row.emplace("body", stated->body);
        if (stated->person) row.emplace("person", stated->person);
        base::List sources;
        for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
        row.emplace("sources", std::move(sources));
        row.emplace("rests_on", base::support_name(acts::support_of(act)));
        Claim one = claim(setting, row);
        const Fragment side = el<"i">(words::capitalised(setting.names.side(dispute, stated->side)));
        one.words = one.words.empty() ? Fragment(group(side, ".")) : Fragment(group(side, ". ", one.words));
        all.push_back(std::move(one));
    }
    return all;
}

namespace {

Fragment statements(const Setting& setting, base::DisputeId dispute) {
    const std::vector<Claim> all = statements_on(setting, dispute);
    if (all.empty()) return {};
    return section("statements", page_words::stated_by(setting.language()), claims(setting.language(), all));
}

Fragment accounts(const Setting& setting, base::EventId event) {
    const Language language = setting.language();
    const record::View& view = setting.names.view();
    Table all{.caption = std::string(page_words::the_event(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::day(language)), 20},
                          {std::string(page_words::what_happened(language)), 40},
                          {std::string(page_words::what_it_rests_on(language)), 0}},
              .groups = {{}}};
    Fragment about;
    for (const record::EntryNumber number : view.record.accounts(event)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        if (about.empty()) {
            std::vector<std::string> seen;
            record::each_name(act.content, [&](std::string_view, auto id) {
                const std::string name(id.text());
                if (std::ranges::find(seen, name) != seen.end()) return;
                seen.push_back(name);
                about += group(about.empty() ? "" : "; ", subject_link(setting, name));
            });
        }
        std::vector<base::SourceId> sources;
        for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
        Row row;
        row.cells = {{date_told(setting, act.on)},
                     {words::capitalised(words::describe(act, setting.names))},
                     {group(source_links(sources_of(setting, sources)), " ",
                            grade(language, grade_of(acts::support_of(act))))}};
        all.groups.front().rows.push_back(std::move(row));
    }
    if (all.groups.front().rows.empty()) return {};
    return section(
        "event", page_words::the_event(language),
        group(table(all), paragraph(group(page_words::about(language), ": ", about), Size::small)));
}

/// The record as if one side were right: the start page, with that side taken.
Fragment by_one_side(const Setting& setting, const law::DisputeTold& dispute) {
    const Language language = setting.language();
    std::vector<std::pair<std::string, std::string>> sides;
    for (const law::SideTold& side : dispute.sides) {
        sides.emplace_back(setting.names.side(dispute.id, side.id), std::string(side.id.text()));
    }
    std::ranges::sort(sides, [&](const auto& a, const auto& b) {
        return words::alphabetically(language, a.first, b.first);
    });
    std::vector<Link> all;
    for (const auto& [name, id] : sides) {
        Links::Carry carry = setting.links.carry();
        carry.taken.insert_or_assign(dispute.id, base::SideId::of(id));
        all.push_back({fill_in(page_words::by_side(language), {{"side", name}}),
                       Links(language, std::move(carry)).start()});
    }
    return section("by-side", page_words::see_the_record_by(language), question_list(all));
}

}  // namespace

Fragment dispute_page(const Setting& setting, const law::DisputeTold& dispute) {
    const Language language = setting.language();
    const auto* declared = setting.names.rules().find(dispute.id);
    const auto number = static_cast<std::int64_t>(dispute.sides.size());
    const auto counted = [&](const words::Noun& noun) { return words::count(language, number, noun); };
    Fragment out = heading(words::capitalised(setting.names.dispute(dispute.id)),
                           fill_in((declared ? page_words::dispute_of_rule_sentence
                                             : page_words::dispute_of_accounts_sentence)(language),
                                   {{"interpretations", counted(page_words::nouns::interpretation)},
                                    {"accounts", counted(page_words::nouns::account)}}));
    out += section("sides", page_words::the_sides(language), sides(language, sides_of(setting, dispute)));
    if (declared) {
        out += the_rules(setting, *declared);
        out += statements(setting, dispute.id);
    } else {
        out += accounts(setting, dispute.event);
    }
    out += by_one_side(setting, dispute);
    return out;
}

}  // namespace pages
