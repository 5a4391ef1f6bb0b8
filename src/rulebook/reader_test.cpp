#include "rulebook/reader.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "rulebook/yaml.hpp"

namespace rulebook {
namespace {

// A small book without faults that uses most of the language. Each row below changes one place of it.
constexpr std::string_view good = R"(rulebook: league
names: {en: League, ru: Лига}
languages: [en, ru]
authentic: ru
compiled_on: 2020-12-31
versions:
  - {id: first, from: 2000-01-01, by: treaty-in-force, name: {en: First, ru: Первая}}
  - {id: second, from: 2010-01-01, by: protocol-in-force, name: {en: Second, ru: Вторая}}
members:
  NO: {names: {en: Norway, ru: Норвегия, ru.gen: Норвегии}, aliases: [Norge]}
  AM: {names: {en: Armenia, ru: Армения}}
  TJ: {names: {en: Tajikistan, ru: Таджикистан}}
orders:
  ru: [AM, "NO", TJ]
classes:
  coastal: [NO]
measures:
  votes: [{from: 2000-01-01, of: {NO: 3, AM: 2, TJ: 1}}]
sets: [opted_out]
facts: [violation]
subjects: [procedure]
formats: [silence]
places: {minsk: {names: {en: Minsk, ru: Минск}}}
persons: {a-b: {names: {en: A. B., ru: А. Б.}}}
topics: {quorum-talk: {names: Quorum, rules: [half]}}
instruments:
  treaty:
    names: {en: Treaty, ru: Договор}
    consent: ratification
    in_force: {number: 2, delay: P30D}
    term: P5Y
  protocol: {names: Protocol, in_force: {with: treaty}, amends: treaty, read: no}
bodies:
  council: {names: {en: Council, ru: Совет}, chair: rotation}
  bureau: {names: Bureau, chair: {state-in-chair: council}}
posts:
  secretary: {names: Secretary, body: bureau, term: P3Y}
rules:
  - membership: parties
    article: Article 1
    says: The parties are the members.
    of: treaty
    parties_of: treaty
  - rotation: turn
    body: council
    article: Article 2
    says: In alphabetical order.
    order: ru
    hand_over: session-day
    declared_freeze: open
  - quorum: half
    bodies: [council]
    article: Article 3
    says: More than half.
    opens: {share: {of: present, over: members, more_than: 1/2}}
  - deciding: plain
    bodies: [council]
    article: Article 4
    says: Two thirds of the votes.
    until: second
    adopted_if: {share: {of: for, over: voting, by: votes, at_least: 2/3}}
    effect: {binds: members}
  - deciding: plain
    bodies: [council]
    article: Article 4
    says: Consensus.
    since: second
    quorum: {use: half}
    dispute: silence-is-enough
    sides:
      enough: {adopted_if: {empty: object}, effect: {binds: members, may_join_later: absent}}
      not-enough:
        adopted_if: {all: [{empty: object}, {empty: {minus: [members, present]}}]}
        effect: {binds: members}
        otherwise: {is: partial, binds: for}
disputes:
  silence-is-enough:
    names: {en: Silence, ru: Молчание}
    article: Article 4
    about: plain
    sides:
      enough: {names: Enough, says: Silence is enough.}
      not-enough: {names: Not enough, says: All must take part.}
cases:
  - {rule: plain, side: enough, others: for, ballot: {absent: [TJ]}, expect: adopted, binds: [NO, AM, TJ]}
  - {rule: plain, on: 2005-05-05, others: for, ballot: {against: [TJ]}, expect: adopted}
  - {rule: half, ballot: {for: [AM]}, expect: no_quorum}
)";

// Marks, in the text of a row, the place where the fault must be found.
constexpr std::string_view here = "⌖";

struct Row {
    const char* what;
    std::string_view replaced;  // in the good book; must stand there exactly once
    std::string_view by;        // with the place of the fault
    FaultCode code;
    const char* fact;  // one of its facts, and its value; null: not looked at
    const char* value;
};

struct Changed {
    std::string text;
    Mark mark;
};

Changed changed(const Row& row) {
    Changed made{std::string(good), {}};
    const auto at = made.text.find(row.replaced);
    EXPECT_NE(at, std::string::npos) << row.replaced;
    EXPECT_EQ(made.text.find(row.replaced, at + 1), std::string::npos) << row.replaced << " stands twice";
    made.text.replace(at, row.replaced.size(), row.by);
    const auto place = made.text.find(here);
    EXPECT_NE(place, std::string::npos) << "the row does not say where";
    made.mark = {1, 1};
    for (std::size_t i = 0; i < place; ++i) {
        if (made.text[i] == '\n') {
            ++made.mark.line;
            made.mark.column = 1;
        } else if ((static_cast<unsigned char>(made.text[i]) & 0xC0U) != 0x80U) {
            ++made.mark.column;
        }
    }
    made.text.erase(place, here.size());
    return made;
}

std::string shown(const std::vector<Fault>& faults) {
    std::string text;
    for (const Fault& fault : faults) {
        text += std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column) + " " +
                std::string(name_of(fault.code));
        for (const auto& [name, value] : fault.facts) text += " " + name + "=" + value;
        text += "\n";
    }
    return text;
}

enum class Others { none, allowed };

/// Every row has the fault it names, at its place; and no other, unless others follow from it.
void expect_faults(std::span<const Row> rows, Others others = Others::none) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Changed book = changed(row);
        const auto result = read(book.text, "book.yaml");
        if (others == Others::none) {
            EXPECT_EQ(result.faults.size(), 1U) << shown(result.faults);
        }
        const auto fault = std::ranges::find(result.faults, row.code, &Fault::code);
        if (fault == result.faults.end()) {
            ADD_FAILURE() << "no fault " << name_of(row.code) << "\n" << shown(result.faults);
            continue;
        }
        EXPECT_TRUE(fault->mark == book.mark)
            << "expected at " << book.mark.line << ":" << book.mark.column << "\n"
            << shown(result.faults);
        EXPECT_EQ(fault->file, "book.yaml");
        if (!row.fact) continue;
        const auto fact = fault->facts.find(row.fact);
        EXPECT_EQ(fact == fault->facts.end() ? "" : fact->second, row.value) << shown(result.faults);
    }
}

