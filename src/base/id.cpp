#include "base/id.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace base {
namespace {

// Guarded by `mutex`. Entries are never moved or removed, so a pointer handed out stays good.
struct Pool {
    std::shared_mutex mutex;
    std::deque<std::string> letters;
    std::deque<detail::Name> names;
    std::unordered_map<std::string_view, const detail::Name*> by_letters;
};

Pool& pool() {
    static Pool* const one = new Pool;  // never destroyed: names outlive every static object
    return *one;
}

constexpr std::size_t longest_slug = 80;

}  // namespace

namespace detail {

const Name* interned(std::string_view letters) {
    if (letters.empty()) return no_name();
    Pool& p = pool();
    const std::shared_lock lock(p.mutex);
    const auto found = p.by_letters.find(letters);
    return found == p.by_letters.end() ? nullptr : found->second;
}

const Name* intern(std::string_view letters) {
    if (const auto* found = interned(letters)) return found;
    Pool& p = pool();
    const std::unique_lock lock(p.mutex);
    if (const auto found = p.by_letters.find(letters); found != p.by_letters.end()) {
        return found->second;
    }
    p.letters.emplace_back(letters);
    const auto ordinal = static_cast<std::uint32_t>(p.names.size() + 1);
    p.names.push_back({p.letters.back(), ordinal});
    p.by_letters.emplace(p.names.back().letters, &p.names.back());
    return &p.names.back();
}

const Name* no_name() {
    static constexpr Name nothing;
    return &nothing;
}

}  // namespace detail

std::uint32_t names_in_use() {
    Pool& p = pool();
    const std::shared_lock lock(p.mutex);
    return static_cast<std::uint32_t>(p.names.size() + 1);
}

bool is_slug(std::string_view letters) {
    if (letters.empty() || letters.size() > longest_slug) return false;
    return std::ranges::all_of(letters, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

}  // namespace base
