#include "cli/log_commands.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <utility>

#include "archive/export.hpp"
#include "archive/import.hpp"
#include "archive/layout.hpp"
#include "archive/proof_page.hpp"
#include "archive/replay.hpp"
#include "archive/verdict_text.hpp"
#include "archive/verify.hpp"
#include "base/base64.hpp"
#include "cli/fault_lines.hpp"
#include "cli/following.hpp"
#include "encoding/json.hpp"
#include "http/client.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/policy.hpp"
#include "questions/question.hpp"
#include "registry/annexes.hpp"
#include "registry/enter.hpp"
#include "registry/guard.hpp"
#include "registry/scrub.hpp"
#include "registry/submission.hpp"
#include "server/static_copy.hpp"
#include "store/new_store.hpp"
#include "witness/serve.hpp"
#include "words/command_line.hpp"
#include "words/entry_faults.hpp"
#include "words/log_commands.hpp"
#include "words/refusals.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

using words::FaultFacts;

/// Bytes of a file that is attached or handed in: as many as a submission may have.
constexpr std::size_t most_bytes = registry::longest_submission;
/// Stands in feeds and calendars of pages that the public reaches nowhere in particular: as `serve` has it.
constexpr std::string_view nowhere = "http://localhost:8080";

void line(std::ostream& out, std::string_view code, const FaultFacts& facts, words::Language language) {
    out << words::say_log(code, facts, language) << '\n';
}

int failed(World world, const server::StationFault& fault) {
    world.err << say(fault, world.language) << '\n';
    return end_of(fault);
}

int trouble(World world, std::string_view code, const FaultFacts& facts) {
    world.err << words::say_trouble(code, facts, world.language) << '\n';
    return unreadable;
}

// Of a file, or of standard input for "-".
std::optional<std::string> bytes_of(const std::string& file, std::istream& in) {
    std::string bytes;
    if (file == "-") {
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    } else {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) return std::nullopt;
        bytes.assign(std::istreambuf_iterator<char>(stream), {});
    }
    if (bytes.size() > most_bytes) return std::nullopt;
    return bytes;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

int failed(World world, const registry::EnterFault& fault, const std::string& folder) {
    if (const auto* faults = std::get_if<std::vector<package::Fault>>(&fault)) {
        print(*faults, folder, world.language, world.err);
        return package::is_unreadable(*faults) ? unreadable : Exit::faults;
    }
    if (const auto* refusal = std::get_if<registry::Refusal>(&fault))
        return failed(world, server::fault_of(*refusal));
    return failed(world, server::fault_of(std::get<registry::Closed>(fault)));
}

// What an act is written as: the whole line of a record, with its files where it has any, or its body alone.
struct WrittenAct {
    base::Value body;
    base::Value files;  // null: none
};
std::expected<WrittenAct, seals::Fault> act_of(std::string_view bytes) {
    const auto value = encoding::read_json(trimmed(bytes));
    if (!value)
        return std::unexpected(seals::Fault{seals::Code::not_canonical,
                                            {{"at", std::to_string(value.error().offset)},
                                             {"why", std::string(encoding::name_of(value.error().code))}}});
    const base::Value& body = (*value)["body"];
    if (body.is_null()) return WrittenAct{*value, {}};
    return WrittenAct{body, (*value)["files"]};
}

// An entry that nobody has sealed, with its files read as strictly as when they are handed in.
std::expected<seals::Entry, seals::Fault> unsealed_of(WrittenAct act) {
    seals::Entry entry;
    entry.body = std::move(act.body);
    if (act.files.is_null()) return entry;
    base::Object whole{
        {"body", std::move(entry.body)}, {"files", std::move(act.files)}, {"seals", base::List{}}, {"v", 1}};
    return seals::read_unsealed(encoding::canonical_json(base::Value(std::move(whole))));
}

constexpr std::string_view any_type = "application/octet-stream";

std::string media_type_of(const fs::path& file) {
    static const std::map<std::string, std::string> types{
        {".pdf", "application/pdf"}, {".txt", "text/plain"},       {".png", "image/png"},
        {".jpg", "image/jpeg"},      {".html", "text/html"},       {".tif", "image/tiff"},
        {".yaml", "text/yaml"},      {".json", "application/json"}};
    const auto found = types.find(file.extension().string());
    return found == types.end() ? std::string(any_type) : found->second;
}

// Of a file about a private person. Its own name may tell of that person, and what an entry names stays.
std::string neutral_name(std::size_t number, const fs::path& file) {
    std::string name = "annex-" + std::to_string(number);
    if (media_type_of(file) != any_type) name += file.extension().string();
    return name;
}

}  // namespace

std::string say(const server::StationFault& fault, words::Language language) {
    switch (fault.of) {
        case server::StationFault::Of::trouble:
            return words::say_trouble(fault.code, fault.facts, language);
        case server::StationFault::Of::closed:
            return words::say_closed(fault.code, fault.facts, language);
        case server::StationFault::Of::entry:
            return words::say_entry_fault(fault.code, fault.facts, language);
    }
    return fault.code;
}

int end_of(const server::StationFault& fault) {
    return fault.of == server::StationFault::Of::trouble ? unreadable : Exit::faults;
}

int key(const Key& command, World world) {
    if (command.what == Key::Do::make && !merkle::acceptable_name(command.name)) {
        world.err << words::say_entry_fault("not_a_key_name", {{"found", command.name}}, world.language)
                  << '\n';
        return misuse;
    }
    const auto type = command.witness ? merkle::KeyType::cosignature : merkle::KeyType::ed25519;
    auto found = command.what == Key::Do::make ? registry::make_key(command.file, command.name, type)
                                               : registry::read_key(command.file);
    if (!found) return failed(world, server::fault_of(found.error(), command.file));
    const std::string text = seals::key_text(found->verifier().public_key);
    if (command.what == Key::Do::make) line(world.err, "key_made", {{"what", command.file}}, world.language);
    if (found->verifier().type == merkle::KeyType::cosignature) {
        line(world.out, "as_witness", {{"key", found->verifier().text()}}, world.language);
        return answered;
    }
    line(world.out, "as_log", {{"key", found->verifier().text()}}, world.language);
    line(world.out, "in_seals", {{"key", text}}, world.language);
    line(world.out, "next_hash", {{"hash", merkle::base64_of(seals::next_of(text))}}, world.language);
    return answered;
}

