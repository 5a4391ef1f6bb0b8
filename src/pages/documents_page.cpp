#include "pages/documents_page.hpp"

#include <algorithm>

#include "pages/forms.hpp"
#include "pages/listing_page.hpp"
#include "words/documents_words.hpp"
#include "words/list_words.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace say = words::documents_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

using Field = DocumentsPage::Field;

std::string counted(Language language, std::size_t number) {
    return words::count(language, static_cast<std::int64_t>(number), words::nouns::paper);
}

/// "Year: 2023", as the reader chose it.
std::string condition(Language language, const Field& field) {
    std::string value = field.given;
    for (const Field::Choice& choice : field.choices) {
        if (choice.value == field.given) value = choice.name;
    }
    return fill_in(say::condition(language), {{"field", field.label}, {"value", value}});
}

Fragment control(Language language, const Field& field) {
    const std::string error = field.refused.empty()
                                  ? std::string()
                                  : fill_in(say::unreadable(language), {{"typed", field.refused}});
    if (field.choices.empty() && field.name == "words") {
        return text_field(language, {.name = field.name,
                                     .label = field.label,
                                     .hint = std::string(say::title_words_hint(language)),
                                     .value = field.given});
    }
    SelectField select{.name = field.name, .label = field.label, .choices = {}, .error = error};
    select.choices.push_back({"", std::string(say::any(language))});
    for (const Field::Choice& choice : field.choices) {
        select.choices.push_back(
            {choice.value, fill_in(say::option(language),
                                   {{"name", choice.name}, {"count", std::to_string(choice.count)}})});
    }
    select.chosen = field.given;
    return select_field(language, select);
}

/// The page with these conditions, in the order of its canonical address.
Url address_with(const Links& links, const std::vector<Field>& fields, const Field* left_out) {
    Url out = Links(links.language(), {}).documents();
    for (const Field& field : fields) {
        if (&field != left_out && !field.given.empty()) out = out.with(field.name, field.given);
    }
    return links.carrying(std::move(out));
}

Fragment form_of(const Setting& setting, const DocumentsPage& page) {
    const Language language = setting.language();
    const Links::Carry& carry = setting.links.carry();
    Fragment fields, kept;
    std::vector<FieldError> errors;
    for (const Field& field : page.fields) {
        fields += control(language, field);
        if (!field.refused.empty())
            errors.push_back({field.name, fill_in(say::unreadable(language), {{"typed", field.refused}})});
    }
    if (carry.on) kept += hidden_field("on", carry.on->text());
    if (carry.known) kept += hidden_field("known", carry.known->text());
    for (const auto& [dispute, side] : carry.taken)
        kept += hidden_field("take", std::string(dispute.text()) + "=" + std::string(side.text()));
    const bool asked = std::ranges::any_of(page.fields, [](const Field& one) { return !one.given.empty(); });
    return group(
        error_summary(language, errors),
        el<"form">(attr<"class">("display"), attr<"method">("get"),
                   attr<"action">(Links(language, {}).documents()),
                   attr<"aria-label">(say::form_title(language)), el<"div">(attr<"class">("fields"), fields),
                   kept, el<"p">(attr<"class">("hint"), say::state_note(language)),
                   el<"p">(attr<"class">("send"), submit_button(say::show(language)),
                           asked ? link(setting.links.documents(), say::clear(language)) : Fragment())));
}

/// What would find more: each condition that stands in the way, left out.
Fragment widen(const Setting& setting, const DocumentsPage& page) {
    const Language language = setting.language();
    std::vector<Link> all;
    for (const Field& field : page.fields) {
        if (field.given.empty() || field.without == 0) continue;
        all.push_back({fill_in(say::without(language), {{"condition", condition(language, field)},
                                                        {"count", counted(language, field.without)}}),
                       address_with(setting.links, page.fields, &field)});
    }
    all.push_back({std::string(say::clear(language)), setting.links.documents()});
    return group(paragraph(say::none(language)), question_list(all));
}

}  // namespace

Fragment documents_page(const Setting& setting, const DocumentsPage& page) {
    const Language language = setting.language();
    const auto* counted_rows = page.answer.conclusion.answer["count"].number();
    const std::size_t shown = counted_rows ? static_cast<std::size_t>(*counted_rows) : 0;
    const std::string sentence =
        shown == page.all ? fill_in(say::all_of_them(language), {{"count", counted(language, page.all)}})
                          : fill_in(say::some_of_them(language),
                                    {{"shown", std::to_string(shown)}, {"all", counted(language, page.all)}});
    Fragment out = heading(words::list_words::papers_and_drafts(language), words::capitalised(sentence));
    out += form_of(setting, page);
    out += shown == 0 && page.all > 0 ? widen(setting, page) : listing_tables(setting, page.answer);
    return out;
}

}  // namespace pages
