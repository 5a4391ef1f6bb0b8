#include "server/log_api.hpp"

#include <gtest/gtest.h>

#include "encoding/json.hpp"

namespace server {
namespace {

base::Value body_of(const http::Response& response) {
    return *encoding::read_json(response.body, encoding::document_limits);
}

TEST(AReceipt, HasAProofOrNone) {
    registry::Receipt receipt{.entry = 7, .checkpoint = "organisation.example/log\n8\n", .path = {}};
    const auto without = response_to(receipt, {});
    EXPECT_EQ(without.status, 201);
    EXPECT_EQ(*body_of(without)["entry"].number(), 7);
    EXPECT_TRUE(body_of(without)["proof"].is_null());
    // A path of no hashes is that of a log of one entry, and another thing than none.
    receipt.path = std::vector<merkle::Hash>();
    EXPECT_NE(body_of(response_to(receipt, {}))["proof"].text().find("index 7"), std::string_view::npos);
}

TEST(AStoreThatCannotBeRead, IsNoRefusalAndMayBeTriedAgain) {
    const registry::Closed closed{registry::Closed::Why::store_failed,
                                  {{"trouble", "failed"}, {"problem", "a disk"}}};
    const auto response = response_to(closed, {});
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(body_of(response)["code"].text(), "store_failed");
    EXPECT_TRUE(body_of(response)["refusal"].is_null());
}

}  // namespace
}  // namespace server
