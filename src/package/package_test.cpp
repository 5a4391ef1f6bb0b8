#include "package/package.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>
#include <string>

#include <unistd.h>

#include <gtest/gtest.h>

#include "package/digest.hpp"
#include "package/organisation.hpp"

namespace package {
namespace {

namespace fs = std::filesystem;

// The files of a package by name.
using Files = std::map<std::string, std::string>;

constexpr std::string_view rulebook_yaml = R"(rulebook: club
names: {en: The Club, ru: Клуб}
abbreviation: {en: TC, ru: К}
languages: [en, ru]
authentic: ru
compiled_on: 2026-11-21
versions:
  - {id: charter, from: 2003-09-18, by: charter-in-force, name: {en: Charter, ru: Устав}}
members:
  AM: {names: {en: Armenia, ru: Армения}, formal: {en: Armenia, ru: Армения}}
  BY: {names: {en: Belarus, ru: Беларусь}, formal: {en: Belarus, ru: Беларусь}}
instruments:
  charter:
    names: {en: Charter, ru: Устав}
    article: Charter, article 26
    says: {en: It enters into force when all have ratified it., ru: Вступает в силу.}
    consent: ratification
    in_force: announced
bodies:
  council: {names: {en: Council, ru: Совет}, article: "Charter, article 13", says: {en: It is the highest body., ru: Высший орган.}}
disputes:
  rule-14:
    names: {en: Rule 14, ru: Правило 14}
    article: Rules of procedure, rule 14
    sides:
      participation-needed: {names: {en: Needed, ru: Нужно}, says: {en: All must take part., ru: Участвуют все.}}
      silence-suffices: {names: {en: Suffices, ru: Достаточно}, says: {en: No objection is enough., ru: Нет возражений.}}
)";

constexpr std::string_view sources_yaml = R"(sources:
  s1: {names: {en: A paper, ru: Газета}, kind: press, published: 2023-11-24, url: "https://example.org/1", report: 1}
  s2: {names: {en: The site, ru: Сайт}, kind: official, url: "https://example.org/2"}
)";

constexpr std::string_view in_force_line =
    R"({"body":{"about":{"instrument":"charter"},"cites":[],"content":{},"id":"charter-in-force","kind":"entered-into-force","on":"2003-09-18","sources":[{"as":"official","id":"s2"}]},"known_on":"2003-09-18","seals":[],"v":1})"
    "\n";
constexpr std::string_view needed_line =
    R"({"body":{"about":{"dispute":"rule-14","member":"AM","side":"participation-needed"},"cites":[],"content":{},"id":"am-needs","kind":"interpretation-stated","on":"2022-11-23","sources":[{"as":"reported","id":"s1"}]},"known_on":"2023-11-24","seals":[],"v":1})"
    "\n";
constexpr std::string_view suffices_line =
    R"({"body":{"about":{"dispute":"rule-14","member":"BY","side":"silence-suffices"},"cites":["am-needs"],"content":{"says":{"en":"No objection, no problem.","ru":"Нет возражений."}},"id":"by-suffices","kind":"interpretation-stated","on":"2023-11","sources":[{"as":"reported","id":"s1"}]},"known_on":"2023-11-24","seals":[],"v":1})"
    "\n";

Files good() {
    return {{"rulebook.yaml", std::string(rulebook_yaml)},
            {"sources.yaml", std::string(sources_yaml)},
            {"record/2003.jsonl", std::string(in_force_line)},
            {"record/2023.jsonl", std::string(needed_line) + std::string(suffices_line)}};
}

// The good package with a passage of one file replaced: a mistake.
Files with(const std::string& file, std::string_view passage, std::string_view replacement) {
    Files files = good();
    std::string& text = files.at(file);
    const auto at = text.find(passage);
    if (at == std::string::npos) {
        ADD_FAILURE() << file << " has no " << passage;
    } else {
        text.replace(at, passage.size(), replacement);
    }
    return files;
}

Files without(const std::string& file) {
    Files files = good();
    files.erase(file);
    return files;
}

