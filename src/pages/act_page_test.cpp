#include "pages/act_page.hpp"

#include <gtest/gtest.h>

#include "pages/testing_pages.hpp"

namespace pages {
namespace {

using law::testing::id;
using testing_pages::has;

/// The organisation with a suspension that was annulled, known a year later.
struct Mended {
    law::testing::World world = testing_pages::founded();
    record::View view;

    explicit Mended(std::size_t known_before_end = 0) : view(grown(world, known_before_end)) {}

    static record::View grown(law::testing::World& world, std::size_t known_before_end) {
        acts::MembershipSuspended wrong;
        wrong.member = law::testing::state("BB");
        world.add("bb-out", "2003-05-01", wrong, {.source = "s1"});
        acts::Annulled annulled;
        annulled.act = id<base::ActId>("bb-out");
        annulled.why =
            base::Text({{"en", "another state was meant"}, {"ru", "имелось в виду другое государство"}});
        world.add("bb-out-annulled", "2004-05-01", annulled, {.source = "s2"});
        const record::View whole = world.view("2005-01-01");
        return {whole.rulebook, whole.record, whole.known - known_before_end, whole.on, {}};
    }
    Fragment page(Language language, std::string_view act) const {
        const words::Names names(
            view, language,
            {{base::SourceId::of("s1"), base::Text({{"en", "The Gazette"}, {"ru", "Вестник"}})}});
        const Links links(language, {});
        SourceAddresses addresses;
        addresses.emplace("s1", *Url::read("https://example.org/1"));
        return act_page({names, links, addresses}, *view.record.find(base::ActId::of(act)));
    }
};

TEST(ActPage, SaysWhatThePaperSaysItsDaysAndItsSources) {
    const Mended mended;
    const Fragment en = mended.page(Language::en, "bb-frozen");
    EXPECT_TRUE(has(en, "<h1>"));
    EXPECT_TRUE(has(en, "Entry 9 of the record"));
    EXPECT_TRUE(has(en, "1 February 2003"));
    EXPECT_TRUE(has(en, "<a href=\"https://example.org/1\">The Gazette</a>"));
    EXPECT_TRUE(has(en, "<a href=\"/en/states/BB\">Beland</a>"));
    EXPECT_TRUE(has(en, "<code>bb-frozen</code>"));
    EXPECT_FALSE(has(en, "annulled"));
    EXPECT_TRUE(has(mended.page(Language::ru, "bb-frozen"), "1 февраля 2003 года"));
}

TEST(ActPage, NamesTheOtherAccountsOfTheSame) {
    const Mended mended;
    EXPECT_TRUE(has(mended.page(Language::en, "aa-back"), "href=\"/en/acts/aa-back-later\""));
}

TEST(ActPage, SaysByWhatAnActWasAnnulledAndWhatStandsNow) {
    const Mended mended;
    const Fragment en = mended.page(Language::en, "bb-out");
    EXPECT_TRUE(has(en, "This entry was annulled: it counts for nothing from 1 May 2004."));
    EXPECT_TRUE(has(en, "href=\"/en/acts/bb-out-annulled\""));
    EXPECT_TRUE(has(en, "What stands now"));
    EXPECT_TRUE(has(en, "<a href=\"/en/states/BB\">Beland</a>"));
    EXPECT_TRUE(has(mended.page(Language::ru, "bb-out"), "Эта запись аннулирована: с 1 мая 2004 года"));
}

TEST(ActPage, IsAsItWasWhileTheAnnulmentIsNotKnown) {
    const Mended before(1);
    EXPECT_FALSE(has(before.page(Language::en, "bb-out"), "annulled"));
}

}  // namespace
}  // namespace pages
