#include "site/content.hpp"

#include <algorithm>
#include <map>

#include "base/nearest.hpp"
#include "encoding/acts.hpp"
#include "law/papers.hpp"
#include "office/linked_data.hpp"
#include "office/tables.hpp"
#include "pages/act_page.hpp"
#include "pages/answer_page.hpp"
#include "pages/awaiting_page.hpp"
#include "pages/chairs_page.hpp"
#include "pages/differ_page.hpp"
#include "pages/gaps_page.hpp"
#include "pages/home_page.hpp"
#include "pages/listing_page.hpp"
#include "pages/log_page.hpp"
#include "pages/members_page.hpp"
#include "pages/papers_page.hpp"
#include "pages/posts_page.hpp"
#include "pages/provision_parts.hpp"
#include "pages/rulebook_page.hpp"
#include "pages/session_page.hpp"
#include "pages/simple_pages.hpp"
#include "pages/state_page.hpp"
#include "pages/timeline_page.hpp"
#include "site/bodies.hpp"
#include "site/changes.hpp"
#include "site/documents.hpp"
#include "site/log_pages.hpp"
#include "site/outgoing.hpp"
#include "site/proved.hpp"
#include "site/rulebook_data.hpp"
#include "words/answers.hpp"
#include "words/chrome.hpp"
#include "words/in_short.hpp"
#include "words/list_words.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"
#include "words/search_words.hpp"
#include "words/static_copy_words.hpp"

namespace site {
namespace {

using pages::Section;
using questions::Answer;
using questions::Names;
using Parts = std::vector<std::string>;

// The whole address of a page of this site, for today: what linked data calls it.
std::string here(const Asking& asking, std::initializer_list<std::string_view> parts) {
    return asking.root() + pages::Links(asking.names().language(), {}).to(parts).text();
}

// The whole address of this very situation: the days are named, as they are not for today, and so the page
// at it stays as it is.
std::string this_situation(const Asking& asking, std::initializer_list<std::string_view> parts) {
    pages::Links::Carry carry = asking.links().carry();
    carry.on = asking.view().on;
    carry.known = asking.known();
    return asking.root() + pages::Links(asking.names().language(), carry).to(parts).text();
}

// The page of whatever has this id, under its name.
std::optional<pages::Link> page_of(const Asking& asking, const std::string& id) {
    const auto to = pages::address_of(asking.names(), asking.links(), id);
    return to ? std::optional(pages::Link{asking.names().subject(id), *to}) : std::nullopt;
}

std::vector<pages::Link> near(const Asking& asking, const std::string& what, questions::Names names) {
    const auto resolved = questions::resolve(asking.view(), names, what);
    const auto link = page_of(asking, resolved ? *resolved : resolved.error().nearest);
    return link ? std::vector{*link} : std::vector<pages::Link>();
}

// Where everything of the kind is listed; nothing for kinds without a list.
std::optional<pages::Link> list_of(const Asking& asking, questions::Names names) {
    const words::Language language = asking.names().language();
    const auto list = [&](const words::Phrase& title, std::string_view path) {
        return pages::Link{std::string(title(language)), asking.links().to({path})};
    };
    switch (names) {
        case Names::member:
            return list(words::chrome::members, "members");
        case Names::session:
            return list(words::chrome::sessions, "sessions");
        case Names::paper:
        case Names::instrument:
        case Names::paper_or_instrument:
            return list(words::chrome::papers, "papers");
        case Names::post:
            return list(words::chrome::posts, "posts");
        case Names::body:
            return list(words::page_words::bodies, "bodies");
        case Names::person:
            return list(words::list_words::persons, "persons");
        case Names::consultation:
            return list(words::list_words::consultations, "consultations");
        case Names::source:
            return list(words::page_words::sources, "sources");
        default:
            return std::nullopt;
    }
}

Content no_page(Asking& asking, const std::string& what, std::vector<pages::Link> nearest) {
    return {.title = std::string(words::chrome::not_on_record(asking.names().language())),
            .main = pages::not_found_page(asking.setting(), what, nearest),
            .section = {},
            .status = 404,
            .missing = what,
            .nearest = std::move(nearest)};
}

// The members that were absent, by the answer to "session".
std::vector<std::string> absent_from(const Answer& session) {
    std::vector<std::string> absent;
    if (const auto* rows = session.conclusion.answer["attendance"].list()) {
        for (const base::Value& row : *rows) {
            if (row["was"].text() == "absent") absent.emplace_back(row["member"].text());
        }
    }
    return absent;
}

// What each member that was absent has before it of the papers of the session.
std::vector<Answer> awaiting_of(Asking& asking, const Answer& session) {
    std::vector<Answer> awaiting;
    const auto papers = session.besides.find("papers");
    if (papers == session.besides.end() || papers->second.list()->empty()) return awaiting;
    for (const std::string& member : absent_from(session)) {
        awaiting.push_back(
            asking.ask("awaiting", {{"state", member}, {"session", session.parameters.at("session")}}));
    }
    return awaiting;
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
        const std::string session(id.text());
        pages::HomePage::Featured one{
            .session = session,
            .absent = absent_from(asking.ask_on(asking.view().on, "session", {{"session", session}}))};
        if (!found || !one.absent.empty()) found = std::move(one);
    }
    return found;
}

/// As the page of differences counts them: disputes, and sessions whose papers are counted differently.
std::size_t places_of_difference(Asking& asking) {
    const Answer& counts = asking.ask("counts", {});
    const base::List* differing = counts.conclusion.answer["differing"].list();
    return law::disputes(asking.view()).size() + (differing ? differing->size() : 0);
}

// Who holds each post that there is on the day.
std::vector<Answer> holders_of(Asking& asking) {
    std::vector<Answer> holders;
    for (const rulebook::Post& post : asking.rules().posts) {
        if (asking.rules().applies(post, asking.view().on))
            holders.push_back(asking.ask("holder", {{"post", std::string(post.post.text())}}));
    }
    return holders;
}

Content home(Asking& asking) {
    const Answer& members = asking.ask("members");
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
    page.posts = holders_of(asking);
    page.next = questions::next_session(asking.view());
    page.last_act = questions::last_act_on(asking.view());
    page.differences = places_of_difference(asking);
    const Answer& gaps = asking.ask_on(asking.view().on, "gaps");
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
            .section = Section::start,
            .linked = office::organisation_data(letterhead(asking), members, here(asking, {}))};
}

