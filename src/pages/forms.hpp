// Form controls after the patterns of the GOV.UK Design System: every control has a label, a hint says
// what is expected before one errs, an error stands at its control and in a summary above the form.
//
// Knows nothing of requests: the caller passes what was typed, and what is wrong with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/html.hpp"
#include "words/language.hpp"

namespace pages {

/// One line of text. `error` is a whole sentence; empty: nothing is wrong.
struct TextField {
    std::string name;  // in the query; also the id of the control
    std::string label;
    std::string hint = {};
    std::string value = {};  // as typed, when it could not be read
    std::string error = {};
    bool day = false;  // ten characters wide, digits offered on phones
};
html::Fragment text_field(words::Language language, const TextField& field);

/// A question with answers to choose one from.
struct Choice {
    std::string value;
    std::string label;
};
struct RadioField {
    std::string name;
    std::string legend;
    std::vector<Choice> choices;
    std::string chosen = {};  // the value of one of the choices
    std::string error = {};
};
html::Fragment radio_field(words::Language language, const RadioField& field);

/// A list to choose one answer from, where there are too many for a reader to see them all.
struct SelectField {
    std::string name;
    std::string label;
    std::vector<Choice> choices;
    std::string chosen = {};  // the value of one of the choices
    std::string error = {};
};
html::Fragment select_field(words::Language language, const SelectField& field);

/// A value sent along that the reader does not see.
html::Fragment hidden_field(std::string_view name, std::string_view value);
html::Fragment submit_button(std::string_view text);

struct FieldError {
    std::string field;  // its name
    std::string says;
};
/// The box above a form that lists what is wrong, each line leading to its control. Empty for no errors.
html::Fragment error_summary(words::Language language, const std::vector<FieldError>& errors);

}  // namespace pages
