#include "merkle/add_checkpoint.hpp"

#include <array>
#include <utility>

#include "merkle/checkpoint.hpp"
#include "merkle/path_lines.hpp"

namespace merkle {
namespace {

constexpr std::string_view old_word = "old ";

}  // namespace

std::string AddCheckpoint::text() const {
    return std::string(old_word) + std::to_string(old_size) + "\n" + path_lines(path) + checkpoint;
}

std::string_view name_of(AddCheckpointFault fault) {
    constexpr std::array<std::string_view, 5> names{"too_long", "bad_old_size", "bad_hash", "too_many_hashes",
                                                    "no_checkpoint"};
    return names[static_cast<std::size_t>(fault)];
}

std::expected<AddCheckpoint, AddCheckpointFault> read_add_checkpoint(std::string_view body) {
    if (body.size() > longest_add_checkpoint) return std::unexpected(AddCheckpointFault::too_long);
    const auto first = take_line(body);
    if (!first || !first->starts_with(old_word)) return std::unexpected(AddCheckpointFault::bad_old_size);
    const auto old_size = read_decimal(first->substr(old_word.size()));
    if (!old_size) return std::unexpected(AddCheckpointFault::bad_old_size);
    auto path = take_path_lines(body);
    if (!path) {
        switch (path.error()) {
            case PathLinesFault::bad_hash:
                return std::unexpected(AddCheckpointFault::bad_hash);
            case PathLinesFault::too_many:
                return std::unexpected(AddCheckpointFault::too_many_hashes);
            case PathLinesFault::no_end:
                return std::unexpected(AddCheckpointFault::no_checkpoint);
        }
    }
    if (body.empty()) return std::unexpected(AddCheckpointFault::no_checkpoint);
    return AddCheckpoint{*old_size, std::move(*path), std::string(body)};
}

}  // namespace merkle
