// An HTTP/1.1 server: it reads and checks requests, asks a handler, and writes the answers.
//
// It answers GET and HEAD, and POST where somebody takes it; keeps connections open, takes pipelined requests
// in order, and refuses what is malformed, too long or too slow by itself, so that a handler sees only
// requests in due form. TLS, HTTP/2 and compression are a reverse proxy's. Knows no treaty, and keeps nothing
// outside a Server.
//
//   auto server = http::Server::listen(handler, {.port = 8080});
//   if (!server) return report(server.error());
//   server->run();  // until stop(), SIGINT or SIGTERM
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

/// Turns a request into an answer. Called from several threads at once, which is why it must be callable
/// when const; it holds up the other connections of its thread until it returns. What it throws becomes
/// a 500 for the one who asked and a line on standard error.
using Handler = std::move_only_function<Response(const Request&) const>;

/// The answer to one request, given later: once, from any thread, at once or after the handler has returned.
/// Nobody hears it any more where the client left, the time was over or the server is gone; that is no fault.
/// Where it is destroyed uncalled, the one who asked gets a 500.
class Reply {
public:
    /// What becomes of it: `answered` is called once, with the answer, or with nothing where there is none.
    /// It must not throw.
    using Answered = std::move_only_function<void(std::optional<Response>)>;
    explicit Reply(Answered answered) : answered_(std::move(answered)) {}
    Reply(Reply&& other) noexcept : answered_(std::exchange(other.answered_, nullptr)) {}
    Reply& operator=(Reply&& other) noexcept;
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;
    ~Reply() { end(std::nullopt); }

    void operator()(Response response) { end(std::move(response)); }

private:
    void end(std::optional<Response> response) {
        if (Answered answered = std::exchange(answered_, nullptr)) answered(std::move(response));
    }
    Answered answered_;
};

/// Takes a POST and sees to its answer. Called as a Handler is, and must return as soon; the answer may take
/// its time, and meanwhile holds up nobody but the one who asked and what he sent after it.
using PostHandler = std::move_only_function<void(Request, Reply) const>;

/// What the server will bear. The defaults fit pages read by people through browsers and proxies.
struct Limits {
    /// Request line and headers together; beyond it 431. Browsers with many cookies stay below 8 KiB of
    /// headers, and common proxies pass on no more than 16: that much beside the longest target.
    std::size_t head_bytes = 80 * 1024;
    /// The target alone; beyond it 414. A page pasted into a field, 10,000 letters of two bytes, each byte
    /// three characters once encoded, still comes to the page that says it is too long.
    std::size_t target_bytes = 64 * 1024;
    /// A body is read and handed on, though GET and HEAD give it no meaning; beyond it 413.
    std::size_t body_bytes = 64 * 1024;
    /// The same for POST, where the body is what matters: a note with a hundred signatures and a proof, or
    /// some acts in one.
    std::size_t post_body_bytes = 512 * 1024;
    /// Bodies beyond `body_bytes` that are being received at a time, all together; one more gets a 503.
    std::size_t large_bodies_bytes = std::size_t{256} << 20;
    /// A body has `request_within` and besides the time that its length takes at this rate: half a megabit.
    std::size_t slowest_sender_bytes_per_second = 64 * 1024;
    /// A POST that has no answer after this gets a 503. Longer than a client of sense waits.
    std::chrono::milliseconds answer_within{60'000};
    /// From the end of one answer to the end of the next request. Covers the idle client and the one who
    /// sends a byte at a time alike; a person who reads longer than this is connected anew, unnoticed.
    std::chrono::milliseconds request_within{30'000};
    /// An answer must be taken within `request_within` plus its size at this rate: 16 KiB/s is a poor
    /// telephone line.
    std::size_t slowest_reader_bytes_per_second = 16 * 1024;
    /// Connections at a time; those beyond are closed at once. A connection is an open file: the server asks
    /// the system for as many as this needs, and bears fewer where it is not allowed them.
    std::size_t connections = 4'000;
    /// After stop(): requests under way may take this long before their connections are closed.
    std::chrono::milliseconds grace{2'000};
};

struct Options {
    /// An IPv4 or IPv6 address of this machine; "0.0.0.0" or "::" for all of them.
    std::string address = "127.0.0.1";
    /// 0 lets the system choose: ask port() afterwards.
    std::uint16_t port = 0;
    /// At least one.
    unsigned threads = 2;
    Limits limits = {};
};

/// Why the server cannot listen: "address already in use", with the address and port that were asked for.
struct ListenFault {
    std::string address;
    std::uint16_t port;
    std::string reason;
};

/// States: listening (clients may connect, and wait) -> running -> stopped, for good.
class Server {
public:
    /// Binds and listens; run() then answers.
    static std::expected<Server, ListenFault> listen(Handler handler, const Options& options);
    /// The same, and POST goes to `post`; without it POST is refused (405).
    static std::expected<Server, ListenFault> listen(Handler handler, PostHandler post,
                                                     const Options& options);

    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;
    ~Server();

    /// The port listened on, also where Options left it to the system.
    std::uint16_t port() const;

    /// Answers requests until stop() is called or the process receives SIGINT or SIGTERM; then takes no
    /// more connections, closes the idle ones, lets requests under way finish within Limits::grace, and
    /// returns. Once in a server's life.
    void run();

    /// Ends run(), now or as soon as it begins. From any thread, from the handler too, any number of times.
    void stop();

private:
    class State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace http