Content members(Asking& asking) {
    const Answer& answer = asking.ask("members");
    const auto history = questions::membership_history(asking.view());
    const auto turnings = questions::turnings(asking.view());
    return {.title = std::string(words::chrome::members(asking.names().language())),
            .main = pages::members_page(asking.setting(), {answer, history, turnings}),
            .section = Section::members};
}

Content state(Asking& asking, const std::string& id) {
    const Answer& answer = asking.ask("status", {{"state", id}});
    const auto history = questions::membership_history(asking.view(), base::MemberId::of(id));
    return {.title = asking.names().member(id),
            .main = pages::state_page(asking.setting(), {answer, *history, *asking.sessions()}),
            .section = Section::members,
            .feed = {"states", id, "feed.atom"}};
}

Content awaiting(Asking& asking, const std::string& id) {
    const Answer& answer = asking.ask("awaiting", {{"state", id}});
    return {.title = words::headline(answer, asking.names()),
            .main = pages::awaiting_page({.awaiting = answer, .setting = asking.setting()}),
            .section = Section::members};
}

Content chairs(Asking& asking, const std::string& id) {
    const Answer& chair = asking.ask("chair", {{"body", id}});
    const Answer& chairs = asking.ask("chairs", {{"body", id}});
    const auto spells = questions::chair_history(asking.view(), base::BodyId::of(id));
    return {.title =
                std::string(words::chrome::chair(asking.names().language())) + ": " + asking.names().body(id),
            .main = pages::chairs_page(asking.setting(), {chair, chairs, spells}),
            .section = Section::chair,
            .feed = {"bodies", id, "feed.atom"}};
}

