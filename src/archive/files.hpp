// Files that survive a loss of power, or are not there.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace archive {

enum class Written { now, was_there, differs };

/// Writes a file that must not be there with other bytes: under another name, flushed, then renamed. The
/// folder that holds it is made, and is not flushed yet (`flush_folder`). The error is the system's.
std::expected<Written, std::string> write_once(const std::filesystem::path& file, std::string_view bytes);
std::expected<void, std::string> flush_folder(const std::filesystem::path& folder);

}  // namespace archive
