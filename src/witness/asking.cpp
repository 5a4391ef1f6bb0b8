#include "witness/asking.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/base64.hpp"
#include "http/client.hpp"
#include "merkle/hash.hpp"

namespace witness {
namespace {

std::expected<Seen, std::string> read_seen(const std::string& bytes, std::span<const merkle::VerifierKey> log,
                                           const merkle::VerifierKey& witness) {
    const auto note = merkle::read_note(bytes);
    if (!note) return std::unexpected(std::string(merkle::name_of(note.error())));
    if (const auto verified = merkle::verify_note(*note, log); !verified)
        return std::unexpected(std::string(merkle::name_of(verified.error())));
    const auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint) return std::unexpected(std::string(merkle::name_of(checkpoint.error())));
    if (checkpoint->origin != log.front().name) return std::unexpected("another log's checkpoint");
    Seen seen{.checkpoint = *checkpoint, .note = bytes};
    for (const merkle::SignatureLine& line : note->lines) {
        if (merkle::verifies(witness, note->text, line)) seen.line = line;
    }
    return seen;
}

}  // namespace

Shown ask(const std::string& url, std::span<const merkle::VerifierKey> log,
          const merkle::VerifierKey& witness, std::chrono::milliseconds within, const std::stop_token& stop) {
    if (log.empty()) return std::unexpected("no key of the log");
    const std::string hex = base::hex(merkle::bytes_of(merkle::sha256(log.front().name)));
    const std::string root = url.substr(0, url.find_last_not_of('/') + 1);
    const auto answer = http::fetch({.url = root + "/" + hex + "/checkpoint",
                                     .answer_within = within,
                                     .longest_answer = merkle::longest_note,
                                     .stop = stop});
    if (!answer) return std::unexpected(answer.error().problem);
    if (answer->status == 404) return std::nullopt;
    if (answer->status != 200) return std::unexpected("status " + std::to_string(answer->status));
    return read_seen(answer->body, log, witness);
}

std::map<std::string, Shown> ask_all(const std::vector<merkle::Policy::Witness>& witnesses,
                                     std::span<const merkle::VerifierKey> log,
                                     std::chrono::milliseconds within) {
    std::map<std::string, Shown> answers;
    {
        std::vector<std::jthread> threads;
        for (const merkle::Policy::Witness& witness : witnesses) {
            if (witness.url.empty()) continue;
            Shown& into = answers[witness.name];
            threads.emplace_back(
                [&into, &witness, log, within] { into = ask(witness.url, log, witness.key, within); });
        }
    }
    return answers;
}

std::uint64_t greatest_size(const std::map<std::string, Shown>& asked) {
    std::uint64_t greatest = 0;
    for (const auto& [name, answer] : asked) {
        if (answer && *answer) greatest = std::max(greatest, (*answer)->checkpoint.size);
    }
    return greatest;
}

}  // namespace witness
