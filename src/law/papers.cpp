#include "law/papers.hpp"

#include <algorithm>
#include <span>

#include "law/chair.hpp"
#include "law/force.hpp"
#include "law/instruments.hpp"
#include "law/membership.hpp"
#include "law/quorum.hpp"
#include "law/voting_right.hpp"

namespace law {
namespace {

using acts::Stance;
using rulebook::SetId;

// Is this a way in which the body decides in that format on that day?
bool may_govern(const rulebook::Rulebook& rules, const rulebook::Deciding& rule, base::BodyId body,
                std::string_view format, base::Day day) {
    return rules.applies(rule, day) && rule.format == format &&
           (rule.bodies.empty() || std::ranges::find(rule.bodies, body) != rule.bodies.end());
}

const rulebook::Deciding* way_of_deciding(Inquiry& inquiry, base::BodyId body, const std::string& format,
                                          std::string_view kind, base::Day day) {
    const rulebook::Deciding* general = nullptr;
    for (const rulebook::Deciding& rule : inquiry.rules().deciding) {
        if (!may_govern(inquiry.rules(), rule, body, format, day)) continue;
        if (rule.subjects.empty()) {
            if (!general) general = &rule;
            continue;
        }
        if (std::ranges::find(rule.subjects, kind) == rule.subjects.end()) continue;
        // Whether this way may be used for such a subject may itself be disputed.
        if (rule.applies && inquiry.side(rule.applies) != rule.applies_side) continue;
        return &rule;
    }
    return general;
}

// The ways in which a paper may have been decided on whose adoption no format is on record: one for each
// format of the body that is open to such a paper.
std::vector<const rulebook::Deciding*> ways_left_open(Inquiry& inquiry, base::BodyId body,
                                                      std::string_view kind, base::Day day) {
    std::vector<std::string> formats;
    for (const rulebook::Deciding& rule : inquiry.rules().deciding) {
        if (may_govern(inquiry.rules(), rule, body, rule.format, day) &&
            std::ranges::find(formats, rule.format) == formats.end())
            formats.push_back(rule.format);
    }
    std::vector<const rulebook::Deciding*> ways;
    for (const std::string& format : formats) {
        if (const auto* way = way_of_deciding(inquiry, body, format, kind, day)) ways.push_back(way);
    }
    return ways;
}

// The way on which this pass stands. What is disputed in any of them is decided before: so the ways are
// compared with one another on the same sides, and where they lead to the same answer it is one answer.
const rulebook::Deciding* one_of(Inquiry& inquiry, const std::vector<const rulebook::Deciding*>& ways,
                                 base::PaperId paper) {
    std::vector<std::string> formats;
    for (const rulebook::Deciding* way : ways) {
        if (way->dispute) inquiry.side(way->dispute);
        formats.push_back(way->format);
    }
    return ways.empty() ? nullptr : ways[inquiry.alternative(std::string(paper.text()), "format", formats)];
}

// The sets that the law fills for every paper, by their names in the rulebook.
struct Sets {
    SetId members = SetId::of("members"), entitled = SetId::of("entitled"),
          participating = SetId::of("participating"), present = SetId::of("present"),
          represented = SetId::of("represented"), absent = SetId::of("absent"), in_favour = SetId::of("for"),
          against = SetId::of("against"), abstain = SetId::of("abstain"), object = SetId::of("object"),
          objects_to_format = SetId::of("objects_to_format"), signed_it = SetId::of("signed"),
          joined = SetId::of("joined"), no_objection = SetId::of("no_objection"),
          accepted = SetId::of("accepted"), voting = SetId::of("voting"), chair = SetId::of("chair");
};
const Sets& sets() {
    static const Sets all;
    return all;
}

// Which set of a ballot a position puts a member in; empty for none. The day decides whether it joined in
// time.
SetId set_of(Stance stance) {
    switch (stance) {
        case Stance::signed_it:
        case Stance::signed_with_reservation:
            return sets().signed_it;
        case Stance::joined:
            return sets().joined;
        case Stance::objects:
            return sets().object;
        case Stance::objects_to_format:
            return sets().objects_to_format;
        case Stance::abstains_in_vote:
            return sets().abstain;
        case Stance::against:
            return sets().against;
        case Stance::no_objection:  // said on a session's papers together too: `fill_no_objection`
        case Stance::will_consider:
        case Stance::abstains:
        case Stance::denounced:
            break;
    }
    return {};
}

// A position has effect from the day it was taken, or from a later one that it states.
base::Date effect_of(const acts::Act& act) {
    return std::get<acts::PositionTaken>(act.content).takes_effect.value_or(act.on);
}
bool has_effect(Inquiry& inquiry, const Event& event, base::Day day) {
    const bool states_a_day = inquiry.content<acts::PositionTaken>(event).takes_effect.has_value();
    return inquiry.passed(event, states_a_day ? "takes_effect" : "on", day);
}

// The positions taken on this paper alone; those on a session's papers together do not vote.
void fill_positions(Inquiry& inquiry, base::PaperId paper, const base::Date& adopted_on, base::Day day,
                    Ballot& ballot) {
    for (const Event& event : inquiry.events<acts::PositionTaken>(paper)) {
        const auto& taken = inquiry.content<acts::PositionTaken>(event);
        const acts::Act& act = inquiry.act(event.accounts.front());
        const SetId set = set_of(taken.stance);
        if (set.empty() || !has_effect(inquiry, event, day)) continue;
        // An objection or a vote counts at the adoption; consent by signature or joining counts later too.
        const bool later = act.on.earliest() > adopted_on.latest();
        const bool consent = set == sets().joined || set == sets().signed_it;
        if (later && !consent) continue;
        // At the adoption only those count who had a vote.
        if (!later && !ballot.sets[sets().entitled].contains(taken.member)) continue;
        ballot.sets[later ? sets().joined : set].insert(taken.member);
    }
}

// The latest of a member's positions that has effect by the day and `counts`.
Position latest_among(Inquiry& inquiry, const std::vector<Event>& events, base::MemberId member,
                      base::Day day, bool (*counts)(const acts::PositionTaken&)) {
    Position found;
    for (const Event& event : events) {
        const auto& taken = inquiry.content<acts::PositionTaken>(event);
        if (taken.member != member || !counts(taken) || !has_effect(inquiry, event, day)) continue;
        const acts::Act& act = inquiry.act(event.accounts.front());
        const base::Date effect = effect_of(act);
        if (found.effect && effect.latest() < found.effect->latest()) continue;
        found.stance = taken.stance;
        found.on = act.on;
        found.effect = effect;
        found.reason =
            inquiry.because_of(event, "position-taken",
                               {{"member", member}, {"stance", acts::name_of(taken.stance)}, {"on", act.on}});
    }
    return found;
}

// Who stayed away and had said by then that it does not object, to this paper or to all of the session's:
// that is a consent, and not the silence of which nothing is on record.
void fill_no_objection(Inquiry& inquiry, const acts::Adopted& adopted, const base::Date& adopted_on,
                       Ballot& ballot, std::vector<Reason>& reasons) {
    for (const base::MemberId member : ballot.sets[sets().absent]) {
        Position position =
            latest_position(inquiry, member, adopted.paper, adopted.session, adopted_on.latest());
        if (position.stance != Stance::no_objection) continue;
        ballot.sets[sets().no_objection].insert(member);
        reasons.push_back(std::move(position.reason));
    }
}

// Consent of its own and the end of it: what a member says besides does not undo that it joined.
bool is_consent_or_its_end(const acts::PositionTaken& taken) {
    return taken.stance == Stance::joined || taken.stance == Stance::signed_it ||
           taken.stance == Stance::signed_with_reservation || taken.stance == Stance::denounced;
}

// Does a formula name this set anywhere? A set that costs an inquiry is filled only if it is used.
bool names(const rulebook::SetExpression& set, SetId wanted) {
    if (set.kind == rulebook::SetExpression::Kind::name) return set.name == wanted;
    return std::ranges::any_of(set.parts, [&](const auto& part) { return names(part, wanted); });
}
bool names(const rulebook::Formula& formula, SetId wanted) {
    return std::visit(
        [&]<class Node>(const Node& node) {
            if constexpr (std::is_same_v<Node, rulebook::Share>) {
                return names(node.of, wanted) || names(node.over, wanted);
            } else if constexpr (std::is_same_v<Node, rulebook::Number>) {
                const auto* fewest = std::get_if<rulebook::Fewest>(&node.bound);
                return names(node.of, wanted) || (fewest && names(fewest->over, wanted));
            } else if constexpr (std::is_same_v<Node, rulebook::Empty>) {
                return names(node.set, wanted);
            } else if constexpr (std::is_same_v<Node, rulebook::All> || std::is_same_v<Node, rulebook::Any>) {
                return std::ranges::any_of(node.parts, [&](const auto& part) { return names(part, wanted); });
            } else if constexpr (std::is_same_v<Node, rulebook::Not>) {
                return names(*node.part, wanted);
            } else {
                return std::is_same_v<Node, rulebook::Use>;  // another rule may name anything
            }
        },
        formula.node);
}

// Who could decide on that day at that session, before any position was taken: the same for every paper
// adopted there.
struct Gathered {
    Ballot ballot;
    std::vector<Reason> reasons;
};
Gathered gather(Inquiry& inquiry, base::SessionId id, base::Day on) {
    Gathered found{.ballot = {.on = on, .sets = {}, .facts = {}}, .reasons = {}};
    auto& sets_of = found.ballot.sets;
    std::vector<Attendance> rows;
    const auto held = id ? session(inquiry, id) : std::nullopt;
    if (held) {
        auto came = attendance(inquiry, *held);
        found.reasons.push_back(std::move(came.reason));
        rows = std::move(came.value);
    }
    const auto& of_the_day = members(inquiry, on);
    if (!held) found.reasons.push_back(of_the_day.reason);
    sets_of[sets().members] = Members(of_the_day.value.ids.begin(), of_the_day.value.ids.end());
    const auto with = with_vote(inquiry, of_the_day.value.entitled, on, found.reasons);
    const Members& entitled = sets_of[sets().entitled] = Members(with.begin(), with.end());
    sets_of[sets().participating] = entitled;
    for (Attendance& row : rows) {
        if (row.was == Attendance::Was::present && entitled.contains(row.member)) {
            sets_of[sets().present].insert(row.member);
            sets_of[sets().represented].insert(row.member);
        } else if (row.was == Attendance::Was::absent) {
            if (entitled.contains(row.member)) sets_of[sets().absent].insert(row.member);
            found.reasons.push_back(std::move(row.reason));
        }
    }
    return found;
}
const Gathered& gathered(Inquiry& inquiry, base::SessionId id, base::Day on) {
    constexpr std::uint32_t at_a_session = 1;  // the members of a day alone are 0
    return inquiry.once<Gathered>({.of = Point::Of::members, .one = id.ordinal(), .other = at_a_session}, on,
                                  [&] {
                                      inquiry.that_day_only(on);
                                      return gather(inquiry, id, on);
                                  });
}

Ballot ballot_for(Inquiry& inquiry, const rulebook::Reading& reading, const acts::Adopted& adopted,
                  const base::Date& adopted_on, base::Day day, std::vector<Reason>& reasons) {
    const Gathered& there = gathered(inquiry, adopted.session, adopted_on.earliest());
    reasons.insert(reasons.end(), there.reasons.begin(), there.reasons.end());
    Ballot ballot = there.ballot;
    fill_positions(inquiry, adopted.paper, adopted_on, day, ballot);
    if (reading.adopted_if && names(*reading.adopted_if, sets().no_objection))
        fill_no_objection(inquiry, adopted, adopted_on, ballot, reasons);
    for (const base::MemberId member : ballot.sets[sets().present]) {
        bool spoke = false;
        for (const SetId set : {sets().object, sets().against, sets().abstain})
            spoke = spoke || ballot.sets[set].contains(member);
        if (!spoke) ballot.sets[sets().in_favour].insert(member);
    }
    for (const SetId set : {sets().signed_it, sets().joined}) {
        for (const base::MemberId member : ballot.sets[set]) {
            ballot.sets[sets().accepted].insert(member);
            ballot.sets[sets().in_favour].insert(member);
        }
    }
    for (const SetId set : {sets().in_favour, sets().against}) {
        for (const base::MemberId member : ballot.sets[set]) ballot.sets[sets().voting].insert(member);
    }
    for (const auto& [name, of] : inquiry.rules().classes) {
        for (const base::MemberId member : of) {
            if (ballot.sets[sets().members].contains(member)) ballot.sets[name].insert(member);
        }
    }
    const bool chair_counts = reading.adopted_if && names(*reading.adopted_if, sets().chair);
    if (const auto* body = inquiry.rules().find(adopted.body);
        chair_counts && body && body->chair != rulebook::ChairBy::none) {
        const auto in_chair = chair(inquiry, *body, adopted_on.earliest());
        if (in_chair.value.on_record) ballot.sets[sets().chair].insert(in_chair.value.member);
    }
    return ballot;
}

// The same ballot, were all present of whom no absence is on record.
Ballot with_all_not_absent(Ballot ballot) {
    for (const base::MemberId member : ballot.sets[sets().entitled]) {
        if (ballot.sets[sets().absent].contains(member)) continue;
        ballot.sets[sets().present].insert(member);
        ballot.sets[sets().represented].insert(member);
    }
    return ballot;
}

}  // namespace

Position latest_position(Inquiry& inquiry, base::MemberId member, base::PaperId paper,
                         base::SessionId session, base::Day day) {
    const auto* instrument = instrument_of(inquiry, paper);
    const bool refused =
        instrument &&
        std::ranges::any_of(inquiry.events<acts::NotSigned>(instrument->instrument), [&](const Event& event) {
            return inquiry.content<acts::NotSigned>(event).member == member && inquiry.happened(event, day);
        });
    // A position on this paper outweighs one on all of the session's, whichever came later.
    Position found = latest_among(inquiry, inquiry.events<acts::PositionTaken>(paper), member, day,
                                  [](const acts::PositionTaken&) { return true; });
    if (found.stance) {
        found.reason.facts.emplace("paper", paper);
        return found;
    }
    if (session && !refused) {
        found = latest_among(inquiry, inquiry.events<acts::PositionTaken>(session), member, day,
                             [](const acts::PositionTaken& taken) { return !taken.paper; });
    }
    if (found.stance) {
        found.on_all_papers = true;
        found.reason.facts.emplace("session", session);
        return found;
    }
    found.reason = concluded("no-position-on-record", {{"member", member}, {"paper", paper}}, {},
                             base::Support::inferred);
    return found;
}

namespace {

Finding<PaperStanding> conclude_standing(Inquiry& inquiry, base::PaperId paper, base::Day day) {
    using Is = PaperStanding::Is;
    PaperStanding found;
    const auto& adoptions = inquiry.events<acts::Adopted>(paper);
    if (adoptions.empty()) {
        // The last step of its way counts, as with an adoption: approval over withdrawal over refusal.
        const auto told = [&](const Event& event, Is is, Reason reason) {
            found.is = is;
            found.on = inquiry.undisputed(event, "on");
            return Finding<PaperStanding>{found, std::move(reason)};
        };
        for (const Event& event : inquiry.events<acts::Approved>(paper)) {
            const auto& approved = inquiry.content<acts::Approved>(event);
            if (approved.paper != paper || !inquiry.happened(event, day)) continue;
            found.body = approved.body;
            base::Object facts{{"paper", paper}};
            if (approved.person) facts.emplace("person", approved.person);
            return told(event, Is::approved, inquiry.because_of(event, "approved", std::move(facts)));
        }
        for (const Event& event : inquiry.events<acts::MemorandumSigned>(paper)) {
            if (!inquiry.happened(event, day)) continue;
            found.body = inquiry.content<acts::MemorandumSigned>(event).body;
            return told(event, Is::signed_with_others,
                        inquiry.because_of(event, "signed-with-others", {{"paper", paper}}));
        }
        for (const Event& event : inquiry.events<acts::Withdrawn>(paper)) {
            if (!inquiry.happened(event, day)) continue;
            found.session = inquiry.content<acts::Withdrawn>(event).session;
            return told(event, Is::withdrawn,
                        inquiry.because_of(event, "draft-withdrawn", {{"paper", paper}}));
        }
        for (const Event& event : inquiry.events<acts::NotAdopted>(paper)) {
            if (!inquiry.happened(event, day)) continue;
            found.session = inquiry.content<acts::NotAdopted>(event).session;
            found.stands_as = "not-adopted";
            return told(event, Is::not_adopted, inquiry.because_of(event, "not-adopted", {{"paper", paper}}));
        }
        return {found, concluded("paper-not-on-record", {{"paper", paper}}, {}, base::Support::inferred)};
    }
    const Event& event = adoptions.front();
    const auto& adopted = inquiry.content<acts::Adopted>(event);
    found.body = adopted.body;
    found.session = adopted.session;
    if (!inquiry.happened(event, day)) {
        found.is = Is::not_yet;
        found.on = inquiry.undisputed(event, "on");
        return {found, beside(inquiry.because_of(event, "adopted", {{"paper", paper}}))};
    }
    const base::Date on = inquiry.on(event);
    found.is = Is::adopted;
    found.on = on;
    const Reason told =
        inquiry.because_of(event, "adopted", {{"paper", paper}, {"body", adopted.body}, {"on", on}});

    std::string format = inquiry.text(event, "format");
    if (format.empty()) format = "ordinary";
    const std::string_view kind = acts::name_of(adopted.paper_kind);
    const bool left_open = format == acts::name_of(acts::Format::not_on_record);
    const auto* rule =
        left_open ? one_of(inquiry, ways_left_open(inquiry, adopted.body, kind, on.earliest()), paper)
                  : way_of_deciding(inquiry, adopted.body, format, kind, on.earliest());
    if (!rule) {
        found.stands_as = "adopted-as-announced";
        found.rule_missing = true;
        return {found, concluded("no-rule-of-deciding", {{"body", adopted.body}, {"paper", paper}}, {told},
                                 base::Support::inferred)};
    }
    if (!left_open) found.way = rule->id;
    found.late_objection_not_read = rule->late_objection == rulebook::LateObjection::not_read;

    const rulebook::Reading* reading = &rule->reading;
    base::Object facts{{"paper", paper}, {"body", adopted.body}};
    if (rule->dispute) {
        const base::SideId side = inquiry.side(rule->dispute);
        const auto by_side = rule->by_side.find(side);
        if (by_side == rule->by_side.end()) {
            // Nobody is known to have said how the rule is understood: that is a gap, not a side.
            found.stands_as = "adopted-as-announced";
            found.rule_missing = true;
            Reason gap = by_rule(*rule, "rule-not-read", std::move(facts));
            gap.because.push_back(told);
            return {found, std::move(gap)};
        }
        reading = &by_side->second;
        facts.emplace("dispute", rule->dispute);
        facts.emplace("side", side);
    }

    std::vector<Reason> because{told};
    if (left_open) because.push_back(concluded("format-not-on-record", {{"paper", paper}}, {}));
    const Ballot ballot = ballot_for(inquiry, *reading, adopted, on, day, because);
    base::List tallies;
    const auto count = [&](const std::optional<Tally>& tally) {
        if (tally) tallies.push_back(to_value(*tally));
    };
    const rulebook::Quorum* quorum = quorum_rule(inquiry.rules(), adopted.body, on.earliest());
    const auto opens = [&](const Ballot& of) {
        if (!quorum) return std::optional<Tally>();
        const auto side = quorum->dispute ? inquiry.side(quorum->dispute) : base::SideId();
        return evaluate_quorum(inquiry.rules(), *quorum, side, of);
    };
    const auto opened = opens(ballot);
    count(opened);
    if (opened && !opened->holds && !opens(with_all_not_absent(ballot))->holds) {
        found.decided.outcome = Outcome::no_quorum;
    } else {
        found.decided = decide(inquiry.rules(), *rule, *reading, ballot);
    }
    for (const auto* tally : {&found.decided.opens_if, &found.decided.quorum, &found.decided.vote})
        count(*tally);
    if (found.decided.outcome == Outcome::not_read) {
        found.stands_as = "adopted-as-announced";
        found.rule_missing = true;
        Reason gap = by_rule(*rule, "rule-not-read", std::move(facts));
        gap.support = base::Support::unverified;
        gap.because.push_back(told);
        return {std::move(found), std::move(gap)};
    }
    found.stands_as = found.decided.outcome == Outcome::adopted ? "decision-of-the-organisation"
                      : found.decided.is.empty()                ? std::string(name_of(found.decided.outcome))
                                                                : std::string(found.decided.is.text());
    // A paper that has a name of its own is neither adopted nor not adopted: the name says what it is.
    if (found.decided.is.empty()) facts.emplace("outcome", name_of(found.decided.outcome));
    facts.emplace("stands_as", found.stands_as);
    facts.emplace("tallies", std::move(tallies));
    Reason reason = by_rule(*rule, "decided-by-rule", std::move(facts));
    reason.because = std::move(because);
    return {std::move(found), std::move(reason)};
}

}  // namespace

const Finding<PaperStanding>& standing_of(Inquiry& inquiry, base::PaperId paper, base::Day day) {
    return inquiry.once<Finding<PaperStanding>>({.of = Point::Of::paper, .one = paper.ordinal()}, day, [&] {
        inquiry.that_day_only(day);
        return conclude_standing(inquiry, paper, day);
    });
}

std::string sameness(const Inquiry& inquiry, base::PaperId paper) {
    const auto& adoptions = inquiry.events<acts::Adopted>(paper);
    if (adoptions.size() != 1 || adoptions.front().accounts.size() != 1) return {};
    for (const Event& event : inquiry.events<acts::PositionTaken>(paper)) {
        if (inquiry.content<acts::PositionTaken>(event).paper == paper) return {};
    }
    if (instrument_of(inquiry, paper)) return {};
    const acts::Act& act = inquiry.act(adoptions.front().accounts.front());
    const auto& adopted = std::get<acts::Adopted>(act.content);
    std::string same;
    const auto add = [&](std::string_view part) { same.append(part) += '\n'; };
    add(adopted.session.text()), add(adopted.body.text()), add(act.on.text());
    add(adopted.format ? acts::name_of(*adopted.format) : "");
    add(base::support_name(acts::support_of(act)));
    // Of the kind of paper no more counts than which ways of deciding are for it.
    const std::string_view kind = acts::name_of(adopted.paper_kind);
    for (const rulebook::Deciding& rule : inquiry.rules().deciding)
        same += std::ranges::find(rule.subjects, kind) != rule.subjects.end() ? '1' : '0';
    for (const rulebook::PaperLaw& rule : inquiry.rules().papers)
        same += std::ranges::find(rule.papers, kind) != rule.papers.end() ? '1' : '0';
    return same;
}

namespace {

// A paper that is the text of an instrument binds whom the instrument binds.
Finding<Bound> bound_by_instrument(Inquiry& inquiry, base::MemberId member, base::PaperId paper,
                                   const rulebook::Instrument& instrument, base::Day day) {
    Bound found;
    const auto& party = party_to(inquiry, instrument, member, day);
    Reason reason = concluded("paper-is-instrument",
                              {{"paper", paper}, {"instrument", instrument.instrument}, {"member", member}},
                              {party.reason});
    if (party.value.yes()) {
        found.is = Bound::Is::bound;
        found.since = party.value.since;
        return {found, std::move(reason)};
    }
    auto denial = may_deny(inquiry, instrument, member, party.value, day);
    found.is = denial.may ? Bound::Is::not_bound : Bound::Is::not_on_record;
    if (!denial.may) found.settled_by = denial.settled_by;
    if (denial.beside) reason.because.push_back(std::move(*denial.beside));
    return {found, std::move(reason)};
}

// What a paper of that kind does to members where it is not its adoption that binds; nothing where it is.
std::optional<Finding<Bound>> bound_by_kind(const rulebook::PaperLaw* law, base::MemberId member,
                                            base::PaperId paper, const Reason& standing) {
    using By = rulebook::PaperLaw::By;
    if (!law || law->binds == By::adoption) return std::nullopt;
    const bool by_consent = law->binds == By::consent;
    Bound found;
    if (by_consent) found.settled_by = "an-announcement-or-the-deposits";
    Reason reason = by_rule(*law, by_consent ? "binds-by-consent" : "whether-it-binds-not-read",
                            {{"paper", paper}, {"member", member}});
    reason.because.push_back(beside(standing));
    return Finding<Bound>{found, std::move(reason)};
}

}  // namespace

Finding<Bound> bound(Inquiry& inquiry, base::MemberId member, base::PaperId paper, base::Day day) {
    using Is = Bound::Is;
    Bound found;
    const auto& standing = standing_of(inquiry, paper, day);
    found.stands_as = standing.value.stands_as;
    const base::Object facts{{"member", member}, {"paper", paper}};
    switch (standing.value.is) {
        case PaperStanding::Is::not_on_record:
            return {found, standing.reason};
        case PaperStanding::Is::approved:
        case PaperStanding::Is::signed_with_others:
            return {found, concluded("no-rule-on-what-it-binds-to", facts, {standing.reason},
                                     base::Support::inferred)};
        case PaperStanding::Is::not_yet:
        case PaperStanding::Is::not_adopted:
        case PaperStanding::Is::withdrawn:
            found.is = Is::not_bound;
            return {found, concluded("nothing-adopted-to-be-bound-by", facts, {standing.reason})};
        case PaperStanding::Is::adopted:
            break;
    }
    const base::Date adopted_on = *standing.value.on;
    if (const auto* instrument = instrument_of(inquiry, paper))
        return bound_by_instrument(inquiry, member, paper, *instrument, day);
    const auto* law = law_of_kind(inquiry, paper, adopted_on);
    const bool by_its_adoption = !law || law->binds == rulebook::PaperLaw::By::adoption;
    if (standing.value.rule_missing && by_its_adoption) {
        found.is = Is::not_on_record;
        return {found, standing.reason};
    }

    const auto& then = membership(inquiry, member, adopted_on.earliest());
    const auto& now = membership(inquiry, member, day);
    if (!now.value.member()) {
        found.is = Is::not_bound;
        return {found, concluded("not-a-member-now", facts, {now.reason, beside(standing.reason)})};
    }
    if (auto by_kind = bound_by_kind(law, member, paper, standing.reason)) return std::move(*by_kind);
    const Position consent =
        latest_among(inquiry, inquiry.events<acts::PositionTaken>(paper), member, day, is_consent_or_its_end);
    const auto said_of_it = [&] {
        Reason reason = consent.reason;
        reason.facts.emplace("paper", paper);
        return reason;
    };
    if (consent.stance == Stance::denounced) {
        found.is = Is::not_bound;
        return {found, concluded("denounced", facts, {said_of_it(), standing.reason})};
    }
    const Position position = latest_position(inquiry, member, paper, standing.value.session, day);
    const bool bound_by_it = standing.value.decided.binds.contains(member);
    // What it made a reservation about, and what that does, no act tells; of whom the decision bound before,
    // it takes nothing away.
    const bool signed_later = position.on && position.on->earliest() > adopted_on.latest();
    if (position.stance == Stance::signed_with_reservation && !(signed_later && bound_by_it)) {
        found.settled_by = "the-text-of-the-reservation";
        return {found, concluded("reservation-not-read", facts, {position.reason, beside(standing.reason)},
                                 base::Support::unverified)};
    }
    if (consent.stance &&
        (consent.stance == Stance::joined || consent.on->earliest() > adopted_on.latest())) {
        found.is = Is::bound;
        // Under a reading by which it was bound all along, joining later moves nothing.
        const auto& before = standing_of(inquiry, paper, consent.effect->earliest().previous());
        const bool bound_all_along =
            before.value.is == PaperStanding::Is::adopted && before.value.decided.binds.contains(member);
        found.since = bound_all_along ? adopted_on : *consent.effect;
        return {found, concluded("bound-by-joining", facts, {said_of_it(), standing.reason})};
    }
    const bool objected_later =
        !position.on_all_papers &&
        (position.stance == Stance::objects || position.stance == Stance::objects_to_format) &&
        position.on->earliest() > adopted_on.latest();
    // Whom the decision does not bind an objection cannot bind either, whatever else it does.
    if (objected_later && bound_by_it && standing.value.late_objection_not_read &&
        standing.value.decided.outcome == Outcome::adopted) {
        found.is = Is::not_on_record;
        Reason reason = concluded("late-objection-not-read", facts, {position.reason, standing.reason},
                                  base::Support::unverified);
        return {found, std::move(reason)};
    }
    if (bound_by_it) {
        found.is = Is::bound;
        found.since = adopted_on;
        std::vector<Reason> because{standing.reason};
        if (position.stance) because.push_back(beside(position.reason));
        return {found, concluded("bound-by-the-decision", facts, std::move(because))};
    }
    found.is = Is::not_bound;
    found.may_join = standing.value.decided.may_join.contains(member);
    std::vector<Reason> because{standing.reason};
    if (found.may_join && law && law->joining == rulebook::PaperLaw::By::not_read) {
        found.may_join = false;
        because.push_back(beside(by_rule(*law, "joining-not-read", {{"paper", paper}})));
    }
    if (position.stance) because.push_back(beside(position.reason));
    if (!then.value.member()) because.push_back(then.reason);
    return {found, concluded(found.may_join ? "not-bound-may-join" : "not-bound", facts, std::move(because))};
}

namespace {

// The rule by which each member binds itself, if that is the only one that may apply.
bool binds_by_own_consent(const rulebook::Rulebook& rules, const record::Adoption& adoption) {
    const base::Day day = adoption.on.earliest();
    const std::string_view format = adoption.format ? acts::name_of(*adoption.format) : "ordinary";
    const rulebook::Deciding* rule = nullptr;
    for (const rulebook::Deciding& one : rules.deciding) {
        if (!may_govern(rules, one, adoption.body, format, day)) continue;
        if (rule || !one.subjects.empty()) return false;  // there is a choice to be made
        rule = &one;
    }
    if (!rule || rule->dispute || rule->opens_if || rule->quorum || !rules.papers.empty()) return false;
    if (quorum_rule(rules, adoption.body, day)) return false;
    const rulebook::Reading& reading = rule->reading;
    const auto nobody = [](const rulebook::SetExpression& set) {
        return set.kind == rulebook::SetExpression::Kind::name && set.name.empty();
    };
    if (!reading.adopted_if || reading.adopted_unless || !nobody(reading.effect.binds)) return false;
    const auto* always = std::get_if<rulebook::Empty>(&reading.adopted_if->node);
    return always && nobody(always->set);
}

// The first row in deciding order that is known and has taken effect.
template <class Row> const Row* deciding_row(std::span<const Row> rows, std::int32_t on, std::size_t known) {
    for (const Row& row : rows) {
        if (row.effective_latest <= on && row.entry < known && row.annulled >= known) return &row;
    }
    return nullptr;
}

}  // namespace

bool bound_by_own_consent(const record::View& view, base::PaperId paper, std::vector<BoundBy>& into) {
    into.clear();
    const record::Record& record = view.record;
    const record::Adoption* adoption = record.adoption(paper);
    if (record.supposes() || !adoption || adoption->told != record::Told::plainly ||
        adoption->positions != record::Told::plainly || !binds_by_own_consent(view.rulebook, *adoption))
        return false;
    // An admitted member may have withdrawn from the instrument of membership: that is for the law.
    if (!record.of_kind<acts::WithdrawalNotified>().empty()) return false;
    if (!view.sees(adoption->entry) || adoption->on.latest() > view.on) return true;
    const std::int32_t on = view.on.number();
    const auto positions = record.positions(paper);
    for (std::size_t row = 0; row < positions.size();) {
        const base::MemberId member = positions[row].member;
        std::size_t end = row + 1;
        while (end < positions.size() && positions[end].member == member) ++end;
        const auto* consent = deciding_row(positions.subspan(row, end - row), on, view.known);
        row = end;
        if (!consent || consent->stance != Stance::joined) continue;
        if (record.told_of_membership(member) != record::Told::plainly) return into.clear(), false;
        const auto* turn = deciding_row(record.membership(member), on, view.known);
        if (!turn) return into.clear(), false;  // a member, if at all, by an instrument
        if (turn->to == record::MembershipTurn::To::member)
            into.push_back({member, consent->entry, turn->entry});
    }
    return true;
}

Grounds grounds_of(const record::View& view, const BoundBy& bound) {
    const acts::Act& consent = view.act(bound.consent);
    const acts::Act& admission = view.act(bound.admission);
    return {consent.id, admission.id, base::weaker(acts::support_of(consent), acts::support_of(admission))};
}

Reason reason_of(const record::View& view, base::PaperId paper, const BoundBy& bound) {
    const Inquiry inquiry(view);
    const auto told = [&](record::EntryNumber number, const char* code, base::Object facts) {
        return inquiry.because_of({view.act(number).event, {number}}, code, std::move(facts));
    };
    const auto& taken = std::get<acts::PositionTaken>(view.act(bound.consent).content);
    const base::Date on = taken.takes_effect ? *taken.takes_effect : view.act(bound.consent).on;
    const record::Adoption& adoption = *view.record.adoption(paper);
    return concluded(
        "bound-by-joining", {{"member", bound.member}, {"paper", paper}},
        {told(bound.consent, "position-taken",
              {{"member", bound.member},
               {"stance", acts::name_of(taken.stance)},
               {"on", on},
               {"paper", paper}}),
         told(adoption.entry, "adopted", {{"paper", paper}, {"body", adoption.body}, {"on", adoption.on}})});
}

}  // namespace law
