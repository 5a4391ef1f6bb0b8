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

}  // namespace
}  // namespace site
