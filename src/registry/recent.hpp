// What the desk remembers of the entries it kept last, so that paths to them cost no look into the store.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "merkle/tree.hpp"
#include "store/store.hpp"

namespace registry {

/// Nodes of the tree near its right edge. Others are read from the store. For one thread.
class RecentNodes {
public:
    RecentNodes(const store::Store& store, merkle::Edge edge) : store_(&store), edge_(std::move(edge)) {}

    const merkle::Edge& edge() const { return edge_; }
    void append(const merkle::Hash& leaf);
    /// The path from an entry to the root of the present size; empty where the store cannot be read.
    std::optional<std::vector<merkle::Hash>> path(std::uint64_t entry);

private:
    struct Level {
        std::uint64_t first = 0;  // the index of the first node kept
        std::deque<merkle::Hash> nodes;
    };
    std::optional<merkle::Hash> node(unsigned level, std::uint64_t index);

    const store::Store* store_;
    merkle::Edge edge_;
    std::vector<Level> levels_;
    merkle::ReadNode stored_;  // of the store at the size `stored_at_`
    std::uint64_t stored_at_ = 0;
};

}  // namespace registry
