// Asks other servers: one request out, one answer or the reason why there is none.
//
// By libcurl. An answer is foreign bytes: it has a limit, and nothing of it is believed but its length. A
// thread keeps its connections for the next call, so a caller who asks the same server often does so from one
// thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

/// A request to be sent. The defaults fit small answers from servers that may be half the world away.
struct Call {
    Method method = Method::get;
    /// "http://…" or "https://…", percent-encoded; nothing else is asked.
    std::string url;
    std::vector<Field> headers = {};
    std::string body = {};  // for Method::post
    std::chrono::milliseconds connect_within{5'000};
    /// From the beginning to the last byte of the answer.
    std::chrono::milliseconds answer_within{30'000};
    /// Of the answer's body, as it is after a compression was undone; beyond it the call fails.
    std::size_t longest_answer = 1024 * 1024;
    /// How many redirects are followed, never to anything but http and https. Few callers want one: who is
    /// told to ask elsewhere has been told by somebody who may not be trusted to say so.
    int redirects = 0;
    /// Ends the call early; it then fails as `stopped`, within a second.
    std::stop_token stop = {};
};

struct FetchFault {
    enum class Code {
        bad_call,  // an address or a header that cannot be asked: the caller's fault
        no_host,   // its name leads nowhere
        no_connection,
        not_trusted,  // TLS: not the server it says it is
        timeout,
        too_long,
        stopped,
        broken,  // the connection ended early, what came is not HTTP, or it leads to what is not
        failed,  // anything else
    };
    Code code;
    std::string problem;  // in the library's words; for those who run the program
};
/// "no_host": as tests and JSON write it.
std::string_view name_of(FetchFault::Code code);

/// Any answer, whatever its status, is an answer. Holds up the thread until it is there. From any thread.
std::expected<Response, FetchFault> fetch(const Call& call);

/// The first header of this name, in whatever case; nothing where there is none.
std::optional<std::string_view> header_of(const Response& response, std::string_view name);

}  // namespace http
