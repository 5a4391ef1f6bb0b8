#include "encoding/acts.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include <gtest/gtest.h>

#include "encoding/arbitrary_acts.hpp"
#include "encoding/json.hpp"

namespace encoding {

static std::ostream& operator<<(std::ostream& out, const ActFault& fault) {
    out << name_of(fault.code) << " at " << fault.path;
    for (const auto& [name, value] : fault.facts) out << ", " << name << "=" << value;
    return out;
}

namespace {

using base::operator""_day;

constexpr std::string_view held_line =
    R"({"body":{"about":{"body":"csc","session":"minsk-2023"},"cites":["announced-minsk"],)"
    R"("content":{"mode":"in-person","session_kind":"regular","title":{"en":"Session of the Council",)"
    R"("ru":"Сессия Совета"},"with":["cfm","cmd"]},"id":"held-minsk-2023","kind":"held","on":"2023-11-23",)"
    R"("place":"minsk","sources":[{"as":"reported","id":"s2"},{"as":"official","id":"o1"}]},)"
    R"("known_on":"2023-11-24","seals":[],"v":1})";

std::vector<ActFault> faults_of(std::string_view text) {
    const auto line = read_json(text);
    if (!line) {
        ADD_FAILURE() << "not JSON: " << name_of(line.error().code) << " at " << line.error().offset;
        return {};
    }
    const auto decoded = decode(*line);
    return decoded ? std::vector<ActFault>() : decoded.error();
}

// `held_line` with one passage replaced: a mistake.
std::string with(std::string_view passage, std::string_view replacement) {
    std::string text(held_line);
    const auto at = text.find(passage);
    if (at == std::string::npos) {
        ADD_FAILURE() << passage;
        return text;
    }
    return text.replace(at, passage.size(), replacement);
}

TEST(Decode, GivesTheAct) {
    const auto decoded = decode(*read_json(held_line));
    ASSERT_TRUE(decoded);
    const acts::Act& act = decoded->act;
    EXPECT_EQ(act.id.text(), "held-minsk-2023");
    EXPECT_EQ(act.event.text(), "held-minsk-2023") << "an act that names no event tells its own";
    EXPECT_EQ(act.on, base::Date::of("2023-11-23"_day));
    EXPECT_EQ(act.place.text(), "minsk");
    EXPECT_EQ(act.cites, std::vector{base::ActId::of("announced-minsk")});
    EXPECT_EQ(act.sources, (std::vector<acts::Cited>{{base::SourceId::of("s2"), base::Support::reported},
                                                     {base::SourceId::of("o1"), base::Support::official}}));
    EXPECT_EQ(decoded->known_on, "2023-11-24"_day);
    const auto* held = std::get_if<acts::Held>(&act.content);
    ASSERT_TRUE(held);
    EXPECT_EQ(held->session.text(), "minsk-2023");
    EXPECT_EQ(held->body.text(), "csc");
    EXPECT_EQ(held->session_kind, acts::SessionKind::regular);
    EXPECT_EQ(held->mode, acts::Mode::in_person);
    EXPECT_EQ(held->title.in("ru"), "Сессия Совета");
    EXPECT_EQ(held->with, (std::vector{base::BodyId::of("cfm"), base::BodyId::of("cmd")}));
    EXPECT_EQ(canonical_json(encode(act, decoded->known_on)), held_line);
}

TEST(Decode, ReadsEveryWayOfSayingIt) {
    struct Row {
        const char* what;
        std::string text;
    };
    const Row rows[] = {
        {"no place", with(R"("place":"minsk",)", "")},
        {"no source", with(R"([{"as":"reported","id":"s2"},{"as":"official","id":"o1"}])", "[]")},
        {"nothing cited", with(R"(["announced-minsk"])", "[]")},
        {"no other body", with(R"(,"with":["cfm","cmd"])", "")},
        {"a month", with("2023-11-23", "2023-11")},
        {"one of two days", with("2023-11-23", "[2023-11-22,2023-11-23]")},
        {"a declined form", with(R"("en":"Session of the Council",)", R"("en":"S","ru.gen":"Сессии",)")},
        {"one language", with(R"("en":"Session of the Council",)", "")},
        {"another account", with(R"("body":"csc",)", R"("body":"csc","event":"held-minsk",)")},
        {"a seal", with(R"("seals":[])", R"("seals":[{"key":"k"}])")},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(faults_of(row.text), std::vector<ActFault>());
    }
}

TEST(Decode, ReportsWhatIsWrongAndWhere) {
    struct Row {
        const char* what;
        std::string text;
        ActFault fault;
    };
    using enum ActCode;
    const Row rows[] = {
        {"no object", "[]", {wrong_shape, "", {{"expected", "object"}, {"found", "list"}}}},
        {"no version", with(R"(,"v":1)", ""), {missing_key, "", {{"key", "v"}}}},
        {"a later version", with(R"("v":1)", R"("v":2)"), {unknown_version, "/v", {{"found", "2"}}}},
        {"a key of nobody",
         with(R"("v":1)", R"("v":1,"x":0)"),
         {unknown_key, "/x", {{"found", "x"}, {"expected", "body, known_on, seals, v"}}}},
        {"known on no day",
         with("2023-11-24", "2023-11-31"),
         {not_a_day, "/known_on", {{"found", "2023-11-31"}}}},
        {"known in a month", with("2023-11-24", "2023-11"), {not_a_day, "/known_on", {{"found", "2023-11"}}}},
        {"on no day", with("2023-11-23", "2023-02-30"), {not_a_date, "/body/on", {{"found", "2023-02-30"}}}},
        {"seals that are no list",
         with(R"("seals":[])", R"("seals":null)"),
         {wrong_shape, "/seals", {{"expected", "list"}, {"found", "nothing"}}}},
        {"a kind of nobody",
         with(R"("kind":"held")", R"("kind":"helt")"),
         {unknown_kind, "/body/kind", {{"found", "helt"}, {"nearest", "held"}}}},
        {"a kind like no other",
         with(R"("kind":"held")", R"("kind":"troop-movement")"),
         {unknown_kind, "/body/kind", {{"found", "troop-movement"}}}},
        {"no kind", with(R"("kind":"held",)", ""), {missing_key, "/body", {{"key", "kind"}}}},
        {"no id", with(R"("id":"held-minsk-2023",)", ""), {missing_key, "/body", {{"key", "id"}}}},
        {"an id with a blank",
         with("held-minsk-2023", "held minsk"),
         {not_a_name, "/body/id", {{"found", "held minsk"}}}},
        {"an id in Cyrillic letters",
         with("held-minsk-2023", "сессия"),
         {not_a_name, "/body/id", {{"found", "сессия"}}}},
        {"no role that the kind needs",
         with(R"(,"session":"minsk-2023")", ""),
         {missing_key, "/body/about", {{"key", "session"}}}},
        {"a role the kind lacks",
         with(R"("body":"csc",)", R"("body":"csc","bodi":"csc",)"),
         {unknown_key,
          "/body/about/bodi",
          {{"found", "bodi"}, {"expected", "session, body, event"}, {"nearest", "body"}}}},
        {"a fact among the roles",
         with(R"("body":"csc",)", R"("body":"csc","mode":"video",)"),
         {unknown_key, "/body/about/mode", {{"found", "mode"}, {"belongs_in", "content"}}}},
        {"a role among the facts",
         with(R"("mode":"in-person",)", R"("session":"x",)"),
         {unknown_key, "/body/content/session", {{"found", "session"}, {"belongs_in", "about"}}}},
        {"no fact that the kind needs",
         with(R"("session_kind":"regular",)", ""),
         {missing_key, "/body/content", {{"key", "session_kind"}}}},
        {"a word of no enumeration",
         with(R"("in-person")", R"("in-persn")"),
         {unknown_word,
          "/body/content/mode",
          {{"found", "in-persn"},
           {"expected", "in-person, video, hybrid, correspondence"},
           {"nearest", "in-person"}}}},
        {"a role that is a list",
         with(R"("session":"minsk-2023")", R"("session":["minsk-2023"])"),
         {wrong_shape, "/body/about/session", {{"expected", "text"}, {"found", "list"}}}},
        {"a text without languages",
         with(R"({"en":"Session of the Council","ru":"Сессия Совета"})", "{}"),
         {empty, "/body/content/title", {}}},
        {"a text as a bare string",
         with(R"({"en":"Session of the Council","ru":"Сессия Совета"})", R"("x")"),
         {wrong_shape, "/body/content/title", {{"expected", "object"}, {"found", "text"}}}},
        {"no words in a language", with("Сессия Совета", ""), {empty, "/body/content/title/ru", {}}},
        {"a language of nobody",
         with(R"("en":)", R"("English":)"),
         {not_a_language, "/body/content/title/English", {{"found", "English"}}}},
        {"an empty list", with(R"(["cfm","cmd"])", "[]"), {empty, "/body/content/with", {}}},
        {"a number in a list of names",
         with(R"("cmd")", "7"),
         {wrong_shape, "/body/content/with/1", {{"expected", "text"}, {"found", "number"}}}},
        {"a support of nobody",
         with(R"("as":"official")", R"("as":"oficial")"),
         {unknown_word,
          "/body/sources/1/as",
          {{"found", "oficial"},
           {"expected", "official, reported, inferred, unverified"},
           {"nearest", "official"}}}},
        {"a source without an id",
         with(R"(,"id":"s2")", ""),
         {missing_key, "/body/sources/0", {{"key", "id"}}}},
        {"a source with a page",
         with(R"("id":"s2")", R"("id":"s2","page":4)"),
         {unknown_key, "/body/sources/0/page", {{"found", "page"}, {"expected", "as, id"}}}},
        {"its own event",
         with(R"("body":"csc",)", R"("body":"csc","event":"held-minsk-2023",)"),
         {event_is_itself, "/body/about/event", {{"found", "held-minsk-2023"}}}},
        {"an optional place that is null",
         with(R"("place":"minsk")", R"("place":null)"),
         {wrong_shape, "/body/place", {{"expected", "text"}, {"found", "nothing"}}}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(faults_of(row.text), std::vector{row.fault});
    }
}

TEST(Decode, CountsExactlyOrAbout) {
    const auto counted = [](std::string_view number) {
        return R"({"body":{"about":{"session":"s"},"cites":[],"content":{"counted":"signed","number":)" +
               std::string(number) + R"(},"id":"a","kind":"counted","on":"2023","sources":[]},)" +
               R"("known_on":"2023-11-24","seals":[],"v":1})";
    };
    const auto number_of = [&](std::string_view number) {
        return std::get<acts::Tallied>(decode(*read_json(counted(number)))->act.content).number;
    };
    EXPECT_EQ(number_of("15"), (acts::Count{15}));
    EXPECT_EQ(number_of(R"({"about":20})"), (acts::Count{20, acts::Nearness::about}));
    EXPECT_EQ(number_of(R"({"at_least":14})"), (acts::Count{14, acts::Nearness::at_least}));
    EXPECT_EQ(number_of(R"({"more_than":20})"), (acts::Count{20, acts::Nearness::more_than}));
    EXPECT_EQ(number_of("0"), (acts::Count{0}));

    using enum ActCode;
    const std::string at = "/body/content/number";
    EXPECT_EQ(faults_of(counted("-1")),
              (std::vector<ActFault>{{not_a_number, at, {{"found", "-1"}, {"smallest", "0"}}}}));
    EXPECT_EQ(faults_of(counted("\"15\"")),
              (std::vector<ActFault>{{wrong_shape, at, {{"expected", "number"}, {"found", "text"}}}}));
    EXPECT_EQ(faults_of(counted("{}")), (std::vector<ActFault>{{missing_key, at, {{"key", "about"}}}}));
    EXPECT_EQ(
        faults_of(counted(R"({"about":1,"or":2})")).front(),
        (ActFault{unknown_key, at + "/or", {{"found", "or"}, {"expected", "about, at_least, more_than"}}}));
}

TEST(Decode, NamesAFieldByItsOwnLetters) {
    const std::string_view text =
        R"({"body":{"about":{"field":"takes_effect","of":"e"},"cites":[],"content":{"ruling":"open",)"
        R"("why":{"en":"w"}},"id":"a","kind":"difference-noted","on":"2023","sources":[]},)"
        R"("known_on":"2023-11-24","seals":[],"v":1})";
    const auto decoded = decode(*read_json(text));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(std::get<acts::DifferenceNoted>(decoded->act.content).field.text(), "takes_effect");
}

TEST(Decode, ReportsEveryFaultOfALine) {
    const auto faults = faults_of(
        R"({"body":{"about":{"membr":"AM","person":"?"},"cites":{},"content":{"says":1},"id":"","kind":"left",)"
        R"("on":"soon","sources":[{"as":"seen"}]},"known_on":"today","v":1})");
    std::set<std::string> found;
    for (const ActFault& fault : faults) found.insert(std::string(name_of(fault.code)) + " " + fault.path);
    const std::set<std::string> expected{
        "missing_key ",
        "missing_key /body/about",
        "missing_key /body/sources/0",
        "not_a_date /body/on",
        "not_a_day /known_on",
        "not_a_name /body/id",
        "unknown_key /body/about/membr",
        "unknown_key /body/about/person",
        "unknown_key /body/content/says",
        "unknown_word /body/sources/0/as",
        "wrong_shape /body/cites",
    };
    EXPECT_EQ(found, expected);
}

// Acts of every kind, with every field now there and now not, come back as they were.
TEST(Encode, IsTakenBackByDecode) {
    constexpr std::size_t kinds = std::variant_size_v<acts::Content>;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        ArbitraryActs arbitrary(seed);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const acts::Act act = arbitrary.act(kind, "told");
            const base::Day known_on = arbitrary.day();
            const std::string line = canonical_json(encode(act, known_on));
            SCOPED_TRACE(line);
            const auto decoded = decode(*read_json(line));
            ASSERT_TRUE(decoded) << decoded.error().front();
            EXPECT_EQ(decoded->act.content.index(), kind);
            EXPECT_EQ(decoded->act.event, act.event);
            EXPECT_EQ(decoded->act.sources, act.sources);
            EXPECT_EQ(decoded->known_on, known_on);
            // Nothing was lost: what was read is written as it was.
            EXPECT_EQ(canonical_json(encode(decoded->act, decoded->known_on)), line);
        }
    }
}

// Each role and fact that a kind describes is read and written under that name: an act of which all
// are there has exactly the described names.
TEST(DescribeKinds, NamesWhatIsWritten) {
    std::vector<std::set<std::string, std::less<>>> seen(std::variant_size_v<acts::Content>);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        ArbitraryActs arbitrary(seed);
        for (std::size_t kind = 0; kind < seen.size(); ++kind) {
            const base::Value line = encode(arbitrary.act(kind, "told"), base::Day::first());
            for (const auto& [name, value] : *line["body"]["about"].object())
                seen[kind].insert("about " + name);
            for (const auto& [name, value] : *line["body"]["content"].object())
                seen[kind].insert("content " + name);
        }
    }
    ASSERT_EQ(describe_kinds().size(), seen.size());
    for (std::size_t kind = 0; kind < seen.size(); ++kind) {
        const KindDescription& description = describe_kinds()[kind];
        SCOPED_TRACE(description.kind);
        std::set<std::string, std::less<>> described{"about event"};
        for (const FieldDescription& field : description.fields) {
            const bool about = field.in == FieldDescription::In::about;
            described.insert((about ? "about " : "content ") + std::string(field.name));
            EXPECT_FALSE(field.holds.empty()) << field.name;
            EXPECT_EQ(field.holds == "word", !field.words.empty()) << field.name;
        }
        EXPECT_EQ(seen[kind], described);
    }
}

TEST(DescribeKinds, HasEachKindOnce) {
    std::set<std::string_view> kinds;
    for (const KindDescription& kind : describe_kinds())
        EXPECT_TRUE(kinds.insert(kind.kind).second) << kind.kind;
    EXPECT_EQ(find_kind("held")->group, "sessions");
    EXPECT_EQ(find_kind("hold"), nullptr);
}

}  // namespace
}  // namespace encoding
