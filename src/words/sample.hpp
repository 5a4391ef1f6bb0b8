// A small organisation for the tests of words/: three states, two bodies, one session. Not part of the
// program.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "record/view.hpp"
#include "words/names.hpp"

namespace words::sample {

inline base::Text text(base::Text::Languages languages) { return base::Text(std::move(languages)); }

inline rulebook::Rulebook rules() {
    rulebook::Rulebook book;
    book.id = "league";
    book.name = text({{"en", "Example League"}, {"ru", "Пример-лига"}, {"ru.gen", "Пример-лиги"}});
    book.languages = {"en", "ru"};
    const auto member = [&](const char* id, base::Text::Languages name, base::Text::Languages formal = {}) {
        rulebook::Member one;
        one.id = base::MemberId::of(id);
        one.name = text(std::move(name));
        one.formal = text(std::move(formal));
        book.members.push_back(std::move(one));
    };
    member(
        "AM",
        {{"en", "Armenia"},
         {"ru", "Армения"},
         {"ru.gen", "Армении"},
         {"ru.dat", "Армении"},
         {"ru.acc", "Армению"},
         {"ru.ins", "Арменией"},
         {"ru.pre", "Армении"}},
        {{"en", "the Republic of Armenia"}, {"ru", "Республика Армения"}, {"ru.gen", "Республики Армения"}});
    member("BY", {{"en", "Belarus"},
                  {"ru", "Беларусь"},
                  {"ru.gen", "Беларуси"},
                  {"ru.dat", "Беларуси"},
                  {"ru.ins", "Беларусью"},
                  {"ru.pre", "Беларуси"}});
    member("GB", {{"en", "United Kingdom"},
                  {"ru", "Великобритания"},
                  {"ru.gen", "Великобритании"},
                  {"ru.dat", "Великобритании"},
                  {"ru.ins", "Великобританией"}});
    const auto instrument = [&](const char* id, base::Text::Languages name) {
        rulebook::Instrument one;
        one.instrument = base::InstrumentId::of(id);
        one.name = text(std::move(name));
        book.instruments.push_back(std::move(one));
    };
    instrument("treaty", {{"en", "Treaty"},
                          {"ru", "Договор"},
                          {"ru.gen", "Договора"},
                          {"ru.dat", "Договору"},
                          {"ru.ins", "Договором"},
                          {"ru.pre", "Договоре"}});
    instrument("protocol", {{"en", "Protocol of extension"}, {"ru", "Протокол о продлении"}});  // no forms
    const auto body = [&](const char* id, base::Text::Languages name, base::Text::Languages abbreviation) {
        rulebook::Body one;
        one.body = base::BodyId::of(id);
        one.name = text(std::move(name));
        one.abbreviation = text(std::move(abbreviation));
        book.bodies.push_back(std::move(one));
    };
    body("council",
         {{"en", "Council"},
          {"ru", "Совет"},
          {"ru.gen", "Совета"},
          {"ru.ins", "Советом"},
          {"ru.pre", "Совете"}},
         {{"en", "C"}, {"ru", "С"}});
    body("committee",
         {{"en", "Committee"}, {"ru", "Комитет"}, {"ru.gen", "Комитета"}, {"ru.pre", "Комитете"}}, {});
    rulebook::Post post;
    post.post = base::PostId::of("secretary-general");
    post.name = text(
        {{"en", "Secretary General"}, {"ru", "Генеральный секретарь"}, {"ru.gen", "Генерального секретаря"}});
    book.posts.push_back(post);
    book.persons.push_back(
        {base::PersonId::of("anna"), text({{"en", "Anna Example"}, {"ru", "Анна Примерова"}}), {}, {}});
    book.places.push_back(
        {base::PlaceId::of("minsk"), text({{"en", "Minsk"}, {"ru", "Минск"}, {"ru.pre", "Минске"}}), {}});
    book.topics.push_back({base::RuleId::of("quorum"), text({{"en", "Quorum"}, {"ru", "Кворум"}}), {}, {}});
    rulebook::Dispute dispute;
    dispute.id = base::DisputeId::of("rule-14");
    dispute.name = text({{"en", "Rule 14"}, {"ru", "Правило 14"}});
    dispute.sides.push_back({base::SideId::of("participation"),
                             text({{"en", "Participation is needed"}, {"ru", "Нужно участие"}}),
                             text({{"en", "Who takes no part gives no consent."},
                                   {"ru", "Кто не участвует, тот не даёт согласия."}}),
                             {}});
    dispute.sides.push_back({base::SideId::of("silence"),
                             text({{"en", "Silence suffices"}, {"ru", "Достаточно молчания"}}),
                             {},
                             {}});
    book.disputes.push_back(dispute);
    rulebook::Deciding deciding;
    deciding.id = base::RuleId::of("consensus");
    deciding.article = text({{"en", "Charter, article 12"}, {"ru", "Устав, статья 12"}});
    deciding.says =
        text({{"en", "Decisions are taken by consensus."}, {"ru", "Решения принимаются консенсусом."}});
    deciding.reading.otherwise_is = base::RuleId::of("papers-of-some");
    deciding.reading.otherwise_name = text({{"en", "papers of some"}, {"ru", "документы некоторых"}});
    book.deciding.push_back(deciding);
    return book;
}

inline record::Entry entry(const char* id, const char* on, acts::Content content, const char* place = "",
                           const char* event = "") {
    const auto act = base::ActId::of(id);
    return {acts::Act{.id = act,
                      .on = *base::Date::read(on),
                      .place = *place ? base::PlaceId::of(place) : base::PlaceId(),
                      .event = *event ? base::EventId::of(event) : act.as<struct base::EventKind>(),
                      .cites = {},
                      .sources = {{base::SourceId::of("press"), base::Support::reported}},
                      .content = std::move(content)},
            *base::Day::read("2024-12-01")};
}

inline record::Record entries() {
    const auto council = base::BodyId::of("council");
    const auto minsk = base::SessionId::of("minsk-2023");
    std::vector<record::Entry> all;
    acts::Held held;
    held.session = minsk, held.body = council;
    held.title = text({{"en", "Council session in Minsk"}, {"ru", "Сессия Совета в Минске"}});
    all.push_back(entry("held-1", "2023-11-23", held, "minsk"));
    acts::Announced announced;
    announced.session = base::SessionId::of("next-2024"), announced.body = council;
    announced.when = *base::Date::read("2024-36");
    announced.title = text({{"en", "Next session"}, {"ru", "Следующая сессия"}});
    all.push_back(entry("announced-1", "2023-11-23", announced));
    acts::Adopted adopted;
    adopted.paper = base::PaperId::of("declaration"), adopted.body = council, adopted.session = minsk;
    adopted.title = text({{"en", "Declaration “On peace”"}, {"ru", "Декларация «О мире»"}});
    all.push_back(entry("adopted-1", "2023-11-23", adopted));
    acts::ChairmanshipPasses pass;
    pass.body = council, pass.from = base::MemberId::of("AM"), pass.member = base::MemberId::of("BY"),
    pass.session = minsk;
    pass.hand_over = acts::HandOver::session_day;
    all.push_back(entry("pass-1", "2022-11-23", pass));
    pass.hand_over = acts::HandOver::calendar_year;
    all.push_back(entry("pass-2", "2022-11-23", pass, "", "pass-1"));
    return record::Record::of(std::move(all));
}

/// The sample with a view of all of it.
struct Sample {
    rulebook::Rulebook book = rules();
    record::Record record = entries();
    record::View view{book, record, record.size(), *base::Day::read("2026-11-21"), {}};

    Names names(Language language) const {
        return Names(view, language,
                     {{base::SourceId::of("press"),
                       text({{"en", "Press, 24 November 2023"}, {"ru", "Пресса, 24 ноября 2023 года"}})}});
    }
};

// -- golden files ----------------------------------------------------------------------------------------

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// The golden file's text; with UPDATE_GOLDEN=1 in the environment it becomes `made` first.
inline std::string golden(const std::string& name, const std::string& made) {
    const std::string path = "tests/golden/words/" + name;
    const char* update = std::getenv("UPDATE_GOLDEN");
    if (update && std::string(update) == "1") std::ofstream(path, std::ios::binary) << made;
    return read_file(path);
}

}  // namespace words::sample
