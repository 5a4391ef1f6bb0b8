// Any bytes: a proof that is read is written as it stood; checking one ends, whatever it says.

#include "merkle/proof.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto proof = read_log_proof(bytes);
    if (!proof) return 0;
    if (proof->text() != bytes || proof->path.size() > longest_path) std::abort();
    const auto note = read_note(proof->checkpoint);
    if (!note) return 0;
    const auto checkpoint = read_checkpoint(note->text);
    if (!checkpoint) return 0;
    // Nothing may prove a leaf that is nobody's, unless SHA-256 is broken.
    const Hash nobody = sha256("no leaf");
    if (proves_inclusion(proof->index, checkpoint->size, nobody, proof->path, checkpoint->root)) std::abort();
    if (proof->index != 0 && proof->index < checkpoint->size &&
        proves_consistency(proof->index, nobody, checkpoint->size, checkpoint->root, proof->path))
        std::abort();
    return 0;
}
