#include "merkle/tree.hpp"

#include <bit>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/base64.hpp"

namespace merkle {
namespace {

std::string hex(const Hash& hash) { return base::hex(bytes_of(hash)); }

// -- the definitions of RFC 6962, section 2.1, word for word ------------------------------------------

std::uint64_t split(std::uint64_t n) {
    std::uint64_t k = 1;
    while (k * 2 < n) k *= 2;
    return k;
}

class Definition {
public:
    explicit Definition(std::uint64_t size) {
        for (std::uint64_t i = 0; i < size; ++i) leaves_.push_back(leaf_hash(std::to_string(i)));
    }
    const Hash& leaf(std::uint64_t i) const { return leaves_[i]; }
    // MTH(D[begin:end])
    Hash root(std::uint64_t begin, std::uint64_t end) {
        if (begin == end) return sha256("");
        if (end - begin == 1) return leaves_[begin];
        const auto [found, fresh] = known_.try_emplace({begin, end});
        if (fresh) {
            const std::uint64_t k = begin + split(end - begin);
            const Hash hash = node_hash(root(begin, k), root(k, end));
            return known_[{begin, end}] = hash;
        }
        return found->second;
    }
    // PATH(m, D[begin:end])
    std::vector<Hash> path(std::uint64_t m, std::uint64_t begin, std::uint64_t end) {
        if (end - begin == 1) return {};
        const std::uint64_t k = split(end - begin);
        auto found = m < k ? path(m, begin, begin + k) : path(m - k, begin + k, end);
        found.push_back(m < k ? root(begin + k, end) : root(begin, begin + k));
        return found;
    }
    // SUBPROOF(m, D[begin:end], known)
    std::vector<Hash> subproof(std::uint64_t m, std::uint64_t begin, std::uint64_t end, bool known) {
        if (m == end - begin) return known ? std::vector<Hash>{} : std::vector<Hash>{root(begin, end)};
        const std::uint64_t k = split(end - begin);
        auto found = m <= k ? subproof(m, begin, begin + k, known) : subproof(m - k, begin + k, end, false);
        found.push_back(m <= k ? root(begin + k, end) : root(begin, begin + k));
        return found;
    }
    ReadNode reader(std::uint64_t size) {
        return [this, size](unsigned level, std::uint64_t index) -> std::optional<Hash> {
            if (level > 63 || index >= size >> level) return std::nullopt;
            return root(index << level, (index + 1) << level);
        };
    }

private:
    std::vector<Hash> leaves_;
    std::map<std::pair<std::uint64_t, std::uint64_t>, Hash> known_;
};

// On which side the hashes of a path stand, bottom first. A path that is right for one (index, size) holds
// for another exactly where these are the same: a root does not say its size.
std::string sides(std::uint64_t m, std::uint64_t n) {
    if (n == 1) return "";
    const std::uint64_t k = split(n);
    return m < k ? sides(m, k) + "R" : sides(m - k, n - k) + "L";
}
// The same for a proof between two sizes; "*" where it begins with the root of a part of the old tree.
std::string sides_between(std::uint64_t m, std::uint64_t n, bool known = true) {
    if (m == n) return known ? "" : "*";
    const std::uint64_t k = split(n);
    return m <= k ? sides_between(m, k, known) + "R" : sides_between(m - k, n - k, false) + "L";
}

// -------------------------------------------------------------------------------------------------------

TEST(Tree, HasTheRootsOfTheEightLeavesOfCertificateTransparency) {
    const char* const leaves[] = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const char* const roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                 "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                 "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                 "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                 "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                 "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                 "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                 "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                 "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    Edge edge;
    EXPECT_EQ(hex(edge.root()), roots[0]);
    for (std::size_t i = 0; i < std::size(leaves); ++i) {
        edge.append(leaf_hash(*base::read_hex(leaves[i])));
        EXPECT_EQ(hex(edge.root()), roots[i + 1]) << i + 1;
    }
    EXPECT_EQ(base64_of(empty_root()), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST(Tree, GrowsAsItIsDefined) {
    Definition defined(300);
    Edge edge;
    std::map<std::pair<unsigned, std::uint64_t>, Hash> made;
    for (std::uint64_t size = 0;; ++size) {
        EXPECT_EQ(edge.size(), size);
        EXPECT_EQ(edge.root(), defined.root(0, size)) << size;
        EXPECT_EQ(edge.peaks().size(), static_cast<std::size_t>(std::popcount(size)));
        EXPECT_EQ(edge_of(size, defined.reader(size)), edge);
        EXPECT_EQ(Edge::of(size, edge.peaks()), edge);
        // Every complete subtree comes about once: there are 2n less the bits of n.
        EXPECT_EQ(made.size(), 2 * size - edge.peaks().size());
        if (size == 300) break;
        edge.append(defined.leaf(size), [&](unsigned level, std::uint64_t index, const Hash& hash) {
            EXPECT_TRUE(made.emplace(std::pair(level, index), hash).second);
            EXPECT_EQ(hash, defined.root(index << level, (index + 1) << level));
        });
    }
}

TEST(Tree, HasNoEdgeOfAnotherNumberOfPeaks) {
    EXPECT_TRUE(Edge::of(0, {}));
    EXPECT_FALSE(Edge::of(0, {Hash{}}));
    EXPECT_FALSE(Edge::of(5, {Hash{}}));
    EXPECT_FALSE(Edge::of(4, {Hash{}, Hash{}}));
    EXPECT_FALSE(edge_of(5, [](unsigned, std::uint64_t) { return std::nullopt; }));
}

TEST(Tree, ProvesEveryLeafOfEverySize) {
    Definition defined(300);
    for (std::uint64_t size = 1; size <= 300; ++size) {
        const Hash root = defined.root(0, size);
        const ReadNode read = defined.reader(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto path = inclusion_path(index, size, read);
            ASSERT_TRUE(path);
            ASSERT_EQ(*path, defined.path(index, 0, size)) << index << " of " << size;
            ASSERT_TRUE(proves_inclusion(index, size, defined.leaf(index), *path, root))
                << index << " of " << size;
        }
        EXPECT_FALSE(inclusion_path(size, size, read));
    }
    EXPECT_FALSE(inclusion_path(0, 0, defined.reader(0)));
}

TEST(Tree, ProvesEveryOlderSizeOfEverySize) {
    Definition defined(300);
    for (std::uint64_t to = 0; to <= 300; ++to) {
        const Hash root = defined.root(0, to);
        const ReadNode read = defined.reader(to);
        for (std::uint64_t from = 0; from <= to; ++from) {
            const auto path = consistency_path(from, to, read);
            ASSERT_TRUE(path);
            const auto expected = from == 0 ? std::vector<Hash>{} : defined.subproof(from, 0, to, true);
            ASSERT_EQ(*path, expected) << from << " to " << to;
            ASSERT_TRUE(proves_consistency(from, defined.root(0, from), to, root, *path))
                << from << " to " << to;
        }
        EXPECT_FALSE(consistency_path(to + 1, to, read));
    }
}

// Each hash with one bit changed, left out, and doubled; hashes before and after.
template <class Check> void damage(const std::vector<Hash>& path, const Check& check) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto changed = path;
        changed[i][i * 7 % 32] ^= static_cast<std::uint8_t>(1U << i % 8);
        check("a bit", changed);
        auto cut = path;
        cut.erase(cut.begin() + static_cast<std::ptrdiff_t>(i));
        check("one left out", cut);
        auto doubled = path;
        doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), path[i]);
        check("one doubled", doubled);
        if (i != 0) {
            auto swapped = path;
            std::swap(swapped[i - 1], swapped[i]);
            check("two swapped", swapped);
        }
    }
    for (const Hash& more : {Hash{}, empty_root()}) {
        auto longer = path;
        longer.push_back(more);
        check("one more at the end", longer);
        longer = path;
        longer.insert(longer.begin(), more);
        check("one more at the beginning", longer);
    }
}

