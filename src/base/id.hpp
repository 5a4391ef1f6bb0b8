// Names of things: states, bodies, posts, papers, acts. A name is a short slug that the rulebook or
// an act declares; two names are the same thing when their letters are the same.
//
// An Id costs one pointer: its letters are kept once for the whole process, in a pool that only
// grows. Foreign input that only asks ("is there a body called x?") must use `Id::known`, which
// never grows the pool; only the readers of packages and records declare names with `Id::of`.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace base {

namespace detail {
/// A name in the pool: its letters and its place there, counted from 1 (0: the empty name).
struct Name {
    std::string_view letters;
    std::uint32_t ordinal = 0;
};
/// The pool's own copy of `letters`; the same pointer for the same letters. Safe from any thread.
const Name* intern(std::string_view letters);
/// As `intern`, but null when nobody has declared these letters.
const Name* interned(std::string_view letters);
const Name* no_name();
}  // namespace detail

/// One more than the greatest ordinal given out so far: the size of a table over all names.
std::uint32_t names_in_use();

/// A name of one kind of thing; `Id<struct MemberKind>` cannot be passed where a body is meant.
/// The empty name (default-constructed) names nothing.
template <class Kind> class Id {
public:
    Id() : name_(detail::no_name()) {}

    static Id of(std::string_view letters) { return Id(detail::intern(letters)); }
    static std::optional<Id> known(std::string_view letters) {
        const auto* found = detail::interned(letters);
        return found ? std::optional<Id>(Id(found)) : std::nullopt;
    }

    std::string_view text() const { return name_->letters; }
    bool empty() const { return name_->letters.empty(); }
    explicit operator bool() const { return !empty(); }

    friend bool operator==(Id, Id) = default;
    /// Byte order of the letters, so that lists come out the same on every machine.
    friend std::strong_ordering operator<=>(Id a, Id b) { return a.text().compare(b.text()) <=> 0; }

    /// The name's place in the pool: an index for tables and hashing, never for ordering, because it
    /// depends on what was read first.
    std::uint32_t ordinal() const { return name_->ordinal; }
    /// The same letters as the name of another kind of thing: an event is named by its first act.
    template <class Other> Id<Other> as() const { return Id<Other>(name_); }

private:
    template <class Other> friend class Id;
    explicit Id(const detail::Name* name) : name_(name) {}
    const detail::Name* name_;
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
