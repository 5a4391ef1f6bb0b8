#include "pages/home_page.hpp"

#include <algorithm>

#include "words/answers.hpp"
#include "words/changes_words.hpp"
#include "words/chrome.hpp"
#include "words/list_words.hpp"
#include "words/page_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

bool truth(const base::Value& value) { return value.boolean() && *value.boolean(); }

// -- the situation of the day ----------------------------------------------------------------------

/// What members declared about their participation, and whether anything formal is on record.
Fragment statements(const Setting& setting, const HomePage& page, const base::Value& members) {
    const Language language = setting.language();
    Fragment out;
    for (const questions::StateHistory& state : page.history) {
        const bool member = std::ranges::any_of(
            items(members), [&](const base::Value& id) { return id.text() == state.member.text(); });
        if (!member || state.declared.empty()) continue;
        const base::Value& said = state.declared.back();
        if (!out.empty()) out += el<"br">();
        out += group(setting.names.member(state.member), ": ",
                     marked(Mark::statement, page_words::statement_on_record(language)), ". ",
                     setting.names.text(said["says"]), " ", grade_tag(language, grade_in(said)), " ");
        if (!state.formal_step) out += group(page_words::no_formal_step(language), " ");
        out += link(setting.links.member(state.member.text()),
                    fill_in(page_words::status_of(language),
                            {{"state", setting.names.member(state.member, words::Case::genitive)}}));
    }
    return out;
}

Fact members_fact(const Setting& setting, const HomePage& page) {
    const Language language = setting.language();
    const base::Value& answer = page.members.conclusion.answer;
    if (page.members.conclusion.standing != law::Standing::settled) {
        return {fill_in(page_words::fact_members(language), {{"count", "—"}}),
                words::headline(page.members, setting.names),
                {}};
    }
    return {fill_in(page_words::fact_members(language),
                    {{"count", std::to_string(items(answer["members"]).size())}}),
            member_links(setting, answer["members"]), statements(setting, page, answer["members"])};
}

Fragment coming_chair(const Setting& setting, const questions::Answer& chairs) {
    const Language language = setting.language();
    for (const base::Value& row : items(chairs.conclusion.answer["coming"])) {
        const std::string state = setting.names.member(row["member"].text());
        if (truth(row["by_order"])) {
            if (truth(row["open"]) || !row["year"].number()) return {};
            return group(fill_in(page_words::then_by_order(language),
                                 {{"state", state}, {"year", std::to_string(*row["year"].number())}}),
                         " ", grade_tag(language, grade_in(row)));
        }
        const base::Value& from = row["from"]["answer"];
        if (from.text().empty()) return {};
        return group(fill_in(page_words::then_decided(language),
                             {{"state", state}, {"day", words::date(language, from.text())}}),
                     " ", grade_tag(language, grade_in(row)));
    }
    return {};
}

Fact chair_fact(const Setting& setting, const HomePage::Chaired& chaired) {
    const Language language = setting.language();
    const law::Conclusion& now = chaired.chair.conclusion;
    const std::string body =
        chaired.chair.parameters.contains("body") ? chaired.chair.parameters.at("body") : std::string();
    Fragment value;
    if (now.standing == law::Standing::settled) {
        value = member_link(setting, now.answer["member"].text());
        if (const auto since = base::Date::read(now.answer["since"].text()))
            value += group(" ", words::since(language, *since));
        value += group(" ", grade(language, grade_of(now.rests_on)));
    } else {
        std::vector<Fragment> either;
        for (const law::BySide* side : sides_in_order(setting, now)) {
            if (const auto id = side->answer["member"].text(); !id.empty())
                either.push_back(member_link(setting, id));
        }
        for (std::size_t i = 0; i < either.size(); ++i)
            value += group(i > 0 ? page_words::or_word(language) : "", either[i]);
        if (!value.empty()) value += ": ";
        value += marked(mark_of(now.standing), now.standing == law::Standing::depends
                                                   ? page_words::sources_differ(language)
                                                   : words::say(language, now.standing));
    }
    return {fill_in(page_words::fact_chair(language), {{"body", chaired_body(setting, body)}}),
            std::move(value), group(coming_chair(setting, chaired.chairs))};
}

std::optional<Fact> post_fact(const Setting& setting, const questions::Answer& post) {
    const law::Conclusion& now = post.conclusion;
    if (now.standing != law::Standing::settled || !post.parameters.contains("post")) return std::nullopt;
    const Language language = setting.language();
    const std::string& id = post.parameters.at("post");
    Fragment value = setting.names.person(now.answer["person"].text());
    if (const auto member = now.answer["member"].text(); !member.empty())
        value += group(", ", member_link(setting, member));
    if (truth(now.answer["acting"])) value += group(", ", page_words::acting(language));
    if (const auto until = base::Date::read(now.answer["until"].text()))
        value += group(", ", words::until(language, *until));
    value += group(" ", grade(language, grade_of(now.rests_on)));
    return Fact{words::capitalised(setting.names.post(id)), std::move(value), {}};
}

Fact session_fact(const Setting& setting, const questions::AnnouncedSession& next) {
    const Language language = setting.language();
    Fragment value = next.session
                         ? link(setting.links.session(next.session.text()), setting.names.text(next.title))
                         : Fragment(setting.names.text(next.title));
    Fragment note;
    if (next.when) {
        note +=
            group(fill_in(page_words::announced_for(language), {{"day", words::date(language, *next.when)}}),
                  " ", grade(language, grade_of(next.rests_on)), el<"br">());
        const bool over = next.when->latest() < setting.names.view().on;
        note += marked(over ? Mark::not_on_record : Mark::awaiting,
                       (over ? page_words::whether_held : page_words::ahead)(language));
    }
    return {std::string(page_words::fact_next_session(language)), std::move(value), std::move(note)};
}

