#include "law/session.hpp"

#include <algorithm>

#include "law/membership.hpp"

namespace law {
namespace {

Session session_of(const Inquiry& inquiry, const Event& event) {
    const auto& held = inquiry.content<acts::Held>(event);
    const acts::Act& first = inquiry.act(event.accounts.front());
    Session found{.event = event,
                  .id = held.session,
                  .on = first.on,
                  .bodies = {held.body},
                  .kind = held.session_kind,
                  .mode = held.mode,
                  .place = first.place};
    found.bodies.insert(found.bodies.end(), held.with.begin(), held.with.end());
    for (const auto number : event.accounts) {  // a further account may tell what the first left out
        const acts::Act& act = inquiry.act(number);
        const auto& more = std::get<acts::Held>(act.content);
        if (!found.mode) found.mode = more.mode;
        if (!found.place) found.place = act.place;
    }
    return found;
}

}  // namespace

std::string_view name_of(Attendance::Was was) {
    constexpr std::string_view names[] = {"present", "absent", "not_on_record"};
    return names[static_cast<int>(was)];
}

std::optional<Session> session(Inquiry& inquiry, base::SessionId id) {
    for (const Event& event : inquiry.events<acts::Held>(id)) {
        if (inquiry.content<acts::Held>(event).session != id) continue;
        Session found = session_of(inquiry, event);
        found.on = inquiry.on(event);
        return found;
    }
    return std::nullopt;
}

std::vector<Session> sessions(Inquiry& inquiry) {
    std::vector<Session> all;
    for (const Event& event : inquiry.events<acts::Held>()) all.push_back(session_of(inquiry, event));
    std::ranges::sort(all, {}, [](const Session& s) { return std::pair(s.on.earliest(), s.id.text()); });
    return all;
}

Finding<std::vector<Attendance>> attendance(Inquiry& inquiry, const Session& session) {
    const auto& of_the_day = members(inquiry, session.on.earliest());
    std::vector<Attendance> rows;
    for (const base::MemberId member : of_the_day.value.ids) {
        Attendance row{.member = member,
                       .was = Attendance::Was::not_on_record,
                       .person = {},
                       .capacity = {},
                       .reason = {}};
        row.reason =
            beside(concluded("attendance-not-on-record", {{"member", member}, {"session", session.id}}, {}));
        rows.push_back(std::move(row));
    }
    const auto row_of = [&](base::MemberId member) {
        return std::ranges::find(rows, member, &Attendance::member);
    };
    for (const Event& event : inquiry.events<acts::Absent>(session.id)) {
        const auto& absent = inquiry.content<acts::Absent>(event);
        const auto row = row_of(absent.member);
        if (row == rows.end()) continue;
        row->was = Attendance::Was::absent;
        row->reason =
            inquiry.because_of(event, "absent", {{"member", absent.member}, {"session", session.id}});
    }
    for (const Event& event : inquiry.events<acts::Present>(session.id)) {
        const auto& present = inquiry.content<acts::Present>(event);
        const auto row = row_of(present.member);
        if (row == rows.end()) continue;
        row->was = Attendance::Was::present;
        row->person = present.person;
        row->capacity = present.capacity;
        for (const auto number : event.accounts) {
            const auto& more = std::get<acts::Present>(inquiry.act(number).content);
            if (!row->person) row->person = more.person;
            if (row->capacity.empty()) row->capacity = more.capacity;
        }
        base::Object facts{{"member", present.member}, {"session", session.id}};
        if (row->person) facts.emplace("person", row->person);
        row->reason = inquiry.because_of(event, "present", std::move(facts));
    }
    Reason reason =
        concluded("members-of-the-day", {{"session", session.id}, {"on", session.on}, {"count", rows.size()}},
                  {of_the_day.reason});
    return {std::move(rows), std::move(reason)};
}

std::set<base::MemberId> those(const std::vector<Attendance>& rows, Attendance::Was was) {
    std::set<base::MemberId> found;
    for (const Attendance& row : rows) {
        if (row.was == was) found.insert(row.member);
    }
    return found;
}

std::vector<Session> earlier_absences(Inquiry& inquiry, const Session& session) {
    std::vector<Session> found;
    for (const Session& other : sessions(inquiry)) {
        if (other.id == session.id || other.on.earliest() >= session.on.earliest()) continue;
        const bool shares_body = std::ranges::any_of(other.bodies, [&](base::BodyId body) {
            return std::ranges::find(session.bodies, body) != session.bodies.end();
        });
        if (!shares_body || inquiry.events<acts::Absent>(other.id).empty()) continue;
        if (!those(attendance(inquiry, other).value, Attendance::Was::absent).empty())
            found.insert(found.begin(), other);
    }
    return found;
}

}  // namespace law
