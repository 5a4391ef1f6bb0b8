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
    std::string package;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    unsigned threads = 2;
    std::string url;    // where the public reaches it; empty: the address listened on
    std::string today;  // the day that stands for today; empty: the clock's
};

struct Arguments {
    std::variant<Check, Ask, List, Serve> command;
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
