#include "site/display.hpp"

#include <gtest/gtest.h>

namespace site {
namespace {

std::string header(const http::Response& response, std::string_view name) {
    for (const http::Field& field : response.headers) {
        if (field.name == name) return field.value;
    }
    return "";
}

TEST(Display, LeadsBackToPagesOfThisSiteAlone) {
    struct Row {
        const char* what;
        const char* back;
        const char* to;
    };
    const Row rows[] = {
        {"a page", "/en/members", "/en/members"},
        {"with its day", "/ru/members?on=2023-11-23", "/ru/members?on=2023-11-23"},
        {"a query in another order", "/en/members?known=2024-01-01&on=2023-11-23",
         "/en/members?on=2023-11-23&known=2024-01-01"},
        {"nothing", "", "/ru"},
        {"another site", "https://example.org/en/members", "/ru"},
        {"another site without its scheme", "//example.org/en", "/ru"},
        {"the same behind a backslash", "/\\example.org/en", "/ru"},
        {"encoded slashes", "/en/%2F%2Fexample.org", "/ru"},
        {"a language of ours before another host", "/en//example.org", "/en//example.org"},
        {"a line end", "/en/members%0D%0ASet-Cookie:%20a=b", "/ru"},
        {"a script", "javascript:alert(1)", "/ru"},
        {"no language of ours", "/de/members", "/ru"},
        {"dots", "/en/../../etc", "/ru"},
        {"the form itself", "/en/display?back=/en/display", "/ru"},
        {"data", "/en/members.json", "/ru"},
        {"a table", "/en/members.csv", "/ru"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        http::Request request{.path = "/display", .query = {{"text", "150"}, {"back", row.back}}};
        const http::Response response = keep_look(request, words::Language::ru);
        EXPECT_EQ(response.status, 303);
        EXPECT_EQ(header(response, "Location"), row.to);
        EXPECT_EQ(header(response, "Set-Cookie"),
                  "look=text-150; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }
}

TEST(Display, TakesTheCookieAwayWhereTheUsualLookIsChosen) {
    const http::Request request{.path = "/display", .query = {{"text", "100"}, {"colours", "pink"}}};
    EXPECT_EQ(header(keep_look(request, words::Language::en), "Set-Cookie"),
              "look=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
}

TEST(Display, APageInALookHasATagOfItsOwn) {
    const http::Response page = http::html("<html lang=\"en\">").with("ETag", "\"abc\"");
    EXPECT_EQ(worn(pages::Look(), page), page);
    const http::Response in_blue = worn(pages::Look::read("colours-blue"), page);
    EXPECT_EQ(header(in_blue, "ETag"), "\"abc-colours-blue\"");
    EXPECT_EQ(in_blue.body, "<html class=\"colours-blue\" lang=\"en\">");
}

}  // namespace
}  // namespace site
