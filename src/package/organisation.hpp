// An organisation as it is served and asked: its rules and sources, its record indexed.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"
#include "record/record.hpp"

namespace package {

struct Organisation {
    rulebook::Rulebook rulebook;
    record::Record record;
    std::string record_sha256;
};

std::expected<Organisation, std::vector<Fault>> open(const std::filesystem::path& folder);

/// SHA-256 over the canonical lines of the first `known` entries: of the record's files where all are
/// known, of the part that was known then otherwise.
std::string digest_of(const Organisation& organisation, std::size_t known);

/// The same for the ends of days, worked out for all of them when the first is asked for: a reader who
/// goes from day to day does not wait for the whole record each time. Safe from several threads.
class Digests {
public:
    /// As `digest_of`; `known` must be what was known by the end of some day.
    std::string of(const Organisation& organisation, std::size_t known) const;

private:
    mutable std::once_flag once_;
    mutable std::map<std::size_t, std::string> by_known_;
};

/// The first `known` entries of the record, and after them the acts of `lines` (one canonical or plain
/// JSON act a line), which did not happen: known at once, through the same form but for their sources.
/// They are a record of their own that nothing else is made from.
std::expected<record::Record, std::vector<Fault>> supposing(const Organisation& organisation,
                                                            std::size_t known, std::string_view lines,
                                                            std::string_view file_name);

}  // namespace package
