#include "words/reasons.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "law/deciding.hpp"
#include "words/phrasing.hpp"
#include "words/sample.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

// -- the codes of the source tree ------------------------------------------------------------------------

bool is_code(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

// The string literals in one argument of a call: `text` begins after its opening bracket.
std::set<std::string> literals_of_argument(std::string_view text, int wanted) {
    std::set<std::string> found;
    int depth = 0;
    int argument = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const auto end = text.find('"', i + 1);
            if (end == std::string_view::npos) break;
            if (argument == wanted && depth == 0 && is_code(text.substr(i + 1, end - i - 1))) {
                found.emplace(text.substr(i + 1, end - i - 1));
            }
            i = end;
        } else if (c == '(' || c == '{' || c == '[') {
            ++depth;
        } else if (c == ')' || c == '}' || c == ']') {
            if (depth-- == 0) break;
        } else if (c == ',' && depth == 0) {
            ++argument;
        }
    }
    return found;
}

std::set<std::string> codes_after(const std::string& source, const std::string& call, int argument) {
    std::set<std::string> found;
    for (auto at = source.find(call); at != std::string::npos; at = source.find(call, at + 1)) {
        const auto open = source.find('(', at);
        if (open == std::string::npos) break;
        found.merge(literals_of_argument(std::string_view(source).substr(open + 1), argument));
    }
    return found;
}

struct Codes {
    std::set<std::string> reasons, gaps, settled_by;
};

Codes codes_of_the_source() {
    Codes codes;
    for (const char* folder : {"src/law", "src/questions"}) {
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            const std::string name = file.path().filename().string();
            if (!name.ends_with(".cpp") || name.ends_with("_test.cpp") || name.ends_with("_fuzz.cpp"))
                continue;
            const std::string source = sample::read_file(file.path().string());
            codes.reasons.merge(codes_after(source, "concluded(", 0));
            codes.reasons.merge(codes_after(source, "by_rule(", 1));
            codes.reasons.merge(codes_after(source, "because_of(", 1));
            codes.reasons.merge(codes_after(source, "add_turns<", 3));
            for (const std::string mark : {"gaps.push_back({\"", "settled_by = \""}) {
                for (auto at = source.find(mark); at != std::string::npos; at = source.find(mark, at + 1)) {
                    const auto start = at + mark.size();
                    auto code = source.substr(start, source.find('"', start) - start);
                    (mark.starts_with("gaps") ? codes.gaps : codes.settled_by).insert(std::move(code));
                }
            }
        }
    }
    return codes;
}

TEST(Reasons, EveryCodeOfTheSourceTreeHasASentence) {
    const Codes codes = codes_of_the_source();
    ASSERT_GT(codes.reasons.size(), 50u) << "run from the root of the source tree";
    const auto known = reason_codes();
    for (const std::string& code : codes.reasons)
        EXPECT_TRUE(std::ranges::binary_search(known, code)) << code;
    ASSERT_GE(codes.gaps.size(), 5u);
    const auto gaps = gap_codes();
    for (const std::string& code : codes.gaps) EXPECT_NE(std::ranges::find(gaps, code), gaps.end()) << code;
    ASSERT_GE(codes.settled_by.size(), 5u);
    for (const std::string& code : codes.settled_by) {
        for (const Language language : languages) EXPECT_FALSE(settled_by(language, code).empty()) << code;
    }
}

// -- the sentences ---------------------------------------------------------------------------------------

