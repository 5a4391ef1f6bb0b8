// The lists an answer is made of, as tables: what each column is called and what stands in it. The terminal
// and the pages show the same; which columns a list has is data, by question and list (listings.cpp).
#pragma once

#include <string>
#include <vector>

#include "base/value.hpp"
#include "questions/question.hpp"
#include "words/names.hpp"

namespace words {

struct ListingCell {
    std::string text;
    std::string subject;  // the id of what the cell names, for a link; may be empty
};
struct Listing {
    std::string title;
    std::string none;  // said where there are no rows
    std::vector<std::string> headings;
    struct Row {
        std::vector<ListingCell> cells;
        const base::Value* of = nullptr;  // the row of the answer: its act, sources and support
    };
    std::vector<Row> rows;
};

/// The lists of an answer in their order; none where the question shows itself in another way. `answer` must
/// outlive them.
std::vector<Listing> listings_of(std::string_view question, const base::Value& answer, const Names& names);

/// Does the question's answer consist of such lists?
bool has_listings(std::string_view question);

/// One such answer in a clause: "priorities on record: 14; supported by nothing: 4". Empty where the question
/// has no such clause.
std::string listing_clause(std::string_view question, const base::Value& answer, const Names& names);

}  // namespace words
