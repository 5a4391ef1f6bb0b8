#include "merkle/note.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/base64.hpp"
#include "merkle/testing_keys.hpp"

namespace merkle {
namespace {

// Keys and a note of golang.org/x/mod's own tests.
const std::string peter_secret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const std::string peter_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string enoch_key = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const std::string text =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
const std::string peter_line =
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const std::string enoch_line =
    "— EnochRoot "
    "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

VerifierKey key(const std::string& vkey) {
    const auto read = VerifierKey::read(vkey);
    EXPECT_TRUE(read) << vkey;
    return *read;
}

// The fault of reading the note, or of verifying it; empty where it is good.
std::string fault_of(const std::string& bytes, const std::vector<VerifierKey>& known) {
    const auto note = read_note(bytes);
    if (!note) return std::string(name_of(note.error()));
    EXPECT_EQ(note->whole(), bytes);
    const auto verified = verify_note(*note, known);
    return verified ? "" : std::string(name_of(verified.error()));
}

std::string line_of(const std::string& name, const std::string& bytes) {
    return "— " + name + " " + base::base64(bytes) + "\n";
}

TEST(Note, IsSignedAsByGo) {
    const auto peter = Signer::read(peter_secret);
    ASSERT_TRUE(peter);
    EXPECT_EQ(peter->text(), peter_secret);
    EXPECT_EQ(peter->verifier().text(), peter_key);
    EXPECT_EQ(peter->sign(text).text(), peter_line);
    EXPECT_EQ((Note{text, {peter->sign(text)}}.whole()), text + "\n" + peter_line);
}

TEST(Note, OfTheSpecificationIsVerified) {
    const VerifierKey example = key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    EXPECT_EQ(
        fault_of(
            "This is an example message.\n\n— example.com/foo "
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
            {example}),
        "");
    EXPECT_EQ(
        fault_of(
            "This is an Example message.\n\n— example.com/foo "
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
            {example}),
        "bad_signature");
}

TEST(Note, SaysWhichKnownKeysSigned) {
    const VerifierKey peter = key(peter_key), enoch = key(enoch_key);
    const auto note = read_note(text + "\n" + peter_line + enoch_line);
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, text);
    ASSERT_EQ(note->lines.size(), 2U);
    using Found = std::vector<Verified>;
    EXPECT_EQ(verify_note(*note, std::vector{peter}), (Found{{0, 0, {}}}));
    EXPECT_EQ(verify_note(*note, std::vector{enoch}), (Found{{0, 1, {}}}));
    EXPECT_EQ(verify_note(*note, std::vector{enoch, peter}), (Found{{1, 0, {}}, {0, 1, {}}}));
    EXPECT_EQ(verify_note(*note, {}).error(), NoteFault::no_known_key);
}

TEST(Note, IsReadAsItStands) {
    const std::vector known{key(peter_key)};
    const Signer foo = fixed_signer("foo", KeyType::ed25519, 7);
    const auto signed_by_foo = [&](const std::string& body) { return body + "\n" + foo.sign(body).text(); };
    std::string sixteen, hundred;
    for (int i = 0; i < 99; ++i) (i < 15 ? sixteen : hundred) += line_of("k" + std::to_string(i), "IDENsig");
    const struct {
        const char* what;
        std::string bytes;
        std::vector<VerifierKey> known;
    } rows[] = {
        {"one line", text + "\n" + peter_line, known},
        {"a line by nobody we know", text + "\n" + peter_line + enoch_line, known},
        {"the same twice", text + "\n" + enoch_line + enoch_line + peter_line, known},
        {"of our name, with another ID", text + "\n" + line_of("PeterNeumann", "IDENsig") + peter_line,
         known},
        {"of our ID, with another name",
         text + "\n" + line_of("Peter", base::read_hex("c74f20a3").value() + "sig") + peter_line, known},
        {"a type we do not know, of 2,420 bytes",
         text + "\n" + line_of("w.example", std::string(4 + 8 + 2420, 'm')) + peter_line, known},
        {"sixteen lines", text + "\n" + sixteen + peter_line, known},
        {"a hundred lines", text + "\n" + sixteen + hundred + peter_line, known},
        {"an empty line in the text", signed_by_foo("one\n\ntwo\n"), {foo.verifier()}},
        {"a text that looks like a note", signed_by_foo(text + "\n" + peter_line), {foo.verifier()}},
        {"empty lines at the end of the text", signed_by_foo("one\n\n\n"), {foo.verifier()}},
        {"a text of one empty line", signed_by_foo("\n"), {foo.verifier()}},
        {"Russian", signed_by_foo("договор\n"), {foo.verifier()}},
        {"U+007F and C1 in the text", signed_by_foo("\x7F\u0085\n"), {foo.verifier()}},
    };
    for (const auto& row : rows) EXPECT_EQ(fault_of(row.bytes, row.known), "") << row.what;
}

TEST(Note, IsRefused) {
    const std::vector known{key(peter_key)};
    const std::string good = text + "\n" + peter_line;
    std::string forged = peter_line;
    forged[40] = forged[40] == 'A' ? 'B' : 'A';
    const std::string id = *base::read_hex("c74f20a3");
    std::string hundred_and_one;
    for (int i = 0; i < 100; ++i) hundred_and_one += line_of("k" + std::to_string(i), "IDENsig");
    std::string loose = peter_line;  // a bit beyond the last byte: 'M' is 12, 'N' is 13
    loose.replace(loose.size() - 3, 1, "N");
    const struct {
        const char* what;
        std::string bytes;
        const char* fault;
    } rows[] = {
        {"nothing", "", "no_text"},
        {"the text alone", text, "no_text"},
        {"an empty line after it", text + "\n", "no_signatures"},
        {"no empty line", text + peter_line, "no_text"},
        {"no text", peter_line, "no_text"},
        {"an empty line and a signature", "\n" + peter_line, "no_text"},
        {"no end of the last line", good.substr(0, good.size() - 1), "malformed_line"},
        {"an empty line after the signatures", good + "\n", "no_signatures"},
        {"ends of line as Windows has them",
         text + "\n" + peter_line.substr(0, peter_line.size() - 1) + "\r\n", "control_character"},
        {"a control character", "\x01" + good, "control_character"},
        {"a tab", "\t" + good, "control_character"},
        {"a zero", std::string(1, '\0') + good, "control_character"},
        {"not UTF-8", "\xFF" + good, "not_utf8"},
        {"half of a pair", "\xED\xA0\x80" + good, "not_utf8"},
        {"not UTF-8 in a name", text + "\n— \xC3 AAAAAAAA\n" + peter_line, "not_utf8"},
        {"a name with a space", text + "\n— Bad Name x08go/ZJkuBS9UG/\n", "bad_base64"},
        {"a line that is none", good + "Unexpected line.\n", "malformed_line"},
        {"a hyphen for a dash", text + "\n- PeterNeumann x08goAAA\n", "malformed_line"},
        {"a dash without a space", text + "\n—PeterNeumann x08goAAA\n", "malformed_line"},
        {"no signature", text + "\n— PeterNeumann\n", "malformed_line"},
        {"an empty signature", text + "\n— PeterNeumann \n", "malformed_line"},
        {"an ID alone", text + "\n" + line_of("PeterNeumann", id), "malformed_line"},
        {"three bytes", text + "\n" + line_of("PeterNeumann", "abc"), "malformed_line"},
        {"no name", text + "\n—  x08goAAA\n", "bad_name"},
        {"a plus in a name", text + "\n— a+b x08goAAA\n" + peter_line, "bad_name"},
        {"a space that is not ASCII", text + "\n— a\u2003b x08goAAA\n" + peter_line, "bad_name"},
        {"a name of 256 bytes", text + "\n— " + std::string(256, 'n') + " x08goAAA\n" + peter_line,
         "bad_name"},
        {"no padding", text + "\n— w x08goAA\n" + peter_line, "bad_base64"},
        {"a space after the signature", text + "\n" + peter_line.substr(0, peter_line.size() - 1) + " \n",
         "bad_base64"},
        {"two spaces before it", text + "\n— PeterNeumann  x08goAAA\n", "bad_base64"},
        {"bits beyond the last byte", text + "\n" + loose, "bad_base64"},
        {"a hundred and one lines", text + "\n" + hundred_and_one + peter_line, "too_many_signatures"},
        {"too long", std::string(longest_note, 'a') + good, "too_long"},
        {"nobody we know", text + "\n" + enoch_line, "no_known_key"},
        {"forged", text + "\n" + forged, "bad_signature"},
        {"forged beside a good one of another", text + "\n" + enoch_line + forged, "bad_signature"},
        {"a signature that is too long",
         text + "\n" + peter_line.substr(0, 60) + "ABCD" + peter_line.substr(60), "bad_signature"},
        {"a signature that is too short", text + "\n" + line_of("PeterNeumann", id + "short"),
         "bad_signature"},
        {"good, then forged", good + forged, "repeated_key"},
        {"forged, then good", text + "\n" + forged + peter_line, "bad_signature"},
        {"good twice", good + peter_line, "repeated_key"},
        {"another text", "Another.\n\n" + peter_line, "bad_signature"},
        {"one more end of line", text + "\n\n" + peter_line, "bad_signature"},
    };
    for (const auto& row : rows) EXPECT_EQ(fault_of(row.bytes, known), row.fault) << row.what;
}

TEST(Note, MayBeAsLongAsItsLimit) {
    const Signer foo = fixed_signer("foo", KeyType::ed25519, 7);
    const std::size_t others = 1 + foo.sign("").text().size();
    const std::string longest = std::string(longest_note - others - 1, 'a') + "\n";
    EXPECT_EQ(fault_of(Note{longest, {foo.sign(longest)}}.whole(), {foo.verifier()}), "");
    EXPECT_EQ(fault_of(Note{"a" + longest, {foo.sign("a" + longest)}}.whole(), {foo.verifier()}), "too_long");
}

TEST(SignatureLines, AreReadAsAWitnessAnswers) {
    const auto lines = read_signature_lines(peter_line + enoch_line);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ((*lines)[0].text() + (*lines)[1].text(), peter_line + enoch_line);
    EXPECT_EQ(read_signature_lines("").error(), NoteFault::no_signatures);
    EXPECT_EQ(read_signature_lines("\n").error(), NoteFault::malformed_line);
    EXPECT_EQ(read_signature_lines("\n" + peter_line).error(), NoteFault::malformed_line);
    EXPECT_EQ(read_signature_lines(peter_line + "\n").error(), NoteFault::malformed_line);
    EXPECT_EQ(read_signature_lines(peter_line + "\xFF\n").error(), NoteFault::not_utf8);
    EXPECT_EQ(read_signature_lines("\r" + peter_line).error(), NoteFault::control_character);
    EXPECT_EQ(read_signature_lines(std::string(longest_note + 1, 'a')).error(), NoteFault::too_long);
}

TEST(Cosignature, SaysItsTime) {
    const Signer witness = fixed_signer("w.example", KeyType::cosignature, 9);
    const std::string checkpoint = "treaty.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    constexpr std::uint64_t latest = (std::uint64_t{1} << 63) - 1;
    for (const std::uint64_t time : {std::uint64_t{0}, std::uint64_t{1'760'000'000}, latest}) {
        SCOPED_TRACE(time);
        const SignatureLine line = witness.cosign(checkpoint, time);
        EXPECT_EQ(line.bytes.size(), 72U);
        EXPECT_EQ(time_of(line), time);
        EXPECT_TRUE(verifies(witness.verifier(), checkpoint, line));
        EXPECT_EQ(verify_note(Note{checkpoint, {line}}, std::vector{witness.verifier()}),
                  (std::vector<Verified>{{0, 0, time}}));
        // Another time, another text.
        SignatureLine later = line;
        later.bytes[7] = static_cast<char>(later.bytes[7] ^ 1);
        EXPECT_FALSE(verifies(witness.verifier(), checkpoint, later));
        EXPECT_FALSE(verifies(witness.verifier(), checkpoint + "\n", line));
    }
    SignatureLine beyond = witness.cosign(checkpoint, latest);
    beyond.bytes[0] = static_cast<char>(beyond.bytes[0] | '\x80');
    EXPECT_EQ(time_of(beyond), std::nullopt);
    EXPECT_FALSE(verifies(witness.verifier(), checkpoint, beyond));
}

TEST(Cosignature, IsNoSignatureOfALogAndTheOtherWayRound) {
    const Signer log = fixed_signer("a.example", KeyType::ed25519, 9);
    const Signer witness = fixed_signer("a.example", KeyType::cosignature, 9);
    EXPECT_NE(log.verifier().id(), witness.verifier().id());
    SignatureLine as_witness = log.sign("text\n");
    as_witness.id = witness.verifier().id();
    EXPECT_FALSE(verifies(witness.verifier(), "text\n", as_witness));
    as_witness.bytes.insert(0, 8, '\0');
    EXPECT_FALSE(verifies(witness.verifier(), "text\n", as_witness));
    SignatureLine as_log = witness.cosign("text\n", 0);
    as_log.id = log.verifier().id();
    as_log.bytes.erase(0, 8);
    EXPECT_FALSE(verifies(log.verifier(), "text\n", as_log));
    EXPECT_EQ(time_of(log.sign("text\n")), std::nullopt);
}

TEST(VerifierKey, IsReadAndWritten) {
    for (const std::string& vkey : {peter_key, enoch_key}) EXPECT_EQ(key(vkey).text(), vkey);
    for (const KeyType type : {KeyType::ed25519, KeyType::cosignature}) {
        // Some of these have a plus sign in their base64.
        for (unsigned char first = 0; first < 40; ++first) {
            const VerifierKey verifier = fixed_signer("договор.example", type, first).verifier();
            EXPECT_EQ(VerifierKey::read(verifier.text()), verifier);
        }
    }
}

TEST(VerifierKey, IsRefused) {
    const std::string encoded = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const auto typed = [](char type, const std::string& bytes) {
        return "n+00000000+" + base::base64(std::string(1, type) + bytes);
    };
    const struct {
        const char* what;
        std::string vkey;
        NoteFault fault;
    } rows[] = {
        {"nothing", "", NoteFault::bad_key},
        {"a name alone", "PeterNeumann", NoteFault::bad_key},
        {"no key", "PeterNeumann+c74f20a3", NoteFault::bad_key},
        {"an empty key", "PeterNeumann+c74f20a3+", NoteFault::bad_key},
        {"no name", "+c74f20a3+" + encoded, NoteFault::bad_name},
        {"a name with a space", "Peter Neumann+c74f20a3+" + encoded, NoteFault::bad_name},
        {"a long name", std::string(256, 'n') + "+c74f20a3+" + encoded, NoteFault::bad_name},
        {"another ID", "PeterNeumann+c74f20a4+" + encoded, NoteFault::wrong_id},
        {"another name", "PeterNewmann+c74f20a3+" + encoded, NoteFault::wrong_id},
        {"an ID in capitals", "PeterNeumann+C74F20A3+" + encoded, NoteFault::bad_key},
        {"an ID of six digits", "PeterNeumann+c74f20+" + encoded, NoteFault::bad_key},
        {"an ID of ten digits", "PeterNeumann+c74f20a300+" + encoded, NoteFault::bad_key},
        {"no base64", "PeterNeumann+c74f20a3+" + encoded + "=", NoteFault::bad_base64},
        {"a space after it", "PeterNeumann+c74f20a3+" + encoded + " ", NoteFault::bad_base64},
        {"ECDSA", typed(2, std::string(91, 'k')), NoteFault::unknown_type},
        {"a tree head of RFC 6962", typed(5, std::string(32, 'k')), NoteFault::unknown_type},
        {"ML-DSA-44", typed(6, std::string(1312, 'k')), NoteFault::unknown_type},
        {"a private type", typed('\xFF', std::string(32, 'k')), NoteFault::unknown_type},
        {"a type and no key", typed(1, ""), NoteFault::bad_key},
        {"a key that is too short", typed(1, std::string(31, 'k')), NoteFault::bad_key},
        {"a key that is too long", typed(4, std::string(33, 'k')), NoteFault::bad_key},
        {"a key of low order", typed(1, std::string(32, '\0')), NoteFault::bad_key},
        {"the same of a witness", typed(4, std::string(32, '\0')), NoteFault::bad_key},
    };
    for (const auto& row : rows) {
        const auto read = VerifierKey::read(row.vkey);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error()), name_of(row.fault)) << row.what;
    }
}

TEST(Signer, IsReadAndWritten) {
    for (const KeyType type : {KeyType::ed25519, KeyType::cosignature}) {
        for (unsigned char first = 0; first < 40; ++first) {
            const Signer signer = fixed_signer("a.example/log", type, first);
            const auto read = Signer::read(signer.text());
            ASSERT_TRUE(read);
            EXPECT_EQ(read->verifier(), signer.verifier());
            EXPECT_EQ(read->key().seed(), signer.key().seed());
        }
    }
    const struct {
        const char* what;
        std::string secret;
        NoteFault fault;
    } rows[] = {
        {"nothing", "", NoteFault::bad_key},
        {"a public key", peter_key, NoteFault::bad_key},
        {"without its mark", peter_secret.substr(12), NoteFault::bad_key},
        {"another ID", "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
         NoteFault::wrong_id},
        {"another type", "PRIVATE+KEY+PeterNeumann+c74f20a3+" + base::base64("\x02" + std::string(32, 's')),
         NoteFault::unknown_type},
        {"too short", "PRIVATE+KEY+PeterNeumann+c74f20a3+" + base::base64("\x01" + std::string(31, 's')),
         NoteFault::bad_key},
        {"too long", "PRIVATE+KEY+PeterNeumann+c74f20a3+" + base::base64("\x01" + std::string(33, 's')),
         NoteFault::bad_key},
        {"no base64", peter_secret + "=", NoteFault::bad_base64},
        {"no name", "PRIVATE+KEY++c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
         NoteFault::bad_name},
    };
    for (const auto& row : rows) {
        const auto read = Signer::read(row.secret);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error()), name_of(row.fault)) << row.what;
    }
}

