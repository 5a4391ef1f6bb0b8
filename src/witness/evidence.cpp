#include "witness/evidence.hpp"

#include <array>
#include <optional>
#include <utility>

#include "merkle/checkpoint.hpp"
#include "merkle/path_lines.hpp"

namespace witness {
namespace {

using merkle::take_line;

constexpr std::string_view header = "depositary/evidence@v1";

/// The number of a line "WORD NUMBER".
std::optional<std::uint64_t> take_number(std::string_view& text, std::string_view word) {
    const auto line = take_line(text);
    if (!line || !line->starts_with(word) || line->substr(word.size(), 1) != " ") return std::nullopt;
    return merkle::read_decimal(line->substr(word.size() + 1));
}

std::optional<Evidence::Kind> take_kind(std::string_view& text) {
    const auto line = take_line(text);
    for (const auto kind : {Evidence::Kind::split, Evidence::Kind::unproved}) {
        if (line && *line == name_of(kind)) return kind;
    }
    return std::nullopt;
}

/// What the log signed.
std::expected<merkle::Checkpoint, EvidenceFault> signed_checkpoint(std::string_view bytes,
                                                                   std::span<const merkle::VerifierKey> log) {
    const auto note = merkle::read_note(bytes);
    if (!note) return std::unexpected(EvidenceFault::bad_note);
    if (!merkle::verify_note(*note, log)) return std::unexpected(EvidenceFault::not_signed);
    auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint) return std::unexpected(EvidenceFault::bad_checkpoint);
    return *std::move(checkpoint);
}

}  // namespace

std::string_view name_of(Evidence::Kind kind) { return kind == Evidence::Kind::split ? "split" : "unproved"; }

std::string_view name_of(EvidenceFault fault) {
    constexpr std::array<std::string_view, 12> names{
        "too_long",       "bad_header", "bad_path",   "bad_length", "bad_note",  "not_signed",
        "bad_checkpoint", "two_logs",   "not_larger", "other_size", "same_root", "path_holds"};
    static_assert(names.size() == static_cast<std::size_t>(EvidenceFault::path_holds) + 1);
    return names[static_cast<std::size_t>(fault)];
}

std::string Evidence::text() const {
    std::string text(header);
    text += "\n" + std::string(name_of(kind)) + "\nseen " + std::to_string(seen_at);
    text += "\nolder " + std::to_string(older.size()) + "\nnewer " + std::to_string(newer.size()) + "\n";
    return text + merkle::path_lines(path) + older + newer;
}

std::expected<Evidence, EvidenceFault> read_evidence(std::string_view bytes) {
    if (bytes.size() > longest_evidence) return std::unexpected(EvidenceFault::too_long);
    if (take_line(bytes) != header) return std::unexpected(EvidenceFault::bad_header);
    const auto kind = take_kind(bytes);
    const auto seen_at = take_number(bytes, "seen");
    const auto older = take_number(bytes, "older");
    const auto newer = take_number(bytes, "newer");
    if (!kind || !seen_at || !older || !newer) return std::unexpected(EvidenceFault::bad_header);
    auto path = merkle::take_path_lines(bytes);
    if (!path) return std::unexpected(EvidenceFault::bad_path);
    if (*older > bytes.size() || *newer != bytes.size() - *older)
        return std::unexpected(EvidenceFault::bad_length);
    return Evidence{.kind = *kind,
                    .seen_at = *seen_at,
                    .older = std::string(bytes.substr(0, *older)),
                    .newer = std::string(bytes.substr(*older)),
                    .path = *std::move(path)};
}

std::expected<void, EvidenceFault> verify(const Evidence& evidence,
                                          std::span<const merkle::VerifierKey> log) {
    const auto older = signed_checkpoint(evidence.older, log);
    if (!older) return std::unexpected(older.error());
    const auto newer = signed_checkpoint(evidence.newer, log);
    if (!newer) return std::unexpected(newer.error());
    if (older->origin != newer->origin) return std::unexpected(EvidenceFault::two_logs);
    if (evidence.kind == Evidence::Kind::split) {
        if (older->size != newer->size) return std::unexpected(EvidenceFault::other_size);
        if (older->root == newer->root) return std::unexpected(EvidenceFault::same_root);
        return {};
    }
    if (older->size == 0 || older->size >= newer->size) return std::unexpected(EvidenceFault::not_larger);
    if (merkle::proves_consistency(older->size, older->root, newer->size, newer->root, evidence.path))
        return std::unexpected(EvidenceFault::path_holds);
    return {};
}

}  // namespace witness
