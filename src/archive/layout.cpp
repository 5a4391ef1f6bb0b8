#include "archive/layout.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "archive/readme.hpp"
#include "base/base64.hpp"
#include "merkle/note.hpp"
#include "seals/envelope.hpp"

namespace archive {
namespace {

constexpr std::string_view files_folder = "files/";

std::unexpected<store::Fault> damaged(std::string problem) {
    return std::unexpected(store::Fault{store::Trouble::damaged, std::move(problem)});
}

store::Expected<merkle::Checkpoint> read_checkpoint(const std::string& whole) {
    const auto note = merkle::read_note(whole);
    if (!note) return damaged("a checkpoint is no note: " + std::string(merkle::name_of(note.error())));
    const auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint)
        return damaged("a note is no checkpoint: " + std::string(merkle::name_of(checkpoint.error())));
    return *checkpoint;
}

// A store as files. What is asked for again and again lies in the layout.
class StoreFiles {
public:
    StoreFiles(const store::Store& store, Layout layout) : store_(store), layout_(std::move(layout)) {}

    store::Expected<std::optional<std::string>> read(std::string_view path) const {
        if (path == checkpoint_file) return layout_.note;
        if (path == newest_file) {
            if (!layout_.newest) return std::nullopt;
            return layout_.newest_note;
        }
        if (path == policy_file) return layout_.policy.text();
        if (path == charter_file) return layout_.charter;
        if (path == readme_file) return readme(layout_, words::Language::en);
        if (path == russian_readme_file) return readme(layout_, words::Language::ru);
        if (path.starts_with(files_folder)) return file(path.substr(files_folder.size()));
        const auto tile = merkle::TilePath::read(path);
        if (!tile || tile->width > merkle::width_at(tile->level, tile->n, layout_.size()))
            return std::nullopt;
        return tile->level ? hashes(*tile) : entries(*tile);
    }

private:
    store::Expected<std::optional<std::string>> file(std::string_view name) const {
        const auto hash = merkle::hash_of(base::read_hex(name).value_or(std::string()));
        if (!hash || !layout_.files.contains(*hash)) return std::nullopt;
        auto found = store_.file(*hash);
        if (!found) return std::unexpected(found.error());
        if (!*found) return std::nullopt;
        return std::move((*found)->bytes);
    }
    store::Expected<std::optional<std::string>> entries(const merkle::TilePath& path) const {
        auto found = store_.entries(path.n * merkle::tile_width, path.width);
        if (!found) return std::unexpected(found.error());
        if (found->size() != path.width) return damaged("entries are missing");
        return merkle::bundle(*found);
    }
    store::Expected<std::optional<std::string>> hashes(const merkle::TilePath& path) const {
        const std::uint64_t first = path.n * merkle::tile_width;
        auto found = *path.level == 0 ? store_.leaves(first, path.width)
                                      : store_.tile_roots(*path.level - 1, first, path.width);
        if (!found) return std::unexpected(found.error());
        if (found->size() != path.width) return damaged("hashes are missing");
        std::string bytes;
        for (const merkle::Hash& hash : *found) bytes += merkle::bytes_of(hash);
        return bytes;
    }

    const store::Store& store_;
    const Layout layout_;
};

}  // namespace

std::string path_of_file(const merkle::Hash& sha256) {
    return std::string(files_folder) + base::hex(merkle::bytes_of(sha256));
}

std::expected<merkle::Policy, merkle::PolicyFault> policy_of(const seals::Keys& keys) {
    auto policy = merkle::read_policy(keys.policy());
    if (!policy) return policy;
    const auto log = merkle::VerifierKey::read(keys.log_key());
    if (log && std::ranges::find(policy->logs, *log, &merkle::Policy::Log::key) == policy->logs.end())
        policy->logs.insert(policy->logs.begin(), merkle::Policy::Log{.key = *log, .url = {}});
    return policy;
}

store::Expected<std::string> cosigned_checkpoint(const store::Store& store, std::uint64_t size) {
    auto signed_by_log = store.checkpoint(size);
    if (!signed_by_log) return std::unexpected(signed_by_log.error());
    if (!*signed_by_log) return damaged("no checkpoint of size " + std::to_string(size));
    auto lines = store.cosignatures(size);
    if (!lines) return std::unexpected(lines.error());
    std::ranges::sort(*lines, {}, &store::Cosignature::witness);
    std::string note = std::move(**signed_by_log);
    for (const store::Cosignature& one : *lines) note += one.line;
    return note;
}

