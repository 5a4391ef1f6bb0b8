// Forking and merging: an answer depends on a dispute only where the dispute changes it.
#include "law/inquiry.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::Conclusion;
using law::Inquiry;
using law::Leaf;
using law::Standing;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

acts::Admitted admitted(std::string_view member) {
    acts::Admitted act;
    act.member = state(member);
    return act;
}

acts::DifferenceNoted noted(std::string_view event, acts::Ruling ruling, std::string_view value,
                            std::string_view account = {}) {
    acts::DifferenceNoted act;
    act.of = base::EventId::of(event);
    act.ruling = ruling;
    if (!value.empty()) act.value = base::Text({{"en", std::string(value)}});
    if (!account.empty()) act.account = base::ActId::of(account);
    act.why = base::Text({{"en", "test"}});
    return act;
}

// Had AA been admitted by the day of the view?
Conclusion had_been_admitted(const record::View& view) {
    return law::conclude(view, [](Inquiry& inquiry) {
        Leaf leaf;
        const auto events = inquiry.events<acts::Admitted>(state("AA"));
        const bool yes = !events.empty() && inquiry.happened(events.front(), inquiry.view().on);
        leaf.answer = yes;
        if (yes) leaf.reasons = {inquiry.because_of(events.front(), "admitted")};
        return leaf;
    });
}

TEST(Inquiry, SettlesWhatOneAccountTellsExactly) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    struct Row {
        const char* on;
        bool yes;
    };
    for (const Row& row : {Row{"2001-05-09", false}, Row{"2001-05-10", true}, Row{"2020-01-01", true}}) {
        SCOPED_TRACE(row.on);
        const auto found = had_been_admitted(world.view(row.on));
        EXPECT_EQ(found.standing, Standing::settled);
        EXPECT_EQ(found.answer, base::Value(row.yes));
    }
}

TEST(Inquiry, GivesCandidatesWhereTheDateCannotSay) {
    World world(three_states);
    world.add("aa-in", "2001-05", admitted("AA"));
    EXPECT_EQ(had_been_admitted(world.view("2001-04-30")).standing, Standing::settled);
    EXPECT_EQ(had_been_admitted(world.view("2001-05-31")).standing, Standing::settled);
    const auto found = had_been_admitted(world.view("2001-05-15"));
    EXPECT_EQ(found.standing, Standing::imprecise);
    EXPECT_EQ(found.answer["candidates"], base::Value(base::List{true, false}));
    EXPECT_EQ(found.answer["between"], base::Value(base::List{"2001-05-01", "2001-05-31"}));
}

TEST(Inquiry, SaysOfACandidateThatItIsNotOnRecord) {
    World world(three_states);
    world.add("aa-in", "2001-05", admitted("AA"));
    const auto found = [&](bool before, bool after) {
        return law::conclude(world.view("2001-05-15"), [&](Inquiry& inquiry) {
            const auto events = inquiry.events<acts::Admitted>(base::MemberId::of("AA"));
            const bool came = inquiry.happened(events.front(), inquiry.view().on);
            Leaf leaf;
            leaf.on_record = came ? after : before;
            if (!leaf.on_record) leaf.settled_by = "a-source";
            leaf.answer = base::Object{{"of", "AA"}, {"came", came}};
            return leaf;
        });
    };
    const auto one = found(false, true);
    EXPECT_EQ(one.standing, Standing::imprecise);
    EXPECT_EQ(one.settled_by, "");
    EXPECT_EQ(one.answer["candidates"], base::Value(base::List{base::Object{{"of", "AA"}, {"came", true}},
                                                               base::Object{{"of", "AA"},
                                                                            {"came", false},
                                                                            {"standing", "not_on_record"},
                                                                            {"settled_by", "a-source"}}}));
    const auto none = found(false, false);
    EXPECT_EQ(none.standing, Standing::not_on_record);
    EXPECT_EQ(none.settled_by, "a-source");
    EXPECT_EQ(none.answer, base::Value(base::Object{{"of", "AA"}}));
}

TEST(Inquiry, DependsWhereAccountsDifferAboutTheDay) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"), {.source = "one"});
    world.add("aa-in-other", "2001-06-20", admitted("AA"),
              {.event = "aa-in", .as = base::Support::reported, .source = "two"});

    const auto between = had_been_admitted(world.view("2001-06-01"));
    EXPECT_EQ(between.standing, Standing::depends);
    ASSERT_EQ(between.by_side.size(), 2U);
    EXPECT_EQ(between.by_side[0].taking.front().begin()->second.text(), "2001-05-10");
    EXPECT_EQ(between.by_side[0].answer, base::Value(true));
    ASSERT_EQ(between.by_side[0].held_by.size(), 1U);
    EXPECT_EQ(between.by_side[0].held_by.front().who, "one");
    EXPECT_EQ(between.by_side[1].answer, base::Value(false));

    const auto after = had_been_admitted(world.view("2002-01-01"));
    EXPECT_EQ(after.standing, Standing::settled);
    ASSERT_EQ(after.examined.size(), 1U) << "the difference was met and changes nothing";
    EXPECT_EQ(after.examined.front().text(), "aa-in.on");
}

