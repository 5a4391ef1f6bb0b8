// Annexes from one store to another: after a log has moved, or was restored from an export, which has none.
//
// The log itself says which belong to it: its entries name their salted hashes, and acts of the registry say
// which were taken away. Of what is withheld, the annex of the act names those of its files.
#pragma once

#include <cstddef>
#include <expected>

#include "store/store.hpp"

namespace registry {

struct Carried {
    std::size_t annexes = 0;  // that were lacking, and are there now
    std::size_t missing = 0;  // that entries name and neither store has: with those who may read them
};
struct CarryFault {
    enum class Of { from, to } of;
    store::Fault fault;
};

/// Copies into `to`, a store with the pen, what its entries name, it lacks and `from` has; nothing that was
/// taken away by what either log says. Nothing is signed, and what was copied before a fault stays.
std::expected<Carried, CarryFault> carry_annexes(const store::Store& from, store::Store& to);

}  // namespace registry
