#include "store/growth.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "merkle/tiles.hpp"

namespace store {
namespace {

using merkle::Edge;
using merkle::Hash;

Hash root_of(const std::vector<Hash>& hashes) {
    Edge edge;
    for (const Hash& hash : hashes) edge.append(hash);
    return edge.root();
}

// Takes the nodes of a growing tree, bottom first, as Edge::append makes them.
class Tiling {
public:
    Tiling(OpenTiles open, std::vector<FullTile>& full) : open_(std::move(open)), full_(full) {}

    void take(unsigned node_level, std::uint64_t index, const Hash& hash) {
        if (node_level % tile_levels != 0 || !sound_) return;
        const unsigned level = node_level / tile_levels;
        if (level > 0) close(level - 1, index, hash);
        if (open_.size() <= level) open_.resize(level + 1);
        sound_ = sound_ && open_[level].size() == index % tile_hashes;
        open_[level].push_back(hash);
    }

    bool sound() const { return sound_; }
    OpenTiles& open() { return open_; }

private:
    void close(unsigned level, std::uint64_t n, const Hash& root) {
        std::vector<Hash>& hashes = open_[level];
        sound_ = sound_ && hashes.size() == tile_hashes && root_of(hashes) == root;
        full_.push_back({.level = level, .n = n, .root = root, .hashes = bytes_of(hashes)});
        hashes.clear();
    }

