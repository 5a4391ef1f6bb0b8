#include "archive/audit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "archive/layout.hpp"
#include "seals/envelope.hpp"

namespace archive {
namespace {

/// Edges of recent sizes: who seals has mostly seen one of the last checkpoints.
constexpr std::size_t most_recent = 2'048;
constexpr std::size_t most_roots = 8'192;
/// Tiles of leaves fetched again for older sizes, 8 KiB each.
constexpr std::size_t most_old_leaves = 64;
/// Entries that go through one step before any goes through the next: the code and tables of verifying fill
/// the processor's nearest caches, and so would be fetched again, as ours would, for each entry.
constexpr unsigned at_once = 32;

Failure of_file(Check check, std::string code, std::string_view path, seals::Facts facts = {}) {
    return {.check = check,
            .code = std::move(code),
            .entry = {},
            .path = std::string(path),
            .facts = std::move(facts)};
}

// The leaves of a full tile make one hash.
merkle::Hash root_of(const std::vector<merkle::Hash>& hashes) {
    merkle::Edge edge;
    for (const merkle::Hash& hash : hashes) edge.append(hash);
    return edge.root();
}

}  // namespace

std::expected<std::string, Failure> fetch_whole(const Fetch& fetch, std::string_view path,
                                                std::size_t longest, Check check) {
    auto bytes = fetch(path, longest);
    if (!bytes) return std::unexpected(of_file(check, "unreadable", path, {{"problem", bytes.error()}}));
    if (!*bytes) return std::unexpected(of_file(check, "missing", path));
    return std::move(**bytes);
}

std::expected<std::string, Failure> fetch_tile(const Fetch& fetch, const merkle::TilePath& path,
                                               Check check) {
    const std::size_t longest = path.level ? longest_tile : longest_bundle;
    auto bytes = fetch(path.text(), longest);
    if (bytes && !*bytes && path.width != merkle::tile_width) {
        // Narrow ones may go when the full one is there.
        const merkle::TilePath full{path.level, path.n, merkle::tile_width};
        auto wider = fetch(full.text(), longest);
        if (wider && *wider) {
            if (path.level) {
                if (!merkle::read_tile(**wider, merkle::tile_width))
                    return std::unexpected(of_file(check, "wrong_length", full.text()));
                (*wider)->resize(path.width * 32);
            } else {
                auto entries = merkle::read_bundle(**wider, merkle::tile_width);
                if (!entries) return std::unexpected(of_file(check, "wrong_length", full.text()));
                entries->resize(path.width);
                *wider = merkle::bundle(*entries);
            }
            return std::move(**wider);
        }
    }
    if (!bytes)
        return std::unexpected(of_file(check, "unreadable", path.text(), {{"problem", bytes.error()}}));
    if (!*bytes) return std::unexpected(of_file(check, "missing", path.text()));
    return std::move(**bytes);
}

Failure failure_of(Check check, std::uint64_t entry, const registry::Refusal& refusal) {
    Failure failure{
        .check = check, .code = registry::code_of(refusal), .entry = entry, .path = {}, .facts = {}};
    std::visit(
        [&]<class W>(const W& why) {
            if constexpr (std::is_same_v<W, seals::Fault>) {
                failure.facts = why.facts;
            } else {
                failure.facts = {why.front().facts.begin(), why.front().facts.end()};
            }
        },
        refusal.why);
    return failure;
}

// -- entries, in any order ---------------------------------------------------------------------------------

std::uint64_t Preparing::files() const {
    const std::lock_guard lock(mutex_);
    return files_.size();
}

Slice Preparing::slice(std::uint64_t n) {
    Slice made;
    const unsigned width = merkle::width_at(std::nullopt, n, size_);
    const merkle::TilePath bundle{std::nullopt, n, width};
    const merkle::TilePath tile{0, n, width};
    const auto fail = [&](Failure failure) {
        made.failure = std::move(failure);
        return std::move(made);
    };
    const auto bytes = fetch_tile(fetch_, bundle, Check::entries);
    if (!bytes) return fail(bytes.error());
    const auto entries = merkle::read_bundle(*bytes, width);
    if (!entries) return fail(of_file(Check::entries, "wrong_length", bundle.text()));
    const auto hashes = fetch_tile(fetch_, tile, Check::tree);
    if (!hashes) return fail(hashes.error());
    const auto leaves = merkle::read_tile(*hashes, width);
    if (!leaves) return fail(of_file(Check::tree, "wrong_length", tile.text()));

    made.entries.reserve(width);
    std::array<Part, at_once> parts;
    for (unsigned first = 0; first < width; first += at_once) {
        const unsigned count = std::min(width - first, at_once);
        const auto each = [&](auto step) {
            for (unsigned i = 0; i < count; ++i) {
                if (!parts[i].failure) step(parts[i]);
            }
        };
        for (unsigned i = 0; i < count; ++i) {
            const std::uint64_t index = n * merkle::tile_width + first + i;
            parts[i] = Part{.index = index, .bytes = (*entries)[first + i]};
            parts[i].prepared.leaf = merkle::leaf_hash(parts[i].bytes);
            if (parts[i].prepared.leaf != (*leaves)[first + i])
                parts[i].failure = Failure{.check = Check::tree,
                                           .code = "leaf_differs",
                                           .entry = index,
                                           .path = bundle.text(),
                                           .facts = {}};
        }
        each([&](Part& part) { read(part); });
        each([&](Part& part) { verify(part); });
        each([&](Part& part) { decode(part); });
        for (unsigned i = 0; i < count; ++i) {
            if (parts[i].failure) return fail(std::move(*parts[i].failure));
            made.entries.push_back(std::move(parts[i].prepared));
        }
    }
    return made;
}

void Preparing::read(Part& part) const {
    auto entry = seals::read_entry(part.bytes, seals::Where::in_log);
    if (!entry) {
        part.failure = failure_of(Check::entries, part.index, {std::move(entry.error())});
        return;
    }
    part.digest = seals::digest_of(origin_, seals::statement_in(part.bytes, *entry));
    part.prepared.read.entry = std::move(*entry);
}

void Preparing::verify(Part& part) const {
    if (auto fault = seals::verify_seals(origin_, part.digest, part.prepared.read.entry.seals))
        part.failure = failure_of(Check::seals, part.index, {std::move(*fault)});
}

void Preparing::decode(Part& part) {
    part.failure = files_of(part.index, part.prepared.read.entry);
    if (part.failure) return;
    auto read = registry::decode(std::move(part.prepared.read.entry));
    if (read)
        part.prepared.read = std::move(*read);
    else
        part.failure = failure_of(Check::form, part.index, read.error());
}

std::optional<Failure> Preparing::files_of(std::uint64_t index, const seals::Entry& entry) {
    for (const seals::FileNote& file : entry.files) {
        if (!file.sha256) continue;
        {
            const std::lock_guard lock(mutex_);
            if (files_.contains(*file.sha256)) continue;
        }
        const std::string path = path_of_file(*file.sha256);
        const auto failed = [&](std::string code) {
            return Failure{.check = Check::files,
                           .code = std::move(code),
                           .entry = index,
                           .path = path,
                           .facts = {{"name", file.name}}};
        };
        const auto bytes = fetch_(path, std::min<std::uint64_t>(file.size, longest_file));
        if (!bytes) {
            Failure failure = failed("unreadable");
            failure.facts.emplace("problem", bytes.error());
            return failure;
        }
        if (!*bytes) return failed("file_missing");
        if ((*bytes)->size() != file.size || merkle::sha256(**bytes) != *file.sha256)
            return failed("file_differs");
        const std::lock_guard lock(mutex_);
        files_.insert(*file.sha256);
    }
    return std::nullopt;
}

// -- the tree ----------------------------------------------------------------------------------------------

std::optional<Failure> Tree256::append(const merkle::Hash& leaf) {
    if (leaves_.size() == merkle::tile_width) leaves_.clear();
    recent_.push_back(edge_);
    if (recent_.size() > most_recent) recent_.pop_front();
    leaves_.push_back(leaf);
    std::vector<merkle::TilePath> full;
    edge_.append(leaf, [&](unsigned level, std::uint64_t index, const merkle::Hash& hash) {
        if (level == 0 || level % merkle::tile_height != 0) return;
        const unsigned row = level / merkle::tile_height;
        if (rows_.size() < row) rows_.resize(row);
        rows_[row - 1].push_back(hash);
        if (index % merkle::tile_width == merkle::tile_width - 1)
            full.push_back({row, index / merkle::tile_width, merkle::tile_width});
    });
    if (leaves_.size() == merkle::tile_width) ++tiles_;
    for (const merkle::TilePath& path : full) {
        if (auto failure = compare(path)) return failure;
    }
    return std::nullopt;
}

// A tile with what the entries made.
std::optional<Failure> Tree256::compare(const merkle::TilePath& path) {
    const auto bytes = fetch_tile(fetch_, path, Check::tree);
    if (!bytes) return bytes.error();
    const auto hashes = merkle::read_tile(*bytes, path.width);
    if (!hashes) return of_file(Check::tree, "wrong_length", path.text());
    const std::vector<merkle::Hash>& row = *path.level == 0 ? leaves_ : rows_[*path.level - 1];
    const std::size_t first = *path.level == 0 ? 0 : path.n * merkle::tile_width;
    if (!std::equal(hashes->begin(), hashes->end(), row.begin() + static_cast<std::ptrdiff_t>(first)))
        return of_file(Check::tree, "tile_differs", path.text());
    ++tiles_;
    return std::nullopt;
}

std::optional<Failure> Tree256::compare_edge() {
    const std::uint64_t end = size();
    unsigned level = 0;
    for (std::uint64_t count = end; count != 0; count >>= merkle::tile_height, ++level) {
        const std::uint64_t n = count / merkle::tile_width;
        const unsigned width = merkle::width_at(level, n, end);
        if (width == 0) continue;
        if (auto failure = compare({level, n, width})) return failure;
    }
    const std::uint64_t n = end / merkle::tile_width;
    const unsigned width = merkle::width_at(std::nullopt, n, end);
    if (width == 0) return std::nullopt;
    const merkle::TilePath path{std::nullopt, n, width};
    const auto bytes = fetch_tile(fetch_, path, Check::entries);
    if (!bytes) return bytes.error();
    const auto entries = merkle::read_bundle(*bytes, width);
    if (!entries) return of_file(Check::entries, "wrong_length", path.text());
    for (unsigned i = 0; i < width; ++i) {
        if (merkle::leaf_hash((*entries)[i]) != leaves_[i])
            return Failure{.check = Check::tree,
                           .code = "leaf_differs",
                           .entry = n * merkle::tile_width + i,
                           .path = path.text(),
                           .facts = {}};
    }
    return std::nullopt;
}

std::optional<merkle::Hash> Tree256::root_at(std::uint64_t size) {
    if (size > edge_.size()) return std::nullopt;
    if (const auto known = roots_.find(size); known != roots_.end()) return known->second;
    std::optional<merkle::Hash> root;
    if (const std::uint64_t back = edge_.size() - size; back == 0) {
        root = edge_.root();
    } else if (back <= recent_.size()) {
        root = recent_[recent_.size() - back].root();
    } else if (const auto edge = merkle::edge_of(
                   size, [this](unsigned level, std::uint64_t index) { return node(level, index); })) {
        root = edge->root();
    }
    if (!root) return root;
    if (roots_.size() >= most_roots) roots_.clear();
    roots_.emplace(size, *root);
    return root;
}

std::optional<merkle::Hash> Tree256::node(unsigned level, std::uint64_t index) {
    const unsigned row = level / merkle::tile_height;
    const unsigned above = level % merkle::tile_height;
    const std::vector<merkle::Hash>* hashes = nullptr;
    std::uint64_t first = index << above;
    if (row == 0) {
        hashes = leaves_of(first / merkle::tile_width);
        first %= merkle::tile_width;
    } else if (row <= rows_.size()) {
        hashes = &rows_[row - 1];
    }
    const std::uint64_t count = std::uint64_t{1} << above;
    if (!hashes || first + count > hashes->size()) return std::nullopt;
    merkle::Edge edge;
    for (std::uint64_t i = 0; i < count; ++i) edge.append((*hashes)[first + i]);
    return edge.root();
}

// Of an earlier tile they are fetched again, and are the same or nothing.
const std::vector<merkle::Hash>* Tree256::leaves_of(std::uint64_t tile) {
    if (tile == (size() - 1) / merkle::tile_width) return &leaves_;
    if (const auto kept = old_leaves_.find(tile); kept != old_leaves_.end()) return &kept->second;
    const auto bytes = fetch_tile(fetch_, {0, tile, merkle::tile_width}, Check::tree);
    auto hashes = bytes ? merkle::read_tile(*bytes, merkle::tile_width) : std::nullopt;
    if (!hashes || root_of(*hashes) != rows_[0][tile]) return nullptr;
    if (old_leaves_.size() >= most_old_leaves) old_leaves_.erase(old_leaves_.begin());
    return &old_leaves_.emplace(tile, std::move(*hashes)).first->second;
}

// -- entries, in order -------------------------------------------------------------------------------------

Reading::Reading(const Fetch& fetch, const std::string& origin)
    : tree_(fetch),
      book_(
          [&fetch](const merkle::Hash& sha256) -> std::optional<std::string> {
              auto bytes = fetch(path_of_file(sha256), longest_file);
              if (!bytes || !*bytes || merkle::sha256(**bytes) != sha256) return std::nullopt;
              return std::move(*bytes);
          },
          origin) {}

std::optional<Failure> Reading::take(Slice slice, const AtSize& at_size) {
    const auto root_at = [this](std::uint64_t size) { return tree_.root_at(size); };
    const auto failed = [](std::uint64_t index, const registry::Refusal& refusal) {
        const bool by_keys = std::holds_alternative<seals::Fault>(refusal.why);
        return failure_of(by_keys ? Check::keys : Check::form, index, refusal);
    };
    for (Prepared& one : slice.entries) {
        const std::uint64_t index = tree_.size();
        const seals::Entry& entry = one.read.entry;
        if (auto refusal = book_.examine(one.read, *entry.known_on, root_at)) return failed(index, *refusal);
        ++counts_.entries;
        counts_.seals += entry.seals.size();
        counts_.acts += one.read.act ? 1 : 0;
        counts_.commitments += static_cast<std::uint64_t>(
            std::ranges::count_if(entry.files, [](const auto& file) { return file.commitment.has_value(); }));
        if (auto refusal = book_.keep(std::move(one.read))) return failed(index, *refusal);
        if (auto failure = tree_.append(one.leaf)) return failure;
        if (auto failure = at_size(tree_.size())) return failure;
    }
    return std::move(slice.failure);
}

}  // namespace archive
