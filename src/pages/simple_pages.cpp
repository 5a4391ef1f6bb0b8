#include "pages/simple_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <utility>

#include "words/chrome.hpp"
#include "words/display_words.hpp"
#include "words/page_words.hpp"
#include "words/static_copy_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

// -- how to check ----------------------------------------------------------------------------------

Fragment how_to_check_page(const Setting& setting, const Receipt& receipt) {
    const Language language = setting.language();
    const auto part = [&](std::string_view id, const words::Phrase& title, const Fragment& content) {
        return section(id, title(language), content);
    };
    std::vector<Fact> grades;
    for (const auto support : {base::Support::official, base::Support::reported, base::Support::inferred,
                               base::Support::unverified}) {
        grades.push_back({std::string(words::say(language, support)), words::explain(language, support),
                          grade(language, grade_of(support))});
    }
    Fragment marks;
    for (const Mark mark : {Mark::settled, Mark::absent, Mark::depends, Mark::imprecise, Mark::not_on_record,
                            Mark::awaiting, Mark::statement}) {
        marks += paragraph(standing(language, mark));
    }
    Fragment out = heading(page_words::check_title(language), page_words::check_sentence(language));
    out += part("reasons", page_words::check_reasons_title, paragraph(page_words::check_reasons(language)));
    out += part("grades", page_words::check_grades_title, facts(grades));
    out += part("marks", page_words::check_marks_title, marks);
    out += part(
        "receipt", page_words::check_receipt_title,
        group(paragraph(page_words::check_receipt(language)),
              paragraph(page_words::receipt_now(language), Size::small), pages::receipt(language, receipt)));
    out += part("again", page_words::check_again_title,
                group(paragraph(page_words::check_again(language)),
                      paragraph(el<"code">("depositary ask PACKAGE QUESTION [name=value …] --on ",
                                           setting.names.view().on.text(), " --why"))));
    out += part("known", page_words::check_known_title, paragraph(page_words::check_known(language)));
    return out;
}

// -- sources ---------------------------------------------------------------------------------------

namespace {

/// The reports whose every claim was compared with the record, each a link to its page; latest first.
Fragment reports_read(const Setting& setting, const std::vector<const rulebook::Source*>& sources) {
    const Language language = setting.language();
    std::vector<Link> all;
    for (const rulebook::Source* one : sources) {
        if (one->claims.empty()) continue;
        const auto claims = static_cast<std::int64_t>(one->claims.size());
        all.push_back(
            {setting.names.source(one->id) + ": " + words::count(language, claims, page_words::claim),
             setting.links.source(one->id.text())});
    }
    return all.empty() ? Fragment()
                       : section("reports", page_words::reports_read(language), question_list(all));
}

}  // namespace

Fragment sources_page(const Setting& setting, std::span<const rulebook::Source> sources,
                      const questions::Citing& citing) {
    const Language language = setting.language();
    std::vector<const rulebook::Source*> all;
    for (const rulebook::Source& one : sources) all.push_back(&one);
    std::ranges::sort(all, [&](const auto* a, const auto* b) {
        const auto published = [](const rulebook::Source& one) {
            return one.published.value_or(base::Day::first());
        };
        if (published(*a) != published(*b)) return published(*a) > published(*b);
        return words::alphabetically(language, setting.names.source(a->id), setting.names.source(b->id));
    });
    Fragment out = heading(
        page_words::sources_title(language),
        words::capitalised(fill_in(page_words::sources_sentence(language),
                                   {{"count", words::count(language, static_cast<std::int64_t>(all.size()),
                                                           words::nouns::source)}})));
    const Fragment reports = reports_read(setting, all);
    Table table{.caption = std::string(page_words::all_sources(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(page_words::source_column(language)), 55},
                            {std::string(page_words::published_column(language)), 20},
                            {std::string(page_words::acts_citing_column(language)), 0}},
                .groups = {{}}};
    for (const rulebook::Source* one : all) {
        const std::string name = setting.names.source(one->id);
        const auto at = setting.sources.find(one->id.text());
        const auto cited = citing.find(one->id);
        Row row;
        row.cells = {row_head(group(el<"span">(attr<"id">(one->id.text())),
                                    at == setting.sources.end() ? Fragment(name) : link(at->second, name))),
                     {one->published ? Fragment(words::day(language, *one->published))
                                     : marked(Mark::not_on_record, page_words::no_date(language))},
                     {cited == citing.end()
                          ? Fragment("—")
                          : link(setting.links.source(one->id.text()), std::to_string(cited->second))}};
        table.groups.front().rows.push_back(std::move(row));
    }
    if (reports.empty()) return group(out, pages::table(table));
    return group(out, reports, section("all", page_words::all_sources(language), pages::table(table)));
}

