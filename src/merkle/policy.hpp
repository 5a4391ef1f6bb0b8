// Whose signatures are asked for (c2sp.org/tlog-policy): logs, witnesses, groups and the quorum.
//
//   log VKEY [URL] · witness NAME VKEY [URL] · group NAME all|any|K MEMBER… · quorum NAME|none
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/note.hpp"

namespace merkle {

/// Bytes of a policy file; thirty-two witnesses and groups take a tenth of it.
inline constexpr std::size_t longest_policy = 64 * 1024;
/// Logs, witnesses and groups together: enough for every state there is, twice.
inline constexpr std::size_t most_policy_names = 512;

struct Policy {
    struct Log {
        VerifierKey key;
        std::string url;  // empty: none given
        friend bool operator==(const Log&, const Log&) = default;
    };
    struct Witness {
        std::string name;
        VerifierKey key;
        std::string url;
        friend bool operator==(const Witness&, const Witness&) = default;
    };
    struct Group {
        std::string name;
        std::size_t needed = 0;  // of its members: all, any and a number come to this
        std::vector<std::string> members;
        friend bool operator==(const Group&, const Group&) = default;
    };
    std::vector<Log> logs;
    std::vector<Witness> witnesses;
    std::vector<Group> groups;
    std::string quorum;  // of a witness or group; empty: none is asked for

    /// As a file, one line each.
    std::string text() const;
    /// Do the witnesses of these names make the quorum? Each counts once, by its key. Where no quorum is
    /// asked for, anybody makes it, nobody too.
    bool satisfied_by(const std::set<std::string>& signed_by) const;
    friend bool operator==(const Policy&, const Policy&) = default;
};

struct PolicyFault {
    enum class Code {
        too_long,
        bad_character,  // a control character that is neither a tab nor the end of a line
        unknown_word,
        wrong_count,
        bad_key,
        wrong_type,
        repeated_name,
        repeated_key,
        unknown_member,
        member_twice,
        bad_threshold,
        no_quorum,
        second_quorum,
        unknown_quorum,
        too_many,
    };
    Code code;
    std::size_t line;  // from 1; 0: the file as a whole
    friend bool operator==(const PolicyFault&, const PolicyFault&) = default;
};
std::string_view name_of(PolicyFault::Code code);

/// One public key is one log or one witness, whatever its names: under two it is a `repeated_key`. A name is
/// a member of one group at most. "none" is nobody's name.
std::expected<Policy, PolicyFault> read_policy(std::string_view text);

/// What the signatures of a checkpoint come to under a policy.
struct Standing {
    bool logged = false;              // one of the policy's logs signed, and the origin is its name
    std::set<std::string> witnesses;  // names of those that cosigned
    bool witnessed = false;           // they make the quorum (never where none is asked for)
    std::uint64_t oldest = 0;         // the earliest time among cosignatures, POSIX seconds; 0: none
};
/// A fault where a line does not hold, and where none is by a key of the policy.
std::expected<Standing, NoteFault> standing_of(const Note& note, const Policy& policy);

}  // namespace merkle
