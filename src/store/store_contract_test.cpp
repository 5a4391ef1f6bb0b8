// What store.hpp promises, of every store.
#include <atomic>
#include <limits>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/testing_places.hpp"

namespace store {
namespace {

using namespace testing;
using merkle::Hash;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct Kind {
    std::string name;
    std::function<std::unique_ptr<Place>()> place;  // none: not on this machine
};

class EveryStore : public ::testing::TestWithParam<Kind> {
protected:
    void SetUp() override {
        place_ = GetParam().place();
        if (!place_) GTEST_SKIP() << GetParam().name << " is not installed here";
        auto created = place_->create();
        ASSERT_TRUE(created) << created.error().problem;
        store_ = std::move(*created);
    }

    // Appends entries up to `size`, in batches of `at_once`.
    void grow_to(std::uint64_t size, std::uint64_t at_once = 1000) {
        for (std::uint64_t at = store_->head()->size(); at < size;) {
            const std::uint64_t count = std::min(at_once, size - at);
            const auto head = store_->append(at, batch_of(at, count), note_signer);
            ASSERT_TRUE(head) << head.error().problem;
            at += count;
            ASSERT_EQ(head->size(), at);
        }
    }

    void open_again(Mode mode = Mode::append) {
        store_.reset();
        auto opened = place_->open(mode);
        ASSERT_TRUE(opened) << opened.error().problem;
        store_ = std::move(*opened);
    }

    // Everything that the first `size` entries for tests bring about is there, and nothing else.
    void expect_holds(std::uint64_t size) {
        const auto head = store_->head();
        ASSERT_TRUE(head) << head.error().problem;
        ASSERT_EQ(head->size(), size);
        const merkle::Edge edge = edge_of_texts(size);
        EXPECT_EQ(head->edge, edge);
        if (size > 0) EXPECT_EQ(head->checkpoint, note_of(size, edge.root()));
        if (size > 0) EXPECT_EQ(**store_->checkpoint(size), head->checkpoint);

        const auto entries = store_->entries(0, size + 10);
        const auto leaves = store_->leaves(0, size + 10);
        ASSERT_TRUE(entries && leaves);
        ASSERT_EQ(entries->size(), size);
        ASSERT_EQ(leaves->size(), size);
        for (std::uint64_t i = 0; i < size; ++i) {
            ASSERT_EQ((*entries)[i], entry_text(i)) << i;
            ASSERT_EQ((*leaves)[i], merkle::leaf_hash(entry_text(i))) << i;
        }
        for (std::uint64_t i = 0; i < size; i += 1 + size / 50) EXPECT_EQ(*store_->find(digest_of(i)), i);
        EXPECT_EQ(*store_->find(digest_of(size)), std::nullopt);
        using Places = std::vector<std::optional<std::uint64_t>>;
        EXPECT_EQ(*store_->find_all({}), Places{});
        EXPECT_EQ(*store_->find_all({digest_of(size + 1), digest_of(size)}), (Places{{}, {}}));
        if (size > 1)
            EXPECT_EQ(*store_->find_all({digest_of(size - 1), digest_of(size), digest_of(0), digest_of(0)}),
                      (Places{size - 1, {}, 0, 0}));
        EXPECT_EQ(merkle::edge_of(size, nodes_of(*store_, size)), edge);
    }

    Expected<Head> append_one(std::uint64_t number, const Sign& sign = note_signer) {
        return store_->append(number, batch_of(number, 1), sign);
    }

