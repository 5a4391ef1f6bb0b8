#include "pages/way_drawing.hpp"

#include <gtest/gtest.h>

#include "pages/testing_drawings.hpp"

namespace pages {
namespace {

using testing_drawings::count;
using testing_drawings::is_named_and_described;
using testing_drawings::keeps_its_words_apart;
using words::Language;

base::Date date(std::string_view edtf) { return *base::Date::read(edtf); }

WayChart one_way() {
    return {.id = "way",
            .title = "The way of <it>",
            .description = "Prepared & adopted.",
            .steps = {{"Prepared", {{date("[..2022-11-23]"), "by 23 Nov 2022"}}},
                      {"Sent to the states", {}},
                      {"Answered by the states",
                       {{date("[..2023-11-20]"), "by 20 Nov 2023: Belarus, Kazakhstan, Kyrgyzstan, Russia",
                         "by 20 Nov 2023"}}},
                      {"Examined by ministers or secretaries", {{date("2022-12"), "Dec 2022"}}},
                      {"Adopted, sent back or withdrawn",
                       {{date("2022-11-23"), "23 Nov 2022 (+0 days)"}, {date("2023-11-20"), "20 Nov 2023"}}}},
            .not_on_record = "not on record",
            .legend = {{Sign::present, "on this day"}, {Sign::gap, "not on record"}}};
}

TEST(WayChart, IsNamedAndKeepsItsWordsApart) {
    const std::string text = way_chart(Language::en, one_way()).text();
    is_named_and_described(text, "way");
    keeps_its_words_apart(text);
    EXPECT_EQ(text, way_chart(Language::en, one_way()).text());
}

TEST(WayChart, LeavesAStepThatIsNotOnRecordVisible) {
    const std::string text = way_chart(Language::en, one_way()).text();
    EXPECT_EQ(count(text, "class=\"gap\""), 2U);  // once in each rendering
    EXPECT_EQ(count(text, ">not on record</text>"), 2U);
    EXPECT_EQ(count(text, ">Sent to the states</text>"), 2U);
}

TEST(WayChart, DrawsAnImpreciseDayAsAWaveAndAKnownOneAsASquare) {
    const std::string text = way_chart(Language::en, one_way()).text();
    EXPECT_EQ(count(text, "fill=\"url(#way-w-w)\""), 3U);
    EXPECT_EQ(count(text, "fill=\"url(#way-n-w)\""), 3U);
    EXPECT_EQ(count(text, "<rect class=\"b\""), 4U);
}

TEST(WayChart, StandsOnOneDay) {
    WayChart chart = one_way();
    chart.steps = {{"Prepared", {}}, {"Adopted", {{date("2023-11-23"), "23 Nov 2023"}}}};
    const std::string text = way_chart(Language::ru, chart).text();
    keeps_its_words_apart(text);
    EXPECT_EQ(count(text, ">23 Nov 2023</text>"), 2U);
}

TEST(WayChart, IsNothingWhereNoStepIsOnRecord) {
    WayChart chart = one_way();
    for (WayStep& step : chart.steps) step.marks.clear();
    EXPECT_TRUE(way_chart(Language::en, chart).empty());
    chart.steps.clear();
    EXPECT_TRUE(way_chart(Language::en, chart).empty());
}

CalendarChart two_plans() {
    return {.id = "plans",
            .title = "Plans",
            .description = "Two plans.",
            .rows = {{"2023",
                      {{1, date("[..2023-01-10]"), "by 10 Jan 2023"},
                       {2, date("[..2023-01-10]"), "by 10 Jan 2023"},
                       {3, std::nullopt},
                       {4, date("[2023-02-12,2023-02-13]"), "12 or 13 Feb 2023"}}},
                     {"2024",
                      {{1, std::nullopt},
                       {2, std::nullopt},
                       {3, date("2024-02-29"), "29 Feb 2024"},
                       {4, std::nullopt}}}},
            .not_on_record = "not on record",
            .legend = {{Sign::present, "the day is known"}}};
}

TEST(CalendarChart, IsNamedAndKeepsItsWordsApart) {
    for (const Language language : words::languages) {
        const std::string text = calendar_chart(language, two_plans()).text();
        is_named_and_described(text, "plans");
        keeps_its_words_apart(text);
    }
}

TEST(CalendarChart, ShowsEveryStepOnceOnRecordOrNot) {
    const std::string text = calendar_chart(Language::en, two_plans()).text();
    for (int number = 1; number <= 4; ++number)
        EXPECT_EQ(count(text, ">" + std::to_string(number) + "</text>"), 4U);  // two plans, two renderings
    EXPECT_EQ(count(text, "stroke-dasharray=\"2.4 2\""), 8U + 0U);
}

TEST(CalendarChart, SetsTheSameDayOfTwoYearsUnderEachOther) {
    CalendarChart chart = two_plans();
    chart.rows = {{"2023", {{1, date("2023-03-01")}}}, {"2024", {{1, date("2024-03-01")}}}};
    const std::string text = calendar_chart(Language::en, chart).text();
    const std::string wide = testing_drawings::rendering(text, "wide");
    const auto all = testing_drawings::words_of(wide, 860);
    std::vector<double> at;
    for (const auto& one : all) {
        if (one.text == "1") at.push_back(one.left);
    }
    ASSERT_EQ(at.size(), 2U);
    EXPECT_EQ(at[0], at[1]);
}

TEST(CalendarChart, SaysTheDayBeforeAStepThatHasNoRoomBehindIt) {
    CalendarChart chart = two_plans();
    chart.rows = {{"2017", {{1, date("[..2017-05-02]"), "by 2 May 2017"}}},
                  {"2018", {{1, date("2018-01-18"), "18 Jan 2018"}}}};
    const std::string text = calendar_chart(Language::en, chart).text();
    EXPECT_EQ(count(text, ">by 2 May 2017</text>"), 2U);
    keeps_its_words_apart(text);
}

TEST(CalendarChart, IsNothingWhereNoStepIsOnRecord) {
    CalendarChart chart = two_plans();
    for (CalendarRow& row : chart.rows) {
        for (NumberedStep& step : row.steps) step.on.reset();
    }
    EXPECT_TRUE(calendar_chart(Language::en, chart).empty());
}

}  // namespace
}  // namespace pages
