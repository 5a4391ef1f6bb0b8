// Any bytes as the cookie that keeps a look, and as the page to go back to: a look is read as one that is
// written again the same, its classes can stand in an attribute, and the way back stays on this site.

#include "site/display.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_plain(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-. ") == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const http::Request request{.path = "/display",
                                .query = {{"back", bytes}, {"text", bytes}},
                                .headers = {{"Cookie", "a=b; look=" + bytes + "; c=d"}}};
    const pages::Look look = site::look_of(request);
    require(pages::Look::read(look.text()) == look);
    require(is_plain(look.classes()) && is_plain(look.text()));
    require(look.usual() == look.classes().empty());

    const http::Response response = site::keep_look(request, words::Language::en);
    require(response.status == 303 && !http::head_of(response).empty());
    for (const http::Field& field : response.headers) {
        if (field.name != "Location") continue;
        const bool ours = field.value == "/en" || field.value == "/ru" || field.value.starts_with("/en/") ||
                          field.value.starts_with("/ru/") || field.value.starts_with("/en?") ||
                          field.value.starts_with("/ru?");
        require(ours);
        // Whoever follows it and comes back is led to the same place.
        require(site::back_to(field.value, words::Language::en) == field.value);
    }
    return 0;
}
