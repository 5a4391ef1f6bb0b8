#include "registry/scrub.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/tiles.hpp"
#include "seals/envelope.hpp"

namespace registry {
namespace {

/// Files looked at in one step: they may be large.
constexpr std::size_t files_a_step = 4;

template <class T> std::unexpected<store::Fault> failed(const store::Expected<T>& result) {
    return std::unexpected(result.error());
}

// Not what was put there: that is what is looked for, and the rest is looked at all the same.
template <class T> bool is_damaged(const store::Expected<T>& read) {
    return !read && read.error().trouble == store::Trouble::damaged;
}

}  // namespace

Scrubber::Scrubber(const store::Store& store, merkle::VerifierKey log)
    : store_(store), log_(std::move(log)) {}

store::Expected<std::vector<Finding>> Scrubber::step() {
    if (state_ == State::done) {
        const auto head = store_.head();
        if (!head) return failed(head);
        end_ = head->size();
        edge_ = {};
        tiles_.clear();
        checkpoints_ = files_ = 0;
        const auto files = store_.files();
        if (!files) return failed(files);
        files_left_ = *files;
        const auto annexes = store_.annexes();
        if (!annexes) return failed(annexes);
        annexes_left_ = *annexes;
        state_ = State::entries;
    }
    std::vector<Finding> found;
    const auto looked = state_ == State::entries ? look_at_entries(found) : look_at_files(found);
    if (!looked) return failed(looked);
    return found;
}

store::Expected<void> Scrubber::look_at_entries(std::vector<Finding>& found) {
    const std::uint64_t from = edge_.size();
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(entries_a_step, end_ - from));
    const auto entries = store_.entries(from, count);
    const auto leaves = store_.leaves(from, count);
    if (is_damaged(entries) || is_damaged(leaves)) {
        // Which one; behind it nothing can be compared with a root.
        std::uint64_t first = from;
        while (first < end_ && store_.entries(first, 1) && store_.leaves(first, 1)) ++first;
        found.push_back({"doctor_entry", {{"entry", std::to_string(first)}}});
        state_ = State::files;
        return {};
    }
    if (!entries) return failed(entries);
    if (!leaves) return failed(leaves);
    if (entries->size() != count || leaves->size() != count) {
        found.push_back({"doctor_entry", {{"entry", std::to_string(from + entries->size())}}});
        state_ = State::files;
        return {};
    }
    const auto sizes = store_.checkpoint_sizes(from, count);
    if (!sizes) return failed(sizes);
    std::size_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const merkle::Hash leaf = merkle::leaf_hash((*entries)[i]);
        if (leaf != (*leaves)[i]) found.push_back({"doctor_entry", {{"entry", std::to_string(from + i)}}});
        std::vector<std::pair<unsigned, std::uint64_t>> full;
        edge_.append(leaf, [&](unsigned level, std::uint64_t index, const merkle::Hash& hash) {
            if (level % merkle::tile_height != 0) return;
            const unsigned tile_level = level / merkle::tile_height;
            if (tiles_.size() <= tile_level) tiles_.resize(tile_level + 1);
            tiles_[tile_level].push_back(hash);
            if (tiles_[tile_level].size() == merkle::tile_width)
                full.emplace_back(tile_level, index / merkle::tile_width);
        });
        for (const auto& [level, n] : full) {
            if (auto looked = look_at_tile(level, n, found); !looked) return looked;
            tiles_[level].clear();
        }
        while (next < sizes->size() && (*sizes)[next] == edge_.size()) {
            if (auto looked = look_at_checkpoint((*sizes)[next], found); !looked) return looked;
            ++next;
        }
    }
    if (edge_.size() == end_) state_ = State::files;
    return {};
}

store::Expected<void> Scrubber::look_at_tile(unsigned level, std::uint64_t n, std::vector<Finding>& found) {
    const auto kept = store_.tile(level, n);
    if (!kept && !is_damaged(kept)) return failed(kept);
    std::string expected;
    for (const merkle::Hash& hash : tiles_[level]) expected += merkle::bytes_of(hash);
    if (!kept || !*kept || **kept != expected)
        found.push_back({"doctor_tile", {{"path", merkle::TilePath{.level = level, .n = n}.text()}}});
    return {};
}

store::Expected<void> Scrubber::look_at_checkpoint(std::uint64_t size, std::vector<Finding>& found) {
    const auto kept = store_.checkpoint(size);
    if (!kept) return failed(kept);
    ++checkpoints_;
    const auto wrong = [&](std::string why) {
        found.push_back({"doctor_checkpoint", {{"size", std::to_string(size)}, {"why", std::move(why)}}});
    };
    if (!*kept) {
        wrong("missing");
        return {};
    }
    const auto note = merkle::read_note(**kept);
    const std::array known{log_};
    if (!note || !merkle::verify_note(*note, known)) {
        wrong("signature");
        return {};
    }
    const auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint || checkpoint->size != size || checkpoint->root != edge_.root()) wrong("root");
    return {};
}

store::Expected<void> Scrubber::look_at_files(std::vector<Finding>& found) {
    for (std::size_t i = 0; i < files_a_step && !files_left_.empty(); ++i) {
        const merkle::Hash sha256 = files_left_.back();
        files_left_.pop_back();
        const auto file = store_.file(sha256);
        if (!file && !is_damaged(file)) return failed(file);
        ++files_;
        if (!file || !*file || merkle::sha256((*file)->bytes) != sha256)
            found.push_back({"doctor_file", {{"sha256", base::hex(merkle::bytes_of(sha256))}}});
    }
    for (std::size_t i = 0; i < files_a_step && files_left_.empty() && !annexes_left_.empty(); ++i) {
        const merkle::Hash commitment = annexes_left_.back();
        annexes_left_.pop_back();
        if (auto looked = look_at_annex(commitment, found); !looked) return looked;
    }
    if (files_left_.empty() && annexes_left_.empty()) state_ = State::done;
    return {};
}

// One that was removed meanwhile is not missed.
store::Expected<void> Scrubber::look_at_annex(const merkle::Hash& commitment, std::vector<Finding>& found) {
    const auto annex = store_.annex(commitment);
    if (!annex && !is_damaged(annex)) return failed(annex);
    if (annex && !*annex) return {};
    if (!annex || seals::commitment_of((*annex)->salt, (*annex)->bytes) != commitment)
        found.push_back({"doctor_annex", {{"commitment", base::hex(merkle::bytes_of(commitment))}}});
    return {};
}

}  // namespace registry