store::Expected<std::string> witnessed_checkpoint(const store::Store& store, std::uint64_t size,
                                                  const merkle::Policy& policy) {
    for (std::uint64_t at_most = size; !policy.quorum.empty();) {
        const auto found = store.cosigned_size(at_most);
        if (!found) return std::unexpected(found.error());
        if (!*found) break;
        auto note = cosigned_checkpoint(store, **found);
        if (!note) return note;
        const auto read = merkle::read_note(*note);
        if (!read) return damaged("a checkpoint is no note");
        const auto standing = merkle::standing_of(*read, policy);
        if (standing && standing->logged && standing->witnessed) return note;
        if (**found == 0) break;
        at_most = **found - 1;
    }
    return cosigned_checkpoint(store, size);
}

store::Expected<Layout> layout_of(const store::Store& store) {
    auto head = store.head();
    if (!head) return std::unexpected(head.error());
    if (head->size() == 0) return damaged("the log has no entries");

    Layout layout;
    seals::Keys keys;
    std::optional<std::string> problem;
    const auto all = store.each_entry(0, [&](std::uint64_t index, std::string_view bytes) {
        if (index >= head->size()) return false;
        if (index == 0) layout.charter = bytes;
        const auto entry = seals::read_entry(bytes, seals::Where::in_log);
        const auto understood = entry ? seals::understand(*entry) : std::unexpected(entry.error());
        if (!understood) {
            problem = "entry " + std::to_string(index) + ": " +
                      std::string(seals::name_of(understood.error().code));
            return false;
        }
        keys.keep(index, *entry, *understood);
        for (const seals::FileNote& file : entry->files) {
            if (file.sha256) layout.files.insert(*file.sha256);
        }
        return true;
    });
    if (!all) return std::unexpected(all.error());
    if (problem) return damaged(std::move(*problem));
    auto policy = policy_of(keys);
    if (!policy) return damaged("the policy of the log cannot be read");
    layout.policy = std::move(*policy);

    auto note = witnessed_checkpoint(store, head->size(), layout.policy);
    if (!note) return std::unexpected(note.error());
    auto checkpoint = read_checkpoint(*note);
    if (!checkpoint) return std::unexpected(checkpoint.error());
    layout.note = std::move(*note);
    layout.checkpoint = std::move(*checkpoint);
    if (layout.checkpoint.size < head->size()) {
        auto newest = cosigned_checkpoint(store, head->size());
        if (!newest) return std::unexpected(newest.error());
        auto read = read_checkpoint(*newest);
        if (!read) return std::unexpected(read.error());
        layout.newest_note = std::move(*newest);
        layout.newest = std::move(*read);
    }
    return layout;
}

std::vector<std::string> paths_of(const Layout& layout) {
    std::vector<std::string> paths;
    for (const merkle::TilePath& tile : merkle::tiles_of(layout.size())) paths.push_back(tile.text());
    if (layout.newest) {
        for (const merkle::TilePath& tile : merkle::tiles_of(layout.checkpoint.size)) {
            const bool also = merkle::width_at(tile.level, tile.n, layout.size()) == tile.width;
            if (!also) paths.push_back(tile.text());
        }
    }
    for (const merkle::Hash& file : layout.files) paths.push_back(path_of_file(file));
    for (const std::string_view name : {policy_file, charter_file, readme_file, russian_readme_file})
        paths.emplace_back(name);
    if (layout.newest) paths.emplace_back(newest_file);
    paths.emplace_back(checkpoint_file);
    return paths;
}

Fetch from_store(const store::Store& store, Layout layout) {
    const auto files = std::make_shared<const StoreFiles>(store, std::move(layout));
    return [files](std::string_view path,
                   std::size_t longest) -> std::expected<std::optional<std::string>, std::string> {
        auto found = files->read(path);
        if (!found)
            return std::unexpected(std::string(store::name_of(found.error().trouble)) + ": " +
                                   found.error().problem);
        if (*found && (*found)->size() > longest) return std::unexpected("longer than such a file can be");
        return std::move(*found);
    };
}

}  // namespace archive
