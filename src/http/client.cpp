// The one file that knows libcurl.

#include "http/client.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <curl/curl.h>

namespace http {
namespace {

using Code = FetchFault::Code;

/// Bytes of all headers of an answer together: what our own server bears of a request, and more than any
/// needs.
constexpr std::size_t longest_head = 80 * 1024;

struct EndEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct EndList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EndEasy>;
using List = std::unique_ptr<curl_slist, EndList>;

/// libcurl's beginning, once in a process and before any thread can be in its midst.
bool begun() {
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return done;
}

/// This thread's handle, with the connections that it kept, and without the options of the last call.
CURL* handle() {
    thread_local Easy kept;
    if (!begun()) return nullptr;
    if (kept) {
        curl_easy_reset(kept.get());
    } else {
        kept.reset(curl_easy_init());
    }
    return kept.get();
}

/// What arrives, while it arrives.
struct Arriving {
    const Call& call;
    Response response;
    std::size_t head_bytes = 0;
    bool too_long = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& arriving = *static_cast<Arriving*>(into);
    std::string& body = arriving.response.body;
    if (count > arriving.call.longest_answer - body.size()) {
        arriving.too_long = true;
        return 0;  // which ends the transfer
    }
    body.append(bytes, count);
    return count;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& arriving = *static_cast<Arriving*>(into);
    const std::string_view line(bytes, count);
    arriving.head_bytes += count;
    if (arriving.head_bytes > longest_head) {
        arriving.too_long = true;
        return 0;
    }
    // After a redirect, and after "100 Continue", another head follows: the last one counts.
    if (line.starts_with("HTTP/")) {
        arriving.response.headers.clear();
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        arriving.response.headers.push_back({.name = std::string(trimmed(line.substr(0, colon))),
                                             .value = std::string(trimmed(line.substr(colon + 1)))});
    }
    return count;
}

int look_whether_stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

Code code_of(CURL* curl, CURLcode fault, const Arriving& arriving) {
    if (arriving.too_long) return Code::too_long;
    long sent = 0;
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    // The same code tells of an address that is neither http nor https, and of an answer that is not HTTP.
    if (fault == CURLE_UNSUPPORTED_PROTOCOL && sent > 0) return Code::broken;
    switch (fault) {
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
            return Code::bad_call;
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return Code::no_host;
        case CURLE_COULDNT_CONNECT:
            return Code::no_connection;
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CACERT_BADFILE:
            return Code::not_trusted;
        case CURLE_OPERATION_TIMEDOUT:
            return Code::timeout;
        case CURLE_ABORTED_BY_CALLBACK:
            return Code::stopped;
        case CURLE_FILESIZE_EXCEEDED:
            return Code::too_long;
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_PARTIAL_FILE:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_BAD_CONTENT_ENCODING:
            return Code::broken;
        default:
            return Code::failed;
    }
}

/// Could it write a header of its own, or end the head?
bool one_line(const Field& field) {
    const auto ends = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    return !field.name.empty() && field.name.find(':') == std::string::npos &&
           std::ranges::none_of(field.name, ends) && std::ranges::none_of(field.value, ends);
}

std::optional<List> headers_of(const Call& call) {
    List list;
    const auto add = [&](const std::string& line) {
        curl_slist* longer = curl_slist_append(list.get(), line.c_str());
        if (longer == nullptr) return false;
        (void)list.release();
        list.reset(longer);
        return true;
    };
    for (const Field& field : call.headers) {
        // "NAME;" is how libcurl is told of a header without a value.
        if (!one_line(field) ||
            !add(field.value.empty() ? field.name + ";" : field.name + ": " + field.value))
            return std::nullopt;
    }
    // Bodies here are small: to ask first whether they are wanted costs a journey, or a second of waiting.
    if (call.method == Method::post && !add("Expect:")) return std::nullopt;
    return list;
}

void set_method(CURL* curl, const Call& call) {
    switch (call.method) {
        case Method::get:
            curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
            break;
        case Method::head:
            curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
            break;
        case Method::post:
            curl_easy_setopt(curl, CURLOPT_POST, 1L);
            curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
            curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
            break;
    }
}

/// libcurl takes no time at all as no limit.
long milliseconds(std::chrono::milliseconds time) {
    return std::max<long>(1, static_cast<long>(time.count()));
}

void set_limits(CURL* curl, const Call& call) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // signals and threads do not go together
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(call.connect_within));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds(call.answer_within));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, call.redirects > 0 ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, static_cast<long>(std::max(0, call.redirects)));
    // Some servers compress whether asked or not.
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
}

void set_callbacks(CURL* curl, const Call& call, Arriving& arriving) {
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &arriving);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &arriving);
    if (call.stop.stop_possible()) {
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_whether_stopped);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &call.stop);
    }
}

std::unexpected<FetchFault> fault(Code code, std::string problem) {
    return std::unexpected(FetchFault{.code = code, .problem = std::move(problem)});
}

}  // namespace

std::string_view name_of(FetchFault::Code code) {
    switch (code) {
        case Code::bad_call:
            return "bad_call";
        case Code::no_host:
            return "no_host";
        case Code::no_connection:
            return "no_connection";
        case Code::not_trusted:
            return "not_trusted";
        case Code::timeout:
            return "timeout";
        case Code::too_long:
            return "too_long";
        case Code::stopped:
            return "stopped";
        case Code::broken:
            return "broken";
        case Code::failed:
            return "failed";
    }
    std::unreachable();
}

std::expected<Response, FetchFault> fetch(const Call& call) {
    // An address with a zero byte would be cut there, and a shorter one asked.
    if (call.url.find('\0') != std::string::npos) return fault(Code::bad_call, "a zero byte in the address");
    CURL* const curl = handle();
    const auto headers = headers_of(call);
    if (!headers) return fault(Code::bad_call, "a header that cannot be sent");
    if (curl == nullptr) return fault(Code::failed, "libcurl does not begin");

    Arriving arriving{.call = call, .response = {}};
    char problem[CURL_ERROR_SIZE] = "";
    curl_easy_setopt(curl, CURLOPT_URL, call.url.c_str());
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, problem);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers->get());
    set_method(curl, call);
    set_limits(curl, call);
    set_callbacks(curl, call, arriving);
    const CURLcode came = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
    if (came != CURLE_OK) {
        return fault(code_of(curl, came, arriving), problem[0] != '\0' ? problem : curl_easy_strerror(came));
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    arriving.response.status = static_cast<int>(status);
    return std::move(arriving.response);
}

std::optional<std::string_view> header_of(const Response& response, std::string_view name) {
    for (const Field& field : response.headers) {
        if (same_header(field.name, name)) return field.value;
    }
    return std::nullopt;
}

}  // namespace http
