// quorum, outcome, bound, awaiting.
#include <algorithm>
#include <map>

#include "law/instruments.hpp"
#include "law/membership.hpp"
#include "law/papers.hpp"
#include "law/quorum.hpp"
#include "questions/parts.hpp"

namespace questions {
namespace {

using law::Inquiry;
using law::Leaf;

base::List ids(const std::set<base::MemberId>& members) { return base::List(members.begin(), members.end()); }

// With `stands_as` the answer also forks where only the standing of the paper differs.
enum class Shows { bond, bond_and_standing };
Leaf bound_leaf(Inquiry& inquiry, base::MemberId member, base::PaperId paper, Shows shows) {
    auto found = law::bound(inquiry, member, paper, inquiry.view().on);
    Leaf leaf;
    leaf.on_record = found.value.is != law::Bound::Is::not_on_record;
    base::Object object{{"member", member}, {"paper", paper}};
    if (leaf.on_record) {
        object.emplace("bound", found.value.is == law::Bound::Is::bound);
        object.emplace("since", or_null(found.value.since));
        if (shows == Shows::bond_and_standing) object.emplace("stands_as", found.value.stands_as);
        if (found.value.is == law::Bound::Is::not_bound) object.emplace("may_join", found.value.may_join);
    } else {
        leaf.settled_by = std::move(found.value.settled_by);
    }
    leaf.answer = std::move(object);
    leaf.reasons = {std::move(found.reason)};
    return leaf;
}

base::Value position_row(const record::View& view, base::MemberId member, base::PaperId paper,
                         base::SessionId session) {
    Inquiry inquiry(view);
    const law::Position position = law::latest_position(inquiry, member, paper, session, view.on);
    if (!position.stance) return {};
    base::Object row{{"stance", acts::name_of(*position.stance)},
                     {"on", *position.on},
                     {"on_all_papers", position.on_all_papers},
                     {"sources", position.reason.sources},
                     {"acts", position.reason.acts},
                     {"rests_on", base::support_name(*position.reason.support)}};
    for (const base::ActId id : position.reason.acts) {
        const auto number = view.record.find(id);
        if (!number) continue;
        const auto& taken = std::get<acts::PositionTaken>(view.act(*number).content);
        if (!taken.says.empty()) row.emplace("says", law::to_value(taken.says));
    }
    return row;
}

base::SessionId session_of(const Inquiry& inquiry, base::PaperId paper) {
    for (const law::Event& event : inquiry.events<acts::Adopted>(paper))
        return inquiry.content<acts::Adopted>(event).session;
    return {};
}

// The same record with one act more for each paper, that did not happen: the state answers so today.
record::Record supposing(const record::View& view, base::MemberId member,
                         const std::vector<base::PaperId>& papers, acts::Stance stance) {
    std::vector<acts::Act> supposed;
    for (const base::PaperId paper : papers) {
        acts::PositionTaken taken;
        taken.member = member;
        taken.paper = paper;
        taken.stance = stance;
        const auto id = base::ActId::of("supposed-" + std::string(acts::name_of(stance)) + "-" +
                                        std::string(paper.text()));
        supposed.push_back({.id = id,
                            .on = base::Date::of(view.on),
                            .place = {},
                            .event = id.as<struct base::EventKind>(),
                            .cites = {},
                            .sources = {{{}, base::Support::official}},
                            .content = taken});
    }
    return view.record.supposing(std::move(supposed));
}

}  // namespace

namespace {

// Of the statements, those on a topic that bears on when a body may meet and how it decides.
base::List bearing_on_meetings(const record::View& view, const std::vector<base::BodyId>& bodies,
                               base::List statements) {
    std::set<base::RuleId> rules;
    const auto add = [&](const auto& all) {
        for (const auto& rule : all) {
            if (std::ranges::find_first_of(rule.bodies, bodies) != rule.bodies.end()) rules.insert(rule.id);
        }
    };
    add(view.rulebook.quorum);
    add(view.rulebook.deciding);
    std::erase_if(statements, [&](const base::Value& row) {
        const auto id = base::RuleId::known(row["topic"].text());
        const rulebook::Topic* topic = id ? view.rulebook.topic(*id) : nullptr;
        return !topic ||
               std::ranges::none_of(topic->rules, [&](base::RuleId one) { return rules.contains(one); });
    });
    return statements;
}

}  // namespace

void answer_quorum(const record::View& view, Answer& answer) {
    const auto id = parameter<base::SessionId>(answer, "session");
    Inquiry first(view);
    const auto held = law::session(first, id);
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf;
        const auto session = law::session(inquiry, id);
        base::Object object{{"session", id}};
        if (!session || session->on.by(view.on) == base::Tri::no) {
            put_not_held(inquiry, id, object, leaf);
            leaf.answer = std::move(object);
            return leaf;
        }
        auto found = law::quorum(inquiry, *session);
        using Is = law::Quorum::Is;
        leaf.on_record = found.value.is == Is::quorate || found.value.is == Is::not_quorate;
        if (leaf.on_record) object.emplace("quorum", found.value.is == Is::quorate);
        object.emplace("figure_read", found.value.is != Is::no_figure_read);
        object.emplace("members", found.value.members);
        object.emplace("present", found.value.present);
        object.emplace("absent", found.value.absent);
        object.emplace("attendance_not_on_record", found.value.unknown);
        if (found.value.is == Is::no_figure_read) leaf.settled_by = "the-text-of-the-rule";
        if (found.value.is == Is::attendance_not_on_record) leaf.settled_by = "a-list-of-those-present";
        leaf.answer = std::move(object);
        leaf.reasons = {std::move(found.reason)};
        return leaf;
    });
    const std::vector<base::BodyId> bodies = held ? held->bodies : std::vector<base::BodyId>();
    answer.besides.emplace("statements",
                           bearing_on_meetings(view, bodies, statements_about(view, id, view.on)));
    if (!held) return;
    base::List precedents;
    for (const law::Session& earlier : law::earlier_absences(first, *held)) {
        if (earlier.on.by(view.on) == base::Tri::no) continue;
        precedents.push_back(base::Object{
            {"session", earlier.id},
            {"on", earlier.on},
            {"bodies", earlier.bodies},
            {"place", or_null(earlier.place)},
            {"absent", ids(law::those(law::attendance(first, earlier).value, law::Attendance::Was::absent))},
            {"papers", first.events<acts::Adopted>(earlier.id).size()},
            {"statements",
             bearing_on_meetings(view, earlier.bodies, statements_about(view, earlier.id, view.on))}});
    }
    answer.besides.emplace("precedents", std::move(precedents));
}

