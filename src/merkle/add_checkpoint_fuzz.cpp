// Any bytes: a request to a witness that is read is written as it stood.

#include "merkle/add_checkpoint.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "merkle/tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto request = read_add_checkpoint(body);
    if (request && (request->text() != body || request->path.size() > longest_path)) std::abort();
    return 0;
}
