#include "law/holder.hpp"

#include <algorithm>
#include <string>

#include "law/around.hpp"

namespace law {
namespace {

// A coming to the post that is on record: appointed, or began to act.
struct Coming {
    Event event;
    base::PersonId person;
    base::MemberId member;
    bool acting = false;
    bool has_from = false;  // the term's first day is stated apart from the day of the act

    std::string_view start_field() const { return has_from ? "from" : "on"; }
};

struct Attestation {
    Event event;
    base::PersonId person;
    base::MemberId member;
    base::Date on;
};

base::Date start_told(const Inquiry& inquiry, const Coming& coming) {
    return *base::Date::read(inquiry.told(coming.event, coming.start_field()).front());
}

std::vector<Coming> comings(const Inquiry& inquiry, base::PostId post) {
    std::vector<Coming> all;
    for (const Event& event : inquiry.events<acts::Appointed>(post)) {
        const auto& content = inquiry.content<acts::Appointed>(event);
        const bool has_from = !inquiry.told(event, "from").empty();
        all.push_back({event, content.person, content.member, false, has_from});
    }
    for (const Event& event : inquiry.events<acts::Acting>(post)) {
        const auto& content = inquiry.content<acts::Acting>(event);
        all.push_back({event, content.person, content.member, true, false});
    }
    std::ranges::sort(all, {}, [&](const Coming& c) {
        return std::pair(start_told(inquiry, c).earliest(), c.event.accounts.front());
    });
    return all;
}

std::vector<Attestation> attestations(const Inquiry& inquiry, base::PostId post) {
    std::vector<Attestation> all;
    for (const Event& event : inquiry.events<acts::Attested>(post)) {
        const auto& content = inquiry.content<acts::Attested>(event);
        all.push_back({event, content.person, content.member, inquiry.act(event.accounts.front()).on});
    }
    std::ranges::sort(
        all, {}, [](const Attestation& a) { return std::pair(a.on.latest(), a.event.accounts.front()); });
    return all;
}

}  // namespace

Finding<Holding> holder(Inquiry& inquiry, const rulebook::Post& post, base::Day day) {
    const auto all = comings(inquiry, post.post);
    const auto seen = attestations(inquiry, post.post);

    const auto [current, next] = around(all, [&](const Coming& coming) {
        return inquiry.passed(coming.event, coming.start_field(), day, Inquiry::Note::later);
    });
    const auto told = [&](const Coming& coming, const std::optional<base::Date>& since) {
        base::Object facts{{"post", post.post}, {"person", coming.person}};
        facts.emplace("from", since ? *since : start_told(inquiry, coming));
        if (coming.member) facts.emplace("member", coming.member);
        return inquiry.because_of(coming.event, coming.acting ? "acting" : "appointed", std::move(facts));
    };
    const auto attested = [&](const Attestation& a) {
        return inquiry.because_of(a.event, "attested",
                                  {{"post", post.post}, {"person", a.person}, {"on", a.on}});
    };

    // The attestations next to the day, on either side.
    const auto [before, after] = around(
        seen, [&](const Attestation& a) { return a.on.by(day) == base::Tri::yes || a.on.may_be(day); });

    std::vector<Reason> nearest;
    // Was the person relieved after that day and before the one asked about? Says so among the nearest.
    const auto relieved_since = [&](base::PersonId person, base::Day since) {
        bool over = false;
        for (const Event& relief : inquiry.events<acts::Relieved>(post.post)) {
            if (inquiry.content<acts::Relieved>(relief).person != person ||
                inquiry.act(relief.accounts.front()).on.latest() < since ||
                !inquiry.happened(relief, day.previous()))  // the day of the act is the last in the post
                continue;
            over = true;
            Reason reason = beside(inquiry.because_of(
                relief, "relieved", {{"post", post.post}, {"person", person}, {"on", inquiry.on(relief)}}));
            if (std::ranges::find(nearest, reason) == nearest.end()) nearest.push_back(std::move(reason));
        }
        return over;
    };
    if (current) {
        inquiry.examined(current->event, current->start_field());
        const std::optional<base::Date> since = inquiry.undisputed(current->event, current->start_field());
        const base::Day began = start_told(inquiry, *current).earliest();
        std::optional<base::Date> until = inquiry.undisputed(current->event, "until");
        if (!until && since && post.term && !current->acting) {
            until =
                base::Date::of(since->latest().plus(*post.term, base::MissingDay::last_of_month).previous());
        }
        Holding found{.on_record = true,
                      .person = current->person,
                      .member = current->member,
                      .acting = current->acting,
                      .since = since,
                      .until = until};
        Reason reason = told(*current, since);

        bool over = relieved_since(current->person, began);
        if (until && !over &&
            inquiry.come(*until, std::string(current->event.id.text()) + ".until", day.previous())) {
            over = true;
        }
        // Another holder attested since, with no recorded coming: when this one ended is not known.
        const bool overtaken = before && before->person != current->person && before->on.earliest() > began;
        const bool to_be_overtaken = !until && after && after->person != current->person &&
                                     (!next || start_told(inquiry, *next).earliest() > after->on.latest());
        // Whose term had no end told and who was followed by another: of the day of the appointment the
        // record tells, of those between nothing; a third may have held the post.
        const bool that_day = since && since->may_be(day);
        if (!over && !overtaken && (!to_be_overtaken || that_day)) return {found, std::move(reason)};
        if (over || !overtaken) nearest.insert(nearest.begin(), beside(std::move(reason)));
    }

    // Continuity by attestation, unless an act ended it.
    if (before && !relieved_since(before->person, before->on.latest()) &&
        (!current || start_told(inquiry, *current).latest() < before->on.earliest() ||
         current->person == before->person)) {
        Holding found{.on_record = true,
                      .person = before->person,
                      .member = before->member,
                      .acting = false,
                      .since = std::nullopt,
                      .until = std::nullopt};
        const base::Object facts{{"post", post.post}, {"person", before->person}};
        if (before->on.may_be(day)) {  // "in April 2001", asked of a day of that month
            if (before->on.exact()) return {found, attested(*before)};
            return {found,
                    concluded("attested-for-that-time", facts, {attested(*before)}, base::Support::inferred)};
        }
        if (after && after->person == before->person &&
            (!next || start_told(inquiry, *next).latest() > after->on.earliest())) {
            return {found, concluded("held-between-attestations", facts,
                                     {attested(*before), attested(*after)}, base::Support::inferred)};
        }
        if (next && next->person != before->person &&
            (!after || after->person == before->person ||
             after->on.earliest() >= start_told(inquiry, *next).earliest())) {
            return {found,
                    concluded("held-until-successor", facts, {attested(*before), told(*next, std::nullopt)},
                              base::Support::inferred)};
        }
        nearest.push_back(beside(attested(*before)));
    }
    if (after) nearest.push_back(beside(attested(*after)));
    if (next) nearest.push_back(beside(told(*next, std::nullopt)));
    return {{},
            concluded("holder-not-on-record", {{"post", post.post}}, std::move(nearest),
                      base::Support::inferred)};
}

}  // namespace law
