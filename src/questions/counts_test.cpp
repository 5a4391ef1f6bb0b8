// Counts of a session's papers: which of them contradict one another.
#include "questions/counts.hpp"

#include <gtest/gtest.h>

namespace questions {
namespace {

using enum acts::Counted;

acts::Tallied count(acts::Counted counted, std::int64_t number, bool about = false) {
    acts::Tallied told;
    told.counted = counted;
    told.number = {.number = number, .about = about};
    return told;
}

TEST(Counts, DifferWhereOneStageHasTwoNumbers) {
    struct Row {
        const char* what;
        std::vector<acts::Tallied> told;
        bool differ;
    };
    for (const Row& row : {
             Row{"none", {}, false},
             Row{"one", {count(adopted, 15)}, false},
             Row{"the same twice", {count(adopted, 15), count(adopted, 15)}, false},
             Row{"two numbers of adopted papers", {count(adopted, 15), count(adopted, 16)}, true},
             Row{"about twenty adopted and signed, fifteen signed",
                 {count(adopted_and_signed, 20, true), count(signed_papers, 15)},
                 true},
             Row{"as many signed as adopted", {count(adopted, 15), count(signed_papers, 15)}, false},
             Row{"seventeen submitted, fifteen adopted", {count(submitted, 17), count(adopted, 15)}, false},
             Row{"nineteen prepared, fifteen and sixteen signed",
                 {count(prepared, 19), count(signed_papers, 15), count(signed_papers, 16)},
                 true},
             Row{"two numbers on the agenda", {count(on_agenda, 30, true), count(on_agenda, 20)}, true},
             Row{"about fifteen and fifteen", {count(adopted, 15, true), count(adopted, 15)}, false},
         }) {
        EXPECT_EQ(counts_differ(row.told), row.differ) << row.what;
    }
}

}  // namespace
}  // namespace questions
