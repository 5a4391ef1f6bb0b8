#include "form/form.hpp"

#include <functional>
#include <ostream>

#include <gtest/gtest.h>

namespace form {

static std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
    out << name_of(refusal.code) << " in '" << refusal.field << "'";
    for (const auto& [name, value] : refusal.facts) out << ", " << name << "=" << value;
    return out;
}

namespace {

using base::operator""_day;

base::Text both(std::string_view words) {
    return base::Text({{"en", std::string(words)}, {"ru", std::string(words)}});
}

// Two states, a council founded in 2003 by an act, a staff never said to be founded, one dispute.
const rulebook::Rulebook& book() {
    static const rulebook::Rulebook one = [] {
        rulebook::Rulebook made;
        made.languages = {"en", "ru"};
        for (const char* id : {"AM", "BY"}) made.members.push_back({.id = base::MemberId::of(id)});
        made.persons.push_back({.id = base::PersonId::of("lukashenko")});
        made.places.push_back({.id = base::PlaceId::of("minsk")});
        made.topics.push_back({.id = base::RuleId::of("quorum-at-minsk")});
        for (const char* id : {"council", "staff"}) {
            rulebook::Body body;
            body.body = base::BodyId::of(id);
            made.bodies.push_back(body);
        }
        for (const char* id : {"council-secretary", "chief-of-staff"}) {
            rulebook::Post post;
            post.post = base::PostId::of(id);
            post.body = base::BodyId::of(id[1] == 'o' ? "council" : "staff");
            made.posts.push_back(post);
        }
        rulebook::Instrument treaty;
        treaty.instrument = base::InstrumentId::of("treaty");
        made.instruments.push_back(treaty);
        rulebook::Dispute dispute;
        dispute.id = base::DisputeId::of("rule-14");
        for (const char* id : {"participation-needed", "silence-suffices"}) {
            dispute.sides.push_back({.id = base::SideId::of(id)});
        }
        made.disputes.push_back(dispute);
        return made;
    }();
    return one;
}

template <class Id> Id n(std::string_view letters) { return Id::of(letters); }
const auto am = n<base::MemberId>("AM");
const auto council = n<base::BodyId>("council");
const auto staff = n<base::BodyId>("staff");
const auto minsk_session = n<base::SessionId>("minsk-2023");
const auto plan = n<base::PaperId>("plan");

acts::Act act(std::string_view id, std::string_view on, acts::Content content) {
    return {.id = n<base::ActId>(id),
            .on = *base::Date::read(on),
            .place = {},
            .event = n<base::EventId>(id),
            .cites = {},
            .sources = {{n<base::SourceId>("s1"), base::Support::reported}},
            .content = std::move(content)};
}
acts::Act changed(acts::Act act, const std::function<void(acts::Act&)>& change) {
    change(act);
    return act;
}

acts::Held council_meets(std::string_view session) {
    return {.session = n<base::SessionId>(session),
            .body = council,
            .with = {},
            .session_kind = {},
            .mode = {},
            .title = both("Session")};
}
acts::Adopted adopts(std::string_view paper) {
    return {.paper = n<base::PaperId>(paper),
            .body = council,
            .session = minsk_session,
            .paper_kind = {},
            .title = both("Plan"),
            .format = {}};
}
acts::PositionTaken position(base::PaperId paper, base::SessionId session) {
    return {.member = am,
            .paper = paper,
            .session = session,
            .person = {},
            .stance = {},
            .takes_effect = {},
            .says = {}};
}
acts::Appointed appointment(std::string_view post, std::optional<base::Date> from) {
    return {.post = n<base::PostId>(post),
            .person = n<base::PersonId>("lukashenko"),
            .member = {},
            .body = {},
            .session = {},
            .paper = {},
            .from = from,
            .until = {}};
}
acts::InterpretationStated interpretation(std::string_view side) {
    return {.dispute = n<base::DisputeId>("rule-14"),
            .side = n<base::SideId>(side),
            .member = am,
            .body = {},
            .person = {},
            .says = {}};
}
acts::DifferenceNoted difference(std::string_view of, std::string_view field) {
    return {.of = n<base::EventId>(of),
            .account = {},
            .why = both("w"),
            .ruling = {},
            .value = {},
            .field = n<base::RuleId>(field)};
}
acts::Announced announcement(base::BodyId body, std::optional<base::Date> when) {
    return {.session = {},
            .body = body,
            .member = {},
            .person = {},
            .at = {},
            .title = both("t"),
            .when = when,
            .certainty = {}};
}
acts::Stated statement() {
    return {.topic = n<base::RuleId>("quorum-at-minsk"),
            .member = am,
            .body = {},
            .person = {},
            .of_member = {},
            .instrument = {},
            .session = {},
            .paper = {},
            .says = both("s"),
            .quote = {}};
}

// What is on record before every row: the founding, a session with a paper, a second telling of it.
const Declared& on_record() {
    static const Declared one = [] {
        const std::vector sources{n<base::SourceId>("s1"), n<base::SourceId>("s2")};
        Declared made(book(), sources);
        made.keep(act("founded", "2003-09", acts::BodyEstablished{council}), "2003-10-01"_day);
        made.keep(act("held-minsk", "2023-11-23", council_meets("minsk-2023")), "2023-11-24"_day);
        made.keep(act("adopted-plan", "2023-11-23", adopts("plan")), "2023-11-24"_day);
        made.keep(changed(act("held-minsk-again", "2023-11-23", council_meets("minsk-2023")),
                          [](acts::Act& a) { a.event = n<base::EventId>("held-minsk"); }),
                  "2023-11-25"_day);
        return made;
    }();
    return one;
}

constexpr base::Day today = "2023-12-01"_day;

TEST(Form, LetsInWhatIsClearHoweverIrregular) {
    const auto later = base::Date::read("2030-01-01");
    const struct {
        const char* what;
        acts::Act act;
    } rows[] = {
        {"a signature", act("a", "2023-11-30", acts::Signed{am, n<base::InstrumentId>("treaty")})},
        {"of the day it became known", act("a", "2023-12-01", acts::Left{am})},
        {"of a month that is not over", act("a", "2023-12", acts::Left{am})},
        {"of a year not over", act("a", "2023", acts::Left{am})},
        {"signed twice", act("b", "2023-11-30", acts::Signed{am, n<base::InstrumentId>("treaty")})},
        {"left though never a member", act("a", "1993", acts::Left{am})},
        {"a session nobody announced", act("a", "2023-12-01", council_meets("elsewhere"))},
        {"a session held a second time", act("a", "2023-12-01", council_meets("minsk-2023"))},
        {"a paper adopted without a session",
         changed(act("a", "2023-12-01", adopts("new")),
                 [](acts::Act& a) { std::get<acts::Adopted>(a.content).session = {}; })},
        {"a position on a paper", act("a", "2023-12-01", position(plan, {}))},
        {"a position on the papers of a session", act("a", "2023-12-01", position({}, minsk_session))},
        {"papers handed over", act("a", "2023-12-01", acts::HandedOver{am, {}, minsk_session})},
        {"what is announced lies ahead", act("a", "2023-12-01", announcement(council, later))},
        {"a term begins ahead", act("a", "2023-12-01", appointment("council-secretary", later))},
        {"the month of the founding", act("a", "2003-09-01", acts::ChairAttested{council, am, {}})},
        {"a year in which it was founded", act("a", "2003", acts::ChairAttested{council, am, {}})},
        {"announced before the founding, for no day", act("a", "2002-05-14", announcement(council, {}))},
        {"announced before the founding, for after it", act("a", "2002-05-14", announcement(council, later))},
        {"appointed before the founding, from after it",
         act("a", "2003-08-01", appointment("council-secretary", later))},
        {"a body of whose founding nothing is known", act("a", "1950", acts::ChairAttested{staff, am, {}})},
        {"a post of such a body", act("a", "1950", appointment("chief-of-staff", {}))},
        {"founded earlier, by another account",
         changed(act("a", "2002-10-07", acts::BodyEstablished{council}),
                 [](acts::Act& a) { a.event = n<base::EventId>("founded"); })},
        {"a third telling", changed(act("a", "2023-11-23", council_meets("minsk-2023")),
                                    [](acts::Act& a) { a.event = n<base::EventId>("held-minsk"); })},
        {"a side held", act("a", "2023-12-01", interpretation("silence-suffices"))},
        {"a difference in a field", act("a", "2023-12-01", difference("held-minsk", "mode"))},
        {"a difference in the day", act("a", "2023-12-01", difference("held-minsk", "on"))},
        {"a difference without a source", changed(act("a", "2023-12-01", difference("held-minsk", "on")),
                                                  [](acts::Act& a) { a.sources.clear(); })},
        {"an annulment without a source",
         changed(act("a", "2023-12-01", acts::Annulled{n<base::ActId>("adopted-plan"), both("w")}),
                 [](acts::Act& a) { a.sources.clear(); })},
        {"a place, a citation and two sources",
         changed(act("a", "2023-12-01", acts::Left{am}),
                 [](acts::Act& a) {
                     a.place = n<base::PlaceId>("minsk");
                     a.cites = {n<base::ActId>("founded"), n<base::ActId>("held-minsk-again")};
                     a.sources.push_back({n<base::SourceId>("s2"), base::Support::official});
                 })},
        {"a declined form beside the languages",
         act("a", "2023-12-01",
             acts::Discussed{minsk_session, base::Text({{"en", "s"}, {"ru", "с"}, {"ru.gen", "с"}})})},
        {"a statement", act("a", "2023-12-01", statement())},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(examine(on_record(), row.act, today), std::vector<Refusal>());
    }
}

TEST(Form, SendsBackWhatNobodyCouldMakeSenseOf) {
    using enum Code;
    const auto undeclared_as = [](std::string_view kind, std::string_view found, std::string_view nearest,
                                  std::string_view field) {
        Refusal refusal{
            undeclared, std::string(field), {{"kind", std::string(kind)}, {"found", std::string(found)}}};
        if (!nearest.empty()) refusal.facts.emplace("nearest", nearest);
        return refusal;
    };
    const auto established = [](std::string_view kind, std::string_view found, std::string_view field,
                                std::string_view on) {
        return Refusal{not_yet_established,
                       std::string(field),
                       {{"kind", std::string(kind)},
                        {"found", std::string(found)},
                        {"established", "2003-09-01"},
                        {"on", std::string(on)}}};
    };
    const struct {
        const char* what;
        acts::Act act;
        Refusal refusal;
    } rows[] = {
        {"a member of nobody", act("a", "2023", acts::Left{n<base::MemberId>("AN")}),
         undeclared_as("member", "AN", "AM", "member")},
        {"a member like no other", act("a", "2023", acts::Left{n<base::MemberId>("Atlantis")}),
         undeclared_as("member", "Atlantis", "", "member")},
        {"a member by the name of a body", act("a", "2023", acts::Left{n<base::MemberId>("council")}),
         undeclared_as("member", "council", "", "member")},
        {"a body of nobody", act("a", "2023", acts::ChairAttested{n<base::BodyId>("counsil"), am, {}}),
         undeclared_as("body", "counsil", "council", "body")},
        {"a body in a list",
         changed(
             act("a", "2023-12-01", council_meets("x")),
             [](acts::Act& a) { std::get<acts::Held>(a.content).with = {staff, n<base::BodyId>("stuff")}; }),
         undeclared_as("body", "stuff", "staff", "with/1")},
        {"a post of nobody", act("a", "2023", appointment("council-secretery", {})),
         undeclared_as("post", "council-secretery", "council-secretary", "post")},
        {"a person of nobody",
         act("a", "2023", acts::ChairAttested{council, am, n<base::PersonId>("lukashenka")}),
         undeclared_as("person", "lukashenka", "lukashenko", "person")},
        {"a place of nobody",
         changed(act("a", "2023", acts::Left{am}), [](acts::Act& a) { a.place = n<base::PlaceId>("mensk"); }),
         undeclared_as("place", "mensk", "minsk", "place")},
        {"an instrument of nobody", act("a", "2023", acts::Signed{am, n<base::InstrumentId>("traety")}),
         undeclared_as("instrument", "traety", "treaty", "instrument")},
        {"a dispute of nobody",
         changed(act("a", "2023", interpretation("silence-suffices")),
                 [](acts::Act& a) {
                     std::get<acts::InterpretationStated>(a.content).dispute = n<base::DisputeId>("rule-41");
                 }),
         undeclared_as("dispute", "rule-41", "rule-14", "dispute")},
        {"a side of nobody",
         act("a", "2023", interpretation("silence-suffice")),
         {undeclared,
          "side",
          {{"kind", "side"},
           {"found", "silence-suffice"},
           {"dispute", "rule-14"},
           {"nearest", "silence-suffices"}}}},
        {"a topic of nobody",
         changed(act("a", "2023", statement()),
                 [](acts::Act& a) {
                     std::get<acts::Stated>(a.content).topic = n<base::RuleId>("quorum-in-minsk");
                 }),
         undeclared_as("topic", "quorum-in-minsk", "quorum-at-minsk", "topic")},
        {"a source of nobody",
         changed(act("a", "2023", acts::Left{am}),
                 [](acts::Act& a) { a.sources.push_back({n<base::SourceId>("s3"), {}}); }),
         undeclared_as("source", "s3", "s1", "sources/1")},
        {"a session nobody held", act("a", "2023", acts::Absent{n<base::SessionId>("minsk-2032"), am}),
         undeclared_as("session", "minsk-2032", "minsk-2023", "session")},
        {"announced at a session nobody held",
         changed(act("a", "2023", announcement(council, {})),
                 [](acts::Act& a) { std::get<acts::Announced>(a.content).at = n<base::SessionId>("paris"); }),
         undeclared_as("session", "paris", "", "at")},
        {"a paper nobody adopted", act("a", "2023", position(n<base::PaperId>("plam"), {})),
         undeclared_as("paper", "plam", "plan", "paper")},
        {"an adoption at a session nobody held",
         changed(
             act("a", "2023-12-01", adopts("new")),
             [](acts::Act& a) { std::get<acts::Adopted>(a.content).session = n<base::SessionId>("paris"); }),
         undeclared_as("session", "paris", "", "session")},
        {"an annulment of nothing",
         act("a", "2023", acts::Annulled{n<base::ActId>("adopted-plam"), both("w")}),
         undeclared_as("act", "adopted-plam", "adopted-plan", "act")},
        {"a citation of nothing",
         changed(act("a", "2023", acts::Left{am}),
                 [](acts::Act& a) { a.cites = {n<base::ActId>("founded"), n<base::ActId>("foundet")}; }),
         undeclared_as("act", "foundet", "founded", "cites/1")},
        {"a citation of itself",
         changed(act("itself", "2023", acts::Left{am}),
                 [](acts::Act& a) { a.cites = {n<base::ActId>("itself")}; }),
         undeclared_as("act", "itself", "", "cites/0")},
        {"an outcome of nothing announced", act("a", "2023", acts::CameAbout{n<base::ActId>("x"), {}}),
         undeclared_as("act", "x", "", "announcement")},
        {"an account of no event",
         changed(act("a", "2023-11-23", council_meets("minsk-2023")),
                 [](acts::Act& a) { a.event = n<base::EventId>("held-minks"); }),
         undeclared_as("event", "held-minks", "held-minsk", "event")},
        {"an account of an account",
         changed(act("a", "2023-11-23", council_meets("minsk-2023")),
                 [](acts::Act& a) { a.event = n<base::EventId>("held-minsk-again"); }),
         undeclared_as("event", "held-minsk-again", "held-minsk", "event")},
        {"an account of another kind",
         changed(act("a", "2023-11-23", acts::Absent{minsk_session, am}),
                 [](acts::Act& a) { a.event = n<base::EventId>("held-minsk"); }),
         {other_kind, "event", {{"found", "absent"}, {"expected", "held"}}}},
        {"a difference over no event", act("a", "2023", difference("held-minks", "on")),
         undeclared_as("event", "held-minks", "held-minsk", "of")},
        {"a difference in a field the event has not", act("a", "2023", difference("held-minsk", "stance")),
         undeclared_as("field", "stance", "", "field")},
        {"a difference in a field misspelt", act("a", "2023", difference("held-minsk", "session_kint")),
         undeclared_as("field", "session_kint", "session_kind", "field")},
        {"an id used twice",
         act("founded", "2023", acts::Left{am}),
         {duplicate_id, "id", {{"found", "founded"}}}},
        {"tomorrow",
         act("a", "2023-12-02", acts::Left{am}),
         {not_yet_happened, "on", {{"found", "2023-12-02"}, {"known_on", "2023-12-01"}}}},
        {"next month",
         act("a", "2024-01", acts::Left{am}),
         {not_yet_happened, "on", {{"found", "2024-01"}, {"known_on", "2023-12-01"}}}},
        {"an announcement of tomorrow",
         act("a", "2023-12-02", announcement(council, {})),
         {not_yet_happened, "on", {{"found", "2023-12-02"}, {"known_on", "2023-12-01"}}}},
        {"a body before its founding", act("a", "2003-08-31", acts::ChairAttested{council, am, {}}),
         established("body", "council", "body", "2003-08-31")},
        {"a body in a list before its founding",
         changed(act("a", "2002", council_meets("x")),
                 [](acts::Act& a) {
                     std::get<acts::Held>(a.content).body = staff;
                     std::get<acts::Held>(a.content).with = {council};
                 }),
         established("body", "council", "with/0", "2002")},
        {"a post before the founding of its body", act("a", "2003-08", appointment("council-secretary", {})),
         established("post", "council-secretary", "post", "2003-08")},
        {"a post from a day before the founding",
         act("a", "2002", appointment("council-secretary", base::Date::read("2003-01-01"))),
         established("post", "council-secretary", "post", "2002")},
        {"a session announced for a day before the founding",
         act("a", "2002", announcement(council, base::Date::read("2003-08-31"))),
         established("body", "council", "body", "2002")},
        {"a text in one language",
         act("a", "2023", acts::Discussed{minsk_session, base::Text(base::Text::Languages{{"en", "s"}})}),
         {language_missing, "subject", {{"language", "ru"}}}},
        {"an optional text in one language",
         changed(act("a", "2023", position(plan, {})),
                 [](acts::Act& a) {
                     std::get<acts::PositionTaken>(a.content).says =
                         base::Text(base::Text::Languages{{"ru", "s"}});
                 }),
         {language_missing, "says", {{"language", "en"}}}},
        {"no source",
         changed(act("a", "2023", acts::Left{am}), [](acts::Act& a) { a.sources.clear(); }),
         {no_source, "sources", {}}},
        {"a position on nothing", act("a", "2023", position({}, {})), {about_no_paper, "", {}}},
        {"nothing handed over", act("a", "2023", acts::HandedOver{am, {}, {}}), {about_no_paper, "", {}}},
        {"the text of a paper, which is no instrument",
         act("a", "2023", acts::PaperRelated{plan, plan, {}, {}, acts::Relation::text_of}),
         {related_to_nothing, "to_instrument", {}}},
        {"an understanding of nobody",
         changed(act("a", "2023", interpretation("silence-suffices")),
                 [](acts::Act& a) { std::get<acts::InterpretationStated>(a.content).member = {}; }),
         {nobody_speaks, "", {}}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(examine(on_record(), row.act, today), std::vector{row.refusal});
    }
}

TEST(Form, KeepsTheOrderInWhichActsBecameKnown) {
    const acts::Act later = act("a", "2023-11-01", acts::Left{am});
    EXPECT_EQ(examine(on_record(), later, "2023-11-25"_day), std::vector<Refusal>());
    const Refusal refusal{
        Code::known_on_falls, "known_on", {{"found", "2023-11-24"}, {"previous", "2023-11-25"}}};
    EXPECT_EQ(examine(on_record(), later, "2023-11-24"_day), std::vector{refusal});
}

TEST(Form, NamesEverythingThatStandsInTheWay) {
    acts::Act bad =
        act("founded", "2024", acts::Signed{n<base::MemberId>("XX"), n<base::InstrumentId>("yy")});
    bad.sources.clear();
    std::vector<Code> codes;
    for (const Refusal& refusal : examine(on_record(), bad, "2023-01-01"_day)) codes.push_back(refusal.code);
    using enum Code;
    EXPECT_EQ(codes, (std::vector{known_on_falls, not_yet_happened, duplicate_id, no_source, undeclared,
                                  undeclared}));
}

// What an act declares may be used by the next act, and not by the one before it.
TEST(Form, DeclaresAsActsAreKept) {
    Declared declared(book(), std::vector{n<base::SourceId>("s1")});
    const acts::Act absent = act("absent", "2024-01-02", acts::Absent{n<base::SessionId>("erevan"), am});
    const acts::Act position_taken = act("position", "2024-01-02", position(n<base::PaperId>("draft"), {}));
    EXPECT_EQ(examine(declared, absent, "2024-01-03"_day).size(), 1u);
    acts::Announced announced = announcement(council, {});
    announced.session = n<base::SessionId>("erevan");
    declared.keep(act("announced", "2024-01-01", announced), "2024-01-01"_day);
    EXPECT_EQ(examine(declared, absent, "2024-01-03"_day), std::vector<Refusal>());

    EXPECT_EQ(examine(declared, position_taken, "2024-01-03"_day).size(), 1u);
    declared.keep(act("failed", "2024-01-02",
                      acts::NotAdopted{n<base::PaperId>("draft"), council, {}, {}, both("t"), {}}),
                  "2024-01-02"_day);
    EXPECT_EQ(examine(declared, position_taken, "2024-01-03"_day), std::vector<Refusal>());
}

}  // namespace
}  // namespace form
