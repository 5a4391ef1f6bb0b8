// Words and their stems: "decisions", "decision"; «документов», «документ».
//
// The stemmer is picked by the script of a word's first letter: Latin is stemmed as English, Cyrillic as
// Russian, Armenian as Armenian; a word in another script, or one that begins with a digit, is its own stem.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

struct sb_stemmer;

namespace search {

/// Every word of the documents of an index, with its stem and as it was first written. Learns while the index
/// is made, by one thread; afterwards it only tells, and `stem_of` a word it never met must not run twice at
/// once (the stemmers have a memory of their own).
class Vocabulary {
public:
    Vocabulary();

    /// The stem of a folded word of a document, which is remembered. `written`: as it stands there.
    std::string_view learn(std::string_view word, std::string_view written);
    /// The stem of a folded word that was typed; not remembered. Valid until the next word.
    std::string_view stem_of(std::string_view word);
    /// All documents were read: what follows can be asked from now on.
    void close();

    /// Is there a word of this word's stem?
    bool has(std::string_view word);
    /// Words that begin with `beginning`, one for each stem; none where there are more than `most`.
    std::vector<std::string> beginning_with(std::string_view beginning, std::size_t most) const;
    /// As first written, the words that were probably meant, nearest first.
    std::vector<std::string> nearest(std::string_view word, std::size_t most) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    struct Known {
        std::string stem;
        std::string written;
    };
    struct Free {
        void operator()(sb_stemmer* stemmer) const;
    };
    using Stemmer = std::unique_ptr<sb_stemmer, Free>;

    std::string_view stemmed(std::string_view word);

    Stemmer english_, russian_, armenian_;
    std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
    std::unordered_set<std::string_view> stems_;
    std::vector<std::string_view> in_order_;
};

}  // namespace search