TEST(Tree, RefusesEveryDamagedProofOfALeaf) {
    Definition defined(130);
    for (std::uint64_t size = 1; size <= 130; ++size) {
        const Hash root = defined.root(0, size);
        for (std::uint64_t index = 0; index < size; ++index) {
            SCOPED_TRACE(fmt::format("{} of {}", index, size));
            const Hash& leaf = defined.leaf(index);
            const auto path = defined.path(index, 0, size);
            damage(path, [&](const char* what, const std::vector<Hash>& damaged) {
                EXPECT_FALSE(proves_inclusion(index, size, leaf, damaged, root)) << what;
            });
            Hash other_root = root;
            other_root[31] ^= 0x80;
            EXPECT_FALSE(proves_inclusion(index, size, leaf, path, other_root));
            EXPECT_FALSE(proves_inclusion(index, size, leaf, path, empty_root()));
            EXPECT_FALSE(proves_inclusion(index, size, other_root, path, root));
            if (size > 1) EXPECT_FALSE(proves_inclusion(index, size, root, path, leaf));
            EXPECT_FALSE(proves_inclusion(index, 0, leaf, path, root));
            for (const std::uint64_t other : {size - 1, size + 1, size * 2, size / 2}) {
                const bool same = index < other && sides(index, other) == sides(index, size);
                EXPECT_EQ(proves_inclusion(index, other, leaf, path, root), same) << "as of size " << other;
            }
            for (const std::uint64_t other : {index - 1, index + 1, index * 2, index ^ 2, index / 2}) {
                const bool same = other < size && sides(other, size) == sides(index, size);
                EXPECT_EQ(proves_inclusion(other, size, leaf, path, root), same) << "as leaf " << other;
            }
        }
    }
}

