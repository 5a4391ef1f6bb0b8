#include "merkle/checkpoint.hpp"

#include <gtest/gtest.h>

namespace merkle {
namespace {

const std::string root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";
const std::string no_leaves = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

TEST(Checkpoint, IsThreeLines) {
    const struct {
        const char* what;
        std::string text;
        Checkpoint checkpoint;
    } rows[] = {
        {"eight leaves",
         "treaty.example/golden\n8\n" + root + "\n",
         {"treaty.example/golden", 8, *read_hash(root)}},
        {"the empty tree", "a\n0\n" + no_leaves + "\n", {"a", 0, empty_root()}},
        {"as large as it can be",
         "договор.example/1\n9223372036854775807\n" + root + "\n",
         {"договор.example/1", (std::uint64_t{1} << 63) - 1, *read_hash(root)}},
        {"the longest origin",
         std::string(255, 'o') + "\n1\n" + root + "\n",
         {std::string(255, 'o'), 1, *read_hash(root)}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(row.checkpoint.text(), row.text);
        EXPECT_EQ(read_checkpoint(row.text), row.checkpoint);
    }
}

TEST(Checkpoint, IsRefused) {
    using enum CheckpointFault;
    const struct {
        const char* what;
        std::string text;
        CheckpointFault fault;
    } rows[] = {
        {"nothing", "", missing_line},
        {"one line", "o\n", missing_line},
        {"two lines", "o\n8\n", missing_line},
        {"no end of the last line", "o\n8\n" + root, missing_line},
        {"no origin", "\n8\n" + root + "\n", bad_origin},
        {"a space in the origin", "o o\n8\n" + root + "\n", bad_origin},
        {"a plus in the origin", "o+o\n8\n" + root + "\n", bad_origin},
        {"an origin that is too long", std::string(256, 'o') + "\n8\n" + root + "\n", bad_origin},
        {"an origin that is not UTF-8", "o\xFF\n8\n" + root + "\n", bad_origin},
        {"no size", "o\n\n" + root + "\n", bad_size},
        {"a zero before the size", "o\n08\n" + root + "\n", bad_size},
        {"a sign", "o\n+8\n" + root + "\n", bad_size},
        {"less than nothing", "o\n-1\n" + root + "\n", bad_size},
        {"a space after the size", "o\n8 \n" + root + "\n", bad_size},
        {"hexadecimal", "o\n0x8\n" + root + "\n", bad_size},
        {"a size that is too large", "o\n9223372036854775808\n" + root + "\n", bad_size},
        {"no root", "o\n8\n\n", bad_root},
        {"a short root", "o\n8\n" + root.substr(4) + "\n", bad_root},
        {"a long root", "o\n8\nAAAA" + root + "\n", bad_root},
        {"a root without padding", "o\n8\n" + root.substr(0, 43) + "\n", bad_root},
        {"bits beyond the root", "o\n8\n" + root.substr(0, 42) + "h=\n", bad_root},
        {"a carriage return", "o\n8\n" + root + "\r\n", bad_root},
        {"leaves in the empty tree", "o\n0\n" + root + "\n", bad_root},
        {"the empty tree of zeros", "o\n0\n" + base64_of(Hash{}) + "\n", bad_root},
        {"an extension line", "o\n8\n" + root + "\nmore\n", extension_lines},
        {"an empty line", "o\n8\n" + root + "\n\n", extension_lines},
        {"half a line", "o\n8\n" + root + "\nmore", extension_lines},
    };
    for (const auto& row : rows) {
        const auto read = read_checkpoint(row.text);
        ASSERT_FALSE(read) << row.what;
        EXPECT_EQ(name_of(read.error()), name_of(row.fault)) << row.what;
    }
}

TEST(Decimal, HasOneTextForOneNumber) {
    EXPECT_EQ(read_decimal("0"), 0U);
    EXPECT_EQ(read_decimal("10"), 10U);
    EXPECT_EQ(read_decimal("9223372036854775807"), (std::uint64_t{1} << 63) - 1);
    for (const char* text :
         {"", "00", "01", "+1", "-0", "-1", " 1", "1 ", "1\n", "1.0", "1e3", "0x1", "a",
          "9223372036854775808", "18446744073709551616", "99999999999999999999999", "\u0661"})
        EXPECT_EQ(read_decimal(text), std::nullopt) << text;
}

}  // namespace
}  // namespace merkle
