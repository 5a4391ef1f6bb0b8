#include "store/pen.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/growth.hpp"

namespace store {

Expected<std::unique_ptr<Pen>> Pen::take(const std::string& file) {
    const auto words = [] { return std::generic_category().message(errno); };
    std::string path = file + ".pen";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return fault(Trouble::cannot_open, path + ": " + words());
    std::unique_ptr<Pen> pen(new Pen(std::move(path), descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return fault(Trouble::other_holds_pen, pen->path_ + " is locked");
        return fault(Trouble::cannot_open, pen->path_ + ": " + words());
    }
    if (!pen->holds()) return fault(Trouble::other_holds_pen, pen->path_ + " was replaced");
    return pen;
}

Pen::~Pen() { ::close(descriptor_); }

bool Pen::holds() const {
    struct stat ours{};
    struct stat there{};
    return ::fstat(descriptor_, &ours) == 0 && ::lstat(path_.c_str(), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

}  // namespace store
