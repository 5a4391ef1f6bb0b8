// A submission is read whole or refused, and what was read is written as the same bytes or, without files, as
// the entry alone.
#include "registry/submission.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = registry::read_submission(bytes);
    if (!read) return 0;
    const auto again = registry::read_submission(registry::write_submission(*read));
    const bool plain = read->files.empty() && read->annexes.empty();
    // An entry alone that does not begin as one is refused when it stands alone.
    if (!again && !(plain && !read->entry.starts_with('{'))) std::abort();
    if (again && again->entry != read->entry) std::abort();
    return 0;
}
