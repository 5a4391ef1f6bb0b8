#include "questions/near.hpp"

#include <array>
#include <utility>

#include "questions/rows.hpp"

namespace questions {

std::string_view settled_by(std::string_view kind) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> codes{{
        {"adopted", "the-list-of-papers-signed"},
        {"announced", "a-source-that-says-what-came-of-it"},
        {"approved", "the-signed-text"},
        {"body-established", "the-decision-that-established-it"},
        {"budget-stated", "the-text-of-the-budget"},
        {"consultation-ended", "the-decision-that-ended-it"},
        {"consultation-opened", "an-announcement-of-the-consultations"},
        {"consultation-requested", "the-text-of-the-request"},
        {"draft-agreed", "the-minutes-of-the-body"},
        {"draft-answered", "the-answers-of-the-states"},
        {"draft-circulated", "the-letter-that-sent-it"},
        {"draft-examined", "the-minutes-of-the-body"},
        {"drafted", "the-draft-itself"},
        {"held", "a-source-that-says-whether-it-was-held"},
        {"implementation-reported", "the-report-on-the-plan"},
        {"measure-carried-out", "a-report-that-it-was-carried-out"},
        {"measure-decided", "the-text-of-the-decision"},
        {"measure-reported", "the-minutes-of-the-body"},
        {"memorandum-signed", "the-signed-text"},
        {"share-stated", "the-decision-on-the-scale"},
        {"status-given", "the-decision-that-gave-it"},
        {"submitted", "the-letter-that-submitted-it"},
    }};
    for (const auto& [of, code] : codes) {
        if (of == kind) return code;
    }
    return {};
}

base::Value fact_of(const base::Value& row) {
    if (row["act"].is_null()) return {};
    base::Object fact{{"act", row["act"]}, {"on", row["on"]}};
    for (const char* name : {"kind", "session", "when", "person"}) {
        if (!row[name].is_null()) fact.emplace(name, row[name]);
    }
    return fact;
}

base::Value fact_of(const acts::Act& act) {
    base::Object row = record::all_fields(act.content);
    row.insert_or_assign("act", act.id);
    row.insert_or_assign("on", act.on);
    row.insert_or_assign("kind", acts::kind_of(act.content));
    return fact_of(base::Value(std::move(row)));
}

base::Object near(base::Value before, base::Value after, std::string_view settled_by) {
    base::Object found;
    if (!before.is_null()) found.emplace("before", std::move(before));
    if (!after.is_null()) found.emplace("after", std::move(after));
    if (!settled_by.empty()) found.emplace("settled_by", settled_by);
    return found;
}

namespace {

constexpr std::string_view the_text_of_the_rule = "the-text-of-the-rule";

// The acts of reasons that carry nothing: what stands beside a gap.
void acts_beside(const std::vector<law::Reason>& reasons, std::vector<base::ActId>& found) {
    for (const law::Reason& reason : reasons) {
        if (!reason.support) found.insert(found.end(), reason.acts.begin(), reason.acts.end());
        acts_beside(reason.because, found);
    }
}

template <class... K> bool is_one(const acts::Content& content) {
    return (std::holds_alternative<K>(content) || ...);
}

// What happened on a day that is told: no word about it, no text of it and no remark on the record.
bool is_a_fact(const acts::Act& act) {
    return act.on.earliest() > base::Day::first() &&
           !is_one<acts::Stated, acts::InterpretationStated, acts::TextPublished, acts::DifferenceNoted,
                   acts::Annulled>(act.content);
}

}  // namespace

base::Value near_of(const record::View& view, const law::Conclusion& conclusion,
                    std::span<const base::ActId> about) {
    if (conclusion.standing != law::Standing::not_on_record) return {};
    if (conclusion.settled_by == the_text_of_the_rule) return near({}, {}, conclusion.settled_by);
    const acts::Act* before = nullptr;
    const acts::Act* after = nullptr;
    const auto look = [&](record::EntryNumber number) {
        const acts::Act& act = view.act(number);
        const base::Day day = told_from(act.on);
        if (day <= view.on) {
            if (!before || told_from(before->on) <= day) before = &act;
        } else if (!after || day < told_from(after->on)) {
            after = &act;
        }
    };
    std::vector<base::ActId> beside;
    acts_beside(conclusion.reasons, beside);
    for (const base::ActId id : beside) {
        if (const auto number = view.record.find(id)) look(*number);
    }
    for (const base::ActId thing : about) {
        if (!beside.empty()) break;
        for (const record::EntryNumber number : view.record.about(thing)) {
            if (view.sees(number) && is_a_fact(view.act(number))) look(number);
        }
    }
    base::Object found = near(before ? fact_of(*before) : base::Value(),
                              after ? fact_of(*after) : base::Value(), conclusion.settled_by);
    return found.empty() ? base::Value() : base::Value(std::move(found));
}

base::Value near_of(const record::View& view, const Answer& answer) {
    std::vector<base::ActId> about;
    // A state or a body names too much: what is nearest to it says nothing of what was asked.
    for (const char* name : {"about", "consultation", "instrument", "paper", "person", "post", "session"}) {
        const auto given = answer.parameters.find(name);
        if (given == answer.parameters.end()) continue;
        if (const auto id = base::ActId::known(given->second)) about.push_back(*id);
    }
    return near_of(view, answer.conclusion, about);
}

}  // namespace questions
