// Everything that can be checked about a log by whoever has a copy of it, and nothing else: no network but
// the copy's own, no clock, no trust in who gave it.
//
// The entries are read once, in slices, by one or more threads that verify seals; what must be done in order
// (the tree, the keys, the form) is done in order by whichever of them is free. Some dozens of slices are in
// memory at a time, and the acts as the record keeps them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/fetch.hpp"
#include "archive/verdict.hpp"
#include "merkle/policy.hpp"
#include "registry/book.hpp"

namespace archive {

/// The pages that a copy shows, compared with what the acts make. How many were compared, and the first that
/// differs; none compared: the copy shows none.
struct Remade {
    std::uint64_t pages = 0;
    std::string differs = {};
};
using Remake = std::function<Remade(const registry::Book& book, const Fetch& fetch)>;

struct VerifyOptions {
    /// Whom the caller trusts. None: the copy's own policy is taken, and the verdict says so.
    std::optional<merkle::Policy> policy = {};
    /// Checkpoints of this log that the caller kept from earlier: whole notes.
    std::vector<std::string> known = {};
    /// Threads that verify, the caller's among them; 0: as many as the machine has.
    unsigned threads = 0;
    /// A copy that no quorum cosigned still fails; to look at one nevertheless (before witnesses exist), it
    /// is said here, and the verdict warns.
    bool unwitnessed = false;
    Remake remake = {};
    /// Called now and then: entries done, of how many.
    std::function<void(std::uint64_t done, std::uint64_t of)> progress = {};
    /// Called with the log as it was read, where all of it holds.
    std::function<void(const registry::Book& book)> read = {};
};

Verdict verify(const Fetch& fetch, const VerifyOptions& options = {});

}  // namespace archive
