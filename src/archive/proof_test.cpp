// The proof of one act: what it proves, what is refused, and the page that carries it.
#include "archive/proof.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "archive/proof_page.hpp"
#include "archive/testing_log.hpp"

namespace archive {
namespace {

using testing_log::World;
using testing_log::world;

ActProof proof_of(std::uint64_t index) {
    std::optional<ActProof> made;
    world().desk->look([&](const registry::Book& book) {
        auto proof = make_proof(*world().store, book.keys(), index);
        if (!proof) throw std::runtime_error(proof.error().problem);
        made = std::move(*proof);
    });
    return *made;
}
merkle::Policy trusted() { return *merkle::read_policy(proof_of(0).policy); }

std::string text(const Proven& proven) { return encoding::canonical_json(to_value(proven.verdict)); }

// A position of a member, sealed after its key was rotated.
std::uint64_t position_after(std::uint64_t from) {
    for (std::uint64_t i = from; i < 600; ++i) {
        if (world().store->entries(i, 1)->front().find("position-taken") != std::string::npos) return i;
    }
    throw std::logic_error("no position");
}

TEST(Proof, OfEveryKindOfEntryHolds) {
    const World& log = world();
    const std::uint64_t size = log.desk->head().size();
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3},
                                      std::uint64_t{10}, log.file_at, log.withheld_at, log.rotated_at,
                                      log.released_at, log.recalled_at, log.annex_at, size - 1}) {
        SCOPED_TRACE(index);
        const ActProof proof = proof_of(index);
        EXPECT_EQ(read_act_proof(proof.text()), proof);
        EXPECT_EQ(find_act_proof("Words before.\n" + proof.armoured() + "Words after.\n"), proof);
        const Proven proven = verify_proof(proof.armoured(), trusted());
        EXPECT_EQ(proven.index, index);
        const bool witnessed = index < 560;
        EXPECT_EQ(proven.verdict.standing.witnessed, witnessed);
        EXPECT_EQ(proven.verdict.holds(), witnessed) << text(proven);
        if (!witnessed) EXPECT_EQ(proven.verdict.failures.front().code, "too_few_witnesses");
        ASSERT_TRUE(proven.entry);
        EXPECT_EQ(seals::write_entry(*proven.entry), proof.entry);
        EXPECT_FALSE(proven.sealed.empty());
        EXPECT_TRUE(proven.verdict.warnings.contains(Warning::one_act_alone));
        EXPECT_FALSE(proven.verdict.warnings.contains(Warning::trusts_copy));
        EXPECT_EQ(proven.verdict.warnings.contains(Warning::withheld), index == log.withheld_at);
    }
}

TEST(Proof, NamesTheKeyItsHolderAndWhereItWasAccredited) {
    const std::uint64_t index = position_after(world().rotated_at);
    const Proven proven = verify_proof(proof_of(index).armoured(), trusted());
    ASSERT_TRUE(proven.verdict.holds()) << text(proven);
    ASSERT_EQ(proven.sealed.size(), 1U);
    EXPECT_EQ(proven.sealed[0].key, world().next_representative.text());
    EXPECT_EQ(proven.sealed[0].holder, "AA");
    EXPECT_EQ(proven.sealed[0].name, "mission of Aland");
    EXPECT_EQ(proven.sealed[0].use, seals::Use::representative);
    EXPECT_EQ(proven.sealed[0].accredited, world().rotated_at);
    // The rotation, the accreditation of the key before it, and the first entry.
    EXPECT_EQ(proof_of(index).keys.size(), 3U);
    EXPECT_EQ(proven.verdict.looked.at(Check::keys), (Looked{State::holds, 3}));
}

TEST(Proof, TakesThePolicyInItOnlyWithAWarning) {
    const Proven proven = verify_proof(proof_of(10).armoured());
    EXPECT_TRUE(proven.verdict.holds());
    EXPECT_TRUE(proven.verdict.warnings.contains(Warning::trusts_copy));
}

