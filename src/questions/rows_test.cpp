// Rows of an answer: what became of a paper, how accounts of one event become one row, and the lists of the
// questions that are made of rows. On which day each is told, and what is never told.
#include "questions/rows.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"
#include "questions/near.hpp"

namespace questions {
namespace {

using law::testing::id;
using law::testing::state;
using law::testing::three_states;
using law::testing::World;

constexpr std::string_view more = R"(
bodies:
  council: {names: {en: Council}, chair: none}
  bureau: {names: {en: Bureau}, chair: none}
organisations:
  league: {names: {en: League}}
  union: {names: {en: Union}}
procedures:
  all-papers:
    of: paper
    article: {en: art. 1}
    says: {en: The way of a paper.}
    steps:
      - {step: drafted, names: {en: Drafted}, kinds: [drafted]}
      - {step: examined, names: {en: Examined}, kinds: [draft-examined], body: bureau}
      - {step: commented, names: {en: Commented}, kinds: [withdrawn], read: no}
      - {step: decided, names: {en: Decided}, kinds: [adopted, not-adopted], body: council}
)";

World world() { return World(std::string(three_states) + std::string(more)); }

const auto the_paper = id<base::PaperId>("paper");
const auto other_paper = id<base::PaperId>("other");
const auto council = id<base::BodyId>("council");
const auto bureau = id<base::BodyId>("bureau");

base::Text words(std::string said) { return base::Text({{"en", std::move(said)}}); }

acts::Drafted drafted(base::PaperId paper = the_paper) {
    acts::Drafted act;
    act.paper = paper;
    act.body = bureau;
    act.title = words("A draft");
    return act;
}
acts::NotAdopted not_adopted() {
    acts::NotAdopted act;
    act.paper = the_paper;
    act.body = council;
    act.title = words("A paper");
    return act;
}
acts::Withdrawn withdrawn() {
    acts::Withdrawn act;
    act.paper = the_paper;
    return act;
}
acts::Adopted adopted(base::PaperId paper = the_paper) {
    acts::Adopted act;
    act.paper = paper;
    act.body = council;
    act.title = words("A paper");
    return act;
}
acts::MemorandumSigned memorandum(base::PaperId paper = the_paper) {
    acts::MemorandumSigned act;
    act.paper = paper;
    act.title = words("A memorandum");
    return act;
}
acts::DraftExamined examined(base::BodyId body) {
    acts::DraftExamined act;
    act.paper = the_paper;
    act.body = body;
    return act;
}
acts::Annulled annulled(const char* act) {
    acts::Annulled annulment;
    annulment.act = id<base::ActId>(act);
    annulment.why = words("A mistake of ours");
    return annulment;
}
acts::DifferenceNoted noted(acts::Ruling ruling, const char* event, const char* account = "") {
    acts::DifferenceNoted act;
    act.of = id<base::EventId>(event);
    if (*account) act.account = id<base::ActId>(account);
    act.ruling = ruling;
    act.why = words("It cannot be so");
    return act;
}

Answer asked(const record::View& view, std::string question,
             std::map<std::string, std::string, std::less<>> parameters = {}) {
    auto answer = ask(view, {.question = std::move(question), .parameters = std::move(parameters)});
    EXPECT_TRUE(answer.has_value());
    return std::move(answer).value();
}
base::Value told(const record::View& view, std::string question,
                 std::map<std::string, std::string, std::less<>> parameters = {}) {
    return asked(view, std::move(question), std::move(parameters)).conclusion.answer;
}

// A field of every row, with blanks between; "-" where a row has none.
std::string column(const base::Value& rows, const char* field) {
    std::string all;
    if (!rows.list()) return "no list";
    for (const base::Value& row : *rows.list()) {
        const std::string_view text = row[field].is_null() ? "-" : row[field].text();
        all += (all.empty() ? "" : " ") + std::string(text);
    }
    return all;
}

// -- papers ------------------------------------------------------------------------------------------

TEST(PaperTold, IsTheFurthestStepOnItsWay) {
    struct Step {
        const char* on;
        acts::Content content;
    };
    const acts::Approved approved = [] {
        acts::Approved act;
        act.paper = the_paper;
        return act;
    }();
    const struct {
        const char* what;
        std::vector<Step> steps;
        const char* became;  // empty: nothing is told of it
        const char* on;
    } rows[] = {
        {"nothing", {}, "", ""},
        {"drafted", {{"2010-01-01", drafted()}}, "draft", "2010-01-01"},
        {"not adopted",
         {{"2010-01-01", drafted()}, {"2010-06-01", not_adopted()}},
         "not-adopted",
         "2010-06-01"},
        {"withdrawn",
         {{"2010-01-01", drafted()}, {"2010-06-01", not_adopted()}, {"2010-07-01", withdrawn()}},
         "withdrawn",
         "2010-07-01"},
        {"adopted at last",
         {{"2010-01-01", drafted()},
          {"2010-06-01", not_adopted()},
          {"2010-07-01", withdrawn()},
          {"2011-06-01", adopted()}},
         "adopted",
         "2011-06-01"},
        {"adopted, and known in another order",
         {{"2011-06-01", adopted()}, {"2010-06-01", not_adopted()}, {"2010-01-01", drafted()}},
         "adopted",
         "2011-06-01"},
        {"approved", {{"2010-01-01", drafted()}, {"2010-06-01", approved}}, "approved", "2010-06-01"},
        {"approved after it was adopted",
         {{"2010-01-01", adopted()}, {"2010-06-01", approved}},
         "adopted",
         "2010-01-01"},
        {"signed with others", {{"2010-06-01", memorandum()}}, "signed-with-others", "2010-06-01"},
        {"examined only", {{"2010-06-01", examined(bureau)}}, "", ""},
        {"another paper is adopted",
         {{"2010-01-01", drafted()}, {"2010-06-01", adopted(other_paper)}},
         "draft",
         "2010-01-01"},
        {"adopted after the day asked about",
         {{"2010-01-01", drafted()}, {"2020-01-02", adopted()}},
         "draft",
         "2010-01-01"},
        {"adopted on the day asked about",
         {{"2010-01-01", drafted()}, {"2020-01-01", adopted()}},
         "adopted",
         "2020-01-01"},
        {"adopted on that day or earlier", {{"[..2020-01-01]", adopted()}}, "adopted", "[..2020-01-01]"},
        {"adopted on a later day or earlier", {{"[..2020-01-02]", adopted()}}, "", ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        World w = world();
        int number = 0;
        for (const Step& step : row.steps)
            w.add("step-" + std::to_string(++number), step.on, step.content, {.known_on = "2019-01-01"});
        const auto view = w.view("2020-01-01");
        const auto found = paper_told(view, the_paper);
        ASSERT_EQ(found.has_value(), *row.became != '\0');
        if (!found) continue;
        EXPECT_EQ(found->became, row.became);
        EXPECT_EQ(found->on->text(), row.on);
        EXPECT_EQ(found->paper, the_paper);
    }
}

TEST(PaperTold, IsNotToldOfWhereOnlyNamedBesideAnother) {
    World w = world();
    acts::PaperRelated related;
    related.paper = the_paper;
    related.to_paper = other_paper;
    w.add("drafted", "2010-01-01", drafted());
    w.add("related", "2010-01-02", related);
    const auto view = w.view("2020-01-01");
    EXPECT_TRUE(paper_told(view, the_paper).has_value());
    EXPECT_FALSE(paper_told(view, other_paper).has_value());
    const auto all = papers_told(view);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().paper, the_paper);
}

TEST(PaperTold, IsWithoutWhatWasAnnulledOrSetAside) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("adopted", "2010-06-01", adopted());
    World annulment = w;
    annulment.add("mistake", "2012-01-01", annulled("adopted"));
    EXPECT_EQ(paper_told(annulment.view("2020-01-01"), the_paper)->became, "draft");
    EXPECT_EQ(paper_told(annulment.known(2, "2020-01-01"), the_paper)->became, "adopted")
        << "as it was known before";
    World rejection = w;
    rejection.add("no", "2012-01-01", noted(acts::Ruling::reject, "adopted", "adopted"));
    EXPECT_EQ(paper_told(rejection.view("2020-01-01"), the_paper)->became, "draft");
    World another = rejection;
    another.add("adopted-too", "2010-06-02", adopted(), {.event = "adopted", .known_on = "2013-01-01"});
    EXPECT_EQ(paper_told(another.view("2020-01-01"), the_paper)->on->text(), "2010-06-02")
        << "the account that stands tells of it";
}

