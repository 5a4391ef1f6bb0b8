#include "law/instruments.hpp"

#include <algorithm>

#include "law/membership.hpp"

namespace law {
namespace {

using rulebook::Consent;
using rulebook::WithoutDeposit;

template <class K>
std::optional<Event> event_of_member(Inquiry& inquiry, base::InstrumentId instrument, base::MemberId member) {
    for (const Event& event : inquiry.events<K>(instrument)) {
        if (inquiry.content<K>(event).member == member) return event;
    }
    return std::nullopt;
}

base::Object about(const rulebook::Instrument& instrument) { return {{"instrument", instrument.instrument}}; }

base::Object about(const rulebook::Instrument& instrument, base::MemberId member) {
    return {{"instrument", instrument.instrument}, {"member", member}};
}

base::Object with(base::Object facts, std::string name, base::Value value) {
    facts.insert_or_assign(std::move(name), std::move(value));
    return facts;
}

// Dates that are exact enough to compare; the later of two when it matters which.
base::Date later(const base::Date& a, const base::Date& b) { return a.latest() < b.latest() ? b : a; }

// The term of an instrument ran out for those who did not extend it.
std::optional<Finding<Party>> after_term(Inquiry& inquiry, const rulebook::Instrument& instrument,
                                         base::MemberId member, base::Day day,
                                         const base::Date& in_force_since, const Party& so_far,
                                         const Reason& so_far_because) {
    if (!instrument.term) return std::nullopt;
    const base::Day ends_on = in_force_since.latest().plus(*instrument.term, base::MissingDay::last_of_month);
    if (!inquiry.come(ends_on, day)) return std::nullopt;
    const auto* extension = inquiry.rules().find(instrument.extended_by);
    if (!extension) return std::nullopt;
    const base::Object facts =
        with(with(about(instrument, member), "extension", extension->instrument), "ended_on", ends_on);
    if (const auto signature = event_of_member<acts::Signed>(inquiry, extension->instrument, member);
        signature && inquiry.happened(*signature, day)) {
        Reason reason = inquiry.because_of(*signature, "extension-signed", facts);
        reason.because.push_back(so_far_because);
        return Finding<Party>{so_far, std::move(reason)};
    }
    Reason reason = by_rule(instrument, "term-ended", facts);
    if (const auto refusal = event_of_member<acts::NotSigned>(inquiry, extension->instrument, member)) {
        reason.because.push_back(inquiry.because_of(*refusal, "did-not-sign", about(*extension, member)));
    } else {
        reason.because.push_back(
            concluded("no-signature-on-record", about(*extension, member), {}, base::Support::inferred));
    }
    return Finding<Party>{{Party::Is::ended, base::Date::of(ends_on)}, std::move(reason)};
}

}  // namespace

std::optional<base::Day> completed_on(const rulebook::InForce& clause, std::vector<base::Date> deposits,
                                      std::size_t signatories) {
    const std::size_t needed = clause.when == rulebook::InForce::When::number
                                   ? static_cast<std::size_t>(clause.parties_needed)
                                   : signatories;
    if (needed == 0 || deposits.size() < needed) return std::nullopt;
    std::ranges::sort(deposits, {}, &base::Date::latest);
    return deposits[needed - 1].latest().plus(clause.delay);
}

namespace {

Finding<InForce> conclude_in_force(Inquiry& inquiry, const rulebook::Instrument& instrument, base::Day day) {
    const auto announced = inquiry.events<acts::EnteredIntoForce>(instrument.instrument);
    const auto signatures = inquiry.events<acts::Signed>(instrument.instrument);
    if (!announced.empty()) {
        const Event& event = announced.front();
        if (inquiry.happened(event, day)) {
            const base::Date since = inquiry.on(event);
            return {
                {InForce::Is::in_force, since},
                inquiry.because_of(event, "instrument-in-force", with(about(instrument), "since", since))};
        }
        Reason reason = by_rule(instrument, "instrument-not-in-force",
                                with(about(instrument), "signed_by", signatures.size()));
        const auto since = inquiry.told(event, "on");
        reason.because.push_back(inquiry.because_of(event, "instrument-in-force",
                                                    with(about(instrument), "since", since.front())));
        return {{InForce::Is::not_yet, base::Date::read(since.front())}, std::move(reason)};
    }
    if (instrument.in_force.when == rulebook::InForce::When::other_instrument) {
        if (const auto* other = inquiry.rules().find(instrument.in_force.with)) {
            const auto& found = in_force(inquiry, *other, day);
            return {found.value,
                    concluded("in-force-with", with(about(instrument), "with", other->instrument),
                              {found.reason})};
        }
    }
    const bool by_number = instrument.in_force.when == rulebook::InForce::When::number;
    if (instrument.consent == Consent::signature && !by_number) {
        for (const Event& signature : signatures) {
            if (!inquiry.happened(signature, day)) continue;
            const base::Date since = inquiry.on(signature);
            return {{InForce::Is::in_force, since},
                    inquiry.because_of(signature, "in-force-by-signature",
                                       with(about(instrument), "since", since))};
        }
    }
    if (instrument.in_force.when != rulebook::InForce::When::announced &&
        instrument.in_force.when != rulebook::InForce::When::all_members) {
        std::vector<base::Date> deposits;
        std::vector<Reason> because;
        const auto consents = [&](const Event& event, base::MemberId member, const char* code) {
            deposits.push_back(inquiry.on(event));
            because.push_back(
                inquiry.because_of(event, code, with(about(instrument, member), "on", deposits.back())));
        };
        if (instrument.consent == Consent::signature) {
            for (const Event& signature : signatures)
                consents(signature, inquiry.content<acts::Signed>(signature).member, "signed");
        }
        for (const Event& deposit : inquiry.events<acts::Deposited>(instrument.instrument))
            consents(deposit, inquiry.content<acts::Deposited>(deposit).member, "deposited");
        const std::size_t count = deposits.size();
        const auto completed = completed_on(instrument.in_force, std::move(deposits), signatures.size());
        const bool complete = completed && inquiry.come(*completed, day);
        const bool by_signature = instrument.consent == Consent::signature;
        Reason reason = by_rule(instrument,
                                by_signature ? (complete ? "signatures-complete" : "signatures-not-complete")
                                             : (complete ? "condition-complete" : "condition-not-complete"),
                                with(about(instrument), by_signature ? "signed_by" : "deposits", count));
        reason.because = std::move(because);
        if (complete) {
            reason.facts.emplace("since", *completed);
            return {{InForce::Is::in_force, base::Date::of(*completed)}, std::move(reason)};
        }
        if (count > 0) return {{InForce::Is::not_yet, std::nullopt}, std::move(reason)};
    }
    return {{InForce::Is::not_on_record, std::nullopt},
            concluded("entry-into-force-not-on-record",
                      with(about(instrument), "signed_by", signatures.size()), {}, base::Support::inferred)};
}

// Does it need all members, and were they found otherwise than by this very instrument?
bool needs_all_members(const Inquiry& inquiry, const rulebook::Instrument& instrument) {
    return instrument.in_force.when == rulebook::InForce::When::all_members &&
           std::ranges::none_of(inquiry.rules().membership, [&](const rulebook::Membership& rule) {
               return rule.instrument == instrument.instrument;
           });
}

// It could not have entered into force while one member of that day had not consented.
std::optional<Finding<Party>> party_as_member(Inquiry& inquiry, const rulebook::Instrument& instrument,
                                              base::MemberId member, base::Day day) {
    if (!needs_all_members(inquiry, instrument)) return std::nullopt;
    const auto& force = in_force(inquiry, instrument, day);
    if (force.value.is != InForce::Is::in_force || !force.value.since) return std::nullopt;
    const auto& then = membership(inquiry, member, force.value.since->earliest());
    if (!then.value.member()) return std::nullopt;
    Reason reason = by_rule(instrument, "all-members-ratified", about(instrument, member));
    reason.support = base::weaker(*reason.support, base::Support::inferred);
    reason.because = {force.reason, then.reason};
    return Finding<Party>{{Party::Is::party, force.value.since}, std::move(reason)};
}

Finding<Party> conclude_party(Inquiry& inquiry, const rulebook::Instrument& instrument, base::MemberId member,
                              base::Day day) {
    const auto signature = event_of_member<acts::Signed>(inquiry, instrument.instrument, member);
    const auto deposit = event_of_member<acts::Deposited>(inquiry, instrument.instrument, member);
    const bool has_signed = signature && inquiry.happened(*signature, day);
    const bool has_deposited = deposit && inquiry.happened(*deposit, day);
    if (!has_deposited) {
        if (auto as_member = party_as_member(inquiry, instrument, member, day)) return std::move(*as_member);
    }
    if (!has_signed && !has_deposited) {
        return {{Party::Is::no, std::nullopt},
                concluded("no-consent-on-record", about(instrument, member), {}, base::Support::inferred)};
    }
    const auto signed_because = [&] {
        return inquiry.because_of(*signature, "signed",
                                  with(about(instrument, member), "on", inquiry.on(*signature)));
    };

    const auto& force = in_force(inquiry, instrument, day);
    if (force.value.is != InForce::Is::in_force) {
        Reason reason = concluded("signed-not-in-force", about(instrument, member), {force.reason});
        if (has_signed) reason.because.push_back(signed_because());
        return {{Party::Is::signed_only, std::nullopt}, std::move(reason)};
    }
    const base::Date since = *force.value.since;

    Party party{Party::Is::party, since};
    Reason reason;
    if (has_deposited) {
        const base::Date deposited_on = inquiry.on(*deposit);
        party.since = later(since, deposited_on);
        reason =
            inquiry.because_of(*deposit, "deposited", with(about(instrument, member), "on", deposited_on));
        reason.because.push_back(force.reason);
    } else if (instrument.consent == Consent::signature) {
        reason = signed_because();
        party.since = later(since, inquiry.on(*signature));
    } else if (instrument.in_force.when == rulebook::InForce::When::all_signatories) {
        // It could not have entered into force while one signatory had not ratified.
        reason = by_rule(instrument, "all-signatories-ratified", about(instrument, member));
        reason.because = {force.reason, signed_because()};
    } else if (instrument.without_deposit == WithoutDeposit::infer_from_signature) {
        party.since = later(since, inquiry.on(*signature));
        reason = concluded("consent-inferred-from-signature", about(instrument, member),
                           {force.reason, signed_because()}, base::Support::inferred);
    } else {
        return {{Party::Is::signed_only, std::nullopt},
                concluded("no-ratification-on-record", about(instrument, member),
                          {signed_because(), force.reason}, base::Support::inferred)};
    }

    if (auto ended = after_term(inquiry, instrument, member, day, since, party, reason))
        return std::move(*ended);

    if (const auto notice =
            event_of_member<acts::WithdrawalNotified>(inquiry, instrument.instrument, member)) {
        std::optional<base::Date> effect = inquiry.date(*notice, "takes_effect");
        if (!effect && instrument.withdrawal_notice) {
            effect = base::Date::of(inquiry.on(*notice).latest().plus(*instrument.withdrawal_notice,
                                                                      base::MissingDay::last_of_month));
        }
        if (effect && inquiry.come(*effect, std::string(notice->id.text()) + ".effect", day)) {
            Reason withdrawn =
                inquiry.because_of(*notice, "withdrawn", with(about(instrument, member), "effect", *effect));
            withdrawn.because.push_back(reason);
            return {{Party::Is::ended, effect}, std::move(withdrawn)};
        }
    }
    return {party, std::move(reason)};
}

}  // namespace

const Finding<InForce>& in_force(Inquiry& inquiry, const rulebook::Instrument& instrument, base::Day day) {
    return inquiry.once<Finding<InForce>>({.of = Point::Of::in_force, .one = instrument.instrument.ordinal()},
                                          day, [&] { return conclude_in_force(inquiry, instrument, day); });
}

const Finding<Party>& party_to(Inquiry& inquiry, const rulebook::Instrument& instrument,
                               base::MemberId member, base::Day day) {
    return inquiry.once<Finding<Party>>(
        {.of = Point::Of::party, .one = instrument.instrument.ordinal(), .other = member.ordinal()}, day,
        [&] { return conclude_party(inquiry, instrument, member, day); });
}

namespace {

// The last day on which, as told, the State could have signed and did not; empty where none is told.
std::optional<base::Date> did_not_sign_on(Inquiry& inquiry, const rulebook::Instrument& instrument,
                                          base::MemberId member, base::Day day) {
    std::optional<base::Date> last;
    for (const Event& event : inquiry.events<acts::NotSigned>(instrument.instrument)) {
        if (inquiry.content<acts::NotSigned>(event).member != member || !inquiry.happened(event, day))
            continue;
        const base::Date on = inquiry.on(event);
        if (!last || last->latest() < on.latest()) last = on;
    }
    return last;
}

bool extends_another(const rulebook::Rulebook& rules, const rulebook::Instrument& instrument) {
    return std::ranges::any_of(rules.instruments, [&](const rulebook::Instrument& other) {
        return other.extended_by == instrument.instrument;
    });
}

}  // namespace

Denial may_deny(Inquiry& inquiry, const rulebook::Instrument& instrument, base::MemberId member,
                const Party& party, base::Day day) {
    const auto force = in_force(inquiry, instrument, day).value;
    if (force.is == InForce::Is::not_yet) return {};
    if (needs_all_members(inquiry, instrument) && force.is == InForce::Is::in_force &&
        party.is == Party::Is::no)
        return {};
    const auto refused_on = did_not_sign_on(inquiry, instrument, member, day);
    const bool no_consent_at_all = inquiry.events<acts::Signed>(instrument.instrument).empty() &&
                                   inquiry.events<acts::Deposited>(instrument.instrument).empty();
    // Signed, and no entry into force on record; or in force, and nobody's consent is.
    if ((party.is == Party::Is::signed_only && force.is == InForce::Is::not_on_record) ||
        (party.is == Party::Is::no && no_consent_at_all && !refused_on))
        return {.may = false, .settled_by = "an-announcement-or-the-deposits", .beside = {}};
    if (party.is == Party::Is::no && refused_on && refused_on->latest() < day &&
        !extends_another(inquiry.rules(), instrument)) {
        Reason then = concluded("did-not-sign-then", with(about(instrument, member), "on", *refused_on), {});
        return {.may = false,
                .settled_by = "a-source-that-tells-of-its-consent",
                .beside = beside(std::move(then))};
    }
    // An act made it a member, and members are the parties to this instrument, or were by an earlier rule:
    // its consent to be bound is what the record lacks.
    if (party.is == Party::Is::signed_only) return {};
    const auto* rule = membership_rule(inquiry.rules(), day);
    if (!rule) return {};
    for (const rulebook::Membership& one : inquiry.rules().membership) {
        if (one.instrument == instrument.instrument) {
            const auto& standing = membership(inquiry, member, day);
            using Status = Membership::Is;
            if (standing.value.is != Status::member && standing.value.is != Status::suspended) return {};
            return {.may = false,
                    .settled_by = "a-source-that-tells-of-its-consent",
                    .beside = beside(standing.reason)};
        }
        if (&one == rule) break;
    }
    return {};
}

}  // namespace law
