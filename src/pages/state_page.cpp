#include "pages/state_page.hpp"

#include <algorithm>
#include <utility>

#include "pages/attendance_parts.hpp"
#include "pages/members_page.hpp"
#include "pages/provision_parts.hpp"
#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/page_words.hpp"
#include "words/phrasing.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

/// Rows of acts as a list: what, when, and what it rests on.
Fragment acts_list(const Setting& setting, const base::Value& rows, auto what) {
    std::vector<Fact> facts;
    for (const base::Value& row : items(rows))
        facts.push_back({what(row), date_told(setting, row["on"]), rests_on(setting, row)});
    return facts.empty() ? Fragment() : pages::facts(facts);
}

/// What was asked for and is not decided: the sentences are among the reasons of the answer.
Fragment pending(const Setting& setting, const questions::Answer& status) {
    const base::List& codes = items(status.conclusion.answer["pending"]);
    if (codes.empty()) return {};
    Fragment out;
    for (const law::Reason& one : status.conclusion.reasons) {
        const bool asked =
            std::ranges::any_of(codes, [&](const base::Value& code) { return code.text() == one.code; });
        if (!asked) continue;
        out += paragraph(group(marked(Mark::awaiting, words::sentence(one, setting.names)), " ",
                               source_links(sources_of(setting, one.sources))));
    }
    return section("pending", page_words::pending(setting.language()), out);
}

Fragment over_the_years(const Setting& setting, const StatePage& page) {
    const Language language = setting.language();
    const auto& spells = page.history.spells;
    if (spells.empty()) return {};
    BandChart chart{.id = "state",
                    .title = std::string(page_words::history(language)),
                    .description = std::string(page_words::state_description(language)),
                    .first = *base::Day::from(spells.front().first.year(), 1, 1),
                    .last = page.status.on,
                    .rows = {band_row(setting, page.history)}};
    chart.legend = membership_legend(language, chart.rows);

    Table all{.caption = std::string(page_words::history(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::from(language)), 20},
                          {std::string(page_words::to(language)), 20},
                          {std::string(page_words::standing(language)), 0},
                          {std::string(page_words::what_it_rests_on(language)), 15}},
              .groups = {{}}};
    // Spells that differ only in details the table does not show are one row.
    for (std::size_t i = 0; i < spells.size(); ++i) {
        const Fragment standing = standing_in(setting, spells[i]);
        base::Support weakest = spells[i].conclusion.rests_on;
        std::size_t end = i;
        while (end + 1 < spells.size() && standing_in(setting, spells[end + 1]) == standing) {
            weakest = base::weaker(weakest, spells[++end].conclusion.rests_on);
        }
        Row row;
        row.cells = {row_head(words::day(language, spells[i].first)),
                     {spells[end].last ? Fragment(words::day(language, *spells[end].last)) : Fragment("—")},
                     {standing},
                     {grade(language, grade_of(weakest))}};
        all.groups.front().rows.push_back(std::move(row));
        i = end;
    }
    return section("history", page_words::history(language), group(band_chart(chart), table(all)));
}

Fragment interpretations(const Setting& setting, const questions::Answer& status) {
    const base::List& disputes = items(beside(status, "disputes"));
    if (disputes.empty()) return {};
    Fragment out;
    for (const base::Value& dispute : disputes) {
        out += group(el<"h3">(dispute_link(setting, dispute["id"].text())),
                     sides(setting.language(), sides_of(setting, dispute)));
    }
    return section("interpretations", page_words::interpretations(setting.language()), out);
}

Fragment missed(const Setting& setting, const questions::Answer& status) {
    const Language language = setting.language();
    base::List rows = items(beside(status, "missed"));
    if (rows.empty()) {
        return section("missed", page_words::missed(language),
                       paragraph(page_words::none_missed(language), Size::small));
    }
    std::ranges::reverse(rows);
    Table all{.caption = std::string(page_words::missed(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::session(language)), 40},
                          {std::string(page_words::day(language)), 15},
                          {std::string(page_words::what_it_rests_on(language)), 0}},
              .groups = {{}}};
    for (const base::Value& row : rows) {
        Row one;
        one.cells = {row_head(link(setting.links.session(row["session"].text()),
                                   setting.names.session(row["session"].text()))),
                     {date_told(setting, row["on"])},
                     {rests_on(setting, row)}};
        all.groups.front().rows.push_back(std::move(one));
    }
    return section("missed", page_words::missed(language), table(all));
}

}  // namespace

Fragment state_page(const Setting& setting, const StatePage& page) {
    const Language language = setting.language();
    const words::Names& names = setting.names;
    const questions::Answer& status = page.status;
    const std::string id(page.history.member.text());

    Fragment out = heading(names.member(id), words::headline(status, names));
    out += paragraph(standing_under_headline(setting, status), Size::small);
    out += answers_by_side(setting, status.conclusion, [&](const base::Value& answer) {
        return Fragment(words::as_sentence(words::clause(status.question, answer, status.on, names)));
    });
    out += pending(setting, status);

    if (const auto declared = claims_of(setting, beside(status, "declared"), id); !declared.empty()) {
        Fragment said = claims(language, declared);
        if (!page.history.formal_step) said += paragraph(page_words::no_formal_step(language), Size::small);
        out += section("declared", page_words::declared_by_it(language), said);
    }
    out += over_the_years(setting, page);
    const Fragment suspended = acts_list(setting, beside(status, "suspensions"), [&](const base::Value& row) {
        return words::capitalised(words::act_kind(language, row["kind"].text()));
    });
    if (!suspended.empty()) out += section("suspensions", page_words::suspensions(language), suspended);
    const Fragment refused = acts_list(setting, beside(status, "not_signed"), [&](const base::Value& row) {
        return names.instrument(row["instrument"].text());
    });
    if (!refused.empty()) out += section("not-signed", page_words::did_not_sign(language), refused);
    out += interpretations(setting, status);
    out += own_attendance(setting, id, earliest_first(page.sessions));
    out += missed(setting, status);
    if (const auto said = claims_of(setting, beside(status, "said_of_it")); !said.empty()) {
        out += section(
            "said-of-it", page_words::said_of_it(language),
            group(paragraph(page_words::said_of_it_note(language), Size::small), claims(language, said)));
    }
    out += membership_provisions(setting);
    out += section(
        "more", fill_in(page_words::more_about(language), {{"name", names.member(id)}}),
        question_list({{std::string(page_words::awaiting_link(language)), setting.links.awaiting(id)},
                       {std::string(page_words::timeline_link(language)), setting.links.timeline(id)}}));
    out += reasons_of_answer(setting, status.conclusion, page_words::reasons(language));
    return out;
}

}  // namespace pages
