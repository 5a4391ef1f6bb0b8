#include "seals/packed.hpp"

namespace seals {

void pack(base::Packing& to, const Distribution& distribution) {
    to.put(distribution.kind);
    to.put(std::uint64_t{distribution.members.size()});
    for (const std::string& member : distribution.members) to.put(member);
}

Distribution unpack_distribution(base::Unpacking& from) {
    Distribution made{.kind = from.one<Distribution::Kind>(), .members = {}};
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more)
        made.members.push_back(from.text());
    return made;
}

void pack(base::Packing& to, const FileNote& file) {
    to.put(file.sha256);
    to.put(file.commitment);
    to.put(file.kind);
    to.put(file.name);
    to.put(file.language);
    to.put(file.type);
    to.put(file.size);
    to.put(file.authentic);
    to.put(file.personal);
    pack(to, file.distribution);
    to.put(file.release);
}

FileNote unpack_file(base::Unpacking& from) {
    FileNote made;
    made.sha256 = from.one<std::optional<merkle::Hash>>();
    made.commitment = from.one<std::optional<merkle::Hash>>();
    made.kind = from.one<FileNote::Kind>();
    made.name = from.text();
    made.language = from.text();
    made.type = from.text();
    made.size = from.one<std::uint64_t>();
    made.authentic = from.one<bool>();
    made.personal = from.one<bool>();
    made.distribution = unpack_distribution(from);
    made.release = from.one<std::optional<base::Day>>();
    return made;
}

void pack(base::Packing& to, const Withheld& withheld) {
    to.put(withheld.commitment);
    pack(to, withheld.distribution);
    to.put(withheld.release);
}

Withheld unpack_withheld(base::Unpacking& from) {
    const auto commitment = from.one<merkle::Hash>();
    Distribution distribution = unpack_distribution(from);
    return {.commitment = commitment,
            .distribution = std::move(distribution),
            .release = from.one<std::optional<base::Day>>()};
}

}  // namespace seals
