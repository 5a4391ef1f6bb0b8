// person, bodies, agenda, counts, quota, contributions, right-to-vote, relations, statements: who and
// what is on record, and what members owe and may do.
#include <algorithm>
#include <set>

#include "law/voting_right.hpp"
#include "questions/counts.hpp"
#include "questions/near.hpp"
#include "questions/rows.hpp"

namespace questions {
namespace {

// Rows of several kinds of act, told apart by "how", by day.
template <class... K>
base::List rows_about(const record::View& view, base::PersonId person, std::string_view key) {
    std::vector<std::pair<base::Day, base::Object>> rows;
    const auto add = [&]<class One>(const One&) {
        for (base::Value& value :
             rows_of<One>(view, [&](const One& told) { return told.person == person; })) {
            base::Object& row = *value.object();
            row.insert_or_assign(std::string(key), One::kind);
            const auto day = base::Date::read(row.at("on").text());
            rows.emplace_back(told_from(*day), std::move(row));
        }
    };
    (add(K{}), ...);
    return as_list(std::move(rows));
}

}  // namespace

void answer_person(const record::View& view, Answer& answer) {
    const auto person = parameter<base::PersonId>(answer, "person");
    base::List offices = rows_about<acts::OfficeAttested>(view, person, "how");
    base::List posts = rows_about<acts::Appointed, acts::Acting, acts::Attested, acts::Relieved,
                                  acts::ElectedChair, acts::ChairAttested>(view, person, "how");
    base::List sessions = rows_about<acts::Present, acts::Guest, acts::Presided>(view, person, "as");
    base::List met = rows_of<acts::Contacted>(view, [&](const acts::Contacted& contact) {
        return contact.person == person || contact.with_person == person;
    });
    base::List statements = statements_about(view, person, view.on);
    const bool any =
        !offices.empty() || !posts.empty() || !sessions.empty() || !met.empty() || !statements.empty();
    base::Object object{{"person", person},           {"offices", std::move(offices)},
                        {"posts", std::move(posts)},  {"sessions", std::move(sessions)},
                        {"contacts", std::move(met)}, {"statements", statements.size()}};
    object.emplace("said", std::move(statements));
    conclude_rows(answer, std::move(object), any);
}

namespace {

// Of a body whose establishment is not on record: the first day on which anything tells of it.
base::Object first_told_of(const record::View& view, base::BodyId body) {
    const acts::Act* first = nullptr;
    for (const auto number : view.record.about(body)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        if (told_from(act.on) > view.on || act.on.earliest() == base::Day::first()) continue;
        if (!first || told_from(act.on) < told_from(first->on)) first = &act;
    }
    return near({}, first ? fact_of(*first) : base::Value(), settled_by(acts::BodyEstablished::kind));
}

}  // namespace

void answer_bodies(const record::View& view, Answer& answer) {
    law::Inquiry inquiry(view);
    base::List rows;
    for (const rulebook::Body& body : view.rulebook.bodies) {
        base::Object row{
            {"body", body.body}, {"chair", name_of(body.chair)}, {"says", law::to_value(body.says)}};
        base::List founded = rows_of<acts::BodyEstablished>(
            view, [&](const acts::BodyEstablished& told) { return told.body == body.body; });
        row.emplace("established", founded.empty() ? base::Value() : founded.front()["on"]);
        if (founded.empty()) row.emplace("near", first_told_of(view, body.body));
        row.emplace("altered", rows_of<acts::BodyAltered>(view, [&](const acts::BodyAltered& told) {
                        return told.body == body.body;
                    }));
        row.emplace("served", rows_of<acts::BodyServed>(view, [&](const acts::BodyServed& told) {
                        return told.body == body.body;
                    }));
        std::size_t meetings = 0;
        for (const law::Event& event : inquiry.events<acts::Held>(body.body)) {
            if (told_from(inquiry.act(event.accounts.front()).on) <= view.on) ++meetings;
        }
        row.emplace("meetings", meetings);
        rows.emplace_back(std::move(row));
    }
    base::List regions;
    for (const rulebook::Region& region : view.rulebook.regions) {
        regions.emplace_back(base::Object{{"region", region.region}, {"says", law::to_value(region.says)}});
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"bodies", std::move(rows)}, {"regions", std::move(regions)}};
    conclude_rows(answer, std::move(object), any);
}

