// For tests: the rules of a log in plain maps, as a second opinion on the desk. A key is a letter, a
// statement is a few words, and the tree is hashed again from its first entry each time. Nothing here asks
// seals::Keys, registry::Book or a store.
//
// The rules are those of docs/formats/entry.md: who may seal, which number and checkpoint a seal names, and
// what is answered with the place where it stands. The answer to anything is a word, as the desk's codes are
// written.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "registry/testing_desk.hpp"

namespace registry::testing {

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

// -- what is said ------------------------------------------------------------------------------------------

/// '\0' for a successor: none was named.
struct Accredit {
    char key;
    std::string holder;
    seals::Use use;
    char next;
    friend bool operator==(const Accredit&, const Accredit&) = default;
};
struct Rotate {
    char from, to, next;
    friend bool operator==(const Rotate&, const Rotate&) = default;
};
struct Recall {
    char key;
    seals::KeyRecalled::Why why;
    std::optional<std::uint64_t> since;
    friend bool operator==(const Recall&, const Recall&) = default;
};
/// An act of the organisation: a member has left.
struct Left {
    std::string id, member, on;
    friend bool operator==(const Left&, const Left&) = default;
};
struct Withhold {
    Left act;
    char salt;
    friend bool operator==(const Withhold&, const Withhold&) = default;
};
struct Release {
    std::uint64_t entry;
    Left act;
    char salt;
    friend bool operator==(const Release&, const Release&) = default;
};
using Statement = std::variant<Accredit, Rotate, Recall, Left, Withhold, Release>;

struct Seal {
    char key;
    std::uint64_t count;
    seals::After after;
};
struct HandedIn {
    Statement statement;
    std::vector<Seal> seals;
    bool forged = false;  // the first seal was changed on the way
};

/// The entry that says so, with its seals.
inline seals::Entry entry_of(const HandedIn& in) {
    namespace with = seals::testing;
    const auto next_of = [](char key) { return key ? std::optional(with::next(key)) : std::nullopt; };
    const auto act_of = [](const Left& act) { return with::with_body(left(act.id, act.member, act.on)); };
    seals::Entry entry = std::visit(
        Overloaded{[&](const Accredit& one) {
                       return with::entry_of("accredited", seals::KeyAccredited{.holder = one.holder,
                                                                                .key = key_of(one.key),
                                                                                .name = "a key",
                                                                                .next = next_of(one.next),
                                                                                .use = one.use});
                   },
                   [&](const Rotate& one) {
                       return with::entry_of("rotated", seals::KeyRotated{.from = key_of(one.from),
                                                                          .key = key_of(one.to),
                                                                          .next = next_of(one.next)});
                   },
                   [&](const Recall& one) {
                       return with::entry_of(
                           "recalled",
                           seals::KeyRecalled{.key = key_of(one.key), .why = one.why, .since = one.since});
                   },
                   act_of,
                   [&](const Withhold& one) {
                       return with::withheld(act_of(one.act), std::string(seals::salt_bytes, one.salt));
                   },
                   [&](const Release& one) {
                       return with::released(act_of(one.act), one.entry,
                                             std::string(seals::salt_bytes, one.salt));
                   }},
        in.statement);
    for (const Seal& seal : in.seals)
        entry = with::sealed(std::move(entry), seal.key, seal.count, seal.after);
    if (in.forged) entry.seals.front().signature.front() ^= 1;
    return entry;
}

// -- the model ---------------------------------------------------------------------------------------------

/// RFC 9162, 2.1.1, word for word.
inline merkle::Hash tree_of(std::span<const std::string> entries) {
    if (entries.empty()) return merkle::sha256("");
    if (entries.size() == 1) return merkle::sha256(std::string(1, '\0') + entries.front());
    std::size_t half = 1;
    while (half * 2 < entries.size()) half *= 2;
    const merkle::Hash one = tree_of(entries.first(half)), other = tree_of(entries.subspan(half));
    return merkle::sha256('\1' + std::string(merkle::bytes_of(one)) + std::string(merkle::bytes_of(other)));
}

class Model {
public:
    struct Key {
        std::string holder;
        seals::Use use;
        std::uint64_t accredited;
        char next;
        std::uint64_t count, last_after;
        std::string why_ended = {};  // empty: it has not ended
        std::uint64_t ended = 0;
        std::optional<std::uint64_t> contested_since = {};

        bool live() const { return why_ended.empty(); }
        friend bool operator==(const Key&, const Key&) = default;
    };

    /// Of a log as `set_up` leaves it; the bytes of its first entries are taken as they are.
    explicit Model(std::vector<std::string> first_entries)
        : keys_{{'A', {"", seals::Use::authority, 0, 'B', 4, 4}},
                {'R', {"", seals::Use::registrar, 1, '\0', 1, 2}},
                {'P', {"atlantis", seals::Use::representative, 3, '\0', 0, 0}},
                {'Q', {"lemuria", seals::Use::representative, 4, '\0', 0, 0}}},
          entries_(std::move(first_entries)) {}

