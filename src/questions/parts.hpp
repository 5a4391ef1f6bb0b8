// What the question functions share: getting parameters back as ids, and composing answers.
#pragma once

#include "law/values.hpp"
#include "questions/question.hpp"

namespace questions {

void answer_members(const record::View&, Answer&);
void answer_status(const record::View&, Answer&);
void answer_parties(const record::View&, Answer&);
void answer_in_force(const record::View&, Answer&);
void answer_chair(const record::View&, Answer&);
void answer_chairs(const record::View&, Answer&);
void answer_holder(const record::View&, Answer&);
void answer_session(const record::View&, Answer&);
void answer_quorum(const record::View&, Answer&);
void answer_outcome(const record::View&, Answer&);
void answer_bound(const record::View&, Answer&);
void answer_bound_by(const record::View&, Answer&);
void answer_awaiting(const record::View&, Answer&);
void answer_timeline(const record::View&, Answer&);
void answer_gaps(const record::View&, Answer&);
void answer_person(const record::View&, Answer&);
void answer_posts(const record::View&, Answer&);
void answer_bodies(const record::View&, Answer&);
void answer_body(const record::View&, Answer&);
void answer_documents(const record::View&, Answer&);
void answer_document(const record::View&, Answer&);
void answer_draft(const record::View&, Answer&);
void answer_agenda(const record::View&, Answer&);
void answer_counts(const record::View&, Answer&);
void answer_plan(const record::View&, Answer&);
void answer_priorities(const record::View&, Answer&);
void answer_announced(const record::View&, Answer&);
void answer_contributions(const record::View&, Answer&);
void answer_right_to_vote(const record::View&, Answer&);
void answer_quota(const record::View&, Answer&);
void answer_consultation(const record::View&, Answer&);
void answer_relations(const record::View&, Answer&);
void answer_statements(const record::View&, Answer&);
void answer_differences(const record::View&, Answer&);
void answer_changes(const record::View&, Answer&);
void answer_sources(const record::View&, Answer&);
void answer_source(const record::View&, Answer&);

/// A resolved parameter as an id; `ask` has seen to it that it is there.
template <class IdType> IdType parameter(const Answer& answer, std::string_view name) {
    const auto found = answer.parameters.find(name);
    return found == answer.parameters.end() ? IdType() : IdType::of(found->second);
}

/// What is not told is null.
inline base::Value or_null(const std::optional<base::Date>& date) {
    return date ? base::Value(*date) : base::Value();
}
template <class IdType> base::Value or_null(IdType id) {
    return id.empty() ? base::Value() : base::Value(id);
}

inline std::string_view name_of(rulebook::ChairBy by) {
    constexpr std::string_view names[] = {"none", "rotation", "election", "state-in-chair"};
    return names[static_cast<std::size_t>(by)];
}
inline std::string_view name_of(rulebook::Membership::Of of) {
    return of == rulebook::Membership::Of::treaty ? "treaty" : "organisation";
}

/// Who chairs the body on the day, as `chair` answers and the history of the chair tells it.
law::Leaf chair_leaf(law::Inquiry& inquiry, const rulebook::Body& body, base::Day day);
/// What the state is on the day, likewise: {"status","of","since","participation"?}.
law::Leaf status_leaf(law::Inquiry& inquiry, base::MemberId member, base::Day day);

/// An answer that lists rows, each a conclusion of its own: it depends, or is imprecise, as soon as
/// one of its rows is, and rests on the weakest of them.
void take_standing(law::Conclusion& whole, const law::Conclusion& row);

using record::told_from;

/// What a view that lies before a session, or knows nothing of its holding, has to say of it: "held_on" where
/// it is on record as held later, with the reason beside; else what would settle it.
void put_not_held(law::Inquiry& inquiry, base::SessionId session, base::Object& object, law::Leaf& leaf);

/// A statement as a row: who, when, what, in which source.
base::Value statement_row(const record::View& view, const acts::Act& act, const acts::Stated& stated);
/// All known statements that name `id` in a role, by day.
template <class Kind>
base::List statements_about(const record::View& view, base::Id<Kind> id, base::Day until);

base::List statement_rows(const record::View& view, std::span<const record::EntryNumber> entries,
                          base::Day until);

template <class Kind>
base::List statements_about(const record::View& view, base::Id<Kind> id, base::Day until) {
    return statement_rows(view, view.record.about(id), until);
}

/// The sources of an act, and the support it has, as fields of a row.
void put_sources(base::Object& row, const acts::Act& act);

}  // namespace questions
