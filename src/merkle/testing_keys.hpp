// For tests: keys that are the same in every run.
#pragma once

#include <string>
#include <utility>

#include "merkle/note.hpp"

namespace merkle {

/// Its seed is `first`, `first` + 1, … (32 bytes).
inline Signer fixed_signer(std::string name, KeyType type, unsigned char first) {
    std::string seed;
    for (unsigned i = 0; i < seed_bytes; ++i) seed += static_cast<char>(first + i);
    return {std::move(name), type, *SecretKey::of(seed)};
}

}  // namespace merkle