// Every fact any reason carries, so that each sentence is shown in full.
base::Object facts() {
    return {{"member", "AM"},
            {"body", "council"},
            {"post", "secretary-general"},
            {"person", "anna"},
            {"paper", "declaration"},
            {"session", "minsk-2023"},
            {"instrument", "treaty"},
            {"extension", "protocol"},
            {"with", "protocol"},
            {"of", "committee"},
            {"on", "2023-11-23"},
            {"since", "2003-09-18"},
            {"from", "2024-01-01"},
            {"until", "[2024-03-15,2024-03-16]"},
            {"decided_on", "2023-11-23"},
            {"ended_on", "1999-04-20"},
            {"effect", "2024-05"},
            {"in_place_of", "BY"},
            {"succeeds", "BY"},
            {"stance", "abstains"},
            {"outcome", "adopted"},
            {"stands_as", "decision-of-the-organisation"},
            {"dispute", "rule-14"},
            {"side", "silence"},
            {"year", 2028},
            {"order", "ru"},
            {"rule", "consensus"},
            {"count", 6},
            {"present", 5},
            {"members", 6},
            {"deposits", 3},
            {"signed_by", 22}};
}

TEST(Reasons, AreSaidAsTheGoldenFileHasThem) {
    const sample::Sample sample;
    std::string made;
    const auto add = [&](std::string_view code, const base::Object& with, bool gap) {
        made += std::string(gap ? "gap " : "") + std::string(code) + "\n";
        for (const Language language : languages) {
            const Names names = sample.names(language);
            const std::string said = gap ? gap_sentence(code, with, names) : sentence(code, with, names);
            EXPECT_TRUE(said.ends_with(".") || said.ends_with(".”") || said.ends_with(".»")) << said;
            EXPECT_EQ(said.find('{'), std::string::npos) << said;
            EXPECT_EQ(said.find("  "), std::string::npos) << said;
            made += "  " + said + "\n";
        }
    };
    for (const std::string_view code : reason_codes()) {
        base::Object with = facts();
        if (code == "position-taken") with.erase("session");
        if (code == "succession-not-on-record")
            with.insert_or_assign("first", "anna"), with.insert_or_assign("next", "boris");
        add(code, with, false);
    }
    base::Object on_all = facts();
    on_all.erase("paper");
    add("position-taken", on_all, false);
    base::Object gap_facts = facts();
    gap_facts.insert_or_assign("members", base::List{"BY", "AM"});
    gap_facts.insert_or_assign("after", "2002-05-14");
    gap_facts.insert_or_assign("before", "2007-06");
    gap_facts.insert_or_assign("last", "BY");
    gap_facts.insert_or_assign("next", "AM");
    gap_facts.insert_or_assign("announced_on", "2023-11-23");
    gap_facts.insert_or_assign("when", "2024-36");
    gap_facts.insert_or_assign("title", base::Object{{"en", "Visit"}, {"ru", "Визит"}});
    gap_facts.insert_or_assign("article",
                               base::Object{{"en", "Charter, article 12"}, {"ru", "Устав, статья 12"}});
    gap_facts.insert_or_assign("says", base::Object{{"en", "Decisions are taken by consensus."},
                                                    {"ru", "Решения принимаются консенсусом."}});
    for (const std::string_view code : gap_codes()) add(code, gap_facts, true);
    EXPECT_EQ(made, sample::golden("reasons.txt", made));
}

TEST(Reasons, StandWithoutAnyFact) {
    const sample::Sample sample;
    for (const Language language : languages) {
        const Names names = sample.names(language);
        for (const std::string_view code : reason_codes()) EXPECT_FALSE(sentence(code, {}, names).empty());
        for (const std::string_view code : gap_codes()) EXPECT_FALSE(gap_sentence(code, {}, names).empty());
        EXPECT_EQ(sentence("no-such-code", {}, names), "no-such-code");
        // Facts of another shape than the law gives are said as well as they can be.
        for (const std::string_view code : reason_codes()) {
            base::Object odd;
            for (const auto& [name, value] : facts()) odd.emplace(name, base::List{1, true, base::Object()});
            EXPECT_FALSE(sentence(code, odd, names).empty());
        }
    }
}

