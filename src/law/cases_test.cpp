#include "law/cases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "rulebook/reader.hpp"

namespace law {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string shown(const std::vector<CaseFailure>& failures) {
    std::string text;
    for (const CaseFailure& failure : failures) {
        text += std::to_string(failure.mark.line) + ": " + std::string(failure.rule.text()) + " " +
                failure.what + ": expected " + failure.expected + ", got " + failure.got + "\n";
    }
    return text;
}

std::vector<std::filesystem::path> rulebooks() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator("tests/rulebooks")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

// The language is nobody's own: what the United Nations, the European Union, NATO, the OSCE, a fund
// with weighted votes and a fisheries commission lay down is said in it, and comes out right.
TEST(Cases, OfOtherOrganisationsHold) {
    const auto files = rulebooks();
    ASSERT_GE(files.size(), 7U) << "tests run at the root of the source tree";
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        const auto [book, faults] = rulebook::read(bytes_of(file), file.string());
        EXPECT_TRUE(faults.empty()) << faults.front().mark.line << ": " << name_of(faults.front().code);
        EXPECT_FALSE(book.cases.empty());
        const auto failures = run_cases(book);
        EXPECT_TRUE(failures.empty()) << shown(failures);
    }
}

// A case that cannot fail shows nothing: every case must notice when it expects another outcome.
TEST(Cases, NoticeEveryOtherOutcome) {
    for (const auto& file : rulebooks()) {
        SCOPED_TRACE(file);
        auto book = rulebook::read(bytes_of(file), file.string()).book;
        for (rulebook::Case& each : book.cases) each.expect += "-not";
        EXPECT_EQ(run_cases(book).size(), book.cases.size());
    }
}

/// How many of all yes-or-no ballots adopt by the rule of that name.
int winning(const rulebook::Rulebook& book, const char* name) {
    const auto rule = std::ranges::find_if(book.deciding, [&](const rulebook::Deciding& each) {
        return each.id == base::RuleId::of(name) && book.applies(each, book.compiled_on);
    });
    Ballot ballot{.on = book.compiled_on, .sets = {}, .facts = {}};
    Members& members = ballot.sets[rulebook::SetId::of("members")];
    for (const rulebook::Member& member : book.members) members.insert(member.id);
    int adopted = 0;
    for (unsigned ballots = 0; ballots < 1U << book.members.size(); ++ballots) {
        Members& in_favour = ballot.sets[rulebook::SetId::of("for")] = {};
        Members& against = ballot.sets[rulebook::SetId::of("against")] = {};
        for (std::size_t i = 0; i < book.members.size(); ++i) {
            ((ballots >> i) & 1U ? in_favour : against).insert(book.members[i].id);
        }
        adopted += evaluate(book, *rule->reading.adopted_if, ballot).holds;
    }
    return adopted;
}

// Known numbers: the five permanent members with four or more of the ten others are 848 coalitions;
// the fisheries commission's thirteen were counted by hand and by another program.
TEST(Cases, AgreeWithTheNumberOfWinningCoalitions) {
    const auto council = rulebook::read(bytes_of("tests/rulebooks/un-security-council.yaml"), "").book;
    EXPECT_EQ(winning(council, "substantive"), 848);
    const auto fisheries =
        rulebook::read(bytes_of("tests/rulebooks/example-fisheries-commission.yaml"), "").book;
    EXPECT_EQ(winning(fisheries, "quota"), 13);
}

constexpr std::string_view head = R"(rulebook: pair
names: Pair
languages: [en]
compiled_on: 2020-01-01
versions: [{id: one, from: 2000-01-01, by: made, name: One}]
members: {A: {names: Alpha}, B: {names: Bravo}}
bodies: {council: {names: Council}}
rules:
  - deciding: consensus
    bodies: [council]
    article: Article 1
    says: Nobody objects.
    adopted_if: {empty: object}
    effect: {binds: present, may_join_later: absent}
    otherwise: {is: sent-back, binds: nobody}
cases:
)";

std::vector<CaseFailure> failures_of(const char* made) {
    const auto [book, faults] = rulebook::read(std::string(head) + "  - " + made + "\n", "pair.yaml");
    EXPECT_TRUE(faults.empty()) << name_of(faults.front().code) << " " << faults.front().mark.line;
    return run_cases(book);
}

TEST(Cases, SayWhatCameOutDifferently) {
    struct {
        const char* what;
        const char* made;
        const char* differs;
        const char* expected;
        const char* got;
    } const rows[] = {
        {"the outcome", "{rule: consensus, others: for, ballot: {object: [A]}, expect: adopted}", "outcome",
         "adopted", "not_adopted"},
        {"who is bound",
         "{rule: consensus, others: for, ballot: {absent: [B]}, expect: adopted, binds: [A, B]}", "binds",
         "A, B", "A"},
        {"who may join",
         "{rule: consensus, others: for, ballot: {absent: [B]}, expect: adopted, may_join: []}", "may_join",
         "", "B"},
        {"what such a paper is",
         "{rule: consensus, others: for, ballot: {object: [A]}, expect: not_adopted, is: rejected}", "is",
         "rejected", "sent-back"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto failures = failures_of(row.made);
        ASSERT_EQ(failures.size(), 1U) << shown(failures);
        EXPECT_EQ(failures[0].what, row.differs);
        EXPECT_EQ(failures[0].expected, row.expected);
        EXPECT_EQ(failures[0].got, row.got);
        EXPECT_EQ(failures[0].mark.line, 17);
        EXPECT_EQ(failures[0].mark.column, 5);
        EXPECT_FALSE(failures[0].tallies.empty());
    }
    EXPECT_TRUE(
        failures_of("{rule: consensus, others: for, ballot: {absent: [B]}, expect: adopted, binds: [A], "
                    "may_join: [B]}")
            .empty());
    EXPECT_TRUE(
        failures_of("{rule: consensus, ballot: {object: [A]}, expect: not_adopted, is: sent-back, binds: []}")
            .empty());
}

}  // namespace
}  // namespace law
