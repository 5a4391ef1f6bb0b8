// Which file an address is, what becomes of links in a page that lies in a folder, and what about.json may
// say.
#include "server/static_copy.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/day.hpp"

namespace server {
namespace {

TEST(FileOfAddress, IsAFileOfItsOwnOrTheIndexOfAFolder) {
    struct Row {
        const char* address;
        const char* file;
    };
    for (const Row& row : {
             Row{"/en", "en/index.html"},
             Row{"/en/", "en/index.html"},
             Row{"/en.json", "en.json"},
             Row{"/en/members", "en/members/index.html"},
             Row{"/en/members#BY", "en/members/index.html"},
             Row{"/en/members.csv", "en/members.csv"},
             Row{"/ru/feed.atom", "ru/feed.atom"},
             Row{"/style-0123456789ab.css", "style-0123456789ab.css"},
             Row{"/en/rulebook/a%20b", "en/rulebook/a b/index.html"},
             Row{"/files/00/scan", "files/00/scan"},
             Row{"/", "index.html"},
             // Nothing that leads elsewhere.
             Row{"", ""},
             Row{"en/members", ""},
             Row{"/en/../../x", ""},
             Row{"/en/%2e%2e/x", ""},
             Row{"/en/a%2Fb", ""},
             Row{"/en/a%5Cb", ""},
             Row{"/en/a%00b", ""},
             Row{"/en/members?on=2020-01-01", ""},
         }) {
        EXPECT_EQ(file_of_address(row.address), row.file) << row.address;
    }
}

TEST(RelativeLinks, NameFilesAndLeadToANoticeWhereOnlyAProgramAnswers) {
    struct Row {
        const char* what;
        const char* written;
        const char* becomes;
        std::vector<std::string> found;
    };
    for (const Row& row : {
             Row{"a page",
                 R"(<a href="/en/states/BY">)",
                 R"(<a href="../../en/states/BY/index.html">)",
                 {"/en/states/BY"}},
             Row{"a place on a page",
                 R"(<a href="/en/rulebook#12">)",
                 R"(<a href="../../en/rulebook/index.html#12">)",
                 {"/en/rulebook"}},
             Row{"a place on this page", R"(<a href="#main">)", R"(<a href="#main">)", {}},
             Row{"a file",
                 R"(<link rel="icon" href="/emblem.svg">)",
                 R"(<link rel="icon" href="../../emblem.svg">)",
                 {"/emblem.svg"}},
             Row{"a script",
                 R"(<script src="/check-0.js">)",
                 R"(<script src="../../check-0.js">)",
                 {"/check-0.js"}},
             Row{"the start", R"(<a href="/">)", R"(<a href="../../index.html">)", {"/"}},
             Row{"another day",
                 R"(<a href="/en/members?on=2020-01-01">)",
                 R"(<a href="../../ru/static-copy/index.html">)",
                 {"/ru/static-copy"}},
             Row{"a query alone",
                 R"(<a href="?on=2020-01-01">)",
                 R"(<a href="../../ru/static-copy/index.html">)",
                 {"/ru/static-copy"}},
             Row{"a form",
                 R"(<form action="/en/search">)",
                 R"(<form action="../../ru/static-copy/index.html">)",
                 {"/ru/static-copy"}},
             Row{"a running log",
                 R"(<a href="/log/proof/7">)",
                 R"(<a href="../../ru/static-copy/index.html">)",
                 {"/ru/static-copy"}},
             Row{"another site",
                 R"(<a href="https://example.org/en">)",
                 R"(<a href="https://example.org/en">)",
                 {}},
             Row{"another host", R"(<a href="//example.org/en">)", R"(<a href="//example.org/en">)", {}},
             Row{"text that looks like one", "a href=/en", "a href=/en", {}},
             Row{"an attribute that does not end",
                 R"(<a href="/en)",
                 R"(<a href="../../en/index.html)",
                 {"/en"}},
             Row{"nothing", "", "", {}},
         }) {
        SCOPED_TRACE(row.what);
        std::vector<std::string> found;
        EXPECT_EQ(with_relative_links(row.written, "ru/members/index.html",
                                      [&](std::string_view address) { found.emplace_back(address); }),
                  row.becomes);
        EXPECT_EQ(found, row.found);
    }
}

TEST(AboutCopy, IsReadAsItIsWritten) {
    const AboutCopy about{"https://example.org/record", *base::Day::read("2026-11-21"), "depositary 0.1.0"};
    EXPECT_EQ(about.text(),
              R"({"engine":"depositary 0.1.0","today":"2026-11-21","url":"https://example.org/record"})"
              "\n");
    EXPECT_EQ(AboutCopy::read(about.text()), about);
}

TEST(AboutCopy, NothingElseIsRead) {
    const std::vector<std::string> others = {
        "",
        "{\"engine\":\"e\",\"today\":\"2026-11-21\",\"url\":\"https://example.org\"}",  // the line does not
                                                                                        // end
        "{\"engine\":\"e\", \"today\":\"2026-11-21\",\"url\":\"https://example.org\"}\n",
        "{\"today\":\"2026-11-21\",\"url\":\"https://example.org\"}\n",
        "{\"engine\":\"e\",\"more\":1,\"today\":\"2026-11-21\",\"url\":\"https://example.org\"}\n",
        "{\"engine\":\"e\",\"today\":\"2026-02-30\",\"url\":\"https://example.org\"}\n",
        "{\"engine\":\"e\",\"today\":\"2026-11-21\",\"url\":\"https://example.org/\"}\n",
        "{\"engine\":\"e\",\"today\":\"2026-11-21\",\"url\":\"https://example.org/?a=b\"}\n",
        "{\"engine\":\"e\",\"today\":\"2026-11-21\",\"url\":\"javascript:alert(1)\"}\n",
        "{\"engine\":\"e\",\"today\":\"2026-11-21\",\"url\":\"https://user@example.org\"}\n",
        "[]\n",
    };
    for (const auto& text : others) {
        EXPECT_FALSE(AboutCopy::read(text)) << text;
    }
    const AboutCopy long_one{"https://example.org/" + std::string(5000, 'a'), *base::Day::read("2026-11-21"),
                             "e"};
    EXPECT_FALSE(AboutCopy::read(long_one.text()));
}

}  // namespace
}  // namespace server
