#include "pages/gaps_page.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "pages/rulebook_page.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::each;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

/// Where the gap's subject has a page of its own.
Fragment leads_to(const Setting& setting, const base::Value& facts) {
    Fragment out;
    const auto add = [&](Fragment one) { out += group(out.empty() ? "" : "; ", one); };
    for (const std::string_view name : {"session", "body", "post", "instrument"}) {
        if (const auto id = facts[name].text(); !id.empty()) add(subject_link(setting, id));
    }
    if (const auto rule = facts["rule"].text(); !rule.empty())
        add(link(setting.links.rule(rule), rule_title(setting.names, rule)));
    return out;
}

struct Kind {
    std::string code;
    std::vector<const base::Value*> rows;
};

std::vector<Kind> by_kind(const base::Value& gaps) {
    std::vector<Kind> all;
    const base::List* rows = gaps.list();
    if (!rows) return all;
    for (const base::Value& row : *rows) {
        const auto code = row["gap"].text();
        auto found = std::ranges::find(all, code, &Kind::code);
        if (found == all.end()) found = all.insert(all.end(), {std::string(code), {}});
        found->rows.push_back(&row);
    }
    return all;
}

std::string heading_of(Language language, const Kind& kind) {
    const auto* known = page_words::gap_words_of(kind.code);
    return std::string(known ? known->heading(language) : std::string_view(kind.code)) + ": " +
           std::to_string(kind.rows.size());
}

}  // namespace

Fragment gaps_page(const Setting& setting, const questions::Answer& gaps) {
    const Language language = setting.language();
    const std::vector<Kind> kinds = by_kind(gaps.conclusion.answer["gaps"]);
    std::size_t number = 0;
    for (const Kind& kind : kinds) number += kind.rows.size();
    const std::string count = words::count(language, static_cast<std::int64_t>(number), words::nouns::gap);
    Fragment out = heading(page_words::gaps_title(language),
                           number == 0 ? std::string(page_words::no_gaps(language))
                                       : fill_in(page_words::gaps_sentence(language), {{"count", count}}));
    std::vector<Link> places;
    for (const Kind& kind : kinds) places.push_back({heading_of(language, kind), Url::place(kind.code)});
    if (!places.empty()) out += question_list(places);
    for (const Kind& kind : kinds) {
        Fragment inside;
        if (const auto* known = page_words::gap_words_of(kind.code)) {
            inside += paragraph(fill_in(page_words::settles(language), {{"what", known->settles(language)}}),
                                Size::small);
        }
        Table table{.caption = heading_of(language, kind),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = {{std::string(page_words::what_happened(language)), 65},
                                {std::string(page_words::about(language)), 0}},
                    .column_names_shown = Table::Shown::to_screen_readers,
                    .groups = {{}}};
        table.columns[0].name = page_words::not_on_record(language);
        for (const base::Value* row : kind.rows) {
            const base::Object* facts = (*row)["facts"].object();
            Row one;
            one.cells = {
                row_head(words::gap_sentence(kind.code, facts ? *facts : base::Object(), setting.names)),
                {leads_to(setting, (*row)["facts"])}};
            table.groups.front().rows.push_back(std::move(one));
        }
        inside += pages::table(table);
        out += section(kind.code, heading_of(language, kind), inside);
    }
    return out;
}

}  // namespace pages
