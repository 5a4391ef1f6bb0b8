// The arithmetic of the log: hashes of nodes, proofs out of memory, signatures.
//
//   bench_merkle [LEAVES=1000000]
//
// One run measures, and prints as a ratio to what it is compared with:
//   nodes       merkle::node_hash against OpenSSL's SHA256() and libsodium's crypto_hash_sha256; they are
//               compared
//   tree        leaves appended to an edge that keeps every node, each of 600 bytes
//   inclusion   paths of random leaves out of nodes in memory, and their verification
//   signatures  merkle::verify_ed25519 of 400 bytes against bare calls of libsodium, on one thread and on two
//
// Times are of the thread's own CPU, the best of several rounds: on a machine that others use too, the clock
// on the wall says more about them. The exit code is 1 where a result differs or a limit is not kept: 8
// million nodes a second (on a slower machine two and a half times SHA256()), 50 µs (median) for a path, four
// fifths of the bare calls.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <openssl/sha.h>
#include <sodium.h>

#include "merkle/ed25519.hpp"
#include "merkle/tree.hpp"

namespace {

using merkle::Hash;

constexpr double fewest_nodes = 8e6;  // a second
constexpr double least_gain = 2.5;    // over SHA256(), where the machine is slower than that
constexpr double most_microseconds = 50;
constexpr double least_share = 0.8;  // of the bare calls
constexpr int rounds = 150;          // short ones: some fall where nobody else is at work

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// How often a second each of them can be done, at best. They take turns: what slows one slows the others.
template <class... Once> std::array<double, sizeof...(Once)> rates(int times, Once... once) {
    std::array<double, sizeof...(Once)> best{};
    const auto round = [times](auto& one) {
        const double start = cpu_seconds();
        for (int i = 0; i < times; ++i) one(i);
        return times / (cpu_seconds() - start);
    };
    for (int i = 0; i < rounds; ++i) {
        std::size_t k = 0;
        ((best[k] = std::max(best[k], round(once)), ++k), ...);
    }
    return best;
}

std::array<std::uint8_t, 65> message_of(const Hash& left, const Hash& right) {
    std::array<std::uint8_t, 65> message;
    message[0] = 0x01;
    std::ranges::copy(left, message.begin() + 1);
    std::ranges::copy(right, message.begin() + 33);
    return message;
}

Hash by_openssl(const Hash& left, const Hash& right) {
    Hash hash;
    const auto message = message_of(left, right);
    SHA256(message.data(), message.size(), hash.data());
    return hash;
}

Hash by_sodium(const Hash& left, const Hash& right) {
    Hash hash;
    const auto message = message_of(left, right);
    crypto_hash_sha256(hash.data(), message.data(), message.size());
    return hash;
}

// A chain, so that no hash can be left out.
template <class NodeHash> auto chain(NodeHash node, Hash& last) {
    return [node, &last, right = merkle::sha256("right")](int i) {
        if (i == 0) last = merkle::sha256("left");
        last = node(last, right);
    };
}

bool bench_nodes() {
    Hash ours, openssl, sodium;
    const auto [rate_ours, rate_openssl, rate_sodium] =
        rates(10'000, chain(merkle::node_hash, ours), chain(by_openssl, openssl), chain(by_sodium, sodium));
    std::printf("nodes: %.2f M a second; SHA256() %.2f M, we are %.2f x; libsodium %.2f M, we are %.2f x\n",
                rate_ours / 1e6, rate_openssl / 1e6, rate_ours / rate_openssl, rate_sodium / 1e6,
                rate_ours / rate_sodium);
    const bool fast = rate_ours >= fewest_nodes || rate_ours >= least_gain * rate_openssl;
    return ours == openssl && ours == sodium && fast;
}

struct Nodes {
    std::vector<std::vector<Hash>> levels;
    merkle::Edge edge;

    void append(const Hash& leaf) {
        edge.append(leaf, [&](unsigned level, std::uint64_t, const Hash& hash) {
            if (levels.size() == level) levels.emplace_back();
            levels[level].push_back(hash);
        });
    }
    merkle::ReadNode reader() const {
        return [this](unsigned level, std::uint64_t index) -> std::optional<Hash> {
            return level < levels.size() && index < levels[level].size() ? std::optional(levels[level][index])
                                                                         : std::nullopt;
        };
    }
};

Nodes bench_tree(std::uint64_t leaves) {
    Nodes nodes;
    std::string entry(600, 'e');
    const double start = cpu_seconds();
    for (std::uint64_t i = 0; i < leaves; ++i) {
        std::copy_n(reinterpret_cast<const char*>(&i), sizeof i, entry.begin());
        nodes.append(merkle::leaf_hash(entry));
    }
    const double took = cpu_seconds() - start;
    std::printf("tree: %llu leaves of 600 bytes in %.2f s, %.2f M a second\n",
                static_cast<unsigned long long>(leaves), took, static_cast<double>(leaves) / took / 1e6);
    return nodes;
}

bool bench_inclusion(const Nodes& nodes) {
    const merkle::ReadNode read = nodes.reader();
    const std::uint64_t size = nodes.edge.size();
    const Hash root = nodes.edge.root();
    std::mt19937_64 random(1);
    std::vector<double> making, checking;
    bool good = true;
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t index = random() % size;
        const double start = cpu_seconds();
        const auto path = merkle::inclusion_path(index, size, read);
        const double made = cpu_seconds();
        good = path && merkle::proves_inclusion(index, size, nodes.levels[0][index], *path, root) && good;
        checking.push_back((cpu_seconds() - made) * 1e6);
        making.push_back((made - start) * 1e6);
    }
    std::ranges::sort(making);
    std::ranges::sort(checking);
    const auto at = [](const std::vector<double>& times, std::size_t percent) {
        return times[times.size() * percent / 100];
    };
    std::printf(
        "inclusion: a path of %llu leaves p50 %.2f us, p99 %.2f us; verified p50 %.2f us, p99 %.2f us\n",
        static_cast<unsigned long long>(size), at(making, 50), at(making, 99), at(checking, 50),
        at(checking, 99));
    return good && at(making, 50) <= most_microseconds;
}

struct Signed {
    std::string message, signature;
};

// The sum over threads of what each does in a second of its own time: ours, and the bare calls.
template <class Ours, class Bare> std::array<double, 2> on_threads(unsigned threads, Ours ours, Bare bare) {
    std::vector<std::array<double, 2>> found(threads);
    std::vector<std::thread> running;
    for (unsigned t = 0; t < threads; ++t)
        running.emplace_back([&, t] { found[t] = rates(100, ours, bare); });
    for (std::thread& thread : running) thread.join();
    std::array<double, 2> sum{};
    for (const auto& one : found) sum[0] += one[0], sum[1] += one[1];
    return sum;
}

bool bench_signatures() {
    const merkle::SecretKey key = merkle::SecretKey::random();
    const std::string public_key = key.public_key();
    std::vector<Signed> all;
    for (int i = 0; i < 500; ++i) {
        std::string message = std::to_string(i) + std::string(400, 'm');
        message.resize(400);
        all.push_back({message, key.sign(message)});
    }
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    bool good = true;
    for (const unsigned threads : {1U, 2U}) {
        const auto [ours, bare] = on_threads(
            threads,
            [&](int i) {
                const Signed& one = all[static_cast<std::size_t>(i) % all.size()];
                if (!merkle::verify_ed25519(public_key, one.message, one.signature)) std::exit(3);
            },
            [&](int i) {
                const Signed& one = all[static_cast<std::size_t>(i) % all.size()];
                if (crypto_sign_verify_detached(bytes(one.signature), bytes(one.message), one.message.size(),
                                                bytes(public_key)) != 0)
                    std::exit(3);
            });
        std::printf("signatures, %u thread%s: %.0f verified a second; bare libsodium %.0f, we are %.2f x\n",
                    threads, threads == 1 ? "" : "s", ours, bare, ours / bare);
        good = good && ours >= least_share * bare;
    }
    return good;
}

}  // namespace

int main(int argc, char** argv) {
    const long long leaves = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    if (leaves < 1 || sodium_init() < 0) return 2;
    bool good = bench_nodes();
    good = bench_inclusion(bench_tree(static_cast<std::uint64_t>(leaves))) && good;
    good = bench_signatures() && good;
    if (!good) std::printf("a limit is not kept\n");
    return good ? 0 : 1;
}
