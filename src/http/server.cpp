// The one file that knows Asio and Beast. Beast parses; everything else is plain Asio.
//
// A worker is a thread with an io_context of its own, and owns its connections: nothing about a connection
// is ever touched by another thread, so there are no strands and no locks. One sweep a worker looks after
// every deadline, instead of a timer for each connection, and an answer goes out as two buffers, head and
// body, in one write. Together these halve the CPU time of a request against the textbook way.
//
// A connection:  waiting -> (head, then body, arrive) -> working -> (answer is written) -> waiting ...
//                any of them -> closed, by either side, a deadline or a refusal
//
// While a POST waits for its answer, its coroutine sleeps on a timer that never ends, and whoever answers,
// from whatever thread, leaves the answer in a Pending and has the worker wake it.

#include "http/server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstdio>
#include <exception>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <signal.h>
#include <sys/resource.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>

#include "http/moment.hpp"

namespace http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// Concrete executors throughout: the type-erased default costs an allocation an operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using Signals = asio::basic_signal_set<Executor>;
using Parser = beast::http::request_parser<beast::http::string_body>;
template <class T> using Task = asio::awaitable<T, Executor>;
constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable_t<Executor>{});

/// How often deadlines are looked at; a deadline is kept to within this.
constexpr auto sweep_every = 1s;
/// The same while stopping, when somebody waits for the end.
constexpr auto sweep_every_when_stopping = 10ms;
/// After a refusal the client may still be sending, and closing at once would destroy the refusal on its
/// way (a reset overtakes it). So what it sends is thrown away for this long, or this many bytes.
constexpr auto drain_within = 2s;
constexpr std::size_t drain_bytes = 1024 * 1024;
/// Where the process has no file left for a connection, accepting is tried again after this.
constexpr auto accept_again_after = 100ms;

constexpr std::string_view methods_answered = "GET, HEAD";
constexpr std::string_view methods_answered_with_post = "GET, HEAD, POST";
/// RFC 9110, section 10.1.1: a client that asks first whether its body is wanted sends it after this.
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

/// Files that the process has open besides connections, at most.
constexpr std::size_t other_files = 64;

/// As many connections as `wanted` where the system lets this process open so many files; otherwise fewer.
Limits within_files(Limits wanted) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
    if (files.rlim_cur < wanted.connections + other_files) {
        files.rlim_cur = std::min<rlim_t>(wanted.connections + other_files, files.rlim_max);
        setrlimit(RLIMIT_NOFILE, &files);  // where it is refused, what was allowed before still is
        getrlimit(RLIMIT_NOFILE, &files);
    }
    const std::size_t allowed = files.rlim_cur > 2 * other_files ? files.rlim_cur - other_files : other_files;
    wanted.connections = std::min(wanted.connections, allowed);
    return wanted;
}

enum class Then { keep_open, close };

/// A POST and its answer, shared by the connection that waits and the Reply that somebody holds. The
/// connection may end first, and the server too: what the Reply then brings is dropped.
class Pending {
public:
    explicit Pending(asio::io_context& io) : io_(&io), sleeping_(io) {}

    /// From any thread.
    void end(std::shared_ptr<Pending> self, std::optional<Response> response) {
        const std::lock_guard lock(mutex_);
        if (io_ == nullptr) return;
        response_ = std::move(response);
        answered_ = true;
        try {
            asio::post(*io_, [kept = std::move(self)] { kept->wake(); });
        } catch (const std::exception& thrown) {
            // There is no memory to say so, and the sweep finds it when the time is over.
            fmt::print(stderr, "http: an answer has to wait: {}\n", thrown.what());
        }
    }

    // The rest is called by the worker's thread alone.

    /// Returns when there is an answer, or it was given up.
    Task<void> wait() {
        while (!over()) {
            sleeping_->expires_at(Clock::time_point::max());
            co_await sleeping_->async_wait(as_tuple);
        }
    }
    void give_up() {
        given_up_ = true;
        wake();
    }
    bool given_up() const { return given_up_; }
    /// Nobody waits any more. The answer, where one came; empty where the Reply was dropped or is still out.
    std::optional<Response> leave() {
        const std::lock_guard lock(mutex_);
        io_ = nullptr;
        sleeping_.reset();
        return std::exchange(response_, std::nullopt);
    }

private:
    bool over() {
        const std::lock_guard lock(mutex_);
        return answered_ || given_up_;
    }
    void wake() {
        if (sleeping_) sleeping_->cancel();
    }

