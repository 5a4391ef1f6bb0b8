// How fast acts become durable: entries sealed by 64 keys are handed in by as many clients at once, in this
// process, into a store in a file; every signature is verified, every batch signed and flushed to the disk.
//
//   bench_desk [SECONDS=10] [ACTS_AT_START=0] [FOLDER=/tmp]
//
// Then one client alone, against the bare disk: the same bytes appended to a file, each followed by
// fdatasync, in turns with the acts. ACTS_AT_START: opens a log of so many acts and says how long it took and
// how much memory; its store is made first.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "registry/testing_desk.hpp"

namespace {

using namespace registry;
using namespace registry::testing;
using Clock = std::chrono::steady_clock;

constexpr std::size_t clients = 64;

double seconds_since(Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
}

// The key of a client, and its acts, sealed before they are handed in: sealing is the member's work.
struct Client {
    merkle::SecretKey key;
    std::string member;
    std::vector<std::string> entries;
};
merkle::SecretKey key_of_client(std::size_t i) {
    std::string seed(32, 'c');
    seed[0] = static_cast<char>(i);
    return *merkle::SecretKey::of(seed);
}

std::string members() {
    std::string names;
    for (std::size_t i = 0; i < clients; ++i)
        names += (names.empty() ? "member" : ", member") + std::to_string(100 + i);
    return names;
}

std::vector<std::string> acts_of(const merkle::SecretKey& key, const std::string& member, std::size_t first,
                                 std::size_t count, const seals::After& after) {
    std::vector<std::string> entries;
    for (std::size_t n = first; n < first + count; ++n) {
        seals::Entry entry = seals::testing::with_body(left(member + "-" + std::to_string(n), member));
        entry.seals.push_back(
            seals::seal(key, origin, seals::digest_of(origin, seals::statement_of(entry)), n, after));
        entries.push_back(seals::write_entry(entry));
    }
    return entries;
}

bool accredit_clients(Desk& desk, Hands& hands) {
    for (std::size_t i = 0; i < clients; ++i) {
        const auto accredited = seals::KeyAccredited{.holder = "member" + std::to_string(100 + i),
                                                     .key = seals::key_text(key_of_client(i).public_key()),
                                                     .name = "client",
                                                     .next = {},
                                                     .use = seals::Use::representative};
        if (!std::holds_alternative<Receipt>(
                hands.hand_in(seals::testing::entry_of("client-" + std::to_string(i), accredited), "A")))
            return false;
    }
    return desk.head().size() > 0;
}

// Clients that have their receipt.
class Ready {
public:
    void put(std::size_t client) {
        const std::lock_guard lock(mutex_);
        clients_.push_back(client);
        changed_.notify_one();
    }
    // None once all are done.
    std::optional<std::size_t> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !clients_.empty() || left_ == 0; });
        if (clients_.empty()) return std::nullopt;
        const std::size_t client = clients_.front();
        clients_.pop_front();
        return client;
    }
    void done() {
        const std::lock_guard lock(mutex_);
        if (--left_ == 0) changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::size_t> clients_;
    std::size_t left_ = clients;
};

void print_latencies(std::vector<double> latencies, double seconds, std::uint64_t batches) {
    std::ranges::sort(latencies);
    const auto at = [&](double part) {
        return latencies[static_cast<std::size_t>(part * static_cast<double>(latencies.size() - 1))] * 1000;
    };
    std::printf(
        "  %.0f acts/s; p50 %.2f ms, p99 %.2f ms, longest %.1f ms; %.1f acts a commit\n",
        static_cast<double>(latencies.size()) / seconds, at(0.5), at(0.99), at(1),
        static_cast<double>(latencies.size()) / static_cast<double>(std::max<std::uint64_t>(batches, 1)));
}

int failed(const char* what) {
    std::fprintf(stderr, "%s\n", what);
    return 1;
}

