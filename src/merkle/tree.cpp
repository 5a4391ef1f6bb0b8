#include "merkle/tree.hpp"

#include <bit>

namespace merkle {
namespace {

// The root over the leaves [begin, end), a run as the splits of a tree give it: `begin` is a multiple of
// every power of two that its length needs.
std::optional<Hash> root_of_run(std::uint64_t begin, std::uint64_t end, const ReadNode& read) {
    const std::uint64_t length = end - begin;
    if (std::has_single_bit(length)) {
        const auto level = static_cast<unsigned>(std::countr_zero(length));
        return read(level, begin >> level);
    }
    const std::uint64_t half = std::bit_floor(length);
    const auto left = root_of_run(begin, begin + half, read);
    const auto right = root_of_run(begin + half, end, read);
    if (!left || !right) return std::nullopt;
    return node_hash(*left, *right);
}

// Where [begin, end) is split: the largest power of two below its length.
std::uint64_t split_of(std::uint64_t length) {
    const std::uint64_t half = std::bit_floor(length);
    return half == length ? half / 2 : half;
}

}  // namespace

std::optional<Edge> Edge::of(std::uint64_t size, std::vector<Hash> peaks) {
    if (peaks.size() != static_cast<std::size_t>(std::popcount(size))) return std::nullopt;
    Edge edge;
    edge.size_ = size;
    edge.peaks_ = std::move(peaks);
    return edge;
}

void Edge::append(const Hash& leaf, const NewNode& made) {
    Hash hash = leaf;
    std::uint64_t index = size_;
    unsigned level = 0;
    if (made) made(level, index, hash);
    while (index & 1) {
        hash = node_hash(peaks_.back(), hash);
        peaks_.pop_back();
        index >>= 1;
        ++level;
        if (made) made(level, index, hash);
    }
    peaks_.push_back(hash);
    ++size_;
}

Hash Edge::root() const {
    if (peaks_.empty()) return empty_root();
    Hash root = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) root = node_hash(*peak, root);
    return root;
}

std::optional<Edge> edge_of(std::uint64_t size, const ReadNode& read) {
    std::vector<Hash> peaks;
    std::uint64_t begin = 0;
    for (int level = 63; level >= 0; --level) {
        if (!((size >> level) & 1)) continue;
        const auto peak = read(static_cast<unsigned>(level), begin >> level);
        if (!peak) return std::nullopt;
        peaks.push_back(*peak);
        begin += std::uint64_t{1} << level;
    }
    return Edge::of(size, std::move(peaks));
}

std::optional<std::vector<Hash>> inclusion_path(std::uint64_t index, std::uint64_t size,
                                                const ReadNode& read) {
    if (index >= size) return std::nullopt;
    std::vector<Hash> path;
    std::uint64_t begin = 0, end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + split_of(end - begin);
        const bool left = index < middle;
        const auto beside = left ? root_of_run(middle, end, read) : root_of_run(begin, middle, read);
        if (!beside) return std::nullopt;
        path.push_back(*beside);
        (left ? end : begin) = middle;
    }
    return std::vector<Hash>(path.rbegin(), path.rend());
}

std::optional<std::vector<Hash>> consistency_path(std::uint64_t from, std::uint64_t to,
                                                  const ReadNode& read) {
    if (from > to) return std::nullopt;
    std::vector<Hash> path;
    if (from == 0 || from == to) return path;
    std::uint64_t begin = 0, end = to;
    // Down to the run that ends where the old tree ended.
    while (end != from) {
        const std::uint64_t middle = begin + split_of(end - begin);
        const bool left = from <= middle;
        const auto beside = left ? root_of_run(middle, end, read) : root_of_run(begin, middle, read);
        if (!beside) return std::nullopt;
        path.push_back(*beside);
        (left ? end : begin) = middle;
    }
    // Where that run is the old tree itself, its root is known to the one who asks.
    if (begin != 0) {
        const auto run = root_of_run(begin, end, read);
        if (!run) return std::nullopt;
        path.push_back(*run);
    }
    return std::vector<Hash>(path.rbegin(), path.rend());
}

bool proves_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, std::span<const Hash> path,
                      const Hash& root) {
    if (index >= size) return false;
    std::uint64_t at = index, last = size - 1;
    Hash hash = leaf;
    for (const Hash& beside : path) {
        if (last == 0) return false;
        if ((at & 1) || at == last) {
            hash = node_hash(beside, hash);
            while (!(at & 1) && at != 0) at >>= 1, last >>= 1;
        } else {
            hash = node_hash(hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool proves_consistency(std::uint64_t from, const Hash& old_root, std::uint64_t to, const Hash& new_root,
                        std::span<const Hash> path) {
    if (from > to) return false;
    if (from == to) return path.empty() && old_root == new_root;
    if (from == 0) return path.empty() && old_root == empty_root();
    std::size_t next = 0;
    std::uint64_t at = from - 1, last = to - 1;
    while (at & 1) at >>= 1, last >>= 1;
    if (path.empty()) return false;
    // A complete old tree is where the path begins, and is left out of it.
    Hash old_hash = std::has_single_bit(from) ? old_root : path[next++];
    Hash new_hash = old_hash;
    for (; next < path.size(); ++next) {
        if (last == 0) return false;
        const Hash& beside = path[next];
        if ((at & 1) || at == last) {
            old_hash = node_hash(beside, old_hash);
            new_hash = node_hash(beside, new_hash);
            while (!(at & 1) && at != 0) at >>= 1, last >>= 1;
        } else {
            new_hash = node_hash(new_hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && old_hash == old_root && new_hash == new_root;
}

}  // namespace merkle