TEST(Reader, ReadsAGoodBook) {
    const auto [book, faults] = read(good, "book.yaml");
    ASSERT_TRUE(faults.empty()) << shown(faults);
    EXPECT_EQ(book.id, "league");
    EXPECT_EQ(book.languages, (std::vector<std::string>{"en", "ru"}));
    EXPECT_EQ(book.authentic_language, "ru");
    EXPECT_EQ(book.compiled_on.text(), "2020-12-31");
    ASSERT_EQ(book.versions.size(), 2U);
    EXPECT_EQ(book.version_on(*base::Day::from(2009, 12, 31)), base::VersionId::of("first"));
    EXPECT_EQ(book.version_on(*base::Day::from(2010, 1, 1)), base::VersionId::of("second"));
    ASSERT_EQ(book.members.size(), 3U);
    const Member* norway = book.find(base::MemberId::of("NO"));
    ASSERT_TRUE(norway);
    EXPECT_EQ(norway->name.in("en"), "Norway");
    EXPECT_EQ(norway->name.in("ru.gen"), "Норвегии");
    EXPECT_EQ(norway->mark.line, 10);
    EXPECT_EQ(book.orders.at("ru").at(1), base::MemberId::of("NO"));
    const Instrument* treaty = book.find(base::InstrumentId::of("treaty"));
    ASSERT_TRUE(treaty);
    EXPECT_EQ(treaty->term->count, 60);
    EXPECT_EQ(treaty->in_force.parties_needed, 2);
    EXPECT_EQ(treaty->in_force.delay.count, 30);
    EXPECT_FALSE(book.find(base::InstrumentId::of("protocol"))->read);
    EXPECT_EQ(book.find(base::BodyId::of("bureau"))->chair_of, base::BodyId::of("council"));
    EXPECT_EQ(book.topic(base::RuleId::of("quorum-talk"))->name.in("ru"), "Quorum");
    EXPECT_EQ(book.topic(base::RuleId::of("quorum-talk"))->rules, std::vector{base::RuleId::of("half")});
    ASSERT_EQ(book.deciding.size(), 2U);
    EXPECT_EQ(book.deciding[1].by_side.size(), 2U);
    EXPECT_EQ(book.deciding[1].mark.line, 63);
    ASSERT_EQ(book.disputes.size(), 1U);
    EXPECT_EQ(book.disputes[0].sides[0].id, base::SideId::of("enough"));
    EXPECT_EQ(book.cases.size(), 3U);
}

TEST(Reader, ReadsWhatARuleIsCalledAndWhereItWasRead) {
    std::string text(good);
    text.replace(text.find("  - quorum: half\n"), 17,
                 "  - quorum: half\n    names: {en: Half, ru: Половина}\n    sources: [s1, s2]\n");
    const auto [book, faults] = read(text, "book.yaml");
    ASSERT_TRUE(faults.empty()) << shown(faults);
    ASSERT_EQ(book.quorum.size(), 1U);
    EXPECT_EQ(book.quorum[0].called.in("ru"), "Половина");
    EXPECT_EQ(book.quorum[0].sources, (std::vector{base::SourceId::of("s1"), base::SourceId::of("s2")}));
    std::size_t rules = 0;
    book.each_rule([&](const Rule&) { ++rules; });
    EXPECT_EQ(rules, book.membership.size() + book.arrears.size() + book.provisions.size() +
                         book.rotation.size() + book.quorum.size() + book.deciding.size() +
                         book.bodies.size() + book.posts.size() + book.procedures.size() +
                         book.instruments.size() + book.regions.size());
}

TEST(Reader, ReportsSourcesOfARuleItCannotTake) {
    const Row rows[] = {
        {"a source twice", "  - quorum: half\n", "  - quorum: half\n    sources: [s1, ⌖s1]\n",
         FaultCode::listed_twice, "found", "s1"},
        {"one source without a list", "  - quorum: half\n", "  - quorum: half\n    sources: ⌖s1\n",
         FaultCode::wrong_shape, "expected", "list"},
        {"an address for a name", "  - quorum: half\n",
         "  - quorum: half\n    sources: [⌖\"https://example.org\"]\n", FaultCode::not_a_name, "", ""},
        {"a name in one language", "  - quorum: half\n", "  - quorum: half\n    names: ⌖{en: Half}\n",
         FaultCode::missing_language, "missing", "ru"},
        {"a name of a body beside its names", "{names: Bureau,", "{names: Bureau, ⌖called: Desk,",
         FaultCode::unknown_key, "found", "called"},
    };
    expect_faults(rows);
}

TEST(Reader, ReadsRegionsProceduresArrearsAndOrganisations) {
    std::string text(good);
    text.replace(text.find("posts:\n"), 6, R"(regions:
  lake: {names: {en: Lake, ru: Озеро}, article: Article 5, says: The lake is one region.}
procedures:
  crisis:
    of: consultation
    article: Article 6
    says: Members consult.
    steps: [{step: asked, names: Asked, kinds: [consultation-requested]}]
  plans:
    of: paper
    papers: [plan, procedure]
    article: Article 7
    says: A plan is drafted and adopted.
    steps:
      - {step: drafted, names: Drafted, kinds: [drafted], body: bureau}
      - {step: adopted, names: Adopted, kinds: [adopted, not-adopted], body: council, read: no}
organisations:
  un: {names: {en: United Nations, ru: ООН}, aliases: [UN]}
posts:)");
    text.replace(text.find("disputes:\n"), 9, R"(  - arrears: owing
    after: P2Y
    decided_by: council
    share_due: {dispute: silence-is-enough, side: not-enough}
    article: Article 8
    says: The Council may take the vote away.
disputes:)");
    const auto [book, faults] = read(text, "book.yaml");
    ASSERT_TRUE(faults.empty()) << shown(faults);
    EXPECT_EQ(book.find(base::RegionId::of("lake"))->name.in("ru"), "Озеро");
    ASSERT_EQ(book.procedures.size(), 2U);
    const Procedure& crisis = book.procedures[0];
    EXPECT_EQ(crisis.of, Procedure::Of::consultation);
    EXPECT_TRUE(crisis.papers.empty());
    const Procedure& plans = book.procedures[1];
    EXPECT_EQ(plans.of, Procedure::Of::paper);
    EXPECT_EQ(plans.papers, (std::vector<std::string>{"plan", "procedure"}));
    ASSERT_EQ(plans.steps.size(), 2U);
    EXPECT_EQ(plans.steps[0].body, base::BodyId::of("bureau"));
    EXPECT_TRUE(plans.steps[0].read);
    EXPECT_EQ(plans.steps[1].kinds, (std::vector<std::string>{"adopted", "not-adopted"}));
    EXPECT_FALSE(plans.steps[1].read);
    ASSERT_EQ(book.arrears.size(), 1U);
    EXPECT_EQ(book.arrears[0].after.count, 24);
    EXPECT_EQ(book.arrears[0].decided_by, base::BodyId::of("council"));
    EXPECT_EQ(book.arrears[0].dispute, base::DisputeId::of("silence-is-enough"));
    EXPECT_EQ(book.arrears[0].due_side, base::SideId::of("not-enough"));
    EXPECT_EQ(book.find(base::OrganisationId::of("un"))->aliases, std::vector<std::string>{"UN"});
}