TEST(Tree, RefusesEveryDamagedProofOfAnOlderSize) {
    Definition defined(130);
    for (std::uint64_t to = 2; to <= 130; ++to) {
        const Hash root = defined.root(0, to);
        for (std::uint64_t from = 1; from < to; ++from) {
            SCOPED_TRACE(fmt::format("{} to {}", from, to));
            const Hash old_root = defined.root(0, from);
            const auto path = defined.subproof(from, 0, to, true);
            damage(path, [&](const char* what, const std::vector<Hash>& damaged) {
                EXPECT_FALSE(proves_consistency(from, old_root, to, root, damaged)) << what;
            });
            EXPECT_FALSE(proves_consistency(from, old_root, to, root, {}));
            EXPECT_FALSE(proves_consistency(from, root, to, old_root, path));
            EXPECT_FALSE(proves_consistency(to, root, from, old_root, path));
            EXPECT_FALSE(proves_consistency(from, root, to, root, path));
            EXPECT_FALSE(proves_consistency(from, old_root, to, old_root, path));
            EXPECT_FALSE(proves_consistency(from, empty_root(), to, root, path));
            EXPECT_FALSE(proves_consistency(0, empty_root(), to, root, path));
            const std::pair<std::uint64_t, std::uint64_t> others[] = {
                {from - 1, to}, {from + 1, to}, {from * 2, to},     {from / 2, to}, {from, to - 1},
                {from, to + 1}, {from, to * 2}, {from * 2, to * 2}, {from, to / 2}, {from / 2, to / 2}};
            for (const auto& [m, n] : others) {
                const bool same = m != 0 && m <= n && sides_between(m, n) == sides_between(from, to);
                EXPECT_EQ(proves_consistency(m, old_root, n, root, path), same) << m << " to " << n;
            }
        }
    }
}

TEST(Tree, AsksNoProofFromNothingAndNoneOfTheSame) {
    Definition defined(8);
    const Hash eight = defined.root(0, 8), seven = defined.root(0, 7);
    EXPECT_TRUE(proves_consistency(0, empty_root(), 0, empty_root(), {}));
    EXPECT_TRUE(proves_consistency(0, empty_root(), 8, eight, {}));
    EXPECT_TRUE(proves_consistency(8, eight, 8, eight, {}));
    const std::vector<Hash> one{seven};
    EXPECT_FALSE(proves_consistency(0, seven, 8, eight, {})) << "the empty tree has one root";
    EXPECT_FALSE(proves_consistency(0, empty_root(), 0, eight, {}));
    EXPECT_FALSE(proves_consistency(0, empty_root(), 8, eight, one));
    EXPECT_FALSE(proves_consistency(8, eight, 8, eight, one));
    EXPECT_FALSE(proves_consistency(8, eight, 8, seven, {}));
    EXPECT_FALSE(proves_consistency(8, eight, 7, seven, {}));
}

TEST(Tree, HasNoProofWhereANodeCannotBeHad) {
    Definition defined(70);
    for (const std::uint64_t size : {2U, 7U, 64U, 70U}) {
        // The nodes that are asked for, and then each of them missing.
        std::vector<std::pair<unsigned, std::uint64_t>> asked;
        const ReadNode all = defined.reader(size);
        const ReadNode noting = [&](unsigned level, std::uint64_t index) {
            asked.emplace_back(level, index);
            return all(level, index);
        };
        ASSERT_TRUE(inclusion_path(size / 3, size, noting));
        const auto for_leaf = std::exchange(asked, {});
        ASSERT_TRUE(consistency_path(size / 3 + 1, size, noting));
        const auto for_size = asked;
        const auto without = [&](std::pair<unsigned, std::uint64_t> missing) -> ReadNode {
            return [&all, missing](unsigned level, std::uint64_t index) {
                return std::pair(level, index) == missing ? std::nullopt : all(level, index);
            };
        };
        EXPECT_FALSE(for_leaf.empty());
        for (const auto& node : for_leaf) EXPECT_FALSE(inclusion_path(size / 3, size, without(node)));
        EXPECT_FALSE(for_size.empty());
        for (const auto& node : for_size) EXPECT_FALSE(consistency_path(size / 3 + 1, size, without(node)));
    }
}

