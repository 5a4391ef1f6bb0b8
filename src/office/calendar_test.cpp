#include "office/calendar.hpp"

#include <gtest/gtest.h>

#include "office/testing_office.hpp"

namespace office {
namespace {

using testing::count;
using testing::Desk;
using testing::has;

// The lines before folding.
std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
    return text;
}
// The event whose summary begins so.
std::string event(const std::string& calendar, std::string_view summary) {
    const auto at = calendar.find("SUMMARY;LANGUAGE=en:" + std::string(summary));
    if (at == std::string::npos) return "no such event";
    const auto begin = calendar.rfind("BEGIN:VEVENT", at);
    return calendar.substr(begin, calendar.find("END:VEVENT", begin) - begin);
}

TEST(Calendar, ConfirmsWhatWasHeldAndSaysTentativelyWhatWasAnnounced) {
    const Desk desk;
    const std::string text = unfolded(icalendar(desk.head(), {.title = "TO: sessions"}));
    struct Row {
        const char* summary;
        const char* first;
        const char* after;
        const char* status;
    };
    const Row rows[] = {
        {"Session in Port\\, 2 May 1991\r\n", "19910502", "19910503", "CONFIRMED"},
        {"Spring meeting (30 April or 1 May 1992)\r\n", "19920430", "19920502", "CONFIRMED"},
        {"Autumn session (the fourth quarter of 1993)\r\n", "19931001", "19940101", "TENTATIVE"},
        {"Summer session (July 1993)\r\n", "19930701", "19930801", "CANCELLED"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.summary);
        const std::string one = event(text, row.summary);
        EXPECT_TRUE(has(one, std::string("DTSTART;VALUE=DATE:") + row.first + "\r\n")) << one;
        EXPECT_TRUE(has(one, std::string("DTEND;VALUE=DATE:") + row.after + "\r\n")) << one;
        EXPECT_TRUE(has(one, std::string("STATUS:") + row.status + "\r\n")) << one;
        EXPECT_EQ(has(one, "no more exactly"),
                  row.status != std::string_view("CONFIRMED") || has(row.summary, "("));
    }
    EXPECT_EQ(count(text, "BEGIN:VEVENT"), std::size(rows));
    EXPECT_TRUE(has(event(text, "Session in Port"), "DTSTAMP:19910502T000000Z\r\n"));
}

TEST(Calendar, OfABodyHasItsSessionsAlone) {
    const Desk desk;
    const auto of = [&](const char* body) {
        return icalendar(desk.head(), {.title = "x", .body = base::BodyId::of(body)});
    };
    EXPECT_EQ(count(of("council"), "BEGIN:VEVENT"), 3U);
    EXPECT_EQ(count(of("committee"), "BEGIN:VEVENT"), 1U);
}

TEST(Calendar, ASessionKeepsItsIdWhenItIsHeldAndInEveryLanguage) {
    law::testing::World world = testing::founded();
    const auto id_of = [](const std::string& calendar, std::string_view summary) {
        const auto at = calendar.find(summary);
        const auto uid = calendar.rfind("UID:", at);
        return at == std::string::npos ? "none" : calendar.substr(uid, calendar.find('\r', uid) - uid);
    };
    const Desk en;
    const Desk ru(words::Language::ru);
    EXPECT_EQ(id_of(icalendar(en.head(), {.title = "x"}), "Autumn session"),
              id_of(icalendar(ru.head(), {.title = "x"}), "Осенняя сессия"));
}

TEST(Calendar, EscapesWhatWouldEndAValue) {
    const std::pair<const char*, const char*> rows[] = {
        {"a, b; c\\d", "a\\, b\\; c\\\\d"},
        {"two\nlines", "two\\nlines"},
        {"a return\r\nand BEGIN:VEVENT", "a return\\nand BEGIN:VEVENT"},
        {"bell\a", "bell"},
        {"tab\tstays", "tab\tstays"},
    };
    for (const auto& [text, value] : rows) EXPECT_EQ(calendar_text(text), value);
}

TEST(Calendar, FoldsLinesAfterSeventyFiveBytesAndNeverWithinACharacter) {
    const std::string lines[] = {"short", std::string(75, 'a'), std::string(76, 'a'), std::string(300, 'a')};
    for (const std::string& line : lines) {
        SCOPED_TRACE(line.size());
        EXPECT_EQ(unfolded(folded(line)), line + "\r\n");
    }
    EXPECT_EQ(folded(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string line(shift, 'x');
        for (int i = 0; i < 60; ++i) line += i % 2 == 0 ? "Ж" : "\U0001F5CE";
        const std::string text = folded(line);
        EXPECT_EQ(unfolded(text), line + "\r\n");
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find("\r\n", at);
            EXPECT_LE(end - at, 75U);
            const auto first = static_cast<unsigned char>(text[text[at] == ' ' ? at + 1 : at]);
            EXPECT_NE(first & 0xC0U, 0x80U) << "a line begins within a character";
            at = end + 2;
        }
    }
}

}  // namespace
}  // namespace office