TEST(Reader, ReportsWhatIsNotTheYamlWeTake) {
    const Row rows[] = {
        {"a key that stands twice", "  AM: {names: {en: Armenia, ru: Армения}}",
         "  AM: {names: {en: Armenia, ru: Армения}}\n  ⌖AM: {names: {en: Armenia, ru: Армения}}",
         FaultCode::duplicate_key, "first_line", "11"},
        {"a key that stands twice in one line", "{NO: 3, AM: 2, TJ: 1}", "{NO: 3, AM: 2, TJ: 1, ⌖AM: 3}",
         FaultCode::duplicate_key, "found", "AM"},
        {"an anchor", "ru: [AM, \"NO\", TJ]", "ru: ⌖&all [AM, \"NO\", TJ]", FaultCode::anchor, "found",
         "all"},
        {"an alias", "coastal: [NO]", "coastal: ⌖*all", FaultCode::alias, "found", "all"},
        {"a tag", "coastal: [NO]", "coastal: [⌖!!str NO]", FaultCode::tag, "found", "tag:yaml.org,2002:str"},
        {"a tag of one's own", "coastal: [NO]", "coastal: ⌖!set [NO]", FaultCode::tag, "found", "!set"},
        {"a list as a key", "coastal: [NO]", "coastal: [NO]\n  ? ⌖[a, b]\n  : [AM]", FaultCode::key_not_text,
         nullptr, nullptr},
        {"a text with a comma and no quotes", "{en: Minsk, ru: Минск}", "{en: Minsk, ⌖capital, ru: Минск}",
         FaultCode::unquoted_comma, "found", "capital"},
        {"the merge of YAML 1.1", "  AM: {names: {en: Armenia, ru: Армения}}",
         "  AM: {names: {en: Armenia, ru: Армения}, ⌖<<: {formal: A}}", FaultCode::unknown_key, "found",
         "<<"},
    };
    expect_faults(rows);

    // libyaml notices at the end of the file; where the text began is among the facts.
    const auto unclosed = read("rulebook: \"league\nnames: {en: League}\n", "book.yaml");
    ASSERT_EQ(unclosed.faults.size(), 1U);
    EXPECT_EQ(unclosed.faults[0].code, FaultCode::not_yaml);
    EXPECT_EQ(unclosed.faults[0].facts.at("context_at"), "1:11");

    const auto second = read(std::string(good) + "---\nrulebook: other\n", "book.yaml");
    ASSERT_EQ(second.faults.size(), 1U);
    EXPECT_EQ(second.faults[0].code, FaultCode::several_documents);
    EXPECT_EQ(second.faults[0].mark.line, 88);
    EXPECT_EQ(second.faults[0].mark.column, 1);
}

