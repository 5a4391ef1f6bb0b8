#include "witness/mirror.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "base/base64.hpp"
#include "http/client.hpp"
#include "merkle/note.hpp"
#include "merkle/path_lines.hpp"

namespace witness {
namespace {

using merkle::tile_height;
using merkle::tile_width;
using merkle::TilePath;
using Code = MirrorFault::Code;

constexpr std::size_t longest_progress = 128;

std::unexpected<MirrorFault> fault(Code code, std::string what) {
    return std::unexpected(MirrorFault{.code = code, .what = std::move(what)});
}

std::string bytes_of(const std::vector<merkle::Hash>& hashes) {
    std::string bytes;
    for (const merkle::Hash& hash : hashes) bytes += merkle::bytes_of(hash);
    return bytes;
}

/// The first `width` entries of bundle `n`: at that width, or full where the log has let the narrower one go.
std::expected<std::vector<std::string>, MirrorFault> fetch_bundle(std::uint64_t n, unsigned width,
                                                                  const FetchFile& fetch) {
    const auto full = static_cast<unsigned>(tile_width);
    for (const unsigned asked : {width, full}) {
        const std::string path = TilePath{.level = std::nullopt, .n = n, .width = asked}.text();
        const auto bytes = fetch(path);
        if (!bytes) return fault(Code::not_reached, path + ": " + bytes.error());
        if (!*bytes) continue;
        auto entries = merkle::read_bundle(**bytes, asked);
        if (!entries) return fault(Code::malformed, path);
        entries->resize(width);
        return *std::move(entries);
    }
    return fault(Code::missing, TilePath{.level = std::nullopt, .n = n, .width = width}.text());
}

/// Do the first leaves, whose tree `edge` is the edge of, belong to the tree of `checkpoint`, by the tiles of
/// the log?
bool belongs_to(const merkle::Edge& edge, const merkle::Checkpoint& checkpoint, const FetchFile& fetch) {
    if (edge.size() == checkpoint.size) return edge.root() == checkpoint.root;
    merkle::TileNodes nodes(checkpoint.size, [&](const TilePath& path) -> std::optional<std::string> {
        auto bytes = fetch(path.text());
        return bytes ? *std::move(bytes) : std::nullopt;
    });
    const auto path = merkle::consistency_path(edge.size(), checkpoint.size, nodes.reader());
    return path &&
           merkle::proves_consistency(edge.size(), edge.root(), checkpoint.size, checkpoint.root, *path);
}

}  // namespace

/// Bundles that were fetched, and what the tree becomes by them. Not verified yet.
struct Mirror::Batch {
    merkle::Edge edge;
    std::map<unsigned, std::vector<merkle::Hash>> growing;
    std::vector<std::pair<TilePath, std::string>> files;
};

FetchFile over_http(std::string url, std::stop_token stop) {
    while (url.ends_with('/')) url.pop_back();
    return [url = std::move(url), stop = std::move(stop)](
               const std::string& path) -> std::expected<std::optional<std::string>, std::string> {
        const auto answer =
            http::fetch({.url = url + "/" + path, .longest_answer = longest_bundle, .stop = stop});
        if (!answer) return std::unexpected(answer.error().problem);
        if (answer->status == 200) return answer->body;
        if (answer->status == 404 || answer->status == 410) return std::nullopt;
        return std::unexpected("status " + std::to_string(answer->status));
    };
}

std::string_view name_of(Code code) {
    constexpr std::array<std::string_view, 8> names{"not_reached", "missing", "malformed", "wrong_root",
                                                    "smaller",     "damaged", "differs",   "disk"};
    return names[static_cast<std::size_t>(code)];
}

std::expected<Mirror, MirrorFault> Mirror::open(Setup setup) {
    Mirror mirror(std::move(setup));
    if (auto made = make_folder(mirror.setup_.folder); !made)
        return fault(Code::disk, std::move(made.error()));
    if (auto read = mirror.read_progress(); !read) return std::unexpected(std::move(read.error()));
    return mirror;
}

std::expected<void, MirrorFault> Mirror::read_progress() {
    const Path file = setup_.folder / "progress";
    const auto bytes = read_file(file, longest_progress);
    if (!bytes) return fault(Code::disk, bytes.error());
    if (!*bytes) return {};
    std::string_view text = **bytes;
    const auto first = merkle::take_line(text);
    const auto second = merkle::take_line(text);
    const auto size = first ? merkle::read_decimal(*first) : std::nullopt;
    const auto root = second ? merkle::read_hash(*second) : std::nullopt;
    if (!size || !root || !text.empty()) return fault(Code::damaged, file.string());

    merkle::TileNodes nodes(*size, [&](const TilePath& path) { return own(path).value_or(std::nullopt); });
    auto edge = merkle::edge_of(*size, nodes.reader());
    if (!edge || edge->root() != *root) return fault(Code::damaged, file.string());
    edge_ = *std::move(edge);
    return read_growing();
}

std::expected<void, MirrorFault> Mirror::read_growing() {
    for (unsigned level = 0; tile_height * level < 64 && edge_.size() >> (tile_height * level) > 0; ++level) {
        const std::uint64_t hashes = edge_.size() >> (tile_height * level);
        const auto width = static_cast<unsigned>(hashes % tile_width);
        if (width == 0) continue;
        const TilePath path{.level = level, .n = hashes / tile_width, .width = width};
        const auto bytes = own(path);
        auto tile = bytes && *bytes ? merkle::read_tile(**bytes, width) : std::nullopt;
        if (!tile) return fault(Code::damaged, path.text());
        growing_[level] = *std::move(tile);
    }
    return {};
}

OnDisk<std::optional<std::string>> Mirror::own(const TilePath& path) const {
    return read_file(setup_.folder / path.text(), longest_bundle);
}

std::expected<void, MirrorFault> Mirror::pull(const std::string& cosigned_note, const FetchFile& fetch) {
    const auto note = merkle::read_note(cosigned_note);
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!checkpoint) return fault(Code::malformed, "checkpoint");
    if (checkpoint->size < size()) return fault(Code::smaller, std::to_string(checkpoint->size));
    if (checkpoint->size == size() && checkpoint->root != edge_.root())
        return fault(Code::wrong_root, std::to_string(size()));
    while (size() < checkpoint->size) {
        auto batch = fetch_batch(checkpoint->size, fetch);
        if (!batch) return std::unexpected(std::move(batch.error()));
        if (!belongs_to(batch->edge, *checkpoint, fetch))
            return fault(Code::wrong_root, std::to_string(batch->edge.size()));
        if (auto kept = keep(*batch); !kept) return kept;
    }
    auto kept = replace_file(setup_.folder / "checkpoint", cosigned_note);
    if (!kept) return fault(Code::disk, std::move(kept.error()));
    return {};
}

