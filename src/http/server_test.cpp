// The server through real sockets, as a client sees it: bytes in, bytes out.

#include "http/server.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace http {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto patience = 20s;  // no test waits longer for anything

/// Says what was asked, so that a client can tell answers apart.
Response echo(const Request& request) {
    if (request.path == "/throws") throw std::runtime_error("on purpose");
    if (request.path == "/throws-no-exception") throw 42;
    if (request.path == "/bad-header") return redirect("/\r\nSet-Cookie: a=b");
    if (request.path == "/nothing") return {.status = 204};
    if (request.path == "/known")
        return request.holds("\"1\"") ? not_modified("\"1\"") : text("x").with("ETag", "\"1\"");
    if (request.path == "/large") return text(std::string(8 * 1024 * 1024, 'x'));
    if (request.path == "/slow") std::this_thread::sleep_for(300ms);
    std::string said = request.path;
    for (const Field& pair : request.query) said += fmt::format(" {}={}", pair.name, pair.value);
    if (const auto named = request.header("X-Name")) said += fmt::format(" for {}", *named);
    if (!request.body.empty()) said += fmt::format(" with {} bytes", request.body.size());
    return text(said);
}

/// A server on a port of its own, running in a thread until the end of the test.
class Running {
public:
    explicit Running(Limits limits = {}, Handler handler = echo, PostHandler post = nullptr,
                     unsigned threads = 2)
        : server_(
              *Server::listen(std::move(handler), std::move(post), {.threads = threads, .limits = limits})),
          thread_([this] {
              server_.run();
              ended_ = true;
          }) {}
    ~Running() {
        server_.stop();
        thread_.join();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::uint16_t port() const { return server_.port(); }
    void stop() { server_.stop(); }
    bool ended() const { return ended_; }
    bool ends_within(Clock::duration time) const {
        for (const auto until = Clock::now() + time; !ended_ && Clock::now() < until;)
            std::this_thread::sleep_for(1ms);
        return ended_;
    }

private:
    Server server_;
    std::atomic<bool> ended_ = false;
    std::thread thread_;
};

/// One connection, by plain system calls.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    explicit Client(const Running& server) : Client(server.port()) {}
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }

    /// Sends what it can: a server that refuses may stop listening before the end.
    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// The next answer, head and body; shorter where the server closed, empty where nothing came.
    std::string answer(bool to_head = false) {
        std::size_t head = std::string::npos;
        while ((head = unread_.find("\r\n\r\n")) == std::string::npos && receive()) {
        }
        if (head == std::string::npos) return std::exchange(unread_, {});
        std::size_t length = head + 4;
        if (!to_head) length += content_length(unread_.substr(0, head));
        while (unread_.size() < length && receive()) {
        }
        std::string taken = unread_.substr(0, length);
        unread_.erase(0, length);
        return taken;
    }

    std::string ask(std::string_view target, std::string_view headers = "") {
        send(fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n{}\r\n", target, headers));
        return answer();
    }

    /// Whether the server closes the connection, saying nothing more.
    bool is_closed() { return !receive() && unread_.empty(); }

private:
    bool receive() {
        pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, static_cast<int>(std::chrono::milliseconds(patience).count())) <= 0) {
            ADD_FAILURE() << "nothing came in time";
            return false;
        }
        char bytes[65536];
        const ssize_t received = ::recv(socket_, bytes, sizeof bytes, 0);
        if (received <= 0) return false;
        unread_.append(bytes, static_cast<std::size_t>(received));
        return true;
    }
    static std::size_t content_length(const std::string& head) {
        static constexpr std::string_view name = "Content-Length: ";
        const std::size_t at = head.find(name);
        return at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
    }

    int socket_;
    bool connected_ = false;
    std::string unread_;
};

int status_of(std::string_view answer) {
    int status = 0;
    if (answer.starts_with("HTTP/1.1 "))
        std::from_chars(answer.data() + 9, answer.data() + answer.size(), status);
    return status;
}

