#include "questions/counts.hpp"

#include <algorithm>

namespace questions {
namespace {

// The stage of a paper's way at which it was counted.
acts::Counted stage_of(acts::Counted counted) {
    const bool passed =
        counted == acts::Counted::signed_papers || counted == acts::Counted::adopted_and_signed;
    return passed ? acts::Counted::adopted : counted;
}

}  // namespace

bool counts_differ(const std::vector<acts::Tallied>& told) {
    return std::ranges::any_of(told, [&](const acts::Tallied& one) {
        return std::ranges::any_of(told, [&](const acts::Tallied& other) {
            return stage_of(one.counted) == stage_of(other.counted) &&
                   one.number.number != other.number.number;
        });
    });
}

std::vector<acts::Tallied> counts_standing(const law::Inquiry& inquiry, base::SessionId session) {
    std::vector<acts::Tallied> told;
    for (const law::Event& event : inquiry.events<acts::Tallied>(session)) {
        for (const auto number : event.accounts)
            told.push_back(std::get<acts::Tallied>(inquiry.act(number).content));
    }
    return told;
}

}  // namespace questions
