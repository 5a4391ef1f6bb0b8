// The fixed words: what every enumeration of acts, law and questions is called, in every language.
//
// Complete by construction: each table is an array with a Phrase for every value, and a Phrase has no
// empty one, so a value without words does not compile. What is a code rather than an enumeration
// (gaps, what would settle a question) is complete by a test that reads the codes from the source tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acts/act.hpp"
#include "base/support.hpp"
#include "law/deciding.hpp"
#include "law/inquiry.hpp"
#include "law/membership.hpp"
#include "law/session.hpp"
#include "words/agreement.hpp"
#include "words/dates.hpp"
#include "words/language.hpp"

namespace words {

// -- answers -------------------------------------------------------------------------------------

/// "settled", «установлено».
std::string_view say(Language language, law::Standing standing);
/// "official", «официально»: as a tag beside a statement.
std::string_view say(Language language, base::Support support);
/// What a grade means, in one sentence.
std::string_view explain(Language language, base::Support support);
/// What an answer rests on, after "Rests on": "official texts", «официальные тексты».
std::string_view rests_on(Language language, base::Support support);

// -- acts ----------------------------------------------------------------------------------------

/// A position as a short noun phrase: "abstains from joining", «не присоединяется».
std::string_view say(Language language, acts::Stance stance);
std::string_view say(Language language, acts::PaperKind kind);
std::string_view say(Language language, acts::SessionKind kind);
/// How a meeting was held, as an addition: "in person", «очно».
std::string_view say(Language language, acts::Mode mode);
std::string_view say(Language language, acts::Format format);
std::string_view say(Language language, acts::Step step);
std::string_view say(Language language, acts::HandOver hand_over);
std::string_view say(Language language, acts::Certainty certainty);
std::string_view say(Language language, acts::Outcome outcome);
std::string_view say(Language language, acts::Reply value);
std::string_view say(Language language, acts::Part value);
std::string_view say(Language language, acts::DraftAnswer value);
std::string_view say(Language language, acts::Relation value);
std::string_view say(Language language, acts::Items value);
std::string_view say(Language language, acts::Paid value);
std::string_view say(Language language, acts::Filling value);
std::string_view say(Language language, acts::CrisisMeasure value);
std::string_view say(Language language, acts::Status value);
std::string_view say(Language language, acts::ContactKind value);
std::string_view say(Language language, acts::Ruling ruling);
/// What a source counted: "approved and signed", of papers.
std::string_view say(Language language, acts::Counted counted);
/// The kind of an act as a noun phrase: "signature of an instrument"; empty for an unknown kind.
std::string_view act_kind(Language language, std::string_view kind);
/// The name of a field of an act: "takes_effect" is "when it takes effect"; the field itself where it
/// has no words.
std::string_view field(Language language, std::string_view field);

// -- law -----------------------------------------------------------------------------------------

std::string_view say(Language language, law::Attendance::Was was);
std::string_view say(Language language, law::Membership::Is status);
std::string_view say(Language language, law::Outcome outcome);

/// What kind of thing a rule of membership counts: "treaty" | "organisation".
std::string_view membership_of(Language language, std::string_view of);
/// How a paper stands by a code of the law; empty for what only a rulebook can name.
std::string_view stands_as(Language language, std::string_view code);
/// The same as a predicate of the paper in Russian, with a participle in the masculine: «имеет силу решения
/// Организации»; empty for what only a rulebook can name.
std::string_view stands_as_predicate(std::string_view code);
/// What became of a paper: "adopted", «принята», in Russian agreeing with `paper`; empty for an unknown code.
std::string became(Language language, std::string_view code, Gender paper);
/// How a claim of a report stands to the record; empty for an unknown code.
std::string_view claim_standing(Language language, std::string_view code);
/// What would settle a question that is not on record; empty for an unknown code.
std::string_view settled_by(Language language, std::string_view code);

/// By the names under which answers hold them: {"standing": "not_on_record"}; empty when there is none.
std::string_view standing_named(Language language, std::string_view name);
std::string_view support_named(Language language, std::string_view name);
std::string_view attendance_named(Language language, std::string_view name);
std::string_view status_named(Language language, std::string_view name);

/// The words for a value that an answer holds under its name ("abstains" of acts::Stance).
template <acts::Named E> std::string_view say_named(Language language, std::string_view name) {
    const auto value = acts::read_name<E>(name);
    return value ? say(language, *value) : std::string_view();
}

}  // namespace words
