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
    ask_command->add_option("package", ask.package, "Folder of the organisation, or a store")->required();
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
    serve_command->add_option("package", serve.package, "Folder of the organisation, or a store")->required();
    serve_command->add_option("--log-key", serve.log_key,
                              "File of the log's key: this server writes; without it, it follows");
    serve_command->add_option(
        "--registrar-key", serve.registrar_key,
        "File of the registrar's key: refusals are put on record when their senders ask");
    serve_command->add_option("--guard", serve.guard,
                              "File that remembers the newest checkpoint; beside the store unless given");
    serve_command->add_option("--index", serve.index,
                              "File from which a long log starts quickly; beside the store unless given");
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

    Key key;
    auto* key_command = app.add_subcommand("key", "Make a key, or show its public half");
    key_command->require_subcommand(1);
    auto* key_new = key_command->add_subcommand("new", "Make a key in a file of its own");
    key_new->add_option("name", key.name, "What it is called: of a log its origin, of a witness its name")
        ->required();
    key_new->add_option("file", key.file, "The file to be made")->required();
    key_new->add_flag("--witness", key.witness, "For the cosignatures of a witness");
    add_language(key_new);
    auto* key_show = key_command->add_subcommand("show", "Show what of a key may be shown");
    key_show->add_option("file", key.file, "The key's file")->required();
    add_language(key_show);

    Import import;
    auto* import_command =
        app.add_subcommand("import", "Put a package, or an exported log, into a new store");
    import_command->add_option("from", import.from, "Folder of the package or of the exported log")
        ->required();
    import_command->add_option("store", import.store, "File, or postgresql://…")->required();
    import_command->add_option("--keys", import.keys,
                               "Folder with log.key, authority.key, authority-next.key and registrar.key");
    import_command->add_option(
        "--policy", import.policy,
        "File of witnesses and quorum (tlog-policy); of an exported log: whose keys you trust");
    import_command->add_option("--registrar", import.registrar, "What the registrar's key is called")
        ->capture_default_str();
    import_command->add_option("--reason", import.reason, "Why the rulebook is published")
        ->capture_default_str();
    add_language(import_command);

    Demonstrate demonstrate;
    auto* demonstrate_command = app.add_subcommand(
        "demonstrate", "Make a sealed and witnessed log of a package, with keys that are nobody's");
    demonstrate_command->add_option("package", demonstrate.package, "Folder of the organisation")->required();
    demonstrate_command->add_option("folder", demonstrate.folder, "Folder to be made")->required();
    demonstrate_command
        ->add_option("--port", demonstrate.port, "The server's; the witnesses take the two after it")
        ->capture_default_str();
    add_language(demonstrate_command);

    const auto add_audience = [](CLI::App* command, std::string& distribution, std::string& release) {
        command->add_option("--distribution", distribution,
                            "Who may read it: members, or some, as AM,BY; everybody unless given");
        command->add_option("--release", release,
                            "The day from which it may be released; by an act alone unless given");
    };

    Sign sign;
    auto* sign_command = app.add_subcommand("sign", "Seal an act with a key; nothing is sent");
    sign_command
        ->add_option(
            "file", sign.file,
            "The act, with \"files\" where each has a \"path\", or what others sealed; - for standard "
            "input")
        ->required();
    sign_command->add_option("--key", sign.key, "File of the key")->required();
    sign_command->add_option("--origin", sign.origin, "The log's origin; the checkpoint's unless given");
    sign_command->add_option("--after", sign.checkpoint, "File of a checkpoint that you have seen")
        ->required();
    sign_command->add_option("--count", sign.count, "The key's next number; LOG/keys.json has its last")
        ->required();
    add_audience(sign_command, sign.distribution, sign.release);
    add_language(sign_command);

    Submit submit;
    auto* submit_command = app.add_subcommand("submit", "Hand a sealed act in");
    submit_command
        ->add_option("file", submit.file,
                     "What 'sign' printed, with all that it carries; - for standard input")
        ->required();
    submit_command->add_option("url", submit.url, "The server: http://host:port")->required();
    submit_command->add_option("--attach", submit.attached, "A file that the act names; may be repeated")
        ->take_all()
        ->expected(1);
    add_language(submit_command);

    Record record;
    auto* record_command =
        app.add_subcommand("record", "Show what would follow from an act, then seal and keep it");
    record_command->add_option("store", record.store, "The store")->required();
    record_command
        ->add_option("file", record.file,
                     "The act, with \"files\" where each has a \"path\"; - for standard input")
        ->required();
    record_command->add_option("--keys", record.keys, "Folder with log.key and registrar.key")->required();
    record_command->add_option("--on", record.on,
                               "The day for which to show it, YYYY-MM-DD; today unless given");
    record_command->add_option("--attach", record.attached, "A file that the act carries; may be repeated")
        ->take_all()
        ->expected(1);
    record_command
        ->add_option(
            "--personal", record.personal,
            "The same of a file about a private person: kept apart, removable, and called annex-1.pdf")
        ->take_all()
        ->expected(1);
    add_audience(record_command, record.distribution, record.release);
    record_command->add_flag("--yes", record.yes, "Keep it without asking");
    add_language(record_command);

    Release release;
    auto* release_command = app.add_subcommand("release", "Put an act that was withheld in the open");
    release_command->add_option("store", release.store, "The store")->required();
    release_command->add_option("entry", release.entry, "The entry in which it was withheld")->required();
    release_command->add_option("--keys", release.keys, "Folder with log.key and registrar.key")->required();
    add_language(release_command);

    RemoveAnnex remove_annex;
    auto* remove_command =
        app.add_subcommand("remove-annex", "Take away personal data; its salted hash stays in the log");
    remove_command->add_option("store", remove_annex.store, "The store")->required();
    remove_command->add_option("commitment", remove_annex.commitment, "Its salted hash, in base64")
        ->required();
    remove_command->add_option("--keys", remove_annex.keys, "Folder with log.key and registrar.key")
        ->required();
    remove_command->add_option("--reason", remove_annex.reason, "Why, for the record")->required();
    add_language(remove_command);

    Annexes annexes;
    auto* annexes_command = app.add_subcommand(
        "annexes", "Copy what is withheld or personal from the store that a log was moved from");
    annexes_command->add_option("from", annexes.from, "The store that has it")->required();
    annexes_command->add_option("to", annexes.to, "The store whose log names it")->required();
    add_language(annexes_command);

    Backup backup;
    auto* backup_command = app.add_subcommand("backup", "Copy an SQLite store, also while it is served");
    backup_command->add_option("store", backup.store, "The store")->required();
    backup_command->add_option("file", backup.file, "The file to be made")->required();
    add_language(backup_command);

    Doctor doctor;
    auto* doctor_command = app.add_subcommand("doctor", "Check that a store holds what was signed");
    doctor_command->add_option("store", doctor.store, "The store")->required();
    doctor_command->add_option("--guard", doctor.guard, "File that remembers the newest checkpoint");
    add_language(doctor_command);

    Export exported;
    auto* export_command = app.add_subcommand("export", "Write a log as a folder that anyone can check");
    export_command->add_option("store", exported.store, "The store")->required();
    export_command->add_option("folder", exported.folder, "The folder to be made")->required();
    auto* with_site = export_command->add_flag("--site", exported.site,
                                               "Beside the log every page as a file, for any web server");
    export_command
        ->add_option("--url", exported.url,
                     "Where the public reaches the pages, https://example.org; for feeds and calendars")
        ->needs(with_site);
    export_command->add_option("--today", exported.today, "The day that stands for today, YYYY-MM-DD")
        ->needs(with_site);
    add_language(export_command);

    Prove prove;
    auto* prove_command =
        app.add_subcommand("prove", "Write the proof of one act, as a page that opens by itself");
    prove_command->add_option("store", prove.store, "The store")->required();
    prove_command->add_option("act", prove.act, "The act's id, or the number of its entry")->required();
    prove_command->add_option("file", prove.file, "The file to be made; standard output unless given");
    add_language(prove_command);

    Verify verify;
    auto* verify_command =
        app.add_subcommand("verify", "Check a log or the proof of an act, trusting nobody who gave it");
    verify_command->add_option("what", verify.what, "Exported folder, http address, store, or proof file")
        ->required();
    verify_command->add_option("--policy", verify.policy, "File: whose keys you trust (tlog-policy)");
    verify_command->add_option("--older", verify.older, "A checkpoint you kept; may be repeated")
        ->take_all()
        ->expected(1);
    verify_command->add_option("--threads", verify.threads, "Threads that verify seals; all unless given")
        ->check(CLI::Range(1, 64));
    verify_command->add_flag("--unwitnessed", verify.unwitnessed,
                             "Look at a copy that no quorum of copy-holders has confirmed");
    verify_command->add_flag("--json", verify.json, "The verdict as JSON");
    add_language(verify_command);

    Witness witness;
    auto* witness_command =
        app.add_subcommand("witness", "Confirm, copy and replay logs: a capital's program");
    witness_command
        ->add_option("folder", witness.folder, "Its state, with the file 'logs' (tlog-policy lines)")
        ->required();
    witness_command->add_option("--key", witness.key, "File of the witness's key")->required();
    witness_command->add_option("--replay-key", witness.replay_key,
                                "File of a second key, for 'stored and replayed'");
    witness_command->add_option("--address", witness.address, "Address to listen on")->capture_default_str();
    witness_command->add_option("--port", witness.port, "Port to listen on; 0 lets the system choose")
        ->capture_default_str();
    witness_command->add_flag("--first-use", witness.first_use,
                              "Begin a log anew whose state was lost; only when you know why it was");
    add_language(witness_command);

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
    if (*key_command) {
        key.what = *key_new ? Key::Do::make : Key::Do::show;
        result.command = key;
    }
    if (*import_command) result.command = import;
    if (*demonstrate_command) result.command = demonstrate;
    if (*sign_command) result.command = sign;
    if (*submit_command) result.command = submit;
    if (*record_command) result.command = record;
    if (*release_command) result.command = release;
    if (*remove_command) result.command = remove_annex;
    if (*annexes_command) result.command = annexes;
    if (*backup_command) result.command = backup;
    if (*doctor_command) result.command = doctor;
    if (*export_command) result.command = exported;
    if (*prove_command) result.command = prove;
    if (*verify_command) result.command = verify;
    if (*witness_command) result.command = witness;
    return result;
}

}  // namespace cli
