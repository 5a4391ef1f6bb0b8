// What came out when a log, or the proof of one act, was checked, in plain sentences: what was looked at,
// what does not hold, where, and what that means. By codes and facts, since the room that checks stands above
// words (archive/verdict.hpp lists them).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/file_faults.hpp"

namespace words {

/// "Seals under entries: 600 verified", of a check by its name and state; `count`: what was looked at.
std::string say_check(std::string_view check, std::string_view state, std::uint64_t count, Language language);
/// "Entry 300: the seal … does not hold", without what it means. `check` names it where the code has no
/// sentence.
std::string say_failure(std::string_view code, const FaultFacts& facts, std::optional<std::uint64_t> entry,
                        std::string_view path, Language language);
/// What a failure of this check means, in a sentence for somebody who does not know how a log is made.
std::string say_meaning(std::string_view check, std::string_view code, Language language);
std::string say_warning(std::string_view warning, std::uint64_t count, Language language);
/// The first line: does it hold, and how much of it. `facts`: origin, entries, size (of them
/// witnessed), witnesses (how many).
std::string say_holds(bool holds, bool witnessed, const FaultFacts& facts, Language language);
/// How fresh it is: `oldest` is the earliest time among the cosignatures, in POSIX seconds.
std::string say_confirmed_last(std::uint64_t oldest, Language language);

/// Every name that has a sentence of its own here, in byte order. For tests.
std::vector<std::string_view> check_names();
std::vector<std::string_view> verdict_codes();
std::vector<std::string_view> warning_names();

}  // namespace words
