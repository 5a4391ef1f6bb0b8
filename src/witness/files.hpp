// Small files that are there, whole, or are not, whatever happens to the machine meanwhile.
//
// A file is written beside its place, flushed, renamed, and its folder flushed. A flush that failed is not
// tried again: the system may have forgotten what it could not write, and a second try would succeed with
// nothing.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace witness {

using Path = std::filesystem::path;
/// A failure is told in the system's words, with the file's name: for those who run the program.
template <class T> using OnDisk = std::expected<T, std::string>;

/// The bytes; nothing where there is no such file. A file of more than `limit` bytes is a failure.
OnDisk<std::optional<std::string>> read_file(const Path& file, std::size_t limit);

/// Puts `bytes` there, in the place of what was there. Durable when it returns.
OnDisk<void> replace_file(const Path& file, std::string_view bytes);

enum class Kept {
    written,
    was_there,  // with the same bytes
    differs,    // with other bytes, which were left
};
/// Puts `bytes` where nothing is. Durable when it returns `written`.
OnDisk<Kept> keep_file(const Path& file, std::string_view bytes);

/// The folder and those above it, each durable in the one that holds it.
OnDisk<void> make_folder(const Path& folder);

/// Holds a folder for one program at a time; lets it go when it goes.
class FolderLock {
public:
    /// Empty where another program has it.
    static OnDisk<std::optional<FolderLock>> take(const Path& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace witness