TEST(Name, IsWithoutSpacesPlusAndControls) {
    for (const std::string name : {"a", "example.com/log1", "договор.example", "\U0001F4DC", "a=b", "—"})
        EXPECT_TRUE(acceptable_name(name)) << name;
    EXPECT_TRUE(acceptable_name(std::string(longest_name, 'n')));
    EXPECT_FALSE(acceptable_name(std::string(longest_name + 1, 'n')));
    for (const std::string name : {"", " ", "a b", "a+b", "a\nb", "a\tb", "a\r", "\x7F", "a\xFF", "\xC0\x80"})
        EXPECT_FALSE(acceptable_name(name)) << name;
    // White_Space of Unicode, and controls beyond ASCII.
    for (const std::string space : {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2003", "\u200A", "\u2028",
                                    "\u2029", "\u202F", "\u205F", "\u3000", "\u0080", "\u009F"})
        EXPECT_FALSE(acceptable_name("a" + space + "b")) << base::hex(space);
}

RC_GTEST_PROP(Note, GivesBackWhatWasWritten,
              (const std::vector<std::string>& lines, unsigned char first, std::uint64_t any_time)) {
    const Signer log = fixed_signer("log.example", KeyType::ed25519, first);
    const Signer witness = fixed_signer("w.example", KeyType::cosignature, first);
    const std::uint64_t time = any_time >> 1;
    // Some of the lines are empty.
    std::string body = "\n";
    for (const std::string& line : lines) body += base::hex(line) + "\n";
    const Note note{body, {log.sign(body), witness.cosign(body, time)}};
    const auto read = read_note(note.whole());
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->text == body);
    RC_ASSERT(read->lines == note.lines);
    const auto verified = verify_note(*read, std::vector{log.verifier(), witness.verifier()});
    RC_ASSERT(verified.has_value());
    RC_ASSERT(*verified == (std::vector<Verified>{{0, 0, {}}, {1, 1, time}}));
}

}  // namespace
}  // namespace merkle
