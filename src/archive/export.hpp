// A log written out as a folder that anybody can check (layout.hpp, docs/formats/export.md).
//
// The same store gives the same bytes. Nothing that is there is written over: a file of that name is equal or
// the export stops. Each file is whole or not there, and `checkpoint` is written last, when everything it
// speaks of is on the disk.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "archive/layout.hpp"

namespace archive {

struct ExportOptions {
    /// Called after each file: how many are there, of how many.
    std::function<void(std::size_t done, std::size_t of)> progress = {};
};

struct Exported {
    merkle::Checkpoint checkpoint;
    std::uint64_t entries = 0;
    std::size_t files = 0;    // of all kinds
    std::uint64_t bytes = 0;  // in them
};

struct ExportFault {
    enum class Code {
        store,         // it cannot be read, or something is missing in it
        not_the_same,  // a file of that name with other bytes is there
        cannot_write,
    };
    Code code;
    std::string path;     // under the folder; empty: the log as a whole
    std::string problem;  // the system's words
};
/// "not_the_same": as tests and JSON write it.
std::string_view name_of(ExportFault::Code code);

std::expected<Exported, ExportFault> export_log(const store::Store& store,
                                                const std::filesystem::path& folder,
                                                const ExportOptions& options = {});

}  // namespace archive
