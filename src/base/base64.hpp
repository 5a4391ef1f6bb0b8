// Bytes as letters: base64 and hexadecimal, each with one text for one sequence of bytes.
//
// Strict on the way in: what another reader could take differently (line breaks, missing or wrong padding,
// bits beyond the last byte that are not zero, hexadecimal digits in upper case) is refused.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// RFC 4648, section 4: the standard alphabet, padded. The empty text for no bytes.
std::string base64(std::string_view bytes);
/// How many letters it has for so many bytes.
constexpr std::size_t base64_size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }
/// The bytes; empty where `text` is not exactly what `base64` gives for them.
std::optional<std::string> read_base64(std::string_view text);

/// Two digits a byte, in lower case.
std::string hex(std::string_view bytes);
/// The bytes; empty where `text` is not exactly what `hex` gives for them.
std::optional<std::string> read_hex(std::string_view text);

}  // namespace base
