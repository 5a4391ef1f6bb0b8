#include "site/changes.hpp"

#include <algorithm>

#include "pages/changes_page.hpp"
#include "questions/parts.hpp"
#include "words/changes_words.hpp"
#include "words/page_words.hpp"
#include "words/typed_day.hpp"

namespace site {
namespace {

namespace say = words::changes_words;
using Of = pages::ChangesPage::Of;

// So many acts make a page; the days that hold them are shown whole.
constexpr std::size_t acts_on_a_page = 200;

// The day in a field; else what is wrong with it.
std::optional<base::Day> read_field(words::Language language, const std::string& typed, std::string& error) {
    if (const auto day = base::Day::read(typed)) return day;
    const auto read = words::read_typed_day(typed);
    if (read && read->nearest) {
        error = words::fill_in(say::no_such_day(language),
                               {{"typed", typed}, {"nearest", words::day(language, *read->nearest)}});
    } else {
        error = words::fill_in(say::not_a_day(language), {{"typed", typed}});
    }
    return std::nullopt;
}

// The same day of the year before; of 29 February the 28th.
base::Day a_year_before(base::Day day) {
    const int year = std::max(1, day.year() - 1);
    if (const auto same = base::Day::from(year, day.month(), day.day_of_month())) return *same;
    return *base::Day::from(year, day.month(), day.day_of_month() - 1);
}

// The days of all acts of the period, each as often as it has acts, earliest first.
std::vector<base::Day> days_of(const record::View& view, base::Day from, base::Day to, Of of) {
    std::vector<base::Day> days;
    const auto add = [&](base::Day day) {
        if (from <= day && day <= to) days.push_back(day);
    };
    view.each([&](record::EntryNumber number) {
        add(of == Of::events ? questions::told_from(view.act(number).on) : view.record.known_on(number));
    });
    std::ranges::sort(days);
    return days;
}

// The last day that still has room on a page: at least the first on which there is anything.
base::Day last_shown(const std::vector<base::Day>& days, base::Day to) {
    if (days.size() <= acts_on_a_page) return to;
    const base::Day over = days[acts_on_a_page];
    return days.front() < over ? *std::prev(std::ranges::lower_bound(days, over)) : over;
}

}  // namespace

Content changes(Asking& asking) {
    const words::Language language = asking.names().language();
    pages::ChangesPage page;
    page.form.of = asking.given("of") == "knowledge" ? Of::knowledge : Of::events;
    const std::string from_typed = asking.given("from");
    const std::string to_typed = asking.given("to");
    page.form.from = from_typed;
    page.form.to = to_typed;
    std::optional<base::Day> from, to;
    if (!from_typed.empty()) from = read_field(language, from_typed, page.form.from_error);
    if (!to_typed.empty()) to = read_field(language, to_typed, page.form.to_error);
    if (to_typed.empty()) to = std::max(asking.view().on, from.value_or(asking.view().on));
    if (from_typed.empty() && to) {
        from = a_year_before(*to);
    }
    if (from) page.form.from = words::day(language, *from);
    if (to) page.form.to = words::day(language, *to);
    if (from && to && *to < *from) {
        page.form.to_error =
            words::fill_in(say::wrong_order(language), {{"from", words::day(language, *from)}});
    }
    const bool refused = !page.form.from_error.empty() || !page.form.to_error.empty();
    if (refused) {
        const std::string& wrong = page.form.from_error.empty() ? page.form.to_error : page.form.from_error;
        return {.title = std::string(say::title(language)),
                .main = pages::changes_page(asking.setting(), page),
                .section = {},
                .status = 400,
                .missing = wrong};
    }
    const auto days = days_of(asking.view(), *from, *to, page.form.of);
    const base::Day shown_to = last_shown(days, *to);
    const bool by_knowledge = page.form.of == Of::knowledge;
    const questions::Answer& answer =
        asking.ask_by(shown_to, by_knowledge ? Asking::By::knowledge : Asking::By::events, "changes",
                      {{"since", from->previous().text()}, {"of", by_knowledge ? "knowledge" : "events"}});
    page.result.emplace(pages::ChangesPage::Result{
        .answer = answer, .from = *from, .to = *to, .shown_to = shown_to, .all = days.size()});
    return {.title = std::string(say::title(language)),
            .main = pages::changes_page(asking.setting(), page),
            .section = {}};
}

}  // namespace site
