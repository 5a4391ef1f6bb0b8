#include "office/tables.hpp"

#include <gtest/gtest.h>

#include "law/inquiry.hpp"
#include "office/testing_office.hpp"

namespace office {
namespace {

using testing::Desk;

TEST(Csv, MakesCellsHarmlessThatASpreadsheetWouldExecute) {
    struct Row {
        const char* what;
        const char* text;
        const char* cell;
    };
    const Row rows[] = {
        {"a word", "Armenia", "Armenia"},
        {"nothing", "", ""},
        {"a formula", "=1+1", "'=1+1"},
        {"a formula with a comma", "=HYPERLINK(\"http://example.org\",\"x\")",
         "\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\""},
        {"plus", "+7 495", "'+7 495"},
        {"minus", "-2", "'-2"},
        {"at", "@SUM(A1)", "'@SUM(A1)"},
        {"a tab before it", "\t=1", "'\t=1"},
        {"a return before it", "\r=1", "\"'\r=1\""},
        {"a line end before it", "\n=1", "\"'\n=1\""},
        {"a full-width sign", "＝1", "'＝1"},
        {"a sign further on", "a=b", "a=b"},
        {"a comma", "Minsk, 2023", "\"Minsk, 2023\""},
        {"quotation marks", "the \"Pact\"", "\"the \"\"Pact\"\"\""},
        {"two lines", "a\nb", "\"a\nb\""},
        {"Russian", "«Пакт»", "«Пакт»"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(csv_cell(row.text), row.cell);
    }
}

TEST(Csv, HasAHeaderAndEndsEveryLineWithReturnAndLineFeed) {
    EXPECT_EQ(csv({.columns = {"a", "b"}, .rows = {{"1", "x,y"}, {"", "2"}}}), "a,b\r\n1,\"x,y\"\r\n,2\r\n");
    EXPECT_EQ(csv({.columns = {"a"}, .rows = {}}), "a\r\n");
}

// The columns are promised for ever: a change here is a change of docs/tables.md, and of other people's work.
TEST(Tables, HaveTheColumnsThatWerePromised) {
    const Desk desk;
    const auto columns = [](const CsvTable& table) {
        std::string all;
        for (const auto column : table.columns) all += (all.empty() ? "" : " ") + std::string(column);
        for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
        return all;
    };
    const auto session = desk.ask("session", {{"session", "port-1991"}});
    const std::vector<questions::Answer> sessions{session};
    EXPECT_EQ(columns(members_table(desk.names(), questions::membership_history(desk.view()))),
              "state name first last standing status of participation since rests_on");
    EXPECT_EQ(columns(chairs_table(desk.names(), desk.ask("chairs", {{"body", "council"}}))),
              "body state name term year from until in_place_of by_order act sources rests_on");
    EXPECT_EQ(
        columns(sessions_table(desk.names(), sessions)),
        "session title on announced_for bodies kind mode place members present absent standing rests_on");
    EXPECT_EQ(columns(papers_table(desk.names(), sessions)),
              "paper title kind session body adopted_on acts sources rests_on");
    EXPECT_EQ(columns(attendance_table(desk.names(), session)),
              "session state name was person person_name capacity acts sources rests_on");
    EXPECT_EQ(columns(posts_table(desk.names(), std::vector{desk.ask("holder", {{"post", "clerk"}})})),
              "post name person person_name state acting since until standing rests_on");
    EXPECT_EQ(columns(sources_table(desk.head(), {})), "source name kind published address entries_citing");
    EXPECT_EQ(columns(differences_table(desk.names(), law::disputes(desk.view()))),
              "dispute name side side_name held_by holder_kind person on act sources rests_on");
    EXPECT_EQ(columns(rulebook_table(desk.names())),
              "rule name article says since until read sources kind subjects");
    EXPECT_EQ(columns(gaps_table(desk.names(), desk.ask("gaps"))),
              "gap says session body post instrument rule member");
    EXPECT_EQ(columns(timeline_table(desk.names(), desk.ask("timeline", {{"about", "AA"}}))),
              "on known_on act kind says place event sources rests_on");
}

TEST(Tables, SayWhatIsOnRecordAndLeaveEmptyWhatIsNot) {
    const Desk desk;
    const auto members = members_table(desk.names(), questions::membership_history(desk.view()));
    ASSERT_FALSE(members.rows.empty());
    EXPECT_EQ(members.rows.back(),
              (std::vector<std::string>{"BB", "Beland", "1990-03-01", "", "settled", "member", "organisation",
                                        "", "1990-03-01", "official"}));
    const auto timeline = timeline_table(desk.names(), desk.ask("timeline", {{"about", "ann"}}));
    EXPECT_EQ(timeline.rows,
              (std::vector<std::vector<std::string>>{{"1993-02-01", "1993-09-09", "ann-attested", "attested",
                                                      "Ann Example is reported as Clerk", "", "ann-attested",
                                                      "gazette", "official"}}));
    const auto came = attendance_table(desk.names(), desk.ask("session", {{"session", "port-1991"}}));
    ASSERT_EQ(came.rows.size(), 2U);
    EXPECT_EQ(came.rows[0][3], "present");
    EXPECT_EQ(came.rows[1][3], "not_on_record");
}

}  // namespace
}  // namespace office
