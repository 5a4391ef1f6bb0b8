// What entries say of files and of what is withheld, as bytes for a server's own index (base/packed.hpp).
#pragma once

#include "base/packed.hpp"
#include "seals/envelope.hpp"

namespace seals {

void pack(base::Packing& to, const Distribution& distribution);
void pack(base::Packing& to, const FileNote& file);
void pack(base::Packing& to, const Withheld& withheld);
Distribution unpack_distribution(base::Unpacking& from);
FileNote unpack_file(base::Unpacking& from);
Withheld unpack_withheld(base::Unpacking& from);

}  // namespace seals
