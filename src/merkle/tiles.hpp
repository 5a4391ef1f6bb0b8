// The log as files (c2sp.org/tlog-tiles v0.1.0): tiles of 256 hashes, bundles of 256 entries.
//
//   checkpoint   tile/<L>/<N>[.p/<W>]   tile/entries/<N>[.p/<W>]
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merkle/tree.hpp"

namespace merkle {

inline constexpr unsigned tile_height = 8;
inline constexpr std::uint64_t tile_width = 256;
/// Bytes of an entry: a bundle counts them in two bytes.
inline constexpr std::size_t longest_entry = 65'535;

/// No log of less than 2^63 entries has a tile or a bundle of this number.
inline constexpr std::uint64_t most_tiles = std::uint64_t{1} << 55;

/// Which tile or bundle. `width` 1 to 256; 256 is a full one.
struct TilePath {
    std::optional<unsigned> level;  // empty: a bundle of entries
    std::uint64_t n = 0;
    unsigned width = 256;

    /// "tile/0/x001/234.p/7"
    std::string text() const;
    /// Exactly what `text` writes for a number below `most_tiles`; empty for anything else.
    static std::optional<TilePath> read(std::string_view text);
    friend bool operator==(const TilePath&, const TilePath&) = default;
};

/// Every tile and bundle that a log of `size` entries has, bundles first, then by level.
std::vector<TilePath> tiles_of(std::uint64_t size);
/// The width that tile or bundle `n` of `level` has at `size`: 0 where there is none, 256 where it is full.
unsigned width_at(std::optional<unsigned> level, std::uint64_t n, std::uint64_t size);

/// A bundle: before each entry its length in two bytes, the higher first. Every entry is short enough.
std::string bundle(const std::vector<std::string>& entries);
/// Exactly `count` entries that end where the bytes end; empty for anything else.
std::optional<std::vector<std::string>> read_bundle(std::string_view bytes, std::size_t count);

/// The hashes of a tile; empty where `bytes` is not `width` times 32.
std::optional<std::vector<Hash>> read_tile(std::string_view bytes, unsigned width);

/// Reads nodes out of tiles of a log of `size` entries: `fetch` gives the bytes of one, or nothing. Nodes
/// between the levels of tiles are worked out; a tile once fetched is kept. A tile that is narrower at `size`
/// than it may be by now is asked for at its width of `size`, then full.
class TileNodes {
public:
    using Fetch = std::function<std::optional<std::string>(const TilePath&)>;
    TileNodes(std::uint64_t size, Fetch fetch);
    /// Empty too for a node that a tree of this size does not have.
    std::optional<Hash> operator()(unsigned level, std::uint64_t index);
    /// For tree.hpp. Holds as long as this.
    ReadNode reader();

private:
    const std::vector<Hash>* tile(unsigned level, std::uint64_t n);

    std::uint64_t size_;
    Fetch fetch_;
    std::map<std::pair<unsigned, std::uint64_t>, std::vector<Hash>> kept_;  // by level and number
};

}  // namespace merkle
