#include "pages/posts_page.hpp"

#include <algorithm>

#include "pages/timeline_page.hpp"
#include "words/answers.hpp"
#include "words/page_words.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::group;
using html::link;
using words::fill_in;

namespace {

std::string post_of(const questions::Answer& answer) {
    const auto found = answer.parameters.find("post");
    return found == answer.parameters.end() ? std::string() : found->second;
}

bool truth(const base::Value& value) { return value.boolean() && *value.boolean(); }

/// Who holds it by one answer: the person, whose national, acting or not.
Fragment person_in(const Setting& setting, const base::Value& answer) {
    const auto person = answer["person"].text();
    Fragment out = link(setting.links.person(person), setting.names.person(person));
    if (const auto member = answer["member"].text(); !member.empty())
        out += group(", ", member_link(setting, member));
    if (truth(answer["acting"])) out += group("; ", page_words::acting(setting.language()));
    return out;
}

Fragment holder_cell(const Setting& setting, const questions::Answer& holder) {
    const Language language = setting.language();
    const law::Conclusion& conclusion = holder.conclusion;
    if (conclusion.standing == law::Standing::settled) return person_in(setting, conclusion.answer);
    if (conclusion.standing == law::Standing::not_on_record)
        return with_nearest(setting, marked(Mark::not_on_record, page_words::not_on_record(language)),
                            holder.near);
    Fragment out = marked(mark_of(conclusion.standing), conclusion.standing == law::Standing::depends
                                                            ? page_words::sources_differ(language)
                                                            : page_words::imprecise(language));
    bool first = true;
    const auto add = [&](const base::Value& answer) {
        if (answer["person"].text().empty()) return;
        out += group(first ? ": " : page_words::or_word(language), person_in(setting, answer));
        first = false;
    };
    for (const law::BySide* side : sides_in_order(setting, conclusion)) add(side->answer);
    if (const base::List* candidates = conclusion.answer["candidates"].list()) {
        for (const base::Value& one : *candidates) add(one);
    }
    return out;
}

Fragment term_cell(const Setting& setting, const base::Value& answer) {
    const Language language = setting.language();
    std::string out;
    const auto since = base::Date::read(answer["since"].text());
    if (const auto until = base::Date::read(answer["until"].text());
        since && until && language == Language::en)
        return words::date(language, *since) + " to " + words::date(language, *until);
    if (since) out = words::since(language, *since);
    if (const auto until = base::Date::read(answer["until"].text()))
        out += (out.empty() ? "" : " ") + words::until(language, *until);
    return out.empty() ? Fragment("—") : Fragment(words::capitalised(out));
}

}  // namespace

Fragment posts_page(const Setting& setting, const std::vector<questions::Answer>& holders) {
    const Language language = setting.language();
    std::vector<const questions::Answer*> all;
    std::int64_t known = 0;
    for (const questions::Answer& one : holders) {
        all.push_back(&one);
        known += one.conclusion.standing != law::Standing::not_on_record ? 1 : 0;
    }
    std::ranges::sort(all, [&](const auto* a, const auto* b) {
        return words::alphabetically(language, setting.names.post(post_of(*a)),
                                     setting.names.post(post_of(*b)));
    });
    const std::string day = words::as_of(language, setting.names.view().on);
    Fragment out = heading(
        page_words::posts_title(language),
        words::capitalised(fill_in(
            page_words::posts_sentence(language),
            {{"known", words::numeral(language, known)},
             {"all", words::numeral(language, static_cast<std::int64_t>(all.size()), words::Case::genitive)},
             {"day", day}})));
    Table table{.caption = std::string(page_words::posts_title(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(page_words::post(language)), 30},
                            {std::string(page_words::holder(language)), 30},
                            {std::string(page_words::from(language)), 0},
                            {std::string(page_words::what_it_rests_on(language)), 15}},
                .groups = {{}}};
    table.columns[2].name = page_words::term(language);
    std::vector<std::string> changes_nothing;
    for (const questions::Answer* one : all) {
        const std::string id = post_of(*one);
        for (const base::DisputeId dispute : one->conclusion.examined) {
            const std::string name = setting.names.dispute(dispute);
            if (std::ranges::find(changes_nothing, name) == changes_nothing.end())
                changes_nothing.push_back(name);
        }
        Row row;
        row.cells = {row_head(link(setting.links.post(id), words::capitalised(setting.names.post(id)))),
                     {holder_cell(setting, *one)},
                     {term_cell(setting, one->conclusion.answer)},
                     {one->conclusion.standing == law::Standing::not_on_record
                          ? Fragment("—")
                          : grade(language, grade_of(one->conclusion.rests_on))}};
        table.groups.front().rows.push_back(std::move(row));
    }
    return group(out, pages::table(table), examined(language, changes_nothing),
                 paragraph(page_words::between_attestations(language), Size::small));
}

Fragment post_page(const Setting& setting, const PostPage& page) {
    const Language language = setting.language();
    const std::string id = post_of(page.holder);
    Fragment out =
        heading(words::capitalised(setting.names.post(id)), words::headline(page.holder, setting.names));
    out += paragraph(standing_under_headline(setting, page.holder), Size::small);
    out += answers_by_side(setting, page.holder.conclusion, [&](const base::Value& answer) {
        return Fragment(words::as_sentence(words::clause(page.holder.question, answer, page.holder.on,
                                                         setting.names, words::tense_of(page.holder))));
    });
    if (const std::string rule = setting.names.rule_says(id); !rule.empty()) {
        out += notice(group(rule, " ", link(setting.links.rule(id), setting.names.rule_article(id)), "."));
    }
    out += section("record", page_words::comings(language),
                   timeline_table(setting, page.timeline.conclusion.answer["acts"], id));
    out += paragraph(page_words::between_attestations(language), Size::small);
    out += reasons_of_answer(setting, page.holder.conclusion, page_words::reasons(language));
    return out;
}

}  // namespace pages
