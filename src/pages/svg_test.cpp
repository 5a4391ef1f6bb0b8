#include "pages/svg.hpp"

#include <string>

#include <gtest/gtest.h>

namespace pages::svg {
namespace {

TEST(Across, IsWrittenExactlyAndWithoutIdleZeros) {
    const struct {
        int units;
        std::string text;
    } rows[] = {{0, "0%"}, {100'000, "100%"}, {12'345, "12.345%"}, {500, "0.5%"}, {-1'250, "-1.25%"}};
    for (const auto& row : rows) EXPECT_EQ(text_of({row.units}), row.text);
    EXPECT_EQ(text_of(across(215, 860)), "25%");
    EXPECT_EQ(pixels_of(across(290, 290), 290), 290);
}

TEST(Shortened, NeverExceedsItsRoomAndCutsWholeLetters) {
    EXPECT_EQ(shortened("Kyrgyzstan", 500), "Kyrgyzstan");
    const std::string text = "Решение о мерах по развитию системы кризисного реагирования";
    for (int room = 20; room < 360; room += 7) {
        SCOPED_TRACE(room);
        const std::string cut = shortened(text, room);
        EXPECT_LE(text_width(cut, Weight::regular), room);
        EXPECT_TRUE(cut == text || cut.ends_with("…"));
        const std::size_t kept = cut.size() - std::string("…").size();
        EXPECT_EQ(text.find(cut.substr(0, kept)), 0U);
        EXPECT_NE(static_cast<unsigned char>(text[kept]) & 0xC0U, 0x80U) << "half a letter";
    }
}

TEST(Shortened, LeavesNoHalfOfALetterBeforeTheEllipsis) {
    for (int room = 20; room < 200; ++room) {
        const std::string cut = shortened("обороту наркотиков, „и“ «так» далее по тексту", room);
        EXPECT_EQ(cut.find("\xd0…"), std::string::npos) << room;
        EXPECT_EQ(cut.find("\xe2\x80…"), std::string::npos) << room;
    }
}

TEST(Wrapped, BreaksBetweenWordsAndLosesNone) {
    const std::string text = "Statement of the foreign ministers on common approaches to security";
    const auto all = wrapped(text, 160, 9);
    std::string again;
    for (const std::string& line : all) {
        EXPECT_LE(text_width(line, Weight::regular), 160) << line;
        again += (again.empty() ? "" : " ") + line;
    }
    EXPECT_EQ(again, text);
    const auto two = wrapped(text, 160, 2);
    ASSERT_EQ(two.size(), 2U);
    EXPECT_TRUE(two.back().ends_with("…"));
    EXPECT_EQ(wrapped("", 100, 2).size(), 1U);
}

}  // namespace
}  // namespace pages::svg
