// Every check, warning and code of the verifier has its words in both languages; the text of a verdict.
#include "archive/verdict.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "archive/testing_log.hpp"
#include "archive/verdict_text.hpp"
#include "archive/verify.hpp"
#include "words/entry_faults.hpp"
#include "words/verdict.hpp"

namespace archive {
namespace {

TEST(VerdictWords, ThereAreNoneForWhatDoesNotExist) {
    std::vector<std::string> checks, warnings;
    for (std::size_t i = 0; i < all_checks; ++i) checks.emplace_back(name_of(static_cast<Check>(i)));
    for (int i = 0; i <= static_cast<int>(Warning::one_act_alone); ++i)
        warnings.emplace_back(name_of(static_cast<Warning>(i)));
    std::ranges::sort(checks);
    std::ranges::sort(warnings);
    const auto named = words::check_names();
    EXPECT_EQ(checks, std::vector<std::string>(named.begin(), named.end()));
    const auto warned = words::warning_names();
    EXPECT_EQ(warnings, std::vector<std::string>(warned.begin(), warned.end()));
    EXPECT_TRUE(std::ranges::is_sorted(words::verdict_codes()));
}

TEST(VerdictWords, EveryFailureIsSaidAndMeansSomething) {
    for (const words::Language language : words::languages) {
        for (const std::string_view code : words::verdict_codes()) {
            SCOPED_TRACE(code);
            const std::string said = words::say_failure(code, {}, 7, "tile/0/000", language);
            EXPECT_EQ(said.find(code), said.npos) << said;
            EXPECT_NE(said.find('7'), said.npos) << said;
        }
        for (const std::string_view check : words::check_names())
            EXPECT_GT(words::say_meaning(check, "no-such-code", language).size(), 30U) << check;
        // What an entry is refused for at the desk is said of an entry of the log too.
        for (const std::string_view code : words::entry_fault_codes())
            EXPECT_FALSE(words::say_failure(code, {}, {}, {}, language).empty());
    }
}

TEST(VerdictWords, AProofWithoutAKeysEntryIsNotWholeAndAccusesNobody) {
    const std::string said = words::say_meaning("keys", "key_not_accredited", words::Language::en);
    EXPECT_NE(said.find("The proof is not whole"), said.npos) << said;
    EXPECT_EQ(said.find("Whoever runs the log"), said.npos) << said;
    EXPECT_NE(words::say_meaning("keys", "key_not_accredited", words::Language::ru),
              words::say_meaning("keys", "no-such-code", words::Language::ru));
}

TEST(VerdictText, SaysWhatHoldsAndWhatDoesNot) {
    Tree tree = testing_log::world().tree();
    const auto text = [&](words::Language language) {
        return text_of(verify(from_memory(tree), {.threads = 1}), language);
    };
    const std::string good = text(words::Language::en);
    EXPECT_NE(
        good.find(
            "All of it holds: the log treaty.example/log, 600 entries; witnesses who cosigned the first 560: 2."),
        good.npos)
        << good;
    EXPECT_NE(good.find("Seals that hold for what is under them: 600\n"), good.npos) << good;
    EXPECT_NE(good.find("not witnessed yet: 40 entries"), good.npos) << good;
    EXPECT_NE(good.find("--policy FILE"), good.npos) << good;
    EXPECT_NE(good.find("confirmed this last on 1 May 2024, 21:46 UTC"), good.npos) << good;
    const std::string russian = text(words::Language::ru);
    EXPECT_NE(russian.find("подтвердили это в последний раз 1 мая 2024 года, 21:46 UTC"), russian.npos)
        << russian;
    tree.at("tile/entries/000")[4000] ^= 1;
    const std::string bad = text(words::Language::ru);
    EXPECT_NE(bad.find("Это не сходится."), bad.npos) << bad;
    EXPECT_EQ(bad.find("в последний раз"), bad.npos) << bad;
    EXPECT_NE(bad.find("в дереве — не эта запись"), bad.npos) << bad;
    EXPECT_NE(bad.find("Печати, верные для того, что скреплено: проверены не все"), bad.npos) << bad;
}

TEST(VerdictJson, NamesTheEntryAndTheCode) {
    const Verdict verdict{.checkpoint = {},
                          .newest = {},
                          .standing = {},
                          .looked = {{Check::seals, {State::fails, 3}}},
                          .failures = {{.check = Check::seals,
                                        .code = "bad_signature",
                                        .entry = 4,
                                        .path = {},
                                        .facts = {{"key", "k"}}}},
                          .warnings = {{Warning::annexes, 2}}};
    EXPECT_EQ(
        encoding::canonical_json(to_value(verdict)),
        R"({"checks":[{"check":"seals","count":3,"state":"fails"}],)"
        R"("failures":[{"check":"seals","code":"bad_signature","entry":4,"facts":{"key":"k"}}],)"
        R"("holds":false,"warnings":[{"count":2,"warning":"annexes"}],"witnessed":false,"witnesses":[]})");
}

}  // namespace
}  // namespace archive
