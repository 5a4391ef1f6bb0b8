#include "pages/html.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace pages::html {
namespace {

std::string text_of(const Fragment& fragment) { return fragment.text(); }

TEST(Html, EscapesTextWhereverItStands) {
    struct Row {
        const char* what;
        std::string text;
        std::string escaped;
    };
    const Row rows[] = {
        {"plain", "Council of Ministers", "Council of Ministers"},
        {"a script", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"an attribute's end", "\" onclick=\"x", "&quot; onclick=&quot;x"},
        {"a single quote", "it's", "it&#39;s"},
        {"an entity", "&amp;", "&amp;amp;"},
        {"all five, at the end of a word of eight", "1234567&2345678<", "1234567&amp;2345678&lt;"},
        {"Russian", "«Кворум» & <Устав>", "«Кворум» &amp; &lt;Устав&gt;"},
        {"a comment's end", "--><!--", "--&gt;&lt;!--"},
        {"a zero byte", std::string("a\0<b", 4), std::string("a\0&lt;b", 7)},
        {"empty", "", ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(text_of(row.text), row.escaped);
        EXPECT_EQ(text_of(el<"p">(row.text)), "<p>" + row.escaped + "</p>");
        EXPECT_EQ(text_of(el<"p">(attr<"title">(row.text))), "<p title=\"" + row.escaped + "\"></p>");
    }
}

TEST(Html, EscapesEveryByteAtEveryPlaceOfALongText) {
    for (const char special : {'&', '<', '>', '"', '\''}) {
        for (std::size_t at = 0; at < 40; ++at) {
            std::string text(40, 'x');
            text[at] = special;
            const std::string out = text_of(text);
            EXPECT_EQ(out.find(special), special == '&' ? at : std::string::npos);
            EXPECT_EQ(out.substr(0, at), std::string(at, 'x'));
            EXPECT_EQ(out[at], '&');
            EXPECT_TRUE(out.ends_with(std::string(39 - at, 'x')));
        }
    }
}

TEST(Html, LeavesOutAttributesThatAreFalseOrEmpty) {
    EXPECT_EQ(text_of(el<"input">(attr<"checked">(true), attr<"disabled">(false),
                                  attr<"value">(std::optional<int>{}))),
              "<input checked>");
    EXPECT_EQ(text_of(el<"li">(attr<"class">(classes({"", ""})), "x")), "<li>x</li>");
    EXPECT_EQ(text_of(el<"li">(attr<"class">(classes({"a", "", "b"})), "x")), "<li class=\"a b\">x</li>");
}

TEST(Html, ClosesElementsAsTheirKindAsks) {
    EXPECT_EQ(text_of(el<"br">()), "<br>");
    EXPECT_EQ(text_of(el<"td">()), "<td></td>");
    EXPECT_EQ(text_of(el<"rect">(attr<"x">(-3))), "<rect x=\"-3\"/>");
    EXPECT_EQ(text_of(el<"rect">(el<"title">("a & b"))), "<rect><title>a &amp; b</title></rect>");
    EXPECT_EQ(text_of(el<"svg">(attr<"viewBox">("0 0 16 16"), el<"path">(attr<"d">("M0 0H9")))),
              "<svg viewBox=\"0 0 16 16\"><path d=\"M0 0H9\"/></svg>");
}

TEST(Html, NestsFragmentsWithoutEscapingThemTwice) {
    const Fragment inner = el<"b">("1 < 2");
    Fragment list;
    list += inner;
    list += " & ";
    list += group(3, " ", when(true, inner), when(false, inner));
    EXPECT_EQ(text_of(el<"p">(list)), "<p><b>1 &lt; 2</b> &amp; 3 <b>1 &lt; 2</b></p>");
    const std::vector<std::string> names = {"<a>", "b"};
    EXPECT_EQ(text_of(el<"ul">(each(names, [](const std::string& name) { return el<"li">(name); }))),
              "<ul><li>&lt;a&gt;</li><li>b</li></ul>");
}

TEST(Html, KeepsLongOutputWhole) {
    const std::vector<int> numbers(5000, 7);
    const Fragment all = each(numbers, [](int n) { return el<"i">(n); });
    EXPECT_EQ(all.text().size(), 5000 * std::string_view("<i>7</i>").size());
}

template <class T>
concept TakesOnClick = requires(T v) { attr<"onclick">(v); };
template <class T>
concept TakesStyle = requires(T v) { attr<"style">(v); };
template <class T>
concept TakesAddress = requires(T v) { attr<"href">(v); };
template <class T>
concept IsScript = requires(T v) { el<"script">(v); };
static_assert(!TakesOnClick<std::string>, "no event handlers");
static_assert(!TakesStyle<std::string>, "no style attributes");
static_assert(!IsScript<std::string>, "no scripts");
static_assert(!TakesAddress<std::string> && !TakesAddress<const char*>, "an address is a Url");
static_assert(TakesAddress<Url> && TakesAddress<std::optional<Url>>);

TEST(Url, ReadsLocalAddressesAndTheWebAndNothingElse) {
    struct Row {
        std::string address;
        std::optional<std::string> read;
    };
    const Row rows[] = {
        {"/en/members", "/en/members"},
        {"?on=2023-11-23", "?on=2023-11-23"},
        {"#a", "#a"},
        {"https://odkb-csto.org/news/?a=1&b=2", "https://odkb-csto.org/news/?a=1&b=2"},
        {"HTTPS://example.org", "https://example.org"},
        {"http://en.special.kremlin.ru/x", "http://en.special.kremlin.ru/x"},
        {"https://e.org/Устав \"x\"", "https://e.org/%D0%A3%D1%81%D1%82%D0%B0%D0%B2%20%22x%22"},
        {"https://e.org/a%20b%zz%", "https://e.org/a%20b%25zz%25"},
        {"javascript:alert(1)", std::nullopt},
        {" javascript:alert(1)", std::nullopt},
        {"java\nscript:alert(1)", std::nullopt},
        {"data:text/html,<b>", std::nullopt},
        {"//evil.example", std::nullopt},
        {"/\\evil.example", std::nullopt},
        {"/\t/evil.example", std::nullopt},
        {"https://user@evil.example", std::nullopt},
        {"https://", std::nullopt},
        {"members", std::nullopt},
        {"", std::nullopt},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.address);
        const auto url = Url::read(row.address);
        ASSERT_EQ(url.has_value(), row.read.has_value());
        if (url) EXPECT_EQ(url->text(), *row.read);
    }
}

TEST(Url, EncodesItsParts) {
    EXPECT_EQ(Url::path({"en", "members", "AM"}).text(), "/en/members/AM");
    EXPECT_EQ(Url::path({}).text(), "/");
    EXPECT_EQ(Url::path({"", "evil.example"}).text(), "/evil.example");
    EXPECT_EQ(Url::path({"en", "a/b?c#d"}).text(), "/en/a%2Fb%3Fc%23d");
    EXPECT_EQ(Url("/en/").with("on", "2023-11-23").with("take", "rule-14=a&b").text(),
              "/en/?on=2023-11-23&take=rule-14%3Da%26b");
    EXPECT_EQ(Url("/en/#x").with("a", "1").at("y z").text(), "/en/?a=1#y%20z");
    EXPECT_EQ(text_of(link(Url("/en/").with("a", "1").with("b", "2"), "x")),
              "<a href=\"/en/?a=1&amp;b=2\">x</a>");
}

TEST(DataBlock, HoldsNoTextThatCouldEndIt) {
    struct Row {
        const char* what;
        const char* json;
        const char* html;
    };
    const Row rows[] = {
        {"plain", R"x({"name":"Minsk"})x", R"x({"name":"Minsk"})x"},
        {"the end of the element", R"x("</script><script>alert(1)")x",
         R"x("\u003c/script\u003e\u003cscript\u003ealert(1)")x"},
        {"a comment", R"x("<!--<script>")x", R"x("\u003c!--\u003cscript\u003e")x"},
        {"an entity", R"x("a&amp;b")x", R"x("a\u0026amp;b")x"},
        {"line ends of JavaScript", "\"a\u2028b\u2029c\"", R"x("a\u2028b\u2029c")x"},
        {"Russian", R"x("«Минск»")x", R"x("«Минск»")x"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(data_block(row.json).text(),
                  std::string(R"(<script type="application/ld+json">)") + row.html + "</script>");
    }
}

}  // namespace
}  // namespace pages::html
