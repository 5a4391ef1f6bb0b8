// What a verdict says of a log that holds, and of one whose keeper lies: edits, reorders, drops, back-dates,
// forges; with its own key over everything, and with the witnesses' where they help it.
#include "archive/verify.hpp"

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "archive/testing_log.hpp"

namespace archive {
namespace {

using testing_log::Pen;
using testing_log::World;
using testing_log::world;

std::string text_of(const Verdict& verdict) { return encoding::canonical_json(to_value(verdict)); }

const Tree& honest() {
    static const Tree tree = world().tree();
    return tree;
}
merkle::Policy trusted() { return *merkle::read_policy(honest().at("policy")); }

std::vector<std::string> entries_of(const World& from) {
    return *from.store->entries(0, from.desk->head().size());
}

/// A secretariat that makes up a log of these entries, signs it, and has two witnesses that sign anything.
Tree made_up(const std::vector<std::string>& entries, World& by = world()) {
    Tree tree = honest();
    std::erase_if(tree, [](const auto& file) {
        return file.first.starts_with("tile/") || file.first.starts_with("checkpoint");
    });
    merkle::Edge edge;
    std::map<unsigned, std::vector<merkle::Hash>> rows;
    for (const std::string& entry : entries) {
        edge.append(merkle::leaf_hash(entry), [&](unsigned level, std::uint64_t, const merkle::Hash& hash) {
            if (level % merkle::tile_height == 0) rows[level / merkle::tile_height].push_back(hash);
        });
    }
    for (const merkle::TilePath& path : merkle::tiles_of(edge.size())) {
        const auto first = static_cast<std::ptrdiff_t>(path.n * merkle::tile_width);
        if (!path.level) {
            tree[path.text()] =
                merkle::bundle({entries.begin() + first, entries.begin() + first + path.width});
            continue;
        }
        std::string& bytes = tree[path.text()];
        for (unsigned i = 0; i < path.width; ++i)
            bytes += merkle::bytes_of(rows.at(*path.level)[static_cast<std::size_t>(first) + i]);
    }
    const std::string text =
        merkle::Checkpoint{std::string(testing_log::origin), edge.size(), edge.root()}.text();
    tree["checkpoint"] = merkle::Note{text,
                                      {by.log.sign(text), by.alpha.cosign(text, 1'714'700'000),
                                       by.beta.cosign(text, 1'714'700'000)}}
                             .whole();
    if (!entries.empty()) tree["charter.json"] = entries.front();
    return tree;
}

Verdict verified(const Tree& tree, unsigned threads = 2, std::vector<std::string> known = {}) {
    return verify(from_memory(tree), {.policy = trusted(), .known = std::move(known), .threads = threads});
}

TEST(Verify, AnHonestLogHolds) {
    for (const unsigned threads : {1U, 2U, 5U}) {
        SCOPED_TRACE(threads);
        const Verdict verdict = verified(honest(), threads, {*world().store->checkpoint(100)->operator->()});
        ASSERT_TRUE(verdict.holds()) << text_of(verdict);
        const std::uint64_t size = world().desk->head().size();
        EXPECT_EQ(verdict.checkpoint->size, 560U);
        EXPECT_EQ(verdict.newest->size, size);
        EXPECT_EQ(verdict.standing.witnesses, (std::set<std::string>{"alpha", "gamma"}));
        EXPECT_TRUE(verdict.standing.witnessed);
        const std::map<Check, Looked> expected{
            {Check::checkpoint, {State::holds, 2}},
            {Check::witnesses, {State::holds, 2}},
            {Check::entries, {State::holds, size}},
            {Check::tree, {State::holds, 6}},
            {Check::root, {State::holds, 2}},
            {Check::known, {State::holds, 1}},
            {Check::seals, {State::holds, size}},
            {Check::keys, {State::holds, 5}},
            {Check::form, {State::holds, verdict.looked.at(Check::form).count}},
            {Check::files, {State::holds, verdict.looked.at(Check::files).count}},
            {Check::policy, {State::holds, 2}},
            {Check::conclusions, {State::not_asked, 0}}};
        EXPECT_EQ(verdict.looked, expected);
        EXPECT_GT(verdict.looked.at(Check::form).count, 500U);
        EXPECT_GT(verdict.looked.at(Check::files).count, 5U);
        EXPECT_EQ(verdict.warnings, (std::map<Warning, std::uint64_t>{{Warning::not_witnessed, size - 560},
                                                                      {Warning::annexes, 1}}));
    }
}

TEST(Verify, AFolderAStoreAndMemoryGiveTheSameVerdict) {
    const Verdict from_tree = verify(from_memory(honest()));
    EXPECT_TRUE(from_tree.holds()) << text_of(from_tree);
    EXPECT_TRUE(from_tree.warnings.contains(Warning::trusts_copy));
    EXPECT_EQ(text_of(verify(from_store(*world().store, *layout_of(*world().store)))), text_of(from_tree));
}

TEST(Verify, NarrowTilesMayGoWhereFullOnesAre) {
    // What a server does when a log has grown: the checkpoint is of 560, the tiles of more.
    Tree tree = honest();
    const auto entries = entries_of(world());
    Tree grown = made_up(entries);
    for (const auto& [path, bytes] : honest()) {
        if (path.starts_with("checkpoint")) grown[path] = bytes;
    }
    EXPECT_FALSE(grown.contains("tile/0/002.p/48"));
    EXPECT_EQ(verified(grown).failures.front().code, "missing") << "88 are no full tile";
}

TEST(Verify, OneFlippedBitAnywhereIsFoundOut) {
    World small;
    small.fill(30);
    small.cosign(small.desk->head().size(), {&small.beta, &small.gamma}, 1'714'600'000);
    const Tree tree = small.tree();
    const merkle::Policy policy = *merkle::read_policy(tree.at("policy"));
    const auto holds = [&](const Tree& copy) {
        return verify(from_memory(copy), {.policy = policy, .threads = 1}).holds();
    };
    ASSERT_TRUE(holds(tree));
    ASSERT_FALSE(tree.contains("checkpoint.newest"));
    constexpr std::size_t flips = 16;  // in each file, evenly
    for (const auto& [path, bytes] : tree) {
        if (path.starts_with("README")) continue;
        for (std::size_t i = 0; i < flips; ++i) {
            Tree copy = tree;
            const std::size_t at = (bytes.size() - 1) * i / (flips - 1);
            copy.at(path)[at] = static_cast<char>(bytes[at] ^ (1 << i % 8));
            EXPECT_FALSE(holds(copy)) << path << " at " << at;
        }
        Tree without = tree;
        without.erase(path);
        const bool needed = path != "policy" && path != "charter.json";
        EXPECT_EQ(holds(without), !needed) << path;
    }
}

struct Lie {
    std::string what;
    std::function<void(std::vector<std::string>&)> changes;  // of the entries, before they are signed again
    std::string code;
    std::optional<std::uint64_t> entry;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == text.npos) throw std::logic_error("not there: " + std::string(from));
    return text.replace(at, from.size(), to);
}

seals::Entry read(const std::string& bytes) { return *seals::read_entry(bytes, seals::Where::in_log); }

// The seals of an entry made anew by somebody.
std::string resealed(seals::Entry entry, const Pen& pen, std::uint64_t count, const seals::After& after,
                     std::string_view origin = testing_log::origin) {
    const auto digest = seals::digest_of(origin, seals::statement_of(entry));
    entry.seals = {seals::seal(pen.key, origin, digest, count, after)};
    return seals::write_entry(entry);
}

seals::After after_of(const std::vector<std::string>& entries, std::size_t size) {
    merkle::Edge edge;
    for (std::size_t i = 0; i < size; ++i) edge.append(merkle::leaf_hash(entries[i]));
    return {.size = size, .root = edge.root()};
}

TEST(Verify, ALogMadeUpAgainIsFoundOut) {
    const World& true_world = world();
    const std::uint64_t size = true_world.desk->head().size();
    const auto position_after = [&](std::uint64_t from) {
        const auto entries = entries_of(true_world);
        for (std::uint64_t i = from; i < size; ++i) {
            if (entries[i].find("position-taken") != std::string::npos) return i;
        }
        throw std::logic_error("no position");
    };
    const std::uint64_t late = position_after(true_world.recalled_at);
    const std::uint64_t early = position_after(10);
    const Lie lies[] = {
        {"nothing changed, signed again", [](auto&) {}, "", {}},
        {"an entry edited", [](auto& e) { e[300] = replaced(e[300], "Decision paper", "Decision Paper"); },
         "bad_signature", 300},
        {"an entry edited and not canonical any more",
         [](auto& e) { e[300] = replaced(e[300], "{\"body\"", "{ \"body\""); }, "not_canonical", 300},
        {"an entry that is nothing", [](auto& e) { e[300] = "{}"; }, "missing_key", 300},
        {"an empty entry", [](auto& e) { e[300].clear(); }, "not_canonical", 300},
        {"two neighbours exchanged", [](auto& e) { std::swap(e[301], e[302]); }, "after_beyond", 301},
        {"an entry dropped", [](auto& e) { e.erase(e.begin() + 300); }, "after_beyond", 300},
        {"an entry twice", [](auto& e) { e.insert(e.begin() + 301, e[300]); }, "count_used", 301},
        {"an entry moved to the end", [](auto& e) { std::rotate(e.begin() + 300, e.begin() + 301, e.end()); },
         "after_beyond", 300},
        {"an act said to be known earlier: later seals saw another history",
         [](auto& e) {
             e[300] = replaced(e[300], "\"known_on\":\"2024-05-01\"", "\"known_on\":\"2024-04-01\"");
         },
         "known_on_falls", 300},
        {"the last act before a new day said to be known later",
         [](auto& e) {
             e[300] = replaced(e[300], "\"known_on\":\"2024-05-01\"", "\"known_on\":\"2024-05-02\"");
         },
         "after_differs", 301},
        {"an act of another log",
         [&](auto& e) {
             e[300] = resealed(read(e[300]), true_world.registrar, read(e[300]).seals[0].count,
                               read(e[300]).seals[0].after, "other.example/log");
         },
         "bad_signature", 300},
        {"a key that nobody accredited",
         [&](auto& e) { e[300] = resealed(read(e[300]), true_world.stranger, 1, after_of(e, 300)); },
         "unknown_key_id", 300},
        {"a recalled key used later",
         [&](auto& e) {
             e[late] = resealed(read(e[late]), true_world.next_representative,
                                true_world.next_representative.count + 1, after_of(e, late));
         },
         "ended_key", late},
        {"a rotated key used later",
         [&](auto& e) {
             e[late] = resealed(read(e[late]), true_world.representative, true_world.representative.count + 1,
                                after_of(e, late));
         },
         "ended_key", late},
        {"a number used again",
         [&](auto& e) {
             const auto seal = read(e[300]).seals[0];
             e[300] = resealed(read(e[300]), true_world.registrar, seal.count - 1, seal.after);
         },
         "count_used", 300},
        {"a number skipped",
         [&](auto& e) {
             const auto seal = read(e[300]).seals[0];
             e[300] = resealed(read(e[300]), true_world.registrar, seal.count + 1, seal.after);
         },
         "count_skipped", 300},
        {"a seal that saw a fork",
         [&](auto& e) {
             auto seal = read(e[300]).seals[0];
             seal.after.root[0] ^= 1;
             e[300] = resealed(read(e[300]), true_world.registrar, seal.count, seal.after);
         },
         "after_differs", 300},
        {"a seal that saw what comes later",
         [&](auto& e) {
             auto seal = read(e[300]).seals[0];
             e[300] = resealed(read(e[300]), true_world.registrar, seal.count, after_of(e, 310));
         },
         "after_beyond", 300},
        {"a seal that saw less than its last one",
         [&](auto& e) {
             auto seal = read(e[300]).seals[0];
             e[300] = resealed(read(e[300]), true_world.registrar, seal.count, after_of(e, 100));
         },
         "after_stale", 300},
        {"a representative that speaks for another",
         [&](auto& e) {
             auto entry = read(e[early]);
             const auto seal = entry.seals[0];
             auto object = *entry.body.object();
             auto about = *object["about"].object();
             about["member"] = base::Value("BB");
             object["about"] = base::Value(about);
             entry.body = base::Value(object);
             e[early] = resealed(entry, true_world.representative, seal.count, seal.after);
         },
         "not_their_act", early},
        {"something else released than was withheld",
         [&](auto& e) {
             auto entry = read(e[true_world.released_at]);
             const auto seal = entry.seals[0];
             entry.body = testing_log::paper("adopted-in-silence", "paper-of-another-name");
             e[true_world.released_at] = resealed(entry, true_world.registrar, seal.count, seal.after);
         },
         "commitment_differs", true_world.released_at},
        {"a paper that nobody adopted",
         [&](auto& e) {
             auto entry = read(e[early]);
             const auto seal = entry.seals[0];
             entry.body = testing_log::position("joined-nothing", "AA", "no-such-paper");
             e[early] = resealed(entry, true_world.representative, seal.count, seal.after);
         },
         "undeclared", early},
        {"the charter left out", [](auto& e) { e.erase(e.begin()); }, "not_opened", 0},
        {"opened twice", [](auto& e) { e.insert(e.begin() + 1, e[0]); }, "not_first", 1},
    };
    for (const Lie& lie : lies) {
        SCOPED_TRACE(lie.what);
        auto entries = entries_of(true_world);
        lie.changes(entries);
        const Verdict verdict = verified(made_up(entries));
        if (lie.code.empty()) {
            EXPECT_TRUE(verdict.holds()) << text_of(verdict);
            continue;
        }
        ASSERT_FALSE(verdict.holds());
        EXPECT_EQ(verdict.failures.front().code, lie.code) << text_of(verdict);
        EXPECT_EQ(verdict.failures.front().entry, lie.entry);
    }
}

TEST(Verify, WhatACopyMadeUpIsNotSaidOfTheLog) {
    struct Forgery {
        std::string what;
        std::function<void(std::vector<std::string>&)> changes;  // of the entries; nobody signs them again
    };
    const Forgery forgeries[] = {
        {"an entry dropped", [](auto& e) { e.erase(e.begin() + 300); }},
        {"an entry of the last bundle dropped", [](auto& e) { e.erase(e.begin() + 555); }},
        {"two neighbours exchanged", [](auto& e) { std::swap(e[301], e[302]); }},
        {"the charter left out", [](auto& e) { e.erase(e.begin()); }},
        {"an act said to be known earlier",
         [](auto& e) {
             e[300] = replaced(e[300], "\"known_on\":\"2024-05-01\"", "\"known_on\":\"2024-04-01\"");
         }},
        {"an act said to be known later: the seal of the next one saw another history",
         [](auto& e) {
             e[300] = replaced(e[300], "\"known_on\":\"2024-05-01\"", "\"known_on\":\"2024-05-02\"");
         }},
    };
    for (const Forgery& forgery : forgeries) {
        SCOPED_TRACE(forgery.what);
        auto entries = entries_of(world());
        forgery.changes(entries);
        entries.resize(560);
        Tree tree = made_up(entries);
        tree.at("checkpoint") = honest().at("checkpoint");
        for (const unsigned threads : {1U, 3U}) {
            const Verdict verdict = verified(tree, threads);
            ASSERT_EQ(verdict.failures.size(), 1U) << text_of(verdict);
            EXPECT_EQ(verdict.failures.front().code, "root_differs") << text_of(verdict);
            EXPECT_EQ(verdict.failures.front().check, Check::root);
            EXPECT_EQ(verdict.failures.front().facts.at("size"), "560");
            EXPECT_EQ(verdict.failures.front().path, "checkpoint");
        }
        // A checkpoint that was kept is no better reason to speak of two histories.
        const Verdict beside_known = verified(tree, 2, {**world().store->checkpoint(558)});
        EXPECT_EQ(beside_known.failures.front().code, "root_differs") << text_of(beside_known);
    }

    auto entries = entries_of(world());
    entries.erase(entries.begin() + 10);
    entries.resize(560);
    Tree torn = made_up(entries);
    torn.at("checkpoint") = honest().at("checkpoint");
    torn.erase("tile/entries/001");
    const Verdict verdict = verified(torn, 1);
    EXPECT_EQ(verdict.failures.front().code, "missing") << text_of(verdict);
    EXPECT_EQ(verdict.failures.front().path, "tile/entries/001");
}

struct Damage {
    std::string what;
    std::function<void(Tree&)> changes;
    Check check;
    std::string code;
    std::optional<std::uint64_t> entry;
    std::string path;
};

TEST(Verify, ACopyThatIsDamagedIsFoundOut) {
    const auto entries = entries_of(world());
    const std::string file = path_of_file(*read(entries[world().file_at]).files.front().sha256);
    const auto flip = [](std::string& bytes, std::size_t at) {
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
    };
    const std::size_t tenth = [&] {
        std::size_t at = 0;
        for (int i = 0; i < 10; ++i) at += 2 + entries[static_cast<std::size_t>(i)].size();
        return at + 2;
    }();
    const auto note = [](Tree& tree) { return *merkle::read_note(tree.at("checkpoint")); };
    const Damage rows[] = {
        {"one bit of an entry", [&](Tree& t) { flip(t.at("tile/entries/000"), tenth + 40); }, Check::tree,
         "leaf_differs", 10, "tile/entries/000"},
        {"one bit of a leaf's hash", [&](Tree& t) { flip(t.at("tile/0/001"), 32 * 44); }, Check::tree,
         "leaf_differs", 300, "tile/entries/001"},
        {"one bit of a tile above",
         [&](Tree& t) { flip(t.at("tile/1/000.p/2"), 40); },
         Check::tree,
         "tile_differs",
         {},
         "tile/1/000.p/2"},
        {"one bit of a narrow tile of the witnessed checkpoint",
         [&](Tree& t) { flip(t.at("tile/0/002.p/48"), 40); },
         Check::tree,
         "tile_differs",
         {},
         "tile/0/002.p/48"},
        {"one bit of a narrow bundle of the witnessed checkpoint",
         [&](Tree& t) { flip(t.at("tile/entries/002.p/48"), 40); }, Check::tree, "leaf_differs", 512,
         "tile/entries/002.p/48"},
        {"a bundle cut",
         [](Tree& t) { t.at("tile/entries/001").pop_back(); },
         Check::entries,
         "wrong_length",
         {},
         "tile/entries/001"},
        {"a bundle with a byte after it",
         [](Tree& t) { t.at("tile/entries/001") += '\0'; },
         Check::entries,
         "unreadable|wrong_length",
         {},
         "tile/entries/001"},
        {"a tile of the wrong width",
         [](Tree& t) { t.at("tile/0/001").resize(255 * 32); },
         Check::tree,
         "wrong_length",
         {},
         "tile/0/001"},
        {"a bundle that is not there",
         [](Tree& t) { t.erase("tile/entries/001"); },
         Check::entries,
         "missing",
         {},
         "tile/entries/001"},
        {"a tile that is not there",
         [](Tree& t) { t.erase("tile/1/000.p/2"); },
         Check::tree,
         "missing",
         {},
         "tile/1/000.p/2"},
        {"a file with other bytes", [&](Tree& t) { flip(t.at(file), 3); }, Check::files, "file_differs",
         world().file_at, file},
        {"a file that is not there", [&](Tree& t) { t.erase(file); }, Check::files, "file_missing",
         world().file_at, file},
        {"a policy that asks for less",
         [](Tree& t) { t.at("policy") = replaced(t.at("policy"), "group capitals 2", "group capitals any"); },
         Check::policy,
         "policy_differs",
         {},
         "policy"},
        {"another charter",
         [&](Tree& t) { t.at("charter.json") = entries[1]; },
         Check::policy,
         "charter_differs",
         {},
         "charter.json"},
        {"no checkpoint",
         [](Tree& t) { t.erase("checkpoint"); },
         Check::checkpoint,
         "missing",
         {},
         "checkpoint"},
        {"a checkpoint that is no note",
         [](Tree& t) { t.at("checkpoint") = "log\n1\n"; },
         Check::checkpoint,
         "not_a_note",
         {},
         "checkpoint"},
        {"a checkpoint whose root was changed",
         [&](Tree& t) {
             auto changed = note(t);
             changed.text = replaced(changed.text, "\n560\n", "\n561\n");
             t.at("checkpoint") = changed.whole();
         },
         Check::checkpoint,
         "bad_line",
         {},
         "checkpoint"},
        {"a checkpoint without the log's line",
         [&](Tree& t) {
             auto changed = note(t);
             changed.lines.erase(changed.lines.begin());
             t.at("checkpoint") = changed.whole();
         },
         Check::checkpoint,
         "not_signed",
         {},
         "checkpoint"},
        {"a checkpoint with one witness less",
         [&](Tree& t) {
             auto changed = note(t);
             changed.lines.pop_back();
             t.at("checkpoint") = changed.whole();
         },
         Check::witnesses,
         "too_few_witnesses",
         {},
         "checkpoint"},
        {"the same witness twice",
         [&](Tree& t) {
             auto changed = note(t);
             changed.lines.back() = changed.lines[1];
             t.at("checkpoint") = changed.whole();
         },
         Check::checkpoint,
         "bad_line",
         {},
         "checkpoint"},
        {"a checkpoint of another root, signed by all: a split view",
         [&](Tree& t) {
             const std::string text =
                 merkle::Checkpoint{std::string(testing_log::origin), 560, merkle::sha256("fork")}.text();
             t.at("checkpoint") = merkle::Note{
                 text,
                 {world().log.sign(text), world().alpha.cosign(text, 1),
                  world().beta.cosign(
                      text, 1)}}.whole();
         },
         Check::root,
         "root_differs",
         {},
         "checkpoint"},
        {"a checkpoint of another log",
         [&](Tree& t) {
             const std::string text =
                 merkle::Checkpoint{"other.example/log", 560, merkle::sha256("x")}.text();
             t.at("checkpoint") = merkle::Note{text, {world().log.sign(text)}}.whole();
         },
         Check::checkpoint,
         "other_log",
         {},
         "checkpoint"},
        {"more entries signed than are there",
         [&](Tree& t) {
             const std::string text =
                 merkle::Checkpoint{std::string(testing_log::origin), 100'000, merkle::sha256("x")}.text();
             t.at("checkpoint.newest") = merkle::Note{text, {world().log.sign(text)}}.whole();
         },
         Check::entries,
         "missing",
         {},
         "tile/entries/002"},
    };
    for (const Damage& row : rows) {
        SCOPED_TRACE(row.what);
        Tree tree = honest();
        row.changes(tree);
        const Verdict verdict = verified(tree);
        ASSERT_FALSE(verdict.holds());
        const Failure& first = verdict.failures.front();
        EXPECT_NE(row.code.find(first.code), row.code.npos) << text_of(verdict);
        EXPECT_EQ(first.check, row.check) << text_of(verdict);
        EXPECT_EQ(first.entry, row.entry);
        EXPECT_EQ(first.path, row.path);
        EXPECT_EQ(verdict.looked.at(row.check).state, State::fails);
    }
}

TEST(Verify, WhatWasSeenEarlierMustBeTheSameHistory) {
    const auto& store = *world().store;
    const auto known = [&](std::uint64_t size) { return **store.checkpoint(size); };
    const auto forked = [&](std::uint64_t size) {
        const std::string text =
            merkle::Checkpoint{std::string(testing_log::origin), size, merkle::sha256("fork")}.text();
        return merkle::Note{text, {world().log.sign(text)}}.whole();
    };
    const std::uint64_t size = world().desk->head().size();
    EXPECT_TRUE(verified(honest(), 2, {known(1), known(255), known(256), known(257), known(size)}).holds());
    for (const std::uint64_t at : {std::uint64_t{1}, std::uint64_t{300}, size}) {
        const Verdict verdict = verified(honest(), 2, {known(256), forked(at)});
        ASSERT_FALSE(verdict.holds());
        EXPECT_EQ(verdict.failures.front().code, "known_differs");
        EXPECT_EQ(verdict.failures.front().facts.at("size"), std::to_string(at));
    }
    const Verdict cut = verified(honest(), 2, {forked(size + 1)});
    EXPECT_EQ(cut.failures.front().code, "shorter_than_known");
    const Verdict stranger = verified(honest(), 2, {"no note at all\n"});
    EXPECT_EQ(stranger.failures.front().code, "not_a_note");
}

TEST(Verify, ATailCutIsFoundOutByWhoeverSawIt) {
    auto entries = entries_of(world());
    const auto last = **world().store->checkpoint(entries.size());
    entries.resize(400);
    const Tree cut = made_up(entries);
    EXPECT_TRUE(verified(cut).holds()) << "by itself, what is left is a log";
    EXPECT_EQ(verified(cut, 2, {last}).failures.front().code, "shorter_than_known");
}

TEST(Verify, ALogThatNobodyWitnessedFailsUnlessTheCallerTakesIt) {
    Tree tree = honest();
    tree.at("checkpoint") = tree.at("checkpoint.newest");
    tree.erase("checkpoint.newest");
    EXPECT_EQ(verified(tree).failures.front().code, "too_few_witnesses");
    const Verdict taken = verify(from_memory(tree), {.policy = trusted(), .unwitnessed = true});
    EXPECT_TRUE(taken.holds()) << text_of(taken);
    EXPECT_EQ(taken.warnings.at(Warning::not_witnessed), world().desk->head().size());
}

TEST(Verify, PagesThatAreShownAreComparedLast) {
    int called = 0;
    const auto remake = [&](std::string differs) {
        return [&called, differs](const registry::Book& book, const Fetch&) {
            ++called;
            EXPECT_EQ(book.size(), world().desk->head().size());
            return Remade{.pages = 7, .differs = differs};
        };
    };
    const Verdict good = verify(from_memory(honest()), {.policy = trusted(), .remake = remake("")});
    EXPECT_EQ(good.looked.at(Check::conclusions), (Looked{State::holds, 7}));
    const Verdict bad =
        verify(from_memory(honest()), {.policy = trusted(), .remake = remake("site/en/index.html")});
    EXPECT_EQ(bad.failures.front().code, "page_differs");
    EXPECT_EQ(bad.failures.front().path, "site/en/index.html");
    EXPECT_EQ(called, 2);
}

}  // namespace
}  // namespace archive
