#include "registry/key_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace registry {
namespace {

/// Bytes of a key's file: a name, an ID and 33 bytes in base64.
constexpr std::size_t longest_key_file = 1024;

std::unexpected<KeyFileFault> fault(KeyFileFault::Why why, std::string problem) {
    return std::unexpected(KeyFileFault{why, std::move(problem)});
}

}  // namespace

std::string_view name_of(KeyFileFault::Why why) {
    constexpr std::array<std::string_view, 4> names{"no_key", "open_key", "exists", "failed"};
    return names[static_cast<std::size_t>(why)];
}

std::expected<merkle::Signer, KeyFileFault> read_key(const std::string& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return fault(KeyFileFault::Why::no_key, std::strerror(errno));
    if (!S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) > longest_key_file)
        return fault(KeyFileFault::Why::no_key, "not a key");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) return fault(KeyFileFault::Why::open_key, {});
    std::ifstream in(file, std::ios::binary);
    std::string line((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) return fault(KeyFileFault::Why::failed, std::strerror(errno));
    if (!line.empty() && line.back() == '\n') line.pop_back();
    auto key = merkle::Signer::read(line);
    if (!key) return fault(KeyFileFault::Why::no_key, std::string(merkle::name_of(key.error())));
    return std::move(*key);
}

std::expected<merkle::Signer, KeyFileFault> make_key(const std::string& file, const std::string& name,
                                                     merkle::KeyType type) {
    merkle::Signer signer(name, type, merkle::SecretKey::random());
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) {
        return fault(errno == EEXIST ? KeyFileFault::Why::exists : KeyFileFault::Why::failed,
                     std::strerror(errno));
    }
    const std::string line = signer.text() + "\n";
    const bool whole =
        ::write(made, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(made) == 0;
    const int error = errno;
    ::close(made);
    if (!whole) {
        ::unlink(file.c_str());
        return fault(KeyFileFault::Why::failed, std::strerror(error));
    }
    return signer;
}

}  // namespace registry
