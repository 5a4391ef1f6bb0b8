// The client against our own server, and against servers that do not behave.

#include "http/client.hpp"

#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "http/server.hpp"

namespace http {
namespace {

using namespace std::chrono_literals;
using Code = FetchFault::Code;

Response shown(const Request& request) {
    if (request.path == "/missing") return text("nothing here\n", 404);
    if (request.path == "/elsewhere") return redirect("/a");
    if (request.path == "/round") return redirect("/round");
    if (request.path == "/file") return redirect("file:///etc/passwd");
    if (request.path == "/large") return text(std::string(100'000, 'x'));
    if (request.path == "/headers") return text("x").with("X-One", "1").with("X-Empty", "");
    std::string said = request.path;
    for (const Field& pair : request.query) said += fmt::format(" {}={}", pair.name, pair.value);
    if (const auto named = request.header("X-Name")) said += fmt::format(" for '{}'", *named);
    return text(said);
}

class Running {
public:
    explicit Running(PostHandler post = [](const Request& request,
                                           Reply reply) { reply(text("got " + request.body)); })
        : server_(*Server::listen(shown, std::move(post), {})), thread_([this] { server_.run(); }) {
        ::setenv("no_proxy", "*", 1);  // whatever the environment says, these tests stay on this machine
    }
    ~Running() { server_.stop(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    std::string at(std::string_view target) const {
        return fmt::format("http://127.0.0.1:{}{}", server_.port(), target);
    }

private:
    Server server_;
    std::jthread thread_;
};

/// Takes connections and says the same to each, whatever was asked; then closes them, or keeps them and is
/// silent.
class Rude {
public:
    enum class Then { closes, is_silent };
    explicit Rude(std::string says, Then then = Then::closes)
        : listening_(::socket(AF_INET, SOCK_STREAM, 0)), says_(std::move(says)), then_(then) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        ::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(listening_, 16);
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread([this] { speak(); });
    }
    ~Rude() {
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
        for (const int socket : kept_) ::close(socket);
    }
    Rude(const Rude&) = delete;
    Rude& operator=(const Rude&) = delete;
    std::string url() const { return fmt::format("http://127.0.0.1:{}/", port_); }

private:
    void speak() {
        for (int socket = 0; (socket = ::accept(listening_, nullptr, nullptr)) >= 0;) {
            char asked[4096];
            (void)::recv(socket, asked, sizeof asked, 0);
            (void)::send(socket, says_.data(), says_.size(), MSG_NOSIGNAL);
            if (then_ == Then::closes) {
                ::close(socket);
            } else {
                kept_.push_back(socket);
            }
        }
    }
    int listening_;
    std::uint16_t port_ = 0;
    std::string says_;
    Then then_;
    std::vector<int> kept_;
    std::jthread thread_;
};

std::string code_of(const std::expected<Response, FetchFault>& fetched) {
    return fetched ? fmt::format("status {}", fetched->status) : std::string(name_of(fetched.error().code));
}

TEST(Fetch, GetsStatusHeadersAndBody) {
    const Running server;
    const auto answer =
        fetch({.url = server.at("/%D0%BA?a=b"), .headers = {{"X-Name", "registrar"}, {"X-Nothing", ""}}});
    ASSERT_TRUE(answer.has_value()) << answer.error().problem;
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "/к a=b for 'registrar'");
    EXPECT_EQ(header_of(*answer, "content-TYPE"), "text/plain; charset=utf-8");
    EXPECT_EQ(header_of(*answer, "X-Absent"), std::nullopt);
    const auto headers = fetch({.url = server.at("/headers")});
    ASSERT_TRUE(headers.has_value());
    EXPECT_EQ(header_of(*headers, "x-one"), "1");
    EXPECT_EQ(header_of(*headers, "x-empty"), "");
}

TEST(Fetch, TakesEveryStatusForAnAnswer) {
    const Running server;
    EXPECT_EQ(code_of(fetch({.url = server.at("/missing")})), "status 404");
    EXPECT_EQ(code_of(fetch({.url = server.at("/a/../b")})), "status 200");  // libcurl resolves the dots
    EXPECT_EQ(code_of(fetch({.url = server.at("/a%2Fb")})), "status 400");
}

TEST(Fetch, AsksByHeadWithoutABody) {
    const Running server;
    const auto answer = fetch({.method = Method::head, .url = server.at("/large"), .longest_answer = 10});
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->body, "");
    EXPECT_EQ(header_of(*answer, "Content-Length"), "100000");
}

TEST(Fetch, PostsAnyBytes) {
    const Running server;
    const std::string bodies[] = {"", "abc", std::string("a\0b", 3), std::string(400'000, 'y')};
    for (const std::string& body : bodies) {
        const auto answer = fetch({.method = Method::post, .url = server.at("/"), .body = body});
        ASSERT_TRUE(answer.has_value()) << answer.error().problem;
        EXPECT_EQ(answer->body, "got " + body);
    }
    // And nothing of it is left for the next call.
    EXPECT_EQ(fetch({.url = server.at("/a")})->body, "/a");
}

TEST(Fetch, KeepsTheConnectionOfAThread) {
    // Two answers over one connection: whoever accepts no more than one connection has told them apart.
    const Rude once("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", Rude::Then::is_silent);
    EXPECT_EQ(fetch({.url = once.url()})->body, "x");
    const auto again = fetch({.url = once.url(), .answer_within = 200ms});
    EXPECT_EQ(code_of(again), "timeout");  // on the kept connection nobody answers
}

TEST(Fetch, FollowsNoRedirectUnlessToldTo) {
    const Running server;
    EXPECT_EQ(code_of(fetch({.url = server.at("/elsewhere")})), "status 303");
    EXPECT_EQ(fetch({.url = server.at("/elsewhere"), .redirects = 1})->body, "/a");
    EXPECT_EQ(code_of(fetch({.url = server.at("/round"), .redirects = 3})), "failed");
    EXPECT_EQ(code_of(fetch({.url = server.at("/file"), .redirects = 3})), "broken");
}

TEST(Fetch, HasALimitForTheAnswer) {
    const Running server;
    EXPECT_EQ(fetch({.url = server.at("/large"), .longest_answer = 100'000})->body.size(), 100'000U);
    EXPECT_EQ(code_of(fetch({.url = server.at("/large"), .longest_answer = 99'999})), "too_long");
    EXPECT_EQ(code_of(fetch({.url = server.at("/a")})), "status 200");
    std::string head = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 10'000; ++i) head += fmt::format("X-{}: aaaaaaaaaa\r\n", i);
    const Rude talkative(head + "\r\n");
    EXPECT_EQ(code_of(fetch({.url = talkative.url()})), "too_long");
}

TEST(Fetch, SaysWhatWentWrong) {
    const Running server;
    struct Row {
        const char* what;
        Call call;
        const char* code;
    };
    const Row rows[] = {
        {"no address", {.url = ""}, "bad_call"},
        {"a file", {.url = "file:///etc/passwd"}, "bad_call"},
        {"another protocol", {.url = "ftp://127.0.0.1/"}, "bad_call"},
        {"a space", {.url = server.at("/a b")}, "bad_call"},
        {"a zero byte", {.url = server.at(std::string("/a\0b", 4))}, "bad_call"},
        {"a header of two lines", {.url = server.at("/"), .headers = {{"A", "b\r\nC: d"}}}, "bad_call"},
        {"a header's name with a colon", {.url = server.at("/"), .headers = {{"A: b", "c"}}}, "bad_call"},
        {"a header without a name", {.url = server.at("/"), .headers = {{"", "c"}}}, "bad_call"},
        {"a host there is not", {.url = "http://there-is-none.invalid/"}, "no_host"},
        {"nobody listens", {.url = "http://127.0.0.1:1/"}, "no_connection"},
        {"no TLS there", {.url = "https" + server.at("/").substr(4)}, "not_trusted"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto answer = fetch(row.call);
        EXPECT_EQ(code_of(answer), row.code);
        if (!answer) {
            EXPECT_FALSE(answer.error().problem.empty());
        }
    }
}

TEST(Fetch, GivesUpOnServersThatDoNotBehave) {
    struct Row {
        const char* what;
        std::string says;
        Rude::Then then;
        const char* code;
    };
    const Row rows[] = {
        {"silent", "", Rude::Then::is_silent, "timeout"},
        {"silent in the head", "HTTP/1.1 200 OK\r\nA: ", Rude::Then::is_silent, "timeout"},
        {"silent in the body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", Rude::Then::is_silent,
         "timeout"},
        {"closed at once", "", Rude::Then::closes, "broken"},
        {"closed in the body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", Rude::Then::closes,
         "broken"},
        {"no HTTP", "hello\r\n\r\n", Rude::Then::closes, "broken"},
        {"no compression although it says so",
         "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", Rude::Then::closes,
         "broken"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Rude server(row.says, row.then);
        EXPECT_EQ(code_of(fetch({.url = server.url(), .answer_within = 300ms})), row.code);
    }
}

TEST(Fetch, StopsWhenToldTo) {
    const Rude silent("", Rude::Then::is_silent);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(code_of(fetch({.url = silent.url(), .stop = stop.get_token()})), "stopped");
}

TEST(Fetch, MayBeCalledFromManyThreads) {
    const Running server;
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const std::string body = fmt::format("{} {}", t, i);
                    const auto answer = fetch({.method = Method::post, .url = server.at("/"), .body = body});
                    if (answer && answer->body == "got " + body) ++right;
                }
            });
        }
    }
    EXPECT_EQ(right, 8 * 50);
}

}  // namespace
}  // namespace http
