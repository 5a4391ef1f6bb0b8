// What things are called: states, bodies, posts, persons, papers, sessions, sources, disputes, by their
// ids, in one language and in the grammatical case a sentence asks for.
//
// Every name has two forms. The *label* (`member`, `body`, `paper` ...) stands by itself, in a table or
// as a link. The *phrase* (`the_member`, `the_body`, `the_paper` ...) goes into a sentence: it has the
// article in English and, in Russian, a noun that declines: "the Collective Security Council",
// «документа „Декларация“»; also where a body, post or instrument lacks the case in the rulebook. Names come
// from the rulebook and the record; nothing is invented, so an id nobody declared is said as the id itself.
//
// Knows names of the view's known entries only, so that an answer as known on a day uses that day's words.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "base/text.hpp"
#include "base/value.hpp"
#include "record/view.hpp"
#include "rulebook/source.hpp"
#include "words/agreement.hpp"
#include "words/dates.hpp"
#include "words/language.hpp"

namespace words {

/// An id by its letters, whichever way the caller holds it: an Id, or the text of a value.
struct IdText {
    std::string_view letters;

    template <class Kind> IdText(base::Id<Kind> id) : letters(id.text()) {}
    IdText(std::string_view text) : letters(text) {}
    IdText(const std::string& text) : letters(text) {}
    IdText(const char* text) : letters(text) {}
};

/// The names of sources: a package has them, a record does not.
using SourceNames = std::map<base::SourceId, base::Text>;
SourceNames names_of(std::span<const rulebook::Source> sources);

/// What kind of thing an id is the id of; of a thing that is several, the first of these.
enum class Kind {
    nothing,  // no id, or of nothing that the view knows
    member,
    body,
    post,
    instrument,
    person,
    dispute,
    organisation,
    region,
    session,
    paper,
    consultation,
    topic,
    source,
    act,
};

class Names {
public:
    /// `view` (and the rulebook and record it refers to) must outlive the names.
    Names(const record::View& view, Language language, SourceNames sources = {});
    /// Shares the names of sources; null: none.
    Names(const record::View& view, Language language, std::shared_ptr<const SourceNames> sources);

    /// Found once for each id, and kept.
    Kind kind_of(IdText id) const;

    Language language() const { return language_; }
    const record::View& view() const { return view_; }
    const rulebook::Rulebook& rules() const { return view_.rulebook; }

    // -- labels ----------------------------------------------------------------------------------

    /// "Armenia", «Армения».
    std::string member(IdText id, Case form = Case::nominative) const;
    /// "the Republic of Armenia", as the rulebook's list has it; the short name where it has none.
    std::string formal_member(IdText id, Case form = Case::nominative) const;
    std::string body(IdText id, Case form = Case::nominative) const;
    /// The abbreviation of a body or instrument; its name where it has none.
    std::string short_body(IdText id) const;
    std::string short_instrument(IdText id) const;
    std::string post(IdText id, Case form = Case::nominative) const;
    std::string person(IdText id, Case form = Case::nominative) const;
    std::string instrument(IdText id, Case form = Case::nominative) const;
    std::string place(IdText id, Case form = Case::nominative) const;
    /// The paper's title, as the first act that named it has it.
    std::string paper(IdText id) const;
    /// The session's title likewise.
    std::string session(IdText id) const;
    /// "Asia-Plus, 23 November 2023".
    std::string source(IdText id) const;
    /// "Rule 14 of the Rules of procedure"; of a difference between accounts (EVENT.field), the act and the
    /// point: "the chair of the Council passes to Belarus (time of the hand-over, 2022)".
    std::string dispute(IdText id) const;
    /// The name of a side; of a difference between accounts what that account says: a date as a date,
    /// "session-day" as "with the session day".
    std::string side(IdText dispute, IdText side) const;
    /// What the rulebook says a side holds, in a sentence; empty where it says nothing.
    std::string side_says(IdText dispute, IdText side) const;
    std::string topic(IdText id) const;
    /// Another organisation; its abbreviation where it has one for `short_`.
    std::string other_organisation(IdText id) const;
    std::string short_other_organisation(IdText id) const;
    std::string region(IdText id) const;
    /// What a consultation was about, as the request for it has it.
    std::string consultation(IdText id) const;
    /// The rule's article, and its sentence; empty where the rulebook has no rule of that name.
    std::string rule_article(IdText id) const;
    std::string rule_says(IdText id) const;
    std::string version(IdText id) const;
    /// Anything the record has acts about, or an act (described): whatever kind of thing has that id.
    std::string subject(IdText id) const;
    /// An act in a few words, without its day: "Armenia signed the Treaty".
    std::string act(IdText id) const;
    /// As what a paper stands: "decision of the organisation", or what the rulebook calls it else.
    std::string stands_as(std::string_view code) const;
    /// The same as a clause about the paper: "it stands as: decision of the organisation", «имеет силу
    /// решения Организации»; its participles agree with `paper`.
    std::string stands_as_clause(std::string_view code, Gender paper = Gender::masculine) const;
    /// The same beside what was said of the paper before, in English without "it stands as".
    std::string stands_as_beside(std::string_view code, Gender paper = Gender::masculine) const;
    /// The organisation's own name and abbreviation.
    std::string organisation(Case form = Case::nominative) const;
    std::string short_organisation() const;

