// The word that was probably meant: for "did you mean" in faults, questions and the command line.
//
// Distance is Damerau-Levenshtein over code points (UTF-8), with neighbours swapped counting as one
// slip. Knows no vocabulary: the caller gives the words that would have been valid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Keeps the best of the words considered so far.
class Nearest {
public:
    explicit Nearest(std::string_view found);
    void consider(std::string_view word);
    /// Empty while no word is near enough to have been meant: a third of its letters may be slips,
    /// but never more than three. Of equally near words the first in byte order.
    const std::string& best() const { return best_; }

private:
    std::vector<char32_t> found_;
    std::string best_;
    int best_cost_ = 0;  // meaningful once best_ is set
};

/// The one of `words` (a range of strings) nearest to `found`; empty when none is near.
template <class Words> std::string nearest(std::string_view found, const Words& words) {
    Nearest search(found);
    for (const auto& word : words) search.consider(word);
    return search.best();
}

}  // namespace base
