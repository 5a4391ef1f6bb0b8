#include "law/voting_right.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "law/membership.hpp"
#include "law/values.hpp"

namespace law {
namespace {

constexpr std::int64_t months_of_a_year = 12;

const rulebook::Arrears* rule_on(const rulebook::Rulebook& rules, base::Day day) {
    for (const rulebook::Arrears& rule : rules.arrears) {
        if (rules.applies(rule, day)) return &rule;
    }
    return nullptr;
}

// The months of a period as its source gives it: a year is twelve. Shorter periods count by whole months.
std::int64_t months_of(const base::Date& period) {
    const auto days = std::int64_t{period.latest().number()} - period.earliest().number() + 1;
    return std::max<std::int64_t>(1, (days * months_of_a_year + 182) / 365);
}

// Did `event` happen after `other`, or on its day and became known after it?
bool follows(Inquiry& inquiry, const Event& event, const Event& other) {
    const base::Day on = inquiry.on(event).earliest();
    const base::Day before = inquiry.on(other).earliest();
    return on != before ? on > before : event.accounts.front() > other.accounts.front();
}

// What was last said of a period.
struct Payment {
    base::Date period;
    Event event;
};

// The latest word on each period, by the day it was said and not by when it became known: paid later is paid.
std::map<std::string, Payment> payments(Inquiry& inquiry, base::MemberId member, base::Day day) {
    std::map<std::string, Payment> latest;
    for (const Event& event : inquiry.events<acts::PaymentReported>(member)) {
        if (inquiry.told(event, "when").empty() || !inquiry.happened(event, day)) continue;
        const base::Date period = *inquiry.date(event, "when");
        const auto [known, first] = latest.emplace(period.text(), Payment{period, event});
        if (!first && follows(inquiry, event, known->second.event)) known->second = {period, event};
    }
    return latest;
}

// The decision that took the member's vote away, where none gave it back since.
std::optional<Event> taken_away(Inquiry& inquiry, base::MemberId member, base::Day day) {
    std::optional<Event> taken;
    for (const Event& event : inquiry.events<acts::VoteTakenAway>(member)) {
        if (inquiry.happened(event, day) && (!taken || follows(inquiry, event, *taken))) taken = event;
    }
    for (const Event& event : inquiry.events<acts::VoteGivenBack>(member)) {
        if (taken && inquiry.happened(event, day) &&
            inquiry.on(event).earliest() >= inquiry.on(*taken).earliest())
            taken.reset();
    }
    return taken;
}

Reason because_taken_away(const Inquiry& inquiry, const Event& taken, base::MemberId member) {
    return inquiry.because_of(taken, "vote-taken-away", {{"member", member}});
}

// Is it by this stance that a member stands outside a decision, or that it comes into it? Nothing where the
// stance says neither.
std::optional<bool> outside(acts::Stance stance) {
    switch (stance) {
        case acts::Stance::abstains:
            return true;
        case acts::Stance::signed_it:
        case acts::Stance::signed_with_reservation:
        case acts::Stance::no_objection:
        case acts::Stance::joined:
            return false;
        case acts::Stance::will_consider:
        case acts::Stance::objects:
        case acts::Stance::objects_to_format:
        case acts::Stance::abstains_in_vote:
        case acts::Stance::against:
        case acts::Stance::denounced:
            return std::nullopt;
    }
    return std::nullopt;
}

// Does the member stand outside the decision on the budget of this period? By the last it said of it.
bool outside_the_decision(Inquiry& inquiry, base::MemberId member, const base::Date& period, base::Day day) {
    for (const Event& share : inquiry.events<acts::ShareStated>(member)) {
        const auto& told = inquiry.content<acts::ShareStated>(share);
        if (!told.when || told.when->text() != period.text() || !told.paper) continue;
        std::optional<Event> last;
        for (const Event& event : inquiry.events<acts::PositionTaken>(told.paper)) {
            const auto& position = inquiry.content<acts::PositionTaken>(event);
            if (position.member != member || !outside(position.stance) || !inquiry.happened(event, day))
                continue;
            if (!last || follows(inquiry, event, *last)) last = event;
        }
        if (last && *outside(inquiry.content<acts::PositionTaken>(*last).stance)) return true;
    }
    return false;
}

// The years that had ended by the day and came after the last of which anything is told.
std::vector<base::Date> years_untold(const std::map<std::string, Payment>& told, base::Day day) {
    std::vector<base::Date> years;
    if (told.empty()) return years;
    base::Day last = base::Day::first();
    for (const auto& [name, payment] : told) last = std::max(last, payment.period.latest());
    for (int year = last.year() + 1; year < day.year(); ++year) {
        if (const auto date = base::Date::read(std::to_string(year))) years.push_back(*date);
    }
    return years;
}

// Whether it takes part at all; a rulebook without a rule of membership does not tell.
VotingRight::Entitled entitled(Inquiry& inquiry, base::MemberId member, base::Day day,
                               std::vector<Reason>& reasons) {
    using Entitled = VotingRight::Entitled;
    const auto& found = membership(inquiry, member, day);
    const bool outside = !found.value.member() &&
                         (found.value.is != Membership::Is::never || membership_rule(inquiry.rules(), day));
    const bool suspended = found.value.member() && found.value.participation_suspended;
    if (!outside && !suspended) return Entitled::yes;
    reasons.push_back(concluded(outside ? "no-vote-outside" : "no-vote-while-suspended", {{"member", member}},
                                {found.reason}));
    return outside ? Entitled::not_a_member : Entitled::suspended;
}

}  // namespace

VotingRight voting_right(Inquiry& inquiry, base::MemberId member, base::Day day) {
    VotingRight right;
    right.entitled = entitled(inquiry, member, day, right.reasons);
    right.has_vote = right.entitled == VotingRight::Entitled::yes;
    if (right.entitled == VotingRight::Entitled::not_a_member) return right;
    const rulebook::Arrears* rule = rule_on(inquiry.rules(), day);

    if (const auto taken = taken_away(inquiry, member, day)) {
        right.has_vote = false;
        right.decision = inquiry.act(taken->accounts.front()).id;
        right.reasons.push_back(because_taken_away(inquiry, *taken, member));
    }

    const auto told = payments(inquiry, member, day);
    right.untold = years_untold(told, day);
    for (const auto& [name, payment] : told) {
        const std::string paid = inquiry.text(payment.event, "paid");
        if (paid == acts::name_of(acts::Paid::paid)) continue;
        Reason unpaid = inquiry.because_of(payment.event, "share-unpaid",
                                           {{"member", member}, {"when", payment.period}, {"paid", paid}});
        if (rule && rule->dispute && outside_the_decision(inquiry, member, payment.period, day)) {
            const base::SideId side = inquiry.side(rule->dispute);
            if (side && side != rule->due_side) {
                unpaid.code = "share-not-due-outside-the-decision";
                right.reasons.push_back(std::move(unpaid));
                continue;
            }
        }
        right.unpaid.push_back(payment.period);
        right.months += months_of(payment.period);
        right.reasons.push_back(std::move(unpaid));
    }
    if (!rule) {
        right.reasons.push_back(Reason{.code = "no-rule-on-arrears", .facts = {{"member", member}}});
        return right;
    }
    right.months_needed = rule->after.count;
    right.condition_met = right.months > 0 && right.months >= right.months_needed;
    Reason of_the_rule{.code = rule->decided_by ? "vote-lost-only-by-decision" : "vote-lost-by-the-rule",
                       .facts = {{"member", member},
                                 {"rule", rule->id},
                                 {"months", right.months},
                                 {"months_needed", right.months_needed},
                                 {"condition_met", right.condition_met}},
                       .article = rule->article};
    if (rule->decided_by) of_the_rule.facts.emplace("body", rule->decided_by);
    if (!rule->read) of_the_rule.support = base::Support::unverified;
    right.reasons.push_back(std::move(of_the_rule));
    if (!rule->decided_by && right.condition_met) right.has_vote = false;
    return right;
}

std::vector<base::MemberId> with_vote(Inquiry& inquiry, const std::vector<base::MemberId>& members,
                                      base::Day day, std::vector<Reason>& without) {
    const rulebook::Arrears* rule = rule_on(inquiry.rules(), day);
    std::vector<base::MemberId> all;
    for (const base::MemberId member : members) {
        if (const auto taken = taken_away(inquiry, member, day)) {
            without.push_back(because_taken_away(inquiry, *taken, member));
            continue;
        }
        if (rule && !rule->decided_by) {
            VotingRight right = voting_right(inquiry, member, day);
            if (!right.has_vote) {
                Reason lost = std::move(right.reasons.back());  // the rule's own
                right.reasons.pop_back();
                lost.because = std::move(right.reasons);
                without.push_back(std::move(lost));
                continue;
            }
        }
        all.push_back(member);
    }
    return all;
}

}  // namespace law
