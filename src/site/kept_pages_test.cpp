// What is kept, and what goes when there is no room.
#include "site/kept_pages.hpp"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

std::shared_ptr<const http::Response> page(std::size_t size) {
    return std::make_shared<const http::Response>(http::html(std::string(size, 'x')));
}

TEST(KeptPages, GiveBackWhatWasKept) {
    site::KeptPages kept;
    EXPECT_EQ(kept.find("/en"), nullptr);
    kept.keep("/en", page(100));
    ASSERT_NE(kept.find("/en"), nullptr);
    EXPECT_EQ(kept.find("/en")->body.size(), 100U);
    EXPECT_EQ(kept.find("/ru"), nullptr);
    kept.keep("/en", page(200));
    EXPECT_EQ(kept.find("/en")->body.size(), 100U) << "the same address has the same bytes: the first stands";
}

TEST(KeptPages, LetTheLeastRecentlyAskedGoFirst) {
    site::KeptPages kept(4000);
    kept.keep("a", page(1000));
    kept.keep("b", page(1000));
    EXPECT_NE(kept.find("a"), nullptr);
    kept.keep("c", page(1000));
    EXPECT_NE(kept.find("a"), nullptr) << "asked for since";
    EXPECT_EQ(kept.find("b"), nullptr);
    EXPECT_NE(kept.find("c"), nullptr);
    EXPECT_LE(kept.bytes(), 4000U);
}

TEST(KeptPages, DoNotTakeWhatIsLargerThanAllTheirRoom) {
    site::KeptPages kept(4000);
    kept.keep("a", page(1000));
    kept.keep("large", page(4000));
    EXPECT_EQ(kept.find("large"), nullptr);
    EXPECT_NE(kept.find("a"), nullptr) << "nothing was thrown out for it";
}

TEST(KeptPages, StayWithinTheirRoomUnderManyThreads) {
    site::KeptPages kept(20'000);
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&kept, t] {
            for (int i = 0; i < 500; ++i) {
                const std::string key = std::to_string((i * 7 + t) % 40);
                if (!kept.find(key)) kept.keep(key, page(900));
            }
        });
    }
    threads.clear();
    EXPECT_LE(kept.bytes(), 20'000U);
    EXPECT_GT(kept.bytes(), 0U);
}

}  // namespace
