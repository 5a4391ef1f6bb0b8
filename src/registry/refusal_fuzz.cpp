// A refusal that is shown to others: a note signed by the log is read whole or not at all, and what was read
// gives the same text again. The text is the fuzzer's, the signature ours, so that what is behind it is
// reached.
#include "registry/refusal.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const merkle::Signer log("depositary.example/log", merkle::KeyType::ed25519,
                                    std::move(*merkle::SecretKey::of(std::string(32, 'L'))));
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)registry::read_refused(bytes, log.verifier());
    const std::string text(bytes);
    const auto read =
        registry::read_refused(merkle::Note{.text = text, .lines = {log.sign(text)}}.whole(), log.verifier());
    if (read && read->text() != text) std::abort();
    return 0;
}
