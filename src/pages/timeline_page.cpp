#include "pages/timeline_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::group;

namespace {

/// The other things a row is about: a state, a body, a post, a session, a paper, an instrument, a person.
Fragment also_about(const Setting& setting, const base::Value& row, std::string_view about, MadeOnce& made) {
    Fragment out;
    const base::Object* names = row["about"].object();
    if (!names) return out;
    for (const std::string_view role :
         {"session", "at", "paper", "instrument", "post", "body", "member", "of_member", "from", "person"}) {
        const auto found = names->find(role);
        if (found == names->end() || found->second.text().empty() || found->second.text() == about) continue;
        if (!out.empty()) out += "; ";
        out += made.subject_link(found->second.text());
    }
    if (const auto dispute = names->find("dispute"); dispute != names->end()) {
        out += group(out.empty() ? "" : "; ", dispute_link(setting, dispute->second.text()));
    }
    return out;
}

/// The day by which a row is placed: the first it may have happened on, or for "no later than" the last.
base::Day day_of(const base::Value& row) {
    const auto on = base::Date::read(row["on"].text());
    if (!on) return base::Day::first();
    return on->earliest() == base::Day::first() ? on->latest() : on->earliest();
}

std::vector<const base::Value*> by_day(const base::List& rows) {
    std::vector<std::pair<base::Day, std::size_t>> order;
    for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(day_of(rows[i]), i);
    std::ranges::sort(order);
    std::vector<const base::Value*> all;
    for (const auto& [day, at] : order) all.push_back(&rows[at]);
    return all;
}

/// The day of a row, which leads to the page of the act.
Fragment dated(const Setting& setting, const base::Value& row) {
    const auto act = row["act"].text();
    const auto to = act.empty() ? std::nullopt : std::optional(setting.links.act(act));
    return date_told(setting, row["on"], to);
}

}  // namespace

Fragment timeline_table(const Setting& setting, const base::Value& acts, std::string_view about) {
    const Language language = setting.language();
    const base::List* rows = acts.list();
    if (!rows || rows->empty()) return {};
    Table all{.caption = std::string(page_words::what_happened(language)),
              .caption_shown = Table::Shown::to_screen_readers,
              .columns = {{std::string(page_words::day(language)), 15},
                          {std::string(page_words::what_happened(language)), 40},
                          {std::string(page_words::about(language)), 20},
                          {std::string(page_words::what_it_rests_on(language)), 0}},
              .groups = {}};
    MadeOnce made(setting);
    int year = 0;
    for (const base::Value* one_row : by_day(*rows)) {
        const base::Value& row = *one_row;
        const int its_year = day_of(row).year();
        if (all.groups.empty() || its_year != year) {
            year = its_year;
            all.groups.push_back({Fragment(std::to_string(year)), {}});
        }
        Row one;
        one.cells = {{dated(setting, row)},
                     {words::capitalised(words::describe_row(row, setting.names))},
                     {also_about(setting, row, about, made)},
                     {made.rests_on(row)}};
        all.groups.back().rows.push_back(std::move(one));
    }
    return table(all);
}

Fragment timeline_page(const Setting& setting, const questions::Answer& timeline) {
    const Language language = setting.language();
    const base::Value& answer = timeline.conclusion.answer;
    const auto about = answer["about"].text();
    const Fragment subject = subject_link(setting, about);
    Fragment out = heading(words::fill_in(page_words::timeline_title(language),
                                          {{"name", words::capitalised(setting.names.subject(about))}}),
                           words::headline(timeline, setting.names));
    out += timeline_table(setting, answer["acts"], about);
    out += paragraph(group(page_words::about(language), ": ", subject), Size::small);
    return out;
}

}  // namespace pages
