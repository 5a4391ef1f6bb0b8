#include "office/sitemap.hpp"

#include "office/xml.hpp"

namespace office {

std::string sitemap(const std::vector<PageAddresses>& pages) {
    Xml xml;
    xml.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"},
                        {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}});
    for (const PageAddresses& page : pages) {
        for (const auto& [language, address] : page) {
            xml.open("url");
            xml.element("loc", address);
            for (const auto& [other, at] : page)
                xml.empty("xhtml:link",
                          {{"rel", "alternate"}, {"hreflang", words::code(other)}, {"href", at}});
            xml.close("url");
        }
    }
    xml.close("urlset");
    return std::move(xml).take();
}

}  // namespace office
