// Every question that is made of lists has its clause, its titles and its headings in both languages, and no
// cell shows an id where there is a name.
#include "words/listings.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "questions/near.hpp"
#include "words/listing_facts.hpp"
#include "words/phrasing.hpp"
#include "words/sample.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

base::Value both(const char* en, const char* ru) { return base::Object{{"en", en}, {"ru", ru}}; }

// A row that has whatever a column may ask for, by names the sample knows.
base::Object row() {
    return {{"act", "adopted-1"},
            {"on", "2023-11-23"},
            {"when", "2023"},
            {"member", "AM"},
            {"body", "council"},
            {"session", "minsk-2023"},
            {"paper", "declaration"},
            {"title", both("Declaration “On peace”", "Декларация «О мире»")},
            {"says", both("Something was said.", "Было сказано.")},
            {"why", both("It was otherwise.", "Было иначе.")},
            {"subject", both("Trade", "Торговля")},
            {"person", "anna"},
            {"post", "secretary-general"},
            {"topic", "quorum"},
            {"source", "press"},
            {"published", "2023-11-24"},
            {"acts", base::List{"adopted-1"}},
            {"became", "adopted"},
            {"certainty", "will"},
            {"reply", "accepted"},
            {"outcome", "held"},
            {"outcome_on", "2023-12-01"},
            {"standing", "on-record"},
            {"claim", "F1"},
            {"relation", "amends"},
            {"to_paper", "declaration"},
            {"paid", "unpaid"},
            {"share", "1/10"},
            {"amount", base::Object{{"amount", 1000}, {"about", false}, {"currency", "RUB"}}},
            {"counted", "submitted"},
            {"number", 20},
            {"dispute", "rule-14"},
            {"established", "2002-05-14"}};
}

