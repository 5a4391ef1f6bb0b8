// Checkpoints (c2sp.org/tlog-checkpoint v1.0.0): how large the log is, and its root, in a signed note.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "merkle/hash.hpp"

namespace merkle {

/// The log's own statement. Without extension lines: nobody can audit them.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Hash root{};

    /// Three lines: what is signed.
    std::string text() const;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

enum class CheckpointFault { bad_origin, bad_size, bad_root, extension_lines, missing_line };
std::string_view name_of(CheckpointFault fault);

/// Reads the text of a note. The empty tree has the root of no bytes, or is refused (`bad_root`).
std::expected<Checkpoint, CheckpointFault> read_checkpoint(std::string_view text);

/// A decimal number without sign and without zeros before it, below 2^63; empty for anything else.
std::optional<std::uint64_t> read_decimal(std::string_view text);

}  // namespace merkle
