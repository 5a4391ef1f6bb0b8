// What a witness says that it has seen: GET HEX/checkpoint (c2sp.org/tlog-witness, the monitoring endpoint).
//
// A log asks at its start, so as never to sign less than it signed before; and later for statements that are
// made in their own time, such as that of a replay.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"

namespace witness {

/// A checkpoint that a witness shows, signed by the log: whoever the witness is, the log has said this.
struct Seen {
    merkle::Checkpoint checkpoint;
    std::string note;                                // as it was shown
    std::optional<merkle::SignatureLine> line = {};  // the witness's own, verified; empty: there is none
};

/// Nothing where the witness has none; an error, in words, where it was not reached or shows what does not
/// hold.
using Shown = std::expected<std::optional<Seen>, std::string>;

/// Asks one. `url` is what stands before "/HEX/checkpoint".
Shown ask(const std::string& url, std::span<const merkle::VerifierKey> log,
          const merkle::VerifierKey& witness, std::chrono::milliseconds within,
          const std::stop_token& stop = {});

/// Asks all that have an address, at the same time. By name.
std::map<std::string, Shown> ask_all(const std::vector<merkle::Policy::Witness>& witnesses,
                                     std::span<const merkle::VerifierKey> log,
                                     std::chrono::milliseconds within);

/// The greatest size among them: a log that would sign a smaller one has lost what it signed.
std::uint64_t greatest_size(const std::map<std::string, Shown>& asked);

}  // namespace witness
