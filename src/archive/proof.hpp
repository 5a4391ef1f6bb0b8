// The proof of one act (docs/formats/proof.md): the entry, its path to a checkpoint, whose signatures count,
// and the entries by which the keys that sealed it came to be accredited, each with its own path to the same
// checkpoint.
//
//   depositary/proof@v1 LF
//   entry LENGTH LF
//   log-proof LENGTH LF
//   policy LENGTH LF
//   (key LENGTH LENGTH LF)*     an entry, and its path (c2sp.org/tlog-proof)
//   LF
//   the bytes of all of them, one after the other
//
// It stands in a file between two lines, in base64, so that a page for people can carry it. Nothing around it
// is proved by it.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/verdict.hpp"
#include "merkle/policy.hpp"
#include "merkle/proof.hpp"
#include "seals/keys.hpp"
#include "store/store.hpp"

namespace archive {

/// Entries about keys: each of 64 seals has a chain of a few to the first entry, mostly the same.
inline constexpr std::size_t most_keys = 256;
/// Bytes of a proof: a thousandth of it is usual. A checkpoint with the cosignatures of every state there is
/// stands in it once for each key.
inline constexpr std::size_t longest_act_proof = std::size_t{16} << 20;
/// Bytes of a file in which one is looked for.
inline constexpr std::size_t longest_proof_file = std::size_t{32} << 20;

/// Between these lines stands the block.
inline constexpr std::string_view proof_begin = "-----BEGIN DEPOSITARY PROOF-----";
inline constexpr std::string_view proof_end = "-----END DEPOSITARY PROOF-----";

struct KeyProof {
    std::string entry;
    merkle::LogProof proof;
    friend bool operator==(const KeyProof&, const KeyProof&) = default;
};

struct ActProof {
    std::string entry;
    merkle::LogProof proof;
    std::string policy;          // c2sp.org/tlog-policy
    std::vector<KeyProof> keys;  // by index

    std::string text() const;
    /// The text in base64 between its two lines, each line with its end.
    std::string armoured() const;
    friend bool operator==(const ActProof&, const ActProof&) = default;
};

enum class ActProofFault {
    too_long,
    no_block,  // no two lines with base64 between them, or more than once
    bad_base64,
    bad_header,
    bad_length,  // a length is no number, or the bytes do not end where they say
    too_many_keys,
    bad_log_proof,
    other_checkpoint,  // a key's path leads to another checkpoint
    out_of_order,      // keys do not stand by index, or one twice
};
std::string_view name_of(ActProofFault fault);

std::expected<ActProof, ActProofFault> read_act_proof(std::string_view bytes);
/// Finds the block in a page or a text and reads what is in it.
std::expected<ActProof, ActProofFault> find_act_proof(std::string_view file);
/// Does a file look as if it held such a block? To tell it from other things that are verified.
bool holds_act_proof(std::string_view file);

/// Of the entry at `index`: against the largest checkpoint that the quorum cosigned, or, where the entry is
/// not in it yet, the newest that the log signed. `keys`: of the whole log.
store::Expected<ActProof> make_proof(const store::Store& store, const seals::Keys& keys, std::uint64_t index);

/// A key that sealed the act.
struct Sealed {
    std::string key;
    std::string name;
    std::string holder;  // empty: the organisation
    seals::Use use{};
    std::uint64_t accredited = 0;  // the entry
};

struct Proven {
    Verdict verdict;
    std::uint64_t index = 0;
    std::optional<seals::Entry> entry;  // where it could be read
    std::vector<Sealed> sealed;         // where they were found
    /// Sizes of `known` that are not the size of the proof's checkpoint: those say nothing about it.
    std::vector<std::uint64_t> not_compared = {};
};

struct ProofOptions {
    /// Whose signatures the caller takes; none: those that the proof names, and the verdict warns.
    std::optional<merkle::Policy> policy = {};
    /// Checkpoints of this log that the caller kept from earlier: whole notes.
    std::vector<std::string> known = {};
    /// A checkpoint that no quorum cosigned still fails, unless it is said here.
    bool unwitnessed = false;
};

/// `file`: with the block in it.
Proven verify_proof(std::string_view file, const ProofOptions& options);
Proven verify_proof(std::string_view file, const std::optional<merkle::Policy>& policy = {});

}  // namespace archive