TEST(Reader, ReportsWhatLeavesNoBook) {
    struct {
        const char* what;
        std::string text;
        FaultCode code;
        Mark mark;
    } const rows[] = {
        {"nothing", "", FaultCode::empty_file, {1, 1}},
        {"only a remark", "# nothing\n", FaultCode::empty_file, {1, 1}},
        {"a text", "rulebook", FaultCode::wrong_shape, {1, 1}},
        {"a list", "- rulebook\n- names\n", FaultCode::wrong_shape, {1, 1}},
        {"no UTF-8", "rulebook: a\nnames: \xFF\n", FaultCode::not_yaml, {2, 8}},
        {"half a letter", "rulebook: \xD0\n", FaultCode::not_yaml, {1, 12}},
        {"a control character", std::string("rulebook: a\x01"), FaultCode::not_yaml, {1, 12}},
        {"a tab for indentation", "names:\n\ten: League\n", FaultCode::not_yaml, {2, 1}},
        {"a colon within a text", "rulebook: a: b\n", FaultCode::not_yaml, {1, 12}},
        {"a bracket that is not closed", "languages: [en, ru\nauthentic: ru\n", FaultCode::not_yaml, {2, 10}},
        {"too deep",
         "rulebook: " + std::string(100, '[') + std::string(100, ']'),
         FaultCode::too_deep,
         {1, 58}},
        {"too large", std::string(yaml::largest_file + 1, ' '), FaultCode::too_large, {1, 1}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto result = read(row.text, "book.yaml");
        ASSERT_EQ(result.faults.size(), 1U) << shown(result.faults);
        EXPECT_EQ(name_of(result.faults[0].code), name_of(row.code));
        EXPECT_TRUE(result.faults[0].mark == row.mark) << shown(result.faults);
    }
}

TEST(Reader, GuessesNothingOfYaml11) {
    // In YAML 1.1 each of these would silently become a truth, a number or nothing.
    const Row rows[] = {
        {"on is no yes", "amends: treaty, read: no}", "amends: treaty, read: ⌖on}", FaultCode::not_yes_or_no,
         "found", "on"},
        {"No is not no", "amends: treaty, read: no}", "amends: treaty, read: ⌖No}", FaultCode::not_yes_or_no,
         "found", "No"},
        {"y is no yes", "amends: treaty, read: no}", "amends: treaty, read: ⌖y}", FaultCode::not_yes_or_no,
         "found", "y"},
        {"a quoted no is a text", "amends: treaty, read: no}", "amends: treaty, read: ⌖\"no\"}",
         FaultCode::not_yes_or_no, "found", "no"},
        {"sixty to the hour", "{NO: 3, AM: 2", "{NO: ⌖1:30, AM: 2", FaultCode::not_a_number, "found", "1:30"},
        {"eight to the ten", "{number: 2, delay", "{number: ⌖0o7, delay", FaultCode::not_a_number, "found",
         "0o7"},
        {"sixteen to the ten", "{NO: 3, AM: 2", "{NO: ⌖0x10, AM: 2", FaultCode::not_a_number, "found",
         "0x10"},
        {"a number with underscores", "{NO: 3, AM: 2", "{NO: ⌖1_000, AM: 2", FaultCode::not_a_number, "found",
         "1_000"},
        {"a number with a sign", "{NO: 3, AM: 2", "{NO: ⌖+3, AM: 2", FaultCode::not_a_number, "found", "+3"},
        {"no number", "{NO: 3, AM: 2", "{NO: ⌖.inf, AM: 2", FaultCode::not_a_number, "found", ".inf"},
        {"nothing by a sign", "authentic: ru", "⌖authentic: ~", FaultCode::no_value, "key", "authentic"},
        {"nothing by a word", "authentic: ru", "⌖authentic: null", FaultCode::no_value, "key", "authentic"},
        {"nothing in quotes", "aliases: [Norge]", "aliases: [⌖\" \"]", FaultCode::no_value, nullptr, nullptr},
        {"a control character by its number", "aliases: [Norge]", "aliases: [⌖\"\\x01\"]",
         FaultCode::not_yaml, "problem", "control characters are not allowed"},
        {"nothing at all", "authentic: ru", "⌖authentic:", FaultCode::no_value, "key", "authentic"},
    };
    expect_faults(rows);

    // And these are the text they look like.
    std::string text(good);
    for (const auto& [plain, other] :
         {std::pair{"Norge", "yes"}, {"A. B.,", "off,"}, {"{names: Bureau,", "{names: 0o7,"}}) {
        const auto at = text.find(plain);
        ASSERT_NE(at, std::string::npos);
        text.replace(at, std::string_view(plain).size(), other);
    }
    const auto [book, faults] = read(text, "book.yaml");
    EXPECT_TRUE(faults.empty()) << shown(faults);
    EXPECT_EQ(book.members[0].aliases, std::vector<std::string>{"yes"});
    EXPECT_EQ(book.persons[0].name.in("en"), "off");
    EXPECT_EQ(book.find(base::BodyId::of("bureau"))->name.in("en"), "0o7");
}

TEST(Reader, ReportsKeysThatDoNotBelong) {
    const Row rows[] = {
        {"a slip in a key", "compiled_on: 2020-12-31", "compiled_on: 2020-12-31\n⌖abreviation: L",
         FaultCode::unknown_key, "nearest", "abbreviation"},
        {"a key of another place", "{names: Bureau,", "{names: Bureau, ⌖term: P1Y,", FaultCode::unknown_key,
         "nearest", ""},
        {"a key of the rule on a side of it", "        otherwise: {is: partial, binds: for}",
         "        otherwise: {is: partial, binds: for}\n        ⌖bodies: [council]", FaultCode::unknown_key,
         "found", "bodies"},
        {"a side without its formula",
         "        adopted_if: {all: [{empty: object}, {empty: {minus: [members, present]}}]}\n        effect: {binds: members}\n",
         "        ⌖effect: {binds: members}\n", FaultCode::missing_one_of, "expected",
         "adopted_if, adopted_unless"},
        {"a slip in a member", "aliases: [Norge]", "⌖alias: [Norge]", FaultCode::unknown_key, "nearest",
         "aliases"},
        {"a hyphen for an underscore", "consent: ratification",
         "consent: ratification\n    ⌖without-deposit: not-bound", FaultCode::unknown_key, "nearest",
         "without_deposit"},
        {"a key missing from a version", "- {id: first, from: 2000-01-01, by: treaty-in-force, name",
         "- ⌖{id: first, from: 2000-01-01, name", FaultCode::missing_key, "key", "by"},
        {"an article missing from a rule", "- membership: parties\n    article: Article 1\n",
         "- ⌖membership: parties\n", FaultCode::missing_key, "key", "article"},
        {"a key missing from a case", "  - {rule: half, ballot: {for: [AM]}, expect: no_quorum}",
         "  - ⌖{rule: half, ballot: {for: [AM]}}", FaultCode::missing_key, "key", "expect"},
        {"a rule of no kind", "- membership: parties\n", "- ⌖member-ship: parties\n",
         FaultCode::missing_one_of, "expected",
         "membership, rotation, quorum, deciding, arrears, paper, provision"},
        {"a rule of two kinds", "- membership: parties\n    article: Article 1",
         "- membership: parties\n    ⌖rotation: parties\n    article: Article 1", FaultCode::several_of,
         "found", "membership, rotation"},
        {"a dispute and a formula beside it", "    dispute: silence-is-enough\n",
         "    adopted_if: {empty: object}\n    ⌖dispute: silence-is-enough\n", FaultCode::several_of, "found",
         "adopted_if, dispute"},
        {"a text where keys belong", "{names: Bureau, chair: {state-in-chair: council}}", "⌖Bureau",
         FaultCode::wrong_shape, "expected", "mapping"},
        {"a list where a text belongs", "says: In alphabetical order.", "says: ⌖[In alphabetical order.]",
         FaultCode::wrong_shape, "expected", "words"},
        {"a text where a list belongs", "sets: [opted_out]", "sets: ⌖opted_out", FaultCode::wrong_shape,
         "found", "text"},
    };
    expect_faults(rows);
}

TEST(Reader, ReportsWordsThatDoNotFit) {
    const Row rows[] = {
        {"a slip in a word", "consent: ratification", "consent: ⌖ratificaton", FaultCode::unknown_word,
         "nearest", "ratification"},
        {"a hand-over of no kind", "hand_over: session-day", "hand_over: ⌖session_day",
         FaultCode::unknown_word, "nearest", "session-day"},
        {"an outcome of no kind", "ballot: {for: [AM]}, expect: no_quorum",
         "ballot: {for: [AM]}, expect: ⌖no-quorum", FaultCode::unknown_word, "nearest", "no_quorum"},
        {"a stance of no kind", "ballot: {for: [AM]}, expect", "ballot: {⌖four: [AM]}, expect",
         FaultCode::unknown_key, "nearest", "for"},
        {"no such day", "compiled_on: 2020-12-31", "compiled_on: ⌖2020-02-30", FaultCode::not_a_day, "found",
         "2020-02-30"},
        {"a day as people write it", "compiled_on: 2020-12-31", "compiled_on: ⌖31.12.2020",
         FaultCode::not_a_day, "found", "31.12.2020"},
        {"a share above the whole", "at_least: 2/3", "at_least: ⌖3/2", FaultCode::not_a_ratio, "found",
         "3/2"},
        {"a decimal share", "at_least: 2/3", "at_least: ⌖0.66", FaultCode::not_a_ratio, "found", "0.66"},
        {"a share of zero parts", "at_least: 2/3", "at_least: ⌖2/0", FaultCode::not_a_ratio, "found", "2/0"},
        {"a word for whether a post chairs", "secretary: {names", "secretary: {chairs: ⌖maybe, names",
         FaultCode::not_yes_or_no, "found", "maybe"},
        {"a number for whether a body meets", "bureau: {names", "bureau: {meets: ⌖0, names",
         FaultCode::not_yes_or_no, "found", "0"},
        {"a period of days where years belong", "term: P3Y", "term: ⌖P30D", FaultCode::not_a_period,
         "allowed", "months"},
        {"a period without its P", "term: P3Y", "term: ⌖3Y", FaultCode::not_a_period, "found", "3Y"},
        {"months where days belong", "delay: P30D", "delay: ⌖P1M", FaultCode::not_a_period, "allowed",
         "days"},
        {"no party needed", "{number: 2, delay", "{number: ⌖0, delay", FaultCode::not_a_number, "smallest",
         "1"},
        {"a weight below nothing", "{NO: 3, AM: 2", "{NO: ⌖-3, AM: 2", FaultCode::not_a_number, "found",
         "-3"},
        {"a name with a space", "rulebook: league", "rulebook: ⌖the league", FaultCode::not_a_name, "found",
         "the league"},
        {"a name in Cyrillic", "secretary: {names", "⌖секретарь: {names", FaultCode::not_a_name, "found",
         "секретарь"},
        {"no code of a language", "languages: [en, ru]", "languages: [en, ru, ⌖English]",
         FaultCode::not_a_language, "found", "English"},
        {"a language that was not promised", "{en: Minsk, ru: Минск}", "{en: Minsk, ru: Минск, ⌖de: Minsk}",
         FaultCode::language_not_listed, "found", "de"},
        {"a grammatical case that is none", "ru.gen: Норвегии", "⌖ru.voc: Норвегии",
         FaultCode::language_not_listed, "found", "ru.voc"},
        {"a language that was promised", "names: {en: Council, ru: Совет}", "names: ⌖{en: Council}",
         FaultCode::missing_language, "missing", "ru"},
        {"a language twice", "languages: [en, ru]", "languages: [en, ru, ⌖en]", FaultCode::listed_twice,
         "found", "en"},
    };
    expect_faults(rows);
}

TEST(Reader, ReportsNamesThatNothingDeclares) {
    const Row rows[] = {
        {"a member in a class", "coastal: [NO]", "coastal: [⌖NR]", FaultCode::undeclared, "nearest", "NO"},
        {"a member in a table", "{NO: 3, AM: 2, TJ: 1}", "{NO: 3, AM: 2, TJ: 1, ⌖XX: 1}",
         FaultCode::undeclared, "kind", "member"},
        {"a member in a case", "ballot: {for: [AM]}, expect", "ballot: {for: [⌖ARM]}, expect",
         FaultCode::undeclared, "nearest", "AM"},
        {"a body in a rule", "  - quorum: half\n    bodies: [council]",
         "  - quorum: half\n    bodies: [⌖counsil]", FaultCode::undeclared, "nearest", "council"},
        {"a body of a post", "body: bureau", "body: ⌖secretariat", FaultCode::undeclared, "nearest", ""},
        {"a body whose chair another has", "{state-in-chair: council}", "{state-in-chair: ⌖counicl}",
         FaultCode::undeclared, "nearest", "council"},
        {"an instrument", "parties_of: treaty", "parties_of: ⌖treatise", FaultCode::undeclared, "kind",
         "instrument"},
        {"an instrument that another amends", "amends: treaty", "amends: ⌖charter", FaultCode::undeclared,
         "kind", "instrument"},
        {"a version", "until: second", "until: ⌖seconds", FaultCode::undeclared, "nearest", "second"},
        {"an order", "order: ru", "order: ⌖en", FaultCode::undeclared, "kind", "order"},
        {"a set", "{of: present, over: members,", "{of: ⌖presents, over: members,", FaultCode::undeclared,
         "nearest", "present"},
        {"a set within sets", "{minus: [members, present]}", "{minus: [members, ⌖attending]}",
         FaultCode::undeclared, "kind", "set"},
        {"a measure", "by: votes", "by: ⌖vote", FaultCode::undeclared, "nearest", "votes"},
        {"a fact", "{use: half}", "{fact: ⌖violations}", FaultCode::undeclared, "nearest", "violation"},
        {"a rule in use", "{use: half}", "{use: ⌖halb}", FaultCode::undeclared, "nearest", "half"},
        {"a rule in use that decides nothing", "{use: half}", "{use: ⌖turn}", FaultCode::undeclared, "kind",
         "decision"},
        {"a rule of a case", "{rule: half,", "{rule: ⌖quarter,", FaultCode::undeclared, "kind", "rule"},
        {"a rule of a case that decides nothing", "{rule: half,", "{rule: ⌖parties,", FaultCode::undeclared,
         "kind", "decision"},
        {"a rule a dispute is about", "about: plain", "about: ⌖plane", FaultCode::undeclared, "kind", "rule"},
        {"a side of a case", "{rule: plain, side: enough,", "{rule: plain, side: ⌖enogh,",
         FaultCode::undeclared, "nearest", "enough"},
        {"a format", "    since: second\n", "    since: second\n    format: ⌖silense\n",
         FaultCode::undeclared, "nearest", "silence"},
        {"a subject", "    since: second\n", "    since: second\n    subjects: [⌖procedures]\n",
         FaultCode::undeclared, "nearest", "procedure"},
    };
    expect_faults(rows);
}

TEST(Reader, ReportsFormulasOfNoMeaning) {
    const Row rows[] = {
        {"two operators", "{use: half}", "{use: half, ⌖empty: object}", FaultCode::several_of, "found",
         "use, empty"},
        {"no operator", "{use: half}", "⌖{}", FaultCode::missing_one_of, "expected",
         "share, number, empty, fact, all, any, not, use"},
        {"a share of nothing named", "{share: {of: present, over: members, more_than: 1/2}}",
         "{share: ⌖{of: present, more_than: 1/2}}", FaultCode::missing_key, "key", "over"},
        {"a share without its bound", "{share: {of: present, over: members, more_than: 1/2}}",
         "{share: ⌖{of: present, over: members}}", FaultCode::missing_one_of, "expected",
         "at_least, more_than, at_most, less_than"},
        {"two bounds", "over: members, more_than: 1/2}", "over: members, at_least: 1/3, ⌖more_than: 1/2}",
         FaultCode::several_of, "found", "at_least, more_than"},
        {"a number over something", "{use: half}", "{number: {of: for, ⌖over: members, at_least: 2}}",
         FaultCode::unknown_key, "found", "over"},
        {"a number that is a share", "{use: half}", "{number: {of: for, at_least: ⌖1/2}}",
         FaultCode::not_a_number, "found", "1/2"},
        {"a smallest group of no measure", "{use: half}",
         "{number: {of: for, at_least: {fewest: ⌖{over: members}}}}", FaultCode::missing_key, "key",
         "more_than"},
        {"all of nothing", "{use: half}", "{all: ⌖[]}", FaultCode::too_few, "smallest", "1"},
        {"an operator without its value", "{use: half}", "{⌖all: }", FaultCode::no_value, "key", "all"},
        {"a list of one to join", "{minus: [members, present]}", "{either: ⌖[members]}", FaultCode::too_few,
         "smallest", "2"},
        {"three sets to subtract", "{minus: [members, present]}", "{minus: ⌖[members, present, for]}",
         FaultCode::too_many, "largest", "2"},
        {"a list of members for a set", "over: voting", "over: ⌖[NO, AM]", FaultCode::wrong_shape, "expected",
         "set"},
        {"sets joined by no word", "{minus: [members, present]}", "⌖{}", FaultCode::missing_one_of,
         "expected", "both, either, minus"},
        {"a rule that uses itself", "{use: half}", "{use: ⌖plain}", FaultCode::use_of_disputed, "rule",
         "plain"},
        {"rules in a circle", "opens: {share: {of: present, over: members, more_than: 1/2}}",
         "opens: {use: ⌖half}", FaultCode::use_cycle, "path", "half → half"},
    };
    expect_faults(rows, Others::allowed);
}

TEST(Reader, ReportsWhatOnlyTheWholeBookShows) {
    const Row rows[] = {
        {"an order that lacks a member", "  ru: [AM, \"NO\", TJ]", "  ⌖ru: [AM, TJ]",
         FaultCode::order_incomplete, "missing", "NO"},
        {"an order with a member twice", "ru: [AM, \"NO\", TJ]", "ru: [AM, NO, TJ, ⌖AM]",
         FaultCode::listed_twice, "found", "AM"},
        {"versions not in order", "from: 2010-01-01", "from: ⌖1999-01-01", FaultCode::versions_out_of_order,
         "previous", "first"},
        {"versions of one day", "from: 2010-01-01", "from: ⌖2000-01-01", FaultCode::versions_out_of_order,
         "version", "second"},
        {"a rule that ends before it begins", "  - membership: parties\n",
         "  - ⌖membership: parties\n    since: second\n    until: first\n", FaultCode::until_before_since,
         "until", "first"},
        {"a rule replaced by one that overlaps it",
         "  - deciding: plain\n    bodies: [council]\n    article: Article 4\n    says: Consensus.\n    since: second\n",
         "  - ⌖deciding: plain\n    bodies: [council]\n    article: Article 4\n    says: Consensus.\n",
         FaultCode::rules_overlap, "first_line", "56"},
        {"two ways of deciding for the same papers", "disputes:\n",
         "  - ⌖deciding: other\n    bodies: [council]\n    article: A\n    says: B\n    since: second\n"
         "    adopted_if: {empty: object}\ndisputes:\n",
         FaultCode::rules_compete, "other", "plain"},
        {"a dispute of one side",
         "    sides:\n      enough: {names: Enough, says: Silence is enough.}\n      not-enough: {names: Not enough, says: All must take part.}",
         "    ⌖sides:\n      enough: {names: Enough, says: Silence is enough.}", FaultCode::too_few,
         "smallest", "2"},
        {"a side the rule is silent on",
         "    sides:\n      enough: {adopted_if: {empty: object}, effect: {binds: members, may_join_later: absent}}\n",
         "    ⌖sides:\n", FaultCode::missing_side, "side", "enough"},
        {"a name of two members", "aliases: [Norge]}\n  AM:", "aliases: [Norge, Armenia]}\n  ⌖AM:",
         FaultCode::alias_taken, "found", "Armenia"},
        {"a chair that rotates by no rule", "bureau: {names: Bureau, chair: {state-in-chair: council}}",
         "⌖bureau: {names: Bureau, chair: rotation}", FaultCode::rotation_missing, "body", "bureau"},
        {"instruments in a circle",
         "treaty:\n    names: {en: Treaty, ru: Договор}\n    consent: ratification\n    in_force: {number: 2, delay: P30D}",
         "⌖treaty:\n    names: {en: Treaty, ru: Договор}\n    in_force: {with: protocol}",
         FaultCode::instrument_cycle, "path", "treaty → protocol → treaty"},
        {"tables not in order", "[{from: 2000-01-01, of: {NO: 3, AM: 2, TJ: 1}}]",
         "[{from: 2000-01-01, of: {NO: 3}}, ⌖{from: 1999-01-01, of: {NO: 1}}]", FaultCode::table_out_of_order,
         "found", "1999-01-01"},
        {"a case of a disputed rule without a side", "  - {rule: plain, side: enough,", "  - ⌖{rule: plain,",
         FaultCode::case_needs_side, "dispute", "silence-is-enough"},
        {"a member that votes twice", "ballot: {for: [AM]}, expect",
         "ballot: ⌖{for: [AM], against: [AM]}, expect", FaultCode::case_placed_twice, "member", "AM"},
        {"a vote of no member of the case", "{rule: half, ballot: {for: [AM]}",
         "{rule: half, members: [NO, TJ], ballot: ⌖{for: [AM]}", FaultCode::case_not_member, "member", "AM"},
        {"a quorum that is adopted", "ballot: {for: [AM]}, expect: no_quorum",
         "ballot: {for: [AM]}, expect: ⌖adopted", FaultCode::case_expects_other, "expected", "quorum"},
    };
    expect_faults(rows, Others::allowed);
}

TEST(Reader, ReportsRegionsItCannotTake) {
    const Row rows[] = {
        {"no name", "posts:\n", "regions:\n  lake: ⌖{article: A, says: B}\nposts:\n", FaultCode::missing_key,
         "key", "names"},
        {"no article", "posts:\n", "regions:\n  lake: ⌖{names: Lake, says: B}\nposts:\n",
         FaultCode::missing_key, "key", "article"},
        {"nothing said of it", "posts:\n", "regions:\n  lake: ⌖{names: Lake, article: A}\nposts:\n",
         FaultCode::missing_key, "key", "says"},
        {"a name in Cyrillic", "posts:\n", "regions:\n  ⌖озеро: {names: Lake, article: A, says: B}\nposts:\n",
         FaultCode::not_a_name, "found", "озеро"},
        {"a language that was promised", "posts:\n",
         "regions:\n  lake: {names: ⌖{en: Lake}, article: A, says: B}\nposts:\n", FaultCode::missing_language,
         "missing", "ru"},
        {"a key of a body", "posts:\n",
         "regions:\n  lake: {names: Lake, article: A, says: B, ⌖chair: none}\nposts:\n",
         FaultCode::unknown_key, "found", "chair"},
        {"a version that nothing declares", "posts:\n",
         "regions:\n  lake: {names: Lake, article: A, says: B, since: ⌖secnd}\nposts:\n",
         FaultCode::undeclared, "nearest", "second"},
    };
    expect_faults(rows);
}

TEST(Reader, ReportsProceduresItCannotTake) {
    const Row rows[] = {
        {"a kind of act that is none", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [{step: draft, names: Draft, kinds: [⌖draftd]}]}\nposts:\n",
         FaultCode::undeclared, "nearest", "drafted"},
        {"a body that nothing declares", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [{step: draft, names: Draft, kinds: [drafted], body: ⌖buro}]}\nposts:\n",
         FaultCode::undeclared, "kind", "body"},
        {"an empty list of steps", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: ⌖[]}\nposts:\n", FaultCode::too_few,
         "smallest", "1"},
        {"no steps", "posts:\n", "procedures:\n  way: ⌖{of: paper, article: A, says: B}\nposts:\n",
         FaultCode::missing_key, "key", "steps"},
        {"a text for the steps", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: ⌖draft}\nposts:\n",
         FaultCode::wrong_shape, "found", "text"},
        {"a step twice", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [{step: draft, names: Draft, kinds: [drafted]}, ⌖{step: draft, names: Again, kinds: [adopted]}]}\nposts:\n",
         FaultCode::listed_twice, "found", "draft"},
        {"a step without kinds of act", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [⌖{step: draft, names: Draft}]}\nposts:\n",
         FaultCode::missing_key, "key", "kinds"},
        {"a step without a name", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [⌖{step: draft, kinds: [drafted]}]}\nposts:\n",
         FaultCode::missing_key, "key", "names"},
        {"a step of no certain reading", "posts:\n",
         "procedures:\n  way: {of: paper, article: A, says: B, steps: [{step: draft, names: Draft, kinds: [drafted], read: ⌖partly}]}\nposts:\n",
         FaultCode::not_yes_or_no, "found", "partly"},
        {"a way of nothing known", "posts:\n",
         "procedures:\n  way: {of: ⌖papers, article: A, says: B, steps: [{step: draft, names: Draft, kinds: [drafted]}]}\nposts:\n",
         FaultCode::unknown_word, "nearest", "paper"},
        {"a kind of paper that is none", "posts:\n",
         "procedures:\n  way: {of: paper, papers: [⌖plans], article: A, says: B, steps: [{step: draft, names: Draft, kinds: [drafted]}]}\nposts:\n",
         FaultCode::undeclared, "nearest", "plan"},
    };
    expect_faults(rows);
}

