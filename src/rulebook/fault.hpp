// What is wrong with a file: data, from which words/faults.hpp makes a sentence in each language.
//
// A reader gathers every fault it finds and goes on with the rest of the file, so that its author
// mends them all in one go.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/mark.hpp"

namespace rulebook {

/// The facts each code carries are named beside it. `nearest`, where given, is the valid word that
/// was probably meant; it is absent when nothing is near.
enum class FaultCode {
    // the file as YAML
    not_yaml,   // problem (libyaml's words), context, context_at ("3:5")
    too_large,  // limit (bytes)
    too_deep,   // limit (levels)
    empty_file,
    several_documents,
    alias,   // found
    anchor,  // found
    tag,     // found
    key_not_text,
    duplicate_key,    // found, first_line
    too_many_faults,  // limit
    // shapes and words
    wrong_shape,          // expected and found: text, list, mapping (expected may name two: text-or-list)
    no_value,             // key, where there is one
    unknown_key,          // found, expected (the valid keys), nearest
    unquoted_comma,       // found: an entry without a value, most likely the rest of a text
    missing_key,          // key
    missing_one_of,       // expected: the keys of which one is needed
    several_of,           // found: the keys of which only one may stand
    unknown_word,         // found, expected, nearest
    undeclared,           // kind, found, nearest: nothing of that kind is declared by this name
    not_a_name,           // found: letters that cannot be an id
    not_a_day,            // found
    not_a_ratio,          // found
    not_a_period,         // found, allowed: months | days
    not_a_number,         // found, smallest, largest
    not_yes_or_no,        // found
    not_a_language,       // found
    language_not_listed,  // found, expected, nearest
    missing_language,     // missing
    listed_twice,         // found, first_line
    too_few,              // smallest: how many items the list needs
    too_many,             // largest
    alias_taken,          // found, owner
    // the book as a whole
    order_incomplete,       // order, missing
    versions_out_of_order,  // version, previous
    until_before_since,     // since, until
    rules_overlap,          // rule, first_line
    rules_compete,          // rule, other, body
    missing_side,           // dispute, side
    use_cycle,              // path
    use_of_disputed,        // rule
    use_without_formula,    // rule
    formula_too_large,      // limit
    rotation_missing,       // body
    instrument_cycle,       // path
    table_out_of_order,     // found, previous
    // cases
    case_out_of_force,   // rule, day
    case_not_member,     // member
    case_placed_twice,   // member
    case_needs_side,     // dispute
    case_expects_other,  // found, expected: a quorum is not adopted, a decision is not a quorum
};

using Facts = std::map<std::string, std::string, std::less<>>;

struct Fault {
    std::string file;
    Mark mark;
    FaultCode code{};
    Facts facts;
};

/// "duplicate_key": as tests and JSON write it.
std::string_view name_of(FaultCode code);

/// The faults of one file, as they are found.
class Faults {
public:
    // A file with more faults than this is not a rulebook with slips but something else.
    static constexpr std::size_t most = 500;

    explicit Faults(std::string_view file) : file_(file) {}
    /// Facts with an empty text are left out.
    void add(Mark mark, FaultCode code, Facts facts = {});
    bool any() const { return !found_.empty(); }
    /// Further faults will not be kept: nobody need look for the nearest word.
    bool full() const { return found_.size() > most; }
    std::size_t size() const { return found_.size(); }
    /// All of them in the order of the file.
    std::vector<Fault> in_order() &&;

private:
    std::string file_;
    std::vector<Fault> found_;
};

}  // namespace rulebook
