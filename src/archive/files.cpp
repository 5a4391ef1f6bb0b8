#include "archive/files.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "archive/fetch.hpp"

namespace archive {
namespace {

std::unexpected<std::string> failed() { return std::unexpected(std::generic_category().message(errno)); }

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

}  // namespace

std::expected<Written, std::string> write_once(const std::filesystem::path& file, std::string_view bytes) {
    std::error_code problem;
    if (std::filesystem::exists(file, problem)) {
        const auto there = from_folder(file.parent_path())(file.filename().string(), bytes.size());
        return there && *there && **there == bytes ? Written::was_there : Written::differs;
    }
    std::filesystem::create_directories(file.parent_path(), problem);
    if (problem) return std::unexpected(problem.message());
    const std::filesystem::path unfinished = file.string() + ".unfinished";
    {
        const Descriptor out(::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (!out) return failed();
        if (!write_all(out.number(), bytes)) {
            auto fault = failed();
            ::unlink(unfinished.c_str());
            return fault;
        }
    }
    if (::rename(unfinished.c_str(), file.c_str()) != 0) return failed();
    return Written::now;
}

std::expected<void, std::string> flush_folder(const std::filesystem::path& folder) {
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open || ::fsync(open.number()) != 0) return failed();
    return {};
}

}  // namespace archive
