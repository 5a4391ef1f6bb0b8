// Appending to a store, and reading all of it.
//
//   bench_store [ENTRIES_TO_READ=1000000] [FOLDER=.] [POSTGRES_ADDRESS]
//
// One run measures, with entries of 600 bytes and each batch durable before the next one begins:
//   file     an append of the batch's bytes to a bare file and fdatasync, the floor of the job on this
//   machine sqlite   store::append: entries, leaves read back, edge, tiles, checkpoint postgres the same,
//   where an address is given: a database in which there is no store yet
// for batches of 1, 64, 256 and 1,024 entries, in turns, and prints batches and entries a second and the
// median and 99th percentile of a batch. Signing is left out: the same text is kept for each checkpoint.
// Then ENTRIES_TO_READ entries are appended and read as a server does when it starts.
#include "store/store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "merkle/hash.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t entry_bytes = 600;
/// A batch size is measured for so long, in turns.
constexpr std::chrono::milliseconds each_turn{700};
constexpr int turns = 3;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <class T> T sound(store::Expected<T> done) {
    if (!done) {
        fmt::print(stderr, "{}: {}\n", store::name_of(done.error().trouble), done.error().problem);
        std::exit(1);
    }
    return std::move(*done);
}

std::string entry(std::uint64_t number) {
    std::string text = fmt::format("entry {} ", number);
    // Bytes that do not repeat, so that nothing is gained by compressing them.
    for (std::uint64_t state = number + 1; text.size() < entry_bytes;) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        text += static_cast<char>('!' + (state >> 33) % 90);
    }
    return text;
}

store::Batch batch_of(std::uint64_t first, std::size_t count) {
    store::Batch batch;
    for (std::uint64_t i = first; i < first + count; ++i)
        batch.entries.push_back({.digest = merkle::sha256(fmt::format("{}", i)), .bytes = entry(i)});
    return batch;
}

std::expected<std::string, std::string> sign(std::uint64_t, const merkle::Hash&) {
    return std::string(220, 'n');
}

struct Times {
    std::vector<double> batches;  // milliseconds

    double at(double share) {
        std::sort(batches.begin(), batches.end());
        return batches[static_cast<std::size_t>(share * static_cast<double>(batches.size() - 1))];
    }
    void print(const char* what, std::size_t in_a_batch) {
        const double all = std::accumulate(batches.begin(), batches.end(), 0.0) / 1000;
        const double a_second = static_cast<double>(batches.size()) / all;
        fmt::print(
            "{:8} {:>5} a batch  {:>7.0f} batches/s  {:>8.0f} entries/s  p50 {:7.3f} ms  p99 {:7.3f} ms\n",
            what, in_a_batch, a_second, a_second * static_cast<double>(in_a_batch), at(0.5), at(0.99));
    }
};

// Times of `append`, which is given a batch made beforehand.
template <class Append>
void measure(Times& times, std::uint64_t& next, std::size_t in_a_batch, Append append) {
    for (const auto begun = Clock::now(); Clock::now() - begun < each_turn; next += in_a_batch) {
        const store::Batch batch = batch_of(next, in_a_batch);
        const auto start = Clock::now();
        append(next, batch);
        times.batches.push_back(milliseconds_since(start));
    }
}

class BareFile {
public:
    explicit BareFile(const std::string& file)
        : descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {}
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;
    ~BareFile() { ::close(descriptor_); }
    void append(const store::Batch& batch) const {
        std::string all;
        for (const auto& added : batch.entries) all += added.bytes;
        if (::write(descriptor_, all.data(), all.size()) != static_cast<ssize_t>(all.size()) ||
            ::fdatasync(descriptor_) != 0)
            std::exit(1);
    }

private:
    int descriptor_;
};

void measure_appending(const std::string& folder, const std::string& postgres) {
    const BareFile bare(folder + "/bare");
    const auto sqlite = sound(store::create(folder + "/log.sqlite"));
    const auto other = postgres.empty() ? nullptr : sound(store::create(postgres));
    std::uint64_t in_file = 0, in_sqlite = 0, in_postgres = 0;
    for (const std::size_t in_a_batch : {1U, 64U, 256U, 1024U}) {
        Times file, one, two;
        for (int turn = 0; turn < turns; ++turn) {
            measure(file, in_file, in_a_batch, [&](auto, const auto& batch) { bare.append(batch); });
            measure(one, in_sqlite, in_a_batch,
                    [&](auto size, const auto& batch) { sound(sqlite->append(size, batch, sign)); });
            if (other)
                measure(two, in_postgres, in_a_batch,
                        [&](auto size, const auto& batch) { sound(other->append(size, batch, sign)); });
        }
        file.print("file", in_a_batch);
        one.print("sqlite", in_a_batch);
        if (other) two.print("postgres", in_a_batch);
    }
}

void measure_reading(const std::string& folder, std::uint64_t entries) {
    const std::string file = folder + "/read.sqlite";
    {
        const auto writer = sound(store::create(file));
        const auto start = Clock::now();
        for (std::uint64_t at = 0; at < entries; at += 1024)
            sound(writer->append(at, batch_of(at, std::min<std::uint64_t>(1024, entries - at)), sign));
        fmt::print("{} entries appended, making them included: {:.1f} s\n", entries,
                   milliseconds_since(start) / 1000);
    }
    auto start = Clock::now();
    const auto store = sound(store::open(file, store::Mode::append));
    fmt::print("opened to append, the edge checked: {:.1f} ms\n", milliseconds_since(start));
    for (int round = 0; round < 3; ++round) {
        start = Clock::now();
        std::uint64_t bytes = 0, seen = 0;
        const auto read = store->each_entry(0, [&](std::uint64_t, std::string_view text) {
            bytes += text.size();
            ++seen;
            return true;
        });
        if (!read || seen != entries) std::exit(1);
        const double seconds = milliseconds_since(start) / 1000;
        fmt::print("each_entry over {} entries: {:.2f} s, {:.0f} MB/s, {:.0f} entries/s\n", seen, seconds,
                   static_cast<double>(bytes) / 1e6 / seconds, static_cast<double>(seen) / seconds);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::uint64_t entries = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1'000'000;
    std::string folder = std::string(count > 2 ? arguments[2] : ".") + "/bench_store_XXXXXX";
    if (!::mkdtemp(folder.data())) return 1;
    measure_appending(folder, count > 3 ? arguments[3] : "");
    if (entries > 0) measure_reading(folder, entries);
    std::filesystem::remove_all(folder);
}