std::expected<Mirror::Batch, MirrorFault> Mirror::fetch_batch(std::uint64_t size,
                                                              const FetchFile& fetch) const {
    Batch batch{.edge = edge_, .growing = growing_, .files = {}};
    const auto grow = [&](unsigned level, std::uint64_t index, const merkle::Hash& hash) {
        if (level % tile_height != 0) return;
        std::vector<merkle::Hash>& tile = batch.growing[level / tile_height];
        tile.push_back(hash);
        if (tile.size() < tile_width) return;
        batch.files.emplace_back(TilePath{.level = level / tile_height, .n = index / tile_width},
                                 bytes_of(tile));
        tile.clear();
    };
    std::size_t bytes = 0;
    for (std::size_t count = 0;
         count < setup_.batch_bundles && bytes < setup_.batch_bytes && batch.edge.size() < size; ++count) {
        const std::uint64_t n = batch.edge.size() / tile_width;
        const auto width = merkle::width_at(std::nullopt, n, size);
        const auto entries = fetch_bundle(n, width, fetch);
        if (!entries) return std::unexpected(entries.error());
        const std::uint64_t known = batch.edge.size() % tile_width;
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const merkle::Hash leaf = merkle::leaf_hash((*entries)[i]);
            if (i >= known) {
                batch.edge.append(leaf, grow);
            } else if (leaf != growing_.at(0)[i]) {
                return fault(Code::wrong_root, std::to_string(n * tile_width + i));
            }
        }
        batch.files.emplace_back(TilePath{.level = std::nullopt, .n = n, .width = width},
                                 merkle::bundle(*entries));
        bytes += batch.files.back().second.size();
    }
    for (const auto& [level, tile] : batch.growing) {
        if (tile.empty()) continue;
        const std::uint64_t n = (batch.edge.size() >> (tile_height * level)) / tile_width;
        batch.files.emplace_back(
            TilePath{.level = level, .n = n, .width = static_cast<unsigned>(tile.size())}, bytes_of(tile));
    }
    return batch;
}

std::expected<void, MirrorFault> Mirror::keep(const Batch& batch) {
    for (const auto& [path, bytes] : batch.files) {
        if (auto kept = keep(path, bytes); !kept) return kept;
    }
    const std::string progress =
        std::to_string(batch.edge.size()) + "\n" + merkle::base64_of(batch.edge.root()) + "\n";
    if (auto kept = replace_file(setup_.folder / "progress", progress); !kept)
        return fault(Code::disk, std::move(kept.error()));
    edge_ = batch.edge;
    growing_ = batch.growing;
    return {};
}

std::expected<void, MirrorFault> Mirror::keep(const TilePath& path, std::string_view bytes) {
    const Path file = setup_.folder / path.text();
    if (auto made = make_folder(file.parent_path()); !made) return fault(Code::disk, std::move(made.error()));
    const auto kept = keep_file(file, bytes);
    if (!kept) return fault(Code::disk, kept.error());
    if (*kept != Kept::differs) return {};
    const Path other = setup_.evidence / (setup_.folder.filename().string() + ".mirror." +
                                          base::hex(merkle::bytes_of(merkle::sha256(bytes))));
    const auto evidence = keep_file(other, bytes);
    return fault(Code::differs, file.string() + ", " + (evidence ? other.string() : evidence.error()));
}

std::expected<std::vector<std::string>, MirrorFault> Mirror::entries(std::uint64_t first) const {
    assert(first < size());
    const std::uint64_t n = first / tile_width;
    const TilePath path{.level = std::nullopt, .n = n, .width = merkle::width_at(std::nullopt, n, size())};
    const auto bytes = own(path);
    if (!bytes) return fault(Code::disk, bytes.error());
    auto entries = *bytes ? merkle::read_bundle(**bytes, path.width) : std::nullopt;
    if (!entries) return fault(Code::damaged, path.text());
    // Files on a disk may change without anybody's doing; the tree says what they were.
    merkle::TileNodes nodes(size(), [&](const TilePath& tile) { return own(tile).value_or(std::nullopt); });
    for (std::size_t i = 0; i < entries->size(); ++i) {
        if (nodes(0, n * tile_width + i) != merkle::leaf_hash((*entries)[i]))
            return fault(Code::damaged, path.text());
    }
    entries->erase(entries->begin(), entries->begin() + static_cast<std::ptrdiff_t>(first % tile_width));
    return *std::move(entries);
}

}  // namespace witness
