// A session in short: at most ten plain sentences, each complete in itself and ready to be copied, with what
// it rests on; and the line by which the page they stand on can be cited.
//
// Made from answers alone, the most important first. A fact nobody told is left out; a gap is said only where
// a reader would expect the fact. What depends says on what, and which side is right is nowhere said. Names
// no organisation and no session.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/support.hpp"
#include "questions/question.hpp"
#include "words/names.hpp"

namespace words {

/// What was asked about one session. Only `session` is needed; what was not asked is not told.
struct SessionAnswers {
    const questions::Answer& session;                          // of the question `session`
    const questions::Answer* quorum = nullptr;                 // of `quorum`
    const std::vector<questions::Answer>* awaiting = nullptr;  // of `awaiting`, for each member absent
    const questions::Answer* agenda = nullptr;                 // of `agenda`
    const questions::Answer* counts = nullptr;                 // of `counts`
};

/// One sentence and what it rests on.
struct SaidInShort {
    std::string says;
    std::vector<std::string> sources;       // names of sources, or the article of a rule; may be empty
    std::optional<base::Support> rests_on;  // the weakest of them; empty for a gap

    friend bool operator==(const SaidInShort&, const SaidInShort&) = default;
};

inline constexpr std::size_t most_in_short = 10;

/// Never empty, and never more than `most_in_short`.
std::vector<SaidInShort> in_short(const SessionAnswers& told, const Names& names);

/// "The Gazette, 23 November 2023; reported": after the sentence, in brackets. Empty where nothing is named.
std::string rests_on_said(const SaidInShort& said, Language language);

/// By what a situation is cited.
struct Cited {
    std::string title;    // of the page
    std::string address;  // with day, known-by and the sides taken
    base::Day on;
    base::Day known;
    questions::Receipt receipt;
};
/// "Example League. Council session in Minsk. Situation on …, from everything known on …. depositary 0.1.0;
/// entries of the record: 935, SHA-256 e258f8fa151b. https://…": plain text in one line.
std::string citation(const Cited& cited, const Names& names);

}  // namespace words
