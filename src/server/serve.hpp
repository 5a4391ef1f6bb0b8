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
    /// Its store may also be a package's folder: then there is no log, and `today` alone counts. The day that
    /// stands for today is asked once a request.
    StationOptions log;
    std::string address;
    std::uint16_t port = 0;
    unsigned threads = 2;
    std::string url;  // where the public reaches the site; empty: the address listened on
};

using ServeFault = std::variant<std::vector<package::Fault>, http::ListenFault, StationFault>;

/// `ready` is called once, with the organisation's name and the address, when clients may connect.
/// Returns nothing after an orderly stop.
std::optional<ServeFault> serve(
    const Options& options,
    const std::function<void(const std::string& organisation, const std::string& url)>& ready);

}  // namespace server
