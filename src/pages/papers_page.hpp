// A paper: what became of it, as what it stands and whom it binds, by interpretation; the list of papers; and
// an instrument with its parties.
//
// Pure functions of answers: for a paper `outcome`, `in-force` and, for each member of the day of its
// adoption, `bound`, and where there is more to show `document` and `draft`; for an instrument `parties` and
// `in-force`; for the list the sessions, and `bound-by`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "pages/answer_parts.hpp"
#include "pages/binding_parts.hpp"
#include "pages/components.hpp"
#include "questions/question.hpp"

namespace pages {

struct PaperPage {
    const questions::Answer& outcome;
    std::optional<questions::Answer> in_force;
    std::vector<questions::Answer> bound;  // of each member of that day, in any order
    Setting setting;
    std::optional<questions::Answer> document = {};  // its relations to other texts
    std::optional<questions::Answer> draft = {};     // its way, where a step before the last is on record
    Fragment proof = {};
};
Fragment paper_page(const PaperPage& page);

struct PapersPage {
    /// Answers of `session`, of every session, in any order; those without papers are passed over.
    std::vector<questions::Answer> sessions;
    /// Papers of no session on record.
    std::vector<base::PaperId> others = {};
    /// Answers of `bound-by` for the papers of the sessions; a paper without one has nothing said of it.
    BoundBy bound_by = {};
    std::vector<InstrumentTold> instruments = {};
    Setting setting;
};
Fragment papers_page(const PapersPage& page);

struct InstrumentPage {
    const questions::Answer& parties;
    const questions::Answer& in_force;
    Setting setting;
    Fragment proof = {};
};
Fragment instrument_page(const InstrumentPage& page);

}  // namespace pages
