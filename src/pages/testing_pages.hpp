// A small organisation for tests of pages: three states with names in both languages whose alphabets
// disagree, a council whose chair rotates, a rule understood in two ways, and acts enough to fill a page.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "law/testing_world.hpp"
#include "pages/answer_parts.hpp"

namespace pages::testing_pages {

inline constexpr std::string_view book = R"(
rulebook: test
names: {en: Test Organisation, ru: Пробная организация}
abbreviation: {en: TO, ru: ПО}
languages: [en, ru]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1990-03-01, by: pact-in-force, name: {en: First text, ru: Первый текст}}]
members:
  AA: {names: {en: Aland, ru: Аландия}}
  BB: {names: {en: Beland, ru: Беландия}}
  CC: {names: {en: Celand, ru: Абелия}}
orders:
  en: [AA, BB, CC]
persons:
  ann: {names: {en: Ann Example, ru: Анна Пример}}
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
    chair: rotation
posts:
  clerk:
    names: {en: Clerk, ru: Секретарь}
    article: {en: "Pact, article 4", ru: "Пакт, статья 4"}
    says: {en: "The clerk keeps the papers.", ru: "Секретарь хранит документы."}
    body: council
disputes:
  silence:
    names: {en: "Rule 14 of the Rules", ru: "Правило 14 Правил"}
    article: {en: "Rules, rule 14", ru: "Правила, правило 14"}
    sides:
      is-not-enough:
        names: {en: "participation is needed", ru: "нужно участие"}
        says: {en: "Who takes no part has not agreed.", ru: "Кто не участвует, тот не согласился."}
      suffices:
        names: {en: "silence suffices", ru: "достаточно молчания"}
        says: {en: "Who says nothing agrees.", ru: "Кто молчит, тот согласен."}
rules:
  - membership: by-pact
    of: organisation
    parties_of: pact
    article: {en: "Pact, article 1", ru: "Пакт, статья 1"}
    says: {en: "The members are the parties.", ru: "Члены — участники Пакта."}
  - rotation: in-turn
    body: council
    order: en
    hand_over: session-day
    declared_freeze: open
    article: {en: "Pact, article 3", ru: "Пакт, статья 3"}
    says: {en: "The chair goes round by the alphabet.", ru: "Председательство идёт по алфавиту."}
  - provision: leaving
    names: {en: "Leaving the organisation", ru: "Выход из организации"}
    subject: withdrawal
    dispute: silence
    article: {en: "Pact, article 5", ru: "Пакт, статья 5"}
    says: {en: "A member leaves by notice.", ru: "Член выходит, направив уведомление."}
    read: no
topics:
  ways-out: {names: {en: "Ways out", ru: "О выходе"}, rules: [leaving]}
)";

/// AA and BB signed; AA was suspended, and its return is told for two days; BB declared its participation
/// frozen; the chair passed from AA to BB on a day told in two ways.
inline law::testing::World founded() {
    using law::testing::id;
    using law::testing::state;
    law::testing::World world(book);
    const auto signature = [](std::string_view member) {
        acts::Signed act;
        act.member = state(member);
        act.instrument = id<base::InstrumentId>("pact");
        return act;
    };
    const auto of = []<class K>(K act, std::string_view member) {
        act.member = state(member);
        return act;
    };
    acts::EnteredIntoForce in_force;
    in_force.instrument = id<base::InstrumentId>("pact");
    world.add("aa-signs", "1990-01-01", signature("AA"));
    world.add("bb-signs", "1990-01-01", signature("BB"));
    world.add("pact-in-force", "1990-03-01", in_force);
    world.add("aa-out", "1995-01-10", of(acts::MembershipSuspended{}, "AA"));
    world.add("aa-back", "1997-02-01", of(acts::MembershipRestored{}, "AA"));
    world.add("aa-back-later", "1998-02-01", of(acts::MembershipRestored{}, "AA"),
              {.event = "aa-back", .source = "s2"});
    acts::ChairmanshipPasses to_bb;
    to_bb.body = id<base::BodyId>("council");
    to_bb.member = state("BB");
    to_bb.from = state("AA");
    to_bb.hand_over = acts::HandOver::session_day;
    world.add("to-bb", "2001-05-10", to_bb, {.source = "s1"});
    to_bb.hand_over = acts::HandOver::calendar_year;
    world.add("to-bb-by-year", "2001-05-10", to_bb, {.event = "to-bb", .source = "s2"});
    auto frozen = of(acts::ParticipationDeclaredFrozen{}, "BB");
    frozen.says = base::Text({{"en", "It takes no part."}, {"ru", "Оно не участвует."}});
    world.add("bb-frozen", "2003-02-01", frozen, {.as = base::Support::reported, .source = "s1"});
    return world;
}

/// A page's surroundings in either language, over `founded` on a day.
class Shown {
public:
    explicit Shown(std::string_view on = "2004-01-01") : world_(founded()), view_(world_.view(on)) {
        const words::SourceNames sources{
            {base::SourceId::of("s1"), base::Text({{"en", "The Gazette"}, {"ru", "«Вестник»"}})}};
        for (const Language language : words::languages) {
            names_.push_back(std::make_unique<words::Names>(view_, language, sources));
            links_.push_back(std::make_unique<Links>(language, Links::Carry{}));
        }
        addresses_.emplace("s1", *Url::read("https://example.org/1"));
    }
    const record::View& view() const { return view_; }
    Setting in(Language language) const {
        const auto at = static_cast<std::size_t>(language);
        return {*names_[at], *links_[at], addresses_};
    }
    questions::Answer ask(std::string question,
                          std::map<std::string, std::string, std::less<>> parameters = {}) const {
        auto answer = questions::ask(view_, {std::move(question), std::move(parameters)});
        EXPECT_TRUE(answer.has_value()) << "the test asks what cannot be asked";
        return *answer;
    }

private:
    law::testing::World world_;
    record::View view_;
    std::vector<std::unique_ptr<words::Names>> names_;
    std::vector<std::unique_ptr<Links>> links_;
    SourceAddresses addresses_;
};

inline bool has(const Fragment& fragment, std::string_view part) {
    return fragment.text().find(part) != std::string::npos;
}

}  // namespace pages::testing_pages
