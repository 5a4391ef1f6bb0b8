// No bytes may bring the reader down, make it hang, or leave a fault without a place or a file.

#include "rulebook/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto result = rulebook::read(text, "fuzz.yaml");
    for (const auto& fault : result.faults) {
        if (fault.file != "fuzz.yaml" || fault.mark.line < 1 || fault.mark.column < 1) std::abort();
    }
    if (result.faults.empty() && (result.book.id.empty() || result.book.members.empty())) std::abort();
    return 0;
}
