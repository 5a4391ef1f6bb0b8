#include "questions/history.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "law/chair.hpp"
#include "law/instruments.hpp"
#include "law/session.hpp"
#include "law/values.hpp"
#include "questions/announcements.hpp"
#include "questions/parts.hpp"

namespace questions {
namespace {

using law::Inquiry;

/// The days, in order, on which a conclusion may change.
class ChangeDays {
public:
    explicit ChangeDays(base::Day until) : until_(until) {}

    void add(base::Day day) {
        if (day <= until_) days_.insert(day);
    }
    /// The first day on which `date` may have come, and that on which it certainly has.
    void add(const base::Date& date) {
        add(date.earliest());
        add(date.latest());
    }
    /// The same of something that holds through the whole of its day.
    void add_through(const base::Date& date) {
        add(date);
        if (date.latest() < base::Day::last()) add(date.latest().next());
    }
    const std::set<base::Day>& days() const { return days_; }

private:
    base::Day until_;
    std::set<base::Day> days_;
};

/// Asks on every day on which something may change, and joins days with equal answers.
template <class Ask> std::vector<Spell> spells_of(const ChangeDays& changes, Ask ask) {
    std::vector<Spell> spells;
    for (const base::Day day : changes.days()) {
        law::Conclusion conclusion = ask(day);
        if (!spells.empty()) {
            const law::Conclusion& before = spells.back().conclusion;
            const auto same_sides = std::ranges::equal(
                before.by_side, conclusion.by_side,
                [](const auto& a, const auto& b) { return a.answer == b.answer && a.taking == b.taking; });
            if (before.standing == conclusion.standing && before.answer == conclusion.answer && same_sides)
                continue;
            spells.back().last = day.previous();
        }
        spells.push_back({day, std::nullopt, std::move(conclusion)});
    }
    return spells;
}

// -- membership -----------------------------------------------------------------------------------

/// The instruments that decide on membership, with those that extend them.
std::vector<const rulebook::Instrument*> instruments_of_membership(const rulebook::Rulebook& rules) {
    std::vector<const rulebook::Instrument*> all;
    const auto add = [&](base::InstrumentId id) {
        const auto* found = rules.find(id);
        if (found && std::ranges::find(all, found) == all.end()) all.push_back(found);
    };
    for (const rulebook::Membership& rule : rules.membership) {
        add(rule.instrument);
        if (const auto* instrument = rules.find(rule.instrument)) add(instrument->extended_by);
    }
    return all;
}

template <class K> void add_all(const Inquiry& inquiry, base::MemberId member, ChangeDays& changes) {
    for (const law::Event& event : inquiry.events<K>(member)) {
        for (const auto number : event.accounts) changes.add(inquiry.act(number).on);
    }
}

/// The days on which the law changes for all: versions, entries into force, and the ends of terms.
ChangeDays changes_for_all(const record::View& view) {
    ChangeDays changes(view.on);
    for (const rulebook::Version& version : view.rulebook.versions) changes.add(version.from);
    Inquiry inquiry(view);
    for (const rulebook::Instrument* instrument : instruments_of_membership(view.rulebook)) {
        for (const law::Event& event : inquiry.events<acts::EnteredIntoForce>(instrument->instrument)) {
            for (const auto number : event.accounts) {
                const base::Date& on = inquiry.act(number).on;
                changes.add(on);
                if (instrument->term)
                    changes.add(on.latest().plus(*instrument->term, base::MissingDay::last_of_month));
            }
        }
        if (const auto& found = law::in_force(inquiry, *instrument, view.on); found.value.since) {
            changes.add(*found.value.since);
            if (instrument->term) {
                changes.add(
                    found.value.since->latest().plus(*instrument->term, base::MissingDay::last_of_month));
            }
        }
    }
    return changes;
}

ChangeDays changes_of(const record::View& view, base::MemberId member, ChangeDays changes) {
    const Inquiry inquiry(view);
    add_all<acts::Admitted>(inquiry, member, changes);
    add_all<acts::MembershipRestored>(inquiry, member, changes);
    add_all<acts::MembershipSuspended>(inquiry, member, changes);
    add_all<acts::ParticipationSuspended>(inquiry, member, changes);
    add_all<acts::ParticipationRestored>(inquiry, member, changes);
    add_all<acts::Left>(inquiry, member, changes);
    add_all<acts::Excluded>(inquiry, member, changes);
    const auto instruments = instruments_of_membership(view.rulebook);
    const auto concerns = [&](base::InstrumentId id) {
        return std::ranges::any_of(instruments, [&](const auto* one) { return one->instrument == id; });
    };
    for (const law::Event& event : inquiry.events<acts::Signed>(member)) {
        if (!concerns(inquiry.content<acts::Signed>(event).instrument)) continue;
        for (const auto number : event.accounts) changes.add(inquiry.act(number).on);
    }
    for (const law::Event& event : inquiry.events<acts::Deposited>(member)) {
        if (!concerns(inquiry.content<acts::Deposited>(event).instrument)) continue;
        for (const auto number : event.accounts) changes.add(inquiry.act(number).on);
    }
    for (const law::Event& event : inquiry.events<acts::WithdrawalNotified>(member)) {
        const auto* instrument =
            view.rulebook.find(inquiry.content<acts::WithdrawalNotified>(event).instrument);
        for (const auto number : event.accounts) {
            const auto& notice = std::get<acts::WithdrawalNotified>(inquiry.act(number).content);
            changes.add(inquiry.act(number).on);
            if (notice.takes_effect) changes.add(*notice.takes_effect);
            if (instrument && instrument->withdrawal_notice) {
                changes.add(inquiry.act(number).on.latest().plus(*instrument->withdrawal_notice,
                                                                 base::MissingDay::last_of_month));
            }
        }
    }
    return changes;
}

law::Conclusion status_on(const record::View& view, base::MemberId member, base::Day day) {
    return law::conclude(view, [&](Inquiry& inquiry) { return status_leaf(inquiry, member, day); });
}

bool never_a_member(const law::Conclusion& conclusion) {
    return conclusion.by_side.empty() &&
           conclusion.answer["status"].text() == law::name_of(law::Membership::Is::never);
}

std::vector<StateHistory::Signature> signatures_of(const record::View& view, base::MemberId member) {
    std::vector<StateHistory::Signature> all;
    const Inquiry inquiry(view);
    for (const rulebook::Instrument* instrument : instruments_of_membership(view.rulebook)) {
        for (const law::Event& event : inquiry.events<acts::Signed>(instrument->instrument)) {
            if (inquiry.content<acts::Signed>(event).member != member) continue;
            if (inquiry.act(event.accounts.front()).on.earliest() > view.on) continue;
            const law::Reason reason = inquiry.because_of(event, "signed");
            all.push_back({instrument->instrument, inquiry.told(event, "on"), reason.sources,
                           reason.support.value_or(base::Support::unverified)});
        }
    }
    return all;
}

base::List declarations_of(const record::View& view, base::MemberId member) {
    const Inquiry inquiry(view);
    base::List rows;
    for (const law::Event& event : inquiry.events<acts::ParticipationDeclaredFrozen>(member)) {
        const acts::Act& act = inquiry.act(event.accounts.front());
        if (act.on.earliest() > view.on) continue;
        const auto& said = inquiry.content<acts::ParticipationDeclaredFrozen>(event);
        const law::Reason reason = inquiry.because_of(event, "declared-frozen");
        base::Object row{{"on", act.on},
                         {"member", member},
                         {"says", law::to_value(said.says)},
                         {"sources", reason.sources},
                         {"acts", reason.acts}};
        row.emplace("rests_on", base::support_name(reason.support.value_or(base::Support::unverified)));
        if (said.person) row.emplace("person", said.person);
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, {},
                      [](const base::Value& row) { return base::Date::read(row["on"].text())->earliest(); });
    return rows;
}

template <class... K> bool any_on_record(const record::View& view, base::MemberId member) {
    const Inquiry inquiry(view);
    const auto happened = [&](const std::vector<law::Event>& events) {
        return std::ranges::any_of(events, [&](const law::Event& event) {
            return inquiry.act(event.accounts.front()).on.earliest() <= view.on;
        });
    };
    return (happened(inquiry.events<K>(member)) || ...);
}

StateHistory history_of(const record::View& view, base::MemberId member, const ChangeDays& for_all) {
    StateHistory history{.member = member, .spells = {}, .signatures = {}, .declared = {}};
    history.spells = spells_of(changes_of(view, member, for_all),
                               [&](base::Day day) { return status_on(view, member, day); });
    const auto first = std::ranges::find_if_not(history.spells, never_a_member, &Spell::conclusion);
    history.spells.erase(history.spells.begin(), first);
    history.signatures = signatures_of(view, member);
    history.declared = declarations_of(view, member);
    history.formal_step =
        any_on_record<acts::WithdrawalNotified, acts::SuspensionRequested, acts::MembershipSuspended,
                      acts::ParticipationSuspended, acts::Left, acts::Excluded>(view, member);
    return history;
}

// -- the chair ------------------------------------------------------------------------------------

void add_chair_changes(const record::View& view, const rulebook::Body& body, ChangeDays& changes, int depth) {
    Inquiry inquiry(view);
    for (const law::Pass& pass : law::passes(inquiry, body.body)) {
        changes.add_through(pass.decided_on);
        for (const law::Effective& effect : law::all_effects(inquiry, pass)) changes.add(effect.from);
    }
    for (const law::Event& event : inquiry.events<acts::ElectedChair>(body.body)) {
        for (const auto number : event.accounts) changes.add(inquiry.act(number).on);
    }
    for (const law::Event& event : inquiry.events<acts::ChairAttested>(body.body)) {
        for (const auto number : event.accounts) changes.add_through(inquiry.act(number).on);
    }
    // Terms by calendar year change on 1 January, with or without an act.
    if (!changes.days().empty()) {
        for (int year = changes.days().begin()->year() + 1; year <= view.on.year(); ++year)
            changes.add(*base::Day::from(year, 1, 1));
    }
    const bool follows =
        body.chair == rulebook::ChairBy::election || body.chair == rulebook::ChairBy::state_in_chair;
    if (const auto* parent = view.rulebook.find(body.chair_of); follows && parent && depth > 0) {
        add_chair_changes(view, *parent, changes, depth - 1);
    }
}

}  // namespace

std::vector<StateHistory> membership_history(const record::View& view) {
    std::vector<StateHistory> all;
    const ChangeDays for_all = changes_for_all(view);
    for (const rulebook::Member& declared : view.rulebook.members) {
        StateHistory history = history_of(view, declared.id, for_all);
        if (!history.spells.empty()) all.push_back(std::move(history));
    }
    return all;
}

std::optional<StateHistory> membership_history(const record::View& view, base::MemberId member) {
    if (!view.rulebook.find(member)) return std::nullopt;
    return history_of(view, member, changes_for_all(view));
}

std::vector<Turning> turnings(const record::View& view) {
    std::vector<Turning> all;
    for (const rulebook::Version& version : view.rulebook.versions) {
        const bool known =
            !version.by || (view.record.find(version.by) && view.sees(*view.record.find(version.by)));
        if (known && version.from <= view.on) all.push_back({version.from, version.id, {}});
    }
    Inquiry inquiry(view);
    for (const rulebook::Membership& rule : view.rulebook.membership) {
        const auto* instrument = view.rulebook.find(rule.instrument);
        const auto* extension = instrument ? view.rulebook.find(instrument->extended_by) : nullptr;
        if (!extension) continue;
        const auto& found = law::in_force(inquiry, *extension, view.on);
        const auto listed = [&](base::Day day) {
            return std::ranges::any_of(all, [&](const Turning& one) {
                return one.instrument == extension->instrument && one.on == day;
            });
        };
        if (found.value.is == law::InForce::Is::in_force && found.value.since &&
            !listed(found.value.since->earliest())) {
            all.push_back({found.value.since->earliest(), {}, extension->instrument});
        }
    }
    std::ranges::sort(all, {}, &Turning::on);
    return all;
}

std::vector<Spell> chair_history(const record::View& view, base::BodyId id) {
    const auto* body = view.rulebook.find(id);
    if (!body || body->chair == rulebook::ChairBy::none) return {};
    ChangeDays changes(view.on);
    add_chair_changes(view, *body, changes, 2);
    std::vector<Spell> spells = spells_of(changes, [&](base::Day day) {
        return law::conclude(view, [&](Inquiry& inquiry) { return chair_leaf(inquiry, *body, day); });
    });
    const auto on_record = [](const Spell& spell) {
        return spell.conclusion.standing != law::Standing::not_on_record;
    };
    spells.erase(spells.begin(), std::ranges::find_if(spells, on_record));
    return spells;
}

// -- what a first page names ----------------------------------------------------------------------

std::optional<base::Date> last_act_on(const record::View& view) {
    std::optional<base::Date> last;
    view.each([&](record::EntryNumber number) {
        const acts::Act& act = view.act(number);
        // Claims about the record, and what nobody says happened, are no acts of the organisation's life.
        if (std::holds_alternative<acts::DifferenceNoted>(act.content) ||
            std::holds_alternative<acts::Annulled>(act.content))
            return;
        if (act.on.earliest() == base::Day::first()) return;  // "that day or earlier" dates nothing
        // Of two, the one that cannot have been before the other: "between 2009 and 2026" is no latest act.
        if (act.on.latest() <= view.on && (!last || last->earliest() < act.on.earliest())) last = act.on;
    });
    return last;
}

std::optional<AnnouncedSession> next_session(const record::View& view) {
    const Inquiry inquiry(view);
    std::optional<AnnouncedSession> ahead;
    std::optional<AnnouncedSession> open;
    for (const law::Event& event : inquiry.events<acts::Announced>()) {
        const acts::Act& act = inquiry.act(event.accounts.front());
        const auto& said = inquiry.content<acts::Announced>(event);
        if (act.on.earliest() > view.on || !said.when || !said.session) continue;
        const bool known = what_came_of(inquiry, act.id, said, view.on).has_value();
        const law::Reason told = inquiry.because_of(event, "announced");
        AnnouncedSession found{.act = act.id,
                               .session = said.session,
                               .body = said.body,
                               .title = said.title,
                               .when = said.when,
                               .place = act.place,
                               .held_known = known,
                               .sources = told.sources,
                               .rests_on = told.support.value_or(base::Support::unverified)};
        if (said.when->latest() >= view.on && !known) {
            if (!ahead || found.when->earliest() < ahead->when->earliest()) ahead = std::move(found);
        } else if (!known) {
            if (!open || found.when->latest() > open->when->latest()) open = std::move(found);
        }
    }
    return ahead ? ahead : open;
}

std::optional<base::SessionId> featured_session(const record::View& view, base::BodyId body) {
    Inquiry inquiry(view);
    std::optional<base::SessionId> latest;
    std::optional<base::SessionId> without;
    for (const law::Session& session : law::sessions(inquiry)) {
        if (session.on.earliest() > view.on ||
            std::ranges::find(session.bodies, body) == session.bodies.end())
            continue;
        latest = session.id;
        if (!inquiry.events<acts::Absent>(session.id).empty()) without = session.id;
    }
    return without ? without : latest;
}

namespace {
/// A report of more days before or after a session tells of it in passing.
constexpr int days_around_a_report = 7;
}  // namespace

std::optional<base::SessionId> session_told_by(const record::View& view, base::SourceId source,
                                               base::Day published) {
    std::optional<base::SessionId> nearest;
    int distance = 0;
    Inquiry inquiry(view);
    for (const law::Session& session : law::sessions(inquiry)) {
        const bool told = std::ranges::any_of(view.record.about(session.id), [&](record::EntryNumber number) {
            return view.sees(number) &&
                   std::ranges::any_of(view.act(number).sources,
                                       [&](const acts::Cited& cited) { return cited.source == source; });
        });
        const int apart = std::abs(session.on.earliest().number() - published.number());
        if (told && apart <= days_around_a_report && (!nearest || apart < distance)) {
            nearest = session.id;
            distance = apart;
        }
    }
    return nearest;
}

}  // namespace questions