Files with_file(const std::string& file, std::string_view text) {
    Files files = good();
    files[file] = text;
    return files;
}

// A folder that holds `files` and goes with this object.
class Folder {
public:
    explicit Folder(const Files& files)
        : path_(fs::temp_directory_path() / ("package-test-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
        for (const auto& [name, text] : files) {
            fs::create_directories((path_ / name).parent_path());
            std::ofstream(path_ / name, std::ios::binary) << text;
        }
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

// "record/2003.jsonl:1:12 unknown_kind found=x nearest=y": one line a fault, as a row can hold it.
std::string told(const Fault& fault) {
    std::string text = fault.file;
    if (fault.mark.line > 0)
        text += ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    text += " " + std::string(name_of(fault.code));
    for (const auto& [name, value] : fault.facts) text += " " + name + "=" + value;
    return text;
}

std::vector<std::string> told(const std::vector<Fault>& faults) {
    std::vector<std::string> lines;
    for (const Fault& fault : faults) lines.push_back(told(fault));
    return lines;
}

std::vector<std::string> faults_of(const Files& files) {
    const Folder folder(files);
    const auto package = read(folder.path());
    return package ? std::vector<std::string>() : told(package.error());
}

TEST(Package, IsReadWhole) {
    const Folder folder(good());
    const auto package = read(folder.path());
    ASSERT_TRUE(package) << told(package.error().front());
    EXPECT_EQ(package->rulebook.id, "club");
    ASSERT_EQ(package->entries.size(), 3u);
    EXPECT_EQ(package->entries[0].act.id.text(), "charter-in-force");
    EXPECT_EQ(package->entries[2].act.id.text(), "by-suffices");
    EXPECT_EQ(package->entries[2].known_on.text(), "2023-11-24");
    ASSERT_EQ(package->rulebook.sources.size(), 2u);
    EXPECT_EQ(package->rulebook.sources[0].report, 1);
    EXPECT_EQ(package->rulebook.sources[0].published->text(), "2023-11-24");
    EXPECT_EQ(package->rulebook.sources[0].kind, rulebook::SourceKind::press);
    EXPECT_EQ(package->rulebook.sources[1].published, std::nullopt) << "the page bears no date";
    EXPECT_EQ(package->rulebook.sources[1].name.in("ru"), "Сайт");
}

// The empty text and "abc": FIPS 180-2, appendix B.
TEST(Package, BearsTheDigestsOfItsBytes) {
    const Folder folder(good());
    const auto package = read(folder.path());
    ASSERT_TRUE(package);
    EXPECT_EQ(package->rulebook.sha256.size(), 64u);
    const Folder split([] {
        Files files = good();
        files["record/2022.jsonl"] = needed_line;
        files["record/2023.jsonl"] = suffices_line;
        return files;
    }());
    EXPECT_EQ(read(split.path())->record_sha256, package->record_sha256)
        << "where files are cut is no matter";
    const Folder other(with("rulebook.yaml", "The Club", "A Club"));
    EXPECT_NE(read(other.path())->rulebook.sha256, package->rulebook.sha256);
    EXPECT_EQ(read(other.path())->record_sha256, package->record_sha256);
}

TEST(Digests, AreThoseOfTheRecordAsItWasThen) {
    const Folder folder(good());
    const auto organisation = open(folder.path());
    ASSERT_TRUE(organisation);
    const Digests digests;
    EXPECT_EQ(digests.of(*organisation, 0), sha256("")) << "before anything was known";
    EXPECT_EQ(digests.of(*organisation, 1), sha256(in_force_line));
    EXPECT_EQ(digests.of(*organisation, 1), digest_of(*organisation, 1));
    EXPECT_EQ(digests.of(*organisation, 3), organisation->record_sha256);
}

TEST(Package, LetsInWhatIsNoFault) {
    const struct {
        const char* what;
        Files files;
    } rows[] = {
        {"as it is", good()},
        {"an empty record file", with_file("record/2024.jsonl", "")},
        {"an editor's file", with_file("record/.2023.jsonl.swp", "x")},
        {"words", with_file("words/en.yaml", "x")},
        {"a member nobody names",
         with("rulebook.yaml", "instruments:",
              "  RU: {names: {en: Russia, ru: Россия}, formal: {en: Russia, ru: Россия}}\ninstruments:")},
        {"a source nobody names",
         with_file("sources.yaml",
                   std::string(sources_yaml) +
                       "  s3: {names: {en: N, ru: Н}, kind: parliament, url: \"https://example.org/3\"}\n")},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(faults_of(row.files), std::vector<std::string>());
    }
}

// The line, known a day earlier.
std::string known_earlier(std::string_view line) {
    std::string text(line);
    return text.replace(text.find("2023-11-24"), 10, "2023-11-23");
}

// Where `passage` stands in a line of a file, as a fault says it: "record/2023.jsonl:2:49". The
// passage "" stands for the whole file, and "$" for the end of the line.
std::string place(const Files& files, const std::string& file, int line, std::string_view passage) {
    if (passage.empty()) return file;
    std::string_view text = files.at(file);
    for (int i = 1; i < line; ++i) text.remove_prefix(text.find('\n') + 1);
    text = text.substr(0, text.find('\n'));
    const auto at = passage == "$" ? text.size() : text.find(passage);
    if (at == std::string_view::npos) return file + " has no " + std::string(passage);
    const auto column = encoding::line_column(text, at).column;
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

TEST(Package, SaysWhatIsWrongAndWhere) {
    const std::string book = "rulebook.yaml";
    const std::string list = "sources.yaml";
    const std::string early = "record/2003.jsonl";
    const std::string late = "record/2023.jsonl";
    const std::string annulment =
        R"({"body":{"about":{"act":"by-suffices"},"cites":[],"content":{"why":{"en":"w","ru":"w"}},"id":"not-so",)"
        R"("kind":"annulled","on":"2024-01-01","sources":[]},"known_on":"2024-01-01","seals":[],"v":1})"
        "\n";
    const struct {
        const char* what;
        Files files;
        std::string file;
        int line;
        std::string_view passage;
        std::string fault;
    } rows[] = {
        {"no rulebook", without(book), book, 0, "", "missing_file"},
        {"no sources", without(list), list, 0, "", "missing_file"},
        {"no record",
         {{book, std::string(rulebook_yaml)}, {list, std::string(sources_yaml)}},
         "record",
         0,
         "",
         "missing_file"},
        {"no act in any file",
         {{book, std::string(rulebook_yaml)}, {list, std::string(sources_yaml)}, {early, ""}},
         "record",
         0,
         "",
         "empty_record"},
        {"a folder for a file", with_file("record/x.jsonl/y", ""), "record/x.jsonl", 0, "",
         "cannot_read problem=not a file"},
        {"a file of another name", with_file("record/2024.json", ""), "record", 0, "",
         "not_a_record_file found=2024.json"},

        {"a slip in the rulebook", with(book, "authentic: ru", "authentic: fr"), book, 5, "fr",
         "unknown_word expected=en, ru found=fr"},
        {"a slip in the sources", with(list, "kind: press", "kind: pres"), list, 2, "pres",
         "unknown_word expected=official, press, legal-base, parliament, government found=pres nearest=press"},
        {"a source with a sixth report", with(list, "report: 1", "report: 5"), list, 2, "5}",
         "not_a_number found=5 largest=4 smallest=0"},
        {"a source with a page", with(list, "report: 1", "page: 1"), list, 2, "page",
         "unknown_key expected=names, kind, published, url, report found=page"},

        {"bytes that are no JSON", with(early, "{\"body\"", "{body"), early, 1, "body", "syntax"},
        {"a name twice", with(late, "\"cites\":[]", "\"Cites\":[],\"Cites\":[]"), late, 1,
         "\"Cites\":[],\"content", "duplicate_name"},
        {"a line too long", with_file(early, std::string(60'000, 'x') + "y\n"), early, 1, "y",
         "too_long limit=60000"},
        {"a blank, on the second line", with(late, "\"cites\":[\"am-needs\"]", "\"cites\": [\"am-needs\"]"),
         late, 2, " [\"am",
         "not_canonical expected=[\"am-needs\"],\"content\":{\"says\":{… found= [\"am-needs\"],\"content\":{\"says\":…"},
        {"a letter escaped", with(late, "Нет", "\\u041dет"), late, 2, "\\u041d",
         "not_canonical expected=Нет возражений.\"}},… found=\\u041dет возражений.…"},
        {"a Windows line", with(early, "\n", "\r\n"), early, 1, "\r", "not_canonical found=\r"},
        {"an empty line", with(early, "\n", "\n\n"), early, 2, "$", "empty_line"},
        {"no end of the last line", with(early, "\n", ""), early, 1, "$", "no_newline"},
        {"an act of nobody", with(early, "entered-into-force", "entered-in-force"), early, 1, "\"entered-in-",
         "unknown_kind found=entered-in-force nearest=entered-into-force path=/body/kind"},
        {"seals", with(early, "\"seals\":[]", "\"seals\":[1]"), early, 1, "[1]", "sealed"},

        {"a state of nobody", with(late, "\"member\":\"BY\"", "\"member\":\"BE\""), late, 2, "\"BE\"",
         "undeclared act=by-suffices field=member found=BE kind=member nearest=BY"},
        {"a citation ahead", with(late, "\"cites\":[]", "\"cites\":[\"by-suffices\"]"), late, 1,
         "\"by-suffices\"", "undeclared act=am-needs field=cites/0 found=by-suffices kind=act"},
        {"a source of nobody", with(late, "\"id\":\"s1\"", "\"id\":\"s9\""), late, 1, "{\"as\"",
         "undeclared act=am-needs field=sources/0 found=s9 kind=source nearest=s1"},
        {"an id used twice", with(late, "by-suffices", "am-needs"), late, 2, "\"am-needs\",\"kind\"",
         "duplicate_id act=am-needs field=id found=am-needs"},
        {"known before it was", with(late, "\"on\":\"2022-11-23\"", "\"on\":\"2023-11-25\""), late, 1,
         "\"2023-11-25\"", "not_yet_happened act=am-needs field=on found=2023-11-25 known_on=2023-11-24"},
        {"known before what stands above",
         with_file(late, std::string(needed_line) + known_earlier(suffices_line)), late, 2, "\"2023-11-23\"",
         "known_on_falls act=by-suffices field=known_on found=2023-11-23 previous=2023-11-24"},
        {"a text in one language", with(late, "\"en\":\"No objection, no problem.\",", ""), late, 2,
         "{\"ru\"", "language_missing act=by-suffices field=says language=en"},

        {"a version of no act", with(book, "by: charter-in-force", "by: charter-in-farce"), book, 8,
         "{id: charter", "version_without_act act=charter-in-farce nearest=charter-in-force version=charter"},
        {"a version of another day", with(book, "from: 2003-09-18", "from: 2003-09-19"), book, 8,
         "{id: charter",
         "version_on_other_day act=charter-in-force from=2003-09-19 on=2003-09-18 version=charter"},
        {"a version of no certain day", with(early, "\"on\":\"2003-09-18\"", "\"on\":\"2003-09\""), book, 8,
         "{id: charter",
         "version_on_other_day act=charter-in-force from=2003-09-18 on=2003-09 version=charter"},
        {"a rule read in no source",
         with(book, "    consent: ratification", "    sources: [s1, s9]\n    consent: ratification"), book,
         13, "charter:", "undeclared found=s9 kind=source nearest=s1"},
        {"a side nobody holds", with_file(late, needed_line), book, 27, "silence-suffices",
         "side_without_holder dispute=rule-14 side=silence-suffices"},
        {"a side whose holder was annulled", with_file("record/2024.jsonl", annulment), book, 27,
         "silence-suffices", "side_without_holder dispute=rule-14 side=silence-suffices"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const std::string expected = place(row.files, row.file, row.line, row.passage) + " " + row.fault;
        EXPECT_EQ(faults_of(row.files), std::vector{expected});
    }
}

constexpr std::string_view claims_yaml = R"(claims:
  F1: {source: s1, says: {en: It is so., ru: Это так.}, standing: on-record, acts: [am-needs, by-suffices], ask: "status --state AM"}
  F2: {source: s1, says: {en: It was in May., ru: Это было в мае.}, standing: differs, why: {en: In June., ru: В июне.}}
  F3: {source: s2, says: {en: Of the report., ru: Об отчёте.}, standing: not-checkable, sources: [s1]}
)";

// The good package with claims, a passage of which is replaced: a mistake.
Files with_claims(std::string_view passage = "", std::string_view replacement = "") {
    std::string text(claims_yaml);
    if (!passage.empty()) {
        const auto at = text.find(passage);
        if (at == std::string::npos)
            ADD_FAILURE() << "no claim has " << passage;
        else
            text.replace(at, passage.size(), replacement);
    }
    return with_file("claims.yaml", text);
}

TEST(Claims, StandWithTheSourceThatMakesThem) {
    const Folder folder(with_claims());
    const auto package = read(folder.path());
    ASSERT_TRUE(package) << told(package.error().front());
    const auto& first = package->rulebook.sources[0].claims;
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].id, "F1");
    EXPECT_EQ(first[0].says.in("ru"), "Это так.");
    EXPECT_EQ(first[0].standing, rulebook::ClaimStanding::on_record);
    EXPECT_EQ(first[0].acts, (std::vector{base::ActId::of("am-needs"), base::ActId::of("by-suffices")}));
    EXPECT_EQ(first[0].ask, "status --state AM");
    EXPECT_EQ(first[1].standing, rulebook::ClaimStanding::differs);
    EXPECT_EQ(first[1].why.in("en"), "In June.");
    ASSERT_EQ(package->rulebook.sources[1].claims.size(), 1u);
    EXPECT_EQ(package->rulebook.sources[1].claims[0].sources, std::vector{base::SourceId::of("s1")});
    EXPECT_EQ(package->rulebook.sources.at(0).claims.size(), 2u) << "and the rulebook holds the same";
}

TEST(Claims, NeedNotBeThere) {
    const Folder folder(good());
    const auto package = read(folder.path());
    ASSERT_TRUE(package) << told(package.error().front());
    for (const rulebook::Source& source : package->rulebook.sources) EXPECT_TRUE(source.claims.empty());
    EXPECT_EQ(package->rulebook.sources.size(), 2u) << "the sources are there without them";
}

TEST(Claims, AreRefusedWithTheirPlace) {
    const std::string file = "claims.yaml";
    const struct {
        const char* what;
        Files files;
        int line;
        std::string_view passage;
        std::string fault;
    } rows[] = {
        {"an act that is not on record", with_claims("acts: [am-needs,", "acts: [am-need,"), 2, "F1",
         "undeclared found=am-need kind=act nearest=am-needs"},
        {"a source of nobody", with_claims("source: s2", "source: s3"), 4, "s3",
         "undeclared found=s3 kind=source nearest=s1"},
        {"a source of nobody, beside", with_claims("sources: [s1]", "sources: [s9]"), 4, "s9",
         "undeclared found=s9 kind=source nearest=s1"},
        {"a standing of no kind", with_claims("standing: differs", "standing: differ"), 3, "differ,",
         "unknown_word expected=on-record, differs, not-checkable, unrelated found=differ nearest=differs"},
        {"no standing", with_claims(" standing: differs,", ""), 3, "{source", "missing_key key=standing"},
        {"no source", with_claims("{source: s2, ", "{"), 4, "{says", "missing_key key=source"},
        {"one language", with_claims("{en: It is so., ru: Это так.}", "{en: It is so.}"), 2, "{en",
         "missing_language missing=ru"},
        {"why, in one language", with_claims("{en: In June., ru: В июне.}", "{ru: В июне.}"), 3, "{ru",
         "missing_language missing=en"},
        {"a name with a blank", with_claims("F2:", "F 2:"), 3, "F 2", "not_a_name found=F 2"},
        {"a key of no claim", with_claims("ask: ", "asks: "), 2, "asks",
         "unknown_key expected=source, says, standing, why, ask, acts, sources found=asks nearest=ask"},
        {"a text for the acts", with_claims("acts: [am-needs, by-suffices]", "acts: am-needs"), 2, "am-needs",
         "wrong_shape expected=list found=text"},
        {"no claims", with_file(file, "claim: {}\n"), 1, "claim",
         "unknown_key expected=claims found=claim nearest=claims"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto faults = faults_of(row.files);
        const std::string expected = place(row.files, file, row.line, row.passage) + " " + row.fault;
        EXPECT_NE(std::ranges::find(faults, expected), faults.end())
            << expected << "\n"
            << (faults.empty() ? "nothing" : faults.front());
        if (std::string_view(row.what) != "no claims") {
            EXPECT_EQ(faults.size(), 1u);
        }
    }
}

TEST(Package, ReportsEveryFaultOfEveryFile) {
    Files files = with("sources.yaml", "kind: press", "kind: pres");
    files["rulebook.yaml"].replace(files["rulebook.yaml"].find("authentic: ru"), 13, "authentic: fr");
    files["record/2003.jsonl"].replace(files["record/2003.jsonl"].find("\"v\":1"), 5, "\"v\":2");
    files["record/2022.jsonl"] = "[]\n\n{\n";
    std::vector<std::string> where;
    for (const std::string& fault : faults_of(files))
        where.push_back(fault.substr(0, fault.find(' ', fault.find(' ') + 1)));
    const std::vector<std::string> expected{
        "rulebook.yaml:5:12 unknown_word",         "sources.yaml:2:48 unknown_word",
        "record/2003.jsonl:1:217 unknown_version", "record/2022.jsonl:1:1 wrong_shape",
        "record/2022.jsonl:2:1 empty_line",        "record/2022.jsonl:3:2 incomplete",
    };
    EXPECT_EQ(where, expected) << "and nothing of what follows from these: the acts of s1 are not blamed";
}

TEST(Package, StopsAtAThousandFoldedMistake) {
    std::string lines;
    for (int i = 0; i < 2000; ++i) lines += "x\n";
    const auto faults = faults_of(with_file("record/2024.jsonl", lines));
    ASSERT_EQ(faults.size(), most_faults + 1);
    EXPECT_EQ(faults.back(), "record/2024.jsonl:501:1 too_many_faults limit=500");
}

TEST(Package, KnowsWhatCouldNotBeRead) {
    const fs::path nowhere = fs::temp_directory_path() / "package-test-nowhere";
    const auto package = read(nowhere);
    ASSERT_FALSE(package);
    EXPECT_TRUE(is_unreadable(package.error()));
    const Folder folder(with("record/2003.jsonl", "\n", "\n\n"));
    EXPECT_FALSE(is_unreadable(read(folder.path()).error()));
}

TEST(Check, RunsTheCases) {
    const auto book_with_case = [](std::string_view expect) {
        return std::string(rulebook_yaml) + R"(rules:
  - deciding: majority
    article: Charter, article 12
    says: {en: More for than against., ru: Большинством.}
    bodies: [council]
    adopted_if: {share: {of: for, over: voting, more_than: 1/2}}
    effect: {binds: members}
cases:
  - {rule: majority, others: for, expect: )" +
               std::string(expect) + "}\n";
    };
    const Folder right(with_file("rulebook.yaml", book_with_case("adopted")));
    EXPECT_EQ(told(check(right.path())), std::vector<std::string>());
    const Folder wrong(with_file("rulebook.yaml", book_with_case("not_adopted")));
    EXPECT_EQ(
        told(check(wrong.path())),
        std::vector<std::string>{
            "rulebook.yaml:36:5 case_failed expected=not_adopted got=adopted rule=majority what=outcome"});
}

}  // namespace
}  // namespace package
