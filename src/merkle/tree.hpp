// The tree of RFC 6962: its right edge, by which it grows, and proofs about it.
//
// A node is named by level and index: node (L, i) is the root over the leaves i·2^L up to (i+1)·2^L, and is
// spoken of only where all of them exist. Pure; where the nodes lie is the caller's affair.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "merkle/hash.hpp"

namespace merkle {

/// One hash of a path more than this has no tree of 2^63 leaves.
inline constexpr std::size_t longest_path = 63;

/// The right edge of a tree: the roots of its complete subtrees, largest first, one for each bit of its size.
/// That is all a tree needs to grow.
class Edge {
public:
    /// Of the empty tree.
    Edge() = default;
    /// Empty where the number of peaks is not that of the bits of `size`.
    static std::optional<Edge> of(std::uint64_t size, std::vector<Hash> peaks);

    /// Called for each complete subtree that a leaf brings about, the leaf itself first.
    using NewNode = std::function<void(unsigned level, std::uint64_t index, const Hash&)>;
    void append(const Hash& leaf, const NewNode& made = {});

    std::uint64_t size() const { return size_; }
    const std::vector<Hash>& peaks() const { return peaks_; }
    /// Of no leaves: `empty_root`.
    Hash root() const;

    friend bool operator==(const Edge&, const Edge&) = default;

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> peaks_;
};

/// Gives the node, or nothing where it cannot be had (a damaged store, a file that is not there).
using ReadNode = std::function<std::optional<Hash>(unsigned level, std::uint64_t index)>;

/// The edge of the first `size` leaves.
std::optional<Edge> edge_of(std::uint64_t size, const ReadNode& read);

/// The path from leaf `index` to the root of the first `size` leaves, bottom first (RFC 9162, 2.1.3.1).
/// Empty where `index` is not below `size` or a node cannot be had.
std::optional<std::vector<Hash>> inclusion_path(std::uint64_t index, std::uint64_t size,
                                                const ReadNode& read);
/// The proof that the first `from` leaves of the first `to` are those of the tree of that size (RFC 9162,
/// 2.1.4.1). No hashes where `from` is 0 or equals `to`; empty where `from` is more than `to` or a node
/// cannot be had.
std::optional<std::vector<Hash>> consistency_path(std::uint64_t from, std::uint64_t to, const ReadNode& read);

/// RFC 9162, 2.1.3.2. A root does not say its size: both must come from one checkpoint that was verified.
bool proves_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, std::span<const Hash> path,
                      const Hash& root);
/// RFC 9162, 2.1.4.2. From size 0 nothing needs to be proved: the path must have no hashes, and the old root
/// must be that of the empty tree.
bool proves_consistency(std::uint64_t from, const Hash& old_root, std::uint64_t to, const Hash& new_root,
                        std::span<const Hash> path);

}  // namespace merkle
