#include "pages/members_page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pages/provision_parts.hpp"
#include "words/answers.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using words::fill_in;

namespace {

using Is = law::Membership::Is;
using questions::Spell;
using questions::StateHistory;

bool settled(const Spell& spell) {
    return spell.conclusion.by_side.empty() && spell.conclusion.standing == law::Standing::settled;
}
bool is(const Spell& spell, Is status) {
    return settled(spell) && spell.conclusion.answer["status"].text() == law::name_of(status);
}
bool of_treaty(const base::Value& answer) { return answer["of"].text() == "treaty"; }

/// Has a reason of this code, at any depth.
bool mentions(const std::vector<law::Reason>& reasons, std::string_view code) {
    return std::ranges::any_of(
        reasons, [&](const law::Reason& one) { return one.code == code || mentions(one.because, code); });
}

/// The reason from which the others follow: the deepest of the first branch that carries.
const law::Reason* root_of(const std::vector<law::Reason>& reasons) {
    if (reasons.empty()) return nullptr;
    const law::Reason* found = &reasons.front();
    while (!found->because.empty()) found = &found->because.front();
    return found;
}

/// Why a membership ended, in a word or two.
std::string_view how_it_ended(const Setting& setting, const Spell& spell) {
    const Language language = setting.language();
    const auto& reasons = spell.conclusion.reasons;
    if (mentions(reasons, "term-ended")) return page_words::not_extended(language);
    if (mentions(reasons, "excluded")) return page_words::excluded(language);
    if (mentions(reasons, "left")) return page_words::left(language);
    return words::say(language, Is::ended);
}

bool member_on_some_side(const Spell& spell) {
    const auto member = [](const base::Value& answer) {
        return answer["status"].text() == law::name_of(Is::member);
    };
    if (std::ranges::any_of(spell.conclusion.by_side,
                            [&](const law::BySide& side) { return member(side.answer); }))
        return true;
    const base::List* candidates = spell.conclusion.answer["candidates"].list();
    return candidates && std::ranges::any_of(*candidates, member);
}

Band band(base::Day first, std::optional<base::Day> last, BandStyle style) {
    return {.first = first, .last = last, .style = style};
}

}  // namespace

BandRow band_row(const Setting& setting, const StateHistory& history) {
    const Language language = setting.language();
    BandRow row{.name = setting.names.member(history.member), .bands = {}};
    const auto& spells = history.spells;
    bool was_member = false;
    for (std::size_t i = 0; i < spells.size(); ++i) {
        const Spell& spell = spells[i];
        const base::Value& answer = spell.conclusion.answer;
        const auto last_member_spell = [&] {
            return std::find_if(row.bands.rbegin(), row.bands.rend(), [](const Band& one) {
                return one.style == BandStyle::solid || one.style == BandStyle::hatched;
            });
        };
        if (!settled(spell)) {
            // All spells in a row on which accounts differ are one slope: up to a membership, or down from
            // it.
            std::size_t end = i;
            while (end + 1 < spells.size() && !settled(spells[end + 1])) ++end;
            const bool before = i > 0 && is(spells[i - 1], Is::member);
            const bool after = end + 1 < spells.size() ? is(spells[end + 1], Is::member)
                                                       : !before && member_on_some_side(spells[end]);
            if (before != after) {
                Band slope =
                    band(spell.first, spells[end].last, after ? BandStyle::rising : BandStyle::falling);
                slope.label = after && was_member ? page_words::return_dates_differ(language)
                                                  : page_words::dates_differ(language);
                slope.short_label = page_words::dates_differ(language);
                row.bands.push_back(std::move(slope));
            } else if (before) {  // a member on every side, or on none that matters here
                row.bands.push_back(band(spell.first, spells[end].last,
                                         of_treaty(answer) ? BandStyle::hatched : BandStyle::solid));
            }
            i = end;
            continue;
        }
        if (is(spell, Is::signatory)) {
            row.bands.push_back(band(spell.first, spell.last, BandStyle::thin));
        } else if (is(spell, Is::member)) {
            was_member = true;
            const BandStyle style = of_treaty(answer) ? BandStyle::hatched : BandStyle::solid;
            const bool joins = !row.bands.empty() && row.bands.back().style == style &&
                               row.bands.back().last && row.bands.back().last->next() == spell.first &&
                               row.bands.back().label.empty();
            if (joins && answer["participation"].is_null()) {
                row.bands.back().last = spell.last;
            } else {
                row.bands.push_back(band(spell.first, spell.last, style));
                if (!answer["participation"].is_null())
                    row.bands.back().label = page_words::participation_suspended(language);
            }
        } else if (is(spell, Is::suspended)) {
            Band broken = band(spell.first, spell.last, BandStyle::broken);
            broken.label =
                fill_in(page_words::suspended_from(language), {{"day", words::day(language, spell.first)}});
            broken.short_label = page_words::suspended_short(language);
            row.bands.push_back(std::move(broken));
        } else if (is(spell, Is::ended)) {
            if (const auto held = last_member_spell(); held != row.bands.rend() && !held->ends) {
                held->ends = true;
                held->label = how_it_ended(setting, spell);
                held->short_label = held->label;
            }
        }
    }
    for (const base::Value& said : history.declared) {
        const auto on = base::Date::read(said["on"].text());
        if (!on) continue;
        const std::string when = words::date(language, *on, words::Case::nominative, words::Length::brief);
        row.sayings.push_back(
            {.on = on->earliest(),
             .text = fill_in(page_words::said_frozen(language), {{"day", when}}),
             .short_text = fill_in(page_words::said_frozen_short(language), {{"day", when}})});
    }
    return row;
}