namespace {

struct Keys {
    merkle::Signer log, authority, next, registrar;
};

std::expected<Keys, server::StationFault> keys_in(const std::string& folder) {
    std::vector<merkle::Signer> read;
    for (const char* name : {"log.key", "authority.key", "authority-next.key", "registrar.key"}) {
        const std::string file = (fs::path(folder) / name).string();
        auto one = registry::read_key(file);
        if (!one) return std::unexpected(server::fault_of(one.error(), file));
        read.push_back(std::move(*one));
    }
    return Keys{std::move(read[0]), std::move(read[1]), std::move(read[2]), std::move(read[3])};
}

// What a command has written before it failed goes again; where it cannot, that is said.
int undone(store::NewStore& made, const std::string& address, int end, World world) {
    if (const auto gone = made.take_away(); !gone)
        line(world.err, "left_behind", {{"what", address}, {"problem", gone.error().problem}},
             world.language);
    return end;
}

int fill(World world, const std::string& from, store::Store& store, const std::string& guard,
         const Keys& keys, const std::string& policy, const std::string& registrar_name,
         const std::string& reason, std::size_t& acts) {
    auto desk = registry::Desk::open({.store = store,
                                      .log = keys.log,
                                      .today = [&] { return world.today; },
                                      .guard = guard,
                                      .known_elsewhere = {}});
    if (!desk) return failed(world, server::fault_of(desk.error()));
    const auto opened = registry::open_log(
        **desk, {.origin = keys.log.verifier().name,
                 .log = keys.log,
                 .authority = keys.authority.key(),
                 .authority_next = seals::next_of(seals::key_text(keys.next.verifier().public_key)),
                 .registrar = keys.registrar.key(),
                 .registrar_name = registrar_name,
                 .policy = policy,
                 .today = world.today});
    if (!opened) return failed(world, opened.error(), from);
    const auto entered = registry::enter_package(**desk, keys.registrar.key(), from, reason, world.today);
    if (!entered) return failed(world, entered.error(), from);
    acts = *entered;
    return answered;
}

int enter(World world, const std::string& from, const std::string& address, const Keys& keys,
          const std::string& policy, const std::string& registrar_name, const std::string& reason,
          std::size_t& acts) {
    // Nothing is made where the package has faults.
    const auto package = package::read(from);
    if (!package) return failed(world, registry::EnterFault(package.error()), from);
    const std::string guard = store::names_a_database(address) ? std::string() : address + ".guard";
    auto made = store::NewStore::create(address, {guard, guard + ".new"});
    if (!made) return failed(world, server::fault_of(made.error(), address));
    const int end = fill(world, from, **made, guard, keys, policy, registrar_name, reason, acts);
    return end == answered ? end : undone(*made, address, end, world);
}

}  // namespace

namespace {

// Whose signatures count, of a file; said where it cannot be read.
std::expected<merkle::Policy, int> policy_in(const std::string& file, World world) {
    const auto bytes = bytes_of(file, world.in);
    if (!bytes) return std::unexpected(trouble(world, "cannot_open", {{"what", file}}));
    auto policy = merkle::read_policy(*bytes);
    if (!policy)
        return std::unexpected(failed(world, {server::StationFault::Of::entry,
                                              "bad_policy",
                                              {{"line", std::to_string(policy.error().line)},
                                               {"why", std::string(merkle::name_of(policy.error().code))}}}));
    return std::move(*policy);
}

int not_imported(const archive::ImportFault& why, const std::string& store, World world) {
    if (const auto* fault = std::get_if<store::Fault>(&why))
        return failed(world, server::fault_of(*fault, store));
    world.err << archive::text_of(std::get<archive::NotImported>(why).verdict, world.language);
    return Exit::faults;
}

// An exported log, byte for byte.
int import_exported(const Import& command, World world) {
    archive::VerifyOptions options{.unwitnessed = true};
    if (!command.policy.empty()) {
        auto policy = policy_in(command.policy, world);
        if (!policy) return policy.error();
        options.policy = std::move(*policy);
    }
    // All of a long log is verified before a store is made: that there is one already is said at once.
    if (store::open(command.store, store::Mode::read))
        return failed(world, server::fault_of({store::Trouble::exists, command.store}, command.store));
    std::optional<store::NewStore> made;
    const auto make = [&]() -> store::Expected<store::Store*> {
        auto created = store::NewStore::create(command.store);
        if (!created) return std::unexpected(created.error());
        made.emplace(std::move(*created));
        return &**made;
    };
    const auto imported = archive::import_log(archive::from(command.from), make, options);
    if (imported) {
        world.out << archive::text_of(imported->verdict, world.language);
        line(world.out, "imported",
             {{"what", command.store},
              {"entries", std::to_string(imported->entries)},
              {"files", std::to_string(imported->files)}},
             world.language);
        return answered;
    }
    const int end = not_imported(imported.error(), command.store, world);
    return made ? undone(*made, command.store, end, world) : end;
}

}  // namespace

int import(const Import& command, World world) {
    std::error_code error;
    if (command.from.starts_with("http") || fs::exists(fs::path(command.from) / "checkpoint", error))
        return import_exported(command, world);
    auto keys = keys_in(command.keys);
    if (!keys) return failed(world, keys.error());
    std::string policy = "log " + keys->log.verifier().text() + "\nquorum none\n";
    if (!command.policy.empty()) {
        const auto read = bytes_of(command.policy, world.in);
        if (!read) return trouble(world, "cannot_open", {{"what", command.policy}});
        policy = *read;
    }
    std::size_t acts = 0;
    const int end =
        enter(world, command.from, command.store, *keys, policy, command.registrar, command.reason, acts);
    if (end == answered)
        line(world.out, "entered",
             {{"what", command.store}, {"acts", std::to_string(acts)}, {"entries", std::to_string(acts + 3)}},
             world.language);
    return end;
}

namespace {

/// Lies in the folder of a demonstration until all of it is there.
constexpr const char* unfinished = "unfinished";

// Nothing but what an interrupted attempt leaves, and its mark.
bool is_an_attempt(const fs::path& folder) {
    constexpr std::array<std::string_view, 5> names{unfinished, "keys", "policy", "copy-holder-1",
                                                    "copy-holder-2"};
    std::error_code error;
    if (!fs::is_regular_file(folder / unfinished, error)) return false;
    return std::ranges::all_of(fs::directory_iterator(folder, error), [&](const auto& there) {
        const std::string name = there.path().filename().string();
        return name.starts_with("log.db") || std::ranges::find(names, name) != names.end();
    });
}

// An empty folder, but for the mark. What an interrupted attempt left is no demonstration and goes; what
// anybody else put there stays, and nothing is made. Says whether there is one.
bool make_room(const fs::path& folder) {
    std::error_code error;
    if (is_an_attempt(folder)) fs::remove_all(folder, error);
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)) return false;
    std::ofstream mark(folder / unfinished);
    return static_cast<bool>(mark.flush());
}

}  // namespace

