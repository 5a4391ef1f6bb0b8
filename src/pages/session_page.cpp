#include "pages/session_page.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "acts/act.hpp"
#include "pages/attendance_parts.hpp"
#include "pages/session_parts.hpp"
#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/dates.hpp"
#include "words/figures.hpp"
#include "words/in_short.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/session_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace say = words::session_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using html::when;
using words::fill_in;

namespace {

std::size_t size_of(const base::Value& list) { return items(list).size(); }

base::List ids_where(const base::Value& answer, std::string_view was) {
    base::List ids;
    for (const base::Value& row : items(answer["attendance"])) {
        if (row["was"].text() == was) ids.push_back(row["member"]);
    }
    return ids;
}

/// "regular session, in person"; "joint meeting".
std::string kind_said(const words::Names& names, std::string_view session, const base::Value& answer) {
    std::string said = names.session_kind(session, answer["kind"].text());
    const std::string_view mode = words::say_named<acts::Mode>(names.language(), answer["mode"].text());
    return mode.empty() ? said : said + ", " + std::string(mode);
}

// -- in short --------------------------------------------------------------------------------------

/// Sentences ready to be copied, and the line by which the page is cited: text without links.
Fragment in_short(const SessionPage& page) {
    const words::SessionAnswers told{.session = page.session,
                                     .quorum = &page.quorum,
                                     .awaiting = &page.awaiting,
                                     .agenda = page.agenda,
                                     .counts = page.counts};
    const Language language = page.setting.language();
    Fragment list;
    for (const words::SaidInShort& one : words::in_short(told, page.setting.names)) {
        const std::string basis = words::rests_on_said(one, language);
        list += el<"li">(
            one.says, when(!basis.empty(), group(" ", el<"span">(attr<"class">("basis"), "(", basis, ")"))));
    }
    return el<"details">(attr<"class">("short"),
                         el<"summary">(attr<"class">("small"), say::in_short(language)), el<"ol">(list),
                         when(!page.citation.empty(), el<"p">(attr<"class">("cite"), page.citation)));
}

// -- who came --------------------------------------------------------------------------------------

class Desk {
public:
    explicit Desk(const SessionPage& page)
        : page_(page),
          setting_(page.setting),
          names_(page.setting.names),
          versions_(versions(page.session.conclusion)) {}

    Fragment all() const {
        Fragment wide = side_by_side(quorum_section(), papers_section());
        for (const questions::Answer& awaiting : page_.awaiting) wide += effects_section(awaiting);
        wide += papers_list();
        return group(heading(session_title(setting_, page_.session), lead(), kind_line(), in_short(page_)),
                     desk(group(attendance_section(), chair_section(), announced_section()), wide),
                     closing_line(reasons_tree(), page_.proof));
    }

private:
    Language language() const { return setting_.language(); }
    const base::Value& answer() const { return versions_.front(); }
    std::string_view session() const { return answer()["session"].text(); }

    // What the page's one sentence says: who came, and on what the papers' effect on the absent depends.
    Fragment lead() const {
        Fragment out = versions_.size() > 1 ? Fragment(say::membership_depends(language()))
                                            : Fragment(who_came_said(names_, answer()));
        for (const questions::Answer& awaiting : page_.awaiting) {
            const auto papers = papers_awaiting(awaiting, session());
            const Fragment disputes = main_dispute(setting_, papers);
            if (disputes.empty()) continue;
            const std::string said = fill_in(
                say::binding_depends(language()),
                {{"member", names_.the_member(awaiting.conclusion.answer["member"].text(),
                                              language() == Language::ru ? words::Case::genitive
                                                                         : words::Case::nominative)}});
            const std::size_t at = said.find("{disputes}");
            out += group(" ", said.substr(0, at), disputes, said.substr(std::min(said.size(), at + 10)));
        }
        if (page_.awaiting.empty() && size_of(beside(page_.session, "papers")) > 0) {
            const auto number = static_cast<std::int64_t>(size_of(beside(page_.session, "papers")));
            out += " " + fill_in(say::papers_adopted_there(language()),
                                 {{"papers", words::count(language(), number, words::nouns::paper)}});
        }
        return out;
    }

