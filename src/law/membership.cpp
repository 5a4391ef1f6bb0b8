#include "law/membership.hpp"

#include <algorithm>

#include "law/instruments.hpp"

namespace law {
namespace {

// An act that changes a membership, or the participation of a member: what it makes of it, and since when.
struct Turn {
    Event event;
    Membership::Is to = Membership::Is::member;
    const char* code = "";
};

template <class K>
void add_turns(Inquiry& inquiry, base::MemberId member, Membership::Is to, const char* code,
               std::vector<Turn>& turns) {
    for (const Event& event : inquiry.events<K>(member)) turns.push_back({event, to, code});
}

// Did `a` come after `b`, or on the same day but became known later? Asks for their days only where
// the accounts leave room for doubt.
bool after(Inquiry& inquiry, const Turn& a, const Turn& b) {
    const auto days = [&](const Turn& turn) {
        std::pair<base::Day, base::Day> span{base::Day::last(), base::Day::first()};
        for (const std::string& told : inquiry.told(turn.event, "on")) {
            const auto date = *base::Date::read(told);
            span = {std::min(span.first, date.earliest()), std::max(span.second, date.latest())};
        }
        return span;
    };
    if (days(a).first > days(b).second) return true;
    if (days(a).second < days(b).first) return false;
    const base::Day a_on = inquiry.on(a.event).latest();
    const base::Day b_on = inquiry.on(b.event).latest();
    return a_on != b_on ? a_on > b_on : a.event.accounts.front() > b.event.accounts.front();
}

// The latest of the turns that had happened by the day.
const Turn* latest(Inquiry& inquiry, const std::vector<Turn>& turns, base::Day day) {
    const Turn* found = nullptr;
    for (const Turn& turn : turns) {
        if (inquiry.happened(turn.event, day, Inquiry::Note::later) &&
            (!found || after(inquiry, turn, *found)))
            found = &turn;
    }
    if (found) inquiry.examined(found->event, "on");
    return found;
}

const rulebook::Membership* rule_of(Inquiry& inquiry, base::Day day) {
    inquiry.law_of(day);
    return membership_rule(inquiry.rules(), day);
}

// A state that an act made a member, and that withdrew after it from the instrument of membership.
std::optional<Finding<Party>> withdrawn_since(Inquiry& inquiry, base::MemberId member, const Turn& turn,
                                              base::Day day) {
    const rulebook::Membership* rule = rule_of(inquiry, day);
    const auto* instrument = rule ? inquiry.rules().find(rule->instrument) : nullptr;
    if (turn.to != Membership::Is::member || !instrument) return std::nullopt;
    const auto notices = inquiry.events<acts::WithdrawalNotified>(instrument->instrument);
    const bool notified = std::ranges::any_of(notices, [&](const Event& notice) {
        return inquiry.content<acts::WithdrawalNotified>(notice).member == member;
    });
    if (!notified) return std::nullopt;
    const auto& party = party_to(inquiry, *instrument, member, day);
    if (party.value.is != Party::Is::ended || party.value.since->latest() <= inquiry.on(turn.event).latest())
        return std::nullopt;
    return party;
}

}  // namespace

std::string_view name_of(Membership::Is is) {
    constexpr std::string_view names[] = {"not-a-member", "signatory", "member", "membership-suspended",
                                          "no-longer-a-member"};
    return names[static_cast<int>(is)];
}

const rulebook::Membership* membership_rule(const rulebook::Rulebook& rules, base::Day day) {
    for (const rulebook::Membership& rule : rules.membership) {
        if (rules.applies(rule, day)) return &rule;
    }
    return nullptr;
}

namespace {

Finding<Membership> conclude_membership(Inquiry& inquiry, base::MemberId member, base::Day day) {
    std::vector<Turn> turns;
    add_turns<acts::Admitted>(inquiry, member, Membership::Is::member, "admitted", turns);
    add_turns<acts::MembershipRestored>(inquiry, member, Membership::Is::member, "membership-restored",
                                        turns);
    add_turns<acts::MembershipSuspended>(inquiry, member, Membership::Is::suspended, "membership-suspended",
                                         turns);
    add_turns<acts::Left>(inquiry, member, Membership::Is::ended, "left", turns);
    add_turns<acts::Excluded>(inquiry, member, Membership::Is::ended, "excluded", turns);

    Membership found;
    Reason reason;
    if (const Turn* turn = latest(inquiry, turns, day)) {
        found.is = turn->to;
        found.since = inquiry.undisputed(turn->event, "on");
        base::Object facts{{"member", member}};
        if (found.since) facts.emplace("on", *found.since);
        reason = inquiry.because_of(turn->event, turn->code, std::move(facts));
        if (auto left = withdrawn_since(inquiry, member, *turn, day)) {
            found.is = Membership::Is::ended;
            found.since = left->value.since;
            left->reason.because.push_back(beside(std::move(reason)));
            reason = std::move(left->reason);
        }
    } else if (const rulebook::Membership* rule = rule_of(inquiry, day);
               rule && inquiry.rules().find(rule->instrument)) {
        const auto* instrument = inquiry.rules().find(rule->instrument);
        Finding<Party> party = party_to(inquiry, *instrument, member, day);
        // A state that once was a party under an earlier rule explains why it is no member now.
        if (party.value.is == Party::Is::no) {
            for (const rulebook::Membership& earlier : inquiry.rules().membership) {
                const auto* before = inquiry.rules().find(earlier.instrument);
                if (&earlier == rule || !before) continue;
                const auto& then = party_to(inquiry, *before, member, day);
                if (then.value.is == Party::Is::no) continue;
                party = then;
                if (party.value.is == Party::Is::party) party.value.is = Party::Is::no;
            }
        }
        switch (party.value.is) {
            case Party::Is::no:
                found.is = Membership::Is::never;
                break;
            case Party::Is::signed_only:
                found.is = Membership::Is::signatory;
                break;
            case Party::Is::party:
                found.is = Membership::Is::member;
                break;
            case Party::Is::ended:
                found.is = Membership::Is::ended;
                break;
        }
        found.since = party.value.since;
        reason = by_rule(*rule, found.member() ? "member-as-party" : "not-a-party",
                         {{"member", member}, {"instrument", rule->instrument}});
        reason.because.push_back(std::move(party.reason));
    } else {
        reason = concluded("no-rule-of-membership", {{"member", member}}, {}, base::Support::inferred);
    }

    if (!found.member()) {
        // On this side it is no member yet; that another account has it back by then is told beside.
        for (const Turn& turn : turns) {
            if (turn.to != Membership::Is::member || inquiry.happened(turn.event, day)) continue;
            for (const auto account : turn.event.accounts) {
                if (found.is == Membership::Is::ended &&
                    inquiry.by(inquiry.act(account).on, day) == base::Tri::yes) {
                    reason.because.push_back(beside(
                        inquiry.because_of(turn.event, "return-told-otherwise", {{"member", member}})));
                    break;
                }
            }
        }
    }

    if (!found.member()) return {found, std::move(reason)};
    std::vector<Turn> participation;
    add_turns<acts::ParticipationSuspended>(inquiry, member, Membership::Is::suspended,
                                            "participation-suspended", participation);
    // Taking part again needs no reason of its own.
    add_turns<acts::ParticipationRestored>(inquiry, member, Membership::Is::member, "", participation);
    if (const Turn* turn = latest(inquiry, participation, day);
        turn && turn->to == Membership::Is::suspended) {
        found.participation_suspended = true;
        reason.because.push_back(inquiry.because_of(turn->event, turn->code, {{"member", member}}));
    }
    return {found, std::move(reason)};
}

Finding<MembersOfTheDay> conclude_members(Inquiry& inquiry, base::Day day) {
    MembersOfTheDay found;
    Reason reason;
    const rulebook::Membership* rule = rule_of(inquiry, day);
    if (rule) {
        reason = by_rule(*rule, "members-by-rule",
                         {{"instrument", rule->instrument},
                          {"of", rule->of == rulebook::Membership::Of::treaty ? "treaty" : "organisation"}});
        found.of = rule->of;
    } else {
        reason = concluded("no-rule-of-membership", {}, {}, base::Support::inferred);
    }
    for (const rulebook::Member& declared : inquiry.rules().members) {
        const auto& one = membership(inquiry, declared.id, day);
        if (one.value.member()) {
            found.ids.push_back(declared.id);
            if (!one.value.participation_suspended) found.entitled.push_back(declared.id);
        }
        if (one.value.is != Membership::Is::never) {
            reason.because.push_back(one.value.member() ? one.reason : beside(one.reason));
        }
    }
    std::ranges::sort(found.ids);
    std::ranges::sort(found.entitled);
    const auto* instrument = rule ? inquiry.rules().find(rule->instrument) : nullptr;
    if (found.ids.empty() && instrument) {
        reason.because.push_front(in_force(inquiry, *instrument, day).reason);
    }
    return {std::move(found), std::move(reason)};
}

}  // namespace

const Finding<Membership>& membership(Inquiry& inquiry, base::MemberId member, base::Day day) {
    return inquiry.once<Finding<Membership>>({.of = Point::Of::membership, .one = member.ordinal()}, day,
                                             [&] { return conclude_membership(inquiry, member, day); });
}

const Finding<MembersOfTheDay>& members(Inquiry& inquiry, base::Day day) {
    return inquiry.once<Finding<MembersOfTheDay>>({.of = Point::Of::members}, day,
                                                  [&] { return conclude_members(inquiry, day); });
}

}  // namespace law
