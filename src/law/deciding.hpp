// How a body decides: a formula of the rulebook over a ballot, with every count it rests on.
//
// Pure arithmetic on sets of members, exact in whole numbers: whoever knows who was present and how
// each stood makes a Ballot, and this file says what the rule makes of it. Knows neither the record
// nor disputes: the caller picks the reading of the side it stands on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/value.hpp"
#include "rulebook/rulebook.hpp"

namespace law {

using Members = std::set<base::MemberId>;

/// What a rule is applied to: the sets of members that its formula may name, the facts that were
/// established, and the day whose measures count. A set that is not there is empty; the classes of
/// the rulebook need not be given.
struct Ballot {
    base::Day on = base::Day::last();
    std::map<rulebook::SetId, Members> sets;
    std::set<rulebook::FactId> facts;
};

/// Where one member stands when a body decides.
enum class Vote { in_favour, against, abstain, object, silent, accepted, present, absent };
/// "for", "against", ...: also the name of the set of those who stand so.
std::string_view name_of(Vote vote);
std::optional<Vote> read_vote(std::string_view name);

/// Votes from which a ballot is made. `present` is who is there and takes no stand; `silent`, who has
/// not answered a text under silence.
struct Poll {
    Members members;
    Members suspended;                     // participation suspended: members, but not entitled
    Members excluded;                      // not entitled in this matter: a party to the dispute
    std::optional<Members> participating;  // empty: all who are entitled
    std::map<base::MemberId, Vote> votes;
    Vote others = Vote::absent;  // of the members not named in `votes`
};

/// The ballot of a poll: the votes of those entitled, and the sets that follow from them. `present` are
/// all entitled who are not absent, `voting` those for and against. Votes of others do not count.
Ballot ballot_of(const Poll& poll, base::Day on);

/// What a formula came to, and what each of its parts did.
struct Tally {
    enum class Kind { share, number, empty, fact, all, any, negation, use };
    Kind kind{};
    bool holds = false;

    // -- of atoms: the numbers -------------------------------------------------------------------
    rulebook::SetExpression of_set;    // as the rule names it
    rulebook::SetExpression over_set;  // of a share
    rulebook::MeasureId by;            // empty: heads
    rulebook::Comparison comparison{};
    std::optional<base::Ratio> ratio;  // of a share
    Members of;
    Members over;              // of a share
    std::int64_t counted = 0;  // what `of` weighs (of a share: the part of it within `over`)
    std::int64_t base = 0;     // what `over` weighs
    std::int64_t needed = 0;   // the least that would do; for at_most and less_than the most
    /// How much could change before the atom turns: negative when it fails, by how much. Not
    /// meaningful where `empty_base`.
    std::int64_t slack = 0;
    bool empty_base = false;  // a share of nothing, which is false whatever it asks for

    rulebook::FactId fact;     // of Kind::fact
    base::RuleId rule;         // of Kind::use
    std::vector<Tally> parts;  // of connectives, in the order of the rule; of `use`, the rule's formula
};

/// The truth of `formula`. Every part is counted, also where the outcome no longer depends on it.
///
/// `on` of the ballot chooses the tables of measures and the version of a rule that is used; before
/// the first table, and for a member that a table does not list, a measure is nothing.
Tally evaluate(const rulebook::Rulebook& book, const rulebook::Formula& formula, const Ballot& ballot);

/// The members of a set as the ballot and the classes of the rulebook have it.
Members members_of(const rulebook::Rulebook& book, const rulebook::SetExpression& set, const Ballot& ballot);

/// not_read: the text that would tell has not been read.
enum class Outcome { not_read, not_open, no_quorum, adopted, not_adopted };
std::string_view name_of(Outcome outcome);

/// What a way of deciding makes of a ballot.
struct Decision {
    Outcome outcome = Outcome::not_read;
    Members binds;
    Members may_join;  // may still join the paper later
    base::RuleId is;   // not adopted by this reading: what the rule calls such a paper; may be empty
    std::optional<Tally> opens_if;
    std::optional<Tally> quorum;
    std::optional<Tally> vote;  // of adopted_if, or of adopted_unless
    bool reverse = false;       // adopted unless the vote holds
};

/// A tie does not carry unless the rule says so; nothing is rounded. Where the way does not open, or
/// lacks its quorum, nobody votes and nobody is bound.
Decision decide(const rulebook::Rulebook& book, const rulebook::Deciding& rule,
                const rulebook::Reading& reading, const Ballot& ballot);

/// The reading of a side; the rule's own where it is not disputed. Null for a side it does not have.
const rulebook::Reading* reading_of(const rulebook::Deciding& rule, base::SideId side);

/// Does a body have its quorum? Empty where the text has not been read, or has no such side.
std::optional<Tally> evaluate_quorum(const rulebook::Rulebook& book, const rulebook::Quorum& rule,
                                     base::SideId side, const Ballot& ballot);

/// {"holds", "kind", "of", "over", "by", "counted", "base", "needed", "slack", "members", "parts" ...}
base::Value to_value(const Tally& tally);
/// "for", or {"minus": ["members", "for"]}.
base::Value to_value(const rulebook::SetExpression& set);

}  // namespace law