TEST(Reader, ReadsProvisionsWithWhatTheyAreOn) {
    std::string text(good);
    text.replace(text.find("disputes:\n"), 9, R"(  - provision: leaving
    subject: withdrawal
    dispute: silence-is-enough
    article: Article 9
    says: A member leaves six months after its notice.
    read: no
    since: second
  - provision: own-case
    subject: [voting, expulsion]
    article: Article 10
    says: Its own vote does not count.
disputes:)");
    text.replace(text.find("rules: [half]"), 13, "rules: [half, leaving]");
    const auto [book, faults] = read(text, "book.yaml");
    ASSERT_TRUE(faults.empty()) << shown(faults);
    ASSERT_EQ(book.provisions.size(), 2U);
    const Provision& leaving = book.provisions[0];
    EXPECT_EQ(leaving.id, base::RuleId::of("leaving"));
    EXPECT_EQ(leaving.subjects, std::vector{Subject::withdrawal});
    EXPECT_EQ(leaving.dispute, base::DisputeId::of("silence-is-enough"));
    EXPECT_FALSE(leaving.read);
    EXPECT_FALSE(book.applies(leaving, *base::Day::from(2009, 12, 31)));
    EXPECT_EQ(book.provisions[1].subjects, (std::vector{Subject::voting, Subject::expulsion}));
    EXPECT_TRUE(book.provisions[1].dispute.empty());
    EXPECT_EQ(book.topic(base::RuleId::of("quorum-talk"))->rules.back(), leaving.id);
}

