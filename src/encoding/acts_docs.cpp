#include "encoding/acts_docs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "encoding/acts.hpp"
#include "encoding/json.hpp"
#include "encoding/kind_descriptions.hpp"

namespace encoding {
namespace {

using base::operator""_day;

// -- the example -----------------------------------------------------------------------------------

// Fills every field with a likely value. The names are those of the organisation that ships with us,
// the act is made up.
struct ExampleWriter {
    void role(std::string_view name, base::MemberId& id) const {
        const bool other = name == "from" || name == "succeeds" || name == "in_place_of" ||
                           name == "of_member" || name == "by_member" || name == "with_member";
        id = base::MemberId::of(other ? "BY" : "AM");
    }
    void role(std::string_view, base::BodyId& id) const { id = base::BodyId::of("csc"); }
    void role(std::string_view, base::PostId& id) const { id = base::PostId::of("secretary-general"); }
    void role(std::string_view, base::PersonId& id) const { id = base::PersonId::of("some-person"); }
    void role(std::string_view, base::InstrumentId& id) const { id = base::InstrumentId::of("treaty-1992"); }
    void role(std::string_view, base::PaperId& id) const { id = base::PaperId::of("some-paper"); }
    void role(std::string_view, base::SessionId& id) const { id = base::SessionId::of("some-session"); }
    void role(std::string_view, base::OrganisationId& id) const { id = base::OrganisationId::of("un"); }
    void role(std::string_view, base::ConsultationId& id) const {
        id = base::ConsultationId::of("some-consultation");
    }
    void role(std::string_view, base::ActId& id) const { id = base::ActId::of("some-earlier-act"); }
    void role(std::string_view, base::EventId& id) const { id = base::EventId::of("some-earlier-act"); }
    void role(std::string_view, base::DisputeId& id) const { id = base::DisputeId::of("rule-14"); }
    void role(std::string_view, base::SideId& id) const { id = base::SideId::of("silence-suffices"); }
    void role(std::string_view name, base::RuleId& id) const {
        id = base::RuleId::of(name == "field" ? "on" : "some-topic");
    }
    void may_role(std::string_view name, auto& id) const { role(name, id); }

