#include "merkle/note.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include <sodium.h>

#include "base/base64.hpp"
#include "base/utf8.hpp"
#include "merkle/hash.hpp"

namespace merkle {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // an em dash and a space
constexpr std::string_view secret_mark = "PRIVATE+KEY+";
constexpr std::size_t id_bytes = KeyId().size();
constexpr std::size_t time_bytes = 8;
constexpr std::uint64_t latest_time = std::numeric_limits<std::int64_t>::max();

KeyId id_of(std::string_view bytes) {
    KeyId id;
    std::copy_n(bytes.begin(), id.size(), id.begin());
    return id;
}

std::string_view bytes_of(const KeyId& id) { return {reinterpret_cast<const char*>(id.data()), id.size()}; }

std::string typed(KeyType type, std::string_view key) {
    return std::string(1, static_cast<char>(type)).append(key);
}

std::optional<KeyType> type_of(char byte) {
    for (const KeyType type : {KeyType::ed25519, KeyType::cosignature}) {
        if (static_cast<unsigned char>(byte) == static_cast<unsigned char>(type)) return type;
    }
    return std::nullopt;
}

// NAME+8 digits+base64, taken apart; the digits and the base64 begin at the first two plus signs, because
// base64 has plus signs of its own.
struct Parts {
    std::string name;
    KeyId id;
    std::string key;  // type and bytes
};
std::expected<Parts, NoteFault> parts_of(std::string_view text) {
    const std::size_t first = text.find('+');
    const std::size_t second = first == text.npos ? text.npos : text.find('+', first + 1);
    if (second == text.npos) return std::unexpected(NoteFault::bad_key);
    const std::string_view name = text.substr(0, first);
    if (!acceptable_name(name)) return std::unexpected(NoteFault::bad_name);
    const auto id = base::read_hex(text.substr(first + 1, second - first - 1));
    if (!id || id->size() != id_bytes) return std::unexpected(NoteFault::bad_key);
    auto key = base::read_base64(text.substr(second + 1));
    if (!key) return std::unexpected(NoteFault::bad_base64);
    if (key->empty()) return std::unexpected(NoteFault::bad_key);
    return Parts{std::string(name), id_of(*id), std::move(*key)};
}

// What is asked of all bytes of a note.
std::optional<NoteFault> fault_of_bytes(std::string_view bytes) {
    if (bytes.size() > longest_note) return NoteFault::too_long;
    const auto control = [](unsigned char byte) { return byte < 0x20 && byte != '\n'; };
    if (std::ranges::any_of(bytes, control)) return NoteFault::control_character;
    if (!base::is_utf8(bytes)) return NoteFault::not_utf8;
    return std::nullopt;
}

// One line without its end.
std::expected<SignatureLine, NoteFault> read_line(std::string_view line) {
    if (!line.starts_with(dash)) return std::unexpected(NoteFault::malformed_line);
    line.remove_prefix(dash.size());
    const std::size_t space = line.find(' ');
    if (space == line.npos) return std::unexpected(NoteFault::malformed_line);
    const std::string_view name = line.substr(0, space);
    if (!acceptable_name(name)) return std::unexpected(NoteFault::bad_name);
    const auto bytes = base::read_base64(line.substr(space + 1));
    if (!bytes) return std::unexpected(NoteFault::bad_base64);
    if (bytes->size() <= id_bytes) return std::unexpected(NoteFault::malformed_line);
    return SignatureLine{std::string(name), id_of(*bytes), bytes->substr(id_bytes)};
}

std::expected<std::vector<SignatureLine>, NoteFault> read_lines(std::string_view bytes) {
    if (bytes.empty()) return std::unexpected(NoteFault::no_signatures);
    std::vector<SignatureLine> lines;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        if (end == bytes.npos) return std::unexpected(NoteFault::malformed_line);
        if (lines.size() == most_signatures) return std::unexpected(NoteFault::too_many_signatures);
        auto line = read_line(bytes.substr(0, end));
        if (!line) return std::unexpected(line.error());
        lines.push_back(std::move(*line));
        bytes.remove_prefix(end + 1);
    }
    return lines;
}

// c2sp.org/tlog-cosignature: what is signed says the time, and not the cosigner's name.
std::string cosigned(std::string_view text, std::uint64_t time) {
    return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
}

}  // namespace

std::string_view name_of(NoteFault fault) {
    constexpr std::array<std::string_view, 15> names{"too_long",       "not_utf8",      "control_character",
                                                     "no_text",        "no_signatures", "too_many_signatures",
                                                     "malformed_line", "bad_base64",    "bad_name",
                                                     "bad_key",        "wrong_id",      "unknown_type",
                                                     "repeated_key",   "bad_signature", "no_known_key"};
    return names[static_cast<std::size_t>(fault)];
}

bool acceptable_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return false;
    while (!name.empty()) {
        const auto point = base::take_code_point(name);
        if (!point || *point == U'+') return false;
        const char32_t c = *point;
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        // Those of White_Space (Unicode's PropList) that are not among the controls.
        const bool space = c == 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
                           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
        if (control || space) return false;
    }
    return true;
}

KeyId VerifierKey::id() const {
    const Hash hash = sha256(name + "\n" + typed(type, public_key));
    return id_of(merkle::bytes_of(hash));
}

std::string VerifierKey::text() const {
    return name + "+" + base::hex(bytes_of(id())) + "+" + base::base64(typed(type, public_key));
}