int demonstrate(const Demonstrate& command, World world) {
    const fs::path folder = command.folder;
    std::error_code error;
    if (fs::exists(folder / "ready", error)) {
        line(world.out, "at_other_place", {{"what", command.folder}}, world.language);
        return answered;
    }
    if (!make_room(folder)) return trouble(world, "no_demonstration", {{"what", command.folder}});
    const std::string origin = "demonstration.example/" + folder.filename().string();
    std::string policy, group;
    const auto make = [&](const fs::path& file, const std::string& name, merkle::KeyType type) {
        fs::create_directories(file.parent_path(), error);
        return registry::make_key(file.string(), name, type);
    };
    const auto log = make(folder / "keys" / "log.key", origin, merkle::KeyType::ed25519);
    for (const char* name : {"authority", "authority-next", "registrar"}) {
        const fs::path file = folder / "keys" / (std::string(name) + ".key");
        if (auto made = make(file, std::string("demonstration-") + name, merkle::KeyType::ed25519); !made)
            return failed(world, server::fault_of(made.error(), file.string()));
    }
    if (!log) return failed(world, server::fault_of(log.error(), (folder / "keys" / "log.key").string()));
    policy = "log " + log->verifier().text() + "\n";
    for (int i = 1; i <= 2; ++i) {
        const std::string number = std::to_string(i);
        const std::string name = "demonstration-copy-holder-" + number;
        const fs::path place = folder / ("copy-holder-" + number);
        const auto witness = make(place / "witness.key", name, merkle::KeyType::cosignature);
        const auto replayer = make(place / "replay.key", name + "-replayed", merkle::KeyType::cosignature);
        if (!witness || !replayer)
            return failed(world,
                          server::fault_of(witness ? replayer.error() : witness.error(), place.string()));
        policy += "witness " + name + " " + witness->verifier().text() +
                  " http://127.0.0.1:" + std::to_string(command.port + i) + "\n";
        policy += "witness " + name + "-replayed " + replayer->verifier().text() +
                  " http://127.0.0.1:" + std::to_string(command.port + i) + "/replayed\n";
        group += " " + name;
        std::ofstream(place / "logs")
            << "log " << log->verifier().text() << " http://127.0.0.1:" << command.port << "/log\n";
    }
    policy += "group copy-holders all" + group + "\nquorum copy-holders\n";
    std::ofstream(folder / "policy") << policy;

    const auto keys = keys_in((folder / "keys").string());
    if (!keys) return failed(world, keys.error());
    std::size_t acts = 0;
    const int end = enter(world, command.package, (folder / "log.db").string(), *keys, policy,
                          "demonstration registrar", "First publication.", acts);
    if (end != answered) return end;
    std::ofstream ready(folder / "ready");
    ready << acts << '\n';
    if (!ready.flush()) return trouble(world, "no_demonstration", {{"what", command.folder}});
    fs::remove(folder / unfinished, error);
    line(world.out, "demonstration_made", {{"what", command.folder}, {"acts", std::to_string(acts)}},
         world.language);
    return answered;
}

namespace {

// The files given on the command line: public ones, by their SHA-256.
std::optional<std::vector<store::File>> attached(const std::vector<std::string>& files, World world) {
    std::vector<store::File> read;
    for (const std::string& file : files) {
        auto bytes = bytes_of(file, world.in);
        if (!bytes) {
            trouble(world, "cannot_open", {{"what", file}});
            return std::nullopt;
        }
        store::File made{.sha256 = merkle::sha256(*bytes), .media_type = media_type_of(file), .bytes = {}};
        made.bytes = std::move(*bytes);
        read.push_back(std::move(made));
    }
    return read;
}

// As 'sign' prints it: a sealed act alone, or with what it carries.
std::expected<registry::Submission, registry::SubmissionFault> sealed_in(std::string_view bytes) {
    return registry::read_submission(bytes.starts_with('{') ? trimmed(bytes) : bytes);
}

// Each as the type that the act names. Whether it names them at all is for the log to say.
void add(std::vector<store::File> files, registry::Submission& submission) {
    const auto entry = seals::read_entry(submission.entry, seals::Where::submitted);
    for (store::File& file : files) {
        if (entry) {
            const auto named =
                std::ranges::find(entry->files, std::optional(file.sha256), &seals::FileNote::sha256);
            if (named != entry->files.end()) file.media_type = named->type;
        }
        submission.files.push_back(std::move(file));
    }
}

}  // namespace

int submit(const Submit& command, World world) {
    const auto bytes = bytes_of(command.file, world.in);
    if (!bytes) return trouble(world, "cannot_open", {{"what", command.file}});
    auto submission = sealed_in(*bytes);
    if (!submission)
        return trouble(world, "bad_submission", {{"why", std::string(name_of(submission.error()))}});
    auto files = attached(command.attached, world);
    if (!files) return unreadable;
    add(std::move(*files), *submission);
    std::string url = command.url;
    while (url.ends_with('/')) url.pop_back();
    const auto response = http::fetch({.method = http::Method::post,
                                       .url = url + "/log/submit",
                                       .headers = {{"Content-Type", "application/vnd.depositary.submission"}},
                                       .body = registry::write_submission(*submission)});
    if (!response) return trouble(world, "failed", {{"what", url}, {"problem", response.error().problem}});
    const auto value = encoding::read_json(response->body, encoding::document_limits);
    if (!value)
        return trouble(world, "failed",
                       {{"what", url}, {"problem", "HTTP " + std::to_string(response->status)}});
    if (response->status == 200 || response->status == 201) {
        const std::int64_t* place = (*value)["entry"].number();
        line(world.err, response->status == 201 ? "kept" : "kept_before",
             {{"entry", std::to_string(place ? *place : 0)},
              {"known_on", std::string((*value)["known_on"].text())}},
             world.language);
        const std::string_view proof = (*value)["proof"].text();
        if (proof.empty())
            line(world.err, "proof_later", {{"url", url}, {"entry", std::to_string(place ? *place : 0)}},
                 world.language);
        world.out << proof;
        return answered;
    }
    line(world.err, "refused",
         {{"why", std::string((*value)["says"][world.language == words::Language::ru ? "ru" : "en"].text())}},
         world.language);
    return Exit::faults;
}

