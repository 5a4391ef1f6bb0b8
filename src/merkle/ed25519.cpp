#include "merkle/ed25519.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <sodium.h>

namespace merkle {
namespace {

static_assert(public_key_bytes == crypto_sign_PUBLICKEYBYTES);
static_assert(signature_bytes == crypto_sign_BYTES);
static_assert(seed_bytes == crypto_sign_SEEDBYTES);

// The library looks at the machine once, and opens the random source; before that it must not be used.
void ready() {
    static const bool done = sodium_init() >= 0;
    if (!done) throw std::runtime_error("libsodium cannot begin");
}

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

bool acceptable_public_key(std::string_view public_key) {
    ready();
    return public_key.size() == public_key_bytes &&
           crypto_core_ed25519_is_valid_point(bytes(public_key)) == 1;
}

bool verify_ed25519(std::string_view public_key, std::string_view message, std::string_view signature) {
    ready();
    if (public_key.size() != public_key_bytes || signature.size() != signature_bytes) return false;
    return crypto_sign_verify_detached(bytes(signature), bytes(message), message.size(), bytes(public_key)) ==
           0;
}

std::optional<SecretKey> SecretKey::of(std::string_view seed) {
    ready();
    if (seed.size() != seed_bytes) return std::nullopt;
    SecretKey key;
    std::array<unsigned char, public_key_bytes> public_key;
    crypto_sign_seed_keypair(public_key.data(), key.bytes_.data(), bytes(seed));
    return key;
}

SecretKey SecretKey::random() {
    ready();
    SecretKey key;
    std::array<unsigned char, public_key_bytes> public_key;
    crypto_sign_keypair(public_key.data(), key.bytes_.data());
    return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_) {
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
    if (this == &other) return *this;
    bytes_ = other.bytes_;
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
    return *this;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string SecretKey::public_key() const {
    return {reinterpret_cast<const char*>(bytes_.data()) + seed_bytes, public_key_bytes};
}

std::string SecretKey::sign(std::string_view message) const {
    std::string signature(signature_bytes, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes(message),
                         message.size(), bytes_.data());
    return signature;
}

std::string SecretKey::seed() const { return {reinterpret_cast<const char*>(bytes_.data()), seed_bytes}; }

}  // namespace merkle
