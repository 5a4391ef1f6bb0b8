// The record: acts in order, found by what they are about, seen as far as they are known.
#include "record/record.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "record/fields.hpp"

namespace {

using record::Entry;
using record::Record;

acts::Act act(std::string_view id, std::string_view on, acts::Content content, std::string_view event = {}) {
    return {.id = base::ActId::of(id),
            .on = *base::Date::read(on),
            .place = {},
            .event = base::EventId::of(event.empty() ? id : event),
            .cites = {},
            .sources = {},
            .content = std::move(content)};
}
acts::Signed signs(std::string_view member) {
    acts::Signed content;
    content.member = base::MemberId::of(member);
    content.instrument = base::InstrumentId::of("treaty");
    return content;
}
acts::Annulled annuls(std::string_view id) {
    acts::Annulled content;
    content.act = base::ActId::of(id);
    return content;
}
acts::PositionTaken takes(std::string_view member, std::string_view paper, acts::Stance stance) {
    acts::PositionTaken content;
    content.member = base::MemberId::of(member);
    content.paper = base::PaperId::of(paper);
    content.stance = stance;
    return content;
}
base::Day day(std::string_view text) { return *base::Day::read(text); }

TEST(Record, EmptyIsARecord) {
    const Record record = Record::of({});
    EXPECT_EQ(record.size(), 0U);
    EXPECT_EQ(record.known_by(base::Day::last()), 0U);
    EXPECT_TRUE(record.about(base::MemberId::of("AA")).empty());
    EXPECT_FALSE(record.find(base::ActId::of("none")).has_value());
}

TEST(Record, FindsActsByWhomTheyAreAbout) {
    const Record record = Record::of({{act("r1", "2001-01-01", signs("AA")), day("2001-01-01")},
                                      {act("r2", "2001-01-02", signs("BB")), day("2001-01-02")},
                                      {act("r3", "2001-01-03", annuls("r1")), day("2001-01-03")}});
    ASSERT_EQ(record.about(base::MemberId::of("AA")).size(), 1U);
    EXPECT_EQ(record.about(base::InstrumentId::of("treaty")).size(), 2U);
    EXPECT_EQ(record.of_kind<acts::Signed>().size(), 2U);
    EXPECT_EQ(record.find(base::ActId::of("r2")), 1U);
}

TEST(Record, CountsWhatWasKnownByADay) {
    const Record record = Record::of({{act("k1", "2001-01-01", signs("AA")), day("2001-01-05")},
                                      {act("k2", "2001-01-01", signs("BB")), day("2001-01-05")},
                                      {act("k3", "2001-01-01", signs("CC")), day("2001-02-01")}});
    EXPECT_EQ(record.known_by(day("2001-01-04")), 0U);
    EXPECT_EQ(record.known_by(day("2001-01-05")), 2U);
    EXPECT_EQ(record.known_by(day("2001-01-31")), 2U);
    EXPECT_EQ(record.known_by(day("2001-02-01")), 3U);
}

TEST(Record, HidesAnAnnulledActOnceTheAnnulmentIsKnown) {
    const Record record = Record::of({{act("h1", "2001-01-01", signs("AA")), day("2001-01-01")},
                                      {act("h2", "2001-02-01", annuls("h1")), day("2001-02-01")}});
    EXPECT_TRUE(record.visible(0, 1));
    EXPECT_FALSE(record.visible(0, 2));
    EXPECT_FALSE(record.visible(1, 1)) << "not known yet";
}

TEST(Record, GroupsTheAccountsOfAnEvent) {
    const Record record = Record::of({{act("e1", "2001-01-01", signs("AA")), day("2001-01-01")},
                                      {act("e2", "2001-01-09", signs("AA"), "e1"), day("2001-02-01")}});
    EXPECT_EQ(record.accounts(base::EventId::of("e1")).size(), 2U);
    EXPECT_TRUE(record.accounts(base::EventId::of("e2")).empty());
}

TEST(Record, OrdersPositionsSoThatTheFirstInEffectDecides) {
    const Record record = Record::of(
        {{act("p1", "2001-01-01", takes("BB", "paper", acts::Stance::joined)), day("2001-01-01")},
         {act("p2", "2001-03-01", takes("AA", "paper", acts::Stance::joined)), day("2001-03-01")},
         {act("p3", "2001-02-01", takes("AA", "paper", acts::Stance::denounced)), day("2001-03-02")},
         {act("p4", "2001-03-01", takes("AA", "other", acts::Stance::joined)), day("2001-03-03")}});
    const auto rows = record.positions(base::PaperId::of("paper"));
    ASSERT_EQ(rows.size(), 3U);
    std::vector<std::string> order;
    for (const auto& row : rows) {
        order.push_back(std::string(record.member_of(row.member).text()) + " " +
                        std::string(record[row.entry].act.id.text()));
    }
    const auto first_of_aa = std::ranges::find(order, "AA p2");
    EXPECT_EQ(*(first_of_aa + 1), "AA p3") << "the later effect stands first";
}

TEST(Fields, AreGivenAsTextForComparison) {
    acts::ChairmanshipPasses pass;
    pass.body = base::BodyId::of("council");
    pass.member = base::MemberId::of("AA");
    pass.hand_over = acts::HandOver::calendar_year;
    pass.label = base::Text({{"en", "2022"}});
    const auto told = act("f1", "2022-11-23", pass);
    EXPECT_EQ(record::field_text(told, "hand_over"), "calendar-year");
    EXPECT_EQ(record::field_text(told, "on"), "2022-11-23");
    EXPECT_EQ(record::field_text(told, "member"), "AA");
    EXPECT_EQ(record::field_text(told, "label"), "") << "texts for people are not compared";
    EXPECT_EQ(record::field_text(told, "takes_effect"), "");
}

}  // namespace
