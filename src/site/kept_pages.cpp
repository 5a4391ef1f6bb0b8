#include "site/kept_pages.hpp"

#include <utility>

namespace site {

std::size_t KeptPages::size_of(const Page& page) {
    constexpr std::size_t overhead = 512;  // nodes of the list and the table, headers
    return page.key.size() + page.response->body.size() + overhead;
}

std::shared_ptr<const http::Response> KeptPages::find(std::string_view key) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    pages_.splice(pages_.begin(), pages_, found->second);
    return found->second->response;
}

void KeptPages::keep(std::string key, std::shared_ptr<const http::Response> response) {
    Page page{std::move(key), std::move(response)};
    const std::size_t size = size_of(page);
    if (size > most_bytes_) return;
    const std::scoped_lock lock(mutex_);
    if (by_key_.contains(page.key)) return;  // another thread was quicker with the same page
    while (bytes_ + size > most_bytes_) drop_last();
    pages_.push_front(std::move(page));
    by_key_.emplace(pages_.front().key, pages_.begin());
    bytes_ += size;
}

void KeptPages::drop_last() {
    bytes_ -= size_of(pages_.back());
    by_key_.erase(pages_.back().key);
    pages_.pop_back();
}

std::size_t KeptPages::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

}  // namespace site