void answer_outcome(const record::View& view, Answer& answer) {
    const auto paper = parameter<base::PaperId>(answer, "paper");
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        const auto& found = law::standing_of(inquiry, paper, inquiry.view().on);
        using Is = law::PaperStanding::Is;
        Leaf leaf;
        leaf.on_record = found.value.is != Is::not_on_record;
        base::Object object{{"paper", paper}};
        if (leaf.on_record) {
            constexpr std::string_view words[] = {
                "", "not-yet", "adopted", "not-adopted", "approved", "signed-with-others", "withdrawn"};
            object.emplace("outcome", words[static_cast<int>(found.value.is)]);
            object.emplace("on", or_null(found.value.on));
            if (found.value.is == Is::adopted) {
                object.emplace("stands_as", found.value.stands_as);
                object.emplace("body", found.value.body);
                if (found.value.way) object.emplace("way", found.value.way);
                object.emplace("binds", ids(found.value.decided.binds));
                object.emplace("may_join", ids(found.value.decided.may_join));
            }
        } else {
            leaf.settled_by = "a-source-that-says-what-became-of-it";
        }
        leaf.answer = std::move(object);
        leaf.reasons = {found.reason};
        return leaf;
    });
    answer.besides.emplace("statements", statements_about(view, paper, view.on));
}