Content session(Asking& asking, const std::string& id) {
    const Answer& session = asking.ask("session", {{"session", id}});
    const Answer& quorum = asking.ask("quorum", {{"session", id}});
    pages::SessionPage page{.session = session,
                            .quorum = quorum,
                            .awaiting = awaiting_of(asking, session),
                            .setting = asking.setting()};
    // What the sentences in short add; the page's JSON has the answers of the page itself.
    const Answer& agenda = asking.ask_on(asking.view().on, "agenda", {{"session", id}});
    const Answer& counts = asking.ask_on(asking.view().on, "counts", {{"session", id}});
    page.agenda = &agenda;
    page.counts = &counts;
    page.citation = words::citation({.title = pages::session_title(asking.setting(), session),
                                     .address = this_situation(asking, {"sessions", id}),
                                     .on = asking.view().on,
                                     .known = asking.known(),
                                     .receipt = asking.receipt()},
                                    asking.names());
    page.proof = proof_line(asking, Proof::of_answers);
    return {.title = pages::session_title(asking.setting(), session),
            .main = pages::session_page(page),
            .section = Section::sessions,
            .layout = pages::held(session) ? pages::Frame::Layout::desk : pages::Frame::Layout::page,
            .linked = office::session_data(letterhead(asking), session, here(asking, {"sessions", id})),
            .proof = Proof::placed};
}

/// Is more on record of its way than what became of it in the end?
bool has_a_way(const Answer& draft) {
    const base::List* steps = draft.conclusion.answer["steps"].list();
    return steps &&
           std::ranges::count_if(*steps, [](const base::Value& step) { return !step["on"].is_null(); }) > 1;
}

Content paper(Asking& asking, const std::string& id) {
    const Answer& outcome = asking.ask("outcome", {{"paper", id}});
    pages::PaperPage page{.outcome = outcome,
                          .in_force = asking.ask("in-force", {{"paper", id}}),
                          .bound = {},
                          .setting = asking.setting()};
    // The members of the day of its adoption. What no body adopted has nobody to bind, and no table of it.
    std::optional<base::Day> day;
    for (const auto number : asking.view().record.about(base::PaperId::of(id))) {
        if (asking.view().sees(number) &&
            std::holds_alternative<acts::Adopted>(asking.view().act(number).content)) {
            day = asking.view().act(number).on.earliest();
            break;
        }
    }
    const base::Value members = day ? asking.ask_on(*day, "members").conclusion.answer : base::Value();
    if (const auto* ids = members["members"].list()) {
        for (const base::Value& member : *ids) {
            page.bound.push_back(asking.ask("bound", {{"state", std::string(member.text())}, {"paper", id}}));
        }
    }
    page.document = asking.ask("document", {{"paper", id}});
    if (Answer draft = asking.ask("draft", {{"paper", id}}); has_a_way(draft)) page.draft = std::move(draft);
    return {.title = asking.names().paper(id),
            .main = pages::paper_page(page),
            .section = Section::papers,
            .linked = office::paper_data(letterhead(asking), outcome, *page.in_force,
                                         here(asking, {"papers", id}))};
}

Content instrument(Asking& asking, const std::string& id) {
    const Answer& parties = asking.ask("parties", {{"instrument", id}});
    const Answer& in_force = asking.ask("in-force", {{"paper", id}});
    return {
        .title = asking.names().instrument(id),
        .main =
            pages::instrument_page({.parties = parties, .in_force = in_force, .setting = asking.setting()}),
        .section = Section::papers,
        .linked = office::instrument_data(letterhead(asking), in_force, here(asking, {"instruments", id}))};
}

Content posts(Asking& asking) {
    const std::vector<Answer> holders = holders_of(asking);
    return {.title = std::string(words::chrome::posts(asking.names().language())),
            .main = pages::posts_page(asking.setting(), holders),
            .section = Section::posts};
}

Content post(Asking& asking, const std::string& id) {
    const Answer& holder = asking.ask("holder", {{"post", id}});
    const Answer& timeline = asking.ask("timeline", {{"about", id}});
    return {.title = asking.names().post(id),
            .main = pages::post_page(asking.setting(), {holder, timeline}),
            .section = Section::posts,
            .linked = office::holder_data(letterhead(asking), holder, here(asking, {"posts", id}))};
}

