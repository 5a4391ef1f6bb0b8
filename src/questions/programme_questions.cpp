// documents, document, draft, plan, priorities, announced, consultation: papers on their way, the programme
// of a chair, and what was done in a crisis.
#include <set>
#include <tuple>

#include "questions/announcements.hpp"
#include "questions/near.hpp"
#include "questions/paper_filter.hpp"

namespace questions {
namespace {

// The first procedure of a thing's kind: one that names the kind of paper goes before one for all.
const rulebook::Procedure* procedure_for(const rulebook::Rulebook& rules, rulebook::Procedure::Of of,
                                         std::string_view kind) {
    const rulebook::Procedure* found = nullptr;
    for (const rulebook::Procedure& one : rules.procedures) {
        if (one.of != of) continue;
        const bool names_it = std::ranges::find(one.papers, kind) != one.papers.end();
        if (names_it) return &one;
        if (one.papers.empty() && !found) found = &one;
    }
    return found;
}

// The acts about `id` that are this step by the view's day, earliest first.
template <class Kind>
std::vector<const acts::Act*> acts_of(const record::View& view, const rulebook::Step& step,
                                      base::Id<Kind> id) {
    const law::Inquiry inquiry(view);
    // An event told twice is one step, as its first account that was not set aside has it.
    const auto stands_for_its_event = [&](record::EntryNumber number) {
        return std::visit(
            [&]<class K>(const K&) {
                return std::ranges::any_of(inquiry.events<K>(id), [&](const law::Event& event) {
                    return event.accounts.front() == number;
                });
            },
            view.act(number).content);
    };
    std::vector<const acts::Act*> found;
    for (const auto number : view.record.about(id)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        if (told_from(act.on) > view.on) continue;
        if (std::ranges::find(step.kinds, acts::kind_of(act.content)) == step.kinds.end()) continue;
        const base::Object fields = record::all_fields(act.content);
        if (step.body) {
            const auto body = fields.find("body");
            if (body == fields.end() || body->second.text() != step.body.text()) continue;
        }
        if (stands_for_its_event(number)) found.push_back(&act);
    }
    std::ranges::stable_sort(found, {}, [](const acts::Act* act) { return told_from(act->on); });
    return found;
}

struct StepTaken {
    const rulebook::Step* step = nullptr;
    const acts::Act* act = nullptr;  // null: not on record
};

// The steps in the order in which they were taken: a draft that was sent back is answered after its first
// decision. One that is not on record stands before the step that the rule has after it.
template <class Kind>
std::vector<StepTaken> in_order_taken(const record::View& view, const rulebook::Procedure& procedure,
                                      base::Id<Kind> id) {
    using Steps = std::vector<StepTaken>;
    std::vector<Steps> blocks;  // each ends with a step on record
    Steps open;
    for (const rulebook::Step& step : procedure.steps) {
        const auto acts = acts_of(view, step, id);
        if (acts.empty()) open.push_back({&step, nullptr});
        for (const acts::Act* act : acts) {
            open.push_back({&step, act});
            blocks.push_back(std::exchange(open, {}));
        }
    }
    // Of a day that is told as "no later than" only the end is known.
    std::ranges::stable_sort(blocks, {}, [](const Steps& block) { return block.back().act->on.latest(); });
    Steps all;
    for (const Steps& block : blocks) all.insert(all.end(), block.begin(), block.end());
    all.insert(all.end(), open.begin(), open.end());
    return all;
}

// A row for every step, whether it is on record or not; "days" since the step before that is, where both days
// are known exactly. `reached` is the last by the rule that is on record.
template <class Kind>
base::List steps_of(const record::View& view, const rulebook::Procedure& procedure, base::Id<Kind> id,
                    std::string& reached) {
    base::List rows;
    std::optional<base::Date> before;
    for (const rulebook::Step& step : procedure.steps) {
        if (!acts_of(view, step, id).empty()) reached = std::string(step.id.text());
    }
    for (const auto& [taken, act] : in_order_taken(view, procedure, id)) {
        const rulebook::Step& step = *taken;
        base::Object row{{"step", step.id}, {"says", law::to_value(step.name)}, {"read", step.read}};
        if (!act) {
            row.emplace("on", base::Value());
            row.emplace("on_record", false);
            // Any of its kinds would be the step; what would settle it follows from the first.
            row.emplace("settled_by", settled_by(step.kinds.empty() ? "" : step.kinds.front()));
            rows.emplace_back(std::move(row));
            continue;
        }
        for (auto& [name, value] : act_row(*act)) {
            if (name != "says")
                row.insert_or_assign(name, value);
            else
                row.insert_or_assign("told", value);
        }
        row.insert_or_assign("kind", acts::kind_of(act->content));
        row.emplace("on_record", true);
        const bool exact = act->on.earliest() == act->on.latest();
        const bool later = before && before->latest() <= act->on.earliest();
        if (exact && later && before->earliest() == before->latest())
            row.emplace("days",
                        static_cast<std::int64_t>(act->on.earliest().number() - before->earliest().number()));
        if (!before || later) before = act->on;
        rows.emplace_back(std::move(row));
    }
    put_near(rows, [](const base::Value& row) { return row["act"].is_null(); }, {});
    for (base::Value& row : rows) {  // each step has its own
        const auto code = row.object()->find("settled_by");
        if (code == row.object()->end()) continue;
        row.object()->at("near").object()->emplace("settled_by", code->second);
        row.object()->erase(code);
    }
    return rows;
}

base::Object way_of(const record::View& view, const PaperTold& told) {
    base::Object object = paper_row(view, told);
    std::string reached;
    const std::string_view kind = told.has_kind ? acts::name_of(told.kind) : std::string_view();
    if (const auto* procedure = procedure_for(view.rulebook, rulebook::Procedure::Of::paper, kind)) {
        object.insert_or_assign("steps", steps_of(view, *procedure, told.paper, reached));
        object.insert_or_assign("procedure", procedure->id);
        object.insert_or_assign("read", procedure->read);
    }
    object.insert_or_assign("reached", reached);
    return object;
}

template <class K> base::List about_paper(const record::View& view, base::PaperId paper) {
    return rows_of<K>(view, [&](const K& content) { return content.paper == paper; });
}

base::Object plan_of(const record::View& view, const PaperTold& told) {
    base::Object object = way_of(view, told);
    object.emplace("covers", about_paper<acts::PlanCovers>(view, told.paper));
    object.emplace("reports", about_paper<acts::ImplementationReported>(view, told.paper));
    object.emplace("examined", about_paper<acts::DraftExamined>(view, told.paper));
    return object;
}

}  // namespace

void answer_documents(const record::View& view, Answer& answer) {
    const std::vector<PaperTold> papers = papers_told(view);
    const PaperFilter filter(view, answer, papers);
    base::List rows;
    for (const PaperTold& told : papers) {
        if (filter.takes(told)) rows.emplace_back(paper_row(view, told));
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"papers", std::move(rows)}};
    conclude_rows(answer, std::move(object), any);
}

