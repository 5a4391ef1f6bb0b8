#include "office/linked_data.hpp"

#include <gtest/gtest.h>

#include "office/sitemap.hpp"
#include "office/testing_office.hpp"

namespace office {
namespace {

using testing::Desk;

TEST(LinkedData, SaysOfASessionWhatIsSettled) {
    const Desk desk;
    const auto said = [&](const char* session) {
        return session_data(desk.head(), desk.ask("session", {{"session", session}}),
                            "https://example.org/x");
    };
    const base::Value port = said("port-1991");
    EXPECT_EQ(port["@type"].text(), "Event");
    EXPECT_EQ(port["startDate"].text(), "1991-05-02");
    EXPECT_EQ(port["url"].text(), "https://example.org/x");
    ASSERT_NE(port["attendee"].list(), nullptr);
    EXPECT_EQ(port["attendee"].list()->size(), 1U);  // of the other state nothing is on record
    EXPECT_TRUE(said("spring-1992").is_null()) << "one of two days is no day";
    EXPECT_TRUE(said("autumn-1993").is_null()) << "announced is not held";
}

TEST(LinkedData, SaysOfTheOrganisationWhoItsMembersAre) {
    const Desk desk;
    const base::Value about =
        organisation_data(desk.head(), desk.ask("members"), "https://example.org/en")["about"];
    EXPECT_EQ(about["@type"].text(), "GovernmentOrganization");
    EXPECT_EQ(about["name"].text(), "Test & Sons <Organisation>");
    ASSERT_NE(about["member"].list(), nullptr);
    EXPECT_EQ(about["member"].list()->size(), 2U);
}

TEST(LinkedData, SaysOfAnInstrumentWhetherItIsInForce) {
    const Desk desk;
    const base::Value pact =
        instrument_data(desk.head(), desk.ask("in-force", {{"paper", "pact"}}), "https://example.org/en");
    EXPECT_EQ(pact["@type"].text(), "Legislation");
    EXPECT_EQ(pact["legislationLegalForce"].text(), "https://schema.org/InForce");
    EXPECT_EQ(pact["legislationDateOfApplicability"].text(), "1990-03-01");
}

TEST(LinkedData, SaysNothingOfAHolderWhoIsNotOnRecord) {
    const Desk later;
    EXPECT_TRUE(holder_data(later.head(), later.ask("holder", {{"post", "clerk"}}), "x").is_null());
    const Desk then(words::Language::en, "1993-02-01");
    const base::Value about = holder_data(then.head(), then.ask("holder", {{"post", "clerk"}}), "x")["about"];
    EXPECT_EQ(about["@type"].text(), "Person");
    EXPECT_EQ(about["name"].text(), "Ann Example");
}

TEST(SiteMap, HasEveryPageInEveryLanguage) {
    const std::string map = sitemap({{{words::Language::en, "https://example.org/en/a&b"},
                                      {words::Language::ru, "https://example.org/ru/a&b"}}});
    EXPECT_EQ(testing::count(map, "<loc>"), 2U);
    EXPECT_EQ(testing::count(map, "<xhtml:link"), 4U);
    EXPECT_TRUE(testing::has(map, "<loc>https://example.org/en/a&amp;b</loc>"));
}

}  // namespace
}  // namespace office
