// What a log signed and cannot stand for, as a file that convinces somebody who trusts nobody but the log's
// key (docs/formats/evidence.md).
//
//   depositary/evidence@v1 LF
//   split | unproved LF
//   seen SECONDS LF               when it was kept; nothing vouches for it
//   older BYTES LF                of the first note
//   newer BYTES LF                of the second
//   (base64 hash LF)*             the path as it was sent
//   LF
//   OLDER NEWER                   the two signed checkpoints, one after the other
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/note.hpp"
#include "merkle/tree.hpp"

namespace witness {

struct Evidence {
    enum class Kind {
        /// Two checkpoints of one size with different roots: proof, by the log's key alone, of two histories.
        split,
        /// A larger checkpoint that the path sent with it does not tie to the smaller one. An accusation: the
        /// log
        /// answers it with a path that does, which exists exactly where the history is one.
        unproved,
    };
    Kind kind = Kind::split;
    std::uint64_t seen_at = 0;       // POSIX seconds
    std::string older;               // whole notes; the one that had been cosigned
    std::string newer;               // and the one that came
    std::vector<merkle::Hash> path;  // of `split`: none

    std::string text() const;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};
std::string_view name_of(Evidence::Kind kind);

/// Bytes of a file of evidence: two notes, a path, a head.
inline constexpr std::size_t longest_evidence = 2 * merkle::longest_note + merkle::longest_path * 45 + 256;

enum class EvidenceFault {
    too_long,
    bad_header,      // not the first five lines
    bad_path,        // a hash that is none, or too many
    bad_length,      // the notes are not as long as is said
    bad_note,        // a note that cannot be read
    not_signed,      // a note without a line of the log's that holds
    bad_checkpoint,  // what is signed is no checkpoint
    two_logs,        // the checkpoints are of different origins
    not_larger,      // `unproved`, though the second is not larger, or the first is empty and needs no path
    other_size,      // `split`, though the sizes differ
    same_root,       // `split`, though the roots do not
    path_holds,      // `unproved`, though the path ties them
};
/// "path_holds": as tests and JSON write it.
std::string_view name_of(EvidenceFault fault);

std::expected<Evidence, EvidenceFault> read_evidence(std::string_view bytes);
/// Does it hold against the log of these keys? Nothing else is needed, and `seen_at` is not looked at.
std::expected<void, EvidenceFault> verify(const Evidence& evidence, std::span<const merkle::VerifierKey> log);

}  // namespace witness
