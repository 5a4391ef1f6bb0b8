// Papers and drafts, chosen by kind, body, year, outcome, state and words of the title: a form that works
// without scripts, and what answers it.
#pragma once

#include <string>
#include <vector>

#include "pages/answer_parts.hpp"

namespace pages {

struct DocumentsPage {
    /// One condition of the form: a list to choose from, or, without choices, a line of text.
    struct Field {
        std::string name;  // in the query
        std::string label;
        struct Choice {
            std::string value;
            std::string name;
            std::size_t count = 0;  // papers that answer it alone
        };
        std::vector<Choice> choices = {};
        std::string given = {};    // the value that is asked for; empty: any
        std::string refused = {};  // what was given and is none of the choices
        /// How many papers the other conditions have without this one; told where nothing answers all.
        std::size_t without = 0;
    };
    std::vector<Field> fields;
    const questions::Answer& answer;  // to `documents`, with the conditions
    std::size_t all = 0;              // papers on record without any
};

Fragment documents_page(const Setting& setting, const DocumentsPage& page);

}  // namespace pages
