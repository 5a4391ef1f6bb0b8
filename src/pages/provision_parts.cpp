#include "pages/provision_parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "law/values.hpp"
#include "words/rulebook_words.hpp"

namespace pages {

namespace say = words::rulebook_words;
using html::group;
using html::link;
using rulebook::Subject;

namespace {

/// The first of these subjects that the provision is on; nothing when it is on none.
std::optional<Subject> first_of(const rulebook::Provision& rule, std::span<const Subject> subjects) {
    const auto found = std::ranges::find_first_of(subjects, rule.subjects);
    return found == subjects.end() ? std::nullopt : std::optional(*found);
}

Fragment told(const Setting& setting, const rulebook::Provision& rule) {
    const Language language = setting.language();
    const std::string called =
        rule.called.empty() ? std::string(say::called_provision(language)) : setting.names.text(rule.called);
    return group(link(setting.links.rule(rule.id.text()), words::capitalised(called)), ". ",
                 setting.names.text(rule.says));
}

Fragment rests_on_text(const Setting& setting, const rulebook::Provision& rule) {
    const Language language = setting.language();
    return group(setting.names.text(rule.article), ". ",
                 rule.read ? marked(Mark::settled, say::text_was_read(language))
                           : marked(Mark::not_on_record, say::text_was_not_read(language)));
}

}  // namespace

Fragment provisions_on(const Setting& setting, std::span<const Subject> subjects, std::string_view id,
                       const words::Phrase& title) {
    const Language language = setting.language();
    const rulebook::Rulebook& rules = setting.names.rules();
    std::vector<Fact> all;
    for (const Subject subject : subjects) {
        for (const rulebook::Provision& rule : rules.provisions) {
            if (first_of(rule, subjects) == subject && rules.applies(rule, setting.names.view().on))
                all.push_back({std::string(say::subject_of(subject)(language)), told(setting, rule),
                               rests_on_text(setting, rule)});
        }
    }
    if (all.empty()) return {};
    return section(id, title(language),
                   group(paragraph(say::provisions_here_note(language), Size::small), facts(all)));
}

Fragment membership_provisions(const Setting& setting) {
    constexpr std::array subjects{Subject::admission, Subject::withdrawal, Subject::suspension,
                                  Subject::expulsion, Subject::termination};
    return provisions_on(setting, subjects, "provisions", say::membership_provisions);
}

Fragment status_provisions(const Setting& setting) {
    constexpr std::array subjects{Subject::observers, Subject::partners};
    return provisions_on(setting, subjects, "provisions", say::status_provisions);
}

std::vector<Claim> said_on(const Setting& setting, base::RuleId rule) {
    const record::View& view = setting.names.view();
    std::vector<record::EntryNumber> found;
    for (const rulebook::Topic& topic : setting.names.rules().topics) {
        if (std::ranges::find(topic.rules, rule) == topic.rules.end()) continue;
        for (const record::EntryNumber number : view.record.about(topic.id)) {
            const acts::Act& act = view.act(number);
            const auto* stated = std::get_if<acts::Stated>(&act.content);
            if (view.sees(number) && stated && stated->topic == topic.id && act.on.earliest() <= view.on)
                found.push_back(number);
        }
    }
    std::ranges::sort(found, {}, [&](record::EntryNumber number) {
        return std::pair(view.act(number).on.latest(), number);
    });
    base::List rows;
    for (const record::EntryNumber number : found) {
        const acts::Act& act = view.act(number);
        const auto& stated = std::get<acts::Stated>(act.content);
        base::Object row{{"on", act.on}, {"says", law::to_value(stated.says)}};
        if (stated.member) row.emplace("member", stated.member);
        if (stated.body) row.emplace("body", stated.body);
        if (stated.person) row.emplace("person", stated.person);
        if (!stated.quote.empty()) row.emplace("quote", law::to_value(stated.quote));
        base::List sources;
        for (const acts::Cited& cited : act.sources) sources.push_back(cited.source);
        row.emplace("sources", std::move(sources));
        row.emplace("rests_on", base::support_name(acts::support_of(act)));
        rows.emplace_back(std::move(row));
    }
    return claims_of(setting, base::Value(std::move(rows)));
}

}  // namespace pages