TEST(Tree, VerifiesAsFarAsSizesGo) {
    // One leaf in a tree of 2^63 - 1: the last on the right, with 62 hashes to its left.
    const std::uint64_t size = (std::uint64_t{1} << 63) - 1;
    std::vector<Hash> path(62, sha256("left"));
    Hash root = leaf_hash("last");
    for (const Hash& left : path) root = node_hash(left, root);
    EXPECT_TRUE(proves_inclusion(size - 1, size, leaf_hash("last"), path, root));
    EXPECT_FALSE(proves_inclusion(size - 2, size, leaf_hash("last"), path, root));
    path.push_back(path.front());
    EXPECT_FALSE(proves_inclusion(size - 1, size, leaf_hash("last"), path, root));
}

// -- vectors of transparency-dev/merkle ----------------------------------------------------------------

// What follows `"key": ` in a line of JSON that a program wrote: without its quotes or brackets.
std::string value_of(const std::string& line, const std::string& key) {
    const std::size_t at = line.find("\"" + key + "\": ");
    if (at == line.npos) return {};
    const std::size_t begin = at + key.size() + 4;
    switch (line[begin]) {
        case '"':
            return line.substr(begin + 1, line.find('"', begin + 1) - begin - 1);
        case '[':
            return line.substr(begin + 1, line.find(']', begin) - begin - 1);
        default:
            return line.substr(begin, line.find_first_of(",}", begin) - begin);
    }
}

// Nothing where one of them is no hash.
std::optional<std::vector<Hash>> hashes_of(const std::string& list) {
    std::vector<Hash> hashes;
    if (list == "null") return hashes;
    for (std::size_t at = list.find('"'); at != list.npos; at = list.find('"', at)) {
        const std::size_t end = list.find('"', at + 1);
        const auto hash = read_hash(std::string_view(list).substr(at + 1, end - at - 1));
        if (!hash) return std::nullopt;
        hashes.push_back(*hash);
        at = end + 1;
    }
    return hashes;
}

TEST(Tree, AgreesWithTheVectorsOfTransparencyDev) {
    const std::filesystem::path name = "../shared/data/formats/rfc6962_merkle/vectors.jsonl";
    if (!std::filesystem::exists(name)) GTEST_SKIP() << name << " is not there";
    std::ifstream in(name);
    std::size_t good = 0, bad = 0;
    for (std::string line; std::getline(in, line);) {
        SCOPED_TRACE(value_of(line, "vector"));
        const auto number = [&](const char* key) { return std::stoull(value_of(line, key)); };
        const auto hash = [&](const char* key) { return read_hash(value_of(line, key)); };
        const auto path = hashes_of(value_of(line, "proof"));
        bool holds = false;
        if (value_of(line, "vector").starts_with("inclusion")) {
            const auto leaf = hash("leafHash"), root = hash("root");
            holds = path && leaf && root &&
                    proves_inclusion(number("leafIdx"), number("treeSize"), *leaf, *path, *root);
        } else {
            const auto from = hash("root1"), to = hash("root2");
            holds =
                path && from && to && proves_consistency(number("size1"), *from, number("size2"), *to, *path);
        }
        const bool refused = value_of(line, "wantErr") == "true";
        EXPECT_NE(holds, refused);
        (refused ? bad : good) += 1;
    }
    EXPECT_EQ(good, 7U);
    EXPECT_EQ(bad, 86U);
}

// -------------------------------------------------------------------------------------------------------

TEST(Hash, IsReadAndWritten) {
    const Hash hash = sha256("abc");
    EXPECT_EQ(hex(hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hash_of(bytes_of(hash)), hash);
    EXPECT_EQ(read_hash(base64_of(hash)), hash);
    EXPECT_EQ(hash_of(""), std::nullopt);
    EXPECT_EQ(hash_of(std::string(31, 'a')), std::nullopt);
    EXPECT_EQ(hash_of(std::string(33, 'a')), std::nullopt);
    EXPECT_EQ(read_hash(base::base64(std::string(31, 'a'))), std::nullopt);
    EXPECT_EQ(read_hash(base::base64(std::string(33, 'a'))), std::nullopt);
    std::string loose = base64_of(hash);
    ++loose[42];  // a bit beyond the last byte
    EXPECT_EQ(read_hash(loose), std::nullopt);
}

}  // namespace
}  // namespace merkle
