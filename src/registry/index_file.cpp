#include "registry/index_file.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "base/packed.hpp"

namespace registry {
namespace {

/// Another number for every change of what is packed, or of how anything packed lies in memory.
constexpr std::string_view beginning = "depositary index 1\n";
constexpr std::size_t digest_size = 32;
constexpr std::size_t written_at_once = std::size_t{1} << 20;

using Digest = std::array<unsigned char, digest_size>;

// The kinds of act stand in the index by their numbers, dates and tables as they lie in memory.
std::uint64_t build() {
    std::string text;
    for (const encoding::KindDescription& kind : encoding::describe_kinds()) text.append(kind.kind) += ' ';
    for (const std::size_t size : {sizeof(record::Position), sizeof(record::MembershipTurn),
                                   sizeof(record::Adoption), sizeof(package::Sha256), sizeof(base::Date)})
        text += std::to_string(size) + " ";
    std::array<unsigned char, 16> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return number;
}

// A file being written, and the digest of what was written.
class Writing {
public:
    explicit Writing(const std::string& file)
        : file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
        if (file_ < 0) problem_ = std::strerror(errno);
        crypto_generichash_init(&state_, nullptr, 0, digest_size);
        buffer_.reserve(written_at_once);
    }
    ~Writing() {
        if (file_ >= 0) ::close(file_);
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    void add(std::string_view bytes) {
        if (buffer_.size() + bytes.size() > written_at_once) flush();
        if (bytes.size() > written_at_once) {
            put(bytes);
        } else {
            buffer_.append(bytes);
        }
    }
    // Empty: all of it is on the disk.
    std::string finish() {
        flush();
        Digest digest{};
        crypto_generichash_final(&state_, digest.data(), digest.size());
        write_all({reinterpret_cast<const char*>(digest.data()), digest.size()});
        if (problem_.empty() && ::fdatasync(file_) != 0) problem_ = std::strerror(errno);
        return problem_;
    }

private:
    void flush() {
        put(buffer_);
        buffer_.clear();
    }
    void put(std::string_view bytes) {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
        write_all(bytes);
    }
    void write_all(std::string_view bytes) {
        while (problem_.empty() && !bytes.empty()) {
            const ssize_t step = ::write(file_, bytes.data(), bytes.size());
            if (step < 0 && errno == EINTR) continue;
            if (step <= 0) {
                problem_ = std::strerror(step == 0 ? EIO : errno);
            } else {
                bytes.remove_prefix(static_cast<std::size_t>(step));
            }
        }
    }

    int file_;
    std::string problem_;
    std::string buffer_;
    crypto_generichash_state state_{};
};

// A file's bytes for as long as this lives.
class Mapped {
public:
    explicit Mapped(const std::string& file) {
        const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (opened < 0) return;
        struct stat found{};
        if (::fstat(opened, &found) == 0 && S_ISREG(found.st_mode) && found.st_size > 0) {
            size_ = static_cast<std::size_t>(found.st_size);
            void* const at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, opened, 0);
            if (at != MAP_FAILED) at_ = at;
        }
        ::close(opened);
    }
    ~Mapped() {
        if (at_) ::munmap(at_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    std::string_view bytes() const {
        return at_ ? std::string_view(static_cast<const char*>(at_), size_) : std::string_view();
    }

private:
    void* at_ = nullptr;
    std::size_t size_ = 0;
};

void pack_names(base::Packing& to) {
    const std::uint32_t end = base::names_in_use();
    to.put(end);
    // Most names are short, so a byte says how long each is; those that are not say so in four more.
    for (std::uint32_t ordinal = 1; ordinal < end; ++ordinal) {
        const std::string_view name = base::ActId::at(ordinal).text();
        to.put(static_cast<std::uint8_t>(std::min<std::size_t>(name.size(), 0xff)));
        if (name.size() >= 0xff) to.put(static_cast<std::uint32_t>(name.size()));
        to.put_bytes(name);
    }
}

// Every name at the same place as when the index was written; else it is of no use here.
bool unpack_names(base::Unpacking& from) {
    const auto end = from.one<std::uint32_t>();
    if (end > base::names_in_use()) base::expect_names(end - base::names_in_use());
    for (std::uint32_t ordinal = 1; ordinal < end; ++ordinal) {
        std::size_t size = from.one<std::uint8_t>();
        if (size == 0xff) size = from.one<std::uint32_t>();
        const std::string_view name = from.bytes(size);
        if (name.empty() || base::ActId::of_new(name).ordinal() != ordinal) return false;
    }
    return from.good();
}

}  // namespace

std::expected<void, std::string> write_index(const std::string& file, const Book& book,
                                             const merkle::Hash& root) {
    const std::string beside = file + "." + std::to_string(::getpid()) + ".new";
    std::string problem;
    {
        Writing writing(beside);
        base::Packing to([&writing](std::string_view bytes) { writing.add(bytes); });
        writing.add(beginning);
        to.put(build());
        to.put(book.size());
        to.put(root);
        pack_names(to);
        book.pack(to);
        problem = writing.finish();
    }
    if (problem.empty() && ::rename(beside.c_str(), file.c_str()) != 0) problem = std::strerror(errno);
    if (problem.empty()) return {};
    ::unlink(beside.c_str());
    return std::unexpected(std::move(problem));
}

bool read_index(const std::string& file, Book& book, const seals::RootAt& root_at) {
    const Mapped mapped(file);
    std::string_view bytes = mapped.bytes();
    if (!bytes.starts_with(beginning) || bytes.size() < beginning.size() + digest_size) return false;
    const std::string_view whole = bytes.substr(0, bytes.size() - digest_size);
    base::Unpacking from(whole.substr(beginning.size()));
    if (from.one<std::uint64_t>() != build()) return false;
    const auto size = from.one<std::uint64_t>();
    const auto root = from.one<merkle::Hash>();
    if (!from.good() || root_at(size) != root) return false;
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(whole.data()),
                       whole.size(), nullptr, 0);
    if (std::memcmp(digest.data(), bytes.data() + whole.size(), digest_size) != 0) return false;
    return unpack_names(from) && book.unpack(from) && book.size() == size;
}

}  // namespace registry