std::expected<VerifierKey, NoteFault> VerifierKey::read(std::string_view text) {
    const auto parts = parts_of(text);
    if (!parts) return std::unexpected(parts.error());
    const auto type = type_of(parts->key.front());
    if (!type) return std::unexpected(NoteFault::unknown_type);
    VerifierKey key{parts->name, *type, parts->key.substr(1)};
    if (!acceptable_public_key(key.public_key)) return std::unexpected(NoteFault::bad_key);
    if (key.id() != parts->id) return std::unexpected(NoteFault::wrong_id);
    return key;
}

std::string SignatureLine::text() const {
    std::string line(dash);
    line += name;
    line += ' ';
    line += base::base64(std::string(bytes_of(id)) + bytes);
    line += '\n';
    return line;
}

std::string Note::whole() const {
    std::string bytes = text + "\n";
    for (const SignatureLine& line : lines) bytes += line.text();
    return bytes;
}

std::expected<Note, NoteFault> read_note(std::string_view bytes) {
    if (const auto fault = fault_of_bytes(bytes)) return std::unexpected(*fault);
    // The text may have empty lines: the last one is that before the signatures.
    const std::size_t split = bytes.rfind("\n\n");
    if (split == bytes.npos) return std::unexpected(NoteFault::no_text);
    auto lines = read_lines(bytes.substr(split + 2));
    if (!lines) return std::unexpected(lines.error());
    return Note{std::string(bytes.substr(0, split + 1)), std::move(*lines)};
}

std::expected<std::vector<SignatureLine>, NoteFault> read_signature_lines(std::string_view bytes) {
    if (const auto fault = fault_of_bytes(bytes)) return std::unexpected(*fault);
    return read_lines(bytes);
}

std::expected<std::vector<Verified>, NoteFault> verify_note(const Note& note,
                                                            std::span<const VerifierKey> known) {
    std::vector<KeyId> ids;
    ids.reserve(known.size());
    for (const VerifierKey& key : known) ids.push_back(key.id());

    std::vector<Verified> found;
    for (std::size_t line = 0; line < note.lines.size(); ++line) {
        const SignatureLine& signature = note.lines[line];
        std::size_t key = 0;
        while (key < known.size() && (ids[key] != signature.id || known[key].name != signature.name)) ++key;
        if (key == known.size()) continue;
        const auto same = [&](const Verified& one) { return one.key == key; };
        if (std::ranges::any_of(found, same)) return std::unexpected(NoteFault::repeated_key);
        if (!verifies(known[key], note.text, signature)) return std::unexpected(NoteFault::bad_signature);
        found.push_back(
            {key, line, known[key].type == KeyType::cosignature ? time_of(signature) : std::nullopt});
    }
    if (found.empty()) return std::unexpected(NoteFault::no_known_key);
    return found;
}

bool verifies(const VerifierKey& key, std::string_view text, const SignatureLine& line) {
    if (line.name != key.name || line.id != key.id()) return false;
    switch (key.type) {
        case KeyType::ed25519:
            return verify_ed25519(key.public_key, text, line.bytes);
        case KeyType::cosignature:
            const auto time = time_of(line);
            return time && verify_ed25519(key.public_key, cosigned(text, *time),
                                          std::string_view(line.bytes).substr(time_bytes));
    }
    return false;
}

std::optional<std::uint64_t> time_of(const SignatureLine& line) {
    if (line.bytes.size() != time_bytes + signature_bytes) return std::nullopt;
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < time_bytes; ++i) time = time << 8 | static_cast<unsigned char>(line.bytes[i]);
    if (time > latest_time) return std::nullopt;
    return time;
}

Signer::Signer(std::string name, KeyType type, SecretKey key)
    : verifier_{std::move(name), type, key.public_key()}, key_(std::move(key)) {
    assert(acceptable_name(verifier_.name));
}

std::expected<Signer, NoteFault> Signer::read(std::string_view text) {
    if (!text.starts_with(secret_mark)) return std::unexpected(NoteFault::bad_key);
    auto parts = parts_of(text.substr(secret_mark.size()));
    if (!parts) return std::unexpected(parts.error());
    const auto type = type_of(parts->key.front());
    auto key = SecretKey::of(std::string_view(parts->key).substr(1));
    sodium_memzero(parts->key.data(), parts->key.size());
    if (!type) return std::unexpected(NoteFault::unknown_type);
    if (!key) return std::unexpected(NoteFault::bad_key);
    Signer signer(parts->name, *type, std::move(*key));
    if (signer.verifier().id() != parts->id) return std::unexpected(NoteFault::wrong_id);
    return signer;
}

std::string Signer::text() const {
    return std::string(secret_mark) + verifier_.name + "+" + base::hex(bytes_of(verifier_.id())) + "+" +
           base::base64(typed(verifier_.type, key_.seed()));
}

SignatureLine Signer::sign(std::string_view text) const {
    assert(verifier_.type == KeyType::ed25519);
    return {verifier_.name, verifier_.id(), key_.sign(text)};
}

SignatureLine Signer::cosign(std::string_view text, std::uint64_t time) const {
    assert(verifier_.type == KeyType::cosignature && time <= latest_time);
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(time >> shift & 0xFF);
    bytes += key_.sign(cosigned(text, time));
    return {verifier_.name, verifier_.id(), std::move(bytes)};
}

}  // namespace merkle
