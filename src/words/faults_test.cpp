#include "words/faults.hpp"

#include <string>

#include <gtest/gtest.h>

#include "rulebook/reader.hpp"

namespace words {
namespace {

using rulebook::Fault;
using rulebook::FaultCode;

std::string first_fault(std::string_view text, Language language) {
    const auto result = rulebook::read(text, "rulebook.yaml");
    return result.faults.empty() ? "no fault" : say(result.faults.front(), language);
}

TEST(Faults, SayWhereAndWhatAndWhatWasMeant) {
    const struct {
        Fault fault;
        const char* english;
        const char* russian;
    } rows[] = {
        {{"rulebook.yaml",
          {42, 17},
          FaultCode::undeclared,
          {{"kind", "member"}, {"found", "AN"}, {"nearest", "AM"}}},
         "rulebook.yaml:42:17: there is no member «AN»; members are declared under «members»; did you mean «AM»?",
         "rulebook.yaml:42:17: нет члена «AN»; члены объявляются в разделе «members»; может быть, «AM»?"},
        {{"rulebook.yaml", {3, 1}, FaultCode::duplicate_key, {{"found", "names"}, {"first_line", "2"}}},
         "rulebook.yaml:3:1: the key «names» stands here twice; the first is in line 2",
         "rulebook.yaml:3:1: ключ «names» стоит здесь дважды; первый — в строке 2"},
        {{"sources.yaml", {7, 20}, FaultCode::not_a_day, {{"found", "2023-02-30"}}},
         "sources.yaml:7:20: «2023-02-30» is no day of the calendar; a day is written year-month-day: 2023-11-23",
         "sources.yaml:7:20: «2023-02-30» — нет такого дня; день пишется год-месяц-день: 2023-11-23"},
        {{"rulebook.yaml", {1, 1}, FaultCode::too_large, {{"limit", "8388608"}}},
         "rulebook.yaml:1:1: the file is too large; at most 8388608 bytes",
         "rulebook.yaml:1:1: файл слишком велик; не более 8388608 байт"},
        {{"rulebook.yaml", {0, 0}, FaultCode::empty_file, {}},
         "rulebook.yaml: the file is empty",
         "rulebook.yaml: файл пуст"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(say(row.fault, Language::en), row.english);
        EXPECT_EQ(say(row.fault, Language::ru), row.russian);
    }
}

TEST(Faults, SayInPlainWordsWhatLibyamlSaysInItsOwn) {
    EXPECT_EQ(
        first_fault("rulebook: \"a\nnames: b\n", Language::en),
        "rulebook.yaml:3:1: the file ends within a quoted text: a quotation mark is not closed; what cannot be "
        "read begins at 1:11");
    EXPECT_EQ(
        first_fault("rulebook: a: b\n", Language::en),
        "rulebook.yaml:1:12: a colon and a space stand within a text, or the indentation is wrong; a text with "
        "a colon needs quotes");
    EXPECT_EQ(
        first_fault("names:\n\ten: a\n", Language::ru),
        "rulebook.yaml:2:1: текст не может начинаться с этого знака, а строка — с табуляции; возьмите текст в "
        "кавычки, отступ делайте пробелами; непрочитанное начинается в 2:1");
    EXPECT_EQ(first_fault("rulebook: \xFF\n", Language::ru), "rulebook.yaml:1:11: здесь файл не в UTF-8");
}

// Every code has its sentences, in one line, and none leaves out a fact or shows an empty one.
TEST(Faults, HaveASentenceForEachCode) {
    for (int i = 0; i <= static_cast<int>(FaultCode::case_expects_other); ++i) {
        Fault fault{"rulebook.yaml", {1, 1}, static_cast<FaultCode>(i), {}};
        SCOPED_TRACE(name_of(fault.code));
        for (const char* fact :
             {"problem",  "found",    "expected", "nearest", "first_line", "limit", "key",
              "kind",     "smallest", "largest",  "missing", "owner",      "order", "version",
              "previous", "since",    "until",    "rule",    "other",      "body",  "dispute",
              "side",     "path",     "day",      "member"}) {
            fault.facts[fact] = "⟨" + std::string(fact) + "⟩";
        }
        fault.facts.erase("nearest");
        for (const Language language : languages) {
            const std::string sentence = say_what(fault, language);
            EXPECT_FALSE(sentence.empty());
            EXPECT_EQ(sentence.find('\n'), std::string::npos);
            EXPECT_EQ(sentence.find("«»"), std::string::npos) << sentence;
            EXPECT_FALSE(sentence.ends_with('.')) << sentence;
        }
        EXPECT_NE(say_what(fault, Language::en), say_what(fault, Language::ru));
    }
}

TEST(Faults, SayWhichCaseFailed) {
    law::CaseFailure failure;
    failure.mark = {90, 5};
    failure.rule = base::RuleId::of("consensus");
    failure.side = base::SideId::of("silence-suffices");
    failure.what = "binds";
    failure.expected = "AM, BY";
    EXPECT_EQ(
        say(failure, "rulebook.yaml", Language::en),
        "rulebook.yaml:90:5: case of «consensus / silence-suffices»: who is bound: expected AM, BY, but the rule "
        "gives nobody");
    EXPECT_EQ(
        say(failure, "rulebook.yaml", Language::ru),
        "rulebook.yaml:90:5: пример к «consensus / silence-suffices», кого связывает: ожидалось AM, BY, а по "
        "правилу — никого");
}

}  // namespace
}  // namespace words
