#include "pages/listing_drawings.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/ratio.hpp"
#include "pages/session_parts.hpp"
#include "pages/share_drawing.hpp"
#include "pages/way_drawing.hpp"
#include "words/chrome.hpp"
#include "words/dates.hpp"
#include "words/drawing_words.hpp"
#include "words/figures.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace say = words::drawing_words;
using html::group;
using words::fill_in;

namespace {

std::string joined(const std::vector<std::string>& all, std::string_view between) {
    std::string out;
    for (const std::string& one : all) {
        if (!out.empty()) out += between;
        out += one;
    }
    return out;
}

// -- the way of a draft ------------------------------------------------------------------------------

struct ToldStep {
    std::string id;
    std::string name;
    std::vector<const base::Value*> rows;  // those on record
};

/// The rows of `steps` by step; a step that is not on record has none.
std::vector<ToldStep> steps_told(const Setting& setting, const base::Value& steps) {
    std::vector<ToldStep> out;
    for (const base::Value& row : items(steps)) {
        const std::string id(row["step"].text());
        auto step = std::ranges::find(out, id, &ToldStep::id);  // one may be taken again after others
        if (step == out.end()) step = out.insert(step, {id, setting.names.text(row["says"]), {}});
        if (base::Date::read(row["on"].text())) step->rows.push_back(&row);
    }
    return out;
}

/// "the same day", "+3 days".
std::string elapsed_said(Language language, std::int64_t days) {
    if (days == 0) return std::string(say::same_day(language));
    return fill_in(say::days_later(language), {{"days", words::count(language, days, words::nouns::day)}});
}

/// Whether a day says how long after the step before it came: beside other plans there is no room for it.
enum class Elapsed { said, left_out };
/// Steps of one day are one mark, which names the states that took them.
std::vector<StepMark> marks_of(const Setting& setting, const ToldStep& step, Elapsed since) {
    const Language language = setting.language();
    struct OnDay {
        base::Date on;
        std::string day;
        base::List members;
    };
    std::vector<OnDay> days;
    for (const base::Value* row : step.rows) {
        const base::Date on = *base::Date::read((*row)["on"].text());
        auto same = std::ranges::find(days, on, &OnDay::on);
        if (same == days.end()) {
            std::string day = words::date(language, on, words::Case::nominative, words::Length::brief);
            const auto* elapsed = (*row)["days"].number();
            if (since == Elapsed::said && elapsed) day += " (" + elapsed_said(language, *elapsed) + ")";
            same = days.insert(days.end(), {on, std::move(day), {}});
        }
        if (!(*row)["member"].is_null()) same->members.push_back((*row)["member"]);
    }
    std::vector<StepMark> out;
    for (const OnDay& one : days) {
        if (one.members.empty()) {
            out.push_back({.on = one.on, .label = one.day});
        } else {
            out.push_back({.on = one.on,
                           .label = one.day + ": " + setting.names.members(one.members),
                           .short_label = one.day});
        }
    }
    return out;
}

Fragment way_of_draft(const Setting& setting, const questions::Answer& answer) {
    const Language language = setting.language();
    const base::Value& told = answer.conclusion.answer;
    WayChart chart{
        .id = "way",
        .title = fill_in(say::way_title(language), {{"paper", setting.names.paper(told["paper"].text())}}),
        .description = {},
        .steps = {},
        .not_on_record = std::string(words::chrome::not_on_record(language)),
        .legend = {}};
    std::vector<std::string> gaps;
    std::vector<std::string> described;
    bool exact = false, imprecise = false, elapsed = false;
    for (const ToldStep& step : steps_told(setting, told["steps"])) {
        WayStep drawn{step.name, marks_of(setting, step, Elapsed::said)};
        if (drawn.marks.empty()) gaps.push_back(step.name);
        std::vector<std::string> days;
        for (const StepMark& mark : drawn.marks) {
            (mark.on.exact() ? exact : imprecise) = true;
            days.push_back(mark.label);
        }
        for (const base::Value* row : step.rows) elapsed = elapsed || (*row)["days"].number();
        described.push_back(step.name + ": " + (days.empty() ? chart.not_on_record : joined(days, "; ")));
        chart.steps.push_back(std::move(drawn));
    }
    if (gaps.size() == chart.steps.size()) return {};
    const std::string steps = std::to_string(chart.steps.size());
    const std::string sentence = gaps.empty()
                                     ? fill_in(say::way_whole(language), {{"steps", steps}})
                                     : fill_in(say::way_sentence(language),
                                               {{"known", std::to_string(chart.steps.size() - gaps.size())},
                                                {"steps", steps},
                                                {"gaps", joined(gaps, "; ")}});
    chart.description = joined(described, ". ") + ".";
    if (elapsed) chart.caption = say::way_caption(language);
    if (exact) chart.legend.push_back({Sign::present, std::string(say::on_this_day(language))});
    if (imprecise) chart.legend.push_back({Sign::imprecise, std::string(say::imprecise_days(language))});
    if (!gaps.empty()) chart.legend.push_back({Sign::gap, std::string(say::step_gap(language))});
    return group(paragraph(sentence), way_chart(language, chart));
}

/// The table of plans says no more of a step than its day.
std::string day_alone(const StepMark& mark) {
    return mark.short_label.empty() ? mark.label : mark.short_label;
}

// -- plans side by side -----------------------------------------------------------------------------

Fragment plans_on_calendar(const Setting& setting, const questions::Answer& answer) {
    const Language language = setting.language();
    CalendarChart chart{.id = "plans",
                        .title = std::string(say::calendar_title(language)),
                        .description = {},
                        .rows = {},
                        .not_on_record = std::string(words::chrome::not_on_record(language)),
                        .legend = {}};
    std::vector<std::string> numbered;  // the steps by number
    std::vector<std::string> known;
    bool exact = false, imprecise = false, gap = false;
    for (const base::Value& plan : items(answer.conclusion.answer["plans"])) {
        CalendarRow row;
        std::optional<base::Day> last;
        std::int64_t on_record = 0;
        for (const ToldStep& step : steps_told(setting, plan["steps"])) {
            const auto at = std::ranges::find(numbered, step.name);
            const int number = static_cast<int>(at - numbered.begin()) + 1;
            if (at == numbered.end()) numbered.push_back(step.name);
            const std::vector<StepMark> marks = marks_of(setting, step, Elapsed::left_out);
            on_record += marks.empty() ? 0 : 1;
            if (marks.empty()) {
                row.steps.push_back({.number = number, .on = std::nullopt});
                gap = true;
            }
            for (const StepMark& mark : marks) {
                last = std::max(last.value_or(mark.on.latest()), mark.on.latest());
                (mark.on.exact() ? exact : imprecise) = true;
                row.steps.push_back({.number = number, .on = mark.on, .label = day_alone(mark)});
            }
        }
        if (!last) continue;
        row.name = std::to_string(last->year());
        known.push_back(
            fill_in(say::calendar_row(language), {{"plan", row.name}, {"known", std::to_string(on_record)}}));
        chart.rows.push_back(std::move(row));
    }
    if (chart.rows.size() < 2) return {};
    const std::string sentence =
        fill_in(say::calendar_sentence(language),
                {{"steps", std::to_string(numbered.size())}, {"known", joined(known, ", ")}});
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < numbered.size(); ++i)
        keys.push_back(std::to_string(i + 1) + " " + numbered[i]);
    chart.description = sentence + " " + joined(keys, "; ") + ".";
    chart.caption = fill_in(say::calendar_caption(language), {{"steps", joined(keys, "; ")}});
    if (exact) chart.legend.push_back({Sign::present, std::string(say::number_known(language))});
    if (imprecise) chart.legend.push_back({Sign::imprecise, std::string(say::number_imprecise(language))});
    if (gap) chart.legend.push_back({Sign::not_on_record, std::string(say::step_gap(language))});
    return section("calendar", chart.title, group(paragraph(sentence), calendar_chart(language, chart)));
}