namespace {

// A store with the pen, the desk at it, and the registrar who seals.
struct Writing {
    merkle::Signer log, registrar;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<registry::Desk> desk;

    std::string origin() const {
        std::string said;
        desk->look([&](const registry::Book& book) { said = book.keys().origin(); });
        return said;
    }
    // Seals with the registrar's next number, after the newest checkpoint.
    seals::Entry seal(seals::Entry entry) const {
        std::uint64_t count = 0;
        std::string origin;
        const std::string key = seals::key_text(registrar.verifier().public_key);
        desk->look([&](const registry::Book& book) {
            origin = book.keys().origin();
            if (const seals::Key* known = book.keys().find(key)) count = known->count;
        });
        const store::Head head = desk->head();
        return registry::Sealer(registrar.key(), origin, count,
                                {.size = head.size(), .root = head.edge.root()})
            .seal(std::move(entry));
    }
};

std::expected<std::unique_ptr<Writing>, server::StationFault> open_to_write(const std::string& address,
                                                                            const std::string& keys,
                                                                            base::Day today) {
    const std::string log_file = (fs::path(keys) / "log.key").string();
    const std::string registrar_file = (fs::path(keys) / "registrar.key").string();
    auto log = registry::read_key(log_file);
    if (!log) return std::unexpected(server::fault_of(log.error(), log_file));
    auto registrar = registry::read_key(registrar_file);
    if (!registrar) return std::unexpected(server::fault_of(registrar.error(), registrar_file));
    auto store = store::open(address, store::Mode::append);
    if (!store) return std::unexpected(server::fault_of(store.error(), address));
    auto writing = std::make_unique<Writing>(
        Writing{std::move(*log), std::move(*registrar), std::move(*store), nullptr});
    const bool is_file = !address.starts_with("postgres");
    auto desk = registry::Desk::open({.store = *writing->store,
                                      .log = writing->log,
                                      .today = [today] { return today; },
                                      .guard = is_file ? address + ".guard" : std::string(),
                                      .known_elsewhere = {}});
    if (!desk) return std::unexpected(server::fault_of(desk.error()));
    writing->desk = std::move(*desk);
    server::ask_witnesses(*writing->desk, *writing->store, {});
    if (const auto closed = writing->desk->closed()) return std::unexpected(server::fault_of(*closed));
    return writing;
}

int told(World world, const registry::Outcome& outcome) {
    if (const auto* receipt = std::get_if<registry::Receipt>(&outcome)) {
        line(world.out, receipt->was_on_record ? "kept_before" : "kept",
             {{"entry", std::to_string(receipt->entry)}, {"known_on", receipt->known_on.text()}},
             world.language);
        return answered;
    }
    if (const auto* refusal = std::get_if<registry::Refusal>(&outcome)) {
        line(world.err, "refused", {{"why", say(server::fault_of(*refusal), world.language)}},
             world.language);
        return Exit::faults;
    }
    return failed(world, server::fault_of(std::get<registry::Closed>(outcome)));
}

std::string fresh_salt() { return merkle::SecretKey::random().seed(); }

store::Annex annex_of(std::string media_type, std::string bytes) {
    store::Annex annex{.commitment = {},
                       .salt = fresh_salt(),
                       .media_type = std::move(media_type),
                       .bytes = std::move(bytes)};
    annex.commitment = seals::commitment_of(annex.salt, annex.bytes);
    return annex;
}

// A file that the act's own JSON names. Where it gives a "path", its bytes are handed in too, and what they
// say is filled in; what is restricted or about a private person lies under a fresh salt.
std::expected<void, server::StationFault> take_file(base::Object& file, std::istream& in,
                                                    registry::Submission& submission) {
    const auto given = file.find("path");
    if (given == file.end()) return {};
    const std::string path(given->second.text());
    file.erase(given);
    auto bytes = bytes_of(path, in);
    if (!bytes)
        return std::unexpected(
            server::StationFault{server::StationFault::Of::trouble, "cannot_open", {{"what", path}}});
    const bool open = !file.contains("personal") && !file.contains("distribution");
    file.emplace("kind", open ? "text" : "annex");
    file.emplace("size", bytes->size());
    std::string type(file.emplace("type", media_type_of(path)).first->second.text());
    if (open) {
        const merkle::Hash sha256 = merkle::sha256(*bytes);
        file.emplace("name", fs::path(path).filename().string());
        file.emplace("sha256", base::hex(merkle::bytes_of(sha256)));
        submission.files.push_back(
            {.sha256 = sha256, .media_type = std::move(type), .bytes = std::move(*bytes)});
        return {};
    }
    submission.annexes.push_back(annex_of(std::move(type), std::move(*bytes)));
    file.emplace("name", neutral_name(submission.annexes.size(), path));
    file.insert_or_assign("commitment", merkle::base64_of(submission.annexes.back().commitment));
    return {};
}

// The act with the files that its own JSON names; their bytes go to what is handed in.
std::expected<seals::Entry, server::StationFault> act_with_files(std::string_view bytes, std::istream& in,
                                                                 registry::Submission& submission) {
    const auto refused = [](seals::Fault fault) {
        return std::unexpected(server::fault_of(registry::Refusal{std::move(fault)}));
    };
    auto act = act_of(bytes);
    if (!act) return refused(std::move(act.error()));
    if (base::List* files = act->files.list()) {
        for (base::Value& file : *files) {
            base::Object* object = file.object();
            if (!object) continue;  // said below
            if (auto taken = take_file(*object, in, submission); !taken)
                return std::unexpected(std::move(taken.error()));
        }
    }
    auto entry = unsealed_of(std::move(*act));
    if (!entry) return refused(std::move(entry.error()));
    return std::move(*entry);
}

// A public file from the command line: the bytes of one that the act's JSON names, or one more text.
void attach(store::File file, const fs::path& path, seals::Entry& entry, registry::Submission& submission) {
    const auto named = std::ranges::find_if(
        entry.files, [&](const seals::FileNote& note) { return note.sha256 == file.sha256; });
    if (named == entry.files.end()) {
        entry.files.push_back(registry::note_of(file, path.filename().string(), seals::FileNote::Kind::text));
    } else {
        file.media_type = named->type;
    }
    submission.files.push_back(std::move(file));
}

std::optional<seals::Distribution> distribution_of(std::string_view text) {
    seals::Distribution made;
    if (text.empty()) return made;
    if (text == "members") {
        made.kind = seals::Distribution::Kind::members;
        return made;
    }
    made.kind = seals::Distribution::Kind::named;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const std::string_view name = text.substr(0, comma);
        if (!base::is_slug(name)) return std::nullopt;
        made.members.emplace_back(name);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    std::ranges::sort(made.members);
    made.members.erase(std::ranges::unique(made.members).begin(), made.members.end());
    return made;
}

// Who may read an act, and the day from which it may be released.
struct Audience {
    seals::Distribution distribution;
    std::optional<base::Day> release;

