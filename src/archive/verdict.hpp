// What came out when a log was checked: what was looked at, what does not hold, what was not looked at. Data;
// the sentences are made from it (verdict_text.hpp, words/verdict.hpp).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/policy.hpp"
#include "seals/fault.hpp"

namespace archive {

/// In the order in which they are told.
enum class Check {
    checkpoint,   // signed by the log
    witnesses,    // cosigned by the quorum of the policy; counted: witnesses
    entries,      // bundles to the last byte, entries canonical; counted: entries
    tree,         // each leaf and node, and the tiles byte for byte; counted: tiles
    root,         // what the checkpoints sign; counted: checkpoints
    known,        // checkpoints that the caller saw earlier; counted: those
    seals,        // signatures under entries; counted: signatures
    keys,         // accredited, in force, authorised, numbered without gaps; counted: keys
    form,         // acts in due and proper form under the rules; counted: acts
    files,        // there, and of that SHA-256; counted: files
    policy,       // the copy's policy and charter are what the log says; counted: 1
    conclusions,  // what is shown follows from the acts; counted: pages
};
inline constexpr std::size_t all_checks = 12;
/// "seals": as tests and JSON write it.
std::string_view name_of(Check check);

enum class State {
    not_reached,  // a failure stood before it
    not_asked,    // there was nothing of that kind
    holds,
    fails,
};
std::string_view name_of(State state);

struct Looked {
    State state = State::not_reached;
    std::uint64_t count = 0;
    friend bool operator==(const Looked&, const Looked&) = default;
};

/// What does not hold. Codes of entries are those of seals/, encoding/, form/ and package/
/// (registry::code_of); the others stand here, with the facts they carry:
///
///   missing           a file is not there
///   unreadable        problem: it could not be had
///   not_a_note        why: the checkpoint is none
///   not_a_checkpoint  why
///   not_a_policy      why, line
///   not_a_proof       why
///   bad_line          why: a line by a known key does not hold
///   not_signed        no signature by the log's key
///   other_log         found, expected: a checkpoint of another log
///   too_few_witnesses found, names those that signed
///   wrong_length      a bundle or tile does not end where it should
///   leaf_differs      the entry is not the one in the tree
///   tile_differs      a tile is not what the entries make
///   root_differs      size: the entries do not make the root that is signed
///   known_differs     size: the history that was seen earlier is not this one (two signed histories)
///   shorter_than_known size: the log once was longer
///   file_missing      name
///   file_differs      name
///   policy_differs    the copy's policy is not the log's
///   charter_differs   the copy's charter is not the first entry
///   page_differs      a page shown is not what the acts make
///   key_not_accredited a key's accreditation is not in the proof
///   not_included      a path does not lead to the root
struct Failure {
    Check check{};
    std::string code;
    std::optional<std::uint64_t> entry;
    std::string path;  // of a file of the copy; empty: none in particular
    seals::Facts facts;
    friend bool operator==(const Failure&, const Failure&) = default;
};

enum class Warning {
    trusts_copy,    // the policy was the copy's own
    no_quorum,      // the policy asks for no witnesses
    not_witnessed,  // count: entries after the witnessed checkpoint
    annexes,        // count: salted hashes whose content is not in a public copy
    withheld,       // count: acts not public yet
    one_act_alone,  // a proof does not say whether a key was recalled before
};
std::string_view name_of(Warning warning);

struct Verdict {
    /// The one that was checked; empty where none could be read.
    std::optional<merkle::Checkpoint> checkpoint;
    /// Of the larger one beside it, signed by the log alone.
    std::optional<merkle::Checkpoint> newest;
    merkle::Standing standing;
    std::map<Check, Looked> looked;
    /// At most one of each check, the first of all first.
    std::vector<Failure> failures;
    std::map<Warning, std::uint64_t> warnings;

    bool holds() const { return failures.empty(); }
};

/// {"checkpoint":…,"checks":[…],"failures":[…],"holds":…,"warnings":[…],"witnesses":[…]}
base::Value to_value(const Verdict& verdict);

}  // namespace archive