std::vector<pages::Link> near_disputes(const Asking& asking, const std::string& id) {
    std::vector<std::string> ids;
    for (const law::DisputeTold& told : law::disputes(asking.view())) ids.emplace_back(told.id.text());
    const std::string found = base::nearest(id, ids);
    if (found.empty()) return {};
    return {{asking.names().dispute(found), asking.links().dispute(found)}};
}

Content dispute(Asking& asking, const std::string& id) {
    const auto told = law::dispute(asking.view(), id);
    if (!told) return no_page(asking, id, near_disputes(asking, id));
    return {.title = asking.names().dispute(id),
            .main = pages::dispute_page(asking.setting(), *told),
            .section = Section::sources_differ,
            .proof = Proof::of_record};
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
                .status = answer.error().why == questions::Misasked::Why::unknown_question ? 404 : 400,
                .missing = answer.error().given,
                .nearest = nearest};
    }
    return {.title = words::asks(*questions::find(asked.question), asking.names().language()),
            .main = pages::answer_page(asking.setting(), *answer),
            .section = {}};
}

Content sessions(Asking& asking) {
    return {.title = std::string(words::chrome::sessions(asking.names().language())),
            .main = pages::sessions_page({.sessions = *asking.sessions(), .setting = asking.setting()}),
            .section = Section::sessions,
            .proof = Proof::of_record};
}

Content papers(Asking& asking) {
    const auto listed = asking.papers();
    const pages::PapersPage page{.sessions = *asking.sessions(),
                                 .bound_by = listed->bound_by,
                                 .instruments = listed->instruments,
                                 .setting = asking.setting()};
    return {.title = std::string(words::chrome::papers(asking.names().language())),
            .main = pages::papers_page(page),
            .section = Section::papers,
            .proof = Proof::of_record};
}

Content differences(Asking& asking) {
    return {
        .title = std::string(words::chrome::sources_differ(asking.names().language())),
        .main = pages::differ_page(asking.setting(), law::disputes(asking.view()), asking.ask("counts", {})),
        .section = Section::sources_differ};
}

Content gaps(Asking& asking) {
    const Answer& gaps = asking.ask("gaps");
    return {.title = std::string(words::chrome::not_on_record_section(asking.names().language())),
            .main = pages::gaps_page(asking.setting(), gaps),
            .section = Section::not_on_record};
}

Content timeline(Asking& asking, const std::string& id) {
    const Answer& timeline = asking.ask("timeline", {{"about", id}});
    return {.title = asking.names().subject(id),
            .main = pages::timeline_page(asking.setting(), timeline),
            .section = {}};
}

// An act that was annulled is gone (status 410); its page says by what, and what stands now.
Content act(Asking& asking, const std::string& id) {
    const record::View& view = asking.view();
    const auto name = base::ActId::known(id);
    const auto number = name ? view.record.find(*name) : std::nullopt;
    if (!number || *number >= view.known) {
        std::vector<std::string> ids;
        view.each([&](record::EntryNumber one) { ids.emplace_back(view.act(one).id.text()); });
        std::vector<pages::Link> near;
        if (const std::string found = base::nearest(id, ids); !found.empty())
            near.push_back({words::capitalised(asking.names().act(found)), asking.links().act(found)});
        return no_page(asking, id, std::move(near));
    }
    base::Value line = encoding::encode(view.act(*number), view.record.known_on(*number));
    base::Object data{{"entry", std::size_t{*number} + 1}, {"act", std::move(line)}};
    const auto annulled = pages::annulment_of(view, *number);
    if (annulled) data.emplace("annulled_by", view.act(*annulled).id);
    std::optional<pages::ActInLog> in_log;
    if (asking.log()) {
        const std::uint64_t entry = asking.log()->place_of(*number);
        in_log.emplace(proved(asking, entry), asking.log()->size, files_of(asking, entry));
        data.emplace("log", proof_data(asking, in_log->proved));
    }
    return {.title = words::capitalised(asking.names().act(id)),
            .main = pages::act_page(asking.setting(), *number, in_log ? &*in_log : nullptr),
            .section = {},
            .status = annulled ? 410 : 200,
            .data = std::move(data),
            .proof = in_log ? Proof::placed : Proof::of_record};
}

