#include "pages/share_drawing.hpp"

#include <gtest/gtest.h>

#include "pages/testing_drawings.hpp"

namespace pages {
namespace {

using testing_drawings::count;

ShareBar bar(std::string_view share, std::string figure) {
    return {base::Ratio::read(share), std::move(figure)};
}

ShareChart two_scales() {
    return {.id = "shares",
            .title = "Shares",
            .description = "Two scales.",
            .states = {"Armenia", "Kazakhstan", "Russia"},
            .scales = {{"Budgets for 2006 of the command of the forces and of the standing staff group",
                        {{}, bar("3/10", "30%"), bar("1/2", "50%")}},
                       {"As told on 11 December 2024",
                        {bar("1/10", "10%"), bar("1/10", "10%"), bar("1/2", "50%")}}},
            .not_on_record = "not on record",
            .legend = {{Sign::solid, "share"}, {Sign::gap, "not on record"}}};
}

TEST(ShareChart, IsNamedAndKeepsItsWordsApart) {
    const std::string text = share_chart(two_scales()).text();
    testing_drawings::is_named_and_described(text, "shares");
    testing_drawings::keeps_its_words_apart(text);
}

TEST(ShareChart, GivesEachShareABarInProportionAndItsFigure) {
    const std::string narrow = testing_drawings::rendering(share_chart(two_scales()).text(), "narrow");
    std::vector<double> widths;
    for (std::size_t at = narrow.find("<rect"); at != std::string::npos; at = narrow.find("<rect", at + 1)) {
        const std::string tag = narrow.substr(at, narrow.find('>', at) - at);
        widths.push_back(testing_drawings::pixels(testing_drawings::attribute(tag, "width"), 100'000));
    }
    ASSERT_EQ(widths.size(), 5U);
    EXPECT_NEAR(widths[0] / widths[1], 0.6, 0.001);
    EXPECT_NEAR(widths[2] / widths[4], 0.2, 0.001);
    EXPECT_EQ(widths[1], widths[4]) << "one measure for all scales";
    EXPECT_EQ(count(narrow, ">50%</text>"), 2U);
}

TEST(ShareChart, CallsAGapAGap) {
    const std::string text = share_chart(two_scales()).text();
    EXPECT_EQ(count(text, "class=\"gap\""), 2U);
    EXPECT_EQ(count(text, ">not on record</text>"), 2U);
}

TEST(ShareChart, IsNothingWithoutAShare) {
    ShareChart chart = two_scales();
    for (ShareScale& scale : chart.scales) {
        for (ShareBar& one : scale.bars) one.share.reset();
    }
    EXPECT_TRUE(share_chart(chart).empty());
    chart.scales.clear();
    EXPECT_TRUE(share_chart(chart).empty());
}

}  // namespace
}  // namespace pages
