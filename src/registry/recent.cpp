#include "registry/recent.hpp"

namespace registry {
namespace {

/// Leaves whose nodes are kept: the paths of two of the largest batches need no others.
constexpr std::size_t leaves_kept = 2'048;

}  // namespace

void RecentNodes::append(const merkle::Hash& leaf) {
    edge_.append(leaf, [&](unsigned level, std::uint64_t index, const merkle::Hash& hash) {
        if (levels_.size() <= level) levels_.resize(level + 1);
        Level& kept = levels_[level];
        if (kept.nodes.empty() || kept.first + kept.nodes.size() != index) {
            kept.nodes.clear();
            kept.first = index;
        }
        kept.nodes.push_back(hash);
        if (kept.nodes.size() > (leaves_kept >> level) + 2) {
            kept.nodes.pop_front();
            ++kept.first;
        }
    });
}

std::optional<merkle::Hash> RecentNodes::node(unsigned level, std::uint64_t index) {
    if (level < levels_.size()) {
        const Level& kept = levels_[level];
        if (kept.first <= index && index - kept.first < kept.nodes.size())
            return kept.nodes[index - kept.first];
    }
    if (!stored_ || stored_at_ != edge_.size()) {
        stored_ = store::nodes_of(*store_, edge_.size());
        stored_at_ = edge_.size();
    }
    return stored_(level, index);
}

std::optional<std::vector<merkle::Hash>> RecentNodes::path(std::uint64_t entry) {
    return merkle::inclusion_path(entry, edge_.size(),
                                  [this](unsigned level, std::uint64_t index) { return node(level, index); });
}

}  // namespace registry
