// Counts of a session's papers: which of them contradict one another.
#include "questions/counts.hpp"

#include <gtest/gtest.h>

namespace questions {
namespace {

using enum acts::Counted;
using enum acts::Nearness;

acts::Tallied count(acts::Counted counted, std::int64_t number,
                    acts::Nearness nearness = acts::Nearness::exact) {
    acts::Tallied told;
    told.counted = counted;
    told.number = {.number = number, .nearness = nearness};
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
                 {count(adopted_and_signed, 20, about), count(signed_papers, 15)},
                 true},
             Row{"as many signed as adopted", {count(adopted, 15), count(signed_papers, 15)}, false},
             Row{"seventeen submitted, fifteen adopted", {count(submitted, 17), count(adopted, 15)}, false},
             Row{"nineteen prepared, fifteen and sixteen signed",
                 {count(prepared, 19), count(signed_papers, 15), count(signed_papers, 16)},
                 true},
             Row{"two numbers on the agenda", {count(on_agenda, 30, about), count(on_agenda, 20)}, true},
             Row{"more than twenty and twenty-one",
                 {count(adopted, 20, more_than), count(adopted, 21)},
                 false},
             Row{"more than twenty and twenty", {count(adopted, 20, more_than), count(adopted, 20)}, true},
             Row{"fourteen, and fourteen or more", {count(adopted, 14), count(adopted, 14, at_least)}, false},
             Row{"thirteen, and fourteen or more", {count(adopted, 13), count(adopted, 14, at_least)}, true},
             Row{"two bounds", {count(adopted, 10, more_than), count(adopted, 14, at_least)}, false},
             Row{"about fifteen and fifteen", {count(adopted, 15, about), count(adopted, 15)}, false},
         }) {
        EXPECT_EQ(counts_differ(row.told), row.differ) << row.what;
    }
}

}  // namespace
}  // namespace questions