TEST(Inquiry, TakesTheSideItIsTold) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    world.add("aa-in-other", "2001-06-20", admitted("AA"), {.event = "aa-in"});
    const auto dispute = base::DisputeId::of("aa-in.on");
    EXPECT_EQ(had_been_admitted(world.view("2001-06-01", {{dispute, base::SideId::of("2001-05-10")}})).answer,
              base::Value(true));
    EXPECT_EQ(had_been_admitted(world.view("2001-06-01", {{dispute, base::SideId::of("2001-06-20")}})).answer,
              base::Value(false));
}

TEST(Inquiry, MergesAnAccountThatIsOnlyLessExact) {
    World world(three_states);
    world.add("aa-in", "2001", admitted("AA"), {.source = "vague"});
    world.add("aa-in-exact", "2001-05-10", admitted("AA"), {.event = "aa-in", .source = "exact"});
    const auto found = had_been_admitted(world.view("2001-05-10"));
    EXPECT_EQ(found.standing, Standing::settled);
    EXPECT_EQ(found.answer, base::Value(true));
    EXPECT_EQ(found.reasons.front().sources.size(), 2U) << "both accounts are cited";
}

TEST(Inquiry, FollowsHowADifferenceWasResolved) {
    const auto world_with = [](acts::DifferenceNoted ruling) {
        World world(three_states);
        world.add("aa-in", "2001-05-10", admitted("AA"));
        world.add("aa-in-other", "2001-06-20", admitted("AA"), {.event = "aa-in"});
        world.add("ruling", "2002-01-01", ruling);
        return world;
    };
    struct Row {
        const char* what;
        acts::DifferenceNoted ruling;
        Standing standing;
        bool yes;
    };
    const Row rows[] = {
        {"left open", noted("aa-in", acts::Ruling::open, ""), Standing::depends, false},
        {"the later day preferred", noted("aa-in", acts::Ruling::prefer, "2001-06-20"), Standing::settled,
         false},
        {"the earlier day preferred", noted("aa-in", acts::Ruling::prefer, "2001-05-10"), Standing::settled,
         true},
        {"the earlier account rejected", noted("aa-in", acts::Ruling::reject, "", "aa-in"), Standing::settled,
         false},
        {"the later is another event", noted("aa-in", acts::Ruling::separate, "", "aa-in-other"),
         Standing::settled, true},
        {"a day nobody told is not preferred", noted("aa-in", acts::Ruling::prefer, "1999-01-01"),
         Standing::depends, false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        World world = world_with(row.ruling);
        const auto found = had_been_admitted(world.view("2001-06-01"));
        EXPECT_EQ(found.standing, row.standing);
        if (row.standing == Standing::settled) {
            EXPECT_EQ(found.answer, base::Value(row.yes));
        }
    }
}

TEST(Inquiry, KnowsOnlyWhatWasKnown) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    acts::Annulled annulled;
    annulled.act = base::ActId::of("aa-in");
    annulled.why = base::Text({{"en", "entered by mistake"}});
    world.add("mistake", "2001-07-01", annulled);
    EXPECT_EQ(had_been_admitted(world.known(0, "2020-01-01")).answer, base::Value(false));
    EXPECT_EQ(had_been_admitted(world.known(1, "2020-01-01")).answer, base::Value(true));
    EXPECT_EQ(had_been_admitted(world.known(2, "2020-01-01")).answer, base::Value(false));
}

TEST(Inquiry, StopsAndNamesTheDisputesBeyondTheMostLeaves) {
    World world(three_states);
    for (int i = 0; i < 7; ++i) {
        const std::string name = "in-" + std::to_string(i);
        world.add(name, "2001-05-10", admitted("AA"));
        world.add(name + "-other", "2001-06-20", admitted("AA"), {.event = name});
    }
    const auto found = law::conclude(world.view("2001-06-01"), [](Inquiry& inquiry) {
        Leaf leaf;
        std::int64_t count = 0;
        for (const auto& event : inquiry.events<acts::Admitted>(state("AA"))) {
            count += inquiry.happened(event, inquiry.view().on) ? 1 : 0;
        }
        leaf.answer = count;
        return leaf;
    });
    EXPECT_TRUE(found.too_many_sides);
    EXPECT_EQ(found.disputes.size(), 7U);
    EXPECT_TRUE(found.by_side.empty());
}

