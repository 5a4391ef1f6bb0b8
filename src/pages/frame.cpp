#include "pages/frame.hpp"

#include "pages/forms.hpp"
#include "words/answers.hpp"
#include "words/changes_words.hpp"
#include "words/chrome.hpp"
#include "words/dates.hpp"
#include "words/display_words.hpp"
#include "words/log_words.hpp"
#include "words/office_words.hpp"
#include "words/search_words.hpp"

namespace pages {

namespace chrome = words::chrome;
using html::attr;
using html::each;
using html::el;
using html::group;
using html::link;
using html::Markup;
using html::when;

namespace {

// Marks are drawn in the colour of the text and are hollow where they are light, so that they need no
// colour of their own in the dark, in forced colours and on paper.
constexpr Markup sprite(
    R"(<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>)"
    R"(<symbol id="m-set" viewBox="0 0 16 16"><path fill="currentColor" fill-rule="evenodd" d="M1 1h14v14H1zM3.3 8.9 7 12.6l6-6.8-1.5-1.3-4.6 5.2-2.2-2.2z"/></symbol>)"
    R"(<symbol id="m-abs" viewBox="0 0 16 16"><path d="M1.8 1.8h12.4v12.4H1.8zM4.5 8h7" fill="none" stroke="currentColor" stroke-width="1.7"/></symbol>)"
    R"(<symbol id="m-dep" viewBox="0 0 16 16"><path d="M8 .7 15.3 8 8 15.3.7 8z" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 .7v14.6L.7 8z" fill="currentColor"/></symbol>)"
    R"(<symbol id="m-imp" viewBox="0 0 16 16"><path d="M1 8c2-5 4.5-5 7 0s5 5 7 0" fill="none" stroke="currentColor" stroke-width="2.4"/></symbol>)"
    R"(<symbol id="m-nor" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.7 2.32"/></symbol>)"
    R"(<symbol id="m-wait" viewBox="0 0 16 16"><path d="M8 1.4a6.6 6.6 0 1 0 0 13.2A6.6 6.6 0 0 0 8 1.4zM8 4v4.2l3 1.8" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>)"
    R"(<symbol id="m-say" viewBox="0 0 16 16"><path d="M1 2h14v9H8l-4 4v-4H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M4 5.2h8M4 8h5.5" stroke="currentColor" stroke-width="1.3"/></symbol>)"
    R"(</defs></svg>)");

