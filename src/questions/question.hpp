// Questions and answers: the catalogue of what the record can be asked, and the shape of an answer.
//
// A question is a pure function from a view and parameters to an answer with reasons. Adding one is
// adding a row to the catalogue (catalogue.cpp) and a function; the terminal, the JSON and the pages
// follow from that.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/inquiry.hpp"

namespace questions {

/// What a parameter names. `subject` is anything the record has acts about.
enum class Names {
    member,
    body,
    post,
    session,
    paper,
    instrument,
    paper_or_instrument,
    subject,
    which_terms,
    person,
    consultation,
    source,
    topic,
    which_announced,
    paper_kind,
    day,
    which_changes,
    year,
    outcome,
    words,  // any text
    act,
};
std::string_view name_of(Names names);

struct Parameter {
    std::string_view name;
    Names names{};
    bool required = true;
    std::string_view unless_given;  // the value taken when it is left out; may be empty
};

struct Asked {
    std::string question;
    std::map<std::string, std::string, std::less<>> parameters;
};

/// The engine's name and version, as receipts give it.
inline constexpr std::string_view engine = "depositary 0.1.0";

/// The identity of what an answer was drawn from: with it the same bytes can be had again.
struct Receipt {
    std::string rulebook_sha256;
    std::size_t entries = 0;
    std::string record_sha256;  // of the known entries
    std::string engine;
    std::string supposed_sha256;  // empty: nothing supposed
};

struct Answer {
    std::string question;
    std::map<std::string, std::string, std::less<>> parameters;  // as resolved: ids, defaults filled in
    base::Day on;
    base::Day known;
    std::size_t known_entries = 0;
    bool reconstructed = false;  // asked as known before the package was compiled
    law::Conclusion conclusion;
    /// Of what is not on record: what stands nearest to it and what would settle it (questions/near.hpp).
    /// Null where it is on record, or a list that says it row by row.
    base::Value near;
    /// What stands beside the answer on every side alike: statements, precedents, lists.
    base::Object besides;
    law::Taking taken;
};

/// Does the day asked about lie after the day of knowledge? Then the answer holds as long as nothing new
/// happens. Not said where nothing was known at all.
bool beyond_knowledge(const Answer& answer);

/// Why a question cannot be put, with the nearest right word; a value, said in words/.
struct Misasked {
    enum class Why {
        unknown_question,
        unknown_parameter,
        missing_parameter,
        unknown_name,
        unknown_dispute,
        unknown_side,
    };
    Why why{};
    std::string given;
    std::string expected;  // what kind of thing: "a body"; or the parameter that is missing
    std::string nearest;   // empty when nothing is near
    /// The list that holds what there is, by its name ("bodies"), several with commas between
    /// ("papers, instruments"), or, where there are few, the words themselves; may be empty.
    std::string list;
    /// For a name that was not known yet, and is now: the day from which it is.
    std::optional<base::Day> known_from{};
};

struct Question {
    std::string_view name;
    std::string_view asks;  // in English, for help and OpenAPI; words/ says it in other languages
    std::vector<Parameter> parameters;
    /// Fills conclusion and besides; parameters are resolved.
    void (*answer)(const record::View&, Answer&);
};

/// Every question, by name in byte order.
const std::vector<Question>& catalogue();
const Question* find(std::string_view name);

/// The answer, or why the question cannot be put.
std::expected<Answer, Misasked> ask(const record::View& view, const Asked& asked);

/// Checks sides taken before they enter a view: unknown disputes and sides are misasked.
std::expected<law::Taking, Misasked> taking(const record::View& view,
                                            const std::map<std::string, std::string>& sides);

/// The id that a person's word stands for: the id itself, a name or an alias in any language.
std::expected<std::string, Misasked> resolve(const record::View& view, Names names, std::string_view word);
/// Every id of that kind that could be given, in byte order.
std::vector<std::string> names_of(const record::View& view, Names names);

/// Is this one of them?
bool is_name_of(const record::View& view, Names names, std::string_view id);

/// The answer as plain values, without sentences: what JSON, pages and tests share.
base::Object to_object(const Answer& answer, const Receipt& receipt);
/// The JSON Schema (2020-12) of a question's answer, as values.
base::Value schema_of(const Question& question);

}  // namespace questions
