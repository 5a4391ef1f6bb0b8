// Who the members are on a day, and how one state stands.
//
// Membership rests on the rule of that day: the parties to an instrument, then the acts of
// membership (admission, suspension, restoration, exit) of the state itself. Participation suspended
// leaves a member a member; membership suspended does not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/finding.hpp"
#include "law/inquiry.hpp"

namespace law {

struct Membership {
    enum class Is { never, signatory, member, suspended, ended };
    Is is = Is::never;
    std::optional<base::Date> since;
    bool participation_suspended = false;
    bool member() const { return is == Is::member; }
};
std::string_view name_of(Membership::Is is);

/// The rule of membership of that day; null before there is any.
const rulebook::Membership* membership_rule(const rulebook::Rulebook& rules, base::Day day);

const Finding<Membership>& membership(Inquiry& inquiry, base::MemberId member, base::Day day);

struct MembersOfTheDay {
    std::vector<base::MemberId> ids;       // in byte order
    std::vector<base::MemberId> entitled;  // without those whose participation is suspended
    std::optional<rulebook::Membership::Of> of;
};

/// All members on a day; the reasons hold one entry per state that ever signed, joined or left.
const Finding<MembersOfTheDay>& members(Inquiry& inquiry, base::Day day);

}  // namespace law
