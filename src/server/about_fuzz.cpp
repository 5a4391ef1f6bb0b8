// Any bytes as about.json of a copy: what is read is written as the same bytes, for an address of the web.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/static_copy.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto about = server::AboutCopy::read(text);
    if (!about) return 0;
    if (about->text() != text || !about->url.starts_with("http")) std::abort();
    return 0;
}