    /// The rows of members who are members of the day on every version, or only on some.
    std::vector<base::Value> rows(std::string_view was, bool on_every_version) const {
        std::vector<base::Value> found;
        std::map<std::string, std::size_t> times;
        std::vector<base::Value> all;
        for (const base::Value& version : versions_) {
            for (const base::Value& row : items(version["attendance"])) {
                if (times[std::string(row["member"].text())]++ == 0) all.push_back(row);
            }
        }
        for (const base::Value& row : all) {
            const bool every = times[std::string(row["member"].text())] == versions_.size();
            if (every == on_every_version && (!every || row["was"].text() == was)) found.push_back(row);
        }
        std::ranges::sort(found, [&](const base::Value& a, const base::Value& b) {
            return words::alphabetically(language(), names_.member(a["member"].text()),
                                         names_.member(b["member"].text()));
        });
        return found;
    }

    /// The grade all rows share: it stands once, at their heading.
    static std::optional<Grade> shared_grade(const std::vector<base::Value>& rows) {
        std::optional<Grade> shared;
        for (const base::Value& row : rows) {
            const auto one = grade_in(row);
            if (!one || (shared && *shared != *one)) return std::nullopt;
            shared = one;
        }
        return shared;
    }

    bool presided(std::string_view member) const {
        return std::ranges::any_of(items(beside(page_.session, "presided")),
                                   [&](const base::Value& row) { return row["member"].text() == member; });
    }

    RowGroup attendance_group(Mark mark, std::string_view word, const std::vector<base::Value>& rows,
                              Row::Look look) const {
        const auto shared = shared_grade(rows);
        RowGroup out{Fragment(group(marked(mark, word),
                                    shared ? group(" ", grade(language(), *shared)) : group("", Fragment()))),
                     {}};
        for (const base::Value& row : rows) {
            Fragment who;
            if (!row["person"].text().empty()) who += names_.person(row["person"].text());
            if (const std::string capacity = words::capacity_said(row["capacity"], names_);
                !capacity.empty()) {
                who += (who.empty() ? "" : ", ") + capacity;
            }
            if (presided(row["member"].text()))
                who += group(who.empty() ? "" : "; ", say::in_the_chair(language()));
            if (!shared && grade_in(row))
                who += group(who.empty() ? "" : " ", grade(language(), *grade_in(row)));
            out.rows.push_back(
                {{row_head(member_link(setting_, row["member"].text())), {.content = who}}, look});
        }
        return out;
    }

    // Who represents no member: those whom an office brings, or the guests.
    RowGroup others(bool by_office) const {
        RowGroup out{Fragment((by_office ? say::by_office : say::guests)(language())), {}};
        for (const base::Value& row : items(beside(page_.session, "guests"))) {
            if ((row["takes_part"].text() == acts::name_of(acts::TakesPart::by_office)) != by_office)
                continue;
            Fragment head;
            Fragment who;
            const std::string person =
                row["person"].text().empty() ? std::string() : names_.person(row["person"].text());
            if (!row["member"].text().empty()) {
                head = member_link(setting_, row["member"].text());
                who = person;
            } else {
                head = person.empty() ? std::string(say::guest(language())) : person;
            }
            if (const std::string capacity = words::capacity_said(row["capacity"], names_);
                !capacity.empty()) {
                who += (who.empty() ? "" : ", ") + capacity;
            }
            if (const auto graded = grade_in(row))
                who += group(who.empty() ? "" : " ", grade(language(), *graded));
            out.rows.push_back({{row_head(head), {.content = who}}, Row::Look::plain});
        }
        return out;
    }

