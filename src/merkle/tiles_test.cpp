#include "merkle/tiles.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "merkle/testing_log.hpp"

namespace merkle {
namespace {

constexpr auto entries = std::nullopt;

TEST(TilePath, IsReadAndWritten) {
    const struct {
        std::string text;
        TilePath path;
    } rows[] = {
        {"tile/0/000", {0, 0, 256}},
        {"tile/0/001", {0, 1, 256}},
        {"tile/0/001.p/5", {0, 1, 5}},
        {"tile/0/000.p/1", {0, 0, 1}},
        {"tile/0/000.p/255", {0, 0, 255}},
        {"tile/1/999", {1, 999, 256}},
        {"tile/1/x001/000", {1, 1000, 256}},
        {"tile/0/x001/x234/067", {0, 1'234'067, 256}},
        {"tile/5/x123/x456/078.p/2", {5, 123'456'078, 2}},
        {"tile/63/000.p/1", {63, 0, 1}},
        {"tile/entries/000", {entries, 0, 256}},
        {"tile/entries/x003/x057/500", {entries, 3'057'500, 256}},
        {"tile/entries/000.p/7", {entries, 0, 7}},
        {"tile/0/x036/x028/x797/x018/x963/967", {0, most_tiles - 1, 256}},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(row.path.text(), row.text);
        EXPECT_EQ(TilePath::read(row.text), row.path) << row.text;
    }
}

TEST(TilePath, HasOneText) {
    for (const std::string text : {"",
                                   "/",
                                   "tile",
                                   "tile/",
                                   "tile//",
                                   "tile/0",
                                   "tile/0/",
                                   "tile//000",
                                   "/tile/0/000",
                                   "tiles/0/000",
                                   "TILE/0/000",
                                   "tile/0/000/",
                                   "tile/0//000",
                                   "tile/00/000",
                                   "tile/01/000",
                                   "tile/64/000",
                                   "tile/-1/000",
                                   "tile/+1/000",
                                   "tile/data/000",
                                   "tile/Entries/000",
                                   "tile/entries",
                                   "tile/entries/",
                                   "tile/8/0/000",
                                   "tile/0/0",
                                   "tile/0/00",
                                   "tile/0/0000",
                                   "tile/0/1000",
                                   "tile/0/x000/001",
                                   "tile/0/x001",
                                   "tile/0/x001/",
                                   "tile/0/001/002",
                                   "tile/0/x001/x002",
                                   "tile/0/xx01/002",
                                   "tile/0/X001/002",
                                   "tile/0/x1/002",
                                   "tile/0/x001/x000/x00/067",
                                   "tile/0/a00",
                                   "tile/0/-01",
                                   "tile/0/+01",
                                   "tile/0/ 01",
                                   "tile/0/000 ",
                                   "tile/0/000.p",
                                   "tile/0/000.p/",
                                   "tile/0/000.p/0",
                                   "tile/0/000.p/00",
                                   "tile/0/000.p/01",
                                   "tile/0/000.p/256",
                                   "tile/0/000.p/257",
                                   "tile/0/000.p/1000",
                                   "tile/0/000.p/-1",
                                   "tile/0/000.p/+1",
                                   "tile/0/000.p/1/",
                                   "tile/0/000.p/1.p/1",
                                   "tile/0/000.P/1",
                                   "tile/0/000p/1",
                                   "tile/0/000.p//1",
                                   "tile/0/.p/1",
                                   "tile/0/../000",
                                   "tile/0/x001/../000",
                                   "tile/0/000\n",
                                   "tile/0/00\u0660",
                                   "tile/0/x036/x028/x797/x018/x963/968",  // 2^55
                                   "tile/0/x018/x446/x744/x073/x709/x551/616",
                                   "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/x999/999"})
        EXPECT_EQ(TilePath::read(text), std::nullopt) << text;
    EXPECT_EQ(TilePath::read(std::string("tile/0/000\0", 11)), std::nullopt);
}

RC_GTEST_PROP(TilePath, GivesBackWhatWasWritten,
              (std::uint64_t any, unsigned char level, unsigned char width)) {
    const TilePath path{level < 64 ? std::optional<unsigned>(level) : std::nullopt, any % most_tiles,
                        width + 1U};
    RC_ASSERT(TilePath::read(path.text()) == path);
}

TEST(Tiles, AreThoseOfASize) {
    const struct {
        std::uint64_t size;
        std::vector<std::string> tiles;
    } rows[] = {
        {0, {}},
        {1, {"tile/entries/000.p/1", "tile/0/000.p/1"}},
        {255, {"tile/entries/000.p/255", "tile/0/000.p/255"}},
        {256, {"tile/entries/000", "tile/0/000", "tile/1/000.p/1"}},
        {257, {"tile/entries/000", "tile/entries/001.p/1", "tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"}},
        {512, {"tile/entries/000", "tile/entries/001", "tile/0/000", "tile/0/001", "tile/1/000.p/2"}},
    };
    for (const auto& row : rows) {
        std::vector<std::string> found;
        for (const TilePath& path : tiles_of(row.size)) found.push_back(path.text());
        EXPECT_EQ(found, row.tiles) << row.size;
    }
    // 273 full and one of 112 wide, twice; one full and one of 17; one of one.
    const auto tiles = tiles_of(70'000);
    ASSERT_EQ(tiles.size(), 274U * 2 + 2 + 1);
    EXPECT_EQ(tiles[273].text(), "tile/entries/273.p/112");
    EXPECT_EQ(tiles[274 + 273].text(), "tile/0/273.p/112");
    EXPECT_EQ(tiles[548].text(), "tile/1/000");
    EXPECT_EQ(tiles[549].text(), "tile/1/001.p/17");
    EXPECT_EQ(tiles[550].text(), "tile/2/000.p/1");
}

TEST(Tiles, HaveAWidthAtEverySize) {
    const struct {
        std::optional<unsigned> level;
        std::uint64_t n, size;
        unsigned width;
    } rows[] = {
        {0, 0, 0, 0},
        {0, 0, 1, 1},
        {0, 0, 255, 255},
        {0, 0, 256, 256},
        {0, 1, 256, 0},
        {0, 1, 257, 1},
        {0, 2, 257, 0},
        {entries, 1, 257, 1},
        {1, 0, 255, 0},
        {1, 0, 256, 1},
        {1, 0, 65'535, 255},
        {1, 0, 65'536, 256},
        {1, 1, 65'536, 0},
        {2, 0, 65'535, 0},
        {2, 0, 65'536, 1},
        {7, 0, ~std::uint64_t{0}, 255},
        {8, 0, ~std::uint64_t{0}, 0},
        {63, 0, ~std::uint64_t{0}, 0},
        {0, ~std::uint64_t{0}, 1'000, 0},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(width_at(row.level, row.n, row.size), row.width)
            << (row.level ? std::to_string(*row.level) : "entries") << " " << row.n << " at " << row.size;
    }
}

TEST(Bundle, CountsItsEntriesInTwoBytes) {
    using Entries = std::vector<std::string>;
    EXPECT_EQ(bundle({}), "");
    EXPECT_EQ(bundle({"", "a", "bc"}), std::string("\0\0\0\1a\0\2bc", 9));
    EXPECT_EQ(read_bundle(std::string("\0\0\0\1a\0\2bc", 9), 3), (Entries{"", "a", "bc"}));
    EXPECT_EQ(read_bundle("", 0), Entries{});
    const Entries longest{std::string(longest_entry, 'x'), "y"};
    EXPECT_EQ(bundle(longest).substr(0, 2), "\xFF\xFF");
    EXPECT_EQ(read_bundle(bundle(longest), 2), longest);
}

TEST(Bundle, IsRefusedUnlessItEndsWithItsLastEntry) {
    const std::string good("\0\0\0\1a\0\2bc", 9);
    const struct {
        const char* what;
        std::string bytes;
        std::size_t count;
    } rows[] = {
        {"fewer are asked for", good, 2},
        {"more are asked for", good, 4},
        {"none is asked for", good, 0},
        {"nothing, and one is asked for", "", 1},
        {"cut within the last entry", good.substr(0, 8), 3},
        {"cut within the last length", good.substr(0, 6), 3},
        {"cut before the last entry", good.substr(0, 5), 3},
        {"a byte more", good + '\0', 3},
        {"two bytes more", good + std::string(2, '\0'), 3},
        {"the length in the other order", std::string("\1\0a", 3), 1},
    };
    for (const auto& row : rows) EXPECT_EQ(read_bundle(row.bytes, row.count), std::nullopt) << row.what;
}

RC_GTEST_PROP(Bundle, GivesBackItsEntries, (const std::vector<std::string>& some)) {
    RC_ASSERT(read_bundle(bundle(some), some.size()) == some);
    RC_ASSERT(!read_bundle(bundle(some), some.size() + 1));
}

TEST(Tile, IsReadAtItsWidth) {
    const Hash a = sha256("a"), b = sha256("b");
    const std::string bytes = std::string(bytes_of(a)) + std::string(bytes_of(b));
    EXPECT_EQ(read_tile(bytes, 2), (std::vector<Hash>{a, b}));
    EXPECT_EQ(read_tile("", 0), std::vector<Hash>{});
    for (const unsigned width : {0U, 1U, 3U, 256U}) EXPECT_EQ(read_tile(bytes, width), std::nullopt) << width;
    EXPECT_EQ(read_tile(bytes.substr(1), 2), std::nullopt);
    EXPECT_EQ(read_tile(bytes + "c", 2), std::nullopt);
}

// -- nodes out of tiles -----------------------------------------------------------------------------------

const TestingLog& large_log() {
    static const TestingLog log(70'000);
    return log;
}
constexpr std::uint64_t sizes[] = {1,   2,   3,   127,    128,    129,    255,    256,    257,   300,
                                   511, 512, 513, 65'535, 65'536, 65'537, 65'793, 69'999, 70'000};

TEST(TileNodes, AreThoseOfTheTree) {
    const TestingLog& log = large_log();
    for (const std::uint64_t size : sizes) {
        SCOPED_TRACE(size);
        TileNodes nodes(size, [&](const TilePath& path) -> std::optional<std::string> {
            EXPECT_EQ(path.width, width_at(path.level, path.n, size)) << "asked for at its width";
            return log.file(path);
        });
        const ReadNode direct = log.nodes(size);
        for (unsigned level = 0; level < 64; ++level) {
            const std::uint64_t count = size >> level;
            for (std::uint64_t index = 0; index < count; index += 1 + (count - index) / 50)
                EXPECT_EQ(nodes(level, index), direct(level, index)) << level << " " << index;
            // What is not complete at this size is none of its nodes, though the log went on.
            EXPECT_EQ(nodes(level, count), std::nullopt);
            EXPECT_EQ(nodes(level, ~std::uint64_t{0}), std::nullopt);
        }
        EXPECT_EQ(nodes(64, 0), std::nullopt);
        EXPECT_EQ(edge_of(size, nodes.reader())->root(), log.root(size));
    }
}

TEST(TileNodes, ProveLeavesAndOlderSizes) {
    const TestingLog& log = large_log();
    for (const std::uint64_t size : sizes) {
        SCOPED_TRACE(size);
        TileNodes nodes(size, [&](const TilePath& path) { return log.file(path); });
        const Hash root = log.root(size);
        for (const std::uint64_t at : sizes) {
            if (at > size) break;
            const auto path = inclusion_path(at - 1, size, nodes.reader());
            ASSERT_TRUE(path);
            EXPECT_EQ(path, inclusion_path(at - 1, size, log.nodes(size)));
            EXPECT_TRUE(proves_inclusion(at - 1, size, leaf_hash(log.entry(at - 1)), *path, root));
            const auto older = consistency_path(at, size, nodes.reader());
            ASSERT_TRUE(older);
            EXPECT_TRUE(proves_consistency(at, log.root(at), size, root, *older));
        }
    }
}

TEST(TileNodes, TakeTheFullTileWhereThePartialOneIsGone) {
    const TestingLog& log = large_log();
    for (const std::uint64_t size : {1U, 255U, 257U, 1'000U, 65'535U, 65'537U}) {
        SCOPED_TRACE(size);
        std::size_t refused = 0;
        TileNodes nodes(size, [&](const TilePath& path) -> std::optional<std::string> {
            if (path.width != tile_width && width_at(path.level, path.n, log.size()) == tile_width) {
                ++refused;
                return std::nullopt;
            }
            return log.file(path);
        });
        EXPECT_EQ(edge_of(size, nodes.reader())->root(), log.root(size));
        EXPECT_GT(refused, 0U);
        EXPECT_EQ(nodes(0, size), std::nullopt) << "no more than there was";
    }
}

TEST(TileNodes, AskForATileOnce) {
    const TestingLog& log = large_log();
    std::vector<std::string> asked;
    TileNodes nodes(70'000, [&](const TilePath& path) {
        asked.push_back(path.text());
        return log.file(path);
    });
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(inclusion_path(12'345, 70'000, nodes.reader()));
        ASSERT_TRUE(inclusion_path(12'346, 70'000, nodes.reader()));
    }
    std::ranges::sort(asked);
    EXPECT_EQ(asked,
              (std::vector<std::string>{"tile/0/048", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"}));
}

TEST(TileNodes, AreNoneWhereATileIsMissingOrHasAnotherLength) {
    const TestingLog& log = large_log();
    const auto with = [&](auto change) {
        TileNodes nodes(1'000, [&, change](const TilePath& path) -> std::optional<std::string> {
            if (path.level != 0U || path.n != 3) return log.file(path);
            return change(path);
        });
        EXPECT_TRUE(nodes(0, 767));
        return nodes(0, 768);
    };
    EXPECT_TRUE(with([&](const TilePath& path) { return log.file(path); }));
    EXPECT_FALSE(with([](const TilePath&) { return std::nullopt; }));
    EXPECT_FALSE(with([&](const TilePath& path) { return log.file(path).substr(32); }));
    EXPECT_FALSE(with([&](const TilePath& path) { return log.file(path) + std::string(32, 'x'); }));
    EXPECT_FALSE(with([&](const TilePath& path) { return log.file(path) + "x"; }));
    EXPECT_FALSE(with([](const TilePath&) { return ""; }));
}

TEST(TileNodes, DoNotHideADamagedTileFromAProof) {
    const TestingLog& log = large_log();
    TileNodes nodes(1'000, [&](const TilePath& path) {
        std::string bytes = log.file(path);
        if (path.level == 0U && path.n == 1) bytes[32 * 7] = static_cast<char>(bytes[32 * 7] ^ 1);
        return bytes;
    });
    const Hash root = log.root(1'000);
    const auto holds = [&](std::uint64_t index) {
        const auto path = inclusion_path(index, 1'000, nodes.reader());
        return path && proves_inclusion(index, 1'000, leaf_hash(log.entry(index)), *path, root);
    };
    EXPECT_TRUE(holds(0)) << "the level above has the hash of that tile";
    EXPECT_TRUE(holds(263)) << "its own hash is not asked of the tile";
    EXPECT_FALSE(holds(262));
    EXPECT_FALSE(holds(256));
}

}  // namespace
}  // namespace merkle