std::string body_of(const std::string& answer) {
    const std::size_t end = answer.find("\r\n\r\n");
    return end == std::string::npos ? "" : answer.substr(end + 4);
}

TEST(Server, AnswersWithStatusHeadersAndBody) {
    const Running server;
    Client client(server);
    const std::string answer = client.ask("/en/%D0%BA?on=2023&take=a+b", "x-NAME: registrar\r\n");
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_EQ(body_of(answer), "/en/к on=2023 take=a b for registrar");
    EXPECT_NE(answer.find("Content-Type: text/plain; charset=utf-8\r\n"), std::string::npos);
    EXPECT_NE(answer.find("\r\nDate: "), std::string::npos);
    EXPECT_NE(answer.find("\r\nX-Content-Type-Options: nosniff\r\n"), std::string::npos);
    EXPECT_EQ(answer.find("Connection:"), std::string::npos);
}

TEST(Server, KeepsTheConnectionForTheNextRequest) {
    const Running server;
    Client client(server);
    for (int i = 0; i < 1'000; ++i) {
        ASSERT_EQ(body_of(client.ask(fmt::format("/{}", i))), fmt::format("/{}", i));
    }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
    const Running server;
    Client client(server);
    std::string all;
    for (int i = 0; i < 200; ++i) all += fmt::format("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", i);
    client.send(all);
    for (int i = 0; i < 200; ++i) ASSERT_EQ(body_of(client.answer()), fmt::format("/{}", i));
}

TEST(Server, TakesARequestInAnyPieces) {
    const Running server;
    Client client(server);
    for (const char byte : std::string_view("GET /slowly HTTP/1.1\r\nHost: x\r\n\r\n")) {
        client.send({&byte, 1});
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(body_of(client.answer()), "/slowly");
}

TEST(Server, AnswersManyClientsAtOnce) {
    const Running server;
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> clients;
        for (int c = 0; c < 16; ++c) {
            clients.emplace_back([&, c] {
                Client client(server);
                for (int i = 0; i < 200; ++i) {
                    if (body_of(client.ask(fmt::format("/{}/{}", c, i))) == fmt::format("/{}/{}", c, i))
                        ++right;
                }
            });
        }
    }
    EXPECT_EQ(right, 16 * 200);
}

TEST(Server, AnswersHeadAsGetWithoutTheBody) {
    const Running server;
    Client client(server);
    client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string answer = client.answer(true);
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_NE(answer.find("Content-Length: 2\r\n"), std::string::npos);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");  // nothing of the first answer is left over
}

TEST(Server, SendsNoBodyWhereTheStatusHasNone) {
    const Running server;
    Client client(server);
    const std::string nothing = client.ask("/nothing");
    EXPECT_EQ(status_of(nothing), 204);
    EXPECT_EQ(nothing.find("Content-Length"), std::string::npos);
    EXPECT_EQ(status_of(client.ask("/known")), 200);
    EXPECT_EQ(status_of(client.ask("/known", "If-None-Match: \"1\"\r\n")), 304);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
}

TEST(Server, SendsLargeAnswersWhole) {
    const Running server;
    Client client(server);
    EXPECT_EQ(body_of(client.ask("/large")).size(), 8U * 1024 * 1024);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
}

