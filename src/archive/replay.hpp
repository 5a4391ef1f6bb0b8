// A log replayed entry by entry: every seal, every key at its place, every act in form. What a copy-holder's
// second statement vouches for.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "archive/audit.hpp"
#include "archive/fetch.hpp"

namespace archive {

class LogReplay {
public:
    /// `fetch` gives the tiles of the log's copy, and the files that entries name.
    LogReplay(Fetch fetch, std::string origin);

    /// The entries from `first` on, which follow those of the call before. An error, as one line of code and
    /// facts, where something does not hold.
    std::expected<void, std::string> replay(std::uint64_t first, const std::vector<std::string>& entries);

private:
    Fetch fetch_;
    std::string origin_;
    Reading reading_;
};

}  // namespace archive
