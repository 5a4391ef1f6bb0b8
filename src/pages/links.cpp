#include "pages/links.hpp"

#include <utility>
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

html::Url with(const Links::Carry& carry, html::Url url) {
    if (carry.on) url = url.with("on", carry.on->text());
    if (carry.known) url = url.with("known", carry.known->text());
    for (const auto& [dispute, side] : carry.taken) {
        url = url.with("take", std::string(dispute.text()) + "=" + std::string(side.text()));
    }
    return url;
}

}  // namespace

html::Url Links::to(std::initializer_list<std::string_view> parts) const {
    return with(carry_, address(language_, parts));
}

html::Url Links::carrying(html::Url own) const { return with(carry_, std::move(own)); }

html::Url Links::on(std::initializer_list<std::string_view> parts, base::Day day) const {
    Carry other = carry_;
    other.on = day;
    return with(other, address(language_, parts));
}

}  // namespace pages
