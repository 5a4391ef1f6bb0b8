// chair, chairs.
#include <algorithm>

#include "law/chair.hpp"
#include "questions/done_by.hpp"
#include "questions/parts.hpp"
#include "questions/posts.hpp"

namespace questions {
namespace {

using law::Inquiry;
using law::Leaf;

// When a hand-over took effect, as a conclusion of its own: it forks where accounts differ.
law::Conclusion effect_of(const record::View& view, const law::Pass& pass) {
    return law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf;
        const base::Date from = law::takes_effect(inquiry, pass);
        leaf.answer = from;
        leaf.reasons = {inquiry.because_of(
            pass.event, "chair-passed",
            law::facts_of(pass,
                          law::Effective{.told = inquiry.text(pass.event, "hand_over"), .from = from}))};
        return leaf;
    });
}

}  // namespace

law::Leaf chair_leaf(Inquiry& inquiry, const rulebook::Body& body, base::Day day) {
    auto found = law::chair(inquiry, body, day);
    Leaf leaf;
    leaf.on_record = found.value.on_record;
    base::Object object{{"body", body.body}};
    if (found.value.on_record) {
        object.emplace("member", found.value.member);
        object.emplace("since", or_null(found.value.since));
        object.emplace("person", or_null(found.value.person));
        if (found.value.in_place_of) object.emplace("in_place_of", found.value.in_place_of);
        if (found.value.by_order) object.emplace("by_order", true);
    } else {
        leaf.settled_by = "a-source-that-names-the-chair";
        if (found.value.open_turn_of) {
            object.emplace("open_turn_of", found.value.open_turn_of);
            object.emplace("year", day.year());
        }
    }
    leaf.answer = std::move(object);
    put_reason<acts::ChairmanshipPasses>(inquiry, std::move(found.reason), leaf);
    return leaf;
}

namespace {

// The post whose holder chairs the body; null where none does.
const rulebook::Post* post_of_chair(const record::View& view, base::BodyId body) {
    for (const rulebook::Post& post : view.rulebook.posts) {
        if (post.chairs && post.body == body && view.rulebook.applies(post, view.on)) return &post;
    }
    return nullptr;
}

// The chair is who holds the post, and the rule on the post says how that is found.
void answer_by_post(const record::View& view, const rulebook::Post& post, Answer& answer) {
    answer.conclusion = holder_on(view, post);
    const law::Reason rule =
        law::by_rule(post, "chair-is-a-post", {{"body", post.body}, {"post", post.post}});
    answer.conclusion.reasons.insert(answer.conclusion.reasons.begin(), law::beside(rule));
    const auto complete = [&](base::Value& told) {
        base::Object* object = told.object();
        if (!object) return;
        object->insert_or_assign("body", post.body);
        object->insert_or_assign("rule", law::to_value(post.says));
        base::List* candidates = told["candidates"].is_null() ? nullptr : object->at("candidates").list();
        if (!candidates) return;
        for (base::Value& one : *candidates) one.object()->insert_or_assign("body", post.body);
    };
    complete(answer.conclusion.answer);
    for (law::BySide& side : answer.conclusion.by_side) complete(side.answer);
}

}  // namespace

void answer_chair(const record::View& view, Answer& answer) {
    const auto* body = view.rulebook.find(parameter<base::BodyId>(answer, "body"));
    if (const auto* post = post_of_chair(view, body->body); post && body->chair == rulebook::ChairBy::none)
        return answer_by_post(view, *post, answer);
    answer.conclusion = law::conclude(view, [&](Inquiry& inquiry) {
        Leaf leaf = chair_leaf(inquiry, *body, view.on);
        if (body->chair != rulebook::ChairBy::none) return leaf;
        leaf.settled_by = "the-text-of-the-rule";  // and a post of the body is what there may be
        base::List posts;
        for (const rulebook::Post& post : view.rulebook.posts) {
            if (post.body == body->body) posts.push_back(post.post);
        }
        leaf.answer.object()->emplace("posts", std::move(posts));
        return leaf;
    });
}

