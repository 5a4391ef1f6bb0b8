#include "http/response.hpp"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Response, SaysWhatItHolds) {
    EXPECT_EQ(head_of(html("<p>")), "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n");
    EXPECT_EQ(head_of(json("{}", 404)), "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n");
    EXPECT_EQ(head_of(text("no").with("Vary", "Accept-Language")),
              "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nVary: Accept-Language\r\n");
    EXPECT_EQ(head_of(content("image/svg+xml", "<svg/>")),
              "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\n");
    EXPECT_EQ(head_of(redirect("/en/")), "HTTP/1.1 303 See Other\r\nLocation: /en/\r\n");
    EXPECT_EQ(head_of(redirect("/en/", 308)), "HTTP/1.1 308 Permanent Redirect\r\nLocation: /en/\r\n");
    EXPECT_EQ(head_of(not_modified("\"a\"")), "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n");
    EXPECT_EQ(head_of({.status = 299}), "HTTP/1.1 299 \r\n");
}

TEST(Response, LetsNoTextWriteAHeaderOfItsOwn) {
    for (const std::string& value : {std::string("/en\r\nSet-Cookie: a=b"), std::string("/en\n"),
                                     std::string("\r"), std::string("a\0b", 3), std::string("a\x7F")}) {
        EXPECT_EQ(head_of(redirect(value)), "") << value;
    }
    EXPECT_EQ(head_of(text("").with("", "empty name")), "");
    EXPECT_EQ(head_of(text("").with("A b", "a space in the name")), "");
    EXPECT_EQ(head_of(text("").with("A:", "a colon in the name")), "");
    EXPECT_NE(head_of(text("").with("X-Title", "\tкворум")), "");
}

}  // namespace
}  // namespace http
