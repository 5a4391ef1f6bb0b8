#include "seals/keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "seals/deeds.hpp"
#include "seals/packed.hpp"

namespace seals {
namespace {

constexpr std::string_view rotated_word = "rotated";
/// In the order of KeyRecalled::Why, and what a key is that gave way.
constexpr std::array<std::string_view, 4> words_of_end{"retired", "lost", "compromised", rotated_word};

Fault fault(Code code, Facts facts = {}) { return {code, std::move(facts)}; }

// Whom the act names instead, for the refusal.
std::string_view named_first(const base::Value& body) {
    const std::string_view member = body["about"]["member"].text();
    return member.empty() ? body["about"]["body"].text() : member;
}

}  // namespace

std::expected<Understood, Fault> understand(const Entry& entry) {
    Understood understood;
    if (!entry.body.is_null() && is_registry_kind(kind_of(entry.body))) {
        auto read = read_registry_act(entry.body);
        if (!read) return std::unexpected(std::move(read.error()));
        understood.registry = std::move(*read);
    }
    return understood;
}

const Key* Keys::find(std::string_view key) const {
    const auto found = places_.find(std::string(key));
    return found == places_.end() ? nullptr : &keys_[found->second];
}

Key* Keys::key(std::string_view key) {
    const auto found = places_.find(std::string(key));
    return found == places_.end() ? nullptr : &keys_[found->second];
}

bool Keys::sealed_by(const Entry& entry, Use use, std::string_view holder) const {
    return std::ranges::any_of(entry.seals, [&](const Seal& seal) {
        const Key* known = find(seal.key);
        return known && known->use == use && known->holder == holder;
    });
}

bool Keys::sealed_by_registry(const Entry& entry) const {
    return std::ranges::any_of(entry.seals, [&](const Seal& seal) {
        const Key* known = find(seal.key);
        return known && known->holder.empty() &&
               (known->use == Use::registrar || known->use == Use::authority);
    });
}

// One that was recalled but named its successor is still the holder's: the successor can take its place.
bool Keys::has_authority(std::string_view holder) const {
    return std::ranges::any_of(keys_, [&](const Key& key) {
        return key.use == Use::authority && key.holder == holder && (!key.ended || may_rotate(key));
    });
}

bool Keys::may_rotate(const Key& key) {
    if (!key.ended) return true;
    // Whoever stole an authority's key can recall it, and does not have the next one; a representative that
    // was recalled does not come back by a key of its own.
    return key.use == Use::authority && key.why_ended != rotated_word && key.next.has_value();
}

std::optional<Fault> Keys::examine(std::uint64_t index, const Entry& entry, const Understood& understood,
                                   const RootAt& root_at) const {
    const auto* opened =
        understood.registry ? std::get_if<LogOpened>(&understood.registry->content) : nullptr;
    if ((index == 0) != (opened != nullptr)) return fault(index == 0 ? Code::not_opened : Code::not_first);
    // A key that comes into being with this entry: it seals its own coming.
    std::string_view fresh;
    if (opened) {
        fresh = opened->authority;
        if (!origin_.empty() && opened->origin != origin_)
            return fault(Code::other_origin, {{"found", opened->origin}, {"expected", origin_}});
    }
    if (understood.registry) {
        // What was withheld is an act of the organisation.
        if (entry.released)
            return fault(
                Code::both_given,
                {{"at", "/released"}, {"found", "released"}, {"expected", std::string(kind_of(entry.body))}});
        if (const auto* rotated = std::get_if<KeyRotated>(&understood.registry->content)) {
            fresh = rotated->key;
            if (find(rotated->key)) return fault(Code::key_in_use, {{"key", rotated->key}});
        }
    }
    if (auto found = examine_seals(index, entry, root_at, fresh)) return found;
    if (opened) return std::nullopt;

    if (understood.registry) return examine_registry(*understood.registry, entry);
    if (entry.released) {
        const auto held = withheld_.find(entry.released->entry);
        const std::string number = std::to_string(entry.released->entry);
        if (released_.contains(entry.released->entry))
            return fault(Code::released_already, {{"entry", number}});
        if (held == withheld_.end())
            return fault(entry.released->entry < index ? Code::not_withheld : Code::no_such_entry,
                         {{"entry", number}});
        if (commitment_of(entry.released->salt, content_of(entry.body, entry.files)) !=
            held->second.commitment)
            return fault(Code::commitment_differs, {{"entry", number}});
        return sealed_by_registry(entry) ? std::nullopt : not_for(entry, "released");
    }
    if (sealed_by_registry(entry)) return std::nullopt;
    // Without the registry's seal, those who seal speak for themselves.
    for (const Seal& seal : entry.seals) {
        const Key& known = *find(seal.key);
        const std::string kind(entry.withheld ? "withheld" : kind_of(entry.body));
        if (known.use != Use::representative || (!entry.withheld && !is_deed(kind)))
            return fault(Code::not_authorised,
                         {{"key", seal.key}, {"use", std::string(name_of(known.use))}, {"kind", kind}});
        if (!entry.withheld && !is_deed_of(entry.body, known.holder))
            return fault(Code::not_their_act, {{"key", seal.key},
                                               {"holder", known.holder},
                                               {"found", std::string(named_first(entry.body))}});
    }
    return std::nullopt;
}

std::optional<Fault> Keys::examine_seals(std::uint64_t index, const Entry& entry, const RootAt& root_at,
                                         std::string_view fresh) const {
    for (const Seal& seal : entry.seals) {
        const bool is_fresh = !fresh.empty() && seal.key == fresh;
        const Key* known = is_fresh ? nullptr : find(seal.key);
        if (!is_fresh) {
            if (!known) return fault(Code::unknown_key_id, {{"key", seal.key}});
            if (known->ended)
                return fault(Code::ended_key, {{"key", seal.key},
                                               {"ended", std::to_string(*known->ended)},
                                               {"why", std::string(known->why_ended)}});
        }
        const std::uint64_t expected = known ? known->count + 1 : 1;
        if (seal.count != expected)
            return fault(seal.count < expected ? Code::count_used : Code::count_skipped,
                         {{"key", seal.key},
                          {"found", std::to_string(seal.count)},
                          {"expected", std::to_string(expected)}});
        if (seal.after.size > index)
            return fault(Code::after_beyond,
                         {{"found", std::to_string(seal.after.size)}, {"size", std::to_string(index)}});
        // It had seen its own accreditation, and whatever it had seen before.
        const std::uint64_t least = known ? std::max(known->last_after, known->accredited + 1) : 0;
        if (seal.after.size < least)
            return fault(Code::after_stale,
                         {{"found", std::to_string(seal.after.size)}, {"expected", std::to_string(least)}});
        const auto root = root_at(seal.after.size);
        if (!root)
            return fault(Code::after_beyond,
                         {{"found", std::to_string(seal.after.size)}, {"size", std::to_string(index)}});
        if (*root != seal.after.root)
            return fault(Code::after_differs, {{"found", std::to_string(seal.after.size)}});
    }
    if (!fresh.empty() &&
        std::ranges::none_of(entry.seals, [&](const Seal& one) { return one.key == fresh; }))
        return fault(Code::not_authorised,
                     {{"key", std::string(fresh)}, {"kind", std::string(kind_of(entry.body))}});
    return std::nullopt;
}

std::optional<Fault> Keys::not_for(const Entry& entry, std::string_view kind) const {
    const Key* known = find(entry.seals.front().key);
    return fault(Code::not_authorised, {{"key", entry.seals.front().key},
                                        {"use", std::string(known ? name_of(known->use) : "")},
                                        {"kind", std::string(kind)}});
}

std::optional<Fault> Keys::examine_registry(const RegistryAct& act, const Entry& entry) const {
    const std::string_view kind = kind_of(act.content);
    const bool root = sealed_by(entry, Use::authority, "");
    if (const auto* accredited = std::get_if<KeyAccredited>(&act.content)) {
        if (find(accredited->key)) return fault(Code::key_in_use, {{"key", accredited->key}});
        if (accredited->use == Use::authority && has_authority(accredited->holder))
            return fault(Code::authority_exists, {{"holder", accredited->holder}});
        // Whoever has an authority of its own accredits its own; until then the organisation's does.
        const bool own = accredited->use != Use::authority && has_authority(accredited->holder);
        const bool may = own ? sealed_by(entry, Use::authority, accredited->holder) : root;
        return may ? std::nullopt : not_for(entry, kind);
    }
    if (const auto* rotated = std::get_if<KeyRotated>(&act.content)) {
        const Key* from = find(rotated->from);
        if (!from) return fault(Code::unknown_key_id, {{"key", rotated->from}});
        if (!may_rotate(*from))
            return fault(Code::ended_key, {{"key", rotated->from},
                                           {"ended", std::to_string(*from->ended)},
                                           {"why", std::string(from->why_ended)}});
        if (!from->next) return fault(Code::no_next, {{"key", rotated->from}});
        if (*from->next != next_of(rotated->key)) return fault(Code::wrong_next, {{"key", rotated->key}});
        return std::nullopt;  // the key whose hash was given has sealed: nobody else could
    }
    if (const auto* recalled = std::get_if<KeyRecalled>(&act.content)) {
        const Key* known = find(recalled->key);
        if (!known) return fault(Code::unknown_key_id, {{"key", recalled->key}});
        if (known->ended)
            return fault(Code::ended_key, {{"key", recalled->key},
                                           {"ended", std::to_string(*known->ended)},
                                           {"why", std::string(known->why_ended)}});
        const bool itself =
            std::ranges::any_of(entry.seals, [&](const Seal& seal) { return seal.key == recalled->key; });
        const bool may = itself || sealed_by(entry, Use::authority, known->holder) ||
                         (root && !has_authority(known->holder));
        return may ? std::nullopt : not_for(entry, kind);
    }
    if (std::holds_alternative<PolicyChanged>(act.content)) return root ? std::nullopt : not_for(entry, kind);
    return sealed_by_registry(entry) ? std::nullopt : not_for(entry, kind);
}

void Keys::accredit(Key key) {
    places_.emplace(key.key, keys_.size());
    keys_.push_back(std::move(key));
}

void Keys::keep(std::uint64_t index, const Entry& entry, const Understood& understood) {
    if (understood.registry) {
        const RegistryContent& content = understood.registry->content;
        if (const auto* opened = std::get_if<LogOpened>(&content)) {
            origin_ = opened->origin;
            log_key_ = opened->log;
            policy_ = opened->policy;
            accredit({.key = opened->authority,
                      .name = opened->origin,
                      .holder = {},
                      .use = Use::authority,
                      .accredited = index,
                      .ended = {},
                      .contested_since = {},
                      .next = opened->next});
        } else if (const auto* accredited = std::get_if<KeyAccredited>(&content)) {
            accredit({.key = accredited->key,
                      .name = accredited->name,
                      .holder = accredited->holder,
                      .use = accredited->use,
                      .accredited = index,
                      .ended = {},
                      .contested_since = {},
                      .next = accredited->next});
        } else if (const auto* rotated = std::get_if<KeyRotated>(&content)) {
            if (Key* from = key(rotated->from)) {
                if (!from->ended) from->ended = index;
                from->why_ended = rotated_word;
                Key successor{.key = rotated->key,
                              .name = from->name,
                              .holder = from->holder,
                              .use = from->use,
                              .accredited = index,
                              .ended = {},
                              .contested_since = {},
                              .next = rotated->next};
                accredit(std::move(successor));
            }
        } else if (const auto* recalled = std::get_if<KeyRecalled>(&content)) {
            if (Key* known = key(recalled->key)) {
                known->ended = index;
                known->why_ended = words_of_end[static_cast<std::size_t>(recalled->why)];
                known->contested_since = recalled->since;
            }
        } else if (const auto* changed = std::get_if<PolicyChanged>(&content)) {
            policy_ = changed->policy;
        }
    }
    for (const Seal& seal : entry.seals) {
        Key* known = key(seal.key);
        if (!known) continue;  // it was not examined
        known->count = seal.count;
        known->last_after = seal.after.size;
    }
    if (entry.withheld) withheld_.emplace(index, *entry.withheld);
    if (entry.released) {
        withheld_.erase(entry.released->entry);
        released_.emplace(entry.released->entry, index);
    }
}

void Keys::pack(base::Packing& to) const {
    to.put(origin_);
    to.put(log_key_);
    to.put(policy_);
    to.put(std::uint64_t{keys_.size()});
    for (const Key& key : keys_) {
        to.put(key.key);
        to.put(key.name);
        to.put(key.holder);
        to.put(key.use);
        to.put(key.accredited);
        to.put(key.ended);
        // Its end where there is none stands for the key that did not end.
        to.put(static_cast<std::uint64_t>(std::ranges::find(words_of_end, key.why_ended) -
                                          words_of_end.begin()));
        to.put(key.contested_since);
        to.put(key.next);
        to.put(key.count);
        to.put(key.last_after);
    }
    to.put(std::uint64_t{withheld_.size()});
    for (const auto& [entry, withheld] : withheld_) {
        to.put(entry);
        seals::pack(to, withheld);
    }
    to.put(std::uint64_t{released_.size()});
    for (const auto& [entry, by] : released_) {
        to.put(entry);
        to.put(by);
    }
}

std::optional<Keys> Keys::unpack(base::Unpacking& from) {
    Keys made;
    made.origin_ = from.text();
    made.log_key_ = from.text();
    made.policy_ = from.text();
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more) {
        Key key;
        key.key = from.text();
        key.name = from.text();
        key.holder = from.text();
        key.use = from.one<Use>();
        key.accredited = from.one<std::uint64_t>();
        key.ended = from.one<std::optional<std::uint64_t>>();
        if (const auto word = from.one<std::uint64_t>(); word < words_of_end.size())
            key.why_ended = words_of_end[word];
        key.contested_since = from.one<std::optional<std::uint64_t>>();
        key.next = from.one<std::optional<merkle::Hash>>();
        key.count = from.one<std::uint64_t>();
        key.last_after = from.one<std::uint64_t>();
        made.accredit(std::move(key));
    }
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more) {
        const auto entry = from.one<std::uint64_t>();
        made.withheld_.emplace_hint(made.withheld_.end(), entry, unpack_withheld(from));
    }
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more) {
        const auto entry = from.one<std::uint64_t>();
        made.released_.emplace_hint(made.released_.end(), entry, from.one<std::uint64_t>());
    }
    if (!from.good()) return std::nullopt;
    return made;
}

}  // namespace seals
