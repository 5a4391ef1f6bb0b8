#include "pages/listing_page.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pages/listing_drawings.hpp"
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

// Shares of the width by what stands in the columns: a column of long texts gets more, none too little to
// read.
constexpr std::size_t shortest_column = 14;
constexpr std::size_t longest_column = 44;
// Of more columns steps of five percent would leave too much to the last.
constexpr std::size_t most_uneven = 6;

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<int> widths(const std::vector<std::size_t>& weights) {
    if (weights.size() > most_uneven) return std::vector<int>(weights.size(), 0);  // all alike
    std::size_t sum = 0;
    for (const std::size_t one : weights) sum += one;
    std::vector<int> percent;
    for (const std::size_t one : weights)
        percent.push_back(static_cast<int>(std::max<std::size_t>(1, one * 100 / sum / 5) * 5));
    if (!percent.empty()) percent.back() = 0;  // the rest
    return percent;
}

Fragment table_of(const Setting& setting, const words::Listing& listing, const std::string& title) {
    if (listing.rows.empty()) return section({}, Fragment(title), paragraph(Fragment(listing.none)));
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
    std::vector<std::size_t> weights;
    for (const std::size_t i : shown) {
        std::size_t longest = shortest_column;
        for (const words::Listing::Row& row : listing.rows)
            longest = std::max(longest, std::min(longest_column, letters(row.cells[i].text)));
        weights.push_back(longest);
    }
    if (supported) weights.push_back(longest_column / 2);
    const std::vector<int> percent = widths(weights);
    for (std::size_t i = 0; i < shown.size(); ++i)
        made.columns.push_back({listing.headings[shown[i]], percent[i]});
    if (supported) made.columns.push_back({std::string(page_words::what_it_rests_on(setting.language())), 0});
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
    return section({}, Fragment(title), table(made));
}

}  // namespace

Fragment listing_tables(const Setting& setting, const questions::Answer& answer) {
    Fragment out;
    for (const words::Listing& listing :
         words::listings_of(answer.question, answer.conclusion.answer, setting.names))
        out += table_of(setting, listing, listing.title);
    return out;
}

Fragment listing_page(const Setting& setting, std::string_view title, const questions::Answer& answer) {
    Fragment page = heading(title, Fragment(words::headline(answer, setting.names)));
    // Every row says what it rests on; of the whole only what depends needs saying.
    if (!answer.conclusion.by_side.empty())
        page += paragraph(standing_line(setting, answer.conclusion), Size::small);
    page += drawing_above_lists(setting, answer);
    page += listing_tables(setting, answer);
    page += reasons_of_answer(setting, answer.conclusion, page_words::reasons(setting.language()));
    return page;
}

Fragment listings_page(const Setting& setting, std::string_view title,
                       std::span<const questions::Answer> answers) {
    Fragment page = heading(title, Fragment());
    for (const questions::Answer& answer : answers) {
        const auto all = words::listings_of(answer.question, answer.conclusion.answer, setting.names);
        const std::string said = words::headline(answer, setting.names);
        if (all.size() == 1) {  // its own sentence names it better than the name of the list
            page += table_of(setting, all.front(), said);
        } else {
            page += paragraph(Fragment(said));
            page += listing_tables(setting, answer);
        }
    }
    return page;
}

}  // namespace pages
