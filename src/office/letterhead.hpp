// What every paper that leaves the office is written with: names in its language, addresses, sources.
//
// A paper stands by itself, so that its addresses are whole: "https://example.org/en/members". Where pages
// are is for the site to say; the office knows no address by itself, and no clock.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "rulebook/source.hpp"
#include "words/names.hpp"

namespace office {

struct Letterhead {
    const words::Names& names;
    std::span<const rulebook::Source> sources;
    /// The whole address of a page on whatever has this id: a state, a session, an act; empty where there is
    /// none.
    std::function<std::string(std::string_view id)> page;

    words::Language language() const { return names.language(); }
    const record::View& view() const { return names.view(); }
    /// The web address of a source; empty where it has none.
    std::string_view address_of(base::SourceId source) const;
};

/// "Not a site of the CSTO or of any state …", as every page says it.
std::string disclaimer(const words::Names& names);

}  // namespace office
