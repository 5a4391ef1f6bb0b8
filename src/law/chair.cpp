#include "law/chair.hpp"

#include <algorithm>

#include "law/around.hpp"
#include "law/membership.hpp"

namespace law {
namespace {

using acts::ChairmanshipPasses;

const rulebook::Rotation* rotation_rule(const rulebook::Rulebook& rules, base::BodyId body, base::Day day) {
    for (const rulebook::Rotation& rule : rules.rotation) {
        if (rule.body == body && rules.applies(rule, day)) return &rule;
    }
    return nullptr;
}

base::Date new_year_after(const base::Date& session) {
    return base::Date::of(*base::Day::from(session.latest().year() + 1, 1, 1));
}

// The incoming state chairs from the day after the session: the outgoing one keeps the whole day.
base::Date day_after(const base::Date& session) {
    if (session.exact()) return base::Date::of(session.latest().next());
    return session;  // as imprecise as its source: one day more would pretend to exactness
}

base::Date effect_of(const rulebook::Rulebook& rules, const Pass& pass, std::string_view hand_over,
                     const std::optional<base::Date>& stated) {
    if (stated) return *stated;
    std::string practice(hand_over);
    if (practice.empty()) {
        const auto* rule = rotation_rule(rules, pass.body, pass.decided_on.latest());
        practice = rule && rule->hand_over == rulebook::Rotation::HandOver::calendar_year ? "calendar-year"
                                                                                          : "session-day";
    }
    return practice == "calendar-year" ? new_year_after(pass.decided_on) : day_after(pass.decided_on);
}

// The calendar year of a term: the year it begins with, or the next where it begins late in one, as
// after an autumn session.
int term_year(base::Day from) {
    return from.month() == 1 && from.day_of_month() == 1 ? from.year() : from.year() + 1;
}

// Had the pass taken effect by `day`? Asks only if the days told disagree about that.
bool effective(Inquiry& inquiry, const Pass& pass, base::Day day) {
    const auto all = all_effects(inquiry, pass);
    const bool all_yes =
        std::ranges::all_of(all, [&](const Effective& e) { return e.from.by(day) == base::Tri::yes; });
    const bool all_no =
        std::ranges::all_of(all, [&](const Effective& e) { return e.from.by(day) == base::Tri::no; });
    if (all_yes || all_no) return all_yes;
    return inquiry.come(takes_effect(inquiry, pass), std::string(pass.event.id.text()) + ".effect", day);
}

// A person on record as presiding or attested in the chair between two days.
base::PersonId person_in_chair(Inquiry& inquiry, base::BodyId body, base::MemberId member, base::Day from,
                               base::Day to) {
    base::PersonId found;
    for (const Event& event : inquiry.events<acts::ChairAttested>(body)) {
        const auto& attested = inquiry.content<acts::ChairAttested>(event);
        const base::Date& on = inquiry.act(event.accounts.front()).on;
        if (attested.member == member && attested.person && on.earliest() >= from && on.latest() <= to) {
            found = attested.person;
        }
    }
    return found;
}

Finding<Chair> not_on_record(const rulebook::Body& body, std::vector<Reason> nearest) {
    return {
        {},
        concluded("chair-not-on-record", {{"body", body.body}}, std::move(nearest), base::Support::inferred)};
}

Finding<Chair> by_rotation(Inquiry& inquiry, const rulebook::Body& body, base::Day day) {
    const auto all = passes(inquiry, body.body);
    const auto [current, next] = around(all, [&](const Pass& pass) { return effective(inquiry, pass, day); });
    if (current) inquiry.examined(current->event, "hand_over");  // either way it had taken effect
    const auto told = [&](const Pass& pass) {
        const auto effects = all_effects(inquiry, pass);
        return inquiry.because_of(
            pass.event, "chair-passed",
            facts_of(pass, effects.size() == 1 ? std::optional(effects.front()) : std::nullopt));
    };
    if (!current) {
        std::vector<Reason> nearest;
        if (next && next->from && next->decided_on.exact() && next->decided_on.may_be(day)) {
            // The state the chair came from is on record for that day alone.
            return {{.on_record = true,
                     .member = next->from,
                     .person = {},
                     .in_place_of = {},
                     .since = std::nullopt,
                     .by_order = false,
                     .open_turn_of = {}},
                    told(*next)};
        }
        if (next) nearest.push_back(beside(told(*next)));
        return not_on_record(body, std::move(nearest));
    }
    // The term runs on only if the next hand-over comes from this state.
    const bool broken = next && next->from != current->to;
    if (broken) {
        const bool first_day = day <= all_effects(inquiry, *current).front().from.latest();
        if (!first_day) return not_on_record(body, {beside(told(*current)), beside(told(*next))});
    }
    const auto days = all_effects(inquiry, *current);
    const std::optional<base::Date> since =
        days.size() == 1 ? std::optional(days.front().from) : std::nullopt;
    Chair found{.on_record = true,
                .member = current->to,
                .person = {},
                .in_place_of = current->in_place_of,
                .since = since,
                .by_order = false,
                .open_turn_of = {}};
    Reason reason = told(*current);
    if (current->in_place_of) reason.facts.insert_or_assign("in_place_of", current->in_place_of);

    if (!next) {
        // After the last hand-over on record a calendar-year term ends with its year.
        const auto* rule = rotation_rule(inquiry.rules(), body.body, day);
        if (rule && rule->hand_over == rulebook::Rotation::HandOver::calendar_year && since &&
            since->exact() && day.year() > term_year(since->latest())) {
            for (const Turn& turn : turns_to_come(inquiry, body, day)) {
                if (turn.year != day.year()) continue;
                if (turn.open) {
                    auto gap = not_on_record(body, {turn.reason, beside(reason)});
                    gap.value.open_turn_of = turn.member;
                    return gap;
                }
                found = {.on_record = true,
                         .member = turn.member,
                         .person = {},
                         .in_place_of = {},
                         .since = base::Date::of(*base::Day::from(turn.year, 1, 1)),
                         .by_order = true,
                         .open_turn_of = {}};
                return {found, turn.reason};
            }
            return not_on_record(body, {beside(reason)});
        }
    }
    found.person =
        person_in_chair(inquiry, body.body, found.member, days.front().from.earliest(),
                        next ? all_effects(inquiry, *next).back().from.latest() : base::Day::last());
    return {found, std::move(reason)};
}

Finding<Chair> by_election(Inquiry& inquiry, const rulebook::Body& body, base::Day day) {
    struct Election {
        Event event;
        acts::ElectedChair content;
        base::Date on;
    };
    std::vector<Election> elections;
    for (const Event& event : inquiry.events<acts::ElectedChair>(body.body)) {
        const auto content = inquiry.content<acts::ElectedChair>(event);
        const base::Date on = inquiry.act(event.accounts.front()).on;
        elections.push_back({event, content, on});
    }
    std::ranges::sort(elections, {},
                      [](const Election& e) { return std::pair(e.on.earliest(), e.event.accounts.front()); });
    const auto [current, next] =
        around(elections, [&](const Election& election) { return inquiry.happened(election.event, day); });
    const auto told = [&](const Election& election) {
        base::Object facts{{"body", body.body}, {"member", election.content.member}, {"on", election.on}};
        if (election.content.person) facts.emplace("person", election.content.person);
        if (election.content.succeeds) facts.emplace("succeeds", election.content.succeeds);
        return inquiry.because_of(election.event, "chair-elected", std::move(facts));
    };
    const auto* parent = inquiry.rules().find(body.chair_of);

    if (current) {
        // The chair is drawn from the state in the chair of the parent body: the term reaches into
        // the following turn only until the next election.
        Chair found{.on_record = true,
                    .member = current->content.member,
                    .person = current->content.person,
                    .in_place_of = {},
                    .since = inquiry.on(current->event),
                    .by_order = false,
                    .open_turn_of = {}};
        Reason reason = told(*current);
        if (!parent) return {found, std::move(reason)};
        const auto state = chair(inquiry, *parent, day);
        if (state.value.on_record && state.value.member == found.member) return {found, std::move(reason)};
        if (next && next->content.succeeds == found.member) {
            reason.because.push_back(told(*next));
            return {found, std::move(reason)};
        }
        // Why the term has ended is a reason; what stands nearest is of this body.
        std::vector<Reason> why{beside(std::move(reason)), state.reason};
        if (next) why.push_back(beside(told(*next)));
        return not_on_record(body, std::move(why));
    }
    // Before an election on record: the state it succeeded, from its own turn in the parent's chair
    // until the election; which person is not on record unless one is attested.
    if (next && next->content.succeeds && parent) {
        const auto all = passes(inquiry, parent->body);
        for (const Pass& pass : all) {
            if (pass.to != next->content.succeeds || pass.decided_on.latest() > next->on.earliest()) continue;
            const bool last_turn = std::ranges::none_of(all, [&](const Pass& later) {
                return later.to == pass.to && later.decided_on.earliest() > pass.decided_on.latest() &&
                       later.decided_on.latest() <= next->on.earliest();
            });
            if (!last_turn || !effective(inquiry, pass, day)) continue;
            Chair found{.on_record = true,
                        .member = pass.to,
                        .person = person_in_chair(inquiry, body.body, pass.to, pass.decided_on.latest(),
                                                  next->on.latest()),
                        .in_place_of = {},
                        .since = std::nullopt,
                        .by_order = false,
                        .open_turn_of = {}};
            Reason reason = by_rule(body, "chair-until-election",
                                    {{"body", body.body}, {"member", pass.to}, {"until", next->on}});
            reason.support = base::Support::inferred;
            reason.because.push_back(told(*next));
            if (!found.person) {
                reason.because.push_back(beside(
                    concluded("person-not-on-record", {{"body", body.body}, {"member", pass.to}}, {})));
            }
            return {found, std::move(reason)};
        }
    }
    std::vector<Reason> nearest;
    for (const Event& event : inquiry.events<acts::ChairAttested>(body.body)) {
        const auto& attested = inquiry.content<acts::ChairAttested>(event);
        base::Object facts{
            {"body", body.body}, {"member", attested.member}, {"on", inquiry.act(event.accounts.front()).on}};
        if (attested.person) facts.emplace("person", attested.person);
        Reason reason = inquiry.because_of(event, "chair-attested", std::move(facts));
        if (inquiry.act(event.accounts.front()).on.may_be(day)) {
            return {{.on_record = true,
                     .member = attested.member,
                     .person = attested.person,
                     .in_place_of = {},
                     .since = std::nullopt,
                     .by_order = false,
                     .open_turn_of = {}},
                    std::move(reason)};
        }
        nearest.push_back(beside(std::move(reason)));
    }
    if (next) nearest.push_back(beside(told(*next)));
    return not_on_record(body, std::move(nearest));
}

}  // namespace

std::vector<Pass> passes(const Inquiry& inquiry, base::BodyId body) {
    std::vector<Pass> all;
    for (const Event& event : inquiry.events<ChairmanshipPasses>(body)) {
        const auto& content = inquiry.content<ChairmanshipPasses>(event);
        if (content.body != body) continue;
        all.push_back({.event = event,
                       .body = body,
                       .to = content.member,
                       .from = content.from,
                       .in_place_of = content.in_place_of,
                       .decided_on = inquiry.act(event.accounts.front()).on,
                       .decided = content.ground == acts::Ground::decision});
    }
    std::ranges::sort(all, {}, [](const Pass& pass) {
        return std::pair(pass.decided_on.earliest(), pass.event.accounts.front());
    });
    return all;
}

base::Object facts_of(const Pass& pass, const std::optional<Effective>& effective) {
    base::Object facts{{"body", pass.body},
                       {"member", pass.to},
                       {pass.decided ? "decided_on" : "passed_on", pass.decided_on}};
    if (effective)
        facts.emplace(effective->told == "session-day" ? "reckoned_from" : "from", effective->from);
    return facts;
}

std::vector<Effective> all_effects(const Inquiry& inquiry, const Pass& pass) {
    std::vector<Effective> all;
    const auto stated = inquiry.told(pass.event, "takes_effect");
    const auto practices = inquiry.told(pass.event, "hand_over");
    for (const std::string& practice : practices) {
        if (practice == "stated-day") {
            for (const std::string& day : stated) all.push_back({day, *base::Date::read(day)});
        } else {
            all.push_back({practice, effect_of(inquiry.rules(), pass, practice, std::nullopt)});
        }
    }
    if (practices.empty()) {
        for (const std::string& day : stated) all.push_back({day, *base::Date::read(day)});
    }
    if (all.empty()) all.push_back({"", effect_of(inquiry.rules(), pass, "", std::nullopt)});
    return all;
}

base::Date takes_effect(Inquiry& inquiry, const Pass& pass) {
    const std::string practice = inquiry.text(pass.event, "hand_over");
    if (practice.empty() || practice == "stated-day") {
        if (const auto stated = inquiry.date(pass.event, "takes_effect")) return *stated;
    }
    return effect_of(inquiry.rules(), pass, practice, std::nullopt);
}

Finding<Chair> chair(Inquiry& inquiry, const rulebook::Body& body, base::Day day) {
    switch (body.chair) {
        case rulebook::ChairBy::rotation:
            return by_rotation(inquiry, body, day);
        case rulebook::ChairBy::election:
            return by_election(inquiry, body, day);
        case rulebook::ChairBy::state_in_chair:
            if (const auto* parent = inquiry.rules().find(body.chair_of)) {
                auto found = chair(inquiry, *parent, day);
                Reason reason = by_rule(body, "chair-with-the-state-in-chair",
                                        {{"body", body.body}, {"of", parent->body}});
                reason.because.push_back(std::move(found.reason));
                found.value.person = {};
                return {found.value, std::move(reason)};
            }
            break;
        case rulebook::ChairBy::none:
            break;
    }
    return {{}, concluded("no-rule-on-the-chair", {{"body", body.body}}, {}, base::Support::inferred)};
}

std::vector<Turn> turns_to_come(Inquiry& inquiry, const rulebook::Body& body, base::Day day) {
    const auto all = passes(inquiry, body.body);
    const auto* rule = rotation_rule(inquiry.rules(), body.body, day);
    if (!rule || all.empty()) return {};
    const auto order = inquiry.rules().orders.find(rule->order);
    if (order == inquiry.rules().orders.end()) return {};

    const Pass& last = all.back();
    const base::Day from = takes_effect(inquiry, last).latest();
    const base::MemberId in_chair = last.in_place_of ? last.in_place_of : last.to;
    const auto at = std::ranges::find(order->second, in_chair);
    if (at == order->second.end()) return {};

    std::vector<Turn> turns;
    const std::size_t start = static_cast<std::size_t>(at - order->second.begin());
    int year = term_year(from);
    for (std::size_t step = 1; step < order->second.size(); ++step) {
        const base::MemberId member = order->second[(start + step) % order->second.size()];
        if (!membership(inquiry, member, day).value.member()) continue;
        ++year;
        Turn turn{.member = member, .year = year, .open = false, .reason = {}};
        turn.reason =
            by_rule(*rule, "turn-by-order", {{"body", body.body}, {"member", member}, {"year", year}});
        turn.reason.support = base::weaker(*turn.reason.support, base::Support::inferred);
        turn.reason.because.push_back(
            inquiry.because_of(last.event, "chair-passed", facts_of(last, std::nullopt)));
        for (const Event& frozen : inquiry.events<acts::ParticipationDeclaredFrozen>(member)) {
            if (rule->of_a_state_that_froze != rulebook::Rotation::Turn::open) continue;
            if (inquiry.act(frozen.accounts.front()).on.earliest() > day) continue;
            turn.open = true;
            turn.reason.because.push_back(
                inquiry.because_of(frozen, "declared-frozen", {{"member", member}}));
            break;
        }
        turns.push_back(std::move(turn));
        if (turns.back().open) break;
    }
    return turns;
}

}  // namespace law