    // -- phrases ---------------------------------------------------------------------------------

    std::string the_member(IdText id, Case form = Case::nominative) const;
    std::string the_body(IdText id, Case form = Case::nominative) const;
    std::string the_post(IdText id, Case form = Case::nominative) const;
    std::string the_instrument(IdText id, Case form = Case::nominative) const;
    /// “Declaration of the Council”, «документ „Декларация Совета“» (in Russian with its noun, declined).
    std::string the_paper(IdText id, Case form = Case::nominative) const;
    /// A paper or an instrument, whichever has that id.
    std::string the_paper_or_instrument(IdText id, Case form = Case::nominative) const;
    /// "the session of the Council in Minsk on 23 November 2023".
    std::string the_session(IdText id, Case form = Case::nominative) const;
    /// What kind of meeting it was: "extraordinary session", and "extraordinary meeting" of one whose title
    /// has that word; empty for an unknown kind.
    std::string session_kind(IdText id, std::string_view kind) const;
    /// "in Minsk", «в Минске», «во Владивостоке».
    std::string in_place(IdText id) const;

    // -- genders (Russian) -----------------------------------------------------------------------

    /// With what a verb or participle about it agrees, by its name: of a state, body, instrument or person.
    Gender gender_of_member(IdText id) const;
    Gender gender_of_body(IdText id) const;
    Gender gender_of_instrument(IdText id) const;
    Gender gender_of_person(IdText id) const;
    /// A word said of these states, in Russian given in the masculine: «отсутствовала», of several
    /// «отсутствовали». `members` is a list of ids; of the empty list the word as it is.
    std::string agreed(const Phrase& word, const base::Value& members) const;
    /// By the kind of the paper, as the first act that names one has it; of one without a kind «документ».
    Gender gender_of_paper(IdText id) const;

    // -- lists -----------------------------------------------------------------------------------

    /// In the alphabetical order of the language: "Armenia, Belarus and Kazakhstan". `ids` is a list of
    /// texts (or one text); anything else is left out. The empty list: "none".
    std::string members(const base::Value& ids, Case form = Case::nominative) const;
    std::string bodies(const base::Value& ids, Case form = Case::nominative) const;
    std::string other_organisations(const base::Value& ids) const;
    /// Sources in the order given, by comma; the empty list is the empty text.
    std::string sources(const base::Value& ids) const;
    /// "a, b and c", in the order given.
    std::string list(const std::vector<std::string>& items) const;
    /// The ids of a list of members, sorted by their names in this language.
    std::vector<std::string> sorted_members(const base::Value& ids) const;

    // -- texts -----------------------------------------------------------------------------------

    /// A text in this language, in the case asked for where the text has it ("ru.gen"), else the nominative.
    std::string text(const base::Text& text, Case form = Case::nominative) const;
    /// The same of a text held as a value {"en": .., "ru": ..}; a plain string is itself.
    std::string text(const base::Value& text) const;
    /// “quoted” or «quoted», the quotes inside turned into the inner kind, control characters and marks of
    /// direction into U+FFFD.
    std::string quoted(std::string_view text) const;

private:
    std::string dispute_of_accounts(std::string_view letters) const;
    const acts::Act* act_of(std::string_view id) const;
    Kind find_kind(base::ActId id) const;
    const base::Text* paper_title(base::PaperId id) const;
    const base::Text* session_title(base::SessionId id) const;
    const base::Text* consultation_title(base::ConsultationId id) const;
    bool names_source(base::SourceId id) const;

    const record::View& view_;
    Language language_;
    std::shared_ptr<const SourceNames> sources_;  // null: none
    mutable std::unordered_map<base::ActId, Kind> kinds_;
};

/// "Armenia" before "Belarus"; Ё after Е; case and accents count only between words otherwise equal.
bool alphabetically(Language language, std::string_view a, std::string_view b);

/// The first letter large, of Latin, Cyrillic and Greek words alike: for the start of a sentence.
std::string capitalised(std::string_view text);

/// A language by its name, after "in" in English: "English"; «на английском», and «язык: иврит» where the
/// name is no adjective.
std::string in_language(Language language, std::string_view name);

/// «о бюджете», «об Уставе», «обо всём»: the preposition that goes before a word.
std::string_view russian_about(std::string_view word);  // "о", "об"
std::string_view russian_in(std::string_view word);     // "в", "во"
std::string_view russian_with(std::string_view word);   // "с", "со"

}  // namespace words
