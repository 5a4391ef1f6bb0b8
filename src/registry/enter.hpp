// Opening a log, and entering a package into it: what `depositary import` does with an organisation's folder.
//
// The first entries are the opening (sealed by the authority), the accreditation of the registrar, and the
// rulebook; then every act of the package, in its order, sealed by the registrar. An act keeps the day on
// which the package says it became known; its place in the log proves only when it was entered here.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "package/fault.hpp"
#include "registry/desk.hpp"

namespace registry {

/// Seals entries one after the other with one key. Its count goes up with each.
class Sealer {
public:
    /// `count`: of the last seal that the key made; `after`: a checkpoint its holder has seen.
    Sealer(const merkle::SecretKey& key, std::string origin, std::uint64_t count, seals::After after)
        : key_(key), origin_(std::move(origin)), count_(count), after_(after) {}
    void saw(seals::After after) { after_ = after; }
    /// The entry with a seal of this key under it, after those that it has.
    seals::Entry seal(seals::Entry entry);

private:
    const merkle::SecretKey& key_;
    std::string origin_;
    std::uint64_t count_;
    seals::After after_;
};

struct NewLog {
    std::string origin;
    const merkle::Signer& log;
    const merkle::SecretKey& authority;
    merkle::Hash authority_next{};
    const merkle::SecretKey& registrar;
    std::string registrar_name;
    std::string policy;  // c2sp.org/tlog-policy
    base::Day today;
};

using EnterFault = std::variant<Refusal, Closed, std::vector<package::Fault>>;

/// Opens the log and accredits the registrar. The desk's log has no entry yet.
std::expected<void, EnterFault> open_log(Desk& desk, const NewLog& log);

/// Publishes the rulebook of the package in `folder` and enters its acts. How many acts.
std::expected<std::size_t, EnterFault> enter_package(Desk& desk, const merkle::SecretKey& registrar,
                                                     const std::filesystem::path& folder,
                                                     const std::string& reason, base::Day today);

/// The bytes of a file as the log names it.
seals::FileNote note_of(const store::File& file, std::string name, seals::FileNote::Kind kind);

}  // namespace registry