    std::mutex mutex_;
    asio::io_context* io_;  // null once nobody waits
    bool answered_ = false;
    std::optional<Response> response_ = {};
    std::optional<Timer> sleeping_;  // of the worker's thread, as is the next
    bool given_up_ = false;
};

struct Connection {
    Socket socket;
    Clock::time_point deadline;
    beast::flat_buffer buffer = {};  // what has arrived and is not parsed yet: pipelined requests wait here
    bool waiting = true;             // for a request; false while one is being answered
    bool answered_before = false;
    Pending* pending = nullptr;  // a POST that waits for its answer
};

/// What came of waiting for a request.
struct Incoming {
    std::expected<Request, Response> request;  // or the server's own refusal
    bool head_only = false;
    bool may_go_on = false;  // another request may follow on this connection
};

/// One thread's share of the connections. Everything in it belongs to that thread once run() begins.
struct Worker {
    asio::io_context io{1};
    asio::executor_work_guard<Executor> work{io.get_executor()};
    Timer sweep_timer{io};
    std::list<Connection> connections = {};
    std::optional<Clock::time_point> stop_by = {};  // set when stopping
    std::chrono::sys_seconds dated = {};            // the second that `date` names
    std::string date = {};

    /// The Date header's value, made once a second.
    const std::string& date_now() {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        if (date.empty() || now != dated) {
            date = format_moment(now);
            dated = now;
        }
        return date;
    }
};

void close(Socket& socket) {
    error_code ignored;
    socket.close(ignored);
}

/// A refusal by the server itself: one sentence of plain text.
Response refusal(int status, std::string_view sentence) {
    return text(fmt::format("{}\n", sentence), status);
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// A share of what may be received at a time, for as long as it is being received.
class Held {
public:
    Held(std::atomic<std::size_t>& all, std::size_t share) : all_(all), share_(share) { all_ += share_; }
    ~Held() { all_ -= share_; }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    std::atomic<std::size_t>& all_;
    std::size_t share_;
};

Response refusal_for(error_code fault, const Parser& parser) {
    using Error = beast::http::error;
    if (fault == Error::header_limit) {
        // The request line is parsed as a whole: without a target, the limit was reached inside it.
        if (parser.get().target().empty()) return refusal(414, "The address is too long.");
        return refusal(431, "The headers are too long.");
    }
    if (fault == Error::body_limit) return refusal(413, "The body is too long.");
    return refusal(400, "This is not a request as HTTP/1.1 has it.");
}

/// Whether the client misbehaved, so that it is owed a refusal; otherwise it left, or its time was up.
bool is_refusable(error_code fault) {
    using Error = beast::http::error;
    return fault.category() == beast::http::make_error_code(Error::bad_method).category() &&
           fault != Error::end_of_stream && fault != Error::partial_message;
}

std::optional<Method> method_of(beast::http::verb verb) {
    if (verb == beast::http::verb::get) return Method::get;
    if (verb == beast::http::verb::head) return Method::head;
    if (verb == beast::http::verb::post) return Method::post;
    return std::nullopt;
}

enum class Post { taken, refused };

bool is_answered(beast::http::verb verb, Post post) {
    const auto method = method_of(verb);
    return method && (*method != Method::post || post == Post::taken);
}

Response not_answered(Post post) {
    if (post == Post::taken) {
        return refusal(405, "Only GET, HEAD and POST are answered here.")
            .with("Allow", std::string(methods_answered_with_post));
    }
    return refusal(405, "Only GET and HEAD are answered here.").with("Allow", std::string(methods_answered));
}

/// What can be refused by the head alone, before a body is waited for.
std::optional<Response> examine_head(const Parser::value_type& message, const Limits& limits, Post post) {
    if (!is_answered(message.method(), post)) return not_answered(post);
    if (message.target().size() > limits.target_bytes) return refusal(414, "The address is too long.");
    // RFC 9112, section 3.2: exactly one Host, or two programs on the way might read two different ones.
    const auto hosts = message.count(beast::http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11)) {
        return refusal(400, "A request names its host, once.");
    }
    // The parser refuses a length beside chunks; two lengths, even equal ones, are as ambiguous.
    if (message.count(beast::http::field::content_length) > 1) {
        return refusal(400, "A request names the length of its body once.");
    }
    return std::nullopt;
}

