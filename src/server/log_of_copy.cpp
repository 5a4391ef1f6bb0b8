#include "server/log_of_copy.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "archive/layout.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "merkle/tiles.hpp"

namespace server {
namespace {

// Entries and nodes as the tiles of a copy hold them. What was read last is kept: pages go from entry to
// entry.
class Tiles {
public:
    Tiles(archive::Fetch fetch, std::uint64_t size) : fetch_(std::move(fetch)), size_(size) {}

    std::optional<std::string> entry(std::uint64_t index) {
        if (index >= size_) return std::nullopt;
        const std::lock_guard lock(mutex_);
        const std::uint64_t n = index / merkle::tile_width;
        if (!bundle_ || bundle_->first != n) {
            const unsigned width = merkle::width_at(std::nullopt, n, size_);
            const auto bytes = tile({std::nullopt, n, width}, archive::longest_bundle);
            auto entries = bytes ? merkle::read_bundle(*bytes, width) : std::nullopt;
            if (!entries) return std::nullopt;
            bundle_.emplace(n, std::move(*entries));
        }
        return bundle_->second[index % merkle::tile_width];
    }
    std::optional<std::vector<merkle::Hash>> path(std::uint64_t index, std::uint64_t size) {
        const std::lock_guard lock(mutex_);
        auto nodes = nodes_.find(size);
        if (nodes == nodes_.end()) {
            const auto read = [this](const merkle::TilePath& path) {
                return tile(path, archive::longest_tile);
            };
            nodes = nodes_.emplace(size, merkle::TileNodes(size, read)).first;
        }
        return merkle::inclusion_path(index, size, nodes->second.reader());
    }

private:
    std::optional<std::string> tile(const merkle::TilePath& path, std::size_t longest) const {
        auto bytes = fetch_(path.text(), longest);
        return bytes ? std::move(*bytes) : std::nullopt;
    }

    std::mutex mutex_;
    const archive::Fetch fetch_;
    const std::uint64_t size_;
    std::optional<std::pair<std::uint64_t, std::vector<std::string>>> bundle_;  // by number
    std::map<std::uint64_t, merkle::TileNodes> nodes_;                          // by size
};

std::string note_at(const archive::Fetch& fetch, std::string_view path) {
    auto bytes = fetch(path, merkle::longest_note);
    return bytes && *bytes ? std::move(**bytes) : std::string();
}

// What each witness confirmed by `whole`, where nothing newer of it is known.
void put_confirmations(site::Log& log, const merkle::Policy& policy, const std::string& whole,
                       std::uint64_t size) {
    const auto note = merkle::read_note(whole);
    if (!note) return;
    for (std::size_t i = 0; i < policy.witnesses.size(); ++i) {
        site::Witness& witness = log.witnesses[i];
        const merkle::VerifierKey& key = policy.witnesses[i].key;
        for (const merkle::SignatureLine& line : note->lines) {
            if (witness.size != 0 || key.name != line.name || key.id() != line.id) continue;
            if (!merkle::verifies(key, note->text, line)) continue;
            witness.size = size;
            witness.time = merkle::time_of(line).value_or(0);
        }
    }
}

void put_checkpoints(site::Log& log, const registry::Book& book, const archive::Fetch& fetch) {
    const auto policy = archive::policy_of(book.keys());
    if (!policy) return;
    for (const merkle::Policy::Witness& witness : policy->witnesses)
        log.witnesses.push_back({.name = witness.name, .key = witness.key.text()});
    const std::string confirmed = note_at(fetch, archive::checkpoint_file);
    const std::string newest = note_at(fetch, archive::newest_file);
    log.newest = newest.empty() ? confirmed : newest;
    const auto note = merkle::read_note(confirmed);
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!checkpoint) return;
    if (!newest.empty()) put_confirmations(log, *policy, newest, log.size);
    put_confirmations(log, *policy, confirmed, checkpoint->size);
    const auto standing = merkle::standing_of(*note, *policy);
    if (!standing || !standing->witnessed) return;
    log.witnessed = checkpoint->size;
    log.largest = confirmed;
    log.confirmations = standing->witnesses.size();
}

}  // namespace

std::shared_ptr<const site::Log> log_of_copy(const registry::Book& book, const archive::Fetch& fetch) {
    auto log = std::make_shared<site::Log>();
    log->origin = book.keys().origin();
    log->key = book.keys().log_key();
    log->policy = book.keys().policy();
    log->size = book.size();
    log->leaves = book.leaves();
    log->files = book.files();
    log->registry_acts = book.registry_acts();
    log->keys = book.keys().all();
    log->withheld = book.keys().withheld();
    log->released = book.keys().released();
    put_checkpoints(*log, book, fetch);

    const auto tiles = std::make_shared<Tiles>(fetch, log->size);
    log->read = [tiles](std::uint64_t entry) { return tiles->entry(entry); };
    log->path = [tiles](std::uint64_t entry, std::uint64_t size) { return tiles->path(entry, size); };
    log->file = [fetch](const merkle::Hash& sha256) -> std::optional<store::File> {
        auto bytes = fetch(archive::path_of_file(sha256), archive::longest_file);
        if (!bytes || !*bytes) return std::nullopt;
        return store::File{.sha256 = sha256, .media_type = {}, .bytes = std::move(**bytes)};
    };
    return log;
}

}  // namespace server
