#include "words/agreement.hpp"

#include <gtest/gtest.h>

namespace words {
namespace {

TEST(Agreement, ReadsTheGenderOfANameOffItsEnding) {
    struct Row {
        const char* name;
        const char* genitive;
        Gender gender;
    };
    const Row rows[] = {
        {"Армения", "Армении", Gender::feminine},
        {"Казахстан", "Казахстана", Gender::masculine},
        {"Беларусь", "Беларуси", Gender::feminine},
        {"Беларусь", "", Gender::feminine},
        {"Израиль", "Израиля", Gender::masculine},
        {"Чили", "Чили", Gender::neuter},
        {"Перу", "Перу", Gender::neuter},
        {"Конго", "Конго", Gender::neuter},
        {"Нидерланды", "Нидерландов", Gender::plural},
        {"Соединённые Штаты", "Соединённых Штатов", Gender::plural},
        {"Российская Федерация", "Российской Федерации", Gender::feminine},
        {"Соединённое Королевство", "Соединённого Королевства", Gender::neuter},
        {"Совет министров", "Совета министров", Gender::masculine},
        {"Объединённый штаб", "Объединённого штаба", Gender::masculine},
        {"Парламентская Ассамблея", "Парламентской Ассамблеи", Gender::feminine},
        {"Второй и третий протоколы", "Второго и третьего протоколов", Gender::plural},
        {"Босния и Герцеговина", "Боснии и Герцеговины", Gender::feminine},
        {"Соглашение о статусе", "Соглашения о статусе", Gender::neuter},
        {"Соглашение о статусе", "", Gender::neuter},
        {"Protocol", "", Gender::masculine},
        {"", "", Gender::masculine},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        EXPECT_EQ(gender_of(row.name, row.genitive), row.gender);
    }
}

TEST(Agreement, ReadsTheGenderOfAPersonOffTheGenitive) {
    EXPECT_EQ(gender_of_person("Мария Захарова", "Марии Захаровой"), Gender::feminine);
    EXPECT_EQ(gender_of_person("Ани Бадалян", "Ани Бадалян"), Gender::feminine);
    EXPECT_EQ(gender_of_person("Никол Пашинян", "Никола Пашиняна"), Gender::masculine);
    EXPECT_EQ(gender_of_person("Сергей Шойгу", "Сергея Шойгу"), Gender::masculine);
    EXPECT_EQ(gender_of_person("Николай Бордюжа", "Николая Бордюжи"), Gender::masculine);
    EXPECT_EQ(gender_of_person("Анна Примерова", ""), Gender::feminine);
    EXPECT_EQ(gender_of_person("Jan Smit", ""), Gender::masculine);
}

TEST(Agreement, EveryKindOfPaperHasTheGenderOfItsNoun) {
    EXPECT_EQ(gender_of(acts::PaperKind::declaration), Gender::feminine);
    EXPECT_EQ(gender_of(acts::PaperKind::regulation), Gender::neuter);
    EXPECT_EQ(gender_of(acts::PaperKind::decision), Gender::neuter);
    EXPECT_EQ(gender_of(acts::PaperKind::plan), Gender::masculine);
}

TEST(Agreement, PutsAVerbOrParticipleInTheFormThatGoesWithTheNoun) {
    struct Row {
        const char* masculine;
        const char* feminine;
        const char* neuter;
        const char* plural;
    };
    const Row rows[] = {
        {"подписал", "подписала", "подписало", "подписали"},
        {"отказался", "отказалась", "отказалось", "отказались"},
        {"перешёл", "перешла", "перешло", "перешли"},
        {"принят", "принята", "принято", "приняты"},
        {"утверждён", "утверждена", "утверждено", "утверждены"},
        {"обязателен", "обязательна", "обязательно", "обязательны"},
        {"подписан", "подписана", "подписано", "подписаны"},
        {"установлен", "установлена", "установлено", "установлены"},
        {"за", "за", "за", "за"},
        {"против", "против", "против", "против"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.masculine);
        EXPECT_EQ(agreeing(row.masculine, Gender::masculine), row.masculine);
        EXPECT_EQ(agreeing(row.masculine, Gender::feminine), row.feminine);
        EXPECT_EQ(agreeing(row.masculine, Gender::neuter), row.neuter);
        EXPECT_EQ(agreeing(row.masculine, Gender::plural), row.plural);
    }
}

}  // namespace
}  // namespace words
