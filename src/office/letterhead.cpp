#include "office/letterhead.hpp"

#include <algorithm>

#include "words/chrome.hpp"

namespace office {

std::string_view Letterhead::address_of(base::SourceId source) const {
    const auto found = std::ranges::find(sources, source, &rulebook::Source::id);
    return found == sources.end() ? std::string_view() : std::string_view(found->url);
}

std::string disclaimer(const words::Names& names) {
    const std::string name = names.short_organisation();
    const bool english = names.language() == words::Language::en;
    return words::chrome::disclaimer(names.language(), english ? "the " + name : name);
}

}  // namespace office
