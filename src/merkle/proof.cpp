#include "merkle/proof.hpp"

#include <array>
#include <utility>

#include "base/base64.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/path_lines.hpp"

namespace merkle {
namespace {

constexpr std::string_view header = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extra_word = "extra ";
constexpr std::string_view index_word = "index ";

}  // namespace

std::string LogProof::text() const {
    std::string text = std::string(header) + "\n";
    if (!extra.empty()) text += std::string(extra_word) + base::base64(extra) + "\n";
    text += std::string(index_word) + std::to_string(index) + "\n";
    return text + path_lines(path) + checkpoint;
}

std::string_view name_of(ProofFault fault) {
    constexpr std::array<std::string_view, 7> names{
        "too_long", "bad_header", "bad_extra", "bad_index", "bad_hash", "too_many_hashes", "no_checkpoint"};
    return names[static_cast<std::size_t>(fault)];
}

std::expected<LogProof, ProofFault> read_log_proof(std::string_view bytes) {
    if (bytes.size() > longest_log_proof) return std::unexpected(ProofFault::too_long);
    if (take_line(bytes) != header) return std::unexpected(ProofFault::bad_header);
    LogProof proof;
    auto line = take_line(bytes);
    if (line && line->starts_with(extra_word)) {
        auto extra = base::read_base64(line->substr(extra_word.size()));
        // Where there is nothing to say the line is left out.
        if (!extra || extra->empty() || extra->size() > longest_extra)
            return std::unexpected(ProofFault::bad_extra);
        proof.extra = std::move(*extra);
        line = take_line(bytes);
    }
    if (!line || !line->starts_with(index_word)) return std::unexpected(ProofFault::bad_index);
    const auto index = read_decimal(line->substr(index_word.size()));
    if (!index) return std::unexpected(ProofFault::bad_index);
    proof.index = *index;
    auto path = take_path_lines(bytes);
    if (!path) {
        switch (path.error()) {
            case PathLinesFault::bad_hash:
                return std::unexpected(ProofFault::bad_hash);
            case PathLinesFault::too_many:
                return std::unexpected(ProofFault::too_many_hashes);
            case PathLinesFault::no_end:
                return std::unexpected(ProofFault::no_checkpoint);
        }
    }
    if (bytes.empty()) return std::unexpected(ProofFault::no_checkpoint);
    proof.path = std::move(*path);
    proof.checkpoint = std::string(bytes);
    return proof;
}

}  // namespace merkle
