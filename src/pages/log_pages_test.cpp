// The pages on the log: what they say of a small one, of its entries and of files; and that what the log
// holds from elsewhere stands in them as text alone.
#include <gtest/gtest.h>

#include "pages/act_page.hpp"
#include "pages/check_page.hpp"
#include "pages/entry_page.hpp"
#include "pages/log_page.hpp"
#include "pages/testing_pages.hpp"
#include "words/check_words.hpp"

namespace pages {
namespace {

using base::operator""_day;
using testing_pages::has;

/// The organisation of the other tests, and a log with two keys, one of them ended.
struct Told {
    law::testing::World world = testing_pages::founded();
    record::View view = world.view("2005-01-01");
    SourceAddresses sources;
    std::vector<seals::Key> keys{
        {.key = "AQEB", .name = "registrar <b>", .holder = {}, .use = seals::Use::registrar, .accredited = 1},
        {.key = "AQIC",
         .name = "mission",
         .holder = "AA",
         .use = seals::Use::representative,
         .accredited = 3,
         .ended = 7,
         .why_ended = "lost"}};
    std::map<std::uint64_t, seals::RegistryAct> acts{
        {2,
         {.id = "rules",
          .on = "2004-02-03"_day,
          .content = seals::RulebookPublished{.reason = "<script>alert(1)</script>"}}}};
    std::map<std::uint64_t, seals::Withheld> withheld{
        {8, {.commitment = {}, .distribution = {}, .release = "2030-01-01"_day}}};
    std::map<std::uint64_t, std::uint64_t> released{{5, 9}};

