// A store in memory. One lock is over all of it: whoever reads sees whole batches, because a batch is taken
// in under the lock when all of it was worked out.
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <utility>

#include "store/growth.hpp"
#include "store/store.hpp"

namespace store {
namespace {

using merkle::Hash;

struct Kept {
    Hash digest;
    Hash leaf;
    std::string bytes;
};

struct Contents {
    Head head;
    std::deque<Kept> entries;  // a deque, so that what is there stays where it is
    std::map<Hash, std::uint64_t> digests;
    std::map<std::pair<unsigned, std::uint64_t>, FullTile> tiles;
    std::map<std::uint64_t, std::string> checkpoints;
    std::map<std::uint64_t, std::map<std::string, std::string>> cosignatures;  // by size and witness
    std::map<Hash, File> files;
    std::map<Hash, Annex> annexes;
    std::map<std::string, std::string, std::less<>> settings;
};

template <class Map> std::vector<Hash> keys_of(const Map& map) {
    std::vector<Hash> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

template <class Map, class Key> auto value_at(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::optional<typename Map::mapped_type>() : std::optional(found->second);
}

// Holds what is to come beside what is there, until it is committed.
class MemoryTransaction final : public Transaction {
public:
    MemoryTransaction(Contents& contents, std::mutex& reading) : contents_(contents), reading_(reading) {}

    Expected<Head> head() override { return contents_.head; }

    Expected<void> put_entries(std::uint64_t, const std::vector<NewEntry>& entries,
                               const std::vector<Hash>& leaves) override {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (contents_.digests.contains(entries[i].digest))
                return fault(Trouble::exists, "a digest is on record");
            entries_.push_back({.digest = entries[i].digest, .leaf = leaves[i], .bytes = entries[i].bytes});
        }
        return {};
    }
    Expected<void> read_back(std::uint64_t first, std::size_t, const LookAtEntry& look) override {
        for (const Kept& kept : entries_)
            look({.index = first++, .digest = kept.digest, .leaf = kept.leaf, .bytes = kept.bytes});
        return {};
    }
    Expected<void> put_files(const std::vector<File>& files) override {
        files_ = &files;
        return {};
    }
    Expected<void> put_annexes(const std::vector<Annex>& annexes) override {
        annexes_ = &annexes;
        return {};
    }
    Expected<void> put_tiles(const std::vector<FullTile>& tiles) override {
        tiles_ = tiles;
        return {};
    }
    Expected<void> move_head(std::uint64_t, const Head& to) override {
        next_ = to;
        return {};
    }
    Expected<void> commit() override {
        const std::lock_guard lock(reading_);
        for (Kept& kept : entries_) {
            contents_.digests.emplace(kept.digest, contents_.entries.size());
            contents_.entries.push_back(std::move(kept));
        }
        if (files_)
            for (const File& file : *files_) contents_.files.emplace(file.sha256, file);
        if (annexes_)
            for (const Annex& annex : *annexes_) contents_.annexes.emplace(annex.commitment, annex);
        for (FullTile& tile : tiles_) {
            const auto key = std::pair{tile.level, tile.n};
            contents_.tiles.emplace(key, std::move(tile));
        }
        if (next_) {
            contents_.checkpoints.emplace(next_->size(), next_->checkpoint);
            contents_.head = std::move(*next_);
        }
        return {};
    }

private:
    Contents& contents_;
    std::mutex& reading_;
    std::vector<Kept> entries_;
    const std::vector<File>* files_ = nullptr;
    const std::vector<Annex>* annexes_ = nullptr;
    std::vector<FullTile> tiles_;
    std::optional<Head> next_;
};

class MemoryStore final : public Store {
public:
    Expected<Head> head() const override {
        const std::lock_guard lock(reading_);
        return contents_.head;
    }
    Expected<std::vector<std::string>> entries(std::uint64_t first, std::size_t count) const override {
        const std::lock_guard lock(reading_);
        std::vector<std::string> found;
        for_each(first, count, [&](const Kept& kept) { found.push_back(kept.bytes); });
        return found;
    }
    Expected<std::vector<Hash>> leaves(std::uint64_t first, std::size_t count) const override {
        const std::lock_guard lock(reading_);
        std::vector<Hash> found;
        for_each(first, count, [&](const Kept& kept) { found.push_back(kept.leaf); });
        return found;
    }
    Expected<void> each_entry(
        std::uint64_t first,
        const std::function<bool(std::uint64_t, std::string_view)>& look) const override {
        for (std::uint64_t index = first;; ++index) {
            const Kept* kept = nullptr;
            {
                const std::lock_guard lock(reading_);
                if (index >= contents_.entries.size()) return {};
                kept = &contents_.entries[index];
            }
            if (!look(index, kept->bytes)) return {};
        }
    }
    Expected<std::optional<std::uint64_t>> find(const Hash& digest) const override {
        const std::lock_guard lock(reading_);
        return value_at(contents_.digests, digest);
    }
    Expected<std::vector<std::optional<std::uint64_t>>> find_all(
        const std::vector<Hash>& digests) const override {
        const std::lock_guard lock(reading_);
        std::vector<std::optional<std::uint64_t>> found;
        for (const Hash& digest : digests) found.push_back(value_at(contents_.digests, digest));
        return found;
    }
    Expected<std::optional<std::string>> tile(unsigned level, std::uint64_t n) const override {
        const std::lock_guard lock(reading_);
        const auto found = contents_.tiles.find({level, n});
        if (found == contents_.tiles.end()) return std::nullopt;
        return found->second.hashes;
    }
    Expected<std::vector<Hash>> tile_roots(unsigned level, std::uint64_t first,
                                           std::size_t count) const override {
        const std::lock_guard lock(reading_);
        std::vector<Hash> found;
        for (auto at = contents_.tiles.find({level, first});
             at != contents_.tiles.end() && at->first.first == level && found.size() < count; ++at)
            found.push_back(at->second.root);
        return found;
    }
    Expected<std::optional<std::string>> checkpoint(std::uint64_t size) const override {
        const std::lock_guard lock(reading_);
        return value_at(contents_.checkpoints, size);
    }
    Expected<std::vector<std::uint64_t>> checkpoint_sizes(std::uint64_t above,
                                                          std::size_t count) const override {
        const std::lock_guard lock(reading_);
        std::vector<std::uint64_t> sizes;
        for (auto at = contents_.checkpoints.upper_bound(above);
             at != contents_.checkpoints.end() && sizes.size() < count; ++at)
            sizes.push_back(at->first);
        return sizes;
    }
    Expected<std::vector<Cosignature>> cosignatures(std::uint64_t size) const override {
        const std::lock_guard lock(reading_);
        std::vector<Cosignature> found;
        if (const auto of_size = contents_.cosignatures.find(size); of_size != contents_.cosignatures.end())
            for (const auto& [witness, line] : of_size->second)
                found.push_back({.size = size, .witness = witness, .line = line});
        return found;
    }
    Expected<std::optional<std::uint64_t>> cosigned_size(std::uint64_t at_most) const override {
        const std::lock_guard lock(reading_);
        const auto above = contents_.cosignatures.upper_bound(at_most);
        if (above == contents_.cosignatures.begin()) return std::nullopt;
        return std::prev(above)->first;
    }
    Expected<std::optional<File>> file(const Hash& sha256) const override {
        const std::lock_guard lock(reading_);
        return value_at(contents_.files, sha256);
    }
    Expected<std::vector<Hash>> files() const override {
        const std::lock_guard lock(reading_);
        return keys_of(contents_.files);
    }
    Expected<std::optional<Annex>> annex(const Hash& commitment) const override {
        const std::lock_guard lock(reading_);
        return value_at(contents_.annexes, commitment);
    }
    Expected<std::vector<Hash>> annexes() const override {
        const std::lock_guard lock(reading_);
        return keys_of(contents_.annexes);
    }
    Expected<std::optional<std::string>> setting(std::string_view name) const override {
        const std::lock_guard lock(reading_);
        return value_at(contents_.settings, name);
    }
    Expected<std::uint64_t> wait_beyond(std::uint64_t size,
                                        std::chrono::milliseconds at_most) const override {
        std::unique_lock lock(reading_);
        grew_.wait_for(lock, at_most, [&] { return contents_.head.size() > size; });
        return contents_.head.size();
    }