void answer_agenda(const record::View& view, Answer& answer) {
    const auto session = parameter<base::SessionId>(answer, "session");
    const auto at_it = [&](const auto& told) { return told.session == session; };
    base::List drafts;
    for (const PaperTold& told : papers_told(view, session)) drafts.emplace_back(paper_row(view, told));
    base::List subjects = rows_of<acts::Discussed>(view, at_it);
    base::List parts = rows_of<acts::PartHeld>(view, at_it);
    base::List served = rows_of<acts::BodyServed>(view, at_it);
    const bool any = !subjects.empty() || !drafts.empty() || !parts.empty();
    base::Object object{{"session", session},
                        {"subjects", std::move(subjects)},
                        {"drafts", std::move(drafts)},
                        {"parts", std::move(parts)},
                        {"served_by", std::move(served)}};
    conclude_rows(answer, std::move(object), any);
}

void answer_counts(const record::View& view, Answer& answer) {
    const auto session = parameter<base::SessionId>(answer, "session");
    base::List rows = rows_of<acts::Tallied>(
        view, [&](const acts::Tallied& told) { return !session || told.session == session; });
    const bool any = !rows.empty();
    const law::Inquiry inquiry(view);
    std::set<std::string> seen;
    base::List differing;  // by day, as the rows are
    for (const base::Value& row : rows) {
        const std::string counted(row["session"].text());
        if (seen.insert(counted).second &&
            counts_differ(counts_standing(inquiry, base::SessionId::of(counted))))
            differing.emplace_back(counted);
    }
    base::Object object{{"counts", std::move(rows)}, {"differing", std::move(differing)}};
    if (session) object.emplace("session", session);
    conclude_rows(answer, std::move(object), any);
}

void answer_quota(const record::View& view, Answer& answer) {
    const auto body = parameter<base::BodyId>(answer, "body");
    const auto of_it = [&](const auto& told) { return !body || told.body == body; };
    base::List periods = rows_of<acts::QuotaDistributed>(view, of_it);
    base::List reported = rows_of<acts::QuotaPostReported>(view, of_it);
    const bool any = !periods.empty() || !reported.empty();
    base::Object object{{"periods", std::move(periods)}, {"reported", std::move(reported)}};
    if (body) object.emplace("body", body);
    conclude_rows(answer, std::move(object), any);
}

namespace {

// The rules on a member that does not pay, with what they ask for before a vote is lost.
base::List rules_on_arrears(const record::View& view) {
    base::List rows;
    law::Inquiry inquiry(view);
    const auto decisions =
        std::ranges::count_if(inquiry.events<acts::VoteTakenAway>(),
                              [&](const law::Event& event) { return inquiry.happened(event, view.on); });
    for (const rulebook::Arrears& rule : view.rulebook.arrears) {
        if (!view.rulebook.applies(rule, view.on)) continue;
        base::Object row{{"rule", rule.id},
                         {"says", law::to_value(rule.says)},
                         {"article", law::to_value(rule.article)},
                         {"months", static_cast<std::int64_t>(rule.after.count)},
                         {"decided_by", or_null(rule.decided_by)},
                         {"decisions", static_cast<std::int64_t>(decisions)}};
        rows.emplace_back(std::move(row));
    }
    return rows;
}

// Whether two budgets are of one fund: a budget with a scale of its own is that of a fund of its own.
bool of_one_fund(const base::List& scale, const base::Value& one, const base::Value& other) {
    const auto fund = [&](const base::Value& budget) {
        const bool its_own = std::ranges::any_of(scale, [&](const base::Value& share) {
            return !share["paper"].is_null() && share["paper"] == budget["paper"];
        });
        return its_own ? std::string(budget["paper"].text()) : std::string();
    };
    return fund(one) == fund(other);
}

}  // namespace

