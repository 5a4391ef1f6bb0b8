// Serves an organisation: opens its package, listens, answers until it is told to stop.
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

namespace site {

struct Options {
    std::string package;
    std::string address;
    std::uint16_t port = 0;
    unsigned threads = 2;
    std::string url;  // where the public reaches the site; empty: the address listened on
    /// The day that stands for today, asked once a request.
    std::function<base::Day()> today;
};

using ServeFault = std::variant<std::vector<package::Fault>, http::ListenFault>;

/// `ready` is called once, with the organisation's name and the address, when clients may connect.
/// Returns nothing after an orderly stop.
std::optional<ServeFault> serve(
    const Options& options,
    const std::function<void(const std::string& organisation, const std::string& url)>& ready);

}  // namespace site