    bool is_everybody() const { return distribution.kind == seals::Distribution::Kind::open; }
};
std::expected<Audience, int> audience_of(const std::string& distribution, const std::string& release,
                                         World world) {
    Audience audience;
    if (!release.empty()) {
        audience.release = base::Day::read(release);
        if (!audience.release) {
            world.err << words::not_a_day("--release", release, world.language) << '\n';
            return std::unexpected(misuse);
        }
    }
    auto read = distribution_of(distribution);
    if (!read || (audience.release && distribution.empty())) {
        line(world.err, "bad_distribution", {{"found", distribution}}, world.language);
        return std::unexpected(misuse);
    }
    audience.distribution = std::move(*read);
    return audience;
}

// What is withheld is an act of the organisation, and nobody reads it before it is released: a mistake in it
// is found now or never.
std::optional<registry::Refusal> not_to_be_withheld(const seals::Entry& act) {
    const auto read = registry::decode(act);
    if (!read) return read.error();
    if (!read->understood.registry) return std::nullopt;
    return registry::Refusal{seals::Fault{
        seals::Code::both_given,
        {{"at", "/withheld"}, {"found", "withheld"}, {"expected", std::string(seals::kind_of(act.body))}}}};
}

// In place of the act, which joins the annexes. Of what is withheld only a salted hash is in the log; public
// files would tell of it, so they wait with it.
std::expected<seals::Entry, int> withheld(const seals::Entry& act, const Audience& audience,
                                          registry::Submission& submission, World world) {
    if (!submission.files.empty()) {
        line(world.err, "withheld_files", {}, world.language);
        return std::unexpected(misuse);
    }
    if (const auto refusal = not_to_be_withheld(act))
        return std::unexpected(failed(world, server::fault_of(*refusal)));
    submission.annexes.push_back(annex_of("application/json", seals::content_of(act.body, act.files)));
    seals::Entry entry;
    entry.withheld = seals::Withheld{.commitment = submission.annexes.back().commitment,
                                     .distribution = audience.distribution,
                                     .release = audience.release};
    return entry;
}

// What others have sealed, with what it carries; or an act that nobody has, with the files that it names.
std::expected<seals::Entry, int> to_be_sealed(std::string_view bytes, const Audience& audience,
                                              registry::Submission& submission, World world) {
    auto given = sealed_in(bytes);
    auto sealed = given ? seals::read_entry(given->entry, seals::Where::submitted)
                        : std::unexpected(seals::Fault{seals::Code::no_seal, {}});
    if (sealed) {
        if (!audience.is_everybody()) {
            line(world.err, "sealed_before", {}, world.language);
            return std::unexpected(misuse);
        }
        submission = std::move(*given);
        return std::move(*sealed);
    }
    auto act = act_with_files(bytes, world.in, submission);
    if (!act) return std::unexpected(failed(world, act.error()));
    if (audience.is_everybody()) return std::move(*act);
    return withheld(*act, audience, submission, world);
}

}  // namespace

int sign(const Sign& command, World world) {
    const auto audience = audience_of(command.distribution, command.release, world);
    if (!audience) return audience.error();
    const auto signer = registry::read_key(command.key);
    if (!signer) return failed(world, server::fault_of(signer.error(), command.key));
    const auto note_bytes = bytes_of(command.checkpoint, world.in);
    if (!note_bytes) return trouble(world, "cannot_open", {{"what", command.checkpoint}});
    const auto note = merkle::read_note(*note_bytes);
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!checkpoint) return trouble(world, "not_a_checkpoint", {{"what", command.checkpoint}});
    const auto bytes = bytes_of(command.file, world.in);
    if (!bytes) return trouble(world, "cannot_open", {{"what", command.file}});
    registry::Submission submission;
    auto entry = to_be_sealed(*bytes, *audience, submission, world);
    if (!entry) return entry.error();
    const std::string origin = command.origin.empty() ? checkpoint->origin : command.origin;
    registry::Sealer sealer(signer->key(), origin, command.count - 1,
                            {.size = checkpoint->size, .root = checkpoint->root});
    submission.entry = seals::write_entry(sealer.seal(std::move(*entry)));
    const bool alone = submission.files.empty() && submission.annexes.empty();
    world.out << registry::write_submission(submission) << (alone ? "\n" : "");
    if (!submission.annexes.empty()) line(world.err, "signed_with_annexes", {}, world.language);
    return answered;
}

