#include "seals/envelope.hpp"

#include <fstream>
#include <iterator>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/base64.hpp"
#include "encoding/json.hpp"
#include "seals/testing_faults.hpp"
#include "seals/testing_log.hpp"

namespace seals {
namespace {

using namespace testing;
using base::Object;
using base::Value;

// -- the bytes, as docs/formats/entry.md gives them
// -----------------------------------------------------------

// The indented blocks of the worked example, by the line before them ("Key of the representative:").
std::map<std::string, std::string> example() {
    std::ifstream in("docs/formats/entry.md");
    std::map<std::string, std::string> blocks;
    std::string line, title;
    bool in_example = false;
    while (std::getline(in, line)) {
        if (line.starts_with("## ")) in_example = line == "## A worked example";
        if (!in_example || line.empty()) continue;
        if (line.starts_with("    ")) {
            blocks[title] += line.substr(4) + "\n";
        } else if (line.ends_with(":")) {
            title = line.substr(0, line.size() - 1);
        }
    }
    return blocks;
}
std::string line_of(const std::map<std::string, std::string>& blocks, const std::string& title) {
    const auto found = blocks.find(title);
    if (found == blocks.end()) return "no block after \"" + title + ":\" in docs/formats/entry.md";
    return found->second.substr(0, found->second.size() - 1);
}

TEST(Entry, HasTheBytesThatTheDocumentSays) {
    const auto doc = example();
    const std::string log = line_of(doc, "Origin");
    const auto seed = base::read_hex(line_of(doc, "Seed of the representative's key, in hexadecimal digits"));
    ASSERT_TRUE(seed);
    const auto key = merkle::SecretKey::of(*seed);
    ASSERT_TRUE(key);
    EXPECT_EQ(key_text(key->public_key()), line_of(doc, "Key of the representative"));
    EXPECT_EQ(merkle::base64_of(next_of(key_text(key->public_key()))),
              line_of(doc, "Hash by which it is named before it is used"));

    const std::string submitted = line_of(doc, "Handed in");
    const auto entry = read_entry(submitted, Where::submitted);
    ASSERT_TRUE(entry) << name_of(entry.error().code);
    EXPECT_EQ(statement_of(*entry), line_of(doc, "Statement"));
    const auto digest = digest_of(log, statement_of(*entry));
    EXPECT_EQ(merkle::sha256(doc.at("Sealed bytes, without the last end of line")
                                 .substr(0, doc.at("Sealed bytes, without the last end of line").size() - 1)),
              digest);
    EXPECT_EQ(merkle::base64_of(digest), line_of(doc, "Digest"));
    EXPECT_EQ(sealed_text(log, digest, entry->seals.at(0)), doc.at("Text under the seal"));
    EXPECT_EQ(base::base64(entry->seals.at(0).signature), line_of(doc, "Seal"));
    EXPECT_EQ(verify_seals(log, digest, entry->seals), std::nullopt);
    // Made again from the seed, it is the same: Ed25519 draws no lots.
    EXPECT_EQ(seal(*key, log, digest, entry->seals.at(0).count, entry->seals.at(0).after),
              entry->seals.at(0));

    const std::string kept = line_of(doc, "Entry of the log, known on 7 May 2031");
    EXPECT_EQ(with_known_on(submitted, *entry, day("2031-05-07")), kept);
    EXPECT_EQ(merkle::base64_of(merkle::leaf_hash(kept)), line_of(doc, "Leaf"));
    EXPECT_TRUE(read_entry(kept, Where::in_log));
}

FileNote file_note() {
    FileNote file;
    file.sha256 = merkle::sha256("a file");
    file.name = "protocol.pdf";
    file.type = "application/pdf";
    file.language = "ru";
    file.size = 6;
    file.authentic = true;
    return file;
}

FileNote restricted_note() {
    FileNote file = file_note();
    file.sha256.reset();
    file.commitment = commitment_of(std::string(32, 's'), "a file");
    file.distribution = {.kind = Distribution::Kind::named, .members = {"atlantis", "lemuria"}};
    file.release = day("2041-01-01");
    file.authentic = false;
    file.personal = true;
    return file;
}

// One of each shape that an entry has.
std::vector<Entry> shapes() {
    std::vector<Entry> all;
    all.push_back(act_of("a1", "atlantis"));
    all.push_back(act_of("a2", ""));
    all.back().files = {file_note(), restricted_note()};
    all.push_back(testing::withheld(all.front(), std::string(32, 's')));
    all.push_back(all.back());
    all.back().withheld->distribution = {.kind = Distribution::Kind::named, .members = {}};
    all.back().withheld->release = day("2040-02-29");
    all.push_back(testing::released(all[1], 4, std::string(32, 's')));
    all.push_back(entry_of("log-opened", opened()));
    Object odd{{"\xF0\x9F\x98\x80", 1}, {"\xEF\xBF\xBD", "\x7F\xE2\x80\xA8"}, {"", Value()}, {"a\nb", true}};
    all.push_back(with_body(Value(Object{{"odd", odd}, {"least", -encoding::greatest_number}})));
    for (Entry& entry : all)
        entry = sealed(sealed(entry, 'R', 7, {}), 'A', 1, {.size = 3, .root = next('x')});
    return all;
}

TEST(Entry, IsReadAsItWasWrittenAndWrittenAsItWasRead) {
    for (Entry entry : shapes()) {
        const std::string submitted = write_entry(entry);
        SCOPED_TRACE(submitted);
        const auto read = read_entry(submitted, Where::submitted);
        ASSERT_TRUE(read) << name_of(read.error().code);
        EXPECT_EQ(*read, entry);
        EXPECT_TRUE(encoding::is_canonical(submitted));
        EXPECT_TRUE(encoding::is_canonical(statement_of(entry)));
        EXPECT_EQ(statement_in(submitted, entry), statement_of(entry));

        entry.known_on = today;
        EXPECT_EQ(with_known_on(submitted, *read, today), write_entry(entry));
        EXPECT_EQ(submitted.size() + known_on_bytes, write_entry(entry).size());
        EXPECT_EQ(read_entry(write_entry(entry), Where::in_log), entry);
        EXPECT_EQ(statement_in(write_entry(entry), entry), statement_of(entry));
        EXPECT_EQ(statement_of(entry), statement_of(*read));  // the registry's day is under no seal
    }
}

TEST(Content, IsReadAsItWasWrittenOrNotAtAll) {
    for (const Entry& entry : shapes()) {
        if (entry.withheld) continue;
        const std::string content = content_of(entry.body, entry.files);
        SCOPED_TRACE(content);
        const auto read = read_content(content);
        ASSERT_TRUE(read) << name_of(read.error().code);
        EXPECT_EQ(read->body, entry.body);
        EXPECT_EQ(read->files, entry.files);
        EXPECT_TRUE(read->seals.empty());
        EXPECT_FALSE(read_content(content + " "));
        EXPECT_FALSE(read_content(content.substr(0, content.size() - 1)));
        EXPECT_FALSE(read_content(write_entry(entry)));
    }
    const std::string body = R"("body":{"id":"a"})";
    EXPECT_TRUE(read_content("{" + body + "}"));
    for (const std::string& bytes :
         {std::string(), std::string("{"), std::string("{}"), std::string("x"), "{" + body + "]",
          "{" + body + R"(,"known_on":"2031-05-07"})",
          "{" + body + R"(,"released":{"entry":1,"salt":")" + base::base64(std::string(32, 's')) + "\"}}"})
        EXPECT_FALSE(read_content(bytes)) << bytes;
}

TEST(Entry, OfTheGreatestLengthIsStillReadInTheLog) {
    const auto of_length = [](std::size_t length) {
        Entry entry = sealed(with_body(Value(Object{{"kind", "x"}, {"text", ""}})), 'R', 1, {});
        const std::size_t frame = write_entry(entry).size();
        entry.body = Value(Object{{"kind", "x"}, {"text", std::string(length - frame, 't')}});
        return write_entry(entry);
    };
    const std::size_t limit = longest_entry - known_on_bytes;
    const auto longest = read_entry(of_length(limit), Where::submitted);
    ASSERT_TRUE(longest);
    EXPECT_TRUE(read_entry(with_known_on(of_length(limit), *longest, today), Where::in_log));
    const auto longer = read_entry(of_length(limit + 1), Where::submitted);
    ASSERT_FALSE(longer);
    EXPECT_EQ(longer.error(), (Fault{Code::too_long, {{"limit", std::to_string(limit)}}}));
}

// -- what is refused
// -------------------------------------------------------------------------------------------

// An entry that is good, as text, and a change to it.
const std::string& good() {
    static const std::string text = write_entry(sealed(act_of("a1", "atlantis"), 'R', 1, {}));
    return text;
}
std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) ADD_FAILURE() << from << " is not in " << text;
    return text.replace(at, from.size(), to);
}
std::string good_but(std::string_view from, std::string_view to) { return changed(good(), from, to); }
std::string with_file(const FileNote& file) {
    Entry entry = act_of("a1", "atlantis");
    entry.files = {file};
    return write_entry(sealed(entry, 'R', 1, {}));
}
std::string withheld_text() {
    return write_entry(sealed(testing::withheld(act_of("a1", "atlantis"), std::string(32, 's')), 'R', 1, {}));
}

