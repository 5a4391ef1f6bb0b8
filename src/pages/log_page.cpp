#include "pages/log_page.hpp"

#include <utility>

#include "words/chrome.hpp"
#include "words/figures.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace say = words::log_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

std::string in_entry(Language language, std::uint64_t entry) {
    return fill_in(say::in_entry(language), {{"entry", std::to_string(entry)}});
}

std::string lead(Language language, const LogPage& page) {
    const std::string entries = words::entries_said(language, page.size);
    if (page.witnessed == 0) return fill_in(say::sentence_logged(language), {{"entries", entries}});
    return fill_in(say::sentence_witnessed(language),
                   {{"entries", entries},
                    {"witnessed", words::grouped(language, static_cast<std::int64_t>(page.witnessed))},
                    {"copies", words::by_copies(language, page.copies)}});
}

Fragment situation(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    const auto fact = [&](const words::Phrase& term, Fragment value) {
        return Fact{std::string(term(language)), std::move(value)};
    };
    std::vector<Fact> all{
        fact(say::origin, el<"code">(page.origin)),
        fact(say::newest,
             fill_in(say::newest_of(language), {{"entries", words::entries_said(language, page.size)}}))};
    if (page.witnessed > 0 && page.confirmed_on) {
        all.push_back(fact(
            say::confirmed,
            fill_in(say::confirmed_of(language), {{"entries", words::entries_said(language, page.witnessed)},
                                                  {"copies", words::by_copies(language, page.copies)},
                                                  {"day", words::day(language, *page.confirmed_on)}})));
    } else {
        all.push_back(fact(say::confirmed, page.witnessed > 0
                                               ? Fragment(words::entries_said(language, page.witnessed))
                                               : marked(Mark::not_on_record, say::none_confirmed(language))));
    }
    all.push_back(fact(say::writing, !page.closed.empty() ? Fragment(page.closed)
                                     : page.writes        ? Fragment(say::writes(language))
                                                          : Fragment(say::reads_only(language))));
    all.push_back(fact(say::log_key, el<"code">(page.key)));
    return facts(all);
}

Fragment how_to_check(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    Fragment out = group(paragraph(say::check_log(language)),
                         el<"p">(el<"code">("depositary verify ADDRESS --policy FILE")),
                         paragraph(link(setting.links.check(), say::check_file(language))));
    if (!page.confirmed.empty()) out += exact(say::exact_confirmed(language), page.confirmed);
    if (page.newest != page.confirmed) out += exact(say::exact_newest(language), page.newest);
    out += exact(say::exact_policy(language), page.policy);
    return section("check", say::check_section(language), out);
}

Fragment witnesses(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    if (page.witnesses.empty())
        return section("witnesses", say::witnesses(language), paragraph(say::no_witnesses(language)));
    Table made{.caption = std::string(say::witnesses(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::witness(language)), 30},
                           {std::string(say::witness_confirmed(language)), 25},
                           {std::string(say::witness_when(language)), 0}},
               .groups = {{}}};
    for (const LogPage::Witness& one : page.witnesses) {
        Fragment confirmed = marked(Mark::awaiting, say::nothing_yet(language));
        if (one.size > 0) {
            confirmed =
                marked(Mark::settled, one.size == 1
                                          ? std::string(say::first_entry(language))
                                          : fill_in(say::first_entries(language),
                                                    {{"entries", words::entries_said(language, one.size)}}));
        }
        made.groups.front().rows.push_back(
            {{row_head(group(one.name, el<"span">(attr<"class">("note"), el<"code">(one.key)))),
              {std::move(confirmed)},
              {one.time == 0 ? Fragment("—") : Fragment(words::moment_said(language, one.time))}}});
    }
    return section("witnesses", say::witnesses(language), table(made));
}

