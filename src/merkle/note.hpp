// Signed notes (c2sp.org/signed-note v1.0.0): a text, and lines of signatures by named keys.
//
// A note is foreign bytes: it is read whole or refused, and refused too where a line by a known key does not
// verify or a known key stands on two lines. Lines of unknown keys are passed over.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "merkle/ed25519.hpp"

namespace merkle {

/// Bytes of a note. 64 lines with signatures of ML-DSA-44 (some 3.3 kB each) fit, and a text beside them.
inline constexpr std::size_t longest_note = 256 * 1024;
/// Lines of signatures; the specification asks for at least 16, Go's reader stops at 100.
inline constexpr std::size_t most_signatures = 100;
/// Bytes of the name of a key, and of an origin: one byte counts them in the message of ML-DSA-44.
inline constexpr std::size_t longest_name = 255;

/// The type byte of a key in its ID. Others are unknown to us, and their lines are passed over.
enum class KeyType : std::uint8_t { ed25519 = 0x01, cosignature = 0x04 };

using KeyId = std::array<std::uint8_t, 4>;

enum class NoteFault {
    too_long,
    not_utf8,
    control_character,  // below U+0020, and no end of line
    no_text,            // no empty line between text and signatures
    no_signatures,
    too_many_signatures,
    malformed_line,  // of a signature
    bad_base64,      // of a signature or a key
    bad_name,        // of a key: empty, a space or a plus in it, too long
    bad_key,         // a verifier key that is malformed, or not acceptable_public_key
    wrong_id,        // a verifier key whose ID is not that of its name and bytes
    unknown_type,    // a verifier key of a type that we do not know
    repeated_key,    // a known key on two lines
    bad_signature,   // of a known key
    no_known_key,    // nobody whom we know has signed
};
/// "bad_signature": as tests and JSON write it.
std::string_view name_of(NoteFault fault);

/// A key by which lines are verified, with its name.
struct VerifierKey {
    std::string name;
    KeyType type = KeyType::ed25519;
    std::string public_key;  // 32 bytes

    KeyId id() const;
    /// NAME+8 digits of the ID+base64 of type and key.
    std::string text() const;
    static std::expected<VerifierKey, NoteFault> read(std::string_view text);

    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};
/// May a key, or a log, be called so? Not empty, UTF-8 without spaces (Unicode's too), plus or control
/// characters, and not longer than `longest_name`.
bool acceptable_name(std::string_view name);

struct SignatureLine {
    std::string name;
    KeyId id{};
    std::string bytes;  // after the ID: 64 for Ed25519, 8 of time and 64 for a cosignature

    /// "— NAME BASE64\n"
    std::string text() const;
    friend bool operator==(const SignatureLine&, const SignatureLine&) = default;
};

struct Note {
    std::string text;  // with its last end of line
    std::vector<SignatureLine> lines;

    std::string whole() const;
};
std::expected<Note, NoteFault> read_note(std::string_view bytes);
/// One or more lines of signatures, as a witness answers them.
std::expected<std::vector<SignatureLine>, NoteFault> read_signature_lines(std::string_view bytes);

/// A line that was verified: which of the keys, and for a cosignature its time in POSIX seconds.
struct Verified {
    std::size_t key;  // place in `known`
    std::size_t line;
    std::optional<std::uint64_t> time;
    friend bool operator==(const Verified&, const Verified&) = default;
};
/// Verifies every line of a known key; of two known keys with one name and one ID the first is taken. `text`
/// of a cosigned note must be a checkpoint's; here it is any text.
std::expected<std::vector<Verified>, NoteFault> verify_note(const Note& note,
                                                            std::span<const VerifierKey> known);

/// Does this line hold for `text`? (For the key's type; of a cosignature its time is in the line.)
bool verifies(const VerifierKey& key, std::string_view text, const SignatureLine& line);
/// The time of a line of a cosignature, in POSIX seconds.
std::optional<std::uint64_t> time_of(const SignatureLine& line);

/// A name and its secret key. One secret key serves one name and one type, for ever.
class Signer {
public:
    Signer(std::string name, KeyType type, SecretKey key);
    /// Go's form, "PRIVATE+KEY+NAME+ID+base64(type, seed)".
    static std::expected<Signer, NoteFault> read(std::string_view text);
    std::string text() const;

    const VerifierKey& verifier() const { return verifier_; }
    const SecretKey& key() const { return key_; }
    /// For KeyType::ed25519.
    SignatureLine sign(std::string_view text) const;
    /// For KeyType::cosignature (c2sp.org/tlog-cosignature): at `time`, in POSIX seconds, this was the
    /// largest consistent tree that the cosigner had seen.
    SignatureLine cosign(std::string_view text, std::uint64_t time) const;

private:
    VerifierKey verifier_;
    SecretKey key_;
};

}  // namespace merkle
