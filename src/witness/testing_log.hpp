// A log in memory, for tests: it signs what it is told to, two histories too.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "merkle/add_checkpoint.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/tiles.hpp"
#include "merkle/tree.hpp"
#include "witness/files.hpp"
#include "witness/mirror.hpp"

namespace witness::testing {

inline merkle::Signer signer(std::string name, merkle::KeyType type, char fill) {
    return {std::move(name), type, *merkle::SecretKey::of(std::string(merkle::seed_bytes, fill))};
}

inline constexpr std::string_view origin = "treaty.example/log";

class TestLog {
public:
    explicit TestLog(std::string name = std::string(origin), char fill = 'L')
        : signer_(signer(std::move(name), merkle::KeyType::ed25519, fill)) {}

    const merkle::Signer& key() const { return signer_; }
    std::vector<merkle::VerifierKey> keys() const { return {signer_.verifier()}; }
    std::uint64_t size() const { return entries_.size(); }
    const std::vector<std::string>& entries() const { return entries_; }

    TestLog& grow_to(std::uint64_t size, std::string_view prefix = "entry") {
        while (entries_.size() < size) {
            entries_.push_back(fmt::format("{} {}", prefix, entries_.size()));
            edge_.append(merkle::leaf_hash(entries_.back()),
                         [&](unsigned level, std::uint64_t, const merkle::Hash& hash) {
                             if (levels_.size() <= level) levels_.resize(level + 1);
                             levels_[level].push_back(hash);
                         });
        }
        return *this;
    }

    std::optional<merkle::Hash> node(unsigned level, std::uint64_t index) const {
        if (level >= levels_.size() || index >= levels_[level].size()) return std::nullopt;
        return levels_[level][index];
    }
    merkle::ReadNode nodes() const {
        return [this](unsigned level, std::uint64_t index) { return node(level, index); };
    }
    merkle::Checkpoint checkpoint(std::uint64_t size) const {
        return {signer_.verifier().name, size, merkle::edge_of(size, nodes())->root()};
    }
    /// Signed; more lines may follow.
    std::string note(std::uint64_t size, const std::vector<merkle::SignatureLine>& more = {}) const {
        return sign(checkpoint(size), more);
    }
    std::string sign(const merkle::Checkpoint& checkpoint,
                     const std::vector<merkle::SignatureLine>& more = {}) const {
        merkle::Note note{checkpoint.text(), {signer_.sign(checkpoint.text())}};
        note.lines.insert(note.lines.end(), more.begin(), more.end());
        return note.whole();
    }
    std::vector<merkle::Hash> path(std::uint64_t from, std::uint64_t to) const {
        return *merkle::consistency_path(from, to, nodes());
    }
    /// What is sent to a witness that is at `from`.
    std::string request(std::uint64_t from, std::uint64_t to) const {
        return merkle::AddCheckpoint{from, path(from, to), note(to)}.text();
    }

    /// Its files, as they are at its present size, and narrower ones too.
    std::optional<std::string> file(const std::string& name) const {
        if (name == "checkpoint") return note(size());
        const auto path = merkle::TilePath::read(name);
        if (!path) return std::nullopt;
        const std::uint64_t first = path->n * merkle::tile_width;
        std::string bytes;
        if (path->level) {
            for (std::uint64_t i = first; i < first + path->width; ++i) {
                const auto hash = node(*path->level * merkle::tile_height, i);
                if (!hash) return std::nullopt;
                bytes += merkle::bytes_of(*hash);
            }
            return bytes;
        }
        if (first + path->width > size()) return std::nullopt;
        const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
        return merkle::bundle({begin, begin + path->width});
    }
    FetchFile files() const {
        return [this](const std::string& name) -> std::expected<std::optional<std::string>, std::string> {
            return file(name);
        };
    }

private:
    merkle::Signer signer_;
    std::vector<std::string> entries_;
    merkle::Edge edge_;
    std::vector<std::vector<merkle::Hash>> levels_;
};

/// A folder of its own, gone at the end of the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "witness-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const Path& path() const { return path_; }
    operator const Path&() const { return path_; }

private:
    Path path_;
};

inline std::vector<Path> files_in(const Path& folder) {
    std::vector<Path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        files.push_back(entry.path());
    return files;
}

}  // namespace witness::testing
