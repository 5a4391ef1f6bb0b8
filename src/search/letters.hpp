// Text as its letters: folded, so that one word has one form, and taken apart.
//
// The only file of search/ that knows ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Small letters throughout, marks joined to their letters, full-width and other compatible forms as the
/// plain ones, ё as е; invisible characters (marks of direction, soft hyphens, joiners) fall away. Bytes that
/// are no UTF-8 become U+FFFD. (NFKC_Casefold of Unicode.)
std::string folded(std::string_view text);

/// Marks joined to their letters (NFC), all else as it is; `text` itself where that is so already.
std::string composed(std::string_view text);

std::vector<char32_t> letters_of(std::string_view text);
/// The letter without its mark: é is e. The letter itself where it has none.
char32_t without_mark(char32_t letter);

/// May this stand within a word: a letter, a digit, or a mark on one?
bool of_a_word(char32_t letter);
/// One of "“”„«».
bool quotation_mark(char32_t letter);

/// The words of a text, in order, as they are written in it.
std::vector<std::string> words_of(std::string_view text);

}  // namespace search