    void fact(std::string_view name, base::Text& text) const {
        const std::string words = name == "title" ? "A title" : "Words";
        const std::string on_russian = name == "title" ? "Название" : "Слова";
        text = base::Text({{"en", words}, {"ru", on_russian}});
    }
    void fact(std::string_view, acts::Count& count) const { count = {.number = 15}; }
    template <acts::Named E> void fact(std::string_view, E& word) const { word = E{}; }
    void may_fact(std::string_view name, base::Text& text) const { fact(name, text); }
    void may_fact(std::string_view name, std::optional<base::Date>& date) const {
        date = name == "until" ? base::Date::read("2026-12-31") : base::Date::read("2024-01-01");
    }
    template <acts::Named E> void may_fact(std::string_view, std::optional<E>& word) const { word = E{}; }
    void may_fact(std::string_view, std::vector<base::BodyId>& ids) const { ids = {base::BodyId::of("cfm")}; }
    void may_fact(std::string_view, std::vector<base::OrganisationId>& ids) const {
        ids = {base::OrganisationId::of("un")};
    }
    void may_fact(std::string_view name, std::optional<acts::Count>& count) const {
        count = acts::Count{.number = name == "done" ? 32 : 34};
    }
    void may_fact(std::string_view, std::optional<base::Ratio>& share) const {
        share = base::Ratio::read("1/10");
    }
    void may_fact(std::string_view, std::optional<base::Clock>& hour) const {
        hour = base::Clock::read("02:50+03:00");
    }
    void may_fact(std::string_view, std::optional<acts::Money>& money) const {
        money = acts::Money{.amount = 53'220'000, .currency = {'R', 'U', 'B'}};
    }
};

// -- words -----------------------------------------------------------------------------------------

std::string listed(const auto& words) {
    std::string list;
    for (const auto& word : words) list += fmt::format("{}`{}`", list.empty() ? "" : ", ", word);
    return list;
}

std::string value_of(const FieldDescription& field) {
    if (field.holds == "word") return "one of " + listed(field.words);
    if (field.holds == "field") return "a field's name";
    const bool vowel = std::string_view("aeiou").contains(field.holds.front());
    return field.several ? fmt::format("a list of {}", field.holds == "body" ? "bodies" : "names")
                         : fmt::format("{} {}", vowel ? "an" : "a", field.holds);
}

std::string table_of(const KindDescription& kind, FieldDescription::In in) {
    std::string rows;
    for (const FieldDescription& field : kind.fields) {
        if (field.in != in) continue;
        rows += fmt::format("| `{}` | {} | {} | {} |\n", field.name, value_of(field),
                            field.required ? "yes" : "no", note_on(kind.kind, field.name));
    }
    if (rows.empty()) return "None.\n";
    return "| name | value | required | |\n|---|---|---|---|\n" + rows;
}

std::vector<std::string_view> groups_in_order() {
    std::vector<std::string_view> groups;
    for (const KindDescription& kind : describe_kinds()) {
        if (std::ranges::find(groups, kind.group) == groups.end()) groups.push_back(kind.group);
    }
    return groups;
}

constexpr std::string_view made_by =
    "<!-- Made from src/acts/kinds.hpp and src/encoding/kind_descriptions.cpp: "
    "UPDATE_GOLDEN=1 encoding_test writes it anew. -->\n";

}  // namespace

acts::Act example_act(std::string_view kind) {
    acts::Content content;
    [&]<class... K>(std::type_identity<std::variant<K...>>) {
        (void)((K::kind == kind && (content = K{}, true)) || ...);
    }(std::type_identity<acts::Content>());
    std::visit([]<class K>(K& told) { K::fields(told, ExampleWriter{}); }, content);
    return {.id = base::ActId::of("some-act"),
            .on = base::Date::of("2023-11-23"_day),
            .place = {},
            .event = base::EventId::of("some-act"),
            .cites = {},
            .sources = {{base::SourceId::of("some-source"), base::Support::reported}},
            .content = std::move(content)};
}

std::string acts_page(std::string_view kind) {
    const KindDescription& description = *find_kind(kind);
    std::string page = fmt::format("{}# `{}`\n\n{}\n\nGroup: [{}](README.md#{}).\n", made_by, kind,
                                   says_of(kind), title_of_group(description.group), description.group);
    page += "\n## Roles (`about`)\n\n" + table_of(description, FieldDescription::In::about);
    page += "\n## Content\n\n" + table_of(description, FieldDescription::In::content);
    if (const auto also = also_asked_of(kind); !also.empty()) {
        page += fmt::format("\n## Also asked\n\n{}\n", also);
    }
    page +=
        "\n## Example\n\nEverything it may say, laid out for reading; a record has it on one line.\n\n```json\n";
    page += pretty_json(encode(example_act(kind), "2023-11-24"_day));
    page += "```\n";
    return page;
}

std::string acts_index() {
    std::string page(made_by);
    page += R"(# Acts

An act is what happened, as a paper or a report says it, and nothing worked out from it. These are all
the kinds there are.
)";
    for (const std::string_view group : groups_in_order()) {
        page += fmt::format("\n<a id=\"{}\"></a>\n## {}\n\n", group, title_of_group(group));
        for (const KindDescription& kind : describe_kinds()) {
            if (kind.group == group)
                page += fmt::format("- [`{0}`]({0}.md): {1}\n", kind.kind, says_of(kind.kind));
        }
    }
    page += R"(
## The envelope

Every act is one line of canonical JSON (RFC 8785: no blanks, names in order), ended by a newline.

| where | what |
|---|---|
| `body.id` | its name, unique in the record |
| `body.kind` | one of the kinds above |
| `body.on` | when it happened, as exactly as the source says and no more |
| `body.place` | where, if told: a place of the rulebook |
| `body.about` | its roles; for any kind also `event`: the act that told the same event first |
| `body.cites` | earlier acts it refers to |
| `body.sources` | what it rests on: `{"as":"official","id":"SOURCE"}`; `as` is `official`, `reported`, `inferred` or `unverified` |
| `body.content` | what it says |
| `known_on` | the day it became known; along a record it never goes down |
| `seals` | empty in a package |
| `v` | `1` |

## Names

| name of | declared by |
|---|---|
| member, body, post, person, place, instrument, organisation, dispute, side, topic | `rulebook.yaml` |
| source | `sources.yaml` |
| session | its first announcement (`announced`) or its holding (`held`) |
| paper | `drafted`, `adopted`, `not-adopted` or `memorandum-signed` |
| consultation | `consultation-requested` or `consultation-opened` |
| act | itself, earlier in the record |
| event | the act that told it first |

A name is one to 80 ASCII letters, digits and hyphens.

## Values

| value | written |
|---|---|
| date | `2023-11-23`, `2023-11`, `2023`, a quarter `2024-36` (33 to 36), one of several days `[2014-12-22,2014-12-23]`, between two days `[2026-01-01..2026-01-13]`, that day or earlier `[..2010-01-01]`, not sure `2009?`, a period `2013-09/2014-12` |
| text | by language: `{"en":"…","ru":"…"}`, in every working language |
| count | `15`, `{"about":20}`, `{"at_least":14}` or `{"more_than":20}` |
| share | `"1/10"` |
| amount | `{"amount":53220000,"currency":"RUB"}`: whole units; the number may be `{"about":..}` |
| hour | `"02:50"`, or with the zone the source names `"19:30+06:00"` |
| list | of names, never empty |

What is absent is left out: never `null`, never an empty text.

## What the form sends back

An unknown name; an id used twice; a day that had not come when the act became known; an act known before
the one above it; a body or post before the body was established; a text without one of the working
languages; an act without a source (claims about the record need none); a further account of another kind
than its event; and what a kind's page lists under "Also asked". Nothing else: what was late, irregular or
without effect did happen, is recorded, and the law concludes.
)";
    return page;
}

}  // namespace encoding