TEST(Papers, StandByDay) {
    World w = world();
    w.add("b", "2010-06-01", adopted(other_paper));
    w.add("a", "2010-01-01", drafted());
    w.add("m", "2009-01-01", memorandum(id<base::PaperId>("memo")), {.known_on = "2011-01-01"});
    const auto answer = told(w.view("2020-01-01"), "documents");
    EXPECT_EQ(column(answer["papers"], "paper"), "memo paper other");
    EXPECT_EQ(column(answer["papers"], "became"), "signed-with-others draft adopted");
    EXPECT_EQ(column(told(w.view("2009-12-31"), "documents")["papers"], "paper"), "memo");
    EXPECT_EQ(column(told(w.view("2020-01-01"), "documents", {{"body", "council"}})["papers"], "paper"),
              "other");
}

// -- rows of events ----------------------------------------------------------------------------------

acts::Stated statement(const char* member) {
    acts::Stated act;
    act.member = state(member);
    return act;
}

TEST(Rows, AreTheAccountsOfAnEventTogether) {
    World w = world();
    acts::Contacted visit;
    visit.member = state("AA");
    visit.title = words("A visit");
    w.add("visit", "2010-06-01", visit);
    w.add("visit-too", "2010-06-03", visit, {.event = "visit"});
    {
        const auto rows = rows_of<acts::Contacted>(w.view("2020-01-01"));
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows.front()["on"].text(), "2010-06-01") << "as the first account has it";
        ASSERT_TRUE(rows.front()["differs"]["on"].list());
        EXPECT_EQ(rows.front()["differs"]["on"].list()->size(), 2U);
    }
    auto preferred = noted(acts::Ruling::prefer, "visit");
    preferred.field = id<base::RuleId>("on");
    preferred.value = words("2010-06-03");
    w.add("preferred", "2011-01-01", preferred);
    const auto rows = rows_of<acts::Contacted>(w.view("2020-01-01"));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front()["on"].text(), "2010-06-03");
    EXPECT_TRUE(rows.front()["differs"].is_null());
    EXPECT_TRUE(rows.front()["rejected"].is_null());
}

