// A log that was exported, put into a new store byte for byte: entries, the checkpoints that came with it,
// cosignatures, files. What is exported from there is what was imported, but for lines under a checkpoint
// that are neither the log's nor of a witness of its policy: they are left behind.
//
// All of it is verified first. Checkpoints of other sizes, annexes and settings of the server are not in an
// export, and so not in what is made from one.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <variant>

#include "archive/fetch.hpp"
#include "archive/verdict.hpp"
#include "archive/verify.hpp"
#include "store/store.hpp"

namespace archive {

struct Imported {
    Verdict verdict;
    std::uint64_t entries = 0;
    std::size_t files = 0;
};

/// Something does not hold: nothing was written.
struct NotImported {
    Verdict verdict;
};
/// The store could not take it, or holds something already (`exists`). What was written by then stays:
/// whoever made the store takes it away (store/new_store.hpp).
using ImportFault = std::variant<NotImported, store::Fault>;

/// Called once all of it holds: a store that holds nothing and has the pen.
using MakeStore = std::function<store::Expected<store::Store*>()>;

/// Where something does not hold, no store is made. Entries up to a checkpoint are kept in one step, and so
/// are in memory at once.
std::expected<Imported, ImportFault> import_log(const Fetch& from, const MakeStore& make,
                                                const VerifyOptions& options = {});
std::expected<Imported, ImportFault> import_log(const Fetch& from, store::Store& to,
                                                const VerifyOptions& options = {});

}  // namespace archive
