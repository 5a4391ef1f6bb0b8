// What became of a paper, as what it stands, and whom it binds.
//
// A paper is judged by the law of the day of its adoption; `on` decides only what happened to it
// since: who joined, who took which position. "Absent" is attendance and no position; a member that
// was present and of which no objection is on record counts among those who agreed. Who is not entitled
// to take part has no vote, and is neither present nor absent for a formula. An announced adoption lacks
// its quorum only if it would lack it were all present of whom no absence is on record. Consent by
// signature or joining holds until it is denounced. Where no source tells in which format a paper was
// decided, the answer is drawn for each that the rules allow: where they come to the same, it is one answer.
#pragma once

#include <optional>
#include <string>

#include "law/deciding.hpp"
#include "law/finding.hpp"
#include "law/inquiry.hpp"
#include "law/session.hpp"

namespace law {

/// The latest position of a member on a paper by a day: its own, or one on all papers of the session.
struct Position {
    std::optional<acts::Stance> stance;  // empty: none on record
    bool on_all_papers = false;          // taken on the session's papers together
    std::optional<base::Date> on;
    std::optional<base::Date> effect;  // the day it was taken, unless it states another
    Reason reason;
};
Position latest_position(Inquiry& inquiry, base::MemberId member, base::PaperId paper,
                         base::SessionId session, base::Day day);

struct PaperStanding {
    /// `approved` by signature, `signed_with_others` as a memorandum is, and `withdrawn` are told where no
    /// body adopted the paper; what an approval or a memorandum binds to, no rule says.
    enum class Is { not_on_record, not_yet, adopted, not_adopted, approved, signed_with_others, withdrawn };
    Is is = Is::not_on_record;
    std::optional<base::Date> on;
    base::BodyId body;
    base::SessionId session;
    base::RuleId way;       // the way of deciding that was applied; empty when none applies, or which is open
    std::string stands_as;  // "decision-of-the-organisation", or what the rulebook calls it else
    bool rule_missing = false;
    bool late_objection_not_read = false;  // what an objection after the adoption does
    Decision decided;
};

/// What became of the paper by `day`. It stays for as long as anything is concluded on the view.
const Finding<PaperStanding>& standing_of(Inquiry& inquiry, base::PaperId paper, base::Day day);

/// What the law looks at in an adopted paper, written out: two papers of which it is the same bind the same
/// members in the same way, and only their names differ. Empty for a paper that has something of its own:
/// positions taken on it alone, several accounts, or no adoption on record.
std::string sameness(const Inquiry& inquiry, base::PaperId paper);

struct Bound {
    enum class Is { not_on_record, bound, not_bound };
    Is is = Is::not_on_record;
    std::optional<base::Date> since;
    std::string stands_as;
    bool may_join = false;
    std::string settled_by = "the-text-of-the-rule";  // of what is not on record
};

/// Is the member bound by the paper on `day`?
Finding<Bound> bound(Inquiry& inquiry, base::MemberId member, base::PaperId paper, base::Day day);

/// One member that is bound, and the acts that bind it.
struct BoundBy {
    base::MemberId member;
    record::EntryNumber consent = record::never;    // its own joining
    record::EntryNumber admission = record::never;  // by which it is a member
};

/// Those bound by the paper on the view's day where each member binds itself: where the rule puts the
/// paper to the members, binds nobody by deciding (`binds: nobody`), and everything that bears on it was
/// told plainly. Answered from the record's packed tables alone; `bound`, member by member, says the
/// same. False when the rule or the record is not so plain and only `bound` can tell.
/// `into` is cleared first; its order is that of the table, the same for one record in one process.
bool bound_by_own_consent(const record::View& view, base::PaperId paper, std::vector<BoundBy>& into);

/// Why it is bound: the two acts, and the weaker of what they rest on.
struct Grounds {
    base::ActId consent;
    base::ActId admission;
    base::Support support = base::Support::unverified;
};
Grounds grounds_of(const record::View& view, const BoundBy& bound);

/// The same as a reason: `bound-by-joining`, as `bound` gives it.
Reason reason_of(const record::View& view, base::PaperId paper, const BoundBy& bound);

}  // namespace law
