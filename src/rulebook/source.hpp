// A source of the record: what was read, who published it, when and where.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/id.hpp"
#include "rulebook/mark.hpp"
#include "rulebook/rulebook.hpp"

namespace rulebook {

enum class SourceKind { official, press, legal_base, parliament, government };

inline constexpr std::array<std::string_view, 5> source_kind_names{"official", "press", "legal-base",
                                                                   "parliament", "government"};

constexpr std::string_view name_of(SourceKind kind) {
    return source_kind_names[static_cast<std::size_t>(kind)];
}

struct Source {
    base::SourceId id;
    Name name;  // "Asia-Plus, 23 November 2023"
    SourceKind kind = SourceKind::press;
    std::optional<base::Day> published;  // empty: the page bears no date
    std::string url;
    std::optional<int> report;  // its number among the five press reports the work started from
    Mark mark;                  // in sources.yaml
};

}  // namespace rulebook
