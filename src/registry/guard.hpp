// The guard file: the largest checkpoint that this server ever signed, kept beside the store and not in it.
//
// A store that was put back from an older copy ends before it, and is not signed for. The file is written
// after the store, by a thread of its own, so that nobody waits for it: after a loss of power it may be some
// checkpoints behind, never ahead (so its folder is not synced each time).
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "merkle/checkpoint.hpp"

namespace registry {

class Guard {
public:
    /// Is told, from a thread of the guard's own, why the file could not be written.
    using Failed = std::function<void(const std::string& problem)>;
    /// Reads what is there; a file that is not there guards nothing yet. The error: why it cannot be read or
    /// is no checkpoint.
    static std::expected<Guard, std::string> open(const std::string& file, Failed failed = {});
    Guard(Guard&&) noexcept;
    Guard& operator=(Guard&&) noexcept;
    ~Guard();

    const std::optional<merkle::Checkpoint>& known() const { return known_; }
    /// Written soon, and at the latest when this goes.
    void remember(const std::string& checkpoint, std::uint64_t size, const merkle::Hash& root);

private:
    struct Writer;
    explicit Guard(std::unique_ptr<Writer> writer);
    std::optional<merkle::Checkpoint> known_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace registry