TEST(Rows, SayWhichAccountWasSetAside) {
    World w = world();
    acts::Contacted visit;
    visit.title = words("A visit");
    w.add("visit", "2010-06-01", visit);
    w.add("no", "2011-01-01", noted(acts::Ruling::reject, "visit", "visit"));
    const auto only = rows_of<acts::Contacted>(w.view("2020-01-01"));
    ASSERT_EQ(only.size(), 1U);
    EXPECT_EQ(only.front()["rejected"]["en"].text(), "It cannot be so");
    EXPECT_TRUE(rows_of<acts::Contacted>(w.known(1, "2020-01-01")).front()["rejected"].is_null());

    w.add("visit-too", "2010-06-02", visit, {.event = "visit", .known_on = "2012-01-01"});
    const auto other = rows_of<acts::Contacted>(w.view("2020-01-01"));
    ASSERT_EQ(other.size(), 1U);
    EXPECT_EQ(other.front()["on"].text(), "2010-06-02");
    EXPECT_TRUE(other.front()["rejected"].is_null()) << "another account of it stands";
}

TEST(Rows, AreNotOfWhatWasAnnulledOrIsStillToCome) {
    World w = world();
    acts::Contacted visit;
    visit.title = words("A visit");
    w.add("visit", "2010-06-01", visit);
    const auto count = [&](const char* on) { return rows_of<acts::Contacted>(w.view(on)).size(); };
    EXPECT_EQ(count("2010-05-31"), 0U);
    EXPECT_EQ(count("2010-06-01"), 1U);
    w.add("mistake", "2012-01-01", annulled("visit"));
    EXPECT_EQ(count("2020-01-01"), 0U);
}

// -- announced ---------------------------------------------------------------------------------------

