// The program: arguments in, an exit code out. The one place that reads the clock.
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/fault_lines.hpp"
#include "site/serve.hpp"
#include "words/command_line.hpp"

namespace {

// The local day of this machine.
base::Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return *base::Day::from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

struct Run {
    words::Language language;

    int operator()(const cli::Check& command) const {
        return cli::check(command, language, std::cout, std::cerr);
    }
    int operator()(const cli::Ask& command) const {
        return cli::ask(command, language, today(), std::cout, std::cerr);
    }
    int operator()(const cli::List& command) const {
        return cli::list(command, language, today(), std::cout, std::cerr);
    }
    int operator()(const cli::Serve& command) const {
        site::Options options{.package = command.package,
                              .address = command.address,
                              .port = command.port,
                              .threads = command.threads,
                              .url = command.url,
                              .today = today};
        if (!command.today.empty()) {
            const auto fixed = base::Day::read(command.today);
            if (!fixed) {
                std::cerr << words::not_a_day("--today", command.today, language) << '\n';
                return cli::misuse;
            }
            options.today = [day = *fixed] { return day; };
        }
        const auto fault = site::serve(options, [&](const std::string& organisation, const std::string& url) {
            std::cout << words::serving(organisation, url, language) << std::endl;
        });
        if (!fault) return cli::answered;
        if (const auto* faults = std::get_if<std::vector<package::Fault>>(&*fault)) {
            cli::print(*faults, command.package, language, std::cerr);
        } else {
            const auto& listening = std::get<http::ListenFault>(*fault);
            std::cerr << words::cannot_listen(listening.address, listening.port, listening.reason, language)
                      << '\n';
        }
        return cli::unreadable;
    }
};

}  // namespace

int main(int argc, char** argv) {
    const auto arguments = cli::read_arguments({argv + 1, argv + argc});
    if (!arguments) {
        (arguments.error().exit == cli::answered ? std::cout : std::cerr) << arguments.error().text;
        return arguments.error().exit;
    }
    return std::visit(Run{arguments->language}, arguments->command);
}
