// members, status, parties, in-force.
#include <algorithm>
#include <set>

#include "law/force.hpp"
#include "law/instruments.hpp"
#include "law/membership.hpp"
#include "law/papers.hpp"
#include "law/session.hpp"
#include "questions/parts.hpp"
#include "questions/rows.hpp"

namespace questions {
namespace {

using law::Inquiry;
using law::Leaf;

template <class K> base::List rows_of(const record::View& view, base::MemberId member, auto fill) {
    const Inquiry inquiry(view);
    base::List rows;
    for (const law::Event& event : inquiry.events<K>(member)) {
        const acts::Act& act = inquiry.act(event.accounts.front());
        if (told_from(act.on) > view.on) continue;
        base::Object row;
        const auto days = inquiry.told(event, "on");
        row.emplace("on", days.size() == 1 ? base::Value(days.front())
                                           : base::Value(base::List(days.begin(), days.end())));
        fill(row, inquiry.content<K>(event));
        put_sources(row, act);
        const law::Reason reason = inquiry.because_of(event, "");
        row.insert_or_assign("sources", reason.sources);
        row.insert_or_assign("acts", reason.acts);
        row.erase("act");
        rows.push_back(std::move(row));
    }
    return rows;
}

// Sessions of the day and before at which the state, a member then, was reported absent.
base::List missed_by(const record::View& view, base::MemberId member) {
    Inquiry inquiry(view);
    base::List rows;
    for (const law::Session& session : law::sessions(inquiry)) {
        if (session.on.earliest() > view.on) continue;
        for (const law::Event& event : inquiry.events<acts::Absent>(session.id)) {
            if (inquiry.content<acts::Absent>(event).member != member) continue;
            base::Object row{{"session", session.id}, {"on", session.on}, {"bodies", session.bodies}};
            put_sources(row, inquiry.act(event.accounts.front()));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

// Disputes in which the state holds a side by the day asked about, with every side beside it.
base::List disputes_of(const record::View& view, base::MemberId member) {
    base::List rows;
    for (const law::DisputeTold& dispute : law::disputes(view)) {
        if (dispute.event) continue;
        const bool holds = std::ranges::any_of(dispute.sides, [&](const law::SideTold& side) {
            return std::ranges::any_of(side.held_by, [&](const law::Holder& holder) {
                return holder.who_kind == "member" && holder.who == member.text() &&
                       told_from(holder.on) <= view.on;
            });
        });
        if (holds) rows.push_back(law::to_value(dispute));
    }
    return rows;
}

}  // namespace

void answer_members(const record::View& view, Answer& answer) {
    answer.conclusion = law::conclude(view, [](Inquiry& inquiry) {
        const auto& found = law::members(inquiry, inquiry.view().on);
        Leaf leaf;
        base::Object object{{"members", found.value.ids}, {"count", found.value.ids.size()}};
        object.emplace("of", found.value.of ? base::Value(name_of(*found.value.of)) : base::Value());
        if (found.value.entitled.size() != found.value.ids.size())
            object.emplace("entitled", found.value.entitled);
        leaf.answer = std::move(object);
        leaf.reasons = {found.reason};
        return leaf;
    });
}

law::Leaf status_leaf(Inquiry& inquiry, base::MemberId member, base::Day day) {
    const auto& found = law::membership(inquiry, member, day);
    const auto* rule = law::membership_rule(inquiry.rules(), day);
    Leaf leaf;
    base::Object object{{"status", law::name_of(found.value.is)}};
    object.emplace("of", rule ? base::Value(name_of(rule->of)) : base::Value());
    object.emplace("since", or_null(found.value.since));
    if (found.value.participation_suspended) object.emplace("participation", "suspended");
    leaf.answer = std::move(object);
    leaf.reasons = {found.reason};
    return leaf;
}

namespace {

// What was asked for or notified by the day, and not decided, of a state that is a member then.
template <class K>
void put_pending(Inquiry& inquiry, base::MemberId member, base::List& pending, Leaf& leaf) {
    const base::Day day = inquiry.view().on;
    for (const law::Event& event : inquiry.events<K>(member)) {
        if (!law::membership(inquiry, member, day).value.member() || !inquiry.happened(event, day)) continue;
        pending.push_back(K::kind);
        leaf.reasons.push_back(
            law::beside(inquiry.because_of(event, std::string(K::kind), {{"member", member}})));
    }
}

}  // namespace

void answer_status(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf = status_leaf(inquiry, member, view.on);
        base::List pending;
        put_pending<acts::SuspensionRequested>(inquiry, member, pending, leaf);
        put_pending<acts::WithdrawalNotified>(inquiry, member, pending, leaf);
        base::Object& object = *leaf.answer.object();
        object.emplace("member", member);
        if (!pending.empty()) object.emplace("pending", std::move(pending));
        return leaf;
    });

    base::Object& besides = answer.besides;
    besides.emplace("requests",
                    rows_of<acts::SuspensionRequested>(view, member, [](base::Object& row, const auto&) {
                        row.emplace("kind", "suspension-requested");
                    }));
    besides.emplace(
        "notices", rows_of<acts::WithdrawalNotified>(view, member, [](base::Object& row, const auto& notice) {
            row.emplace("instrument", notice.instrument);
        }));
    base::List suspensions = rows_of<acts::MembershipSuspended>(
        view, member, [](base::Object& row, const auto&) { row.emplace("kind", "membership-suspended"); });
    for (base::Value& row : rows_of<acts::ParticipationSuspended>(
             view, member,
             [](base::Object& r, const auto&) { r.emplace("kind", "participation-suspended"); })) {
        suspensions.push_back(std::move(row));
    }
    besides.emplace("suspensions", std::move(suspensions));
    besides.emplace("declared", rows_of<acts::ParticipationDeclaredFrozen>(
                                    view, member, [](base::Object& row, const auto& said) {
                                        if (said.person) row.emplace("person", said.person);
                                        row.emplace("says", law::to_value(said.says));
                                    }));
    besides.emplace("not_signed",
                    rows_of<acts::NotSigned>(view, member, [](base::Object& row, const auto& refusal) {
                        row.emplace("instrument", refusal.instrument);
                    }));
    // What others said of this state, whether or not it is a member.
    // What was said later of an instrument that it had signed or not signed by then belongs to that day.
    std::set<std::string, std::less<>> instruments;
    const Inquiry inquiry(view);
    const auto decided_on = [&](const auto& events, const auto& content) {
        for (const law::Event& event : events) {
            if (inquiry.act(event.accounts.front()).on.by(view.on) != base::Tri::no)
                instruments.emplace(content(event).instrument.text());
        }
    };
    decided_on(inquiry.events<acts::NotSigned>(member),
               [&](const law::Event& event) { return inquiry.content<acts::NotSigned>(event); });
    base::List said;
    for (base::Value& row : statements_about(view, member, base::Day::last())) {
        if (row["of_member"].text() != member.text()) continue;
        const bool by_then = told_from(*base::Date::read(row["on"].text())) <= view.on;
        if (by_then || instruments.contains(row["instrument"].text())) said.push_back(std::move(row));
    }
    besides.emplace("said_of_it", std::move(said));
    besides.emplace("disputes", disputes_of(view, member));
    besides.emplace("missed", missed_by(view, member));
}

void answer_parties(const record::View& view, Answer& answer) {
    const auto* instrument = view.rulebook.find(parameter<base::InstrumentId>(answer, "instrument"));
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf;
        std::vector<base::MemberId> parties;
        std::vector<base::MemberId> signatories;
        const auto& force = law::in_force(inquiry, *instrument, inquiry.view().on);
        for (const rulebook::Member& declared : inquiry.rules().members) {
            const auto& found = law::party_to(inquiry, *instrument, declared.id, inquiry.view().on);
            if (found.value.is == law::Party::Is::no) continue;
            if (found.value.yes()) parties.push_back(declared.id);
            if (found.value.is == law::Party::Is::signed_only) signatories.push_back(declared.id);
            leaf.reasons.push_back(found.value.yes() ? found.reason : law::beside(found.reason));
        }
        std::ranges::sort(parties);
        std::ranges::sort(signatories);
        leaf.reasons.insert(leaf.reasons.begin(), force.reason);
        // In force and without a party, or nothing told of its entry into force: that is a gap in the
        // record and no answer. Before it entered into force there are none.
        leaf.on_record = !parties.empty() || force.value.is == law::InForce::Is::not_yet;
        if (!leaf.on_record) leaf.settled_by = "an-announcement-or-the-deposits";
        leaf.answer = base::Object{{"instrument", instrument->instrument},
                                   {"parties", parties},
                                   {"count", parties.size()},
                                   {"signed_only", signatories}};
        return leaf;
    });
    answer.besides.emplace("steps", rows_of<acts::NationalStep>(view, [&](const acts::NationalStep& step) {
                               return step.instrument == instrument->instrument;
                           }));
}