TEST(Proof, OfWhatNobodyWitnessedHoldsWhereTheCallerTakesIt) {
    const Proven proven = verify_proof(proof_of(590).armoured(),
                                       ProofOptions{.policy = trusted(), .known = {}, .unwitnessed = true});
    EXPECT_TRUE(proven.verdict.holds()) << text(proven);
    EXPECT_TRUE(proven.verdict.warnings.contains(Warning::not_witnessed));
}

TEST(Proof, IsComparedWithAKeptCheckpointOfItsSize) {
    const auto with = [](std::string known) {
        return verify_proof(proof_of(10).armoured(),
                            ProofOptions{.policy = trusted(), .known = {std::move(known)}});
    };
    const auto by_log = [](const merkle::Checkpoint& checkpoint) {
        return merkle::Note{checkpoint.text(), {world().log.sign(checkpoint.text())}}.whole();
    };
    const std::string origin(testing_log::origin);
    const Proven same = with(**world().store->checkpoint(560));
    EXPECT_TRUE(same.verdict.holds()) << text(same);
    EXPECT_EQ(same.verdict.looked.at(Check::known), (Looked{State::holds, 1}));
    EXPECT_TRUE(same.not_compared.empty());
    const Proven other = with(by_log({origin, 560, merkle::sha256("fork")}));
    ASSERT_FALSE(other.verdict.holds());
    EXPECT_EQ(other.verdict.failures.front().code, "known_differs");
    EXPECT_EQ(with("no note at all\n").verdict.failures.front().code, "not_a_note");
    EXPECT_EQ(with(by_log({origin, 300, merkle::sha256("x")})).not_compared, std::vector<std::uint64_t>{300});
}

struct Forgery {
    std::string what;
    std::function<void(ActProof&)> changes;
    Check check;
    std::string code;
    std::optional<std::uint64_t> entry;
};

TEST(Proof, ThatWasTamperedWithFails) {
    const std::uint64_t index = position_after(world().rotated_at);
    const auto replaced = [](std::string& text, std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        if (at == text.npos) throw std::logic_error("not there");
        text.replace(at, from.size(), to);
    };
    const auto drop = [](std::size_t n) {
        return [n](ActProof& p) { p.keys.erase(p.keys.begin() + static_cast<std::ptrdiff_t>(n)); };
    };
    const auto checkpoint = [](ActProof& p, const std::function<void(merkle::Note&)>& change) {
        auto note = *merkle::read_note(p.proof.checkpoint);
        change(note);
        p.proof.checkpoint = note.whole();
        for (KeyProof& key : p.keys) key.proof.checkpoint = p.proof.checkpoint;
    };
    const Forgery forgeries[] = {
        {"another act", [&](ActProof& p) { replaced(p.entry, "joined-", "Joined-"); }, Check::root,
         "not_included", index},
        {"a later day", [&](ActProof& p) { replaced(p.entry, "2024-05-01", "2024-05-02"); }, Check::root,
         "not_included", index},
        {"another place", [](ActProof& p) { ++p.proof.index; }, Check::root, "not_included", index + 1},
        {"a hash of the path", [](ActProof& p) { p.proof.path[3][0] ^= 1; }, Check::root, "not_included",
         index},
        {"a path cut", [](ActProof& p) { p.proof.path.pop_back(); }, Check::root, "not_included", index},
        {"a path lengthened", [](ActProof& p) { p.proof.path.push_back({}); }, Check::root, "not_included",
         index},
        {"the rotation left out", drop(2), Check::keys, "key_not_accredited", index},
        {"the accreditation before it left out", drop(1), Check::keys, "key_not_accredited",
         world().rotated_at},
        {"the first entry left out", drop(0), Check::keys, "key_not_accredited", 3},
        {"all keys left out", [](ActProof& p) { p.keys.clear(); }, Check::keys, "key_not_accredited", index},
        {"an accreditation changed",
         [&](ActProof& p) { replaced(p.keys[1].entry, "\"holder\":\"AA\"", "\"holder\":\"BB\""); },
         Check::root, "not_included", 3},
        {"a checkpoint of another root",
         [&](ActProof& p) { checkpoint(p, [](merkle::Note& n) { n.text[n.text.size() - 5] ^= 1; }); },
         Check::checkpoint,
         "bad_line|not_a_checkpoint",
         {}},
        {"a checkpoint without the log",
         [&](ActProof& p) { checkpoint(p, [](merkle::Note& n) { n.lines.erase(n.lines.begin()); }); },
         Check::checkpoint,
         "not_signed",
         {}},
        {"a witness less",
         [&](ActProof& p) { checkpoint(p, [](merkle::Note& n) { n.lines.pop_back(); }); },
         Check::witnesses,
         "too_few_witnesses",
         {}},
    };
    for (const Forgery& forgery : forgeries) {
        SCOPED_TRACE(forgery.what);
        ActProof proof = proof_of(index);
        forgery.changes(proof);
        const Proven proven = verify_proof(proof.armoured(), trusted());
        ASSERT_FALSE(proven.verdict.holds());
        const Failure& first = proven.verdict.failures.front();
        EXPECT_NE(forgery.code.find(first.code), std::string::npos) << text(proven);
        EXPECT_EQ(first.check, forgery.check);
        EXPECT_EQ(first.entry, forgery.entry);
    }
}

