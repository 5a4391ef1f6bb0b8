// Any bytes as a request target: nothing but a value or a fault comes out, and what was accepted has one
// reading, so that encoding it again and parsing that gives the same.

#include "http/target.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::string encoded_again(const http::Target& target) {
    std::string text;
    for (const char c : target.path) text += c == '/' ? "/" : http::percent_encoded({&c, 1});
    char separator = '?';
    for (const http::Field& field : target.query) {
        text += separator + http::percent_encoded(field.name) + "=" + http::percent_encoded(field.value);
        separator = '&';
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto target = http::parse_target({reinterpret_cast<const char*>(data), size});
    if (!target) {
        require(!http::says(target.error()).empty());
        return 0;
    }
    require(target->path.starts_with('/'));
    require(target->path.find('\0') == std::string::npos);
    require(http::parse_target(encoded_again(*target)) == target);
    return 0;
}
