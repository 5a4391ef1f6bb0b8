#include "pages/changes_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pages/forms.hpp"
#include "record/record.hpp"
#include "words/acts_said.hpp"
#include "words/changes_words.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace say = words::changes_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

using Of = ChangesPage::Of;

std::string_view word_for(Of of) { return of == Of::events ? "events" : "knowledge"; }

// -- the form --------------------------------------------------------------------------------------

Fragment kept(const Links::Carry& carry) {
    Fragment out;
    if (carry.on) out += hidden_field("on", carry.on->text());
    if (carry.known) out += hidden_field("known", carry.known->text());
    for (const auto& [dispute, side] : carry.taken)
        out += hidden_field("take", std::string(dispute.text()) + "=" + std::string(side.text()));
    return out;
}

Fragment form_of(const Setting& setting, const ChangesPage::Form& form) {
    const Language language = setting.language();
    const auto field = [&](const char* name, const words::Phrase& label, const std::string& value,
                           const std::string& error) {
        return text_field(language, {.name = name,
                                     .label = std::string(label(language)),
                                     .hint = std::string(say::day_hint(language)),
                                     .value = value,
                                     .error = error});
    };
    std::vector<FieldError> errors;
    if (!form.from_error.empty()) errors.push_back({"from", form.from_error});
    if (!form.to_error.empty()) errors.push_back({"to", form.to_error});
    const RadioField of{.name = "of",
                        .legend = std::string(say::of_legend(language)),
                        .choices = {{"events", std::string(say::of_events(language))},
                                    {"knowledge", std::string(say::of_knowledge(language))}},
                        .chosen = std::string(word_for(form.of))};
    return group(
        error_summary(language, errors),
        el<"form">(
            attr<"class">("display"), attr<"method">("get"),
            attr<"action">(Links(language, {}).to({"changes"})),
            attr<"aria-label">(say::form_title(language)),
            el<"div">(attr<"class">("fields"), field("from", say::from_label, form.from, form.from_error),
                      field("to", say::to_label, form.to, form.to_error), radio_field(language, of)),
            kept(setting.links.carry()), el<"p">(attr<"class">("send"), submit_button(say::show(language)))));
}

// -- the acts --------------------------------------------------------------------------------------

/// An act shown, with the row of the answer it stands for.
struct Shown {
    const acts::Act* act;
    const base::Value* row;
};

Fragment subjects(const Setting& setting, const acts::Act& act) {
    Fragment out;
    for (const Fragment& one : subjects_of(setting, act)) out += group(out.empty() ? "" : "; ", one);
    return out;
}

bool is_undated(const acts::Act& act) { return act.on.earliest() == base::Day::first(); }

/// An act about the record and its sources, and not about the organisation.
bool is_of_the_record(const acts::Act& act) {
    return std::holds_alternative<acts::DifferenceNoted>(act.content) ||
           std::holds_alternative<acts::Annulled>(act.content);
}

std::string day_of(const Setting& setting, const Shown& shown, Of of) {
    const Language language = setting.language();
    if (of == Of::knowledge) return words::date(language, (*shown.row)["known_on"].text());
    if (is_undated(*shown.act))
        return fill_in(say::read_by(language), {{"day", words::day(language, shown.act->on.latest())}});
    return words::capitalised(words::date(language, shown.act->on));
}

/// One table, a group of rows for each day.
Fragment by_day(const Setting& setting, const std::vector<Shown>& all, Of of, std::string_view caption) {
    const Language language = setting.language();
    Table made{.caption = std::string(caption),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(say::what_column(language)), 40},
                           {std::string(say::about_column(language)), 25}},
               .groups = {}};
    if (of == Of::knowledge) made.columns.push_back({std::string(say::when_column(language)), 15});
    made.columns.push_back({std::string(words::page_words::what_it_rests_on(language)), 0});
    std::string day;
    for (const Shown& shown : all) {
        if (std::string its_day = day_of(setting, shown, of); made.groups.empty() || its_day != day) {
            day = std::move(its_day);
            made.groups.push_back({.heading = Fragment(day), .rows = {}});
        }
        Row row;
        row.cells.push_back({link(setting.links.act(shown.act->id.text()),
                                  words::capitalised(words::describe(*shown.act, setting.names)))});
        row.cells.push_back({subjects(setting, *shown.act)});
        if (of == Of::knowledge) row.cells.push_back({date_told(setting, shown.act->on)});
        row.cells.push_back({rests_on(setting, *shown.row)});
        made.groups.back().rows.push_back(std::move(row));
    }
    return table(made);
}

