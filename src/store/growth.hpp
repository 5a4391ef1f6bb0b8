// How a log grows within one transaction, whatever keeps it: entries are written and read back, and all that
// follows from them is worked out from what was read and from the edge as it was stored. So a bit that flips
// between the sealed act and the disk is seen before anything is signed over it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/hash.hpp"
#include "merkle/tree.hpp"
#include "store/store.hpp"

namespace store {

/// Hashes of a full tile (c2sp.org/tlog-tiles), and how many levels of the tree it spans.
inline constexpr std::uint64_t tile_hashes = 256;
inline constexpr unsigned tile_levels = 8;
inline constexpr std::size_t hash_bytes = 32;

/// A tile that became full.
struct FullTile {
    unsigned level = 0;
    std::uint64_t n = 0;
    merkle::Hash root{};
    std::string hashes;  // 256 of them, one after the other
};

/// The tiles at the right edge that are not full yet: of level L, (size / 256^L) mod 256 hashes.
using OpenTiles = std::vector<std::vector<merkle::Hash>>;

/// What `leaves` bring about.
struct Growth {
    merkle::Edge edge;
    OpenTiles open;
    std::vector<FullTile> full;
};
/// Empty where the open tiles are not those of the edge: each tile that becomes full is held against the node
/// that the edge has for it.
std::optional<Growth> grown(const merkle::Edge& edge, OpenTiles open, std::span<const merkle::Hash> leaves);

/// Entries at the end that are hashed again by `check_edge`.
inline constexpr std::uint64_t entries_checked = 1024;

/// The open tiles of what lies in a store to which nobody appends for the moment, after a look at its end:
/// `damaged` where head, newest checkpoint, last entries, leaves and tiles do not come to one edge.
Expected<OpenTiles> check_edge(const Store& store);

/// An entry as it lies in the store. Its bytes hold for the call that brings it.
struct KeptEntry {
    std::uint64_t index;
    merkle::Hash digest;
    merkle::Hash leaf;
    std::string_view bytes;
};
using LookAtEntry = std::function<void(const KeptEntry&)>;

/// What a store does within one transaction. One that goes without `commit` leaves nothing behind.
class Transaction {
public:
    Transaction() = default;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    virtual ~Transaction() = default;

    virtual Expected<Head> head() = 0;
    /// `exists` where a digest is on record or comes twice.
    virtual Expected<void> put_entries(std::uint64_t first, const std::vector<NewEntry>& entries,
                                       const std::vector<merkle::Hash>& leaves) = 0;
    virtual Expected<void> read_back(std::uint64_t first, std::size_t count, const LookAtEntry& look) = 0;
    /// Those not there yet.
    virtual Expected<void> put_files(const std::vector<File>& files) = 0;
    virtual Expected<void> put_annexes(const std::vector<Annex>& annexes) = 0;
    virtual Expected<void> put_tiles(const std::vector<FullTile>& tiles) = 0;
    /// Keeps the checkpoint of `to` and makes it the head; `pen_lost` where the head is not at `from`.
    virtual Expected<void> move_head(std::uint64_t from, const Head& to) = 0;
    virtual Expected<void> commit() = 0;
};

/// Store::append within a transaction, commit included. `open` moves on with the log.
Expected<Head> append_within(Transaction& transaction, OpenTiles& open, std::uint64_t expected_size,
                             const Batch& batch, const Sign& sign);
/// Store::sign_head likewise.
Expected<Head> sign_head_within(Transaction& transaction, const Sign& sign);

/// `unfit` where the batch cannot be kept by any store.
Expected<void> examine(const Batch& batch);
/// `damaged` where it is not what its hash says.
Expected<void> verify(const File& file);
Expected<void> verify(const Annex& annex);

/// The peaks of an edge as bytes, largest first, and back.
std::string bytes_of(const std::vector<merkle::Hash>& hashes);
std::optional<std::vector<merkle::Hash>> hashes_of(std::string_view bytes);
/// `damaged` where size and peaks do not fit.
Expected<Head> head_of(std::uint64_t size, std::string_view peaks, std::string checkpoint);

/// Does this trouble end the right to append by the object that met it?
bool lays_pen_down(Trouble trouble);
std::unexpected<Fault> fault(Trouble trouble, std::string problem);

}  // namespace store