struct Row {
    std::string what;
    std::string text;
    Code code;
    Facts facts;
    Where where = Where::submitted;
};

void expect_refused(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto read = read_entry(row.text, row.where);
        if (read) {
            ADD_FAILURE() << "was read: " << row.text;
            continue;
        }
        testing::expect_fault(read.error(), row.code, row.facts);
    }
}

TEST(Entry, HasOneTextOrIsRefused) {
    expect_refused({
        {"nothing", "", Code::not_canonical, {{"why", "incomplete"}}},
        {"a space",
         good_but("{\"body\":", "{\"body\": "),
         Code::not_canonical,
         {{"at", "8"}, {"found", " {\"about\":{\"member\":\"atlantis\"},"}}},
        {"an end of line", good() + "\n", Code::not_canonical, {}},
        {"a byte order mark", "\xEF\xBB\xBF" + good(), Code::not_canonical, {{"at", "0"}, {"why", "syntax"}}},
        {"a second value", good() + "{}", Code::not_canonical, {{"why", "more_follows"}}},
        {"names in another order",
         good_but("\"id\":\"a1\",\"kind\":\"stated\"", "\"kind\":\"stated\",\"id\":\"a1\""),
         Code::not_canonical,
         {}},
        {"a name twice",
         good_but("\"id\":\"a1\"", "\"id\":\"a1\",\"id\":\"a1\""),
         Code::not_canonical,
         {{"why", "duplicate_name"}}},
        {"a name twice, the second with other letters",
         good_but("\"id\":\"a1\"", "\"id\":\"a1\",\"\\u0069d\":\"a2\""),
         Code::not_canonical,
         {{"why", "duplicate_name"}}},
        {"letters written as escapes", good_but("atlantis", "\\u0061tlantis"), Code::not_canonical, {}},
        {"a solidus with an escape", good_but("a1", "a\\/1"), Code::not_canonical, {}},
        {"half of a pair", good_but("a1", "\\udead"), Code::not_canonical, {{"why", "lone_surrogate"}}},
        {"the other half", good_but("a1", "\\ud83d"), Code::not_canonical, {{"why", "lone_surrogate"}}},
        {"a pair written as escapes", good_but("a1", "\\ud83d\\ude00"), Code::not_canonical, {}},
        {"ill-formed UTF-8", good_but("a1", "a\xC3"), Code::not_canonical, {{"why", "not_utf8"}}},
        {"an overlong slash", good_but("a1", "\xC0\xAF"), Code::not_canonical, {{"why", "not_utf8"}}},
        {"a surrogate in UTF-8", good_but("a1", "\xED\xA0\x80"), Code::not_canonical, {{"why", "not_utf8"}}},
        {"2^53",
         good_but("\"count\":1", "\"count\":9007199254740992"),
         Code::not_canonical,
         {{"why", "out_of_range"}}},
        {"-2^53",
         good_but("\"count\":1", "\"count\":-9007199254740992"),
         Code::not_canonical,
         {{"why", "out_of_range"}}},
        {"beyond any integer",
         good_but("\"count\":1", "\"count\":99999999999999999999"),
         Code::not_canonical,
         {{"why", "out_of_range"}}},
        {"a point", good_but("\"count\":1", "\"count\":1.0"), Code::not_canonical, {{"why", "not_whole"}}},
        {"an exponent",
         good_but("\"count\":1", "\"count\":1e0"),
         Code::not_canonical,
         {{"why", "not_whole"}}},
        {"an exponent without end",
         good_but("\"count\":1", "\"count\":1e400"),
         Code::not_canonical,
         {{"why", "not_whole"}}},
        {"minus nothing", good_but("\"count\":1", "\"count\":-0"), Code::not_canonical, {}},
        {"a zero before", good_but("\"count\":1", "\"count\":01"), Code::not_canonical, {}},
        {"no number", good_but("\"count\":1", "\"count\":NaN"), Code::not_canonical, {}},
        {"too deep",
         good_but("\"a1\"", std::string(20, '[') + std::string(20, ']')),
         Code::not_canonical,
         {{"why", "too_deep"}}},
        {"too long", std::string(longest_entry, ' '), Code::too_long, {{"limit", "59976"}}},
        {"too long for the log",
         std::string(longest_entry + 1, ' '),
         Code::too_long,
         {{"limit", "60000"}},
         Where::in_log},
    });
}

