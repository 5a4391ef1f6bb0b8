// What is said of the log, in both languages: how an entry is proved, all eight acts of the registry, what is
// withheld.
#include "words/log_said.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "law/testing_world.hpp"
#include "merkle/note.hpp"
#include "words/check_words.hpp"
#include "words/log_words.hpp"

namespace words {
namespace {

using base::operator""_day;

TEST(Proved, IsOnePlainSentence) {
    struct Row {
        const char* what;
        Proved proved;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {"confirmed",
         {.entry = 214, .witnessed = true, .since = "2026-11-22"_day, .copies = 2},
         "Entry 214, unchanged as of 22 November 2026, confirmed by 2 independent copies.",
         "Запись 214, без изменений на 22 ноября 2026 года, подтверждена 2 независимыми копиями."},
        {"by one copy",
         {.entry = 0, .witnessed = true, .since = "2026-11-22"_day, .copies = 1},
         "Entry 0, unchanged as of 22 November 2026, confirmed by 1 independent copy.",
         "Запись 0, без изменений на 22 ноября 2026 года, подтверждена 1 независимой копией."},
        {"without a day",
         {.entry = 7, .witnessed = true, .copies = 21},
         "Entry 7, confirmed by 21 independent copies.",
         "Запись 7, подтверждена 21 независимой копией."},
        {"by eleven",
         {.entry = 7, .witnessed = true, .copies = 11},
         "Entry 7, confirmed by 11 independent copies.",
         "Запись 7, подтверждена 11 независимыми копиями."},
        {"logged alone",
         {.entry = 214},
         "Entry 214, logged; not confirmed by independent copies yet.",
         "Запись 214 внесена в журнал; независимыми копиями пока не подтверждена."},
        {"the least of several",
         {.entry = 214, .witnessed = true, .since = "2026-11-22"_day, .copies = 2, .of = 14},
         "Rests on 14 entries; the latest, entry 214: unchanged as of 22 Nov 2026, confirmed by 2 "
         "independent copies.",
         "Опора: 14 записей; последняя, 214, без изменений на 22 нояб. 2026, подтверждена 2 "
         "независимыми копиями."},
        {"of several, logged alone",
         {.entry = 9, .of = 2},
         "Rests on 2 entries; the latest, entry 9: logged, not confirmed by independent copies yet.",
         "Опора: 2 записи; последняя, 9, внесена в журнал и независимыми копиями пока не "
         "подтверждена."},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(proved_said(Language::en, row.proved), row.english);
        EXPECT_EQ(proved_said(Language::ru, row.proved), row.russian);
    }
}

/// Two members with names, and a body.
law::testing::World& world() {
    static law::testing::World made(R"(
rulebook: test
names: {en: Test Organisation, ru: Пробная организация}
languages: [en, ru]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1990-03-01, by: start, name: {en: First text, ru: Первый текст}}]
members:
  AA: {names: {en: Aland, ru: Аландия}}
  BB: {names: {en: Beland, ru: Беландия}}
)");
    return made;
}

std::string named(std::string_view key) { return key == "k1" ? "mission of Aland" : std::string(key); }

std::string with_a_witness() {
    const merkle::Signer witness("witness.example", merkle::KeyType::cosignature,
                                 *merkle::SecretKey::of(std::string(32, 'w')));
    return "witness w " + witness.verifier().text() + "\nquorum w\n";
}

