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

// The acts of reasons that carry nothing: what stands beside a gap.
void acts_beside(const std::vector<law::Reason>& reasons, std::vector<base::ActId>& found) {
    for (const law::Reason& reason : reasons) {
        if (!reason.support) found.insert(found.end(), reason.acts.begin(), reason.acts.end());
        acts_beside(reason.because, found);
    }
}

}  // namespace

base::Value near_of(const record::View& view, const law::Conclusion& conclusion) {
    if (conclusion.standing != law::Standing::not_on_record) return {};
    std::vector<base::ActId> beside;
    acts_beside(conclusion.reasons, beside);
    const acts::Act* before = nullptr;
    const acts::Act* after = nullptr;
    for (const base::ActId id : beside) {
        const auto number = view.record.find(id);
        if (!number) continue;
        const acts::Act& act = view.act(*number);
        const base::Day day = told_from(act.on);
        if (day <= view.on) {
            if (!before || told_from(before->on) <= day) before = &act;
        } else if (!after || day < told_from(after->on)) {
            after = &act;
        }
    }
    return near(before ? fact_of(*before) : base::Value(), after ? fact_of(*after) : base::Value(),
                conclusion.settled_by);
}

}  // namespace questions
