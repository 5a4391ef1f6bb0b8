// Any text: a path that is read is written as it stood.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "merkle/tiles.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto path = TilePath::read(text);
    if (!path) return 0;
    if (path->text() != text || path->width == 0 || path->width > tile_width || path->n >= most_tiles)
        std::abort();
    return 0;
}
