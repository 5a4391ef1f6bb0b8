// Papers by the conditions of a form; where nothing answers all of them, what would find more.
#include "pages/documents_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using testing_pages::has;
using testing_pages::Shown;

DocumentsPage::Field kinds(std::string given, std::size_t without) {
    return {.name = "kind",
            .label = "Kind",
            .choices = {{"decision", "Decision", 3}, {"plan", "Plan", 1}},
            .given = std::move(given),
            .without = without};
}
DocumentsPage::Field words(std::string given, std::size_t without) {
    return {.name = "words", .label = "Words of the title", .given = std::move(given), .without = without};
}

TEST(DocumentsPage, KeepsWhatWasChosenAndCountsEveryChoice) {
    const Shown shown;
    const auto answer = shown.ask("documents");
    const Fragment html = documents_page(shown.in(Language::en),
                                         {.fields = {kinds("plan", 0), words("", 0)}, .answer = answer});
    EXPECT_TRUE(has(html, "<option value=\"plan\" selected>Plan (1)</option>"));
    EXPECT_TRUE(has(html, "<option value=\"decision\">Decision (3)</option>"));
    EXPECT_TRUE(has(html, "Show all")) << "the conditions can be left";
}

TEST(DocumentsPage, SaysWhichConditionStandsInTheWay) {
    const Shown shown;
    const auto answer = shown.ask("documents");  // nothing is on record there
    const Fragment html = documents_page(
        shown.in(Language::en), {.fields = {kinds("plan", 2), words("<b>", 1)}, .answer = answer, .all = 4});
    EXPECT_TRUE(has(html, "No paper on record answers all of this."));
    EXPECT_TRUE(has(html, "Without “Kind: Plan”: 2 papers"));
    EXPECT_TRUE(has(html, "/en/documents?words=%3Cb%3E\"")) << "the address without the kind";
    EXPECT_TRUE(has(html, "Without “Words of the title: &lt;b&gt;”: 1 paper"));
    EXPECT_FALSE(has(html, "<b>”"));
}

TEST(DocumentsPage, SaysWhatItCouldNotTake) {
    const Shown shown;
    const auto answer = shown.ask("documents");
    auto field = kinds("", 0);
    field.refused = "poem";
    const Fragment html = documents_page(shown.in(Language::en), {.fields = {field}, .answer = answer});
    EXPECT_TRUE(has(html, "id=\"kind-error\""));
    EXPECT_TRUE(has(html, "“poem” is none of these"));
}

}  // namespace
}  // namespace pages