TEST(RegistryActs, AreToldInWordsEveryKind) {
    struct Row {
        const char* what;
        seals::RegistryContent content;
        const char* english;
        const char* russian;
    };
    using Why = seals::KeyRecalled::Why;
    const Row rows[] = {
        {"opened",
         seals::LogOpened{
             .origin = "treaty.example/log", .log = {}, .authority = {}, .policy = "quorum none\n"},
         "The log treaty.example/log is opened. Named are its key and the key of the organisation’s authority.",
         "Открыт журнал treaty.example/log. Названы его ключ и удостоверяющий ключ организации."},
        {"opened, with copy-holders",
         seals::LogOpened{
             .origin = "treaty.example/log", .log = {}, .authority = {}, .policy = with_a_witness()},
         "The log treaty.example/log is opened. Named are its key, the key of the organisation’s authority, and "
         "the copy-holders.",
         "Открыт журнал treaty.example/log. Названы его ключ, удостоверяющий ключ организации и держатели "
         "копий."},
        {"accredited for a member",
         seals::KeyAccredited{.holder = "AA",
                              .key = "k1",
                              .name = "mission of Aland",
                              .next = {},
                              .use = seals::Use::representative},
         "The key “mission of Aland” is accredited (holder: Aland): it enters what its holder does.",
         "Удостоверен ключ «mission of Aland» (держатель: Аландия): вносит действия своего держателя."},
        {"accredited for the registry",
         seals::KeyAccredited{
             .holder = {}, .key = "k2", .name = "registrar", .next = {}, .use = seals::Use::registrar},
         "The key “registrar” is accredited (holder: the organisation): it enters acts of every kind.",
         "Удостоверен ключ «registrar» (держатель: организация): вносит акты любого вида."},
        {"an authority",
         seals::KeyAccredited{
             .holder = "BB", .key = "k3", .name = "court", .next = {}, .use = seals::Use::authority},
         "The key “court” is accredited (holder: Beland): it accredits and recalls keys.",
         "Удостоверен ключ «court» (держатель: Беландия): удостоверяет и отзывает ключи."},
        {"rotated", seals::KeyRotated{.from = "k1", .key = "k9", .next = {}},
         "The key “mission of Aland” gives way to a new one, whose hash was given beforehand.",
         "Ключ «mission of Aland» заменён новым, хэш которого был назван заранее."},
        {"retired", seals::KeyRecalled{.key = "k1", .why = Why::retired, .since = {}},
         "The key “mission of Aland” is retired.", "Ключ «mission of Aland» выведен из употребления."},
        {"lost", seals::KeyRecalled{.key = "k1", .why = Why::lost, .since = {}},
         "The key “mission of Aland” was lost and ends here.",
         "Ключ «mission of Aland» утрачен и прекращён."},
        {"compromised", seals::KeyRecalled{.key = "k1", .why = Why::compromised, .since = 40},
         "The key “mission of Aland” came into other hands and ends here. What it sealed from entry 40 on is "
         "contested.",
         "Ключ «mission of Aland» попал в чужие руки и прекращён. Заверенное им начиная с записи 40 "
         "оспаривается."},
        {"policy", seals::PolicyChanged{.policy = {}},
         "It is stated anew which independent copies must confirm the log.",
         "Заново указано, какие независимые копии должны подтверждать журнал."},
        {"rulebook", seals::RulebookPublished{.reason = "First publication."},
         "A rulebook is published and holds from here on. Reason given: “First publication.”",
         "Опубликован свод правил; с этой записи действует он. Указанная причина: «First publication.»"},
        {"annex", seals::AnnexRemoved{.commitment = {}, .reason = "a request"},
         "An annex was taken away for good; its salted hash remains. Reason given: “a request”.",
         "Приложение удалено навсегда; его хэш с солью остаётся. Указанная причина: «a request»."},
        {"refusal", seals::RefusalLogged{.submitted = {}, .code = "bad_signature"},
         "Something handed in was refused (bad_signature), and its sender asked for that to be on record.",
         "Переданное не принято (bad_signature); отправитель попросил внести отказ в журнал."},
    };
    const record::View view = world().view("2026-01-01");
    const Names english(view, Language::en), russian(view, Language::ru);
    std::set<std::size_t> kinds;
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        kinds.insert(row.content.index());
        const seals::RegistryAct act{.id = "x", .on = "2026-01-01"_day, .content = row.content};
        EXPECT_EQ(registry_act_said(act, english, named), row.english);
        EXPECT_EQ(registry_act_said(act, russian, named), row.russian);
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<seals::RegistryContent>);
}

TEST(Withheld, SaysThatItExistsUntilWhenAndForWhom) {
    using Kind = seals::Distribution::Kind;
    struct Row {
        const char* what;
        seals::Withheld withheld;
        const char* english;
        const char* russian;
    };
    const Row rows[] = {
        {"until a day",
         {.commitment = {}, .distribution = {}, .release = "2030-01-01"_day},
         "Entry 310 is not public; it may be released from 1 January 2030.",
         "Запись 310 закрыта и может быть раскрыта с 1 января 2030 года."},
        {"for members until an act",
         {.commitment = {}, .distribution = {Kind::members, {}}, .release = {}},
         "Entry 310 is not public until an act releases it. For members.",
         "Запись 310 закрыта, пока её не раскроет другой акт. Для членов организации."},
        {"for some",
         {.commitment = {}, .distribution = {Kind::named, {"BB", "AA"}}, .release = {}},
         "Entry 310 is not public until an act releases it. For Aland and Beland.",
         "Запись 310 закрыта, пока её не раскроет другой акт. Для кого: Аландия и Беландия."},
        {"for nobody",
         {.commitment = {}, .distribution = {Kind::named, {}}, .release = {}},
         "Entry 310 is not public until an act releases it. For the registry alone.",
         "Запись 310 закрыта, пока её не раскроет другой акт. Только для регистратуры."},
    };
    const record::View view = world().view("2026-01-01");
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(withheld_said(310, row.withheld, Names(view, Language::en)), row.english);
        EXPECT_EQ(withheld_said(310, row.withheld, Names(view, Language::ru)), row.russian);
    }
}

TEST(Moments, AreOfUtcAndNeverBeyondTheCalendar) {
    EXPECT_EQ(moment_said(Language::en, 0), "1 January 1970, 00:00");
    EXPECT_EQ(moment_said(Language::ru, 1'795'376'702), "22 ноября 2026 года, 19:45");
    EXPECT_EQ(moment_said(Language::en, std::uint64_t{1} << 62), "4611686018427387904");
}

TEST(SizesOfFiles, AreCounted) {
    EXPECT_EQ(bytes_said(Language::en, 1), "1 byte");
    EXPECT_EQ(bytes_said(Language::en, 12'345), "12,345 bytes");
    EXPECT_EQ(bytes_said(Language::ru, 12'342), "12\u00A0342 байта");
    EXPECT_EQ(file_language("ru"), "Русский");
    EXPECT_EQ(file_language("hy"), "hy");
}

TEST(CheckWords, HaveEachCodeOnceAndTheSamePlacesInBothLanguages) {
    const auto places = [](std::string_view text) {
        std::multiset<std::string> all;
        for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
            all.emplace(text.substr(at, text.find('}', at) - at));
        return all;
    };
    std::set<std::string_view> codes;
    for (const check_words::Said& said : check_words::all) {
        EXPECT_TRUE(codes.insert(said.code).second) << said.code;
        EXPECT_EQ(places(said.says(Language::en)), places(said.says(Language::ru))) << said.code;
    }
}

}  // namespace
}  // namespace words
