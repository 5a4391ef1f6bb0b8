// The command line as values. CLI11 is used in one file, and nothing else here knows it.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "words/language.hpp"

namespace cli {

struct Check {
    std::string package;
};

struct Ask {
    std::string package;
    std::string question;
    std::vector<std::string> words;  // name=value, or values in the order of the question's parameters
    std::string on;
    std::string known;
    std::vector<std::string> takes;  // DISPUTE=SIDE
    std::string suppose;             // a file of acts that did not happen
    enum class Output { text, json, schema };
    Output output = Output::text;
    bool why = false;
};

/// Lists what can be named: questions, members, bodies, posts, sessions, papers, instruments, disputes.
struct List {
    std::string package;
    std::string what;
};

struct Serve {
    std::string package;        // or a store
    std::string log_key;        // of a store: the file of the log's key; empty: the log is only followed
    std::string registrar_key;  // file; so that refusals can be put on record
    std::string guard;
    std::string index;  // file; of a long log
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    unsigned threads = 2;
    std::string url;    // where the public reaches it; empty: the address listened on
    std::string today;  // the day that stands for today; empty: the clock's
};

/// Makes a key, or shows what of one may be shown.
struct Key {
    enum class Do { make, show };
    Do what = Do::show;
    std::string name;
    std::string file;
    bool witness = false;
};

/// A package, or an exported log, into a store that is made.
struct Import {
    std::string from;
    std::string store;
    std::string keys;    // folder: log.key, authority.key, authority-next.key, registrar.key
    std::string policy;  // file; empty: no witnesses are asked for, or an exported log is trusted for its own
    std::string registrar = "registrar";
    std::string reason = "First publication.";
};

/// Everything that a demonstration needs, in a folder: keys, a store with the package, two witnesses.
struct Demonstrate {
    std::string package;
    std::string folder;
    std::uint16_t port = 8080;  // of the server; its witnesses take the two after it
};

/// Seals an act, with the files that it names.
struct Sign {
    std::string file;  // "-": standard input
    std::string key;
    std::string origin;
    std::string checkpoint;  // file of the checkpoint that was seen
    std::uint64_t count = 0;
    std::string distribution;  // "members", or "AM,BY"; empty: for everybody
    std::string release;       // a day; empty: by an act of release
};

/// Hands a sealed act in, with what it carries.
struct Submit {
    std::string file;  // as `sign` printed it; "-": standard input
    std::string url;
    std::vector<std::string> attached;  // files that it names
};

/// Shows what would follow from an act, asks, seals it with the registrar's key and keeps it.
struct Record {
    std::string store;
    std::string file;  // "-": standard input
    std::string keys;
    std::string on;
    std::vector<std::string> attached;
    std::vector<std::string> personal;  // attached too, about private persons: under salted hashes, removable
    std::string distribution;           // "members", or "AM,BY"; empty: for everybody
    std::string release;                // a day; empty: by an act of release
    bool yes = false;
};

/// Puts an act that was withheld in the open.
struct Release {
    std::string store;
    std::uint64_t entry = 0;
    std::string keys;
};

/// Takes away what a salted hash stands for.
struct RemoveAnnex {
    std::string store;
    std::string commitment;  // base64
    std::string keys;
    std::string reason;
};

/// Copies what salted hashes stand for into a store that lacks it, from one that has it.
struct Annexes {
    std::string from;
    std::string to;
};

/// A consistent copy of an SQLite store.
struct Backup {
    std::string store;
    std::string file;
};

/// Looks through a store: what is kept is what was signed.
struct Doctor {
    std::string store;
    std::string guard;
};

struct Export {
    std::string store;
    std::string folder;
    bool site = false;  // the pages beside the log
    std::string url;    // where the public reaches them; empty: nowhere in particular
    std::string today;  // the day they show; empty: today
};

/// The proof of one act, as a page that opens by itself.
struct Prove {
    std::string store;
    std::string act;   // its id, or the number of its entry
    std::string file;  // empty: standard output
};

struct Verify {
    std::string what;    // a folder, an address, a store, a proof
    std::string policy;  // file; empty: what the log says of itself
    std::vector<std::string> older;
    unsigned threads = 0;      // 0: as many as the machine has
    bool unwitnessed = false;  // look at a copy that no quorum confirmed
    bool json = false;
};

struct Witness {
    std::string folder;
    std::string key;
    std::string replay_key;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    bool first_use = false;
};

struct Arguments {
    std::variant<Check, Ask, List, Serve, Key, Import, Demonstrate, Sign, Submit, Record, Doctor, Export,
                 Prove, Release, RemoveAnnex, Annexes, Backup, Verify, Witness>
        command;
    words::Language language = words::Language::en;
};

/// What to print and how to exit where the line asks for help, or cannot be read.
struct Instead {
    std::string text;
    int exit = 0;
};

std::expected<Arguments, Instead> read_arguments(const std::vector<std::string>& arguments);

/// How a run ends (docs/operating).
enum Exit : int { answered = 0, faults = 1, misuse = 2, unreadable = 3 };

}  // namespace cli
