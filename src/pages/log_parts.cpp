#include "pages/log_parts.hpp"

#include <utility>

#include "base/base64.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace say = words::log_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

Fragment proof_line(const Setting& setting, const words::Proved& proved) {
    return group(words::proved_said(setting.language(), proved), " ",
                 link(setting.links.log_entry(proved.entry), say::how_to_check(setting.language())));
}

Fragment no_log_line(const Setting& setting) {
    return group(say::no_log(setting.language()), " ",
                 link(setting.links.how_to_check(), say::how_to_check(setting.language())));
}

Fragment proof_paragraph(const Fragment& line) { return el<"p">(attr<"class">("note proof"), line); }

namespace {

Fragment name_of(const Setting& setting, const FileTold& file) {
    const Language language = setting.language();
    if (file.at) return link(*file.at, file.note.name);
    const std::string why = file.note.personal  ? std::string(say::personal(language))
                            : file.note.release ? fill_in(say::not_public_until(language),
                                                          {{"day", words::day(language, *file.note.release)}})
                                                : std::string(say::not_public(language));
    return group(file.note.name, " ", el<"span">(attr<"class">("note"), why));
}

Fragment kind_of(Language language, const seals::FileNote& note) {
    Fragment out(words::say(language, note.kind));
    if (note.authentic) out += group(", ", el<"b">(say::authentic(language)));
    return out;
}

}  // namespace

Fragment files_table(const Setting& setting, const std::vector<FileTold>& files) {
    if (files.empty()) return {};
    const Language language = setting.language();
    Table made{.caption = std::string(say::files_of(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::file(language)), 25},
                           {std::string(say::what_column(language)), 20},
                           {std::string(say::file_language(language)), 10},
                           {std::string(say::file_size(language)), 15},
                           {std::string(say::file_hash(language)), 0}},
               .groups = {{}}};
    for (const FileTold& file : files) {
        const auto& hash = file.note.sha256;
        made.groups.front().rows.push_back(
            {{row_head(name_of(setting, file)),
              {kind_of(language, file.note)},
              {file.note.language.empty() ? Fragment("—")
                                          : Fragment(words::file_language(file.note.language))},
              {group(words::bytes_said(language, file.note.size),
                     el<"span">(attr<"class">("note"), file.note.type))},
              {hash ? Fragment(el<"code">(base::hex(merkle::bytes_of(*hash)))) : Fragment("—")}}});
    }
    return table(made);
}

Fragment entry_link(const Setting& setting, std::uint64_t entry) {
    return link(setting.links.log_entry(entry),
                fill_in(say::entry_title(setting.language()), {{"entry", std::to_string(entry)}}));
}

Fragment exact(std::string_view summary, std::string_view text, Fold fold) {
    return el<"details">(attr<"class">("whole"), attr<"open">(fold == Fold::open), el<"summary">(summary),
                         el<"pre">(attr<"class">("exact"), attr<"tabindex">(0), text));
}

}  // namespace pages
