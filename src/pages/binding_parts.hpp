// Whom papers bind, paper by member: in a cell of a table, and drawn where members are not bound alike; and
// who is a party to which instrument.
//
// Pure functions of answers to `bound-by`, `parties` and `in-force`. The members are those of the day asked
// about.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pages/answer_parts.hpp"
#include "pages/matrix_drawings.hpp"
#include "questions/question.hpp"

namespace pages {

/// Answers of `bound-by` by paper.
using BoundBy = std::map<std::string, questions::Answer, std::less<>>;

/// "all members"; or those it does not bind as the others, with their marks. Nothing where the paper was not
/// asked about.
Fragment binds_said(const Setting& setting, const BoundBy& bound_by, std::string_view paper);

/// Papers under the name of their session.
struct PapersOfSession {
    std::string heading;
    std::vector<std::string> papers;
};
/// Those papers that do not bind all members alike, drawn, and the others counted; nothing where all do.
Fragment binding_section(const Setting& setting, const BoundBy& bound_by,
                         const std::vector<PapersOfSession>& sessions);

/// One instrument: answers of `parties` and of `in-force`.
struct InstrumentTold {
    std::string id;
    questions::Answer parties;
    questions::Answer in_force;
};
/// Every instrument with its parties, drawn and as a table; nothing where none is declared.
Fragment instruments_section(const Setting& setting, const std::vector<InstrumentTold>& instruments);

}  // namespace pages
