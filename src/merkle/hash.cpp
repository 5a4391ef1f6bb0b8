// OpenSSL 3 calls SHA256_Init and its like deprecated, and keeps them.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "merkle/hash.hpp"

#include <algorithm>
#include <cassert>

#include <openssl/sha.h>

#include "base/base64.hpp"

namespace merkle {
namespace {

// A digest in the making. These functions of OpenSSL look no algorithm up and allocate nothing: for a node of
// the tree, two blocks long, EVP with the algorithm fetched once takes half as long again.
class Digest {
public:
    Digest() { SHA256_Init(&state_); }
    Digest& add(const void* bytes, std::size_t size) {
        SHA256_Update(&state_, bytes, size);
        return *this;
    }
    Hash finish() {
        Hash hash;
        SHA256_Final(hash.data(), &state_);
        return hash;
    }

private:
    SHA256_CTX state_;
};

}  // namespace

Hash sha256(std::string_view bytes) { return Digest().add(bytes.data(), bytes.size()).finish(); }

Hash leaf_hash(std::string_view entry) {
    static constexpr std::uint8_t mark = 0x00;
    return Digest().add(&mark, 1).add(entry.data(), entry.size()).finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
    std::array<std::uint8_t, 65> message;
    message[0] = 0x01;
    std::copy(left.begin(), left.end(), message.begin() + 1);
    std::copy(right.begin(), right.end(), message.begin() + 33);
    return Digest().add(message.data(), message.size()).finish();
}

const Hash& empty_root() {
    static const Hash root = sha256("");
    return root;
}

std::string_view bytes_of(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::optional<Hash> hash_of(std::string_view bytes) {
    Hash hash;
    if (bytes.size() != hash.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

std::string base64_of(const Hash& hash) { return base::base64(bytes_of(hash)); }

std::optional<Hash> read_hash(std::string_view base64) {
    const auto bytes = base::read_base64(base64);
    return bytes ? hash_of(*bytes) : std::nullopt;
}

}  // namespace merkle
