#include "words/in_short.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "words/sample.hpp"

namespace words {
namespace {

using base::List;
using base::Object;
using base::Value;
using base::operator""_day;

questions::Answer answered(std::string question, Value value,
                           law::Standing standing = law::Standing::settled) {
    questions::Answer answer{.question = std::move(question),
                             .parameters = {{"session", "minsk-2023"}},
                             .on = "2023-12-01"_day,
                             .known = "2026-11-21"_day,
                             .conclusion = {},
                             .besides = {},
                             .taken = {}};
    answer.conclusion.standing = standing;
    answer.conclusion.answer = std::move(value);
    return answer;
}

Object row(Object told) {
    told.emplace("sources", List{"press"});
    told.emplace("rests_on", "reported");
    return told;
}

Object was(const char* member, const char* what) { return row({{"member", member}, {"was", what}}); }

questions::Answer session(List attendance) {
    return answered("session", Object{{"session", "minsk-2023"},
                                      {"place", "minsk"},
                                      {"mode", "video"},
                                      {"attendance", std::move(attendance)}});
}

std::vector<std::string> sentences(const SessionAnswers& told, Language language) {
    const sample::Sample sample;
    std::vector<std::string> all;
    for (const SaidInShort& one : in_short(told, sample.names(language))) all.push_back(one.says);
    return all;
}

TEST(InShort, SaysWhoCameAsFarAsItIsOnRecord) {
    struct Row {
        const char* what;
        List attendance;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {"all",
         {was("AM", "present"), was("BY", "present"), was("GB", "present")},
         "All three members took part in the session of the Council in Minsk on 23 November 2023: Armenia, "
         "Belarus and the United Kingdom.",
         "На сессии Совета в Минске 23 ноября 2023 года присутствовали все три члена: Армения, Беларусь и "
         "Великобритания."},
        {"one absent",
         {was("AM", "absent"), was("BY", "present"), was("GB", "present")},
         "Two of the three members took part in the session of the Council in Minsk on 23 November 2023: "
         "Belarus and the United Kingdom; Armenia was absent.",
         "На сессии Совета в Минске 23 ноября 2023 года присутствовали два из трёх членов: Беларусь и "
         "Великобритания; представителей Армении не было."},
        {"one came, of one nothing is told",
         {was("AM", "absent"), was("BY", "present"), was("GB", "not_on_record")},
         "One of the three members took part in the session of the Council in Minsk on 23 November 2023: "
         "Belarus; Armenia was absent; of the United Kingdom nothing is on record.",
         "На сессии Совета в Минске 23 ноября 2023 года присутствовал один из трёх членов: Беларусь; "
         "представителей Армении не было; об участии Великобритании в записях ничего нет."},
        {"nothing told",
         {was("AM", "not_on_record"), was("BY", "not_on_record")},
         "The session of the Council in Minsk on 23 November 2023 is on record as held; who took part in it "
         "is not.",
         "О проведении сессии Совета в Минске 23 ноября 2023 года запись есть, о составе участников — нет."},
    };
    for (const Row& one : rows) {
        SCOPED_TRACE(one.what);
        const auto told = session(one.attendance);
        EXPECT_EQ(sentences({.session = told}, Language::en).front(), one.english);
        EXPECT_EQ(sentences({.session = told}, Language::ru).front(), one.russian);
    }
}

TEST(InShort, SaysWhatIsBesideTheSessionEachWithItsSource) {
    struct Row {
        const char* beside;
        Object told;
        const char* english;
        const char* russian;
    };
    const Value title(Object{{"en", "Budget"}, {"ru", "Бюджет"}});
    const Row rows[] = {
        {"papers", row({{"title", title}}),
         "One paper is on record as adopted at the session of the Council in Minsk on 23 November 2023: “Budget”.",
         "На сессии Совета в Минске 23 ноября 2023 года, по записям, принят документ «Бюджет»."},
        {"not_adopted", row({{"title", title}, {"why", Object{{"en", "Returned."}, {"ru", "Возвращён."}}}}),
         "Not adopted at the session of the Council in Minsk on 23 November 2023: “Budget” (returned).",
         "Не принято на сессии Совета в Минске 23 ноября 2023 года: «Бюджет» (возвращён)."},
        {"presided", row({{"member", "BY"}}),
         "Belarus presided over the session of the Council in Minsk on 23 November 2023.",
         "На сессии Совета в Минске 23 ноября 2023 года председательствовала Беларусь."},
        {"chair_passes",
         row({{"body", "council"},
              {"from", "AM"},
              {"to", "BY"},
              {"ground", "decision"},
              {"takes_effect", List{"2024-01-01"}}}),
         "It was decided at the session of the Council in Minsk on 23 November 2023 that the chair of the "
         "Council passes from Armenia to Belarus from 1 January 2024.",
         "На сессии Совета в Минске 23 ноября 2023 года решено, что председательство в Совете переходит от "
         "Армении к Беларуси с 1 января 2024 года."},
        {"chair_passes",
         row({{"body", "council"}, {"to", "BY"}, {"takes_effect", List{"2024-01-01", "2023-11-24"}}}),
         "At the session of the Council in Minsk on 23 November 2023 the chair of the "
         "Council passes to Belarus; from when, accounts differ: 24 November 2023 or 1 January 2024.",
         "На сессии Совета в Минске 23 ноября 2023 года председательство в Совете переходит к "
         "Беларуси; с какого дня, версии расходятся: 24 ноября 2023 года или 1 января 2024 года."},
        {"chair_passes",
         row({{"body", "council"},
              {"to", "BY"},
              {"takes_effect", List{"2023-11-24"}},
              {"reckoned", "2023-11-24"}}),
         "At the session of the Council in Minsk on 23 November 2023 the chair of the Council passes to Belarus "
         "from 24 November 2023 (the day after the session, by the reckoning of this record).",
         "На сессии Совета в Минске 23 ноября 2023 года председательство в Совете переходит к Беларуси с 24 ноября "
         "2023 года (со следующего дня после сессии: так считается в этих записях)."},
        {"announced", row({{"title", title}, {"certainty", "will"}, {"outcome", Value()}}),
         "At the session of the Council in Minsk on 23 November 2023 the following was announced: “Budget” "
         "(no outcome on record).",
         "На сессии Совета в Минске 23 ноября 2023 года объявлено: «Бюджет» (чем завершилось, в записях нет)."},
    };
    for (const Row& one : rows) {
        SCOPED_TRACE(one.english);
        auto told = session({was("BY", "present")});
        told.besides.emplace(one.beside, List{one.told});
        const sample::Sample sample;
        const auto said = in_short({.session = told}, sample.names(Language::en));
        ASSERT_EQ(said.size(), 2);
        EXPECT_EQ(said.back().says, one.english);
        EXPECT_EQ(rests_on_said(said.back(), Language::en), "Press, 24 November 2023; reported");
        EXPECT_EQ(sentences({.session = told}, Language::ru).back(), one.russian);
    }
}

TEST(InShort, SaysAGapOnlyWhereAReaderWouldExpectTheFact) {
    const auto quorum = answered("quorum", Object{{"figure_read", false}}, law::Standing::not_on_record);
    const auto known = session({was("BY", "present")});
    EXPECT_EQ(
        sentences({.session = known, .quorum = &quorum}, Language::en).back(),
        "Whether there was a quorum at the session of the Council in Minsk on 23 November 2023 cannot be "
        "said: the figure that the rules require has not been read.");
    EXPECT_EQ(sentences({.session = known, .quorum = &quorum}, Language::ru).back(),
              "Был ли кворум на сессии Совета в Минске 23 ноября 2023 года, сказать нельзя: число, которого "
              "требуют правила, не прочитано.");
    const auto unknown = session({was("BY", "not_on_record")});
    EXPECT_EQ(sentences({.session = unknown, .quorum = &quorum}, Language::en).size(), 1);
}

TEST(InShort, SaysWhoCountedWhat) {
    const auto count = [](std::int64_t number, bool about, const char* scope) {
        return row({{"number", Object{{"number", number}, {"about", about}}},
                    {"counted", "signed"},
                    {"scope", Object{{"en", scope}, {"ru", scope}}}});
    };
    const auto counts =
        answered("counts", Object{{"counts", List{count(20, true, "A"), count(15, false, "B")}}});
    const auto told = session({was("BY", "present")});
    EXPECT_EQ(
        sentences({.session = told, .counts = &counts}, Language::en).back(),
        "The number of papers of the session of the Council in Minsk on 23 November 2023, as sources count "
        "them: about 20 signed (A); 15 signed (B).");
    EXPECT_EQ(sentences({.session = told, .counts = &counts}, Language::ru).back(),
              "Число документов сессии Совета в Минске 23 ноября 2023 года по счёту источников: около 20 "
              "подписано (A); 15 подписано (B).");
}

TEST(InShort, OfWhatWasOnlyAnnouncedSaysThatItIsNotKnownWhetherItWasHeld) {
    auto told = answered("session",
                         Object{{"session", "next-2024"},
                                {"title", Object{{"en", "Next session"}, {"ru", "Следующая сессия"}}},
                                {"announced_for", "2024-36"}},
                         law::Standing::not_on_record);
    told.parameters["session"] = "next-2024";
    EXPECT_EQ(
        sentences({.session = told}, Language::en).front(),
        "The session of the Council in the fourth quarter of 2024 was announced (“Next session”); it is "
        "still to come.");
    told.on = "2026-11-21"_day;
    EXPECT_EQ(
        sentences({.session = told}, Language::en),
        std::vector<std::string>{"The session of the Council in the fourth quarter of 2024 was announced "
                                 "(“Next session”); whether it was held is not on record."});
    EXPECT_EQ(
        sentences({.session = told}, Language::ru),
        std::vector<std::string>{"Объявление о сессии Совета в IV квартале 2024 года («Следующая сессия») в "
                                 "записях есть, сведений о проведении — нет."});
}

TEST(InShort, IsNeverMoreThanTenSentences) {
    auto told = session({was("BY", "present")});
    List passes;
    for (int i = 0; i < 20; ++i) passes.emplace_back(row({{"body", "council"}, {"to", "BY"}}));
    told.besides.emplace("chair_passes", std::move(passes));
    EXPECT_EQ(sentences({.session = told}, Language::en).size(), most_in_short);
}

TEST(InShort, IsCitedWithDayKnownByAndVersion) {
    const sample::Sample sample;
    const Cited cited{.title = "Title",
                      .address = "https://example.org/en/sessions/x?on=2023-12-01&known=2026-11-21",
                      .on = "2023-12-01"_day,
                      .known = "2026-11-21"_day,
                      .receipt = {.rulebook_sha256 = {},
                                  .entries = 935,
                                  .record_sha256 = "0123456789abcdef0123",
                                  .engine = "depositary 0.1.0",
                                  .supposed_sha256 = {}}};
    EXPECT_EQ(
        citation(cited, sample.names(Language::en)),
        "Example League. Title. Situation on 1 December 2023, from everything known on 21 November 2026. "
        "depositary 0.1.0; entries of the record: 935, SHA-256 0123456789ab. "
        "https://example.org/en/sessions/x?on=2023-12-01&known=2026-11-21");
    EXPECT_EQ(citation(cited, sample.names(Language::ru)),
              "Пример-лига. Title. Положение на 1 декабря 2023 года по всему, что известно на 21 ноября 2026 "
              "года. depositary 0.1.0; записей: 935, SHA-256 0123456789ab. "
              "https://example.org/en/sessions/x?on=2023-12-01&known=2026-11-21");
}

}  // namespace
}  // namespace words