TEST(Entry, HasItsShapeOrIsRefused) {
    const std::string in_log = with_known_on(good(), *read_entry(good(), Where::submitted), today);
    const auto withheld = withheld_text();
    expect_refused({
        {"a list", "[]", Code::wrong_shape, {{"expected", "object"}, {"found", "list"}}},
        {"another version",
         good_but("\"v\":1", "\"v\":2"),
         Code::wrong_shape,
         {{"at", "/v"}, {"found", "number"}}},
        {"no version", good_but(",\"v\":1", ""), Code::missing_key, {{"key", "v"}}},
        {"something more",
         good_but("\"v\":1", "\"v\":1,\"w~/\":2"),
         Code::unknown_key,
         {{"at", "/w~0~1"}, {"found", "w~/"}}},
        {"no body", R"({"seals":[],"v":1})", Code::missing_key, {{"key", "body"}}},
        {"a body that is a text",
         R"({"body":"x","seals":[],"v":1})",
         Code::wrong_shape,
         {{"at", "/body"}, {"found", "text"}}},
        {"the day given by the sender", in_log, Code::known_on_given, {{"at", "/known_on"}}},
        {"no day in the log", good(), Code::known_on_missing, {}, Where::in_log},
        {"no such day",
         changed(in_log, "\"known_on\":\"2031-05-07\"", "\"known_on\":\"2031-02-29\""),
         Code::not_a_day,
         {{"found", "2031-02-29"}},
         Where::in_log},
        {"a day with an hour",
         changed(in_log, "\"known_on\":\"2031-05-07\"", "\"known_on\":\"2031-05-07T00:00\""),
         Code::not_a_day,
         {{"at", "/known_on"}},
         Where::in_log},
        {"no seals", R"({"body":{},"v":1})", Code::missing_key, {{"key", "seals"}}},
        {"no seal", R"({"body":{},"seals":[],"v":1})", Code::no_seal, {}},
        {"a seal that is a text",
         R"({"body":{},"seals":["x"],"v":1})",
         Code::wrong_shape,
         {{"at", "/seals/0"}}},
        {"withheld and shown",
         changed(withheld, "{\"seals\"", "{\"body\":{},\"seals\""),
         Code::both_given,
         {{"found", "body"}, {"expected", "withheld"}}},
        {"withheld with files",
         changed(withheld, "{\"seals\"", "{\"files\":[],\"seals\""),
         Code::both_given,
         {{"found", "files"}}},
        {"withheld and released",
         changed(withheld, "{\"seals\"", "{\"released\":{},\"seals\""),
         Code::both_given,
         {{"found", "released"}}},
        {"withheld from nobody",
         changed(withheld, ",\"distribution\":\"members\"", ""),
         Code::missing_key,
         {{"at", "/withheld"}, {"key", "distribution"}}},
        {"withheld for the public",
         changed(withheld, "\"members\"}", "\"open\"}"),
         Code::not_a_word,
         {{"found", "open"}, {"expected", "members"}}},
        {"a commitment that is short",
         changed(withheld, "\"commitment\":\"", "\"commitment\":\"AAAA"),
         Code::not_bytes,
         {{"at", "/withheld/commitment"}, {"expected", "32"}}},
        {"released without a salt",
         good_but("\"seals\"", "\"released\":{\"entry\":1},\"seals\""),
         Code::missing_key,
         {{"at", "/released"}, {"key", "salt"}}},
        {"released with a short salt",
         good_but("\"seals\"", "\"released\":{\"entry\":1,\"salt\":\"AAAA\"},\"seals\""),
         Code::not_bytes,
         {{"at", "/released/salt"}}},
        {"released of an entry before the first",
         good_but("\"seals\"", "\"released\":{\"entry\":-1,\"salt\":\"AAAA\"},\"seals\""),
         Code::wrong_shape,
         {{"at", "/released/entry"}}},
    });
}

