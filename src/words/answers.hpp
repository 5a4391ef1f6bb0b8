// Answers in words: one or two sentences, or all of it as plain text.
//
// Whatever the standing of an answer, its sides are said the same way and in the same order; which side
// is right is nowhere said.
#pragma once

#include <string>
#include <string_view>

#include "base/value.hpp"
#include "questions/question.hpp"
#include "words/language.hpp"
#include "words/names.hpp"

namespace words {

/// What is asked, in a sentence: "Which state, and which person, chairs a body?"
std::string asks(const questions::Question& question, Language language);

/// A day after everything known is spoken of in the future.
enum class Tense { past_or_present, future };
Tense tense_of(const questions::Answer& answer);

/// One answer as it stands on one side, of any question: "Armenia is bound by “Declaration”, since 23
/// November 2023". No large first letter and no full stop. `answer` is Conclusion::answer or that of a
/// side, not of candidates; `on` is the day asked about.
std::string clause(std::string_view question, const base::Value& answer, base::Day on, const Names& names,
                   Tense tense = Tense::past_or_present);

/// Of one of several candidates, under what it holds where that is not on record: "if in the limited format,
/// "; else nothing.
std::string alternative(const base::Value& candidate, const Names& names);

/// Beside an answer about a day after everything known (questions::beyond_knowledge).
inline constexpr Phrase beyond_knowledge{
    "This day lies after everything known here; the answer holds as long as nothing new happens.",
    "Этот день позже всего, что здесь известно; ответ верен, пока не произойдёт ничего нового."};

/// The answer in one or two plain sentences: what is settled, what is imprecise and between which days,
/// on what it depends and what each side (with its holders) makes of it (of more than two: how many there
/// are), or that it is not on record and what would settle it.
std::string headline(const questions::Answer& answer, const Names& names);

/// Who holds a side, and since when: "Belarus, 23 November 2023; Russia, June 2009". `held_by` is a list
/// of holders as law::to_value gives them.
std::string holders(const base::Value& held_by, const Names& names);

/// The sides taken, {dispute: side}, by their names: "“Silence suffices”", "23 June 2006".
std::string taking(const base::Value& taken, const Names& names);
/// Every taking of an element of `by_side`: those under "also" come to the same answer.
std::string takings(const base::Value& side, const Names& names);

/// On which interpretations or accounts an answer depends, as a sentence. `disputes` is not empty.
std::string on_what_it_depends(const std::vector<base::DisputeId>& disputes, const Names& names);
/// What one side of an answer comes to, as a sentence: settled, imprecise with its candidates, or not on
/// record.
std::string side_sentence(const questions::Answer& answer, const law::BySide& side, const Names& names);

/// The answer as plain text for a terminal, in lines of at most 100 columns: the headline, its standing
/// and what it rests on, the sides with their holders and sources, the lists. `why` adds the reasons as
/// an indented tree with their articles, grades and sources.
std::string as_text(const questions::Answer& answer, const Names& names, bool why);

}  // namespace words
