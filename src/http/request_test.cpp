#include "http/request.hpp"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Request, FindsHeadersInAnyCaseAndParametersInTheirs) {
    const Request request{.query = {{"on", "2023"}, {"on", "2024"}, {"ON", "2025"}},
                          .headers = {{"Accept-Language", "ru"}, {"accept-language", "en"}}};
    EXPECT_EQ(request.header("ACCEPT-language"), "ru");
    EXPECT_EQ(request.header("Accept"), std::nullopt);
    EXPECT_EQ(request.parameter("on"), "2023");
    EXPECT_EQ(request.parameter("ON"), "2025");
    EXPECT_EQ(request.parameter("On"), std::nullopt);
}

TEST(Request, FindsACookieAmongOthers) {
    struct Row {
        const char* what;
        std::vector<Field> headers;
        std::optional<std::string_view> value;
    };
    const Row rows[] = {
        {"no header", {}, std::nullopt},
        {"alone", {{"Cookie", "look=text-150"}}, "text-150"},
        {"among others", {{"cookie", "a=1; look=text-150; b=2"}}, "text-150"},
        {"the first counts", {{"Cookie", "look=a; look=b"}}, "a"},
        {"in a second header", {{"Cookie", "a=1"}, {"Cookie", "look=b"}}, "b"},
        {"another that ends alike", {{"Cookie", "outlook=a; looks=b"}}, std::nullopt},
        {"empty", {{"Cookie", "look="}}, ""},
        {"without a value", {{"Cookie", "look"}}, std::nullopt},
        {"only semicolons", {{"Cookie", ";;"}}, std::nullopt},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(Request{.headers = row.headers}.cookie("look"), row.value);
    }
}

TEST(Request, HoldsAnAnswerWhoseTagItNames) {
    struct Row {
        const char* what;
        std::vector<Field> headers;
        bool holds;
    };
    const Row rows[] = {
        {"no header", {}, false},
        {"the tag", {{"If-None-Match", "\"abc-en\""}}, true},
        {"in another case", {{"if-none-match", "\"abc-en\""}}, true},
        {"a weak one", {{"If-None-Match", "W/\"abc-en\""}}, true},
        {"among others", {{"If-None-Match", "\"x\" , \"abc-en\""}}, true},
        {"in a second header", {{"If-None-Match", "\"x\""}, {"If-None-Match", "\"abc-en\""}}, true},
        {"any", {{"If-None-Match", "*"}}, true},
        {"another", {{"If-None-Match", "\"abc-ru\""}}, false},
        {"without quotes", {{"If-None-Match", "abc-en"}}, false},
        {"empty", {{"If-None-Match", ""}}, false},
        {"only commas", {{"If-None-Match", ",,"}}, false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(Request{.headers = row.headers}.holds("\"abc-en\""), row.holds);
    }
}

}  // namespace
}  // namespace http
