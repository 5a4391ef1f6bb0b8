// Values and conclusions become parts of a page: nothing is lost, nothing is chosen, names are in the
// page's language and in its alphabet.
#include "pages/answer_parts.hpp"

#include <algorithm>
#include <memory>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"
#include "law/values.hpp"
#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using law::testing::state;
using testing_pages::Shown;

using testing_pages::has;

TEST(Sources, AreNamedAndLeadToWhereTheyStand) {
    Shown shown;
    const auto links = sources_of(shown.in(Language::en), base::Value(base::List{"s1", "s2"}));
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0].name, "The Gazette");
    ASSERT_TRUE(links[0].at);
    EXPECT_EQ(links[0].at->text(), "https://example.org/1");
    EXPECT_EQ(links[1].name, "s2") << "an id nobody named is said as the id";
    EXPECT_FALSE(links[1].at);
}

TEST(Grades, AreReadAsAnswersWriteThem) {
    for (const auto support : {base::Support::official, base::Support::reported, base::Support::inferred,
                               base::Support::unverified}) {
        EXPECT_EQ(grade_named(base::support_name(support)), std::optional(grade_of(support)));
    }
    EXPECT_FALSE(grade_named("sure"));
    EXPECT_FALSE(grade_in(base::Object{{"rests_on", base::Value()}}));
}

TEST(DateTold, IsMarkedWhereItIsNotOneDay) {
    Shown shown;
    const Setting setting = shown.in(Language::en);
    EXPECT_EQ(date_told(setting, "2023-11-23").text(), "23 November 2023");
    EXPECT_TRUE(has(date_told(setting, "2017-04"), "imprecise"));
    EXPECT_TRUE(has(date_told(setting, base::Value(base::List{"2023-11-23", "2023-11-24"})),
                    "23 November 2023 or 24 November 2023"));
    EXPECT_EQ(date_told(setting, base::Value()).text(), "—");
}

TEST(AddressOf, IsThePageOfWhateverHasTheId) {
    const Shown shown;
    const Setting setting = shown.in(Language::en);
    struct Row {
        const char* id;
        const char* page;  // empty: none
        const char* said;
    };
    const Row rows[] = {
        {"AA", "/en/states/AA", "Aland"},
        {"council", "/en/bodies/council", "Council"},
        {"pact", "/en/instruments/pact", "the Pact"},
        {"aa-signs", "/en/acts/aa-signs", "Aland signed the Pact"},
        {"to-bb.hand_over", "/en/differ/to-bb.hand_over", "to-bb.hand_over"},
        {"nobody-knows", "", "nobody-knows"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.id);
        const auto to = address_of(setting.names, setting.links, row.id);
        EXPECT_EQ(to ? to->text() : "", row.page);
        const std::string said = subject_link(setting, row.id).text();
        EXPECT_EQ(said, to ? "<a href=\"" + to->text() + "\">" + row.said + "</a>" : row.said);
    }
}

TEST(AddressOf, AConsultationIsNoneBeforeItIsKnown) {
    law::testing::World world(law::testing::three_states);
    acts::ConsultationRequested asked;
    asked.consultation = base::ConsultationId::of("talks");
    asked.member = state("AA");
    asked.title = base::Text({{"en", "Talks"}});
    world.add("talks-asked", "2001-01-01", asked);
    const Links links(Language::en, {});
    const record::View before = world.known(0, "2002-01-01");
    EXPECT_FALSE(address_of(words::Names(before, Language::en), links, "talks"));
    EXPECT_EQ(words::Names(before, Language::en).consultation("talks"), "talks");
    const record::View after = world.view("2002-01-01");
    const auto to = address_of(words::Names(after, Language::en), links, "talks");
    ASSERT_TRUE(to);
    EXPECT_EQ(to->text(), "/en/consultations/talks");
}

TEST(MemberLinks, AreAlphabeticalInThePagesLanguage) {
    Shown shown;
    const base::Value ids(base::List{"CC", "AA", "BB"});
    EXPECT_EQ(
        member_links(shown.in(Language::en), ids).text(),
        "<a href=\"/en/states/AA\">Aland</a>, <a href=\"/en/states/BB\">Beland</a> and <a href=\"/en/states/CC\">Celand</a>");
    EXPECT_EQ(
        member_links(shown.in(Language::ru), ids).text(),
        "<a href=\"/ru/states/CC\">Абелия</a>, <a href=\"/ru/states/AA\">Аландия</a> и <a href=\"/ru/states/BB\">Беландия</a>");
    EXPECT_EQ(member_links(shown.in(Language::en), base::List()).text(), "none");
}

TEST(Reasons, AreTheSameFromTheLawAndFromItsValue) {
    Shown shown;
    const Setting setting = shown.in(Language::en);
    law::Reason from{.code = "left",
                     .facts = {{"member", "AA"}, {"on", "2001-01-01"}},
                     .article = base::Text({{"en", "Pact, article 1"}}),
                     .acts = {},
                     .sources = {base::SourceId::of("s1")},
                     .support = base::Support::reported,
                     .because = {}};
    from.because.push_back(from);
    const Reason one = reason(setting, from);
    const Reason other = reason(setting, law::to_value(from));
    EXPECT_EQ(one.says, other.says);
    EXPECT_EQ(one.article, "Pact, article 1");
    EXPECT_EQ(other.article, "Pact, article 1");
    EXPECT_EQ(one.grade, Grade::reported);
    EXPECT_EQ(other.grade, Grade::reported);
    ASSERT_EQ(one.because.size(), 1U);
    ASSERT_EQ(other.because.size(), 1U);
    EXPECT_EQ(one.sources.size(), other.sources.size());
}

