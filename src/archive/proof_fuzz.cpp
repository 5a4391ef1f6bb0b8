// Any bytes: what is read as a proof is written as the same bytes; a page with a block in it gives the same
// proof; verifying never does more than say no.
#include "archive/proof.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace archive;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto proof = read_act_proof(bytes)) {
        if (proof->text() != bytes) std::abort();
        if (find_act_proof("<pre>\n" + proof->armoured() + "</pre>") != *proof) std::abort();
        const Proven proven = verify_proof(proof->armoured());
        if (proven.verdict.holds() && proven.sealed.empty()) std::abort();
    }
    if (const auto found = find_act_proof(bytes); found && !holds_act_proof(bytes)) std::abort();
    return 0;
}
