// What of a log is public, as files (docs/formats/export.md): the layout of c2sp.org/tlog-tiles, and beside
// it what is needed to check it.
//
//   checkpoint           the largest one that the quorum of witnesses cosigned; while there is none, the
//   newest checkpoint.newest    the newest that the log signed, where it is larger: what follows is on
//   record, and not
//                        witnessed yet
//   tile/…               tiles and bundles of entries; the narrow ones of both checkpoints
//   policy               whose signatures count (c2sp.org/tlog-policy), as the log itself says by now
//   charter.json         the first entry
//   files/<sha256>       files that are for everybody; never an annex
//   README.txt, README.ru.txt
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "archive/fetch.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/policy.hpp"
#include "merkle/tiles.hpp"
#include "seals/keys.hpp"
#include "store/store.hpp"

namespace archive {

inline constexpr std::string_view checkpoint_file = "checkpoint";
inline constexpr std::string_view newest_file = "checkpoint.newest";
inline constexpr std::string_view policy_file = "policy";
inline constexpr std::string_view charter_file = "charter.json";
inline constexpr std::string_view readme_file = "README.txt";
inline constexpr std::string_view russian_readme_file = "README.ru.txt";
/// Bytes of a bundle: 256 of the longest entries, each with its length.
inline constexpr std::size_t longest_bundle = merkle::tile_width * (merkle::longest_entry + 2);
/// Bytes of a tile of hashes.
inline constexpr std::size_t longest_tile = merkle::tile_width * 32;
/// Bytes of a file that an act carries: it is held in memory while its SHA-256 is worked out. A scanned
/// volume of treaties takes a fifth.
inline constexpr std::size_t longest_file = std::size_t{1} << 30;

/// "files/9f86d0…"
std::string path_of_file(const merkle::Hash& sha256);

/// What the log says whose signatures count: its newest policy, with the key of the log itself, which a
/// policy in the log need not name.
std::expected<merkle::Policy, merkle::PolicyFault> policy_of(const seals::Keys& keys);

struct Layout {
    merkle::Checkpoint checkpoint;
    std::string note;  // `checkpoint` as a file
    /// Where the log has gone on since.
    std::optional<merkle::Checkpoint> newest;
    std::string newest_note;
    merkle::Policy policy;
    std::string charter;
    /// Public files that entries name, each once.
    std::set<merkle::Hash> files;

    /// How many entries there are in it.
    std::uint64_t size() const { return newest ? newest->size : checkpoint.size; }
};

/// Reads the log once, for its policy and its files. An empty log cannot be laid out, nor one whose entries
/// or checkpoints cannot be read (`damaged`).
store::Expected<Layout> layout_of(const store::Store& store);

/// The largest checkpoint of a store, up to `size`, that the quorum of `policy` cosigned, with its
/// cosignatures; without one, that of `size`.
store::Expected<std::string> witnessed_checkpoint(const store::Store& store, std::uint64_t size,
                                                  const merkle::Policy& policy);
/// The checkpoint of `size` as the log signed it, and under it the lines of witnesses by their names.
store::Expected<std::string> cosigned_checkpoint(const store::Store& store, std::uint64_t size);

/// The names of all its files: tiles and bundles, then files, then the rest, `checkpoint` last.
std::vector<std::string> paths_of(const Layout& layout);

/// The files themselves, made when they are asked for. The store outlives what is returned.
Fetch from_store(const store::Store& store, Layout layout);

}  // namespace archive
