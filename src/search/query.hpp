// What a person typed, read as words to look for.
//
// Words are whatever letters and digits stand together; all else only parts them, so that nothing typed can
// be an operator of the index. Words between quotation marks are a phrase. Knows no index and no language.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The longest title on record is some 150 letters; what is longer than this is a text, not a search.
inline constexpr std::size_t longest_query = 300;
/// Every word is looked up in every way it may be spelled; so many take a few milliseconds.
inline constexpr std::size_t most_words = 32;

/// One word, or several that must follow one another.
struct Term {
    std::vector<std::string> words;  // folded (letters.hpp), never empty
    friend bool operator==(const Term&, const Term&) = default;
};

struct Query {
    std::vector<Term> terms;  // never empty
    friend bool operator==(const Query&, const Query&) = default;
};

enum class Unreadable {
    no_words,  // nothing, or nothing but marks and control characters
    too_long,  // more than `longest_query` letters or `most_words` words
};

std::expected<Query, Unreadable> read_query(std::string_view typed);

}  // namespace search
