// The SHA-256 of a file's bytes, for receipts: which rulebook and which record an answer came from.
#pragma once

#include <string>
#include <string_view>

#include <sodium.h>

namespace package {

/// Of bytes that come in parts.
class Sha256 {
public:
    Sha256() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view bytes);
    /// 64 hexadecimal digits in lower case. To be asked once.
    std::string text();

private:
    crypto_hash_sha256_state state_;
};

std::string sha256(std::string_view bytes);

}  // namespace package
