// A program that writes a log and can be killed at any moment: a desk over a store in a file, and clients
// that hand in one act after the other. faults_test.py starts it, ends it, and asks what is left.
//
//   log_writer STORE write THREADS ACTS DAY    ACTS of each thread; 0: without end
//       open SIZE
//       kept ENTRY DIGEST CHECKPOINT           of each act that was acknowledged; the note in base64
//       closed WHY TROUBLE                     the desk takes nothing more
//   log_writer STORE check                     reads such "kept" lines; all of it must be in the store
//       sound SIZE
//
// The store is made and its log opened where there is none. Exit: 0 written or sound, 1 not sound, 4 closed.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "base/base64.hpp"
#include "merkle/checkpoint.hpp"
#include "registry/testing_desk.hpp"

namespace {

using namespace registry;
using namespace registry::testing;

constexpr int closed_code = 4;
constexpr char first_client = 'a';
constexpr std::size_t most_threads = 16;

std::string member_of(std::size_t thread) { return "member" + std::to_string(100 + thread); }

// One write for a line: a line that was begun was acknowledged, and may be cut only by the end of the pipe.
void say(const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::_Exit(closed_code);
}

int say_closed(const Closed& closed) {
    const auto trouble = closed.facts.find("trouble");
    say("closed " + std::string(name_of(closed.why)) + " " +
        (trouble == closed.facts.end() ? std::string("-") : trouble->second));
    return closed_code;
}

std::expected<std::unique_ptr<store::Store>, store::Fault> open_or_create(const std::string& file) {
    if (std::filesystem::exists(file)) return store::open(file, store::Mode::append);
    return store::create(file);
}

std::expected<std::unique_ptr<Desk>, Closed> desk_of(store::Store& store, const std::string& file,
                                                     const std::string& today) {
    return Desk::open({.store = store,
                       .log = log_signer(),
                       .today = [today] { return day(today); },
                       .guard = file + ".guard"});
}

bool set_up_all(Desk& desk) {
    Hands hands(desk);
    std::string members = "atlantis, lemuria";
    for (std::size_t i = 0; i < most_threads; ++i) members += ", " + member_of(i);
    if (!set_up(desk, hands, rulebook_yaml(members))) return false;
    for (std::size_t i = 0; i < most_threads; ++i) {
        const auto accredited = seals::KeyAccredited{.holder = member_of(i),
                                                     .key = key_of(static_cast<char>(first_client + i)),
                                                     .name = "client",
                                                     .next = {},
                                                     .use = seals::Use::representative};
        if (!std::holds_alternative<Receipt>(
                hands.hand_in(seals::testing::entry_of("client-" + std::to_string(i), accredited), "A")))
            return false;
    }
    return true;
}

// Hands in acts until there are enough or the desk is closed.
void client(Desk& desk, std::size_t thread, std::size_t acts) {
    const char letter = static_cast<char>(first_client + thread);
    Hands hands(desk);
    desk.look([&](const Book& book) { hands.counts()[letter] = book.keys().find(key_of(letter))->count; });
    for (std::size_t done = 0; acts == 0 || done < acts; ++done) {
        const std::string id = member_of(thread) + "-" + std::to_string(hands.counts()[letter] + 1);
        const Outcome outcome = hands.act(id, member_of(thread), std::string(1, letter));
        if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
            say("kept " + std::to_string(receipt->entry) + " " + merkle::base64_of(receipt->digest) + " " +
                base::base64(receipt->checkpoint));
            continue;
        }
        if (const auto* closed = std::get_if<Closed>(&outcome)) {
            say_closed(*closed);
        } else {
            say("refused " + code_of(std::get<Refusal>(outcome)));
        }
        return;
    }
}

int write(const std::string& file, std::size_t threads, std::size_t acts, const std::string& today) {
    auto store = open_or_create(file);
    if (!store) {
        say("closed store " + std::string(store::name_of(store.error().trouble)));
        return closed_code;
    }
    auto desk = desk_of(**store, file, today);
    if (!desk) return say_closed(desk.error());
    if ((*desk)->head().size() == 0 && !set_up_all(**desk)) {
        if (const auto closed = (*desk)->closed()) return say_closed(*closed);
        say("refused set up");
        return 1;
    }
    say("open " + std::to_string((*desk)->head().size()));
    {
        std::vector<std::jthread> clients;
        for (std::size_t i = 0; i < std::min(threads, most_threads); ++i)
            clients.emplace_back([&, i] { client(**desk, i, acts); });
    }
    return (*desk)->closed() ? closed_code : 0;
}

int unsound(const std::string& why) {
    say("not sound: " + why);
    return 1;
}

int check(const std::string& file) {
    auto store = store::open(file, store::Mode::append);
    if (!store) return unsound("store " + store.error().problem);
    // Reads and hashes all of it, and compares it with the signed checkpoint and the guard.
    auto desk = desk_of(**store, file, "2031-05-07");
    if (!desk) return unsound("desk " + std::string(name_of(desk.error().why)));
    const store::Head head = (*desk)->head();
    std::uint64_t size_before = 0;
    merkle::Hash root_before = merkle::empty_root();
    const auto nodes = store::nodes_of(**store, head.size());
    const std::vector<merkle::VerifierKey> known{log_signer().verifier()};
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string kept, digest, note_text;
        std::uint64_t entry = 0;
        words >> kept >> entry >> digest >> note_text;
        const auto hash = merkle::read_hash(digest);
        const auto bytes = base::read_base64(note_text);
        if (!hash || !bytes) return unsound("line " + line);
        const auto found = (*desk)->find(*hash);
        if (!found || !*found || **found != entry)
            return unsound("entry " + std::to_string(entry) + " is lost");
        const auto note = merkle::read_note(*bytes);
        const auto checkpoint = note ? merkle::read_checkpoint(note->text)
                                     : std::unexpected(merkle::CheckpointFault::missing_line);
        if (!checkpoint || !merkle::verify_note(*note, known)) return unsound("checkpoint of " + line);
        if (checkpoint->size <= entry) return unsound("checkpoint before its entry");
        const auto edge = merkle::edge_of(checkpoint->size, nodes);
        if (!edge || edge->root() != checkpoint->root)
            return unsound("a checkpoint of " + std::to_string(checkpoint->size) + " is of another log");
        // Each with the next: as a witness would ask it to be proved.
        if (checkpoint->size >= size_before) {
            const auto path = merkle::consistency_path(size_before, checkpoint->size, nodes);
            if (!path || !merkle::proves_consistency(size_before, root_before, checkpoint->size,
                                                     checkpoint->root, *path))
                return unsound("not consistent at " + std::to_string(checkpoint->size));
            size_before = checkpoint->size;
            root_before = checkpoint->root;
        }
    }
    say("sound " + std::to_string(head.size()));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[1] == "check") return check(arguments[0]);
    if (arguments.size() == 5 && arguments[1] == "write")
        return write(arguments[0], std::stoul(arguments[2]), std::stoul(arguments[3]), arguments[4]);
    std::fprintf(stderr, "usage: log_writer STORE write THREADS ACTS DAY | log_writer STORE check\n");
    return 2;
}
