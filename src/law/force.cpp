#include "law/force.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "law/instruments.hpp"
#include "law/papers.hpp"

namespace law {
namespace {

using By = rulebook::PaperLaw::By;
using Is = PaperForce::Is;

constexpr const char* by_announcement = "an-announcement-or-the-deposits";

Finding<PaperForce> open_question(Reason reason, const char* settled_by) {
    PaperForce found;
    found.settled_by = settled_by;
    return {std::move(found), std::move(reason)};
}

Finding<PaperForce> as_the_instrument(Inquiry& inquiry, base::PaperId paper,
                                      const rulebook::Instrument& instrument, base::Day day) {
    const auto& force = in_force(inquiry, instrument, day);
    PaperForce found;
    found.since = force.value.since;
    switch (force.value.is) {
        case InForce::Is::in_force:
            found.is = Is::in_force;
            break;
        case InForce::Is::not_yet:
            found.is = Is::not_yet;
            break;
        case InForce::Is::not_on_record:
            found.settled_by = by_announcement;
            break;
    }
    return {std::move(found),
            concluded("paper-is-instrument", {{"paper", paper}, {"instrument", instrument.instrument}},
                      {force.reason})};
}

Finding<PaperForce> without_adoption(Inquiry& inquiry, base::PaperId paper, base::Day day) {
    const auto& standing = standing_of(inquiry, paper, day);
    using Standing = PaperStanding::Is;
    if (standing.value.is == Standing::approved || standing.value.is == Standing::signed_with_others)
        return open_question(standing.reason, "the-text-of-the-paper");
    PaperForce found;
    found.is = Is::not_adopted;
    return {found, concluded("not-adopted-by-then", {{"paper", paper}}, {}, base::Support::inferred)};
}

// The instruments to which a paper ties its start.
std::vector<std::pair<Event, const rulebook::Instrument*>> starts_with(const Inquiry& inquiry,
                                                                       base::PaperId paper) {
    std::vector<std::pair<Event, const rulebook::Instrument*>> all;
    for (const Event& event : inquiry.events<acts::PaperRelated>(paper)) {
        const auto& told = inquiry.content<acts::PaperRelated>(event);
        if (told.paper != paper || told.relation != acts::Relation::starts_with) continue;
        if (const auto* instrument = inquiry.rules().find(told.to_instrument))
            all.emplace_back(event, instrument);
    }
    return all;
}

// With its adoption, or with the last of the instruments it waits for.
Finding<PaperForce> start_of(Inquiry& inquiry, base::PaperId paper, const base::Date& adopted_on,
                             Reason adopted, base::Day day) {
    const auto waits_for = starts_with(inquiry, paper);
    PaperForce found;
    found.is = Is::in_force;
    found.since = adopted_on;
    if (waits_for.empty()) {
        return {found, concluded("in-force-with-adoption", {{"paper", paper}, {"since", adopted_on}},
                                 {std::move(adopted)}, base::Support::inferred)};
    }
    std::vector<Reason> because{std::move(adopted)};
    bool open = false;
    bool missing = false;
    for (const auto& [tie, instrument] : waits_for) {
        const auto& force = in_force(inquiry, *instrument, day);
        because.push_back(inquiry.because_of(tie, "start-tied-to",
                                             {{"paper", paper}, {"instrument", instrument->instrument}}));
        because.push_back(force.reason);
        missing = missing || force.value.is == InForce::Is::not_yet;
        open = open || force.value.is == InForce::Is::not_on_record;
        if (force.value.since && found.since->latest() < force.value.since->latest())
            found.since = force.value.since;
    }
    // One that had not entered into force decides, whatever the record lacks about the others.
    const base::Object facts{{"paper", paper}};
    if (missing) {
        found.is = Is::not_yet;
        if (waits_for.size() > 1) found.since.reset();
        return {std::move(found), concluded("start-has-not-come", facts, std::move(because))};
    }
    if (open)
        return open_question(concluded("start-not-on-record", facts, std::move(because)), by_announcement);
    base::Object started = facts;
    started.emplace("since", *found.since);
    return {std::move(found), concluded("start-has-come", std::move(started), std::move(because))};
}

const char* code_of(acts::Relation relation) {
    switch (relation) {
        case acts::Relation::repeals:
            return "repealed-by";
        case acts::Relation::revises:
            return "revised-by";
        case acts::Relation::ends:
            return "ended-by";
        case acts::Relation::amends:
        case acts::Relation::implements:
        case acts::Relation::annex_of:
        case acts::Relation::approves:
        case acts::Relation::text_of:
        case acts::Relation::starts_with:
            break;
    }
    return nullptr;
}

Finding<PaperForce> force_within(Inquiry& inquiry, base::PaperId paper, base::Day day,
                                 std::vector<base::PaperId>& asked);

// Another paper took its place or put an end to it.
std::optional<Finding<PaperForce>> ended_by_another(Inquiry& inquiry, base::PaperId paper, base::Day day,
                                                    const Finding<PaperForce>& so_far,
                                                    std::vector<base::PaperId>& asked) {
    for (const Event& event : inquiry.events<acts::PaperRelated>(paper)) {
        const auto& told = inquiry.content<acts::PaperRelated>(event);
        const char* code = code_of(told.relation);
        if (told.to_paper != paper || !code) continue;
        if (std::ranges::find(asked, told.paper) != asked.end()) continue;  // each puts an end to the other
        auto other = force_within(inquiry, told.paper, day, asked);
        if ((other.value.is != Is::in_force && other.value.is != Is::ended) || !other.value.since) continue;
        const base::Object facts{{"paper", paper}, {"by", told.paper}, {"on", *other.value.since}};
        Reason reason = inquiry.because_of(event, code, facts);
        const auto& standing = standing_of(inquiry, told.paper, day);
        const bool a_decision = standing.value.is != PaperStanding::Is::adopted ||
                                standing.value.rule_missing ||
                                standing.value.decided.outcome == Outcome::adopted;
        if (!a_decision) {
            Reason gap =
                concluded("replaced-by-no-decision", facts, {standing.reason}, base::Support::unverified);
            gap.because.push_back(std::move(reason));
            return open_question(std::move(gap), "the-text-of-the-rule");
        }
        PaperForce found = so_far.value;
        found.is = Is::ended;
        found.ended_on = other.value.since;
        found.by = told.paper;
        reason.because = {std::move(other.reason), beside(standing.reason), so_far.reason};
        return Finding<PaperForce>{std::move(found), std::move(reason)};
    }
    return std::nullopt;
}

Finding<PaperForce> force_within(Inquiry& inquiry, base::PaperId paper, base::Day day,
                                 std::vector<base::PaperId>& asked) {
    asked.push_back(paper);
    const auto& adoptions = inquiry.events<acts::Adopted>(paper);
    if (adoptions.empty() || !inquiry.happened(adoptions.front(), day))
        return without_adoption(inquiry, paper, day);
    if (const auto* instrument = instrument_of(inquiry, paper))
        return as_the_instrument(inquiry, paper, *instrument, day);
    const Event& event = adoptions.front();
    const base::Date on = inquiry.on(event);
    Reason adopted = inquiry.because_of(event, "adopted", {{"paper", paper}, {"on", on}});
    const auto* law = law_of_kind(inquiry, paper, on);
    if (law && law->starts != By::adoption) {
        const bool by_consent = law->starts == By::consent;
        Reason reason =
            by_rule(*law, by_consent ? "starts-by-consent" : "start-not-read", {{"paper", paper}});
        reason.because.push_back(std::move(adopted));
        return open_question(std::move(reason), by_consent ? by_announcement : "the-text-of-the-rule");
    }
    auto found = start_of(inquiry, paper, on, std::move(adopted), day);
    if (found.value.is != Is::in_force) return found;
    if (auto ended = ended_by_another(inquiry, paper, day, found, asked)) return std::move(*ended);
    const auto period = inquiry.undisputed(event, "period");
    if (!period || !inquiry.come(period->latest().plus(base::Days{1}), day)) return found;
    found.value.is = Is::ended;
    found.value.ended_on = base::Date::of(period->latest());
    found.value.period = period;
    Reason reason = inquiry.because_of(event, "period-has-passed", {{"paper", paper}, {"period", *period}});
    reason.because = {std::move(found.reason)};
    found.reason = std::move(reason);
    return found;
}

}  // namespace

const rulebook::Instrument* instrument_of(const Inquiry& inquiry, base::PaperId paper) {
    for (const Event& event : inquiry.events<acts::PaperRelated>(paper)) {
        const auto& told = inquiry.content<acts::PaperRelated>(event);
        if (told.paper == paper && told.relation == acts::Relation::text_of && told.to_instrument)
            return inquiry.rules().find(told.to_instrument);
    }
    return nullptr;
}

const rulebook::PaperLaw* law_of_kind(const Inquiry& inquiry, base::PaperId paper,
                                      const base::Date& adopted_on) {
    const auto& adoptions = inquiry.events<acts::Adopted>(paper);
    if (adoptions.empty()) return nullptr;
    const auto kind = acts::name_of(inquiry.content<acts::Adopted>(adoptions.front()).paper_kind);
    for (const rulebook::PaperLaw& law : inquiry.rules().papers) {
        if (inquiry.rules().applies(law, adopted_on.earliest()) &&
            std::ranges::find(law.papers, kind) != law.papers.end())
            return &law;
    }
    return nullptr;
}

Finding<PaperForce> force_of(Inquiry& inquiry, base::PaperId paper, base::Day day) {
    std::vector<base::PaperId> asked;
    return force_within(inquiry, paper, day, asked);
}

}  // namespace law