Content entry(Asking& asking, const std::string& number) {
    auto page = entry_page(asking, number);
    if (page) return *std::move(page);
    const pages::Link log{std::string(words::log_words::title(asking.names().language())),
                          asking.links().log()};
    return no_page(asking, number, {log});
}

Content plain(const Asking& asking, const words::Phrase& title, pages::Fragment main) {
    return {.title = std::string(title(asking.names().language())), .main = std::move(main), .section = {}};
}

// A rule offers the sides of the points it leaves open.
Content rule(Asking& asking, const std::string& id) {
    const auto rules = pages::rules_named(asking.rules(), id);
    if (rules.empty()) {
        std::vector<pages::Link> near;
        if (const std::string found = base::nearest(id, pages::rule_names(asking.rules())); !found.empty())
            near.push_back({pages::rule_title(asking.names(), found), asking.links().rule(found)});
        return no_page(asking, id, std::move(near));
    }
    return {.title = pages::rule_title(asking.names(), id),
            .main = pages::rule_page(asking.setting(), id),
            .section = {},
            .data = rulebook_data(asking.rules(), id)};
}

Content sources(Asking& asking) {
    return plain(
        asking, words::page_words::sources,
        pages::sources_page(asking.setting(), asking.sources(), questions::entries_citing(asking.view())));
}

Content how_to_check(Asking& asking) {
    const questions::Receipt receipt = asking.receipt();
    Content page = plain(asking, words::chrome::how_to_check,
                         pages::how_to_check_page(asking.setting(), {.rulebook = receipt.rulebook_sha256,
                                                                     .entries = receipt.entries,
                                                                     .record = receipt.record_sha256,
                                                                     .engine = receipt.engine,
                                                                     .supposed = {}}));
    if (asking.log()) page.main += pages::log_checks(asking.setting());
    return page;
}

Content listing_of(Asking& asking, const std::string& title, std::string_view question,
                   std::map<std::string, std::string, std::less<>> parameters,
                   std::optional<Section> section = std::nullopt) {
    const Answer& answer = asking.ask(std::string(question), std::move(parameters));
    return {.title = title, .main = pages::listing_page(asking.setting(), title, answer), .section = section};
}

Content listing(Asking& asking, const words::Phrase& title, std::string_view question,
                std::map<std::string, std::string, std::less<>> parameters, std::optional<Section> section) {
    return listing_of(asking, std::string(title(asking.names().language())), question, std::move(parameters),
                      section);
}

Content consultations(Asking& asking) {
    std::vector<Answer> all;
    for (const std::string& id : questions::names_of(asking.view(), questions::Names::consultation))
        all.push_back(asking.ask("consultation", {{"consultation", id}}));
    const std::string title(words::list_words::consultations(asking.names().language()));
    return {.title = title, .main = pages::listings_page(asking.setting(), title, all), .section = {}};
}

Content persons(Asking& asking) {
    std::vector<pages::Link> all;
    for (const rulebook::Person& person : asking.rules().persons)
        all.push_back({asking.names().person(person.id), asking.links().person(person.id.text())});
    std::ranges::sort(all, [&](const pages::Link& a, const pages::Link& b) {
        return words::alphabetically(asking.names().language(), a.text, b.text);
    });
    const std::string title(words::list_words::persons(asking.names().language()));
    const std::string said = words::fill_in(words::list_words::persons_sentence(asking.names().language()),
                                            {{"number", std::to_string(all.size())}});
    return {.title = title,
            .main = pages::html::group(pages::heading(title, said), pages::question_list(all)),
            .section = {}};
}

Content owes(Asking& asking, const std::string& id) {
    const std::vector<Answer> both{asking.ask("right-to-vote", {{"state", id}}),
                                   asking.ask("contributions", {{"state", id}})};
    const std::string title = asking.names().member(id) + ". " +
                              std::string(words::list_words::contributions(asking.names().language()));
    return {.title = title, .main = pages::listings_page(asking.setting(), title, both), .section = {}};
}

// A page without a name in its address.
template <Content (*page)(Asking&)> Content unnamed(Asking& asking, const std::string&) {
    return page(asking);
}

