#include "base/id.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <vector>

namespace base {
namespace {

// Open addressing with linear probing. A slot holds 32 bits of the hash and the name's place, so that
// other names are passed over, and the table grown, without looking at letters.
//
// The last letter is no part of what is mixed: names numbered one after the other, as acts are, lie
// side by side in the table, and a million of them are put there without waiting for memory each time.
class Pool {
public:
    std::uint32_t find(std::string_view name, std::uint32_t hash) const {
        for (std::size_t at = first_place(hash);; at = (at + 1) & mask_) {
            const Slot slot = slots_[at];
            if (slot.ordinal == 0) return 0;
            if (slot.hash == hash && detail::letters.of(slot.ordinal) == name) return slot.ordinal;
        }
    }
    std::uint32_t add(std::string_view name, std::uint32_t hash) {
        expect(1);
        const std::uint32_t ordinal = size_ + 1;
        keep(name, ordinal);
        place({hash, ordinal});
        ++size_;
        return ordinal;
    }
    void expect(std::size_t more) {
        std::size_t slots = slots_.size();
        while ((size_ + more) * 10 > slots * most_tenths_full) slots *= 2;
        if (slots == slots_.size()) return;
        std::vector<Slot> before(slots);
        before.swap(slots_);
        mask_ = slots - 1;
        for (const Slot& slot : before) {
            if (slot.ordinal != 0) place(slot);
        }
    }
    std::uint32_t size() const { return size_; }

    std::shared_mutex mutex;

private:
    using Letters = detail::Letters;
    static constexpr std::size_t first_slots = 4096;
    static constexpr std::size_t most_tenths_full = 7;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t ordinal = 0;
    };
    // The upper 24 bits say which 16 places, the last letter's lower half which of them.
    std::size_t first_place(std::uint32_t hash) const {
        return ((std::size_t{hash} >> 8 << 4) | (hash & 0xf)) & mask_;
    }

    void place(Slot slot) {
        std::size_t at = first_place(slot.hash);
        while (slots_[at].ordinal != 0) at = (at + 1) & mask_;
        slots_[at] = slot;
    }
    void keep(std::string_view name, std::uint32_t ordinal) {
        constexpr std::size_t chunk = std::size_t{1} << Letters::chunk_bits;
        const bool is_long = name.size() >= Letters::long_name;
        const std::size_t needed = name.size() + 1 + (is_long ? sizeof(std::uint32_t) : 0);
        if (chunks_ == 0 || used_ + needed > chunk) {
            if (chunks_ == Letters::most_chunks) throw std::length_error("too many letters of names");
            detail::letters.chunks[chunks_++] = new char[std::max(chunk, needed)];
            used_ = 0;
        }
        auto*& block = detail::letters.starts.at(ordinal >> Letters::block_bits);
        if (!block) block = new std::uint32_t[std::size_t{1} << Letters::block_bits];
        block[ordinal & ((1U << Letters::block_bits) - 1)] =
            static_cast<std::uint32_t>(((chunks_ - 1) << Letters::chunk_bits) + used_);
        char* at = detail::letters.chunks[chunks_ - 1] + used_;
        if (is_long) {
            const auto size = static_cast<std::uint32_t>(name.size());
            *at++ = static_cast<char>(Letters::long_name);
            std::memcpy(at, &size, sizeof size);
            at += sizeof size;
        } else {
            *at++ = static_cast<char>(name.size());
        }
        std::ranges::copy(name, at);
        used_ += needed;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(first_slots);
    std::size_t mask_ = first_slots - 1;
    std::uint32_t size_ = 0;
    std::size_t chunks_ = 0;
    std::size_t used_ = 0;  // of the last chunk
};

// 24 bits of all letters but the last, and the last.
std::uint32_t hash_of(std::string_view name) {
    const auto mixed = std::hash<std::string_view>{}(name.substr(0, name.size() - 1));
    return static_cast<std::uint32_t>(mixed) << 8 | static_cast<unsigned char>(name.back());
}

Pool& pool() {
    static Pool* const one = new Pool;  // never destroyed: names outlive every static object
    return *one;
}

constexpr std::size_t longest_slug = 80;
constexpr std::size_t most_expected = std::size_t{1}
                                      << 24;  // 256 MiB of slots; beyond, the pool grows as it goes

}  // namespace

namespace detail {

constinit Letters letters;

std::uint32_t interned(std::string_view name) {
    if (name.empty()) return 0;
    Pool& p = pool();
    const std::uint32_t hash = hash_of(name);
    const std::shared_lock lock(p.mutex);
    return p.find(name, hash);
}

std::uint32_t intern(std::string_view name) {
    if (name.empty()) return 0;
    Pool& p = pool();
    const std::uint32_t hash = hash_of(name);
    std::uint32_t size = 0;
    {
        const std::shared_lock lock(p.mutex);
        if (const auto found = p.find(name, hash)) return found;
        size = p.size();
    }
    const std::unique_lock lock(p.mutex);
    const auto found = p.size() == size ? 0 : p.find(name, hash);  // put there meanwhile?
    return found != 0 ? found : p.add(name, hash);
}

std::uint32_t intern_new(std::string_view name) {
    if (name.empty()) return 0;
    Pool& p = pool();
    const std::uint32_t hash = hash_of(name);
    const std::unique_lock lock(p.mutex);
    const auto found = p.find(name, hash);
    return found != 0 ? found : p.add(name, hash);
}

}  // namespace detail

std::uint32_t names_in_use() {
    Pool& p = pool();
    const std::shared_lock lock(p.mutex);
    return p.size() + 1;
}

void expect_names(std::size_t more) {
    Pool& p = pool();
    const std::unique_lock lock(p.mutex);
    p.expect(std::min(more, most_expected));
}

bool is_slug(std::string_view letters) {
    if (letters.empty() || letters.size() > longest_slug) return false;
    return std::ranges::all_of(letters, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

}  // namespace base