    /// "kept", "on record", the code of a refusal, or "closed: clock_back".
    std::string answer(const HandedIn& in, base::Day today) const {
        const auto* rotated = std::get_if<Rotate>(&in.statement);
        // A rotation may be sealed by a key that nobody knows yet; nothing else may.
        for (const Seal& seal : in.seals)
            if (!rotated && !keys_.contains(seal.key)) return "unknown_key_id";
        if (in.forged) return "bad_signature";
        if (place_of(in.statement)) return "on record";
        if (latest_day_ > today.next()) return "closed: clock_back";
        if (rotated && keys_.contains(rotated->to)) return "key_in_use";
        for (const Seal& seal : in.seals)
            if (auto code = wrong_with(seal, rotated ? rotated->to : '\0'); !code.empty()) return code;
        return std::visit([&](const auto& statement) { return asked(statement, in.seals); }, in.statement);
    }

    /// It was kept: it stands next.
    void keep(const HandedIn& in, base::Day today) {
        const std::uint64_t place = size();
        latest_day_ = std::max(latest_day_, today);
        seals::Entry entry = entry_of(in);
        entry.known_on = latest_day_;
        entries_.push_back(seals::write_entry(entry));
        places_.emplace_back(in.statement, place);
        known_on_.emplace(place, latest_day_);
        std::visit(Overloaded{[&](const Accredit& one) {
                                  keys_.emplace(one.key, Key{one.holder, one.use, place, one.next, 0, 0});
                              },
                              [&](const Rotate& one) {
                                  Key& from = keys_.at(one.from);
                                  if (from.live()) from.ended = place;
                                  from.why_ended = "rotated";
                                  keys_.emplace(one.to, Key{from.holder, from.use, place, one.next, 0, 0});
                              },
                              [&](const Recall& one) {
                                  constexpr std::string_view words[] = {"retired", "lost", "compromised"};
                                  Key& key = keys_.at(one.key);
                                  key.why_ended = words[static_cast<std::size_t>(one.why)];
                                  key.ended = place;
                                  key.contested_since = one.since;
                              },
                              [&](const Left& one) { acts_.emplace(one.id, place); },
                              [&](const Withhold& one) { withheld_.emplace(place, one); },
                              [&](const Release& one) {
                                  acts_.emplace(one.act.id, place);
                                  withheld_.erase(one.entry);
                                  released_.emplace(one.entry, place);
                              }},
                   in.statement);
        for (const Seal& seal : in.seals) {
            keys_.at(seal.key).count = seal.count;
            keys_.at(seal.key).last_after = seal.after.size;
        }
    }

    /// Where the same was said before.
    std::optional<std::uint64_t> place_of(const Statement& statement) const {
        for (const auto& [said, place] : places_)
            if (said == statement) return place;
        return std::nullopt;
    }
    std::uint64_t size() const { return entries_.size(); }
    merkle::Hash root(std::uint64_t size) const { return tree_of(std::span(entries_).first(size)); }
    const std::vector<std::string>& entries() const { return entries_; }
    base::Day known_on(std::uint64_t place) const { return known_on_.at(place); }
    base::Day latest_day() const { return latest_day_; }
    const std::map<char, Key>& keys() const { return keys_; }
    /// Of acts that are on record, by their ids.
    const std::map<std::string, std::uint64_t>& acts() const { return acts_; }
    const std::map<std::uint64_t, Withhold>& withheld() const { return withheld_; }
    const std::map<std::uint64_t, std::uint64_t>& released() const { return released_; }

    /// Whoever has an authority of its own: one that has not ended, or that was recalled and named a
    /// successor.
    bool has_authority(const std::string& holder) const {
        return std::ranges::any_of(keys_, [&](const auto& named) {
            const Key& key = named.second;
            return key.use == seals::Use::authority && key.holder == holder && may_give_way(key);
        });
    }
    static bool may_give_way(const Key& key) {
        return key.live() ||
               (key.use == seals::Use::authority && key.why_ended != "rotated" && key.next != '\0');
    }

private:
    /// Empty: nothing. `newcomer`: the key that a rotation brings.
    std::string wrong_with(const Seal& seal, char newcomer) const {
        std::uint64_t count = 1, least = 0;
        if (seal.key != newcomer) {
            const auto found = keys_.find(seal.key);
            if (found == keys_.end()) return "unknown_key_id";
            const Key& key = found->second;
            if (!key.live()) return "ended_key";
            count = key.count + 1;
            least = std::max(key.accredited + 1, key.last_after);
        }
        if (seal.count < count) return "count_used";
        if (seal.count > count) return "count_skipped";
        if (seal.after.size > size()) return "after_beyond";
        if (seal.after.size < least) return "after_stale";
        if (seal.after.root != root(seal.after.size)) return "after_differs";
        return {};
    }
    bool sealed_by(const std::vector<Seal>& seals, seals::Use use, const std::string& holder) const {
        return std::ranges::any_of(seals, [&](const Seal& seal) {
            const auto key = keys_.find(seal.key);
            return key != keys_.end() && key->second.use == use && key->second.holder == holder;
        });
    }
    bool sealed_by_the_organisation(const std::vector<Seal>& seals) const {
        return sealed_by(seals, seals::Use::authority, "") || sealed_by(seals, seals::Use::registrar, "");
    }
    /// What form says of an act: only members that are declared leave, and no two acts have one id.
    std::string formal(const Left& act) const {
        if (act.member != "atlantis" && act.member != "lemuria") return "undeclared";
        return acts_.contains(act.id) ? "duplicate_id" : "kept";
    }

