// The entries of a log read one after another: the tree they make, and whether each may stand where it
// stands.
//
// For verify.cpp and import.cpp, which know where the files come from and what is signed.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "archive/fetch.hpp"
#include "archive/verdict.hpp"
#include "merkle/tiles.hpp"
#include "merkle/tree.hpp"
#include "registry/book.hpp"

namespace archive {

/// An entry whose bytes, leaf and seals were looked at.
struct Prepared {
    registry::Read read;
    merkle::Hash leaf{};
};

/// The entries of one bundle, up to the first that does not hold.
struct Slice {
    std::vector<Prepared> entries;
    std::optional<Failure> failure;
};

/// The part that needs no order: any thread prepares any slice.
class Preparing {
public:
    Preparing(const Fetch& fetch, std::string origin, std::uint64_t size)
        : fetch_(fetch), origin_(std::move(origin)), size_(size) {}

    Slice slice(std::uint64_t n);
    /// Files whose bytes were compared.
    std::uint64_t files() const;

private:
    // An entry on its way through the steps, each of which may end it.
    struct Part {
        std::uint64_t index = 0;
        std::string_view bytes;
        merkle::Hash digest{};
        Prepared prepared;
        std::optional<Failure> failure;
    };
    void read(Part& part) const;
    void verify(Part& part) const;
    void decode(Part& part);
    std::optional<Failure> files_of(std::uint64_t index, const seals::Entry& entry);

    const Fetch& fetch_;
    const std::string origin_;
    const std::uint64_t size_;
    mutable std::mutex mutex_;  // of files_
    std::set<merkle::Hash> files_;
};

/// The tree as the entries make it, compared with tiles. Keeps the right edge, one hash for every 256
/// entries, and what was asked for lately.
class Tree256 {
public:
    explicit Tree256(const Fetch& fetch) : fetch_(fetch) {}

    /// The next leaf; tiles that it completes are compared, those of leaves excepted (they were, entry by
    /// entry).
    std::optional<Failure> append(const merkle::Hash& leaf);
    /// The narrow tiles and the narrow bundle of the present size.
    std::optional<Failure> compare_edge();

    std::uint64_t size() const { return edge_.size(); }
    merkle::Hash root() const { return edge_.root(); }
    /// Of any size up to the present one.
    std::optional<merkle::Hash> root_at(std::uint64_t size);
    std::uint64_t tiles() const { return tiles_; }
    const merkle::Edge& edge() const { return edge_; }

private:
    std::optional<Failure> compare(const merkle::TilePath& path);
    std::optional<merkle::Hash> node(unsigned level, std::uint64_t index);
    const std::vector<merkle::Hash>* leaves_of(std::uint64_t tile);

    const Fetch& fetch_;
    merkle::Edge edge_;
    std::vector<std::vector<merkle::Hash>> rows_;  // of each level of tiles above the leaves: all its hashes
    std::vector<merkle::Hash> leaves_;             // of the last tile
    std::deque<merkle::Edge> recent_;              // of the sizes before this
    std::unordered_map<std::uint64_t, merkle::Hash> roots_;
    std::map<std::uint64_t, std::vector<merkle::Hash>> old_leaves_;
    std::uint64_t tiles_ = 0;
};

/// How far the reading in order came.
struct Counts {
    std::uint64_t entries = 0;
    std::uint64_t seals = 0;
    std::uint64_t acts = 0;
    std::uint64_t commitments = 0;
};

/// The part that goes in order.
class Reading {
public:
    /// Called when so many entries stand: compares what is signed for that size.
    using AtSize = std::function<std::optional<Failure>(std::uint64_t size)>;
    Reading(const Fetch& fetch, const std::string& origin);

    std::optional<Failure> take(Slice slice, const AtSize& at_size);

    const registry::Book& book() const { return book_; }
    Tree256& tree() { return tree_; }
    const Counts& counts() const { return counts_; }

private:
    Tree256 tree_;
    registry::Book book_;
    Counts counts_;
};

/// The failure of an entry for what the registry says of it.
Failure failure_of(Check check, std::uint64_t entry, const registry::Refusal& refusal);
/// The bytes of a tile or bundle, the narrow one or the first part of the full one; wrong ones are a failure.
std::expected<std::string, Failure> fetch_tile(const Fetch& fetch, const merkle::TilePath& path, Check check);
/// A file that must be there.
std::expected<std::string, Failure> fetch_whole(const Fetch& fetch, std::string_view path,
                                                std::size_t longest, Check check);

}  // namespace archive
