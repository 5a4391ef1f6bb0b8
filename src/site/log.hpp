// The log behind the record, as pages speak of it: how far it has come, who confirms it, where each act
// stands.
//
// A snapshot: a site is made anew when it changes. A site of a package has none, and its pages say so.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "package/organisation.hpp"
#include "record/record.hpp"
#include "registry/book.hpp"
#include "store/store.hpp"
#include "words/language.hpp"

namespace site {

/// A copy-holder of the policy, and the checkpoint that it confirmed last.
struct Witness {
    std::string name;        // "demonstration copy-holder 1"; of the policy
    std::string key;         // as in a signed note
    std::uint64_t size = 0;  // 0: none yet
    std::uint64_t time = 0;  // POSIX seconds
};

/// How an entry is proved.
enum class Grade {
    logged,     // in a checkpoint that the log signed
    witnessed,  // in one that a quorum of witnesses confirmed
};

struct Log {
    std::string origin;
    std::string key;                // of the log, as in a signed note
    std::string policy;             // c2sp.org/tlog-policy
    std::uint64_t size = 0;         // entries logged
    std::string newest;             // the newest checkpoint, with the cosignatures it has; a signed note
    std::uint64_t witnessed = 0;    // entries in the largest checkpoint with a quorum; 0: none
    std::string largest;            // that checkpoint, a signed note; empty: none
    std::size_t confirmations = 0;  // independent copies that confirmed it
    std::vector<Witness> witnesses;
    registry::Leaves leaves;  // by the number of an entry in the record: its place in the log
    std::map<std::uint64_t, std::vector<seals::FileNote>> files;
    std::map<std::uint64_t, seals::RegistryAct> registry_acts;
    std::vector<seals::Key> keys;
    std::map<std::uint64_t, seals::Withheld> withheld;
    std::map<std::uint64_t, std::uint64_t> released;
    /// Why the registry takes nothing now, as a code of registry::Closed; empty: it does, or this server only
    /// reads.
    std::string closed;
    bool writes = false;  // this server holds the pen

    Grade grade_of(std::uint64_t entry) const { return entry < witnessed ? Grade::witnessed : Grade::logged; }
    std::uint64_t place_of(record::EntryNumber number) const { return leaves[number]; }

    /// Reads the bytes of an entry; nothing where there is none, or the store fails.
    std::function<std::optional<std::string>(std::uint64_t entry)> read;
    /// The path from an entry to the root of the first `size` leaves.
    std::function<std::optional<std::vector<merkle::Hash>>(std::uint64_t entry, std::uint64_t size)> path;
    /// A public file by its SHA-256.
    std::function<std::optional<store::File>(const merkle::Hash& sha256)> file;
    /// The proof of an entry as a page to keep (docs/formats/proof.md), in a language, with the names that
    /// the organisation has for things; empty: none is made here.
    std::function<std::optional<std::string>(std::uint64_t entry, words::Language language,
                                             const package::Organisation& organisation)>
        proof = {};
};

}  // namespace site
