// Looks again at everything that was kept: are the bytes still those that were signed?
//
// Proofs prove hashes, and nobody hashes an old entry again unless somebody does it on purpose. A scrubber
// goes through a store in slices, round after round: entries against their leaves, leaves against tiles and
// against the root of every checkpoint, checkpoints against the log's key, files and annexes against their
// names.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/note.hpp"
#include "seals/fault.hpp"
#include "store/store.hpp"

namespace registry {

/// Entries looked at in one step: some milliseconds of work.
inline constexpr std::size_t entries_a_step = 1'024;

/// Something that is not what was signed: code and facts as words::say_log knows them.
struct Finding {
    std::string code;  // doctor_entry, doctor_tile, doctor_checkpoint, doctor_file, doctor_annex
    seals::Facts facts;
};

class Scrubber {
public:
    /// `log`: the key that signed the checkpoints. The store must outlive this.
    Scrubber(const store::Store& store, merkle::VerifierKey log);

    /// Looks at the next slice. What it found; a fault where the store could not be read.
    store::Expected<std::vector<Finding>> step();
    /// Has this round seen everything that was there when it began? The next step begins another.
    bool round_done() const { return state_ == State::done; }

    std::uint64_t entries() const { return edge_.size(); }
    std::uint64_t checkpoints() const { return checkpoints_; }
    std::uint64_t files() const { return files_; }
    /// Of the entries seen in this round.
    merkle::Hash root() const { return edge_.root(); }

private:
    enum class State { entries, files, done };
    store::Expected<void> look_at_entries(std::vector<Finding>& found);
    store::Expected<void> look_at_annex(const merkle::Hash& commitment, std::vector<Finding>& found);
    store::Expected<void> look_at_files(std::vector<Finding>& found);
    store::Expected<void> look_at_checkpoint(std::uint64_t size, std::vector<Finding>& found);
    store::Expected<void> look_at_tile(unsigned level, std::uint64_t n, std::vector<Finding>& found);

    const store::Store& store_;
    merkle::VerifierKey log_;
    State state_ = State::done;
    std::uint64_t end_ = 0;
    merkle::Edge edge_;
    std::vector<std::vector<merkle::Hash>> tiles_;  // of each level, the hashes of the tile that is growing
    std::uint64_t checkpoints_ = 0, files_ = 0;
    std::vector<merkle::Hash> files_left_, annexes_left_;
};

}  // namespace registry