Fragment situation(const Setting& setting, const HomePage& page) {
    const Language language = setting.language();
    std::vector<Fact> facts{members_fact(setting, page)};
    if (page.chaired) facts.push_back(chair_fact(setting, *page.chaired));
    for (const questions::Answer& post : page.posts) {
        if (auto fact = post_fact(setting, post)) facts.push_back(std::move(*fact));
    }
    if (page.next) facts.push_back(session_fact(setting, *page.next));
    if (page.last_act) {
        facts.push_back(
            {std::string(page_words::fact_last_act(language)), words::date(language, *page.last_act), {}});
    }
    const auto count = [&](std::size_t number, const words::Noun& noun) {
        return words::count(language, static_cast<std::int64_t>(number), noun);
    };
    const Fragment foot = group(
        page_words::both_shown(language), " ",
        link(setting.links.differences(), count(page.differences, page_words::nouns::place_of_difference)),
        el<"br">(),
        link(setting.links.gaps(), words::capitalised(std::string(page_words::gaps_title(language)) + ": " +
                                                      count(page.gaps, words::nouns::gap))));
    return facts_box(fill_in(page_words::on_day(language), {{"day", words::day(language, page.members.on)}}),
                     facts, foot);
}

// -- the ways in -----------------------------------------------------------------------------------

Fragment report_cards(const Setting& setting, const HomePage& page) {
    const Language language = setting.language();
    if (page.reports.empty()) return {};
    std::vector<Card> all;
    for (const ReportDay& report : page.reports) {
        Card card{.title = words::day(language, report.on),
                  .note = setting.names.source(report.source),
                  .to = setting.links.on({}, report.on)};
        if (!report.session.empty()) {
            card.note = setting.names.session(report.session);
            card.to = setting.links.on({"sessions", report.session}, report.on);
        }
        all.push_back(std::move(card));
    }
    if (page.first_day) {
        all.push_back(
            {.title = std::string(page_words::another_day(language)),
             .note = fill_in(page_words::any_day(language), {{"day", words::day(language, *page.first_day)}}),
             .to = Url::place("on"),  // the field of the form above: following it unfolds the form
             .look = Card::Look::quiet});
    }
    return section("reports", page_words::report_days(language), cards(all));
}

Fragment questions_list(const Setting& setting, const HomePage& page) {
    const Language language = setting.language();
    std::vector<Link> all;
    const auto ask = [&](const words::Phrase& phrase, Url to) {
        all.push_back({std::string(phrase(language)), std::move(to)});
    };
    if (page.featured) ask(page_words::ask_who_came, setting.links.session(page.featured->session));
    ask(page_words::ask_member, setting.links.members());
    if (page.featured) {
        for (const std::string& id : page.featured->absent) {
            all.push_back(
                {fill_in(page_words::ask_before_it(language), {{"state", setting.names.the_member(id)}}),
                 setting.links.awaiting(id)});
        }
    }
    if (!page.posts.empty()) ask(page_words::ask_post, setting.links.posts());
    if (page.chaired && page.chaired->chair.parameters.contains("body")) {
        ask(page_words::ask_chair_next, setting.links.chairs(page.chaired->chair.parameters.at("body")));
    }
    ask(page_words::ask_in_force, setting.links.papers());
    ask(page_words::ask_differ, setting.links.differences());
    ask(page_words::ask_gaps, setting.links.gaps());
    Fragment questions =
        section("questions", page_words::questions_people_bring(language), question_list(all));
    all.clear();
    const auto list = [&](const words::Phrase& phrase, const Url& to) {
        all.push_back({std::string(phrase(language)), to});
    };
    namespace list_words = words::list_words;
    list(list_words::papers_and_drafts, setting.links.documents());
    list(list_words::action_plans, setting.links.plans());
    list(list_words::priorities, setting.links.priorities());
    list(list_words::announced, setting.links.announced());
    list(list_words::consultations, setting.links.consultations());
    list(list_words::contributions, setting.links.contributions());
    list(list_words::quota_posts, setting.links.quota());
    list(list_words::relations, setting.links.relations());
    list(list_words::statements, setting.links.statements());
    list(list_words::persons, setting.links.persons());
    list(list_words::bodies_and_regions, setting.links.bodies());
    list(words::changes_words::title, setting.links.changes());
    list(words::chrome::rulebook, setting.links.rulebook());
    list(list_words::report_by_report, setting.links.sources());
    questions += section("lists", list_words::everything(language), question_list(all));
    return questions;
}

}  // namespace

Fragment home_page(const Setting& setting, const HomePage& page) {
    const Language language = setting.language();
    Fragment content = heading(
        page_words::home_title(language),
        fill_in(page_words::home_sentence(language), {{"organisation", setting.names.organisation()}}));
    if (page.featured) {
        content += start_button(setting.links.session(page.featured->session),
                                fill_in(page_words::start_at(language),
                                        {{"session", setting.names.session(page.featured->session)}}));
    }
    content += report_cards(setting, page);
    content += questions_list(setting, page);
    return with_aside(content, situation(setting, page));
}

}  // namespace pages
