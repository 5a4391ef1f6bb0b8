#include "http/moment.hpp"

#include <gtest/gtest.h>

namespace http {
namespace {

using namespace std::chrono;

TEST(Moment, IsWrittenAndReadAsAnImfFixdate) {
    struct Row {
        const char* text;
        sys_seconds moment;
    };
    const Row rows[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", sys_days{1994y / 11 / 6} + 8h + 49min + 37s},  // RFC 9110's own
        {"Thu, 31 May 2007 20:35:00 GMT", sys_days{2007y / 5 / 31} + 20h + 35min},       // RFC 7089's own
        {"Thu, 23 Nov 2023 00:00:00 GMT", sys_days{2023y / 11 / 23}},
        {"Thu, 29 Feb 2024 23:59:59 GMT", sys_days{2024y / 2 / 29} + 23h + 59min + 59s},
        {"Fri, 15 May 1992 12:00:00 GMT", sys_days{1992y / 5 / 15} + 12h},
        {"Wed, 31 Dec 1969 23:59:59 GMT", sys_days{1970y / 1 / 1} - 1s},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.text);
        EXPECT_EQ(format_moment(row.moment), row.text);
        EXPECT_EQ(parse_moment(row.text), row.moment);
    }
}

TEST(Moment, IsReadInNoOtherForm) {
    for (const char* text : {
             "",
             "2023-11-23",
             "Thursday, 23-Nov-23 09:30:00 GMT",
             "Thu Nov 23 09:30:00 2023",
             "Thu, 23 Nov 2023 09:30:00 UTC",
             "Thu, 23 Nov 2023 09:30:00 GMT ",
             "thu, 23 Nov 2023 09:30:00 GMT",
             "Fri, 23 Nov 2023 09:30:00 GMT",
             "Thu, 23 nov 2023 09:30:00 GMT",
             "Thu, 31 Nov 2023 09:30:00 GMT",
             "Wed, 29 Feb 2023 09:30:00 GMT",
             "Thu, 00 Nov 2023 09:30:00 GMT",
             "Thu, 23 Nov 2023 24:00:00 GMT",
             "Thu, 23 Nov 2023 09:60:00 GMT",
             "Sat, 31 Dec 2016 23:59:60 GMT",
             "Thu, -3 Nov 2023 09:30:00 GMT",
             "Thu, 23 Nov 2023 09 30:00 GMT",
         }) {
        EXPECT_EQ(parse_moment(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace http
