// For tests: a log in memory, and as files.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "merkle/checkpoint.hpp"
#include "merkle/testing_keys.hpp"
#include "merkle/tiles.hpp"
#include "merkle/tree.hpp"

namespace merkle {

/// Small entries, all nodes of their tree, and three keys.
class TestingLog {
public:
    explicit TestingLog(std::uint64_t size) {
        for (std::uint64_t i = 0; i < size; ++i) {
            entries_.push_back("entry " + std::to_string(i));
            edge_.append(leaf_hash(entries_.back()), [&](unsigned level, std::uint64_t, const Hash& hash) {
                if (levels_.size() == level) levels_.emplace_back();
                levels_[level].push_back(hash);
            });
        }
    }

    std::uint64_t size() const { return entries_.size(); }
    const std::string& entry(std::uint64_t index) const { return entries_[index]; }
    /// Of the tree as it was at `size`.
    ReadNode nodes(std::uint64_t size) const {
        return [this, size](unsigned level, std::uint64_t index) -> std::optional<Hash> {
            if (level >= levels_.size() || index >= size >> level) return std::nullopt;
            return levels_[level][index];
        };
    }
    Hash root(std::uint64_t size) const { return edge_of(size, nodes(size))->root(); }

    /// The bytes of a tile or bundle, which the log has.
    std::string file(const TilePath& path) const {
        const std::uint64_t begin_at = path.n * tile_width;
        if (!path.level) {
            const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(begin_at);
            return bundle({begin, begin + path.width});
        }
        std::string bytes;
        for (unsigned i = 0; i < path.width; ++i)
            bytes += bytes_of(levels_[*path.level * tile_height][begin_at + i]);
        return bytes;
    }
    /// Signed by the log and cosigned by two witnesses.
    std::string checkpoint(std::uint64_t size) const {
        const std::string text = Checkpoint{log.verifier().name, size, root(size)}.text();
        return Note{text,
                    {log.sign(text), first.cosign(text, 1'700'000'000), second.cosign(text, 1'700'000'060)}}
            .whole();
    }
    /// Writes the files of the log as it was at `size` (c2sp.org/tlog-tiles).
    void write(const std::filesystem::path& folder, std::uint64_t size) const {
        const auto put = [&](const std::string& name, const std::string& bytes) {
            std::filesystem::create_directories((folder / name).parent_path());
            std::ofstream(folder / name, std::ios::binary) << bytes;
        };
        for (const TilePath& path : tiles_of(size)) put(path.text(), file(path));
        put("checkpoint", checkpoint(size));
    }

    const Signer log = fixed_signer("treaty.example/testing", KeyType::ed25519, 1);
    const Signer first = fixed_signer("first.example", KeyType::cosignature, 2);
    const Signer second = fixed_signer("second.example", KeyType::cosignature, 3);

private:
    std::vector<std::string> entries_;
    std::vector<std::vector<Hash>> levels_;
    Edge edge_;
};

}  // namespace merkle