    OpenTiles open_;
    std::vector<FullTile>& full_;
    bool sound_ = true;
};

std::string place(std::uint64_t index) { return fmt::format("entry {}", index); }

// Leaves of what the store has, held against what it was given.
Expected<std::vector<Hash>> leaves_read_back(Transaction& transaction, std::uint64_t first,
                                             const std::vector<NewEntry>& entries,
                                             const std::vector<Hash>& leaves) {
    std::vector<Hash> read;
    read.reserve(entries.size());
    std::string problem;
    const auto look = [&](const KeptEntry& kept) {
        const std::size_t i = read.size();
        read.push_back(merkle::leaf_hash(kept.bytes));
        if (!problem.empty()) return;
        if (i >= entries.size() || kept.index != first + i)
            problem = place(kept.index) + " is not at its place";
        else if (read.back() != kept.leaf || kept.leaf != leaves[i] || kept.digest != entries[i].digest)
            problem = place(kept.index) + " was not read back as it was written";
    };
    if (auto done = transaction.read_back(first, entries.size(), look); !done)
        return std::unexpected(std::move(done.error()));
    if (problem.empty() && read.size() != entries.size())
        problem = fmt::format("{} entries were written and {} read back", entries.size(), read.size());
    if (!problem.empty()) return fault(Trouble::damaged, std::move(problem));
    return read;
}

Expected<std::string> signed_by(const Sign& sign, const Edge& edge) {
    auto checkpoint = sign(edge.size(), edge.root());
    if (!checkpoint) return fault(Trouble::not_signed, std::move(checkpoint.error()));
    if (checkpoint->empty()) return fault(Trouble::not_signed, "an empty checkpoint");
    return std::move(*checkpoint);
}

// The hashes of the tree's level 8·`level` from `first` on, exactly `count`.
Expected<std::vector<Hash>> hashes_at(const Store& store, unsigned level, std::uint64_t first,
                                      std::size_t count) {
    auto read = level == 0 ? store.leaves(first, count) : store.tile_roots(level - 1, first, count);
    if (read && read->size() != count)
        return fault(Trouble::damaged, fmt::format("{} of {} hashes are there at level {} from {}",
                                                   read->size(), count, level, first));
    return read;
}

// The peak of the tree at `level`, out of the open tile within which it lies.
Hash peak_at(unsigned level, std::uint64_t size, const OpenTiles& open) {
    const unsigned below = level % tile_levels;
    const std::uint64_t index = (size >> level) - 1;
    const auto begin =
        open[level / tile_levels].begin() + static_cast<std::ptrdiff_t>((index << below) % tile_hashes);
    return root_of({begin, begin + (std::ptrdiff_t{1} << below)});
}

bool come_to(const OpenTiles& open, const Edge& edge) {
    std::size_t peak = edge.peaks().size();
    for (unsigned level = 0; level < 64; ++level) {
        if (!((edge.size() >> level) & 1)) continue;
        if (edge.peaks()[--peak] != peak_at(level, edge.size(), open)) return false;
    }
    return true;
}

Expected<OpenTiles> open_tiles_of(const Store& store, const Edge& edge) {
    OpenTiles open;
    std::uint64_t hashes = edge.size();
    for (unsigned level = 0; hashes > 0; ++level, hashes /= tile_hashes) {
        const std::uint64_t held = hashes % tile_hashes;
        if (held == 0) {
            open.emplace_back();
            continue;
        }
        auto read = hashes_at(store, level, hashes - held, held);
        if (!read) return std::unexpected(std::move(read.error()));
        open.push_back(std::move(*read));
    }
    if (!come_to(open, edge)) return fault(Trouble::damaged, "leaves and tiles do not come to the edge");
    return open;
}

Expected<void> check_newest_checkpoint(const Store& store, const Head& head) {
    const auto at_head = store.checkpoint(head.size());
    if (!at_head) return std::unexpected(at_head.error());
    const auto beyond = store.checkpoint_sizes(head.size(), 1);
    if (!beyond) return std::unexpected(beyond.error());
    if (!beyond->empty())
        return fault(Trouble::damaged,
                     fmt::format("the head is at {} and a checkpoint at {}", head.size(), beyond->front()));
    if (at_head->value_or("") != head.checkpoint || (head.size() > 0 && !*at_head))
        return fault(Trouble::damaged, "the head's checkpoint is not the one of its size");
    return {};
}

Expected<void> check_last_entries(const Store& store, std::uint64_t size) {
    const std::uint64_t first = size - std::min(size, entries_checked);
    const auto leaves = store.leaves(first, entries_checked + 1);
    if (!leaves) return std::unexpected(leaves.error());
    const auto entries = store.entries(first, entries_checked + 1);
    if (!entries) return std::unexpected(entries.error());
    if (leaves->size() != size - first || entries->size() != size - first)
        return fault(Trouble::damaged, fmt::format("the head is at {} and the entries end at {}", size,
                                                   first + entries->size()));
    for (std::size_t i = 0; i < entries->size(); ++i)
        if (merkle::leaf_hash((*entries)[i]) != (*leaves)[i])
            return fault(Trouble::damaged, place(first + i) + " does not have its leaf hash");
    return {};
}

}  // namespace

std::optional<Growth> grown(const Edge& edge, OpenTiles open, std::span<const Hash> leaves) {
    Growth growth{.edge = edge, .open = {}, .full = {}};
    Tiling tiling(std::move(open), growth.full);
    for (const Hash& leaf : leaves)
        growth.edge.append(leaf, [&](unsigned level, std::uint64_t index, const Hash& hash) {
            tiling.take(level, index, hash);
        });
    if (!tiling.sound()) return std::nullopt;
    growth.open = std::move(tiling.open());
    return growth;
}

Expected<OpenTiles> check_edge(const Store& store) {
    const auto head = store.head();
    if (!head) return std::unexpected(head.error());
    if (auto sound = check_newest_checkpoint(store, *head); !sound) return std::unexpected(sound.error());
    if (auto sound = check_last_entries(store, head->size()); !sound) return std::unexpected(sound.error());
    return open_tiles_of(store, head->edge);
}

Expected<Head> append_within(Transaction& transaction, OpenTiles& open, std::uint64_t expected_size,
                             const Batch& batch, const Sign& sign) {
    auto head = transaction.head();
    if (!head) return head;
    if (head->size() != expected_size)
        return fault(Trouble::pen_lost, fmt::format("the log has {} entries where {} were expected",
                                                    head->size(), expected_size));
    if (auto done = transaction.put_files(batch.files); !done) return std::unexpected(done.error());
    if (auto done = transaction.put_annexes(batch.annexes); !done) return std::unexpected(done.error());
    if (batch.entries.empty()) {
        if (auto done = transaction.commit(); !done) return std::unexpected(done.error());
        return head;
    }

    std::vector<Hash> leaves;
    leaves.reserve(batch.entries.size());
    for (const NewEntry& entry : batch.entries) leaves.push_back(merkle::leaf_hash(entry.bytes));
    if (auto done = transaction.put_entries(expected_size, batch.entries, leaves); !done)
        return std::unexpected(done.error());
    const auto read = leaves_read_back(transaction, expected_size, batch.entries, leaves);
    if (!read) return std::unexpected(read.error());

    auto growth = grown(head->edge, open, *read);
    if (!growth) return fault(Trouble::damaged, "the tiles at the edge are not those of the edge");
    auto checkpoint = signed_by(sign, growth->edge);
    if (!checkpoint) return std::unexpected(checkpoint.error());

    Head next{.edge = std::move(growth->edge), .checkpoint = std::move(*checkpoint)};
    if (auto done = transaction.put_tiles(growth->full); !done) return std::unexpected(done.error());
    if (auto done = transaction.move_head(expected_size, next); !done) return std::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return std::unexpected(done.error());
    open = std::move(growth->open);
    return next;
}

Expected<Head> sign_head_within(Transaction& transaction, const Sign& sign) {
    auto head = transaction.head();
    if (!head || !head->checkpoint.empty()) return head;
    auto checkpoint = signed_by(sign, head->edge);
    if (!checkpoint) return std::unexpected(checkpoint.error());
    head->checkpoint = std::move(*checkpoint);
    if (auto done = transaction.move_head(head->size(), *head); !done) return std::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return std::unexpected(done.error());
    return head;
}

Expected<void> examine(const Batch& batch) {
    std::set<Hash> digests;
    for (const NewEntry& entry : batch.entries) {
        if (entry.bytes.size() > merkle::longest_entry)
            return fault(Trouble::unfit, fmt::format("an entry of {} bytes; at most {} can be kept",
                                                     entry.bytes.size(), merkle::longest_entry));
        if (!digests.insert(entry.digest).second)
            return fault(Trouble::exists, "a digest stands twice in the batch");
    }
    for (const File& file : batch.files)
        if (!verify(file)) return fault(Trouble::unfit, "a file is not what its SHA-256 says");
    for (const Annex& annex : batch.annexes) {
        if (annex.salt.size() != hash_bytes)
            return fault(Trouble::unfit, fmt::format("a salt of {} bytes instead of 32", annex.salt.size()));
        if (!verify(annex)) return fault(Trouble::unfit, "an annex is not what its commitment says");
    }
    return {};
}

Expected<void> verify(const File& file) {
    if (merkle::sha256(file.bytes) == file.sha256) return {};
    return fault(Trouble::damaged, "a file is not what its SHA-256 says");
}

Expected<void> verify(const Annex& annex) {
    if (merkle::sha256(annex.salt + annex.bytes) == annex.commitment) return {};
    return fault(Trouble::damaged, "an annex is not what its commitment says");
}

std::string bytes_of(const std::vector<Hash>& hashes) {
    std::string bytes;
    bytes.reserve(hashes.size() * hash_bytes);
    for (const Hash& hash : hashes) bytes += merkle::bytes_of(hash);
    return bytes;
}

std::optional<std::vector<Hash>> hashes_of(std::string_view bytes) {
    if (bytes.size() % hash_bytes != 0) return std::nullopt;
    std::vector<Hash> hashes;
    hashes.reserve(bytes.size() / hash_bytes);
    for (std::size_t at = 0; at < bytes.size(); at += hash_bytes)
        hashes.push_back(*merkle::hash_of(bytes.substr(at, hash_bytes)));
    return hashes;
}

Expected<Head> head_of(std::uint64_t size, std::string_view peaks, std::string checkpoint) {
    auto hashes = hashes_of(peaks);
    auto edge = hashes ? Edge::of(size, std::move(*hashes)) : std::nullopt;
    if (!edge) return fault(Trouble::damaged, "the head has peaks that are not those of its size");
    return Head{.edge = std::move(*edge), .checkpoint = std::move(checkpoint)};
}

bool lays_pen_down(Trouble trouble) {
    return trouble == Trouble::failed || trouble == Trouble::pen_lost || trouble == Trouble::damaged;
}

std::unexpected<Fault> fault(Trouble trouble, std::string problem) {
    return std::unexpected(Fault{.trouble = trouble, .problem = std::move(problem)});
}

}  // namespace store
