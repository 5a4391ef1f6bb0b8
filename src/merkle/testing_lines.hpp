// For tests: lines of which proofs and requests are made.
#pragma once

#include <cstddef>
#include <string>

namespace merkle::testing {

/// A hash on a line of its own, and the smallest note that has one as its root.
inline const std::string hash = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
inline const std::string note = "o\n8\n" + hash + "\n— o AAAAAAAA\n";

inline std::string times(std::size_t count, const std::string& text) {
    std::string all;
    while (count-- != 0) all += text;
    return all;
}

}  // namespace merkle::testing