int record(const Record& command, World world) {
    base::Day on = world.today;
    if (!command.on.empty()) {
        const auto day = base::Day::read(command.on);
        if (!day) {
            world.err << words::not_a_day("--on", command.on, world.language) << '\n';
            return misuse;
        }
        on = *day;
    }
    const auto audience = audience_of(command.distribution, command.release, world);
    if (!audience) return audience.error();
    const auto bytes = bytes_of(command.file, world.in);
    if (!bytes) return trouble(world, "cannot_open", {{"what", command.file}});
    auto files = attached(command.attached, world);
    auto personal = attached(command.personal, world);
    if (!files || !personal) return unreadable;
    registry::Submission submission;
    auto act = act_with_files(*bytes, world.in, submission);
    if (!act) return failed(world, act.error());
    seals::Entry entry = std::move(*act);

    auto opened = open_to_write(command.store, command.keys, world.today);
    if (!opened) return failed(world, opened.error());
    Writing& writing = **opened;

    for (std::size_t i = 0; i < files->size(); ++i)
        attach(std::move((*files)[i]), command.attached[i], entry, submission);
    for (std::size_t i = 0; i < personal->size(); ++i) {
        store::File& file = (*personal)[i];
        seals::FileNote note =
            registry::note_of(file, neutral_name(submission.annexes.size() + 1, command.personal[i]),
                              seals::FileNote::Kind::annex);
        submission.annexes.push_back(annex_of(file.media_type, std::move(file.bytes)));
        note.sha256.reset();
        note.commitment = submission.annexes.back().commitment;
        note.personal = true;
        entry.files.push_back(std::move(note));
    }

    const auto before = writing.desk->find(seals::digest_of(writing.origin(), seals::statement_of(entry)));
    if (before && *before) {
        line(world.out, "kept_before", {{"entry", std::to_string(**before)}}, world.language);
        return answered;
    }
    // Examined in the open, also what will be withheld, and before anything is asked: nobody says yes to what
    // is sent back.
    const seals::Entry in_the_open = writing.seal(entry);
    auto read = registry::read(seals::write_entry(in_the_open), seals::Where::submitted);
    const auto instead = read ? writing.desk->examine(*read) : std::optional<registry::Outcome>(read.error());
    if (instead) return told(world, *instead);
    std::optional<package::Organisation> organisation;
    writing.desk->look([&](const registry::Book& book) { organisation = book.organisation(); });
    if (read->act && organisation) {
        const auto changes = what_follows(*organisation, *read->act, on, world.language);
        line(world.out, changes.empty() ? "follows_nothing" : "follows", {}, world.language);
        for (const Change& change : changes) {
            if (!change.now.empty())
                world.out << "  " << words::say_log("now", {}, world.language) << ' ' << change.now << '\n';
            world.out << "  " << words::say_log("then", {}, world.language) << ' ' << change.then << "\n\n";
        }
    }
    if (!command.yes) {
        world.err << words::say_log("keep_it", {}, world.language) << std::flush;
        std::string reply;
        // The act itself may have come by standard input: then nobody can be asked.
        if (command.file == "-" || !std::getline(world.in, reply) || (reply != "yes" && reply != "да")) {
            line(world.err, "not_kept", {}, world.language);
            return Exit::faults;
        }
    }
    if (audience->is_everybody()) {
        submission.entry = seals::write_entry(in_the_open);
        return told(world, writing.desk->submit(std::move(submission)));
    }
    auto closed = withheld(entry, *audience, submission, world);
    if (!closed) return closed.error();
    submission.entry = seals::write_entry(writing.seal(std::move(*closed)));
    return told(world, writing.desk->submit(std::move(submission)));
}

int release(const Release& command, World world) {
    auto opened = open_to_write(command.store, command.keys, world.today);
    if (!opened) return failed(world, opened.error());
    Writing& writing = **opened;
    std::optional<seals::Withheld> held;
    bool there = false, before = false;
    writing.desk->look([&](const registry::Book& book) {
        there = command.entry < book.size();
        before = book.keys().released().contains(command.entry);
        const auto found = book.keys().withheld().find(command.entry);
        if (found != book.keys().withheld().end()) held = found->second;
    });
    const std::string number = std::to_string(command.entry);
    if (!held) {
        const std::string code = before ? "released_already" : there ? "not_withheld" : "no_such_entry";
        return failed(world, {server::StationFault::Of::entry, code, {{"entry", number}}});
    }
    const auto annex = writing.store->annex(held->commitment);
    if (!annex) return failed(world, server::fault_of(annex.error(), command.store));
    if (!*annex) return failed(world, {server::StationFault::Of::entry, "file_missing", {{"name", number}}});
    auto entry = seals::read_content((*annex)->bytes);
    if (!entry) return failed(world, server::fault_of(registry::Refusal{entry.error()}));
    entry->released = seals::Released{.entry = command.entry, .salt = (*annex)->salt};
    return told(world,
                writing.desk->submit({seals::write_entry(writing.seal(std::move(*entry))), {}, {}, {}}));
}

int remove_annex(const RemoveAnnex& command, World world) {
    const auto commitment = merkle::read_hash(command.commitment);
    if (!commitment)
        return failed(
            world,
            {server::StationFault::Of::entry, "not_bytes", {{"at", command.commitment}, {"expected", "32"}}});
    auto opened = open_to_write(command.store, command.keys, world.today);
    if (!opened) return failed(world, opened.error());
    Writing& writing = **opened;
    // First the log says that it is taken away: should the program end between the two, it is taken away the
    // next time.
    seals::Entry entry;
    entry.body = seals::write_registry_act(
        {.id = "annex-removed-" + std::to_string(writing.desk->head().size()),
         .on = world.today,
         .content = seals::AnnexRemoved{.commitment = *commitment, .reason = command.reason}});
    const auto there = writing.store->annex(*commitment);
    if (!there) return failed(world, server::fault_of(there.error(), command.store));
    if (!*there)
        return failed(world,
                      {server::StationFault::Of::entry, "file_missing", {{"name", command.commitment}}});
    const int end =
        told(world, writing.desk->submit({seals::write_entry(writing.seal(std::move(entry))), {}, {}, {}}));
    if (end != answered) return end;
    const auto removed = writing.store->remove_annex(*commitment);
    if (!removed) return failed(world, server::fault_of(removed.error(), command.store));
    return answered;
}

int annexes(const Annexes& command, World world) {
    const auto from = store::open(command.from, store::Mode::read);
    if (!from) return failed(world, server::fault_of(from.error(), command.from));
    const auto to = store::open(command.to, store::Mode::append);
    if (!to) return failed(world, server::fault_of(to.error(), command.to));
    const auto carried = registry::carry_annexes(**from, **to);
    if (!carried) {
        const bool of_from = carried.error().of == registry::CarryFault::Of::from;
        return failed(world, server::fault_of(carried.error().fault, of_from ? command.from : command.to));
    }
    line(world.out, "annexes_carried", {{"what", command.to}, {"annexes", std::to_string(carried->annexes)}},
         world.language);
    if (carried->missing > 0)
        line(world.out, "annexes_missing", {{"annexes", std::to_string(carried->missing)}}, world.language);
    return answered;
}

int backup(const Backup& command, World world) {
    auto store = store::open(command.store, store::Mode::read);
    if (!store) return failed(world, server::fault_of(store.error(), command.store));
    if (auto done = store::back_up(**store, command.file); !done)
        return failed(world, server::fault_of(done.error(), command.file));
    line(world.out, "backed_up", {{"what", command.file}}, world.language);
    return answered;
}