std::vector<LegendItem> membership_legend(Language language, const std::vector<BandRow>& rows) {
    const auto uses = [&](auto... styles) {
        return std::ranges::any_of(rows, [&](const BandRow& row) {
            return std::ranges::any_of(row.bands,
                                       [&](const Band& one) { return ((one.style == styles) || ...); });
        });
    };
    std::vector<LegendItem> all;
    const auto add = [&](bool used, Sign sign, const words::Phrase& phrase) {
        if (used) all.push_back({sign, std::string(phrase(language))});
    };
    add(uses(BandStyle::thin), Sign::thin, page_words::legend_signed);
    add(uses(BandStyle::hatched), Sign::hatched, page_words::legend_party);
    add(uses(BandStyle::solid), Sign::solid, page_words::legend_member);
    add(uses(BandStyle::broken), Sign::broken, page_words::legend_suspended);
    add(uses(BandStyle::rising, BandStyle::falling), Sign::split, page_words::legend_split);
    add(std::ranges::any_of(rows, [](const BandRow& row) { return !row.sayings.empty(); }), Sign::statement,
        page_words::legend_statement);
    return all;
}

Fragment standing_in(const Setting& setting, const Spell& spell) {
    const Language language = setting.language();
    const auto words_of = [&](const base::Value& answer) -> std::string {
        if (answer["status"].text() == law::name_of(Is::member)) {
            return std::string(of_treaty(answer) ? page_words::legend_party(language)
                                                 : page_words::legend_member(language));
        }
        return std::string(words::status_named(language, answer["status"].text()));
    };
    if (!settled(spell)) {
        Fragment out =
            marked(mark_of(spell.conclusion.standing), spell.conclusion.standing == law::Standing::imprecise
                                                           ? page_words::imprecise(language)
                                                           : page_words::sources_differ(language));
        std::vector<std::string> said;
        const auto add = [&](const base::Value& answer) {
            if (std::string one = words_of(answer); std::ranges::find(said, one) == said.end())
                said.push_back(std::move(one));
        };
        const auto add_all = [&](const base::Value& of) {  // a side may itself be imprecise
            const base::List* candidates = of["candidates"].list();
            if (!candidates) return add(of);
            for (const base::Value& one : *candidates) add(one);
        };
        for (const law::BySide& side : spell.conclusion.by_side) add_all(side.answer);
        if (!spell.conclusion.answer.is_null()) add_all(spell.conclusion.answer);
        std::ranges::sort(said, [&](const std::string& a, const std::string& b) {
            return words::alphabetically(language, a, b);
        });
        for (std::size_t i = 0; i < said.size(); ++i)
            out += group(i == 0 ? ": " : page_words::or_word(language), said[i]);
        return out;
    }
    const base::Value& answer = spell.conclusion.answer;
    const bool member = answer["status"].text() == law::name_of(Is::member);
    // Whoever left with the treaty's term was a party, and never a member of the organisation.
    const bool term_ended = is(spell, Is::ended) && mentions(spell.conclusion.reasons, "term-ended");
    Fragment out = marked(member ? Mark::settled : Mark::absent,
                          term_ended ? std::string(page_words::no_longer_party(language)) : words_of(answer));
    if (!answer["participation"].is_null()) out += group("; ", page_words::participation_suspended(language));
    return out;
}