    Fragment attendance_section() const {
        const auto absent = rows("absent", true);
        const auto present = rows("present", true);
        const auto unknown = rows("not_on_record", true);
        const auto disputed = rows("", false);
        const std::size_t all = absent.size() + present.size() + unknown.size();
        Table table{.caption = std::string(say::attendance_table(language())),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = {{std::string(say::member(language()))}, {std::string(say::who(language()))}},
                    .column_names_shown = Table::Shown::to_screen_readers,
                    .groups = {},
                    .on_phones = Table::OnPhones::rows};
        const auto add = [&](Mark mark, const words::Phrase& was, const auto& rows, Row::Look look) {
            base::List who;
            for (const base::Value& row : rows) who.push_back(row["member"]);
            if (!who.empty())
                table.groups.push_back(
                    attendance_group(mark, words::capitalised(names_.agreed(was, who)), rows, look));
        };
        add(Mark::absent, say::was_absent, absent, Row::Look::emphasised);
        add(Mark::settled, say::was_present, present, Row::Look::plain);
        if (!unknown.empty()) {  // nobody has anything to tell about them: one row names them all
            base::List ids;
            for (const base::Value& row : unknown) ids.push_back(row["member"]);
            Cell cell = row_head(member_links(setting_, ids));
            cell.columns = 2;
            table.groups.push_back(
                {Fragment(marked(Mark::not_on_record, say::attendance_unknown(language()))),
                 {{{std::move(cell)}, Row::Look::plain}}});
        }
        if (!disputed.empty())
            table.groups.push_back(attendance_group(
                Mark::depends, say::not_a_member_by_every_account(language()), disputed, Row::Look::plain));
        for (const bool by_office : {true, false}) {
            if (RowGroup group = others(by_office); !group.rows.empty())
                table.groups.push_back(std::move(group));
        }

        const bool known = present.size() + absent.size() > 0 && disputed.empty();
        const std::string title =
            known ? fill_in(say::who_came_of(language()),
                            {{"present", std::to_string(present.size())}, {"members", std::to_string(all)}})
                  : std::string(say::who_came(language()));
        return section("who-came", title, pages::table(table));
    }

    Fragment kind_line() const {
        std::string said = names_.bodies(answer()["bodies"]);
        if (const std::string kind = kind_said(names_, answer()["session"].text(), answer()); !kind.empty())
            said += ": " + kind;
        if (!answer()["place"].text().empty()) said += ", " + names_.in_place(answer()["place"].text());
        return words::capitalised(said) + ".";
    }

    // -- chair and announcements -------------------------------------------------------------------

    /// Whoever presided stands among the present with the words "in the chair", and with nothing more to say.
    bool presided_is_said_above() const {
        const base::List& presided = items(beside(page_.session, "presided"));
        const std::vector<base::Value> present = rows("present", true);
        return !presided.empty() && std::ranges::all_of(presided, [&](const base::Value& row) {
            return row["body"].text().empty() &&
                   std::ranges::any_of(present,
                                       [&](const base::Value& one) {
                                           return one["member"] == row["member"] &&
                                                  one["person"] == row["person"];
                                       }) &&
                   shared_grade(present) == grade_in(row);
        });
    }

    Fragment chair_section() const {
        Fragment content;
        Fragment who;
        base::List states;
        for (const base::Value& row : items(beside(page_.session, "presided"))) {
            states.push_back(row["member"]);
            who += group(who.empty() ? "" : "; ", member_link(setting_, row["member"].text()));
            if (!row["person"].text().empty()) who += ", " + names_.person(row["person"].text());
            if (!row["body"].text().empty()) who += " (" + names_.body(row["body"].text()) + ")";
            if (const auto graded = grade_in(row)) who += group(" ", grade(language(), *graded));
        }
        if (!presided_is_said_above())
            content += paragraph(
                who.empty()
                    ? marked(Mark::not_on_record, say::presided_not_on_record(language()))
                    : Fragment(group(words::capitalised(names_.agreed(say::presided, states)), " ", who)));
        for (const base::Value& row : items(beside(page_.session, "chair_passes")))
            content += paragraph(pass_said(row));
        return content.empty() ? content : section("chair", say::chair(language()), content);
    }