constexpr Route all_routes[] = {
    {"", {}, "The situation of a day: members, chair, posts, the next session.", unnamed<home>},
    {"/members",
     {},
     "Who is a member, and every state's membership over the years.",
     unnamed<members>,
     [](Asking& asking, const std::string&) {
         return office::members_table(asking.names(), questions::membership_history(asking.view()));
     }},
    {"/states/{state}", Names::member, "How a state stands in the organisation.", state,
     [](Asking& asking, const std::string& id) {
         return office::members_table(asking.names(), std::vector{*questions::membership_history(
                                                          asking.view(), base::MemberId::of(id))});
     }},
    {"/states/{state}/awaiting", Names::member, "What lies before a state, and the effect of each answer.",
     awaiting},
    {"/chairs/{body}", Names::body, "Who chairs a body, past and coming.", chairs,
     [](Asking& asking, const std::string& id) {
         return office::chairs_table(asking.names(), asking.ask("chairs", {{"body", id}}));
     }},
    {"/sessions",
     {},
     "Every session, held or announced.",
     unnamed<sessions>,
     [](Asking& asking, const std::string&) {
         return office::sessions_table(asking.names(), *asking.sessions());
     }},
    {"/sessions/{session}", Names::session,
     "A session: who came, whether there was a quorum, its papers and their effect.", session,
     [](Asking& asking, const std::string& id) {
         return office::attendance_table(asking.names(), asking.ask("session", {{"session", id}}));
     }},
    {"/papers",
     {},
     "Every paper on record.",
     unnamed<papers>,
     [](Asking& asking, const std::string&) {
         return office::papers_table(asking.names(), *asking.sessions());
     }},
    {"/papers/{paper}", Names::paper, "A paper: what became of it and whom it binds.", paper},
    {"/instruments/{instrument}", Names::instrument, "An instrument: its parties, whether it is in force.",
     instrument},
    {"/posts",
     {},
     "Every post and its holder.",
     unnamed<posts>,
     [](Asking& asking, const std::string&) {
         return office::posts_table(asking.names(), holders_of(asking));
     }},
    {"/posts/{post}", Names::post, "A post: its holder, and all who held it.", post,
     [](Asking& asking, const std::string& id) {
         return office::posts_table(asking.names(), std::vector{asking.ask("holder", {{"post", id}})});
     }},
    {"/differ",
     {},
     "Where sources differ.",
     unnamed<differences>,
     [](Asking& asking, const std::string&) {
         return office::differences_table(asking.names(), law::disputes(asking.view()));
     }},
    {"/differ/{dispute}", {}, "One difference: its sides and who holds them.", dispute},
    {"/gaps",
     {},
     "What is not on record.",
     unnamed<gaps>,
     [](Asking& asking, const std::string&) {
         return office::gaps_table(asking.names(), asking.ask("gaps"));
     }},
    {"/timeline/{subject}", Names::subject, "What is on record about one thing, by day.", timeline,
     [](Asking& asking, const std::string& id) {
         return office::timeline_table(asking.names(), asking.ask("timeline", {{"about", id}}));
     }},
    {"/acts/{act}",
     {},
     "One act of the record; status 410 once it was annulled.",
     act,
     nullptr,
     Route::Mapped::no},
    {"/sources",
     {},
     "Every source.",
     unnamed<sources>,
     [](Asking& asking, const std::string&) {
         return office::sources_table(letterhead(asking), questions::entries_citing(asking.view()));
     }},
    {"/documents",
     {},
     "Papers and drafts on record, by kind, body, year, outcome, state and words of the title.",
     unnamed<documents>,
     [](Asking& asking, const std::string&) { return documents_csv(asking); }},
    {"/plans",
     {},
     "Action plans: what each covers, its way, what was done.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::action_plans, "plan", {}, Section::papers);
     }},
    {"/priorities",
     {},
     "Priorities of a term in the chair.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::priorities, "priorities", {}, Section::chair);
     }},
    {"/announced",
     {},
     "What was announced, and what became of it.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::announced, "announced", {}, Section::sessions);
     }},
    {"/contributions",
     {},
     "Budgets, the scale, shares and payments.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::contributions, "contributions", {}, std::nullopt);
     }},
    {"/quota",
     {},
     "Posts allotted to members.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::quota_posts, "quota", {}, Section::posts);
     }},
    {"/relations",
     {},
     "Memoranda, observers and partners, visits.",
     [](Asking& asking, const std::string&) {
         Content page = listing(asking, words::list_words::relations, "relations", {}, std::nullopt);
         page.main = pages::html::group(page.main, pages::status_provisions(asking.setting()));
         return page;
     }},
    {"/statements",
     {},
     "Statements on record.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::statements, "statements", {}, std::nullopt);
     }},
    {"/bodies",
     {},
     "Bodies and regions.",
     [](Asking& asking, const std::string&) {
         return listing(asking, words::list_words::bodies_and_regions, "bodies", {}, std::nullopt);
     }},
    {"/bodies/{body}", Names::body,
     "A body: mandate over time, chair, posts, who sat in it, sessions, papers, what is not on record.",
     body},
    {"/persons", {}, "Every person on record.", unnamed<persons>},
    {"/persons/{person}", Names::person, "A person: offices, posts, sessions, statements.",
     [](Asking& asking, const std::string& id) {
         return listing_of(asking, asking.names().person(id), "person", {{"person", id}});
     }},
    {"/statements/{topic}", Names::topic, "Statements on one subject, side by side.",
     [](Asking& asking, const std::string& id) {
         return listing_of(asking, asking.names().topic(id), "statements", {{"topic", id}});
     }},
    {"/consultations", {}, "Consultations in a crisis, side by side.", unnamed<consultations>},
    {"/consultations/{consultation}", Names::consultation, "The steps of one consultation.",
     [](Asking& asking, const std::string& id) {
         return listing_of(asking, asking.names().consultation(id), "consultation", {{"consultation", id}});
     }},
    {"/papers/{paper}/draft", Names::paper, "The way of a draft, step by step.",
     [](Asking& asking, const std::string& id) {
         return listing_of(asking, asking.names().paper(id), "draft", {{"paper", id}});
     }},
    {"/states/{state}/contributions", Names::member, "What a state owes, and its right to vote.", owes},
    {"/sources/{source}", Names::source, "A source: what it says, claim by claim, and what rests on it.",
     [](Asking& asking, const std::string& id) {
         return listing_of(asking, asking.names().source(id), "source", {{"source", id}});
     }},
    {"/rulebook",
     {},
     "Every rule with its article.",
     [](Asking& asking, const std::string&) {
         Content page = plain(asking, words::chrome::rulebook, pages::rulebook_page(asking.setting()));
         page.data = rulebook_data(asking.rules());
         return page;
     },
     [](Asking& asking, const std::string&) { return office::rulebook_table(asking.names()); }},
    {"/rulebook/{rule}", {}, "A rule: its article, since when, who reads it how, what leans on it.", rule},
    {"/changes", {}, "What happened, or became known, between two days.", unnamed<changes>},
    {"/log",
     {},
     "The log behind the record: how long it is, who confirms it, its keys, acts of the registry.",
     unnamed<log_page>,
     [](Asking& asking, const std::string&) { return log_table(asking); }},
    {"/log/keys",
     {},
     "Every key that may or might seal entries.",
     unnamed<keys_page>,
     [](Asking& asking, const std::string&) { return keys_table(asking); },
     Route::Mapped::yes,
     Route::Needs::log},
    {"/log/{entry}",
     {},
     "One entry of the log, with its proof.",
     entry,
     nullptr,
     Route::Mapped::no,
     Route::Needs::log},
    {"/check", {}, "Checks a proof in the browser.", unnamed<check_page>},
    {"/how-to-check", {}, "How to work an answer out again.", unnamed<how_to_check>},
    {"/accessibility",
     {},
     "How these pages can be read.",
     [](Asking& asking, const std::string&) {
         return plain(asking, words::chrome::accessibility, pages::accessibility_page(asking.setting()));
     }},
    {"/static-copy",
     {},
     "What a copy of these pages as files cannot answer.",
     [](Asking& asking, const std::string&) {
         return plain(asking, words::static_copy::title, pages::static_copy_page(asking.setting()));
     },
     nullptr,
     Route::Mapped::no},
};

}  // namespace

