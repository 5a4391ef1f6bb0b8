#include "pages/body_page.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/body_words.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
namespace say = words::body_words;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

/// So many papers stand on the page; more of them are behind a link.
constexpr std::size_t most_papers = 12;

Table table_of(std::string_view caption, std::vector<Column> columns) {
    return Table{.caption = std::string(caption),
                 .caption_shown = Table::Shown::to_screen_readers,
                 .columns = std::move(columns),
                 .groups = {{}}};
}

Fragment act_link(const Setting& setting, const base::Value& row, const Fragment& text) {
    const auto act = row["act"].text();
    return act.empty() ? text : link(setting.links.act(act), text);
}

// -- what it is ------------------------------------------------------------------------------------

Fragment holder_of(const Setting& setting, const base::Value& row) {
    const auto person = row["person"].text();
    if (person.empty())
        return with_nearest(setting, marked(Mark::not_on_record, say::nobody_on_record(setting.language())),
                            row["near"]);
    Fragment out = link(setting.links.person(person), setting.names.person(person));
    if (const auto member = row["member"].text(); !member.empty())
        out += group(", ", member_link(setting, member));
    return group(out, " ", grade_tag(setting.language(), grade_in(row)));
}

Fragment facts_of(const Setting& setting, const BodyPage& page) {
    const Language language = setting.language();
    const base::Value& answer = page.body.conclusion.answer;
    const auto id = answer["body"].text();
    const bool* read = answer["read"].boolean();
    std::vector<Fact> all;
    all.push_back(
        {std::string(say::rule(language)),
         link(setting.links.rule(id), setting.names.text(answer["article"])),
         read && !*read ? marked(Mark::not_on_record, page_words::text_not_read(language)) : Fragment()});
    all.push_back({std::string(say::established(language)),
                   answer["established"].is_null()
                       ? marked(Mark::not_on_record, say::established_missing(language))
                       : date_told(setting, answer["established"]),
                   {}});
    if (page.chair) {
        all.push_back({std::string(say::chair(language)),
                       Fragment(words::headline(*page.chair, setting.names)),
                       link(setting.links.chairs(id), say::every_term(language))});
    }
    for (const base::Value& row : items(answer["posts"])) {
        const auto post = row["post"].text();
        all.push_back({words::capitalised(setting.names.post(post)), holder_of(setting, row),
                       link(setting.links.post(post), say::every_holder(language))});
    }
    return facts(all);
}

Fragment mandate(const Setting& setting, const base::Value& answer) {
    const Language language = setting.language();
    Table made = table_of(say::mandate(language), {{std::string(page_words::day(language)), 25},
                                                   {std::string(page_words::what_happened(language)), 45},
                                                   {std::string(page_words::what_it_rests_on(language)), 0}});
    for (const base::Value& row : items(answer["altered"])) {
        const auto on = base::Date::read(row["on"].text());
        const bool dated = on && on->earliest() > base::Day::first();
        Row out;
        out.cells.push_back(
            {dated ? date_told(setting, row["on"])
                   : marked(Mark::not_on_record,
                            fill_in(say::since_when_not_on_record(language),
                                    {{"day", on ? words::day(language, on->latest()) : std::string()}}))});
        out.cells.push_back({act_link(setting, row, setting.names.text(row["says"]))});
        out.cells.push_back({rests_on(setting, row)});
        made.groups.front().rows.push_back(std::move(out));
    }
    if (made.groups.front().rows.empty()) return {};
    return section("mandate", say::mandate(language),
                   group(paragraph(say::mandate_note(language), Size::small), table(made)));
}

// -- who sits in it --------------------------------------------------------------------------------

Fragment seated(const Setting& setting, const base::Value& answer) {
    const Language language = setting.language();
    std::vector<const base::Value*> rows;
    for (const base::Value& row : items(answer["seated"])) rows.push_back(&row);
    if (rows.empty()) return {};
    std::ranges::stable_sort(rows, [&](const base::Value* a, const base::Value* b) {
        const std::string one = setting.names.member((*a)["member"].text());
        const std::string other = setting.names.member((*b)["member"].text());
        if (one != other) return words::alphabetically(language, one, other);
        return (*a)["first"].text() < (*b)["first"].text();
    });
    Table made = table_of(say::seated(language), {{std::string(say::state_column(language)), 15},
                                                  {std::string(say::person_column(language)), 40},
                                                  {std::string(say::first_column(language)), 15},
                                                  {std::string(say::last_column(language)), 15},
                                                  {std::string(say::sessions_column(language)), 0}});
    for (const base::Value* row : rows) {
        const auto person = (*row)["person"].text();
        Fragment who = link(setting.links.person(person), setting.names.person(person));
        if (!(*row)["capacity"].is_null())
            who += group(", ", words::capacity_said((*row)["capacity"], setting.names));
        Row out;
        out.cells = {
            row_head(member_link(setting, (*row)["member"].text())),
            {std::move(who)},
            {Fragment(words::date(language, (*row)["first"].text()))},
            {Fragment(words::date(language, (*row)["last"].text()))},
            {Fragment(std::to_string((*row)["sessions"].number() ? *(*row)["sessions"].number() : 0))}};
        made.groups.front().rows.push_back(std::move(out));
    }
    return section("seated", say::seated(language),
                   group(paragraph(say::seated_note(language), Size::small), table(merge_equal(made, {0}))));
}

