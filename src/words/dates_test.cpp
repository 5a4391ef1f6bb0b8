#include "words/dates.hpp"

#include <gtest/gtest.h>

namespace words {
namespace {

using base::operator""_day;

base::Date read(const char* text) { return *base::Date::read(text); }

TEST(Dates, AreSaidAsExactlyAsTheyAreKnown) {
    struct Row {
        const char* edtf;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {"2023-11-23", "23 November 2023", "23 ноября 2023 года"},
        {"2017-04", "April 2017", "апрель 2017 года"},
        {"2024-36", "the fourth quarter of 2024", "IV квартал 2024 года"},
        {"2023", "2023", "2023 год"},
        {"[2014-12-22,2014-12-23]", "22 or 23 December 2014", "22 или 23 декабря 2014 года"},
        {"[2014-11-30,2014-12-01]", "30 November or 1 December 2014", "30 ноября или 1 декабря 2014 года"},
        {"[2022-11-23,2023-01-01]", "23 November 2022 or 1 January 2023",
         "23 ноября 2022 года или 1 января 2023 года"},
        {"[2017-04,2017-05]", "April or May 2017", "апрель или май 2017 года"},
        {"[2009,2010]", "2009 or 2010", "2009 или 2010 год"},
        {"[2026-01-01..2026-01-13]", "between 1 and 13 January 2026", "между 1 и 13 января 2026 года"},
        {"[2009-06-14..2026-11-21]", "between 14 June 2009 and 21 November 2026",
         "между 14 июня 2009 года и 21 ноября 2026 года"},
        {"[..2010-01-01]", "no later than 1 January 2010", "не позднее 1 января 2010 года"},
        {"[..2010-03]", "no later than March 2010", "не позднее марта 2010 года"},
        {"2009?", "2009 (the source is not sure)", "2009 год (источник не уверен)"},
        {"2013-09/2014-12", "September 2013 to December 2014", "сентябрь 2013 года — декабрь 2014 года"},
        {"2023-02-12/2023-02-13", "12 to 13 February 2023", "12–13 февраля 2023 года"},
        {"2017-04-30/2017-05-02", "30 April to 2 May 2017", "30 апреля — 2 мая 2017 года"},
        {"2017-12-30/2018-01-02", "30 December 2017 to 2 January 2018",
         "30 декабря 2017 года — 2 января 2018 года"},
        {"2024/2026", "2024 to 2026", "2024–2026 годы"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.edtf);
        EXPECT_EQ(date(Language::en, read(row.edtf)), row.english);
        EXPECT_EQ(date(Language::ru, read(row.edtf)), row.russian);
    }
    EXPECT_EQ(date(Language::ru, "not a date"), "not a date");
    EXPECT_EQ(date(Language::en, ""), "");
}

TEST(Dates, TakeTheirPrepositionsAndCases) {
    struct Row {
        const char* edtf;
        const char* when_en;
        const char* when_ru;
        const char* since_en;
        const char* since_ru;
        const char* until_ru;
    };
    const Row rows[] = {
        {"2023-11-23", "on 23 November 2023", "23 ноября 2023 года", "since 23 November 2023",
         "с 23 ноября 2023 года", "по 23 ноября 2023 года"},
        {"2020-12-02", "on 2 December 2020", "2 декабря 2020 года", "since 2 December 2020",
         "со 2 декабря 2020 года", "по 2 декабря 2020 года"},
        {"2017-04", "in April 2017", "в апреле 2017 года", "since April 2017", "с апреля 2017 года",
         "по апрель 2017 года"},
        {"2024-34", "in the second quarter of 2024", "во II квартале 2024 года",
         "since the second quarter of 2024", "со II квартала 2024 года", "по II квартал 2024 года"},
        {"2024-36", "in the fourth quarter of 2024", "в IV квартале 2024 года",
         "since the fourth quarter of 2024", "с IV квартала 2024 года", "по IV квартал 2024 года"},
        {"2023", "in 2023", "в 2023 году", "since 2023", "с 2023 года", "по 2023 год"},
        {"[2014-12-22,2014-12-23]", "on 22 or 23 December 2014", "22 или 23 декабря 2014 года",
         "since 22 or 23 December 2014", "с 22 или 23 декабря 2014 года", "по 22 или 23 декабря 2014 года"},
        {"[2017-04,2017-05]", "in April or May 2017", "в апреле или мае 2017 года", "since April or May 2017",
         "с апреля или мая 2017 года", "по апрель или май 2017 года"},
        {"[2014,2015-01-01]", "in 2014 or on 1 January 2015", "в 2014 году или 1 января 2015 года",
         "since 2014 or 1 January 2015", "с 2014 года или 1 января 2015 года",
         "по 2014 год или 1 января 2015 года"},
        {"[..2010-01-01]", "no later than 1 January 2010", "не позднее 1 января 2010 года",
         "since 1 January 2010 or earlier", "с 1 января 2010 года или ранее",
         "по 1 января 2010 года или ранее"},
        {"2013-09/2014-12", "from September 2013 to December 2014",
         "с сентября 2013 года по декабрь 2014 года", "since September 2013", "с сентября 2013 года",
         "по декабрь 2014 года"},
        {"2023-02-12/2023-02-13", "from 12 to 13 February 2023", "12–13 февраля 2023 года",
         "since 12 February 2023", "с 12 февраля 2023 года", "по 13 февраля 2023 года"},
        {"2024/2026", "from 2024 to 2026", "с 2024 по 2026 год", "since 2024", "с 2024 года", "по 2026 год"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.edtf);
        EXPECT_EQ(when(Language::en, read(row.edtf)), row.when_en);
        EXPECT_EQ(when(Language::ru, read(row.edtf)), row.when_ru);
        EXPECT_EQ(since(Language::en, read(row.edtf)), row.since_en);
        EXPECT_EQ(since(Language::ru, read(row.edtf)), row.since_ru);
        EXPECT_EQ(until(Language::ru, read(row.edtf)), row.until_ru);
    }
    EXPECT_EQ(from(Language::en, read("2028-01-01")), "from 1 January 2028");
    EXPECT_EQ(until(Language::en, read("2023-12-31")), "until 31 December 2023");
}

TEST(Dates, DeclineInRussian) {
    const auto month = [](Case form) { return date(Language::ru, read("2017-05"), form); };
    EXPECT_EQ(month(Case::genitive), "мая 2017 года");
    EXPECT_EQ(month(Case::dative), "маю 2017 года");
    EXPECT_EQ(month(Case::accusative), "май 2017 года");
    EXPECT_EQ(month(Case::instrumental), "маем 2017 года");
    EXPECT_EQ(month(Case::prepositional), "мае 2017 года");
    EXPECT_EQ(date(Language::ru, read("2017"), Case::instrumental), "2017 годом");
    EXPECT_EQ(date(Language::ru, read("2024-33"), Case::genitive), "I квартала 2024 года");
}

TEST(Dates, AreShortInTables) {
    const auto brief = [](Language language, const char* text) {
        return date(language, read(text), Case::nominative, Length::brief);
    };
    EXPECT_EQ(brief(Language::en, "2023-11-23"), "23 Nov 2023");
    EXPECT_EQ(brief(Language::ru, "2023-11-23"), "23 нояб. 2023");
    EXPECT_EQ(brief(Language::ru, "2024-05-08"), "8 мая 2024");
    EXPECT_EQ(brief(Language::ru, "2024-05"), "май 2024");
    EXPECT_EQ(brief(Language::ru, "2017-04"), "апр. 2017");
    EXPECT_EQ(brief(Language::en, "2024-36"), "Q4 2024");
    EXPECT_EQ(brief(Language::ru, "2024-36"), "IV кв. 2024");
    EXPECT_EQ(brief(Language::en, "[..2010-01-01]"), "by 1 Jan 2010");
}

TEST(Dates, SayBetweenWhichDays) {
    EXPECT_EQ(between(Language::en, "2017-04-01"_day, "2017-04-30"_day), "between 1 and 30 April 2017");
    EXPECT_EQ(between(Language::ru, "2017-04-01"_day, "2017-04-30"_day), "между 1 и 30 апреля 2017 года");
    EXPECT_EQ(between(Language::ru, "2022-11-23"_day, "2023-01-01"_day),
              "между 23 ноября 2022 года и 1 января 2023 года");
    EXPECT_EQ(as_of(Language::ru, "2026-11-21"_day), "на 21 ноября 2026 года");
}

TEST(Counts, TakeTheFormTheNumberAsksFor) {
    struct Row {
        std::int64_t number;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {0, "0 members", "0 членов"},       {1, "1 member", "1 член"},       {2, "2 members", "2 члена"},
        {4, "4 members", "4 члена"},        {5, "5 members", "5 членов"},    {11, "11 members", "11 членов"},
        {12, "12 members", "12 членов"},    {14, "14 members", "14 членов"}, {21, "21 members", "21 член"},
        {22, "22 members", "22 члена"},     {25, "25 members", "25 членов"}, {101, "101 members", "101 член"},
        {111, "111 members", "111 членов"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(count(Language::en, row.number, nouns::member), row.english);
        EXPECT_EQ(count(Language::ru, row.number, nouns::member), row.russian);
    }
    EXPECT_EQ(count(Language::en, acts::Count{20, acts::Nearness::about}, nouns::paper), "about 20 papers");
    EXPECT_EQ(count(Language::ru, acts::Count{20, acts::Nearness::about}, nouns::paper),
              "около 20 документов");
    EXPECT_EQ(count(Language::ru, acts::Count{21, acts::Nearness::about}, nouns::paper),
              "около 21 документа");
    EXPECT_EQ(count(Language::ru, acts::Count{22, acts::Nearness::about}, nouns::paper),
              "около 22 документов");
    EXPECT_EQ(count(Language::en, acts::Count{14, acts::Nearness::at_least}, nouns::paper),
              "at least 14 papers");
    EXPECT_EQ(count(Language::ru, acts::Count{14, acts::Nearness::at_least}, nouns::paper),
              "не менее 14 документов");
    EXPECT_EQ(count(Language::en, acts::Count{20, acts::Nearness::more_than}, nouns::paper),
              "more than 20 papers");
    EXPECT_EQ(count(Language::ru, acts::Count{21, acts::Nearness::more_than}, nouns::paper),
              "более 21 документа");
    EXPECT_EQ(count(Language::ru, acts::Count{15}, nouns::paper), "15 документов");
}

TEST(Counts, AreWordsUpToTen) {
    EXPECT_EQ(numeral(Language::en, 6), "six");
    EXPECT_EQ(numeral(Language::ru, 6), "шесть");
    EXPECT_EQ(numeral(Language::ru, 6, Case::genitive), "шести");
    EXPECT_EQ(numeral(Language::ru, 1, Case::prepositional), "одном");
    EXPECT_EQ(numeral(Language::ru, 8, Case::instrumental), "восемью");
    EXPECT_EQ(numeral(Language::ru, 11, Case::genitive), "11");
    EXPECT_EQ(numeral(Language::en, -1), "-1");
    EXPECT_EQ(ordinal(Language::en, 1), "1st");
    EXPECT_EQ(ordinal(Language::en, 12), "12th");
    EXPECT_EQ(ordinal(Language::en, 22), "22nd");
    EXPECT_EQ(ordinal(Language::en, 113), "113th");
    EXPECT_EQ(ordinal(Language::ru, 5), "5-й");
}

}  // namespace
}  // namespace words
