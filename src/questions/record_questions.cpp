// timeline and gaps: what is on record about one thing, and what is not on record at all.
#include <algorithm>
#include <type_traits>

#include "law/chair.hpp"
#include "law/membership.hpp"
#include "law/session.hpp"
#include "questions/announcements.hpp"
#include "questions/parts.hpp"
#include "questions/posts.hpp"

namespace questions {
namespace {

using law::Inquiry;

// The act as a row of a timeline: its kind, and the names it carries, by role.
base::Value timeline_row(const acts::Act& act) {
    base::Object names;
    record::each_name(act.content,
                      [&](std::string_view role, auto id) { names.insert_or_assign(std::string(role), id); });
    base::Object row{{"on", act.on},
                     {"kind", acts::kind_of(act.content)},
                     {"about", std::move(names)},
                     {"event", act.event}};
    if (act.place) row.emplace("place", act.place);
    std::visit(
        [&]<class K>(const K& content) {
            if constexpr (requires { content.title; }) row.emplace("title", law::to_value(content.title));
            if constexpr (requires { content.says; }) row.emplace("says", law::to_value(content.says));
            if constexpr (requires { content.stance; }) row.emplace("stance", acts::name_of(content.stance));
            if constexpr (requires { content.step; }) row.emplace("step", acts::name_of(content.step));
        },
        act.content);
    put_sources(row, act);
    return row;
}

struct Gap {
    std::string what;  // a code: words/ has the sentence
    base::Object facts;
};

void rules_not_read(const record::View& view, std::vector<Gap>& gaps) {
    const auto add = [&](const rulebook::Rule& rule) {
        if (!rule.read)
            gaps.push_back({"rule-not-read",
                            {{"rule", rule.id},
                             {"article", law::to_value(rule.article)},
                             {"says", law::to_value(rule.says)}}});
    };
    view.rulebook.each_rule([&]<class Kind>(const Kind& rule) {
        if constexpr (!std::is_same_v<Kind, rulebook::Provision>) add(rule);
    });
    // Answers lean on the rules before and on none of these.
    for (const auto& rule : view.rulebook.provisions) add(rule);
}

void attendance_not_known(Inquiry& inquiry, std::vector<Gap>& gaps) {
    for (const law::Session& session : law::sessions(inquiry)) {
        if (session.on.earliest() > inquiry.view().on) continue;
        std::vector<base::MemberId> unknown;
        const auto rows = law::attendance(inquiry, session).value;
        for (const law::Attendance& row : rows) {
            if (row.was == law::Attendance::Was::not_on_record) unknown.push_back(row.member);
        }
        if (unknown.empty()) continue;
        gaps.push_back({"attendance-not-on-record",
                        {{"session", session.id},
                         {"on", session.on},
                         {"members", unknown},
                         {"all", unknown.size() == rows.size()}}});
    }
}

void chair_not_known(Inquiry& inquiry, std::vector<Gap>& gaps) {
    for (const rulebook::Body& body : inquiry.rules().bodies) {
        if (body.chair != rulebook::ChairBy::rotation) continue;
        const auto passes = law::passes(inquiry, body.body);
        if (!passes.empty() && passes.front().decided_on.earliest() <= inquiry.view().on) {
            base::Object facts{{"body", body.body}, {"first", passes.front().decided_on}};
            if (passes.front().from) facts.emplace("holder", passes.front().from);
            gaps.push_back({"chair-not-on-record", std::move(facts)});
        }
        for (std::size_t i = 0; i + 1 < passes.size(); ++i) {
            if (passes[i + 1].from == passes[i].to || passes[i].decided_on.earliest() > inquiry.view().on)
                continue;
            gaps.push_back({"chair-not-on-record",
                            {{"body", body.body},
                             {"after", passes[i].decided_on},
                             {"before", passes[i + 1].decided_on},
                             {"last", passes[i].to},
                             {"next", passes[i + 1].to}}});
        }
    }
}

void handing_over_not_known(Inquiry& inquiry, std::vector<Gap>& gaps) {
    for (const law::Session& session : law::sessions(inquiry)) {
        if (session.on.earliest() > inquiry.view().on || inquiry.events<acts::Adopted>(session.id).empty())
            continue;
        for (const law::Event& event : inquiry.events<acts::Absent>(session.id)) {
            const auto member = inquiry.content<acts::Absent>(event).member;
            const auto handed = inquiry.events<acts::HandedOver>(session.id);
            const bool known = std::ranges::any_of(handed, [&](const law::Event& one) {
                return inquiry.content<acts::HandedOver>(one).member == member;
            });
            if (!known)
                gaps.push_back({"hand-over-of-papers-not-on-record",
                                {{"session", session.id}, {"member", member}, {"on", session.on}}});
        }
    }
}

void outcomes_not_known(Inquiry& inquiry, std::vector<Gap>& gaps) {
    for (const law::Event& event : inquiry.events<acts::Announced>()) {
        const acts::Act& act = inquiry.act(event.accounts.front());
        const auto& said = inquiry.content<acts::Announced>(event);
        if (act.on.earliest() > inquiry.view().on ||
            (said.when && said.when->by(inquiry.view().on) == base::Tri::no))
            continue;
        if (!what_came_of(inquiry, act.id, said, inquiry.view().on)) {
            gaps.push_back({"outcome-not-on-record",
                            {{"act", act.id},
                             {"announced_on", act.on},
                             {"title", law::to_value(said.title)},
                             {"when", or_null(said.when)}}});
        }
    }
}

void deposits_not_known(Inquiry& inquiry, std::vector<Gap>& gaps) {
    for (const rulebook::Instrument& instrument : inquiry.rules().instruments) {
        if (instrument.consent != rulebook::Consent::ratification) continue;
        const auto& signatures = inquiry.events<acts::Signed>(instrument.instrument);
        const auto& deposits = inquiry.events<acts::Deposited>(instrument.instrument);
        if (signatures.size() <= deposits.size()) continue;
        gaps.push_back({"deposits-not-on-record",
                        {{"instrument", instrument.instrument},
                         {"signed_by", signatures.size()},
                         {"deposits", deposits.size()}}});
    }
}

void holders_not_known(const record::View& view, std::vector<Gap>& gaps) {
    for (const rulebook::Post& post : view.rulebook.posts) {
        if (view.rulebook.applies(post, view.on) &&
            holder_on(view, post).standing == law::Standing::not_on_record)
            gaps.push_back({"holder-not-on-record", {{"post", post.post}, {"on", view.on}}});
    }
}

}  // namespace

void answer_timeline(const record::View& view, Answer& answer) {
    const std::string name = answer.parameters.at("about");
    std::vector<record::EntryNumber> found;
    for (const auto number : view.record.about(base::ActId::of(name))) {
        if (view.sees(number) && told_from(view.act(number).on) <= view.on) found.push_back(number);
    }
    std::ranges::sort(found, {},
                      [&](auto number) { return std::pair(told_from(view.act(number).on), number); });
    base::List rows;
    base::Support weakest = base::Support::official;
    for (const auto number : found) {
        rows.push_back(timeline_row(view.act(number)));
        weakest = base::weaker(weakest, acts::support_of(view.act(number)));
    }
    answer.conclusion.standing = rows.empty() ? law::Standing::not_on_record : law::Standing::settled;
    answer.conclusion.rests_on = rows.empty() ? base::Support::inferred : weakest;
    answer.conclusion.answer =
        base::Object{{"about", name}, {"count", rows.size()}, {"acts", std::move(rows)}};
}

void answer_gaps(const record::View& view, Answer& answer) {
    std::vector<Gap> gaps;
    rules_not_read(view, gaps);
    // Gaps are looked for on one reading of every dispute: a gap is a gap on all sides alike.
    Inquiry inquiry(view);
    attendance_not_known(inquiry, gaps);
    chair_not_known(inquiry, gaps);
    handing_over_not_known(inquiry, gaps);
    outcomes_not_known(inquiry, gaps);
    deposits_not_known(inquiry, gaps);
    holders_not_known(view, gaps);
    base::List rows;
    for (Gap& gap : gaps) rows.push_back(base::Object{{"gap", gap.what}, {"facts", std::move(gap.facts)}});
    answer.conclusion.rests_on =
        base::Support::inferred;  // that something is missing follows from what is there
    answer.conclusion.answer = base::Object{{"count", rows.size()}, {"gaps", std::move(rows)}};
}

}  // namespace questions
