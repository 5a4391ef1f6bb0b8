// Any bytes: a checkpoint that is read is written as it stood.

#include "merkle/checkpoint.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto number = read_decimal(text); number && std::to_string(*number) != text) std::abort();
    const auto checkpoint = read_checkpoint(text);
    if (checkpoint && checkpoint->text() != text) std::abort();
    return 0;
}