TEST(Reader, NamesEverySubjectOfAProvision) {
    for (const std::string_view word : subject_names) {
        SCOPED_TRACE(word);
        std::string text(good);
        text.replace(
            text.find("disputes:\n"), 9,
            "  - {provision: it, article: A, says: B, subject: " + std::string(word) + "}\ndisputes:");
        const auto [book, faults] = read(text, "book.yaml");
        ASSERT_TRUE(faults.empty()) << shown(faults);
        ASSERT_EQ(book.provisions.size(), 1U);
        EXPECT_EQ(name_of(book.provisions[0].subjects.at(0)), word);
    }
}

TEST(Reader, ReportsProvisionsItCannotTake) {
    const Row rows[] = {
        {"no subject", "disputes:\n", "  - ⌖{provision: leaving, article: A, says: B}\ndisputes:\n",
         FaultCode::missing_key, "key", "subject"},
        {"a subject that is no word of the field", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: ⌖withdrawl}\ndisputes:\n",
         FaultCode::unknown_word, "nearest", "withdrawal"},
        {"a subject twice", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: [voting, ⌖voting]}\ndisputes:\n",
         FaultCode::listed_twice, "found", "voting"},
        {"an empty list of subjects", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: ⌖[]}\ndisputes:\n", FaultCode::too_few,
         "smallest", "1"},
        {"a mapping for the subject", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: ⌖{on: voting}}\ndisputes:\n",
         FaultCode::wrong_shape, "found", "mapping"},
        {"a subject of papers", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: ⌖procedure}\ndisputes:\n",
         FaultCode::unknown_word, "found", "procedure"},
        {"nothing said", "disputes:\n",
         "  - ⌖{provision: leaving, article: A, subject: withdrawal}\ndisputes:\n", FaultCode::missing_key,
         "key", "says"},
        {"no article", "disputes:\n", "  - ⌖{provision: leaving, says: B, subject: withdrawal}\ndisputes:\n",
         FaultCode::missing_key, "key", "article"},
        {"said in one language", "disputes:\n",
         "  - {provision: leaving, article: A, says: ⌖{en: B}, subject: withdrawal}\ndisputes:\n",
         FaultCode::missing_language, "missing", "ru"},
        {"a dispute that nothing declares", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: withdrawal, dispute: ⌖silence}\ndisputes:\n",
         FaultCode::undeclared, "kind", "dispute"},
        {"a formula", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: withdrawal, ⌖adopted_if: {empty: object}}\n"
         "disputes:\n",
         FaultCode::unknown_key, "found", "adopted_if"},
        {"sides of its own", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: withdrawal, dispute: silence-is-enough, "
         "⌖sides: {enough: {}, not-enough: {}}}\ndisputes:\n",
         FaultCode::unknown_key, "found", "sides"},
        {"over before it begins", "disputes:\n",
         "  - ⌖{provision: leaving, article: A, says: B, subject: withdrawal, since: second, until: "
         "first}\ndisputes:\n",
         FaultCode::until_before_since, "since", "second"},
        {"in force twice", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: withdrawal}\n"
         "  - ⌖{provision: leaving, article: A, says: C, subject: withdrawal, since: second}\ndisputes:\n",
         FaultCode::rules_overlap, "rule", "leaving"},
        {"two kinds at once", "disputes:\n",
         "  - {provision: leaving, ⌖arrears: owing, article: A, says: B, subject: withdrawal}\ndisputes:\n",
         FaultCode::several_of, "found", "provision, arrears"},
    };
    expect_faults(rows, Others::allowed);
}

