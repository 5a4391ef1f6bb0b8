#include "search/query.hpp"

#include "search/letters.hpp"

namespace search {
namespace {

/// Letters of UTF-8 in at most four bytes each: what is longer in bytes need not be counted.
constexpr std::size_t most_bytes_of_a_letter = 4;

/// The typed text between quotation marks, and outside them, in turn; outside first.
std::vector<std::string> by_quotation(std::string_view text) {
    std::vector<std::string> parts(1);
    std::size_t from = 0;
    for (const char32_t letter : letters_of(text)) {
        const std::size_t size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
        if (quotation_mark(letter)) {
            parts.emplace_back();
        } else {
            parts.back().append(text.substr(from, size));
        }
        from += size;
    }
    return parts;
}

}  // namespace

std::expected<Query, Unreadable> read_query(std::string_view typed) {
    if (typed.size() > most_bytes_of_a_letter * longest_query) return std::unexpected(Unreadable::too_long);
    const std::string text = folded(typed);
    if (letters_of(text).size() > longest_query) return std::unexpected(Unreadable::too_long);
    const auto parts = by_quotation(text);
    Query query;
    std::size_t words = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A mark that is never closed opens nothing: what follows it are words like any other.
        const bool phrase = i % 2 == 1 && i + 1 < parts.size();
        auto found = words_of(parts[i]);
        words += found.size();
        if (phrase && !found.empty()) {
            query.terms.push_back({std::move(found)});
        } else {
            for (std::string& word : found) query.terms.push_back({{std::move(word)}});
        }
    }
    if (words == 0) return std::unexpected(Unreadable::no_words);
    if (words > most_words) return std::unexpected(Unreadable::too_long);
    return query;
}

}  // namespace search
