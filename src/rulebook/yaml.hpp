// YAML as a small tree whose every node knows its line and column.
//
// Scalars stay text: what is a number, a day or a yes is decided by whoever reads the key, so `NO` is
// Norway and `1:30` is what it looks like (YAML 1.2 core schema; nothing of 1.1 is guessed). What
// makes YAML hard to read, or lets one line mean another, is refused: duplicate keys, anchors and
// aliases, tags, several documents, keys that are no text. Knows nothing of rulebooks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/fault.hpp"

namespace rulebook::yaml {

// A whole rulebook of a real organisation is some hundred kilobytes; its sources no more.
inline constexpr std::size_t largest_file = 8 * 1024 * 1024;
// The deepest rule we have seen nests nine levels; a reader of this depth cannot run out of stack.
inline constexpr int deepest = 48;

struct Entry;

struct Node {
    /// `broken`: a fault was reported here already, so readers pass over it in silence.
    enum class Kind { broken, text, list, mapping };
    Kind kind = Kind::broken;
    Mark mark;
    std::string text;            // of Kind::text
    bool plain = false;          // written without quotes
    std::vector<Node> items;     // of Kind::list
    std::vector<Entry> entries;  // of Kind::mapping, in the order of the file; no key stands twice

    /// No value: nothing but blanks, or `~` or `null` without quotes.
    bool nothing() const;
    const Node* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    Mark mark;  // of the key
    Node value;
};

/// The tree of `bytes`. After a fault that leaves no tree the node is broken.
Node parse(std::string_view bytes, Faults& faults);

}  // namespace rulebook::yaml
