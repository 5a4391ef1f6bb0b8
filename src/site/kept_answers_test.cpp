// What several pages share is worked out once for each of a few situations.
#include "site/kept_answers.hpp"

#include <gtest/gtest.h>

namespace site {
namespace {

TEST(KeptAnswers, AreWorkedOutOnceForASituation) {
    KeptAnswers<int> kept;
    int asked = 0;
    const auto ask = [&](const std::string& key) { return *kept.of(key, [&] { return ++asked; }); };
    EXPECT_EQ(ask("today"), 1);
    EXPECT_EQ(ask("today"), 1);
    EXPECT_EQ(ask("yesterday"), 2) << "another day is worked out on its own";
    EXPECT_EQ(ask("today"), 1);
}

TEST(KeptAnswers, LetTheLeastRecentlyAskedGoFirst) {
    KeptAnswers<int> kept;
    int asked = 0;
    const auto ask = [&](std::size_t key) { return *kept.of(std::to_string(key), [&] { return ++asked; }); };
    for (std::size_t key = 0; key < most_situations_kept; ++key) ask(key);
    EXPECT_EQ(ask(0), 1);
    ask(most_situations_kept);  // takes the place of 1
    EXPECT_EQ(ask(0), 1);
    EXPECT_EQ(ask(1), static_cast<int>(most_situations_kept) + 2);
}

TEST(KeptAnswers, HoldWhileSomebodyReadsThem) {
    KeptAnswers<std::string> kept;
    const auto read = kept.of("first", [] { return std::string("an answer"); });
    for (std::size_t key = 0; key <= most_situations_kept; ++key)
        kept.of(std::to_string(key), [] { return std::string("another"); });
    EXPECT_EQ(*read, "an answer");
}

struct Nothing : record::Concluded {};

TEST(KeptConclusions, AreInTheHandsOfOnePageAtATime) {
    KeptConclusions kept;
    EXPECT_EQ(kept.take("958"), nullptr);
    const auto drawn = std::make_shared<Nothing>();
    kept.give_back("958", drawn);
    EXPECT_EQ(kept.take("957"), nullptr) << "of another state of knowledge";
    EXPECT_EQ(kept.take("958"), drawn);
    EXPECT_EQ(kept.take("958"), nullptr) << "another page has them";
}

TEST(KeptConclusions, LetThoseGivenBackFirstGo) {
    KeptConclusions kept;
    for (std::size_t key = 0; key <= most_situations_kept; ++key)
        kept.give_back(std::to_string(key), std::make_shared<Nothing>());
    EXPECT_EQ(kept.take("0"), nullptr);
    EXPECT_NE(kept.take("1"), nullptr);
    EXPECT_NE(kept.take(std::to_string(most_situations_kept)), nullptr);
}

}  // namespace
}  // namespace site
