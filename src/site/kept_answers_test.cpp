// Answers are kept under all that they are a function of, and no more of them than there is room for.
#include "site/kept_answers.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace site {
namespace {

std::shared_ptr<const questions::Answer> answer(const char* question) {
    const base::Day day = *base::Day::read("2023-11-23");
    return std::make_shared<const questions::Answer>(questions::Answer{.question = question,
                                                                       .parameters = {},
                                                                       .on = day,
                                                                       .known = day,
                                                                       .conclusion = {},
                                                                       .besides = {},
                                                                       .taken = {}});
}

TEST(KeptAnswers, GiveBackWhatWasKept) {
    KeptAnswers kept;
    EXPECT_EQ(kept.find("a"), nullptr);
    kept.keep("a", answer("members"));
    ASSERT_NE(kept.find("a"), nullptr);
    EXPECT_EQ(kept.find("a")->question, "members");
    kept.keep("a", answer("chair"));
    EXPECT_EQ(kept.find("a")->question, "members") << "the same key has the same answer";
    EXPECT_EQ(kept.find("b"), nullptr);
}

TEST(KeptAnswers, LetTheLeastRecentlyAskedGoFirst) {
    KeptAnswers kept(2);
    kept.keep("a", answer("a"));
    kept.keep("b", answer("b"));
    ASSERT_NE(kept.find("a"), nullptr);
    kept.keep("c", answer("c"));
    EXPECT_NE(kept.find("a"), nullptr);
    EXPECT_EQ(kept.find("b"), nullptr);
    EXPECT_NE(kept.find("c"), nullptr);
}

TEST(KeptAnswers, AreToldApartByAllThatTheyAreAFunctionOf) {
    law::testing::World world(law::testing::three_states);
    const auto view = world.view("2023-11-23");
    const questions::Asked asked{.question = "session", .parameters = {{"session", "s1"}}};
    const std::string key = key_of(view, asked);
    EXPECT_EQ(key_of(view, asked), key);
    EXPECT_NE(key_of(world.view("2023-11-24"), asked), key);
    EXPECT_NE(key_of(view, {.question = "quorum", .parameters = {{"session", "s1"}}}), key);
    EXPECT_NE(key_of(view, {.question = "session", .parameters = {{"session", "s2"}}}), key);
    auto taken = view;
    taken.taken.emplace(base::DisputeId::of("d"), base::SideId::of("x"));
    EXPECT_NE(key_of(taken, asked), key);
    auto known = view;
    ++known.known;
    EXPECT_NE(key_of(known, asked), key);
}

}  // namespace
}  // namespace site
