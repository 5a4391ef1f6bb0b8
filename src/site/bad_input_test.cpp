// What a reader may get wrong in an address, and what each page, table and program is told then.
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "http/target.hpp"
#include "package/organisation.hpp"
#include "site/site.hpp"

namespace site {
namespace {

using base::operator""_day;

const Site& the_site() {
    static const Site made(
        std::move(*package::open("organisations/csto")), [] { return "2026-11-22"_day; },
        "http://localhost:8080");
    return made;
}

http::Response get(const std::string& target) {
    http::Request request;
    request.target = target;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string::npos) {
        std::string_view rest = std::string_view(target).substr(question + 1);
        while (!rest.empty()) {
            const auto both = rest.substr(0, rest.find('&'));
            const auto equals = both.find('=');
            request.query.push_back(
                {std::string(both.substr(0, equals)), std::string(both.substr(equals + 1))});
            rest.remove_prefix(std::min(rest.size(), both.size() + 1));
        }
    }
    return the_site().answer(request);
}

std::string header(const http::Response& response, std::string_view name) {
    for (const http::Field& field : response.headers) {
        if (field.name == name) return field.value;
    }
    return {};
}

TEST(BadInput, IsAnsweredWithWhatWouldBeRight) {
    struct Row {
        const char* what;
        const char* target;
        int status;
        const char* type;
        const char* says;
    };
    const Row rows[] = {
        {"no such day", "/en/members?on=2024-02-30", 400, "text/html",
         "The nearest one is 29 February 2024."},
        {"to a program", "/en/members.json?on=2024-02-30", 400, "application/problem+json",
         "The nearest one is 29 February 2024."},
        {"a table", "/en/members.csv?on=2024-02-30", 400, "application/problem+json", "29 February 2024"},
        {"knowledge of the future", "/en/members?known=2026-11-23", 400, "text/html",
         "The latest is today, 22 November 2026."},
        {"the same in Russian", "/ru/members.json?known=2026-11-23", 400, "application/problem+json",
         "Самый поздний день — сегодня, 22 ноября 2026 года."},
        {"a day in the future", "/en/members?on=2030-01-01", 200, "text/html", "1 January 2030"},
        {"knowledge of today", "/en/members?known=2026-11-22", 200, "text/html", "22 November 2026"},
        {"no such dispute", "/en/members?take=rule-41=silence-suffices", 400, "text/html", "rule-14"},
        {"no such side", "/en/members.json?take=rule-14=silence", 400, "application/problem+json",
         "silence-suffices"},
        {"a side", "/en/papers/budget-2024?take=rule-14=silence-suffices", 200, "text/html", "Budget"},
        {"a dispute that was not known yet", "/en/members?known=2013-01-01&take=rule-14=silence-suffices",
         200, "text/html", "Kazakhstan"},
        {"nothing near: where all are listed", "/en/papers/qqqqqqqqqqqq", 404, "text/html", "/en/papers\""},
        {"of a state", "/ru/states/QQ", 404, "text/html", "/ru/members"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const http::Response response = get(row.target);
        EXPECT_EQ(response.status, row.status);
        EXPECT_TRUE(header(response, "Content-Type").starts_with(row.type))
            << header(response, "Content-Type");
        EXPECT_NE(response.body.find(row.says), std::string::npos) << response.body.substr(0, 400);
    }
}

TEST(BadInput, LeadsFromANameToTheAddressOfWhatItNames) {
    for (const auto& [from, to] : {
             std::pair{"/en/states/Armenia?on=2020-01-01", "/en/states/AM?on=2020-01-01"},
             std::pair{"/en/states/armenia.json", "/en/states/AM.json"},
             std::pair{"/ru/states/Армения", "/ru/states/AM"},
             std::pair{"/en/states/Armenia/awaiting", "/en/states/AM/awaiting"},
         }) {
        const http::Response response = get(from);
        EXPECT_EQ(response.status, 303) << from;
        EXPECT_EQ(header(response, "Location"), to);
    }
}

}  // namespace
}  // namespace site
