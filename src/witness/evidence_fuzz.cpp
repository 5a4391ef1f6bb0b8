// Any bytes: what is read as evidence is written again as the same bytes.

#include "witness/evidence.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto evidence = witness::read_evidence(bytes);
    if (!evidence) return 0;
    if (evidence->text() != bytes) std::abort();
    const auto key = merkle::VerifierKey::read(
        "treaty.example/golden+47764eff+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
    if (!key) std::abort();
    (void)witness::verify(*evidence, std::span(&*key, 1));
    return 0;
}