constexpr Markup small_emblem(
    R"(<svg class="emblem" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="sheet" d="M3 3h18l8 8v18H3z" fill="currentColor"/>)"
    R"(<path class="fold" d="M21 3v8h8z" fill="#9cc2c4"/><path class="ruled" d="M8 14h10M8 19h16M8 24h13" stroke="#fff" stroke-width="2.2" fill="none"/></svg>)");

/// An address for whoever reads the head alone: search engines want it whole.
Url whole(const Frame& frame, const Url& local) {
    return frame.root.empty() ? local : Url::read(frame.root + local.text()).value_or(local);
}

Fragment alternate(std::string_view type, const std::optional<Url>& at, std::string_view title = {}) {
    if (!at) return {};
    return el<"link">(attr<"rel">("alternate"), attr<"type">(type),
                      attr<"title">(title.empty() ? std::nullopt : std::optional(title)), attr<"href">(*at));
}

Fragment head(const Frame& frame) {
    return el<"head">(
        el<"meta">(attr<"charset">("utf-8")),
        el<"meta">(attr<"name">("viewport"), attr<"content">("width=device-width,initial-scale=1")),
        el<"title">(frame.title, " · ", chrome::project(frame.language)),
        when(!frame.description.empty(),
             el<"meta">(attr<"name">("description"), attr<"content">(frame.description))),
        el<"meta">(attr<"name">("color-scheme"), attr<"content">("light dark")),
        el<"link">(attr<"rel">("stylesheet"), attr<"href">(frame.stylesheet)),
        frame.icon ? Fragment(el<"link">(attr<"rel">("icon"), attr<"type">("image/svg+xml"),
                                         attr<"href">(*frame.icon)))
                   : Fragment(),
        each(frame.translations,
             [&](const Frame::Translation& translation) {
                 return group(
                     translation.language == frame.language
                         ? Fragment(el<"link">(attr<"rel">("canonical"),
                                               attr<"href">(whole(frame, translation.to))))
                         : Fragment(),
                     el<"link">(attr<"rel">("alternate"), attr<"hreflang">(code(translation.language)),
                                attr<"href">(whole(frame, translation.to))));
             }),
        alternate("application/atom+xml", frame.feed, words::office::feed(frame.language)),
        alternate("text/csv", frame.csv), alternate("text/calendar", frame.calendar),
        frame.linked_data.empty() ? Fragment() : html::data_block(frame.linked_data),
        frame.script ? html::script_file(*frame.script) : Fragment(),
        frame.json ? Fragment(el<"link">(attr<"rel">("alternate"), attr<"type">("application/json"),
                                         attr<"href">(*frame.json)))
                   : Fragment());
}

Fragment language_switch(const Frame& frame) {
    return el<"ul">(attr<"class">("lang"), attr<"aria-label">(chrome::choose_language(frame.language)),
                    each(frame.translations, [&](const Frame::Translation& translation) {
                        const std::string_view name = words::own_name(translation.language);
                        if (translation.language == frame.language) {
                            return Fragment(el<"li">(el<"b">(attr<"aria-current">("true"), name)));
                        }
                        return Fragment(el<"li">(
                            el<"a">(attr<"href">(translation.to), attr<"lang">(code(translation.language)),
                                    attr<"hreflang">(code(translation.language)), name)));
                    }));
}

Fragment display_link(const Frame& frame) {
    if (!frame.display) return {};
    return el<"a">(attr<"class">("looks"), attr<"href">(*frame.display), attr<"rel">("nofollow"),
                   words::display::title(frame.language));
}

/// What is longer is a text and not a search; a browser takes no more.
constexpr int longest_typed = 300;

Fragment search_form(const Frame& frame) {
    if (!frame.search) return {};
    const Frame::Search& search = *frame.search;
    const std::string_view label = words::search_words::search_record(frame.language);
    return el<"form">(
        attr<"class">("search"), attr<"role">("search"), attr<"method">("get"), attr<"action">(search.to),
        el<"input">(attr<"type">("search"), attr<"name">("q"), attr<"value">(search.typed),
                    attr<"aria-label">(label), attr<"placeholder">(label), attr<"maxlength">(longest_typed),
                    attr<"autocomplete">("off"), attr<"spellcheck">("false")),
        each(search.keep, [](const auto& kept) { return hidden_field(kept.first, kept.second); }),
        el<"button">(words::search_words::search(frame.language)));
}

Fragment masthead(const Frame& frame) {
    Fragment brand = group(
        small_emblem, el<"span">(el<"b">(chrome::project(frame.language)),
                                 el<"span">(chrome::subtitle(frame.language, frame.organisation.about))));
    const auto start = [&]() -> std::optional<Url> {
        for (const Frame::Entrance& entrance : frame.sections) {
            if (entrance.section == Section::start) return entrance.to;
        }
        return std::nullopt;
    }();
    return el<"div">(
        attr<"class">("mast"),
        el<"div">(
            attr<"class">("wrap"), el<"a">(attr<"class">("brand"), attr<"href">(start), brand),
            el<"div">(attr<"class">("r"), search_form(frame), display_link(frame), language_switch(frame))));
}

Fragment section_links(const Frame& frame) {
    return el<"ul">(each(frame.sections, [&](const Frame::Entrance& entrance) {
        std::optional<std::string_view> current;
        if (frame.current == entrance.section) current = entrance.to == frame.here ? "page" : "true";
        return el<"li">(el<"a">(attr<"href">(entrance.to), attr<"aria-current">(current),
                                name_of(frame.language, entrance.section)));
    }));
}

/// The sections twice: in a row, and folded behind "Sections: Members" for narrow screens. The
/// stylesheet shows one of them; the other is gone for screen readers too.
Fragment navigation(const Frame& frame) {
    const Fragment links = section_links(frame);
    return el<"nav">(
        attr<"class">("nav"), attr<"aria-label">(chrome::main_sections(frame.language)),
        el<"div">(attr<"class">("wrap row"), links),
        el<"details">(
            attr<"class">("folded"),
            el<"summary">(
                el<"b">(chrome::sections(frame.language)),
                frame.current ? Fragment(group(": ", name_of(frame.language, *frame.current))) : Fragment()),
            links));
}

Fragment change_form(const Frame& frame) {
    const Situation& situation = frame.situation;
    const Language language = frame.language;
    TextField on{.name = "on",
                 .label = std::string(chrome::on_label(language)),
                 .hint = std::string(chrome::day_hint(language)),
                 .value = situation.on.text(),
                 .day = true};
    TextField known{.name = "known",
                    .label = std::string(chrome::known_label(language)),
                    .hint = std::string(chrome::day_hint(language)),
                    .value = situation.known.text(),
                    .day = true};
    if (situation.refused) {
        on.value = situation.refused->on;
        on.error = situation.refused->on_error;
        known.value = situation.refused->known;
        known.error = situation.refused->known_error;
    }
    return el<"form">(
        attr<"method">("get"), attr<"action">(frame.here),
        each(situation.keep, [](const auto& kept) { return hidden_field(kept.first, kept.second); }),
        el<"div">(attr<"class">("fields"), text_field(language, on), text_field(language, known),
                  each(situation.offered,
                       [&](const Offered& offered) {
                           const auto& all =
                               offered.sides.size() > 2 ? chrome::every_side : chrome::both_sides;
                           RadioField field{.name = take_field(offered.dispute),
                                            .legend = words::capitalised(offered.name),
                                            .choices = {{.value = "", .label = std::string(all(language))}},
                                            .chosen = offered.taken};
                           for (const auto& side : offered.sides)
                               field.choices.push_back({side.id, side.name});
                           return radio_field(language, field);
                       })),
        el<"p">(attr<"class">("send"), submit_button(chrome::show(language)),
                situation.today ? link(*situation.today, chrome::show_today(language)) : Fragment()));
}

Fragment errors(const Frame& frame) {
    if (!frame.situation.refused) return {};
    std::vector<FieldError> errors;
    const Situation::Refused& refused = *frame.situation.refused;
    if (!refused.on_error.empty()) errors.push_back({"on", refused.on_error});
    if (!refused.known_error.empty()) errors.push_back({"known", refused.known_error});
    return error_summary(frame.language, errors);
}

Fragment situation_line(const Frame& frame) {
    const Situation& situation = frame.situation;
    const Language language = frame.language;
    const auto day = [&](base::Day which) {
        return el<"b">(attr<"class">("nw"), words::day(language, which));
    };
    return el<"div">(
        attr<"class">("wrap bar"),
        el<"div">(
            attr<"class">("sit"),
            el<"p">(chrome::situation_on(language), day(situation.on), chrome::known_on(language),
                    day(situation.known), "."),
            el<"details">(attr<"class">("change"), attr<"open">(situation.refused.has_value()),
                          el<"summary">(chrome::change(language),
                                        el<"span">(attr<"class">("vh"), ": ", chrome::change_what(language))),
                          errors(frame), change_form(frame))),
        when(situation.reconstructed, el<"p">(attr<"class">("disc"), chrome::reconstructed(language))),
        when(situation.on > situation.known,
             el<"p">(attr<"class">("disc"), words::beyond_knowledge(language))),
        el<"p">(attr<"class">("disc"), chrome::disclaimer(language, frame.organisation.of)),
        when(situation.supposed, el<"p">(attr<"class">("notice"), el<"b">(chrome::supposed(language)))));
}

/// Where the page and the addresses it leads to are found: read on paper alone.
Fragment printed_address(const Frame& frame) {
    for (const Frame::Translation& translation : frame.translations) {
        if (translation.language != frame.language) continue;
        return el<"p">(attr<"class">("printed"), chrome::this_page(frame.language),
                       whole(frame, translation.to).text());
    }
    return {};
}

Fragment foot(const Frame& frame) {
    const Language language = frame.language;
    const auto item = [&](const std::optional<Url>& to, const words::Phrase& text) {
        return to ? Fragment(el<"li">(link(*to, text(language)))) : Fragment();
    };
    return el<"footer">(
        attr<"class">("site"),
        el<"div">(
            attr<"class">("wrap"), frame.receipt ? receipt(language, *frame.receipt) : Fragment(),
            el<"ul">(attr<"aria-label">(chrome::about_this_page(language)), item(frame.json, chrome::as_data),
                     item(frame.csv, words::office::as_table), item(frame.feed, words::office::feed),
                     item(frame.calendar, words::office::calendar),
                     item(frame.how_to_check, chrome::how_to_check), item(frame.log, words::log_words::title),
                     item(frame.rulebook, chrome::rulebook), item(frame.changes, words::changes_words::title),
                     item(frame.accessibility, chrome::accessibility)),
            printed_address(frame)));
}

}  // namespace