// An answer in which every list of every question has that one row.
base::Value answer() {
    base::Object object = row();
    for (const char* key :
         {"subjects",   "drafts",     "parts",    "served_by", "announced", "bodies",    "acts",
          "steps",      "scale",      "budgets",  "shares",    "payments",  "counts",    "relations",
          "related_by", "texts",      "papers",   "offices",   "posts",     "sessions",  "contacts",
          "covers",     "reports",    "examined", "periods",   "reported",  "memoranda", "observers",
          "partners",   "given",      "received", "claims",    "cited_by",  "sources",   "statements",
          "priorities", "differences"})
        object.insert_or_assign(key, base::List{row()});
    object.insert_or_assign("regions", base::List{});
    object.insert_or_assign("plans", base::List{object});
    for (const char* key : {"count", "open", "unsupported"}) object.insert_or_assign(key, 1);
    object.insert_or_assign("since", "2023-01-01");
    return object;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

TEST(Listings, HaveAClauseInBothLanguages) {
    const sample::Sample sample;
    const base::Value of = answer();
    std::size_t with_listings = 0;
    for (const questions::Question& question : questions::catalogue()) {
        SCOPED_TRACE(question.name);
        if (!has_listings(question.name)) continue;
        ++with_listings;
        const std::string en = listing_clause(question.name, of, sample.names(Language::en));
        const std::string ru = listing_clause(question.name, of, sample.names(Language::ru));
        EXPECT_FALSE(en.empty());
        EXPECT_FALSE(ru.empty());
        EXPECT_EQ(en.find_first_of("{}[]"), std::string::npos) << en;
        EXPECT_EQ(ru.find_first_of("{}[]"), std::string::npos) << ru;
    }
    EXPECT_GE(with_listings, 19U);
    EXPECT_FALSE(has_listings("chair"));
    EXPECT_FALSE(has_listings(""));
    EXPECT_EQ(listing_clause("chair", of, sample.names(Language::en)), "");
}

TEST(Listings, HaveTitlesAndHeadingsInTwoLanguages) {
    const sample::Sample sample;
    const base::Value of = answer();
    for (const questions::Question& question : questions::catalogue()) {
        if (!has_listings(question.name)) continue;
        const auto en = listings_of(question.name, of, sample.names(Language::en));
        const auto ru = listings_of(question.name, of, sample.names(Language::ru));
        ASSERT_EQ(en.size(), ru.size());
        ASSERT_FALSE(en.empty());
        for (std::size_t i = 0; i < en.size(); ++i) {
            SCOPED_TRACE(std::string(question.name) + ": " + en[i].title);
            EXPECT_NE(en[i].title, ru[i].title);
            EXPECT_EQ(en[i].none, "None on record.");
            EXPECT_EQ(ru[i].none, "В записях нет.");
            ASSERT_EQ(en[i].headings.size(), ru[i].headings.size());
            for (std::size_t h = 0; h < en[i].headings.size(); ++h) {
                EXPECT_FALSE(en[i].headings[h].empty());
                EXPECT_NE(en[i].headings[h], ru[i].headings[h]);
            }
            for (const Listing::Row& row : en[i].rows) EXPECT_EQ(row.cells.size(), en[i].headings.size());
        }
    }
}

TEST(Listings, ShowNoIdWhereThereIsAName) {
    const sample::Sample sample;
    const base::Value of = answer();
    for (const Language language : {Language::en, Language::ru}) {
        for (const questions::Question& question : questions::catalogue()) {
            for (const Listing& listing : listings_of(question.name, of, sample.names(language))) {
                for (const Listing::Row& row : listing.rows) {
                    for (const ListingCell& cell : row.cells) {
                        SCOPED_TRACE(std::string(question.name) + ", " + listing.title + ": " + cell.text);
                        for (const char* id : {"AM", "council", "declaration", "anna", "quorum", "press"}) {
                            if (std::string_view(id) == "quorum" && language == Language::en) continue;
                            if (std::string_view(id) == "council" && language == Language::en) continue;
                            EXPECT_NE(lower(cell.text), lower(id));
                        }
                        for (const char* id :
                             {"minsk-2023", "secretary-general", "adopted-1", "rule-14", "on-record"})
                            EXPECT_EQ(cell.text.find(id), std::string::npos) << id;
                        EXPECT_EQ(cell.text.find_first_of("{}"), std::string::npos);
                    }
                }
            }
        }
    }
}

TEST(Listings, PointIntoTheAnswerTheyAreMadeOf) {
    const sample::Sample sample;
    const base::Value of = answer();
    const auto papers = listings_of("documents", of, sample.names(Language::en));
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_EQ(papers.front().rows.front().of, &of["papers"].list()->front());
}

TEST(Listings, PutPlansSideBySide) {
    const sample::Sample sample;
    const base::Value of = answer();
    const auto plan = listings_of("plan", of, sample.names(Language::en));
    ASSERT_EQ(plan.size(), 1U);
    EXPECT_EQ(plan.front().headings.size(), 2U);  // the steps, and one plan
    ASSERT_FALSE(plan.front().rows.empty());
    EXPECT_EQ(plan.front().rows.back().cells.back().subject, "declaration");  // the plan's page
    EXPECT_TRUE(listings_of("plan", base::Value(), sample.names(Language::en)).front().rows.empty());
}

// What is missing is said with what stands nearest to it; what would settle all gaps alike is said once.
TEST(Listings, SayWhatIsNearestToAGap) {
    const sample::Sample sample;
    const auto fact = [](const char* on) { return base::Object{{"act", "adopted-1"}, {"on", on}}; };
    const auto gap = [&](const char* settled_by) {
        return base::Object{{"on", "2023-01-10"},
                            {"title", both("Visit", "Визит")},
                            {"certainty", "will"},
                            {"outcome", base::Value()},
                            {"near", base::Object{{"before", fact("2023-01-09")},
                                                  {"after", fact("2023-02-13")},
                                                  {"settled_by", settled_by}}}};
    };
    const char* told = "a-source-that-says-what-came-of-it";
    const base::Value alike = base::Object{{"announced", base::List{gap(told), gap(told)}}};
    const auto en = listings_of("announced", alike, sample.names(Language::en));
    ASSERT_EQ(en.size(), 1U);
    const ListingCell& outcome = en.front().rows.front().cells.back();
    EXPECT_EQ(outcome.text, "Not on record");
    EXPECT_TRUE(outcome.missing);
    EXPECT_FALSE(en.front().rows.front().cells.front().missing);
    ASSERT_EQ(outcome.notes.size(), 1U);
    EXPECT_EQ(text_of(outcome.notes.front()),
              "Nearest on record: before, 9 January 2023; after, 13 February 2023.");
    EXPECT_EQ(outcome.notes.front().at(1).subject, "adopted-1");
    ASSERT_EQ(en.front().after.size(), 1U);
    EXPECT_EQ(
        en.front().after.front(),
        "What would settle what is not on record here: a source that says what came of what was announced.");
    const auto ru = listings_of("announced", alike, sample.names(Language::ru));
    EXPECT_EQ(text_of(ru.front().rows.front().cells.back().notes.front()),
              "Ближайшее в записях: до — 9 января 2023 года; после — 13 февраля 2023 года.");

    const base::Value unlike =
        base::Object{{"announced", base::List{gap(told), gap("the-minutes-of-the-body")}}};
    const auto each = listings_of("announced", unlike, sample.names(Language::en));
    EXPECT_TRUE(each.front().after.empty());
    ASSERT_EQ(each.front().rows.back().cells.back().notes.size(), 2U);
    EXPECT_EQ(text_of(each.front().rows.back().cells.back().notes.back()),
              "What would settle it: the minutes of the body.");
}

TEST(Listings, NameInOneLineWhatHasNoRows) {
    const sample::Sample sample;
    const base::Value of = base::Object{
        {"memoranda", base::List{row()}},
        {"given", base::List{row()}},
        {"received", base::List{row()}},
        {"contacts", base::List{row()}},
        {"observers", base::List{}},
        {"partners", base::List{}},
        {"near", base::Object{{"observers", base::Object{{"settled_by", "the-decision-that-gave-it"}}},
                              {"partners", base::Object{{"settled_by", "the-decision-that-gave-it"}}}}}};
    EXPECT_EQ(
        text_of(without_rows(listings_of("relations", of, sample.names(Language::en)), Language::en)),
        "Not on record: observers at the Organisation; partners of the Organisation. What would settle it: "
        "the decision by which the status was given.");
    EXPECT_EQ(
        text_of(without_rows(listings_of("relations", of, sample.names(Language::ru)), Language::ru)),
        "В записях нет: наблюдатели при Организации; партнёры Организации. Что могло бы это подтвердить: "
        "решение о предоставлении статуса.");
    EXPECT_TRUE(without_rows({}, Language::en).empty());
}

TEST(Listings, GroupWhatSaysTheSame) {
    const sample::Sample sample;
    base::Object alone = row();
    alone.insert_or_assign("rejected", both("One outlet only.", "Только одно издание."));
    const base::Value of = base::Object{{"priorities", base::List{row(), row(), alone}}};
    const auto listed = listings_of("priorities", of, sample.names(Language::en));
    ASSERT_EQ(listed.front().rows.size(), 3U);
    EXPECT_EQ(listed.front().rows[0].group, "Armenia, 2023");
    EXPECT_EQ(listed.front().rows[1].group, "Armenia, 2023");
    EXPECT_EQ(listed.front().rows[2].group, "Armenia, 2023: supported by nothing. One outlet only.");
    EXPECT_EQ(listed.front().before.size(), 1U);
}

TEST(Titles, AreSaidWithoutTheirDayWhereItHasAColumn) {
    const struct {
        Language language;
        const char* title;
        const char* day;
        const char* left;
    } rows[] = {
        {Language::en, "Council session in Bishkek, 27 November 2025", "2025-11-27",
         "Council session in Bishkek"},
        {Language::en, "Next session: Belarus, 2017", "2017", "Next session: Belarus"},
        {Language::en, "Next session: Astana, fourth quarter of 2024", "2024-36", "Next session: Astana"},
        {Language::en, "The Secretary General in Belarus, 12 and 13 February 2023", "2023-02-12/2023-02-13",
         "The Secretary General in Belarus"},
        {Language::en, "To be discussed in St Petersburg on 6 December 2018", "2018-12-06",
         "To be discussed in St Petersburg"},
        {Language::en, "Next meeting: Astana, autumn of 2024", "2024",
         "Next meeting: Astana, autumn of 2024"},
        {Language::en, "Help within three months", "2013-12-23", "Help within three months"},
        {Language::en, "27 November 2025", "2025-11-27", "27 November 2025"},
        {Language::ru, "Сессия Совета в Бишкеке 27 ноября 2025 года", "2025-11-27",
         "Сессия Совета в Бишкеке"},
        {Language::ru, "Меморандум о сотрудничестве от 28 мая 2018 года", "2018-05-28",
         "Меморандум о сотрудничестве"},
        {Language::ru, "Следующая сессия: Астана, четвёртый квартал 2024 года", "2024-36",
         "Следующая сессия: Астана"},
        {Language::ru, "Генеральный секретарь в Беларуси 12–13 февраля 2023 года", "2023-02-12/2023-02-13",
         "Генеральный секретарь в Беларуси"},
    };
    for (const auto& row : rows) EXPECT_EQ(without_day(row.title, row.day, row.language), row.left);
    EXPECT_EQ(without_day("A title", "no day", Language::en), "A title");
}

// A code that a question may give has words in both languages.
TEST(Gaps, HaveWordsForWhatWouldSettleThem) {
    std::size_t known = 0;
    for (const std::string_view kind : {"adopted",
                                        "announced",
                                        "approved",
                                        "body-established",
                                        "budget-stated",
                                        "consultation-ended",
                                        "consultation-opened",
                                        "consultation-requested",
                                        "draft-agreed",
                                        "draft-answered",
                                        "draft-circulated",
                                        "draft-examined",
                                        "drafted",
                                        "held",
                                        "implementation-reported",
                                        "measure-carried-out",
                                        "measure-decided",
                                        "measure-reported",
                                        "memorandum-signed",
                                        "share-stated",
                                        "status-given",
                                        "submitted"}) {
        const std::string_view code = questions::settled_by(kind);
        ASSERT_FALSE(code.empty()) << kind;
        for (const Language language : languages) EXPECT_FALSE(settled_by(language, code).empty()) << code;
        ++known;
    }
    EXPECT_EQ(known, 22U);
    EXPECT_EQ(questions::settled_by("no-such-kind"), "");
}

TEST(Listings, AreEmptyWhereTheAnswerIs) {
    const sample::Sample sample;
    for (const questions::Question& question : questions::catalogue()) {
        SCOPED_TRACE(question.name);
        for (const Listing& listing :
             listings_of(question.name, base::Object(), sample.names(Language::en))) {
            EXPECT_TRUE(listing.rows.empty());
            EXPECT_FALSE(listing.none.empty());
        }
    }
}

// The string literals of a source file, those on one line.
std::vector<std::string> literals(const std::string& source) {
    std::vector<std::string> all;
    bool inside = false;
    bool comment = false;
    std::string one;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if (c == '\n') comment = inside = false;
        if (comment) continue;
        if (!inside && c == '/' && i + 1 < source.size() && source[i + 1] == '/') comment = true;
        if (!inside && c == '\'' && i + 2 < source.size() && source[i + 2] == '\'') {
            i += 2;  // a character
            continue;
        }
        if (c == '"') {
            if (inside) all.push_back(one);
            one.clear();
            inside = !inside;
        } else if (inside) {
            one += c;
        }
    }
    return all;
}

