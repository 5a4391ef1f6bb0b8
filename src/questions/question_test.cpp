// Why a question cannot be put, and where the right word is found.
#include "questions/question.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace questions {
namespace {

using law::testing::three_states;
using law::testing::World;

TEST(Resolve, SaysWhichListsHoldWhatThereIs) {
    World world(three_states);
    const auto view = world.view("2020-01-01");
    struct Row {
        Names names;
        const char* list;
    };
    const Row rows[] = {
        {Names::member, "members"},
        {Names::body, "bodies"},
        {Names::post, "posts"},
        {Names::session, "sessions"},
        {Names::paper, "papers"},
        {Names::instrument, "instruments"},
        {Names::paper_or_instrument, "papers, instruments"},  // it may be either
        {Names::subject, "subjects"},
        {Names::which_terms, "all, coming, past"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.list);
        const auto found = resolve(view, row.names, "nothing of the kind");
        ASSERT_FALSE(found.has_value());
        EXPECT_EQ(found.error().why, Misasked::Why::unknown_name);
        EXPECT_EQ(found.error().list, row.list);
    }
}

TEST(Ask, SaysWhichListsHoldTheParameterThatIsMissing) {
    World world(three_states);
    const auto view = world.view("2020-01-01");
    struct Row {
        const char* question;
        const char* parameter;
        const char* list;
    };
    const Row rows[] = {
        {"in-force", "paper", "papers, instruments"},
        {"outcome", "paper", "papers"},
        {"chair", "body", "bodies"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.question);
        const auto found = ask(view, {.question = row.question, .parameters = {}});
        ASSERT_FALSE(found.has_value());
        EXPECT_EQ(found.error().why, Misasked::Why::missing_parameter);
        EXPECT_EQ(found.error().expected, row.parameter);
        EXPECT_EQ(found.error().list, row.list);
    }
}

}  // namespace
}  // namespace questions