TEST(Entry, HasFilesOfTheirShapeOrIsRefused) {
    const std::string open = with_file(file_note());
    const std::string restricted = with_file(restricted_note());
    expect_refused({
        {"an empty list",
         good_but("\"seals\"", "\"files\":[],\"seals\""),
         Code::wrong_shape,
         {{"at", "/files"}}},
        {"open and under a salt",
         changed(open, "\"kind\":\"text\"", "\"commitment\":\"AAAA\",\"kind\":\"text\""),
         Code::both_given,
         {{"found", "commitment"}}},
        {"restricted and by its hash",
         changed(restricted, "\"size\"", "\"sha256\":\"" + std::string(64, 'a') + "\",\"size\""),
         Code::both_given,
         {{"found", "sha256"}}},
        {"an open file with a day of release",
         changed(open, "\"sha256\"", "\"release\":\"2040-01-01\",\"sha256\""),
         Code::both_given,
         {{"found", "release"}}},
        {"a hash in capitals",
         changed(open, base::hex(merkle::bytes_of(merkle::sha256("a file"))), std::string(64, 'A')),
         Code::not_bytes,
         {{"at", "/files/0/sha256"}}},
        {"not authentic, said so",
         changed(open, "\"authentic\":true", "\"authentic\":false"),
         Code::wrong_shape,
         {{"at", "/files/0/authentic"}}},
        {"a kind nobody knows",
         changed(open, "\"kind\":\"text\"", "\"kind\":\"film\""),
         Code::not_a_word,
         {{"found", "film"}}},
        {"a name with a folder",
         changed(open, "protocol.pdf", "../protocol.pdf"),
         Code::not_a_name,
         {{"at", "/files/0/name"}}},
        {"a name with a line", changed(open, "protocol.pdf", "a\\nb"), Code::not_a_name, {}},
        {"a name without end", changed(open, "protocol.pdf", std::string(201, 'x')), Code::not_a_name, {}},
        {"a media type with a parameter",
         changed(open, "application/pdf", "text/html; x=1"),
         Code::not_a_name,
         {{"at", "/files/0/type"}}},
        {"no media type", changed(open, "application/pdf", "pdf"), Code::not_a_name, {}},
        {"a language in words",
         changed(open, "\"ru\"", "\"Russian\""),
         Code::not_a_name,
         {{"found", "Russian"}}},
        {"less than no bytes",
         changed(open, "\"size\":6", "\"size\":-6"),
         Code::wrong_shape,
         {{"at", "/files/0/size"}}},
        {"readers out of order",
         changed(restricted, "[\"atlantis\",\"lemuria\"]", "[\"lemuria\",\"atlantis\"]"),
         Code::not_canonical,
         {{"found", "atlantis"}}},
        {"a reader twice",
         changed(restricted, "[\"atlantis\",\"lemuria\"]", "[\"lemuria\",\"lemuria\"]"),
         Code::not_canonical,
         {{"found", "lemuria"}}},
        {"a reader that is no name",
         changed(restricted, "\"lemuria\"", "\"the world\""),
         Code::not_a_name,
         {{"found", "the world"}}},
    });
    Entry many = act_of("a1", "atlantis");
    FileNote small = file_note();
    small.language.clear();
    many.files.assign(most_files + 1, small);
    expect_refused(
        {{"too many", write_entry(sealed(many, 'R', 1, {})), Code::too_many_files, {{"limit", "256"}}}});
}