    Fragment pass_said(const base::Value& row) const {
        std::string said;
        if (row["from"].text().empty()) {
            said = say::chair_passes_to(language());
        } else {
            said = fill_in(say::chair_passes(language()),
                           {{"from", names_.the_member(row["from"].text(), words::Case::genitive)}});
        }
        if (row["ground"].text() == acts::name_of(acts::Ground::decision))
            said = std::string(say::decided_here(language())) + said;
        else
            said = words::capitalised(said);
        Fragment out = group(said, link(setting_.links.member(row["to"].text()),
                                        names_.the_member(row["to"].text(), words::Case::dative)));
        const base::List& days = items(row["takes_effect"]);
        if (days.size() == 1) {
            if (const auto from = base::Date::read(days.front().text()))
                out += ", " + words::from(language(), *from);
            if (!row["reckoned"].is_null()) out += say::reckoned(language());
        } else if (days.size() > 1) {
            out += group(". ",
                         link(setting_.links.chairs(row["body"].text()),
                              marked(Mark::depends, say::from_when_differs(language()))),
                         ": ");
            for (std::size_t i = 0; i < days.size(); ++i) {
                out += std::string(i == 0 ? "" : words::page_words::or_word(language())) +
                       day_said(language(), days[i]);
            }
        }
        if (const auto graded = grade_in(row)) out += group(" ", grade(language(), *graded));
        return out;
    }

    Fragment announced_section() const {
        std::vector<Announced> list;
        for (const base::Value& row : items(beside(page_.session, "announced"))) {
            const std::string title = names_.text(row["title"]);
            Fragment what = row["session"].text().empty()
                                ? Fragment(title)
                                : link(setting_.links.session(row["session"].text()), title);
            if (row["certainty"].text() != "will") {
                what +=
                    group(" (", words::say_named<acts::Certainty>(language(), row["certainty"].text()), ")");
            }
            list.push_back({std::move(what), outcome_of(row["outcome"])});
        }
        if (list.empty()) return {};
        return section("announced", say::announced(language()), announcements(list));
    }

    Fragment outcome_of(const base::Value& outcome) const {
        const auto came = acts::read_name<acts::Outcome>(outcome["outcome"].text());
        if (!came) return marked(Mark::not_on_record, say::no_outcome(language()));
        const bool good = *came == acts::Outcome::held || *came == acts::Outcome::done;
        const std::string_view word =
            *came == acts::Outcome::held ? say::held_then(language()) : words::say(language(), *came);
        const std::string day = day_said(language(), outcome["on"]);
        return group(marked(good ? Mark::settled : Mark::absent, word), ", ", day, " ",
                     rests_on_briefly(setting_, outcome, day));
    }

    // -- quorum --------------------------------------------------------------------------------------

    /// Whatever the sides are, no figure read is no figure read on each of them.
    bool no_conclusion_on_any_side() const {
        const law::Conclusion& conclusion = page_.quorum.conclusion;
        if (conclusion.by_side.empty()) return conclusion.standing == law::Standing::not_on_record;
        return std::ranges::all_of(conclusion.by_side, [](const law::BySide& side) {
            return side.standing == law::Standing::not_on_record;
        });
    }

    Fragment quorum_mark() const {
        const law::Conclusion& conclusion = page_.quorum.conclusion;
        const base::Value answer = versions(conclusion).front();
        if (no_conclusion_on_any_side()) {
            const bool* read = answer["figure_read"].boolean();
            return marked(Mark::not_on_record,
                          (read && *read ? say::turns_on_attendance : say::no_figure_read)(language()));
        }
        if (conclusion.standing != law::Standing::settled) return standing_said(setting_, conclusion);
        const bool* there = answer["quorum"].boolean();
        return there && *there ? marked(Mark::settled, say::there_was(language()))
                               : marked(Mark::absent, say::there_was_none(language()));
    }

    Fragment quorum_sentence() const {
        const law::Conclusion& conclusion = page_.quorum.conclusion;
        if (!conclusion.by_side.empty()) {
            std::vector<Side> boxes;
            for (const law::BySide* side : sides_in_order(setting_, conclusion)) {
                Fragment said;
                for (const law::Reason& one : side->reasons)
                    said += group(said.empty() ? "" : " ", reason(setting_, one).says);
                boxes.push_back(side_of(setting_, *side, said));
            }
            return sides(language(), boxes);
        }
        Fragment out;
        for (const law::Reason& one : conclusion.reasons) {
            const Reason said = reason(setting_, one);
            out += group(out.empty() ? "" : " ", said.says);
            if (said.article_at) out += group(" ", link(*said.article_at, said.article), ".");
            if (said.grade) out += group(" ", grade(language(), *said.grade));
        }
        if (conclusion.standing == law::Standing::not_on_record) {
            out += group(" ", say::no_conclusion(language()));
        }
        return paragraph(out);
    }