namespace {

/// The days on which membership of one kind began, as the spells tell it: a date, or every date told.
Fragment began(const Setting& setting, const StateHistory& history, bool treaty) {
    const Language language = setting.language();
    for (const Spell& spell : history.spells) {
        if (is(spell, Is::member) && of_treaty(spell.conclusion.answer) == treaty) {
            Fragment out = words::day(language, spell.first);
            if (spell.conclusion.rests_on != base::Support::official) {
                out += group(" ", grade(language, grade_of(spell.conclusion.rests_on)));
            }
            return out;
        }
        if (settled(spell) || !member_on_some_side(spell)) continue;
        const auto& sides = spell.conclusion.by_side;
        const bool this_kind = std::ranges::any_of(sides, [&](const law::BySide& side) {
            return of_treaty(side.answer) == treaty &&
                   side.answer["status"].text() == law::name_of(Is::member);
        });
        if (!this_kind) continue;
        Fragment out = marked(Mark::depends, page_words::sources_differ(language));
        for (const base::DisputeId id : spell.conclusion.disputes) {
            const auto told = law::dispute(setting.names.view(), id);
            if (!told) continue;
            std::vector<std::pair<base::Day, std::string>> days;
            for (const law::SideTold& side : told->sides) {
                const auto date = base::Date::read(side.id.text());
                days.emplace_back(date ? date->earliest() : base::Day::last(),
                                  setting.names.side(id, side.id));
            }
            std::ranges::sort(days);
            Fragment list;
            for (std::size_t i = 0; i < days.size(); ++i) {
                list += group(i == 0                 ? ": "
                              : i + 1 == days.size() ? page_words::or_word(language)
                                                     : ", ",
                              days[i].second);
            }
            out +=
                group(list, ". ", link(setting.links.dispute(id.text()), page_words::all_accounts(language)));
        }
        return out;
    }
    return "—";
}

Fragment signed_on(const Setting& setting, const StateHistory& history, base::InstrumentId instrument) {
    for (const StateHistory::Signature& one : history.signatures) {
        if (one.instrument != instrument) continue;
        return one.days.size() == 1 ? date_told(setting, one.days.front())
                                    : date_told(setting, base::Value(one.days));
    }
    return "—";
}

/// How it stands on the day asked about, why where it is no member, and what was declared.
Fragment now(const Setting& setting, const StateHistory& history) {
    const Spell& spell = history.spells.back();
    Fragment out = standing_in(setting, spell);
    if (settled(spell) && !is(spell, Is::member)) {
        if (const law::Reason* root = root_of(spell.conclusion.reasons)) {
            out += group(el<"br">(), words::sentence(*root, setting.names));
        }
    }
    for (const base::Value& said : history.declared) {
        out += group(el<"br">(), marked(Mark::statement, page_words::statement_on_record(setting.language())),
                     ": ", claim(setting, said).speaker, ". ", setting.names.text(said["says"]));
    }
    return out;
}

/// The rules by which members were counted, one of each kind, earliest first.
std::vector<const rulebook::Membership*> rules_by_kind(const rulebook::Rulebook& rules) {
    std::vector<const rulebook::Membership*> all;
    for (const rulebook::Membership& rule : rules.membership) {
        if (std::ranges::none_of(all, [&](const auto* one) { return one->of == rule.of; }))
            all.push_back(&rule);
    }
    return all;
}

std::optional<base::Day> begins(const rulebook::Rulebook& rules, const rulebook::Rule& rule) {
    for (const rulebook::Version& version : rules.versions) {
        if (version.id == rule.since) return version.from;
    }
    return std::nullopt;
}

Fragment sentence_of(const Setting& setting, const questions::Answer& answer) {
    const Language language = setting.language();
    const base::Value& found = answer.conclusion.answer;
    if (answer.conclusion.standing != law::Standing::settled || !found["members"].list() ||
        found["members"].list()->empty()) {
        return words::headline(answer, setting.names);
    }
    const auto number = static_cast<std::int64_t>(found["members"].list()->size());
    const bool treaty = of_treaty(found);
    const auto& noun = treaty ? words::nouns::party : words::nouns::member;
    const std::string count =
        words::numeral(language, number) + " " + std::string(words::plural(language, number, noun));
    return group(words::capitalised(
                     fill_in((treaty ? page_words::parties_sentence : page_words::members_sentence)(language),
                             {{"count", count}, {"day", words::as_of(language, answer.on)}})),
                 member_links(setting, found["members"]), ".");
}

Table table_of(const Setting& setting, const MembersPage& page,
               const std::vector<const StateHistory*>& states) {
    const Language language = setting.language();
    const auto rules = rules_by_kind(setting.names.rules());
    Table table{.caption = std::string(page_words::members_drawing(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(page_words::state(language)), 10}},
                .groups = {{}}};
    if (!rules.empty()) {
        table.columns.push_back({fill_in(page_words::signed_column(language),
                                         {{"instrument", words::capitalised(setting.names.short_instrument(
                                                             rules.front()->instrument))}}),
                                 15});
    }
    for (const auto* rule : rules) {
        const bool treaty = rule->of == rulebook::Membership::Of::treaty;
        table.columns.push_back(
            {std::string((treaty ? page_words::party_from : page_words::member_from)(language)),
             treaty ? 15 : 25});
    }
    table.columns.push_back(
        {fill_in(page_words::standing_on(language), {{"day", words::as_of(language, page.members.on)}}), 0});
    for (const StateHistory* state : states) {
        Row row;
        row.cells.push_back(row_head(member_link(setting, state->member)));
        if (!rules.empty()) row.cells.push_back({signed_on(setting, *state, rules.front()->instrument)});
        for (const auto* rule : rules)
            row.cells.push_back({began(setting, *state, rule->of == rulebook::Membership::Of::treaty)});
        row.cells.push_back({now(setting, *state)});
        table.groups.front().rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Fragment members_page(const Setting& setting, const MembersPage& page) {
    const Language language = setting.language();
    std::vector<const StateHistory*> states;
    for (const StateHistory& one : page.history) {
        if (!one.spells.empty()) states.push_back(&one);
    }
    std::ranges::sort(states, [&](const auto* a, const auto* b) {
        return words::alphabetically(language, setting.names.member(a->member),
                                     setting.names.member(b->member));
    });

    int first_year = page.members.on.year();
    for (const auto* state : states) first_year = std::min(first_year, state->spells.front().first.year());
    const std::string first = std::to_string(first_year);
    const std::string last = std::to_string(page.members.on.year());
    const std::string title =
        fill_in((first == last ? page_words::members_title_one_year : page_words::members_title)(language),
                {{"first", first}, {"last", last}});

    Fragment sentence = sentence_of(setting, page.members);
    const auto rules = rules_by_kind(setting.names.rules());
    if (rules.size() > 1) {
        if (const auto day = begins(setting.names.rules(), *rules.back()); day && *day <= page.members.on) {
            sentence += group(" ", fill_in(page_words::treaty_then_organisation(language),
                                           {{"day", words::day(language, *day)}}));
        }
    }

    Fragment out = heading(title, sentence);
    out += paragraph(standing_line(setting, page.members), Size::small);
    out += answers_by_side(setting, page.members.conclusion, [&](const base::Value& answer) {
        return Fragment(member_links(setting, answer["members"]));
    });
    if (!states.empty()) {
        BandChart chart{.id = "members",
                        .title = std::string(page_words::members_drawing(language)),
                        .description = std::string(page_words::members_description(language)),
                        .first = *base::Day::from(first_year, 1, 1),
                        .last = page.members.on,
                        .rows = {}};
        for (const auto* state : states) chart.rows.push_back(band_row(setting, *state));
        for (const questions::Turning& one : page.turnings) {
            if (one.on < chart.first || one.on > chart.last) continue;
            const std::string year = ", " + std::to_string(one.on.year());
            const std::string name = one.version ? setting.names.version(one.version)
                                                 : setting.names.short_instrument(one.instrument);
            chart.events.push_back({one.on, words::capitalised(name) + year, std::to_string(one.on.year())});
        }
        chart.legend = membership_legend(language, chart.rows);
        out += band_chart(chart);
        out += section("table", page_words::as_table(language), table(table_of(setting, page, states)));
    }
    out += membership_provisions(setting);
    out += reasons_of_answer(setting, page.members.conclusion, page_words::reasons(language));
    return out;
}

}  // namespace pages
