#include "archive/fetch.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "http/client.hpp"

namespace archive {
namespace {

constexpr std::string_view too_long = "longer than such a file can be";
/// A server may be slow, and a file large; beyond this it is not an answer.
constexpr std::chrono::minutes answer_within{5};

// Names come from our own lists and from entries, as hexadecimal digits; still, nothing leads out of the
// folder.
bool stays_inside(std::string_view path) {
    return !path.empty() && path.front() != '/' && path.find("..") == path.npos &&
           std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace

Fetch from_folder(std::filesystem::path folder) {
    return [folder = std::move(folder)](
               std::string_view path,
               std::size_t longest) -> std::expected<std::optional<std::string>, std::string> {
        if (!stays_inside(path)) return std::unexpected("no name of a file in a folder");
        const std::filesystem::path name = folder / path;
        std::error_code none;
        if (!std::filesystem::is_regular_file(name, none)) return std::nullopt;
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rbe"),
                                                                   std::fclose);
        if (!file) return std::unexpected(reason(errno));
        std::string bytes;
        const auto size = std::filesystem::file_size(name, none);
        if (none) return std::unexpected(none.message());
        if (size > longest) return std::unexpected(std::string(too_long));
        bytes.resize(static_cast<std::size_t>(size));
        if (std::fread(bytes.data(), 1, bytes.size(), file.get()) != bytes.size())
            return std::unexpected(reason(errno));
        return bytes;
    };
}

Fetch from_server(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return [url = std::move(url)](
               std::string_view path,
               std::size_t longest) -> std::expected<std::optional<std::string>, std::string> {
        if (!stays_inside(path)) return std::unexpected("no name of a file on a server");
        http::Call call;
        call.url = fmt::format("{}/{}", url, path);
        call.answer_within = answer_within;
        call.longest_answer = longest;
        auto answer = http::fetch(call);
        if (!answer)
            return std::unexpected(
                fmt::format("{}: {}", http::name_of(answer.error().code), answer.error().problem));
        const int status = static_cast<int>(answer->status);
        if (status == 404 || status == 410) return std::nullopt;
        if (status != 200) return std::unexpected(fmt::format("the server answers {}", status));
        return std::move(answer->body);
    };
}

Fetch from_memory(const Tree& tree) {
    return [&tree](std::string_view path,
                   std::size_t longest) -> std::expected<std::optional<std::string>, std::string> {
        const auto found = tree.find(path);
        if (found == tree.end()) return std::nullopt;
        if (found->second.size() > longest) return std::unexpected(std::string(too_long));
        return found->second;
    };
}

Fetch from(const std::string& where) {
    const bool served = where.starts_with("http://") || where.starts_with("https://");
    return served ? from_server(where) : from_folder(where);
}

}  // namespace archive