TEST(Reader, ConcludesNothingFromAProvision) {
    const Row rows[] = {
        {"a formula that uses it", "disputes:\n",
         "  - {provision: leaving, article: A, says: B, subject: withdrawal}\n"
         "  - {quorum: other, bodies: [bureau], article: A, says: B, opens: {use: ⌖leaving}}\ndisputes:\n",
         FaultCode::undeclared, "kind", "decision"},
    };
    expect_faults(rows, Others::allowed);
}

TEST(Reader, ReportsArrearsItCannotTake) {
    const Row rows[] = {
        {"a period of days", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: ⌖P30D}\ndisputes:\n", FaultCode::not_a_period,
         "allowed", "months"},
        {"a period without its P", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: ⌖2Y}\ndisputes:\n", FaultCode::not_a_period,
         "found", "2Y"},
        {"no period", "disputes:\n", "  - ⌖{arrears: owing, article: A, says: B}\ndisputes:\n",
         FaultCode::missing_key, "key", "after"},
        {"a body that nothing declares", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, decided_by: ⌖counsil}\ndisputes:\n",
         FaultCode::undeclared, "nearest", "council"},
        {"a dispute that nothing declares", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, share_due: {dispute: ⌖silence, side: enough}}\ndisputes:\n",
         FaultCode::undeclared, "kind", "dispute"},
        {"no side", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, share_due: ⌖{dispute: silence-is-enough}}\ndisputes:\n",
         FaultCode::missing_key, "key", "side"},
        {"a slip in a side", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, share_due: {dispute: silence-is-enough, side: ⌖enogh}}\ndisputes:\n",
         FaultCode::undeclared, "nearest", "enough"},
        {"a side of another dispute", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, share_due: {dispute: silence-is-enough, side: ⌖due}}\n"
         "disputes:\n  outside: {names: Outside, article: A, sides: {due: {names: Due, says: D}, not-due: {names: Not due, says: N}}}\n",
         FaultCode::undeclared, "kind", "side"},
        {"a formula of a way of deciding", "disputes:\n",
         "  - {arrears: owing, article: A, says: B, after: P2Y, ⌖adopted_if: {empty: object}}\ndisputes:\n",
         FaultCode::unknown_key, "found", "adopted_if"},
    };
    expect_faults(rows);
}

