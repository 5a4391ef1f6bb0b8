// A source of the record: what was read, who published it, when and where.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "rulebook/mark.hpp"

namespace rulebook {

enum class SourceKind { official, press, legal_base, parliament, government };

inline constexpr std::array<std::string_view, 5> source_kind_names{"official", "press", "legal-base",
                                                                   "parliament", "government"};

constexpr std::string_view name_of(SourceKind kind) {
    return source_kind_names[static_cast<std::size_t>(kind)];
}

/// How a claim of a report stands to the record.
enum class ClaimStanding { on_record, differs, not_checkable, unrelated };

inline constexpr std::array<std::string_view, 4> claim_standing_names{"on-record", "differs", "not-checkable",
                                                                      "unrelated"};

constexpr std::string_view name_of(ClaimStanding standing) {
    return claim_standing_names[static_cast<std::size_t>(standing)];
}

/// One thing a report says, in our words, and what the record has on it.
struct Claim {
    std::string id;  // "F46"
    base::Text says;
    ClaimStanding standing = ClaimStanding::on_record;
    std::vector<base::ActId> acts;
    std::vector<base::SourceId> sources;  // for what is said of the report itself
    base::Text why;                       // what differs, or why it cannot be checked; may be empty
    std::string ask;  // the question that shows it, as a command line has it; may be empty
    Mark mark;        // in claims.yaml
};

struct Source {
    base::SourceId id;
    base::Text name;  // "Asia-Plus, 23 November 2023"
    SourceKind kind = SourceKind::press;
    std::optional<base::Day> published;  // empty: the page bears no date
    std::string url;
    std::optional<int> report;  // its number among the five press reports the work started from
    std::vector<Claim> claims;  // what a report says, in its order; of other sources none
    Mark mark;                  // in sources.yaml
};

}  // namespace rulebook