TEST(Inquiry, StandsSidesWithTheSameAnswerTogether) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    world.add("aa-in-2", "2001-05-12", admitted("AA"), {.event = "aa-in"});
    world.add("aa-in-3", "2001-06-20", admitted("AA"), {.event = "aa-in"});
    const auto found = had_been_admitted(world.view("2001-06-01"));
    ASSERT_EQ(found.by_side.size(), 2U);
    EXPECT_EQ(found.by_side[0].taking.size(), 2U);
    EXPECT_EQ(found.by_side[1].taking.size(), 1U);
}

TEST(Disputes, ListOpenDifferencesWithTheirSources) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"), {.source = "one"});
    world.add("aa-in-other", "2001-06-20", admitted("AA"), {.event = "aa-in", .source = "two"});
    const auto all = law::disputes(world.view("2020-01-01"));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().id.text(), "aa-in.on");
    EXPECT_EQ(all.front().sides.front().held_by.front().who_kind, "source");
}

// -- what was concluded before -----------------------------------------------------------------------

TEST(Remembering, DrawsAConclusionOnceForTheDaysItHoldsFor) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    world.add("aa-more", "2003-05-10", admitted("AA"));
    record::View view = world.view("2020-01-01");
    law::remember(view);
    int drawn = 0;
    const auto admissions = [&](const char* on) {
        record::View then = view;
        then.on = law::testing::day(on);
        Inquiry inquiry(then);
        return inquiry.once<int>({.of = law::Point::Of::members}, then.on, [&] {
            ++drawn;
            int count = 0;
            for (const auto& event : inquiry.events<acts::Admitted>(state("AA")))
                count += inquiry.happened(event, then.on) ? 1 : 0;
            return count;
        });
    };
    const struct {
        const char* on;
        int found, drawn;
    } rows[] = {
        {"2001-05-09", 0, 1}, {"1990-01-01", 0, 1}, {"2001-05-10", 1, 2}, {"2003-05-09", 1, 2},
        {"2002-01-01", 1, 2}, {"2003-05-10", 2, 3}, {"2020-01-01", 2, 3}, {"2001-01-01", 0, 3},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(admissions(row.on), row.found);
        EXPECT_EQ(drawn, row.drawn);
    }
    EXPECT_EQ(law::remembered(view), 3U);
    view.known = 1;  // another state of knowledge shares nothing
    EXPECT_EQ(admissions("2020-01-01"), 1);
    EXPECT_EQ(drawn, 4);
}

TEST(Remembering, GivesWhatStaysAsItIsWhileMoreIsConcluded) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    record::View view = world.view("2020-01-01");
    EXPECT_EQ(law::remembered(view), 0U);
    law::remember(view);
    Inquiry inquiry(view);
    const auto point = [&](std::uint32_t one) { return law::Point{.of = law::Point::Of::paper, .one = one}; };
    const std::string& first = inquiry.once<std::string>(point(1), view.on, [] { return "first"; });
    for (std::uint32_t one = 2; one < 2'000; ++one)
        inquiry.once<std::string>(point(one), view.on, [] { return "another"; });
    EXPECT_EQ(first, "first");
    EXPECT_EQ(&inquiry.once<std::string>(point(1), view.on, [] { return "anew"; }), &first);
    EXPECT_EQ(law::remembered(view), 1'999U);
}

TEST(Remembering, ForksWhereTheConclusionDid) {
    World world(three_states);
    world.add("aa-in", "2001-05-10", admitted("AA"));
    world.add("aa-in-other", "2001-06-20", admitted("AA"), {.event = "aa-in"});
    world.add("bb-in", "2001-05", admitted("BB"));
    record::View view = world.view("2001-05-15");
    law::remember(view);
    const auto both = [&](Inquiry& inquiry) {
        const auto in = [&](const char* member) {
            return inquiry.once<bool>(
                {.of = law::Point::Of::membership, .one = state(member).ordinal()}, inquiry.view().on, [&] {
                    return inquiry.happened(inquiry.events<acts::Admitted>(state(member)).front(),
                                            inquiry.view().on);
                });
        };
        Leaf leaf;
        leaf.answer = base::List{in("AA"), in("BB"), in("AA")};
        return leaf;
    };
    const auto first = law::conclude(view, both);
    const auto again = law::conclude(view, both);  // everything was concluded before
    const auto anew = law::conclude(world.view("2001-05-15"), both);
    for (const auto& found : {first, again}) {
        EXPECT_EQ(found.standing, anew.standing);
        ASSERT_EQ(found.by_side.size(), 2U);
        EXPECT_EQ(found.disputes, anew.disputes);
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(found.by_side[i].standing, Standing::imprecise);
            EXPECT_EQ(found.by_side[i].answer, anew.by_side[i].answer);
        }
    }
}

}  // namespace