int doctor(const Doctor& command, World world) {
    auto store = store::open(command.store, store::Mode::read);
    if (!store) return failed(world, server::fault_of(store.error(), command.store));
    const auto first = (*store)->entries(0, 1);
    if (!first) return failed(world, server::fault_of(first.error(), command.store));
    const auto opening = first->empty()
                             ? std::unexpected(registry::Refusal{seals::Fault{seals::Code::not_opened, {}}})
                             : registry::read(first->front(), seals::Where::in_log);
    const auto* opened = opening && opening->understood.registry
                             ? std::get_if<seals::LogOpened>(&opening->understood.registry->content)
                             : nullptr;
    const auto key =
        opened ? merkle::VerifierKey::read(opened->log) : std::unexpected(merkle::NoteFault::bad_key);
    if (!key) return failed(world, {server::StationFault::Of::entry, "not_opened", {}});

    bool clean = true;
    registry::Scrubber scrubber(**store, *key);
    do {
        const auto found = scrubber.step();
        if (!found) return failed(world, server::fault_of(found.error(), command.store));
        for (const registry::Finding& finding : *found) {
            line(world.err, finding.code, finding.facts, world.language);
            clean = false;
        }
    } while (!scrubber.round_done());

    std::string guard = command.guard;
    if (guard.empty() && !command.store.starts_with("postgres")) guard = command.store + ".guard";
    std::error_code error;
    if (!guard.empty() && fs::exists(guard, error)) {
        const auto known = registry::Guard::open(guard);
        if (!known) return trouble(world, "failed", {{"what", guard}, {"problem", known.error()}});
        if (known->known()) {
            registry::Roots roots(**store);
            const auto root = roots(known->known()->size, scrubber.entries());
            if (!root) return failed(world, server::fault_of(root.error(), command.store));
            if (!*root || **root != known->known()->root) {
                line(world.err, "doctor_guard",
                     {{"guard", guard},
                      {"size", std::to_string(known->known()->size)},
                      {"ours", std::to_string(scrubber.entries())}},
                     world.language);
                clean = false;
            }
        }
    }
    if (const auto book = server::read_book(**store, command.store)) {
        for (const seals::Facts& due : server::may_be_released(book->keys(), world.today))
            line(world.out, "may_be_released", due, world.language);
        const auto head = (*store)->head();
        if (!head) return failed(world, server::fault_of(head.error(), command.store));
        for (const registry::KnownElsewhere& other :
             server::known_to_witnesses(book->keys(), **store, *head)) {
            line(world.err, "doctor_witness",
                 {{"who", other.who},
                  {"size", std::to_string(other.size)},
                  {"ours", std::to_string(head->size())}},
                 world.language);
            clean = false;
        }
    }
    if (!clean) return Exit::faults;
    line(world.out, "doctor_clean",
         {{"what", command.store},
          {"entries", std::to_string(scrubber.entries())},
          {"checkpoints", std::to_string(scrubber.checkpoints())},
          {"files", std::to_string(scrubber.files())},
          {"root", merkle::base64_of(scrubber.root())}},
         world.language);
    return answered;
}

namespace {

// A file that an entry names: from beside the copy, else from the log, and then it lies beside the copy. Its
// name is its SHA-256.
archive::Fetch kept_beside(const fs::path& mirror, const std::string& url) {
    return [mirror, copy = archive::from_folder(mirror), log = archive::from_server(url)](
               std::string_view path,
               std::size_t longest) -> std::expected<std::optional<std::string>, std::string> {
        auto found = copy(path, longest);
        if (!path.starts_with("files/") || (found && *found)) return found;
        found = log(path, longest);
        if (!found || !*found || base::hex(merkle::bytes_of(merkle::sha256(**found))) != path.substr(6))
            return found;
        std::error_code error;
        fs::create_directories(mirror / "files", error);
        if (!error) (void)witness::replace_file(mirror / path, **found);
        return found;
    };
}

// The copy's tiles, and the files that its entries name.
class Replaying : public witness::Replay {
public:
    Replaying(const fs::path& mirror, const std::string& url, const std::string& origin)
        : replay_(kept_beside(mirror, url), origin) {}
    std::expected<void, std::string> replay(std::uint64_t first,
                                            const std::vector<std::string>& entries) override {
        return replay_.replay(first, entries);
    }

private:
    archive::LogReplay replay_;
};

}  // namespace

int witness(const Witness& command, World world) {
    auto key = registry::read_key(command.key);
    if (!key) return failed(world, server::fault_of(key.error(), command.key));
    std::optional<merkle::Signer> replayer;
    if (!command.replay_key.empty()) {
        auto second = registry::read_key(command.replay_key);
        if (!second) return failed(world, server::fault_of(second.error(), command.replay_key));
        replayer.emplace(std::move(*second));
    }
    const std::string name = key->verifier().name;
    // The files that entries name come from the log itself: their bytes are what their names say, or refused.
    const auto replay_of =
        [folder = fs::path(command.folder)](const std::string& origin) -> std::unique_ptr<witness::Replay> {
        std::ifstream in(folder / "logs", std::ios::binary);
        const std::string lines((std::istreambuf_iterator<char>(in)), {});
        const auto logs = merkle::read_policy(lines + "\nquorum none\n");
        if (!logs) return nullptr;
        for (const merkle::Policy::Log& log : logs->logs) {
            if (log.key.name != origin || log.url.empty()) continue;
            return std::make_unique<Replaying>(
                folder / "mirror" / base::hex(merkle::bytes_of(merkle::sha256(origin))), log.url, origin);
        }
        return nullptr;
    };
    witness::Options options{.setup = {.folder = command.folder,
                                       .signer = std::move(*key),
                                       .replayer = std::move(replayer),
                                       .first_use = command.first_use,
                                       .report =
                                           [&](const std::string& problem) {
                                               line(world.err, "witness_trouble",
                                                    {{"who", name}, {"problem", problem}}, world.language);
                                           }},
                             .address = command.address,
                             .port = command.port,
                             .replay = command.replay_key.empty() ? witness::ReplayOf() : replay_of};
    const auto served = witness::serve(std::move(options), [&](std::uint16_t port) {
        line(world.out, "witness_serving",
             {{"name", name}, {"address", command.address}, {"port", std::to_string(port)}}, world.language);
        world.out << std::flush;
    });
    if (served) return answered;
    if (const auto* listening = std::get_if<http::ListenFault>(&served.error())) {
        world.err << words::cannot_listen(listening->address, listening->port, listening->reason,
                                          world.language)
                  << '\n';
        return unreadable;
    }
    const auto& fault = std::get<witness::OpenFault>(served.error());
    return trouble(world, "witness_" + std::string(witness::name_of(fault.code)),
                   {{"what", command.folder}, {"problem", fault.what}});
}