    Fragment quorum_section() const {
        std::vector<const base::Value*> on_it;
        std::vector<const base::Value*> others;
        for (const base::Value& row : items(beside(page_.quorum, "statements")))
            (on_quorum(row) ? on_it : others).push_back(&row);
        Fragment content = quorum_sentence();
        content += claims(language(), short_claims(setting_, on_it, Sources::behind_the_grade));
        Fragment more;
        if (!others.empty()) {
            more += folded(
                fill_in(say::other_statements(language()), {{"number", std::to_string(others.size())}}),
                claims(language(), short_claims(setting_, others)));
        }
        content += folds(group(more, precedents()));
        return section("quorum", group(say::quorum(language()), " ", quorum_mark()), content);
    }

    // Earlier absences are shown and not weighed: whether they are precedents is for the reader.
    Fragment precedents() const {
        const base::List& earlier = items(beside(page_.quorum, "precedents"));
        if (earlier.empty()) return {};
        Fragment list;
        std::vector<Claim> said;
        for (const base::Value& row : earlier) {
            std::string title = day_said(language(), row["on"]);
            if (!row["place"].text().empty()) title += ", " + names_.place(row["place"].text());
            const auto papers = row["papers"].number() ? *row["papers"].number() : 0;
            list += group(list.empty() ? "" : "; ",
                          link(setting_.links.session(row["session"].text()), title), ", ",
                          fill_in(say::absent_list(language()),
                                  {{"was_absent", names_.agreed(say::was_absent, row["absent"])},
                                   {"absent", names_.members(row["absent"])}}),
                          ", ",
                          papers == 0 ? std::string(say::no_papers_on_record(language()))
                                      : words::count(language(), papers, words::nouns::paper));
            for (const base::Value& statement : items(row["statements"]))
                said.push_back(short_claim(setting_, statement));
        }
        return folded(
            fill_in(say::earlier_absences(language()), {{"number", std::to_string(earlier.size())}}),
            group(paragraph(group(list, ".")), claims(language(), said)));
    }

    // -- papers --------------------------------------------------------------------------------------

    Fragment papers_section() const {
        const base::List& told = items(beside(page_.session, "counts"));
        const auto papers = size_of(beside(page_.session, "papers"));
        std::vector<Count> list;
        const std::string day = day_said(language(), answer()["on"]);
        for (const base::Value& row : told) {
            const acts::Count count = words::told_count(row);
            Fragment of(words::say_named<acts::Counted>(language(), row["counted"].text()));
            if (const std::string scope = names_.text(row["scope"]); !scope.empty()) of += " — " + scope;
            list.push_back(
                {words::count(language(), count), group(of, ". ", rests_on_briefly(setting_, row, day))});
        }
        const base::Value& differ = beside(page_.session, "counts_differ");
        Fragment content;
        if (papers > 0 || !told.empty()) {
            list.push_back({std::to_string(papers), Fragment(say::named_here(language()))});
            content += counts(list);
        } else {
            content += paragraph(group(marked(Mark::not_on_record, say::no_papers(language()))));
        }
        content += not_adopted();
        content += discussed();
        Fragment title(say::papers(language()));
        if (!told.empty()) title = say::papers_by_source(language());
        if (differ.boolean() && *differ.boolean())
            title += group(" ", marked(Mark::depends, say::sources_differ(language())));
        return section("papers", title, content);
    }

    Fragment not_adopted() const {
        Fragment list;
        for (const base::Value& row : items(beside(page_.session, "not_adopted"))) {
            list += group(list.empty() ? " " : "; ",
                          link(setting_.links.paper(row["paper"].text()), names_.text(row["title"])));
            if (const std::string why = names_.text(row["why"]); !why.empty()) list += " (" + why + ")";
            list += group(" ", grade_tag(language(), grade_in(row)));
        }
        return list.empty() ? Fragment()
                            : paragraph(group(marked(Mark::absent, say::not_adopted(language())), ":", list));
    }

