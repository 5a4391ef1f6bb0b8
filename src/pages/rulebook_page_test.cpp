// Every rule is found by institution and by article; its own page says since when, by whom it is read how,
// and what leans on it.
#include "pages/rulebook_page.hpp"

#include <gtest/gtest.h>

#include "pages/provision_parts.hpp"
#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

TEST(RulebookPage, HasEveryRuleAtItsOwnPlace) {
    const Shown shown;
    const Fragment page = rulebook_page(shown.in(Language::en));
    for (const std::string_view rule : {"by-pact", "in-turn", "leaving", "pact", "council", "clerk"}) {
        EXPECT_TRUE(has(page, "id=\"" + std::string(rule) + "\"")) << rule;
        EXPECT_TRUE(has(page, "/en/rulebook/" + std::string(rule))) << rule;
    }
    EXPECT_TRUE(has(page, "Pact, article 3"));
    EXPECT_TRUE(has(rulebook_page(shown.in(Language::ru)), "Пакт, статья 3"));
}

TEST(RulebookPage, ListsRulesInTheOrderOfTheirArticles) {
    const Shown shown;
    const std::string page = rulebook_page(shown.in(Language::en)).text();
    std::size_t before = page.find("id=\"by-article\"");
    ASSERT_NE(before, std::string::npos);
    for (const char* article : {"Pact, article 1", "Pact, article 2", "Pact, article 3", "Pact, article 4"}) {
        const std::size_t at = page.find(article, before);
        ASSERT_NE(at, std::string::npos) << article;
        before = at;
    }
}

TEST(RulebookPage, ShowsThePointsUnderstoodInDifferentWaysSideBySide) {
    const Shown shown;
    const Fragment page = rulebook_page(shown.in(Language::en));
    EXPECT_TRUE(has(page, "Participation is needed"));
    EXPECT_TRUE(has(page, "Silence suffices"));
}

TEST(RulePage, NamesArticleValidityTextAndQuestions) {
    const Shown shown;
    const Fragment page = rule_page(shown.in(Language::en), "in-turn");
    EXPECT_TRUE(has(page, "The chair goes round by the alphabet."));
    EXPECT_TRUE(has(page, "Pact, article 3"));
    EXPECT_TRUE(has(page, "In every version"));
    EXPECT_TRUE(has(page, "not noted in the rulebook")) << "no source is named for it";
    EXPECT_TRUE(has(page, "/en/chairs/council")) << "the question that leans on it";
    EXPECT_TRUE(has(rule_page(shown.in(Language::ru), "in-turn"), "Какие вопросы на неё опираются"));
}

TEST(RulePage, IsCalledByItsBodyPostOrInstrumentWhereTheBookGivesNoName) {
    const Shown shown;
    const words::Names& names = shown.in(Language::en).names;
    EXPECT_EQ(rule_title(names, "clerk"), "Clerk");
    EXPECT_EQ(rule_title(names, "pact"), "The Pact");
    EXPECT_EQ(rule_title(names, "in-turn"), "Chair");
}

TEST(RulebookPage, SaysOfProvisionsThatNothingIsConcludedFromThem) {
    const Shown shown;
    const Fragment page = rulebook_page(shown.in(Language::en));
    EXPECT_TRUE(has(page, "id=\"provisions\""));
    EXPECT_TRUE(has(page, "Withdrawal")) << "the subject heads its rows";
    EXPECT_TRUE(has(page, "concludes nothing from these"));
    EXPECT_TRUE(has(rulebook_page(shown.in(Language::ru)), "Прочие нормы"));
}

TEST(RulePage, ShowsAProvisionWithItsSubjectItsInterpretationsAndNoConclusion) {
    const Shown shown;
    const Fragment page = rule_page(shown.in(Language::en), "leaving");
    for (const char* words :
         {"concludes nothing from it by itself", "Pact, article 5", "Withdrawal", "no source is named for it",
          "Silence suffices", "Participation is needed", "Questions it touches"})
        EXPECT_TRUE(has(page, words)) << words;
    EXPECT_FALSE(has(page, "answers that rest on it")) << "no answer rests on a provision";
    EXPECT_FALSE(has(rule_page(shown.in(Language::en), "in-turn"), "concludes nothing"));
    EXPECT_TRUE(has(rule_page(shown.in(Language::ru), "leaving"), "сама из неё ничего не выводит"));
}

TEST(ProvisionParts, StandWhereTheirReaderLooks) {
    const Shown shown;
    const Setting setting = shown.in(Language::en);
    const Fragment leaving = membership_provisions(setting);
    EXPECT_TRUE(has(leaving, "/en/rulebook/leaving"));
    EXPECT_TRUE(has(leaving, "A member leaves by notice."));
    EXPECT_TRUE(has(leaving, "text has not been read."));
    EXPECT_TRUE(status_provisions(setting).empty()) << "the book has none on observers or partners";
    EXPECT_TRUE(said_on(setting, base::RuleId::of("leaving")).empty()) << "nobody said anything on record";
}

TEST(RulePage, IsEmptyForNoSuchRule) {
    const Shown shown;
    EXPECT_TRUE(rule_page(shown.in(Language::en), "no-such-rule").empty());
    EXPECT_TRUE(rules_named(shown.in(Language::en).names.rules(), "no-such-rule").empty());
}

}  // namespace
}  // namespace pages
