// The folder into which an export is written: whole files that are not written over, on the disk before the
// last of them says that they are there.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "archive/export.hpp"

namespace archive {

class ExportFolder {
public:
    explicit ExportFolder(std::filesystem::path root) : root_(std::move(root)) {}

    /// `path` under the folder, with slashes. A file that is there must be equal.
    std::expected<void, ExportFault> write(const std::string& path, std::string_view bytes);
    /// What was written so far survives a loss of power.
    std::expected<void, ExportFault> flush();
    /// Is there a file of this name with other bytes?
    bool differs(std::string_view path, const std::string& bytes) const;

private:
    std::filesystem::path root_;
    std::set<std::filesystem::path> touched_;  // folders to be flushed
};

}  // namespace archive
