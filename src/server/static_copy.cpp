#include "server/static_copy.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "archive/export_folder.hpp"
#include "encoding/json.hpp"
#include "http/target.hpp"
#include "pages/html.hpp"
#include "questions/question.hpp"
#include "server/log_of_copy.hpp"
#include "words/language.hpp"

namespace server {
namespace {

// Files by these endings lie under their own names; every other address is a page, in a folder of its name.
constexpr std::array<std::string_view, 11> file_endings{".json", ".csv", ".atom", ".ics", ".xml", ".txt",
                                                        ".svg",  ".css", ".js",   ".ico", ".html"};
constexpr std::string_view files_prefix = "/files/";
constexpr std::string_view page_file = "/index.html";
/// Bytes of about.json: three short texts.
constexpr std::size_t longest_about = 4096;

bool is_page(std::string_view address) {
    if (address.starts_with(files_prefix)) return false;
    const std::string_view name = address.substr(address.rfind('/') + 1);
    return std::ranges::none_of(file_endings,
                                [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_language(std::string_view code) {
    return std::ranges::any_of(words::languages,
                               [&](words::Language one) { return words::code(one) == code; });
}

// The page that says what a copy cannot answer, in the language of the page at `path`.
std::string notice_for(std::string_view path) {
    const std::string_view first = path.substr(0, path.find('/'));
    return "/" + std::string(is_language(first) ? first : words::code(words::languages.front())) +
           "/static-copy";
}

// Does only a program answer this? A query, or the interface of a running log.
bool needs_server(std::string_view address) {
    return address.starts_with('?') || address.contains('?') || address.starts_with("/log/") ||
           address.starts_with("/proofs/") || address == "/display" ||
           address.contains("..");  // no name of a file in a copy (archive/fetch.hpp)
}

std::string up_from(std::string_view path) {
    std::string up;
    for (auto n = std::ranges::count(path, '/'); n > 0; --n) up += "../";
    return up;
}

http::Request request_for(std::string_view address) {
    http::Request request;
    request.target = address;
    if (auto target = http::parse_target(address)) request.path = std::move(target->path);
    return request;
}

std::string attribute_text(std::string_view text) {
    pages::html::Out out;
    pages::html::escape(out, text);
    return std::string(out.view());
}

// A page that leads to another; what a server says with a status.
std::string leading_to(const std::string& relative) {
    const std::string to = attribute_text(relative);
    return "<!doctype html>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"0; url=" + to +
           "\">\n<a href=\"" + to + "\">" + to + "</a>\n";
}

std::string start(const site::Site& site) {
    const std::string name = attribute_text(site.name());
    std::string page = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>" + name + "</title>\n<h1>" + name +
                       "</h1>\n<ul>\n";
    for (const words::Language language : words::languages) {
        const std::string code(words::code(language));
        page += "<li><a href=\"" + code + "/index.html\" lang=\"" + code + "\">" +
                attribute_text(words::own_name(language)) + "</a></li>\n";
    }
    return page + "</ul>\n";
}

// Addresses to be written, each once, in the order in which they were found.
class Addresses {
public:
    void add(std::string_view address) {
        const auto [one, is_new] = known_.emplace(address);
        if (is_new) queue_.push_back(*one);
    }
    bool has_next() const { return next_ < queue_.size(); }
    std::string next() { return queue_[next_++]; }

private:
    std::set<std::string> known_;
    std::vector<std::string> queue_;
    std::size_t next_ = 0;
};

// The paths between <loc> and </loc>, without the root.
void add_map(Addresses& addresses, std::string_view map, const std::string& url) {
    constexpr std::string_view before = "<loc>";
    for (auto at = map.find(before); at != map.npos; at = map.find(before, at)) {
        at += before.size();
        const std::string_view whole = map.substr(at, map.find('<', at) - at);
        const auto path = whole.find('/', std::min(attribute_text(url).size(), whole.size()));
        if (path != whole.npos) addresses.add(whole.substr(path));
    }
}

std::string bytes_of(const http::Response& response, const std::string& path, Addresses& addresses) {
    const auto field = [&](std::string_view name) -> std::string_view {
        for (const http::Field& one : response.headers) {
            if (http::same_header(one.name, name)) return one.value;
        }
        return {};
    };
    if (response.status >= 300 && response.status < 400) {
        const std::string_view to = field("Location");
        if (!needs_server(to)) addresses.add(to);
        return leading_to(up_from(path) + file_of_address(needs_server(to) ? notice_for(path) : to));
    }
    // What acts carry stays as it is, whatever it is.
    if (!path.ends_with(page_file)) return response.body;
    return with_relative_links(response.body, path,
                               [&](std::string_view address) { addresses.add(address); });
}

std::optional<site::Site> site_of(const registry::Book& book, const archive::Fetch& log,
                                  const AboutCopy& about) {
    auto organisation = book.organisation();
    if (!organisation) return std::nullopt;
    site::Site site(
        std::move(*organisation), [day = about.today] { return day; }, about.url, log_of_copy(book, log));
    site.prepare();
    return site;
}

bool is_web_address(std::string_view url) {
    return (url.starts_with("http://") || url.starts_with("https://")) && pages::html::Url::read(url) &&
           !url.ends_with('/') && !url.contains('?') && !url.contains('#');
}

}  // namespace

// -- about.json
// ----------------------------------------------------------------------------------------------

std::string AboutCopy::text() const {
    return encoding::canonical_json(base::Object{{"engine", engine}, {"today", today.text()}, {"url", url}}) +
           "\n";
}

std::optional<AboutCopy> AboutCopy::read(std::string_view text) {
    if (text.size() > longest_about || !text.ends_with('\n')) return std::nullopt;
    const auto value = encoding::read_json(text.substr(0, text.size() - 1));
    if (!value) return std::nullopt;
    const auto day = base::Day::read((*value)["today"].text());
    if (!day || !is_web_address((*value)["url"].text())) return std::nullopt;
    AboutCopy about{.url = std::string((*value)["url"].text()),
                    .today = *day,
                    .engine = std::string((*value)["engine"].text())};
    if (about.text() != text) return std::nullopt;
    return about;
}

// -- addresses and files
// -------------------------------------------------------------------------------------

std::string file_of_address(std::string_view address) {
    const auto target = http::parse_target(address.substr(0, address.find('#')));
    if (!target || !target->query.empty() || target->path.contains('\\')) return {};
    std::string path = target->path;
    while (path.ends_with('/')) path.pop_back();
    if (is_page(path)) path += page_file;
    return path.substr(1);
}

std::string with_relative_links(std::string_view html, std::string_view path,
                                const std::function<void(std::string_view address)>& found) {
    constexpr std::array<std::string_view, 3> attributes{" href=\"", " src=\"", " action=\""};
    const std::string up = up_from(path);
    std::string out;
    out.reserve(html.size() + html.size() / 4);
    // `address` as it is written in the page: percent-encoded, so that a name of a file is too.
    const auto link = [&](std::string_view address, bool is_form) {
        const std::string notice = notice_for(path);
        if (is_form || needs_server(address)) address = notice;
        const auto hash = std::min(address.find('#'), address.size());
        const std::string_view bare = address.substr(0, hash);
        found(bare);
        out += up;
        std::string_view name = bare.substr(1);
        while (name.ends_with('/')) name.remove_suffix(1);
        out += name;
        if (is_page(bare)) out += name.empty() ? page_file.substr(1) : page_file;
        out += address.substr(hash);
    };
    while (!html.empty()) {
        std::size_t at = html.npos;
        std::string_view attribute;
        for (const std::string_view one : attributes) {
            const auto place = html.substr(0, at).find(one);
            if (place != html.npos) at = place, attribute = one;
        }
        if (at == html.npos) break;
        const auto begin = at + attribute.size();
        const auto end = std::min(html.find('"', begin), html.size());
        const std::string_view address = html.substr(begin, end - begin);
        out += html.substr(0, begin);
        const bool within = (address.starts_with('/') && !address.starts_with("//")) ||
                            address.starts_with('?') || attribute == attributes.back();
        if (within) {
            link(address, attribute == attributes.back());
        } else {
            out += address;
        }
        html.remove_prefix(end);
    }
    out += html;
    return out;
}

void each_static_file(const site::Site& site, const std::string& url, const TakeFile& take) {
    if (!take("index.html", start(site))) return;
    Addresses addresses;
    for (const char* fixed : {"/sitemap.xml", "/robots.txt", "/openapi.json", "/emblem.svg", "/favicon.ico"})
        addresses.add(fixed);
    for (const questions::Question& question : questions::catalogue())
        addresses.add("/schemas/" + std::string(question.name) + ".json");
    add_map(addresses, site.answer(request_for("/sitemap.xml")).body, url);
    for (const words::Language language : words::languages)
        addresses.add("/" + std::string(words::code(language)) + "/static-copy");
    std::set<std::string> written{"index.html"};
    while (addresses.has_next()) {
        const std::string address = addresses.next();
        const std::string path = file_of_address(address);
        if (path.empty() || !written.insert(path).second) continue;
        const http::Response response = site.answer(request_for(address));
        if (!take(path, bytes_of(response, path, addresses))) return;
    }
}

// -- writing and comparing
// -----------------------------------------------------------------------------------

std::expected<CopiedSite, archive::ExportFault> export_site(const registry::Book& book,
                                                            const archive::Fetch& log,
                                                            const std::filesystem::path& folder,
                                                            const AboutCopy& about) {
    using Fault = archive::ExportFault;
    CopiedSite copied;
    archive::ExportFolder out(folder);
    const auto site = site_of(book, log, about);
    if (!site) return copied;
    if (out.differs(about_file, about.text()))
        return std::unexpected(Fault{Fault::Code::not_the_same, std::string(about_file), {}});
    std::optional<Fault> fault;
    const auto write = [&](const std::string& path, std::string_view bytes) {
        auto written = out.write(path, bytes);
        if (!written) fault = std::move(written.error());
        ++copied.files;
        copied.bytes += bytes.size();
        return !fault;
    };
    each_static_file(*site, about.url, [&](const std::string& path, std::string_view bytes) {
        return write(std::string(site_folder) + path, bytes);
    });
    if (fault) return std::unexpected(std::move(*fault));
    if (auto flushed = out.flush(); !flushed) return std::unexpected(std::move(flushed.error()));
    write(std::string(about_file), about.text());
    if (fault) return std::unexpected(std::move(*fault));
    if (auto flushed = out.flush(); !flushed) return std::unexpected(std::move(flushed.error()));
    return copied;
}

archive::Remade compare_site(const registry::Book& book, const archive::Fetch& copy) {
    archive::Remade remade;
    const auto text = copy(about_file, longest_about);
    const std::string start_page = std::string(site_folder) + "index.html";
    if (text && !*text) {
        const auto page = copy(start_page, longest_about);
        if (page && !*page) return remade;  // no pages are shown
    }
    const auto about = text && *text ? AboutCopy::read(**text) : std::nullopt;
    const auto site =
        about && about->engine == questions::engine ? site_of(book, copy, *about) : std::nullopt;
    if (!site) {
        remade.differs = about_file;
        return remade;
    }
    each_static_file(*site, about->url, [&](const std::string& name, std::string_view bytes) {
        const std::string path = std::string(site_folder) + name;
        const auto shown = copy(path, bytes.size());
        if (!shown || !*shown || **shown != bytes) remade.differs = path;
        ++remade.pages;
        return remade.differs.empty();
    });
    return remade;
}

}  // namespace server
