// The record: acts in order, found by what they are about, seen as far as they are known.
#include "record/record.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

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
    const Record record = Record::of(std::vector<Entry>());
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

TEST(Record, TellsWhatHappenedBetweenTwoDaysByDay) {
    const Record record = Record::of({{act("d1", "2001-03-01", signs("AA")), day("2001-03-01")},
                                      {act("d2", "2001-02", signs("BB")), day("2001-03-02")},
                                      {act("d3", "[..2001-02-20]", signs("CC")), day("2001-03-03")},
                                      {act("d4", "0001-01-02", signs("AA")), day("2001-03-04")},
                                      {act("d5", "9999-12-31", signs("AA")), day("2001-03-05")},
                                      {act("d6", "2001-02-01", signs("CC")), day("2001-03-06")}});
    const Record supposed =
        record.supposing({act("d7", "2001-02-10", signs("BB")), act("d8", "2001-02-01", signs("BB"))});
    const auto told = [](const Record& of, const char* after, const char* until) {
        std::string all;
        for (const auto number : of.told_between(day(after), day(until)))
            all += (all.empty() ? "" : " ") + std::string(of[number].act.id.text());
        return all;
    };
    const struct {
        const char *after, *until, *on_record, *with_those_supposed;
    } rows[] = {
        {"2001-01-31", "2001-03-01", "d2 d6 d3 d1", "d2 d6 d8 d7 d3 d1"},
        {"2001-02-01", "2001-02-28", "d3", "d7 d3"},
        {"2001-02-20", "2001-02-28", "", ""},
        {"2001-03-01", "2001-03-01", "", ""},
        {"2001-03-01", "2001-02-01", "", ""},
        {"0001-01-01", "9999-12-31", "d4 d2 d6 d3 d1 d5", "d4 d2 d6 d8 d7 d3 d1 d5"},
        {"0001-01-02", "9999-12-30", "d2 d6 d3 d1", "d2 d6 d8 d7 d3 d1"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::string(row.after) + " " + row.until);
        EXPECT_EQ(told(record, row.after, row.until), row.on_record);
        EXPECT_EQ(told(supposed, row.after, row.until), row.with_those_supposed);
    }
    EXPECT_EQ(told(Record(), "0001-01-01", "9999-12-31"), "");
    EXPECT_EQ(supposed.known_on(7), day("2001-03-06")) << "after all that is on record";
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
        order.push_back(std::string(row.member.text()) + " " + std::string(record[row.entry].act.id.text()));
    }
    const auto first_of_aa = std::ranges::find(order, "AA p2");
    EXPECT_EQ(*(first_of_aa + 1), "AA p3") << "the later effect stands first";
}

// -- acts that did not happen ------------------------------------------------------------------------

TEST(Supposed, ComesAfterTheRecordAndIsKnownOnEveryDay) {
    const Record record = Record::of({{act("u1", "2001-01-01", signs("AA")), day("2001-01-01")},
                                      {act("u2", "2001-02-01", signs("BB")), day("2001-02-01")}});
    const Record supposed = record.supposing({act("u3", "2001-03-01", signs("AA"))});
    EXPECT_EQ(supposed.size(), 2U) << "what is on record stays what it was";
    EXPECT_EQ(supposed.end(), 3U);
    EXPECT_TRUE(supposed.supposes());
    EXPECT_TRUE(supposed.visible(2, 0)) << "known even where nothing else is";
    EXPECT_FALSE(supposed.visible(1, 1));
    ASSERT_EQ(supposed.about(base::MemberId::of("AA")).size(), 2U);
    EXPECT_EQ(supposed.about(base::MemberId::of("AA")).back(), 2U);
    EXPECT_EQ(supposed.about(base::MemberId::of("BB")).size(), 1U);
    EXPECT_EQ(supposed.of_kind<acts::Signed>().size(), 3U);
    EXPECT_EQ(supposed.find(base::ActId::of("u3")), 2U);
    EXPECT_EQ(supposed[2].act.id.text(), "u3");
    EXPECT_EQ(supposed.accounts(base::EventId::of("u3")).size(), 1U);

    EXPECT_FALSE(record.supposes());
    EXPECT_EQ(record.end(), 2U);
    EXPECT_FALSE(record.find(base::ActId::of("u3")).has_value());
    EXPECT_EQ(record.about(base::MemberId::of("AA")).size(), 1U);
}

