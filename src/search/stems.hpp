// Words and their stems: "decisions", "decision"; «документов», «документ».
//
// The stemmer is picked by the script of a word's first letter: Latin is stemmed as English, Cyrillic as
// Russian, Armenian as Armenian; a word in another script, or one that begins with a digit, is its own stem.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
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
    // A word's letters, its stem's and those it was first written with lie one behind the other; a stem that
    // its word begins with, as most do, has no place of its own. Most of the time that indexing takes here
    // goes by waiting for memory, so that all of it should be near.
    struct Known {
        std::size_t hash;
        std::uint32_t word_at, stem_at, written_at;
        std::uint32_t word_size, stem_size, written_size;
    };
    struct Free {
        void operator()(sb_stemmer* stemmer) const;
    };
    using Stemmer = std::unique_ptr<sb_stemmer, Free>;

    std::string_view stemmed(std::string_view word);
    std::string_view word(const Known& known) const { return letters(known.word_at, known.word_size); }
    std::string_view stem(const Known& known) const { return letters(known.stem_at, known.stem_size); }
    std::string_view written(const Known& known) const {
        return letters(known.written_at, known.written_size);
    }
    std::string_view letters(std::size_t at, std::size_t size) const {
        return std::string_view(letters_).substr(at, size);
    }
    const Known* find(std::string_view word, std::size_t hash) const;
    const Known& keep(std::string_view word, std::string_view written, std::size_t hash);
    void place(std::uint32_t number);

    Stemmer english_, russian_, armenian_;
    std::string letters_;
    std::vector<Known> known_;
    std::vector<std::uint32_t> places_;  // by hash, the number of a known word and one, or 0; never full
    std::unordered_set<std::string_view> stems_;
    std::vector<const Known*> in_order_;  // by their letters
};

}  // namespace search
