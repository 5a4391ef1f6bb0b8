#include "office/calendar.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "office/stable_id.hpp"
#include "questions/announcements.hpp"
#include "questions/question.hpp"
#include "words/answers.hpp"
#include "words/office_words.hpp"
#include "words/page_words.hpp"

namespace office {
namespace {

namespace say = words::office;
using base::Value;

struct Event {
    std::string name;  // what its UID is made from
    std::string title;
    std::string status;
    std::vector<base::Date> told;  // the days told for it
    std::string body;              // their names, by comma
    std::string place;
    std::string says;
    std::string page;
    base::Day known_on = base::Day::first();  // of the latest act about it
};

std::string basic(base::Day day) {
    std::string text = day.text();
    std::erase(text, '-');
    return text;
}

// The days told, from the first to the last: of "that day or earlier" only the day itself.
base::Day first_of(const base::Date& date) {
    return date.earliest() == base::Day::first() ? date.latest() : date.earliest();
}

void write(std::string& out, const Letterhead& head, const Event& event) {
    const words::Language language = head.language();
    base::Day first = base::Day::last();
    base::Day last = base::Day::first();
    bool exact = true;
    std::vector<std::string> days;
    for (const base::Date& date : event.told) {
        first = std::min(first, first_of(date));
        last = std::max(last, date.latest());
        exact = exact && date.exact();
        if (std::string said = words::date(language, date); std::ranges::find(days, said) == days.end())
            days.push_back(std::move(said));
    }
    exact = exact && first == last;
    std::string all_days;
    for (const std::string& day : days) all_days += (all_days.empty() ? "" : " / ") + day;
    const auto line = [&](const std::string& text) { out += folded(text); };
    const std::string tongue = ";LANGUAGE=" + std::string(words::code(language));
    line("BEGIN:VEVENT");
    line("UID:" + stable_uuid(event.name));
    line("DTSTAMP:" + basic(event.known_on) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + basic(first));
    line("DTEND;VALUE=DATE:" + basic(last.plus(base::Days{1})));  // the first day that is no part of it
    // The days are said in the summary, unless its title says them already.
    const bool said = exact || event.title.contains(all_days);
    line("SUMMARY" + tongue + ":" + calendar_text(said ? event.title : event.title + " (" + all_days + ")"));
    std::string description = event.says;
    if (!exact) description += "\n" + words::fill_in(say::no_more_exactly(language), {{"days", all_days}});
    description += "\n" + disclaimer(head.names);
    line("DESCRIPTION" + tongue + ":" + calendar_text(description));
    if (!event.place.empty()) line("LOCATION" + tongue + ":" + calendar_text(event.place));
    if (!event.body.empty()) line("CATEGORIES" + tongue + ":" + calendar_text(event.body));
    if (!event.page.empty()) line("URL;VALUE=URI:" + event.page);
    line("STATUS:" + event.status);
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
}

// The answer on every side, and every candidate of it.
std::vector<const Value*> leaves(const law::Conclusion& conclusion) {
    std::vector<const Value*> all;
    const auto add = [&](const Value& answer) {
        if (const base::List* candidates = answer["candidates"].list()) {
            for (const Value& one : *candidates) all.push_back(&one);
        } else if (!answer.is_null()) {
            all.push_back(&answer);
        }
    };
    add(conclusion.answer);
    for (const law::BySide& side : conclusion.by_side) add(side.answer);
    return all;
}

void add_day(Event& event, const Value& day) {
    if (const auto read = base::Date::read(day.text())) event.told.push_back(*read);
}

// The latest day on which anything about it became known: the event changes when that does.
base::Day last_known(const record::View& view, std::span<const record::EntryNumber> numbers) {
    base::Day last = base::Day::first();
    for (const record::EntryNumber number : numbers) {
        if (view.sees(number)) last = std::max(last, view.record.known_on(number));
    }
    return last;
}

bool concerns(const Value& answer, base::BodyId body) {
    const base::List* bodies = answer["bodies"].list();
    return bodies && std::ranges::find(*bodies, body.text(), &Value::text) != bodies->end();
}

// What became of an announcement by the view's day.
std::optional<questions::CameOf> what_came_of(const record::View& view, base::ActId id,
                                              const acts::Announced& said) {
    return questions::what_came_of(law::Inquiry(view), id, said, view.on);
}

std::string status_of(const std::optional<questions::CameOf>& came) {
    if (!came) return "TENTATIVE";
    if (came->outcome == acts::Outcome::not_held) return "CANCELLED";
    return came->outcome == acts::Outcome::held ? "CONFIRMED" : "TENTATIVE";
}

// The announcements that name the session, or nothing but a body. A visit names a state and no session.
bool announces(const acts::Announced& said, base::SessionId session) {
    return said.session == session && said.when &&
           (!session.empty() || (!said.body.empty() && said.member.empty()));
}

std::optional<Event> session_event(const Letterhead& head, const std::string& id, base::BodyId only) {
    const record::View& view = head.view();
    const auto answer = questions::ask(view, {.question = "session", .parameters = {{"session", id}}});
    if (!answer) return std::nullopt;
    const auto session = base::SessionId::of(id);
    Event event{.name = view.rulebook.id + "/sessions/" + id,
                .title = head.names.session(id),
                .status = "CONFIRMED",
                .told = {},
                .body = {},
                .place = {},
                .says = words::headline(*answer, head.names),
                .page = head.page(id),
                .known_on = last_known(view, view.record.about(session))};
    bool its_own = only.empty();
    for (const Value* leaf : leaves(answer->conclusion)) {
        add_day(event, (*leaf)["on"]);
        its_own = its_own || concerns(*leaf, only);
        if (event.place.empty() && !(*leaf)["place"].text().empty())
            event.place = head.names.place((*leaf)["place"].text());
        if (event.body.empty()) event.body = head.names.bodies((*leaf)["bodies"]);
    }
    if (!event.told.empty()) return its_own ? std::optional(std::move(event)) : std::nullopt;
    // Not held by the day asked about, as far as is known: what was announced.
    for (const record::EntryNumber number : view.record.about(session)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto* said = std::get_if<acts::Announced>(&act.content);
        if (!said || !announces(*said, session)) continue;
        its_own = its_own || said->body == only;
        event.told = {*said->when};  // the latest known counts
        event.title = head.names.text(said->title);
        event.status = status_of(what_came_of(view, act.id, *said));
        if (!said->body.empty()) event.body = head.names.body(said->body);
        if (act.place) event.place = head.names.place(act.place);
    }
    return event.told.empty() || !its_own ? std::nullopt : std::optional(std::move(event));
}

}  // namespace

std::string icalendar(const Letterhead& head, const Calendar& calendar) {
    const record::View& view = head.view();
    std::vector<Event> events;
    for (const std::string& id : questions::names_of(view, questions::Names::session)) {
        if (auto event = session_event(head, id, calendar.body)) events.push_back(std::move(*event));
    }
    for (const record::EntryNumber number : view.record.of_kind<acts::Announced>()) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto& said = std::get<acts::Announced>(act.content);
        if (!announces(said, {}) || (!calendar.body.empty() && said.body != calendar.body)) continue;
        const auto came = what_came_of(view, act.id, said);
        events.push_back({.name = view.rulebook.id + "/acts/" + std::string(act.id.text()),
                          .title = head.names.text(said.title),
                          .status = status_of(came),
                          .told = {*said.when},
                          .body = head.names.body(said.body),
                          .place = {},
                          .says = came ? std::string() : std::string(say::no_outcome(head.language())),
                          .page = head.page(act.id.text()),
                          .known_on = std::max(view.record.known_on(number),
                                               last_known(view, view.record.about(act.id)))});
    }
    std::ranges::stable_sort(events, {}, [](const Event& event) { return first_of(event.told.front()); });

    std::string out;
    const auto line = [&](const std::string& text) { out += folded(text); };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Depositary//" + std::string(questions::engine) + "//EN");
    line("CALSCALE:GREGORIAN");
    line("NAME:" + calendar_text(calendar.title));  // RFC 7986
    line("X-WR-CALNAME:" + calendar_text(calendar.title));
    line("DESCRIPTION:" + calendar_text(disclaimer(head.names)));
    for (const Event& event : events) write(out, head, event);
    line("END:VCALENDAR");
    return out;
}

// -- the format ------------------------------------------------------------------------------------

std::string calendar_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
            if (c != '\x7F') out += c;
        }
    }
    return out;
}

std::string folded(std::string_view line) {
    constexpr std::size_t most = 75;
    std::string out;
    std::size_t room = most;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = most - 1;  // the space that a continued line begins with
    }
    return out.append(line).append("\r\n");
}

}  // namespace office
