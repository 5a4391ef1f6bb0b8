// Why an entry is sent back, or does not hold when the log is read again: codes with facts, from which words/
// makes sentences.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace seals {

/// The facts each code carries are named beside it. `at`: where in the entry, as a JSON pointer.
enum class Code {
    // the bytes
    not_canonical,       // found, expected: the bytes from the first that differs
    wrong_shape,         // at, expected, found
    missing_key,         // at, key
    unknown_key,         // at, found, expected
    not_bytes,           // at, expected: no base64, or no hexadecimal digits, of so many bytes
    not_a_day,           // at, found
    not_a_word,          // at, found, expected
    not_a_name,          // at, found: no name of a member, a body, an act or a key
    both_given,          // at, found, expected: only one of two may stand there
    too_long,            // limit
    known_on_given,      // at: the registry says when it became known
    known_on_missing,    // of an entry in the log
    too_many_seals,      // limit
    too_many_files,      // limit
    commitment_differs,  // entry: what is released is not what was withheld there
    // the seals
    no_seal,
    bad_key,         // key: no acceptable public key (low order, not canonical, or of an unknown type)
    unknown_key_id,  // key: nobody has accredited it
    ended_key,       // key, ended (entry), why: recalled, rotated
    seal_twice,      // key: one key seals an act once
    bad_signature,   // key
    count_used,      // key, found, expected: this number was used; a seal is not taken twice
    count_skipped,   // key, found, expected
    after_beyond,    // found, size: names a checkpoint larger than the log
    after_differs,   // found: names a checkpoint that is none of this log's (proof of a fork)
    after_stale,     // found, expected: from before the key was accredited, or its last seal
    // what a key may do
    not_authorised,  // key, use, kind
    not_their_act,   // key, holder, found: speaks for another member
    // acts of the registry
    unknown_kind,       // found
    not_first,          // the log is opened by its first entry and by no other
    not_opened,         // the first entry of a log opens it
    other_origin,       // found, expected
    key_in_use,         // key: accredited before
    wrong_next,         // key: not the key whose hash was given beforehand
    no_next,            // key: the key to be rotated named no successor
    authority_exists,   // holder: has an authority; it changes by rotation
    bad_policy,         // line, why
    no_such_entry,      // entry
    not_withheld,       // entry: was public from the first
    released_already,   // entry
    no_rulebook,        // no rulebook has been published yet
    file_missing,       // name: the bytes of a file were not handed in
    annex_missing,      // name: the same of a file of an act that is withheld
    other_type,         // name, found, expected: a file handed in as another type than the act names
    already_on_record,  // entry: the same sealed bytes are on record there
};
/// "count_used": as tests and JSON write it.
std::string_view name_of(Code code);

using Facts = std::map<std::string, std::string, std::less<>>;

struct Fault {
    Code code;
    Facts facts;
    friend bool operator==(const Fault&, const Fault&) = default;
};

}  // namespace seals
