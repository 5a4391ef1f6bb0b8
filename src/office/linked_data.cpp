#include "office/linked_data.hpp"

#include <optional>

namespace office {
namespace {

using base::List;
using base::Object;
using base::Value;

// A field of the answer on which nothing differs: of a settled answer, or the same on every side of one that
// depends. Null else, so that nothing disputed can be read from it.
const Value& agreed(const questions::Answer& answer, std::string_view field) {
    static const Value nothing;
    const law::Conclusion& conclusion = answer.conclusion;
    if (conclusion.standing == law::Standing::settled) return conclusion.answer[field];
    if (conclusion.standing != law::Standing::depends || conclusion.by_side.empty()) return nothing;
    const Value& first = conclusion.by_side.front().answer[field];
    for (const law::BySide& side : conclusion.by_side) {
        if (side.standing != law::Standing::settled || side.answer[field] != first) return nothing;
    }
    return first;
}

// A day that is known as a day.
std::optional<std::string> exact_day(const Value& day) {
    const auto read = base::Date::read(day.text());
    if (!read || !read->exact()) return std::nullopt;
    return read->earliest().text();
}

Object thing(const char* type, std::string name) { return {{"@type", type}, {"name", std::move(name)}}; }

Object organisation(const Letterhead& head) {
    Object object = thing("GovernmentOrganization", head.names.organisation());
    if (auto brief = head.names.short_organisation(); !brief.empty() && Value(brief) != object["name"])
        object.emplace("alternateName", std::move(brief));
    return object;
}

Object body(const Letterhead& head, std::string_view id) {
    Object object = thing("GovernmentOrganization", head.names.body(id));
    object.emplace("parentOrganization", organisation(head));
    return object;
}

Value page(Object object, const Letterhead& head, const std::string& at) {
    object.emplace("@context", "https://schema.org");
    object.emplace("url", at);
    object.emplace("inLanguage", words::code(head.language()));
    return object;
}

// Whether it is in force, and since when, where that is settled.
void put_force(Object& object, const questions::Answer& in_force) {
    const bool* force = agreed(in_force, "in_force").boolean();
    if (!force) return;
    object.emplace("legislationLegalForce",
                   *force ? "https://schema.org/InForce" : "https://schema.org/NotInForce");
    if (auto since = exact_day(agreed(in_force, "since")); since && *force)
        object.emplace("legislationDateOfApplicability", *std::move(since));
}

const char* attendance_mode(std::string_view mode) {
    if (mode == "in-person") return "https://schema.org/OfflineEventAttendanceMode";
    if (mode == "video") return "https://schema.org/OnlineEventAttendanceMode";
    if (mode == "hybrid") return "https://schema.org/MixedEventAttendanceMode";
    return nullptr;
}

}  // namespace

Value organisation_data(const Letterhead& head, const questions::Answer& members, const std::string& at) {
    Object object = organisation(head);
    List all;
    for (const std::string& id : head.names.sorted_members(agreed(members, "members"))) {
        Object state = thing("Country", head.names.member(id));
        if (auto its = head.page(id); !its.empty()) state.emplace("url", std::move(its));
        all.push_back(std::move(state));
    }
    if (!all.empty()) object.emplace("member", std::move(all));
    // The page is about the organisation and not its own.
    Object about{{"@type", "WebPage"}, {"name", head.names.organisation()}, {"about", std::move(object)}};
    return page(std::move(about), head, at);
}

Value session_data(const Letterhead& head, const questions::Answer& session, const std::string& at) {
    const auto told = [&](std::string_view field) -> const Value& { return agreed(session, field); };
    if (told("on").is_null()) return {};  // announced, disputed or not on record
    Object event = thing("Event", head.names.session(session.parameters.at("session")));
    if (const auto on = base::Date::read(told("on").text()); on && !on->uncertain()) {
        if (on->exact() || on->period()) {
            event.emplace("startDate", on->earliest().text());
            event.emplace("endDate", on->latest().text());
        }
    }
    if (!event.contains("startDate")) return {};  // an event of an unknown day says less than nothing
    event.emplace("eventStatus", "https://schema.org/EventScheduled");
    if (const char* mode = attendance_mode(told("mode").text())) event.emplace("eventAttendanceMode", mode);
    if (const auto place = told("place").text(); !place.empty())
        event.emplace("location", thing("Place", head.names.place(place)));
    List organisers;
    if (const List* bodies = told("bodies").list()) {
        for (const Value& id : *bodies) organisers.emplace_back(body(head, id.text()));
    }
    if (!organisers.empty()) event.emplace("organizer", std::move(organisers));
    List came;
    if (const List* rows = told("attendance").list()) {
        for (const Value& row : *rows) {
            if (row["was"].text() == "present") came.push_back(row["member"]);
        }
    }
    List present;
    for (const std::string& id : head.names.sorted_members(came))
        present.push_back(thing("Country", head.names.member(id)));
    if (!present.empty()) event.emplace("attendee", std::move(present));
    return page(std::move(event), head, at);
}

Value paper_data(const Letterhead& head, const questions::Answer& outcome, const questions::Answer& in_force,
                 const std::string& at) {
    Object paper = thing("Legislation", head.names.paper(outcome.parameters.at("paper")));
    if (agreed(outcome, "outcome").text() == "adopted") {
        if (auto on = exact_day(agreed(outcome, "on"))) paper.emplace("legislationDate", *std::move(on));
        if (const auto by = agreed(outcome, "body").text(); !by.empty())
            paper.emplace("legislationPassedBy", body(head, by));
    }
    put_force(paper, in_force);
    return page(std::move(paper), head, at);
}

Value instrument_data(const Letterhead& head, const questions::Answer& in_force, const std::string& at) {
    const std::string& id = in_force.parameters.at("paper");
    Object instrument = thing("Legislation", head.names.instrument(id));
    if (auto brief = head.names.short_instrument(id); !brief.empty() && Value(brief) != instrument["name"])
        instrument.emplace("alternateName", std::move(brief));
    put_force(instrument, in_force);
    return page(std::move(instrument), head, at);
}

Value holder_data(const Letterhead& head, const questions::Answer& holder, const std::string& at) {
    const auto person = agreed(holder, "person").text();
    if (person.empty()) return {};
    Object object = thing("Person", head.names.person(person));
    Object role{{"@type", "OrganizationRole"}, {"roleName", head.names.post(holder.parameters.at("post"))}};
    role.emplace("memberOf", organisation(head));
    if (auto since = exact_day(agreed(holder, "since"))) role.emplace("startDate", *std::move(since));
    if (auto until = exact_day(agreed(holder, "until"))) role.emplace("endDate", *std::move(until));
    object.emplace("memberOf", std::move(role));
    Object about{{"@type", "WebPage"},
                 {"name", head.names.post(holder.parameters.at("post"))},
                 {"about", std::move(object)}};
    return page(std::move(about), head, at);
}

}  // namespace office
