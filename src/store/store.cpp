#include "store/store.hpp"

#include <map>
#include <memory>
#include <utility>

#include "store/growth.hpp"

namespace store {
namespace {

using merkle::Hash;

/// Tiles that a reader of nodes keeps: 8 MiB of hashes. When there are more it begins anew.
constexpr std::size_t most_kept_tiles = 1024;

// Reads tiles of the first `size` leaves, each at the width that it has at this size.
class Nodes {
public:
    Nodes(const Store& store, std::uint64_t size) : store_(store), size_(size) {}

    std::optional<Hash> node(unsigned level, std::uint64_t index) {
        if (level >= 64 || index >= (size_ >> level)) return std::nullopt;
        const unsigned below = level % tile_levels;
        const std::uint64_t first = index << below;
        const std::vector<Hash>* hashes = tile(level / tile_levels, first / tile_hashes);
        if (!hashes) return std::nullopt;
        merkle::Edge edge;
        for (std::uint64_t i = 0; i < std::uint64_t{1} << below; ++i)
            edge.append((*hashes)[first % tile_hashes + i]);
        return edge.root();
    }

private:
    const std::vector<Hash>* tile(unsigned level, std::uint64_t n) {
        const auto kept = kept_.find({level, n});
        if (kept != kept_.end()) return &kept->second;
        const std::uint64_t hashes = size_ >> (tile_levels * level);
        const std::uint64_t width = std::min(tile_hashes, hashes - n * tile_hashes);
        auto read = width == tile_hashes ? full_tile(level, n) : open_tile(level, n, width);
        if (!read || read->size() != width) return nullptr;
        if (kept_.size() >= most_kept_tiles) kept_.clear();
        return &kept_.emplace(std::pair{level, n}, std::move(*read)).first->second;
    }

    std::optional<std::vector<Hash>> full_tile(unsigned level, std::uint64_t n) const {
        const auto bytes = store_.tile(level, n);
        return bytes && *bytes ? hashes_of(**bytes) : std::nullopt;
    }

    std::optional<std::vector<Hash>> open_tile(unsigned level, std::uint64_t n, std::uint64_t width) const {
        const std::uint64_t first = n * tile_hashes;
        auto read = level == 0 ? store_.leaves(first, width) : store_.tile_roots(level - 1, first, width);
        if (!read) return std::nullopt;
        return std::move(*read);
    }

    const Store& store_;
    std::uint64_t size_;
    std::map<std::pair<unsigned, std::uint64_t>, std::vector<Hash>> kept_;
};

}  // namespace

std::string_view name_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::cannot_open:
            return "cannot_open";
        case Trouble::other_holds_pen:
            return "other_holds_pen";
        case Trouble::pen_lost:
            return "pen_lost";
        case Trouble::failed:
            return "failed";
        case Trouble::full:
            return "full";
        case Trouble::damaged:
            return "damaged";
        case Trouble::not_signed:
            return "not_signed";
        case Trouble::exists:
            return "exists";
        case Trouble::read_only:
            return "read_only";
        case Trouble::unfit:
            return "unfit";
    }
    std::unreachable();
}

merkle::ReadNode nodes_of(const Store& store, std::uint64_t size) {
    return [nodes = std::make_shared<Nodes>(store, size)](unsigned level, std::uint64_t index) {
        return nodes->node(level, index);
    };
}

}  // namespace store