long resident_kib() {
    std::ifstream in("/proc/self/status");
    std::string line;
    while (std::getline(in, line))
        if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);  // what takes long says what it is at
    const double seconds = argc > 1 ? std::atof(argv[1]) : 10;
    const auto at_start = static_cast<std::size_t>(argc > 2 ? std::atoll(argv[2]) : 0);
    const std::filesystem::path folder =
        std::filesystem::path(argc > 3 ? argv[3] : "/tmp") / ("bench_desk." + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    struct Gone {
        std::filesystem::path path;
        ~Gone() { std::filesystem::remove_all(path); }
    } gone{folder};

    auto store = store::create((folder / "log.sqlite").string());
    if (!store) return failed("no store");
    std::atomic<std::uint64_t> batches = 0;
    const auto options = [&] {
        return DeskOptions{.store = **store,
                           .log = log_signer(),
                           .today = [] { return day("2031-05-07"); },
                           .guard = (folder / "guard").string(),
                           .kept = [&](const store::Head&) { ++batches; }};
    };
    auto desk = Desk::open(options());
    if (!desk) return failed("no desk");
    Hands hands(**desk);
    const auto set_up_all = [&] {
        return set_up(**desk, hands, rulebook_yaml("atlantis, lemuria, " + members())) &&
               accredit_clients(**desk, hands);
    };
    if (!set_up_all()) return failed("the log could not be set up");
    const store::Head opened = (*desk)->head();
    const seals::After after{.size = opened.size(), .root = opened.edge.root()};

    if (at_start > 0) {
        const std::size_t each = at_start / clients + 1;
        std::printf("making a log of %zu acts\n", each * clients);
        const auto from = Clock::now();
        std::atomic<std::size_t> refused = 0;
        std::atomic<std::size_t> under_way = 0;
        for (std::size_t i = 0; i < clients; ++i) {
            const auto key = key_of_client(i);
            for (std::string& entry : acts_of(key, "member" + std::to_string(100 + i), 1, each, after)) {
                while (under_way > 4'000) std::this_thread::yield();
                ++under_way;
                (*desk)->submit({std::move(entry), {}, {}, {}}, [&](const Outcome& outcome) {
                    if (!std::holds_alternative<Receipt>(outcome)) ++refused;
                    --under_way;
                });
            }
        }
        while (under_way > 0) std::this_thread::yield();
        std::printf("  %.1f s, %zu refused, %ld MiB resident\n", seconds_since(from), refused.load(),
                    resident_kib() / 1024);
        desk->reset();
        const long before = resident_kib();
        const auto again = Clock::now();
        desk = Desk::open(options());
        if (!desk) return failed("no desk the second time");
        std::printf("opened again: %.2f s, %ld MiB more, %ld MiB resident\n", seconds_since(again),
                    (resident_kib() - before) / 1024, resident_kib() / 1024);
        return 0;
    }

    // 64 clients, each waits for its receipt before it hands in the next. As in a server, their acts are
    // examined by as many threads as there are cores.
    std::vector<Client> all;
    const std::size_t each = static_cast<std::size_t>(seconds * 30'000 / clients) + 1;
    for (std::size_t i = 0; i < clients; ++i) {
        all.push_back({key_of_client(i), "member" + std::to_string(100 + i), {}});
        all.back().entries = acts_of(all.back().key, all.back().member, 1, each, after);
    }
    std::printf("an entry has %zu bytes\n%zu clients\n", all[0].entries[0].size(), clients);
    std::vector<std::vector<double>> latencies(clients);
    std::vector<std::size_t> used(clients);
    std::atomic<bool> bad = false;
    batches = 0;
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto from = Clock::now();
    {
        Ready ready;
        for (std::size_t i = 0; i < clients; ++i) ready.put(i);
        std::vector<std::jthread> threads;
        for (unsigned t = 0; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
            threads.emplace_back([&] {
                while (const auto client = ready.next()) {
                    const std::size_t i = *client;
                    if (seconds_since(from) > seconds || used[i] == all[i].entries.size()) {
                        ready.done();
                        continue;
                    }
                    const auto start = Clock::now();
                    (*desk)->submit({all[i].entries[used[i]++], {}, {}, {}},
                                    [&, i, start](const Outcome& got) {
                                        if (!std::holds_alternative<Receipt>(got)) bad = true;
                                        latencies[i].push_back(seconds_since(start));
                                        ready.put(i);
                                    });
                }
            });
        }
    }
    const double took = seconds_since(from);
    rusage after_all{};
    getrusage(RUSAGE_SELF, &after_all);
    if (bad) return failed("an act was refused");
    std::vector<double> together;
    for (const auto& some : latencies) together.insert(together.end(), some.begin(), some.end());
    print_latencies(together, took, batches);
    const auto cpu = [](const rusage& use) {
        return static_cast<double>(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
               static_cast<double>(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
    };
    const double cpu_each = (cpu(after_all) - cpu(before)) / static_cast<double>(together.size());
    std::printf("  %.1f us of CPU an act; %.2f of the machine's cores were ours\n", cpu_each * 1e6,
                (cpu(after_all) - cpu(before)) / took);

    // One client, in turns with the bare disk.
    std::printf("1 client, in turns with fdatasync of the same bytes\n");
    const int file = ::open((folder / "bare").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    std::vector<double> ours, bare;
    Client& one = all[0];
    const auto until = Clock::now();
    batches = 0;
    for (std::size_t n = used[0]; n < one.entries.size() && seconds_since(until) < seconds; ++n) {
        const auto start = Clock::now();
        if (!std::holds_alternative<Receipt>((*desk)->submit({one.entries[n], {}, {}, {}})))
            return failed("an act was refused");
        ours.push_back(seconds_since(start));
        const auto bare_start = Clock::now();
        const bool written = ::write(file, one.entries[n].data(), one.entries[n].size()) > 0;
        if (!written || ::fdatasync(file) != 0) return failed("the bare file");
        bare.push_back(seconds_since(bare_start));
    }
    ::close(file);
    const auto sum = [](const std::vector<double>& some) {
        double total = 0;
        for (const double x : some) total += x;
        return total;
    };
    if (ours.empty()) return failed("no act was left for one client");
    print_latencies(ours, sum(ours), batches);
    std::printf("  bare: %.0f writes/s; ratio of times %.2f\n", static_cast<double>(bare.size()) / sum(bare),
                sum(ours) / sum(bare));
    return 0;
}