    template <class Make> Fragment in(Language language, Make make) const {
        const words::Names names(view, language);
        const Links links(language, {});
        return make(Setting{names, links, sources});
    }
    LogPage log() const {
        return {.origin = "treaty.example/log",
                .key = "treaty.example/log+0a0b0c0d+AQ==",
                .policy = "quorum none\n",
                .size = 1'236,
                .newest = "treaty.example/log\n1236\n",
                .witnessed = 1'200,
                .confirmed = "treaty.example/log\n1200\n",
                .confirmed_on = "2026-11-22"_day,
                .copies = 2,
                .witnesses = {{"capital one", "w1", 1'200, 1'795'376'702}, {"capital two", "w2", 0, 0}},
                .keys = keys,
                .acts = acts,
                .withheld = withheld,
                .released = released};
    }
    Fragment log(Language language) const {
        return in(language, [&](const Setting& setting) { return log_page(setting, log()); });
    }
};

TEST(LogPage, SaysHowLongItIsAndWhoConfirmsIt) {
    const Told told;
    const Fragment en = told.log(Language::en);
    for (const char* part :
         {"1,236 entries in order, each at its place for ever; the first 1,200 confirmed by 2 independent "
          "copies.",
          "<code>treaty.example/log</code>", "capital one", "first 1,200 entries", "22 November 2026, 19:45",
          "#m-wait", "entry 7: lost", "Entry 8 is not public; it may be released from 1 January 2030.",
          "Entry 5 was not public at first; entry 9 opened it.", "href=\"/en/log/2\"", "href=\"/en/check\""})
        EXPECT_TRUE(has(en, part)) << part;
    const Fragment ru = told.log(Language::ru);
    for (const char* part : {"1\u00A0236 записей по порядку", "подтверждены 2 независимыми копиями",
                             "22 ноября 2026 года, 19:45", "#m-wait", "Держатель копии",
                             "Запись 8 закрыта и может быть раскрыта с 1 января 2030 года."})
        EXPECT_TRUE(has(ru, part)) << part;
}

TEST(LogPage, ShowsTheExactCheckpointsBehindHowToCheck) {
    const Told told;
    const std::string page = told.log(Language::en).text();
    const auto check = page.find("id=\"check\"");
    ASSERT_NE(check, std::string::npos);
    EXPECT_GT(page.find("treaty.example/log\n1200\n"), check);
    EXPECT_GT(page.find("treaty.example/log\n1236\n"), check);
}

TEST(LogPage, TakesNothingOfTheLogForMarkup) {
    const Fragment en = Told().log(Language::en);
    EXPECT_FALSE(has(en, "<script>"));
    EXPECT_TRUE(has(en, "registrar &lt;b&gt;"));
    EXPECT_TRUE(has(en, "&lt;script&gt;alert(1)"));
}

TEST(LogPage, SaysThatNothingIsConfirmedYet) {
    const Told told;
    LogPage page = told.log();
    page.witnessed = 0;
    page.confirmed.clear();
    page.confirmed_on.reset();
    const Fragment en =
        told.in(Language::en, [&](const Setting& setting) { return log_page(setting, page); });
    EXPECT_TRUE(has(en, "no independent copy has confirmed them yet"));
    EXPECT_TRUE(has(en, "#m-nor")) << "none yet, and its mark";
}

TEST(LogPage, OfAPackageSaysThatThereIsNone) {
    const Told told;
    EXPECT_TRUE(has(told.in(Language::en, no_log_page), "without a log"));
    EXPECT_TRUE(has(told.in(Language::ru, no_log_page), "без журнала"));
}

seals::Entry sealed_entry() {
    seals::Entry entry;
    entry.known_on = "2004-05-06"_day;
    entry.seals = {
        {.key = "AQIC", .count = 4, .after = {.size = 6, .root = {}}, .signature = std::string(64, 's')}};
    return entry;
}

TEST(EntryPage, SaysWhoSealedItAndGivesEverythingToCheck) {
    const Told told;
    const seals::Entry entry = sealed_entry();
    const auto page = [&](Language language) {
        return told.in(language, [&](const Setting& setting) {
            return entry_page(setting, {.proved = {.entry = 6},
                                        .size = 10,
                                        .entry = entry,
                                        .bytes = R"({"body":"<&>"})",
                                        .path_to = 10,
                                        .path = {merkle::Hash{0xab}},
                                        .checkpoint = "treaty.example/log\n10\n",
                                        .act = 8,
                                        .keys = told.keys,
                                        .proof_text = Url("/log/proof/6")});
        });
    };
    const Fragment en = page(Language::en);
    for (const char* part :
         {"Entry 6 of the log", "href=\"/en/acts/bb-frozen\"", "6 May 2004", "mission", "Aland", "<td",
          "the log with 6 entries", "{&quot;body&quot;:&quot;&lt;&amp;&gt;&quot;}", "href=\"/log/proof/6\"",
          "ab00000000", "Entry 6, logged; not confirmed by independent copies yet.", "href=\"/en/log/5\"",
          "href=\"/en/log/7\"", "depositary verify"})
        EXPECT_TRUE(has(en, part)) << part;
    EXPECT_TRUE(has(page(Language::ru), "Запись 6 журнала"));
}

TEST(EntryPage, OfAWithheldEntrySaysThatItExistsAndUntilWhen) {
    const Told told;
    seals::Entry entry = sealed_entry();
    entry.withheld = told.withheld.at(8);
    const auto page = [&](std::optional<std::uint64_t> released_in) {
        return told.in(Language::en, [&](const Setting& setting) {
            return entry_page(setting, {.proved = {.entry = 8},
                                        .size = 10,
                                        .entry = entry,
                                        .bytes = "{}",
                                        .path = {},
                                        .checkpoint = {},
                                        .released_in = released_in,
                                        .keys = told.keys});
        });
    };
    EXPECT_TRUE(has(page({}), "Entry 8 is not public; it may be released from 1 January 2030."));
    EXPECT_TRUE(has(page({}), "cannot be changed any more"));
    EXPECT_TRUE(has(page(9), "Entry 8 was not public at first; entry 9 opened it."));
    EXPECT_TRUE(has(page(9), "href=\"/en/log/9\""));
}

TEST(ActPage, InALogNamesItsPlaceAndItsFiles) {
    const Told told;
    seals::FileNote open;
    open.sha256 = merkle::Hash{0xcd};
    open.name = "text <1>.pdf";
    open.language = "ru";
    open.type = "application/pdf";
    open.size = 12'345;
    open.authentic = true;
    seals::FileNote secret;
    secret.commitment = merkle::Hash{};
    secret.name = "list.txt";
    secret.release = "2031-02-03"_day;
    const ActInLog in_log{.proved = {.entry = 214, .witnessed = true, .since = "2026-11-22"_day, .copies = 2},
                          .size = 300,
                          .files = {{open, Url("/files/cd/text.pdf")}, {secret}}};
    const Fragment en =
        told.in(Language::en, [&](const Setting& setting) { return act_page(setting, 8, &in_log); });
    for (const char* part :
         {"Entry 214 of the log",
          "Entry 214, unchanged as of 22 November 2026, confirmed by 2 independent copies. ",
          "<a href=\"/en/log/214\">How to check</a>", "<a href=\"/files/cd/text.pdf\">text &lt;1&gt;.pdf</a>",
          "12,345 bytes", "authentic text", "Русский", "cd000000", "not public until 3 February 2031"})
        EXPECT_TRUE(has(en, part)) << part;
    EXPECT_FALSE(has(en, "<1>"));
}

TEST(CheckPage, HasAFormThatWaitsForItsScriptAndACommandWithoutOne) {
    const Told told;
    const Fragment en = told.in(Language::en, [](const Setting& setting) {
        return check_page(setting, "log a+b\n</textarea><script>");
    });
    EXPECT_TRUE(has(en, "id=\"check\" hidden"));
    EXPECT_TRUE(has(en, "<noscript>"));
    EXPECT_TRUE(has(en, "depositary verify PROOF --policy FILE"));
    EXPECT_TRUE(has(en, "role=\"status\""));
    EXPECT_TRUE(has(en, "type=\"file\""));
    EXPECT_FALSE(has(en, "</textarea><script>"));
    for (const auto& said : words::check_words::all)
        EXPECT_TRUE(has(en, std::string("data-code=\"") + std::string(said.code) + "\"")) << said.code;
}

TEST(ScriptFile, IsOfThisSiteOrNone) {
    EXPECT_EQ(html::script_file(Url("/check-1.js")).text(),
              R"(<script type="module" src="/check-1.js"></script>)");
    EXPECT_TRUE(html::script_file(*Url::read("https://example.org/x.js")).empty());
    EXPECT_TRUE(html::script_file(Url("#x")).empty());
}

}  // namespace
}  // namespace pages
