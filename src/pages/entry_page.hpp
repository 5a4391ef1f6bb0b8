// One entry of the log: what it says, who sealed it, where it stands, and all that is needed to check that.
// Also of an entry that is not public: that it exists, since when, and until when it is kept back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pages/log_parts.hpp"
#include "record/record.hpp"
#include "seals/keys.hpp"
#include "seals/registry_act.hpp"

namespace pages {

struct EntryPage {
    words::Proved proved;
    std::uint64_t size = 0;  // entries of the log
    const seals::Entry& entry;
    std::string_view bytes;  // as they lie in the log
    merkle::Hash digest{};
    merkle::Hash leaf{};
    std::uint64_t path_to = 0;  // the size of the checkpoint that the path leads to
    std::vector<merkle::Hash> path;
    std::string checkpoint;  // that checkpoint, a signed note

    std::optional<record::EntryNumber> act = {};  // of the organisation, where the view knows it
    const seals::RegistryAct* registry = nullptr;
    std::optional<std::uint64_t> released_in = {};  // the entry that opened this one
    const std::vector<seals::Key>& keys;
    std::vector<FileTold> files = {};

    std::optional<Url> proof_file = {};  // a file for people
    std::optional<Url> proof_text = {};  // a file for programs
};
Fragment entry_page(const Setting& setting, const EntryPage& page);
/// What an entry is about, in a few words: the act, or what the registry did.
std::string entry_said(const Setting& setting, const EntryPage& page);

}  // namespace pages
