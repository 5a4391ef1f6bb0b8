// An entry of the log: what is stated, and the seals under it (docs/formats/entry.md).
//
//   {"body":{…},"files":[…]?,"known_on":"YYYY-MM-DD","seals":[SEAL,…],"v":1}
//   {"body":{…},"files":[…]?,"known_on":…,"released":{"entry":N,"salt":BASE64},"seals":[…],"v":1}
//   {"known_on":…,"seals":[…],"v":1,"withheld":{"commitment":BASE64,"distribution":…,"release":DAY?}}
//
// Canonical JSON (RFC 8785) or refused. The statement is the entry without `known_on` and `seals`: nobody but
// the registry says when an act became known, and a seal is not under itself. The sealed bytes are
//
//   "depositary/act/v1\n" ORIGIN "\n" STATEMENT
//
// and their SHA-256 is the digest, by which an act is found. A seal is a signature over
//
//   "depositary/seal/v1\n" ORIGIN "\n" KEY "\n" COUNT "\n" SIZE "\n" ROOT "\n" DIGEST "\n"
//
// so that it can be made and checked with the digest alone, and several keys may seal one act. Nothing that
// starts so is a checkpoint, and a seal for one log is none for another.
//
// Pure. Knows no store, and of an act only that its body is an object.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/value.hpp"
#include "merkle/ed25519.hpp"
#include "merkle/hash.hpp"
#include "seals/fault.hpp"

namespace seals {

/// Bytes of an entry: it fits a bundle of the public log (65,535), with room for what the registry adds.
inline constexpr std::size_t longest_entry = 60'000;
/// What the registry adds to what is handed in: `"known_on":"2026-11-22",`. So much shorter is what is handed
/// in.
inline constexpr std::size_t known_on_bytes = 24;
/// Seals under one act: every member of a large organisation at once.
inline constexpr std::size_t most_seals = 64;
/// Files with one act: a text in a dozen languages, with annexes.
inline constexpr std::size_t most_files = 256;
/// Bytes of a salt.
inline constexpr std::size_t salt_bytes = 32;

/// Who may read. The empty list of `members` with `kind` named means nobody but the registry.
struct Distribution {
    enum class Kind { open, members, named };
    Kind kind = Kind::open;
    std::vector<std::string> members;  // of `named`, in order, none twice

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// A file that an act carries: by its SHA-256, or, where it is not for everybody or says something about a
/// private person, by a salted hash; then its bytes lie in an annex, which can be taken away.
struct FileNote {
    enum class Kind { text, translation, scan, annex, rulebook, other };
    std::optional<merkle::Hash> sha256;
    std::optional<merkle::Hash> commitment;
    Kind kind = Kind::text;
    std::string name;      // as it is offered for download: "rulebook.yaml"
    std::string language;  // "ru"; empty: of none, or of several
    std::string type;      // media type
    std::uint64_t size = 0;
    bool authentic = false;  // the text that counts
    bool personal = false;   // about a private person: may be removed
    Distribution distribution = {};
    std::optional<base::Day> release;

    friend bool operator==(const FileNote&, const FileNote&) = default;
};
std::string_view name_of(FileNote::Kind kind);

/// An act that is not public yet: nothing of it but that it exists.
struct Withheld {
    merkle::Hash commitment;  // SHA-256 of the salt and the canonical {"body":…,"files":…?}
    Distribution distribution;
    std::optional<base::Day> release;  // empty: by an act of release

    friend bool operator==(const Withheld&, const Withheld&) = default;
};

/// The act of an entry that was withheld, in the open from here on.
struct Released {
    std::uint64_t entry;
    std::string salt;
    friend bool operator==(const Released&, const Released&) = default;
};

/// The checkpoint that the one who seals had seen.
struct After {
    std::uint64_t size = 0;
    merkle::Hash root = merkle::empty_root();
    friend bool operator==(const After&, const After&) = default;
};

struct Seal {
    std::string key;          // its type byte and the public key, in base64
    std::uint64_t count = 0;  // the key's own, from 1, without gaps
    After after;
    std::string signature;  // 64 bytes

    friend bool operator==(const Seal&, const Seal&) = default;
};

struct Entry {
    base::Value body;  // null where withheld
    std::vector<FileNote> files;
    std::optional<Withheld> withheld;
    std::optional<Released> released;
    std::optional<base::Day> known_on;  // none in what is submitted
    std::vector<Seal> seals;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What is read: something handed in, without `known_on`, or an entry of the log, with it.
enum class Where { submitted, in_log };
std::expected<Entry, Fault> read_entry(std::string_view bytes, Where where);
/// The same of something nobody has sealed yet: `seals` is the empty list.
std::expected<Entry, Fault> read_unsealed(std::string_view bytes);
/// The canonical bytes: with `known_on` where there is one.
std::string write_entry(const Entry& entry);

/// Canonical JSON of the entry without `known_on` and `seals`.
std::string statement_of(const Entry& entry);
/// The same out of the bytes from which read_entry read the entry, submitted or in the log: nothing is
/// written again.
std::string statement_in(std::string_view bytes, const Entry& entry);
/// The bytes of the log out of those that were submitted, without `known_on` yet.
std::string with_known_on(std::string_view submitted, const Entry& entry, base::Day known_on);
/// SHA-256 of the sealed bytes.
merkle::Hash digest_of(std::string_view origin, std::string_view statement);
/// What a seal's signature is over.
std::string sealed_text(std::string_view origin, const merkle::Hash& digest, const Seal& seal);

/// The canonical {"body":…,"files":…?}: what a commitment is over, after its salt.
std::string content_of(const base::Value& body, const std::vector<FileNote>& files);
/// The body and the files again, as an entry that nobody has sealed.
std::expected<Entry, Fault> read_content(std::string_view bytes);
/// SHA-256 over the salt and the bytes.
merkle::Hash commitment_of(std::string_view salt, std::string_view bytes);

// -- keys --------------------------------------------------------------------------------------------------

/// The name of an Ed25519 key in seals: base64 of its type byte and 32 bytes. Other types have room.
std::string key_text(std::string_view public_key);
/// The public key; empty for bytes that are no acceptable Ed25519 key.
std::optional<std::string> public_key_of(std::string_view key_text);
/// The hash by which a key is named before it is used: SHA-256 of type byte and key.
merkle::Hash next_of(std::string_view key_text);

/// Seals a statement: `seal.signature` is made from the rest.
Seal seal(const merkle::SecretKey& key, std::string_view origin, const merkle::Hash& digest,
          std::uint64_t count, const After& after);
/// Does every seal hold for the statement? The expensive part of an examination, and free of any state. A key
/// that seals twice is a fault.
std::optional<Fault> verify_seals(std::string_view origin, const merkle::Hash& digest,
                                  const std::vector<Seal>& seals);

}  // namespace seals
