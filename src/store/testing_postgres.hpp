// For tests: a PostgreSQL server of their own, in a folder that goes with it, on a socket in that folder and
// on no port. It ends with the program that started it, however that ends.
#pragma once

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

namespace store::testing {

class PostgresServer {
public:
    /// The one of this program; nothing where PostgreSQL 15 is not installed. Aborts where it is and does not
    /// start.
    static PostgresServer* of_tests() {
        static const std::unique_ptr<PostgresServer> server(
            std::filesystem::exists(programs + "postgres") ? new PostgresServer() : nullptr);
        return server.get();
    }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer() {
        ::kill(process_, SIGQUIT);  // "immediate": nothing of it is needed again
        ::waitpid(process_, nullptr, 0);
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    /// A database without a store; its address for libpq. To be given back.
    std::string take_database() {
        if (free_.empty()) {
            const std::string name = fmt::format("log{}", ++databases_);
            must_answer(address_of("postgres"), "CREATE DATABASE " + name);
            return address_of(name);
        }
        std::string taken = std::move(free_.back());
        free_.pop_back();
        return taken;
    }
    void give_back(std::string address) {
        ask(address, "DROP SCHEMA IF EXISTS depositary CASCADE");
        free_.push_back(std::move(address));
    }
    std::string address_of(std::string_view name) const {
        return fmt::format("postgresql:///{}?host={}&user=postgres", name, folder_.string());
    }
    /// What psql prints, unaligned and without headings; "ERROR…" where the server refuses.
    std::string ask(const std::string& address, std::string_view sql) const {
        const std::string command = fmt::format("psql -X -A -t -q '{}' -c \"{}\" 2>&1", address, sql);
        std::unique_ptr<FILE, int (*)(FILE*)> output(::popen(command.c_str(), "r"), ::pclose);
        std::string printed;
        char part[4096];
        while (const std::size_t got = std::fread(part, 1, sizeof part, output.get()))
            printed.append(part, got);
        while (printed.ends_with('\n')) printed.pop_back();
        return printed;
    }

private:
    inline static const std::string programs = "/usr/lib/postgresql/15/bin/";

    PostgresServer() {
        std::string pattern = (std::filesystem::temp_directory_path() / "store_pg_XXXXXX").string();
        if (!::mkdtemp(pattern.data())) std::abort();
        folder_ = pattern;
        // PostgreSQL does not run as root.
        if (::getuid() == 0) {
            as_ = "setpriv --reuid=postgres --regid=postgres --clear-groups --pdeathsig QUIT ";
            must(fmt::format("chown postgres: {}", folder_.string()));
        }
        const std::string data = (folder_ / "data").string();
        must(fmt::format(
            "cd / && {}{}initdb -D {} -A trust -U postgres --no-sync -E UTF8 --locale=C >/dev/null", as_,
            programs, data));
        start(
            fmt::format("cd / && exec {}{}postgres -D {} -k {} -c listen_addresses= -c shared_buffers=16MB "
                        "-c max_connections=60 >{}/log 2>&1",
                        as_, programs, data, folder_.string(), folder_.string()));
        const std::string ready = fmt::format("{}pg_isready -q -h {}", programs, folder_.string());
        for (int tries = 0; std::system(ready.c_str()) != 0; ++tries) {
            if (tries > 300 || ::waitpid(process_, nullptr, WNOHANG) != 0)
                must("false  # PostgreSQL did not start");
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        free_.push_back(address_of("postgres"));
    }

    void start(const std::string& command) {
        process_ = ::fork();
        if (process_ != 0) return;
        ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }

    void must_answer(const std::string& address, std::string_view sql) const {
        if (const std::string said = ask(address, sql); !said.empty()) {
            std::fprintf(stderr, "%s\n", said.c_str());
            std::abort();
        }
    }

    static void must(const std::string& command) {
        if (std::system(command.c_str()) == 0) return;
        std::fprintf(stderr, "failed: %s\n", command.c_str());
        std::abort();
    }

    std::filesystem::path folder_;
    std::string as_ = "setpriv --pdeathsig QUIT ";
    pid_t process_ = -1;
    int databases_ = 0;
    std::vector<std::string> free_{};
};

}  // namespace store::testing
