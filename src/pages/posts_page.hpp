// The posts of the organisation with their holders of the day, and one post with everything on record about
// it.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"

namespace pages {

/// `holders`: one answer to `holder` for each post, in any order.
Fragment posts_page(const Setting& setting, const std::vector<questions::Answer>& holders);

struct PostPage {
    const questions::Answer& holder;    // of the post, on the day asked about
    const questions::Answer& timeline;  // about the post
};
Fragment post_page(const Setting& setting, const PostPage& page);

}  // namespace pages