std::span<const Route> routes() { return all_routes; }

std::optional<std::string> matched(std::string_view pattern, const std::vector<std::string>& parts) {
    std::string_view name;
    for (const std::string& part : parts) {
        if (!pattern.starts_with('/')) return std::nullopt;
        pattern.remove_prefix(1);
        const std::string_view shape = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(shape.size());
        if (shape.starts_with('{')) {
            name = part;
        } else if (shape != part) {
            return std::nullopt;
        }
    }
    return pattern.empty() ? std::optional(std::string(name)) : std::nullopt;
}

std::optional<Routed> route_of(const std::vector<std::string>& parts) {
    for (const Route& route : all_routes) {
        if (auto name = matched(route.pattern, parts)) return Routed{&route, *std::move(name)};
    }
    return std::nullopt;
}

std::vector<std::string> names_for(const Asking& asking, const Route& route) {
    const record::View& view = asking.view();
    if (route.names) return questions::names_of(view, *route.names);
    std::vector<std::string> all;
    if (route.pattern.contains("{dispute}")) {
        for (const law::DisputeTold& told : law::disputes(view)) all.emplace_back(told.id.text());
    } else if (route.pattern.contains("{rule}")) {
        all = pages::rule_names(asking.rules());
    } else if (route.pattern.contains("{act}")) {
        view.each([&](record::EntryNumber number) { all.emplace_back(view.act(number).id.text()); });
    } else if (route.pattern.contains("{entry}") && asking.log() && asking.log()->size > 0) {
        all.emplace_back("0");  // of very many
    }
    return all;
}

