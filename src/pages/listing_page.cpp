#include "pages/listing_page.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "words/answers.hpp"
#include "words/listings.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::link;

namespace {

bool names_itself(const words::Listing& listing, std::size_t column) {
    return std::ranges::any_of(
        listing.rows, [&](const words::Listing::Row& row) { return !row.cells[column].text.empty(); });
}

// What is named leads to its page: a person to the person's, a source to the source's, an act to the act's.
Fragment named(const Setting& setting, const words::ListingCell& cell) {
    if (cell.subject.empty() || cell.text.empty()) return Fragment(cell.text);
    const auto to = address_of(setting, cell.subject);
    return to ? link(*to, Fragment(cell.text)) : Fragment(cell.text);
}

Fragment table_of(const Setting& setting, const words::Listing& listing) {
    if (listing.rows.empty()) return section({}, Fragment(listing.title), paragraph(Fragment(listing.none)));
    // A column in which nothing stands is left out.
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < listing.headings.size(); ++i) {
        if (names_itself(listing, i)) shown.push_back(i);
    }
    const bool supported = std::ranges::any_of(
        listing.rows, [](const words::Listing::Row& row) { return !(*row.of)["act"].is_null(); });
    Table made{.caption = listing.title,
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {},
               .groups = {RowGroup{}}};
    for (const std::size_t i : shown) made.columns.push_back({listing.headings[i]});
    if (supported)
        made.columns.push_back({std::string(page_words::what_it_rests_on(setting.language())), 20});
    for (const words::Listing::Row& row : listing.rows) {
        Row cells;
        for (const std::size_t i : shown) {
            Fragment content = named(setting, row.cells[i]);
            // The day of an act leads to the act.
            const auto act = (*row.of)["act"].text();
            if (i == 0 && row.cells[i].subject.empty() && !act.empty())
                content = link(setting.links.act(act), std::move(content));
            cells.cells.push_back({std::move(content)});
        }
        if (supported) cells.cells.push_back({rests_on(setting, *row.of)});
        made.groups.front().rows.push_back(std::move(cells));
    }
    return section({}, Fragment(listing.title), table(made));
}

}  // namespace

Fragment listing_tables(const Setting& setting, const questions::Answer& answer) {
    Fragment out;
    for (const words::Listing& listing :
         words::listings_of(answer.question, answer.conclusion.answer, setting.names))
        out += table_of(setting, listing);
    return out;
}

Fragment listing_page(const Setting& setting, std::string_view title, const questions::Answer& answer) {
    Fragment page = heading(title, Fragment(words::headline(answer, setting.names)));
    page += paragraph(standing_line(setting, answer.conclusion), Size::small);
    page += listing_tables(setting, answer);
    page += reasons_of_answer(setting, answer.conclusion, page_words::reasons(setting.language()));
    return page;
}

Fragment listings_page(const Setting& setting, std::string_view title,
                       std::span<const questions::Answer> answers) {
    Fragment page = heading(title, Fragment());
    for (const questions::Answer& answer : answers) {
        page += paragraph(Fragment(words::headline(answer, setting.names)));
        page += listing_tables(setting, answer);
    }
    return page;
}

}  // namespace pages
