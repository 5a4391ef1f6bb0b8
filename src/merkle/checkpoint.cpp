#include "merkle/checkpoint.hpp"

#include <array>
#include <charconv>
#include <limits>

#include "merkle/note.hpp"
#include "merkle/path_lines.hpp"

namespace merkle {

std::string Checkpoint::text() const {
    return origin + "\n" + std::to_string(size) + "\n" + base64_of(root) + "\n";
}

std::string_view name_of(CheckpointFault fault) {
    constexpr std::array<std::string_view, 5> names{"bad_origin", "bad_size", "bad_root", "extension_lines",
                                                    "missing_line"};
    return names[static_cast<std::size_t>(fault)];
}

std::expected<Checkpoint, CheckpointFault> read_checkpoint(std::string_view text) {
    std::array<std::string_view, 3> lines;
    for (std::string_view& line : lines) {
        const auto taken = take_line(text);
        if (!taken) return std::unexpected(CheckpointFault::missing_line);
        line = *taken;
    }
    if (!acceptable_name(lines[0])) return std::unexpected(CheckpointFault::bad_origin);
    const auto size = read_decimal(lines[1]);
    if (!size) return std::unexpected(CheckpointFault::bad_size);
    const auto root = read_hash(lines[2]);
    if (!root || (*size == 0 && *root != empty_root())) return std::unexpected(CheckpointFault::bad_root);
    if (!text.empty()) return std::unexpected(CheckpointFault::extension_lines);
    return Checkpoint{std::string(lines[0]), *size, *root};
}

std::optional<std::uint64_t> read_decimal(std::string_view text) {
    constexpr std::uint64_t greatest = std::numeric_limits<std::int64_t>::max();
    if (text.empty() || (text.front() == '0' && text.size() > 1)) return std::nullopt;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > greatest) return std::nullopt;
    return number;
}

}  // namespace merkle
