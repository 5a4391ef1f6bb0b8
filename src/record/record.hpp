// The record: acts in the order in which they became known, with the indexes that questions need.
//
// Nothing here is worked out by law. The record can tell which acts are about a state or a paper,
// which accounts tell one event, and which acts an annulment took away; whether a state was a member
// is for law/. A record never changes: a longer one is a new one.
//
// A short record keeps its acts. A long one keeps its indexes, some 80 bytes an act, and reads an act
// again from where it lies when somebody looks at it (`Acts`).
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "acts/act.hpp"
#include "base/date.hpp"
#include "base/day.hpp"

namespace base {
class Packing;
class Unpacking;
}  // namespace base

namespace record {

/// An act with its place: the index in the record.
struct Entry {
    acts::Act act;
    base::Day known_on;
};

using EntryNumber = std::uint32_t;
inline constexpr EntryNumber never = std::numeric_limits<EntryNumber>::max();

/// Where the acts of a long record lie. Reading the same number gives the same entry, from any thread.
class Acts {
public:
    Acts() = default;
    Acts(const Acts&) = delete;
    Acts& operator=(const Acts&) = delete;
    virtual ~Acts() = default;
    virtual std::size_t size() const = 0;
    virtual Entry read(EntryNumber number) const = 0;
};

/// One position of one member on one paper, packed for point questions: 24 bytes, in the order
/// (paper, member, day of effect falling, entry falling), so that the first that is known and has
/// taken effect decides.
struct Position {
    base::MemberId member;
    std::int32_t effective_earliest;
    std::int32_t effective_latest;
    EntryNumber entry;
    EntryNumber annulled;
    acts::Stance stance;
};

/// One act of membership, packed likewise by member.
struct MembershipTurn {
    enum class To : std::uint8_t { member, suspended, outside };
    std::int32_t effective_earliest;
    std::int32_t effective_latest;
    EntryNumber entry;
    EntryNumber annulled;
    To to;
};

/// What all turns of a member, or all positions on a paper, have in common.
enum class Told : std::uint8_t {
    plainly,    // each by one account, on one certain day, and none of them ruled upon
    otherwise,  // somewhere there is a choice for the law to make
};

/// The first act that says a paper was adopted, packed.
struct Adoption {
    EntryNumber entry = never;
    base::Date on;
    base::BodyId body;
    acts::PaperKind kind{};
    std::optional<acts::Format> format;
    Told told = Told::otherwise;     // of the adoption
    Told positions = Told::plainly;  // of all positions: members that join or denounce, and nothing else
};

/// The day from which a list tells something dated so: the first on which it may have been, or, where
/// the source says only "no later than", the last.
inline base::Day told_from(const base::Date& date) {
    return date.earliest() == base::Day::first() ? date.latest() : date.earliest();
}

class Growing;

class Record {
public:
    /// The empty record is a record.
    Record();
    /// `entries` in the order in which they became known; `known_on` must not go down along it (the
    /// form sees to that).
    static Record of(std::vector<Entry> entries);
    /// The same of acts that stay where they are. An act that was looked at is kept from then on.
    static Record of(std::shared_ptr<const Acts> acts);

    /// This record and acts that did not happen. They are known on every day, after all that are on
    /// record; `size` and `known_by` do not count them, and packed tables do not have them.
    Record supposing(std::vector<acts::Act> acts) const;
    bool supposes() const { return supposed_ != nullptr; }

    std::size_t size() const;
    /// One past the last entry, those supposed among them.
    EntryNumber end() const;
    const Entry& operator[](EntryNumber number) const;

    /// How many entries were known by the end of `day`.
    std::size_t known_by(base::Day day) const;
    base::Day known_on(EntryNumber number) const;

    /// The entries that name `id` in any role, earliest first.
    template <class Kind> std::span<const EntryNumber> about(base::Id<Kind> id) const {
        return about_ordinal(id.ordinal());
    }
    /// The entries of one kind of act, earliest first.
    template <class K> std::span<const EntryNumber> of_kind() const {
        static const std::size_t index = acts::Content(K{}).index();
        return of_index(index);
    }
    /// The accounts of an event, earliest first; empty when there is no such event.
    std::span<const EntryNumber> accounts(base::EventId event) const;
    std::optional<EntryNumber> find(base::ActId id) const;
    /// The entries told from a day after `after` and no later than `until`, by that day and then in the order
    /// in which they became known; those not seen by any one view among them.
    std::vector<EntryNumber> told_between(base::Day after, base::Day until) const;

    /// The entry that annulled this one, or `never`.
    EntryNumber annulled_by(EntryNumber number) const;
    /// Known among the first `known`, or supposed, and not annulled by one that is.
    bool visible(EntryNumber number, std::size_t known) const;

    /// Positions on one paper, and the turns of one member's membership, in deciding order.
    std::span<const Position> positions(base::PaperId paper) const;
    std::span<const MembershipTurn> membership(base::MemberId member) const;
    Told told_of_membership(base::MemberId member) const;
    /// The act by which a paper was first said to be adopted; null when there is none.
    const Adoption* adoption(base::PaperId paper) const;

private:
    friend class Growing;
    struct Indexed;
    struct Supposed;
    class Indexer;

    std::span<const EntryNumber> about_ordinal(std::uint32_t ordinal) const;
    std::span<const EntryNumber> of_index(std::size_t index) const;

    std::shared_ptr<const Indexed> indexed_;
    std::shared_ptr<const Supposed> supposed_;  // null: nothing is supposed
};

/// A record that becomes longer: what its indexes are made from, without the acts. Making a record of it
/// costs a copy and some sorting, a quarter of a second for a million acts; reading the acts again would cost
/// ten.
class Growing {
public:
    Growing();
    Growing(Growing&&) noexcept;
    Growing& operator=(Growing&&) noexcept;
    ~Growing();

    /// The next entry; `known_on` no earlier than that of the last.
    void add(const Entry& entry);
    std::size_t size() const;
    /// The first entry whose act has this id.
    std::optional<EntryNumber> find(base::ActId id) const;
    /// The record of what was added, which lies in `acts` under the same numbers: as many as were added.
    Record with(std::shared_ptr<const Acts> acts) const;

    /// As bytes, for a process in which the same names have the same ordinals.
    void pack(base::Packing& to) const;
    /// Empty where the bytes are of something else.
    static std::optional<Growing> unpack(base::Unpacking& from);

private:
    std::unique_ptr<Record::Indexer> indexer_;
};

/// Calls `see(role, id)` for every name an act's content carries, roles and lists of names alike.
template <class See> void each_name(const acts::Content& content, See see);

// -- parts ---------------------------------------------------------------------------------------

namespace detail {
template <class See> struct NameVisitor {
    See& see;
    template <class Kind> void role(std::string_view name, const base::Id<Kind>& id) const {
        if (id) see(name, id);
    }
    template <class Kind> void may_role(std::string_view name, const base::Id<Kind>& id) const {
        role(name, id);
    }
    void fact(std::string_view, const auto&) const {}
    void may_fact(std::string_view, const auto&) const {}
    template <class Kind> void may_fact(std::string_view name, const std::vector<base::Id<Kind>>& ids) const {
        for (const auto& id : ids) see(name, id);
    }
};
}  // namespace detail

template <class See> void each_name(const acts::Content& content, See see) {
    std::visit([&]<class K>(const K& act) { K::fields(act, detail::NameVisitor<See>{see}); }, content);
}

}  // namespace record
