// body: what one body is, from when, who sits in it, what it met on and adopted, and what is not on record
// about it.
#include <map>
#include <set>

#include "law/session.hpp"
#include "questions/posts.hpp"
#include "questions/rows.hpp"

namespace questions {
namespace {

// Its posts and who holds each on the day.
base::List posts_of(const record::View& view, base::BodyId body) {
    base::List rows;
    for (const rulebook::Post& post : view.rulebook.posts) {
        if (post.body == body && view.rulebook.applies(post, view.on))
            rows.emplace_back(post_row(view, post));
    }
    return rows;
}

struct Meetings {
    base::List sessions;
    base::List seated;
};

// A person whose presence for a state is on record, over the sessions at which it is.
struct Seat {
    std::optional<base::Date> first, last;
    std::size_t sessions = 0;
    base::Text capacity;
};

// Its sessions by the day, and who came to them for which state. At a session of several bodies together it
// is not told who sat in which, so nobody is counted there.
Meetings meetings_of(const record::View& view, base::BodyId body) {
    law::Inquiry inquiry(view);
    Meetings found;
    std::map<std::pair<std::string, std::string>, Seat> seats;
    for (const law::Session& session : law::sessions(inquiry)) {
        if (std::ranges::find(session.bodies, body) == session.bodies.end()) continue;
        if (told_from(session.on) > view.on) continue;
        const acts::Act& act = inquiry.act(session.event.accounts.front());
        base::Object row{{"session", session.id}, {"on", session.on}, {"bodies", session.bodies}};
        put_sources(row, act);
        found.sessions.emplace_back(std::move(row));
        if (session.bodies.size() > 1) continue;
        for (const law::Event& event : inquiry.events<acts::Present>(session.id)) {
            const auto& present = inquiry.content<acts::Present>(event);
            if (present.person.empty()) continue;
            const std::pair key{std::string(present.member.text()), std::string(present.person.text())};
            Seat& seat = seats[key];
            if (seat.sessions++ == 0) seat.first = session.on;
            seat.last = session.on;
            if (!present.capacity.empty()) seat.capacity = present.capacity;
        }
    }
    for (const auto& [who, seat] : seats) {
        base::Object row{{"member", who.first},
                         {"person", who.second},
                         {"first", *seat.first},
                         {"last", *seat.last},
                         {"sessions", seat.sessions}};
        if (!seat.capacity.empty()) row.emplace("capacity", law::to_value(seat.capacity));
        found.seated.emplace_back(std::move(row));
    }
    return found;
}

// What a reader would look for and this record does not have, by code.
base::List missing_of(const rulebook::Body& body, const base::Object& answer) {
    base::List all;
    const auto none = [&](const char* key) { return answer.at(key).list()->empty(); };
    if (answer.at("established").is_null()) all.emplace_back("established");
    for (const base::Value& row : *answer.at("altered").list()) {
        const auto on = base::Date::read(row["on"].text());
        if (on && on->earliest() > base::Day::first()) continue;
        all.emplace_back("undated");  // so by the day a source was read; since when is not told
        break;
    }
    if (body.meets && none("sessions")) all.emplace_back("sessions");
    if (body.meets && none("seated")) all.emplace_back("seated");
    if (body.meets && none("papers")) all.emplace_back("papers");
    if (none("posts") && answer.at("chair").text() == "none") all.emplace_back("chair");
    return all;
}

}  // namespace

void answer_body(const record::View& view, Answer& answer) {
    const auto id = parameter<base::BodyId>(answer, "body");
    const rulebook::Body& body = *view.rulebook.find(id);
    const auto of_it = [&](const auto& told) { return told.body == id; };
    base::Object object{
        {"body", id},        {"says", law::to_value(body.says)}, {"article", law::to_value(body.article)},
        {"read", body.read}, {"chair", name_of(body.chair)},     {"meets", body.meets}};
    base::List founded = rows_of<acts::BodyEstablished>(view, of_it);
    object.emplace("established", founded.empty() ? base::Value() : founded.front()["on"]);
    object.emplace("altered", rows_of<acts::BodyAltered>(view, of_it));
    object.emplace("served", rows_of<acts::BodyServed>(view, of_it));
    object.emplace("statuses", rows_of<acts::StatusGiven>(view, of_it));
    object.emplace("posts", posts_of(view, id));
    Meetings meetings = meetings_of(view, id);
    object.emplace("sessions", std::move(meetings.sessions));
    object.emplace("seated", std::move(meetings.seated));
    base::List papers;
    for (const PaperTold& told : papers_told(view)) {
        if (told.body == id) papers.emplace_back(paper_row(view, told));
    }
    object.emplace("papers", std::move(papers));
    object.emplace("missing", missing_of(body, object));
    conclude_rows(answer, std::move(object), true);
}

}  // namespace questions
