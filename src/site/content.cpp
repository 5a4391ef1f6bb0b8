#include "site/content.hpp"

#include <algorithm>

#include "pages/answer_page.hpp"
#include "pages/awaiting_page.hpp"
#include "pages/chairs_page.hpp"
#include "pages/differ_page.hpp"
#include "pages/gaps_page.hpp"
#include "pages/home_page.hpp"
#include "pages/members_page.hpp"
#include "pages/papers_page.hpp"
#include "pages/posts_page.hpp"
#include "pages/session_page.hpp"
#include "pages/simple_pages.hpp"
#include "pages/state_page.hpp"
#include "pages/timeline_page.hpp"
#include "words/answers.hpp"
#include "words/chrome.hpp"
#include "words/page_words.hpp"
#include "words/search_words.hpp"

namespace site {
namespace {

using pages::Section;
using questions::Answer;
using Parts = std::vector<std::string>;

bool known(const Asking& asking, questions::Names names, const std::string& id) {
    const auto all = questions::names_of(asking.view(), names);
    return std::ranges::find(all, id) != all.end();
}

// The page of whatever has this id.
std::optional<pages::Link> page_of(const Asking& asking, const std::string& id) {
    const auto& links = asking.links();
    const auto has = [&](questions::Names names) { return known(asking, names, id); };
    const std::string name = asking.names().subject(id);
    if (has(questions::Names::member)) return pages::Link{name, links.member(id)};
    if (has(questions::Names::session)) return pages::Link{name, links.session(id)};
    if (has(questions::Names::paper)) return pages::Link{name, links.paper(id)};
    if (has(questions::Names::instrument)) return pages::Link{name, links.instrument(id)};
    if (has(questions::Names::post)) return pages::Link{name, links.post(id)};
    if (has(questions::Names::body)) return pages::Link{name, links.chairs(id)};
    if (has(questions::Names::subject)) return pages::Link{name, links.timeline(id)};
    return std::nullopt;
}

std::vector<pages::Link> near(const Asking& asking, const std::string& what, questions::Names names) {
    const auto resolved = questions::resolve(asking.view(), names, what);
    const auto link = page_of(asking, resolved ? *resolved : resolved.error().nearest);
    return link ? std::vector{*link} : std::vector<pages::Link>();
}

Content not_found(Asking& asking, const std::string& what, questions::Names names) {
    return {.title = std::string(words::chrome::not_on_record(asking.names().language())),
            .main = pages::not_found_page(asking.setting(), what, near(asking, what, names)),
            .section = {},
            .status = 404};
}

// The session to start at: the latest that one of the numbered reports tells and a member was absent from;
// where there is none, the latest of the body.
std::optional<pages::HomePage::Featured> featured(const Asking& asking, base::BodyId body) {
    std::vector<base::SessionId> candidates;
    if (const auto latest = questions::featured_session(asking.view(), body)) candidates.push_back(*latest);
    std::vector<const rulebook::Source*> reports;
    for (const rulebook::Source& source : asking.sources()) {
        if (source.report && source.published) reports.push_back(&source);
    }
    std::ranges::sort(reports, {}, [](const rulebook::Source* source) { return *source->published; });
    for (const rulebook::Source* report : reports) {
        if (const auto told = questions::session_told_by(asking.view(), report->id, *report->published))
            candidates.push_back(*told);
    }
    std::optional<pages::HomePage::Featured> found;
    for (const base::SessionId id : candidates) {
        pages::HomePage::Featured one{.session = std::string(id.text()), .absent = {}};
        const Answer session = asking.ask_on(asking.view().on, "session", {{"session", one.session}});
        if (const auto* rows = session.conclusion.answer["attendance"].list()) {
            for (const base::Value& row : *rows) {
                if (row["was"].text() == "absent") one.absent.emplace_back(row["member"].text());
            }
        }
        if (!found || !one.absent.empty()) found = std::move(one);
    }
    return found;
}

Content home(Asking& asking) {
    const Answer members = asking.ask("members");
    const auto history = questions::membership_history(asking.view());
    pages::HomePage page{.members = members, .history = history};
    std::optional<Answer> chair, chairs;
    base::BodyId body;
    for (const rulebook::Rotation& rule : asking.rules().rotation) body = rule.body;
    if (body) {
        chair = asking.ask("chair", {{"body", std::string(body.text())}});
        chairs = asking.ask("chairs", {{"body", std::string(body.text())}});
        page.chaired.emplace(*chair, *chairs);
        page.featured = featured(asking, body);
    }
    for (const rulebook::Post& post : asking.rules().posts) {
        page.posts.push_back(asking.ask("holder", {{"post", std::string(post.post.text())}}));
    }
    page.next = questions::next_session(asking.view());
    page.last_act = questions::last_act_on(asking.view());
    page.differences = law::disputes(asking.view()).size();
    const Answer gaps = asking.ask_on(asking.view().on, "gaps");
    if (const auto* count = gaps.conclusion.answer["count"].number())
        page.gaps = static_cast<std::size_t>(*count);
    for (const rulebook::Source& source : asking.sources()) {
        if (!source.report || !source.published) continue;
        const auto told = questions::session_told_by(asking.view(), source.id, *source.published);
        page.reports.push_back({.on = *source.published,
                                .source = std::string(source.id.text()),
                                .session = told ? std::string(told->text()) : std::string()});
    }
    std::ranges::sort(page.reports, {}, &pages::ReportDay::on);
    if (asking.view().known > 0) {
        base::Day first = base::Day::last();
        for (record::EntryNumber i = 0; i < asking.view().known; ++i) {
            const base::Date& on = asking.view().act(i).on;
            if (on.earliest() > base::Day::first())
                first = std::min(first, on.earliest());  // not "that day or earlier"
        }
        page.first_day = first;
    }
    return {.title = asking.names().organisation(),
            .main = pages::home_page(asking.setting(), page),
            .section = Section::start};
}

// Every session by the day asked about, as answers; those only announced stand among them.
std::vector<Answer> sessions_of(Asking& asking) {
    std::vector<Answer> all;
    for (const std::string& id : questions::names_of(asking.view(), questions::Names::session)) {
        all.push_back(asking.ask_on(asking.view().on, "session", {{"session", id}}));
    }
    return all;
}

Content members(Asking& asking) {
    const Answer answer = asking.ask("members");
    const auto history = questions::membership_history(asking.view());
    const auto turnings = questions::turnings(asking.view());
    return {.title = std::string(words::chrome::members(asking.names().language())),
            .main = pages::members_page(asking.setting(), {answer, history, turnings}),
            .section = Section::members};
}

Content state(Asking& asking, const std::string& id) {
    const Answer answer = asking.ask("status", {{"state", id}});
    const auto history = questions::membership_history(asking.view(), base::MemberId::of(id));
    return {.title = asking.names().member(id),
            .main = pages::state_page(asking.setting(), {answer, *history}),
            .section = Section::members};
}

Content awaiting(Asking& asking, const std::string& id) {
    const Answer answer = asking.ask("awaiting", {{"state", id}});
    return {.title = words::headline(answer, asking.names()),
            .main = pages::awaiting_page({.awaiting = answer, .setting = asking.setting()}),
            .section = Section::members};
}

Content chairs(Asking& asking, const std::string& id) {
    const Answer chair = asking.ask("chair", {{"body", id}});
    const Answer chairs = asking.ask("chairs", {{"body", id}});
    const auto spells = questions::chair_history(asking.view(), base::BodyId::of(id));
    return {.title =
                std::string(words::chrome::chair(asking.names().language())) + ": " + asking.names().body(id),
            .main = pages::chairs_page(asking.setting(), {chair, chairs, spells}),
            .section = Section::chair};
}

Content session(Asking& asking, const std::string& id) {
    const Answer session = asking.ask("session", {{"session", id}});
    const Answer quorum = asking.ask("quorum", {{"session", id}});
    pages::SessionPage page{
        .session = session, .quorum = quorum, .awaiting = {}, .setting = asking.setting()};
    const bool has_papers =
        session.besides.contains("papers") && !session.besides.at("papers").list()->empty();
    if (const auto* rows = session.conclusion.answer["attendance"].list(); rows && has_papers) {
        for (const base::Value& row : *rows) {
            if (row["was"].text() == "absent")
                page.awaiting.push_back(
                    asking.ask("awaiting", {{"state", std::string(row["member"].text())}}));
        }
    }
    return {.title = pages::session_title(asking.setting(), session),
            .main = pages::session_page(page),
            .section = Section::sessions,
            .layout = pages::held(session) ? pages::Frame::Layout::desk : pages::Frame::Layout::page};
}

Content paper(Asking& asking, const std::string& id) {
    const Answer outcome = asking.ask("outcome", {{"paper", id}});
    pages::PaperPage page{.outcome = outcome,
                          .in_force = asking.ask("in-force", {{"paper", id}}),
                          .bound = {},
                          .setting = asking.setting()};
    // The members of the day of its adoption; those of the page's day where that is not on record.
    base::Day day = asking.view().on;
    for (const auto number : asking.view().record.about(base::PaperId::of(id))) {
        if (asking.view().sees(number) &&
            std::holds_alternative<acts::Adopted>(asking.view().act(number).content)) {
            day = asking.view().act(number).on.earliest();
            break;
        }
    }
    const Answer members = asking.ask_on(day, "members");
    if (const auto* ids = members.conclusion.answer["members"].list()) {
        for (const base::Value& member : *ids) {
            page.bound.push_back(asking.ask("bound", {{"state", std::string(member.text())}, {"paper", id}}));
        }
    }
    return {.title = asking.names().paper(id), .main = pages::paper_page(page), .section = Section::papers};
}

Content instrument(Asking& asking, const std::string& id) {
    const Answer parties = asking.ask("parties", {{"instrument", id}});
    const Answer in_force = asking.ask("in-force", {{"paper", id}});
    return {.title = asking.names().instrument(id),
            .main = pages::instrument_page(
                {.parties = parties, .in_force = in_force, .setting = asking.setting()}),
            .section = Section::papers};
}

Content posts(Asking& asking) {
    std::vector<Answer> holders;
    for (const rulebook::Post& post : asking.rules().posts)
        holders.push_back(asking.ask("holder", {{"post", std::string(post.post.text())}}));
    return {.title = std::string(words::chrome::posts(asking.names().language())),
            .main = pages::posts_page(asking.setting(), holders),
            .section = Section::posts};
}

Content post(Asking& asking, const std::string& id) {
    const Answer holder = asking.ask("holder", {{"post", id}});
    const Answer timeline = asking.ask("timeline", {{"about", id}});
    return {.title = asking.names().post(id),
            .main = pages::post_page(asking.setting(), {holder, timeline}),
            .section = Section::posts};
}

Content dispute(Asking& asking, const std::string& id) {
    const auto told = law::dispute(asking.view(), id);
    if (!told) {
        return {.title = std::string(words::chrome::not_on_record(asking.names().language())),
                .main = pages::not_found_page(asking.setting(), id, {}),
                .section = Section::sources_differ,
                .status = 404};
    }
    return {.title = asking.names().dispute(id),
            .main = pages::dispute_page(asking.setting(), *told),
            .section = Section::sources_differ};
}

Content search(Asking& asking, const Address& address) {
    const std::string typed = address.parameters.empty() ? std::string() : address.parameters.front().second;
    Searchable::Result result = asking.searchable().find(asking, typed);
    return {.title = std::string(words::search_words::title(asking.names().language())),
            .main = pages::search_page(asking.setting(), result.page),
            .section = {},
            .status = result.status,
            .data = std::move(result.data)};
}

Content any_question(Asking& asking, const Address& address) {
    questions::Asked asked{.question = address.parts[1], .parameters = {}};
    for (const auto& [name, value] : address.parameters) asked.parameters.insert_or_assign(name, value);
    const auto answer = asking.try_ask(asked);
    if (!answer) {
        std::vector<pages::Link> nearest;
        if (const auto link = page_of(asking, answer.error().nearest)) nearest.push_back(*link);
        return {.title = std::string(words::chrome::not_on_record(asking.names().language())),
                .main = pages::misasked_page(asking.setting(), answer.error(), nearest),
                .section = {},
                .status = answer.error().why == questions::Misasked::Why::unknown_question ? 404 : 400};
    }
    return {.title = words::asks(*questions::find(asked.question), asking.names().language()),
            .main = pages::answer_page(asking.setting(), *answer),
            .section = {}};
}

}  // namespace

Content content_of(Asking& asking, const Address& address) {
    const Parts& parts = address.parts;
    const auto language = asking.names().language();
    const auto is = [&](std::size_t count, std::string_view first) {
        return parts.size() == count && parts.front() == first;
    };
    using Names = questions::Names;
    if (parts.empty()) return home(asking);
    if (is(1, "members")) return members(asking);
    if (is(2, "states"))
        return known(asking, Names::member, parts[1]) ? state(asking, parts[1])
                                                      : not_found(asking, parts[1], Names::member);
    if (is(3, "states") && parts[2] == "awaiting") {
        return known(asking, Names::member, parts[1]) ? awaiting(asking, parts[1])
                                                      : not_found(asking, parts[1], Names::member);
    }
    if (is(2, "chairs"))
        return known(asking, Names::body, parts[1]) ? chairs(asking, parts[1])
                                                    : not_found(asking, parts[1], Names::body);
    if (is(1, "sessions")) {
        return {.title = std::string(words::chrome::sessions(language)),
                .main = pages::sessions_page({.sessions = sessions_of(asking), .setting = asking.setting()}),
                .section = Section::sessions};
    }
    if (is(2, "sessions"))
        return known(asking, Names::session, parts[1]) ? session(asking, parts[1])
                                                       : not_found(asking, parts[1], Names::session);
    if (is(1, "papers")) {
        return {.title = std::string(words::chrome::papers(language)),
                .main = pages::papers_page({.sessions = sessions_of(asking), .setting = asking.setting()}),
                .section = Section::papers};
    }
    if (is(2, "papers"))
        return known(asking, Names::paper, parts[1]) ? paper(asking, parts[1])
                                                     : not_found(asking, parts[1], Names::paper);
    if (is(2, "instruments")) {
        return known(asking, Names::instrument, parts[1]) ? instrument(asking, parts[1])
                                                          : not_found(asking, parts[1], Names::instrument);
    }
    if (is(1, "posts")) return posts(asking);
    if (is(2, "posts"))
        return known(asking, Names::post, parts[1]) ? post(asking, parts[1])
                                                    : not_found(asking, parts[1], Names::post);
    if (is(1, "differ")) {
        return {.title = std::string(words::chrome::sources_differ(language)),
                .main = pages::differ_page(asking.setting(), law::disputes(asking.view())),
                .section = Section::sources_differ};
    }
    if (is(2, "differ")) return dispute(asking, parts[1]);
    if (is(1, "gaps")) {
        const Answer gaps = asking.ask("gaps");
        return {.title = std::string(words::chrome::not_on_record_section(language)),
                .main = pages::gaps_page(asking.setting(), gaps),
                .section = Section::not_on_record};
    }
    if (is(2, "timeline")) {
        if (!known(asking, Names::subject, parts[1])) return not_found(asking, parts[1], Names::subject);
        const Answer timeline = asking.ask("timeline", {{"about", parts[1]}});
        return {.title = asking.names().subject(parts[1]),
                .main = pages::timeline_page(asking.setting(), timeline),
                .section = {}};
    }
    if (is(1, "search")) return search(asking, address);
    if (is(2, "ask")) return any_question(asking, address);
    const auto plain = [&](const auto& phrase, pages::Fragment main) {
        return Content{.title = std::string(phrase(language)), .main = std::move(main), .section = {}};
    };
    if (is(1, "rulebook")) return plain(words::chrome::rulebook, pages::rulebook_page(asking.setting()));
    if (is(1, "accessibility"))
        return plain(words::chrome::accessibility, pages::accessibility_page(asking.setting()));
    if (is(1, "sources")) {
        return plain(words::page_words::sources, pages::sources_page(asking.setting(), asking.sources(),
                                                                     pages::citing_entries(asking.view())));
    }
    if (is(1, "how-to-check")) {
        const questions::Receipt receipt = asking.receipt();
        return plain(words::chrome::how_to_check,
                     pages::how_to_check_page(asking.setting(), {.rulebook = receipt.rulebook_sha256,
                                                                 .entries = receipt.entries,
                                                                 .record = receipt.record_sha256,
                                                                 .engine = receipt.engine,
                                                                 .supposed = {}}));
    }
    return not_found(asking, parts.front(), Names::subject);
}

}  // namespace site