/// Acts as rows: the day, the act in a sentence that leads to it, what it rests on.
Fragment acts(const Setting& setting, const base::Value& rows, std::string_view id,
              const words::Phrase& title) {
    const Language language = setting.language();
    Table made = table_of(title(language), {{std::string(page_words::day(language)), 20},
                                            {std::string(page_words::what_happened(language)), 50},
                                            {std::string(page_words::what_it_rests_on(language)), 0}});
    for (const base::Value& row : items(rows)) {
        Fragment what = act_link(setting, row, words::capitalised(setting.names.act(row["act"].text())));
        if (const auto session = row["session"].text(); !session.empty())
            what += group(el<"br">(), link(setting.links.session(session), setting.names.session(session)));
        Row out;
        out.cells = {{date_told(setting, row["on"])}, {std::move(what)}, {rests_on(setting, row)}};
        made.groups.front().rows.push_back(std::move(out));
    }
    if (made.groups.front().rows.empty()) return {};
    return section(id, title(language), table(made));
}

// -- what it did -----------------------------------------------------------------------------------

Fragment sessions(const Setting& setting, const base::Value& answer) {
    const Language language = setting.language();
    const base::List& all = items(answer["sessions"]);
    const bool together =
        std::ranges::any_of(all, [](const base::Value& row) { return items(row["bodies"]).size() > 1; });
    Table made = table_of(say::sessions(language), {{std::string(page_words::day(language)), 20},
                                                    {std::string(say::session_column(language)), 40}});
    if (together) made.columns.push_back({std::string(say::together_column(language)), 0});
    for (auto row = all.rbegin(); row != all.rend(); ++row) {  // the latest first
        const auto session = (*row)["session"].text();
        std::vector<Fragment> others;
        for (const base::Value& body : items((*row)["bodies"])) {
            if (body.text() != answer["body"].text())
                others.push_back(link(setting.links.body(body.text()),
                                      words::capitalised(setting.names.body(body.text()))));
        }
        Row out;
        out.cells = {{date_told(setting, (*row)["on"])},
                     {link(setting.links.session(session), setting.names.session(session))}};
        if (together) out.cells.push_back({others.empty() ? Fragment("—") : listed(language, others)});
        made.groups.front().rows.push_back(std::move(out));
    }
    if (made.groups.front().rows.empty()) return {};
    return section("sessions", say::sessions(language), table(made));
}

Fragment papers(const Setting& setting, const base::Value& answer) {
    const Language language = setting.language();
    const base::List& all = items(answer["papers"]);
    if (all.empty()) return {};
    Table made = table_of(say::papers(language), {{std::string(page_words::day(language)), 20},
                                                  {std::string(say::paper_column(language)), 50},
                                                  {std::string(say::became_column(language)), 0}});
    const std::size_t shown = std::min(all.size(), most_papers);
    for (std::size_t i = 0; i < shown; ++i) {  // the latest first
        const base::Value& row = all[all.size() - 1 - i];
        Row out;
        out.cells = {
            {date_told(setting, row["on"])},
            {link(setting.links.paper(row["paper"].text()), setting.names.text(row["title"]))},
            {Fragment(words::capitalised(words::became(
                language, row["became"].text(), setting.names.gender_of_paper(row["paper"].text()))))}};
        made.groups.front().rows.push_back(std::move(out));
    }
    Fragment inside;
    if (shown < all.size()) {
        const std::string count =
            words::count(language, static_cast<std::int64_t>(all.size()), words::nouns::paper);
        inside += paragraph(
            fill_in(say::latest_papers(language), {{"shown", std::to_string(shown)}, {"all", count}}),
            Size::small);
    }
    inside += table(made);
    inside += paragraph(
        link(setting.links.documents().with("body", answer["body"].text()), say::all_papers(language)));
    return section("papers", say::papers(language), inside);
}

// -- what is not on record -------------------------------------------------------------------------

Fragment missing(const Setting& setting, const BodyPage& page) {
    const Language language = setting.language();
    const base::Value& answer = page.body.conclusion.answer;
    const std::string_view id = answer["body"].text();
    std::set<std::string_view> its{id};
    for (const base::Value& row : items(answer["sessions"])) its.insert(row["session"].text());
    for (const base::Value& row : items(answer["posts"])) its.insert(row["post"].text());
    Fragment lines;
    for (const base::Value& code : items(answer["missing"])) {
        if (const words::Phrase* said = say::missing_said(code.text())) lines += el<"li">((*said)(language));
    }
    for (const base::Value& gap : items(page.gaps.conclusion.answer["gaps"])) {
        const base::Value& facts = gap["facts"];
        const bool of_it = std::ranges::any_of(
            std::to_array<const char*>({"body", "session", "post", "rule"}), [&](const char* role) {
                const auto named = facts[role].text();
                return !named.empty() && its.contains(named);
            });
        if (!of_it || !facts.object()) continue;
        lines += el<"li">(words::gap_sentence(gap["gap"].text(), *facts.object(), setting.names));
    }
    return section("missing", say::missing(language),
                   lines.empty() ? paragraph(say::missing_none(language))
                                 : Fragment(el<"ul">(html::attr<"class">("items"), lines)));
}

}  // namespace

Fragment body_page(const Setting& setting, const BodyPage& page) {
    const Language language = setting.language();
    const base::Value& answer = page.body.conclusion.answer;
    const auto id = answer["body"].text();
    const std::string name = words::capitalised(setting.names.body(id));
    const std::string brief = setting.names.short_body(id);
    Fragment out =
        heading(name, setting.names.text(answer["says"]), brief == name ? Fragment() : Fragment(brief));
    out += facts_of(setting, page);
    out += mandate(setting, answer);
    out += seated(setting, answer);
    out += acts(setting, answer["statuses"], "statuses", say::statuses);
    out += acts(setting, answer["served"], "served", say::served);
    out += sessions(setting, answer);
    out += papers(setting, answer);
    out += missing(setting, page);
    out += paragraph(link(setting.links.timeline(id), say::whole_timeline(language)), Size::small);
    return out;
}

}  // namespace pages