namespace {

int failed(World world, const archive::ExportFault& fault, const std::string& folder) {
    return trouble(world, "export_" + std::string(archive::name_of(fault.code)),
                   {{"what", folder}, {"path", fault.path}, {"problem", fault.problem}});
}

int export_site(const Export& command, const store::Store& store, World world) {
    server::AboutCopy about{.url = command.url.empty() ? std::string(nowhere) : command.url,
                            .today = world.today,
                            .engine = std::string(questions::engine)};
    while (about.url.ends_with('/')) about.url.pop_back();
    if (!command.today.empty()) about.today = *base::Day::read(command.today);
    if (!server::AboutCopy::read(about.text())) {
        world.err << words::say_trouble("export_url", {{"what", command.url}}, world.language) << '\n';
        return misuse;
    }
    const auto book = server::read_book(store, command.store);
    if (!book) return failed(world, book.error());
    // From the files that were written: whoever verifies has nothing else.
    const auto copied =
        server::export_site(*book, archive::from_folder(command.folder), command.folder, about);
    if (!copied) return failed(world, copied.error(), command.folder);
    line(world.out, "exported_site",
         {{"what", (fs::path(command.folder) / server::site_folder).string()},
          {"files", std::to_string(copied->files)},
          {"day", about.today.text()}},
         world.language);
    return answered;
}

}  // namespace

int export_log(const Export& command, World world) {
    if (!command.today.empty() && !base::Day::read(command.today)) {
        world.err << words::not_a_day("--today", command.today, world.language) << '\n';
        return misuse;
    }
    auto store = store::open(command.store, store::Mode::read);
    if (!store) return failed(world, server::fault_of(store.error(), command.store));
    const auto exported = archive::export_log(**store, command.folder);
    if (!exported) return failed(world, exported.error(), command.folder);
    line(world.out, "exported",
         {{"what", command.folder},
          {"entries", std::to_string(exported->entries)},
          {"files", std::to_string(exported->files)},
          {"root", merkle::base64_of(exported->checkpoint.root)}},
         world.language);
    return command.site ? export_site(command, **store, world) : answered;
}

int prove(const Prove& command, World world) {
    auto store = store::open(command.store, store::Mode::read);
    if (!store) return failed(world, server::fault_of(store.error(), command.store));
    const auto book = server::read_book(**store, command.store);
    if (!book) return failed(world, book.error());
    std::optional<std::uint64_t> index = merkle::read_decimal(command.act);
    if (!index && base::is_slug(command.act)) index = book->place_of(base::ActId::of(command.act));
    if (!index || *index >= book->size())
        return failed(world, {server::StationFault::Of::entry, "no_such_act", {{"found", command.act}}});
    const auto proof = archive::make_proof(**store, book->keys(), *index);
    if (!proof) return failed(world, server::fault_of(proof.error(), command.store));
    const auto organisation = book->organisation();
    const std::string name = command.file.empty() ? "proof.html" : fs::path(command.file).filename().string();
    const std::string page =
        archive::proof_page(*proof, organisation ? &*organisation : nullptr, world.language, name);
    if (command.file.empty()) {
        world.out << page;
        return answered;
    }
    std::ofstream file(command.file, std::ios::binary);
    file << page;
    if (!file.flush()) return trouble(world, "failed", {{"what", command.file}});
    line(world.out, "proved", {{"what", command.file}, {"entry", std::to_string(*index)}}, world.language);
    return answered;
}

int verify(const Verify& command, World world) {
    archive::VerifyOptions options{
        .threads = command.threads, .unwitnessed = command.unwitnessed, .remake = server::compare_site};
    if (!command.policy.empty()) {
        auto policy = policy_in(command.policy, world);
        if (!policy) return policy.error();
        options.policy = std::move(*policy);
    }
    for (const std::string& older : command.older) {
        auto bytes = bytes_of(older, world.in);
        if (!bytes) return trouble(world, "cannot_open", {{"what", older}});
        options.known.push_back(std::move(*bytes));
    }
    std::error_code error;
    const bool is_url = command.what.starts_with("http://") || command.what.starts_with("https://");
    if (!is_url && fs::is_regular_file(command.what, error)) {
        std::ifstream in(command.what, std::ios::binary);
        std::string head(16, '\0');
        in.read(head.data(), static_cast<std::streamsize>(head.size()));
        if (head != std::string("SQLite format 3\0", 16)) {
            const auto bytes = bytes_of(command.what, world.in);
            if (!bytes) return trouble(world, "cannot_open", {{"what", command.what}});
            const archive::ProofOptions asked{
                .policy = options.policy, .known = options.known, .unwitnessed = options.unwitnessed};
            const archive::Proven proven = archive::verify_proof(*bytes, asked);
            if (!proven.not_compared.empty()) {
                line(world.err, "older_of_proof",
                     {{"size", std::to_string(proven.verdict.checkpoint->size)},
                      {"found", std::to_string(proven.not_compared.front())}},
                     world.language);
                return misuse;
            }
            if (command.json) {
                world.out << encoding::pretty_json(archive::to_value(proven.verdict));
            } else {
                world.out << archive::text_of(proven, world.language);
            }
            return proven.verdict.holds() ? answered : Exit::faults;
        }
    }
    std::unique_ptr<store::Store> opened;
    archive::Fetch fetch;
    if (is_url || fs::is_directory(command.what, error)) {
        fetch = archive::from(command.what);
    } else {
        auto store = store::open(command.what, store::Mode::read);
        if (!store) return failed(world, server::fault_of(store.error(), command.what));
        opened = std::move(*store);
        auto layout = archive::layout_of(*opened);
        if (!layout) return failed(world, server::fault_of(layout.error(), command.what));
        fetch = archive::from_store(*opened, std::move(*layout));
    }
    const archive::Verdict verdict = archive::verify(fetch, options);
    if (command.json) {
        world.out << encoding::pretty_json(archive::to_value(verdict));
    } else {
        world.out << archive::text_of(verdict, world.language);
    }
    return verdict.holds() ? answered : Exit::faults;
}

}  // namespace cli
