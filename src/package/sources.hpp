// Reads sources.yaml: what the acts of a package rest on.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/fault.hpp"
#include "rulebook/source.hpp"

namespace package {

struct SourcesRead {
    std::vector<rulebook::Source> sources;  // in the order of the file; those with faults are left out
    std::vector<rulebook::Fault> faults;
};

/// `languages`: the working languages, in each of which every source has a name.
SourcesRead read_sources(std::string_view yaml, std::string_view file_name,
                         std::span<const std::string> languages);

struct ClaimsRead {
    std::map<base::SourceId, std::vector<rulebook::Claim>> by_source;  // in the order of the file
    std::vector<rulebook::Fault> faults;
};

/// Reads claims.yaml: what the reports among the sources say, claim by claim, and how each stands to the
/// record. `sources` are those that may be named.
ClaimsRead read_claims(std::string_view yaml, std::string_view file_name,
                       std::span<const std::string> languages, std::span<const base::SourceId> sources);

}  // namespace package