TEST(Entry, HasSealsOfTheirShapeOrIsRefused) {
    const std::string key = key_of('R');
    const auto with_key = [&](std::string_view bytes) { return good_but(key, base::base64(bytes)); };
    const std::string zero(32, '\0');
    expect_refused({
        {"a key of an unknown type", with_key("\x02" + secret('R').public_key()), Code::bad_key, {}},
        {"a short key", with_key("\x01" + std::string(31, 'k')), Code::bad_key, {}},
        {"a key in other letters", good_but(key, key.substr(0, 43) + "="), Code::bad_key, {}},
        {"a signature that is short",
         good_but("\"seal\":\"", "\"seal\":\"AAAA"),
         Code::not_bytes,
         {{"at", "/seals/0/seal"}, {"expected", "64"}}},
        {"a count below nothing",
         good_but("\"count\":1", "\"count\":-1"),
         Code::wrong_shape,
         {{"at", "/seals/0/count"}}},
        {"a root that is short",
         good_but("\"root\":\"", "\"root\":\"AAAA"),
         Code::not_bytes,
         {{"at", "/seals/0/after/root"}}},
        {"no size",
         good_but(",\"size\":0", ""),
         Code::missing_key,
         {{"at", "/seals/0/after"}, {"key", "size"}}},
        {"something more", good_but("\"count\":1", "\"count\":1,\"at\":1"), Code::not_canonical, {}},
        {"something more, in order",
         good_but("\"key\":", "\"date\":1,\"key\":"),
         Code::unknown_key,
         {{"found", "date"}}},
    });
    Entry many = act_of("a1", "atlantis");
    const Seal one = sealed(many, 'R', 1, {}).seals.front();
    many.seals.assign(most_seals + 1, one);
    expect_refused({{"too many", write_entry(many), Code::too_many_seals, {{"limit", "64"}}}});
}

