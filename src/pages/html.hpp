// HTML and inline SVG as typed values: what is not markup by construction is escaped.
//
//   Fragment greeting(std::string_view name) {
//       return el<"p">(attr<"class">("lead"), "Good day, ", el<"b">(name), ".");
//   }
//
// A string becomes part of a page only as escaped text. Markup comes from el<>() or from a literal in
// the source (`Markup`). Addresses come from `Url` alone, because escaping does not stop `javascript:`.
// Scripts, style attributes and event handlers have no way in: they do not compile. Data for machines
// (`data_block`) stands in a script element of a type that nothing executes; a script of our own is a file
// of this site, named by its address (`script_file`).
//
// An element keeps its children by value: strings and fragments are moved or copied into it, so that it
// may be returned from any function or lambda. Only a `std::string_view` or a literal is borrowed. A
// `Fragment` is rendered text; it is what functions return, structs keep and lists collect. Names of
// elements are folded at compile time, so a page of 200 rows costs some tens of microseconds.
//
// Bytes that are not UTF-8 pass through as they are: `form` refuses them at the door.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace pages::html {

// -- addresses -----------------------------------------------------------------------------------

/// An address written in the source: a local one ("/…", "?…", "#…") or "https://…". Anything else,
/// and any character that would have to be percent-encoded, does not compile.
struct FixedUrl {
    consteval FixedUrl(const char* literal) : text(literal) {
        const bool local = text.starts_with('#') || text.starts_with('?') ||
                           (text.starts_with('/') && !text.starts_with("//"));
        if (!local && !text.starts_with("https://")) throw "neither a local address nor https";
        for (const char c : text) {
            if (c <= ' ' || c > '~' || std::string_view("\"'<>\\^`{|}").contains(c))
                throw "percent-encode this character";
        }
    }
    std::string_view text;
};

/// An address that may stand in `href`, `src` or `action`: local, or on the web. Percent-encoded.
class Url {
public:
    Url(FixedUrl fixed) : text_(fixed.text) {}
    /// `/a/b/c`, each part encoded, so that a part cannot add a part. No parts: `/`.
    static Url path(std::initializer_list<std::string_view> parts);
    /// `#id`: a place on the same page.
    static Url place(std::string_view id);
    /// An address from outside the program: a source's, or the one a browser asked for. Local ("/…",
    /// "?…", "#…"), https or http (a source is cited where it stood); empty for every other scheme, for
    /// "//host", for one that names a user, and for one with control characters.
    static std::optional<Url> read(std::string_view address);

    /// The same address with `name=value` added to its query; a place (`#…`) stays last.
    Url with(std::string_view name, std::string_view value) const;
    /// The same address at `#id`; replaces the place it had.
    Url at(std::string_view id) const;

    const std::string& text() const { return text_; }
    friend bool operator==(const Url&, const Url&) = default;

private:
    Url() = default;
    static Url encoded(std::string text);
    std::string text_;
};

// -- output --------------------------------------------------------------------------------------

/// Output whose appends inline to one bounds check and one copy. Short output needs no allocation.
class Out {
public:
    /// With room for about so many bytes: a long text is then written where it stays.
    explicit Out(std::size_t expected = 0) : data_(short_), end_(short_), limit_(short_ + sizeof short_) {
        if (expected > sizeof short_) grow(expected);
    }
    Out(const Out&) = delete;
    Out& operator=(const Out&) = delete;

    /// At least `n` free bytes; the caller writes there and says where it stopped, by `stop_at`.
    char* room(std::size_t n) {
        if (static_cast<std::size_t>(limit_ - end_) < n) [[unlikely]]
            grow(n);
        return end_;
    }
    void stop_at(char* end) { end_ = end; }

    void append(std::string_view s) {
        if (s.empty()) return;
        char* p = room(s.size());
        std::memcpy(p, s.data(), s.size());
        end_ = p + s.size();
    }
    std::string_view view() const { return {data_, static_cast<std::size_t>(end_ - data_)}; }

private:
    [[gnu::noinline]] void grow(std::size_t n) {
        const auto used = static_cast<std::size_t>(end_ - data_);
        const std::size_t capacity = std::max(2 * static_cast<std::size_t>(limit_ - data_), used + n + n / 8);
        std::unique_ptr<char[]> bigger(new char[capacity]);
        std::memcpy(bigger.get(), data_, used);
        long_ = std::move(bigger);
        data_ = long_.get();
        end_ = data_ + used;
        limit_ = data_ + capacity;
    }
    char short_[1024];  // not cleared: only what was written is read
    std::unique_ptr<char[]> long_;
    char* data_;
    char* end_;
    char* limit_;
};

/// `text` with & < > " ' as entities: safe between tags and inside a quoted attribute.
void escape(Out& out, std::string_view text);

// -- nodes ---------------------------------------------------------------------------------------

