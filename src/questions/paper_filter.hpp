// Which papers a reader asks for: by kind, body, session, year, what became of them, the state they concern,
// and words of the title. Every condition that is given has to hold.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "questions/rows.hpp"

namespace questions {

/// Does the title, in any of its languages, have every one of `words`? Large and small letters are alike, as
/// are Е and Ё. A word is found by its beginning, its last two letters left to grammar where four remain:
/// "budgets" finds "budget", «бюджета» finds «бюджет». No words are in every title.
bool title_has(const base::Text& title, std::string_view words);

/// Papers that concern a state by the view's day: an act names both (it answered the draft, took a
/// position, was handed the paper), or the paper is of a session from which it was absent.
/// `papers`: every paper told of by then.
std::unordered_set<base::PaperId> papers_concerning(const record::View& view, base::MemberId state,
                                                    std::span<const PaperTold> papers);

/// The conditions of a question `documents`.
class PaperFilter {
public:
    PaperFilter(const record::View& view, const Answer& asked, std::span<const PaperTold> papers);
    bool takes(const PaperTold& told) const;

private:
    std::string session_, body_, kind_, outcome_, words_;
    std::optional<int> year_;
    std::optional<std::unordered_set<base::PaperId>> concerning_;
};

}  // namespace questions
