// Acts as JSON and back, by the descriptions that the kinds give of themselves (acts/kinds.hpp).
//
//   {"body":{"about":{ROLE:ID,…},"cites":[ID,…],"content":{FACT:…,…},"id":ID,"kind":KIND,"on":DATE,
//            "place":ID?,"sources":[{"as":"official","id":ID},…]},
//    "known_on":"YYYY-MM-DD","seals":[…],"v":1}
//
//   text         {"en":"…","ru":"…"}              count      15, {"about":20}, {"at_least":14},
//   {"more_than":20} date         as base/date.hpp reads it        several    a list of ids, never empty
//   enumeration  one of its names
//
// What is absent is left out: never null, never an empty text or list. So one act has one JSON.
// Whether the names are declared anywhere is for form/.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "acts/act.hpp"
#include "base/value.hpp"

namespace encoding {

/// Why a line is no act. The facts each code carries are named beside it; `nearest`, where given, is
/// the valid word that was probably meant.
enum class ActCode {
    wrong_shape,   // expected, found: text, list, object, number, yes-or-no, nothing
    missing_key,   // key
    unknown_key,   // found, expected (the valid keys), nearest; belongs_in where it stands in the wrong half
    unknown_kind,  // found, nearest
    unknown_word,  // found, expected, nearest: of an enumeration
    unknown_version,  // found: of the envelope, "v"
    not_a_name,       // found: letters that cannot be an id
    not_a_date,       // found
    not_a_day,        // found
    not_a_number,     // found, smallest: a count below nothing
    not_a_language,   // found
    empty,            // a text, a list or a language's words with nothing in it: leave it out
    event_is_itself,  // found: an act tells its own event without saying so
    not_a_share,      // found: no fraction up to one, as "1/2"
    not_an_hour,      // found: no "02:50" or "19:30+06:00"
    not_a_currency,   // found: no three capital letters
};
/// "unknown_kind": as tests and JSON write it.
std::string_view name_of(ActCode code);

using Facts = std::map<std::string, std::string, std::less<>>;

struct ActFault {
    ActCode code;
    std::string path;  // JSON pointer to the value, or to the object that lacks it: "/body/about/member"
    Facts facts;
    friend bool operator==(const ActFault&, const ActFault&) = default;
};

/// A line of a record.
struct Decoded {
    acts::Act act;
    base::Day known_on;
    base::List seals;
};

/// Reads a line, or reports everything that is wrong with it. Declares the names it finds (base::Id::of).
std::expected<Decoded, std::vector<ActFault>> decode(const base::Value& line);
/// The act alone, of its `body`.
std::expected<acts::Act, std::vector<ActFault>> decode_body(const base::Value& body);

/// The line for an act; `decode` gives the same act back.
base::Value encode(const acts::Act& act, base::Day known_on, base::List seals = {});

// -- the kinds as data -----------------------------------------------------------------------------

/// One role or piece of content of a kind.
struct FieldDescription {
    enum class In { about, content };
    std::string_view name;
    In in = In::about;
    bool required = false;
    /// What stands there: "member" and the other kinds of names, "text", "date", "count", "word".
    std::string_view holds;
    bool several = false;                 // a list of them
    std::vector<std::string_view> words;  // of a "word"
};

struct KindDescription {
    std::string_view kind;
    std::string_view group;
    std::vector<FieldDescription> fields;
};

/// Every kind of act, in the order of acts::Content.
const std::vector<KindDescription>& describe_kinds();
/// Null when there is no such kind.
const KindDescription* find_kind(std::string_view kind);

}  // namespace encoding
