// Any bytes: a policy that is read is written in one way, and read back as the same.

#include "merkle/policy.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace merkle;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto policy = read_policy(text);
    if (!policy) {
        if (policy.error().line > size + 1) std::abort();
        return 0;
    }
    const std::string written = policy->text();
    // "all" may stand for a shorter number: what was read at the limit of length can be written beyond it.
    const auto again = read_policy(written);
    if (written.size() <= longest_policy && (!again || *again != *policy || again->text() != written))
        std::abort();
    std::set<std::string> everybody;
    for (const Policy::Witness& witness : policy->witnesses) everybody.insert(witness.name);
    // Every group can be satisfied, and none by nobody.
    if (!policy->satisfied_by(everybody)) std::abort();
    if (policy->satisfied_by({}) != policy->quorum.empty()) std::abort();
    return 0;
}
