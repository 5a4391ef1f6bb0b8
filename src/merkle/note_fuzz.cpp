// Any bytes: a note that is read is written as it stood, and its verification ends.

#include "merkle/note.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

// The keys of tests/corpus/merkle_note.
std::vector<merkle::VerifierKey> known() {
    std::vector<merkle::VerifierKey> keys;
    for (const char* text : {"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                             "treaty.example/golden+47764eff+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                             "witness.example/alpha+b5c42b1b+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"}) {
        const auto key = merkle::VerifierKey::read(text);
        if (!key) std::abort();
        keys.push_back(*key);
    }
    return keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto key = VerifierKey::read(bytes); key && key->text() != bytes) std::abort();
    if (const auto signer = Signer::read(bytes); signer && signer->text() != bytes) std::abort();
    if (const auto lines = read_signature_lines(bytes)) {
        std::string written;
        for (const SignatureLine& line : *lines) written += line.text();
        if (written != bytes) std::abort();
    }
    const auto note = read_note(bytes);
    if (!note) return 0;
    if (note->whole() != bytes || note->lines.empty() || note->lines.size() > most_signatures) std::abort();
    static const std::vector<VerifierKey> keys = known();
    const auto verified = verify_note(*note, keys);
    if (!verified) return 0;
    if (verified->empty() || verified->size() > keys.size()) std::abort();
    for (const Verified& one : *verified) {
        if (!verifies(keys[one.key], note->text, note->lines[one.line])) std::abort();
    }
    return 0;
}
