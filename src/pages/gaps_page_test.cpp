// Gaps stand by kind, each kind with what would settle it; an unknown kind still stands.
#include "pages/gaps_page.hpp"

#include <gtest/gtest.h>

#include "pages/rulebook_page.hpp"
#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

questions::Answer answer_with(const Shown& shown, base::List gaps) {
    auto answer = shown.ask("gaps");
    answer.conclusion.answer = base::Object{{"count", gaps.size()}, {"gaps", std::move(gaps)}};
    return answer;
}

TEST(GapsPage, GroupsByKindAndSaysWhatWouldSettle) {
    const Shown shown;
    const auto gaps =
        answer_with(shown, {base::Object{{"gap", "holder-not-on-record"},
                                         {"facts", base::Object{{"post", "clerk"}, {"on", "2004-01-01"}}}},
                            base::Object{{"gap", "holder-not-on-record"},
                                         {"facts", base::Object{{"post", "clerk"}, {"on", "2004-01-02"}}}},
                            base::Object{{"gap", "unheard-of"}, {"facts", base::Object{}}}});
    const Fragment page = gaps_page(shown.in(Language::en), gaps);
    EXPECT_TRUE(has(page, "Who held a post: 2"));
    EXPECT_TRUE(has(page, "What would settle these: a source that names the holder of the post."));
    EXPECT_TRUE(has(page, "unheard-of: 1"));
    EXPECT_TRUE(has(page, "3 gaps known to this record"));
    EXPECT_TRUE(has(page, "/en/posts/clerk"));
}

TEST(GapsPage, LeadsToEachRuleByItsName) {
    const Shown shown;
    const Setting setting = shown.in(Language::en);
    const std::vector<std::string> rules = rule_names(setting.names.rules());
    ASSERT_FALSE(rules.empty());
    const auto gaps = answer_with(
        shown, {base::Object{{"gap", "rule-not-read"}, {"facts", base::Object{{"rule", rules.front()}}}}});
    EXPECT_TRUE(has(gaps_page(setting, gaps), ">" + rule_title(setting.names, rules.front()) + "</a>"));
}

TEST(GapsPage, SaysSoWhereThereIsNone) {
    const Shown shown;
    const auto none = answer_with(shown, {});
    EXPECT_TRUE(has(gaps_page(shown.in(Language::en), none), "No gap of this record is known on this day."));
    EXPECT_TRUE(has(gaps_page(shown.in(Language::ru), none), "известных пробелов в записях нет"));
}

}  // namespace
}  // namespace pages
