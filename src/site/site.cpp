#include "site/site.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>

#include "encoding/json.hpp"
#include "http/moment.hpp"
#include "office/csv.hpp"
#include "package/digest.hpp"
#include "pages/assets.hpp"
#include "pages/display_page.hpp"
#include "pages/frame.hpp"
#include "pages/log_parts.hpp"
#include "pages/simple_pages.hpp"
#include "site/address.hpp"
#include "site/asking.hpp"
#include "site/content.hpp"
#include "site/display.hpp"
#include "site/kept_pages.hpp"
#include "site/log_pages.hpp"
#include "site/openapi.hpp"
#include "site/outgoing.hpp"
#include "site/proved.hpp"
#include "words/chrome.hpp"
#include "words/display_words.hpp"
#include "words/names.hpp"
#include "words/reasons.hpp"
#include "words/refusals.hpp"
#include "words/typed_day.hpp"

namespace site {
namespace {

constexpr const char* for_ever = "public, max-age=31536000, immutable";  // an address that names its bytes
constexpr const char* some_hours = "public, max-age=14400";
// A whole text is not given back in the search box: nobody could see what is in it.
constexpr std::size_t most_typed_shown = 1200;
constexpr const char* ask_again = "no-cache";  // kept, but checked by its ETag

pages::OrganisationName name_for(const words::Names& names) {
    const std::string name = names.short_organisation();
    if (names.language() == words::Language::en) return {.about = "the " + name, .of = "the " + name};
    return {.about = std::string(words::russian_about(name)) + " " + name, .of = name};
}

// The languages a browser prefers, coarsely: the first of ours that it names.
words::Language preferred(const http::Request& request) {
    const std::string_view wanted = request.header("Accept-Language").value_or("");
    const auto ru = wanted.find("ru");
    return ru != std::string_view::npos && ru <= wanted.find("en") ? words::Language::ru
                                                                   : words::Language::en;
}

std::optional<base::Day> day_of(std::string_view moment) {
    const auto read = http::parse_moment(moment);
    if (!read) return std::nullopt;
    const auto days = std::chrono::floor<std::chrono::days>(*read).time_since_epoch().count();
    return base::Day::of_number(static_cast<std::int32_t>(days));
}

std::string other_language(const Address& address, words::Language language) {
    Address other = address;
    other.language = language;
    return other.canonical();
}

bool is_page(const Address& address) { return !address.json && !address.csv && !outgoing_of(address.parts); }

// RFC 7089, pattern 1.1: every address is its own timegate. What was known on a day has the address with
// `known`, where a memento is.
void put_memento(http::Response& response, const std::string& root, const Address& address, bool negotiated) {
    Address original = address;
    original.known.reset();
    response.headers.push_back({"Link", "<" + root + original.canonical() + ">; rel=\"original timegate\""});
    if (!address.known) return;
    const auto moment = std::chrono::sys_days{std::chrono::days{address.known->number()}};
    response.headers.push_back({"Memento-Datetime", http::format_moment(moment)});
    if (negotiated) response.headers.push_back({"Content-Location", address.canonical()});
}

// What is not there, for programs (RFC 9457).
http::Response problem(const Content& content) {
    base::List nearest;
    for (const pages::Link& link : content.nearest)
        nearest.push_back(base::Object{{"name", link.text}, {"at", link.to.text()}});
    const base::Object body{{"title", content.title},
                            {"status", content.status},
                            {"detail", content.missing},
                            {"nearest", std::move(nearest)}};
    return http::content("application/problem+json", encoding::pretty_json(body), content.status);
}

// A page that has no table: the page itself is near.
Content no_table(Asking& asking, const Address& address) {
    Address page = address;
    page.csv = false;
    const std::vector<pages::Link> nearest{{page.path(), *pages::Url::read(page.canonical())}};
    return {.title = std::string(words::chrome::not_on_record(address.language)),
            .main = pages::not_found_page(asking.setting(), address.path(), nearest),
            .section = {},
            .status = 404,
            .missing = address.path(),
            .nearest = nearest};
}

// The page on which a look is chosen is the only one that shows it.
bool chooses_look(const Address& address) { return matched(display_pattern, address.parts).has_value(); }

Content display(const Asking& asking, const Address& address, const pages::Look& look) {
    const words::Language language = asking.names().language();
    return {.title = std::string(words::display::title(language)),
            .main = pages::display_page(language, look, *pages::Url::read(back_to(address))),
            .section = {}};
}

// Its table, where the page has one.
std::optional<pages::Url> csv_of(const Address& address) {
    const auto routed = route_of(address.parts);
    if (!routed || !routed->route->table) return std::nullopt;
    Address table = address;
    table.json = false;
    table.csv = true;
    return pages::Url::read(table.canonical());
}

// The calendar of all sessions, or of the body whose chair the page is about.
std::optional<pages::Url> calendar_of(const Address& address) {
    const auto& parts = address.parts;
    Address calendar{.language = address.language, .parts = {"calendar.ics"}};
    if (parts.size() == 2 && parts.front() == "chairs") {
        calendar.parts = {"bodies", parts[1], "calendar.ics"};
    } else if (parts.empty() || parts.front() != "sessions") {
        return std::nullopt;
    }
    return pages::Url::read(calendar.path());
}

// The page that checks a proof is the only one that runs a script.
bool runs_script(const Address& address) { return address.parts == std::vector<std::string>{"check"}; }

pages::Url display_for(const Address& address) {
    Address page = address;
    page.json = false;
    page.csv = false;
    return pages::Url::path({words::code(address.language), "display"})
        .with("back", chooses_look(address) ? back_to(address) : page.canonical());
}

}  // namespace

namespace {

/// An address that is the same in every language, and what it gives.
template <class State> struct FixedRoute {
    FixedAddress address;
    http::Response (*answer)(const State&, const http::Request&);
};

}  // namespace

struct Site::State {
    Shared shared;
    std::function<base::Day()> today;
    std::string style_path;
    std::string script_path;  // of the page that checks a proof
    mutable KeptPages kept;

