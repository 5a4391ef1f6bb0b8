// One file of a published log, wherever the log lies: in a folder, on a server, in a store, in memory.
// Whoever verifies asks for files by their names and cannot tell the difference.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace archive {

/// The bytes of the file at `path` ("tile/0/000.p/7", relative, with slashes); nothing where there is none.
/// The error says, in the system's words, why it could not be had; one longer than `longest` bytes cannot.
/// May be called from several threads at once.
using Fetch = std::function<std::expected<std::optional<std::string>, std::string>(std::string_view path,
                                                                                   std::size_t longest)>;

/// Files by their names, as a folder holds them.
using Tree = std::map<std::string, std::string, std::less<>>;

Fetch from_folder(std::filesystem::path folder);
/// `url`: the prefix under which the log is served, "https://example.org/log".
Fetch from_server(std::string url);
/// `tree` outlives what is returned.
Fetch from_memory(const Tree& tree);

/// "http://…" or "https://…", else a folder.
Fetch from(const std::string& where);

}  // namespace archive