// The patterns stand in one file and are seen by nothing else: they are read from there.
TEST(Listings, AreMadeOfWellFormedPatterns) {
    const std::string source = sample::read_file("src/words/listings.cpp");
    ASSERT_FALSE(source.empty());
    std::size_t patterns = 0;
    for (const std::string& literal : literals(source)) {
        if (!literal.contains('{')) continue;
        ++patterns;
        EXPECT_TRUE(well_formed(literal)) << literal;
    }
    EXPECT_GT(patterns, 100U);
}

TEST(RightToVote, IsSaidInAClause) {
    const sample::Sample sample;
    const struct {
        const char* what;
        bool has_vote;
        base::List unpaid;
        bool condition_met;
        const char* decision;
        const char* en;
        const char* ru;
    } rows[] = {
        {"paid",
         true,
         {},
         false,
         "",
         "Armenia has its vote; no unpaid share is on record",
         "право голоса есть у Армении; неуплаченных взносов в записях нет"},
        {"one year",
         true,
         {"2024"},
         false,
         "",
         "Armenia has its vote, for no decision on record takes it away; unpaid for 2024",
         "право голоса есть у Армении, потому что решения о его лишении в записях нет; не уплачено за 2024 год"},
        {"two years",
         true,
         {"2023", "2024"},
         true,
         "",
         "Armenia has its vote, for no decision on record takes it away; unpaid for 2023 and 2024; the time after which a decision may take it away has passed",
         nullptr},
        {"taken away", false, {"2024"}, false, "taken-1", "Armenia has no vote; unpaid for 2024", nullptr},
        {"lost by the rule itself",
         false,
         {"2023", "2024"},
         true,
         "",
         "Armenia has no vote; unpaid for 2023 and 2024",
         nullptr},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const base::Value of =
            base::Object{{"member", "AM"},
                         {"has_vote", row.has_vote},
                         {"unpaid", row.unpaid},
                         {"condition_met", row.condition_met},
                         {"decision", *row.decision ? base::Value(row.decision) : base::Value()}};
        EXPECT_EQ(listing_clause("right-to-vote", of, sample.names(Language::en)), row.en);
        const std::string ru = listing_clause("right-to-vote", of, sample.names(Language::ru));
        if (row.ru) {
            EXPECT_EQ(ru, row.ru);
        } else {
            EXPECT_FALSE(ru.empty());
        }
    }
}

}  // namespace
}  // namespace words
