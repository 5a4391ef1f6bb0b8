// Keys as files: one line, in the form that Go's programs use, readable by its owner alone.
//
//   PRIVATE+KEY+NAME+ID+BASE64
#pragma once

#include <expected>
#include <string>

#include "merkle/note.hpp"

namespace registry {

struct KeyFileFault {
    enum class Why { no_key, open_key, exists, failed };
    Why why;
    std::string problem;
};
/// "no_key", "open_key", "exists", "failed": as words::say_trouble knows them.
std::string_view name_of(KeyFileFault::Why why);

/// A key that others can read is refused: it may have been copied.
std::expected<merkle::Signer, KeyFileFault> read_key(const std::string& file);
/// Makes a key and its file; nothing is written over.
std::expected<merkle::Signer, KeyFileFault> make_key(const std::string& file, const std::string& name,
                                                     merkle::KeyType type);

}  // namespace registry
