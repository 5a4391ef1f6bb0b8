// Shares, amounts and hours as a person writes them, in both languages, and what is none of these.
#include "words/figures.hpp"

#include <string>

#include <gtest/gtest.h>

namespace words {
namespace {

TEST(Share, IsInPercentWhereThatIsAWholeNumber) {
    const struct {
        const char* fraction;
        const char* en;
        const char* ru;
    } rows[] = {
        {"1/2", "50%", "50\u00A0%"},   {"1/10", "10%", "10\u00A0%"},
        {"1/1", "100%", "100\u00A0%"}, {"3/4", "75%", "75\u00A0%"},
        {"1/100", "1%", "1\u00A0%"},   {"1/3", "1/3", "1/3"},
        {"1/8", "1/8", "1/8"},         {"", "", ""},
        {"half", "half", "half"},      {"1/0", "1/0", "1/0"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.fraction);
        EXPECT_EQ(share(Language::en, row.fraction), row.en);
        EXPECT_EQ(share(Language::ru, row.fraction), row.ru);
    }
}

TEST(Money, IsSaidWithItsCurrency) {
    enum class Is { exact, about, about_as_written };
    const struct {
        std::int64_t amount;
        const char* currency;
        Is is;
        const char* en;
        const char* ru;
    } rows[] = {
        {0, "RUB", Is::exact, "0 roubles", "0 рублей"},
        {1, "RUB", Is::exact, "1 rouble", "1 рубль"},
        {2, "RUB", Is::exact, "2 roubles", "2 рубля"},
        {5, "RUB", Is::exact, "5 roubles", "5 рублей"},
        {11, "RUB", Is::exact, "11 roubles", "11 рублей"},
        {14, "RUB", Is::exact, "14 roubles", "14 рублей"},
        {21, "RUB", Is::exact, "21 roubles", "21 рубль"},
        {22, "RUB", Is::exact, "22 roubles", "22 рубля"},
        {111, "RUB", Is::exact, "111 roubles", "111 рублей"},
        {999, "RUB", Is::exact, "999 roubles", "999 рублей"},
        {1'000, "RUB", Is::exact, "1,000 roubles", "1\u00A0000 рублей"},
        {53'220'000, "RUB", Is::exact, "53,220,000 roubles", "53\u00A0220\u00A0000 рублей"},
        {1, "RUB", Is::about, "about 1 rouble", "около 1 рубля"},
        {2, "RUB", Is::about, "about 2 roubles", "около 2 рублей"},
        {11, "RUB", Is::about, "about 11 roubles", "около 11 рублей"},
        {21, "RUB", Is::about, "about 21 roubles", "около 21 рубля"},
        {53'220'000, "RUB", Is::about, "about 53,220,000 roubles", "около 53\u00A0220\u00A0000 рублей"},
        {53'220'000, "RUB", Is::about_as_written, "about 53,220,000 roubles",
         "около 53\u00A0220\u00A0000 рублей"},
        {5'000, "XAU", Is::exact, "5,000 XAU", "5\u00A0000 XAU"},
        {5'000, "XAU", Is::about, "about 5,000 XAU", "около 5\u00A0000 XAU"},
        {-999, "XAU", Is::exact, "-999 XAU", "-999 XAU"},
        {-1'000, "XAU", Is::exact, "-1,000 XAU", "-1\u00A0000 XAU"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.en);
        base::Object money{{"currency", row.currency}, {"amount", row.amount}};
        if (row.is == Is::about) money.emplace("about", true);
        if (row.is == Is::about_as_written)
            money.insert_or_assign("amount", base::Object{{"about", row.amount}});
        EXPECT_EQ(words::money(Language::en, money), row.en);
        EXPECT_EQ(words::money(Language::ru, money), row.ru);
    }
}

TEST(Money, IsNothingWithoutAnAmount) {
    for (const base::Value& value :
         {base::Value(), base::Value("53220000"), base::Value(base::Object{{"currency", "RUB"}}),
          base::Value(base::Object{{"currency", "RUB"}, {"amount", "much"}})}) {
        EXPECT_EQ(money(Language::en, value), "");
        EXPECT_EQ(money(Language::ru, value), "");
    }
}

TEST(Hour, IsSaidWithItsZoneOrThatNoneIsStated) {
    const struct {
        const char* clock;
        const char* en;
        const char* ru;
    } rows[] = {
        {"02:50", "02:50 (zone not stated)", "02:50 (пояс не указан)"},
        {"02:50Z", "02:50 (UTC)", "02:50 (UTC)"},
        {"02:50+03:00", "02:50 (UTC+3)", "02:50 (UTC+3)"},
        {"19:30+06:00", "19:30 (UTC+6)", "19:30 (UTC+6)"},
        {"19:30+05:30", "19:30 (UTC+5:30)", "19:30 (UTC+5:30)"},
        {"19:30-03:30", "19:30 (UTC−3:30)", "19:30 (UTC−3:30)"},
        {"19:30+05:05", "19:30 (UTC+5:05)", "19:30 (UTC+5:05)"},
        {"19:30-00:30", "19:30 (UTC−0:30)", "19:30 (UTC−0:30)"},
        {"", "", ""},
        {"24:00", "", ""},
        {"2:50", "", ""},
        {"02:50 ", "", ""},
        {"02:50+3", "", ""},
        {"at dawn", "", ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.clock);
        EXPECT_EQ(hour(Language::en, row.clock), row.en);
        EXPECT_EQ(hour(Language::ru, row.clock), row.ru);
    }
}

}  // namespace
}  // namespace words
