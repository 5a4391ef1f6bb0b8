#include "site/address.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "site/content.hpp"
#include "site/outgoing.hpp"

namespace site {
namespace {

std::optional<Address> read(std::string path) {
    http::Request request;
    request.path = std::move(path);
    return read_address(request);
}

TEST(Address, NamesThePageItsDataOrItsTable) {
    struct Row {
        const char* path;
        bool json;
        bool csv;
        std::vector<std::string> parts;
    };
    const Row rows[] = {
        {"/en", false, false, {}},
        {"/en.json", true, false, {}},
        {"/en/members", false, false, {"members"}},
        {"/en/members.json", true, false, {"members"}},
        {"/en/members.csv", false, true, {"members"}},
        {"/ru/sessions/minsk-2023-11-23.csv", false, true, {"sessions", "minsk-2023-11-23"}},
        {"/en/bodies/csc/feed.atom", false, false, {"bodies", "csc", "feed.atom"}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.path);
        const auto address = read(row.path);
        ASSERT_TRUE(address.has_value());
        EXPECT_EQ(address->json, row.json);
        EXPECT_EQ(address->csv, row.csv);
        EXPECT_EQ(address->parts, row.parts);
        EXPECT_EQ(address->path(), row.path);
    }
    EXPECT_FALSE(read("/de/members"));
    EXPECT_FALSE(read("/"));
}

TEST(Address, TakesADayAsPeopleTypeIt) {
    struct Row {
        const char* typed;
        const char* day;  // empty: refused, and kept as typed
        bool elsewhere;
    };
    const Row rows[] = {
        {"2023-11-23", "2023-11-23", false},
        {"23 November 2023", "2023-11-23", true},
        {"23.11.2023", "2023-11-23", true},
        {"23 ноября 2023 г.", "2023-11-23", true},
        {"November 2023", "", false},  // a month is no day
        {"2023", "", false},
        {"2024-02-30", "", false},
        {"30 февраля 2024", "", false},
        {"next Tuesday", "", false},
        {"\x01", "", false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.typed);
        http::Request request;
        request.path = "/en/members";
        request.query = {{"on", row.typed}};
        const auto address = read_address(request);
        ASSERT_TRUE(address);
        EXPECT_EQ(address->on ? address->on->text() : "", row.day);
        EXPECT_EQ(address->elsewhere, row.elsewhere);
        EXPECT_EQ(address->on_refused, *row.day ? "" : row.typed);
    }
}

TEST(Address, TakesTheFieldsOfAPagesFormInTheirOrder) {
    struct Row {
        const char* what;
        const char* path;
        std::vector<std::pair<std::string, std::string>> query;
        const char* canonical;
        bool elsewhere;
    };
    const Row rows[] = {
        {"as they stand",
         "/en/documents",
         {{"kind", "plan"}, {"year", "2023"}},
         "/en/documents?kind=plan&year=2023",
         false},
        {"another order",
         "/en/documents",
         {{"year", "2023"}, {"kind", "plan"}},
         "/en/documents?kind=plan&year=2023",
         true},
        {"empty fields of a form",
         "/en/documents",
         {{"kind", ""}, {"year", "2023"}, {"words", ""}},
         "/en/documents?year=2023",
         true},
        {"a field twice: the last counts",
         "/en/documents",
         {{"year", "2022"}, {"year", "2023"}},
         "/en/documents?year=2023",
         true},
        {"the situation after the fields",
         "/en/documents",
         {{"year", "2023"}, {"on", "2024-01-01"}},
         "/en/documents?year=2023&on=2024-01-01",
         false},
        {"its table", "/en/documents.csv", {{"year", "2023"}}, "/en/documents.csv?year=2023", false},
        {"days of the calendar",
         "/en/changes",
         {{"from", "2023-01-01"}, {"to", "2023-12-31"}},
         "/en/changes?from=2023-01-01&to=2023-12-31",
         false},
        {"days in words",
         "/en/changes",
         {{"from", "1 January 2023"}, {"to", "31.12.2023"}},
         "/en/changes?from=2023-01-01&to=2023-12-31",
         true},
        {"as the question calls it",
         "/en/changes",
         {{"since", "2023-01-01"}},
         "/en/changes?from=2023-01-01",
         true},
        {"Russian words",
         "/ru/changes",
         {{"from", "1 января 2023 года"}},
         "/ru/changes?from=2023-01-01",
         true},
        {"months: from the first day to the last",
         "/en/changes",
         {{"from", "February 2023"}, {"to", "February 2024"}},
         "/en/changes?from=2023-02-01&to=2024-02-29",
         true},
        {"what happened is what is shown anyway", "/en/changes", {{"of", "events"}}, "/en/changes", true},
        {"what became known", "/en/changes", {{"of", "knowledge"}}, "/en/changes?of=knowledge", false},
        {"no day stays as it was typed",
         "/en/changes",
         {{"from", "next Tuesday"}},
         "/en/changes?from=next%20Tuesday",
         false},
        {"a day that does not exist likewise",
         "/en/changes",
         {{"from", "2023-02-30"}},
         "/en/changes?from=2023-02-30",
         false},
        {"a field of another page", "/en/members", {{"year", "2023"}}, "/en/members", true},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        http::Request request;
        request.path = row.path;
        for (const auto& [name, value] : row.query) request.query.push_back({name, value});
        const auto address = read_address(request);
        ASSERT_TRUE(address.has_value());
        EXPECT_EQ(address->canonical(), row.canonical);
        EXPECT_EQ(address->elsewhere, row.elsewhere);
    }
}

TEST(Address, CutsWhatNoFieldTakes) {
    http::Request request;
    request.path = "/ru/search";
    std::string typed;
    for (int i = 0; i < 10'000; ++i) typed += "я";
    request.query = {{"q", "a" + typed}};
    const auto address = read_address(request);
    ASSERT_TRUE(address);
    EXPECT_TRUE(address->elsewhere) << "it is led to the shorter address";
    EXPECT_EQ(address->parameters.front().second, "a" + typed.substr(0, 2046)) << "no letter is cut in two";
    request.query = {{"q", typed.substr(0, 2048)}};
    EXPECT_FALSE(read_address(request)->elsewhere);
    request.query = {{"on", typed}};
    EXPECT_EQ(read_address(request)->on_refused, typed.substr(0, 2048));
}

TEST(Routes, AreFoundByTheirShape) {
    struct Row {
        const char* pattern;
        std::vector<std::string> parts;
        std::optional<std::string> name;
    };
    const Row rows[] = {
        {"", {}, ""},
        {"/members", {"members"}, ""},
        {"/members", {"members", "AM"}, std::nullopt},
        {"/members", {}, std::nullopt},
        {"/states/{state}", {"states", "AM"}, "AM"},
        {"/states/{state}", {"states"}, std::nullopt},
        {"/states/{state}/awaiting", {"states", "AM", "awaiting"}, "AM"},
        {"/states/{state}/awaiting", {"states", "AM"}, std::nullopt},
        {"/states/{state}/awaiting", {"states", "AM", "feed.atom"}, std::nullopt},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.pattern);
        EXPECT_EQ(matched(row.pattern, row.parts), row.name);
    }
}

TEST(Routes, HaveOneShapeEach) {
    std::vector<std::string_view> patterns;
    for (const Route& route : routes()) patterns.push_back(route.pattern);
    for (const OutgoingRoute& route : outgoing_routes()) patterns.push_back(route.pattern);
    for (const std::string_view pattern : patterns) {
        EXPECT_TRUE(pattern.empty() || pattern.starts_with('/')) << pattern;
        EXPECT_EQ(std::ranges::count(patterns, pattern), 1) << pattern;
    }
}

}  // namespace
}  // namespace site
