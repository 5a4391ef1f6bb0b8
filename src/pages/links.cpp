#include "pages/links.hpp"

#include <vector>

namespace pages {
namespace {

html::Url address(words::Language language, const std::vector<std::string_view>& parts) {
    const std::string_view code = words::code(language);
    switch (parts.size()) {
        case 0:
            return html::Url::path({code});
        case 1:
            return html::Url::path({code, parts[0]});
        case 2:
            return html::Url::path({code, parts[0], parts[1]});
        default:
            return html::Url::path({code, parts[0], parts[1], parts[2]});
    }
}

html::Url carrying(html::Url url, const Links::Carry& carry) {
    if (carry.on) url = url.with("on", carry.on->text());
    if (carry.known) url = url.with("known", carry.known->text());
    for (const auto& [dispute, side] : carry.taken) {
        url = url.with("take", std::string(dispute.text()) + "=" + std::string(side.text()));
    }
    return url;
}

}  // namespace

html::Url Links::to(std::initializer_list<std::string_view> parts) const {
    return carrying(address(language_, parts), carry_);
}

html::Url Links::on(std::initializer_list<std::string_view> parts, base::Day day) const {
    Carry other = carry_;
    other.on = day;
    return carrying(address(language_, parts), other);
}

}  // namespace pages
