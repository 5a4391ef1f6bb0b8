#include "pages/act_page.hpp"

#include <string>
#include <vector>

#include "words/acts_said.hpp"
#include "words/log_words.hpp"
#include "words/office_words.hpp"
#include "words/page_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace say = words::office;
using html::el;
using html::group;
using html::link;

namespace {

Fragment act_link(const Setting& setting, const acts::Act& act) {
    return link(setting.links.act(act.id.text()), words::capitalised(words::describe(act, setting.names)));
}

Fragment lines(const std::vector<Fragment>& all) {
    Fragment out;
    for (const Fragment& one : all) out += group(out.empty() ? Fragment() : Fragment(el<"br">()), one);
    return out;
}

// Accounts of the same event that count: what stands where this one does not.
std::vector<Fragment> other_accounts(const Setting& setting, const record::View& view,
                                     record::EntryNumber number) {
    std::vector<Fragment> all;
    for (const record::EntryNumber other : view.record.accounts(view.act(number).event)) {
        if (other != number && view.sees(other)) all.push_back(act_link(setting, view.act(other)));
    }
    return all;
}

Fragment annulled(const Setting& setting, const record::View& view, record::EntryNumber number,
                  record::EntryNumber by) {
    const Language language = setting.language();
    const acts::Act& annulment = view.act(by);
    Fragment out = notice(el<"b">(
        words::fill_in(say::annulled(language), {{"day", words::day(language, view.record.known_on(by))}})));
    out += paragraph(act_link(setting, annulment));
    // Acts that the annulment cites besides the one it took away are what it put in its place.
    std::vector<Fragment> now = other_accounts(setting, view, number);
    for (const base::ActId cited : annulment.cites) {
        const auto at = view.record.find(cited);
        if (at && *at != number && view.sees(*at)) now.push_back(act_link(setting, view.act(*at)));
    }
    if (now.empty()) now = subjects_of(setting, view.act(number));
    if (!now.empty()) out += section("instead", say::instead(language), lines(now));
    return out;
}

Fragment in_the_log(const Setting& setting, const ActInLog& in_log) {
    const Language language = setting.language();
    Fragment out;
    if (!in_log.files.empty())
        out += section("files", words::log_words::files(language), files_table(setting, in_log.files));
    const std::string place = words::fill_in(words::log_words::place_of(language),
                                             {{"entry", std::to_string(in_log.proved.entry)},
                                              {"entries", words::entries_said(language, in_log.size)}});
    return group(out, section("check", words::log_words::place_in_log(language),
                              group(paragraph(proof_line(setting, in_log.proved)),
                                    paragraph(words::capitalised(place), Size::small))));
}

std::string title_of(Language language, record::EntryNumber number, const ActInLog* in_log) {
    if (!in_log) return words::fill_in(say::act_title(language), {{"number", std::to_string(number + 1)}});
    return words::fill_in(words::log_words::entry_of_log(language),
                          {{"entry", std::to_string(in_log->proved.entry)}});
}

}  // namespace

std::optional<record::EntryNumber> annulment_of(const record::View& view, record::EntryNumber number) {
    const record::EntryNumber by = view.record.annulled_by(number);
    if (by == record::never || !view.sees(by)) return std::nullopt;
    return by;
}

Fragment act_page(const Setting& setting, record::EntryNumber number, const ActInLog* in_log) {
    const Language language = setting.language();
    const record::View& view = setting.names.view();
    const acts::Act& act = view.act(number);
    Fragment out = heading(words::capitalised(words::describe(act, setting.names)),
                           say::act_sentence(language), title_of(language, number, in_log));
    if (const auto by = annulment_of(view, number)) out += annulled(setting, view, number, *by);

    std::vector<Fact> all{
        {std::string(say::act_date(language)), words::date(language, act.on)},
        {std::string(say::act_known(language)), words::day(language, view.record.known_on(number))}};
    if (act.place) all.push_back({std::string(say::act_place(language)), setting.names.place(act.place)});
    if (const auto about = subjects_of(setting, act); !about.empty())
        all.push_back({std::string(say::act_about(language)), lines(about)});
    std::vector<Fragment> sources;
    for (const acts::Cited& cited : act.sources) {
        const std::string name = setting.names.source(cited.source);
        const auto at = setting.sources.find(cited.source.text());
        sources.push_back(group(at == setting.sources.end() ? Fragment(name) : link(at->second, name), " ",
                                grade(language, grade_of(cited.as))));
    }
    if (!sources.empty()) all.push_back({std::string(say::act_sources(language)), lines(sources)});
    if (const auto accounts = other_accounts(setting, view, number); !accounts.empty())
        all.push_back({std::string(say::act_accounts(language)), lines(accounts)});
    all.push_back({std::string(say::act_kind(language)),
                   words::capitalised(words::act_kind(language, acts::kind_of(act.content)))});
    all.push_back({std::string(say::act_id(language)), el<"code">(act.id.text())});
    out += facts(all);
    if (in_log) out += in_the_log(setting, *in_log);
    return out;
}

}  // namespace pages
