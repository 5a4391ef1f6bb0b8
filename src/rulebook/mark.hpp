// A place in a file.
#pragma once

#include <compare>

namespace rulebook {

/// Line and column, counted from 1; a column is a character, not a byte. Zero: the file as a whole.
struct Mark {
    int line = 0;
    int column = 0;
    friend auto operator<=>(Mark, Mark) = default;
};

}  // namespace rulebook
