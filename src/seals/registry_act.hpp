// Acts of the registry: what is done to the record itself and to those who may write it. They stand in the
// log among the acts of the organisation, in the same envelope, and are no part of what the law looks at
// (docs/decisions/acts-of-the-registry.md).
//
//   log-opened          the first entry: origin, the log's key, the authority's key, the hash of its next
//   one, the
//                       policy of witnesses
//   key-accredited      a key may seal: for the registry, or for a member or a body
//   key-rotated         a key gives way to the one whose hash it named
//   key-recalled        a key ends
//   policy-changed      other witnesses, another quorum
//   rulebook-published  the rules, sources and claims as files; from here on they hold
//   annex-removed       what a salted hash stood for was taken away
//   refusal-logged      something handed in was refused, and its sender asked for that to be on record
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/day.hpp"
#include "base/value.hpp"
#include "merkle/hash.hpp"
#include "seals/fault.hpp"

namespace seals {

/// What a key is for.
enum class Use {
    authority,       // accredits and recalls keys of its own holder; that of the organisation, all
    registrar,       // enters acts of every kind
    representative,  // enters what its holder does
};
std::string_view name_of(Use use);

struct LogOpened {
    static constexpr std::string_view kind = "log-opened";
    std::string origin;
    std::string log;        // verifier key of the log, as in a signed note
    std::string authority;  // key of the organisation's authority
    merkle::Hash next{};    // of the authority's next key
    std::string policy;     // c2sp.org/tlog-policy
};
struct KeyAccredited {
    static constexpr std::string_view kind = "key-accredited";
    std::string holder;  // a member or a body; empty: the organisation
    std::string key;
    std::string name;  // "demonstration registrar"
    std::optional<merkle::Hash> next;
    Use use{};
};
struct KeyRotated {
    static constexpr std::string_view kind = "key-rotated";
    std::string from;
    std::string key;
    std::optional<merkle::Hash> next;
};
struct KeyRecalled {
    static constexpr std::string_view kind = "key-recalled";
    enum class Why { retired, lost, compromised };
    std::string key;
    Why why{};
    std::optional<std::uint64_t> since;  // compromised: what it sealed from that entry on is contested
};
struct PolicyChanged {
    static constexpr std::string_view kind = "policy-changed";
    std::string policy;
};
struct RulebookPublished {
    static constexpr std::string_view kind = "rulebook-published";
    std::string reason;
};
struct AnnexRemoved {
    static constexpr std::string_view kind = "annex-removed";
    merkle::Hash commitment{};
    std::string reason;
};
struct RefusalLogged {
    static constexpr std::string_view kind = "refusal-logged";
    merkle::Hash submitted{};  // SHA-256 of the bytes as they were handed in
    std::string code;
};

using RegistryContent = std::variant<LogOpened, KeyAccredited, KeyRotated, KeyRecalled, PolicyChanged,
                                     RulebookPublished, AnnexRemoved, RefusalLogged>;

struct RegistryAct {
    std::string id;
    base::Day on;  // as the one who sealed says
    RegistryContent content;
};

/// Is this a kind of the registry's?
bool is_registry_kind(std::string_view kind);
/// The kind of a body: its "kind" where that is a text; else empty.
std::string_view kind_of(const base::Value& body);

std::expected<RegistryAct, Fault> read_registry_act(const base::Value& body);
base::Value write_registry_act(const RegistryAct& act);
std::string_view kind_of(const RegistryContent& content);

}  // namespace seals
