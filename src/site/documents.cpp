#include "site/documents.hpp"

#include <algorithm>
#include <map>

#include "office/tables.hpp"
#include "pages/documents_page.hpp"
#include "questions/paper_filter.hpp"
#include "site/address.hpp"
#include "words/documents_words.hpp"
#include "words/list_words.hpp"
#include "words/vocabulary.hpp"

namespace site {
namespace {

namespace say = words::documents_words;
using Field = pages::DocumentsPage::Field;
using Conditions = std::map<std::string, std::string, std::less<>>;

std::size_t count_of(const questions::Answer& answer) {
    const auto* count = answer.conclusion.answer["count"].number();
    return count ? static_cast<std::size_t>(*count) : 0;
}

// The conditions that can be put; what is none of its words is in `refused`.
Conditions conditions(const Asking& asking, Conditions* refused = nullptr) {
    Conditions all;
    for (const questions::Parameter& parameter : questions::find("documents")->parameters) {
        const std::string given = asking.given(parameter.name);
        if (given.empty()) continue;
        if (auto value = questions::resolve(asking.view(), parameter.names, given)) {
            all.emplace(parameter.name, *std::move(value));
        } else if (refused) {
            refused->emplace(parameter.name, given);
        }
    }
    return all;
}

std::string name_of(const words::Names& names, std::string_view field, std::string_view value) {
    const words::Language language = names.language();
    if (field == "kind") return words::capitalised(words::say_named<acts::PaperKind>(language, value));
    if (field == "body") return words::capitalised(names.body(value));
    if (field == "outcome") return words::capitalised(words::became(language, value, words::Gender::neuter));
    if (field == "state") return names.member(value);
    return std::string(value);
}

// What may be chosen in a field: what some paper has, with how many have it.
std::vector<Field::Choice> choices(const Asking& asking, std::string_view field,
                                   const std::vector<questions::PaperTold>& papers) {
    std::map<std::string, std::size_t> counted;
    const auto value_of = [&](const questions::PaperTold& told) {
        if (field == "kind") return told.has_kind ? std::string(acts::name_of(told.kind)) : std::string();
        if (field == "body") return std::string(told.body.text());
        if (field == "outcome") return told.became;
        return told.on ? std::to_string(questions::told_from(*told.on).year()) : std::string();
    };
    if (field == "state") {
        for (const rulebook::Member& member : asking.rules().members) {
            const auto its = questions::papers_concerning(asking.view(), member.id, papers);
            const auto count =
                std::ranges::count_if(papers, [&](const auto& told) { return its.contains(told.paper); });
            if (count > 0) counted.emplace(member.id.text(), static_cast<std::size_t>(count));
        }
    } else if (field != "words") {
        for (const questions::PaperTold& told : papers) {
            if (const std::string value = value_of(told); !value.empty()) ++counted[value];
        }
    }
    std::vector<Field::Choice> all;
    for (const auto& [value, count] : counted)
        all.push_back({value, name_of(asking.names(), field, value), count});
    if (field == "year") {
        std::ranges::reverse(all);  // the latest first
    } else {
        std::ranges::sort(all, [&](const Field::Choice& a, const Field::Choice& b) {
            return words::alphabetically(asking.names().language(), a.name, b.name);
        });
    }
    return all;
}

std::string_view label(words::Language language, std::string_view field) {
    if (field == "kind") return say::kind(language);
    if (field == "body") return say::body(language);
    if (field == "year") return say::year(language);
    if (field == "outcome") return say::outcome(language);
    if (field == "state") return say::state(language);
    return say::title_words(language);
}

}  // namespace

Content documents(Asking& asking) {
    const words::Language language = asking.names().language();
    Conditions refused;
    const Conditions asked = conditions(asking, &refused);
    const questions::Answer& answer = asking.ask("documents", asked);
    const auto papers = questions::papers_told(asking.view());
    pages::DocumentsPage page{.fields = {}, .answer = answer, .all = papers.size()};
    for (const std::string_view name : fields_of({"documents"})) {
        Field field{.name = std::string(name), .label = std::string(label(language, name))};
        field.choices = choices(asking, name, papers);
        if (const auto found = asked.find(name); found != asked.end()) {
            field.given = found->second;
            Conditions others = asked;
            others.erase(std::string(name));
            if (count_of(answer) == 0)
                field.without = count_of(asking.ask_on(asking.view().on, "documents", others));
            // A choice that no paper has is still what was chosen.
            const bool listed =
                std::ranges::find(field.choices, field.given, &Field::Choice::value) != field.choices.end();
            if (!listed && name != "words")
                field.choices.push_back({field.given, name_of(asking.names(), name, field.given), 0});
        }
        if (const auto found = refused.find(name); found != refused.end()) field.refused = found->second;
        page.fields.push_back(std::move(field));
    }
    return {.title = std::string(words::list_words::papers_and_drafts(language)),
            .main = pages::documents_page(asking.setting(), page),
            .section = pages::Section::papers,
            .status = refused.empty() ? 200 : 400};
}

office::CsvTable documents_csv(Asking& asking) {
    return office::documents_table(asking.names(), asking.ask("documents", conditions(asking)));
}

}  // namespace site
