#include "words/answers.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "words/layout.hpp"
#include "words/sample.hpp"

namespace words {
namespace {

using base::operator""_day;
using law::Standing;

questions::Answer answered(std::string question, base::Value value, Standing standing = Standing::settled,
                           std::string settled_by = {}) {
    questions::Answer answer{.question = std::move(question),
                             .parameters = {},
                             .on = "2026-11-21"_day,
                             .known = "2026-11-21"_day,
                             .known_entries = 5,
                             .reconstructed = false,
                             .conclusion = {},
                             .besides = {},
                             .taken = {}};
    answer.conclusion.standing = standing;
    answer.conclusion.answer = std::move(value);
    answer.conclusion.settled_by = std::move(settled_by);
    return answer;
}

law::Holder holder(const char* who, const char* kind, const char* on, const char* person = "") {
    return {.who = who,
            .who_kind = kind,
            .person = person,
            .on = *base::Date::read(on),
            .act = base::ActId::of("x"),
            .sources = {base::SourceId::of("press")},
            .support = base::Support::reported};
}

law::BySide side(const char* dispute, const char* id, base::Value value, std::vector<law::Holder> held_by) {
    law::BySide one;
    one.taking = {{{base::DisputeId::of(dispute), base::SideId::of(id)}}};
    one.answer = std::move(value);
    one.held_by = std::move(held_by);
    one.reasons = {law::Reason{.code = "rule-not-read",
                               .facts = {},
                               .article = sample::text({{"en", "Rules"}, {"ru", "Правила"}}),
                               .acts = {},
                               .sources = {},
                               .support = base::Support::unverified,
                               .because = {}}};
    return one;
}

base::Object attendance(const char* member, const char* was) {
    return {{"member", member}, {"was", was}, {"sources", base::List{"press"}}};
}

// One answer for each question, and for each standing an answer can have.
std::vector<std::pair<std::string, questions::Answer>> answers() {
    std::vector<std::pair<std::string, questions::Answer>> all;
    const auto add = [&](std::string what, questions::Answer answer) {
        all.emplace_back(std::move(what), std::move(answer));
    };
    add("members", answered("members", base::Object{{"members", base::List{"GB", "AM", "BY"}},
                                                    {"count", 3},
                                                    {"of", "organisation"}}));
    add("members: parties to the treaty",
        answered("members", base::Object{{"members", base::List{"AM"}}, {"count", 1}, {"of", "treaty"}}));
    add("members: none",
        answered("members", base::Object{{"members", base::List{}}, {"count", 0}, {"of", base::Value()}}));
    add("status", answered("status", base::Object{{"member", "AM"},
                                                  {"status", "member"},
                                                  {"of", "organisation"},
                                                  {"since", "2003-09-18"},
                                                  {"participation", "suspended"}}));
    add("status: ended",
        answered("status",
                 base::Object{{"member", "BY"}, {"status", "no-longer-a-member"}, {"since", "1999-04-20"}}));
    add("parties", answered("parties", base::Object{{"instrument", "treaty"},
                                                    {"parties", base::List{"AM", "BY"}},
                                                    {"count", 2},
                                                    {"signed_only", base::List{"GB"}}}));
    add("in-force",
        answered("in-force",
                 base::Object{{"instrument", "treaty"}, {"in_force", true}, {"since", "1994-04-20"}}));
    add("in-force: not yet",
        answered("in-force",
                 base::Object{{"instrument", "treaty"}, {"in_force", false}, {"since", "2028-01-01"}}));
    add("in-force: not on record",
        answered("in-force", base::Object{{"instrument", "treaty"}, {"since", base::Value()}},
                 Standing::not_on_record, "an-announcement-or-the-deposits"));
    add("chair", answered("chair", base::Object{{"body", "council"},
                                                {"member", "BY"},
                                                {"since", "2026-01-01"},
                                                {"person", "anna"},
                                                {"in_place_of", "AM"},
                                                {"by_order", true}}));
    add("chair: not on record", answered("chair", base::Object{{"body", "council"}}, Standing::not_on_record,
                                         "a-source-that-names-the-chair"));
    add("chair: imprecise",
        answered(
            "chair",
            base::Object{
                {"candidates",
                 base::List{base::Object{{"body", "council"}, {"member", "AM"}, {"since", base::Value()}},
                            base::Object{{"body", "council"}, {"member", "BY"}, {"since", "2017-04"}}}},
                {"between", base::List{"2017-04-01", "2017-04-30"}}},
            Standing::imprecise));
    questions::Answer accounts = answered("chair", {}, Standing::depends);
    accounts.conclusion.disputes = {base::DisputeId::of("pass-1.hand_over")};
    accounts.conclusion.by_side = {
        side("pass-1.hand_over", "calendar-year",
             base::Object{{"body", "council"}, {"member", "AM"}, {"since", base::Value()}},
             {holder("press", "source", "2022-11-23")}),
        side("pass-1.hand_over", "session-day",
             base::Object{{"body", "council"}, {"member", "BY"}, {"since", "2022-11-24"}}, {})};
    add("chair: accounts differ", std::move(accounts));
    const base::Value one_day =
        base::Object{{"standing", "settled"}, {"rests_on", "official"}, {"answer", "2022-11-24"}};
    const base::Value two_days = base::Object{
        {"standing", "depends"},
        {"answer", base::Value()},
        {"by_side",
         base::List{base::Object{{"answer", "2023-01-01"}}, base::Object{{"answer", "2022-11-24"}}}}};
    add("chairs",
        answered("chairs",
                 base::Object{{"body", "council"},
                              {"past", base::List{base::Object{{"member", "AM"},
                                                               {"in_place_of", "BY"},
                                                               {"from", one_day},
                                                               {"until", two_days},
                                                               {"sources", base::List{"press"}}},
                                                  base::Object{{"member", "BY"},
                                                               {"from", two_days},
                                                               {"until", base::Value()},
                                                               {"until_standing", "not_on_record"}}}},
                              {"coming",
                               base::List{base::Object{
                                   {"member", "GB"}, {"year", 2028}, {"by_order", true}, {"open", true}}}}}));
    add("holder", answered("holder", base::Object{{"post", "secretary-general"},
                                                  {"person", "anna"},
                                                  {"member", "AM"},
                                                  {"acting", true},
                                                  {"since", "2023-01-01"},
                                                  {"until", "2025-12-31"}}));
    questions::Answer nobody = answered("holder", base::Object{{"post", "secretary-general"}},
                                        Standing::not_on_record, "a-source-that-names-the-holder");
    add("holder: not on record", nobody);
    nobody.near = base::Object{
        {"before",
         base::Object{{"act", "no-act"}, {"on", "2001-04"}, {"kind", "attested"}, {"person", "anna"}}},
        {"after",
         base::Object{{"act", "held-1"}, {"on", "2023-11-23"}, {"kind", "held"}, {"session", "minsk-2023"}}}};
    add("holder: not on record, with what is nearest", nobody);
    questions::Answer session = answered(
        "session",
        base::Object{{"session", "minsk-2023"},
                     {"title", base::Object{{"en", "Council session"}, {"ru", "Сессия Совета"}}},
                     {"on", "2023-11-23"},
                     {"kind", "regular"},
                     {"mode", "in-person"},
                     {"members", 3},
                     {"present", 1},
                     {"absent", 1},
                     {"attendance", base::List{attendance("GB", "not_on_record"), attendance("BY", "present"),
                                               attendance("AM", "absent")}}});
    session.besides = {
        {"presided", base::List{base::Object{{"member", "BY"},
                                             {"person", "anna"},
                                             {"sources", base::List{"press"}},
                                             {"rests_on", "reported"}}}},
        {"counts", base::List{base::Object{{"counted", "submitted"}, {"number", 20}, {"about", true}}}},
        {"announced",
         base::List{base::Object{{"title", "Visit"}, {"when", "2024-36"}, {"outcome", base::Value()}}}},
        {"statements",
         base::List{base::Object{
             {"on", "2023-11-23"}, {"member", "BY"}, {"says", "It was lawful."}, {"quote", "legitimate"}}}}};
    add("session", std::move(session));
    add("session: announced only",
        answered("session", base::Object{{"session", "next-2024"}, {"announced_for", "2024-36"}},
                 Standing::not_on_record, "a-source-that-says-whether-it-was-held"));
    const base::Object there{{"session", "minsk-2023"},
                             {"members", base::List{"AM", "BY"}},
                             {"present", base::List{"BY"}},
                             {"absent", base::List{"AM"}},
                             {"attendance_not_on_record", base::List{}},
                             {"figure_read", false}};
    base::Object quorate = there;
    quorate.emplace("quorum", true);
    add("quorum", answered("quorum", quorate));
    add("quorum: not read", answered("quorum", there, Standing::not_on_record, "the-text-of-the-rule"));
    add("outcome", answered("outcome", base::Object{{"paper", "declaration"},
                                                    {"outcome", "adopted"},
                                                    {"on", "2023-11-23"},
                                                    {"stands_as", "decision-of-the-organisation"},
                                                    {"binds", base::List{"BY", "AM"}},
                                                    {"may_join", base::List{"GB"}}}));
    add("outcome: not adopted",
        answered("outcome",
                 base::Object{{"paper", "declaration"}, {"outcome", "not-adopted"}, {"on", "2023-11"}}));
    for (const char* outcome : {"approved", "signed-with-others", "withdrawn"}) {
        add(std::string("outcome: ") + outcome,
            answered("outcome",
                     base::Object{{"paper", "declaration"}, {"outcome", outcome}, {"on", "2023-02-13"}}));
    }
    add("in-force: a paper of which no rule says",
        answered("in-force", base::Object{{"paper", "declaration"}, {"since", base::Value()}},
                 Standing::not_on_record, "the-text-of-the-paper"));
    questions::Answer bound = answered("bound", {}, Standing::depends);
    bound.conclusion.disputes = {base::DisputeId::of("rule-14")};
    bound.conclusion.rests_on = base::Support::unverified;
    bound.conclusion.by_side = {
        side("rule-14", "participation",
             base::Object{{"member", "AM"},
                          {"paper", "declaration"},
                          {"bound", false},
                          {"since", base::Value()},
                          {"stands_as", "papers-of-some"},
                          {"may_join", true}},
             {holder("BY", "member", "2009-06")}),
        side("rule-14", "silence",
             base::Object{{"member", "AM"},
                          {"paper", "declaration"},
                          {"bound", true},
                          {"since", "2023-11-23"},
                          {"stands_as", "decision-of-the-organisation"},
                          {"may_join", false}},
             {holder("GB", "member", "2009-06"), holder("BY", "member", "2023-11-23", "anna")})};
    add("bound", std::move(bound));
    add("bound by an instrument",
        answered("bound",
                 base::Object{
                     {"member", "AM"}, {"instrument", "treaty"}, {"bound", true}, {"since", "1994-04-20"}}));
    const auto effect = [](const char* answer, bool is_bound) {
        return base::Object{
            {"if", answer},
            {"standing", "settled"},
            {"answer", base::Object{{"bound", is_bound},
                                    {"since", is_bound ? base::Value("2023-11-23") : base::Value()},
                                    {"stands_as", "decision-of-the-organisation"},
                                    {"may_join", !is_bound}}}};
    };
    const auto paper = [&](const char* id) {
        return base::Object{
            {"paper", id},
            {"title", id},
            {"kind", "decision"},
            {"session", "minsk-2023"},
            {"handed_over", base::Value()},
            {"position", base::Value()},
            {"effects", base::List{effect("joins", true), effect("none", false), effect("objects", false)}}};
    };
    add("awaiting",
        answered("awaiting", base::Object{{"member", "AM"},
                                          {"count", 2},
                                          {"papers", base::List{paper("First"), paper("Second")}}}));
    add("awaiting: nothing",
        answered("awaiting", base::Object{{"member", "AM"}, {"count", 0}, {"papers", base::List{}}}));
    add("timeline",
        answered("timeline",
                 base::Object{
                     {"about", "AM"},
                     {"count", 1},
                     {"acts", base::List{base::Object{
                                  {"on", "1992-05-15"},
                                  {"kind", "signed"},
                                  {"act", "no-act"},
                                  {"about", base::Object{{"member", "AM"}, {"instrument", "treaty"}}}}}}}));
    add("holder: one candidate is not on record",
        answered("holder",
                 base::Object{{"candidates", base::List{base::Object{{"post", "secretary-general"},
                                                                     {"person", "anna"},
                                                                     {"member", base::Value()},
                                                                     {"acting", false},
                                                                     {"since", "2003"},
                                                                     {"until", base::Value()}},
                                                        base::Object{{"post", "secretary-general"},
                                                                     {"standing", "not_on_record"}}}},
                              {"between", base::List{"2003-01-01", "2003-12-31"}}},
                 Standing::imprecise));
    add("session: held later",
        answered("session", base::Object{{"session", "minsk-2023"}, {"held_on", "2023-11-23"}},
                 Standing::not_on_record));
    add("parties: not on record", answered("parties",
                                           base::Object{{"instrument", "treaty"},
                                                        {"parties", base::List{}},
                                                        {"count", 0},
                                                        {"signed_only", base::List{"AM"}}},
                                           Standing::not_on_record, "an-announcement-or-the-deposits"));
    add("parties: nothing on record", answered("parties",
                                               base::Object{{"instrument", "treaty"},
                                                            {"parties", base::List{}},
                                                            {"count", 0},
                                                            {"signed_only", base::List{}}},
                                               Standing::not_on_record, "an-announcement-or-the-deposits"));
    add("bound by an instrument: not on record",
        answered("bound", base::Object{{"member", "AM"}, {"instrument", "treaty"}}, Standing::not_on_record,
                 "a-source-that-tells-of-its-consent"));
    add("chair: no rule, a post",
        answered("chair", base::Object{{"body", "council"}, {"posts", base::List{"secretary-general"}}},
                 Standing::not_on_record, "the-text-of-the-rule"));
    questions::Answer beyond = answered(
        "members", base::Object{{"members", base::List{"AM"}}, {"count", 1}, {"of", "organisation"}});
    beyond.on = "2100-01-01"_day;
    add("members: beyond all knowledge", std::move(beyond));
    const auto on_a_day_to_come = [&](const char* what, questions::Answer answer) {
        answer.on = "2100-01-01"_day;
        add(std::string(what) + ": on a day to come", std::move(answer));
    };
    on_a_day_to_come("chair", answered("chair", base::Object{{"body", "council"},
                                                             {"member", "BY"},
                                                             {"since", "2100-01-01"},
                                                             {"person", base::Value()},
                                                             {"by_order", true}}));
    on_a_day_to_come("chair: not on record",
                     answered("chair", base::Object{{"body", "council"}}, Standing::not_on_record,
                              "a-source-that-names-the-chair"));
    on_a_day_to_come(
        "chair: an open turn",
        answered("chair", base::Object{{"body", "council"}, {"open_turn_of", "AM"}, {"year", 2100}},
                 Standing::not_on_record, "a-source-that-names-the-chair"));
    on_a_day_to_come("holder: not on record",
                     answered("holder", base::Object{{"post", "secretary-general"}}, Standing::not_on_record,
                              "a-source-that-names-the-holder"));
    on_a_day_to_come("bound", answered("bound", base::Object{{"member", "AM"},
                                                             {"paper", "declaration"},
                                                             {"bound", true},
                                                             {"since", "2023-11-23"}}));
    on_a_day_to_come("in-force", answered("in-force", base::Object{{"instrument", "treaty"},
                                                                   {"in_force", true},
                                                                   {"since", "1994-04-20"}}));
    const base::Object rule{{"en", "Elected for three years"}, {"ru", "Избирается на три года"}};
    add("chair: a post", answered("chair", base::Object{{"body", "council"},
                                                        {"post", "secretary-general"},
                                                        {"person", "anna"},
                                                        {"member", "AM"},
                                                        {"acting", false},
                                                        {"since", "2026-01-01"},
                                                        {"until", "2028-12-31"},
                                                        {"rule", rule}}));
    add("chair: a post, its holder not on record",
        answered("chair", base::Object{{"body", "council"}, {"post", "secretary-general"}, {"rule", rule}},
                 Standing::not_on_record, "a-source-that-names-the-holder"));
    const auto in_format = [](const char* format, bool is_bound) {
        base::Object one{{"member", "AM"},
                         {"paper", "declaration"},
                         {"bound", is_bound},
                         {"since", is_bound ? base::Value("2023-11-23") : base::Value()},
                         {"if_format", format}};
        if (!is_bound) one.emplace("may_join", true);
        return one;
    };
    add("bound: the format is not on record",
        answered("bound",
                 base::Object{
                     {"candidates", base::List{in_format("ordinary", true), in_format("limited", false)}}},
                 Standing::imprecise));
    questions::Answer before =
        answered("members", base::Object{{"members", base::List{}}, {"count", 0}, {"of", "organisation"}});
    before.known_entries = 0;
    before.reconstructed = true;
    add("members: nothing was known", std::move(before));
    add("timeline: nothing",
        answered("timeline", base::Object{{"about", "AM"}, {"count", 0}, {"acts", base::List{}}},
                 Standing::not_on_record));
    add("gaps",
        answered("gaps", base::Object{{"count", 1},
                                      {"gaps", base::List{base::Object{
                                                   {"gap", "holder-not-on-record"},
                                                   {"facts", base::Object{{"post", "secretary-general"},
                                                                          {"on", "2026-11-21"}}}}}}}));
    return all;
}

void expect_fits(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(width_of(line), terminal_width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << "“" << line << "”";
    }
}

TEST(Answers, AreSaidAsTheGoldenFileHasThem) {
    const sample::Sample sample;
    std::string made;
    for (const auto& [what, answer] : answers()) {
        made += "== " + what + "\n";
        for (const Language language : languages) made += headline(answer, sample.names(language)) + "\n";
        made += "\n";
    }
    EXPECT_EQ(made, sample::golden("headlines.txt", made));
}

TEST(Answers, AreWrittenOutAsTheGoldenFileHasThem) {
    const sample::Sample sample;
    std::string made;
    for (const auto& [what, answer] : answers()) {
        for (const Language language : languages) {
            const std::string text = as_text(answer, sample.names(language), true);
            SCOPED_TRACE(what);
            expect_fits(text);
            made += "======== " + what + " (" + std::string(code(language)) + ")\n" + text + "\n";
        }
    }
    EXPECT_EQ(made, sample::golden("answers.txt", made));
}

TEST(Answers, EveryQuestionHasWords) {
    const sample::Sample sample;
    for (const questions::Question& question : questions::catalogue()) {
        SCOPED_TRACE(question.name);
        EXPECT_NE(asks(question, Language::en), asks(question, Language::ru));
        for (const Language language : languages) {
            const Names names = sample.names(language);
            EXPECT_NE(clause(question.name, base::Object(), "2026-11-21"_day, names), question.name);
            // Nothing the engine could hand over breaks the text, however bare or odd.
            for (const Standing standing :
                 {Standing::settled, Standing::imprecise, Standing::depends, Standing::not_on_record}) {
                EXPECT_FALSE(
                    headline(answered(std::string(question.name), {}, standing, "no-such-code"), names)
                        .empty());
                expect_fits(
                    as_text(answered(std::string(question.name), base::List{1, "x"}, standing), names, true));
            }
        }
    }
}

TEST(Answers, SurviveHostileNames) {
    sample::Sample sample;
    const std::string endless(5000, 'w');
    sample.book.members[0].name = sample::text({{"en", endless}, {"ru", endless}});
    sample.book.members[1].name = sample::text({{"en", ""}, {"ru", ""}});
    for (const auto& [what, answer] : answers()) {
        SCOPED_TRACE(what);
        for (const Language language : languages) {
            std::istringstream lines(as_text(answer, sample.names(language), true));
            for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), terminal_width);
        }
    }
}

TEST(Answers, NameMoreDisputesThanCanBeShown) {
    const sample::Sample sample;
    questions::Answer answer = answered("chair", {}, Standing::depends);
    answer.conclusion.too_many_sides = true;
    answer.conclusion.disputes = {base::DisputeId::of("rule-14"), base::DisputeId::of("pass-1.hand_over")};
    const std::string said = headline(answer, sample.names(Language::en));
    EXPECT_NE(said.find("Rule 14"), std::string::npos);
    EXPECT_NE(said.find("more disputes"), std::string::npos);
}

}  // namespace
}  // namespace words
