// Who may seal, at any place of the log: a fold over its entries.
//
// A key may give way to the one whose hash it named. An authority may even after it was recalled: whoever
// stole it can recall it, and does not have the next one.
//
// A key counts from the entry after the one that accredits it to the one that ends it; no clock is asked.
// Each seal names a checkpoint that its maker had seen, and carries the key's own number.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "seals/envelope.hpp"
#include "seals/registry_act.hpp"

namespace base {
class Packing;
class Unpacking;
}  // namespace base

namespace seals {

struct Key {
    std::string key;
    std::string name;
    std::string holder;  // a member or a body; empty: the organisation
    Use use{};
    std::uint64_t accredited = 0;        // the entry
    std::optional<std::uint64_t> ended;  // the entry
    std::string_view why_ended = {};     // "rotated", "retired", "lost", "compromised"
    std::optional<std::uint64_t> contested_since;
    std::optional<merkle::Hash> next;
    std::uint64_t count = 0;       // of its last seal
    std::uint64_t last_after = 0;  // the size that its last seal named
};

/// The root of the log's first so many leaves, as the log has it; nothing beyond its end.
using RootAt = std::function<std::optional<merkle::Hash>(std::uint64_t size)>;

/// An entry as it was understood: an act of the organisation, or one of the registry's.
struct Understood {
    std::optional<RegistryAct> registry;  // none: an act of the organisation, or withheld
};

class Keys {
public:
    /// Before the first entry. An origin that is not empty is the only one that the first entry may name.
    explicit Keys(std::string origin = {}) : origin_(std::move(origin)) {}

    /// May this entry stand at `index`? Examined is everything but the signatures (verify_seals) and the form
    /// of an act of the organisation. The entry is no part of the log yet: nothing changes.
    std::optional<Fault> examine(std::uint64_t index, const Entry& entry, const Understood& understood,
                                 const RootAt& root_at) const;
    /// The entry stands at `index`. It was examined.
    void keep(std::uint64_t index, const Entry& entry, const Understood& understood);

    const std::string& origin() const { return origin_; }
    /// The verifier key of the log, and the policy of witnesses, as the log itself says.
    const std::string& log_key() const { return log_key_; }
    const std::string& policy() const { return policy_; }
    /// Null where nobody has accredited it.
    const Key* find(std::string_view key) const;
    /// In the order in which they were accredited.
    const std::vector<Key>& all() const { return keys_; }
    /// What was withheld and is not released yet, by entry.
    const std::map<std::uint64_t, Withheld>& withheld() const { return withheld_; }
    /// By entry: where what was withheld there was released.
    const std::map<std::uint64_t, std::uint64_t>& released() const { return released_; }

    /// As bytes for a server's own index.
    void pack(base::Packing& to) const;
    /// Empty where the bytes are of something else.
    static std::optional<Keys> unpack(base::Unpacking& from);

private:
    std::optional<Fault> examine_seals(std::uint64_t index, const Entry& entry, const RootAt& root_at,
                                       std::string_view fresh) const;
    std::optional<Fault> examine_registry(const RegistryAct& act, const Entry& entry) const;
    std::optional<Fault> not_for(const Entry& entry, std::string_view kind) const;
    bool sealed_by(const Entry& entry, Use use, std::string_view holder) const;
    bool sealed_by_registry(const Entry& entry) const;
    bool has_authority(std::string_view holder) const;
    static bool may_rotate(const Key& key);
    Key* key(std::string_view key);  // null where nobody has accredited it
    void accredit(Key key);

    std::string origin_, log_key_, policy_;
    std::vector<Key> keys_;
    std::unordered_map<std::string, std::size_t> places_;
    std::map<std::uint64_t, Withheld> withheld_;
    std::map<std::uint64_t, std::uint64_t> released_;
};

/// Reads what kind of act an entry is. Its body is an object, or it is withheld.
std::expected<Understood, Fault> understand(const Entry& entry);

}  // namespace seals
