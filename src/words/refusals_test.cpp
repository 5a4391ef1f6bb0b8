#include "words/refusals.hpp"

#include <gtest/gtest.h>

namespace words {
namespace {

using Why = questions::Misasked::Why;
using form::Code;

TEST(Misasked, SaysWhatIsWrongAndTheNearestRightWord) {
    struct Row {
        questions::Misasked misasked;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {{Why::unknown_question, "membrs", "question", "members", "questions"},
         "there is no question “membrs”; did you mean “members”?; the list: questions",
         "нет вопроса «membrs»; возможно, «members»; список: questions"},
        {{Why::unknown_name, "cscc", "body", "csc", "bodies"},
         "there is no body “cscc”; did you mean “csc”?; the list: bodies",
         "нет органа «cscc»; возможно, «csc»; список: bodies"},
        {{Why::unknown_name, "XX", "member", "", "members"},
         "there is no state “XX”; the list: members",
         "нет государства «XX»; список: members"},
        {{Why::unknown_parameter, "stat", "bound", "state", "questions"},
         "the question “bound” has no parameter “stat”; did you mean “state”?; the list: questions",
         "у вопроса «bound» нет параметра «stat»; возможно, «state»; список: questions"},
        {{Why::missing_parameter, "chair", "body", "", "bodies"},
         "the question “chair” needs the parameter “body”; the list: bodies",
         "вопросу «chair» нужен параметр «body»; список: bodies"},
        {{Why::unknown_dispute, "rule-41", "dispute", "rule-14", "disputes"},
         "there is no dispute “rule-41”; did you mean “rule-14”?; the list: disputes",
         "нет расхождения «rule-41»; возможно, «rule-14»; список: disputes"},
        {{Why::unknown_side, "silense", "rule-14", "silence", "participation, silence"},
         "the dispute “rule-14” has no side “silense”; did you mean “silence”?; its sides: participation, silence",
         "у расхождения «rule-14» нет стороны «silense»; возможно, «silence»; стороны: participation, silence"},
        {{Why::unknown_name, "budget", "paper", "", "", base::Day::read("2024-05-08")},
         "this record knew of no paper “budget” by then; it is known here since 8 May 2024",
         "к этому времени в записях не было документа «budget»; он известен здесь с 8 мая 2024 года"},
        {{Why::unknown_name, "minsk", "session", "", "", base::Day::read("2022-11-29")},
         "this record knew of no session “minsk” by then; it is known here since 29 November 2022",
         "к этому времени в записях не было сессии «minsk»; она известна здесь с 29 ноября 2022 года"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(say(row.misasked, Language::en), row.english);
        EXPECT_EQ(say(row.misasked, Language::ru), row.russian);
    }
}

TEST(Misasked, IsOneLineWhateverWasGiven) {
    const questions::Misasked odd{Why::unknown_name, "a\nb\x1b[31m" + std::string(500, 'x') + "ж", "body", "",
                                  ""};
    for (const Language language : languages) {
        const std::string said = say(odd, language);
        EXPECT_EQ(said.find('\n'), std::string::npos);
        EXPECT_EQ(said.find('\x1b'), std::string::npos);
        EXPECT_LT(said.size(), 200u);
    }
    const questions::Misasked cut{Why::unknown_name, std::string(79, 'x') + "жжж", "body", "", ""};
    EXPECT_EQ(say(cut, Language::en), "there is no body “" + std::string(79, 'x') + "…”");
}

TEST(Refusal, SaysWhatStandsInTheWayAndWhatCuresIt) {
    struct Row {
        form::Refusal refusal;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {{Code::undeclared, "member", {{"kind", "member"}, {"found", "AN"}, {"nearest", "AM"}}},
         "member: there is no state “AN”; did you mean “AM”?",
         "member: нет государства «AN»; возможно, «AM»"},
        {{Code::undeclared, "session", {{"kind", "session"}, {"found", "x"}}},
         "session: there is no session “x”; it has to be declared first",
         "session: нет сессии «x»; сначала нужно объявление"},
        {{Code::duplicate_id, "id", {{"found", "a"}}},
         "id: the id “a” belongs to another act already; every act needs its own",
         "id: имя «a» уже носит другой акт; каждому акту нужно своё имя"},
        {{Code::known_on_falls, "known_on", {{"found", "2020-01-01"}, {"previous", "2021-02-03"}}},
         "known_on: known on 1 January 2020, before the act that stands before it (3 February 2021); acts stand in the order in "
         "which they became known",
         "known_on: известно с 1 января 2020 года, раньше предыдущего акта (3 февраля 2021 года); акты стоят в том порядке, в "
         "каком стали известны"},
        {{Code::not_yet_happened, "on", {{"found", "2025-01"}, {"known_on", "2024-12-31"}}},
         "on: what happened in January 2025 cannot have been known on 31 December 2024; what is still to come is told by an act "
         "“announced”",
         "on: событие от января 2025 года не могло быть известно 31 декабря 2024 года; для предстоящего есть акт «announced»"},
        {{Code::not_yet_established,
          "body",
          {{"kind", "body"}, {"found", "csc"}, {"established", "1994-04-20"}, {"on", "1993"}}},
         "body: “csc” exists since 20 April 1994, and the act is of 1993",
         "body: «csc» существует с 20 апреля 1994 года, а акт — от 1993 года"},
        {{Code::language_missing, "title", {{"language", "ru"}}},
         "title: the text is missing in “ru”; it is needed in every working language",
         "title: нет текста на языке «ru»; он нужен на всех рабочих языках"},
        {{Code::no_source, "sources", {}},
         "sources: no source is named; every act needs at least one",
         "sources: не назван источник; каждому акту нужен хотя бы один"},
        {{Code::about_no_paper, "", {}},
         "neither a paper nor a session is named; one of them is needed",
         "не назван ни документ, ни сессия; нужно одно из двух"},
        {{Code::nobody_speaks, "", {}},
         "nobody is named as speaking: a state, a body or a person is needed",
         "не сказано, кто говорит: государство, орган или лицо"},
        {{Code::other_kind, "event", {{"found", "held"}, {"expected", "signed"}}},
         "event: this act is of the kind “held”, but the event it tells is of the kind “signed”; accounts of one event are of one kind",
         "event: это акт вида «held», а событие, о котором он говорит, — вида «signed»; версии одного события бывают только одного вида"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(say(row.refusal, Language::en), row.english);
        EXPECT_EQ(say(row.refusal, Language::ru), row.russian);
    }
}

}  // namespace
}  // namespace words
