#include "law/around.hpp"

#include <gtest/gtest.h>

namespace law {
namespace {

TEST(Around, FindsTheLastThatCameAndTheFirstThatDidNot) {
    struct Row {
        const char* what;
        std::vector<int> all;
        int last, next;  // 0: none
    };
    const Row rows[] = {
        {"nothing at all", {}, 0, 0},
        {"all ahead", {11, 12}, 0, 11},
        {"all past", {1, 2}, 2, 0},
        {"between", {1, 2, 11, 12}, 2, 11},
        {"out of order: each by itself", {11, 1, 12}, 1, 11},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        std::vector<int> asked;
        const auto [last, next] = around(row.all, [&](int one) {
            asked.push_back(one);
            return one < 10;
        });
        EXPECT_EQ(last ? *last : 0, row.last);
        EXPECT_EQ(next ? *next : 0, row.next);
        EXPECT_EQ(asked, row.all) << "each once, in order";
    }
}

}  // namespace
}  // namespace law