TEST(Supposed, MayTellAnEventAgainOrAnnulAnAct) {
    const Record record = Record::of({{act("v1", "2001-01-01", signs("AA")), day("2001-01-01")},
                                      {act("v2", "2001-02-01", signs("BB")), day("2001-02-01")}});
    const Record supposed =
        record.supposing({act("v3", "2001-01-09", signs("AA"), "v1"), act("v4", "2001-03-01", annuls("v2"))});
    EXPECT_EQ(supposed.accounts(base::EventId::of("v1")).size(), 2U);
    EXPECT_TRUE(supposed.visible(0, 2));
    EXPECT_FALSE(supposed.visible(1, 2));
    EXPECT_TRUE(record.visible(1, 2));
    const Record further = supposed.supposing({act("v5", "2001-04-01", signs("CC"))});
    EXPECT_EQ(further.end(), 5U) << "suppositions add up";
    EXPECT_FALSE(further.visible(1, 2));
}

// -- acts that lie elsewhere -------------------------------------------------------------------------

class Lying : public record::Acts {
public:
    explicit Lying(std::vector<Entry> entries) : entries_(std::move(entries)) {}
    std::size_t size() const override { return entries_.size(); }
    Entry read(record::EntryNumber number) const override {
        ++reads;
        return entries_[number];
    }
    mutable std::atomic<int> reads = 0;

private:
    std::vector<Entry> entries_;
};

TEST(LongRecord, ReadsAnActAgainWhenSomebodyLooksAtIt) {
    const auto lying = std::make_shared<Lying>(
        std::vector<Entry>{{act("w1", "2001-01-01", signs("AA")), day("2001-01-01")},
                           {act("w2", "2001-02-01", annuls("w1")), day("2001-02-01")},
                           {act("w3", "2001-02-02", signs("AA"), "w1"), day("2001-02-02")}});
    const Record record = Record::of(lying);
    EXPECT_EQ(lying->reads, 3) << "once each, for the indexes";
    EXPECT_EQ(record.about(base::MemberId::of("AA")).size(), 2U);
    EXPECT_FALSE(record.visible(0, 2));
    EXPECT_EQ(record.accounts(base::EventId::of("w1")).size(), 2U);
    EXPECT_EQ(record.known_by(day("2001-02-01")), 2U);
    EXPECT_EQ(lying->reads, 3) << "no question of the indexes looks at an act";
    EXPECT_EQ(record[1].act.id.text(), "w2");
    EXPECT_EQ(&record[1], &record[1]) << "and kept from then on";
    EXPECT_EQ(lying->reads, 4);
}

TEST(LongRecord, IsLookedAtFromManyThreads) {
    std::vector<Entry> entries;
    for (int i = 0; i < 200; ++i)
        entries.push_back({act("x" + std::to_string(i), "2001-01-01", signs("AA")), day("2001-01-01")});
    const Record record = Record::of(std::make_shared<Lying>(entries));
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (record::EntryNumber i = 0; i < 200; ++i)
                wrong += record[i].act.id.text() != "x" + std::to_string(i) ? 1 : 0;
        });
    }
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

TEST(Adoption, SaysWhetherItWasToldPlainly) {
    const auto adopts = [](std::string_view paper) {
        acts::Adopted content;
        content.paper = base::PaperId::of(paper);
        content.body = base::BodyId::of("council");
        return content;
    };
    const Record record = Record::of(
        {{act("y1", "2001-01-01", adopts("plain")), day("2001-01-01")},
         {act("y2", "2001-01", adopts("some-day")), day("2001-01-31")},
         {act("y3", "2001-02-01", adopts("told-twice")), day("2001-02-01")},
         {act("y4", "2001-02-02", adopts("told-twice"), "y3"), day("2001-02-02")},
         {act("y5", "2001-02-03", adopts("objected")), day("2001-02-03")},
         {act("y6", "2001-02-04", takes("AA", "objected", acts::Stance::objects)), day("2001-02-04")},
         {act("y7", "2001-02-05", takes("AA", "plain", acts::Stance::joined)), day("2001-02-05")}});
    const auto of = [&](std::string_view paper) { return *record.adoption(base::PaperId::of(paper)); };
    EXPECT_EQ(of("plain").told, record::Told::plainly);
    EXPECT_EQ(of("plain").positions, record::Told::plainly);
    EXPECT_EQ(of("some-day").told, record::Told::otherwise);
    EXPECT_EQ(of("told-twice").told, record::Told::otherwise);
    EXPECT_EQ(of("objected").told, record::Told::plainly);
    EXPECT_EQ(of("objected").positions, record::Told::otherwise);
    EXPECT_EQ(record.adoption(base::PaperId::of("never-adopted")), nullptr);
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
