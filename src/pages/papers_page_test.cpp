#include "pages/papers_page.hpp"

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
std::size_t count(const Fragment& page, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = page.text().find(part); at != std::string::npos;
         at = page.text().find(part, at + part.size()))
        ++n;
    return n;
}

class PaperPages : public ::testing::Test {
protected:
    static questions::Answer answer(std::string question, std::string parameter, std::string of,
                                    Value value) {
        const base::Day day = *base::Day::read("2023-12-01");
        questions::Answer made{.question = std::move(question),
                               .parameters = {},
                               .on = day,
                               .known = day,
                               .conclusion = {},
                               .besides = {},
                               .taken = {}};
        made.parameters[std::move(parameter)] = std::move(of);
        made.conclusion.answer = std::move(value);
        return made;
    }
    static questions::Answer adopted() {
        return answer("outcome", "paper", "p<1>",
                      Object{{"paper", "p<1>"},
                             {"outcome", "adopted"},
                             {"on", "2023-11-23"},
                             {"stands_as", "adopted"},
                             {"body", "b"}});
    }
    static questions::Answer bound(std::string_view member, bool is) {
        auto made = answer("bound", "state", std::string(member),
                           Object{{"member", member},
                                  {"bound", is},
                                  {"may_join", !is},
                                  {"since", is ? Value("2023-11-23") : Value()}});
        made.besides.emplace("position", Value());
        return made;
    }

    law::testing::World world_{law::testing::three_states};
    record::View view_ = world_.view("2023-12-01");
    words::Names names_{view_, Language::en};
    Links links_{Language::en, {}};
    SourceAddresses addresses_;
    Setting setting_{names_, links_, addresses_};
};

TEST_F(PaperPages, SayWhatBecameOfThePaperAndWhomItBinds) {
    const questions::Answer outcome = adopted();
    const Fragment shown = paper_page(
        {outcome, std::nullopt, {bound("CC", true), bound("AA", false), bound("BB", true)}, setting_});
    EXPECT_TRUE(has(shown, "<h1>p&lt;1&gt;</h1>"));
    EXPECT_TRUE(has(shown, "Adopted on 23 November 2023; it stands as: adopted."));
    EXPECT_EQ(count(shown, "scope=\"row\""), 2U);  // Beland and Celand share a row
    EXPECT_LT(shown.text().find("/en/states/AA"), shown.text().find("/en/states/BB"));
    EXPECT_TRUE(has(shown, ">Beland</a> and <a"));
    EXPECT_TRUE(has(shown, "<b>not bound</b>, may join"));
    EXPECT_TRUE(has(shown, "<b>bound</b> since 23 Nov 2023"));
}

TEST_F(PaperPages, SayOfAPaperNotAdoptedThatItWasNot) {
    const questions::Answer outcome = answer(
        "outcome", "paper", "p1", Object{{"paper", "p1"}, {"outcome", "not-adopted"}, {"on", Value()}});
    EXPECT_TRUE(has(paper_page({outcome, std::nullopt, {}, setting_}), "It was not adopted."));
}

TEST_F(PaperPages, SayOfAPaperThatNoBodyAdoptedHowItsWayEnded) {
    struct Row {
        const char* outcome;
        const char* said;
    };
    for (const Row& row : {Row{"approved", "Approved by signature on 13 February 2023."},
                           Row{"withdrawn", "Withdrawn on 13 February 2023."},
                           Row{"signed-with-others", "Signed with others on 13 February 2023."}}) {
        const questions::Answer outcome =
            answer("outcome", "paper", "p1",
                   Object{{"paper", "p1"}, {"outcome", row.outcome}, {"on", "2023-02-13"}});
        const Fragment shown = paper_page({outcome, std::nullopt, {}, setting_});
        EXPECT_TRUE(has(shown, row.said));
        EXPECT_FALSE(has(shown, "Adopted"));
        EXPECT_TRUE(has(shown, "The text itself is not held here."));
    }
}

TEST_F(PaperPages, ListPapersBySessionTheLatestFirst) {
    const auto session = [](std::string_view id, std::string_view on) {
        auto made = answer(
            "session", "session", std::string(id),
            Object{{"session", id}, {"title", Object{{"en", "Session " + std::string(id)}}}, {"on", on}});
        made.besides.emplace("papers", List{Object{{"paper", "of-" + std::string(id)},
                                                   {"title", Object{{"en", "T<" + std::string(id) + ">"}}},
                                                   {"kind", "decision"},
                                                   {"rests_on", "reported"}}});
        return made;
    };
    const Fragment shown = papers_page(
        {.sessions = {session("s1", "2020-01-01"), session("s2", "2021-01-01")}, .setting = setting_});
    EXPECT_TRUE(has(shown, "2 papers on record, adopted at 2 sessions."));
    EXPECT_LT(shown.text().find("/en/papers/of-s2"), shown.text().find("/en/papers/of-s1"));
    EXPECT_TRUE(has(shown, "T&lt;s1&gt;"));
    EXPECT_TRUE(
        has(papers_page({.sessions = {}, .setting = setting_}), "No paper is on record by that day."));
}

TEST_F(PaperPages, ShowTheStatesOfAnInstrumentWithTheReasonOfEach) {
    auto parties = answer("parties", "instrument", "treaty",
                          Object{{"parties", List{"BB", "AA"}}, {"signed_only", List{"CC"}}});
    parties.conclusion.reasons = {
        {.code = "signed", .facts = {{"member", "AA"}, {"instrument", "treaty"}, {"on", "1999-01-01"}}}};
    const auto force =
        answer("in-force", "paper", "treaty", Object{{"in_force", true}, {"since", "2000-01-01"}});
    const Fragment shown = instrument_page({parties, force, setting_});
    EXPECT_TRUE(has(shown, "In force since 1 January 2000. Parties on that day: 2."));
    EXPECT_LT(shown.text().find("/en/states/AA"), shown.text().find("/en/states/BB"));
    EXPECT_LT(shown.text().find("/en/states/BB"), shown.text().find("/en/states/CC"));
    EXPECT_TRUE(has(shown, "1 January 1999"));
    EXPECT_TRUE(has(shown, "#m-abs"));
}

}  // namespace
}  // namespace pages