TEST(Reader, ReportsOrganisationsItCannotTake) {
    const Row rows[] = {
        {"an alias twice", "posts:\n",
         "organisations:\n  un: {names: United Nations, aliases: [World]}\n  ⌖other: {names: Other, aliases: [World]}\nposts:\n",
         FaultCode::alias_taken, "owner", "un"},
        {"an alias that is the name of another", "posts:\n",
         "organisations:\n  un: {names: United Nations}\n  ⌖other: {names: Other, aliases: [United Nations]}\nposts:\n",
         FaultCode::alias_taken, "found", "United Nations"},
        {"no name", "posts:\n", "organisations:\n  un: ⌖{aliases: [UNO]}\nposts:\n", FaultCode::missing_key,
         "key", "names"},
        {"a key that is none", "posts:\n",
         "organisations:\n  un: {names: United Nations, ⌖alias: [UNO]}\nposts:\n", FaultCode::unknown_key,
         "nearest", "aliases"},
    };
    expect_faults(rows);
}

std::string with(std::string_view replaced, std::string_view by) {
    std::string text(good);
    return text.replace(text.find(replaced), replaced.size(), by);
}

TEST(Reader, ReportsACaseOnADayWithoutItsRule) {
    const auto result = read(with("    until: second\n", "    until: first\n"), "book.yaml");
    ASSERT_EQ(result.faults.size(), 1U) << shown(result.faults);
    EXPECT_EQ(result.faults[0].code, FaultCode::case_out_of_force);
    EXPECT_EQ(result.faults[0].facts.at("day"), "2005-05-05");
}

TEST(Reader, FindsAllFaultsInOneReadingAndKeepsTheRest) {
    std::string text =
        with("  AM: {names: {en: Armenia, ru: Армения}}", "  AM: {nams: {en: Armenia, ru: Армения}}");
    text.replace(text.find("term: P3Y"), 9, "term: P3X");
    text.replace(text.find("at_least: 2/3"), 13, "at_least: 4/3");
    const auto [book, faults] = read(text, "book.yaml");
    std::vector<std::string_view> codes;
    for (const Fault& fault : faults) codes.push_back(name_of(fault.code));
    EXPECT_EQ(codes,
              (std::vector<std::string_view>{"missing_key", "unknown_key", "not_a_period", "not_a_ratio"}))
        << shown(faults);
    EXPECT_EQ(book.members.size(), 2U);
    EXPECT_EQ(book.posts.size(), 0U);
    EXPECT_EQ(book.deciding.size(), 1U);
    EXPECT_EQ(book.bodies.size(), 2U);
}

TEST(Reader, TakesAViewOfNothing) {
    const auto result = read(std::string_view(), "book.yaml");
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].code, FaultCode::empty_file);
}

TEST(Reader, SaysOnceThatThereAreNoLanguages) {
    const auto result = read(with("languages: [en, ru]\nauthentic: ru\n", ""), "book.yaml");
    ASSERT_EQ(result.faults.size(), 1U) << shown(result.faults);
    EXPECT_EQ(result.faults[0].code, FaultCode::missing_key);
}

TEST(Reader, TakesATextOverSeveralLines) {
    const auto [book, faults] =
        read(with("    says: Consensus.\n", "    says: >-\n      Nobody\n      objects.\n"), "book.yaml");
    EXPECT_TRUE(faults.empty()) << shown(faults);
    EXPECT_EQ(book.deciding[1].says.in("en"), "Nobody objects.");
    const auto folded =
        read(with("    says: Consensus.\n", "    says: |\n      Nobody\n      objects.\n"), "book.yaml");
    EXPECT_EQ(folded.book.deciding[1].says.in("en"), "Nobody\nobjects.");
}

TEST(Reader, StopsListingFaultsOfAFileThatIsNoRulebook) {
    std::string text = "rulebook: x\n";
    for (int i = 0; i < 2000; ++i) text += "key" + std::to_string(i) + ": 1\n";
    const auto result = read(text, "book.yaml");
    EXPECT_EQ(result.faults.size(), Faults::most + 1);
}

TEST(Reader, DoesNotLearnNamesFromUsesOfThem) {
    // Names that nothing declares must not grow the pool of names.
    (void)read(with("coastal: [NO]", "coastal: [never-declared-anywhere]"), "book.yaml");
    EXPECT_FALSE(base::MemberId::known("never-declared-anywhere").has_value());
}

TEST(Reader, BearsLongChainsOfRules) {
    // Each rule uses the next, twice: neither the stack nor the clock may run away.
    std::string text(good.substr(0, good.find("cases:")));
    std::string rules;
    for (int i = 0; i < 1500; ++i) {
        rules += "  - {quorum: q" + std::to_string(i) +
                 ", bodies: [council], article: A, says: B, opens: {all: [{use: q" + std::to_string(i + 1) +
                 "}, {use: q" + std::to_string(i + 1) + "}]}}\n";
    }
    rules += "  - {quorum: q1500, bodies: [council], article: A, says: B, opens: {empty: absent}}\n";
    text.replace(text.find("disputes:"), 0, rules);
    const auto result = read(text, "book.yaml");
    ASSERT_FALSE(result.faults.empty());
    for (const Fault& fault : result.faults) {
        EXPECT_TRUE(fault.code == FaultCode::formula_too_large || fault.code == FaultCode::too_many_faults);
    }
}

}  // namespace
}  // namespace rulebook
