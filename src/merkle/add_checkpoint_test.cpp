#include "merkle/add_checkpoint.hpp"

#include <gtest/gtest.h>

#include "merkle/testing_lines.hpp"
#include "merkle/tree.hpp"

namespace merkle {
namespace {

using testing::hash;
using testing::note;
using testing::times;

TEST(AddCheckpoint, IsReadAndWritten) {
    const Hash node = *read_hash(std::string_view(hash).substr(0, 44));
    const struct {
        const char* what;
        std::string body;
        AddCheckpoint request;
    } rows[] = {
        {"the first", "old 0\n\n" + note, {0, {}, note}},
        {"with a proof", "old 5\n" + hash + hash + "\n" + note, {5, {node, node}, note}},
        {"as long a proof as there is",
         "old 5\n" + times(63, hash) + "\n" + note,
         {5, std::vector<Hash>(longest_path, node), note}},
        {"the largest size", "old 9223372036854775807\n\n" + note, {(std::uint64_t{1} << 63) - 1, {}, note}},
        {"what is no note is read elsewhere", "old 0\n\n\n", {0, {}, "\n"}},
        {"a note as long as it may be",
         "old 9223372036854775807\n" + times(63, hash) + "\n" + std::string(longest_note, 'n'),
         {(std::uint64_t{1} << 63) - 1, std::vector<Hash>(longest_path, node),
          std::string(longest_note, 'n')}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(row.request.text(), row.body);
        EXPECT_TRUE(read_add_checkpoint(row.body) == row.request);
    }
}

TEST(AddCheckpoint, IsRefused) {
    using enum AddCheckpointFault;
    const struct {
        const char* what;
        std::string body;
        AddCheckpointFault fault;
    } rows[] = {
        {"nothing", "", bad_old_size},
        {"one line without its end", "old 0", bad_old_size},
        {"another word", "size 0\n\n" + note, bad_old_size},
        {"capitals", "Old 0\n\n" + note, bad_old_size},
        {"the note alone", note, bad_old_size},
        {"no size", "old \n\n" + note, bad_old_size},
        {"no space", "old0\n\n" + note, bad_old_size},
        {"two spaces", "old  0\n\n" + note, bad_old_size},
        {"a sign", "old +5\n\n" + note, bad_old_size},
        {"less than nothing", "old -5\n\n" + note, bad_old_size},
        {"a zero before", "old 05\n\n" + note, bad_old_size},
        {"dots", "old 0…\n\n" + note, bad_old_size},
        {"too large", "old 9223372036854775808\n\n" + note, bad_old_size},
        {"a carriage return", "old 0\r\n\r\n" + note, bad_old_size},
        {"no base64", "old 0\nhash\n\n" + note, bad_hash},
        {"a short hash", "old 0\nAAAA\n\n" + note, bad_hash},
        {"a hash with a space", "old 0\n " + hash + "\n" + note, bad_hash},
        {"bits beyond a hash", "old 0\n" + hash.substr(0, 42) + "h=\n\n" + note, bad_hash},
        {"no empty line", "old 0\n" + note, bad_hash},
        {"64 hashes", "old 0\n" + times(64, hash) + "\n" + note, too_many_hashes},
        {"it ends after the size", "old 0\n", no_checkpoint},
        {"it ends after a hash", "old 0\n" + hash, no_checkpoint},
        {"it ends within a hash", "old 0\n" + hash.substr(0, 44), no_checkpoint},
        {"it ends after the empty line", "old 0\n\n", no_checkpoint},
        {"too long", "old 0\n\n" + std::string(longest_add_checkpoint, 'n'), too_long},
    };
    for (const auto& row : rows) {
        const auto read = read_add_checkpoint(row.body);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error()), name_of(row.fault)) << row.what;
    }
}

}  // namespace
}  // namespace merkle
