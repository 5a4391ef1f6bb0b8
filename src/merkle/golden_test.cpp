// A small log whose every byte is fixed (keys from known seeds), written by another program: read, verified
// and written again. Left out where those files are not there.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "merkle/proof.hpp"
#include "merkle/testing_keys.hpp"
#include "merkle/tiles.hpp"
#include "merkle/tree.hpp"

namespace merkle {
namespace {

std::string file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Golden : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";
        for (int i = 0; i < 8; ++i) entries.push_back(file(folder / fmt::format("proof/{}.entry", i)));
        edges.emplace_back();
        for (const std::string& entry : entries) {
            Edge edge = edges.back();
            edge.append(leaf_hash(entry));
            edges.push_back(edge);
        }
    }

    std::string note_of(std::uint64_t size) const {
        const std::string text = Checkpoint{"treaty.example/golden", size, edges[size].root()}.text();
        return Note{text,
                    {log.sign(text), alpha.cosign(text, 1'760'000'000), beta.cosign(text, 1'760'000'007)}}
            .whole();
    }
    std::optional<std::string> fetch(const TilePath& path) const {
        const auto name = folder / "log" / path.text();
        if (!std::filesystem::is_regular_file(name)) return std::nullopt;
        return file(name);
    }
    std::vector<VerifierKey> known() const { return {log.verifier(), alpha.verifier(), beta.verifier()}; }

    const std::filesystem::path folder = "../shared/tools/tlog-verify/golden";
    const Signer log = fixed_signer("treaty.example/golden", KeyType::ed25519, 0x00);
    const Signer alpha = fixed_signer("witness.example/alpha", KeyType::cosignature, 0x20);
    const Signer beta = fixed_signer("witness.example/beta", KeyType::cosignature, 0x40);
    std::vector<std::string> entries;
    std::vector<Edge> edges;  // by size
};

TEST_F(Golden, KeysAreWrittenAsTheirs) {
    EXPECT_EQ(log.verifier().text() + "\n", file(folder / "vkey"));
    EXPECT_EQ(alpha.verifier().text() + "\n" + beta.verifier().text() + "\n", file(folder / "witness-vkeys"));
    for (const VerifierKey& key : known()) EXPECT_EQ(VerifierKey::read(key.text()), key);
}

TEST_F(Golden, CheckpointsAreVerifiedAndWrittenAgainByteForByte) {
    for (std::uint64_t size = 0; size <= 8; ++size) {
        SCOPED_TRACE(size);
        const std::string theirs = file(folder / fmt::format("old/{}", size));
        const auto note = read_note(theirs);
        ASSERT_TRUE(note);
        const auto checkpoint = read_checkpoint(note->text);
        ASSERT_TRUE(checkpoint);
        EXPECT_EQ(*checkpoint, (Checkpoint{"treaty.example/golden", size, edges[size].root()}));
        const auto verified = verify_note(*note, known());
        ASSERT_TRUE(verified);
        EXPECT_EQ(*verified,
                  (std::vector<Verified>{{0, 0, {}}, {1, 1, 1'760'000'000U}, {2, 2, 1'760'000'007U}}));
        EXPECT_EQ(note->whole(), theirs);
        EXPECT_EQ(note_of(size), theirs);
    }
    EXPECT_EQ(file(folder / "log/checkpoint"), note_of(8));
}

TEST_F(Golden, TilesAndBundlesAreReadAndWrittenAgain) {
    for (unsigned width = 1; width <= 8; ++width) {
        SCOPED_TRACE(width);
        const std::string tile = file(folder / "log" / TilePath{0, 0, width}.text());
        const std::string packed = file(folder / "log" / TilePath{std::nullopt, 0, width}.text());
        std::string leaves;
        for (unsigned i = 0; i < width; ++i) leaves += bytes_of(leaf_hash(entries[i]));
        EXPECT_EQ(tile, leaves);
        EXPECT_EQ(packed, bundle({entries.begin(), entries.begin() + width}));
        EXPECT_EQ(read_bundle(packed, width),
                  (std::vector<std::string>(entries.begin(), entries.begin() + width)));
        EXPECT_EQ(read_bundle(packed, width + 1), std::nullopt);
        EXPECT_EQ(read_bundle(packed, width - 1), std::nullopt);
    }
}

TEST_F(Golden, ProofsOfEntriesAreVerifiedAndWrittenAgainOutOfTiles) {
    TileNodes nodes(8, [&](const TilePath& path) { return fetch(path); });
    for (std::uint64_t index = 0; index < 8; ++index) {
        SCOPED_TRACE(index);
        const std::string theirs = file(folder / fmt::format("proof/{}.tlog-proof", index));
        const auto proof = read_log_proof(theirs);
        ASSERT_TRUE(proof);
        EXPECT_EQ(proof->index, index);
        EXPECT_EQ(proof->extra, "");
        EXPECT_EQ(proof->checkpoint, note_of(8));
        EXPECT_TRUE(proves_inclusion(index, 8, leaf_hash(entries[index]), proof->path, edges[8].root()));
        EXPECT_EQ(inclusion_path(index, 8, nodes.reader()), proof->path);
        EXPECT_EQ((LogProof{"", index, *inclusion_path(index, 8, nodes.reader()), note_of(8)}.text()),
                  theirs);
    }
}

TEST_F(Golden, EveryOlderTreeIsProvedOutOfTiles) {
    TileNodes nodes(8, [&](const TilePath& path) { return fetch(path); });
    for (std::uint64_t size = 0; size <= 8; ++size) {
        SCOPED_TRACE(size);
        const auto path = consistency_path(size, 8, nodes.reader());
        ASSERT_TRUE(path);
        EXPECT_TRUE(proves_consistency(size, edges[size].root(), 8, edges[8].root(), *path));
    }
}

TEST_F(Golden, APolicySaysWhatItsSignaturesComeTo) {
    const auto policy =
        read_policy("log " + log.verifier().text() + "\nwitness a " + alpha.verifier().text() +
                    "\nwitness b " + beta.verifier().text() + "\ngroup both all a b\nquorum both\n");
    ASSERT_TRUE(policy);
    const auto standing = standing_of(*read_note(note_of(5)), *policy);
    ASSERT_TRUE(standing);
    EXPECT_TRUE(standing->logged);
    EXPECT_TRUE(standing->witnessed);
    EXPECT_EQ(standing->witnesses, (std::set<std::string>{"a", "b"}));
    EXPECT_EQ(standing->oldest, 1'760'000'000U);
}

}  // namespace
}  // namespace merkle
