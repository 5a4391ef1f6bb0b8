#include "pages/matrix_drawings.hpp"

#include <gtest/gtest.h>

#include "pages/testing_drawings.hpp"

namespace pages {
namespace {

using testing_drawings::count;
using words::Language;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

AttendanceChart many_sessions() {
    AttendanceChart chart{.id = "a", .title = "Attendance", .description = "d", .sessions = {}, .rows = {}};
    for (int year = 2002; year < 2042; ++year) chart.sessions.push_back({*base::Day::from(year, 6, 1)});
    chart.rows = {{"Armenia", std::vector(40, Shape::full)}, {"Belarus", std::vector(40, Shape::open)}};
    return chart;
}

TEST(AttendanceChart, HasAShapeForEveryMemberAndSession) {
    const std::string text = attendance_chart(Language::en, many_sessions()).text();
    for (const char* rendering : {"w", "n"}) {
        EXPECT_EQ(count(text, std::string("<use href=\"#a-") + rendering + "-p\""), 40U);
        EXPECT_EQ(count(text, std::string("<use href=\"#a-") + rendering + "-a\""), 40U);
        EXPECT_EQ(count(text, std::string("<g id=\"a-") + rendering + "-p\" class"), 1U);
    }
    EXPECT_TRUE(has(text, "present</li>"));
    EXPECT_TRUE(has(text, "absent</li>"));
    EXPECT_FALSE(has(text, "not a member")) << "the legend explains what is there";
    // On a narrow screen the names come again for the sessions that found no room beside the first.
    EXPECT_GT(count(text, ">Armenia</text>"), 2U);
    testing_drawings::is_named_and_described(text, "a");
    testing_drawings::keeps_its_words_apart(text);
}

TEST(AttendanceChart, NamesTheYearOfEverySessionAndTheParts) {
    AttendanceChart chart = many_sessions();
    chart.sessions[0].part = "CFM";
    chart.sessions[1].part = "Permanent Council";
    chart.sessions[38].part = "Parliamentary Assembly";
    const std::string text = attendance_chart(Language::en, chart).text();
    for (int year = 2002; year < 2042; ++year)
        EXPECT_EQ(count(text, ">" + std::to_string(year) + "</text>"), 2U) << year;
    EXPECT_EQ(count(text, ">CFM</text>"), 2U);
    EXPECT_GE(count(text, "<line class=\"part\""), 6U) << "each part begins with an edge, in each rendering";
    testing_drawings::keeps_its_words_apart(text);
}

TEST(AttendanceChart, LeavesOutOfABlockWhoWasNoMemberInIt) {
    AttendanceChart chart = many_sessions();
    chart.rows.push_back({"Georgia", std::vector(40, Shape::dash)});
    chart.rows.back().cells[0] = Shape::half;
    const std::string text = attendance_chart(Language::en, chart).text();
    EXPECT_EQ(count(testing_drawings::rendering(text, "wide"), ">Georgia</text>"), 1U);
    EXPECT_EQ(count(testing_drawings::rendering(text, "narrow"), ">Georgia</text>"), 1U);
    EXPECT_GT(count(testing_drawings::rendering(text, "narrow"), ">Belarus</text>"), 1U);
    EXPECT_TRUE(has(text, "a member by one account only</li>"));
}

TEST(AttendanceChart, StandsWithNothingInIt) {
    const AttendanceChart empty{.id = "e", .title = "t", .description = "d", .sessions = {}, .rows = {}};
    EXPECT_EQ(count(attendance_chart(Language::en, empty).text(), "role=\"img\""), 2U);
}

BindingChart papers(std::vector<std::string> members) {
    const std::size_t n = members.size();
    std::vector<Shape> cells(n, Shape::full);
    cells[0] = Shape::half;
    std::vector<Shape> others(n, Shape::awaiting);
    others[0] = Shape::open;
    return {.id = "bound",
            .title = "Papers",
            .description = "d",
            .members = std::move(members),
            .groups = {{"Session of the Council in a city with a long name, 22 November 2023, joint meeting",
                        {{"Statement of the foreign ministers on common approaches to the security of the "
                          "continent and of all its parts, of which there are many",
                          cells},
                         {"Budget", others}}}},
            .legend = {{Sign::present, "bound"}, {Sign::depends, "depends"}}};
}

TEST(BindingChart, KeepsItsWordsApartForAnyNumberOfMembers) {
    const std::vector<std::string> names = {"Армения",     "Беларусь",   "Казахстан", "Кыргызстан", "Россия",
                                            "Таджикистан", "Узбекистан", "Грузия",    "Азербайджан"};
    for (std::size_t n = 1; n <= names.size(); ++n) {
        SCOPED_TRACE(n);
        const auto members = std::vector<std::string>(names.begin(), names.begin() + static_cast<long>(n));
        const std::string text = binding_chart(papers(members)).text();
        testing_drawings::is_named_and_described(text, "bound");
        testing_drawings::keeps_its_words_apart(text);
        for (const std::string& name : members) EXPECT_EQ(count(text, ">" + name + "</text>"), 2U);
        EXPECT_EQ(count(text, "<use "), 2 * 2 * n);
    }
}

TEST(BindingChart, DrawsAGroupAtATimeAndALongGroupInParts) {
    const MatrixRow row{"Budget", {Shape::full, Shape::half}};
    const BindingChart chart{
        .id = "bound",
        .title = "Papers",
        .description = "Two sessions.",
        .members = {"Armenia", "Belarus"},
        .groups = {{"Session in Minsk", std::vector(25, row)}, {"Session in Astana", {row}}},
        .legend = {}};
    const std::string text = binding_chart(chart).text();
    EXPECT_EQ(count(text, "role=\"img\""), 3U * 2U) << "twenty papers, five, and one";
    EXPECT_EQ(count(text, ">Armenia</text>"), 3U * 2U) << "the members' names head every part";
    EXPECT_EQ(count(text, ">Session in Minsk</text>"), 2U * 2U);
    EXPECT_EQ(count(text, ">Session in Astana</text>"), 2U);
    EXPECT_EQ(count(text, "<use "), 26U * 2U * 2U);
    EXPECT_EQ(count(text, ">Papers: Session in Astana</title>"), 2U);
    EXPECT_EQ(count(text, "Two sessions. Budget;"), 2U) << "the first part describes the whole";
    for (const char* id : {"bound-w-t", "bound2-w-t", "bound3-w-t", "bound3-n-p"})
        EXPECT_EQ(count(text, std::string("id=\"") + id + "\""), 1U) << id;
    testing_drawings::keeps_its_words_apart(text);
}

TEST(BindingChart, StandsWithNothingInIt) {
    const std::string text = binding_chart({.id = "e",
                                            .title = "t",
                                            .description = "d",
                                            .members = {},
                                            .groups = {{"Session", {}}},
                                            .legend = {}})
                                 .text();
    EXPECT_EQ(count(text, "<svg"), 0U);
}

TEST(BindingChart, DefinesTheShapesItUsesAndNoOthers) {
    const std::string text = binding_chart(papers({"A", "B"})).text();
    for (const char* id : {"bound-w-p", "bound-w-h", "bound-w-w", "bound-w-a", "bound-n-p"})
        EXPECT_EQ(count(text, std::string("<g id=\"") + id + "\""), 1U) << id;
    EXPECT_FALSE(has(text, "bound-w-n\""));
}

}  // namespace
}  // namespace pages
