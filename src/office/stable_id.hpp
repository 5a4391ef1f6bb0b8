// Names that stay the same wherever and whenever a paper is made, so that a reader's program knows an entry
// again when the server moves, the language changes or the record grows.
#pragma once

#include <string>
#include <string_view>

namespace office {

/// A UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of `name`, for instance
/// "csto/acts/minsk-2023-11-23-held".
std::string stable_uuid(std::string_view name);

}  // namespace office
