// The site as files, which any web server gives out and a browser opens from a disk; and the same files made
// again from a log that somebody has verified, to see that what is shown follows from the acts
// (docs/formats/export.md).
//
//   site/about.json             the day and the address for which they were made
//   site/index.html             leads to the languages
//   site/en/members/index.html  /en/members; beside it /en/members.json, /en/members.csv, feeds and so on
//
// Links between pages are relative and name files. What only a program can answer (another day, a search)
// leads to the page /LANG/static-copy, which says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "archive/export.hpp"
#include "archive/verify.hpp"
#include "base/day.hpp"
#include "site/site.hpp"

namespace server {

inline constexpr std::string_view site_folder = "site/";
inline constexpr std::string_view about_file = "site/about.json";

/// What a static copy was made for. With the log, all that it is made from.
struct AboutCopy {
    std::string url;  // where the public reaches it, without a slash at the end
    base::Day today;
    std::string engine;  // the program and its version (questions::engine)

    /// Canonical JSON and the end of a line.
    std::string text() const;
    /// Exactly what `text` writes, of an http address; empty for anything else.
    static std::optional<AboutCopy> read(std::string_view text);
    friend bool operator==(const AboutCopy&, const AboutCopy&) = default;
};

/// Takes one file; false: no more are wanted.
using TakeFile = std::function<bool(const std::string& path, std::string_view bytes)>;
/// Every file of the static copy but about.json, each once, in an order that the site alone decides. The
/// pages of the map of the site, and all that they lead to. `path` is relative, without "site/".
void each_static_file(const site::Site& site, const std::string& url, const TakeFile& take);

/// `html` of the file `path`, with its links within the site as relative names of files; `found` is told the
/// address of each. Forms, and links with a query, lead to the page that says what a copy cannot answer.
std::string with_relative_links(std::string_view html, std::string_view path,
                                const std::function<void(std::string_view address)>& found);
/// Where "/en/members" lies: "en/members/index.html"; "/en/members.json": "en/members.json". Percent-decoded;
/// empty for an address that is none, or that leads out of the folder.
std::string file_of_address(std::string_view address);

struct CopiedSite {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};
/// Writes site/ into the folder of an exported log. `log`: the files of that log. about.json comes last. An
/// organisation without a rulebook has no pages: nothing is written.
std::expected<CopiedSite, archive::ExportFault> export_site(const registry::Book& book,
                                                            const archive::Fetch& log,
                                                            const std::filesystem::path& folder,
                                                            const AboutCopy& about);

/// For archive::VerifyOptions: makes site/ again from the acts and compares byte for byte. Where the copy has
/// no site/, nothing is compared; pages without a readable about.json of this program's version differ in it.
archive::Remade compare_site(const registry::Book& book, const archive::Fetch& copy);

}  // namespace server