void answer_document(const record::View& view, Answer& answer) {
    const auto paper = parameter<base::PaperId>(answer, "paper");
    const auto told = paper_told(view, paper);
    base::Object object{{"paper", paper}};
    if (told) object = paper_row(view, *told);
    object.emplace("relations", about_paper<acts::PaperRelated>(view, paper));
    object.emplace("related_by", rows_of<acts::PaperRelated>(view, [&](const acts::PaperRelated& related) {
                       return related.to_paper == paper;
                   }));
    base::List texts = about_paper<acts::TextPublished>(view, paper);
    base::Value number;
    for (const base::Value& text : texts) {
        if (!text["number"].is_null()) number = text["number"];
    }
    object.emplace("number", std::move(number));
    object.emplace("text_held", false);
    object.emplace("texts", std::move(texts));
    conclude_rows(answer, std::move(object), told.has_value());
}

void answer_draft(const record::View& view, Answer& answer) {
    const auto paper = parameter<base::PaperId>(answer, "paper");
    const auto told = paper_told(view, paper);
    conclude_rows(answer, told ? way_of(view, *told) : base::Object{{"paper", paper}}, told.has_value());
}

void answer_plan(const record::View& view, Answer& answer) {
    const auto one = parameter<base::PaperId>(answer, "paper");
    base::List plans;
    for (const PaperTold& told : papers_told(view)) {
        if (one ? told.paper == one : told.has_kind && told.kind == acts::PaperKind::plan) {
            base::Object plan = plan_of(view, told);
            // A plan for one subject, adopted as any other paper, is no programme of a term: nothing says
            // that it covers decisions or priorities.
            if (one || !plan.at("covers").list()->empty()) plans.emplace_back(std::move(plan));
        }
    }
    const bool any = !plans.empty();
    base::Object object{{"count", plans.size()}, {"plans", std::move(plans)}};
    if (one) object.emplace("paper", one);
    conclude_rows(answer, std::move(object), any);
}

