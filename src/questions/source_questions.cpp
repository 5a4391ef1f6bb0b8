// differences, changes, sources, source: the record about itself.
#include <numeric>

#include "law/values.hpp"
#include "questions/citing.hpp"
#include "questions/rows.hpp"

namespace questions {
namespace {

// More rows make a page nobody reads; the count tells of all.
constexpr std::size_t most_changes = 500;

// Entries stand in the order of becoming known: a range, and no search.
std::vector<record::EntryNumber> became_known(const record::View& view, base::Day since) {
    const std::size_t before = std::min(view.record.known_by(since), view.known);
    std::vector<record::EntryNumber> entries(view.known - before);
    std::iota(entries.begin(), entries.end(), static_cast<record::EntryNumber>(before));
    return entries;
}

// Of a list of acts, how many the view sees, and those that one answer shows.
struct Shown {
    std::size_t count = 0;
    std::vector<record::EntryNumber> entries;
    bool more = false;
};

// From the first of them, or from the one that follows the act `after`. That act may have been annulled
// since; where it is not in the list at all, from the first.
Shown shown_of(const record::View& view, const std::vector<record::EntryNumber>& entries, base::ActId after) {
    Shown shown;
    const auto last = view.record.find(after);
    bool passed = !last || std::ranges::find(entries, *last) == entries.end();
    for (const record::EntryNumber number : entries) {
        if (view.sees(number)) {
            ++shown.count;
            shown.more = shown.entries.size() == most_changes;
            if (passed && !shown.more) shown.entries.push_back(number);
        }
        passed = passed || number == last;
    }
    return shown;
}

base::Object source_row(const rulebook::Source& source, std::size_t acts) {
    base::Object row{{"source", source.id},
                     {"kind", rulebook::name_of(source.kind)},
                     {"published", source.published ? base::Value(*source.published) : base::Value()},
                     {"acts", acts}};
    if (source.report) row.emplace("report", *source.report);
    if (!source.claims.empty()) row.emplace("claims", source.claims.size());
    return row;
}

}  // namespace

Citing entries_citing(const record::View& view) {
    Citing all;
    view.each([&](record::EntryNumber number) {
        for (const acts::Cited& cited : view.act(number).sources) ++all[cited.source];
    });
    return all;
}

void answer_differences(const record::View& view, Answer& answer) {
    base::List rows;
    std::size_t open = 0;
    for (const law::DisputeTold& told : law::disputes(view)) {
        base::Object row = *law::to_value(told).object();
        row.insert_or_assign("dispute", told.id);
        row.erase("id");
        row.emplace("about", told.event.empty() ? "rule" : "accounts");
        row.emplace("open", true);
        ++open;
        rows.emplace_back(std::move(row));
    }
    for (const base::Value& noted : rows_of<acts::DifferenceNoted>(view)) {
        if (noted["ruling"].text() == acts::name_of(acts::Ruling::open)) continue;  // stands among the open
        base::Object row = *noted.object();
        row.insert_or_assign("about", "accounts");
        row.insert_or_assign("event", row.at("of"));
        row.erase("of");
        row.emplace("open", false);
        rows.emplace_back(std::move(row));
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"open", open}, {"differences", std::move(rows)}};
    conclude_rows(answer, std::move(object), any);
}

void answer_changes(const record::View& view, Answer& answer) {
    const auto since = *base::Day::read(answer.parameters.at("since"));
    const bool by_knowledge = answer.parameters.at("of") == "knowledge";
    const auto entries = by_knowledge ? became_known(view, since) : view.record.told_between(since, view.on);
    const Shown shown = shown_of(view, entries, parameter<base::ActId>(answer, "after"));
    base::List acts;
    for (const record::EntryNumber number : shown.entries) {
        const acts::Act& act = view.act(number);
        base::Object row = act_row(act);
        row.insert_or_assign("kind", acts::kind_of(act.content));
        row.insert_or_assign("known_on", view.record.known_on(number));
        acts.emplace_back(std::move(row));
    }
    base::Object object{{"since", since},
                        {"until", view.on},
                        {"of", answer.parameters.at("of")},
                        {"count", shown.count},
                        {"acts", std::move(acts)}};
    if (shown.more) object.emplace("next", view.act(shown.entries.back()).id);
    conclude_rows(answer, std::move(object), true);
}

void answer_sources(const record::View& view, Answer& answer) {
    const Citing acts = entries_citing(view);
    base::List rows;
    for (const rulebook::Source& source : view.rulebook.sources) {
        const auto found = acts.find(source.id);
        rows.emplace_back(source_row(source, found == acts.end() ? 0 : found->second));
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"sources", std::move(rows)}};
    conclude_rows(answer, std::move(object), any);
}

void answer_source(const record::View& view, Answer& answer) {
    const auto id = parameter<base::SourceId>(answer, "source");
    base::List acts;
    view.each([&](record::EntryNumber number) {
        const acts::Act& act = view.act(number);
        if (std::ranges::find(act.sources, id, &acts::Cited::source) == act.sources.end()) return;
        base::Object row = act_row(act);
        row.insert_or_assign("kind", acts::kind_of(act.content));
        acts.emplace_back(std::move(row));
    });
    base::Object object{{"source", id}};
    for (const rulebook::Source& source : view.rulebook.sources) {
        if (source.id != id) continue;
        object = source_row(source, acts.size());
        object.insert_or_assign("url", source.url.empty() ? base::Value() : base::Value(source.url));
        base::List claims;
        base::Object by_standing;
        for (const rulebook::Claim& claim : source.claims) {
            const std::string standing(rulebook::name_of(claim.standing));
            base::Object row{{"claim", claim.id},
                             {"says", law::to_value(claim.says)},
                             {"standing", standing},
                             {"acts", claim.acts}};
            if (!claim.sources.empty()) row.emplace("of_sources", claim.sources);
            if (!claim.why.empty()) row.emplace("why", law::to_value(claim.why));
            if (!claim.ask.empty()) row.emplace("ask", claim.ask);
            const auto* before = by_standing[standing].number();
            by_standing[standing] = (before ? *before : 0) + 1;
            claims.emplace_back(std::move(row));
        }
        object.insert_or_assign("claims", std::move(claims));
        object.insert_or_assign("by_standing", std::move(by_standing));
    }
    object.insert_or_assign("cited_by", std::move(acts));
    conclude_rows(answer, std::move(object), true);
}

}  // namespace questions
