// What a log sends to a witness (c2sp.org/tlog-witness, add-checkpoint): the size that the witness knows, a
// proof from there, the new checkpoint.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/hash.hpp"
#include "merkle/note.hpp"

namespace merkle {

/// Bytes of a request: 63 hashes and a note.
inline constexpr std::size_t longest_add_checkpoint = longest_note + 63 * 45 + 64;

struct AddCheckpoint {
    std::uint64_t old_size = 0;
    std::vector<Hash> path;
    std::string checkpoint;  // the whole note

    std::string text() const;
    friend bool operator==(const AddCheckpoint&, const AddCheckpoint&) = default;
};

enum class AddCheckpointFault { too_long, bad_old_size, bad_hash, too_many_hashes, no_checkpoint };
std::string_view name_of(AddCheckpointFault fault);

/// The note itself is read by read_note.
std::expected<AddCheckpoint, AddCheckpointFault> read_add_checkpoint(std::string_view body);

}  // namespace merkle
