#include "words/names.hpp"

#include <gtest/gtest.h>

#include "words/sample.hpp"

namespace words {
namespace {

struct NamesTest : testing::Test {
    sample::Sample sample;
    Names en = sample.names(Language::en);
    Names ru = sample.names(Language::ru);
};

TEST_F(NamesTest, DeclineWhereTheRulebookSaysHow) {
    EXPECT_EQ(en.member("AM"), "Armenia");
    EXPECT_EQ(ru.member("AM"), "Армения");
    EXPECT_EQ(ru.member("AM", Case::instrumental), "Арменией");
    EXPECT_EQ(ru.member("BY", Case::accusative), "Беларусь");  // no such form: the nominative
    EXPECT_EQ(ru.formal_member("AM", Case::genitive), "Республики Армения");
    EXPECT_EQ(en.formal_member("BY"), "Belarus");
    EXPECT_EQ(ru.the_instrument("treaty", Case::instrumental), "Договором");
    // Without the form a noun declines in its stead.
    EXPECT_EQ(ru.the_instrument("protocol", Case::instrumental), "документом «Протокол о продлении»");
    EXPECT_EQ(ru.the_instrument("protocol"), "Протокол о продлении");
    EXPECT_EQ(ru.the_body("committee", Case::instrumental), "органом «Комитет»");
    EXPECT_EQ(ru.the_post("secretary-general", Case::dative), "«Генеральный секретарь»");
}

TEST_F(NamesTest, WordsOfThemAgreeInGenderAndNumber) {
    constexpr Phrase absent{"absent", "отсутствовал"};
    EXPECT_EQ(ru.agreed(absent, base::List{"AM"}), "отсутствовала");
    EXPECT_EQ(ru.agreed(absent, base::List{"AM", "BY"}), "отсутствовали");
    EXPECT_EQ(ru.agreed(absent, base::List{}), "отсутствовал");
    EXPECT_EQ(ru.agreed(absent, base::Value()), "отсутствовал");
    EXPECT_EQ(en.agreed(absent, base::List{"AM", "BY"}), "absent");
    EXPECT_EQ(ru.gender_of_member("BY"), Gender::feminine);
    EXPECT_EQ(ru.gender_of_body("council"), Gender::masculine);
    EXPECT_EQ(ru.gender_of_instrument("treaty"), Gender::masculine);
    EXPECT_EQ(ru.gender_of_paper("declaration"), Gender::feminine);  // «Декларация „О мире“»
    EXPECT_EQ(ru.gender_of_paper("nothing"), Gender::masculine);
    EXPECT_EQ(ru.gender_of_member("nobody"), Gender::masculine);
}

TEST_F(NamesTest, KnowWhatKindOfThingAnIdIsOf) {
    const struct {
        const char* id;
        Kind kind;
    } rows[] = {{"AM", Kind::member},
                {"council", Kind::body},
                {"secretary-general", Kind::post},
                {"treaty", Kind::instrument},
                {"anna", Kind::person},
                {"rule-14", Kind::dispute},
                {"minsk-2023", Kind::session},
                {"next-2024", Kind::session},
                {"declaration", Kind::paper},
                {"quorum", Kind::topic},
                {"minsk", Kind::nothing},
                {"am", Kind::nothing},
                {"never-declared", Kind::nothing},
                {"", Kind::nothing}};
    for (const auto& row : rows) {
        SCOPED_TRACE(row.id);
        EXPECT_EQ(en.kind_of(row.id), row.kind);
        EXPECT_EQ(en.kind_of(row.id), row.kind) << "asked again";
    }
    EXPECT_EQ(en.subject("declaration"), en.paper("declaration"));
    EXPECT_EQ(en.subject("never-declared"), "never-declared");
}

TEST_F(NamesTest, TakeTheAccusativeOfAThingFromItsNominative) {
    EXPECT_EQ(ru.the_instrument("protocol", Case::accusative), "Протокол о продлении");
    EXPECT_EQ(ru.the_instrument("treaty", Case::accusative), "Договор");
}

TEST_F(NamesTest, TakeTheArticleInEnglishSentences) {
    EXPECT_EQ(en.the_member("GB"), "the United Kingdom");
    EXPECT_EQ(en.member("GB"), "United Kingdom");
    EXPECT_EQ(en.the_member("AM"), "Armenia");
    EXPECT_EQ(en.the_body("council"), "the Council");
    EXPECT_EQ(en.short_body("council"), "C");
    EXPECT_EQ(en.short_body("committee"), "Committee");
    EXPECT_EQ(en.in_place("minsk"), "in Minsk");
    EXPECT_EQ(ru.in_place("minsk"), "в Минске");
}

TEST_F(NamesTest, ComeFromTheRecordForPapersAndSessions) {
    EXPECT_EQ(en.the_paper("declaration"), "“Declaration ‘On peace’”");
    EXPECT_EQ(ru.the_paper("declaration", Case::dative), "документу «Декларация „О мире“»");
    EXPECT_EQ(en.session("minsk-2023"), "Council session in Minsk");
    EXPECT_EQ(en.the_session("minsk-2023"), "the session of the Council in Minsk on 23 November 2023");
    EXPECT_EQ(ru.the_session("minsk-2023", Case::prepositional),
              "сессии Совета в Минске 23 ноября 2023 года");
    EXPECT_EQ(en.the_session("next-2024"), "the session of the Council in the fourth quarter of 2024");
    EXPECT_EQ(ru.session("next-2024"), "Следующая сессия");
    EXPECT_EQ(en.source("press"), "Press, 24 November 2023");
    EXPECT_EQ(en.stands_as("papers-of-some"), "papers of some");
    EXPECT_EQ(ru.stands_as("decision-of-the-organisation"), "решение Организации");
    EXPECT_EQ(en.stands_as_clause("decision-of-the-organisation"),
              "it stands as: decision of the organisation");
    EXPECT_EQ(ru.stands_as_clause("decision-of-the-organisation"), "имеет силу решения Организации");
    EXPECT_EQ(ru.stands_as_clause("not-adopted", Gender::feminine), "не принята");
    EXPECT_EQ(ru.stands_as_clause("papers-of-some"), "статус: " + ru.stands_as("papers-of-some"));
    EXPECT_EQ(ru.rule_article("consensus"), "Устав, статья 12");
    EXPECT_EQ(en.subject("AM"), "Armenia");
    EXPECT_EQ(en.subject("declaration"), "Declaration “On peace”");
    EXPECT_EQ(en.topic("quorum"), "Quorum");
}

TEST_F(NamesTest, OfWhatIsNotKnownAreTheIdItself) {
    for (const Names* names : {&en, &ru}) {
        for (const char* id : {"", "nobody-knows", "x.y", "XX", "../../etc/passwd", "«»", "{member}", "\n"}) {
            EXPECT_EQ(names->member(id), id);
            EXPECT_EQ(names->the_body(id), id);
            EXPECT_EQ(names->the_session(id), id);
            EXPECT_EQ(names->paper(id), id);
            EXPECT_EQ(names->source(id), id);
            EXPECT_EQ(names->dispute(id), id);
            EXPECT_EQ(names->subject(id), id);
            EXPECT_EQ(names->act(id), id);
            EXPECT_EQ(names->topic(id), id);
            EXPECT_EQ(names->version(id), id);
        }
    }
    const std::string long_name(100'000, 'a');
    EXPECT_EQ(en.member(long_name), long_name);
}

TEST_F(NamesTest, OfDisputesSayWhatDiffers) {
    EXPECT_EQ(ru.dispute("rule-14"), "Правило 14");
    EXPECT_EQ(en.side("rule-14", "silence"), "Silence suffices");
    EXPECT_EQ(en.side_says("rule-14", "participation"), "Who takes no part gives no consent.");
    EXPECT_EQ(en.dispute("pass-1.hand_over"),
              "the chair of the Council passes from Armenia to Belarus (time of the hand-over, 2022)");
    EXPECT_EQ(ru.dispute("pass-1.hand_over"),
              "председательство в Совете передано от Армении Беларуси (время передачи, 2022)");
    EXPECT_EQ(en.side("pass-1.hand_over", "session-day"), "with the session day");
    EXPECT_EQ(ru.side("pass-1.hand_over", "calendar-year"), "с начала календарного года");
    EXPECT_EQ(ru.side("pass-1.on", "2022-11-23"), "23 ноября 2022 года");
    EXPECT_EQ(ru.side("count-1.number", "about 20"), "около 20");
    EXPECT_EQ(en.side("act.member", "GB"), "United Kingdom");
}

TEST_F(NamesTest, AreListedAlphabeticallyInTheirLanguage) {
    const base::Value ids = base::List{"GB", "BY", "AM"};
    EXPECT_EQ(en.members(ids), "Armenia, Belarus and the United Kingdom");
    EXPECT_EQ(ru.members(ids), "Армения, Беларусь и Великобритания");
    EXPECT_EQ(ru.members(ids, Case::genitive), "Армении, Беларуси и Великобритании");
    EXPECT_EQ(en.members(base::Value(base::List())), "none");
    EXPECT_EQ(ru.members(base::Value()), "нет");
    EXPECT_EQ(en.list({"a"}), "a");
    EXPECT_EQ(en.list({"a", "b"}), "a and b");
    // Ё stands with Е, not after Я; case and accents do not part neighbours.
    EXPECT_TRUE(alphabetically(Language::ru, "Ёлка", "Жук"));
    EXPECT_TRUE(alphabetically(Language::ru, "Егор", "Ёлка"));
    EXPECT_TRUE(alphabetically(Language::ru, "Ёлка", "Ель"));
    EXPECT_TRUE(alphabetically(Language::en, "Côte d’Ivoire", "Croatia"));
    EXPECT_TRUE(alphabetically(Language::en, "türkiye", "Uganda"));
    EXPECT_FALSE(alphabetically(Language::en, "a", "a"));
}

TEST_F(NamesTest, QuotesWhatWasTypedWithoutItsControls) {
    EXPECT_EQ(en.quoted("a “b” c"), "“a ‘b’ c”");
    EXPECT_EQ(ru.quoted("а «б» в"), "«а „б“ в»");
    EXPECT_EQ(en.quoted(std::string_view("a\0b\x1b\x7f", 5)), "“a\uFFFDb\uFFFD\uFFFD”");
    EXPECT_EQ(en.quoted("\u202Eabc\u2069\u200F\u061C\u0085"), "“\uFFFDabc\uFFFD\uFFFD\uFFFD\uFFFD”");
    // Neighbours of those marks in the table of characters are ordinary text.
    EXPECT_EQ(en.quoted("\u2010\u2026\u2030\u2070\u00A0\u00AD"), "“\u2010\u2026\u2030\u2070\u00A0\u00AD”");
    EXPECT_EQ(ru.quoted("Ёж"), "«Ёж»");
}

TEST(Words, StartASentenceWithALargeLetter) {
    EXPECT_EQ(capitalised("о бюджете"), "О бюджете");
    EXPECT_EQ(capitalised("élan"), "Élan");
    EXPECT_EQ(capitalised(""), "");
    EXPECT_EQ(capitalised("«о»"), "«о»");
    EXPECT_EQ(capitalised("\xFF"), "\xFF");  // bytes that are no text stay what they are
}

TEST(Words, ChooseTheRussianPreposition) {
    EXPECT_EQ(russian_about("бюджете"), "о");
    EXPECT_EQ(russian_about("Уставе"), "об");
    EXPECT_EQ(russian_about("единстве"), "о");
    EXPECT_EQ(russian_in("Минске"), "в");
    EXPECT_EQ(russian_in("Владивостоке"), "во");
    EXPECT_EQ(russian_in("Вьетнаме"), "во");
    EXPECT_EQ(russian_in("Варшаве"), "в");
    EXPECT_EQ(russian_with("страной"), "со");
    EXPECT_EQ(russian_with("советом"), "с");
    EXPECT_EQ(russian_in(""), "в");
}

}  // namespace
}  // namespace words
