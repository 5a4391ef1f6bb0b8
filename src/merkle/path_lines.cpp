#include "merkle/path_lines.hpp"

#include "merkle/tree.hpp"

namespace merkle {

std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::string path_lines(std::span<const Hash> path) {
    std::string lines;
    for (const Hash& hash : path) lines += base64_of(hash) + "\n";
    return lines + "\n";
}

std::expected<std::vector<Hash>, PathLinesFault> take_path_lines(std::string_view& text) {
    std::vector<Hash> path;
    while (const auto line = take_line(text)) {
        if (line->empty()) return path;
        if (path.size() == longest_path) return std::unexpected(PathLinesFault::too_many);
        const auto hash = read_hash(*line);
        if (!hash) return std::unexpected(PathLinesFault::bad_hash);
        path.push_back(*hash);
    }
    return std::unexpected(PathLinesFault::no_end);
}

}  // namespace merkle