/// A string literal as a template argument: the name of an element or attribute.
template <std::size_t N> struct Literal {
    char text[N]{};
    consteval Literal(const char (&s)[N]) { std::copy_n(s, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// Markup known to be safe, because only a literal in the source can become it.
struct Markup {
    consteval Markup(const char* literal) : text(literal) {}
    std::string_view text;
};

/// About how many bytes a node will take: those of the fragments in it, and some for the tags around them.
template <class Node> std::size_t length_of(const Node& node);

/// Rendered HTML that owns its bytes. Made from a node, or from text, which is escaped; nothing else
/// can make one. Empty by default.
class Fragment {
public:
    Fragment() = default;
    template <class Node>
        requires(!std::same_as<std::remove_cvref_t<Node>, Fragment> &&
                 !std::same_as<std::remove_cvref_t<Node>, bool>)
    Fragment(const Node& node) {  // NOLINT(google-explicit-constructor): text and elements are HTML already
        Out out(length_of(node));
        render(out, node);
        text_ = out.view();
    }

    Fragment& operator+=(const Fragment& more) {
        text_ += more.text_;
        return *this;
    }
    /// Adds a node (or text, escaped) at the end.
    template <class Node> Fragment& operator+=(const Node& node) {
        Out out;
        render(out, node);
        text_ += out.view();
        return *this;
    }

    bool empty() const { return text_.empty(); }
    const std::string& text() const { return text_; }
    friend bool operator==(const Fragment&, const Fragment&) = default;

private:
    template <class R, class F> friend Fragment each(const R& range, F make);
    friend Fragment data_block(std::string_view json);
    friend Fragment script_file(const Url& at);
    std::string text_;
};

template <Literal Name, class V> struct Attribute {
    V value;
};
template <Literal Name, class... C> struct Element {
    std::tuple<C...> children;
};
template <class... C> struct Group {
    std::tuple<C...> children;
};

namespace detail {

template <Literal Name> consteval bool one_of(std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, Name.view()) != names.end();
}
template <Literal Name> consteval bool well_formed() {
    return !Name.view().empty() && std::ranges::all_of(Name.view(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == ':';
    });
}
/// Elements that carry code, or change what addresses mean.
template <Literal Name> consteval bool forbidden_element() {
    return one_of<Name>({"script", "style", "iframe", "object", "embed", "base", "foreignObject"});
}
template <Literal Name> consteval bool forbidden_attribute() {
    return Name.view().starts_with("on") || one_of<Name>({"style", "srcdoc", "http-equiv", "srcset", "ping"});
}
template <Literal Name> consteval bool address_attribute() {
    return one_of<Name>({"href", "src", "action", "formaction", "cite", "poster", "data", "xlink:href"});
}
template <class V>
inline constexpr bool is_address = std::same_as<V, Url> || std::same_as<V, std::optional<Url>>;

template <Literal Name> consteval bool is_void() {
    return one_of<Name>({"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"});
}
/// Elements of SVG that are usually empty, and then closed by "/>" as XML is.
template <Literal Name> consteval bool is_svg_leaf() {
    return one_of<Name>({"path", "rect", "line", "circle", "ellipse", "polygon", "polyline", "use"});
}

template <class T> inline constexpr bool is_attribute = false;
template <Literal Name, class V> inline constexpr bool is_attribute<Attribute<Name, V>> = true;

}  // namespace detail

/// An attribute. A value that is false or an empty optional leaves it out; true writes the bare name.
/// Attributes that hold addresses take a `Url`; those that hold code do not exist.
template <Literal Name, class V>
    requires(detail::well_formed<Name>() && !detail::forbidden_attribute<Name>() &&
             (!detail::address_attribute<Name>() || detail::is_address<std::decay_t<V>>))
constexpr auto attr(V&& value) {
    return Attribute<Name, std::decay_t<V>>{std::forward<V>(value)};
}

/// An element of its attributes and children, in any order. Children are text (escaped), integers,
/// elements, fragments, groups, or optionals of these.
template <Literal Name, class... C>
    requires(detail::well_formed<Name>() && !detail::forbidden_element<Name>())
constexpr auto el(C&&... children) {
    return Element<Name, std::decay_t<C>...>{{std::forward<C>(children)...}};
}

/// Several nodes one after another, without an element around them.
template <class... C> constexpr auto group(C&&... children) {
    return Group<std::decay_t<C>...>{{std::forward<C>(children)...}};
}

/// A node for every item, rendered in order.
template <class R, class F> Fragment each(const R& range, F make);

/// The node, or nothing.
template <class N> constexpr std::optional<std::decay_t<N>> when(bool wanted, N&& node) {
    if (!wanted) return std::nullopt;
    return std::forward<N>(node);
}

/// A value for `class`: the names that are not empty, a space between; no attribute when none is left.
std::optional<std::string> classes(std::initializer_list<std::string_view> names);

/// Data for machines: a script element that nothing executes, with `json` in it as JSON-LD. The signs that
/// could end the element or begin another are written as JSON escapes; they stand within strings alone.
Fragment data_block(std::string_view json);

/// A script that this site serves as a file of its own, run once the page is read. Empty for an address that
/// is not this site's.
Fragment script_file(const Url& at);

/// A link: text or inline elements that lead somewhere.
Fragment link(const Url& to, const Fragment& content);

// -- rendering -----------------------------------------------------------------------------------

namespace detail {
template <class Node> std::size_t bytes_of(const Node&) { return 0; }
inline std::size_t bytes_of(const Fragment& fragment) { return fragment.text().size(); }
template <class Node> std::size_t bytes_of(const std::optional<Node>& node);
template <Literal Name, class... C> std::size_t bytes_of(const Element<Name, C...>& element);
template <class... C> std::size_t bytes_of(const Group<C...>& group);

template <class Node> std::size_t bytes_of(const std::optional<Node>& node) {
    return node ? bytes_of(*node) : 0;
}
template <Literal Name, class... C> std::size_t bytes_of(const Element<Name, C...>& element) {
    constexpr std::size_t tags = 64;
    return tags + std::apply([](const auto&... child) { return (std::size_t{0} + ... + bytes_of(child)); },
                             element.children);
}
template <class... C> std::size_t bytes_of(const Group<C...>& group) {
    return std::apply([](const auto&... child) { return (std::size_t{0} + ... + bytes_of(child)); },
                      group.children);
}
}  // namespace detail
template <class Node> std::size_t length_of(const Node& node) { return detail::bytes_of(node); }

namespace detail {
template <Literal Before, Literal Name, Literal After>
inline constexpr auto joined = [] {
    std::array<char, sizeof Before.text + sizeof Name.text + sizeof After.text - 3> a{};
    char* p = std::copy_n(Before.text, sizeof Before.text - 1, a.data());
    p = std::copy_n(Name.text, sizeof Name.text - 1, p);
    std::copy_n(After.text, sizeof After.text - 1, p);
    return a;
}();
template <Literal Before, Literal Name, Literal After> void put(Out& out) {  // one copy of constant size
    constexpr auto& a = joined<Before, Name, After>;
    char* p = out.room(a.size());
    std::memcpy(p, a.data(), a.size());
    out.stop_at(p + a.size());
}
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
}  // namespace detail

inline void render(Out& out, std::string_view text) { escape(out, text); }
inline void render(Out& out, const std::string& text) { escape(out, text); }
inline void render(Out& out, const char* text) { escape(out, text); }
inline void render(Out& out, Markup markup) { out.append(markup.text); }
inline void render(Out& out, const Url& url) { escape(out, url.text()); }
inline void render(Out& out, const Fragment& fragment) { out.append(fragment.text()); }
template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
void render(Out& out, T number) {
    char* p = out.room(24);
    out.stop_at(std::to_chars(p, p + 24, number).ptr);
}

template <Literal Name, class V> void render(Out& out, const Attribute<Name, V>& attribute);
template <Literal Name, class... C> void render(Out& out, const Element<Name, C...>& element);
template <class... C> void render(Out& out, const Group<C...>& group);
template <class T> void render(Out& out, const std::optional<T>& node);

template <Literal Name, class V> void render(Out& out, const Attribute<Name, V>& attribute) {
    if constexpr (std::same_as<V, bool>) {
        if (attribute.value) detail::put<" ", Name, "">(out);
    } else if constexpr (detail::is_optional<V>) {
        if (attribute.value) {
            render(out, Attribute<Name, std::decay_t<decltype(*attribute.value)>>{*attribute.value});
        }
    } else {
        detail::put<" ", Name, "=\"">(out);
        render(out, attribute.value);
        out.append("\"");
    }
}

template <Literal Name, class... C> void render(Out& out, const Element<Name, C...>& element) {
    constexpr bool attributes = (detail::is_attribute<C> || ...);
    constexpr bool content = (!detail::is_attribute<C> || ...);
    const auto put_attributes = [&](const auto& child) {
        if constexpr (detail::is_attribute<std::decay_t<decltype(child)>>) render(out, child);
    };
    const auto put_content = [&](const auto& child) {
        if constexpr (!detail::is_attribute<std::decay_t<decltype(child)>>) render(out, child);
    };
    if constexpr (attributes) {
        detail::put<"<", Name, "">(out);
        std::apply([&](const auto&... child) { (put_attributes(child), ...); }, element.children);
    } else {
        detail::put<"<", Name, "">(out);
    }
    if constexpr (detail::is_void<Name>()) {
        static_assert(!content, "this element has no content");
        out.append(">");
    } else if constexpr (detail::is_svg_leaf<Name>() && !content) {
        out.append("/>");
    } else {
        out.append(">");
        std::apply([&](const auto&... child) { (put_content(child), ...); }, element.children);
        detail::put<"</", Name, ">">(out);
    }
}

template <class... C> void render(Out& out, const Group<C...>& group) {
    std::apply([&](const auto&... child) { (render(out, child), ...); }, group.children);
}
template <class T> void render(Out& out, const std::optional<T>& node) {
    if (node) render(out, *node);
}

template <class R, class F> Fragment each(const R& range, F make) {
    Fragment all;
    Out out;
    for (const auto& item : range) render(out, make(item));
    all.text_ = out.view();
    return all;
}

}  // namespace pages::html
