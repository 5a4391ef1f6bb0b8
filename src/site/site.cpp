#include "site/site.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>

#include "encoding/json.hpp"
#include "http/moment.hpp"
#include "package/digest.hpp"
#include "pages/assets.hpp"
#include "pages/frame.hpp"
#include "site/address.hpp"
#include "site/asking.hpp"
#include "site/content.hpp"
#include "site/kept_pages.hpp"
#include "words/chrome.hpp"
#include "words/names.hpp"
#include "words/reasons.hpp"

namespace site {
namespace {

constexpr const char* for_ever = "public, max-age=31536000, immutable";  // an address that names its bytes
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

}  // namespace

struct Site::State {
    Shared shared;
    std::function<base::Day()> today;
    std::string style_path;
    mutable KeptPages kept;

    http::Response page(const http::Request& request, Address address) const;
    http::Response made(const Address& address, base::Day day,
                        std::optional<std::string_view> asked_for) const;
    http::Response refused_days(Asking& asking, const Address& address) const;
    pages::Frame frame_for(const Asking& asking, const Address& address, const Content& content) const;
};

Site::Site(package::Organisation organisation, std::function<base::Day()> today) {
    auto state = std::make_unique<State>();
    state->shared.organisation = std::move(organisation);
    state->shared.source_names = words::names_of(state->shared.organisation.sources);
    state->shared.source_addresses = pages::source_addresses(state->shared.organisation.sources);
    state->shared.searchable.emplace(state->shared.organisation);
    state->today = std::move(today);
    state->style_path = "/style-" + package::sha256(pages::stylesheet()).substr(0, 12) + ".css";
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
    if (request.path == "/emblem.svg" || request.path == "/favicon.ico") {
        return http::content("image/svg+xml", std::string(pages::emblem()))
            .with("Cache-Control", "public, max-age=86400");
    }
    if (request.path == "/") {
        return http::redirect("/" + std::string(words::code(preferred(request))), 302)
            .with("Vary", "Accept-Language");
    }
    if (request.path == "/robots.txt") return http::text("User-agent: *\nAllow: /\n");
    auto address = read_address(request);
    if (!address) {
        // No language at its beginning: a page in the language preferred says what is not there.
        address = Address{.language = preferred(request), .parts = {"?"}};
        address->parts.front() = request.path.substr(1);
    } else if (address->elsewhere && address->on_refused.empty() && address->known_refused.empty()) {
        return http::redirect(address->canonical(), 303);
    }
    return state_->page(request, std::move(*address));
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
    Address data = address;
    data.json = true;
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
    pages::Frame frame{.language = address.language,
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
                       .icon = pages::Url::read("/emblem.svg"),
                       .json = pages::Url::read(data.canonical()),
                       .how_to_check = links.how_to_check(),
                       .rulebook = links.rulebook(),
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
    const Content content = content_of(asking, address);
    pages::Frame frame = frame_for(asking, address, content);
    const auto error = [&](const std::string& typed) {
        return typed.empty() ? std::string() : std::string(words::chrome::not_a_day(address.language));
    };
    frame.situation.refused = pages::Situation::Refused{.on = address.on_refused,
                                                        .on_error = error(address.on_refused),
                                                        .known = address.known_refused,
                                                        .known_error = error(address.known_refused)};
    return http::html(pages::page(frame, content.main), 400);
}

http::Response Site::State::page(const http::Request& request, Address address) const {
    const base::Day day = today();
    std::optional<std::string_view> asked_for = request.header("Accept-Datetime");
    if (asked_for && !address.known) {  // RFC 7089: the state of knowledge of that moment
        if (const auto known = day_of(*asked_for)) address.known = known;
    }
    if (!address.on_refused.empty() || !address.known_refused.empty()) {
        Asking asking(shared, address, day);
        return refused_days(asking, address);
    }
    // All that a page is made from: the organisation stays the same while the program runs.
    const std::string key = address.canonical() + "\n" + (address.known ? address.known->text() : "") + "\n" +
                            day.text() + (asked_for ? "\nmemento" : "");
    std::shared_ptr<const http::Response> found = kept.find(key);
    if (!found) {
        found = std::make_shared<const http::Response>(made(address, day, asked_for));
        // What people type is seldom typed again, and would take the room of pages that are read.
        const bool typed = !address.parts.empty() && address.parts.front() == "search";
        if (found->status == 200 && !typed) kept.keep(key, found);
    }
    for (const http::Field& field : found->headers) {
        if (field.name == "ETag" && request.holds(field.value)) return http::not_modified(field.value);
    }
    return *found;
}

http::Response Site::State::made(const Address& address, base::Day day,
                                 std::optional<std::string_view> asked_for) const {
    Asking asking(shared, address, day);
    const std::string identity = address.canonical() + "\n" + asking.rules().sha256 + "\n" +
                                 shared.organisation.record_sha256 + "\n" +
                                 std::to_string(asking.view().known) + "\n" + asking.view().on.text() + "\n" +
                                 asking.known().text() + "\n" + style_path;
    const std::string etag = "\"" + package::sha256(identity).substr(0, 24) + "\"";

    const Content content = content_of(asking, address);
    http::Response response;
    if (address.json) {
        base::List answers;
        for (const questions::Answer& answer : asking.asked())
            answers.push_back(questions::to_object(answer, asking.receipt()));
        base::Value value = answers.size() == 1 ? std::move(answers.front())
                                                : base::Value(base::Object{{"answers", std::move(answers)}});
        if (content.data) value = *content.data;
        words::add_says(value, asking.names());
        response = http::json(encoding::pretty_json(value), content.status);
    } else {
        response = http::html(pages::page(frame_for(asking, address, content), content.main), content.status);
    }
    response.headers.push_back({"ETag", etag});
    response.headers.push_back({"Cache-Control", ask_again});
    response.headers.push_back({"Vary", "Accept-Datetime"});
    response.headers.push_back({"Content-Language", std::string(words::code(address.language))});
    response.headers.push_back(
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    if (asked_for) {
        const auto moment = std::chrono::sys_days{std::chrono::days{asking.known().number()}};
        response.headers.push_back({"Memento-Datetime", http::format_moment(moment)});
    }
    return response;
}

}  // namespace site
