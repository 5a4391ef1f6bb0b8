// Any bytes: a line that is an act is written and read back as the same act; one that is not has
// faults, each with a place in the line. Bytes that are no JSON choose a made-up act instead, so that
// every kind is seen.

#include "encoding/acts.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "encoding/arbitrary_acts.hpp"
#include "encoding/json.hpp"

namespace {

using namespace encoding;

void check_round_trip(const acts::Act& act, base::Day known_on, const base::List& seals) {
    const std::string line = canonical_json(encode(act, known_on, seals));
    const auto again = decode(*read_json(line, document_limits));
    if (!again || canonical_json(encode(again->act, again->known_on, again->seals)) != line) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto value = read_json(text)) {
        const auto decoded = decode(*value);
        if (!decoded) {
            if (decoded.error().empty()) std::abort();
            for (const ActFault& fault : decoded.error()) {
                if (offset_of(text, fault.path) >= size) std::abort();
            }
            return 0;
        }
        // One act has one text: a canonical line comes back byte for byte.
        const std::string line = canonical_json(encode(decoded->act, decoded->known_on, decoded->seals));
        if (line != canonical_json(*value)) std::abort();
        check_round_trip(decoded->act, decoded->known_on, decoded->seals);
        return 0;
    }
    std::uint64_t seed = 0;
    for (const char c : text.substr(0, 8)) seed = seed << 8 | static_cast<unsigned char>(c);
    ArbitraryActs arbitrary(seed);
    const acts::Act act = arbitrary.act("told");
    check_round_trip(act, arbitrary.day(), {});
    return 0;
}
