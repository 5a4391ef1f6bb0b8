// The page of one body: what it is and since when, its chair and posts, who has sat in it, its sessions and
// papers, and what is not on record of it.
#pragma once

#include <optional>

#include "pages/answer_parts.hpp"

namespace pages {

struct BodyPage {
    const questions::Answer& body;                // to `body`
    std::optional<questions::Answer> chair = {};  // to `chair`, where the body has one by a rule
    const questions::Answer& gaps;                // to `gaps`: those of this body are shown
};
Fragment body_page(const Setting& setting, const BodyPage& page);

}  // namespace pages
