// Evidence: what convinces by the log's key alone, and what does not.

#include "witness/evidence.hpp"

#include <gtest/gtest.h>

#include "witness/testing_log.hpp"

namespace witness {
namespace {

using testing::TestLog;

struct Two {
    TestLog log, fork;
    Two() {
        log.grow_to(20);
        fork.grow_to(5).grow_to(20, "other");
    }
};

Evidence split(const Two& two) {
    return {Evidence::Kind::split, 1'760'000'000, two.log.note(10), two.fork.note(10), {}};
}
Evidence unproved(const Two& two) {
    return {Evidence::Kind::unproved, 1'760'000'000, two.log.note(10), two.fork.note(15),
            two.fork.path(10, 15)};
}

std::string verdict(const Evidence& evidence, const TestLog& log) {
    const auto keys = log.keys();
    const auto held = verify(evidence, keys);
    return held ? "holds" : std::string(name_of(held.error()));
}

TEST(Evidence, HoldsByTheKeyOfTheLogAlone) {
    const Two two;
    for (const Evidence& evidence : {split(two), unproved(two)}) {
        const auto read = read_evidence(evidence.text());
        ASSERT_TRUE(read.has_value()) << name_of(read.error());
        EXPECT_EQ(*read, evidence);
        EXPECT_EQ(verdict(*read, two.log), "holds");
    }
}

TEST(Evidence, DoesNotHoldAgainstALogThatIsRightOrAnother) {
    const Two two;
    TestLog elsewhere("other.example/log");
    elsewhere.grow_to(20);
    const TestLog stranger(std::string(testing::origin), 'X');
    struct Row {
        const char* what;
        Evidence evidence;
        const char* verdict;
    };
    const auto with = [](Evidence evidence, auto change) {
        change(evidence);
        return evidence;
    };
    const Row rows[] = {
        {"two sizes", with(split(two), [&](Evidence& e) { e.newer = two.fork.note(11); }), "other_size"},
        {"one root", with(split(two), [&](Evidence& e) { e.newer = two.log.note(10); }), "same_root"},
        {"one root as far as both go",
         with(split(two),
              [&](Evidence& e) {
                  e.older = two.log.note(5);
                  e.newer = two.fork.note(5);
              }),
         "same_root"},
        {"two logs", with(split(two), [&](Evidence& e) { e.newer = elsewhere.note(10); }), "not_signed"},
        {"changed after it was signed",
         with(split(two), [&](Evidence& e) { e.newer.replace(e.newer.find("\n10\n") + 1, 2, "11"); }),
         "not_signed"},
        {"no note", with(split(two), [&](Evidence& e) { e.older = "hello"; }), "bad_note"},
        {"no checkpoint",
         with(split(two),
              [&](Evidence& e) {
                  e.older = merkle::Note{"hello\n", {two.log.key().sign("hello\n")}}.whole();
              }),
         "bad_checkpoint"},
        {"a path that holds",
         with(unproved(two),
              [&](Evidence& e) {
                  e.newer = two.log.note(15);
                  e.path = two.log.path(10, 15);
              }),
         "path_holds"},
        {"not larger", with(unproved(two), [&](Evidence& e) { e.newer = two.fork.note(10); }), "not_larger"},
        {"smaller", with(unproved(two), [&](Evidence& e) { e.newer = two.fork.note(9); }), "not_larger"},
        {"from nothing", with(unproved(two), [&](Evidence& e) { e.older = two.log.note(0); }), "not_larger"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(verdict(row.evidence, two.log), row.verdict);
    }
    EXPECT_EQ(verdict(split(two), stranger), "not_signed");
}

TEST(Evidence, IsReadExactlyOrNotAtAll) {
    const Two two;
    const std::string right = unproved(two).text();
    const auto replaced = [&](std::string_view from, std::string_view to) {
        std::string text = right;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    struct Row {
        const char* what;
        std::string text;
        const char* fault;
    };
    const Row rows[] = {
        {"nothing", "", "bad_header"},
        {"another format", replaced("@v1", "@v2"), "bad_header"},
        {"another kind", replaced("unproved", "unlikely"), "bad_header"},
        {"no time", replaced("seen 1760000000\n", ""), "bad_header"},
        {"a time with a sign", replaced("seen 1", "seen +1"), "bad_header"},
        {"two spaces", replaced("seen ", "seen  "), "bad_header"},
        {"lengths in another order", replaced("older", "newer"), "bad_header"},
        {"a number too large", replaced("older ", "older 99999999999999999999"), "bad_header"},
        {"a length too long", replaced("older ", "older 9"), "bad_length"},
        {"a byte more", right + "x", "bad_length"},
        {"a byte less", right.substr(0, right.size() - 1), "bad_length"},
        {"a hash that is none", replaced("=\n\n", "\n\n"), "bad_path"},
        {"much", right + std::string(longest_evidence, 'x'), "too_long"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto read = read_evidence(row.text);
        ASSERT_FALSE(read.has_value());
        EXPECT_EQ(name_of(read.error()), row.fault);
    }
    for (std::size_t length = 0; length < right.size(); ++length)
        ASSERT_FALSE(read_evidence(right.substr(0, length)).has_value()) << length;
}

}  // namespace
}  // namespace witness