void answer_in_force(const record::View& view, Answer& answer) {
    const auto name = answer.parameters.at("paper");
    if (const auto* instrument = view.rulebook.find(base::InstrumentId::of(name))) {
        answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
            const auto& found = law::in_force(inquiry, *instrument, inquiry.view().on);
            Leaf leaf;
            leaf.on_record = found.value.is != law::InForce::Is::not_on_record;
            base::Object object{{"instrument", instrument->instrument}};
            if (leaf.on_record) object.emplace("in_force", found.value.is == law::InForce::Is::in_force);
            object.emplace("since", or_null(found.value.since));
            leaf.answer = std::move(object);
            leaf.reasons = {found.reason};
            if (!leaf.on_record) leaf.settled_by = "an-announcement-or-the-deposits";
            return leaf;
        });
        answer.besides.emplace("said_of_it", statements_about(view, instrument->instrument, view.on));
        return;
    }
    const auto paper = base::PaperId::of(name);
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        auto found = law::force_of(inquiry, paper, inquiry.view().on);
        using Is = law::PaperForce::Is;
        Leaf leaf;
        leaf.on_record = found.value.is != Is::not_on_record;
        base::Object object{{"paper", paper}};
        if (leaf.on_record) object.emplace("in_force", found.value.is == Is::in_force);
        object.emplace("since", found.value.since ? base::Value(*found.value.since) : base::Value());
        if (const auto* instrument = law::instrument_of(inquiry, paper))
            object.emplace("instrument", instrument->instrument);
        if (found.value.ended_on) object.emplace("ended_on", *found.value.ended_on);
        if (found.value.period) object.emplace("period", *found.value.period);
        if (found.value.by) object.emplace("by", found.value.by);
        leaf.settled_by = std::move(found.value.settled_by);
        leaf.answer = std::move(object);
        leaf.reasons = {std::move(found.reason)};
        return leaf;
    });
    answer.besides.emplace("said_of_it", statements_about(view, paper, view.on));
}

}  // namespace questions