TEST(Announced, TellsWhatBecameOfIt) {
    World w = world();
    acts::Announced announced;
    announced.body = council;
    announced.title = words("A visit");
    const auto the_announcement = id<base::ActId>("announced");
    w.add("announced", "2010-01-01", announced);
    acts::Invited invited;
    invited.announcement = the_announcement;
    invited.member = state("AA");
    w.add("invited", "2010-02-01", invited);
    acts::InvitationAnswered answered;
    answered.announcement = the_announcement;
    answered.member = state("AA");
    answered.reply = acts::Reply::accepted;
    w.add("accepted", "2010-03-01", answered);
    acts::CameAbout came;
    came.announcement = the_announcement;
    came.outcome = acts::Outcome::done;
    w.add("done", "2010-04-01", came);
    const struct {
        const char* on;
        std::size_t known;
        const char* count;  // rows of all, and of those still open
        bool invited;
        const char* reply;
        const char* outcome;
        const char* outcome_on;
    } rows[] = {
        {"2010-01-01", 4, "1 1", false, "-", "-", "-"},
        {"2010-01-31", 4, "1 1", false, "-", "-", "-"},
        {"2010-02-01", 4, "1 1", true, "-", "-", "-"},
        {"2010-03-01", 4, "1 1", true, "accepted", "-", "-"},
        {"2010-03-31", 4, "1 1", true, "accepted", "-", "-"},
        {"2010-04-01", 4, "1 0", true, "accepted", "done", "2010-04-01"},
        {"2020-01-01", 4, "1 0", true, "accepted", "done", "2010-04-01"},
        {"2020-01-01", 3, "1 1", true, "accepted", "-", "-"},  // as known on an earlier day
        {"2020-01-01", 2, "1 1", true, "-", "-", "-"},
        {"2020-01-01", 1, "1 1", false, "-", "-", "-"},
        {"2009-12-31", 4, "0 0", false, "", "", ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::string(row.on) + ", " + std::to_string(row.known) + " known");
        const auto view = w.known(row.known, row.on);
        const auto all = told(view, "announced")["announced"];
        const auto open = told(view, "announced", {{"which", "open"}})["announced"];
        EXPECT_EQ(std::to_string(all.list()->size()) + " " + std::to_string(open.list()->size()), row.count);
        EXPECT_EQ(column(all, "reply"), row.reply);
        EXPECT_EQ(column(all, "outcome"), row.outcome);
        EXPECT_EQ(column(all, "outcome_on"), row.outcome_on);
        if (!all.list()->empty()) {
            EXPECT_EQ(!all.list()->front()["invited"].is_null(), row.invited);
        }
    }
}

TEST(Announced, ASessionIsHeldWhenItIs) {
    World w = world();
    acts::Announced announced;
    announced.session = id<base::SessionId>("s");
    announced.title = words("A session");
    w.add("announced", "2010-01-01", announced);
    acts::Held held;
    held.session = announced.session;
    held.body = council;
    w.add("held", "2010-06-01", held);
    EXPECT_EQ(column(told(w.view("2010-05-31"), "announced")["announced"], "outcome"), "-");
    EXPECT_EQ(column(told(w.view("2010-06-01"), "announced")["announced"], "outcome"), "held");
}

TEST(Announced, IsAGapUntilTheDayOnWhichSomethingTellsOfIt) {
    World w = world();
    acts::Announced announced;
    announced.session = id<base::SessionId>("s");
    announced.at = id<base::SessionId>("earlier");
    announced.title = words("A session");
    announced.when = base::Date::read("2010-03");
    w.add("announced", "2010-01-01", announced);
    acts::CameAbout moved;
    moved.announcement = id<base::ActId>("announced");
    moved.outcome = acts::Outcome::moved;
    w.add("moved", "2010-07-01", moved);
    acts::Held before;
    before.session = announced.at;
    before.body = council;
    w.add("before", "2010-01-01", before);
    acts::Held held;
    held.session = announced.session;
    held.body = council;
    w.add("held", "2010-06-01", held);
    struct Row {
        const char* on;
        std::size_t gaps;
        const char* outcome;
    };
    const Row rows[] = {
        {"2010-02-28", 0, "-"},      // its time has not come
        {"2010-05-31", 1, "-"},      // it was held later
        {"2010-06-01", 0, "held"},   // by the session
        {"2010-07-01", 0, "moved"},  // by what says so of itself
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.on);
        std::size_t gaps = 0;
        const auto all = told(w.view(row.on), "gaps");
        for (const base::Value& gap : *all["gaps"].list())
            gaps += gap["gap"].text() == "outcome-not-on-record" ? 1 : 0;
        EXPECT_EQ(gaps, row.gaps);
        EXPECT_EQ(column(told(w.view(row.on), "announced")["announced"], "outcome"), row.outcome);
        const auto session = asked(w.view(row.on), "session", {{"session", "earlier"}});
        const base::Value& at_it = session.besides.at("announced").list()->front()["outcome"];
        EXPECT_EQ(at_it.is_null() ? "-" : at_it["outcome"].text(), row.outcome);
    }
}

// -- what is nearest to a gap ------------------------------------------------------------------------

