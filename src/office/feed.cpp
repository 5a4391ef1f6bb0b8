#include "office/feed.hpp"

#include <algorithm>
#include <set>

#include "office/stable_id.hpp"
#include "office/xml.hpp"
#include "words/acts_said.hpp"
#include "words/chrome.hpp"
#include "words/office_words.hpp"
#include "words/page_words.hpp"

namespace office {
namespace {

namespace say = words::office;

std::string moment(base::Day day) { return day.text() + "T00:00:00Z"; }

// "23 November 2023. Rests on: official. Sources: Asia-Plus, 23 November 2023."
std::string told(const Letterhead& head, const acts::Act& act, base::Day known_on) {
    const words::Language language = head.language();
    std::vector<std::string> sources;
    for (const acts::Cited& cited : act.sources) sources.push_back(head.names.source(cited.source));
    std::string out = words::fill_in(say::happened(language), {{"day", words::date(language, act.on)}});
    out += " " + words::fill_in(say::known(language), {{"day", words::day(language, known_on)}});
    if (!sources.empty())
        out += " " + words::fill_in(say::sources(language), {{"sources", head.names.list(sources)}});
    out += " " +
           words::fill_in(say::rests_on(language), {{"grade", say::grade(acts::support_of(act))(language)}});
    return out;
}

void entry(Xml& xml, const Letterhead& head, record::EntryNumber number) {
    const record::View& view = head.view();
    const acts::Act& act = view.act(number);
    const base::Day known_on = view.record.known_on(number);
    const std::string id(act.id.text());
    xml.open("entry");
    xml.element("id", "urn:uuid:" + stable_uuid(view.rulebook.id + "/acts/" + id));
    xml.element("title", words::capitalised(words::describe(act, head.names)));
    xml.element("updated", moment(known_on));
    xml.element("published", moment(known_on));
    if (const std::string at = head.page(id); !at.empty())
        xml.empty("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", at}});
    std::set<std::string> subjects;
    record::each_name(act.content, [&](std::string_view, auto name) {
        std::string at = head.page(name.text());
        if (at.empty() || !subjects.insert(at).second) return;
        xml.empty("link", {{"rel", "related"}, {"type", "text/html"}, {"href", at}});
    });
    for (const acts::Cited& cited : act.sources) {
        if (const auto at = head.address_of(cited.source); !at.empty())
            xml.empty("link", {{"rel", "via"}, {"href", at}, {"title", head.names.source(cited.source)}});
    }
    xml.empty("category", {{"term", acts::kind_of(act.content)}});
    xml.element("content", told(head, act, known_on), {{"type", "text"}});
    xml.close("entry");
}

std::vector<record::EntryNumber> seen(const record::View& view, std::set<record::EntryNumber> numbers) {
    std::erase_if(numbers, [&](record::EntryNumber number) { return !view.sees(number); });
    return {numbers.begin(), numbers.end()};
}

}  // namespace

std::vector<record::EntryNumber> all_acts(const record::View& view) {
    std::vector<record::EntryNumber> all;
    view.each([&](record::EntryNumber number) { all.push_back(number); });
    return all;
}

std::vector<record::EntryNumber> acts_of_body(const record::View& view, base::BodyId body) {
    std::set<record::EntryNumber> all;
    const auto add = [&](auto id) {
        for (const record::EntryNumber number : view.record.about(id)) all.insert(number);
    };
    add(body);
    for (const record::EntryNumber number : view.record.of_kind<acts::Held>()) {
        if (!view.sees(number)) continue;
        const auto& held = std::get<acts::Held>(view.act(number).content);
        if (held.body == body || std::ranges::find(held.with, body) != held.with.end()) add(held.session);
    }
    return seen(view, std::move(all));
}

std::vector<record::EntryNumber> acts_of_state(const record::View& view, base::MemberId state) {
    const auto about = view.record.about(state);
    return seen(view, {about.begin(), about.end()});
}

std::string atom(const Letterhead& head, const Feed& feed) {
    const words::Language language = head.language();
    // A feed without entries has not changed since the package was put together.
    const base::Day updated = feed.entries.empty() ? head.view().rulebook.compiled_on
                                                   : head.view().record.known_on(feed.entries.back());
    Xml xml;
    xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", words::code(language)}});
    xml.element("id", "urn:uuid:" + stable_uuid(feed.name + "/feed/" + std::string(words::code(language))));
    xml.element("title", feed.title);
    xml.element("subtitle", disclaimer(head.names));
    xml.element("updated", moment(updated));
    xml.open("author");
    xml.element("name", words::chrome::project(language));
    xml.close("author");
    xml.element("generator", "Depositary");
    xml.empty("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", feed.self}});
    xml.empty("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", feed.page}});
    std::size_t left = most_feed_entries;
    for (auto number = feed.entries.rbegin(); number != feed.entries.rend() && left > 0; ++number, --left)
        entry(xml, head, *number);
    xml.close("feed");
    return std::move(xml).take();
}

}  // namespace office
