// The log read again from its first entry: who may seal, what is declared, the record of the organisation.
//
// The desk keeps one to examine what comes next; a reader, a witness and the verifier make their own from the
// entries alone. Everything here follows from the bytes of the entries and the files they name.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "encoding/acts.hpp"
#include "form/form.hpp"
#include "package/digest.hpp"
#include "package/organisation.hpp"
#include "registry/shelf.hpp"
#include "seals/keys.hpp"
#include "store/store.hpp"

namespace registry {

/// Why an entry is refused, or does not hold when it is read again.
using Why = std::variant<seals::Fault, std::vector<encoding::ActFault>, std::vector<form::Refusal>,
                         std::vector<package::Fault>>;
struct Refusal {
    Why why;
};
/// The first code, as tests and JSON write it: "bad_signature", "undeclared".
std::string code_of(const Refusal& refusal);

/// An entry as it was read: strictly, canonical or not at all.
struct Read {
    seals::Entry entry;
    seals::Understood understood;
    std::optional<acts::Act> act;  // of the organisation; none: of the registry, or withheld
};
/// What was handed in has no `known_on` yet, what is in the log has one.
std::expected<Read, Refusal> read(std::string_view bytes, seals::Where where);
/// The second half of it, of an entry whose bytes were read: names are declared (base::Id::of), so of foreign
/// entries only after their seals were verified.
std::expected<Read, Refusal> decode(seals::Entry entry);

/// The bytes of a file by its SHA-256; empty where they cannot be had.
using ReadFile = std::function<std::optional<std::string>(const merkle::Hash& sha256)>;

/// Which entries are acts of the organisation, in the order of the record.
using Leaves = std::vector<std::uint32_t>;

class Book {
public:
    /// `origin`: the only one that the log may have; empty: whatever its first entry says.
    /// `entries`: reads an entry again, from any thread, for as long as a record made here is held; with it
    /// the acts of a long log do not stay in memory. Empty: they do.
    explicit Book(ReadFile files, std::string origin = {}, ReadEntry entries = {});
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book();

    std::uint64_t size() const { return size_; }
    /// So many of them were not read from the log but from an index.
    std::uint64_t indexed() const { return indexed_; }
    const seals::Keys& keys() const { return keys_; }
    /// Null where none is published yet.
    const rulebook::Rulebook* rulebook() const { return rulebook_.get(); }
    /// The day on which the last act of the organisation became known.
    base::Day latest_known_on() const { return latest_; }
    /// The latest day on which any entry became known.
    base::Day latest_day() const { return latest_day_; }

    /// May this stand next, if it becomes known on `known_on`? Examined is everything but the signatures.
    std::optional<Refusal> examine(const Read& read, base::Day known_on, const seals::RootAt& root_at) const;
    /// It stands next; it was examined, or comes from a log that is trusted. Fails only where a rulebook it
    /// publishes cannot be read.
    std::optional<Refusal> keep(Read read);

    /// The entry in which an act of this id stands.
    std::optional<std::uint64_t> place_of(base::ActId id) const;
    const Leaves& leaves() const { return leaves_; }
    /// By entry: the files it carries, where it carries any.
    const std::map<std::uint64_t, std::vector<seals::FileNote>>& files() const { return files_; }
    /// The acts of the registry, by entry.
    const std::map<std::uint64_t, seals::RegistryAct>& registry_acts() const { return registry_acts_; }
    /// The files of the rulebook in force, by their names.
    const std::map<std::string, merkle::Hash>& rule_files() const { return rule_files_; }

    /// The organisation as it is served and asked; empty where no rulebook is published. Not from two threads
    /// at once.
    std::optional<package::Organisation> organisation() const;

    /// Everything that was read so far, as bytes for a server's own index (index_file.hpp): for a process in
    /// which the same names have the same ordinals.
    void pack(base::Packing& to) const;
    /// The same again, in a book that has read nothing yet. What it does not say itself it reads from the log
    /// by `files` and `entries`. False where the bytes are of something else, or the log is; nothing is read
    /// then.
    bool unpack(base::Unpacking& from);

private:
    std::optional<Refusal> examine_rulebook(const Read& read) const;
    std::optional<Refusal> publish(const seals::Entry& entry, form::Declared::ByActs before);
    void digest_all() const;
    std::expected<std::map<std::string, std::string>, Refusal> bytes_of(const seals::Entry& entry) const;

    ReadFile read_file_;
    ReadEntry read_entry_;
    seals::Keys keys_;
    std::uint64_t size_ = 0;
    std::uint64_t indexed_ = 0;
    std::shared_ptr<const rulebook::Rulebook> rulebook_;
    std::unique_ptr<form::Declared> declared_;
    record::Growing growing_;
    std::shared_ptr<Shelf> shelf_;
    Leaves leaves_;
    std::uint64_t published_ = 0;  // the entry of the rulebook in force, where there is one
    std::map<std::uint64_t, std::vector<seals::FileNote>> files_;
    std::map<std::uint64_t, seals::RegistryAct> registry_acts_;
    std::map<std::string, merkle::Hash> rule_files_;
    mutable package::Sha256 digest_;  // of the lines of the first `digested_` acts
    mutable std::size_t digested_ = 0;
    base::Day latest_ = base::Day::first();
    base::Day latest_day_ = base::Day::first();
};

/// The line of a record for an act: canonical, without seals.
std::string line_of(const seals::Entry& entry);

}  // namespace registry
