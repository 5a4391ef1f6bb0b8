// Days as people type them, in both languages; what is no day, and what day was probably meant.
#include "words/typed_day.hpp"

#include <gtest/gtest.h>

namespace words {
namespace {

TEST(TypedDay, IsReadAsPeopleWriteIt) {
    struct Row {
        std::string_view typed;
        std::string_view date;
    };
    for (const Row& row : {
             Row{"2023-11-23", "2023-11-23"},
             Row{"23 November 2023", "2023-11-23"},
             Row{"23 november 2023", "2023-11-23"},
             Row{"November 23, 2023", "2023-11-23"},
             Row{"Nov 23, 2023", "2023-11-23"},
             Row{"Nov. 23 2023", "2023-11-23"},
             Row{"23rd of November, 2023", "2023-11-23"},
             Row{"Thursday, 23 November 2023", "2023-11-23"},
             Row{"on 23 Nov 2023", "2023-11-23"},
             Row{"2023 November 23", "2023-11-23"},
             Row{"23.11.2023", "2023-11-23"},
             Row{"23. 11. 2023", "2023-11-23"},
             Row{"23.11.23", "2023-11-23"},
             Row{"15.05.92", "1992-05-15"},
             Row{"23/11/2023", "2023-11-23"},
             Row{"11/23/2023", "2023-11-23"},
             Row{"2023/11/23", "2023-11-23"},
             Row{"1.1.2024", "2024-01-01"},
             Row{"23 ноября 2023", "2023-11-23"},
             Row{"23 ноября 2023 г.", "2023-11-23"},
             Row{"23 НОЯБРЯ 2023 года", "2023-11-23"},
             Row{"23 нояб. 2023", "2023-11-23"},
             Row{"23-го ноября 2023 года", "2023-11-23"},
             Row{"четверг, 23 ноября 2023 г.", "2023-11-23"},
             Row{"5 мая 1992", "1992-05-05"},
             Row{"29 February 2024", "2024-02-29"},
             Row{"November 2023", "2023-11"},
             Row{"ноябрь 2023 года", "2023-11"},
             Row{"в ноябре 2023", "2023-11"},
             Row{"май 1992", "1992-05"},
             Row{"2023-11", "2023-11"},
             Row{"11.2023", "2023-11"},
             Row{"2023", "2023"},
             Row{"2023 год", "2023"},
         }) {
        SCOPED_TRACE(row.typed);
        const auto read = read_typed_day(row.typed);
        ASSERT_TRUE(read && read->date);
        EXPECT_EQ(read->date->text(), row.date);
    }
}

TEST(TypedDay, ThatDoesNotExistHasANearestOne) {
    struct Row {
        std::string_view typed;
        std::string_view nearest;
    };
    for (const Row& row : {
             Row{"2024-02-30", "2024-02-29"},
             Row{"2023-02-29", "2023-02-28"},
             Row{"31 апреля 2023", "2023-04-30"},
             Row{"32.01.2023", "2023-01-31"},
             Row{"0.1.2023", "2023-01-01"},
             Row{"2023-13-05", "2023-05-13"},
             Row{"2023-13-13", "2023-12-13"},
             Row{"November 31, 2023", "2023-11-30"},
         }) {
        SCOPED_TRACE(row.typed);
        const auto read = read_typed_day(row.typed);
        ASSERT_TRUE(read);
        EXPECT_FALSE(read->date);
        ASSERT_TRUE(read->nearest);
        EXPECT_EQ(read->nearest->text(), row.nearest);
    }
    const auto year_nought = read_typed_day("0000-01-01");
    ASSERT_TRUE(year_nought);
    EXPECT_FALSE(year_nought->date || year_nought->nearest);
}

TEST(TypedDay, WithSlashesMayHaveTheMonthFirst) {
    const auto read = read_typed_day("03/04/2023");
    ASSERT_TRUE(read && read->date && read->month_first);
    EXPECT_EQ(read->date->text(), "2023-04-03");
    EXPECT_EQ(read->month_first->text(), "2023-03-04");
    EXPECT_FALSE(read_typed_day("04/04/2023")->month_first);
    EXPECT_FALSE(read_typed_day("03.04.2023")->month_first);
}

TEST(TypedDay, IsNotReadIntoOtherWords) {
    for (const std::string_view typed : {"",
                                         "next Tuesday",
                                         "Tuesday",
                                         "tomorrow",
                                         "завтра",
                                         "23 November",
                                         "ноябрь",
                                         "Budget for 2024",
                                         "Minsk 2023",
                                         "rule 14",
                                         "14",
                                         "12345",
                                         "2023-11-23-01",
                                         "2023--11",
                                         "20231123",
                                         "23 11 2023",
                                         "ма 2023",
                                         "мар т 2023",
                                         "1/2",
                                         "\xff\xfe",
                                         "23\n11\n2023",
                                         "2023-13"}) {
        EXPECT_FALSE(read_typed_day(typed)) << typed;
    }
    EXPECT_FALSE(read_typed_day(std::string(10'000, '1')));
}

}  // namespace
}  // namespace words
