// Any bytes: what is read is written canonically and read back as the same value; what is not read
// has its fault within the text.

#include "encoding/json.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace encoding;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = read_json(text);
    if (!value) {
        if (value.error().offset > size) std::abort();
        return 0;
    }
    const std::string canonical = canonical_json(*value);
    const auto again = read_json(canonical, document_limits);
    if (!again || *again != *value || !is_canonical(canonical, document_limits)) std::abort();
    if (is_canonical(text) != (canonical == text)) std::abort();
    if (read_json(pretty_json(*value), document_limits) != again) std::abort();
    if (offset_of(text, "/a/0/b") > size) std::abort();
    return 0;
}
