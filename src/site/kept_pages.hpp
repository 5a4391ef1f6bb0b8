// Pages that were made already. The same address, day and state of knowledge give the same bytes, so a
// page is made once and kept until others need its room; those asked for least recently go first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/response.hpp"

namespace site {

/// 64 MiB hold some two thousand pages of 30 KB: an organisation's pages of a day, in two languages.
inline constexpr std::size_t most_bytes_kept = std::size_t{64} << 20;

/// Safe from several threads at once.
class KeptPages {
public:
    explicit KeptPages(std::size_t most_bytes = most_bytes_kept) : most_bytes_(most_bytes) {}

    /// What was kept under `key`; null when nothing is.
    std::shared_ptr<const http::Response> find(std::string_view key);
    /// Keeps `page`, unless it is larger than all the room there is.
    void keep(std::string key, std::shared_ptr<const http::Response> page);
    std::size_t bytes() const;

private:
    struct Page {
        std::string key;
        std::shared_ptr<const http::Response> response;
    };
    static std::size_t size_of(const Page& page);
    void drop_last();

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::list<Page> pages_;  // most recently asked for first
    std::unordered_map<std::string_view, std::list<Page>::iterator> by_key_;
    std::size_t bytes_ = 0;
};

}  // namespace site
