#include "witness/files.hpp"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace witness {
namespace {

constexpr mode_t file_mode = 0644;
constexpr mode_t folder_mode = 0755;
/// Beside the place of a file while it is written; what a crash left of it is written over.
constexpr std::string_view unfinished = ".new";

std::unexpected<std::string> failed(const Path& file, std::string_view what, int error) {
    return std::unexpected(std::string(what) + " " + file.string() + ": " +
                           std::generic_category().message(error));
}

/// An open file, closed when it goes.
class File {
public:
    File(const Path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, file_mode)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (is_open()) ::close(descriptor_);
    }
    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

OnDisk<void> flush_folder(const Path& folder) {
    const File opened(folder.empty() ? Path(".") : folder, O_RDONLY | O_DIRECTORY);
    if (!opened.is_open() || ::fsync(opened.descriptor()) != 0) return failed(folder, "cannot flush", errno);
    return {};
}

OnDisk<void> write_whole(const Path& path, std::string_view bytes) {
    const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open()) return failed(path, "cannot write", errno);
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.descriptor(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return failed(path, "cannot write", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.descriptor()) != 0) return failed(path, "cannot flush", errno);
    return {};
}

}  // namespace

OnDisk<std::optional<std::string>> read_file(const Path& path, std::size_t limit) {
    const File file(path, O_RDONLY);
    if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (!file.is_open()) return failed(path, "cannot read", errno);
    std::string bytes;
    std::array<char, 65'536> part;
    while (true) {
        const ssize_t count = ::read(file.descriptor(), part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(path, "cannot read", errno);
        if (count == 0) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) return failed(path, "cannot read", EFBIG);
    }
}

OnDisk<void> replace_file(const Path& file, std::string_view bytes) {
    const Path beside = file.string().append(unfinished);
    if (auto written = write_whole(beside, bytes); !written) return written;
    if (::rename(beside.c_str(), file.c_str()) != 0) return failed(file, "cannot put in place", errno);
    return flush_folder(file.parent_path());
}

OnDisk<Kept> keep_file(const Path& file, std::string_view bytes) {
    struct stat there{};
    if (::stat(file.c_str(), &there) == 0) {
        if (static_cast<std::size_t>(there.st_size) != bytes.size()) return Kept::differs;
        const auto present = read_file(file, bytes.size());
        if (!present) return std::unexpected(present.error());
        return *present == bytes ? Kept::was_there : Kept::differs;
    }
    if (auto written = replace_file(file, bytes); !written) return std::unexpected(written.error());
    return Kept::written;
}

OnDisk<void> make_folder(const Path& folder) {
    if (std::error_code ignored; folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
    if (auto above = make_folder(folder.parent_path()); !above) return above;
    if (::mkdir(folder.c_str(), folder_mode) != 0 && errno != EEXIST)
        return failed(folder, "cannot make", errno);
    return flush_folder(folder.parent_path());
}

OnDisk<std::optional<FolderLock>> FolderLock::take(const Path& folder) {
    const Path path = folder / "lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode);
    if (file < 0) return failed(path, "cannot open", errno);
    FolderLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno == EWOULDBLOCK) return std::nullopt;
    return failed(path, "cannot lock", errno);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}
FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace witness
