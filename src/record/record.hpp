// The record: acts in the order in which they became known, with the indexes that questions need.
//
// Nothing here is worked out by law. The record can tell which acts are about a state or a paper,
// which accounts tell one event, and which acts an annulment took away; whether a state was a member
// is for law/. A record never changes: a longer one is a new one.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "acts/act.hpp"
#include "base/day.hpp"

namespace record {

/// An act with its place: the index in the record.
struct Entry {
    acts::Act act;
    base::Day known_on;
};

using EntryNumber = std::uint32_t;
inline constexpr EntryNumber never = std::numeric_limits<EntryNumber>::max();

/// One position of one member on one paper, packed for point questions: 24 bytes, in the order
/// (paper, member, day of effect falling, entry falling), so that the first that is known and has
/// taken effect decides.
struct Position {
    std::uint32_t member;  // ordinal of the MemberId
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

class Record {
public:
    /// `entries` in the order in which they became known; `known_on` must not go down along it (the
    /// form sees to that). The empty record is a record.
    static Record of(std::vector<Entry> entries);

    std::size_t size() const { return entries_.size(); }
    const Entry& operator[](EntryNumber number) const { return entries_[number]; }
    std::span<const Entry> entries() const { return entries_; }

    /// How many entries were known by the end of `day`.
    std::size_t known_by(base::Day day) const;

    /// The entries that name `id` in any role, earliest first.
    template <class Kind> std::span<const EntryNumber> about(base::Id<Kind> id) const {
        return about_ordinal(id.ordinal());
    }
    /// The entries of one kind of act, earliest first.
    template <class K> std::span<const EntryNumber> of_kind() const {
        return kinds_[acts::Content(K{}).index()];
    }
    /// The accounts of an event, earliest first; empty when there is no such event.
    std::span<const EntryNumber> accounts(base::EventId event) const;
    std::optional<EntryNumber> find(base::ActId id) const;

    /// The entry that annulled this one, or `never`.
    EntryNumber annulled_by(EntryNumber number) const { return annulled_[number]; }
    bool visible(EntryNumber number, std::size_t known) const {
        return number < known && annulled_[number] >= known;
    }

    /// Positions on one paper, and the turns of one member's membership, in deciding order.
    std::span<const Position> positions(base::PaperId paper) const;
    std::span<const MembershipTurn> membership(base::MemberId member) const;
    /// The member with that ordinal; the empty id when none is named in this record.
    base::MemberId member_of(std::uint32_t ordinal) const;
    /// The act by which a paper was first said to be adopted, or `never`.
    EntryNumber adoption(base::PaperId paper) const;

private:
    struct Table {  // rows grouped by a key: rows of key k are [starts[k], starts[k + 1])
        std::vector<std::uint32_t> starts;
        template <class Row> std::span<const Row> rows(const std::vector<Row>& all, std::uint32_t key) const {
            if (key + 1 >= starts.size()) return {};
            return std::span(all).subspan(starts[key], starts[key + 1] - starts[key]);
        }
    };

    std::span<const EntryNumber> about_ordinal(std::uint32_t ordinal) const;
    void index_subjects();
    void index_annulments();
    void index_positions();
    void index_membership();

    std::vector<Entry> entries_;
    std::vector<EntryNumber> annulled_;
    std::vector<std::vector<EntryNumber>> kinds_;
    Table subject_table_, event_table_, id_table_, position_table_, membership_table_;
    std::vector<EntryNumber> subject_rows_, event_rows_, id_rows_;
    std::vector<Position> positions_;
    std::vector<MembershipTurn> memberships_;
    std::vector<EntryNumber> adoptions_;   // by ordinal of the paper
    std::vector<base::MemberId> members_;  // by ordinal of the member
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
