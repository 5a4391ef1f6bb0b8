// The log behind the record: how long it is, who confirms it, whose keys it knows, the acts of the registry,
// what is not public. And the same of a site that has none.
//
// Pure: the site reads the log, and passes what it read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pages/log_parts.hpp"
#include "seals/keys.hpp"

namespace pages {

struct LogPage {
    std::string origin;
    std::string key;     // of the log, as in a signed note
    std::string policy;  // c2sp.org/tlog-policy
    std::uint64_t size = 0;
    std::string newest;           // the newest checkpoint, a signed note
    std::uint64_t witnessed = 0;  // entries in the largest confirmed checkpoint; 0: none
    std::string confirmed;        // that checkpoint; empty: none
    std::optional<base::Day> confirmed_on = {};
    std::int64_t copies = 0;

    struct Witness {
        std::string name;
        std::string key;
        std::uint64_t size = 0;  // of the checkpoint it confirmed last; 0: none yet
        std::uint64_t time = 0;  // POSIX seconds
    };
    std::vector<Witness> witnesses;
    const std::vector<seals::Key>& keys;
    const std::map<std::uint64_t, seals::RegistryAct>& acts;
    const std::map<std::uint64_t, seals::Withheld>& withheld;
    const std::map<std::uint64_t, std::uint64_t>& released;
    bool writes = false;
    std::string closed = {};  // why nothing is taken now: a sentence; empty: nothing stands in the way
};
Fragment log_page(const Setting& setting, const LogPage& page);
Fragment keys_page(const Setting& setting, const std::vector<seals::Key>& keys);
/// Of a site that was made from a package.
Fragment no_log_page(const Setting& setting);

/// For the page on how an answer is checked: what of it is checked against the log.
Fragment log_checks(const Setting& setting);

/// The names of keys, by which acts of the registry speak of them.
words::KeyName names_of_keys(const std::vector<seals::Key>& keys);

}  // namespace pages