// -- seals
// -----------------------------------------------------------------------------------------------------

TEST(Seal, HoldsForOneStatementInOneLogAndNothingElse) {
    const Entry entry = act_of("a1", "atlantis");
    const auto digest = digest_of(origin, statement_of(entry));
    const After after{.size = 3, .root = next('x')};
    const Seal good_seal = seal(secret('R'), origin, digest, 5, after);
    ASSERT_EQ(verify_seals(origin, digest, {good_seal}), std::nullopt);

    const auto code = [&](std::string_view log, const merkle::Hash& of, std::vector<Seal> seals) {
        const auto fault = verify_seals(log, of, seals);
        return fault ? name_of(fault->code) : std::string_view("holds");
    };
    EXPECT_EQ(code("other.example/log", digest, {good_seal}), "bad_signature");
    EXPECT_EQ(code(origin, digest_of(origin, statement_of(act_of("a2", "atlantis"))), {good_seal}),
              "bad_signature");
    EXPECT_EQ(code(origin, digest_of("other.example/log", statement_of(entry)), {good_seal}),
              "bad_signature");
    EXPECT_EQ(code(origin, digest, {good_seal, good_seal}), "seal_twice");
    Seal other = good_seal;
    other.count = 6;
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
    other = good_seal, other.after.size = 4;
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
    other = good_seal, other.after.root = next('y');
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
    other = good_seal, other.key = key_of('S');
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
    other = good_seal, other.key = "AAAA";
    EXPECT_EQ(code(origin, digest, {other}), "bad_key");
    // A point of low order as key: its signature of zeros would hold for everything with a lax verifier.
    other.key = key_text(std::string("\x01") + std::string(31, '\0'));
    other.signature = std::string("\x01") + std::string(63, '\0');
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
    // S raised by the order of the group: the same point, another text.
    other = good_seal;
    constexpr unsigned char order[] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                       0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                       0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += static_cast<unsigned char>(other.signature[32 + i]) + order[i];
        other.signature[32 + i] = static_cast<char>(carry & 0xff);
        carry >>= 8;
    }
    EXPECT_EQ(code(origin, digest, {other}), "bad_signature");
}

