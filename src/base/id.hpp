// Names of things: states, bodies, posts, papers, acts. A name is a short slug that the rulebook or
// an act declares; two names are the same thing when their letters are the same.
//
// An Id costs four bytes: its letters are kept once for the whole process, in a pool that only
// grows. Foreign input that only asks ("is there a body called x?") must use `Id::known`, which
// never grows the pool; only the readers of packages and records declare names with `Id::of`.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string_view>

namespace base {

namespace detail {
/// Letters of all names, one after the other in chunks, and where each name's begin. A name's place in
/// the pool counts from 1 (0: the empty name). What was written once never moves or changes, so reading
/// takes no lock.
struct Letters {
    static constexpr std::uint32_t chunk_bits = 20;   // a chunk is 1 MiB
    static constexpr std::size_t most_chunks = 4096;  // 4 GiB of letters, as far as 32 bits reach
    static constexpr std::uint32_t block_bits = 16;   // a block has the places of 65,536 names
    static constexpr std::size_t most_blocks = 2048;  // 134 million names
    static constexpr unsigned char long_name = 0xff;  // four bytes of length follow

    std::array<char*, most_chunks> chunks{};
    std::array<std::uint32_t*, most_blocks> starts{};

    std::string_view of(std::uint32_t ordinal) const {
        if (ordinal == 0) return {};
        const std::uint32_t start = starts[ordinal >> block_bits][ordinal & ((1U << block_bits) - 1)];
        const char* at = chunks[start >> chunk_bits] + (start & ((1U << chunk_bits) - 1));
        std::uint32_t size = static_cast<unsigned char>(*at++);
        if (size == long_name) {
            std::memcpy(&size, at, sizeof size);
            at += sizeof size;
        }
        return {at, size};
    }
};
extern Letters letters;

/// The place of `letters` in the pool, where they are put if nobody has declared them yet. Safe from
/// any thread. Throws std::length_error when the pool is full.
std::uint32_t intern(std::string_view letters);
std::uint32_t intern_new(std::string_view letters);
/// As `intern`, but 0 when nobody has declared these letters.
std::uint32_t interned(std::string_view letters);
}  // namespace detail

/// One more than the greatest ordinal given out so far: the size of a table over all names.
std::uint32_t names_in_use();
/// Makes room for so many names more, so that a long record is read without the pool growing under way.
void expect_names(std::size_t more);

/// A name of one kind of thing; `Id<struct MemberKind>` cannot be passed where a body is meant.
/// The empty name (default-constructed) names nothing.
template <class Kind> class Id {
public:
    Id() = default;

    static Id of(std::string_view letters) { return Id(detail::intern(letters)); }
    /// The same name; quicker where nobody has declared these letters yet, slower where somebody has. For
    /// the ids of acts as a record is read.
    static Id of_new(std::string_view letters) { return Id(detail::intern_new(letters)); }
    static std::optional<Id> known(std::string_view letters) {
        const auto found = detail::interned(letters);
        return found != 0 || letters.empty() ? std::optional<Id>(Id(found)) : std::nullopt;
    }

    std::string_view text() const { return detail::letters.of(ordinal_); }
    bool empty() const { return ordinal_ == 0; }
    explicit operator bool() const { return !empty(); }

    friend bool operator==(Id, Id) = default;
    /// Byte order of the letters, so that lists come out the same on every machine.
    friend std::strong_ordering operator<=>(Id a, Id b) {
        if (a.ordinal_ == b.ordinal_) return std::strong_ordering::equal;
        return a.text().compare(b.text()) <=> 0;
    }

    /// The name's place in the pool: an index for tables and hashing, never for ordering, because it
    /// depends on what was read first.
    std::uint32_t ordinal() const { return ordinal_; }
    /// The same letters as the name of another kind of thing: an event is named by its first act.
    template <class Other> Id<Other> as() const { return Id<Other>(ordinal_); }
    /// The name at a place that `ordinal()` gave.
    static Id at(std::uint32_t ordinal) { return Id(ordinal); }

private:
    template <class Other> friend class Id;
    explicit Id(std::uint32_t ordinal) : ordinal_(ordinal) {}
    std::uint32_t ordinal_ = 0;
};

using MemberId = Id<struct MemberKind>;
using BodyId = Id<struct BodyKind>;
using PostId = Id<struct PostKind>;
using PersonId = Id<struct PersonKind>;
using InstrumentId = Id<struct InstrumentKind>;
using PaperId = Id<struct PaperKind>;
using SessionId = Id<struct SessionKind>;
using ActId = Id<struct ActKind>;
/// An event: the id of the first act that told it.
using EventId = Id<struct EventKind>;
using DisputeId = Id<struct DisputeKind>;
using SideId = Id<struct SideKind>;
using SourceId = Id<struct SourceKind>;
using PlaceId = Id<struct PlaceKind>;
using RuleId = Id<struct RuleKind>;
/// Another organisation than the one whose record this is.
using OrganisationId = Id<struct OrganisationKind>;
using RegionId = Id<struct RegionKind>;
/// What a request in a crisis set in motion.
using ConsultationId = Id<struct ConsultationKind>;
using VersionId = Id<struct VersionKind>;

/// May these letters name a thing? ASCII letters, digits, hyphens and underscores, one to 80 of them
/// (80: a slug fits a line of a list and an address).
bool is_slug(std::string_view letters);

}  // namespace base

template <class Kind> struct std::hash<base::Id<Kind>> {
    std::size_t operator()(base::Id<Kind> id) const noexcept {
        return std::hash<std::uint32_t>{}(id.ordinal());
    }
};