std::expected<Request, Response> request_from(Parser::value_type&& message) {
    auto target = parse_target(view(message.target()));
    if (!target) return std::unexpected(refusal(400, says(target.error())));
    Request request{.method = *method_of(message.method()),
                    .target = std::string(view(message.target())),
                    .path = std::move(target->path),
                    .query = std::move(target->query),
                    .headers = {},
                    .body = std::move(message.body())};
    for (const auto& field : message) {
        request.headers.push_back(
            {.name = std::string(view(field.name_string())), .value = std::string(view(field.value()))});
    }
    return request;
}

Response handler_failed(std::string_view target, std::string_view what) {
    fmt::print(stderr, "http: the handler failed on {}: {}\n", target, what);
    return refusal(500, "Something is wrong with this server, not with the request.");
}

/// The handler's answer, whatever the handler does.
Response ask(const Handler& handler, const Request& request) {
    try {
        Response response = handler(request);
        if (!head_of(response).empty()) return response;
        return handler_failed(request.target, "a header that cannot be sent");
    } catch (const std::exception& thrown) {
        return handler_failed(request.target, thrown.what());
    } catch (...) {
        return handler_failed(request.target, "an exception of no known type");
    }
}

/// Hands a POST on. Where the handler throws, the Reply is dropped on its way out, and that is the answer.
void hand_on(const PostHandler& post, Request request, Reply reply, const std::string& target) {
    try {
        post(std::move(request), std::move(reply));
    } catch (const std::exception& thrown) {
        fmt::print(stderr, "http: the handler of POST threw on {}: {}\n", target, thrown.what());
    } catch (...) {
        fmt::print(stderr, "http: the handler of POST threw on {}\n", target);
    }
}

/// Tells a client who asks for it that his body is wanted. Only where the whole body is still to come.
bool asks_to_go_on(const Parser::value_type& message) {
    return message.version() >= 11 && beast::iequals(message[beast::http::field::expect], "100-continue");
}

/// RFC 9110, sections 15.3.5 and 15.4.5: these have no body, whatever the method.
bool status_has_body(int status) { return status >= 200 && status != 204 && status != 304; }

}  // namespace

class Server::State {
public:
    State(Handler handler, PostHandler post, const Options& options)
        : handler_(std::move(handler)),
          post_(std::move(post)),
          limits_(within_files(options.limits)),
          workers_(std::max(1U, options.threads)) {}

    std::expected<void, std::string> listen(const std::string& address, std::uint16_t port) {
        error_code fault;
        const asio::ip::address parsed = asio::ip::make_address(address, fault);
        if (fault) return std::unexpected("this is no IP address");
        const tcp::endpoint endpoint{parsed, port};
        acceptor_.open(endpoint.protocol(), fault);
        // Without this, a restart would have to wait for the old connections to be forgotten.
        if (!fault) acceptor_.set_option(Acceptor::reuse_address(true), fault);
        if (!fault) acceptor_.bind(endpoint, fault);
        if (!fault) acceptor_.listen(asio::socket_base::max_listen_connections, fault);
        if (!fault) port_ = acceptor_.local_endpoint(fault).port();
        if (fault) return std::unexpected(fault.message());
        return {};
    }

    std::uint16_t port() const { return port_; }

    void run() {
        assert(!has_run_ && "a server runs once");
        has_run_ = true;
        signals_.emplace(first().io.get_executor(), SIGINT, SIGTERM);
        signals_->async_wait([this](error_code fault, int) {
            if (!fault) stop();
        });
        for (Worker& worker : workers_) asio::co_spawn(worker.io, sweep(worker), asio::detached);
        asio::co_spawn(first().io, accept(), asio::detached);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 1; i < workers_.size(); ++i) {
                threads.emplace_back([&worker = workers_[i]] { worker.io.run(); });
            }
            first().io.run();
        }
        signals_.reset();
    }

    void stop() {
        if (stopping_.exchange(true)) return;
        asio::post(first().io, [this] {
            error_code ignored;
            acceptor_.close(ignored);
            if (!signals_) return;
            signals_->cancel(ignored);
            signals_->clear(ignored);  // a second Ctrl-C ends the process at once
        });
        for (Worker& worker : workers_) {
            asio::post(worker.io, [this, &worker] { begin_stop(worker); });
        }
    }