void answer_priorities(const record::View& view, Answer& answer) {
    const auto member = parameter<base::MemberId>(answer, "state");
    base::List rows = rows_of<acts::PriorityStated>(
        view, [&](const acts::PriorityStated& stated) { return !member || stated.member == member; });
    std::size_t unsupported = 0;
    for (base::Value& row : rows) {
        const bool rejected = !row["rejected"].is_null();
        row.object()->emplace("supported", !rejected);
        if (rejected) ++unsupported;
    }
    // By the year they are for, then by state; what nothing supports after what its sources tell alike.
    std::ranges::stable_sort(rows, {}, [](const base::Value& row) {
        return std::tuple(std::string(row["when"].text()), std::string(row["member"].text()),
                          !row["rejected"].is_null());
    });
    const bool any = !rows.empty();
    base::Object object{
        {"count", rows.size()}, {"unsupported", unsupported}, {"priorities", std::move(rows)}};
    if (member) object.emplace("member", member);
    conclude_rows(answer, std::move(object), any);
}

namespace {

// What was announced and has no outcome: the last meeting held by the end of the time announced, and the
// first after it; of the body it was announced for, or else of the body at whose session it was announced, or
// else of any.
base::Object meetings_around(const law::Inquiry& inquiry, const base::Object& row) {
    const auto text_of = [&](std::string_view name) {
        const auto found = row.find(name);
        return found == row.end() ? std::string() : std::string(found->second.text());
    };
    const auto is_held = [](const acts::Held& held, base::BodyId body) {
        return !body || held.body == body || std::ranges::find(held.with, body) != held.with.end();
    };
    auto body = base::BodyId::known(text_of("body")).value_or(base::BodyId());
    if (const auto at = base::SessionId::known(text_of("at")); at && !body) {
        for (const law::Event& event : inquiry.events<acts::Held>(*at))
            body = inquiry.content<acts::Held>(event).body;
    }
    const auto when = base::Date::read(text_of("when"));
    const base::Day end = (when ? when : base::Date::read(text_of("on")))->latest();
    const acts::Act* before = nullptr;
    const acts::Act* after = nullptr;
    for (const law::Event& event : inquiry.events<acts::Held>()) {
        const acts::Act& act = inquiry.act(event.accounts.front());
        const base::Day day = told_from(act.on);
        if (day > inquiry.view().on || !is_held(inquiry.content<acts::Held>(event), body)) continue;
        if (day <= end) {
            if (!before || told_from(before->on) < day) before = &act;
        } else if (!after || day < told_from(after->on)) {
            after = &act;
        }
    }
    return near(before ? fact_of(*before) : base::Value(), after ? fact_of(*after) : base::Value(),
                settled_by(acts::Announced::kind));
}

}  // namespace

void answer_announced(const record::View& view, Answer& answer) {
    const bool only_open = answer.parameters.at("which") == "open";
    law::Inquiry inquiry(view);
    base::List rows;
    std::size_t open = 0;
    for (base::Value& one : rows_of<acts::Announced>(view)) {
        base::Object& row = *one.object();
        const auto id = base::ActId::of(row.at("act").text());
        for (const law::Event& event : inquiry.events<acts::Invited>(id)) {
            if (told_from(inquiry.act(event.accounts.front()).on) <= view.on)
                row.insert_or_assign("invited", act_row(inquiry.act(event.accounts.front())));
        }
        for (const law::Event& event : inquiry.events<acts::InvitationAnswered>(id)) {
            if (told_from(inquiry.act(event.accounts.front()).on) <= view.on)
                row.insert_or_assign("reply",
                                     acts::name_of(inquiry.content<acts::InvitationAnswered>(event).reply));
        }
        const auto& said = std::get<acts::Announced>(view.act(*view.record.find(id)).content);
        const auto came = what_came_of(inquiry, id, said, view.on);
        open += came ? 0 : 1;
        if (!came) row.insert_or_assign("near", meetings_around(inquiry, row));
        row.insert_or_assign("outcome", came ? base::Value(acts::name_of(came->outcome)) : base::Value());
        row.insert_or_assign("outcome_on", came ? base::Value(came->on) : base::Value());
        if (!came || !only_open) rows.emplace_back(std::move(row));
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"open", open}, {"announced", std::move(rows)}};
    conclude_rows(answer, std::move(object), any || only_open);
}

void answer_consultation(const record::View& view, Answer& answer) {
    const auto id = parameter<base::ConsultationId>(answer, "consultation");
    base::Object object{{"consultation", id}};
    bool any = false;
    for (const base::Value& row : rows_of<acts::ConsultationRequested>(
             view, [&](const acts::ConsultationRequested& asked) { return asked.consultation == id; })) {
        object.insert_or_assign("title", row["title"]);
        object.insert_or_assign("member", row["member"]);
        any = true;
    }
    std::string reached;
    if (const auto* procedure = procedure_for(view.rulebook, rulebook::Procedure::Of::consultation, {})) {
        object.emplace("steps", steps_of(view, *procedure, id, reached));
        object.emplace("procedure", procedure->id);
        object.emplace("read", procedure->read);
        any = any || !reached.empty();
    }
    object.emplace("reached", reached);
    conclude_rows(answer, std::move(object), any);
}

}  // namespace questions
