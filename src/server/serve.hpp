// Serves an organisation: a package as it is, or a store with its log; until it is told to stop.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "http/server.hpp"
#include "package/fault.hpp"
#include "server/station.hpp"

namespace server {

struct Options {
    std::string what;           // a package's folder or a store's address
    std::string log_key;        // file; empty: the log is only followed
    std::string registrar_key;  // file; so that refusals can be put on record
    std::string guard;
    std::string index;  // file of a long log's index
    std::string address;
    std::uint16_t port = 0;
    unsigned threads = 2;
    std::string url;  // where the public reaches the site; empty: the address listened on
    /// The day that stands for today, asked once a request.
    std::function<base::Day()> today;
    std::function<std::uint64_t()> now;  // POSIX seconds
    std::function<void(std::string_view code, const seals::Facts&)> notice = {};
};

using ServeFault = std::variant<std::vector<package::Fault>, http::ListenFault, StationFault>;

/// `ready` is called once, with the organisation's name and the address, when clients may connect.
/// Returns nothing after an orderly stop.
std::optional<ServeFault> serve(
    const Options& options,
    const std::function<void(const std::string& organisation, const std::string& url)>& ready);

}  // namespace server
