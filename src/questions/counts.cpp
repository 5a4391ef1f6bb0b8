#include "questions/counts.hpp"

#include <algorithm>
#include <utility>

namespace questions {
namespace {

// The stage of a paper's way at which it was counted.
acts::Counted stage_of(acts::Counted counted) {
    const bool passed =
        counted == acts::Counted::signed_papers || counted == acts::Counted::adopted_and_signed;
    return passed ? acts::Counted::adopted : counted;
}

bool is_bound(acts::Count count) { return !acts::is_near(count); }

// May both be right? A bound agrees with every number it allows, and with another bound.
bool agree(acts::Count one, acts::Count other) {
    if (is_bound(one) && is_bound(other)) return true;
    if (is_bound(other)) std::swap(one, other);
    if (!is_bound(one)) return one.number == other.number;
    return one.nearness == acts::Nearness::at_least ? other.number >= one.number : other.number > one.number;
}

}  // namespace

bool counts_differ(const std::vector<acts::Tallied>& told) {
    return std::ranges::any_of(told, [&](const acts::Tallied& one) {
        return std::ranges::any_of(told, [&](const acts::Tallied& other) {
            return stage_of(one.counted) == stage_of(other.counted) && !agree(one.number, other.number);
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
