// Reads and checks the folder of an organisation:
//
//   rulebook.yaml     its rules (rulebook/)
//   sources.yaml      what its record rests on
//   record/*.jsonl    its acts, one canonical line each: file names in byte order, then lines
//   words/            read by words/, not here
//
// Every fault is found in one reading, each with file, line and column. Knows files and nothing else
// of the world.
#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "package/fault.hpp"
#include "record/record.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/source.hpp"

namespace package {

/// All record files together. 1 GiB is some two million acts, more than a package is for: a record of
/// that size belongs in a store.
inline constexpr std::size_t largest_record = std::size_t{1} << 30;
/// With more faults than this it is not a package with slips but something else.
inline constexpr std::size_t most_faults = 500;

struct Package {
    rulebook::Rulebook rulebook;         // with its sources and their claims
    std::vector<record::Entry> entries;  // in the order in which they became known
    std::string record_sha256;           // of the bytes of all record files, one after the other
};

/// Where the files of a package lie: a folder, or the memory of a store.
class Files {
public:
    Files() = default;
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    virtual ~Files() = default;
    virtual bool has(const std::string& file) const = 0;
    virtual std::expected<std::string, Fault> bytes(const std::string& file) const = 0;
    /// The files of the record, in the order in which they are read. What is wrong with their list goes to
    /// `faults`.
    virtual std::vector<std::string> record_files(std::vector<Fault>& faults) const = 0;
};

/// The files of an organisation's folder but its record: they are published together.
inline constexpr std::array<std::string_view, 3> rule_files{"rulebook.yaml", "sources.yaml", "claims.yaml"};

/// The package in `folder`, or everything that is wrong with it, in the order of files and lines. The
/// cases of the rulebook are not run.
std::expected<Package, std::vector<Fault>> read(const std::filesystem::path& folder);
/// The same of files that lie in memory, by their names within the package.
std::expected<Package, std::vector<Fault>> read(const std::map<std::string, std::string>& files);
/// Rulebook, sources and claims alone, by the names of `rule_files`: what the record has to do with them is
/// not looked at.
std::expected<rulebook::Rulebook, std::vector<Fault>> read_rules(
    const std::map<std::string, std::string>& files);

/// Everything that is wrong with the package in `folder`, its rulebook's cases included.
std::vector<Fault> check(const std::filesystem::path& folder);

}  // namespace package
