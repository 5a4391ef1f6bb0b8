// The hashes of a path as lines of base64 with an empty line after them: so they stand before the checkpoint
// in a proof (proof.hpp) and in what a witness is sent (add_checkpoint.hpp).
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/hash.hpp"

namespace merkle {

/// Takes a line off `text` and gives it without its end; empty where there is no end of line.
std::optional<std::string_view> take_line(std::string_view& text);

/// The lines and the empty one.
std::string path_lines(std::span<const Hash> path);

enum class PathLinesFault {
    bad_hash,
    too_many,  // more than `longest_path`
    no_end,    // no empty line
};
/// Takes them off `text`, the empty line too.
std::expected<std::vector<Hash>, PathLinesFault> take_path_lines(std::string_view& text);

}  // namespace merkle
