// session: what is on record about one meeting.
#include <algorithm>
#include <set>

#include "law/chair.hpp"
#include "law/session.hpp"
#include "questions/announcements.hpp"
#include "questions/counts.hpp"
#include "questions/parts.hpp"

namespace questions {
namespace {

using law::Inquiry;
using law::Leaf;

template <class IdType> void put(base::Object& row, const char* name, IdType id) {
    if (!id.empty()) row.emplace(name, id);
}

base::Value attendance_row(const law::Attendance& one) {
    base::Object row{{"member", one.member}, {"was", law::name_of(one.was)}};
    put(row, "person", one.person);
    if (!one.capacity.empty()) row.emplace("capacity", law::to_value(one.capacity));
    row.emplace("sources", one.reason.sources);
    row.emplace("acts", one.reason.acts);
    row.emplace("rests_on",
                one.reason.support ? base::Value(base::support_name(*one.reason.support)) : base::Value());
    return row;
}

base::List counts_of(const Inquiry& inquiry, base::SessionId session) {
    base::List rows;
    for (const law::Event& event : inquiry.events<acts::Tallied>(session)) {
        for (const auto number : event.accounts) {
            const acts::Act& act = inquiry.act(number);
            const auto& tally = std::get<acts::Tallied>(act.content);
            base::Object row{{"counted", acts::name_of(tally.counted)},
                             {"number", tally.number.number},
                             {"about", tally.number.nearness == acts::Nearness::about}};
            if (!acts::is_near(tally.number)) row.emplace("nearness", acts::name_of(tally.number.nearness));
            if (!tally.scope.empty()) row.emplace("scope", law::to_value(tally.scope));
            put_sources(row, act);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

base::List papers_of(const Inquiry& inquiry, base::SessionId session) {
    base::List rows;
    for (const law::Event& event : inquiry.events<acts::Adopted>(session)) {
        const auto& adopted = inquiry.content<acts::Adopted>(event);
        base::Object row{{"paper", adopted.paper},
                         {"body", adopted.body},
                         {"kind", acts::name_of(adopted.paper_kind)},
                         {"title", law::to_value(adopted.title)},
                         {"on", inquiry.told(event, "on").front()}};
        const law::Reason reason = inquiry.because_of(event, "");
        row.emplace("sources", reason.sources);
        row.emplace("acts", reason.acts);
        row.emplace("rests_on", base::support_name(*reason.support));
        rows.push_back(std::move(row));
    }
    return rows;
}

base::List not_adopted_at(const Inquiry& inquiry, base::SessionId session) {
    base::List rows;
    for (const law::Event& event : inquiry.events<acts::NotAdopted>(session)) {
        const auto& draft = inquiry.content<acts::NotAdopted>(event);
        base::Object row{{"paper", draft.paper}, {"title", law::to_value(draft.title)}};
        if (!draft.why.empty()) row.emplace("why", law::to_value(draft.why));
        put_sources(row, inquiry.act(event.accounts.front()));
        rows.push_back(std::move(row));
    }
    return rows;
}

// What was announced at the session, and what became of it as far as the record knows by `day`.
base::List announced_at(Inquiry& inquiry, base::SessionId session, base::Day day) {
    base::List rows;
    for (const law::Event& event : inquiry.events<acts::Announced>(session)) {
        const auto& said = inquiry.content<acts::Announced>(event);
        const acts::Act& act = inquiry.act(event.accounts.front());
        if (said.at != session) continue;
        base::Object row{{"title", law::to_value(said.title)},
                         {"certainty", acts::name_of(said.certainty)},
                         {"announced_on", act.on}};
        row.emplace("when", or_null(said.when));
        put(row, "session", said.session);
        put_sources(row, act);
        base::Value outcome;
        if (const auto came = what_came_of(inquiry, act.id, said, day)) {
            base::Object found{{"outcome", acts::name_of(came->outcome)}, {"on", came->on}};
            put_sources(found, inquiry.act(came->entry));
            outcome = std::move(found);
        }
        row.emplace("outcome", std::move(outcome));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void put_not_held(Inquiry& inquiry, base::SessionId session, base::Object& object, Leaf& leaf) {
    leaf.on_record = false;
    const auto later = law::session(inquiry, session);
    if (!later) {
        leaf.settled_by = "a-source-that-says-whether-it-was-held";
        return;
    }
    object.insert_or_assign("held_on", later->on);
    leaf.reasons.push_back(
        law::beside(inquiry.because_of(later->event, "held", {{"session", session}, {"on", later->on}})));
}

void answer_session(const record::View& view, Answer& answer) {
    const auto id = parameter<base::SessionId>(answer, "session");
    Inquiry first(view);
    const auto held = law::session(first, id);
    if (!held || held->on.by(view.on) == base::Tri::no) {
        answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
            Leaf gap;
            base::Object object{{"session", id}};
            for (const law::Event& event : inquiry.events<acts::Announced>(id)) {
                const auto& said = inquiry.content<acts::Announced>(event);
                if (said.session != id || inquiry.act(event.accounts.front()).on.by(view.on) == base::Tri::no)
                    continue;
                if (said.when) object.insert_or_assign("announced_for", *said.when);
                object.insert_or_assign("title", law::to_value(said.title));
                gap.reasons.push_back(law::beside(inquiry.because_of(event, "announced", {{"session", id}})));
            }
            put_not_held(inquiry, id, object, gap);
            gap.answer = std::move(object);
            return gap;
        });
        return;
    }

    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        const auto session = *law::session(inquiry, id);
        auto rows = law::attendance(inquiry, session);
        Leaf leaf;
        base::List attendance;
        std::size_t present = 0;
        std::size_t absent = 0;
        for (law::Attendance& row : rows.value) {
            attendance.push_back(attendance_row(row));
            present += row.was == law::Attendance::Was::present ? 1 : 0;
            absent += row.was == law::Attendance::Was::absent ? 1 : 0;
            leaf.reasons.push_back(std::move(row.reason));
        }
        leaf.reasons.insert(leaf.reasons.begin(), std::move(rows.reason));
        leaf.reasons.insert(leaf.reasons.begin(),
                            inquiry.because_of(session.event, "held", {{"session", id}, {"on", session.on}}));
        base::Object object{{"session", id},
                            {"title", law::to_value(inquiry.content<acts::Held>(session.event).title)},
                            {"on", session.on},
                            {"bodies", session.bodies},
                            {"kind", acts::name_of(session.kind)},
                            {"members", rows.value.size()},
                            {"present", present},
                            {"absent", absent},
                            {"attendance", std::move(attendance)}};
        object.emplace("mode", session.mode ? base::Value(acts::name_of(*session.mode)) : base::Value());
        object.emplace("place", or_null(session.place));
        leaf.answer = std::move(object);
        return leaf;
    });

    base::Object& besides = answer.besides;
    base::List presided;
    for (const law::Event& event : first.events<acts::Presided>(id)) {
        const auto& who = first.content<acts::Presided>(event);
        base::Object row{{"member", who.member}};
        put(row, "person", who.person);
        put(row, "body", who.body);
        put_sources(row, first.act(event.accounts.front()));
        presided.push_back(std::move(row));
    }
    besides.emplace("presided", std::move(presided));
    base::List guests;
    for (const law::Event& event : first.events<acts::Guest>(id)) {
        const auto& guest = first.content<acts::Guest>(event);
        base::Object row;
        put(row, "person", guest.person);
        put(row, "member", guest.member);
        if (!guest.capacity.empty()) row.emplace("capacity", law::to_value(guest.capacity));
        if (guest.takes_part) row.emplace("takes_part", acts::name_of(*guest.takes_part));
        put_sources(row, first.act(event.accounts.front()));
        guests.push_back(std::move(row));
    }
    besides.emplace("guests", std::move(guests));
    base::List subjects;
    for (const law::Event& event : first.events<acts::Discussed>(id)) {
        base::Object row{{"subject", law::to_value(first.content<acts::Discussed>(event).subject)}};
        put_sources(row, first.act(event.accounts.front()));
        subjects.push_back(std::move(row));
    }
    besides.emplace("subjects", std::move(subjects));
    besides.emplace("counts", counts_of(first, id));
    besides.emplace("counts_differ", counts_differ(counts_standing(first, id)));
    besides.emplace("papers", papers_of(first, id));
    besides.emplace("not_adopted", not_adopted_at(first, id));
    besides.emplace("announced", announced_at(first, id, view.on));
    base::List passes;
    for (const law::Event& event : first.events<acts::ChairmanshipPasses>(id)) {
        const auto& pass = first.content<acts::ChairmanshipPasses>(event);
        base::Object row{{"body", pass.body}, {"to", pass.member}};
        if (pass.ground) row.emplace("ground", acts::name_of(*pass.ground));
        put(row, "from", pass.from);
        put_sources(row, first.act(event.accounts.front()));
        base::List days;
        for (const law::Pass& one : law::passes(first, pass.body)) {
            if (one.event.id != event.id) continue;
            for (const law::Effective& effect : law::all_effects(first, one)) {
                days.push_back(effect.from);
                if (effect.told == "session-day") row.insert_or_assign("reckoned", effect.from);
            }
        }
        row.emplace("takes_effect", std::move(days));
        passes.push_back(std::move(row));
    }
    besides.emplace("chair_passes", std::move(passes));
    besides.emplace("statements", statements_about(view, id, view.on));
}

}  // namespace questions