void answer_bound(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    const std::string name = answer.parameters.at("paper");
    if (const auto* instrument = view.rulebook.find(base::InstrumentId::of(name))) {
        answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
            const base::Day day = inquiry.view().on;
            const auto& found = law::party_to(inquiry, *instrument, member, day);
            Leaf leaf;
            base::Object object{{"member", member}, {"instrument", instrument->instrument}};
            leaf.reasons = {found.reason};
            auto denial = found.value.yes() ? law::Denial{}
                                            : law::may_deny(inquiry, *instrument, member, found.value, day);
            leaf.on_record = found.value.yes() || denial.may;
            leaf.settled_by = std::move(denial.settled_by);
            if (denial.beside) leaf.reasons.push_back(std::move(*denial.beside));
            if (leaf.on_record) {
                object.emplace("bound", found.value.yes());
                object.emplace("since", or_null(found.value.yes() ? found.value.since : std::nullopt));
            }
            leaf.answer = std::move(object);
            return leaf;
        });
        return;
    }
    const auto paper = base::PaperId::of(name);
    answer.conclusion = law::conclude(
        view, [&](Inquiry& inquiry) { return bound_leaf(inquiry, member, paper, Shows::bond); });
    const Inquiry inquiry(view);
    const base::SessionId session = session_of(inquiry, paper);
    answer.besides.emplace("position", position_row(view, member, paper, session));
    base::List told;
    for (const base::DisputeId id : answer.conclusion.disputes) {
        if (const auto dispute = law::dispute(view, id)) told.push_back(law::to_value(*dispute));
    }
    answer.besides.emplace("disputes", std::move(told));
    answer.besides.emplace("statements", statements_about(view, paper, view.on));
}

namespace {

// The same answer from the packed tables, where they can give it.
bool bound_by_leaf(const record::View& view, base::PaperId paper, Leaf& leaf) {
    std::vector<law::BoundBy> bound;
    if (!law::bound_by_own_consent(view, paper, bound)) return false;
    std::ranges::sort(bound, {}, &law::BoundBy::member);
    std::vector<base::MemberId> members;
    for (const law::BoundBy& one : bound) {
        members.push_back(one.member);
        leaf.reasons.push_back(law::reason_of(view, paper, one));
    }
    leaf.answer = base::Object{{"paper", paper}, {"bound", members}};
    return true;
}

Leaf bound_by_leaf(Inquiry& inquiry, base::PaperId paper) {
    Leaf leaf;
    std::string settled_by;
    std::vector<base::MemberId> bound, may_join, not_bound, open;
    const base::Day day = inquiry.view().on;
    const auto& members = law::members(inquiry, day);
    for (const base::MemberId member : members.value.ids) {
        auto found = law::bound(inquiry, member, paper, day);
        switch (found.value.is) {
            case law::Bound::Is::bound:
                bound.push_back(member);
                break;
            case law::Bound::Is::not_bound:
                (found.value.may_join ? may_join : not_bound).push_back(member);
                break;
            case law::Bound::Is::not_on_record:
                open.push_back(member);
                settled_by = std::move(found.value.settled_by);
                break;
        }
        leaf.reasons.push_back(std::move(found.reason));
    }
    base::Object object{{"paper", paper}, {"bound", bound}};
    if (!may_join.empty()) object.emplace("may_join", may_join);
    if (!not_bound.empty()) object.emplace("not_bound", not_bound);
    if (!open.empty()) object.emplace("not_on_record", open);
    leaf.on_record = open.size() < members.value.ids.size() || open.empty();
    if (!open.empty()) leaf.settled_by = std::move(settled_by);
    leaf.answer = std::move(object);
    if (members.value.ids.empty()) leaf.reasons = {members.reason};
    return leaf;
}

}  // namespace

void answer_bound_by(const record::View& view, Answer& answer) {
    const auto paper = parameter<base::PaperId>(answer, "paper");
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf;
        return bound_by_leaf(view, paper, leaf) ? leaf : bound_by_leaf(inquiry, paper);
    });
    answer.besides.emplace("statements", statements_about(view, paper, view.on));
}

namespace {

// The same value, said of another paper that the law treats alike.
void rename(base::Value& value, base::PaperId from, base::PaperId to) {
    if (base::List* list = value.list()) {
        for (base::Value& one : *list) rename(one, from, to);
    } else if (base::Object* object = value.object()) {
        for (auto& [key, one] : *object) {
            if (key == "paper" && one.text() == from.text())
                one = to;
            else
                rename(one, from, to);
        }
    }
}

}  // namespace

