#include "merkle/ed25519.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>

#include <gtest/gtest.h>
#include <sodium.h>

#include "base/base64.hpp"

namespace merkle {
namespace {

std::string bytes(std::string_view hex) {
    const auto found = base::read_hex(hex);
    EXPECT_TRUE(found) << hex;
    return found.value_or("");
}

// With the order of the group added to S, which changes nothing for one who reduces it.
std::string with_order_added(std::string signature) {
    const std::string order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += static_cast<unsigned char>(signature[32 + i]) +
                 static_cast<unsigned>(static_cast<unsigned char>(order[i]));
        signature[32 + i] = static_cast<char>(carry & 0xFF);
        carry >>= 8;
    }
    return signature;
}

// The points of low order, first as they are written canonically, then otherwise.
const char* const low_order[] = {
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
};

TEST(Ed25519, SignsAsRfc8032) {
    const struct {
        const char* seed;
        const char* public_key;
        const char* message;
        const char* signature;
    } rows[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
         "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
         "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
        {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
         "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
         "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
         "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
         "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
         "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.message);
        const auto key = SecretKey::of(bytes(row.seed));
        ASSERT_TRUE(key);
        EXPECT_EQ(key->seed(), bytes(row.seed));
        EXPECT_EQ(key->public_key(), bytes(row.public_key));
        EXPECT_EQ(key->sign(bytes(row.message)), bytes(row.signature));
        EXPECT_TRUE(acceptable_public_key(bytes(row.public_key)));
        EXPECT_TRUE(verify_ed25519(bytes(row.public_key), bytes(row.message), bytes(row.signature)));
        EXPECT_FALSE(verify_ed25519(bytes(row.public_key), bytes(row.message) + "!", bytes(row.signature)));
    }
}

TEST(Ed25519, AgreesWithVectorsOfItsAuthors) {
    // Each line: seed and public key : public key : message : signature and message.
    const char* const name = "/usr/share/go/src/crypto/ed25519/testdata/sign.input.gz";
    if (!std::filesystem::exists(name)) GTEST_SKIP() << name << " is not there";
    const std::unique_ptr<FILE, int (*)(FILE*)> in(popen((std::string("zcat ") + name).c_str(), "r"), pclose);
    ASSERT_TRUE(in);
    std::string all;
    for (int c = std::fgetc(in.get()); c != EOF; c = std::fgetc(in.get())) all += static_cast<char>(c);
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < all.size(); ++count) {
        const std::size_t end = all.find('\n', begin);
        const std::string line = all.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t message_at = 128 + 1 + 64 + 1;
        const std::string message = bytes(line.substr(message_at, line.find(':', message_at) - message_at));
        const std::string signature = bytes(line.substr(line.find(':', message_at) + 1, 128));
        const auto key = SecretKey::of(bytes(line.substr(0, 64)));
        ASSERT_TRUE(key);
        ASSERT_EQ(key->public_key(), bytes(line.substr(129, 64)));
        ASSERT_EQ(key->sign(message), signature);
        ASSERT_TRUE(verify_ed25519(key->public_key(), message, signature));
        ASSERT_FALSE(verify_ed25519(key->public_key(), message, with_order_added(signature)));
    }
    EXPECT_EQ(count, 128U);
}

TEST(Ed25519, RefusesEverySignatureWithABitChanged) {
    const SecretKey key = SecretKey::random();
    const std::string good = key.sign("treaty");
    ASSERT_TRUE(verify_ed25519(key.public_key(), "treaty", good));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
        EXPECT_FALSE(verify_ed25519(key.public_key(), "treaty", bad)) << bit;
    }
    for (std::size_t bit = 0; bit < public_key_bytes * 8; ++bit) {
        std::string other = key.public_key();
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ 1 << bit % 8);
        EXPECT_FALSE(verify_ed25519(other, "treaty", good)) << bit;
    }
    EXPECT_FALSE(verify_ed25519(key.public_key(), "Treaty", good));
}

TEST(Ed25519, RefusesOtherLengths) {
    const SecretKey key = SecretKey::random();
    const std::string good = key.sign("x");
    EXPECT_FALSE(verify_ed25519(key.public_key(), "x", ""));
    EXPECT_FALSE(verify_ed25519(key.public_key(), "x", good.substr(0, 63)));
    EXPECT_FALSE(verify_ed25519(key.public_key(), "x", good + '\0'));
    EXPECT_FALSE(verify_ed25519("", "x", good));
    EXPECT_FALSE(verify_ed25519(key.public_key() + '\0', "x", good));
    EXPECT_FALSE(acceptable_public_key(""));
    EXPECT_FALSE(acceptable_public_key(key.public_key().substr(1)));
    EXPECT_FALSE(acceptable_public_key(key.public_key() + "a"));
    EXPECT_FALSE(SecretKey::of(""));
    EXPECT_FALSE(SecretKey::of(std::string(31, 'a')));
    EXPECT_FALSE(SecretKey::of(std::string(33, 'a')));
}

