#include "merkle/policy.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "merkle/checkpoint.hpp"
#include "merkle/testing_keys.hpp"

namespace merkle {
namespace {

const Signer log_signer = fixed_signer("treaty.example/log", KeyType::ed25519, 100);
const std::string log_key = log_signer.verifier().text();

Signer witness(int number) {
    return fixed_signer(fmt::format("capital{}.example", number), KeyType::cosignature,
                        static_cast<unsigned char>(number));
}
std::string key(int number) { return witness(number).verifier().text(); }

// Witnesses w1 to w6 and what follows.
std::string six(const std::string& more) {
    std::string text = "log " + log_key + "\n";
    for (int i = 1; i <= 6; ++i) text += fmt::format("witness w{} {}\n", i, key(i));
    return text + more;
}

TEST(Policy, SaysWhoMakesTheQuorum) {
    const std::string two_levels =
        "group X 2 w1 w2 w3\n"
        "group Y any w4 w5 w6\n"
        "group X-and-Y all X Y\n"
        "quorum X-and-Y\n";
    const struct {
        const char* what;
        std::string rules;
        std::set<std::string> signed_by;
        bool satisfied;
    } rows[] = {
        {"none is asked for", "quorum none\n", {}, true},
        {"one witness", "quorum w1\n", {"w1"}, true},
        {"one witness, another signed", "quorum w1\n", {"w2", "w3"}, false},
        {"one witness, nobody signed", "quorum w1\n", {}, false},
        {"all, all signed", "group g all w1 w2\nquorum g\n", {"w1", "w2"}, true},
        {"all, one is missing", "group g all w1 w2\nquorum g\n", {"w1", "w3"}, false},
        {"any, one signed", "group g any w1 w2\nquorum g\n", {"w2"}, true},
        {"any, nobody of it signed", "group g any w1 w2\nquorum g\n", {"w3"}, false},
        {"two of three", "group g 2 w1 w2 w3\nquorum g\n", {"w1", "w3"}, true},
        {"one of two of three", "group g 2 w1 w2 w3\nquorum g\n", {"w3", "w4", "w5"}, false},
        {"three of three", "group g 3 w1 w2 w3\nquorum g\n", {"w1", "w2", "w3"}, true},
        {"more than asked for", "group g 1 w1 w2 w3\nquorum g\n", {"w1", "w2", "w3"}, true},
        {"a group of one", "group g 1 w1\nquorum g\n", {"w1"}, true},
        {"both groups", two_levels, {"w1", "w3", "w6"}, true},
        {"the first group is short", two_levels, {"w1", "w4", "w5", "w6"}, false},
        {"the second group is short", two_levels, {"w1", "w2", "w3"}, false},
        {"the name of a group is no witness", two_levels, {"X", "Y", "X-and-Y"}, false},
        {"a name that is nobody's", "group g 2 w1 w2\nquorum g\n", {"w1", "w9"}, false},
        {"a group that the quorum does not name", "group g all w1 w2\nquorum w3\n", {"w1", "w2"}, false},
    };
    for (const auto& row : rows) {
        const auto policy = read_policy(six(row.rules));
        ASSERT_TRUE(policy) << row.what;
        EXPECT_EQ(policy->satisfied_by(row.signed_by), row.satisfied) << row.what;
    }
}

TEST(Policy, CountsEachKeyOnce) {
    // No file can say this; a policy put together in another way can.
    const VerifierKey one = witness(1).verifier();
    const Policy policy{{}, {{"a", one, ""}, {"b", one, ""}}, {{"g", 2, {"a", "b"}}}, "g"};
    EXPECT_FALSE(policy.satisfied_by({"a", "b"}));
    // Nor a group that waits for itself.
    const Policy circle{{}, {{"a", one, ""}}, {{"g", 1, {"h"}}, {"h", 1, {"g"}}}, "g"};
    EXPECT_FALSE(circle.satisfied_by({"a"}));
}

TEST(Policy, IsReadAndWritten) {
    const std::string plain = six("quorum none\n");
    const struct {
        const char* what;
        std::string text;
        std::string written;  // empty: the same
    } rows[] = {
        {"the least there is", "quorum none\n", ""},
        {"six witnesses", plain, ""},
        {"addresses",
         "log " + log_key + " https://treaty.example/log/\nwitness w " + key(1) +
             " https://w.example/\nquorum w\n",
         ""},
        {"groups", six("group a all w1 w2\ngroup b any w3 w4\ngroup c 2 w5 a b\nquorum c\n"), ""},
        {"numbers for words", six("group a 2 w1 w2\ngroup b 1 w3 w4\nquorum b\n"),
         six("group a all w1 w2\ngroup b any w3 w4\nquorum b\n")},
        {"any of one", six("group a any w1\nquorum a\n"), six("group a all w1\nquorum a\n")},
        {"tabs, spaces, empty lines and comments",
         "# who\n\n  \t\n\t# indented\n \twitness\tw  " + key(1) + " \t\nquorum\tw\t\n#\n",
         "witness w " + key(1) + "\nquorum w\n"},
        {"no end of the last line", "quorum none", "quorum none\n"},
        {"what is no comment", "witness # " + key(1) + "\nwitness a#b " + key(2) + "\nquorum #\n",
         "witness # " + key(1) + "\nwitness a#b " + key(2) + "\nquorum #\n"},
        {"the quorum before the rest",
         "witness w " + key(1) + "\nquorum w\nwitness v " + key(2) + "\nlog " + log_key + "\n",
         "log " + log_key + "\nwitness w " + key(1) + "\nwitness v " + key(2) + "\nquorum w\n"},
        {"names that look like words",
         "witness all " + key(1) + "\nwitness 2 " + key(2) + "\ngroup any 2 all 2\nquorum any\n",
         "witness all " + key(1) + "\nwitness 2 " + key(2) + "\ngroup any all all 2\nquorum any\n"},
        {"bytes of any kind in a name", "witness \xFF\xC3 " + key(1) + "\nquorum \xFF\xC3\n", ""},
        {"capitals are another name", "witness w " + key(1) + "\nwitness W " + key(2) + "\nquorum W\n", ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto policy = read_policy(row.text);
        ASSERT_TRUE(policy) << name_of(policy.error().code) << " " << policy.error().line;
        EXPECT_EQ(policy->text(), row.written.empty() ? row.text : row.written);
    }
}

TEST(Policy, IsRefused) {
    using enum PolicyFault::Code;
    const std::string w = "witness w1 " + key(1) + "\n";
    const std::string same_key_other_name =
        fixed_signer("other.example", KeyType::cosignature, 1).verifier().text();
    const std::string same_key_of_log =
        fixed_signer("capital.example", KeyType::cosignature, 100).verifier().text();
    const struct {
        const char* what;
        std::string text;
        PolicyFault fault;
    } rows[] = {
        {"nothing", "", {no_quorum, 0}},
        {"witnesses and no quorum", six(""), {no_quorum, 0}},
        {"a comment alone", "# quorum none\n", {no_quorum, 0}},
        {"too long", "quorum none\n" + std::string(longest_policy, '\n'), {too_long, 0}},
        {"a carriage return", "quorum none\r\n", {bad_character, 1}},
        {"a control character in a comment", "quorum none\n# \x01\n", {bad_character, 2}},
        {"U+007F", "quorum none\n#\x7F\n", {bad_character, 2}},
        {"a zero", std::string("quorum none\n\0\n", 14), {bad_character, 2}},
        {"a word that is none", "quorums none\n", {unknown_word, 1}},
        {"a word in capitals", "Quorum none\n", {unknown_word, 1}},
        {"a comment after a line", "quorum none # nobody\n", {wrong_count, 1}},
        {"a log without a key", "log\nquorum none\n", {wrong_count, 1}},
        {"a log with too much", "log " + log_key + " url more\nquorum none\n", {wrong_count, 1}},
        {"a witness without a key", "witness w\nquorum none\n", {wrong_count, 1}},
        {"a witness with too much", "witness w " + key(1) + " url more\nquorum w\n", {wrong_count, 1}},
        {"a group without members", "group g all\nquorum none\n", {wrong_count, 1}},
        {"a quorum of nobody", "quorum\n", {wrong_count, 1}},
        {"a quorum of two", w + "quorum w1 w1\n", {wrong_count, 2}},
        {"no key", "log key\nquorum none\n", {bad_key, 1}},
        {"a key with another ID",
         "log treaty.example/log+00000000+" + log_key.substr(log_key.rfind("+A") + 1) + "\nquorum none\n",
         {bad_key, 1}},
        {"a key of low order",
         "log n+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nquorum none\n",
         {bad_key, 1}},
        {"a witness as a log", "log " + key(1) + "\nquorum none\n", {wrong_type, 1}},
        {"a log as a witness", "witness w " + log_key + "\nquorum w\n", {wrong_type, 1}},
        {"a type we do not know", "log n+00000000+BgAA\nquorum none\n", {wrong_type, 1}},
        {"two witnesses of one name", w + "witness w1 " + key(2) + "\nquorum w1\n", {repeated_name, 2}},
        {"a group named as a witness", w + "group w1 all w1\nquorum w1\n", {repeated_name, 2}},
        {"a witness named as a group",
         w + "group g all w1\nwitness g " + key(2) + "\nquorum g\n",
         {repeated_name, 3}},
        {"a witness called none", "witness none " + key(1) + "\nquorum none\n", {repeated_name, 1}},
        {"a group called none", w + "group none all w1\nquorum none\n", {repeated_name, 2}},
        {"one witness under two names", w + "witness w2 " + key(1) + "\nquorum w1\n", {repeated_key, 2}},
        {"one public key under two key names",
         w + "witness w2 " + same_key_other_name + "\nquorum w1\n",
         {repeated_key, 2}},
        {"a log twice", "log " + log_key + "\nlog " + log_key + "\nquorum none\n", {repeated_key, 2}},
        {"the log's key as a witness",
         "log " + log_key + "\nwitness w " + same_key_of_log + "\nquorum w\n",
         {repeated_key, 2}},
        {"a member that nobody is", w + "group g any w1 w2\nquorum g\n", {unknown_member, 2}},
        {"a member defined below", "group g any w1\n" + w + "quorum g\n", {unknown_member, 1}},
        {"a group of itself", w + "group g any w1 g\nquorum g\n", {unknown_member, 2}},
        {"none as a member", w + "group g any w1 none\nquorum g\n", {unknown_member, 2}},
        {"a member twice", six("group g 2 w1 w1 w2\nquorum g\n"), {member_twice, 8}},
        {"a member of two groups", six("group g 2 w1 w2\ngroup h 2 w2 w3\nquorum h\n"), {member_twice, 9}},
        {"a witness beside its group",
         six("group g 1 w1 w2\ngroup h all g w1\nquorum h\n"),
         {member_twice, 9}},
        {"of none", six("group g 0 w1 w2\nquorum g\n"), {bad_threshold, 8}},
        {"of more than there are", six("group g 3 w1 w2\nquorum g\n"), {bad_threshold, 8}},
        {"a zero before the number", six("group g 01 w1 w2\nquorum g\n"), {bad_threshold, 8}},
        {"less than none", six("group g -1 w1 w2\nquorum g\n"), {bad_threshold, 8}},
        {"most", six("group g most w1 w2\nquorum g\n"), {bad_threshold, 8}},
        {"two quorums", six("quorum w1\nquorum w2\n"), {second_quorum, 9}},
        {"none twice", "quorum none\nquorum none\n", {second_quorum, 2}},
        {"a quorum that nobody is", six("quorum w7\n"), {unknown_quorum, 8}},
        {"a quorum defined below", "quorum w1\n" + w, {unknown_quorum, 1}},
        {"a log is no quorum", "log " + log_key + "\nquorum treaty.example/log\n", {unknown_quorum, 2}},
    };
    for (const auto& row : rows) {
        const auto read = read_policy(row.text);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error().code), name_of(row.fault.code)) << row.what;
        EXPECT_EQ(read.error().line, row.fault.line) << row.what;
    }
}

TEST(Policy, HoldsThirtyTwoOfEachAndNotWithoutEnd) {
    std::string text;
    for (int i = 1; i <= 32; ++i) {
        text += "log " +
                fixed_signer("l", KeyType::ed25519, static_cast<unsigned char>(i + 100)).verifier().text() +
                "\n";
        text += fmt::format("witness w{} {}\ngroup g{} any w{}\n", i, key(i), i, i);
    }
    const auto policy = read_policy(text + "quorum g32\n");
    ASSERT_TRUE(policy);
    EXPECT_TRUE(policy->satisfied_by({"w32"}));
    for (std::size_t i = 0; i < most_policy_names - 96; ++i)
        text += fmt::format("group h{} any {}\n", i, i == 0 ? "g1" : fmt::format("h{}", i - 1));
    EXPECT_TRUE(read_policy(text + "quorum g32\n"));
    EXPECT_EQ(read_policy(text + "group i any g2\nquorum g32\n").error(),
              (PolicyFault{PolicyFault::Code::too_many, 97 + most_policy_names - 96}));
}

// -------------------------------------------------------------------------------------------------------

Note note_of(const std::string& origin, const std::vector<SignatureLine>& lines) {
    return {Checkpoint{origin, 0, empty_root()}.text(), lines};
}

TEST(Standing, IsWhatTheSignaturesComeTo) {
    const Policy policy = *read_policy(six("group g 2 w1 w2 w3\nquorum g\n"));
    const std::string text = note_of("treaty.example/log", {}).text;
    const SignatureLine log = log_signer.sign(text);
    const auto cosigned = [&](int number, std::uint64_t time) { return witness(number).cosign(text, time); };
    const struct {
        const char* what;
        std::vector<SignatureLine> lines;
        bool logged;
        std::set<std::string> witnesses;
        bool witnessed;
        std::uint64_t oldest;
    } rows[] = {
        {"the log alone", {log}, true, {}, false, 0},
        {"one witness", {log, cosigned(1, 50)}, true, {"w1"}, false, 50},
        {"the quorum", {log, cosigned(1, 50), cosigned(3, 40)}, true, {"w1", "w3"}, true, 40},
        {"the quorum, without the log", {cosigned(3, 40), cosigned(1, 50)}, false, {"w1", "w3"}, true, 40},
        {"one of the group and one beside it",
         {log, cosigned(1, 50), cosigned(4, 60)},
         true,
         {"w1", "w4"},
         false,
         50},
        {"with nobody we know",
         {cosigned(9, 1), log, cosigned(1, 50), cosigned(2, 70)},
         true,
         {"w1", "w2"},
         true,
         50},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto standing = standing_of(note_of("treaty.example/log", row.lines), policy);
        ASSERT_TRUE(standing);
        EXPECT_EQ(standing->logged, row.logged);
        EXPECT_EQ(standing->witnesses, row.witnesses);
        EXPECT_EQ(standing->witnessed, row.witnessed);
        EXPECT_EQ(standing->oldest, row.oldest);
    }
}

TEST(Standing, IsNoneWhereALineDoesNotHold) {
    const Policy policy = *read_policy(six("group g 2 w1 w2 w3\nquorum g\n"));
    const Note good = note_of("treaty.example/log", {});
    const SignatureLine log = log_signer.sign(good.text), one = witness(1).cosign(good.text, 50);
    SignatureLine forged = witness(2).cosign(good.text, 50);
    forged.bytes[7] = 51;
    const auto fault = [&](const std::vector<SignatureLine>& lines) {
        const auto standing = standing_of(Note{good.text, lines}, policy);
        return standing ? "" : std::string(name_of(standing.error()));
    };
    EXPECT_EQ(fault({log, one, one}), "repeated_key");
    EXPECT_EQ(fault({log, one, witness(1).cosign(good.text, 51)}), "repeated_key");
    EXPECT_EQ(fault({log, one, forged}), "bad_signature");
    EXPECT_EQ(fault({witness(9).cosign(good.text, 1)}), "no_known_key");
}

TEST(Standing, OfOneLogIsNotThatOfAnother) {
    const Signer other = fixed_signer("other.example/log", KeyType::ed25519, 150);
    const Policy policy =
        *read_policy("log " + log_key + "\nlog " + other.verifier().text() + "\nquorum none\n");
    const Note ours = note_of("treaty.example/log", {});
    const auto by_other = standing_of(Note{ours.text, {other.sign(ours.text)}}, policy);
    ASSERT_TRUE(by_other);
    EXPECT_FALSE(by_other->logged);
    EXPECT_FALSE(by_other->witnessed) << "where nobody is asked for, nobody has witnessed";
    EXPECT_TRUE(
        standing_of(Note{ours.text, {other.sign(ours.text), log_signer.sign(ours.text)}}, policy)->logged);
}

}  // namespace
}  // namespace merkle