private:
    Worker& first() { return workers_.front(); }

    void begin_stop(Worker& worker) {
        worker.stop_by = Clock::now() + limits_.grace;
        for (Connection& connection : worker.connections) {
            error_code fault;
            const bool nothing_has_come =
                connection.buffer.size() == 0 && connection.socket.available(fault) == 0;
            if (connection.waiting && connection.answered_before && nothing_has_come)
                close(connection.socket);
        }
        worker.sweep_timer.cancel();
        worker.work.reset();
    }

    /// Closes connections past their deadline; after begin_stop, lives until the last connection is gone.
    Task<void> sweep(Worker& worker) {
        while (!worker.stop_by || !worker.connections.empty()) {
            if (worker.stop_by) {
                worker.sweep_timer.expires_after(sweep_every_when_stopping);
            } else {
                worker.sweep_timer.expires_after(std::min<Clock::duration>(
                    sweep_every, std::min(limits_.request_within, limits_.answer_within)));
            }
            co_await worker.sweep_timer.async_wait(as_tuple);
            const auto now = Clock::now();
            for (Connection& connection : worker.connections) {
                const bool stopped = worker.stop_by && *worker.stop_by < now;
                const bool late = connection.deadline < now;
                if (connection.pending != nullptr && (late || stopped)) connection.pending->give_up();
                if (stopped || (late && connection.pending == nullptr)) close(connection.socket);
            }
        }
    }

    /// Hands connections to the workers in turn.
    Task<void> accept() {
        Timer pause(first().io);
        for (std::size_t turn = 0; !stopping_; ++turn) {
            Worker& worker = workers_[turn % workers_.size()];
            Socket socket(worker.io.get_executor());
            auto [fault] = co_await acceptor_.async_accept(socket, as_tuple);
            if (stopping_) break;
            if (fault) {
                pause.expires_after(accept_again_after);
                co_await pause.async_wait(as_tuple);
                continue;
            }
            if (open_connections_ >= limits_.connections) continue;  // the socket's end closes it
            ++open_connections_;
            // The answer is written whole, so there is nothing to gain by waiting for more.
            socket.set_option(tcp::no_delay(true), fault);
            asio::post(worker.io, [this, &worker, taken = std::move(socket)]() mutable {
                if (worker.stop_by) return;  // its sweep may have ended, and nobody would look after this one
                worker.connections.push_front({.socket = std::move(taken), .deadline = request_deadline()});
                asio::co_spawn(worker.io, serve(worker, worker.connections.begin()), asio::detached);
            });
        }
    }

    /// One connection from its first request to its end. Nothing leaves it but by its end: an exception
    /// (there is no memory left, say) costs this connection and no other.
    Task<void> serve(Worker& worker, std::list<Connection>::iterator self) {
        try {
            co_await converse(worker, *self);
        } catch (const std::exception& thrown) {
            fmt::print(stderr, "http: a connection was dropped: {}\n", thrown.what());
        }
        worker.connections.erase(self);
        --open_connections_;
    }

    Task<void> converse(Worker& worker, Connection& connection) {
        Then then = Then::keep_open;
        while (then == Then::keep_open) {
            connection.waiting = true;
            connection.deadline = request_deadline();
            std::optional<Incoming> incoming = co_await read(connection);
            if (!incoming) break;
            connection.waiting = false;

            const bool refused = !incoming->request;
            Response response;
            if (refused) {
                response = std::move(incoming->request.error());
            } else if (incoming->request->method == Method::post) {
                response = co_await ask_later(worker, connection, *std::move(incoming->request));
            } else {
                response = ask(handler_, *incoming->request);
            }
            if (stopping_ || !incoming->may_go_on) then = Then::close;
            const bool written = co_await write(worker, connection, response, incoming->head_only, then);
            if (!written) break;
            connection.answered_before = true;

            error_code ignored;
            const bool is_sending = refused || connection.socket.available(ignored) > 0;
            if (then == Then::close && is_sending) co_await finish(connection);
        }
    }

    /// While it lives, `connection` waits for a Pending.
    struct Wait {
        Wait(Connection& waiting, std::shared_ptr<Pending> waited_for)
            : connection(waiting), pending(std::move(waited_for)) {
            connection.pending = pending.get();
        }
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;
        ~Wait() {
            connection.pending = nullptr;
            pending->leave();
        }
        Connection& connection;
        std::shared_ptr<Pending> pending;
    };

    /// The answer to a POST, when it comes; a 503 when it does not come in time.
    Task<Response> ask_later(Worker& worker, Connection& connection, Request request) {
        const std::string target = request.target;
        const auto pending = std::make_shared<Pending>(worker.io);
        const Wait wait(connection, pending);
        connection.deadline = Clock::now() + limits_.answer_within;
        hand_on(post_, std::move(request), Reply([pending](std::optional<Response> response) {
                    pending->end(pending, std::move(response));
                }),
                target);
        co_await pending->wait();
        const bool in_time = !pending->given_up();
        std::optional<Response> response = pending->leave();
        if (response && !head_of(*response).empty()) co_return *std::move(response);
        if (response) co_return handler_failed(target, "a header that cannot be sent");
        if (in_time) co_return handler_failed(target, "no answer was given");
        co_return refusal(503, "No answer came in time. What was asked for may still be done.");
    }

    /// Waits for a request; empty where the client left or its time was up.
    Task<std::optional<Incoming>> read(Connection& connection) {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits_.head_bytes));
        parser.body_limit(post_ ? std::max(limits_.body_bytes, limits_.post_body_bytes) : limits_.body_bytes);

        error_code fault = co_await read_head(connection, parser);
        // A body too long is found out with the head, whose other faults come first.
        if (!fault || fault == beast::http::error::body_limit) {
            if (auto refused = examine_head(parser.get(), limits_, post_ ? Post::taken : Post::refused)) {
                co_return Incoming{.request = std::unexpected(*std::move(refused)), .may_go_on = false};
            }
        }
        if (!fault) fault = limit_body(parser);
        const std::size_t coming = !fault && !parser.is_done() ? body_to_come(parser) : 0;
        connection.deadline += std::chrono::seconds(coming / limits_.slowest_sender_bytes_per_second);
        const Held held(large_bodies_, coming > limits_.body_bytes ? coming : 0);
        if (large_bodies_ > limits_.large_bodies_bytes) {
            co_return Incoming{
                .request = std::unexpected(
                    refusal(503, "Too much is being received at the moment.").with("Retry-After", "5")),
                .may_go_on = false};
        }
        if (!fault && !parser.is_done() && connection.buffer.size() == 0 && asks_to_go_on(parser.get())) {
            auto [unsent, bytes] =
                co_await asio::async_write(connection.socket, asio::buffer(go_on), as_tuple);
            if (unsent) co_return std::nullopt;
        }
        if (!fault && !parser.is_done()) {
            auto [body_fault, bytes] =
                co_await beast::http::async_read(connection.socket, connection.buffer, parser, as_tuple);
            fault = body_fault;
        }
        if (fault && !is_refusable(fault)) co_return std::nullopt;
        if (fault)
            co_return Incoming{.request = std::unexpected(refusal_for(fault, parser)), .may_go_on = false};

        // HTTP/1.0 clients that keep connections open are gone; those that remain expect a close.
        const bool may_go_on = parser.get().version() >= 11 && parser.get().keep_alive();
        const bool head_only = parser.get().method() == beast::http::verb::head;
        co_return Incoming{
            .request = request_from(parser.release()), .head_only = head_only, .may_go_on = may_go_on};
    }

    /// What is to be received at most.
    std::size_t body_to_come(const Parser& parser) const {
        const bool is_post = parser.get().method() == beast::http::verb::post;
        const auto length = parser.content_length();
        if (length) return static_cast<std::size_t>(*length);
        return is_post ? limits_.post_body_bytes : limits_.body_bytes;
    }

    /// The limit of a body is that of its method, known once the head is.
    error_code limit_body(Parser& parser) const {
        if (parser.is_done()) return {};
        const bool is_post = parser.get().method() == beast::http::verb::post;
        const std::size_t limit = is_post ? limits_.post_body_bytes : limits_.body_bytes;
        const auto length = parser.content_length();
        if (length && *length > limit) return make_error_code(beast::http::error::body_limit);
        parser.body_limit(limit);
        return {};
    }

    /// Reads up to the end of the headers.
    Task<error_code> read_head(Connection& connection, Parser& parser) {
        parser.eager(false);  // so that it stops there
        std::size_t total = 0;
        while (!parser.is_header_done()) {
            auto [fault, bytes] =
                co_await beast::http::async_read_some(connection.socket, connection.buffer, parser, as_tuple);
            if (fault) co_return fault;
            // The parser's own limit is for what it cannot take apart yet: one line. Lines add up here.
            total += bytes;
            if (total > limits_.head_bytes) co_return make_error_code(beast::http::error::header_limit);
        }
        co_return error_code();
    }

    /// Sends an answer, head and body in one write; false where the client would not take it.
    Task<bool> write(Worker& worker, Connection& connection, const Response& response, bool head_only,
                     Then then) {
        std::string head = head_of(response);
        head.append("Date: ").append(worker.date_now()).append("\r\n");
        if (status_has_body(response.status)) {
            fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", response.body.size());
        }
        // Bytes are what their type says, whoever handed them in.
        if (std::ranges::none_of(response.headers, [](const Field& field) {
                return beast::iequals(field.name, "X-Content-Type-Options");
            }))
            head.append("X-Content-Type-Options: nosniff\r\n");
        if (then == Then::close) head.append("Connection: close\r\n");
        head.append("\r\n");

        const bool with_body = status_has_body(response.status) && !head_only;
        const std::string_view body = with_body ? std::string_view(response.body) : std::string_view();
        connection.deadline =
            request_deadline() + std::chrono::seconds(body.size() / limits_.slowest_reader_bytes_per_second);
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
        auto [fault, bytes] = co_await asio::async_write(connection.socket, buffers, as_tuple);
        co_return !fault;
    }

    /// Says that nothing more will come, and lets a client that is still sending come to its end.
    Task<void> finish(Connection& connection) {
        error_code fault;
        connection.socket.shutdown(Socket::shutdown_send, fault);
        connection.deadline = Clock::now() + drain_within;
        std::array<char, 4096> unread;
        for (std::size_t drained = 0; !fault && drained < drain_bytes;) {
            auto [read_fault, bytes] =
                co_await connection.socket.async_read_some(asio::buffer(unread), as_tuple);
            fault = read_fault;
            drained += bytes;
        }
    }

    Clock::time_point request_deadline() const { return Clock::now() + limits_.request_within; }

    const Handler handler_;
    const PostHandler post_;  // empty: POST is refused
    const Limits limits_;
    std::vector<Worker> workers_;
    Acceptor acceptor_{first().io.get_executor()};
    std::optional<Signals> signals_;  // of the first worker's thread, as is the acceptor
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<std::size_t> open_connections_ = 0;
    std::atomic<std::size_t> large_bodies_ = 0;  // bytes of those being received
    bool has_run_ = false;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Reply& Reply::operator=(Reply&& other) noexcept {
    if (this == &other) return *this;
    end(std::nullopt);
    answered_ = std::exchange(other.answered_, nullptr);
    return *this;
}

std::expected<Server, ListenFault> Server::listen(Handler handler, const Options& options) {
    return listen(std::move(handler), nullptr, options);
}

std::expected<Server, ListenFault> Server::listen(Handler handler, PostHandler post, const Options& options) {
    auto state = std::make_unique<State>(std::move(handler), std::move(post), options);
    if (auto listening = state->listen(options.address, options.port); !listening) {
        return std::unexpected(ListenFault{
            .address = options.address, .port = options.port, .reason = std::move(listening.error())});
    }
    return Server(std::move(state));
}

std::uint16_t Server::port() const { return state_->port(); }
void Server::run() { state_->run(); }
void Server::stop() { state_->stop(); }

}  // namespace http
