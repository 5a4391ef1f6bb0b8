#include "pages/entry_page.hpp"

#include <algorithm>
#include <utility>

#include "base/base64.hpp"
#include "pages/log_page.hpp"
#include "words/acts_said.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace say = words::log_words;
using html::attr;
using html::each;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

Fragment hash_of(const merkle::Hash& hash) { return el<"code">(base::hex(merkle::bytes_of(hash))); }

// What stands in the place of the act: a link to its page, a sentence of the registry, or that it is
// withheld.
Fragment what(const Setting& setting, const EntryPage& page) {
    if (!page.act) return entry_said(setting, page);
    const acts::Act& act = setting.names.view().act(*page.act);
    return link(setting.links.act(act.id.text()), entry_said(setting, page));
}

Fragment situation(const Setting& setting, const EntryPage& page) {
    const Language language = setting.language();
    std::vector<Fact> all;
    if (page.entry.known_on)
        all.push_back({std::string(say::known_on(language)), words::day(language, *page.entry.known_on)});
    all.push_back(
        {std::string(say::place(language)),
         fill_in(say::place_of(language), {{"entry", std::to_string(page.proved.entry)},
                                           {"entries", words::entries_said(language, page.size)}})});
    all.push_back({std::string(say::proof(language)), words::proved_said(language, page.proved)});
    return facts(all);
}

Fragment seals_table(const Setting& setting, const EntryPage& page) {
    const Language language = setting.language();
    Table made{.caption = std::string(say::seals(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::key(language)), 40},
                           {std::string(say::holder(language)), 20},
                           {std::string(say::seal_count(language)), 10},
                           {std::string(say::seal_saw(language)), 0}},
               .groups = {{}}};
    for (const seals::Seal& seal : page.entry.seals) {
        const auto key = std::ranges::find(page.keys, seal.key, &seals::Key::key);
        const bool known = key != page.keys.end();
        const Fragment saw =
            seal.after.size == 0
                ? Fragment(say::saw_nothing(language))
                : Fragment(fill_in(say::saw_log(language),
                                   {{"entries", words::entries_said(language, seal.after.size)}}));
        made.groups.front().rows.push_back(
            {{row_head(group(known && !key->name.empty()
                                 ? link(setting.links.log_entry(key->accredited), key->name)
                                 : Fragment(),
                             el<"span">(attr<"class">("note"), el<"code">(seal.key)))),
              {known ? Fragment(words::key_holder(*key, setting.names)) : Fragment("—")},
              {std::to_string(seal.count)},
              {saw}}});
    }
    return section("seals", say::seals(language),
                   group(paragraph(say::seals_sentence(language), Size::small), table(made)));
}

Fragment path_list(const EntryPage& page) {
    return el<"ol">(attr<"class">("path"), attr<"start">(0),
                    each(page.path, [](const merkle::Hash& hash) { return el<"li">(hash_of(hash)); }));
}

Fragment how_to_check(const Setting& setting, const EntryPage& page) {
    const Language language = setting.language();
    std::vector<Link> ways;
    if (page.proof_file) ways.push_back({std::string(say::proof_file(language)), *page.proof_file});
    if (page.proof_text) ways.push_back({std::string(say::proof_text(language)), *page.proof_text});
    ways.push_back({std::string(say::check_file(language)), setting.links.check()});
    ways.push_back({std::string(say::whole_log(language)), setting.links.log()});
    Fragment out = group(paragraph(say::check_entry(language)), question_list(ways),
                         el<"p">(el<"code">("depositary verify PROOF --policy FILE")),
                         paragraph(say::check_again(language), Size::small));
    out += facts({{std::string(say::digest(language)), hash_of(page.digest)},
                  {std::string(say::leaf(language)), hash_of(page.leaf)},
                  {fill_in(say::path(language), {{"entries", words::entries_said(language, page.path_to)}}),
                   page.path.empty() ? Fragment(say::whole_tree(language)) : path_list(page)}});
    out += exact(say::exact_bytes(language), page.bytes);
    out += exact(say::checkpoint_of_entry(language), page.checkpoint);
    return section("check", say::check_section(language), out);
}

Fragment neighbours(const Setting& setting, const EntryPage& page) {
    const Language language = setting.language();
    const std::uint64_t entry = page.proved.entry;
    std::vector<Link> all;
    if (entry > 0)
        all.push_back({std::string(say::previous_entry(language)), setting.links.log_entry(entry - 1)});
    if (entry + 1 < page.size)
        all.push_back({std::string(say::next_entry(language)), setting.links.log_entry(entry + 1)});
    return el<"nav">(attr<"class">("neighbours"), attr<"aria-label">(say::neighbours(language)),
                     link_list(all));
}

}  // namespace

std::string entry_said(const Setting& setting, const EntryPage& page) {
    if (page.act)
        return words::capitalised(words::describe(setting.names.view().act(*page.act), setting.names));
    if (page.registry)
        return words::registry_act_said(*page.registry, setting.names, names_of_keys(page.keys));
    if (page.released_in)
        return fill_in(say::released_by(setting.language()), {{"entry", std::to_string(page.proved.entry)},
                                                              {"by", std::to_string(*page.released_in)}});
    if (page.entry.withheld)
        return words::withheld_said(page.proved.entry, *page.entry.withheld, setting.names);
    return std::string(say::not_in_view(setting.language()));
}

Fragment entry_page(const Setting& setting, const EntryPage& page) {
    const Language language = setting.language();
    const std::string number = std::to_string(page.proved.entry);
    Fragment out = group(
        breadcrumbs(language, {{std::string(say::title(language)), setting.links.log()},
                               {fill_in(say::entry_title(language), {{"entry", number}}), std::nullopt}}),
        heading(fill_in(say::entry_of_log(language), {{"entry", number}}), what(setting, page)));
    if (page.entry.withheld) {
        out += notice(say::withheld_entry(language));
        if (page.released_in) out += paragraph(entry_link(setting, *page.released_in));
    }
    out += situation(setting, page);
    if (!page.files.empty()) out += section("files", say::files(language), files_table(setting, page.files));
    out += seals_table(setting, page);
    out += how_to_check(setting, page);
    return group(out, neighbours(setting, page));
}

}  // namespace pages