// -- shares ------------------------------------------------------------------------------------------

/// Shares told of one paper, or of none, for one period.
struct ToldScale {
    std::string paper;
    std::string when;
    std::string on;
    std::vector<std::pair<std::string, std::string>> shares;  // of a state
};

std::vector<ToldScale> scales_told(const base::Value& rows) {
    std::vector<ToldScale> out;
    for (const base::Value& row : items(rows)) {
        if (!base::Ratio::read(row["share"].text())) continue;
        const std::string paper(row["paper"].text());
        const std::string when(row["when"].text());
        const std::string on(row["on"].text());
        auto same = std::ranges::find_if(out, [&](const ToldScale& one) {
            return one.paper == paper && one.when == when && (!when.empty() || one.on == on);
        });
        if (same == out.end()) same = out.insert(out.end(), {paper, when, on, {}});
        same->shares.emplace_back(row["member"].text(), row["share"].text());
    }
    return out;
}

std::string name_of_scale(const Setting& setting, const ToldScale& scale) {
    const Language language = setting.language();
    if (!scale.paper.empty()) return setting.names.paper(scale.paper);
    if (!scale.when.empty()) return words::date(language, scale.when);
    return fill_in(say::scale_told_on(language), {{"day", words::date(language, scale.on)}});
}

Fragment shares_drawn(const Setting& setting, const questions::Answer& answer) {
    const Language language = setting.language();
    const std::vector<ToldScale> scales = scales_told(answer.conclusion.answer["scale"]);
    base::List ids;
    for (const ToldScale& scale : scales) {
        for (const auto& [state, share] : scale.shares) {
            if (std::ranges::none_of(ids, [&](const base::Value& id) { return id.text() == state; }))
                ids.emplace_back(state);
        }
    }
    if (ids.size() < 2) return {};
    const std::vector<std::string> states = setting.names.sorted_members(ids);
    ShareChart chart{.id = "shares",
                     .title = std::string(say::shares_title(language)),
                     .description = {},
                     .states = {},
                     .scales = {},
                     .not_on_record = std::string(words::chrome::not_on_record(language)),
                     .legend = {{Sign::solid, std::string(say::share_bar(language))}}};
    for (const std::string& state : states) chart.states.push_back(setting.names.member(state));
    std::vector<std::string> told;
    std::vector<std::string> names;
    bool gap = false;
    for (const ToldScale& scale : scales) {
        names.push_back(name_of_scale(setting, scale));
        ShareScale drawn{words::capitalised(names.back()), {}};
        std::vector<std::string> parts;
        for (const std::string& state : states) {
            const auto found =
                std::ranges::find(scale.shares, state, &std::pair<std::string, std::string>::first);
            if (found == scale.shares.end()) {
                drawn.bars.push_back({});
                gap = true;
                continue;
            }
            const std::string figure = words::share(language, found->second);
            drawn.bars.push_back({base::Ratio::read(found->second), figure});
            parts.push_back(setting.names.member(state) + " " + figure);
        }
        told.push_back(
            fill_in(say::shares_of(language), {{"scale", drawn.name}, {"shares", joined(parts, ", ")}}));
        chart.scales.push_back(std::move(drawn));
    }
    if (gap) chart.legend.push_back({Sign::gap, chart.not_on_record});
    std::string sentence =
        fill_in(say::shares_sentence(language),
                {{"scales", words::count(language, static_cast<std::int64_t>(scales.size()), say::scale)},
                 {"list", joined(names, "; ")}});
    sentence += " " + std::string(say::shares_between(language));
    chart.description = joined(told, "; ") + ".";
    return section("shares", chart.title, group(paragraph(sentence), share_chart(chart)));
}

}  // namespace

Fragment drawing_above_lists(const Setting& setting, const questions::Answer& answer) {
    if (answer.question == "draft") return way_of_draft(setting, answer);
    if (answer.question == "plan") return plans_on_calendar(setting, answer);
    if (answer.question == "contributions") return shares_drawn(setting, answer);
    return {};
}

}  // namespace pages
