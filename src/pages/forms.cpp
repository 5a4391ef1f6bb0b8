#include "pages/forms.hpp"

#include <cstddef>
#include <optional>

#include "words/chrome.hpp"

namespace pages {

namespace chrome = words::chrome;
using html::attr;
using html::classes;
using html::each;
using html::el;
using html::Fragment;
using html::Url;
using html::when;
using words::Language;

namespace {

std::string hint_id(std::string_view name) { return std::string(name) + "-hint"; }
std::string error_id(std::string_view name) { return std::string(name) + "-error"; }

/// The ids of what describes a control; nothing where nothing does.
std::optional<std::string> described_by(std::string_view name, bool hint, bool error) {
    return classes({hint ? hint_id(name) : std::string(), error ? error_id(name) : std::string()});
}

Fragment error_line(Language language, std::string_view name, std::string_view error) {
    if (error.empty()) return {};
    return el<"p">(attr<"class">("error"), attr<"id">(error_id(name)),
                   el<"span">(attr<"class">("vh"), chrome::error_prefix(language), " "), error);
}

}  // namespace

Fragment text_field(Language language, const TextField& field) {
    const bool wrong = !field.error.empty();
    return el<"div">(
        attr<"class">(wrong ? "field wrong" : "field"), el<"label">(attr<"for">(field.name), field.label),
        when(!field.hint.empty(),
             el<"p">(attr<"class">("hint"), attr<"id">(hint_id(field.name)), field.hint)),
        error_line(language, field.name, field.error),
        el<"input">(attr<"type">("text"), attr<"id">(field.name), attr<"name">(field.name),
                    attr<"value">(field.value), attr<"class">(classes({field.day ? "day" : ""})),
                    attr<"autocomplete">("off"), attr<"spellcheck">("false"),
                    attr<"aria-invalid">(wrong ? std::optional("true") : std::nullopt),
                    attr<"aria-describedby">(described_by(field.name, !field.hint.empty(), wrong))));
}

Fragment radio_field(Language language, const RadioField& field) {
    const bool wrong = !field.error.empty();
    Fragment choices;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const Choice& choice = field.choices[i];
        // The first answer bears the field's own name as its id, so that an error can lead to it.
        const std::string id = i == 0 ? field.name : field.name + "-" + std::to_string(i + 1);
        choices +=
            el<"div">(attr<"class">("radio"),
                      el<"input">(attr<"type">("radio"), attr<"id">(id), attr<"name">(field.name),
                                  attr<"value">(choice.value), attr<"checked">(choice.value == field.chosen)),
                      el<"label">(attr<"for">(id), choice.label));
    }
    return el<"fieldset">(attr<"class">(wrong ? "field wrong" : "field"),
                          attr<"aria-describedby">(described_by(field.name, false, wrong)),
                          el<"legend">(field.legend), error_line(language, field.name, field.error), choices);
}

Fragment select_field(Language language, const SelectField& field) {
    const bool wrong = !field.error.empty();
    Fragment options = each(field.choices, [&](const Choice& choice) {
        return el<"option">(attr<"value">(choice.value), attr<"selected">(choice.value == field.chosen),
                            choice.label);
    });
    return el<"div">(attr<"class">(wrong ? "field wrong" : "field"),
                     el<"label">(attr<"for">(field.name), field.label),
                     error_line(language, field.name, field.error),
                     el<"select">(attr<"id">(field.name), attr<"name">(field.name),
                                  attr<"aria-invalid">(wrong ? std::optional("true") : std::nullopt),
                                  attr<"aria-describedby">(described_by(field.name, false, wrong)), options));
}

Fragment hidden_field(std::string_view name, std::string_view value) {
    return el<"input">(attr<"type">("hidden"), attr<"name">(name), attr<"value">(value));
}

Fragment submit_button(std::string_view text) { return el<"button">(attr<"class">("btn"), text); }

Fragment error_summary(Language language, const std::vector<FieldError>& errors) {
    if (errors.empty()) return {};
    return el<"div">(attr<"class">("errors"), attr<"role">("alert"), attr<"aria-labelledby">("errors-title"),
                     el<"h2">(attr<"id">("errors-title"), chrome::error_title(language)),
                     el<"ul">(each(errors, [](const FieldError& error) {
                         return el<"li">(html::link(Url::place(error.field), error.says));
                     })));
}

}  // namespace pages
