// Plain text in lines of a terminal: wrapping, indents and columns, counted in characters and not in
// bytes. No colours and no escape codes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace words {

inline constexpr std::size_t terminal_width = 100;

/// How many columns a UTF-8 text takes; accents that combine with a letter take none.
std::size_t width_of(std::string_view text);

/// `text` in lines of at most `terminal_width`, each ending in '\n'; the first is indented by `indent`,
/// the others by `hanging`. A word longer than a line is cut between characters.
std::string wrapped(std::string_view text, std::size_t indent = 0, std::size_t hanging = 0);

/// Rows of cells in columns two spaces apart; the last cell of a row is wrapped under its own start. An empty
/// table is the empty text.
std::string columns(const std::vector<std::vector<std::string>>& rows, std::size_t indent = 0);

}  // namespace words
