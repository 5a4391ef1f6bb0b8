#include "base/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Utf8, IsReadPointByPoint) {
    std::string_view text = "a\u00E9\u20AC\U0010FFFF";
    for (const char32_t point : {U'a', U'\u00E9', U'\u20AC', U'\U0010FFFF'})
        EXPECT_EQ(take_code_point(text), point);
    EXPECT_TRUE(text.empty());
    std::string_view broken = "\xFF!";
    EXPECT_EQ(take_code_point(broken), std::nullopt);
    EXPECT_EQ(broken, "\xFF!");
}

TEST(Utf8, HasOneFormForOnePoint) {
    for (const std::string good : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                   "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(good));
    EXPECT_TRUE(is_utf8(std::string_view("\0", 1)));
    const struct {
        const char* what;
        std::string_view bytes;
    } rows[] = {
        {"a byte that follows, alone", "\x80"},
        {"the last of them", "\xBF"},
        {"two for one", "\xC0\x80"},
        {"two for one, the greatest", "\xC1\xBF"},
        {"three for two", "\xE0\x9F\xBF"},
        {"four for three", "\xF0\x8F\xBF\xBF"},
        {"the first half of a pair", "\xED\xA0\x80"},
        {"the second half", "\xED\xBF\xBF"},
        {"beyond the last point", "\xF4\x90\x80\x80"},
        {"far beyond", "\xF7\xBF\xBF\xBF"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
        {"no such byte", "\xFE"},
        {"cut after one", "a\xC3"},
        {"cut after two", "\xE2\x82"},
        {"cut after three", "\xF0\x90\x80"},
        {"a letter where one follows", "\xE2\x82z"},
        {"a new one where one follows", "\xC3\xC3\xA9"},
    };
    for (const auto& row : rows) EXPECT_FALSE(is_utf8(row.bytes)) << row.what;
}

}  // namespace
}  // namespace base
