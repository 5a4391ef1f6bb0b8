// Connections that nobody uses for the moment.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace store {

/// Connections for reading that are kept while nobody reads; more are closed when they were used.
inline constexpr std::size_t most_idle = 16;

template <class Connection> class Idle {
public:
    /// None where all are in use.
    std::unique_ptr<Connection> take() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return nullptr;
        auto taken = std::move(idle_.back());
        idle_.pop_back();
        return taken;
    }
    void give_back(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(mutex_);
        if (idle_.size() < most_idle) idle_.push_back(std::move(connection));
    }
    void close() {
        const std::lock_guard lock(mutex_);
        idle_.clear();
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace store
