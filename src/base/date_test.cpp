// Days, and dates as exact as their source.
#include "base/date.hpp"

#include <gtest/gtest.h>

namespace {

using base::Date;
using base::Day;
using base::MissingDay;
using base::Months;
using base::Tri;
using base::operator""_day;

TEST(Day, ReadsWhatExistsAndNothingElse) {
    for (const char* good : {"0001-01-01", "1992-05-15", "2000-02-29", "2024-02-29", "9999-12-31"}) {
        SCOPED_TRACE(good);
        const auto day = Day::read(good);
        ASSERT_TRUE(day.has_value());
        EXPECT_EQ(day->text(), good);
    }
    for (const char* bad :
         {"", "2024-02-30", "1900-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "0000-01-01", "23-11-2023",
          "2023-11-23 ", " 2023-11-23", "2023/11/23", "next Tuesday", "2023-11-2x", "-023-11-23"}) {
        SCOPED_TRACE(bad);
        EXPECT_FALSE(Day::read(bad).has_value());
    }
}

TEST(Day, CountsFrom1970AndBack) {
    EXPECT_EQ("1970-01-01"_day.number(), 0);
    EXPECT_EQ("2026-11-21"_day.number(), 20778);
    for (std::int32_t number = Day::first().number(); number < Day::last().number(); number += 997) {
        const Day day = Day::of_number(number);
        ASSERT_EQ(Day::from(day.year(), day.month(), day.day_of_month()), day) << number;
    }
}

TEST(Day, AddsMonthsAsTheCallerSaysForAShortMonth) {
    struct Row {
        Day from;
        int months;
        Day last_of_month;
        Day first_of_next;
    };
    const Row rows[] = {
        {"2023-08-31"_day, 6, "2024-02-29"_day, "2024-03-01"_day},
        {"2023-08-31"_day, 18, "2025-02-28"_day, "2025-03-01"_day},
        {"2024-01-15"_day, 1, "2024-02-15"_day, "2024-02-15"_day},
        {"1994-04-20"_day, 60, "1999-04-20"_day, "1999-04-20"_day},
        {"2024-03-31"_day, -1, "2024-02-29"_day, "2024-03-01"_day},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.from.text());
        EXPECT_EQ(row.from.plus(Months{row.months}, MissingDay::last_of_month), row.last_of_month);
        EXPECT_EQ(row.from.plus(Months{row.months}, MissingDay::first_of_next_month), row.first_of_next);
    }
}

TEST(Date, IsAnIntervalOfDays) {
    struct Row {
        const char* text;
        const char* earliest;
        const char* latest;
    };
    const Row rows[] = {
        {"2023-11-23", "2023-11-23", "2023-11-23"},
        {"2017-04", "2017-04-01", "2017-04-30"},
        {"2024-02", "2024-02-01", "2024-02-29"},
        {"2006", "2006-01-01", "2006-12-31"},
        {"2024-33", "2024-01-01", "2024-03-31"},
        {"2024-36", "2024-10-01", "2024-12-31"},
        {"[2014-12-22,2014-12-23]", "2014-12-22", "2014-12-23"},
        {"[2006-12,2007-01]", "2006-12-01", "2007-01-31"},
        {"[2026-01-01..2026-01-13]", "2026-01-01", "2026-01-13"},
        {"[2026-01..2026-03]", "2026-01-01", "2026-03-31"},
        {"[..2023-01-10]", "0001-01-01", "2023-01-10"},
        {"2009?", "2009-01-01", "2009-12-31"},
        {"2013-09/2014-12", "2013-09-01", "2014-12-31"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.text);
        const auto date = Date::read(row.text);
        ASSERT_TRUE(date.has_value());
        EXPECT_EQ(date->earliest().text(), row.earliest);
        EXPECT_EQ(date->latest().text(), row.latest);
        EXPECT_EQ(date->text(), row.text);
    }
}

TEST(Date, RefusesWhatIsNotOfTheProfile) {
    for (const char* bad : {"",
                            "2023-11-31",
                            "2023-37",
                            "2023-32",
                            "2023-14",
                            "20231123",
                            "2023-11-23/",
                            "/2023",
                            "2024/2023",
                            "[2023-11-23]",
                            "[2023-11-23,2023-11-22]",
                            "[,]",
                            "[..]",
                            "[2014..]",
                            "[2014..2013]",
                            "[2014..2015,2016]",
                            "[2014,2015..2016]",
                            "2023-11-23??",
                            "spring 2017",
                            "2023-11-23T10:00:00Z",
                            "{2023,2024}",
                            "2023~"}) {
        SCOPED_TRACE(bad);
        EXPECT_FALSE(Date::read(bad).has_value());
    }
}

TEST(Date, ComparesInThreeValues) {
    const Date april = *Date::read("2017-04");
    EXPECT_EQ(april.by("2017-03-31"_day), Tri::no);
    EXPECT_EQ(april.by("2017-04-01"_day), Tri::maybe);
    EXPECT_EQ(april.by("2017-04-29"_day), Tri::maybe);
    EXPECT_EQ(april.by("2017-04-30"_day), Tri::yes);
    EXPECT_TRUE(april.refined_by(*Date::read("2017-04-18")));
    EXPECT_FALSE(april.refined_by(*Date::read("2017-05-02")));
    EXPECT_FALSE(Date::read("2017-04-18")->refined_by(april));
}

TEST(Date, IsExactOnlyForOneCertainDay) {
    EXPECT_TRUE(Date::read("2023-11-23")->exact());
    EXPECT_FALSE(Date::read("2023-11-23?")->exact());
    EXPECT_FALSE(Date::read("2023-11")->exact());
    EXPECT_TRUE(Date::read("2013/2014")->period());
}

}  // namespace
