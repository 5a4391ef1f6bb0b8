// Finds documents by their words: full-text tables of SQLite (FTS5) in memory, ranked by bm25.
//
// A word is found in all its forms (stems.hpp), and a name under its spellings in Latin and Cyrillic
// (spelling.hpp). A word that is in no document stands for those that begin with it. All words must be there;
// where no document has them all, any of them is enough, and the answer says so.
//
// The index is made once from all documents and never changes. It keeps no text, so a caller keeps what it
// shows. Knows no language of the reader, no day and no treaty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.hpp"

namespace search {

struct Document {
    std::string title;  // a word here counts ten times one in the body
    std::string names;  // of persons and places: found under other spellings too; they count like a title
    std::string body;
};

/// The number of a document in the order in which they were given, from 0.
using DocumentNumber = std::uint32_t;

/// Which words a hit has.
enum class Match { all, some };

struct Found {
    std::vector<DocumentNumber> documents;  // best first
    Match match = Match::all;
};

/// SQLite could not: for want of memory, or because it was built without FTS5. In its own words.
struct Fault {
    std::string says;
};

/// Safe from several threads at once: one waits for the other, for a few milliseconds.
class Index {
public:
    static std::expected<Index, Fault> of(std::span<const Document> documents);
    static std::expected<Index, Fault> of(std::initializer_list<Document> documents) {
        return of(std::span(documents.begin(), documents.size()));
    }
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    /// At most `most` documents.
    std::expected<Found, Fault> find(const Query& query, std::size_t most) const;
    /// Words of the documents that were probably meant by one that is in none of them, nearest first, each as
    /// it is written where it stands first. None where a document has the word.
    std::vector<std::string> nearest(std::string_view word, std::size_t most) const;

private:
    struct State;
    explicit Index(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace search