TEST(Near, IsTheMeetingBeforeAndAfterWhatWasAnnounced) {
    World w = world();
    acts::Announced announced;
    announced.body = council;
    announced.title = words("A visit");
    announced.when = base::Date::read("2010-03");
    w.add("announced", "2010-01-01", announced);
    const auto held = [&](const char* name, const char* on, base::BodyId body) {
        acts::Held act;
        act.session = id<base::SessionId>(name);
        act.body = body;
        w.add(name, on, act);
    };
    held("early", "2010-01-15", council);
    held("within", "2010-03-31", council);
    held("of-another", "2010-04-02", bureau);
    held("next", "2010-05-01", council);
    held("later", "2010-06-01", council);
    const struct {
        const char* on;
        const char* before;
        const char* after;
    } rows[] = {
        {"2010-01-01", "", ""},           {"2010-01-15", "early", ""},      {"2010-04-30", "within", ""},
        {"2010-05-01", "within", "next"}, {"2020-01-01", "within", "next"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.on);
        const auto answer = told(w.view(row.on), "announced");
        const base::Value& near = answer["announced"].list()->front()["near"];
        EXPECT_EQ(near["before"]["act"].text(), row.before);
        EXPECT_EQ(near["after"]["act"].text(), row.after);
        EXPECT_EQ(near["settled_by"].text(), "a-source-that-says-what-came-of-it");
    }
}

TEST(Near, IsTheStepBeforeAndAfterOneThatIsNotOnRecord) {
    World w = world();
    w.add("examined", "2010-01-11", examined(bureau));
    w.add("drafted", "2010-01-01", drafted());
    w.add("adopted", "2010-03-01", adopted());
    const auto answer = told(w.view("2020-01-01"), "draft", {{"paper", "paper"}});
    const base::List& steps = *answer["steps"].list();
    ASSERT_EQ(column(answer["steps"], "step"), "drafted examined commented decided");
    EXPECT_TRUE(steps[1]["near"].is_null());
    EXPECT_EQ(steps[2]["near"]["before"]["act"].text(), "examined");
    EXPECT_EQ(steps[2]["near"]["before"]["on"].text(), "2010-01-11");
    EXPECT_EQ(steps[2]["near"]["after"]["act"].text(), "adopted");
    EXPECT_TRUE(steps[2]["settled_by"].is_null());
}

TEST(Near, OfAnAnswerIsWhatNamesTheThingAskedAbout) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("of-another", "2009-12-01", drafted(other_paper));
    const auto before = asked(w.view("2009-12-31"), "draft", {{"paper", "paper"}});
    EXPECT_EQ(before.conclusion.standing, law::Standing::not_on_record);
    EXPECT_TRUE(before.near["before"].is_null());
    EXPECT_EQ(before.near["after"]["act"].text(), "drafted");
    EXPECT_EQ(before.near["after"]["kind"].text(), "drafted");
    EXPECT_TRUE(asked(w.view("2010-01-01"), "draft", {{"paper", "paper"}}).near.is_null()) << "on record";

    law::Conclusion not_read;
    not_read.standing = law::Standing::not_on_record;
    not_read.settled_by = "the-text-of-the-rule";
    const std::vector<base::ActId> about{id<base::ActId>("paper")};
    const auto near = near_of(w.view("2020-01-01"), not_read, about);
    EXPECT_TRUE(near["before"].is_null()) << "no act stands beside a rule that was not read";
    EXPECT_EQ(near["settled_by"].text(), "the-text-of-the-rule");
}

TEST(Near, IsNotOfARowThatLacksTheSame) {
    base::List rows;
    for (const char* amount : {"1", "", "", "2", ""}) {
        base::Object row{{"act", "act-" + std::to_string(rows.size())}, {"on", "2010"}};
        if (*amount) row.emplace("amount", amount);
        rows.emplace_back(std::move(row));
    }
    put_near(rows, [](const base::Value& row) { return row["amount"].is_null(); }, "code");
    EXPECT_TRUE(rows[0]["near"].is_null());
    EXPECT_EQ(rows[1]["near"]["before"]["act"].text(), "act-0");
    EXPECT_EQ(rows[1]["near"]["after"]["act"].text(), "act-3");
    EXPECT_EQ(rows[2]["near"]["after"]["act"].text(), "act-3");
    EXPECT_EQ(rows[4]["near"]["before"]["act"].text(), "act-3");
    EXPECT_TRUE(rows[4]["near"]["after"].is_null());
    EXPECT_EQ(rows[4]["near"]["settled_by"].text(), "code");
}

