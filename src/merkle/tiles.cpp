#include "merkle/tiles.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "merkle/checkpoint.hpp"

namespace merkle {
namespace {

constexpr unsigned highest_level = 63;
constexpr std::string_view root_folder = "tile/";
constexpr std::string_view bundles = "entries";
constexpr std::string_view partial = ".p/";
constexpr std::size_t hash_bytes = Hash().size();

// 1234067 as "x001/x234/067".
std::string number_text(std::uint64_t n) {
    std::string text = fmt::format("{:03}", n % 1000);
    for (n /= 1000; n != 0; n /= 1000) text = fmt::format("x{:03}/{}", n % 1000, text);
    return text;
}

// Takes what is before `end` (or all) off `text`, and the end with it.
std::string_view take_until(std::string_view& text, std::string_view end) {
    const std::size_t at = text.find(end);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + end.size());
    return taken;
}

// The one way a number is written; its greatest value bounds how many groups are looked at.
std::optional<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t n = 0;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view group = take_until(rest, "/");
        if (group.starts_with('x')) group.remove_prefix(1);
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        if (group.size() != 3 || !std::ranges::all_of(group, digit)) return std::nullopt;
        for (const char c : group) n = n * 10 + static_cast<std::uint64_t>(c - '0');
        if (n >= most_tiles) return std::nullopt;
    }
    if (number_text(n) != text) return std::nullopt;
    return n;
}

Hash root_of(std::span<const Hash> hashes) {
    std::vector<Hash> row(hashes.begin(), hashes.end());
    while (row.size() > 1) {
        for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
        row.resize(row.size() / 2);
    }
    return row.front();
}

}  // namespace

std::string TilePath::text() const {
    std::string text = fmt::format("{}{}/{}", root_folder,
                                   level ? std::to_string(*level) : std::string(bundles), number_text(n));
    if (width != tile_width) text += fmt::format("{}{}", partial, width);
    return text;
}

std::optional<TilePath> TilePath::read(std::string_view text) {
    if (!text.starts_with(root_folder)) return std::nullopt;
    const std::string_view whole = text;
    text.remove_prefix(root_folder.size());
    TilePath path;
    const std::string_view level = take_until(text, "/");
    if (level != bundles) {
        const auto number = read_decimal(level);
        if (!number || *number > highest_level) return std::nullopt;
        path.level = static_cast<unsigned>(*number);
    }
    const auto n = read_number(take_until(text, partial));
    if (!n) return std::nullopt;
    path.n = *n;
    if (!text.empty()) {
        const auto width = read_decimal(text);
        if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
        path.width = static_cast<unsigned>(*width);
    }
    // A ".p/" with nothing after it, for one.
    if (path.text() != whole) return std::nullopt;
    return path;
}

std::vector<TilePath> tiles_of(std::uint64_t size) {
    std::vector<TilePath> tiles;
    const auto add = [&](std::optional<unsigned> level, std::uint64_t count) {
        for (std::uint64_t n = 0; n * tile_width < count; ++n)
            tiles.push_back({level, n, width_at(level, n, size)});
    };
    add(std::nullopt, size);
    unsigned level = 0;
    for (std::uint64_t count = size; count != 0; count >>= tile_height) add(level++, count);
    return tiles;
}

unsigned width_at(std::optional<unsigned> level, std::uint64_t n, std::uint64_t size) {
    const unsigned shift = tile_height * level.value_or(0);
    const std::uint64_t count = shift < 64 ? size >> shift : 0;
    const std::uint64_t full = count / tile_width;
    if (n < full) return tile_width;
    return n == full ? static_cast<unsigned>(count % tile_width) : 0;
}

std::string bundle(const std::vector<std::string>& entries) {
    std::string bytes;
    for (const std::string& entry : entries) {
        assert(entry.size() <= longest_entry);
        bytes += static_cast<char>(entry.size() >> 8);
        bytes += static_cast<char>(entry.size() & 0xFF);
        bytes += entry;
    }
    return bytes;
}

std::optional<std::vector<std::string>> read_bundle(std::string_view bytes, std::size_t count) {
    std::vector<std::string> entries;
    while (!bytes.empty()) {
        if (bytes.size() < 2 || entries.size() == count) return std::nullopt;
        const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8 |
                                   static_cast<unsigned char>(bytes[1]);
        bytes.remove_prefix(2);
        if (bytes.size() < length) return std::nullopt;
        entries.emplace_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    if (entries.size() != count) return std::nullopt;
    return entries;
}

std::optional<std::vector<Hash>> read_tile(std::string_view bytes, unsigned width) {
    if (bytes.size() != std::size_t{width} * hash_bytes) return std::nullopt;
    std::vector<Hash> hashes(width);
    for (std::size_t i = 0; i < width; ++i) hashes[i] = *hash_of(bytes.substr(i * hash_bytes, hash_bytes));
    return hashes;
}

TileNodes::TileNodes(std::uint64_t size, Fetch fetch) : size_(size), fetch_(std::move(fetch)) {}

std::optional<Hash> TileNodes::operator()(unsigned level, std::uint64_t index) {
    if (level > highest_level || index >= size_ >> level) return std::nullopt;
    // Within its tile the node is the root over `count` hashes, a power of two and at most half a tile.
    const unsigned tile_level = level / tile_height;
    const std::uint64_t count = std::uint64_t{1} << level % tile_height;
    const std::uint64_t first = index * count;
    const auto* hashes = tile(tile_level, first / tile_width);
    if (!hashes) return std::nullopt;
    return root_of(std::span(*hashes).subspan(first % tile_width, count));
}

const std::vector<Hash>* TileNodes::tile(unsigned level, std::uint64_t n) {
    const auto key = std::pair(level, n);
    if (const auto kept = kept_.find(key); kept != kept_.end()) return &kept->second;
    const unsigned width = width_at(level, n, size_);
    auto bytes = fetch_({level, n, width});
    auto hashes = bytes ? read_tile(*bytes, width) : std::nullopt;
    if (!bytes && width != tile_width) {
        bytes = fetch_({level, n, tile_width});
        hashes = bytes ? read_tile(*bytes, tile_width) : std::nullopt;
    }
    if (!hashes) return nullptr;
    hashes->resize(width);
    return &kept_.emplace(key, std::move(*hashes)).first->second;
}

ReadNode TileNodes::reader() {
    return [this](unsigned level, std::uint64_t index) { return (*this)(level, index); };
}

}  // namespace merkle
