// What happened, or became known, between two days: a form that works without scripts, and the acts by day,
// each leading to itself and to what it is about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "pages/answer_parts.hpp"

namespace pages {

struct ChangesPage {
    enum class Of { events, knowledge };

    /// The form as it is shown: days in words, or as they were typed where they cannot be read.
    struct Form {
        std::string from;
        std::string to;
        Of of = Of::events;
        std::string from_error;  // a whole sentence; empty: nothing is wrong
        std::string to_error;
    } form;

    /// What is shown of the period; nothing where the form was sent back.
    struct Result {
        const questions::Answer& answer;  // to `changes`, from `from` to `shown_to`
        base::Day from;
        base::Day to;
        base::Day shown_to;  // the last day of which everything is shown; before `to`: there is more
        std::size_t all;     // acts of the whole period
    };
    std::optional<Result> result = {};
};

/// The address that asks for a period.
Url changes_between(const Links& links, base::Day from, base::Day to, ChangesPage::Of of);

Fragment changes_page(const Setting& setting, const ChangesPage& page);

}  // namespace pages
