#include "registry/annexes.hpp"

#include <gtest/gtest.h>

#include "registry/testing_desk.hpp"

namespace registry {
namespace {

using namespace testing;
using seals::testing::entry_of;
using seals::testing::with_body;

const std::string salt(32, 's');

store::Annex annex_of(std::string bytes) {
    store::Annex annex{.commitment = {}, .salt = salt, .media_type = "text/plain", .bytes = std::move(bytes)};
    annex.commitment = seals::commitment_of(annex.salt, annex.bytes);
    return annex;
}
seals::FileNote note_of(const store::Annex& annex) {
    seals::FileNote note;
    note.commitment = annex.commitment;
    note.kind = seals::FileNote::Kind::annex;
    note.name = "annex.txt";
    note.type = annex.media_type;
    note.size = annex.bytes.size();
    note.personal = true;
    return note;
}

bool is_kept(const Outcome& outcome) { return std::holds_alternative<Receipt>(outcome); }

// The same log in two stores: in one with its annexes, in the other as it comes out of an export.
struct Moved {
    std::unique_ptr<store::Store> from = store::in_memory(), to = store::in_memory();
    store::Annex personal = annex_of("of a person"), of_secret = annex_of("of another person"),
                 removed = annex_of("of one who asked"), elsewhere = annex_of("in a capital"), content;

    Moved() {
        auto desk = Desk::open(
            {.store = *from, .log = log_signer(), .today = [] { return day("2031-05-07"); }, .entries = {}});
        Hands hands(**desk);
        EXPECT_TRUE(set_up(**desk, hands));
        seals::Entry open = with_body(left("a0", "atlantis"));
        open.files = {note_of(personal), note_of(removed), note_of(elsewhere)};
        EXPECT_TRUE(is_kept(hands.hand_in(open, "P", {}, {personal, removed})));
        seals::Entry secret = with_body(left("a1", "atlantis"));
        secret.files = {note_of(of_secret)};
        content = annex_of(seals::content_of(secret.body, secret.files));
        EXPECT_TRUE(
            is_kept(hands.hand_in(seals::testing::withheld(secret, salt), "P", {}, {content, of_secret})));
        EXPECT_TRUE(is_kept(hands.hand_in(
            entry_of("removed", seals::AnnexRemoved{.commitment = removed.commitment, .reason = "Asked."}),
            "R")));
        store::Batch batch;
        (void)from->each_entry(0, [&](std::uint64_t index, std::string_view bytes) {
            batch.entries.push_back({merkle::sha256(std::to_string(index)), std::string(bytes)});
            return true;
        });
        EXPECT_TRUE(to->append(0, batch, [](std::uint64_t, const merkle::Hash&) { return "signed"; }));
    }
};

TEST(Annexes, AreCarriedOverThatEntriesNameAndTheStoreLacks) {
    Moved moved;
    // What nobody names stays behind; what was taken away too, though its bytes are still there.
    const store::Annex stray = annex_of("that nobody names");
    ASSERT_TRUE(moved.from->append(moved.from->head()->size(),
                                   {.entries = {}, .files = {}, .annexes = {stray}},
                                   [](std::uint64_t, const merkle::Hash&) { return "signed"; }));
    ASSERT_TRUE(*moved.from->annex(moved.removed.commitment));
    const store::Head before = *moved.to->head();

    const auto carried = carry_annexes(*moved.from, *moved.to);
    ASSERT_TRUE(carried);
    EXPECT_EQ(carried->annexes, 3u);
    EXPECT_EQ(carried->missing, 1u);
    EXPECT_EQ(moved.to->annexes()->size(), 3u);
    for (const store::Annex& annex : {moved.personal, moved.of_secret, moved.content}) {
        const auto found = *moved.to->annex(annex.commitment);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->bytes, annex.bytes);
        EXPECT_EQ(found->salt, annex.salt);
        EXPECT_EQ(found->media_type, annex.media_type);
    }
    EXPECT_EQ(moved.to->head()->size(), before.size());
    EXPECT_EQ(moved.to->head()->checkpoint, before.checkpoint);

    const auto again = carry_annexes(*moved.from, *moved.to);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->annexes, 0u);
    EXPECT_EQ(again->missing, 1u);
}

TEST(Annexes, OfAnActThatIsThereAlreadyAreFoundToo) {
    Moved moved;
    ASSERT_TRUE(moved.to->append(moved.to->head()->size(),
                                 {.entries = {}, .files = {}, .annexes = {moved.content}},
                                 [](std::uint64_t, const merkle::Hash&) { return "signed"; }));
    const auto carried = carry_annexes(*moved.from, *moved.to);
    ASSERT_TRUE(carried);
    EXPECT_EQ(carried->annexes, 2u);
    EXPECT_TRUE(*moved.to->annex(moved.of_secret.commitment));
}

TEST(Annexes, OfAnotherLogAreNotTaken) {
    Moved moved;
    const auto other = store::in_memory();
    const auto carried = carry_annexes(*moved.from, *other);
    ASSERT_TRUE(carried);
    EXPECT_EQ(carried->annexes, 0u);
    EXPECT_TRUE(other->annexes()->empty());
}

}  // namespace
}  // namespace registry