std::vector<Shown> acts_of(const Setting& setting, const questions::Answer& answer) {
    std::vector<Shown> all;
    const record::Record& record = setting.names.view().record;
    const base::List* rows = answer.conclusion.answer["acts"].list();
    if (!rows) return all;
    for (const base::Value& row : *rows) {
        const auto id = base::ActId::known(row["act"].text());
        const auto number = id ? record.find(*id) : std::nullopt;
        if (number) all.push_back({&setting.names.view().act(*number), &row});
    }
    return all;
}

Fragment tables(const Setting& setting, const questions::Answer& answer, Of of) {
    const Language language = setting.language();
    std::vector<Shown> all = acts_of(setting, answer);
    if (of == Of::knowledge) return by_day(setting, all, of, say::title(language));
    std::vector<Shown> dated, undated, of_the_record;
    for (const Shown& shown : all) {
        (is_of_the_record(*shown.act) ? of_the_record
         : is_undated(*shown.act)     ? undated
                                      : dated)
            .push_back(shown);
    }
    Fragment out;
    if (!dated.empty()) out += by_day(setting, dated, of, say::title(language));
    if (!undated.empty()) {
        out += section("undated", say::undated_title(language),
                       group(paragraph(say::undated_note(language), Size::small),
                             by_day(setting, undated, of, say::undated_title(language))));
    }
    if (!of_the_record.empty()) {
        out += section("of-the-record", say::about_record_title(language),
                       by_day(setting, of_the_record, of, say::about_record_title(language)));
    }
    return out;
}

// -- how much of it is shown -----------------------------------------------------------------------

Fragment more(const Setting& setting, const ChangesPage::Result& result, Of of, std::size_t shown,
              std::size_t of_shown_days) {
    const Language language = setting.language();
    const auto number = [](std::size_t count) { return std::to_string(count); };
    Fragment out;
    if (shown < of_shown_days) {  // of one day alone
        out += paragraph(group(
            fill_in(say::cut_day(language), {{"day", words::day(language, result.shown_to)},
                                             {"shown", number(shown)},
                                             {"all", number(of_shown_days)}}),
            " ",
            link(setting.links.to({"search"}).with("q", result.shown_to.text()), say::rest_of_day(language)),
            "."));
    }
    if (result.shown_to < result.to) {
        const base::Day next = result.shown_to.next();
        out +=
            notice(group(fill_in(say::first_of(language), {{"shown", number(shown)},
                                                           {"all", number(result.all)},
                                                           {"day", words::day(language, result.shown_to)}}),
                         " ",
                         link(changes_between(setting.links, next, result.to, of),
                              fill_in(say::go_on(language), {{"day", words::day(language, next)}})),
                         ". ", say::narrow(language)));
    }
    return out;
}

Fragment result_of(const Setting& setting, const ChangesPage::Result& result, Of of) {
    const Language language = setting.language();
    if (result.all == 0) return paragraph(say::none(language));
    const base::Value& answer = result.answer.conclusion.answer;
    const base::List* rows = answer["acts"].list();
    const std::size_t shown = rows ? rows->size() : 0;
    const auto* counted = answer["count"].number();
    const std::size_t there = counted ? static_cast<std::size_t>(*counted) : shown;
    const Fragment said = more(setting, result, of, shown, there);
    Fragment out = said;
    const base::Day compiled = setting.names.rules().compiled_on;
    if (of == Of::knowledge && result.from <= compiled && compiled <= result.shown_to)
        out += paragraph(fill_in(say::compiled_note(language), {{"day", words::day(language, compiled)}}),
                         Size::small);
    out += tables(setting, result.answer, of);
    return group(out, said);
}

}  // namespace

Url changes_between(const Links& links, base::Day from, base::Day to, ChangesPage::Of of) {
    Url out = Links(links.language(), {}).to({"changes"});
    out = out.with("from", from.text()).with("to", to.text());
    if (of == ChangesPage::Of::knowledge) out = out.with("of", word_for(of));
    return links.carrying(std::move(out));
}

Fragment changes_page(const Setting& setting, const ChangesPage& page) {
    const Language language = setting.language();
    Fragment sentence;
    if (page.result) {
        const auto& pattern = page.form.of == Of::events ? say::happened : say::became_known;
        sentence = fill_in(
            pattern(language),
            {{"from", words::day(language, page.result->from)},
             {"until", words::day(language, page.result->to)},
             {"count", words::count(language, static_cast<std::int64_t>(page.result->all), say::act)}});
    }
    Fragment out = heading(say::title(language), sentence);
    out += form_of(setting, page.form);
    if (page.result) out += result_of(setting, *page.result, page.form.of);
    return out;
}

}  // namespace pages
