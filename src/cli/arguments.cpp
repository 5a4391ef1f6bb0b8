#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

namespace cli {
namespace {

constexpr const char* about =
    "The system of record of a treaty organisation: who was a member, who chaired, what was adopted,\n"
    "who is bound and since when - for any day, as known on any day, with reasons.";

constexpr const char* examples =
    "Examples:\n"
    "  depositary ask organisations/csto members --on 2007-01-01\n"
    "  depositary ask organisations/csto quorum session=minsk-2023-11-23 --why\n"
    "  depositary ask organisations/csto bound AM budget-2024 --on 2024-06-01 --json\n"
    "  depositary list organisations/csto questions\n"
    "Exit: 0 answered or clean, 1 faults found, 2 misuse, 3 could not read.";

}  // namespace

std::expected<Arguments, Instead> read_arguments(const std::vector<std::string>& arguments) {
    Arguments result;
    CLI::App app(about, "depositary");
    app.footer(examples);
    app.require_subcommand(1);
    std::string language = "en";
    const auto add_language = [&](CLI::App* command) {
        command->add_option("--lang", language, "Language of sentences: en or ru")
            ->check(CLI::IsMember({"en", "ru"}));
    };

    Check check;
    auto* check_command = app.add_subcommand("check", "Read a package and print every fault in it");
    check_command->add_option("package", check.package, "Folder of the organisation")->required();
    add_language(check_command);

    Ask ask;
    bool json = false;
    bool schema = false;
    auto* ask_command = app.add_subcommand("ask", "Put a question to the record");
    ask_command->add_option("package", ask.package, "Folder of the organisation")->required();
    ask_command
        ->add_option("question", ask.question, "Its name; 'depositary list PACKAGE questions' lists them")
        ->required();
    ask_command->add_option("words", ask.words, "Parameters: name=value, or values in order");
    ask_command->add_option("--on", ask.on, "The day asked about, YYYY-MM-DD; today unless given");
    ask_command->add_option("--known", ask.known,
                            "As known by the end of a day, or from the first N entries");
    ask_command->add_option("--take", ask.takes, "Take a side: DISPUTE=SIDE; may be repeated")
        ->take_all()
        ->expected(1);
    ask_command->add_option("--suppose", ask.suppose, "A file of acts that did not happen, one a line");
    ask_command->add_flag("--why", ask.why, "Show the reasons");
    auto* json_flag = ask_command->add_flag("--json", json, "The answer as JSON");
    ask_command->add_flag("--schema", schema, "The JSON Schema of the answer")->excludes(json_flag);
    add_language(ask_command);

    List list;
    auto* list_command = app.add_subcommand("list", "List what can be named in questions");
    list_command->add_option("package", list.package, "Folder of the organisation")->required();
    list_command
        ->add_option("what", list.what,
                     "questions, members, bodies, posts, sessions, papers, instruments, subjects or disputes")
        ->required();
    add_language(list_command);

    Serve serve;
    auto* serve_command = app.add_subcommand("serve", "Serve the record as pages and JSON");
    serve_command->add_option("package", serve.package, "Folder of the organisation")->required();
    serve_command->add_option("--address", serve.address, "Address to listen on")->capture_default_str();
    serve_command->add_option("--port", serve.port, "Port to listen on; 0 lets the system choose")
        ->capture_default_str();
    serve_command->add_option("--threads", serve.threads, "Threads that answer")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    serve_command->add_option("--url", serve.url,
                              "Where the public reaches it, https://example.org; for feeds and calendars");
    serve_command->add_option("--today", serve.today, "The day that stands for today, YYYY-MM-DD");
    add_language(serve_command);

    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
    try {
        app.parse(reversed);
    } catch (const CLI::Success& success) {  // --help
        std::ostringstream out;
        std::ostringstream none;
        app.exit(success, out, none);
        return std::unexpected(Instead{out.str(), answered});
    } catch (const CLI::ParseError& error) {
        std::ostringstream none;
        std::ostringstream err;
        app.exit(error, none, err);
        return std::unexpected(Instead{err.str(), misuse});
    }
    result.language = language == "ru" ? words::Language::ru : words::Language::en;
    if (json) ask.output = Ask::Output::json;
    if (schema) ask.output = Ask::Output::schema;
    if (*check_command) result.command = check;
    if (*ask_command) result.command = ask;
    if (*list_command) result.command = list;
    if (*serve_command) result.command = serve;
    return result;
}

}  // namespace cli
