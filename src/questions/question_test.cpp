// Why a question cannot be put, and where the right word is found.
#include "questions/question.hpp"

#include <string>

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

TEST(Lists, TellWhatIsDatedNoLaterThanADayOnlyFromThatDay) {
    World world(std::string(three_states) + "topics:\n  weather: {names: {en: The weather}}\n");
    acts::Stated stated;
    stated.topic = base::RuleId::of("weather");
    stated.of_member = law::testing::state("AA");
    world.add("open", "[..2010-06-30]", stated);
    world.add("month", "2010-06", stated, {.known_on = "2010-07-01"});
    struct Row {
        const char* on;
        std::size_t told;
    };
    const Row rows[] = {
        {"1991-01-01", 0}, {"2010-05-31", 0}, {"2010-06-01", 1}, {"2010-06-29", 1}, {"2010-06-30", 2},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.on);
        const auto view = world.view(row.on);
        const auto status = ask(view, {.question = "status", .parameters = {{"state", "AA"}}});
        ASSERT_TRUE(status.has_value());
        EXPECT_EQ(status->besides.at("said_of_it").list()->size(), row.told);
        const auto timeline = ask(view, {.question = "timeline", .parameters = {{"about", "AA"}}});
        ASSERT_TRUE(timeline.has_value());
        EXPECT_EQ(timeline->conclusion.answer["acts"].list()->size(), row.told);
    }
}

TEST(Parties, AreNotOnRecordWhereTheInstrumentIsInForceAndNoneIsKnown) {
    World world(std::string(three_states) +
                "instruments:\n  pact: {names: {en: Pact}, consent: ratification, in_force: announced}\n");
    const auto standing = [&](const char* on) {
        const auto view = world.view(on);
        return ask(view, {.question = "parties", .parameters = {{"instrument", "pact"}}})
            ->conclusion.standing;
    };
    const auto pact = base::InstrumentId::of("pact");
    acts::Signed signature;
    signature.member = law::testing::state("AA");
    signature.instrument = pact;
    world.add("signed", "2010-01-01", signature);
    EXPECT_EQ(standing("2010-06-01"), law::Standing::not_on_record);  // nothing told of its entry into force
    acts::EnteredIntoForce in_force;
    in_force.instrument = pact;
    world.add("in-force", "2011-01-01", in_force);
    EXPECT_EQ(standing("2010-12-31"), law::Standing::settled);  // none yet
    EXPECT_EQ(standing("2011-01-01"), law::Standing::not_on_record);
    acts::Deposited deposit;
    deposit.member = signature.member;
    deposit.instrument = pact;
    world.add("deposited", "2012-01-01", deposit);
    EXPECT_EQ(standing("2012-01-01"), law::Standing::settled);
}

}  // namespace
}  // namespace questions
