#include "seals/fault.hpp"

#include <array>

namespace seals {

std::string_view name_of(Code code) {
    static constexpr std::array names = std::to_array<std::string_view>(
        {"not_canonical",    "wrong_shape",      "missing_key",    "unknown_key",    "not_bytes",
         "not_a_day",        "not_a_word",       "not_a_name",     "both_given",     "too_long",
         "known_on_given",   "known_on_missing", "too_many_seals", "too_many_files", "commitment_differs",
         "no_seal",          "bad_key",          "unknown_key_id", "ended_key",      "seal_twice",
         "bad_signature",    "count_used",       "count_skipped",  "after_beyond",   "after_differs",
         "after_stale",      "not_authorised",   "not_their_act",  "unknown_kind",   "not_first",
         "not_opened",       "other_origin",     "key_in_use",     "wrong_next",     "no_next",
         "authority_exists", "bad_policy",       "no_such_entry",  "not_withheld",   "released_already",
         "no_rulebook",      "file_missing",     "annex_missing",  "other_type",     "already_on_record"});
    static_assert(names.size() == static_cast<std::size_t>(Code::already_on_record) + 1);
    return names[static_cast<std::size_t>(code)];
}

}  // namespace seals