    Fragment discussed() const {
        Fragment list;
        const base::List& subjects = items(beside(page_.session, "subjects"));
        for (const base::Value& row : subjects)
            list += el<"li">(names_.text(row["subject"]), " ", grade_tag(language(), grade_in(row)));
        return list.empty() ? Fragment()
                            : folded(fill_in(say::discussed(language()),
                                             {{"number", std::to_string(subjects.size())}}),
                                     el<"ul">(attr<"class">("was"), list));
    }

    /// The papers that no table of effects has shown.
    Fragment papers_list() const {
        std::set<std::string> shown;
        for (const questions::Answer& awaiting : page_.awaiting) {
            for (const base::Value* paper : papers_awaiting(awaiting, session()))
                shown.emplace((*paper)["paper"].text());
        }
        Table table{.caption = std::string(say::papers_of_session(language())),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = {{std::string(say::paper(language())), 55},
                                {std::string(say::kind(language())), 15},
                                {std::string(say::source(language())), 30}},
                    .groups = {RowGroup{std::nullopt, {}}}};
        const std::string day = day_said(language(), answer()["on"]);
        for (const base::Value& row : items(beside(page_.session, "papers"))) {
            if (shown.contains(std::string(row["paper"].text()))) continue;
            table.groups.front().rows.push_back(
                {{row_head(link(setting_.links.paper(row["paper"].text()), names_.text(row["title"]))),
                  {.content = words::say_named<acts::PaperKind>(language(), row["kind"].text())},
                  {.content = rests_on_briefly(setting_, row, day)}},
                 Row::Look::plain});
        }
        if (table.groups.front().rows.empty()) return {};
        return section("adopted", say::papers_of_session(language()), pages::table(table));
    }

    Fragment effects_section(const questions::Answer& awaiting) const {
        const std::string_view id = awaiting.conclusion.answer["member"].text();
        const auto papers = papers_awaiting(awaiting, session());
        Fragment title = fill_in(say::position_and_effect(language()), {{"member", names_.member(id)}});
        if (papers.empty()) {
            return section("", title,
                           paragraph(fill_in(say::none_of_this_session(language()),
                                             {{"member", names_.the_member(id, words::Case::genitive)}})));
        }
        title += group(" ", grade(language(), grade_of(awaiting.conclusion.rests_on)));
        return section("", title, effects_on_desk(setting_, awaiting, papers));
    }

    // -- reasons -------------------------------------------------------------------------------------

    Reason branch(const Fragment& what, const law::Conclusion& conclusion,
                  std::vector<Reason> because) const {
        Reason out;
        out.says = group(el<"b">(what), ": ", standing_line(setting_, conclusion, Opening::after_colon));
        out.because = std::move(because);
        return out;
    }

    std::vector<Reason> because(const law::Conclusion& conclusion) const {
        std::vector<Reason> all;
        for (const law::BySide* side : sides_in_order(setting_, conclusion)) {
            Reason one;
            one.says = fill_in(words::page_words::if_side(language()),
                               {{"side", taking_said(setting_, side->taking.front())}});
            one.because = reasons_of(setting_, side->reasons);
            all.push_back(std::move(one));
        }
        for (Reason& one : reasons_of(setting_, conclusion.reasons)) all.push_back(std::move(one));
        if (!conclusion.examined.empty()) {
            std::vector<std::string> disputes;
            for (const base::DisputeId id : conclusion.examined) disputes.push_back(names_.dispute(id));
            Reason one;
            one.says = examined(language(), disputes);
            all.push_back(std::move(one));
        }
        return all;
    }

    Fragment reasons_tree() const {
        std::vector<Reason> tree{branch(Fragment(words::capitalised(say::attendance_short(language()))),
                                        page_.session.conclusion, because(page_.session.conclusion)),
                                 branch(Fragment(words::capitalised(say::quorum_short(language()))),
                                        page_.quorum.conclusion, because(page_.quorum.conclusion))};
        std::string summary = std::string(say::attendance_short(language())) + ", " +
                              std::string(say::quorum_short(language()));
        for (const questions::Answer& awaiting : page_.awaiting) {
            law::Conclusion here = awaiting.conclusion;
            std::erase_if(here.reasons, [&](const law::Reason& one) {
                const auto paper = one.facts.find("paper");
                return paper != one.facts.end() &&
                       std::ranges::none_of(
                           papers_awaiting(awaiting, session()),
                           [&](const base::Value* row) { return (*row)["paper"] == paper->second; });
            });
            const std::string member = names_.member(awaiting.conclusion.answer["member"].text());
            tree.push_back(branch(Fragment(member), here, because(here)));
            summary += ", " + member;
        }
        return reasons(language(), fill_in(say::reasons_for(language()), {{"what", summary}}), tree);
    }

