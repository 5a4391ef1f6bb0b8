// Any bytes: what is read as an entry is written back as it was, by both ways of writing, its statement is
// the entry without day and seals, and reading what kind of act it is ends.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "seals/envelope.hpp"
#include "seals/keys.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace seals;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto entry = read_entry(bytes, Where::in_log)) {
        if (write_entry(*entry) != bytes || statement_in(bytes, *entry) != statement_of(*entry)) std::abort();
    }
    if (const auto act = read_content(bytes)) {
        if (content_of(act->body, act->files) != bytes) std::abort();
    }
    const auto entry = read_entry(bytes, Where::submitted);
    if (!entry) return 0;
    if (write_entry(*entry) != bytes || statement_in(bytes, *entry) != statement_of(*entry)) std::abort();
    Entry kept = *entry;
    kept.known_on = base::Day::first();
    if (with_known_on(bytes, *entry, base::Day::first()) != write_entry(kept)) std::abort();
    if (!read_entry(write_entry(kept), Where::in_log)) std::abort();
    const auto digest = digest_of("log.example", statement_of(*entry));
    if (entry->seals.size() == 1) (void)verify_seals("log.example", digest, entry->seals);
    if (const auto understood = understand(*entry); understood && understood->registry) {
        if (write_registry_act(*understood->registry) != entry->body) std::abort();
    }
    return 0;
}
