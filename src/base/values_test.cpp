// Names, exact fractions and plain values.
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/id.hpp"
#include "base/ratio.hpp"
#include "base/text.hpp"
#include "base/value.hpp"

namespace {

TEST(Id, IsTheSameThingForTheSameLetters) {
    EXPECT_EQ(base::MemberId::of("values-test-a"), base::MemberId::of("values-test-a"));
    EXPECT_NE(base::MemberId::of("values-test-a"), base::MemberId::of("values-test-b"));
    EXPECT_LT(base::MemberId::of("values-test-a"), base::MemberId::of("values-test-b"));
    EXPECT_TRUE(base::MemberId().empty());
    EXPECT_TRUE(base::MemberId::of("").empty());
}

TEST(Id, IsNotDeclaredByAskingForIt) {
    const auto before = base::names_in_use();
    EXPECT_FALSE(base::BodyId::known("values-test-never-declared").has_value());
    EXPECT_EQ(base::names_in_use(), before);
    const auto declared = base::BodyId::of("values-test-declared");
    EXPECT_EQ(base::BodyId::known("values-test-declared"), declared);
    EXPECT_GT(declared.ordinal(), 0U);
}

TEST(Id, KeepsLettersOfAnyLength) {
    for (const std::size_t size : {1U, 2U, 254U, 255U, 256U, 70'000U, (1U << 20) + 17U}) {
        const std::string letters(size, 'k');
        const auto id = base::SideId::of(letters);
        EXPECT_EQ(id.text(), letters) << size;
        EXPECT_EQ(base::SideId::of(letters), id);
        EXPECT_EQ(base::SideId::of_new(letters), id) << "new or not, one name";
    }
    EXPECT_EQ(base::SideId::of_new("values-test-fresh"), base::SideId::of("values-test-fresh"));
}

TEST(Id, StaysItselfAsThePoolGrows) {
    std::vector<base::ActId> all;
    for (int i = 0; i < 40'000; ++i) all.push_back(base::ActId::of("grows-" + std::to_string(i)));
    for (int i = 0; i < 40'000; ++i) {
        ASSERT_EQ(all[static_cast<std::size_t>(i)].text(), "grows-" + std::to_string(i));
        ASSERT_EQ(base::ActId::known("grows-" + std::to_string(i)), all[static_cast<std::size_t>(i)]);
    }
}

TEST(Id, IsOneFromManyThreads) {
    std::vector<std::vector<base::ActId>> found(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : found) {
            threads.emplace_back([&ids] {
                for (int i = 0; i < 5'000; ++i) ids.push_back(base::ActId::of("raced-" + std::to_string(i)));
            });
        }
    }
    for (const auto& ids : found) EXPECT_EQ(ids, found.front());
    EXPECT_EQ(found.front()[4'321].text(), "raced-4321");
}

TEST(Slug, IsLettersDigitsHyphensAndUnderscores) {
    for (const char* good : {"AM", "minsk-2023-11-23", "a", "hand_over", "1992"})
        EXPECT_TRUE(base::is_slug(good)) << good;
    for (const char* bad : {"", "a b", "a.b", "a/b", "Минск", "a\n", "<b>"})
        EXPECT_FALSE(base::is_slug(bad)) << bad;
    EXPECT_TRUE(base::is_slug(std::string(80, 'x')));
    EXPECT_FALSE(base::is_slug(std::string(81, 'x')));
}

TEST(Ratio, IsExact) {
    struct Row {
        const char* ratio;
        std::int64_t part, whole;
        int order;
    };
    const Row rows[] = {
        {"2/3", 2, 3, 0},
        {"2/3", 1, 2, -1},
        {"2/3", 667, 1000, 1},
        {"2/3", 666, 1000, -1},
        {"65%", 65, 100, 0},
        {"65%", 649, 1000, -1},
        {"1", 5, 5, 0},
        {"0", 0, 7, 0},
        {"55/100", 11, 20, 0},
        {"1/2", 3, 6, 0},
        {"1/3", 333'333'333, 1'000'000'000, -1},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.ratio) + " of " + std::to_string(row.part) + "/" +
                     std::to_string(row.whole));
        EXPECT_EQ(base::Ratio::read(row.ratio)->compare(row.part, row.whole), row.order);
    }
    for (const char* bad :
         {"", "3/2", "1/0", "two thirds", "0.66", "-1/2", "101%", "1/", "/2", "9999999999999/1"}) {
        EXPECT_FALSE(base::Ratio::read(bad).has_value()) << bad;
    }
}

TEST(Text, FallsBackToALanguageThereIs) {
    const base::Text text({{"en", "Minsk"}, {"ru", "Минск"}});
    EXPECT_EQ(text.in("ru"), "Минск");
    EXPECT_EQ(text.in("hy"), "Minsk");
    EXPECT_EQ(base::Text().in("en"), "");
    EXPECT_TRUE(base::Text().empty());
}

TEST(Value, IsNullWhereNothingIs) {
    const base::Value value = base::Object{{"a", base::List{1, "two"}}};
    EXPECT_TRUE(value["b"].is_null());
    EXPECT_TRUE(value["b"]["c"].is_null());
    EXPECT_EQ((*value["a"].list())[1].text(), "two");
    EXPECT_EQ(value["a"].text(), "");
}

TEST(Value, OfWhichACopyIsChangedStaysAsItWas) {
    base::Value whole = base::Object{{"list", base::List{1, 2}}, {"name", "one"}};
    base::Value copy = whole;
    EXPECT_EQ(std::as_const(copy).object(), std::as_const(whole).object()) << "one tree";
    EXPECT_EQ(copy, whole);
    copy.object()->at("list").list()->push_back(3);
    EXPECT_EQ(whole["list"], base::Value(base::List{1, 2}));
    EXPECT_EQ(copy["list"], base::Value(base::List{1, 2, 3}));
    EXPECT_NE(copy, whole);
    copy.object()->at("list").list()->pop_back();
    EXPECT_EQ(copy, whole) << "equal, and no more one tree";
    EXPECT_NE(base::Value(base::List()), base::Value(base::Object()));
    EXPECT_EQ(base::Value(base::List()), base::Value(base::List()));
    EXPECT_EQ(base::Value("text").list(), nullptr);
}

}  // namespace
