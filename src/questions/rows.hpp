// Acts as rows of an answer: what an act says, by name, with its day, its sources and what it rests on.
#pragma once

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "law/inquiry.hpp"
#include "questions/parts.hpp"
#include "record/fields.hpp"

namespace questions {

/// Everything the act says, with "on", "place", "act", "sources" and "rests_on".
base::Object act_row(const acts::Act& act);

/// How accounts of one event were resolved is said on the row: "rejected" with why it was set aside, and
/// "differs": the fields on which accounts stand beside each other, each with all its values.
void put_differences(const law::Inquiry& inquiry, const law::Event& event, base::Object& row);

/// Sorted by day, then by the order in which they became known.
base::List as_list(std::vector<std::pair<base::Day, base::Object>> rows);

/// A row for every event of this kind that happened by the view's day and that `keep` takes, earliest first.
/// An event told by several accounts is one row, as its first account has it but for what they agree on or
/// was ruled: that day counts, too. Where they stand beside each other the first account's does. An event
/// whose only account was set aside is a row too, and says so.
template <class K, class Keep> base::List rows_of(const record::View& view, Keep keep) {
    law::Inquiry inquiry(view);
    std::vector<std::pair<base::Day, base::Object>> rows;
    const auto add = [&](const law::Event& event) {
        const acts::Act& act = view.act(event.accounts.front());
        const base::Day day = told_from(inquiry.undisputed(event, "on").value_or(act.on));
        if (day > view.on) return;
        base::Object row = act_row(act);
        put_differences(inquiry, event, row);
        rows.emplace_back(day, std::move(row));
    };
    std::unordered_set<base::EventId> seen;
    for (const law::Event& event : inquiry.events<K>()) {
        seen.insert(event.id);
        if (keep(inquiry.content<K>(event))) add(event);
    }
    for (const auto number : view.record.of_kind<K>()) {  // those of which every account was set aside
        const acts::Act& act = view.act(number);
        if (!view.sees(number) || !seen.insert(act.event).second) continue;
        if (keep(std::get<K>(act.content))) add(law::Event{.id = act.event, .accounts = {number}});
    }
    return as_list(std::move(rows));
}
template <class K> base::List rows_of(const record::View& view) {
    return rows_of<K>(view, [](const K&) { return true; });
}

/// An answer that is what acts say, and nothing worked out: settled, or not on record where `rows` is empty;
/// it rests on the weakest of its rows.
void conclude_rows(Answer& answer, base::Object object, bool on_record);

/// What may have become of a paper, as PaperTold says it.
inline constexpr std::string_view paper_outcomes[] = {"adopted",     "approved",           "draft",
                                                      "not-adopted", "signed-with-others", "withdrawn"};

/// What became of a paper by the view's day: "adopted", "not-adopted", "approved", "withdrawn",
/// "signed-with-others" or "draft".
struct PaperTold {
    base::PaperId paper;
    std::string became;
    acts::PaperKind kind = acts::PaperKind::decision;
    bool has_kind = false;
    base::Text title;
    std::optional<base::Date> on;  // of what it became
    base::BodyId body;
    base::SessionId session;
    record::EntryNumber entry = 0;  // of what it became
};
/// Nothing where no act by the view's day tells of it.
std::optional<PaperTold> paper_told(const record::View& view, base::PaperId paper);
/// Every paper told of by the view's day, by day.
std::vector<PaperTold> papers_told(const record::View& view);
/// The same of those whose last step was at this session.
std::vector<PaperTold> papers_told(const record::View& view, base::SessionId session);
base::Object paper_row(const record::View& view, const PaperTold& told);

}  // namespace questions
