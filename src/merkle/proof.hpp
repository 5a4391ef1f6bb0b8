// The proof of one entry as a file (c2sp.org/tlog-proof@v1): its index, its path, the checkpoint it leads to.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/hash.hpp"
#include "merkle/note.hpp"

namespace merkle {

/// Bytes that may stand beside a proof, before they are written in base64.
inline constexpr std::size_t longest_extra = 64 * 1024;
/// Bytes of a proof: 63 hashes, a note and what stands beside them.
inline constexpr std::size_t longest_log_proof = longest_note + 63 * 45 + (longest_extra + 2) / 3 * 4 + 128;

struct LogProof {
    std::string extra;  // bytes that nothing vouches for, at most `longest_extra`; empty: none
    std::uint64_t index = 0;
    std::vector<Hash> path;
    std::string checkpoint;  // the whole note

    std::string text() const;
    friend bool operator==(const LogProof&, const LogProof&) = default;
};

enum class ProofFault {
    too_long,
    bad_header,
    bad_extra,
    bad_index,
    bad_hash,
    too_many_hashes,
    no_checkpoint
};
std::string_view name_of(ProofFault fault);

/// The note itself is read by read_note, and the path checked by proves_inclusion with the size and the root
/// of that checkpoint.
std::expected<LogProof, ProofFault> read_log_proof(std::string_view bytes);

}  // namespace merkle