TEST(Proof, OfAnotherLogIsNotTaken) {
    merkle::Policy other = trusted();
    other.logs.front().key =
        merkle::Signer("other.example/log", merkle::KeyType::ed25519, testing_log::secret('O')).verifier();
    const Proven proven = verify_proof(proof_of(10).armoured(), other);
    ASSERT_FALSE(proven.verdict.holds());
    EXPECT_EQ(proven.verdict.failures.front().code, "other_log");
}

TEST(Proof, IsReadStrictly) {
    const ActProof proof = proof_of(10);
    const std::string good = proof.text();
    const std::string armoured = proof.armoured();
    struct Row {
        std::string what, bytes;
        ActProofFault fault;
    };
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string changed = good;
        const auto at = changed.find(from);
        if (at == changed.npos) throw std::logic_error("not there");
        return changed.replace(at, from.size(), to);
    };
    ActProof other = proof;
    other.keys.front().proof.checkpoint = proof_of(599).proof.checkpoint;
    ActProof twice = proof;
    twice.keys.push_back(twice.keys.back());
    const Row rows[] = {
        {"nothing", "", ActProofFault::bad_header},
        {"another version", with("@v1", "@v2"), ActProofFault::bad_header},
        {"ends of lines of Windows", with("@v1\n", "@v1\r\n"), ActProofFault::bad_header},
        {"a length with a zero before it", with("entry ", "entry 0"), ActProofFault::bad_length},
        {"a length with a sign", with("entry ", "entry +"), ActProofFault::bad_length},
        {"a length with two spaces", with("entry ", "entry  "), ActProofFault::bad_length},
        {"a word that is not known", with("policy ", "policies "), ActProofFault::bad_length},
        {"another order", with("entry ", "policy "), ActProofFault::bad_length},
        {"a length of more than there is", with("policy ", "policy 9"), ActProofFault::bad_length},
        {"a byte after it", good + "x", ActProofFault::bad_length},
        {"a byte less", good.substr(0, good.size() - 1), ActProofFault::bad_length},
        {"no end of the head", "depositary/proof@v1\nentry 0\nlog-proof 0\npolicy 0\n",
         ActProofFault::bad_length},
        {"a path that is none", "depositary/proof@v1\nentry 0\nlog-proof 0\npolicy 0\n\n",
         ActProofFault::bad_log_proof},
        {"a key's path to another checkpoint", other.text(), ActProofFault::other_checkpoint},
        {"a key twice", twice.text(), ActProofFault::out_of_order},
        {"too much", std::string(longest_act_proof + 1, 'x'), ActProofFault::too_long},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto read = read_act_proof(row.bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(name_of(read.error()), name_of(row.fault));
    }
    EXPECT_EQ(find_act_proof("no block").error(), ActProofFault::no_block);
    EXPECT_EQ(find_act_proof(armoured + armoured).error(), ActProofFault::no_block);
    EXPECT_EQ(find_act_proof(armoured.substr(0, armoured.size() / 2)).error(), ActProofFault::no_block);
    std::string broken = armoured;
    broken[100] = '*';
    EXPECT_EQ(find_act_proof(broken).error(), ActProofFault::bad_base64);
    const Proven proven = verify_proof("no block");
    EXPECT_EQ(proven.verdict.failures.front().code, "not_a_proof");
}