    const SessionPage& page_;
    const Setting& setting_;
    const words::Names& names_;
    std::vector<base::Value> versions_;
};

// -- announced, not on record as held ----------------------------------------------------------------

Fragment not_held(const SessionPage& page) {
    const Setting& setting = page.setting;
    const Language language = setting.language();
    const law::Conclusion& conclusion = page.session.conclusion;
    const base::Value& answer = conclusion.answer;
    const auto day = base::Date::read(answer["announced_for"].text());
    std::string lead(say::announced_no_day(language));
    if (answer["title"].is_null()) lead = say::nothing_on_record(language);
    if (day) {
        const bool to_come = day->by(page.session.on) == base::Tri::no;
        lead = fill_in((to_come ? say::announced_to_come : say::announced_for)(language),
                       {{"day", day_said(language, answer["announced_for"])}});
    }
    if (!answer["held_on"].is_null())
        lead = fill_in(say::held_later(language), {{"day", day_said(language, answer["held_on"])}});
    return group(heading(session_title(setting, page.session), lead, {}, in_short(page)),
                 when(answer["held_on"].is_null(), paragraph(standing_line(setting, page.session))),
                 section("", say::how_known(language),
                         reasons_of_answer(setting, conclusion,
                                           fill_in(say::reasons_for(language),
                                                   {{"what", say::announcement_short(language)}}),
                                           Fold::open)),
                 when(!page.proof.empty(), paragraph(page.proof, Size::small)));
}

}  // namespace

bool held(const questions::Answer& session) {
    return session.conclusion.standing != law::Standing::not_on_record;
}

std::string session_title(const Setting& setting, const questions::Answer& session) {
    const base::Value first = versions(session.conclusion).front();
    const std::string title = setting.names.text(first["title"]);
    if (!title.empty()) return title;
    const auto id = session.parameters.find("session");
    return id == session.parameters.end() ? std::string() : setting.names.session(id->second);
}

Fragment session_page(const SessionPage& page) {
    return held(page.session) ? Desk(page).all() : not_held(page);
}

// -- the list of sessions ------------------------------------------------------------------------------

namespace {

struct Listed {
    const questions::Answer* answer;
    base::Value told;  // its first version
    std::optional<base::Date> on;
};

Fragment attendance_cell(const Setting& setting, const base::Value& told, bool depends) {
    const Language language = setting.language();
    if (depends) return marked(Mark::depends, say::sources_differ(language));
    const base::List absent = ids_where(told, "absent");
    const base::List present = ids_where(told, "present");
    const base::List unknown = ids_where(told, "not_on_record");
    const std::size_t all = absent.size() + present.size() + unknown.size();
    if (absent.empty() && present.empty()) return pages::standing(language, Mark::not_on_record);
    if (present.size() == all) {
        return marked(Mark::settled,
                      fill_in(say::all_present(language), {{"members", members_counted(language, all)}}));
    }
    const std::string number =
        fill_in(say::of_members(language),
                {{"present", std::to_string(present.size())}, {"members", std::to_string(all)}});
    const std::string word =
        fill_in(say::absent_list(language),
                {{"was_absent", setting.names.agreed(say::was_absent, absent)}, {"absent", ""}});
    Fragment out = unknown.empty() ? marked(Mark::absent, number) : marked(Mark::not_on_record, number);
    if (present.empty() && !unknown.empty()) {  // an absence is reported, and nothing else
        out = pages::standing(language, Mark::not_on_record);
        return group(out, "; ", word, member_links(setting, absent));
    }
    if (!absent.empty()) {
        out += group("; ", word, member_links(setting, absent));
    }
    if (!unknown.empty()) {
        out += group("; ", say::attendance_unknown_of(language), " ",
                     unknown.size() > 3 ? Fragment(members_counted(language, unknown.size()))
                                        : member_links(setting, unknown));
    }
    return out;
}

}  // namespace

