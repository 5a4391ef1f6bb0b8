// Who chairs: rotation, hand-overs told in two ways, gaps, turns to come, election.
#include "law/chair.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::Inquiry;
using law::Leaf;
using law::Standing;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

std::string with_bodies() {
    return std::string(three_states) + R"(
instruments:
  charter: {names: {en: Charter}, consent: signature, in_force: announced}
bodies:
  council: {names: {en: Council}, chair: rotation}
  permanent: {names: {en: Permanent Council}, chair: {election: council}}
  ministers: {names: {en: Ministers}, chair: {state-in-chair: council}}
rules:
  - {membership: members, of: organisation, parties_of: charter, article: {en: art. 1}, says: {en: Parties are members.}}
  - {rotation: by-order, body: council, order: en, hand_over: calendar-year, declared_freeze: open, article: {en: art. 2}, says: {en: By the order.}}
)";
}

acts::ChairmanshipPasses passes(std::string_view to, std::string_view from, acts::HandOver hand_over) {
    acts::ChairmanshipPasses act;
    act.body = base::BodyId::of("council");
    act.member = state(to);
    if (!from.empty()) act.from = state(from);
    act.hand_over = hand_over;
    return act;
}
acts::Signed signs(std::string_view member) {
    acts::Signed act;
    act.member = state(member);
    act.instrument = base::InstrumentId::of("charter");
    return act;
}
World world() {
    World w(with_bodies());
    for (const char* member : {"AA", "BB", "CC"})
        w.add(std::string("signs-") + member, "2000-01-01", signs(member));
    return w;
}

law::Conclusion chair(World& w, const char* body, const char* on) {
    const auto view = w.view(on);
    return law::conclude(view, [&](Inquiry& inquiry) {
        const auto found = law::chair(inquiry, *w.rules().find(base::BodyId::of(body)), view.on);
        Leaf leaf;
        leaf.on_record = found.value.on_record;
        leaf.answer = found.value.member;
        leaf.reasons = {found.reason};
        return leaf;
    });
}

TEST(Rotation, TheOutgoingStateChairsThroughTheSessionDay) {
    World w = world();
    w.add("p1", "2010-11-20", passes("AA", "CC", acts::HandOver::session_day));
    w.add("p2", "2011-11-20", passes("BB", "AA", acts::HandOver::session_day));
    struct Row {
        const char* on;
        const char* chair;
    };
    for (const Row& row : {Row{"2010-11-21", "AA"}, Row{"2011-11-20", "AA"}, Row{"2011-11-21", "BB"},
                           Row{"2012-05-01", "BB"}}) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(chair(w, "council", row.on).answer.text(), row.chair);
    }
}

TEST(Rotation, DependsOnlyBetweenTheTwoDays) {
    World w = world();
    w.add("p1", "2010-11-20", passes("AA", "CC", acts::HandOver::session_day));
    w.add("p2", "2011-11-20", passes("BB", "AA", acts::HandOver::session_day), {.source = "one"});
    w.add("p2-year", "2011-11-20", passes("BB", "AA", acts::HandOver::calendar_year),
          {.event = "p2", .source = "two"});
    EXPECT_EQ(chair(w, "council", "2011-11-20").answer.text(), "AA");
    const auto between = chair(w, "council", "2011-12-15");
    ASSERT_EQ(between.standing, Standing::depends);
    ASSERT_EQ(between.by_side.size(), 2U);
    EXPECT_EQ(between.by_side[0].taking.front().at(base::DisputeId::of("p2.hand_over")).text(),
              "calendar-year");
    EXPECT_EQ(between.by_side[0].answer.text(), "AA");
    EXPECT_EQ(between.by_side[1].answer.text(), "BB");
    const auto after = chair(w, "council", "2012-01-01");
    EXPECT_EQ(after.standing, Standing::settled);
    EXPECT_EQ(after.answer.text(), "BB");
    EXPECT_EQ(after.examined.size(), 1U);
}

TEST(Rotation, IsNotOnRecordWhereHandOversDoNotJoin) {
    World w = world();
    w.add("p1", "2002-05-14", passes("AA", "CC", acts::HandOver::session_day));
    w.add("p2", "2007-06-01", passes("CC", "", acts::HandOver::session_day));
    EXPECT_EQ(chair(w, "council", "2002-05-15").answer.text(), "AA") << "its first day is on record";
    EXPECT_EQ(chair(w, "council", "2005-01-01").standing, Standing::not_on_record);
    EXPECT_EQ(chair(w, "council", "2008-01-01").answer.text(), "CC");
    EXPECT_EQ(chair(w, "council", "2001-01-01").standing, Standing::not_on_record);
}

