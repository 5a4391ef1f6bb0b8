// What is said of the log behind the record: how an entry is proved, what an act of the registry did, who may
// read what is withheld, what keys and files are for.
//
// Knows no store, and of the log only what the caller passes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "seals/keys.hpp"
#include "words/names.hpp"

namespace words {

/// How an entry is proved; of a page that rests on several, the least proved of them.
struct Proved {
    std::uint64_t entry = 0;              // its place in the log, from 0
    bool witnessed = false;               // in a checkpoint that a quorum of copy-holders confirmed
    std::optional<base::Day> since = {};  // the day of the earliest confirmation of that checkpoint
    std::int64_t copies = 0;              // independent copies that confirmed it
    std::int64_t of = 1;                  // entries that the page rests on, this one among them

    friend bool operator==(const Proved&, const Proved&) = default;
};
/// "Entry 214, unchanged as of 22 November 2026, confirmed by 2 independent copies."
std::string proved_said(Language language, const Proved& proved);
/// "2 independent copies", «2 независимыми копиями»: by whom something is confirmed.
std::string by_copies(Language language, std::int64_t copies);
/// "1,236 entries", «1 236 записей».
std::string entries_said(Language language, std::uint64_t entries);

/// A name for a key, by its text; the text itself where it has none.
using KeyName = std::function<std::string(std::string_view key)>;
/// What an act of the registry did, in one or two sentences.
std::string registry_act_said(const seals::RegistryAct& act, const Names& names, const KeyName& key_name);

/// "Armenia", "the organisation".
std::string key_holder(const seals::Key& key, const Names& names);
std::string say(Language language, seals::Use use);
/// Why a key ended, by its word in the log ("rotated", "lost"); a word we do not know is given back.
std::string why_key_ended(Language language, std::string_view why);

/// That an entry is not public, until when, and for whom it is.
std::string withheld_said(std::uint64_t entry, const seals::Withheld& withheld, const Names& names);

/// "text", "translation", …
std::string say(Language language, seals::FileNote::Kind kind);
/// "1,204 bytes".
std::string bytes_said(Language language, std::uint64_t bytes);
/// "English", «Русский»: a language of ours by its own name; of another the code itself.
std::string file_language(std::string_view code);

/// "22 November 2026, 19:45" (UTC) of POSIX seconds.
std::string moment_said(Language language, std::uint64_t seconds);

}  // namespace words
