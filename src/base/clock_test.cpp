// Hours as sources give them: what is read, how it is written back, and what is refused.
#include "base/clock.hpp"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Clock, IsReadAndWrittenBack) {
    const struct {
        std::string_view text;
        int minute_of_day;
        std::optional<int> offset;
        std::string_view written;
    } rows[] = {
        {"00:00", 0, std::nullopt, "00:00"},
        {"02:50", 170, std::nullopt, "02:50"},
        {"23:59", 1439, std::nullopt, "23:59"},
        {"19:30+06:00", 1170, 360, "19:30+06:00"},
        {"19:30-03:30", 1170, -210, "19:30-03:30"},
        {"19:30-00:30", 1170, -30, "19:30-00:30"},
        {"00:00+14:00", 0, 840, "00:00+14:00"},
        {"00:00+14:59", 0, 899, "00:00+14:59"},
        {"12:00Z", 720, 0, "12:00Z"},
        {"12:00+00:00", 720, 0, "12:00Z"},  // the same zone, and one way of writing it
        {"12:00-00:00", 720, 0, "12:00Z"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.text);
        const auto clock = Clock::read(row.text);
        ASSERT_TRUE(clock.has_value());
        EXPECT_EQ(clock->minute_of_day(), row.minute_of_day);
        EXPECT_EQ(clock->offset(), row.offset);
        EXPECT_EQ(clock->text(), row.written);
        EXPECT_EQ(Clock::read(clock->text()), clock) << "what is written is read as the same";
    }
}

TEST(Clock, IsNoOtherText) {
    for (const std::string_view text : {"",
                                        " ",
                                        "0",
                                        "02",
                                        "02:",
                                        "02:5",
                                        "2:50",
                                        "1:00",
                                        "02.50",
                                        "0250",
                                        "24:00",
                                        "25:00",
                                        "02:60",
                                        "-2:50",
                                        "02:50 ",
                                        " 02:50",
                                        "02:50:00",
                                        "02:50+",
                                        "02:50-",
                                        "02:50+3",
                                        "02:50+03",
                                        "02:50+0300",
                                        "02:50+03:60",
                                        "02:50+15:00",
                                        "02:50-15:00",
                                        "02:50 +03:00",
                                        "02:50+03:00 ",
                                        "02:50z",
                                        "02:50ZZ",
                                        "02:50Z+03:00",
                                        "02:50MSK",
                                        "a2:50",
                                        "02:5a",
                                        "٠٢:٥٠",
                                        "noon"}) {
        EXPECT_EQ(Clock::read(text), std::nullopt) << '"' << text << '"';
    }
}

TEST(Clock, IsAnotherWhereItsZoneIs) {
    EXPECT_EQ(Clock(), Clock::read("00:00"));
    EXPECT_NE(Clock::read("02:50"), Clock::read("02:50Z")) << "what names no zone is not UTC";
    EXPECT_NE(Clock::read("02:50+03:00"), Clock::read("02:50+06:00"));
}

}  // namespace
}  // namespace base
