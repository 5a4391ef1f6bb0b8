#include "acts/act.hpp"

// The list of acts is closed in the header; this file makes the room a library.
namespace acts {
static_assert(std::variant_size_v<Content> > 0);
}
