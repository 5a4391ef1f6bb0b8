// The program: arguments in, an exit code out. The one place that reads the clock.
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/fault_lines.hpp"
#include "cli/log_commands.hpp"
#include "server/serve.hpp"
#include "words/command_line.hpp"
#include "words/log_commands.hpp"

namespace {

// The local day of this machine.
base::Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return *base::Day::from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

// Seconds since 1970.
std::uint64_t now() { return static_cast<std::uint64_t>(std::time(nullptr)); }

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
        server::Options options{.log = {.store = command.package,
                                        .log_key = command.log_key,
                                        .registrar_key = command.registrar_key,
                                        .guard = command.guard,
                                        .index = command.index,
                                        .today = today,
                                        .now = now,
                                        .notice =
                                            [this](std::string_view code, const seals::Facts& facts) {
                                                std::cerr << words::say_log(code, facts, language)
                                                          << std::endl;
                                            }},
                                .address = command.address,
                                .port = command.port,
                                .threads = command.threads,
                                .url = command.url};
        if (!command.today.empty()) {
            const auto fixed = base::Day::read(command.today);
            if (!fixed) {
                std::cerr << words::not_a_day("--today", command.today, language) << '\n';
                return cli::misuse;
            }
            options.log.today = [day = *fixed] { return day; };
        }
        const auto fault =
            server::serve(options, [&](const std::string& organisation, const std::string& url) {
                std::cout << words::serving(organisation, url, language) << std::endl;
            });
        if (!fault) return cli::answered;
        if (const auto* faults = std::get_if<std::vector<package::Fault>>(&*fault)) {
            cli::print(*faults, command.package, language, std::cerr);
        } else if (const auto* of_station = std::get_if<server::StationFault>(&*fault)) {
            std::cerr << cli::say(*of_station, language) << '\n';
            return cli::end_of(*of_station);
        } else {
            const auto& listening = std::get<http::ListenFault>(*fault);
            std::cerr << words::cannot_listen(listening.address, listening.port, listening.reason, language)
                      << '\n';
        }
        return cli::unreadable;
    }
    cli::World world() const { return {today(), std::cin, std::cout, std::cerr, language}; }
    int operator()(const cli::Key& command) const { return cli::key(command, world()); }
    int operator()(const cli::Import& command) const { return cli::import(command, world()); }
    int operator()(const cli::Demonstrate& command) const { return cli::demonstrate(command, world()); }
    int operator()(const cli::Sign& command) const { return cli::sign(command, world()); }
    int operator()(const cli::Submit& command) const { return cli::submit(command, world()); }
    int operator()(const cli::Record& command) const { return cli::record(command, world()); }
    int operator()(const cli::Release& command) const { return cli::release(command, world()); }
    int operator()(const cli::RemoveAnnex& command) const { return cli::remove_annex(command, world()); }
    int operator()(const cli::Annexes& command) const { return cli::annexes(command, world()); }
    int operator()(const cli::Backup& command) const { return cli::backup(command, world()); }
    int operator()(const cli::Doctor& command) const { return cli::doctor(command, world()); }
    int operator()(const cli::Export& command) const { return cli::export_log(command, world()); }
    int operator()(const cli::Prove& command) const { return cli::prove(command, world()); }
    int operator()(const cli::Verify& command) const { return cli::verify(command, world()); }
    int operator()(const cli::Witness& command) const { return cli::witness(command, world()); }
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