TEST(Near, IsOfTheSameThingAlone) {
    base::List rows;
    for (const char* amount : {"1", "", "2"}) {
        base::Object row{{"act", "act-" + std::to_string(rows.size())}, {"on", "2010"}};
        row.emplace("fund", rows.empty() ? "command" : "organisation");
        if (*amount) row.emplace("amount", amount);
        rows.emplace_back(std::move(row));
    }
    put_near(
        rows, [](const base::Value& row) { return row["amount"].is_null(); }, "code",
        [](const base::Value& one, const base::Value& other) { return one["fund"] == other["fund"]; });
    EXPECT_TRUE(rows[1]["near"]["before"].is_null()) << "of another fund";
    EXPECT_EQ(rows[1]["near"]["after"]["act"].text(), "act-2");
}

// -- the way of a draft ------------------------------------------------------------------------------

TEST(Draft, ShowsEveryStepAndTheDaysBetween) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("examined-elsewhere", "2010-01-05", examined(council));
    w.add("examined", "2010-01-11", examined(bureau));
    w.add("examined-too", "2010-01-11", examined(bureau), {.event = "examined"});
    w.add("adopted", "2010-03-01", adopted());
    const auto answer = told(w.view("2020-01-01"), "draft", {{"paper", "paper"}});
    EXPECT_EQ(column(answer["steps"], "step"), "drafted examined commented decided");
    EXPECT_EQ(column(answer["steps"], "on"), "2010-01-01 2010-01-11 - 2010-03-01");
    EXPECT_EQ(column(answer["steps"], "kind"), "drafted draft-examined - adopted");
    EXPECT_EQ(answer["reached"].text(), "decided");
    const base::List& steps = *answer["steps"].list();
    EXPECT_TRUE(steps[0]["days"].is_null());
    EXPECT_EQ(steps[1]["days"], base::Value(std::int64_t{10}));
    EXPECT_TRUE(steps[2]["days"].is_null());
    EXPECT_EQ(steps[2]["on_record"], base::Value(false));
    EXPECT_EQ(steps[2]["read"], base::Value(false));
    EXPECT_EQ(steps[3]["days"], base::Value(std::int64_t{49})) << "since the step before it on record";
    const auto before = told(w.view("2010-02-28"), "draft", {{"paper", "paper"}});
    EXPECT_EQ(column(before["steps"], "on"), "2010-01-01 2010-01-11 - -");
    EXPECT_EQ(before["reached"].text(), "examined");
}

TEST(Draft, HasTheStepsInTheOrderInWhichTheyWereTaken) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("examined", "2010-04-11", examined(bureau));
    w.add("adopted", "2010-03-01", adopted());
    const auto answer = told(w.view("2020-01-01"), "draft", {{"paper", "paper"}});
    EXPECT_EQ(column(answer["steps"], "step"), "drafted commented decided examined")
        << "what is not on record stands before the step that the rule has after it";
    EXPECT_EQ(answer["reached"].text(), "decided") << "the last by the rule";
}

TEST(Draft, CountsNoDaysFromOrToADayNotKnownExactly) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("examined", "2010-02", examined(bureau));
    w.add("adopted", "2010-03-01", adopted());
    const auto answer = told(w.view("2020-01-01"), "draft", {{"paper", "paper"}});
    for (const base::Value& step : *answer["steps"].list()) EXPECT_TRUE(step["days"].is_null());
    EXPECT_EQ(answer["reached"].text(), "decided");
}

TEST(Draft, TakesTheAccountThatStands) {
    World w = world();
    w.add("drafted", "2010-01-01", drafted());
    w.add("examined", "2010-01-11", examined(bureau));
    w.add("examined-too", "2010-01-21", examined(bureau), {.event = "examined"});
    w.add("mistake", "2011-01-01", annulled("examined"));
    EXPECT_EQ(column(told(w.view("2020-01-01"), "draft", {{"paper", "paper"}})["steps"], "on"),
              "2010-01-01 2010-01-21 - -");
    World set_aside = world();
    set_aside.add("drafted", "2010-01-01", drafted());
    set_aside.add("examined", "2010-01-11", examined(bureau));
    set_aside.add("no", "2011-01-01", noted(acts::Ruling::reject, "examined", "examined"));
    EXPECT_EQ(column(told(set_aside.view("2020-01-01"), "draft", {{"paper", "paper"}})["steps"], "on"),
              "2010-01-01 - - -");
}

