// SHA-256 as the tree uses it (RFC 6962, section 2.1 = RFC 9162, section 2.1).
//
// By OpenSSL, without looking the algorithm up: done at every call, that
// costs nearly two thirds of the time of a node.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace merkle {

using Hash = std::array<std::uint8_t, 32>;

Hash sha256(std::string_view bytes);
/// SHA-256 of 0x00 and the bytes of an entry.
Hash leaf_hash(std::string_view entry);
/// SHA-256 of 0x01 and two hashes.
Hash node_hash(const Hash& left, const Hash& right);
/// The root of the tree without leaves: SHA-256 of no bytes.
const Hash& empty_root();

/// The 32 bytes as a text of bytes, and back; empty where there are not 32.
std::string_view bytes_of(const Hash& hash);
std::optional<Hash> hash_of(std::string_view bytes);
/// The 44 letters of base64 and back, strictly.
std::string base64_of(const Hash& hash);
std::optional<Hash> read_hash(std::string_view base64);

}  // namespace merkle
