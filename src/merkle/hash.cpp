#include "merkle/hash.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

#include "base/base64.hpp"

namespace merkle {
namespace {

struct FreeDigest {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

const EVP_MD* fetched() {
    static const std::unique_ptr<EVP_MD, FreeDigest> digest(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    if (!digest) throw std::runtime_error("OpenSSL has no SHA-256");
    return digest.get();
}

// A digest in the making, on the thread's own context.
class Digest {
public:
    Digest() {
        static thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
        context_ = context.get();
        if (!context_ || EVP_DigestInit_ex2(context_, fetched(), nullptr) != 1)
            throw std::runtime_error("OpenSSL cannot begin a SHA-256");
    }
    Digest& add(const void* bytes, std::size_t size) {
        if (EVP_DigestUpdate(context_, bytes, size) != 1)
            throw std::runtime_error("OpenSSL cannot go on with a SHA-256");
        return *this;
    }
    Hash finish() {
        Hash hash;
        if (EVP_DigestFinal_ex(context_, hash.data(), nullptr) != 1)
            throw std::runtime_error("OpenSSL cannot finish a SHA-256");
        return hash;
    }

private:
    EVP_MD_CTX* context_ = nullptr;
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
