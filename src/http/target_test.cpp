#include "http/target.hpp"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Target, IsAPathAndPairsInOrder) {
    struct Row {
        const char* what;
        std::string sent;
        Target target;
    };
    const Row rows[] = {
        {"the root", "/", {"/", {}}},
        {"a page", "/en/members", {"/en/members", {}}},
        {"a slash at the end stays", "/en/", {"/en/", {}}},
        {"two slashes stay", "//en", {"//en", {}}},
        {"a file", "/en/members.json", {"/en/members.json", {}}},
        {"dots inside a name", "/a..b/...", {"/a..b/...", {}}},
        {"Russian", "/ru/%D0%BA%D0%B2%D0%BE%D1%80%D1%83%D0%BC", {"/ru/кворум", {}}},
        {"small hexadecimal digits", "/%d0%ba", {"/к", {}}},
        {"a plus in a path is a plus", "/a+b", {"/a+b", {}}},
        {"an encoded question mark is text", "/what%3F", {"/what?", {}}},
        {"an absolute target", "http://localhost:8080/en?on=2023", {"/en", {{"on", "2023"}}}},
        {"a query", "/a?on=2023-11-23&known=214", {"/a", {{"on", "2023-11-23"}, {"known", "214"}}}},
        {"a name that repeats", "/a?take=b&take=a", {"/a", {{"take", "b"}, {"take", "a"}}}},
        {"an equals sign in a value", "/a?take=rule-14=silence", {"/a", {{"take", "rule-14=silence"}}}},
        {"a plus in a query is a space", "/a?q=a+b%2Bc", {"/a", {{"q", "a b+c"}}}},
        {"no value", "/a?why", {"/a", {{"why", ""}}}},
        {"an empty value", "/a?why=", {"/a", {{"why", ""}}}},
        {"an empty name", "/a?=x", {"/a", {{"", "x"}}}},
        {"empty pairs are passed over", "/a?&on=2023&&", {"/a", {{"on", "2023"}}}},
        {"an empty query", "/a?", {"/a", {}}},
        {"a slash and a question mark in a value", "/a?x=/b?c", {"/a", {{"x", "/b?c"}}}},
        {"an encoded slash in a value", "/a?x=%2F", {"/a", {{"x", "/"}}}},
        {"a date of two", "/a?on=[2022-02-22,2022-02-23]", {"/a", {{"on", "[2022-02-22,2022-02-23]"}}}},
        {"line ends from a text area", "/a?x=b%0D%0Ac", {"/a", {{"x", "b\r\nc"}}}},
        {"control characters in a value", "/a?x=%01%7F", {"/a", {{"x", "\x01\x7f"}}}},
        {"four bytes", "/%F0%9F%93%9C", {"/\U0001F4DC", {}}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto target = parse_target(row.sent);
        ASSERT_TRUE(target.has_value()) << says(target.error());
        EXPECT_EQ(*target, row.target);
    }
}

TEST(Target, IsRefusedWhereItHasTwoReadingsOrNone) {
    struct Row {
        const char* what;
        std::string sent;
        TargetFault fault;
    };
    using enum TargetFault;
    const Row rows[] = {
        {"nothing", "", not_a_path},
        {"an asterisk", "*", not_a_path},
        {"a relative path", "en/members", not_a_path},
        {"only a query", "?on=2023", not_a_path},
        {"another scheme", "https://localhost/en", not_a_path},
        {"an absolute target without a path", "http://localhost", not_a_path},
        {"its query without a path", "http://localhost?/a", not_a_path},
        {"a space", "/a b", forbidden_character},
        {"a fragment", "/a#b", forbidden_character},
        {"a fragment in the query", "/a?b#c", forbidden_character},
        {"a quotation mark", "/a?b=\"", forbidden_character},
        {"markup", "/<script>", forbidden_character},
        {"markup in the query", "/a?b=<", forbidden_character},
        {"a backslash in a path", "/a\\b", forbidden_character},
        {"bytes beyond ASCII as they are", "/кворум", forbidden_character},
        {"the same in a query", "/a?q=к", forbidden_character},
        {"a zero byte", std::string("/a\0b", 4), forbidden_character},
        {"a line end", "/a\r\nb", forbidden_character},
        {"a percent sign at the end", "/a%", bad_percent},
        {"one digit", "/a%4", bad_percent},
        {"no digits", "/a%zz", bad_percent},
        {"a sign for a digit", "/a%-1", bad_percent},
        {"no digits in a name", "/a?%=b", bad_percent},
        {"no digits in a value", "/a?b=100%", bad_percent},
        {"an encoded slash", "/a%2Fb", encoded_slash},
        {"an encoded slash, small", "/a%2fb", encoded_slash},
        {"an encoded zero byte", "/a%00", control_character},
        {"an encoded line end in a path", "/a%0Ab", control_character},
        {"an encoded zero byte in a name", "/a?%00=b", control_character},
        {"delete in a name", "/a?%7F=b", control_character},
        {"a lone continuation byte", "/%BF", not_utf8},
        {"cut short", "/%D0", not_utf8},
        {"longer than needed", "/%C0%AF", not_utf8},
        {"longer than needed, three bytes", "/%E0%80%AF", not_utf8},
        {"a surrogate", "/%ED%A0%80", not_utf8},
        {"beyond U+10FFFF", "/%F4%90%80%80", not_utf8},
        {"not UTF-8 in a name", "/a?%FF=b", not_utf8},
        {"a dot", "/a/./b", dot_segment},
        {"two dots", "/a/../b", dot_segment},
        {"two dots at the end", "/a/..", dot_segment},
        {"two encoded dots", "/a/%2E%2e/b", dot_segment},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto target = parse_target(row.sent);
        ASSERT_FALSE(target.has_value());
        EXPECT_EQ(target.error(), row.fault) << says(target.error());
        EXPECT_FALSE(says(target.error()).empty());
    }
}

TEST(PercentEncoded, HasOneReadingAndComesBack) {
    EXPECT_EQ(percent_encoded("rule-14_a.b~c"), "rule-14_a.b~c");
    EXPECT_EQ(percent_encoded("a b&c=d+e/f?"), "a%20b%26c%3Dd%2Be%2Ff%3F");
    EXPECT_EQ(percent_encoded("кв"), "%D0%BA%D0%B2");
    for (const std::string text : {"", "кворум", "a+b & c=d", "[2022-02-22,..]", "100%", "\"<'>"}) {
        SCOPED_TRACE(text);
        const auto target = parse_target("/x?" + percent_encoded(text) + "=" + percent_encoded(text));
        ASSERT_TRUE(target.has_value());
        EXPECT_EQ(target->query, (std::vector<Field>{{text, text}}));
    }
}

}  // namespace
}  // namespace http
