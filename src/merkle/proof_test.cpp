#include "merkle/proof.hpp"

#include <gtest/gtest.h>

#include "merkle/testing_lines.hpp"
#include "merkle/tree.hpp"

namespace merkle {
namespace {

const std::string head = "c2sp.org/tlog-proof@v1\n";
using testing::hash;
using testing::note;
using testing::times;

TEST(LogProof, IsReadAndWritten) {
    const Hash node = *read_hash(std::string_view(hash).substr(0, 44));
    const struct {
        const char* what;
        std::string text;
        LogProof proof;
    } rows[] = {
        {"of the only leaf", head + "index 0\n\n" + note, {"", 0, {}, note}},
        {"of one of many", head + "index 5\n" + hash + hash + "\n" + note, {"", 5, {node, node}, note}},
        {"with what nothing vouches for", head + "extra YWJj\nindex 5\n\n" + note, {"abc", 5, {}, note}},
        {"bytes there", head + "extra AP8=\nindex 5\n\n" + note, {std::string("\0\xFF", 2), 5, {}, note}},
        {"as long as a path is",
         head + "index 5\n" + times(63, hash) + "\n" + note,
         {"", 5, std::vector<Hash>(longest_path, node), note}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(row.proof.text(), row.text);
        EXPECT_TRUE(read_log_proof(row.text) == row.proof);
    }
    const LogProof longest{std::string(longest_extra, '\xFF'), (std::uint64_t{1} << 63) - 1,
                           std::vector<Hash>(longest_path, node), std::string(longest_note, 'n')};
    EXPECT_TRUE(read_log_proof(longest.text()) == longest);
}

TEST(LogProof, IsRefused) {
    using enum ProofFault;
    const struct {
        const char* what;
        std::string text;
        ProofFault fault;
    } rows[] = {
        {"nothing", "", bad_header},
        {"another version", "c2sp.org/tlog-proof@v2\nindex 0\n\n" + note, bad_header},
        {"a carriage return", "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\n" + note, bad_header},
        {"no first line", "index 0\n\n" + note, bad_header},
        {"the first line alone", head, bad_index},
        {"the first line without its end", head.substr(0, head.size() - 1), bad_header},
        {"no index", head + "\n" + note, bad_index},
        {"no number", head + "index \n\n" + note, bad_index},
        {"a sign", head + "index +1\n\n" + note, bad_index},
        {"a zero before", head + "index 01\n\n" + note, bad_index},
        {"too large", head + "index 9223372036854775808\n\n" + note, bad_index},
        {"two indexes", head + "index 1\nindex 1\n\n" + note, bad_hash},
        {"extra without anything", head + "extra \nindex 1\n\n" + note, bad_extra},
        {"extra without a space", head + "extra\nindex 1\n\n" + note, bad_index},
        {"extra that is no base64", head + "extra YWJ\nindex 1\n\n" + note, bad_extra},
        {"bits beyond it", head + "extra YWJ=\nindex 1\n\n" + note, bad_extra},
        {"extra twice", head + "extra YWJj\nextra YWJj\nindex 1\n\n" + note, bad_index},
        {"extra after the index", head + "index 1\nextra YWJj\n\n" + note, bad_hash},
        {"too much extra", LogProof{std::string(longest_extra + 1, 'x'), 1, {}, note}.text(), bad_extra},
        {"a short hash", head + "index 1\nAAAA\n\n" + note, bad_hash},
        {"no empty line", head + "index 1\n" + note, bad_hash},
        {"64 hashes", head + "index 1\n" + times(64, hash) + "\n" + note, too_many_hashes},
        {"it ends after the index", head + "index 1\n", no_checkpoint},
        {"it ends after a hash", head + "index 1\n" + hash, no_checkpoint},
        {"it ends after the empty line", head + "index 1\n\n", no_checkpoint},
        {"too long", head + "index 1\n\n" + std::string(longest_log_proof, 'n'), too_long},
    };
    for (const auto& row : rows) {
        const auto read = read_log_proof(row.text);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error()), name_of(row.fault)) << row.what;
    }
}

}  // namespace
}  // namespace merkle