    http::Response page(const http::Request& request, Address address) const;
    http::Response made(const Address& address, base::Day day, std::optional<std::string_view> asked_for,
                        const pages::Look& look) const;
    http::Response written(Asking& asking, const Address& address, const pages::Look& look) const;
    http::Response no_language(const http::Request& request) const;
    http::Response refused_days(Asking& asking, const Address& address) const;
    http::Response refused_side(Asking& asking, const Address& address,
                                const questions::Misasked& misasked) const;
    pages::Frame frame_for(const Asking& asking, const Address& address, const Content& content) const;

    /// What the same address gives in every language, made once a day and kept.
    http::Response once_a_day(std::string_view path, std::string_view media_type,
                              std::string (*write)(const Asking&)) const;
    /// /schemas/QUESTION.json.
    std::optional<http::Response> schema(std::string_view path) const;
    static const std::span<const FixedRoute<State>> fixed;
};

namespace {

constexpr FixedAddress schema_address{"/schemas/{question}.json", "application/schema+json",
                                      "The JSON Schema of a question's answer."};

std::string robots(const Asking& asking) {
    return "User-agent: *\nDisallow: /display\nDisallow: /*/display\nAllow: /\nSitemap: " + asking.root() +
           "/sitemap.xml\n";
}

}  // namespace

const std::span<const FixedRoute<Site::State>> Site::State::fixed = []() {
    static constexpr FixedRoute<Site::State> all[] = {
        {{"/", "", "To the reader's language.", 302},
         [](const State&, const http::Request& request) {
             return http::redirect("/" + std::string(words::code(preferred(request))), 302)
                 .with("Vary", "Accept-Language");
         }},
        {{"/display", "", "Keeps how pages look, in a cookie, and leads back.", 303},
         [](const State&, const http::Request& request) { return keep_look(request, preferred(request)); }},
        {{"/emblem.svg", "image/svg+xml", "The project's emblem."},
         [](const State&, const http::Request&) {
             return http::content("image/svg+xml", std::string(pages::emblem()))
                 .with("Cache-Control", "public, max-age=86400");
         }},
        {{"/favicon.ico", "image/svg+xml", "The same."},
         [](const State&, const http::Request&) {
             return http::content("image/svg+xml", std::string(pages::emblem()))
                 .with("Cache-Control", "public, max-age=86400");
         }},
        {{"/robots.txt", "text/plain", "What search engines may read."},
         [](const State& state, const http::Request&) {
             return state.once_a_day("/robots.txt", "text/plain; charset=utf-8", robots);
         }},
        {{"/sitemap.xml", "application/xml", "Every page."},
         [](const State& state, const http::Request&) {
             return state.once_a_day("/sitemap.xml", "application/xml", site_map);
         }},
        {{"/openapi.json", "application/json", "This description."},
         [](const State& state, const http::Request&) {
             return state.once_a_day("/openapi.json", "application/json", [](const Asking& asking) {
                 std::vector<FixedAddress> addresses{schema_address};
                 for (const FixedRoute<State>& one : fixed) addresses.push_back(one.address);
                 return encoding::pretty_json(openapi(asking, addresses));
             });
         }},
    };
    return std::span(all);
}();

http::Response Site::State::once_a_day(std::string_view path, std::string_view media_type,
                                       std::string (*write)(const Asking&)) const {
    const base::Day day = today();
    const std::string key = std::string(path) + "\n" + day.text();
    if (const auto found = kept.find(key)) return *found;
    const Asking asking(shared, Address{.language = words::languages.front(), .parts = {}}, day);
    http::Response response =
        http::content(std::string(media_type), write(asking)).with("Cache-Control", some_hours);
    kept.keep(key, std::make_shared<const http::Response>(response));
    return response;
}

std::optional<http::Response> Site::State::schema(std::string_view path) const {
    constexpr std::string_view before = "/schemas/";
    constexpr std::string_view after = ".json";
    if (!path.starts_with(before) || !path.ends_with(after)) return std::nullopt;
    path.remove_prefix(before.size());
    path.remove_suffix(std::min(path.size(), after.size()));
    const questions::Question* question = questions::find(path);
    if (!question) return std::nullopt;
    const Asking asking(shared, Address{.language = words::languages.front(), .parts = {}}, today());
    return http::content("application/schema+json", encoding::pretty_json(answer_schema(asking, *question)))
        .with("Cache-Control", some_hours);
}

Site::Site(package::Organisation organisation, std::function<base::Day()> today, std::string root,
           std::shared_ptr<const Log> log) {
    auto state = std::make_unique<State>();
    state->shared.organisation = std::move(organisation);
    state->shared.source_names = std::make_shared<const words::SourceNames>(
        words::names_of(state->shared.organisation.rulebook.sources));
    state->shared.source_addresses = pages::source_addresses(state->shared.organisation.rulebook.sources);
    state->shared.root = std::move(root);
    if (log) state->shared.confirmed_on = confirmed_on(*log);
    state->shared.log = std::move(log);
    state->today = std::move(today);
    state->style_path = "/style-" + package::sha256(pages::stylesheet()).substr(0, 12) + ".css";
    state->script_path = "/check-" + package::sha256(pages::check_script()).substr(0, 12) + ".js";
    state_ = std::move(state);
}
Site::Site(Site&&) noexcept = default;
Site::~Site() = default;

std::string Site::name() const { return std::string(state_->shared.organisation.rulebook.name.in("en")); }

http::Response Site::answer(const http::Request& request) const {
    if (request.path == state_->style_path) {
        return http::content("text/css; charset=utf-8", std::string(pages::stylesheet()))
            .with("Cache-Control", for_ever);
    }
    if (request.path == state_->script_path) {
        return http::content("text/javascript; charset=utf-8", std::string(pages::check_script()))
            .with("Cache-Control", for_ever)
            .with("X-Content-Type-Options", "nosniff");
    }
    if (auto as_is = answer_as_is(state_->shared, request)) return *std::move(as_is);
    for (const FixedRoute<State>& route : State::fixed) {
        if (request.path == route.address.path) return route.answer(*state_, request);
    }
    if (auto schema = state_->schema(request.path)) return *std::move(schema);
    auto address = read_address(request);
    if (!address) {
        return worn(look_of(request), state_->no_language(request));
    } else if (address->elsewhere && address->on_refused.empty() && address->known_refused.empty()) {
        return http::redirect(address->canonical(), 303);
    }
    return state_->page(request, std::move(*address));
}

std::size_t Site::entries() const { return state_->shared.organisation.record.size(); }

void Site::prepare() const {
    std::vector<std::vector<std::string>> lists;
    {
        Asking asking(state_->shared, Address{.language = words::languages.front(), .parts = {}},
                      state_->today());
        asking.searchable();
        ask_what_pages_share(asking);
        lists = long_lists(asking.rules());
    }
    for (const words::Language language : words::languages) {
        for (const auto& parts : lists) state_->page({}, Address{.language = language, .parts = parts});
    }
}

pages::Frame Site::State::frame_for(const Asking& asking, const Address& address,
                                    const Content& content) const {
    const pages::Links& links = asking.links();
    pages::Situation situation{
        .on = asking.view().on, .known = asking.known(), .reconstructed = asking.reconstructed()};
    for (const base::DisputeId id : asking.disputes()) {
        const auto told = law::dispute(asking.view(), id);
        if (!told || told->sides.size() < 2) continue;
        pages::Offered offered{
            .dispute = std::string(id.text()), .name = asking.names().dispute(id), .sides = {}};
        for (const law::SideTold& side : told->sides) {
            offered.sides.push_back({std::string(side.id.text()), asking.names().side(id, side.id)});
        }
        if (const auto taken = asking.view().taken.find(id); taken != asking.view().taken.end())
            offered.taken = taken->second.text();
        situation.offered.push_back(std::move(offered));
    }
    situation.keep = address.parameters;
    if (address.on || address.known || !address.taken.empty()) {
        Address today_page{.language = address.language, .parts = address.parts};
        today_page.parameters = address.parameters;
        situation.today = *pages::Url::read(today_page.canonical());
    }
    Address bare = address;
    bare.json = false;
    bare.csv = false;
    Address data = bare;
    data.json = true;
    Address feed{.language = address.language, .parts = content.feed};
    if (feed.parts.empty()) feed.parts = {"feed.atom"};
    pages::Frame::Search search{
        .to = *pages::Url::read("/" + std::string(words::code(address.language)) + "/search"),
        .typed = {},
        .keep = {}};
    const bool searching = address.parts == std::vector<std::string>{"search"};
    if (searching && !address.parameters.empty()) {
        search.typed = address.parameters.front().second;
        if (search.typed.size() > most_typed_shown) search.typed.clear();
    }
    if (address.on) search.keep.emplace_back("on", address.on->text());
    if (address.known) search.keep.emplace_back("known", address.known->text());
    for (const auto& [dispute, side] : address.taken) search.keep.emplace_back("take", dispute + "=" + side);
    const questions::Receipt receipt = asking.receipt();
    pages::Frame frame{
        .language = address.language,
        .title = content.title,
        .description = {},
        .organisation = name_for(asking.names()),
        .here = *pages::Url::read(bare.path()),
        .translations = {},
        .sections = {{pages::Section::start, links.start()},
                     {pages::Section::members, links.members()},
                     {pages::Section::sessions, links.sessions()},
                     {pages::Section::papers, links.papers()},
                     {pages::Section::posts, links.posts()},
                     {pages::Section::sources_differ, links.differences()},
                     {pages::Section::not_on_record, links.gaps()}},
        .current = content.section,
        .search = std::move(search),
        .situation = std::move(situation),
        .layout = content.layout,
        .stylesheet = *pages::Url::read(style_path),
        .script = content.checks ? pages::Url::read(script_path) : std::nullopt,
        .icon = pages::Url::read("/emblem.svg"),
        .json = pages::Url::read(data.canonical()),
        .csv = csv_of(address),
        .feed = pages::Url::read(feed.path()),
        .calendar = calendar_of(address),
        .root = shared.root,
        .linked_data = content.linked.is_null() ? std::string() : encoding::canonical_json(content.linked),
        .how_to_check = links.how_to_check(),
        .log = shared.log ? std::optional(links.log()) : std::nullopt,
        .rulebook = links.rulebook(),
        .changes = links.changes(),
        .display = display_for(address),
        .accessibility = links.accessibility(),
        .receipt = pages::Receipt{.rulebook = receipt.rulebook_sha256,
                                  .entries = receipt.entries,
                                  .record = receipt.record_sha256,
                                  .engine = receipt.engine,
                                  .supposed = {}}};
    for (const rulebook::Rotation& rule : asking.rules().rotation) {  // a rotating chair has a section
        frame.sections.insert(frame.sections.begin() + 2,
                              {pages::Section::chair, links.chairs(rule.body.text())});
        break;
    }
    for (const words::Language language : words::languages) {
        frame.translations.push_back({language, *pages::Url::read(other_language(bare, language))});
    }
    return frame;
}

http::Response Site::State::refused_days(Asking& asking, const Address& address) const {
    const auto error = [&](const std::string& typed) {
        if (typed.empty()) return std::string();
        if (base::Day::read(typed)) return words::known_in_the_future(asking.names(), asking.today());
        if (const auto read = words::read_typed_day(typed); read && !read->date)
            return words::no_such_day(asking.names(), typed, *read);
        return std::string(words::chrome::not_a_day(address.language));
    };
    const std::string on_error = error(address.on_refused);
    const std::string known_error = error(address.known_refused);
    if (!is_page(address)) {
        const std::string typed = address.on_refused.empty() ? address.known_refused : address.on_refused;
        return problem({.title = on_error.empty() ? known_error : on_error,
                        .main = {},
                        .section = {},
                        .status = 400,
                        .missing = typed});
    }
    const Content content = content_of(asking, address);
    pages::Frame frame = frame_for(asking, address, content);
    frame.situation.refused = pages::Situation::Refused{.on = address.on_refused,
                                                        .on_error = on_error,
                                                        .known = address.known_refused,
                                                        .known_error = known_error};
    return http::html(pages::page(frame, content.main), 400);
}

// A side that is none of the record's, now or at any time; what is not known yet by the day asked for is no
// mistake of the reader's, who may have changed that day alone.
std::optional<questions::Misasked> misasked_side(const Asking& asking, const Address& address) {
    if (address.taken.empty()) return std::nullopt;
    record::View all = asking.view();
    all.known = all.record.size();
    auto taken = questions::taking(all, address.taken);
    if (taken) return std::nullopt;
    return std::move(taken.error());
}

http::Response Site::State::refused_side(Asking& asking, const Address& address,
                                         const questions::Misasked& misasked) const {
    const Content content{.title = words::say(misasked, address.language),
                          .main = pages::misasked_page(asking.setting(), misasked, {}),
                          .section = {},
                          .status = 400,
                          .missing = misasked.given};
    if (!is_page(address)) return problem(content);
    Address bare = address;
    bare.taken.clear();
    return http::html(pages::page(frame_for(asking, bare, content), content.main), content.status);
}

http::Response Site::State::page(const http::Request& request, Address address) const {
    const base::Day day = today();
    // Readers share a page, whatever their look: it is put on last. Data has none.
    const pages::Look look = is_page(address) ? look_of(request) : pages::Look();
    std::optional<std::string_view> asked_for = request.header("Accept-Datetime");
    if (address.known) asked_for.reset();  // RFC 7089: what was known then is named already
    if (asked_for) {
        const auto known = day_of(*asked_for);
        if (!known) return http::text("Accept-Datetime is no moment as HTTP writes it.\n", 400);
        address.known = std::min(*known, day);
    }
    if (address.known && *address.known > day) {  // nobody knows yet what will be known
        address.known_refused = address.known->text();
        address.known.reset();
    }
    if (!address.on_refused.empty() || !address.known_refused.empty()) {
        Asking asking(shared, address, day);
        return worn(look, refused_days(asking, address));
    }
    // All that a page is made from: the organisation stays the same while the program runs.
    const std::string key = address.canonical() + "\n" + (address.known ? address.known->text() : "") + "\n" +
                            day.text() + (asked_for ? "\nmemento" : "") +
                            (chooses_look(address) ? "\n" + look.text() : "");
    std::shared_ptr<const http::Response> found = kept.find(key);
    if (!found) {
        found = std::make_shared<const http::Response>(made(address, day, asked_for, look));
        // What people type is seldom typed again, and would take the room of pages that are read.
        const bool typed = (!address.parts.empty() && address.parts.front() == "search") ||
                           (!fields_of(address.parts).empty() && !address.parameters.empty());
        if (found->status == 200 && !typed) kept.keep(key, found);
    }
    for (const http::Field& field : found->headers) {
        if (field.name != "ETag") continue;
        const std::string etag = etag_in(look, field.value);
        if (request.holds(etag)) return http::not_modified(etag);
    }
    return worn(look, *found);
}

http::Response Site::State::made(const Address& address, base::Day day,
                                 std::optional<std::string_view> asked_for, const pages::Look& look) const {
    Asking asking(shared, address, day);
    if (const auto misasked = misasked_side(asking, address)) return refused_side(asking, address, *misasked);
    const std::string identity =
        address.canonical() + "\n" + asking.rules().sha256 + "\n" + shared.organisation.record_sha256 + "\n" +
        std::to_string(asking.view().known) + "\n" + asking.view().on.text() + "\n" + asking.known().text() +
        "\n" + style_path + script_path +
        (shared.log ? "\n" + std::to_string(shared.log->size) + " " + std::to_string(shared.log->witnessed) +
                          " " + package::sha256(shared.log->largest + shared.log->newest)
                    : std::string());
    const std::string etag = "\"" + package::sha256(identity).substr(0, 24) + "\"";

    http::Response response = written(asking, address, look);
    response.headers.push_back({"ETag", etag});
    response.headers.push_back({"Cache-Control", ask_again});
    response.headers.push_back({"Vary", is_page(address) ? "Accept-Datetime, Cookie" : "Accept-Datetime"});
    response.headers.push_back({"Content-Language", std::string(words::code(address.language))});
    const std::string_view scripts = is_page(address) && runs_script(address) ? "script-src 'self'; " : "";
    response.headers.push_back({"Content-Security-Policy",
                                "default-src 'none'; " + std::string(scripts) +
                                    "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                                    "frame-ancestors 'none'"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    put_memento(response, shared.root, address, asked_for.has_value());
    return response;
}

http::Response Site::State::written(Asking& asking, const Address& address, const pages::Look& look) const {
    if (const auto paper = address.json || address.csv ? std::nullopt : outgoing_of(address.parts)) {
        const auto& names = paper->route->names;
        if (!names || on_record(asking, *names, paper->name)) {
            return http::content(std::string(paper->route->media_type),
                                 paper->route->write(asking, paper->name, shared.root + address.path()));
        }
    }
    if (address.csv) {
        if (const auto table = table_of(asking, address))
            return http::content("text/csv; charset=utf-8; header=present", office::csv(*table));
    }
    Content content = chooses_look(address) ? display(asking, address, look) : content_of(asking, address);
    if (!content.stands_at.empty()) {
        Address there = address;
        std::ranges::replace(there.parts, content.missing, content.stands_at);
        return http::redirect(there.canonical(), 303);
    }
    if (address.csv && content.status == 200) content = no_table(asking, address);
    if (!address.json) {
        if (content.proof != Proof::placed && content.missing.empty()) {
            if (auto line = proof_line(asking, content.proof); !line.empty())
                content.main += pages::proof_paragraph(line);
        }
        return http::html(pages::page(frame_for(asking, address, content), content.main), content.status);
    }
    if (!content.missing.empty()) return problem(content);
    if (!content.data.is_null()) return http::json(encoding::pretty_json(content.data), content.status);
    base::List answers;
    for (const auto& answer : asking.asked())
        answers.push_back(questions::to_object(*answer, asking.receipt()));
    base::Value value = answers.size() == 1 ? std::move(answers.front())
                                            : base::Value(base::Object{{"answers", std::move(answers)}});
    words::add_says(value, asking.names());
    if (base::Value log = proof_data(asking, least_proved(asking, content.proof)); !log.is_null())
        value.object()->emplace("log", std::move(log));
    return http::json(encoding::pretty_json(value), content.status);
}

// An address that begins with no language of ours: a page in the language preferred offers the same in each.
http::Response Site::State::no_language(const http::Request& request) const {
    const words::Language language = preferred(request);
    const Address start{.language = language, .parts = {}};
    Asking asking(shared, start, today());
    // "/de/members" is a page of ours in another language; of anything else the start is offered.
    Address wanted = start;
    const auto slash = request.path.find('/', 1);
    http::Request same;
    same.path = "/" + std::string(words::code(language)) +
                (slash == std::string::npos ? std::string() : request.path.substr(slash));
    if (const auto read = read_address(same); read && route_of(read->parts)) wanted = *read;
    std::vector<pages::Frame::Translation> offers;
    for (const words::Language one : words::languages) {
        wanted.language = one;
        offers.push_back({one, *pages::Url::read(wanted.canonical())});
    }
    const Content content{.title = std::string(words::chrome::not_on_record(language)),
                          .main = pages::no_language_page(asking.setting(), request.path.substr(1), offers),
                          .section = {},
                          .status = 404};
    return http::html(pages::page(frame_for(asking, start, content), content.main), 404);
}

}  // namespace site
