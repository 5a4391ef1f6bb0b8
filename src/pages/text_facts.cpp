#include "pages/text_facts.hpp"

#include "record/record.hpp"
#include "words/page_words.hpp"
#include "words/session_words.hpp"

namespace pages {

namespace say = words::session_words;
using html::group;
using words::fill_in;

namespace {

/// The acts by the view's day that say where the text can be read.
template <class Id> std::vector<const acts::Act*> published(const record::View& view, Id id) {
    std::vector<const acts::Act*> all;
    for (const record::EntryNumber number : view.record.about(id)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto* text = std::get_if<acts::TextPublished>(&act.content);
        if (text && act.on.earliest() <= view.on) all.push_back(&act);
    }
    return all;
}

std::string number_of(const Setting& setting, const std::vector<const acts::Act*>& texts) {
    for (const acts::Act* act : texts) {
        const base::Text& number = std::get<acts::TextPublished>(act->content).number;
        if (!number.empty()) return setting.names.text(number);
    }
    return {};
}

/// "In English (authentic: Russian): source, source."
Fragment one_text(const Setting& setting, const acts::Act& act) {
    const auto& text = std::get<acts::TextPublished>(act.content);
    const std::string language = setting.names.text(text.language);
    const std::string authentic = setting.names.text(text.authentic);
    std::string said = language.empty()
                           ? std::string(say::language_not_on_record(setting.language()))
                           : fill_in(say::text_language(setting.language()),
                                     {{"language", words::in_language(setting.language(), language)}});
    if (!authentic.empty())
        said += fill_in(say::authentic_language(setting.language()), {{"language", authentic}});
    std::vector<base::SourceId> sources;
    for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
    return group(said, ": ", source_links(sources_of(setting, sources)));
}

Fact text_fact(const Setting& setting, const std::vector<const acts::Act*>& texts) {
    const Language language = setting.language();
    Fragment where;
    for (const acts::Act* act : texts) where += group(where.empty() ? "" : "; ", one_text(setting, *act));
    if (texts.empty()) where = marked(Mark::not_on_record, say::text_place_not_on_record(language));
    return {std::string(say::its_text(language)), std::move(where), Fragment(say::no_text_held(language))};
}

}  // namespace

std::vector<Fact> text_facts(const Setting& setting, base::PaperId id) {
    const Language language = setting.language();
    const auto texts = published(setting.names.view(), id);
    const std::string number = number_of(setting, texts);
    return {
        {std::string(say::paper_number(language)),
         number.empty() ? marked(Mark::not_on_record, say::number_not_on_record(language)) : Fragment(number),
         {}},
        text_fact(setting, texts)};
}

std::vector<Fact> text_facts(const Setting& setting, base::InstrumentId id) {
    return {text_fact(setting, published(setting.names.view(), id))};
}

}  // namespace pages
