// Plain values as the bytes that they are in this program: for what it keeps for itself and can make again,
// never for what another program reads. Numbers, days, names by their ordinals, and lists of them.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace base {

template <class T>
concept Plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

/// Gives the bytes to a function, in order.
class Packing {
public:
    explicit Packing(std::function<void(std::string_view)> put) : put_(std::move(put)) {}

    template <Plain T> void put(const T& one) { bytes(&one, sizeof one); }
    template <Plain T> void put(const std::vector<T>& list) {
        put(std::uint64_t{list.size()});
        bytes(list.data(), list.size() * sizeof(T));
    }
    void put(const std::string& text) {
        put(std::uint64_t{text.size()});
        put_bytes(text);
    }
    /// Without their number.
    void put_bytes(std::string_view text) { bytes(text.data(), text.size()); }

private:
    void bytes(const void* from, std::size_t size) {
        if (size > 0) put_({static_cast<const char*>(from), size});
    }
    std::function<void(std::string_view)> put_;
};

/// Reads them in the same order. Where the bytes end too early, everything from there on is empty and it is
/// no longer good.
class Unpacking {
public:
    explicit Unpacking(std::string_view bytes) : left_(bytes) {}

    bool good() const { return good_; }
    /// Good, and nothing is left.
    bool done() const { return good_ && left_.empty(); }
    template <Plain T> T one() {
        std::array<char, sizeof(T)> bytes{};
        if (take(bytes.size())) std::ranges::copy(taken_, bytes.begin());
        return std::bit_cast<T>(bytes);
    }
    template <Plain T> std::vector<T> list() {
        const auto count = one<std::uint64_t>();
        if (count > left_.size() / sizeof(T)) good_ = false;
        if (!good_ || !take(count * sizeof(T))) return {};
        std::vector<T> made(count, std::bit_cast<T>(std::array<char, sizeof(T)>{}));
        if (count > 0) std::memcpy(static_cast<void*>(made.data()), taken_.data(), taken_.size());
        return made;
    }
    std::string text() { return std::string(bytes(one<std::uint64_t>())); }
    /// So many bytes, for as long as those live that are read.
    std::string_view bytes(std::uint64_t size) { return take(size) ? taken_ : std::string_view(); }

private:
    bool take(std::uint64_t size) {
        good_ = good_ && size <= left_.size();
        if (!good_) return false;
        taken_ = left_.substr(0, size);
        left_.remove_prefix(size);
        return true;
    }
    std::string_view left_, taken_;
    bool good_ = true;
};

}  // namespace base