// -- accessibility ---------------------------------------------------------------------------------

Fragment accessibility_page(const Setting& setting) {
    const Language language = setting.language();
    const auto paragraphs = [&](std::initializer_list<const words::Phrase*> phrases) {
        Fragment out;
        for (const words::Phrase* one : phrases) out += paragraph((*one)(language));
        return out;
    };
    return group(heading(page_words::access_title(language), page_words::access_sentence(language)),
                 section("aims", page_words::access_aims(language),
                         paragraphs({&page_words::access_aim_level, &page_words::access_aim_marks,
                                     &page_words::access_aim_drawings, &page_words::access_aim_text,
                                     &words::display::access_aim, &page_words::access_aim_scripts,
                                     &page_words::access_aim_language})),
                 section("limits", page_words::access_limits(language),
                         paragraphs({&page_words::access_limit_tables, &words::display::access_limit,
                                     &page_words::access_limit_sources, &page_words::access_untested})));
}

Fragment static_copy_page(const Setting& setting) {
    namespace say = words::static_copy;
    const Language language = setting.language();
    Fragment needs = paragraph(say::needs_server(language));
    needs += paragraph(say::how(language));
    return group(heading(say::title(language), say::sentence(language)),
                 section("needs-server", say::needs_server_title(language), needs),
                 section("check", say::check_title(language), paragraph(say::check(language))));
}

// -- no page, no question --------------------------------------------------------------------------

namespace {

Fragment ways_on(const Setting& setting, const std::vector<Link>& nearest) {
    const Language language = setting.language();
    Fragment out;
    if (!nearest.empty()) out += section("nearest", page_words::perhaps(language), question_list(nearest));
    std::vector<Link> ways{{std::string(page_words::ask_member(language)), setting.links.members()},
                           {std::string(page_words::ask_in_force(language)), setting.links.papers()},
                           {std::string(page_words::ask_post(language)), setting.links.posts()},
                           {std::string(page_words::ask_differ(language)), setting.links.differences()},
                           {std::string(page_words::gaps_title(language)), setting.links.gaps()},
                           {std::string(page_words::sources_title(language)), setting.links.to({"sources"})}};
    out += section("ways", page_words::ways_on(language), question_list(ways));
    return out;
}

}  // namespace

Fragment not_found_page(const Setting& setting, std::string_view name, const std::vector<Link>& nearest) {
    const Language language = setting.language();
    Fragment out =
        heading(page_words::not_found_title(language),
                name.empty() ? std::string(page_words::not_found_nothing(language))
                             : fill_in(page_words::not_found_sentence(language), {{"name", name}}));
    if (setting.links.carry().known) {
        Links::Carry carry = setting.links.carry();
        carry.known.reset();
        out += notice(link(Links(language, std::move(carry)).start(), page_words::known_later(language)));
    }
    out += ways_on(setting, nearest);
    return out;
}

Fragment no_language_page(const Setting& setting, std::string_view name,
                          const std::vector<Frame::Translation>& offers) {
    const Language language = setting.language();
    const Fragment links = html::each(offers, [](const Frame::Translation& offer) {
        const std::string_view code = words::code(offer.language);
        return el<"li">(html::el<"a">(html::attr<"href">(offer.to), html::attr<"lang">(code),
                                      html::attr<"hreflang">(code), words::own_name(offer.language)));
    });
    return group(heading(page_words::not_found_title(language),
                         fill_in(page_words::not_found_sentence(language), {{"name", name}})),
                 section("languages", words::chrome::choose_language(language),
                         el<"ul">(html::attr<"class">("ask"), links)),
                 ways_on(setting, {}));
}

Fragment misasked_page(const Setting& setting, const questions::Misasked& misasked,
                       const std::vector<Link>& nearest) {
    const Language language = setting.language();
    using Why = questions::Misasked::Why;
    const words::Phrase& says = [&]() -> const words::Phrase& {
        switch (misasked.why) {
            case Why::unknown_question:
                return page_words::unknown_question;
            case Why::unknown_parameter:
                return page_words::unknown_parameter;
            case Why::missing_parameter:
                return page_words::missing_parameter;
            case Why::unknown_name:
                return page_words::unknown_name;
            case Why::unknown_dispute:
                return page_words::unknown_dispute;
            case Why::unknown_side:
                return page_words::unknown_side;
        }
        std::unreachable();
    }();
    std::string sentence =
        fill_in(says(language), {{"given", misasked.given}, {"expected", misasked.expected}});
    if (!misasked.nearest.empty())
        sentence += " " + fill_in(page_words::nearest_is(language), {{"nearest", misasked.nearest}});
    return group(heading(page_words::misasked_title(language), sentence), ways_on(setting, nearest));
}

}  // namespace pages