TEST(StandingLine, NamesTheDisputesOnWhichAnAnswerDepends) {
    Shown shown;
    law::Conclusion conclusion;
    conclusion.standing = law::Standing::depends;
    conclusion.rests_on = base::Support::reported;
    conclusion.disputes = {base::DisputeId::of("silence")};
    const Fragment rule = standing_line(shown.in(Language::en), conclusion);
    EXPECT_TRUE(has(rule, "Depends</span> on interpretation")) << rule.text();
    EXPECT_TRUE(has(rule, "/en/differ/silence")) << rule.text();
    EXPECT_TRUE(has(rule, "Rests on reports.")) << rule.text();
    conclusion.disputes = {base::DisputeId::of("aa-in.on")};
    EXPECT_TRUE(has(standing_line(shown.in(Language::en), conclusion), "Sources</span> differ"));
}

TEST(StandingLine, BeginsAsASentenceAndAfterAColonAsAClause) {
    Shown shown;
    const auto line = [&](law::Standing standing, Opening opening, Language language) {
        law::Conclusion conclusion;
        conclusion.standing = standing;
        conclusion.rests_on = base::Support::official;
        return standing_line(shown.in(language), conclusion, opening);
    };
    using law::Standing;
    EXPECT_TRUE(has(line(Standing::settled, Opening::sentence, Language::en), ">Settled</span>"));
    EXPECT_TRUE(has(line(Standing::settled, Opening::after_colon, Language::en), ">settled</span>"));
    EXPECT_TRUE(has(line(Standing::settled, Opening::sentence, Language::ru), ">Установлено</span>"));
    EXPECT_TRUE(has(line(Standing::not_on_record, Opening::sentence, Language::ru), ">В</span> записях"));
    EXPECT_TRUE(has(line(Standing::imprecise, Opening::sentence, Language::en), ">Imprecise</span>"));
}

TEST(StandingLine, SaysWhatWouldSettleAGap) {
    Shown shown;
    law::Conclusion conclusion;
    conclusion.standing = law::Standing::not_on_record;
    conclusion.settled_by = "a-source-that-names-the-chair";
    const Fragment line = standing_line(shown.in(Language::en), conclusion);
    EXPECT_TRUE(has(line, "Not</span> on record")) << line.text();
    EXPECT_TRUE(has(line, "What would settle it: a source that names the chair.")) << line.text();
    EXPECT_FALSE(has(line, "Rests on"));
}

TEST(Sides, StandInTheOrderOfTheirNamesInEachLanguage) {
    Shown shown;
    const base::Value dispute = base::Object{
        {"id", "silence"},
        {"sides", base::List{base::Object{{"id", "suffices"}, {"held_by", base::List{}}},
                             base::Object{{"id", "is-not-enough"},
                                          {"held_by", base::List{base::Object{{"who", "AA"},
                                                                              {"kind", "member"},
                                                                              {"on", "2001-01-01"},
                                                                              {"sources", base::List{"s1"}},
                                                                              {"rests_on", "reported"}}}}}}}};
    const auto en = sides_of(shown.in(Language::en), dispute);
    ASSERT_EQ(en.size(), 2U);
    EXPECT_EQ(en[0].name, "Participation is needed");
    EXPECT_EQ(en[1].name, "Silence suffices");
    ASSERT_EQ(en[0].holders.size(), 1U);
    EXPECT_EQ(en[0].holders[0].who, "Aland");
    EXPECT_EQ(en[0].holders[0].when, "1 January 2001");
    const auto ru = sides_of(shown.in(Language::ru), dispute);
    EXPECT_EQ(ru[0].name, "Достаточно молчания");
    EXPECT_EQ(ru[1].name, "Нужно участие");
}

TEST(Holder, OfAnAccountIsItsSourceNamedOnce) {
    Shown shown;
    const Holder one =
        holder(shown.in(Language::en),
               base::Value(base::Object{
                   {"who", "s1"}, {"kind", "source"}, {"on", "2001-01-01"}, {"sources", base::List{"s1"}}}));
    EXPECT_EQ(one.who, "") << "the link says it";
    EXPECT_EQ(one.when, "") << "the day of the act is not the day of the telling";
    ASSERT_EQ(one.sources.size(), 1U);
    EXPECT_EQ(one.sources[0].name, "The Gazette");
}

TEST(Claims, NameTheirSpeakerAndQuoteTheWords) {
    Shown shown;
    const base::Value row = base::Object{{"on", "2001-01-01"},
                                         {"member", "AA"},
                                         {"says", base::Object{{"en", "It would stay."}}},
                                         {"quote", base::Object{{"en", "we stay"}}},
                                         {"sources", base::List{"s1"}},
                                         {"rests_on", "reported"}};
    const Claim one = claim(shown.in(Language::en), row);
    EXPECT_EQ(one.speaker, "Aland, 1 January 2001");
    EXPECT_TRUE(has(one.words, "It would stay. <q lang=\"en\">we stay</q>")) << one.words.text();
    const base::Value declared = base::Object{{"on", "2001-01-01"}, {"says", "It takes no part."}};
    EXPECT_EQ(claim(shown.in(Language::en), declared, "BB").speaker, "Beland, 1 January 2001");
}

TEST(Hostile, NamesAndWordsAreEscapedEverywhere) {
    Shown shown;
    const base::Value row =
        base::Object{{"on", "<b>"}, {"member", "<i>"}, {"says", "<script>"}, {"sources", base::List{"<u>"}}};
    const Fragment text = claims(Language::en, claims_of(shown.in(Language::en), base::List{row}));
    EXPECT_FALSE(has(text, "<script>"));
    EXPECT_FALSE(has(text, "<i>"));
    EXPECT_FALSE(has(text, "<u>"));
}

}  // namespace
}  // namespace pages
