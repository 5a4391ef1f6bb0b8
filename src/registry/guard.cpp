#include "registry/guard.hpp"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "merkle/note.hpp"

namespace registry {
namespace {

/// Between one writing of the file and the next.
constexpr std::chrono::milliseconds rest{100};

// Written beside, made durable, put in place: a reader sees the old or the new file, whole.
// The system's words where that fails.
std::string put(const std::string& file, const std::string& bytes) {
    const std::string beside = file + ".new";
    const int written = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (written < 0) return std::strerror(errno);
    std::size_t done = 0;
    std::string problem;
    while (done < bytes.size() && problem.empty()) {
        const ssize_t step = ::write(written, bytes.data() + done, bytes.size() - done);
        if (step > 0) {
            done += static_cast<std::size_t>(step);
        } else if (step == 0 || errno != EINTR) {
            problem = std::strerror(step == 0 ? EIO : errno);
        }
    }
    if (problem.empty() && ::fdatasync(written) != 0) problem = std::strerror(errno);
    ::close(written);
    if (problem.empty() && ::rename(beside.c_str(), file.c_str()) != 0) problem = std::strerror(errno);
    return problem;
}

}  // namespace

struct Guard::Writer {
    Writer(std::string to, Failed told)
        : file(std::move(to)), failed(std::move(told)), thread([this] { run(); }) {}
    ~Writer() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        changed.notify_all();
        ending.notify_all();
        thread.join();
    }
    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [&] { return stopping || !newest.empty(); });
            if (newest.empty()) return;
            const std::string bytes = std::exchange(newest, {});
            lock.unlock();
            // Said once, until it works again; each newer checkpoint is another try.
            const std::string problem = put(file, bytes);
            if (!problem.empty() && problem != said && failed) failed(problem);
            said = problem;
            lock.lock();
            // The disk is for the log: whoever is older by so little is no older copy.
            ending.wait_for(lock, rest, [&] { return stopping; });
        }
    }
    std::string file;
    Failed failed;
    std::string said;
    std::mutex mutex;
    std::condition_variable changed;
    std::condition_variable ending;  // of its own, so that a checkpoint does not wake one who rests
    std::string newest;
    bool stopping = false;
    std::thread thread;
};

Guard::Guard(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
Guard::Guard(Guard&&) noexcept = default;
Guard& Guard::operator=(Guard&&) noexcept = default;
Guard::~Guard() = default;

std::expected<Guard, std::string> Guard::open(const std::string& file, Failed failed) {
    std::optional<merkle::Checkpoint> known;
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (!in) return std::unexpected(file + ": " + std::strerror(errno));
        const auto note = merkle::read_note(bytes);
        const auto checkpoint = note ? merkle::read_checkpoint(note->text)
                                     : std::expected<merkle::Checkpoint, merkle::CheckpointFault>(
                                           std::unexpected(merkle::CheckpointFault::missing_line));
        if (!checkpoint) return std::unexpected(file + ": not a checkpoint");
        known = *checkpoint;
    } else if (error) {
        return std::unexpected(file + ": " + error.message());
    }
    Guard guard(std::make_unique<Writer>(file, std::move(failed)));
    guard.known_ = std::move(known);
    return guard;
}

void Guard::remember(const std::string& checkpoint, std::uint64_t size, const merkle::Hash& root) {
    known_ = merkle::Checkpoint{.origin = {}, .size = size, .root = root};
    {
        const std::lock_guard lock(writer_->mutex);
        writer_->newest = checkpoint;
    }
    writer_->changed.notify_one();
}

}  // namespace registry
