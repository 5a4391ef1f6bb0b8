// A small organisation for tests of papers that go out: its names want escaping, its sessions are held, told
// in part, announced and given up.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "law/testing_world.hpp"
#include "office/letterhead.hpp"
#include "questions/question.hpp"

namespace office::testing {

inline constexpr std::string_view book = R"(
rulebook: test
names: {en: "Test & Sons <Organisation>", ru: Пробная организация}
abbreviation: {en: TO, ru: ПО}
languages: [en, ru]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1990-03-01, by: pact-in-force, name: {en: First text, ru: Первый текст}}]
members:
  AA: {names: {en: Aland, ru: Аландия}}
  BB: {names: {en: Beland, ru: Беландия}}
persons:
  ann: {names: {en: Ann Example, ru: Анна Пример}}
places:
  port: {names: {en: "Port; of, Call", ru: Порт}}
instruments:
  pact:
    names: {en: the Pact, ru: Пакт}
    article: {en: "Pact, article 1", ru: "Пакт, статья 1"}
    says: {en: "Signing binds.", ru: "Подпись обязывает."}
    consent: signature
    without_deposit: not-bound
    in_force: announced
bodies:
  council:
    names: {en: Council, ru: Совет}
    article: {en: "Pact, article 2", ru: "Пакт, статья 2"}
    says: {en: "The council meets.", ru: "Совет заседает."}
    chair: none
  committee:
    names: {en: Committee, ru: Комитет}
    article: {en: "Pact, article 3", ru: "Пакт, статья 3"}
    says: {en: "The committee meets.", ru: "Комитет заседает."}
    chair: none
posts:
  clerk:
    names: {en: Clerk, ru: Секретарь}
    article: {en: "Pact, article 4", ru: "Пакт, статья 4"}
    says: {en: "The clerk keeps the papers.", ru: "Секретарь хранит документы."}
    body: council
rules:
  - membership: by-pact
    of: organisation
    parties_of: pact
    article: {en: "Pact, article 1", ru: "Пакт, статья 1"}
    says: {en: "The members are the parties.", ru: "Члены — участники Пакта."}
)";

inline base::Text both(const char* english, const char* russian) {
    return base::Text({{"en", english}, {"ru", russian}});
}

inline acts::Held held(std::string_view session, std::string_view body, base::Text title) {
    acts::Held act;
    act.session = base::SessionId::of(session);
    act.body = base::BodyId::of(body);
    act.title = std::move(title);
    return act;
}
inline acts::Announced announced(std::string_view session, std::string_view when, base::Text title) {
    acts::Announced act;
    if (!session.empty()) act.session = base::SessionId::of(session);
    act.body = base::BodyId::of("council");
    act.title = std::move(title);
    act.when = base::Date::read(when);
    return act;
}

inline law::testing::World founded() {
    law::testing::World world(book);
    for (const char* state : {"AA", "BB"}) {
        acts::Signed act;
        act.member = base::MemberId::of(state);
        act.instrument = base::InstrumentId::of("pact");
        world.add(state == std::string_view("AA") ? "aa-signs" : "bb-signs", "1990-01-01", act);
    }
    acts::EnteredIntoForce in_force;
    in_force.instrument = base::InstrumentId::of("pact");
    world.add("pact-in-force", "1990-03-01", in_force);
    world.add("port-held", "1991-05-02",
              held("port-1991", "council", both("Session in Port, 2 May 1991", "Сессия в Порту")));
    acts::Present present;
    present.session = base::SessionId::of("port-1991");
    present.member = base::MemberId::of("AA");
    world.add("port-present-aa", "1991-05-02", present);
    world.add("spring-held", "[1992-04-30,1992-05-01]",
              held("spring-1992", "committee", both("Spring meeting", "Весеннее заседание")));
    world.add("autumn-told", "1993-01-01",
              announced("autumn-1993", "1993-36", both("Autumn session", "Осенняя сессия")));
    world.add("given-up-told", "1993-01-02",
              announced("", "1993-07", both("Summer session", "Летняя сессия")));
    acts::CameAbout not_held;
    not_held.announcement = base::ActId::of("given-up-told");
    not_held.outcome = acts::Outcome::not_held;
    world.add("given-up", "1993-08-01", not_held);
    acts::Attested attested;
    attested.post = base::PostId::of("clerk");
    attested.person = base::PersonId::of("ann");
    world.add("ann-attested", "1993-02-01", attested, {.source = "gazette", .known_on = "1993-09-09"});
    return world;
}

/// The organisation on a day, and a letterhead over it in either language.
class Desk {
public:
    explicit Desk(words::Language language = words::Language::en, std::string_view on = "1994-01-01")
        : world_(founded()), view_(world_.view(on)) {
        sources_.push_back({.id = base::SourceId::of("gazette"),
                            .name = both("The Gazette, \"1\" <& more>", "«Вестник»"),
                            .published = {},
                            .url = "https://example.org/?a=1&b=2",
                            .report = {}});
        names_ = std::make_unique<words::Names>(view_, language, words::names_of(sources_));
    }
    Letterhead head() const {
        return {.names = *names_, .sources = sources_, .page = [](std::string_view id) {
                    return "https://example.org/en/" + std::string(id);
                }};
    }
    const record::View& view() const { return view_; }
    const words::Names& names() const { return *names_; }
    questions::Answer ask(std::string question,
                          std::map<std::string, std::string, std::less<>> parameters = {}) const {
        auto answer = questions::ask(view_, {std::move(question), std::move(parameters)});
        EXPECT_TRUE(answer.has_value()) << "the test asks what cannot be asked";
        return *answer;
    }

private:
    law::testing::World world_;
    record::View view_;
    std::vector<rulebook::Source> sources_;
    std::unique_ptr<words::Names> names_;
};

inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}
inline std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

}  // namespace office::testing
