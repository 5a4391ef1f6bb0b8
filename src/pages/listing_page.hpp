// An answer that is made of lists, as tables: papers, plans, priorities, consultations, shares, relations,
// statements, a person, a source. Which columns a list has is said in words/listings.hpp.
#pragma once

#include <span>

#include "pages/answer_parts.hpp"

namespace pages {

/// Whether a list that is alone bears its title: on a page of its own the page's title is its name.
enum class ListTitles { of_several, always };
/// The lists of an answer, each under its heading, every row with what it rests on.
Fragment listing_tables(const Setting& setting, const questions::Answer& answer,
                        ListTitles titles = ListTitles::of_several);

/// One answer under `title`: its sentence, its lists, how it stands and its reasons.
Fragment listing_page(const Setting& setting, std::string_view title, const questions::Answer& answer);

/// Several answers to one question under each other, each under its own sentence: consultations side by side.
Fragment listings_page(const Setting& setting, std::string_view title,
                       std::span<const questions::Answer> answers);

}  // namespace pages
