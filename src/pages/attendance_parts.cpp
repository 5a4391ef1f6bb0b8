#include "pages/attendance_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "pages/matrix_drawings.hpp"
#include "pages/session_parts.hpp"
#include "words/acts_said.hpp"
#include "words/chrome.hpp"
#include "words/drawing_words.hpp"
#include "words/page_words.hpp"
#include "words/session_words.hpp"

namespace pages {

namespace chrome = words::chrome;
namespace say = words::drawing_words;
namespace session_words = words::session_words;
using html::group;
using html::link;
using words::fill_in;

namespace {

std::optional<base::Date> held_on(const questions::Answer& answer) {
    return base::Date::read(versions(answer.conclusion).front()["on"].text());
}

Shape cell_of(std::string_view was) {
    return was == "present" ? Shape::full : was == "absent" ? Shape::open : Shape::not_on_record;
}

/// One session: its members with what is on record of each, by every version of the answer.
struct Came {
    const questions::Answer* answer;
    base::Day on;
    std::string body;  // the first of them
    std::map<std::string, Shape> at;
    base::Value told;  // the first version

    Shape of(const std::string& member) const {
        const auto found = at.find(member);
        return found == at.end() ? Shape::dash : found->second;
    }
};

Came came_to(const questions::Answer& answer) {
    const std::vector<base::Value> all = versions(answer.conclusion);
    Came out{.answer = &answer, .on = held_on(answer)->earliest(), .body = {}, .at = {}, .told = all.front()};
    if (!items(all.front()["bodies"]).empty()) out.body = items(all.front()["bodies"]).front().text();
    std::map<std::string, std::size_t> in;  // how many versions have it as a member
    for (const base::Value& version : all) {
        for (const base::Value& row : items(version["attendance"])) {
            const std::string member(row["member"].text());
            const Shape cell = cell_of(row["was"].text());
            const auto [at, fresh] = out.at.emplace(member, cell);
            if (!fresh && at->second != cell) at->second = Shape::half;
            ++in[member];
        }
    }
    for (auto& [member, cell] : out.at) {
        if (in[member] < all.size()) cell = Shape::half;
    }
    return out;
}

std::vector<Came> came_to_all(const std::vector<const questions::Answer*>& sessions) {
    std::vector<Came> out;
    for (const questions::Answer* answer : sessions) out.push_back(came_to(*answer));
    return out;
}

/// The body of most of these sessions; empty for none.
std::string main_body(const std::vector<Came>& sessions) {
    std::map<std::string, std::size_t> by_body;
    for (const Came& one : sessions) {
        if (!one.body.empty()) ++by_body[one.body];
    }
    const auto most = std::ranges::max_element(by_body, {}, [](const auto& one) { return one.second; });
    return most == by_body.end() ? std::string() : most->first;
}

/// "CFM, CMD, CSSC" of a joint meeting.
std::string bodies_said(const Setting& setting, const Came& session) {
    std::string out;
    for (const base::Value& id : items(session.told["bodies"]))
        out += (out.empty() ? "" : ", ") + setting.names.short_body(id.text());
    return out;
}

std::vector<std::string> members_of(const Setting& setting, const std::vector<const Came*>& sessions) {
    std::set<std::string> members;
    for (const Came* one : sessions) {
        for (const auto& [member, cell] : one->at) members.insert(member);
    }
    base::List ids;
    for (const std::string& id : members) ids.emplace_back(id);
    return setting.names.sorted_members(ids);
}

// "Absent: Armenia (23 November 2023, 28 November 2024), Belarus (14 June 2009). Of 10 sessions nothing …"
std::string who_missed(const Setting& setting, const std::vector<const Came*>& sessions) {
    const Language language = setting.language();
    std::string list;
    std::vector<const Came*> by_day = sessions;
    std::ranges::stable_sort(by_day, {}, &Came::on);
    for (const std::string& member : members_of(setting, sessions)) {
        std::string days;
        for (const Came* one : by_day) {
            if (one->of(member) == Shape::open)
                days += (days.empty() ? "" : ", ") + day_said(language, one->told["on"]);
        }
        if (days.empty()) continue;
        list += (list.empty() ? "" : "; ") +
                fill_in(say::missed_by(language), {{"member", setting.names.member(member)}, {"days", days}});
    }
    const auto unknown = std::ranges::count_if(sessions, [](const Came* one) {
        return std::ranges::all_of(one->at, [](const auto& at) { return at.second == Shape::not_on_record; });
    });
    std::string said = list.empty() ? std::string(say::missed_none(language))
                                    : fill_in(say::missed_sentence(language), {{"list", list}});
    if (unknown > 0) {
        const std::string number =
            language == Language::ru ? words::numeral(language, unknown, words::Case::prepositional) +
                                           (unknown % 10 == 1 && unknown % 100 != 11 ? " сессии" : " сессиях")
                                     : words::count(language, unknown, words::nouns::session);
        said += " " + fill_in(say::attendance_gaps(language), {{"sessions", number}});
    }
    return said;
}

Fragment matrix(const Setting& setting, AttendanceChart chart, const std::vector<const Came*>& sessions) {
    const Language language = setting.language();
    for (const std::string& member : members_of(setting, sessions)) {
        MatrixRow row{setting.names.member(member), {}};
        for (const Came* one : sessions) row.cells.push_back(one->of(member));
        chart.rows.push_back(std::move(row));
    }
    const std::string count =
        words::count(language, static_cast<std::int64_t>(sessions.size()), words::nouns::session);
    const std::string missed = who_missed(setting, sessions);
    chart.description =
        fill_in(session_words::attendance_description(language), {{"sessions", count}}) + " " + missed;
    return section("", chart.title, group(paragraph(missed), attendance_chart(language, chart)));
}

}  // namespace

std::vector<const questions::Answer*> earliest_first(const std::vector<questions::Answer>& sessions) {
    std::vector<std::pair<std::tuple<base::Day, base::Day, std::string>, const questions::Answer*>> all;
    for (const questions::Answer& answer : sessions) {
        const base::Value told = versions(answer.conclusion).front();
        const auto on = base::Date::read(told["on"].text());
        if (on) all.push_back({{on->earliest(), on->latest(), std::string(told["session"].text())}, &answer});
    }
    std::ranges::sort(all, {}, [](const auto& one) { return one.first; });
    std::vector<const questions::Answer*> out;
    for (const auto& one : all) out.push_back(one.second);
    return out;
}

Fragment attendance_drawings(const Setting& setting, const std::vector<const questions::Answer*>& sessions) {
    const Language language = setting.language();
    const std::vector<Came> all = came_to_all(sessions);
    const std::string body = main_body(all);
    std::vector<const Came*> of_body, others;
    for (const Came& one : all) (one.body == body ? of_body : others).push_back(&one);
    Fragment out;
    if (of_body.size() > 1) {  // of few sessions a drawing tells nothing more than the table
        AttendanceChart chart{.id = "who-came-" + body,
                              .title = fill_in(session_words::attendance_drawing(language),
                                               {{"body", setting.names.body(body)}}),
                              .description = {},
                              .sessions = {},
                              .rows = {},
                              .caption = std::string(session_words::attendance_caption(language))};
        for (const Came* one : of_body) chart.sessions.push_back({one->on});
        out += matrix(setting, std::move(chart), of_body);
    }
    if (others.size() > 1) {
        std::ranges::stable_sort(
            others, {}, [&](const Came* one) { return std::pair(setting.names.body(one->body), one->body); });
        AttendanceChart chart{.id = "who-came-elsewhere",
                              .title = std::string(say::others_title(language)),
                              .description = {},
                              .sessions = {},
                              .rows = {},
                              .caption = std::string(say::others_caption(language))};
        std::string part;
        for (const Came* one : others) {
            const std::string bodies = bodies_said(setting, *one);
            chart.sessions.push_back({one->on, bodies == part ? std::string() : bodies});
            part = bodies;
        }
        out += matrix(setting, std::move(chart), others);
    }
    return out;
}

// -- one state's own row -------------------------------------------------------------------------------

namespace {

const base::Value& row_of(const base::Value& told, std::string_view member) {
    static const base::Value none;
    for (const base::Value& row : items(told["attendance"])) {
        if (row["member"].text() == member) return row;
    }
    return none;
}

Fragment was_said(Language language, Shape cell) {
    switch (cell) {
        case Shape::full:
            return marked(Mark::settled, chrome::present(language));
        case Shape::open:
            return marked(Mark::absent, chrome::absent(language));
        case Shape::half:
            return marked(Mark::depends, say::by_one_account(language));
        case Shape::not_on_record:
        case Shape::awaiting:
        case Shape::dash:
            break;
    }
    return standing(language, Mark::not_on_record);
}

std::string who_said(const Setting& setting, const base::Value& row) {
    std::string out =
        row["person"].text().empty() ? std::string() : setting.names.person(row["person"].text());
    if (const std::string as = words::capacity_said(row["capacity"], setting.names); !as.empty())
        out += (out.empty() ? "" : ", ") + as;
    return out;
}

Table own_table(const Setting& setting, std::string_view member, const std::vector<const Came*>& sessions) {
    const Language language = setting.language();
    Table table{.caption = std::string(session_words::who_came(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(session_words::session(language)), 40},
                            {std::string(words::page_words::standing(language)), 15},
                            {std::string(session_words::who(language)), 20},
                            {std::string(words::page_words::what_it_rests_on(language)), 0}},
                .groups = {RowGroup{}}};
    for (auto one = sessions.rbegin(); one != sessions.rend(); ++one) {
        const base::Value& row = row_of((*one)->told, member);
        const std::string id((*one)->told["session"].text());
        table.groups.front().rows.push_back(
            {{row_head(link(setting.links.session(id), setting.names.text((*one)->told["title"]))),
              {.content = was_said(language, (*one)->of(std::string(member)))},
              {.content = Fragment(who_said(setting, row))},
              {.content = rests_on(setting, row)}},
             Row::Look::plain});
    }
    return table;
}

}  // namespace

Fragment own_attendance(const Setting& setting, std::string_view member,
                        const std::vector<const questions::Answer*>& sessions) {
    const Language language = setting.language();
    const std::string id(member);
    const std::vector<Came> all = came_to_all(sessions);
    const std::string body = main_body(all);
    std::vector<const Came*> own;
    for (const Came& one : all) {
        if (one.body == body && one.of(id) != Shape::dash) own.push_back(&one);
    }
    if (own.empty()) return {};
    const auto number = [&](Shape cell) {
        return std::ranges::count_if(own, [&](const Came* one) { return one->of(id) == cell; });
    };
    AttendanceChart chart{.id = "own-attendance",
                          .title = fill_in(say::own_title(language), {{"body", setting.names.body(body)}}),
                          .description = {},
                          .sessions = {},
                          .rows = {MatrixRow{setting.names.member(id), {}}}};
    for (const Came* one : own) {
        chart.sessions.push_back({one->on});
        chart.rows.front().cells.push_back(one->of(id));
    }
    std::string sentence =
        fill_in(say::own_sentence(language), {{"sessions", std::to_string(own.size())},
                                              {"present", std::to_string(number(Shape::full))},
                                              {"absent", std::to_string(number(Shape::open))},
                                              {"unknown", std::to_string(number(Shape::not_on_record))}});
    if (const auto half = number(Shape::half); half > 0) {
        sentence.pop_back();
        sentence += "; " + fill_in(say::own_disputed(language), {{"number", std::to_string(half)}}) + ".";
    }
    chart.description = std::string(say::own_description(language)) + " " + sentence;
    return section(
        "attendance", chart.title,
        group(paragraph(sentence), attendance_chart(language, chart),
              folded(session_words::all_sessions(language), table(own_table(setting, member, own)))));
}

}  // namespace pages