    std::unique_ptr<Place> place_;
    std::unique_ptr<Store> store_;
};

template <class T> Trouble trouble_of(const Expected<T>& done) {
    EXPECT_FALSE(done);
    return done ? Trouble{} : done.error().trouble;
}

TEST_P(EveryStore, IsEmptyAtFirst) {
    expect_holds(0);
    EXPECT_EQ(store_->head()->checkpoint, "");
    EXPECT_EQ(*store_->checkpoint(0), std::nullopt);
    EXPECT_EQ(*store_->tile(0, 0), std::nullopt);
    EXPECT_THAT(*store_->checkpoint_sizes(0, 10), IsEmpty());
    EXPECT_THAT(*store_->files(), IsEmpty());
    EXPECT_THAT(*store_->annexes(), IsEmpty());
    EXPECT_EQ(*store_->setting("x"), std::nullopt);
    EXPECT_EQ(*store_->cosigned_size(100), std::nullopt);
    EXPECT_TRUE(store_->has_pen());
}

TEST_P(EveryStore, KeepsWhatIsAppended) {
    grow_to(1);
    expect_holds(1);
    grow_to(700, 33);
    expect_holds(700);
    EXPECT_THAT(*store_->entries(698, 10), ElementsAre(entry_text(698), entry_text(699)));
    EXPECT_THAT(*store_->entries(3, 2), ElementsAre(entry_text(3), entry_text(4)));
    EXPECT_THAT(*store_->entries(700, 10), IsEmpty());
    EXPECT_THAT(*store_->entries(std::numeric_limits<std::uint64_t>::max(), 10), IsEmpty());
    EXPECT_THAT(*store_->entries(0, 0), IsEmpty());
    EXPECT_THAT(*store_->leaves(699, std::numeric_limits<std::size_t>::max()),
                ElementsAre(merkle::leaf_hash(entry_text(699))));
}

TEST_P(EveryStore, HasATileWhenItIsFullAndNotBefore) {
    struct Row {
        std::uint64_t size;
        std::uint64_t tiles;
    };
    for (const Row& row : {Row{255, 0}, Row{256, 1}, Row{257, 1}, Row{511, 1}, Row{512, 2}, Row{513, 2}}) {
        SCOPED_TRACE(row.size);
        grow_to(row.size, 7);
        for (std::uint64_t n = 0; n < 4; ++n) {
            const auto tile = store_->tile(0, n);
            ASSERT_TRUE(tile);
            ASSERT_EQ(tile->has_value(), n < row.tiles) << n;
            if (!*tile) continue;
            std::string hashes;
            for (std::uint64_t i = 256 * n; i < 256 * (n + 1); ++i)
                hashes += merkle::bytes_of(merkle::leaf_hash(entry_text(i)));
            EXPECT_EQ(**tile, hashes);
        }
        EXPECT_EQ(store_->tile_roots(0, 0, 10)->size(), row.tiles);
        EXPECT_EQ(*store_->tile(1, 0), std::nullopt);
    }
}

TEST_P(EveryStore, GoesOnAboveTheFirstLevelOfTiles) {
    grow_to(65'535, 4096);
    EXPECT_EQ(*store_->tile(1, 0), std::nullopt);
    EXPECT_EQ(store_->tile_roots(0, 0, 1000)->size(), 255);
    grow_to(65'536);
    const auto tile = store_->tile(1, 0);
    ASSERT_TRUE(tile && *tile);
    EXPECT_EQ(merkle::bytes_of((*store_->tile_roots(0, 0, 1)).front()), (*tile)->substr(0, 32));
    EXPECT_THAT(*store_->tile_roots(1, 0, 10), ElementsAre(edge_of_texts(65'536).root()));
    grow_to(66'100, 333);
    expect_holds(66'100);
    if (place_->lasts()) {
        open_again();
        grow_to(66'200);
        expect_holds(66'200);
    }
}

TEST_P(EveryStore, GivesTheNodesThatProofsNeed) {
    grow_to(1'300, 500);
    const merkle::ReadNode nodes = nodes_of(*store_, 1'300);
    for (const std::uint64_t size : {1U, 2U, 255U, 256U, 257U, 600U, 1'024U, 1'300U}) {
        SCOPED_TRACE(size);
        const Hash root = edge_of_texts(size).root();
        EXPECT_EQ(merkle::edge_of(size, nodes)->root(), root);
        for (std::uint64_t index = 0; index < size; index += 61) {
            const auto path = merkle::inclusion_path(index, size, nodes);
            ASSERT_TRUE(path);
            EXPECT_TRUE(
                merkle::proves_inclusion(index, size, merkle::leaf_hash(entry_text(index)), *path, root));
        }
    }
    EXPECT_EQ(nodes(0, 1'300), std::nullopt);
    EXPECT_EQ(nodes(10, 1), std::nullopt);
    EXPECT_EQ(nodes(64, 0), std::nullopt);
    // Where the log is shorter than was said, there are no such nodes.
    EXPECT_EQ(merkle::edge_of(1'400, nodes_of(*store_, 1'400)), std::nullopt);
}

TEST_P(EveryStore, ReadsEveryEntryUntilItIsToldToStop) {
    grow_to(5'000);
    std::uint64_t next = 10;
    ASSERT_TRUE(store_->each_entry(10, [&](std::uint64_t index, std::string_view bytes) {
        EXPECT_EQ(index, next++);
        EXPECT_EQ(bytes, entry_text(index));
        return true;
    }));
    EXPECT_EQ(next, 5'000);
    std::uint64_t seen = 0;
    ASSERT_TRUE(store_->each_entry(0, [&](std::uint64_t, std::string_view) { return ++seen < 3; }));
    EXPECT_EQ(seen, 3);
    ASSERT_TRUE(store_->each_entry(5'000, [&](std::uint64_t, std::string_view) {
        ADD_FAILURE() << "there is no such entry";
        return true;
    }));
}

TEST_P(EveryStore, AsksForASignatureOverTheNewRoot) {
    grow_to(300);
    std::vector<std::pair<std::uint64_t, Hash>> asked;
    const auto head = append_one(300, [&](std::uint64_t size, const Hash& root) {
        asked.emplace_back(size, root);
        return std::expected<std::string, std::string>("signed");
    });
    ASSERT_TRUE(head);
    EXPECT_THAT(asked, ElementsAre(std::pair(301, edge_of_texts(301).root())));
    EXPECT_EQ(head->checkpoint, "signed");
    EXPECT_EQ(store_->head()->checkpoint, "signed");
}

TEST_P(EveryStore, KeepsNothingThatWasNotSigned) {
    grow_to(255);
    Batch batch = batch_of(255, 3);
    batch.files.push_back(file_of("a file"));
    batch.annexes.push_back(annex_of("an annex"));
    const auto refused = store_->append(255, batch, [](auto, const auto&) {
        return std::expected<std::string, std::string>(std::unexpected("no"));
    });
    EXPECT_EQ(trouble_of(refused), Trouble::not_signed);
    EXPECT_EQ(refused.error().problem, "no");
    const auto empty = store_->append(
        255, batch, [](auto, const auto&) { return std::expected<std::string, std::string>(""); });
    EXPECT_EQ(trouble_of(empty), Trouble::not_signed);
    expect_holds(255);
    EXPECT_THAT(*store_->files(), IsEmpty());
    EXPECT_THAT(*store_->annexes(), IsEmpty());
    EXPECT_EQ(*store_->tile(0, 0), std::nullopt);
    EXPECT_TRUE(store_->has_pen());
    grow_to(258);
    expect_holds(258);
}

TEST_P(EveryStore, KeepsNothingWhereTheSignerThrows) {
    grow_to(10);
    struct Thrown {};
    EXPECT_THROW(
        (void)append_one(
            10, [](auto, const auto&) -> std::expected<std::string, std::string> { throw Thrown(); }),
        Thrown);
    expect_holds(10);
    grow_to(12);
    expect_holds(12);
}

TEST_P(EveryStore, AnotherEndThanExpectedIsALostPen) {
    for (const std::uint64_t wrong : {9U, 11U, 0U}) {
        SCOPED_TRACE(wrong);
        if (store_->head()->size() < 10) grow_to(10);
        bool asked = false;
        const auto done = store_->append(wrong, batch_of(10, 1), [&](auto size, const auto& root) {
            asked = true;
            return note_signer(size, root);
        });
        EXPECT_EQ(trouble_of(done), Trouble::pen_lost);
        EXPECT_FALSE(asked);
        expect_holds(10);
        EXPECT_FALSE(store_->has_pen());
        EXPECT_EQ(trouble_of(append_one(10)), Trouble::pen_lost);
        EXPECT_EQ(trouble_of(store_->set("a", "b")), Trouble::pen_lost);
        if (!place_->lasts()) break;
        open_again();
        EXPECT_TRUE(store_->has_pen());
    }
}

TEST_P(EveryStore, ADigestIsOnRecordOnce) {
    grow_to(20);
    Batch repeats_old = batch_of(20, 3);
    repeats_old.entries[2].digest = digest_of(7);
    Batch repeats_own = batch_of(20, 3);
    repeats_own.entries[2].digest = digest_of(20);
    for (const Batch& batch : {repeats_old, repeats_own}) {
        bool asked = false;
        EXPECT_EQ(trouble_of(store_->append(20, batch,
                                            [&](auto size, const auto& root) {
                                                asked = true;
                                                return note_signer(size, root);
                                            })),
                  Trouble::exists);
        EXPECT_FALSE(asked);
        EXPECT_TRUE(store_->has_pen());
    }
    // Equal bytes under another digest are another entry.
    Batch same_bytes = batch_of(20, 1);
    same_bytes.entries[0].bytes = entry_text(3);
    EXPECT_TRUE(store_->append(20, same_bytes, note_signer));
    EXPECT_EQ(*store_->find(digest_of(20)), 20);
}

TEST_P(EveryStore, AnEntryHasAtMost65535Bytes) {
    Batch batch;
    batch.entries.push_back({.digest = digest_of(0), .bytes = std::string(65'536, 'x')});
    EXPECT_EQ(trouble_of(store_->append(0, batch, note_signer)), Trouble::unfit);
    EXPECT_TRUE(store_->has_pen());
    batch.entries[0].bytes.pop_back();
    ASSERT_TRUE(store_->append(0, batch, note_signer));
    EXPECT_EQ(store_->entries(0, 1)->front().size(), 65'535);
}

TEST_P(EveryStore, BytesArePutBackAsTheyWere) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    const std::vector<std::string> texts = {std::string(1, '\0'),      all,     "",         "\\x41",
                                            "'; DROP TABLE entry; --", "{1,2}", "\xff\xfe", "Договор"};
    Batch batch;
    for (const std::string& text : texts)
        batch.entries.push_back({.digest = merkle::sha256(text), .bytes = text});
    batch.files.push_back(file_of(all));
    batch.annexes.push_back(annex_of(all));
    ASSERT_TRUE(store_->append(
        0, batch, [&](auto, const auto&) { return std::expected<std::string, std::string>(all); }));
    EXPECT_EQ(*store_->entries(0, 100), texts);
    EXPECT_EQ((*store_->file(merkle::sha256(all)))->bytes, all);
    EXPECT_EQ((*store_->annex(annex_of(all).commitment))->bytes, all);
    EXPECT_EQ(store_->head()->checkpoint, all);
    ASSERT_TRUE(store_->keep({.size = texts.size(), .witness = "w", .line = all}));
    EXPECT_THAT(*store_->cosignatures(texts.size()), ElementsAre(Cosignature{texts.size(), "w", all}));
    ASSERT_TRUE(store_->set("all", all));
    EXPECT_EQ(*store_->setting("all"), all);
}

TEST_P(EveryStore, ABatchWithoutEntriesKeepsItsFilesAndSignsNothing) {
    grow_to(3);
    Batch batch;
    batch.files = {file_of("one"), file_of("two", "text/plain")};
    batch.annexes = {annex_of("secret")};
    const auto head = store_->append(3, batch, [](auto, const auto&) {
        ADD_FAILURE() << "nothing is to be signed";
        return std::expected<std::string, std::string>("x");
    });
    ASSERT_TRUE(head);
    expect_holds(3);
    EXPECT_EQ((*store_->file(merkle::sha256("two")))->media_type, "text/plain");
    EXPECT_EQ((*store_->annex(annex_of("secret").commitment))->bytes, "secret");
    EXPECT_THAT(*store_->checkpoint_sizes(0, 10), ElementsAre(3));
    EXPECT_TRUE(store_->append(3, {}, note_signer));
}

TEST_P(EveryStore, AFileIsKeptOnceWithTheTypeOfTheFirst) {
    Batch batch = batch_of(0, 1);
    batch.files = {file_of("text", "text/plain"), file_of("text", "text/html"), file_of("")};
    ASSERT_TRUE(store_->append(0, batch, note_signer));
    batch = batch_of(1, 1);
    batch.files = {file_of("text", "image/png")};
    ASSERT_TRUE(store_->append(1, batch, note_signer));
    EXPECT_EQ((*store_->file(merkle::sha256("text")))->media_type, "text/plain");
    EXPECT_EQ((*store_->file(merkle::sha256("")))->bytes, "");
    EXPECT_THAT(*store_->files(), UnorderedElementsAre(merkle::sha256("text"), merkle::sha256("")));
    EXPECT_EQ(*store_->file(merkle::sha256("other")), std::nullopt);
}

TEST_P(EveryStore, WhatIsNotWhatItsHashSaysIsNotKept) {
    Batch wrong_file = batch_of(0, 1);
    wrong_file.files = {file_of("a")};
    wrong_file.files[0].bytes = "b";
    Batch wrong_annex = batch_of(0, 1);
    wrong_annex.annexes = {annex_of("a")};
    wrong_annex.annexes[0].bytes = "b";
    Batch short_salt = batch_of(0, 1);
    short_salt.annexes = {{.commitment = merkle::sha256("sa"), .salt = "s", .media_type = "", .bytes = "a"}};
    for (const Batch& batch : {wrong_file, wrong_annex, short_salt})
        EXPECT_EQ(trouble_of(store_->append(0, batch, note_signer)), Trouble::unfit);
    EXPECT_TRUE(store_->has_pen());
    expect_holds(0);
}

TEST_P(EveryStore, AnAnnexCanBeTakenAway) {
    Batch batch = batch_of(0, 1);
    batch.annexes = {annex_of("one"), annex_of("two"), annex_of("one")};
    ASSERT_TRUE(store_->append(0, batch, note_signer));
    EXPECT_THAT(*store_->annexes(),
                UnorderedElementsAre(annex_of("one").commitment, annex_of("two").commitment));
    EXPECT_EQ(*store_->remove_annex(annex_of("one").commitment), true);
    EXPECT_EQ(*store_->remove_annex(annex_of("one").commitment), false);
    EXPECT_EQ(*store_->annex(annex_of("one").commitment), std::nullopt);
    EXPECT_EQ((*store_->annex(annex_of("two").commitment))->bytes, "two");
    expect_holds(1);
}

TEST_P(EveryStore, EveryPublishedCheckpointStays) {
    for (const std::uint64_t size : {2U, 3U, 10U, 300U}) grow_to(size);
    EXPECT_THAT(*store_->checkpoint_sizes(0, 100), ElementsAre(2, 3, 10, 300));
    EXPECT_THAT(*store_->checkpoint_sizes(2, 2), ElementsAre(3, 10));
    EXPECT_THAT(*store_->checkpoint_sizes(300, 5), IsEmpty());
    EXPECT_THAT(*store_->checkpoint_sizes(std::numeric_limits<std::uint64_t>::max(), 5), IsEmpty());
    EXPECT_EQ(**store_->checkpoint(3), note_of(3, edge_of_texts(3).root()));
    EXPECT_EQ(*store_->checkpoint(4), std::nullopt);
}

TEST_P(EveryStore, TheEmptyLogIsSignedOnce) {
    const auto head = store_->sign_head(note_signer);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->checkpoint, note_of(0, merkle::empty_root()));
    EXPECT_EQ(**store_->checkpoint(0), head->checkpoint);
    const auto never = [](auto, const auto&) {
        ADD_FAILURE() << "it is signed";
        return std::expected<std::string, std::string>("other");
    };
    EXPECT_EQ(store_->sign_head(never)->checkpoint, head->checkpoint);
    grow_to(5);
    EXPECT_EQ(store_->sign_head(never)->checkpoint, note_of(5, edge_of_texts(5).root()));
    EXPECT_EQ(**store_->checkpoint(0), head->checkpoint);
    expect_holds(5);
}

TEST_P(EveryStore, TheEmptyLogNeedNotBeSigned) {
    EXPECT_EQ(trouble_of(store_->sign_head([](auto, const auto&) {
                  return std::expected<std::string, std::string>(std::unexpected("no"));
              })),
              Trouble::not_signed);
    EXPECT_EQ(*store_->checkpoint(0), std::nullopt);
    grow_to(1);
    expect_holds(1);
}

TEST_P(EveryStore, CosignaturesAreOfPublishedCheckpointsAndTheNewestCounts) {
    grow_to(4, 2);
    ASSERT_TRUE(store_->keep({.size = 2, .witness = "beta", .line = "b1\n"}));
    ASSERT_TRUE(store_->keep({.size = 2, .witness = "alpha", .line = "a1\n"}));
    ASSERT_TRUE(store_->keep({.size = 2, .witness = "beta", .line = "b2\n"}));
    EXPECT_THAT(*store_->cosignatures(2),
                ElementsAre(Cosignature{2, "alpha", "a1\n"}, Cosignature{2, "beta", "b2\n"}));
    EXPECT_THAT(*store_->cosignatures(4), IsEmpty());
    EXPECT_EQ(*store_->cosigned_size(100), 2);
    for (const std::uint64_t size : {0U, 1U, 3U, 5U}) {
        SCOPED_TRACE(size);
        EXPECT_EQ(trouble_of(store_->keep({.size = size, .witness = "alpha", .line = "a\n"})),
                  Trouble::unfit);
        EXPECT_THAT(*store_->cosignatures(size), IsEmpty());
    }
    EXPECT_TRUE(store_->has_pen());
    ASSERT_TRUE(store_->keep({.size = 4, .witness = "alpha", .line = "a2\n"}));
    EXPECT_EQ(*store_->cosigned_size(std::numeric_limits<std::uint64_t>::max()), 4);
    EXPECT_EQ(*store_->cosigned_size(4), 4);
    EXPECT_EQ(*store_->cosigned_size(3), 2);
    EXPECT_EQ(*store_->cosigned_size(1), std::nullopt);
}

TEST_P(EveryStore, SettingsAreReplaced) {
    ASSERT_TRUE(store_->set("a", "1"));
    ASSERT_TRUE(store_->set("b", ""));
    ASSERT_TRUE(store_->set("a", "2"));
    EXPECT_EQ(*store_->setting("a"), "2");
    EXPECT_EQ(*store_->setting("b"), "");
    EXPECT_EQ(*store_->setting("c"), std::nullopt);
}

TEST_P(EveryStore, GoesOnWhereItWasLeft) {
    if (!place_->lasts()) GTEST_SKIP() << "gone when it goes";
    std::uint64_t size = 0;
    for (const std::uint64_t next : {1U, 2U, 255U, 256U, 257U, 600U}) {
        SCOPED_TRACE(next);
        grow_to(next);
        open_again();
        expect_holds(next);
        size = next;
    }
    Batch batch;
    batch.files = {file_of("kept")};
    batch.annexes = {annex_of("kept")};
    ASSERT_TRUE(store_->append(size, batch, note_signer));
    ASSERT_TRUE(store_->set("name", "value"));
    ASSERT_TRUE(store_->keep({.size = 256, .witness = "w", .line = "line\n"}));
    open_again(Mode::read);
    expect_holds(600);
    EXPECT_EQ((*store_->file(merkle::sha256("kept")))->bytes, "kept");
    EXPECT_EQ((*store_->annex(annex_of("kept").commitment))->bytes, "kept");
    EXPECT_EQ(*store_->setting("name"), "value");
    EXPECT_EQ(*store_->cosigned_size(600), 256);
    EXPECT_EQ(trouble_of(place_->create()), Trouble::exists);
}

TEST_P(EveryStore, OneHoldsThePenAndAnyNumberRead) {
    if (!place_->lasts()) GTEST_SKIP() << "is one object";
    grow_to(5);
    EXPECT_EQ(trouble_of(place_->open(Mode::append)), Trouble::other_holds_pen);
    auto reader = place_->open(Mode::read);
    ASSERT_TRUE(reader) << reader.error().problem;
    EXPECT_FALSE((*reader)->has_pen());
    EXPECT_EQ((*reader)->head()->size(), 5);
    grow_to(6);
    EXPECT_EQ((*reader)->head()->size(), 6);
    EXPECT_EQ((*reader)->entries(5, 1)->front(), entry_text(5));

    EXPECT_EQ(trouble_of((*reader)->append(6, batch_of(6, 1), note_signer)), Trouble::read_only);
    EXPECT_EQ(trouble_of((*reader)->sign_head(note_signer)), Trouble::read_only);
    EXPECT_EQ(trouble_of((*reader)->keep({.size = 6, .witness = "w", .line = "l"})), Trouble::read_only);
    EXPECT_EQ(trouble_of((*reader)->remove_annex(digest_of(1))), Trouble::read_only);
    EXPECT_EQ(trouble_of((*reader)->set("a", "b")), Trouble::read_only);
    expect_holds(6);

    store_.reset();
    auto next = place_->open(Mode::append);
    ASSERT_TRUE(next) << next.error().problem;
    ASSERT_TRUE((*next)->append(6, batch_of(6, 1), note_signer));
    EXPECT_EQ((*reader)->head()->size(), 7);
}

TEST_P(EveryStore, ReadersSeeWholeBatchesOnly) {
    constexpr std::uint64_t in_a_batch = 7;
    constexpr std::uint64_t batches = 60;
    std::atomic<bool> ended = false;
    const auto watch = [&] {
        std::uint64_t last = 0;
        while (!ended) {
            const auto head = store_->head();
            ASSERT_TRUE(head) << head.error().problem;
            ASSERT_EQ(head->size() % in_a_batch, 0);
            ASSERT_GE(head->size(), last);
            last = head->size();
            const auto entries = store_->entries(0, 10'000);
            ASSERT_TRUE(entries) << entries.error().problem;
            ASSERT_EQ(entries->size() % in_a_batch, 0);
            ASSERT_GE(entries->size(), last);
            if (last == 0) continue;
            ASSERT_EQ(entries->at(last - 1), entry_text(last - 1));
            ASSERT_TRUE(store_->checkpoint(last)->has_value());
            ASSERT_EQ(merkle::edge_of(last, nodes_of(*store_, last)), head->edge);
        }
    };
    std::thread one(watch), other(watch);
    grow_to(in_a_batch * batches, in_a_batch);
    ended = true;
    one.join();
    other.join();
    expect_holds(in_a_batch * batches);
}

TEST_P(EveryStore, SeveralWritersTakeTurns) {
    std::atomic<std::uint64_t> kept = 0;
    const auto write = [&](std::uint64_t from) {
        for (std::uint64_t i = from; i < from + 30; ++i)
            if (store_->set(fmt::format("name {}", i), "x")) ++kept;
    };
    std::thread one(write, 0), other(write, 100);
    grow_to(40, 1);
    one.join();
    other.join();
    EXPECT_EQ(kept, 60);
    expect_holds(40);
}

TEST_P(EveryStore, WhoeverWaitsIsToldOfNewEntries) {
    using namespace std::chrono_literals;
    grow_to(3);
    EXPECT_EQ(*store_->wait_beyond(2, 1h), 3);
    EXPECT_EQ(*store_->wait_beyond(3, 0ms), 3);
    EXPECT_EQ(*store_->wait_beyond(3, 1ms), 3);
    std::thread writer([&] { grow_to(4); });
    EXPECT_EQ(*store_->wait_beyond(3, 1h), 4);
    writer.join();
    if (!place_->lasts()) return;
    auto reader = place_->open(Mode::read);
    ASSERT_TRUE(reader);
    std::thread later([&] { grow_to(5); });
    EXPECT_EQ(*(*reader)->wait_beyond(4, 1h), 5);
    later.join();
}

INSTANTIATE_TEST_SUITE_P(In, EveryStore,
                         ::testing::Values(Kind{"Memory", [] { return std::make_unique<InMemory>(); }},
                                           Kind{"SQLite", [] { return std::make_unique<InFile>(); }},
                                           Kind{"PostgreSQL",
                                                []() -> std::unique_ptr<Place> {
                                                    PostgresServer* server = PostgresServer::of_tests();
                                                    return server ? std::make_unique<InDatabase>(*server)
                                                                  : nullptr;
                                                }}),
                         [](const auto& tested) { return tested.param.name; });

TEST(Trouble, HasANameForEach) {
    EXPECT_EQ(name_of(Trouble::other_holds_pen), "other_holds_pen");
    EXPECT_EQ(name_of(Trouble::unfit), "unfit");
}

}  // namespace
}  // namespace store