Fragment sessions_page(const SessionsPage& page) {
    const Setting& setting = page.setting;
    const words::Names& names = setting.names;
    const Language language = setting.language();
    std::vector<Listed> rows;
    std::vector<const questions::Answer*> announced;
    for (const questions::Answer& answer : page.sessions) {
        if (!held(answer)) {
            if (!answer.conclusion.answer["title"].is_null()) announced.push_back(&answer);
            continue;
        }
        base::Value told = versions(answer.conclusion).front();
        auto on = base::Date::read(told["on"].text());
        rows.push_back({&answer, std::move(told), std::move(on)});
    }
    if (rows.empty() && announced.empty())
        return heading(say::sessions(language), say::no_sessions(language));
    std::ranges::sort(rows, {}, [](const Listed& row) {
        const base::Day none = base::Day::last();
        return std::tuple(row.on ? row.on->earliest() : none, row.on ? row.on->latest() : none,
                          row.told["session"].text());
    });

    std::int64_t known = 0;
    for (const Listed& row : rows) {
        known +=
            !items(row.told["attendance"]).empty() && ids_where(row.told, "not_on_record").empty() ? 1 : 0;
    }
    Fragment out;
    if (!rows.empty()) {
        out += heading(say::sessions(language),
                       fill_in(say::sessions_lead(language),
                               {{"sessions", words::count(language, static_cast<std::int64_t>(rows.size()),
                                                          words::nouns::session)},
                                {"first", day_said(language, rows.front().told["on"])},
                                {"last", day_said(language, rows.back().told["on"])},
                                {"known", std::to_string(known)}}));
    } else {
        out += heading(say::sessions(language), say::no_sessions(language));
    }

    if (!announced.empty()) {
        Table table{.caption = std::string(say::announced_sessions(language)),
                    .caption_shown = Table::Shown::to_screen_readers,
                    .columns = {{std::string(say::session(language)), 60},
                                {std::string(say::announced_column(language)), 40}},
                    .groups = {RowGroup{std::nullopt, {}}}};
        for (const questions::Answer* answer : announced) {
            table.groups.front().rows.push_back(
                {{row_head(link(setting.links.session(answer->parameters.at("session")),
                                session_title(setting, *answer))),
                  {.content = group(day_said(language, answer->conclusion.answer["announced_for"]), " ",
                                    pages::standing(language, Mark::not_on_record))}},
                 Row::Look::plain});
        }
        out += section("announced", say::announced_sessions(language), pages::table(table));
    }

    out += attendance_drawings(setting, earliest_first(page.sessions));

    Table table{.caption = std::string(say::sessions(language)),
                .caption_shown = Table::Shown::to_screen_readers,
                .columns = {{std::string(say::session(language)), 35},
                            {std::string(say::kind(language)), 20},
                            {std::string(say::came(language)), 35},
                            {std::string(say::papers_column(language)), 10}},
                .groups = {}};
    int year = 0;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const int of = row->on ? row->on->earliest().year() : 0;
        if (table.groups.empty() || of != year)
            table.groups.push_back({Fragment(of == 0 ? std::string("—") : std::to_string(of)), {}});
        year = of;
        const auto papers = size_of(beside(*row->answer, "papers"));
        Fragment title =
            link(setting.links.session(row->told["session"].text()), names.text(row->told["title"]));
        if (row->on && !row->on->exact())
            title += group(" ", marked(Mark::imprecise, words::page_words::imprecise(language)));
        table.groups.back().rows.push_back(
            {{row_head(title),
              {.content = kind_said(names, row->told["session"].text(), row->told)},
              {.content = attendance_cell(setting, row->told,
                                          row->answer->conclusion.standing == law::Standing::depends)},
              {.content = papers > 0 ? Fragment(std::to_string(papers)) : Fragment("—")}},
             Row::Look::plain});
    }
    if (!rows.empty()) out += section("all", say::all_sessions(language), pages::table(table));
    return out;
}

}  // namespace pages