    bool has_pen() const override {
        const std::lock_guard lock(reading_);
        return has_pen_;
    }
    Expected<Head> append(std::uint64_t expected_size, const Batch& batch, const Sign& sign) override {
        if (auto fit = examine(batch); !fit) return std::unexpected(fit.error());
        return written([&] {
            MemoryTransaction transaction(contents_, reading_);
            return append_within(transaction, open_, expected_size, batch, sign);
        });
    }
    Expected<Head> sign_head(const Sign& sign) override {
        return written([&] {
            MemoryTransaction transaction(contents_, reading_);
            return sign_head_within(transaction, sign);
        });
    }
    Expected<void> keep(const Cosignature& cosignature) override {
        return written([&]() -> Expected<void> {
            const std::lock_guard lock(reading_);
            if (!contents_.checkpoints.contains(cosignature.size))
                return fault(Trouble::unfit, "no checkpoint of this size was published");
            contents_.cosignatures[cosignature.size][cosignature.witness] = cosignature.line;
            return {};
        });
    }
    Expected<bool> remove_annex(const Hash& commitment) override {
        return written([&]() -> Expected<bool> {
            const std::lock_guard lock(reading_);
            return contents_.annexes.erase(commitment) > 0;
        });
    }
    Expected<void> set(std::string_view name, std::string_view text) override {
        return written([&]() -> Expected<void> {
            const std::lock_guard lock(reading_);
            contents_.settings.insert_or_assign(std::string(name), std::string(text));
            return {};
        });
    }

private:
    template <class Look> void for_each(std::uint64_t first, std::size_t count, Look look) const {
        const std::uint64_t size = contents_.entries.size();
        for (std::uint64_t i = first; i < size && i - first < count; ++i) look(contents_.entries[i]);
    }

    template <class Write> auto written(Write write) -> decltype(write()) {
        const std::lock_guard writing(writing_);
        if (!has_pen()) return fault(Trouble::pen_lost, "the pen was laid down");
        auto done = write();
        if (!done && lays_pen_down(done.error().trouble)) {
            const std::lock_guard lock(reading_);
            has_pen_ = false;
        }
        grew_.notify_all();
        return done;
    }

    mutable std::mutex reading_;  // over the contents; taken after writing_ where both are
    std::mutex writing_;          // one batch at a time
    mutable std::condition_variable grew_;
    Contents contents_;
    OpenTiles open_;
    bool has_pen_ = true;
};

}  // namespace

std::unique_ptr<Store> in_memory() { return std::make_unique<MemoryStore>(); }

}  // namespace store
