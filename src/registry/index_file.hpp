// A long log's index in a file of its own, so that a server starts without reading every entry again.
//
// It is this program's own and can be thrown away: what follows from the log's entries up to one size, bound
// to the root of the tree at that size. A file of another log, of another version of the program, cut off or
// changed is passed over, and the log is read from its first entry. Entries themselves are not hashed again
// where an index stands for them; the scrubber does that, and `doctor`.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "registry/book.hpp"

namespace registry {

/// Entries that are read again at each start rather than written down: about a second of work. So a short log
/// has no index.
inline constexpr std::uint64_t entries_without_index = 16'384;

/// Puts the index of `book` in the place of what `file` was. `root`: of the log's first `book.size()`
/// entries. The system's words where that fails; the old file is there then.
std::expected<void, std::string> write_index(const std::string& file, const Book& book,
                                             const merkle::Hash& root);

/// Reads it into a book that has read nothing yet; true where it did. `root_at`: the log's own root at a
/// size, nothing beyond its end.
bool read_index(const std::string& file, Book& book, const seals::RootAt& root_at);

}  // namespace registry
