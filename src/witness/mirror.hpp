// A copy of a log: its entries and tiles as files (c2sp.org/tlog-tiles), pulled from wherever they can be
// had, and kept only where the signed root vouches for them.
//
// Whoever serves them need not be trusted. What is fetched is hashed into the tree; only where the tree has
// the root of a cosigned checkpoint, or a path ties it to that root, are files written. A file that is there
// is never written over.
//
//   FOLDER/tile/…       bundles and tiles
//   FOLDER/progress     "SIZE LF ROOT LF": so far the files go, and are right
//   FOLDER/checkpoint   the cosigned checkpoint, once all of it is there
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/checkpoint.hpp"
#include "merkle/tiles.hpp"
#include "merkle/tree.hpp"
#include "witness/files.hpp"

namespace witness {

/// Gives a file of a log by its path ("checkpoint", "tile/0/000"); nothing where there is none. An error, in
/// words, where it cannot be told.
using FetchFile = std::function<std::expected<std::optional<std::string>, std::string>(const std::string&)>;

/// The same from under an address ("https://treaty.example/log"). Ends early when told to stop.
FetchFile over_http(std::string url, std::stop_token stop = {});

/// Bytes of a bundle: 256 entries, each as long as may be.
inline constexpr std::size_t longest_bundle = merkle::tile_width * (merkle::longest_entry + 2);

struct MirrorFault {
    enum class Code {
        not_reached,  // the log cannot be asked now
        missing,      // it has no such file, though its checkpoint says so
        malformed,    // a bundle that is none, or a note that is no checkpoint
        wrong_root,   // what it serves is not what it signed
        smaller,      // the checkpoint is smaller than what is here
        damaged,      // what is here is not what was put here
        differs,      // a file is here with other bytes than the signed root vouches for; they were left
        disk,
    };
    Code code;
    std::string what;  // the file, and the system's words
};
std::string_view name_of(MirrorFault::Code code);

/// Used by one thread at a time.
class Mirror {
public:
    struct Setup {
        Path folder;
        /// Where bytes go that should have been those of a file that is here.
        Path evidence;
        /// Entries are verified and written in batches of so many bundles, and of no more than so many bytes:
        /// that is what is held in memory.
        std::size_t batch_bundles = 64;
        std::size_t batch_bytes = 32 * 1024 * 1024;
    };
    /// Reads how far it has come, and checks its right edge.
    static std::expected<Mirror, MirrorFault> open(Setup setup);

    std::uint64_t size() const { return edge_.size(); }

    /// Brings the copy up to a checkpoint that was verified and cosigned (a whole note). What was verified
    /// before a fault stays.
    std::expected<void, MirrorFault> pull(const std::string& cosigned_note, const FetchFile& fetch);

    /// The entries from `first` (below size()) to the end of their bundle, or to size().
    std::expected<std::vector<std::string>, MirrorFault> entries(std::uint64_t first) const;

private:
    struct Batch;

    explicit Mirror(Setup setup) : setup_(std::move(setup)) {}
    std::expected<void, MirrorFault> read_progress();
    std::expected<void, MirrorFault> read_growing();
    std::expected<Batch, MirrorFault> fetch_batch(std::uint64_t size, const FetchFile& fetch) const;
    std::expected<void, MirrorFault> keep(const Batch& batch);
    std::expected<void, MirrorFault> keep(const merkle::TilePath& path, std::string_view bytes);
    OnDisk<std::optional<std::string>> own(const merkle::TilePath& path) const;

    Setup setup_;
    merkle::Edge edge_;
    std::map<unsigned, std::vector<merkle::Hash>>
        growing_;  // by level: the hashes of its last tile, not full
};

}  // namespace witness
