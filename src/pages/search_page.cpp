#include "pages/search_page.hpp"

#include <span>

#include "words/list_words.hpp"
#include "words/page_words.hpp"
#include "words/search_words.hpp"

namespace pages {

namespace list_words = words::list_words;
namespace page_words = words::page_words;
namespace search_words = words::search_words;
using html::attr;
using html::each;
using html::el;
using html::group;
using html::link;

namespace {

/// So many of a kind stand open; the others unfold.
constexpr std::size_t shown_open = 8;

Fragment hits(std::span<const SearchHit> all) {
    return el<"ul">(attr<"class">("hits"), each(all, [](const SearchHit& hit) {
                        return el<"li">(link(hit.to, hit.name),
                                        html::when(!hit.note.empty(), el<"span">(hit.note)));
                    }));
}

/// The first of them, and behind "12 more" the others.
Fragment folded(Language language, const std::vector<SearchHit>& all, bool cut_short) {
    const std::span<const SearchHit> whole(all);
    if (whole.size() <= shown_open + 1 && !cut_short) return hits(whole);
    Fragment out = hits(whole.first(std::min(shown_open, whole.size())));
    if (whole.size() <= shown_open) return out;
    const auto rest = whole.subspan(shown_open);
    const auto number = static_cast<std::int64_t>(rest.size());
    out += el<"details">(
        el<"summary">(words::fill_in(search_words::more(language),
                                     {{"number", std::to_string(number)},
                                      {"entries", words::plural(language, number, search_words::hit)}})),
        hits(rest), cut_short ? paragraph(search_words::still_more(language), Size::small) : Fragment());
    return out;
}

Fragment day_found(const Setting& setting, const SearchedDay& day) {
    const Language language = setting.language();
    Fragment out;
    if (!day.no_such_day.empty()) out += paragraph(day.no_such_day);
    if (day.read_as) {
        out += paragraph(
            group(*day.read_as, " ", day.other ? link(day.other->to, day.other->text) : Fragment(), "."));
    }
    out += question_list(day.situations);
    if (!day.no_such_day.empty()) return out;
    if (day.acts.empty()) return group(out, paragraph(search_words::nothing_on(language)));
    const std::string on_record = words::fill_in(search_words::on_record(language), {{"date", day.date}});
    return group(out, el<"h3">(on_record), folded(language, day.acts, false));
}

Fragment lists(const Setting& setting) {
    const Language language = setting.language();
    const Links& links = setting.links;
    const auto named = [&](Section section, Url to) {
        return Link{std::string(name_of(language, section)), std::move(to)};
    };
    return section("lists", search_words::lists(language),
                   question_list({named(Section::members, links.members()),
                                  named(Section::sessions, links.sessions()),
                                  named(Section::papers, links.papers()),
                                  named(Section::posts, links.posts()),
                                  named(Section::sources_differ, links.differences()),
                                  named(Section::not_on_record, links.gaps()),
                                  {std::string(list_words::papers_and_drafts(language)), links.documents()},
                                  {std::string(list_words::persons(language)), links.persons()},
                                  {std::string(list_words::bodies_and_regions(language)), links.bodies()},
                                  {std::string(list_words::statements(language)), links.statements()},
                                  {std::string(list_words::announced(language)), links.announced()},
                                  {std::string(page_words::sources_title(language)), links.sources()}}));
}

}  // namespace

Fragment search_page(const Setting& setting, const SearchPage& page) {
    const Language language = setting.language();
    Fragment out = heading(search_words::title(language), page.sentence);
    if (page.day) {
        out += section(
            "day",
            page.day->no_such_day.empty() ? page.day->date : std::string(search_words::day_title(language)),
            day_found(setting, *page.day));
    }
    if (!page.nearest.empty())
        out += section("nearest", search_words::nearest(language), question_list(page.nearest));
    for (const SearchGroup& one : page.groups)
        out += section("", one.heading, folded(language, one.hits, one.cut_short));
    if (page.lists) out += lists(setting);
    return group(out, paragraph(search_words::how(language), Size::small));
}

}  // namespace pages
