// XML as text: elements whose attributes and text are escaped, for feeds and the map of the site.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace office {

/// `text` with & < > " ' as entities. What XML 1.0 cannot hold (control characters but tab and line ends,
/// U+FFFE, U+FFFF, bytes that are not UTF-8) becomes U+FFFD.
std::string xml_text(std::string_view text);

using XmlAttributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Writes elements one after another, each on a line of its own.
class Xml {
public:
    Xml() : out_("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {}
    /// `<name a="b">`, to be closed by `close`.
    void open(std::string_view name, XmlAttributes attributes = {});
    void close(std::string_view name);
    /// `<name a="b">text</name>`.
    void element(std::string_view name, std::string_view text, XmlAttributes attributes = {});
    /// `<name a="b"/>`.
    void empty(std::string_view name, XmlAttributes attributes);

    std::string take() && { return std::move(out_); }

private:
    void start(std::string_view name, XmlAttributes attributes);
    std::string out_;
};

}  // namespace office