    // What is asked of each statement beyond seals that hold.
    std::string asked(const Accredit& one, const std::vector<Seal>& seals) const {
        if (keys_.contains(one.key)) return "key_in_use";
        if (one.use == seals::Use::authority) {
            if (has_authority(one.holder)) return "authority_exists";
            return sealed_by(seals, seals::Use::authority, "") ? "kept" : "not_authorised";
        }
        const std::string whose = has_authority(one.holder) ? one.holder : "";
        return sealed_by(seals, seals::Use::authority, whose) ? "kept" : "not_authorised";
    }
    std::string asked(const Rotate& one, const std::vector<Seal>& seals) const {
        if (std::ranges::find(seals, one.to, &Seal::key) == seals.end()) return "not_authorised";
        const auto from = keys_.find(one.from);
        if (from == keys_.end()) return "unknown_key_id";
        if (!may_give_way(from->second)) return "ended_key";
        if (from->second.next == '\0') return "no_next";
        return from->second.next == one.to ? "kept" : "wrong_next";
    }
    std::string asked(const Recall& one, const std::vector<Seal>& seals) const {
        const auto found = keys_.find(one.key);
        if (found == keys_.end()) return "unknown_key_id";
        const Key& key = found->second;
        if (!key.live()) return "ended_key";
        const bool may = std::ranges::find(seals, one.key, &Seal::key) != seals.end() ||
                         sealed_by(seals, seals::Use::authority, key.holder) ||
                         (!has_authority(key.holder) && sealed_by(seals, seals::Use::authority, ""));
        return may ? "kept" : "not_authorised";
    }
    std::string asked(const Left& act, const std::vector<Seal>& seals) const {
        if (!sealed_by_the_organisation(seals)) {
            for (const Seal& seal : seals) {
                if (keys_.at(seal.key).use != seals::Use::representative) return "not_authorised";
                if (keys_.at(seal.key).holder != act.member) return "not_their_act";
            }
        }
        return formal(act);
    }
    std::string asked(const Withhold&, const std::vector<Seal>& seals) const {
        const bool may =
            sealed_by_the_organisation(seals) || std::ranges::all_of(seals, [&](const Seal& seal) {
                return keys_.at(seal.key).use == seals::Use::representative;
            });
        return may ? "kept" : "not_authorised";
    }
    std::string asked(const Release& one, const std::vector<Seal>& seals) const {
        if (released_.contains(one.entry)) return "released_already";
        const auto held = withheld_.find(one.entry);
        if (held == withheld_.end()) return one.entry < size() ? "not_withheld" : "no_such_entry";
        if (held->second != Withhold{one.act, one.salt}) return "commitment_differs";
        return sealed_by_the_organisation(seals) ? formal(one.act) : "not_authorised";
    }

    std::map<char, Key> keys_;
    std::vector<std::string> entries_;
    std::vector<std::pair<Statement, std::uint64_t>> places_;
    std::map<std::uint64_t, base::Day> known_on_;
    std::map<std::string, std::uint64_t> acts_;
    std::map<std::uint64_t, Withhold> withheld_;
    std::map<std::uint64_t, std::uint64_t> released_;
    base::Day latest_day_ = seals::testing::today;
};

// -- a failure in words ------------------------------------------------------------------------------------

inline std::ostream& operator<<(std::ostream& out, const HandedIn& in) {
    const auto name = [](char key) { return key ? std::string(1, key) : std::string("nobody"); };
    std::visit(
        Overloaded{
            [&](const Accredit& one) {
                out << "accredit " << one.key << " as " << seals::name_of(one.use) << " of '" << one.holder
                    << "', next " << name(one.next);
            },
            [&](const Rotate& one) {
                out << "rotate " << one.from << " to " << one.to << ", next " << name(one.next);
            },
            [&](const Recall& one) { out << "recall " << one.key << ", way " << static_cast<int>(one.why); },
            [&](const Left& one) { out << one.id << ": " << one.member << " left"; },
            [&](const Withhold& one) { out << "withhold " << one.act.id << ", salt " << one.salt; },
            [&](const Release& one) {
                out << "release " << one.entry << " as " << one.act.id << ", salt " << one.salt;
            }},
        in.statement);
    for (const Seal& seal : in.seals)
        out << "; by " << seal.key << " no. " << seal.count << " after " << seal.after.size;
    return out << (in.forged ? ", forged" : "");
}

}  // namespace registry::testing