TEST(Reasons, SayEveryCount) {
    const sample::Sample sample;
    const Names en = sample.names(Language::en);
    const Names ru = sample.names(Language::ru);
    const base::Value share =
        base::Object{{"kind", "share"}, {"holds", true}, {"of", "present"}, {"over", "members"},
                     {"counted", 5},    {"base", 6},     {"ratio", "2/3"},  {"comparison", "at_least"}};
    EXPECT_EQ(tally_said(share, en), "present: 5 of 6 (members); needed: at least 2/3; met");
    EXPECT_EQ(tally_said(share, ru), "присутствующие: 5 из 6 (члены); нужно не менее 2/3; выполнено");
    const base::Value empty =
        base::Object{{"kind", "empty"}, {"holds", false}, {"of", "object"}, {"members", base::List{"AM"}}};
    EXPECT_EQ(tally_said(empty, en), "objecting: Armenia; not met");
    EXPECT_EQ(
        tally_said(
            base::Object{{"kind", "empty"}, {"holds", true}, {"of", "object"}, {"members", base::List()}},
            ru),
        "возражающие: нет; выполнено");
    const base::Value number = base::Object{{"kind", "number"}, {"holds", true}, {"of", "for"},
                                            {"counted", 9},     {"needed", 9},   {"comparison", "at_least"},
                                            {"by", "votes"}};
    EXPECT_EQ(tally_said(number, en), "in favour (votes): 9; needed: at least 9; met");
    const base::Value both =
        base::Object{{"kind", "all"}, {"holds", false}, {"parts", base::List{share, empty}}};
    EXPECT_EQ(tally_said(both, en),
              "present: 5 of 6 (members); needed: at least 2/3; met — and: objecting: Armenia; not met");
    EXPECT_EQ(tally_said(base::Value(), en), "");
    EXPECT_EQ(
        sentence("quorum-present", {{"body", "council"}, {"present", 5}, {"members", 6}, {"tally", share}},
                 en),
        "There was a quorum of the Council; present: 5 of 6. Present: 5 of 6 (members); needed: at least 2/3; met.");
}

TEST(Reasons, AreAddedToATree) {
    const sample::Sample sample;
    base::Value tree = base::Object{
        {"reasons", base::List{base::Object{
                        {"code", "absent"},
                        {"facts", base::Object{{"member", "AM"}, {"session", "minsk-2023"}}},
                        {"because", base::List{base::Object{{"code", "paper-not-on-record"},
                                                            {"facts", base::Object{{"paper", "x"}}}}}}}}},
        {"gaps", base::List{base::Object{{"gap", "holder-not-on-record"},
                                         {"facts", base::Object{{"post", "secretary-general"}}}}}},
        {"code", "no facts beside it"}};
    add_says(tree, sample.names(Language::en));
    const base::Value& reason = (*tree["reasons"].list())[0];
    EXPECT_EQ(reason["says"].text(),
              "Armenia was absent from the session of the Council in Minsk on 23 November 2023.");
    EXPECT_EQ((*reason["because"].list())[0]["says"].text(), "What became of “x” is not on record.");
    EXPECT_FALSE((*tree["gaps"].list())[0]["says"].is_null());
    EXPECT_TRUE(tree["says"].is_null());
}

TEST(Phrasing, LeavesOutWhatIsMissing) {
    const sample::Sample sample;
    const Names en = sample.names(Language::en);
    EXPECT_EQ(fill("{member}[, in place of {in_place_of}]", {{"member", "AM"}}, en), "Armenia");
    EXPECT_EQ(fill("{member}[, in place of {in_place_of}]", {{"member", "AM"}, {"in_place_of", "GB"}}, en),
              "Armenia, in place of the United Kingdom");
    EXPECT_EQ(fill("{member}", {}, en), "not on record");
    EXPECT_TRUE(well_formed("{from:member/gen} and [{on:when}]"));
    EXPECT_FALSE(well_formed("{from:nobody}"));
    EXPECT_FALSE(well_formed("{member/xxx}"));
    EXPECT_FALSE(well_formed("[{member}"));
    EXPECT_EQ(as_sentence("о бюджете"), "О бюджете.");
    EXPECT_EQ(as_sentence(""), "");
    EXPECT_EQ(as_sentence("said."), "Said.");
}

}  // namespace
}  // namespace words