TEST(Ed25519, RefusesAnSThatIsNotBelowTheOrder) {
    const SecretKey key = SecretKey::random();
    const std::string good = key.sign("x");
    EXPECT_FALSE(verify_ed25519(key.public_key(), "x", with_order_added(good)));
    EXPECT_FALSE(verify_ed25519(key.public_key(), "x", with_order_added(with_order_added(good))));
}

TEST(Ed25519, AcceptsNoKeyOfLowOrderAndNoneWrittenOtherwise) {
    for (const char* point : low_order) EXPECT_FALSE(acceptable_public_key(bytes(point))) << point;
    // y is p + 3: on the curve, and not below p.
    EXPECT_FALSE(
        acceptable_public_key(bytes("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")));
    EXPECT_FALSE(
        acceptable_public_key(bytes("0200000000000000000000000000000000000000000000000000000000000000")))
        << "no point of the curve";
    // The sum of a good key and a point of order eight verifies for some and not for others.
    for (int i = 4; i < 8; ++i) {
        const std::string torsion = bytes(low_order[i]);
        const std::string key = SecretKey::random().public_key();
        std::string mixed(32, '\0');
        ASSERT_EQ(crypto_core_ed25519_add(reinterpret_cast<unsigned char*>(mixed.data()),
                                          reinterpret_cast<const unsigned char*>(key.data()),
                                          reinterpret_cast<const unsigned char*>(torsion.data())),
                  0);
        EXPECT_TRUE(acceptable_public_key(key));
        EXPECT_FALSE(acceptable_public_key(mixed));
    }
}

TEST(Ed25519, RefusesSignaturesThatHoldForAnyMessageUnderAKeyOfLowOrder) {
    // R is the base point and S is one: S·B = R + h·A wherever h·A is nothing.
    const std::string forged = bytes(
        "5866666666666666666666666666666666666666666666666666666666666666"
        "0100000000000000000000000000000000000000000000000000000000000000");
    for (const char* point : low_order) {
        for (int i = 0; i < 16; ++i)
            EXPECT_FALSE(verify_ed25519(bytes(point), "message " + std::to_string(i), forged)) << point;
    }
}

TEST(Ed25519, RefusesAnROfLowOrder) {
    // With r = 0: S = h·a, where h is the hash of R, A and the message. Who asks only for the equation
    // accepts it.
    const std::string seed(32, '\x2A');
    const auto key = SecretKey::of(seed);
    ASSERT_TRUE(key);
    std::array<unsigned char, 64> digest;
    crypto_hash_sha512(digest.data(), reinterpret_cast<const unsigned char*>(seed.data()), seed.size());
    digest[0] &= 248, digest[31] &= 127, digest[31] |= 64;
    std::array<unsigned char, 64> wide{};
    std::copy_n(digest.begin(), 32, wide.begin());
    std::array<unsigned char, 32> a, h, s;
    crypto_core_ed25519_scalar_reduce(a.data(), wide.data());
    for (const char* point : low_order) {
        for (int i = 0; i < 16; ++i) {
            const std::string message = "message " + std::to_string(i);
            const std::string hashed = bytes(point) + key->public_key() + message;
            crypto_hash_sha512(digest.data(), reinterpret_cast<const unsigned char*>(hashed.data()),
                               hashed.size());
            crypto_core_ed25519_scalar_reduce(h.data(), digest.data());
            crypto_core_ed25519_scalar_mul(s.data(), h.data(), a.data());
            const std::string signature =
                bytes(point) + std::string(reinterpret_cast<const char*>(s.data()), s.size());
            EXPECT_FALSE(verify_ed25519(key->public_key(), message, signature)) << point;
        }
    }
}

TEST(SecretKey, IsRandomAndMoves) {
    SecretKey one = SecretKey::random();
    const SecretKey two = SecretKey::random();
    EXPECT_NE(one.seed(), two.seed());
    const std::string seed = one.seed(), public_key = one.public_key();
    SecretKey moved = std::move(one);
    EXPECT_EQ(moved.seed(), seed);
    // What was moved from is wiped. NOLINTBEGIN(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
    EXPECT_EQ(one.seed(), std::string(32, '\0'));
    one = std::move(moved);
    EXPECT_EQ(one.public_key(), public_key);
    EXPECT_EQ(moved.seed(), std::string(32, '\0'));
    // NOLINTEND(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
    EXPECT_EQ(SecretKey::of(seed)->public_key(), public_key);
}

}  // namespace
}  // namespace merkle
