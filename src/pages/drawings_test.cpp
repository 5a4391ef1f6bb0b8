#include "pages/drawings.hpp"

#include <string>

#include <gtest/gtest.h>

#include "pages/text_width.hpp"

namespace pages {
namespace {

using base::operator""_day;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

BandChart two_chairs() {
    return {.id = "chairs",
            .title = "Who chaired <then>",
            .description = "Two rows & one hand-over.",
            .first = "2020-01-01"_day,
            .last = "2024-01-01"_day,
            .rows = {{"Armenia", {{.first = "2021-01-01"_day, .last = "2022-11-23"_day}}},
                     {"Belarus",
                      {{.first = "2023-01-01"_day,
                        .last = std::nullopt,
                        .style = BandStyle::broken,
                        .label = "to come"}}}},
            .hand_overs = {{0, 1, "2022-12-12"_day, HandOver::Kind::disputed, "2022: day disputed", "2022"}},
            .today = TodayLine{"2023-06-01"_day, "1 June 2023", "to come"},
            .legend = {{Sign::solid, "in the chair"}, {Sign::disputed_hand_over, "day disputed"}}};
}

TEST(BandChart, IsNamedAndDescribedInBothRenderings) {
    const std::string text = band_chart(two_chairs()).text();
    EXPECT_TRUE(has(text, "<svg class=\"wide\""));
    EXPECT_TRUE(has(text, "<svg class=\"narrow\""));
    EXPECT_EQ(count(text, "role=\"img\""), 2U);
    EXPECT_TRUE(has(text, "aria-labelledby=\"chairs-w-t chairs-w-d\""));
    EXPECT_EQ(count(text, "<title id=\"chairs-n-t\">Who chaired &lt;then&gt;</title>"), 1U);
    EXPECT_EQ(count(text, "Two rows &amp; one hand-over."), 3U);  // and where pictures are off
    EXPECT_EQ(text, band_chart(two_chairs()).text());
}

TEST(BandChart, NeverScalesItsWords) {
    const std::string text = band_chart(two_chairs()).text();
    EXPECT_EQ(count(text, "viewBox"), 2U) << "only the legend's swatches, of fixed size";
    EXPECT_EQ(count(text, "width=\"100%\""), 2U);
}

TEST(BandChart, PlacesDaysInProportion) {
    // Names before the bands take a share of the wide drawing; the narrow one begins 6 of 290 pixels in.
    BandChart chart = two_chairs();
    chart.first = "2021-01-01"_day;
    chart.last = "2023-01-01"_day;
    chart.rows = {{"A", {{.first = "2021-01-01"_day, .last = "2021-12-31"_day}}}};
    chart.hand_overs = {};
    chart.today = {};
    const std::string text = band_chart(chart).text();
    const std::string narrow = text.substr(text.find("<svg class=\"narrow\""));
    // (290 - 6 - 8) / 290 = 95.172 %, of which 2021 is 365 of 730 days.
    EXPECT_TRUE(has(narrow, "<rect class=\"b\" x=\"2.068%\"")) << narrow;
    EXPECT_TRUE(has(narrow, "width=\"47.586%\" height=\"18\"")) << narrow;
}

TEST(BandChart, DrawsASingleDayAsAMarkThatCanBeSeen) {
    BandChart chart = two_chairs();
    chart.first = "1992-01-01"_day;
    chart.rows = {{"Armenia", {{.first = "2021-01-01"_day, .last = "2021-01-01"_day}}}, {"Belarus", {}}};
    chart.hand_overs = {};
    const std::string text = band_chart(chart).text();
    EXPECT_TRUE(has(text, "width=\"0.348%\"")) << "3 of 860 pixels";
    EXPECT_TRUE(has(text, "width=\"1.034%\"")) << "3 of 290 pixels";
}

TEST(BandChart, MarksADisputedHandOverAndOnlyThat) {
    const std::string text = band_chart(two_chairs()).text();
    EXPECT_EQ(count(text, "M0-9 9 0 0 9-9 0z"), 2U);
    BandChart settled = two_chairs();
    settled.hand_overs[0].kind = HandOver::Kind::settled;
    EXPECT_EQ(count(band_chart(settled).text(), "M0-9 9 0 0 9-9 0z"), 0U);
}

TEST(BandChart, LeavesOutWordsThatFindNoRoom) {
    BandChart chart = two_chairs();
    chart.rows[0].bands[0].label = std::string(400, 'w');
    chart.events = {{"2021-06-01"_day, std::string(400, 'm'), ""}};
    const std::string text = band_chart(chart).text();
    EXPECT_FALSE(has(text, "www"));
    EXPECT_FALSE(has(text, "mmm"));
}

TEST(BandChart, StandsWithNothingInIt) {
    const BandChart empty{
        .id = "e", .title = "t", .description = "d", .first = "2020-01-01"_day, .last = "2020-01-01"_day};
    EXPECT_EQ(count(band_chart(empty).text(), "<svg"), 2U);
}

TEST(EnlargedHandOver, SplitsBothBandsAlike) {
    const std::string text = enlarged_hand_overs(words::Language::ru, {{.id = "h2022",
                                                                        .title = "2022: Армения — Беларусь",
                                                                        .description = "Два дня.",
                                                                        .from = "Армения",
                                                                        .to = "Беларусь",
                                                                        .earlier = "2022-11-23"_day,
                                                                        .later = "2023-01-01"_day,
                                                                        .earlier_label = "день сессии",
                                                                        .later_label = "календарный год",
                                                                        .says = html::el<"p">("…")}})
                                 .text();
    EXPECT_TRUE(has(text, ">23 нояб. 2022<"));
    EXPECT_TRUE(has(text, ">1 янв. 2023<"));
    EXPECT_EQ(count(text, "preserveAspectRatio=\"none\""), 2U);
    EXPECT_TRUE(has(text, "<h3>2022: Армения — Беларусь</h3>"));
}

TEST(TextWidth, KnowsBothAlphabets) {
    EXPECT_EQ(text_width("", Weight::regular), 0);
    // As Chromium measures them at 1000 px in Noto Sans: 5156 and 5866.
    EXPECT_EQ(text_width("Kyrgyzstan", Weight::regular, 10000), 5156);
    EXPECT_EQ(text_width("Кыргызстан", Weight::regular, 10000), 5866);
    EXPECT_EQ(text_width("Таджикистан", Weight::semibold, 10000), 7112);
    EXPECT_EQ(text_width("\xff\xd0", Weight::regular, 10), text_width("\xd0\xff", Weight::regular, 10));
}

}  // namespace
}  // namespace pages