TEST(Rotation, TellsApartWhatWasDecidedAndWhatIsReckoned) {
    World w = world();
    auto decided = passes("AA", "CC", acts::HandOver::calendar_year);
    decided.ground = acts::Ground::decision;
    w.add("p1", "2020-11-20", decided);
    w.add("p2", "2021-11-20", passes("BB", "AA", acts::HandOver::session_day));
    const auto view = w.view("2022-01-01");
    const Inquiry inquiry(view);
    const auto all = law::passes(inquiry, base::BodyId::of("council"));
    ASSERT_EQ(all.size(), 2U);
    const base::Object first = law::facts_of(all[0], law::all_effects(inquiry, all[0]).front());
    EXPECT_EQ(first.at("decided_on").text(), "2020-11-20");
    EXPECT_EQ(first.at("from").text(), "2021-01-01");
    const base::Object second = law::facts_of(all[1], law::all_effects(inquiry, all[1]).front());
    EXPECT_FALSE(second.contains("decided_on")) << "no source tells of a decision";
    EXPECT_EQ(second.at("passed_on").text(), "2021-11-20");
    EXPECT_EQ(second.at("reckoned_from").text(), "2021-11-21");
}

TEST(Rotation, GoesOnByTheOrderUntilATurnIsOpen) {
    World w = world();
    w.add("p1", "2020-11-20", passes("AA", "CC", acts::HandOver::calendar_year));
    acts::ParticipationDeclaredFrozen frozen;
    frozen.member = state("CC");
    frozen.says = base::Text({{"en", "in effect frozen"}});
    w.add("frozen", "2021-02-01", frozen);
    const auto turns = [&](const char* on) {
        const auto view = w.view(on);
        Inquiry inquiry(view);
        std::string all;
        for (const auto& turn :
             law::turns_to_come(inquiry, *w.rules().find(base::BodyId::of("council")), view.on)) {
            all += std::string(turn.member.text()) + std::to_string(turn.year) + (turn.open ? "? " : " ");
        }
        return all;
    };
    EXPECT_EQ(turns("2021-01-15"), "BB2022 CC2023 ") << "nothing was declared yet";
    EXPECT_EQ(turns("2021-06-01"), "BB2022 CC2023? ");
    EXPECT_EQ(chair(w, "council", "2022-06-01").answer.text(), "BB");
    EXPECT_EQ(chair(w, "council", "2023-06-01").standing, Standing::not_on_record)
        << "an open turn is not filled";
    const auto view = w.view("2023-06-01");
    Inquiry inquiry(view);
    const auto open = law::chair(inquiry, *w.rules().find(base::BodyId::of("council")), view.on);
    EXPECT_EQ(open.value.open_turn_of, state("CC")) << "whose turn it is stays told";
}

TEST(Election, HoldsUntilTheNextAndReachesBackToWhoWasSucceeded) {
    World w = world();
    w.add("p1", "2021-11-20", passes("AA", "CC", acts::HandOver::calendar_year));
    w.add("p2", "2022-11-20", passes("BB", "AA", acts::HandOver::calendar_year));
    acts::ElectedChair elected;
    elected.body = base::BodyId::of("permanent");
    elected.member = state("BB");
    elected.person = base::PersonId::of("b-person");
    elected.succeeds = state("AA");
    w.add("elected", "2023-01-10", elected);
    EXPECT_EQ(chair(w, "permanent", "2023-01-05").answer.text(), "AA") << "until the election";
    EXPECT_EQ(law::rests_on(chair(w, "permanent", "2023-01-05").reasons), base::Support::inferred);
    EXPECT_EQ(chair(w, "permanent", "2023-01-10").answer.text(), "BB");
    EXPECT_EQ(chair(w, "permanent", "2021-06-01").standing, Standing::not_on_record);
    EXPECT_EQ(chair(w, "ministers", "2023-01-05").answer.text(), "BB")
        << "ministers follow the state in the chair";
}

}  // namespace