void answer_contributions(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    const auto of_it = [&](const auto& told) { return !member || told.member == member; };
    base::List scale = rows_of<acts::ShareStated>(
        view, [&](const acts::ShareStated& told) { return of_it(told) && told.share.has_value(); });
    base::List shares = rows_of<acts::ShareStated>(
        view, [&](const acts::ShareStated& told) { return of_it(told) && told.amount.has_value(); });
    base::List payments = rows_of<acts::PaymentReported>(view, of_it);
    // The budget is the organisation's, and of no state; told by year.
    base::List budgets = member ? base::List() : rows_of<acts::BudgetStated>(view);
    std::ranges::stable_sort(budgets, {},
                             [](const base::Value& row) { return std::string(row["when"].text()); });
    put_near(
        budgets, [](const base::Value& row) { return row["amount"].is_null(); },
        settled_by(acts::BudgetStated::kind),
        [&](const base::Value& one, const base::Value& other) { return of_one_fund(scale, one, other); });
    const bool any = !scale.empty() || !shares.empty() || !payments.empty();
    base::Object object{{"scale", std::move(scale)},
                        {"budgets", std::move(budgets)},
                        {"shares", std::move(shares)},
                        {"payments", std::move(payments)},
                        {"arrears", rules_on_arrears(view)}};
    if (member) object.emplace("member", member);
    conclude_rows(answer, std::move(object), any);
}

void answer_right_to_vote(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    answer.conclusion = law::conclude(view, [&](law::Inquiry& inquiry) {
        const law::VotingRight right = law::voting_right(inquiry, member, view.on);
        law::Leaf leaf;
        leaf.answer = base::Object{{"member", member},
                                   {"has_vote", right.has_vote},
                                   {"unpaid", right.unpaid},
                                   {"condition_met", right.condition_met},
                                   {"months", static_cast<std::int64_t>(right.months)},
                                   {"months_needed", static_cast<std::int64_t>(right.months_needed)},
                                   {"decision", or_null(right.decision)}};
        base::Object& answered = *leaf.answer.object();
        if (right.entitled != law::VotingRight::Entitled::yes)
            answered.emplace("outside", right.entitled == law::VotingRight::Entitled::not_a_member
                                            ? "not-a-member"
                                            : "participation-suspended");
        if (!right.untold.empty()) answered.emplace("not_on_record", right.untold);
        leaf.reasons = right.reasons;
        return leaf;
    });
}

void answer_relations(const record::View& view, Answer& answer) {
    base::List memoranda = rows_of<acts::MemorandumSigned>(view);
    base::List given = rows_of<acts::StatusGiven>(view);
    base::List received = rows_of<acts::StatusReceived>(view);
    base::List contacts = rows_of<acts::Contacted>(view);
    // A status at one of the bodies is none at the organisation.
    const auto of_the_organisation = [&](acts::Status status) {
        return rows_of<acts::StatusGiven>(
            view, [&](const acts::StatusGiven& told) { return told.status == status && !told.body; });
    };
    // Of a memorandum without a signatory, and of a status nobody was given, what would tell.
    for (base::Value& row : memoranda) {
        if (row["person"].is_null())
            row.object()->emplace("near", near({}, {}, settled_by(acts::MemorandumSigned::kind)));
    }
    base::Value last_given = given.empty() ? base::Value() : fact_of(given.back());
    if (base::Object* fact = last_given.object()) fact->insert_or_assign("kind", acts::StatusGiven::kind);
    const bool any = !memoranda.empty() || !given.empty() || !received.empty() || !contacts.empty();
    base::Object object{{"memoranda", std::move(memoranda)},
                        {"given", std::move(given)},
                        {"received", std::move(received)},
                        {"observers", of_the_organisation(acts::Status::observer)},
                        {"partners", of_the_organisation(acts::Status::partner)},
                        {"contacts", std::move(contacts)}};
    base::Object beside;
    for (const char* list : {"observers", "partners"}) {
        if (object.at(list).list()->empty())
            beside.emplace(list, near(last_given, {}, settled_by(acts::StatusGiven::kind)));
    }
    if (!beside.empty()) object.emplace("near", std::move(beside));
    conclude_rows(answer, std::move(object), any);
}

void answer_statements(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    const auto topic = parameter<base::RuleId>(answer, "topic");
    const auto person = parameter<base::PersonId>(answer, "person");
    base::List rows = rows_of<acts::Stated>(view, [&](const acts::Stated& told) {
        return (!member || told.member == member) && (!topic || told.topic == topic) &&
               (!person || told.person == person);
    });
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"statements", std::move(rows)}};
    if (member) object.emplace("member", member);
    if (topic) object.emplace("topic", topic);
    if (person) object.emplace("person", person);
    conclude_rows(answer, std::move(object), any);
}

}  // namespace questions
