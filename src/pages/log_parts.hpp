// Parts of pages that speak of the log: the line that says how far a page is proved, the files of an act,
// bytes as they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"
#include "seals/envelope.hpp"
#include "words/log_said.hpp"

namespace pages {

/// "Entry 214, unchanged as of …, confirmed by 2 independent copies. How to check", the last words leading to
/// the entry.
Fragment proof_line(const Setting& setting, const words::Proved& proved);
/// The same of a site without a log; leads to how an answer can be worked out again.
Fragment no_log_line(const Setting& setting);
/// The line as the last paragraph of a page that has no better place for it.
Fragment proof_paragraph(const Fragment& line);

/// A file of an act, and where it is served; a file that is not public has no address.
struct FileTold {
    seals::FileNote note;
    std::optional<Url> at = {};
};
/// A table of them; nothing for none.
Fragment files_table(const Setting& setting, const std::vector<FileTold>& files);

/// "Entry 214" as a link to its page.
Fragment entry_link(const Setting& setting, std::uint64_t entry);
/// A text as it is, byte for byte, in lines that may break anywhere, behind `summary`.
Fragment exact(std::string_view summary, std::string_view text, Fold fold = Fold::closed);

}  // namespace pages