std::string_view name_of(Language language, Section section) {
    switch (section) {
        case Section::start:
            return chrome::start(language);
        case Section::members:
            return chrome::members(language);
        case Section::chair:
            return chrome::chair(language);
        case Section::sessions:
            return chrome::sessions(language);
        case Section::papers:
            return chrome::papers(language);
        case Section::posts:
            return chrome::posts(language);
        case Section::sources_differ:
            return chrome::sources_differ(language);
        case Section::not_on_record:
            return chrome::not_on_record_section(language);
    }
    std::unreachable();
}

std::string take_field(std::string_view dispute) { return "take." + std::string(dispute); }

std::string page(const Frame& frame, const Fragment& content) {
    const bool desk = frame.layout == Frame::Layout::desk;
    html::Out out;
    render(out, group(Markup("<!doctype html>\n"),
                      el<"html">(
                          attr<"lang">(code(frame.language)), head(frame),
                          el<"body">(sprite,
                                     el<"a">(attr<"class">("skip"), attr<"href">(Url("#main")),
                                             chrome::skip(frame.language)),
                                     el<"header">(masthead(frame), navigation(frame), situation_line(frame)),
                                     el<"main">(attr<"id">("main"), attr<"tabindex">(-1),
                                                attr<"class">(desk ? "wrap one" : "wrap page"), content),
                                     foot(frame))),
                      Markup("\n")));
    return std::string(out.view());
}

std::string_view emblem() {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M3 3h18l8 8v18H3z" fill="#0d4f57"/>)"
           R"(<path d="M21 3v8h8z" fill="#9cc2c4"/><path d="M8 14h10M8 19h16M8 24h13" stroke="#fff" stroke-width="2.2" fill="none"/></svg>)"
           "\n";
}

}  // namespace pages
