// Who held a post: appointments with and without a term, acting holders, attestations, successions.
#include "law/holder.hpp"

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace {

using law::Inquiry;
using law::Leaf;
using law::Standing;
using law::testing::three_states;
using law::testing::World;

std::string with_posts() {
    return std::string(three_states) + R"(
posts:
  head: {names: {en: Head}}
  secretary: {names: {en: Secretary}, term: P3Y}
)";
}

template <class K> K post(std::string_view name, std::string_view person) {
    K act;
    act.post = base::PostId::of(name);
    act.person = base::PersonId::of(person);
    return act;
}
acts::Appointed appointed(std::string_view name, std::string_view person, const char* from = nullptr,
                          const char* until = nullptr) {
    auto act = post<acts::Appointed>(name, person);
    if (from) act.from = *base::Date::read(from);
    if (until) act.until = *base::Date::read(until);
    return act;
}

// The holder's name; "-" where it is not on record; "a|b" for candidates.
std::string holder(World& w, const char* name, const char* on) {
    const auto view = w.view(on);
    const auto found = law::conclude(view, [&](Inquiry& inquiry) {
        const auto one = law::holder(inquiry, *w.rules().find(base::PostId::of(name)), view.on);
        Leaf leaf;
        leaf.on_record = one.value.on_record;
        leaf.answer =
            one.value.on_record
                ? base::Value(std::string(one.value.person.text()) + (one.value.acting ? " acting" : ""))
                : base::Value();
        leaf.reasons = {one.reason};
        return leaf;
    });
    if (found.standing == Standing::not_on_record) return "-";
    if (found.standing == Standing::imprecise) {
        std::string all;
        for (const auto& candidate : *found.answer["candidates"].list())
            all += (all.empty() ? "" : "|") + std::string(candidate.text());
        return all;
    }
    return std::string(found.answer.text());
}

TEST(Holder, LastsFromItsFirstDayToTheEndOfItsTerm) {
    World w(with_posts());
    w.add("a", "2019-11-28", appointed("secretary", "ann", "2020-01-01"));
    struct Row {
        const char* on;
        const char* who;
    };
    for (const Row& row : {Row{"2019-12-31", "-"}, Row{"2020-01-01", "ann"}, Row{"2022-12-31", "ann"},
                           Row{"2023-01-01", "-"}}) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(holder(w, "secretary", row.on), row.who);
    }
}

TEST(Holder, WithoutATermLastsUntilAnotherActEndsIt) {
    World w(with_posts());
    w.add("a", "2010-01-10", appointed("head", "ann"));
    EXPECT_EQ(holder(w, "head", "2024-01-01"), "ann");
    w.add("r", "2015-03-01", post<acts::Relieved>("head", "ann"));
    EXPECT_EQ(holder(w, "head", "2015-03-01"), "ann") << "the day of the act is the last";
    EXPECT_EQ(holder(w, "head", "2015-03-02"), "-");
    w.add("act", "2015-04-01", post<acts::Acting>("head", "bob"));
    EXPECT_EQ(holder(w, "head", "2015-03-15"), "-");
    EXPECT_EQ(holder(w, "head", "2015-04-01"), "bob acting");
    w.add("c", "2016-01-01", appointed("head", "cid"));
    EXPECT_EQ(holder(w, "head", "2015-12-31"), "bob acting");
    EXPECT_EQ(holder(w, "head", "2016-01-01"), "cid");
}

TEST(Holder, GivesCandidatesForAnImpreciseAppointment) {
    World w(with_posts());
    w.add("act", "2017-01-01", post<acts::Acting>("head", "bob"));
    w.add("a", "2017-04", appointed("head", "ann"));
    EXPECT_EQ(holder(w, "head", "2017-03-31"), "bob acting");
    EXPECT_EQ(holder(w, "head", "2017-04-20"), "ann|bob acting");
    EXPECT_EQ(holder(w, "head", "2017-04-30"), "ann");
}

TEST(Holder, IsInferredBetweenAttestationsAndUpToASuccessor) {
    World w(with_posts());
    w.add("t1", "2018-05-01", post<acts::Attested>("head", "ann"));
    w.add("t2", "2022-05-01", post<acts::Attested>("head", "ann"));
    struct Row {
        const char* on;
        const char* who;
    };
    for (const Row& row : {Row{"2018-04-30", "-"}, Row{"2018-05-01", "ann"}, Row{"2020-01-01", "ann"},
                           Row{"2022-05-01", "ann"}, Row{"2022-05-02", "-"}}) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(holder(w, "head", row.on), row.who);
    }
    w.add("b", "2023-11-23", appointed("head", "bob"));
    EXPECT_EQ(holder(w, "head", "2023-10-01"), "ann") << "until the recorded coming of a successor";
    EXPECT_EQ(holder(w, "head", "2023-11-23"), "bob");
}

TEST(Holder, DoesNotBridgeADifferentPerson) {
    World w(with_posts());
    w.add("t1", "2018-05-01", post<acts::Attested>("head", "ann"));
    w.add("t2", "2020-05-01", post<acts::Attested>("head", "bob"));
    EXPECT_EQ(holder(w, "head", "2019-01-01"), "-");
}

TEST(Holder, IsNotOnRecordBetweenAnAppointmentAndAnotherHolderAttestedLater) {
    World w(with_posts());
    w.add("a", "2012-12-19", appointed("head", "ann"));
    w.add("t", "2018", post<acts::Attested>("head", "bob"));
    EXPECT_EQ(holder(w, "head", "2012-12-19"), "ann");
    EXPECT_EQ(holder(w, "head", "2015-06-01"), "-") << "a third may have held it";
}

TEST(Holder, IsNobodyOnRecordBetweenAReliefAndTheNextComing) {
    World w(with_posts());
    w.add("came", "2010-01-01", appointed("head", "ann"));
    w.add("seen", "2010-06-01", post<acts::Attested>("head", "ann"));
    w.add("relieved", "2011-03-10", post<acts::Relieved>("head", "ann"));
    w.add("next", "2011-04-01", appointed("head", "bob"));
    struct Row {
        const char* on;
        const char* holder;
    };
    const Row rows[] = {
        {"2011-03-10", "ann"}, {"2011-03-11", "-"}, {"2011-03-31", "-"}, {"2011-04-01", "bob"}};
    for (const Row& row : rows) {
        SCOPED_TRACE(row.on);
        EXPECT_EQ(holder(w, "head", row.on), row.holder);
    }
    // Seen in the post after it: the relief was of an earlier holding.
    w.add("seen-again", "2011-03-20", post<acts::Attested>("head", "ann"));
    EXPECT_EQ(holder(w, "head", "2011-03-25"), "ann");
}

}  // namespace
