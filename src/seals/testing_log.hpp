// For tests: keys from fixed seeds, and a log of which only its entries and their keys are known.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/tree.hpp"
#include "seals/envelope.hpp"
#include "seals/keys.hpp"

namespace seals::testing {

inline constexpr std::string_view origin = "organisation.example/log";

/// The key whose seed is 32 times the letter.
inline merkle::SecretKey secret(char letter) {
    return std::move(*merkle::SecretKey::of(std::string(32, letter)));
}
inline std::string key_of(char letter) { return key_text(secret(letter).public_key()); }
inline merkle::Hash next(char letter) { return next_of(key_of(letter)); }

inline base::Day day(std::string_view text) { return *base::Day::read(text); }
inline const base::Day today = day("2031-05-07");

inline Entry with_body(base::Value body) {
    Entry entry;
    entry.body = std::move(body);
    return entry;
}
inline Entry entry_of(std::string id, RegistryContent content) {
    return with_body(write_registry_act({.id = std::move(id), .on = today, .content = std::move(content)}));
}
/// An act of the organisation as far as seals look at it: its kind and whose it is.
inline Entry act_of(std::string id, std::string member) {
    base::Object about;
    if (!member.empty()) about.emplace("member", std::move(member));
    return with_body(base::Value(
        base::Object{{"about", std::move(about)}, {"id", std::move(id)}, {"kind", "stated"}, {"on", today}}));
}

/// An act that is withheld, and the same released.
inline Entry withheld(const Entry& act, std::string_view salt) {
    Entry entry;
    entry.withheld = Withheld{.commitment = commitment_of(salt, content_of(act.body, act.files)),
                              .distribution = {.kind = Distribution::Kind::members, .members = {}},
                              .release = {}};
    return entry;
}
inline Entry released(Entry act, std::uint64_t entry, std::string_view salt) {
    act.released = Released{.entry = entry, .salt = std::string(salt)};
    return act;
}

inline std::string log_key_text() {
    return merkle::VerifierKey{
        .name = std::string(origin), .type = merkle::KeyType::ed25519, .public_key = secret('L').public_key()}
        .text();
}
inline LogOpened opened() {
    return {.origin = std::string(origin),
            .log = log_key_text(),
            .authority = key_of('A'),
            .next = next('B'),
            .policy = "log " + log_key_text() + "\nquorum none\n"};
}

inline Entry sealed(Entry entry, char letter, std::uint64_t count, const After& after) {
    entry.seals.push_back(seal(secret(letter), origin, digest_of(origin, statement_of(entry)), count, after));
    return entry;
}

/// Examines as the desk does, and keeps what is allowed.
class Log {
public:
    /// The newest checkpoint, or an earlier one.
    After after() const { return after(leaves_.size()); }
    After after(std::uint64_t size) const { return {.size = size, .root = *root(size)}; }

    /// Sealed by these with their next numbers, after the newest checkpoint.
    Entry by(Entry entry, std::initializer_list<char> letters) const {
        for (const char letter : letters) {
            const Key* known = keys_.find(key_of(letter));
            entry = sealed(std::move(entry), letter, known ? known->count + 1 : 1, after());
        }
        return entry;
    }
    std::optional<Fault> examine(const Entry& entry) const {
        auto understood = understand(entry);
        if (!understood) return understood.error();
        if (auto fault = verify_seals(origin, digest_of(origin, statement_of(entry)), entry.seals))
            return fault;
        return keys_.examine(leaves_.size(), entry, *understood,
                             [this](std::uint64_t size) { return root(size); });
    }
    std::optional<Fault> add(Entry entry) {
        if (auto fault = examine(entry)) return fault;
        entry.known_on = today;
        const auto understood = understand(entry);
        keys_.keep(leaves_.size(), entry, *understood);
        leaves_.push_back(merkle::leaf_hash(write_entry(entry)));
        return std::nullopt;
    }
    const Keys& keys() const { return keys_; }
    std::uint64_t size() const { return leaves_.size(); }

private:
    std::optional<merkle::Hash> root(std::uint64_t size) const {
        if (size > leaves_.size()) return std::nullopt;
        merkle::Edge edge;
        for (std::uint64_t i = 0; i < size; ++i) edge.append(leaves_[i]);
        return edge.root();
    }
    Keys keys_;
    std::vector<merkle::Hash> leaves_;
};

}  // namespace seals::testing