// -- priorities --------------------------------------------------------------------------------------

TEST(Priorities, CountsThoseThatNothingSupports) {
    World w = world();
    acts::PriorityStated stated;
    for (const auto& [name, member] : {std::pair{"one", "AA"}, {"two", "AA"}, {"three", "BB"}}) {
        stated.member = state(member);
        stated.says = words(name);
        w.add(name, "2010-01-01", stated);
    }
    w.add("no", "2011-01-01", noted(acts::Ruling::reject, "two", "two"));
    const struct {
        const char* member;
        std::size_t known;
        std::size_t count, unsupported;
    } rows[] = {
        {"", 4, 3, 1}, {"AA", 4, 2, 1}, {"BB", 4, 1, 0}, {"CC", 4, 0, 0}, {"AA", 3, 2, 0},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::string(row.member) + " " + std::to_string(row.known));
        std::map<std::string, std::string, std::less<>> parameters;
        if (*row.member) parameters.emplace("state", row.member);
        const auto answer = asked(w.known(row.known, "2020-01-01"), "priorities", parameters);
        EXPECT_EQ(answer.conclusion.answer["count"], base::Value(row.count));
        EXPECT_EQ(answer.conclusion.answer["unsupported"], base::Value(row.unsupported));
        EXPECT_EQ(answer.conclusion.standing,
                  row.count == 0 ? law::Standing::not_on_record : law::Standing::settled);
    }
}

// -- changes -----------------------------------------------------------------------------------------

TEST(Changes, AreAfterTheOneDayAndUpToTheOther) {
    World w = world();
    w.add("on-the-day", "2010-01-01", statement("AA"), {.known_on = "2010-02-01"});
    w.add("the-day-after", "2010-01-02", statement("AA"), {.known_on = "2010-02-02"});
    w.add("open", "[..2010-01-15]", statement("AA"), {.known_on = "2010-02-03"});
    w.add("month", "2010-02", statement("AA"), {.known_on = "2010-02-28"});
    w.add("the-day-itself", "2010-03-01", statement("AA"), {.known_on = "2010-03-01"});
    w.add("later", "2010-03-02", statement("AA"), {.known_on = "2010-03-02"});
    const auto acts = [&](const char* since, const char* of, std::size_t known, const char* on) {
        return column(told(w.known(known, on), "changes", {{"since", since}, {"of", of}})["acts"], "act");
    };
    EXPECT_EQ(acts("2009-12-31", "events", 6, "2010-03-01"),
              "on-the-day the-day-after open month the-day-itself");
    EXPECT_EQ(acts("2010-01-01", "events", 6, "2010-03-01"), "the-day-after open month the-day-itself");
    EXPECT_EQ(acts("2010-01-14", "events", 6, "2010-03-01"), "open month the-day-itself");
    EXPECT_EQ(acts("2010-01-15", "events", 6, "2010-03-01"), "month the-day-itself");
    EXPECT_EQ(acts("2010-03-01", "events", 6, "2010-03-01"), "");
    EXPECT_EQ(acts("2010-01-01", "events", 2, "2010-03-01"), "the-day-after") << "only what is known";

    EXPECT_EQ(acts("2010-01-31", "knowledge", 6, "2010-03-02"),
              "on-the-day the-day-after open month the-day-itself later");
    EXPECT_EQ(acts("2010-02-01", "knowledge", 6, "2010-03-02"),
              "the-day-after open month the-day-itself later");
    EXPECT_EQ(acts("2010-02-01", "knowledge", 4, "2010-02-28"), "the-day-after open month");
    EXPECT_EQ(acts("2010-03-02", "knowledge", 6, "2010-03-02"), "");
    EXPECT_EQ(acts("2010-12-31", "knowledge", 6, "2010-03-02"), "") << "a day on which nothing was known yet";
}