TEST(Server, ReadsABodyThatNobodyNeeds) {
    const Running server;
    Client client(server);
    EXPECT_EQ(body_of(client.ask("/a", "Content-Length: 0\r\n")), "/a");
    client.send("GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_EQ(body_of(client.answer()), "/a with 5 bytes");
    client.send("GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    EXPECT_EQ(body_of(client.answer()), "/a with 3 bytes");
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
}

TEST(Server, ClosesWhenAskedTo) {
    const Running server;
    Client modern(server);
    const std::string answer = modern.ask("/a", "Connection: close\r\n");
    EXPECT_EQ(body_of(answer), "/a");
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    EXPECT_TRUE(modern.is_closed());

    Client old(server);
    old.send("GET /old HTTP/1.0\r\n\r\n");
    EXPECT_EQ(body_of(old.answer()), "/old");
    EXPECT_TRUE(old.is_closed());
}

TEST(Server, RefusesWhatIsNotInDueForm) {
    const Running server;
    struct Row {
        const char* what;
        std::string sent;
        int status;
    };
    const std::string get = "GET / HTTP/1.1\r\nHost: x\r\n";
    const Row rows[] = {
        {"no HTTP", "hello\r\n\r\n", 400},
        {"only line ends and words", "\r\n\r\nGET\r\n\r\n", 400},
        {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400},
        {"no version", "GET /\r\n\r\n", 400},
        {"a version there is not", "GET / HTTP/7.3\r\nHost: x\r\n\r\n", 400},
        {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two hosts", get + "Host: y\r\n\r\n", 400},
        {"a header without a colon", get + "nonsense\r\n\r\n", 400},
        {"a space in a header's name", get + "a b: c\r\n\r\n", 400},
        {"a zero byte in a header", get + std::string("a: \0\r\n\r\n", 8), 400},
        {"two lengths", get + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        {"two equal lengths", get + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
        {"a length that is no number", get + "Content-Length: x\r\n\r\n", 400},
        {"a length below nothing", get + "Content-Length: -1\r\n\r\n", 400},
        {"a length beside chunks", get + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"a chunk without a length", get + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"an encoded slash", "GET /a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"two dots", "GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a target that is no path", "GET members HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a long target", "GET /" + std::string(66'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414},
        {"a very long target", "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414},
        {"long headers", get + "a: " + std::string(82'000, 'a') + "\r\n\r\n", 431},
        {"many headers",
         [&] {
             std::string all = get;
             for (int i = 0; i < 10'000; ++i) all += fmt::format("a{}: b\r\n", i);
             return all + "\r\n";
         }(),
         431},
        {"a long body", get + "Content-Length: 65537\r\n\r\n" + std::string(65'537, 'a'), 413},
        {"a long body in chunks",
         get + "Transfer-Encoding: chunked\r\n\r\n20000\r\n" + std::string(0x20000, 'a') + "\r\n0\r\n\r\n",
         413},
        {"POST", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 405},
        {"POST of much",
         "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n" + std::string(900'000, 'a'), 405},
        {"OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 405},
        {"CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405},
        {"a method there is not", "ADOPT / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        Client client(server);
        client.send(row.sent);
        const std::string answer = client.answer();
        EXPECT_EQ(status_of(answer), row.status) << answer.substr(0, 300);
        EXPECT_EQ(answer.find("Allow: GET, HEAD\r\n") != std::string::npos, row.status == 405);
        EXPECT_FALSE(body_of(answer).empty());
    }
    EXPECT_EQ(body_of(Client(server).ask("/alive")), "/alive");
}

TEST(Server, AcceptsWhatIsJustWithinTheLimits) {
    const Running server;
    const std::string path = "/" + std::string(8 * 1024 - 1, 'a');
    EXPECT_EQ(body_of(Client(server).ask(path)), path);
    EXPECT_EQ(status_of(Client(server).ask("/", "a: " + std::string(15 * 1024, 'a') + "\r\n")), 200);
    Client client(server);
    client.send("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n" + std::string(65'536, 'a'));
    EXPECT_EQ(body_of(client.answer()), "/ with 65536 bytes");
}

TEST(Server, GoesOnWhenAHandlerFails) {
    const Running server;
    Client client(server);
    EXPECT_EQ(status_of(client.ask("/throws")), 500);
    EXPECT_EQ(status_of(client.ask("/throws-no-exception")), 500);
    const std::string split = client.ask("/bad-header");
    EXPECT_EQ(status_of(split), 500);
    EXPECT_EQ(split.find("Set-Cookie"), std::string::npos);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
}

TEST(Server, GivesUpOnClientsThatAreTooSlow) {
    const Running server(Limits{.request_within = 200ms});
    Client silent(server);
    Client slow(server);
    slow.send("GET / HTTP/1.1\r\nHo");
    Client idle(server);
    EXPECT_EQ(body_of(idle.ask("/a")), "/a");
    Client trickling(server);
    const auto from = Clock::now();
    std::jthread trickle([&](std::stop_token done) {
        while (!done.stop_requested()) {
            trickling.send("a");
            std::this_thread::sleep_for(20ms);
        }
    });
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(slow.is_closed());
    EXPECT_TRUE(idle.is_closed());
    EXPECT_TRUE(trickling.is_closed());
    EXPECT_LT(Clock::now() - from, 5s);
}

TEST(Server, GivesUpOnAClientThatDoesNotRead) {
    // Much more than the system will buffer for a socket, at a rate that leaves the client 200 ms.
    const auto much = [](const Request&) { return text(std::string(64 * 1024 * 1024, 'x')); };
    const Running server(
        Limits{.request_within = 200ms, .slowest_reader_bytes_per_second = 1024 * 1024 * 1024}, much);
    Client client(server);
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(1s);
    EXPECT_LT(client.answer().size(), 64U * 1024 * 1024);
}

TEST(Server, ClosesConnectionsBeyondTheLimitAndTakesNewOnesAfter) {
    const Running server(Limits{.connections = 4});
    {
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 4; ++i) {
            clients.push_back(std::make_unique<Client>(server));
            EXPECT_EQ(body_of(clients.back()->ask("/a")), "/a");
        }
        Client beyond(server);
        EXPECT_TRUE(beyond.is_closed());
    }
    std::string answer;
    for (const auto until = Clock::now() + patience; answer.empty() && Clock::now() < until;) {
        answer = Client(server).ask("/b");  // the server may not have noticed yet that the four are gone
    }
    EXPECT_EQ(body_of(answer), "/b");
}

TEST(Server, SurvivesClientsThatLeaveAtAnyPoint) {
    const Running server;
    const std::string request = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n";
    for (std::size_t length = 0; length <= request.size(); ++length) {
        Client client(server);
        client.send(std::string_view(request).substr(0, length));
    }
    EXPECT_EQ(body_of(Client(server).ask("/b")), "/b");
}

TEST(Server, FinishesRequestsUnderWayWhenStopped) {
    Running server;
    Client idle(server);
    EXPECT_EQ(body_of(idle.ask("/a")), "/a");
    Client busy(server);
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);  // the handler has it now
    server.stop();
    EXPECT_TRUE(idle.is_closed());
    const std::string answer = busy.answer();
    EXPECT_EQ(body_of(answer), "/slow");
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    EXPECT_TRUE(server.ends_within(1500ms));  // before the grace is over: nothing is left to wait for
    EXPECT_FALSE(Client(server).connected());
}

TEST(Server, DoesNotWaitBeyondTheGraceWhenStopped) {
    Running server(Limits{.grace = 100ms});
    Client half(server);
    half.send("GET / HTTP/1.1\r\n");
    Client taking_nothing(server);
    taking_nothing.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    server.stop();
    server.stop();
    EXPECT_TRUE(server.ends_within(2s));
}

TEST(Server, StopsFromWithinAHandlerAndBeforeItRuns) {
    Server* itself = nullptr;
    auto server = Server::listen(
        [&](const Request&) {
            itself->stop();
            return text("stopping");
        },
        {});
    ASSERT_TRUE(server.has_value());
    itself = &*server;
    std::string answer;
    std::jthread client([&, port = server->port()] { answer = Client(port).ask("/"); });
    server->run();
    client.join();
    EXPECT_EQ(body_of(answer), "stopping");

    auto other = Server::listen(echo, {});
    ASSERT_TRUE(other.has_value());
    other->stop();
    other->run();
}

TEST(Server, StopsOnSigterm) {
    Running server;
    EXPECT_EQ(body_of(Client(server).ask("/a")), "/a");  // by now it listens to signals
    ::kill(::getpid(), SIGTERM);
    EXPECT_TRUE(server.ends_within(patience));
}

TEST(Server, SaysWhyItCannotListen) {
    const Running server;
    const auto taken = Server::listen(echo, {.port = server.port()});
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(taken.error().port, server.port());
    EXPECT_EQ(taken.error().reason, "Address already in use");
    EXPECT_FALSE(Server::listen(echo, {.address = "localhost:8080"}).has_value());
    EXPECT_FALSE(Server::listen(echo, {.address = "203.0.113.1"}).has_value());
}

// -- POST ---------------------------------------------------------------------------------------------------

/// Keeps what was posted until the test answers it.
class Desk {
public:
    struct Waiting {
        Request request;
        Reply reply;
    };

    PostHandler handler() {
        return [this](Request request, Reply reply) {
            const std::lock_guard lock(mutex_);
            waiting_.push_back({.request = std::move(request), .reply = std::move(reply)});
            came_.notify_all();
        };
    }
    /// All of them, once there are `count`.
    std::vector<Waiting> take(std::size_t count) {
        std::unique_lock lock(mutex_);
        EXPECT_TRUE(came_.wait_for(lock, patience, [&] { return waiting_.size() >= count; }));
        return std::exchange(waiting_, {});
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Waiting> waiting_;
};

std::string post_of(std::string_view body, std::string_view path = "/", std::string_view headers = "") {
    return fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n{}\r\n{}", path, body.size(),
                       headers, body);
}

/// Answers at once, before the handler has returned.
void answer_at_once(const Request& request, Reply reply) { reply(text("got " + request.body)); }

TEST(Post, IsAnsweredAtOnceOrLaterOnOneConnection) {
    const Running server({}, echo, answer_at_once);
    Client client(server);
    for (int i = 0; i < 500; ++i) {
        client.send(post_of(fmt::to_string(i)));
        ASSERT_EQ(body_of(client.answer()), fmt::format("got {}", i));
    }
    EXPECT_EQ(body_of(client.ask("/a")), "/a");
}

TEST(Post, CarriesMethodTargetHeadersAndBody) {
    Desk desk;
    const Running server({}, echo, desk.handler());
    Client client(server);
    client.send(
        "POST /acts?by=x HTTP/1.1\r\nHost: x\r\nX-Name: registrar\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    auto posted = desk.take(1);
    ASSERT_EQ(posted.size(), 1U);
    const Request& request = posted[0].request;
    EXPECT_EQ(request.method, Method::post);
    EXPECT_EQ(request.path, "/acts");
    EXPECT_EQ(request.parameter("by"), "x");
    EXPECT_EQ(request.header("x-name"), "registrar");
    EXPECT_EQ(request.body, "abcde");
    posted[0].reply(json("{}", 201));
    EXPECT_EQ(status_of(client.answer()), 201);
}

TEST(Post, ManyWaitAtOnceOnOneThreadAndHoldUpNobody) {
    Desk desk;
    const Running server({}, echo, desk.handler(), 1);
    constexpr std::size_t many = 300;
    std::vector<std::unique_ptr<Client>> clients;
    for (std::size_t i = 0; i < many; ++i) {
        clients.push_back(std::make_unique<Client>(server));
        clients.back()->send(post_of(fmt::to_string(i)));
    }
    auto posted = desk.take(many);
    ASSERT_EQ(posted.size(), many);
    EXPECT_EQ(body_of(Client(server).ask("/meanwhile")), "/meanwhile");
    // From two other threads, the last first.
    std::ranges::reverse(posted);
    {
        const auto answer = [&](std::size_t from) {
            for (std::size_t i = from; i < many; i += 2)
                posted[i].reply(text("got " + posted[i].request.body));
        };
        const std::jthread one(answer, 0);
        const std::jthread other(answer, 1);
    }
    for (std::size_t i = 0; i < many; ++i) ASSERT_EQ(body_of(clients[i]->answer()), fmt::format("got {}", i));
}

TEST(Post, KeepsTheOrderOfAConnection) {
    Desk desk;
    const Running server({}, echo, desk.handler());
    Client client(server);
    client.send(post_of("a") + "GET /between HTTP/1.1\r\nHost: x\r\n\r\n" + post_of("b"));
    auto first = desk.take(1);
    ASSERT_EQ(first.size(), 1U);  // the second waits for the answer to the first
    first[0].reply(text("first"));
    EXPECT_EQ(body_of(client.answer()), "first");
    EXPECT_EQ(body_of(client.answer()), "/between");
    auto second = desk.take(1);
    ASSERT_EQ(second.size(), 1U);
    second[0].reply(text("second"));
    EXPECT_EQ(body_of(client.answer()), "second");
}

TEST(Post, IsA500WhereNobodyAnswers) {
    struct Row {
        const char* what;
        PostHandler handler;
    };
    Row rows[] = {
        {"dropped at once", [](const Request&, const Reply&) {}},
        {"dropped later, elsewhere",
         [](const Request&, Reply reply) { std::thread([kept = std::move(reply)] {}).detach(); }},
        {"another in its place",
         [](const Request&, Reply reply) { reply = Reply([](const std::optional<Response>&) {}); }},
        {"an exception", [](const Request&, const Reply&) { throw std::runtime_error("on purpose"); }},
        {"no exception of a known type", [](const Request&, const Reply&) { throw 42; }},
        {"a header that cannot be sent",
         [](const Request&, Reply reply) { reply(redirect("/\r\nSet-Cookie: a=b")); }},
    };
    for (Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Running server({}, echo, std::move(row.handler));
        Client client(server);
        client.send(post_of("abc"));
        EXPECT_EQ(status_of(client.answer()), 500);
        EXPECT_EQ(body_of(client.ask("/b")), "/b");
    }
}

TEST(Post, IsA503WhereTheAnswerDoesNotComeInTime) {
    Desk desk;
    const Running server(Limits{.answer_within = 100ms}, echo, desk.handler());
    Client client(server);
    client.send(post_of("abc"));
    auto posted = desk.take(1);
    EXPECT_EQ(status_of(client.answer()), 503);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
    ASSERT_EQ(posted.size(), 1U);
    posted[0].reply(text("too late"));  // harms nobody
    EXPECT_EQ(body_of(client.ask("/c")), "/c");
}

TEST(Post, MayBeAnsweredAfterTheClientLeft) {
    Desk desk;
    const Running server({}, echo, desk.handler(), 1);
    for (int i = 0; i < 20; ++i) Client(server).send(post_of("abc"));
    auto posted = desk.take(20);
    EXPECT_EQ(posted.size(), 20U);
    for (Desk::Waiting& waiting : posted) waiting.reply(text(std::string(1'000'000, 'x')));
    EXPECT_EQ(body_of(Client(server).ask("/b")), "/b");
}

TEST(Post, IsFinishedWithinTheGraceWhenStopped) {
    Desk desk;
    Running server(Limits{.grace = 20s}, echo, desk.handler());
    Client client(server);
    client.send(post_of("abc"));
    auto posted = desk.take(1);
    ASSERT_EQ(posted.size(), 1U);
    server.stop();
    posted[0].reply(text("done"));
    const std::string answer = client.answer();
    EXPECT_EQ(body_of(answer), "done");
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    EXPECT_TRUE(server.ends_within(10s));
}

TEST(Post, IsDroppedAfterTheGraceAndItsReplyOutlivesTheServer) {
    Desk desk;
    std::vector<Desk::Waiting> posted;
    {
        Running server(Limits{.grace = 50ms}, echo, desk.handler());
        Client client(server);
        client.send(post_of("abc"));
        posted = desk.take(1);
        server.stop();
        EXPECT_TRUE(client.is_closed());
        EXPECT_TRUE(server.ends_within(patience));
    }
    ASSERT_EQ(posted.size(), 1U);
    posted[0].reply(text("nobody hears"));
}

TEST(Post, HasALimitOfItsOwnForTheBody) {
    const Running server(
        Limits{.body_bytes = 1'000, .post_body_bytes = 600'000}, echo,
        [](const Request& request, Reply reply) { reply(text(fmt::to_string(request.body.size()))); });
    const std::string much(600'000, 'a');
    const auto chunked = [](std::string_view method, const std::string& body) {
        return fmt::format(
            "{} / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n", method,
            body.size(), body);
    };
    const auto get_of = [](const std::string& body) {
        return fmt::format("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}", body.size(), body);
    };
    struct Row {
        const char* what;
        std::string sent;
        int status;
    };
    const Row rows[] = {
        {"POST at the limit", post_of(much), 200},
        {"POST in chunks at the limit", chunked("POST", much), 200},
        {"POST without a body", post_of(""), 200},
        {"POST beyond", post_of(much + "a"), 413},
        {"POST in chunks beyond", chunked("POST", much + "a"), 413},
        {"POST that says it is much too long",
         "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", 413},
        {"GET at the limit", get_of(std::string(1'000, 'a')), 200},
        {"GET beyond", get_of(std::string(1'001, 'a')), 413},
        {"GET in chunks beyond", chunked("GET", std::string(1'001, 'a')), 413},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        Client client(server);
        client.send(row.sent);
        EXPECT_EQ(status_of(client.answer()), row.status);
    }
    Client client(server);
    client.send(post_of(much));
    EXPECT_EQ(body_of(client.answer()), "600000");
}

TEST(Post, TakesNoMoreLargeBodiesAtATimeThanItsLimit) {
    const Running server(
        Limits{.body_bytes = 1'000, .post_body_bytes = 600'000, .large_bodies_bytes = 1'000'000}, echo,
        [](const Request& request, Reply reply) { reply(text(fmt::to_string(request.body.size()))); });
    const std::string much(600'000, 'a');
    const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 600000\r\n";
    Client first(server);
    first.send(head + "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(first.answer()), 100);  // it is being received
    Client second(server);
    second.send(head + "\r\n");
    const std::string refused = second.answer();
    EXPECT_EQ(status_of(refused), 503);
    EXPECT_NE(refused.find("Retry-After"), std::string::npos);
    Client small(server);
    small.send(post_of("abc"));
    EXPECT_EQ(body_of(small.answer()), "3");
    first.send(much);
    EXPECT_EQ(body_of(first.answer()), "600000");
    Client later(server);
    later.send(post_of(much));
    EXPECT_EQ(body_of(later.answer()), "600000");
}

TEST(Post, TellsAClientThatAsksFirstToGoOn) {
    const Running server({}, echo, answer_at_once);
    Client client(server);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_EQ(body_of(client.answer()), "got abc");
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(client.answer()), 413);
}

TEST(Post, LeavesTheOtherMethodsAsTheyWere) {
    const Running server({}, echo, answer_at_once);
    Client client(server);
    EXPECT_EQ(body_of(client.ask("/a")), "/a");
    client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(client.answer(true)), 200);
    EXPECT_EQ(body_of(client.ask("/b")), "/b");
    for (const char* method : {"PUT", "DELETE", "OPTIONS", "PATCH", "ADOPT"}) {
        SCOPED_TRACE(method);
        Client other(server);
        other.send(fmt::format("{} / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", method));
        const std::string answer = other.answer();
        EXPECT_EQ(status_of(answer), 405);
        EXPECT_NE(answer.find("Allow: GET, HEAD, POST\r\n"), std::string::npos);
    }
}

TEST(Reply, IsGivenOnce) {
    std::vector<std::optional<Response>> given;
    const auto keep = [&](std::optional<Response> response) { given.push_back(std::move(response)); };
    {
        Reply reply(keep);
        Reply moved(std::move(reply));
        moved(text("a"));
        moved(text("b"));  // no more than the first counts
    }
    ASSERT_EQ(given.size(), 1U);
    EXPECT_EQ(given[0], text("a"));
    {
        Reply reply(keep);
        reply = Reply(keep);  // the first is dropped here, the second at the end
        EXPECT_EQ(given.size(), 2U);
    }
    ASSERT_EQ(given.size(), 3U);
    EXPECT_FALSE(given[1].has_value());
    EXPECT_FALSE(given[2].has_value());
}

}  // namespace
}  // namespace http
