#include "base/base64.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace base {
namespace {

TEST(Base64, IsThatOfRfc4648) {
    const struct {
        const char* bytes;
        const char* text;
    } rows[] = {{"", ""},
                {"f", "Zg=="},
                {"fo", "Zm8="},
                {"foo", "Zm9v"},
                {"foob", "Zm9vYg=="},
                {"fooba", "Zm9vYmE="},
                {"foobar", "Zm9vYmFy"},
                {"\xFB\xFF\xBF", "+/+/"}};
    for (const auto& row : rows) {
        EXPECT_EQ(base64(row.bytes), row.text);
        EXPECT_EQ(base64_size(std::string(row.bytes).size()), std::string(row.text).size());
        EXPECT_EQ(read_base64(row.text), row.bytes);
    }
}

TEST(Base64, HasOneTextForOneSequenceOfBytes) {
    const struct {
        const char* what;
        std::string text;
    } rows[] = {
        {"no padding", "Zg"},
        {"half of it", "Zg="},
        {"too much", "Zg==="},
        {"padding where none is due", "Zm9v===="},
        {"padding alone", "===="},
        {"one letter", "Z"},
        {"bits beyond the last byte", "Zh=="},
        {"bits beyond the last byte of two", "Zm9="},
        {"a letter after the padding", "Zg==Z"},
        {"text after the padding", "Zg==Zg=="},
        {"an end of line", "Zm9v\n"},
        {"an end of line within", "Zm\n9v"},
        {"a space", " Zm9v"},
        {"a zero", std::string("Zm9v\0", 5)},
        {"the alphabet for addresses", "-_-_"},
        {"a letter of none", "Zm9*"},
        {"not ASCII", "Zm9\xC3"},
    };
    for (const auto& row : rows) EXPECT_EQ(read_base64(row.text), std::nullopt) << row.what;
}

RC_GTEST_PROP(Base64, GivesBackWhatItWasGiven, (const std::string& bytes)) {
    RC_ASSERT(read_base64(base64(bytes)) == bytes);
    RC_ASSERT(read_hex(hex(bytes)) == bytes);
}

TEST(Hex, HasTwoSmallDigitsAByte) {
    EXPECT_EQ(hex(""), "");
    EXPECT_EQ(hex(std::string("\x00\x0f\xa9\xff", 4)), "000fa9ff");
    EXPECT_EQ(read_hex("000fa9ff"), std::string("\x00\x0f\xa9\xff", 4));
    for (const char* text : {"0", "000", "0F", "A9", "0x", "g0", " 0", "0 ", "00\n"})
        EXPECT_EQ(read_hex(text), std::nullopt) << text;
}

}  // namespace
}  // namespace base
