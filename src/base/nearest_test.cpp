#include "base/nearest.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
    const std::vector<std::string> words{"members", "member", "quorum", "at_least", "session-day",
                                         "AM",      "BY",     "совет",  "договор",  "приостановление"};
    const struct {
        const char* what;
        const char* found;
        const char* meant;
    } rows[] = {
        {"the word itself", "quorum", "quorum"},
        {"one letter wrong", "quorom", "quorum"},
        {"one letter too many", "quoorum", "quorum"},
        {"one letter missing", "quoum", "quorum"},
        {"neighbours swapped", "qourum", "quorum"},
        {"two slips in a long word", "sesion-dya", "session-day"},
        {"capitals", "QUORUM", "quorum"},
        {"a hyphen for an underscore", "at-least", "at_least"},
        {"of two, the nearer", "membe", "member"},
        {"of two, the nearer", "memberss", "members"},
        {"small letters for a code", "am", "AM"},
        {"one letter of two", "BU", "BY"},
        {"Cyrillic", "совт", "совет"},
        {"Cyrillic capitals", "ДОГОВОР", "договор"},
        {"a Cyrillic letter counts once", "преостоновлене", "приостановление"},
        {"a third of the letters wrong", "quarry", ""},
        {"nothing like it", "parliament", ""},
        {"nothing at all", "", ""},
        {"longer than any name",
         "quorumquorumquorumquorumquorumquorumquorumquorumquorumquorumquorumquorumquorumquorum", ""},
        {"bytes that are no letters", "\xFF\xC0", ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(nearest(row.found, words), row.meant) << row.found;
    }
}

TEST(Nearest, TakesTheFirstInByteOrderOfEquallyNearWords) {
    EXPECT_EQ(nearest("AX", std::vector<std::string>{"AZ", "AM", "AY"}), "AM");
    EXPECT_EQ(nearest("AX", std::vector<std::string>{"AY", "AM", "AZ"}), "AM");
}

TEST(Nearest, DoesNotTakeALetterForAnother) {
    EXPECT_EQ(nearest("B", std::vector<std::string>{"A", "C"}), "");
    EXPECT_EQ(nearest("a", std::vector<std::string>{"A", "C"}), "A");
}

}  // namespace
}  // namespace base
