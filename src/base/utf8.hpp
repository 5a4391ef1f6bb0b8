// UTF-8 (RFC 3629), read strictly: no overlong form, no half of a surrogate pair, nothing above U+10FFFF.
#pragma once

#include <optional>
#include <string_view>

namespace base {

/// Takes the first code point off `text`, which is not empty; empty where no code point begins there, and
/// then `text` is left as it was.
std::optional<char32_t> take_code_point(std::string_view& text);

/// The empty text is.
bool is_utf8(std::string_view text);

}  // namespace base