void answer_awaiting(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    const auto only = parameter<base::SessionId>(answer, "session");
    Inquiry inquiry(view);
    struct Row {
        base::PaperId paper;
        const acts::Adopted* adopted;
        base::Date on;
        base::SessionId session;
        law::Reason reason;
    };
    std::vector<Row> rows;
    for (const law::Session& session : law::sessions(inquiry)) {
        if (session.on.by(view.on) == base::Tri::no || (only && session.id != only)) continue;
        const bool absent = std::ranges::any_of(
            inquiry.events<acts::Absent>(session.id),
            [&](const law::Event& event) { return inquiry.content<acts::Absent>(event).member == member; });
        if (!absent || !law::membership(inquiry, member, session.on.earliest()).value.member()) continue;
        for (const law::Event& event : inquiry.events<acts::Adopted>(session.id)) {
            const auto& adopted = inquiry.content<acts::Adopted>(event);
            rows.push_back({adopted.paper, &adopted, *base::Date::read(inquiry.told(event, "on").front()),
                            session.id, inquiry.because_of(event, "adopted", {{"paper", adopted.paper}})});
        }
    }
    std::vector<base::PaperId> papers;
    for (const Row& row : rows) papers.push_back(row.paper);
    const record::Record joining = supposing(view, member, papers, acts::Stance::joined);
    const record::Record objecting = supposing(view, member, papers, acts::Stance::objects);
    const auto view_of = [&](const record::Record& record) {
        record::View supposed{view.rulebook, record, view.known, view.on, view.taken};
        law::remember(supposed);
        return supposed;
    };
    const record::View if_it_joins = view_of(joining);
    const record::View if_it_objects = view_of(objecting);

    law::Conclusion& whole = answer.conclusion;
    base::List list;
    std::map<std::string, std::pair<base::PaperId, base::Value>> effects_of_alike;
    for (Row& row : rows) {
        base::List effects;
        const auto effect = [&](const char* if_it, const record::View& supposed) {
            const auto conclusion = law::conclude(supposed, [&](Inquiry& one) {
                return bound_leaf(one, member, row.paper, Shows::bond_and_standing);
            });
            take_standing(whole, conclusion);
            // Why is said on the page of the paper; here it would be said three times for each.
            base::Object found = law::without_reasons(conclusion);
            found.emplace("if", if_it);
            effects.push_back(std::move(found));
        };
        const std::string same = law::sameness(inquiry, row.paper);
        const auto alike = same.empty() ? effects_of_alike.end() : effects_of_alike.find(same);
        if (alike != effects_of_alike.end()) {
            base::Value of_this = alike->second.second;
            rename(of_this, alike->second.first, row.paper);
            effects = *of_this.list();
        } else {
            effect("joins", if_it_joins);
            effect("none", view);
            effect("objects", if_it_objects);
            if (!same.empty()) effects_of_alike.emplace(same, std::pair(row.paper, base::Value(effects)));
        }

        base::Value handed;
        for (const law::Event& event : inquiry.events<acts::HandedOver>(member)) {
            const auto& given = inquiry.content<acts::HandedOver>(event);
            if (given.paper != row.paper && given.session != row.session) continue;
            const acts::Act& act = inquiry.act(event.accounts.front());
            if (act.on.by(view.on) != base::Tri::no) handed = act.on;
        }
        list.push_back(base::Object{{"paper", row.paper},
                                    {"title", law::to_value(row.adopted->title)},
                                    {"kind", acts::name_of(row.adopted->paper_kind)},
                                    {"body", row.adopted->body},
                                    {"session", row.session},
                                    {"adopted_on", row.on},
                                    {"handed_over", std::move(handed)},
                                    {"position", position_row(view, member, row.paper, row.session)},
                                    {"effects", std::move(effects)}});
        whole.reasons.push_back(std::move(row.reason));
    }
    whole.answer = base::Object{{"member", member}, {"count", list.size()}, {"papers", std::move(list)}};
    base::List told;
    for (const base::DisputeId id : whole.disputes) {
        if (const auto dispute = law::dispute(view, id)) told.push_back(law::to_value(*dispute));
    }
    answer.besides.emplace("disputes", std::move(told));
}

}  // namespace questions
