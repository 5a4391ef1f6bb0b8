// Who holds a post: one conclusion, for the question about one post and for the lists of posts.
#pragma once

#include "law/inquiry.hpp"
#include "rulebook/rulebook.hpp"

namespace questions {

/// Who holds the post on the view's day: {"post","person","member","acting","since","until"}, of which only
/// "post" where the holder is not on record.
law::Conclusion holder_on(const record::View& view, const rulebook::Post& post);

/// The same as a row of a list: {"post","body"?,"standing","on_record","person","member","rests_on","near"?}.
base::Object post_row(const record::View& view, const rulebook::Post& post);

}  // namespace questions