void answer_chairs(const record::View& view, Answer& answer) {
    const auto* body = view.rulebook.find(parameter<base::BodyId>(answer, "body"));
    const std::string which = answer.parameters.at("which");
    Inquiry inquiry(view);
    const auto passes = law::passes(inquiry, body->body);
    base::List past;
    base::List coming;
    law::Conclusion& whole = answer.conclusion;

    std::vector<law::Conclusion> effects;
    for (const law::Pass& pass : passes) effects.push_back(effect_of(view, pass));
    // The state that handed over first is in the chair too; since when is not on record.
    if (!passes.empty() && passes.front().from && which != "coming" &&
        passes.front().decided_on.earliest() <= view.on) {
        law::Conclusion since;
        since.standing = law::Standing::not_on_record;
        since.rests_on = effects.front().rests_on;
        base::Object row{{"member", passes.front().from},
                         {"in_place_of", base::Value()},
                         {"handed_by", base::Value()},
                         {"from", law::to_object(since)},
                         {"until", law::to_object(effects.front())},
                         {"year", passes.front().decided_on.latest().year()},
                         {"labels", base::List()}};
        put_sources(row, inquiry.act(passes.front().event.accounts.front()));
        past.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const law::Pass& pass = passes[i];
        const auto days = law::all_effects(inquiry, pass);
        const bool has_begun =
            std::ranges::any_of(days, [&](const law::Effective& e) { return e.from.earliest() <= view.on; });
        base::Object row{{"member", pass.to},
                         {"in_place_of", or_null(pass.in_place_of)},
                         {"handed_by", or_null(pass.from)},
                         {pass.decided ? "decided_on" : "passed_on", pass.decided_on},
                         {"from", law::to_object(effects[i])},
                         {"year", days.front().from.latest().year()}};
        // The term ends with the next hand-over if that comes from this state; otherwise a gap follows.
        if (i + 1 < passes.size() && passes[i + 1].from == pass.to) {
            row.emplace("until", law::to_object(effects[i + 1]));
        } else {
            row.emplace("until", base::Value());
            row.emplace("until_standing", i + 1 < passes.size() ? "not_on_record" : "open");
        }
        base::List labels;
        for (const auto number : pass.event.accounts) {
            const auto& told = std::get<acts::ChairmanshipPasses>(inquiry.act(number).content);
            if (told.label.empty()) continue;
            base::Object label{{"label", law::to_value(told.label)}};
            if (told.hand_over) label.emplace("hand_over", acts::name_of(*told.hand_over));
            put_sources(label, inquiry.act(number));
            labels.push_back(std::move(label));
        }
        row.emplace("labels", std::move(labels));
        put_sources(row, inquiry.act(pass.event.accounts.front()));
        // Where accounts differ, each rests on its own sources, and the whole on the weakest of them.
        base::Support rests = effects[i].rests_on;
        base::List sources;
        for (const auto number : pass.event.accounts) {
            const acts::Act& account = inquiry.act(number);
            if (pass.event.accounts.size() > 1) rests = base::weaker(rests, acts::support_of(account));
            for (const acts::Cited& cited : account.sources) {
                if (std::ranges::find(sources, base::Value(cited.source)) == sources.end())
                    sources.push_back(cited.source);
            }
        }
        row.insert_or_assign("sources", std::move(sources));
        row.insert_or_assign("rests_on", base::support_name(rests));
        if (which != (has_begun ? "coming" : "past")) {  // it is shown, and with it when its term ends
            take_standing(whole, effects[i]);
            if (i + 1 < passes.size() && passes[i + 1].from == pass.to) take_standing(whole, effects[i + 1]);
        }
        (has_begun ? past : coming).push_back(std::move(row));
    }
    const law::Conclusion turns = law::conclude(view, [&](Inquiry& one) {
        Leaf leaf;
        base::List rows;
        for (const law::Turn& turn : law::turns_to_come(one, *body, view.on)) {
            rows.push_back(base::Object{{"member", turn.member},
                                        {"year", turn.year},
                                        {"by_order", true},
                                        {"open", turn.open},
                                        {"rests_on", base::support_name(law::rests_on({turn.reason}))}});
            leaf.reasons.push_back(turn.reason);
        }
        leaf.answer = std::move(rows);
        return leaf;
    });
    if (const base::List* rows = turns.answer.list()) {
        for (const base::Value& row : *rows) coming.push_back(row);
    }
    base::Object object{{"body", body->body}};
    if (which != "coming") object.emplace("past", std::move(past));
    if (which != "past") {
        object.emplace("coming", std::move(coming));
        for (const law::Reason& reason : turns.reasons) whole.reasons.push_back(reason);
        if (!turns.reasons.empty()) whole.rests_on = base::weaker(whole.rests_on, turns.rests_on);
    }
    const auto order = std::ranges::find_if(view.rulebook.rotation, [&](const rulebook::Rotation& rule) {
        return rule.body == body->body && view.rulebook.applies(rule, view.on);
    });
    if (order != view.rulebook.rotation.end()) {
        answer.besides.emplace("order", view.rulebook.orders.at(order->order));
        answer.besides.emplace(
            "rule", law::to_value(law::by_rule(*order, "rotation-by-order", {{"order", order->order}})));
    }
    whole.answer = std::move(object);
}

}  // namespace questions