class ProofPage : public testing::TestWithParam<words::Language> {
protected:
    static std::string page(std::uint64_t index) {
        std::optional<package::Organisation> organisation;
        world().desk->look([&](const registry::Book& book) { organisation = book.organisation(); });
        return proof_page(proof_of(index), &*organisation, GetParam(), "act.html");
    }
};

TEST_P(ProofPage, CarriesItsProofAndLoadsNothing) {
    for (const std::uint64_t index :
         {std::uint64_t{0}, std::uint64_t{10}, world().withheld_at, world().file_at}) {
        SCOPED_TRACE(index);
        const std::string html = page(index);
        EXPECT_EQ(find_act_proof(html), proof_of(index));
        EXPECT_TRUE(verify_proof(html, trusted()).verdict.holds());
        for (const std::string_view never : {"<script", "src=", "@import", "url(", "<link", "<img"})
            EXPECT_EQ(html.find(never), html.npos) << never;
        EXPECT_NE(html.find("depositary verify act.html"), html.npos);
    }
}

TEST_P(ProofPage, SaysTheActAndWhoSealedIt) {
    const bool english = GetParam() == words::Language::en;
    const std::string html = page(position_after(world().rotated_at));
    EXPECT_NE(html.find(english ? "Aland: mission of Aland (representative)"
                                : "Аландия: mission of Aland (представитель)"),
              html.npos)
        << html.substr(0, 6000);
    EXPECT_NE(html.find("witness.example/alpha, "), html.npos);
    EXPECT_NE(html.find(english ? "1 May 2024" : "1 мая 2024"), html.npos);
    EXPECT_NE(html.find("21:46"), html.npos) << "of the witnesses, 1714600000";
    EXPECT_EQ(html.find("witness.example/beta,"), html.npos);
}

TEST_P(ProofPage, HasOneBlockWhateverAnActSays) {
    // An act whose words look like the beginning of a block, in a proof of its own making.
    ActProof proof = proof_of(10);
    proof.entry = std::string("\n") + std::string(proof_begin) + "\n";
    const std::string html = proof_page(proof, nullptr, GetParam(), "act.html");
    EXPECT_EQ(find_act_proof(html), proof);
    EXPECT_FALSE(verify_proof(html, trusted()).verdict.holds());
}

INSTANTIATE_TEST_SUITE_P(InEveryLanguage, ProofPage, testing::ValuesIn(words::languages),
                         [](const auto& language) { return std::string(words::code(language.param)); });

TEST(ProofText, SaysItsOwnSentencesFromTheBlock) {
    const Proven good = verify_proof(proof_of(10).armoured(), trusted());
    const std::string said = text_of(good, words::Language::en);
    EXPECT_NE(said.find("This proof holds: entry 10 of 560 in the log treaty.example/log."), said.npos)
        << said;
    EXPECT_NE(said.find("accredited in entry 1"), said.npos) << said;
    EXPECT_NE(said.find("only the whole log tells"), said.npos) << said;
    EXPECT_NE(said.find("confirmed this last on 1 May 2024, 21:46 UTC"), said.npos) << said;
    ActProof forged = proof_of(10);
    forged.entry[20] ^= 1;
    const std::string bad = text_of(verify_proof(forged.armoured(), trusted()), words::Language::ru);
    EXPECT_NE(bad.find("Доказательство не сходится."), bad.npos) << bad;
    EXPECT_NE(bad.find("путь не ведёт"), bad.npos) << bad;
}

}  // namespace
}  // namespace archive
