// A count in the first byte, then any bytes: a bundle that is read is written as it stood.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "merkle/tiles.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t count = std::size_t{data[0]} + 1;
    const auto entries = read_bundle(bytes, count);
    if (entries && (entries->size() != count || bundle(*entries) != bytes)) std::abort();
    // No bytes are a bundle of two counts.
    if (entries && read_bundle(bytes, count + 1)) std::abort();
    const auto hashes = read_tile(bytes, static_cast<unsigned>(count));
    if (hashes.has_value() != (bytes.size() == count * 32)) std::abort();
    return 0;
}
