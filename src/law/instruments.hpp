// When an instrument is in force, and for whom.
//
// Ratifying, signing, being a party and being bound are different things: a party is a state for
// which the instrument is in force. Sources: the instrument's own final clauses as the rulebook holds
// them; VCLT arts. 11 to 16 (consent), 24 (entry into force), 54 and 56 (withdrawal), 70.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

struct InForce {
    enum class Is { not_on_record, not_yet, in_force };
    Is is = Is::not_on_record;
    /// The day it entered or will have entered into force, where that is on record or follows.
    std::optional<base::Date> since;
};

/// Was the instrument in force by the end of `day`? An announced entry into force decides; where
/// there is none, the condition of its own clause is counted over the deposits on record.
const Finding<InForce>& in_force(Inquiry& inquiry, const rulebook::Instrument& instrument, base::Day day);

struct Party {
    enum class Is { no, signed_only, party, ended };
    Is is = Is::no;
    std::optional<base::Date> since;
    bool yes() const { return is == Is::party; }
};

/// Was the state a party on `day`? Where no deposit is on record, the rulebook says whether a
/// signature may stand in for it; the finding then rests on inference.
const Finding<Party>& party_to(Inquiry& inquiry, const rulebook::Instrument& instrument,
                               base::MemberId member, base::Day day);

/// Whether the record allows to say that a State, no party by its papers, is not bound.
struct Denial {
    bool may = true;
    std::string settled_by;        // what would settle it, where it may not be said
    std::optional<Reason> beside;  // why it may not
};

/// One day on which a State did not sign tells nothing of the days after, unless the instrument extends
/// another whose term has run out since.
Denial may_deny(Inquiry& inquiry, const rulebook::Instrument& instrument, base::MemberId member,
                const Party& party, base::Day day);

/// The day on which a condition of entry into force was completed and its delay had run; nothing
/// while it is not. `deposits` holds one date per party, in any order.
///
/// The delay runs from the deposit that completed the condition: later deposits do not move the day.
/// Source: the instrument's final clauses (VCLT art. 24(1)).
std::optional<base::Day> completed_on(const rulebook::InForce& clause, std::vector<base::Date> deposits,
                                      std::size_t signatories);

}  // namespace law
