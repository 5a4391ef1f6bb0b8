#include "pages/awaiting_page.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"

namespace pages {
namespace {

using base::List;
using base::Object;
using base::Value;

bool has(const Fragment& page, std::string_view part) { return page.text().contains(part); }

class WhatAwaits : public ::testing::Test {
protected:
    questions::Answer awaiting(List papers) {
        const base::Day day = *base::Day::read("2023-12-01");
        questions::Answer made{.question = "awaiting",
                               .parameters = {},
                               .on = day,
                               .known = day,
                               .conclusion = {},
                               .besides = {},
                               .taken = {}};
        made.conclusion.answer =
            Object{{"member", "AA"}, {"count", papers.size()}, {"papers", std::move(papers)}};
        return made;
    }
    static Value paper(std::string_view id, std::string_view session, Value position, Value handed_over) {
        const Value not_bound =
            Object{{"if", "none"},
                   {"standing", "settled"},
                   {"answer", Object{{"bound", false}, {"may_join", true}, {"stands_as", ""}}}};
        return Object{{"paper", id},
                      {"session", session},
                      {"title", Object{{"en", "<" + std::string(id) + ">"}}},
                      {"position", std::move(position)},
                      {"handed_over", std::move(handed_over)},
                      {"effects", List{not_bound}}};
    }

    law::testing::World world_{law::testing::three_states};
    record::View view_ = world_.view("2023-12-01");
    words::Names names_{view_, Language::en};
    Links links_{Language::en, {}};
    SourceAddresses addresses_;
    Setting setting_{names_, links_, addresses_};
};

TEST_F(WhatAwaits, IsASentenceWhenThereIsNothing) {
    const Fragment shown = awaiting_page({awaiting({}), setting_});
    EXPECT_TRUE(has(shown, "<h1>What awaits Aland</h1>"));
    EXPECT_TRUE(has(shown, "No paper adopted in the absence of Aland is on record."));
    EXPECT_FALSE(has(shown, "<table"));
}

TEST_F(WhatAwaits, HasATableForEachSessionTheLatestFirst) {
    const Value considers = Object{{"stance", "will-consider"},
                                   {"on", "2023-11-23"},
                                   {"on_all_papers", true},
                                   {"rests_on", "reported"},
                                   {"says", Object{{"en", "It will <look>."}}}};
    const Fragment shown = awaiting_page(
        {awaiting({paper("p1", "s1", {}, {}), paper("p2", "s2", considers, "2023-12")}), setting_});
    EXPECT_LT(shown.text().find("/en/sessions/s2"), shown.text().find("/en/sessions/s1"));
    EXPECT_TRUE(has(shown, "hand-over</span> not on record"));
    EXPECT_TRUE(has(shown, "over: December 2023"));
    EXPECT_TRUE(has(shown, ", 23 November 2023, on all papers together: It will &lt;look&gt;."));
    EXPECT_TRUE(has(shown, "<b>not bound</b>, may join"));
    EXPECT_TRUE(has(shown, "&lt;p1&gt;"));
    EXPECT_TRUE(has(shown, "<th scope=\"col\" role=\"columnheader\">Effect"));
}

}  // namespace
}  // namespace pages
