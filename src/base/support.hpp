// What a statement rests on, from strongest to weakest.
//
//   official    stated in a primary text or an official page that was read
//   reported    second-hand: press, an official speaking, a commentator
//   inferred    concluded from such statements
//   unverified  a rule or passage that nobody who keeps this record has read
#pragma once

#include <optional>
#include <string_view>

namespace base {

enum class Support { official, reported, inferred, unverified };

constexpr Support weaker(Support a, Support b) { return a < b ? b : a; }
constexpr Support stronger(Support a, Support b) { return a < b ? a : b; }

constexpr std::string_view support_name(Support support) {
    constexpr std::string_view names[] = {"official", "reported", "inferred", "unverified"};
    return names[static_cast<int>(support)];
}

constexpr std::optional<Support> read_support(std::string_view text) {
    for (int i = 0; i < 4; ++i) {
        if (support_name(static_cast<Support>(i)) == text) return static_cast<Support>(i);
    }
    return std::nullopt;
}

}  // namespace base