TEST(Changes, AreListedFiveHundredAtATime) {
    World w = world();
    for (int i = 0; i < 1'203; ++i) {
        const std::string day = base::Day::of_number(14'610 + (1'202 - i) / 3).text();  // from 1 January 2010
        w.add("act-" + std::to_string(i), day, statement("AA"), {.known_on = "2015-01-01"});
    }
    acts::Annulled mistake;
    mistake.act = id<base::ActId>("act-703");
    w.add("mistake", "2015-01-02", mistake);
    const auto view = w.view("2014-12-31");
    for (const char* of : {"events", "knowledge"}) {
        std::string after, all;
        std::vector<std::size_t> sizes;
        do {
            std::map<std::string, std::string, std::less<>> parameters{{"since", "2009-12-31"}, {"of", of}};
            if (!after.empty()) parameters.emplace("after", after);
            const auto answer = told(view, "changes", parameters);
            EXPECT_EQ(answer["count"], base::Value(of == std::string_view("events") ? 1'202 : 1'203));
            sizes.push_back(answer["acts"].list()->size());
            all += column(answer["acts"], "act") + " ";
            after = answer["next"].text();
        } while (!after.empty());
        EXPECT_EQ(sizes,
                  (std::vector<std::size_t>{500, 500, of == std::string_view("events") ? 202U : 203U}));
        EXPECT_FALSE(all.contains("act-703 "));
        EXPECT_TRUE(all.starts_with(of == std::string_view("events") ? "act-1200 act-1201 act-1202 act-1197 "
                                                                     : "act-0 act-1 act-2 "));
    }
    const auto gone = told(view, "changes", {{"since", "2009-12-31"}, {"after", "act-703"}});
    EXPECT_EQ(gone["acts"].list()->front()["act"].text(), "act-704")
        << "a place is kept by what was annulled";
    const auto elsewhere = told(view, "changes", {{"since", "2010-06-01"}, {"after", "act-1202"}});
    EXPECT_EQ(elsewhere["acts"].list()->size(), 500U) << "of another time: from the first";
    EXPECT_FALSE(
        ask(view, {.question = "changes", .parameters = {{"since", "2009-12-31"}, {"after", "none"}}}));
}

// -- relations and sources ---------------------------------------------------------------------------

TEST(Relations, AStatusAtABodyIsNoStatusAtTheOrganisation) {
    World w = world();
    const auto gives = [&](const char* name, const char* organisation, acts::Status status, bool at_a_body) {
        acts::StatusGiven act;
        act.organisation = id<base::OrganisationId>(organisation);
        act.status = status;
        if (at_a_body) act.body = council;
        w.add(name, "2010-01-01", act);
    };
    gives("one", "league", acts::Status::observer, false);
    gives("two", "union", acts::Status::observer, true);
    gives("three", "union", acts::Status::partner, false);
    gives("four", "league", acts::Status::partner, true);
    const auto answer = told(w.view("2020-01-01"), "relations");
    EXPECT_EQ(column(answer["given"], "act"), "one two three four");
    EXPECT_EQ(column(answer["observers"], "act"), "one");
    EXPECT_EQ(column(answer["partners"], "act"), "three");
    EXPECT_EQ(asked(w.view("2009-12-31"), "relations").conclusion.standing, law::Standing::not_on_record);
}

TEST(Source, CountsItsClaimsByStanding) {
    World w = world();
    w.add("one", "2010-01-01", statement("AA"), {.source = "report"});
    w.add("two", "2010-01-02", statement("AA"), {.source = "another"});
    auto view = w.view("2020-01-01");
    rulebook::Rulebook book = view.rulebook;
    rulebook::Source source;
    source.id = id<base::SourceId>("report");
    source.name = words("A report");
    for (const auto standing : {rulebook::ClaimStanding::on_record, rulebook::ClaimStanding::differs,
                                rulebook::ClaimStanding::on_record}) {
        rulebook::Claim claim;
        claim.id = "F" + std::to_string(source.claims.size());
        claim.says = words("Something");
        claim.standing = standing;
        source.claims.push_back(std::move(claim));
    }
    book.sources.push_back(source);
    const record::View with_sources{book, view.record, view.known, view.on, {}};
    const auto answer = told(with_sources, "source", {{"source", "report"}});
    EXPECT_EQ(column(answer["claims"], "claim"), "F0 F1 F2");
    EXPECT_EQ(answer["by_standing"]["on-record"], base::Value(std::int64_t{2}));
    EXPECT_EQ(answer["by_standing"]["differs"], base::Value(std::int64_t{1}));
    EXPECT_TRUE(answer["by_standing"]["unrelated"].is_null());
    EXPECT_EQ(column(answer["cited_by"], "act"), "one");
    const auto sources = told(with_sources, "sources");
    EXPECT_EQ(column(sources["sources"], "source"), "report");
    EXPECT_EQ(sources["sources"].list()->front()["acts"], base::Value(std::int64_t{1}));
}

}  // namespace
}  // namespace questions