bool on_record(const Asking& asking, questions::Names names, const std::string& name) {
    return questions::is_name_of(asking.view(), names, name);
}

Content not_on_record(Asking& asking, const std::string& name, questions::Names names) {
    std::vector<pages::Link> nearest = near(asking, name, names);
    if (nearest.empty()) {
        if (auto list = list_of(asking, names)) nearest.push_back(*std::move(list));
    }
    Content content = no_page(asking, name, std::move(nearest));
    const auto id = questions::resolve(asking.view(), names, name);
    if (id && *id != name && on_record(asking, names, *id)) content.stands_at = *id;
    return content;
}

std::vector<Parts> long_lists(const rulebook::Rulebook& rules) {
    std::vector<Parts> all{{"papers"}, {"documents"}, {"sessions"}};
    for (const rulebook::Body& body : rules.bodies)
        all.push_back({"timeline", std::string(body.body.text())});
    for (const rulebook::Member& member : rules.members)
        all.push_back({"timeline", std::string(member.id.text())});
    return all;
}

void ask_what_pages_share(Asking& asking) {
    asking.papers();  // and the sessions they were adopted at
    for (const char* question : {"members", "gaps", "counts"}) asking.ask(question);
    for (const rulebook::Member& member : asking.rules().members)
        asking.ask("awaiting", {{"state", std::string(member.id.text())}});
    const auto sessions = asking.sessions();
    for (const Answer& session : *sessions) awaiting_of(asking, session);
}

Content content_of(Asking& asking, const Address& address) {
    const Parts& parts = address.parts;
    if (parts.size() == 1 && parts.front() == "search") return search(asking, address);
    if (parts.size() == 2 && parts.front() == "ask") return any_question(asking, address);
    const auto routed = route_of(parts);
    if (!routed || (routed->route->needs == Route::Needs::log && !asking.log()))
        return not_on_record(asking, parts.back(), Names::subject);
    if (routed->route->names && !on_record(asking, *routed->route->names, routed->name))
        return not_on_record(asking, routed->name, *routed->route->names);
    return routed->route->page(asking, routed->name);
}

std::optional<office::CsvTable> table_of(Asking& asking, const Address& address) {
    const auto routed = route_of(address.parts);
    if (!routed || !routed->route->table) return std::nullopt;
    if (routed->route->needs == Route::Needs::log && !asking.log()) return std::nullopt;
    if (routed->route->names && !on_record(asking, *routed->route->names, routed->name)) return std::nullopt;
    return routed->route->table(asking, routed->name);
}

}  // namespace site