TEST(Seal, IsOverATextThatIsNoCheckpoint) {
    const Seal made = seal(secret('R'), origin, next('x'), 1, {});
    const std::string sealed_bytes = "depositary/act/v1\n" + std::string(origin) + "\n" + good();
    EXPECT_EQ(merkle::sha256(sealed_bytes), digest_of(origin, good()));
    for (const std::string& text : {sealed_text(origin, next('x'), made), sealed_bytes, sealed_bytes + "\n"})
        EXPECT_FALSE(merkle::read_checkpoint(text)) << text;
}

// Every byte counts: whatever is changed in an entry of the log, either it is refused when it is read, or its
// seals do not hold; only the registry's day is under the tree alone.
TEST(Entry, IsRefusedWithAnyByteChanged) {
    std::mt19937 random(20310507);
    for (const Entry& entry : shapes()) {
        const std::string text = write_entry(entry);
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const int change : {1, 0x20, static_cast<int>(random() % 255) + 1}) {
                std::string damaged = text;
                damaged[at] = static_cast<char>(damaged[at] ^ change);
                const auto read = read_entry(damaged, Where::submitted);
                if (!read) continue;
                const auto fault = verify_seals(origin, digest_of(origin, statement_of(*read)), read->seals);
                EXPECT_TRUE(fault) << "byte " << at << " of " << text << "\n" << damaged;
            }
        }
    }
}

RC_GTEST_PROP(Entry, WhateverTheBodyItComesBackAndHasOneText, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0x01, 0x7f));
    const auto number =
        *rc::gen::inRange<std::int64_t>(-encoding::greatest_number, encoding::greatest_number);
    const Entry entry =
        sealed(with_body(Value(Object{{text, text}, {"n", number}, {"z", base::List{Value(text), Value()}}})),
               'R', 1, {});
    const std::string bytes = write_entry(entry);
    const auto read = read_entry(bytes, Where::submitted);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == entry);
    RC_ASSERT(statement_in(bytes, *read) == statement_of(entry));
}

}  // namespace
}  // namespace seals