Fragment keys_table(const Setting& setting, const std::vector<seals::Key>& keys) {
    const Language language = setting.language();
    Table made{.caption = std::string(say::all_keys(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::key_name(language)), 30},
                           {std::string(say::holder(language)), 15},
                           {std::string(say::use(language)), 20},
                           {std::string(say::accredited(language)), 10},
                           {std::string(say::ended(language)), 0}},
               .groups = {{}}};
    for (const seals::Key& key : keys) {
        Fragment ended(say::holds(language));
        if (key.ended) {
            ended = link(
                setting.links.log_entry(*key.ended),
                fill_in(say::ended_why(language), {{"entry", std::to_string(*key.ended)},
                                                   {"why", words::why_key_ended(language, key.why_ended)}}));
        }
        if (key.contested_since) {
            ended += el<"span">(
                attr<"class">("note"),
                fill_in(say::contested(language), {{"entry", std::to_string(*key.contested_since)}}));
        }
        made.groups.front().rows.push_back(
            {{row_head(group(key.name, el<"span">(attr<"class">("note"), el<"code">(key.key)))),
              {Fragment(words::key_holder(key, setting.names))},
              {Fragment(words::say(language, key.use))},
              {link(setting.links.log_entry(key.accredited), in_entry(language, key.accredited))},
              {std::move(ended)}}});
    }
    return table(made);
}

Fragment registry_acts(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    if (page.acts.empty()) return {};
    Table made{.caption = std::string(say::registry_acts(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::entry_column(language)), 15},
                           {std::string(say::what_column(language)), 65},
                           {std::string(say::day_column(language)), 0}},
               .groups = {{}}};
    const words::KeyName key_name = names_of_keys(page.keys);
    for (const auto& [entry, act] : page.acts) {
        made.groups.front().rows.push_back(
            {{row_head(entry_link(setting, entry)),
              {Fragment(words::registry_act_said(act, setting.names, key_name))},
              {Fragment(words::day(language, act.on))}}});
    }
    return section("acts", say::registry_acts(language),
                   group(paragraph(say::registry_acts_sentence(language), Size::small), table(made)));
}

Fragment not_public(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    Fragment rows;
    const auto row = [&](std::uint64_t entry, std::string sentence) {
        rows += el<"li">(sentence, " ", link(setting.links.log_entry(entry), say::how_to_check(language)));
    };
    for (const auto& [entry, withheld] : page.withheld)
        row(entry, words::withheld_said(entry, withheld, setting.names));
    for (const auto& [entry, by] : page.released)
        row(entry, fill_in(say::released_by(language),
                           {{"entry", std::to_string(entry)}, {"by", std::to_string(by)}}));
    return section("withheld", say::withheld(language),
                   rows.empty() ? paragraph(say::nothing_withheld(language))
                                : Fragment(el<"ul">(attr<"class">("was"), rows)));
}

}  // namespace

words::KeyName names_of_keys(const std::vector<seals::Key>& keys) {
    std::map<std::string, std::string, std::less<>> names;
    for (const seals::Key& key : keys) names.emplace(key.key, key.name);
    return [names = std::move(names)](std::string_view key) {
        const auto found = names.find(key);
        return found == names.end() || found->second.empty() ? std::string(key) : found->second;
    };
}

Fragment log_page(const Setting& setting, const LogPage& page) {
    const Language language = setting.language();
    return group(
        heading(say::title(language), lead(language, page)), paragraph(say::what_it_is(language)),
        situation(setting, page), how_to_check(setting, page), witnesses(setting, page),
        section("keys", link(setting.links.log_keys(), say::keys(language)),
                group(paragraph(say::keys_sentence(language), Size::small), keys_table(setting, page.keys))),
        registry_acts(setting, page), not_public(setting, page));
}

Fragment keys_page(const Setting& setting, const std::vector<seals::Key>& keys) {
    const Language language = setting.language();
    return group(breadcrumbs(language, {{std::string(say::title(language)), setting.links.log()},
                                        {std::string(say::keys(language)), std::nullopt}}),
                 heading(say::all_keys(language), say::keys_sentence(language)), keys_table(setting, keys));
}

Fragment log_checks(const Setting& setting) {
    const Language language = setting.language();
    return section("log", say::check_against_log(language),
                   group(paragraph(say::what_it_is(language)),
                         question_list({{std::string(say::whole_log(language)), setting.links.log()},
                                        {std::string(say::check_file(language)), setting.links.check()}})));
}

Fragment no_log_page(const Setting& setting) {
    const Language language = setting.language();
    return group(heading(say::title(language), say::sentence_none(language)),
                 paragraph(link(setting.links.how_to_check(), words::page_words::check_title(language))),
                 paragraph(link(setting.links.check(), say::check_file(language))));
}

}  // namespace pages
