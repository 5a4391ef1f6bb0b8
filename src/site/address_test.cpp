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
