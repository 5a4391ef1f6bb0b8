// Ed25519 (RFC 8032) with the strict profile: what one program accepts, every other that follows it accepts.
//
// Refused, when a key is accepted and again at every signature: an encoding of a point that is not the
// canonical one, a public key or an R of low order, S not below the order of the group. This is what
// libsodium checks; docs/formats/entry.md states it. Of C2SP's 914 edge cases 43 are accepted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace merkle {

inline constexpr std::size_t public_key_bytes = 32;
inline constexpr std::size_t signature_bytes = 64;
inline constexpr std::size_t seed_bytes = 32;

/// May this be anybody's public key? 32 bytes, a canonical encoding of a point of the main group.
bool acceptable_public_key(std::string_view public_key);

bool verify_ed25519(std::string_view public_key, std::string_view message, std::string_view signature);

/// What only its holder knows. Wiped from memory when it goes.
class SecretKey {
public:
    /// From the seed of RFC 8032 (32 bytes); empty where there are not 32.
    static std::optional<SecretKey> of(std::string_view seed);
    /// From the system's random source.
    static SecretKey random();
    SecretKey(SecretKey&&) noexcept;
    SecretKey& operator=(SecretKey&&) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    std::string public_key() const;
    std::string sign(std::string_view message) const;
    /// To be written to the holder's own file, and nowhere else.
    std::string seed() const;

private:
    SecretKey() = default;
    std::array<unsigned char, 64> bytes_{};  // seed and public key, as libsodium keeps them
};

}  // namespace merkle
