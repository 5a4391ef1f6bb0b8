// The lists an answer is made of, as tables: what each column is called and what stands in it. The terminal
// and the pages show the same; which columns a list has is data, by question and list (listings.cpp).
//
// What is not on record is said where it is missing, with the nearest facts on record and what would settle
// it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "questions/question.hpp"
#include "words/names.hpp"

namespace words {

struct ListingPart {
    std::string text;
    std::string subject = {};  // the id of what is named, for a link; may be empty
};
/// One line: its parts follow each other without anything between.
using ListingLine = std::vector<ListingPart>;
std::string text_of(const ListingLine& line);

struct ListingCell {
    std::string text;
    std::string subject = {};              // the id of what the cell names, for a link; may be empty
    bool missing = false;                  // the text says that it is not on record
    std::vector<ListingPart> things = {};  // several things, one under another: the acts that tell of a claim
    std::vector<ListingLine> notes = {};   // smaller, beneath
};
struct Listing {
    std::string title;
    std::string none;                 // said where there are no rows
    ListingLine near = {};            // what stands nearest to a list that has no rows; may be empty
    std::vector<std::string> before;  // what holds of every row, over the table
    std::vector<std::string> after;   // beneath it
    std::vector<std::string> headings;
    struct Row {
        std::string group = {};  // rows of one group follow each other; empty: of none
        std::vector<ListingCell> cells;
        const base::Value* of = nullptr;  // the row of the answer: its act, sources and support
    };
    std::vector<Row> rows;
};

/// The lists of an answer in their order; none where the question shows itself in another way. `answer` must
/// outlive them.
std::vector<Listing> listings_of(std::string_view question, const base::Value& answer, const Names& names);

/// Those of the lists that have no rows, in one line that names them: "Not on record: observers at the
/// Organisation; partners of the Organisation." Empty where every list has rows.
ListingLine without_rows(std::span<const Listing> listings, Language language);

/// Does the question's answer consist of such lists?
bool has_listings(std::string_view question);

/// One such answer in a clause: "priorities on record: 14; supported by nothing: 4". Empty where the question
/// has no such clause.
std::string listing_clause(std::string_view question, const base::Value& answer, const Names& names);

}  // namespace words
