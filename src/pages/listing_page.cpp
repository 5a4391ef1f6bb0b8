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
using html::attr;
using html::each;
using html::el;
using html::group;
using html::link;
using html::when;

namespace {

bool names_itself(const words::Listing& listing, std::size_t column) {
    return std::ranges::any_of(listing.rows, [&](const words::Listing::Row& row) {
        return !row.cells[column].text.empty() || !row.cells[column].things.empty();
    });
}

// The cell's text, the things it names one under another, and beneath them, smaller, its notes.
Fragment content_of(const Setting& setting, const words::ListingCell& cell) {
    Fragment out = cell.missing ? standing(setting.language(), Mark::not_on_record)
                                : named_link(setting, cell.text, cell.subject);
    if (cell.things.size() == 1) {
        out += named_link(setting, cell.things.front().text, cell.things.front().subject);
    } else if (!cell.things.empty()) {
        out += el<"ul">(attr<"class">("plist"), each(cell.things, [&](const words::ListingPart& thing) {
                            return el<"li">(named_link(setting, thing.text, thing.subject));
                        }));
    }
    // The blank is for who copies the cell or hears it read.
    for (const words::ListingLine& note : cell.notes)
        out += group(" ", el<"span">(attr<"class">("note"), line_of(setting, note)));
    return out;
}

// Shares of the width by what stands in the columns: a column of long texts gets more, none less than a
// tenth: too little to read.
constexpr std::size_t shortest_column = 22;  // a day in words does not break within a word
constexpr std::size_t longest_column = 44;
// Letters: what is longer is told in sentences, and gets twice as much.
constexpr std::size_t sentences = 110;
// Of more columns steps of five percent would leave too much to the last.
constexpr std::size_t most_uneven = 6;

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t longest_in(const words::ListingCell& cell) {
    std::size_t longest = letters(cell.text);
    for (const words::ListingPart& thing : cell.things) longest = std::max(longest, letters(thing.text));
    for (const words::ListingLine& note : cell.notes)
        longest = std::max(longest, letters(words::text_of(note)));
    return longest;
}

std::size_t room_for(const words::ListingCell& cell) {
    const bool told = (cell.subject.empty() && letters(cell.text) > sentences) ||
                      std::ranges::any_of(cell.things, [](const words::ListingPart& thing) {
                          return letters(thing.text) > sentences;
                      });
    return told ? 2 * longest_column : longest_column;
}

std::vector<int> widths(const std::vector<std::size_t>& weights) {
    if (weights.size() > most_uneven) return std::vector<int>(weights.size(), 0);  // all alike
    std::size_t sum = 0;
    for (const std::size_t one : weights) sum += one;
    std::vector<int> percent;
    for (const std::size_t one : weights)
        percent.push_back(static_cast<int>(std::max<std::size_t>(2, one * 100 / sum / 5) * 5));
    if (!percent.empty()) percent.back() = 0;  // the rest
    return percent;
}

// A row's head in the least column has no room for a long day; the widest column can spare it.
constexpr std::size_t long_day = 19;  // letters
constexpr int room_for_a_day = 15;    // percent
void make_room_for_days(std::vector<int>& percent, std::size_t longest) {
    if (percent.empty() || percent.front() == 0 || percent.front() >= room_for_a_day || longest < long_day)
        return;
    const auto widest = std::ranges::max_element(percent);
    if (*widest <= room_for_a_day) return;
    *widest -= room_for_a_day - percent.front();
    percent.front() = room_for_a_day;
}

Fragment notes_of(const std::vector<std::string>& notes) {
    return each(notes, [](const std::string& note) { return paragraph(Fragment(note), Size::small); });
}

// Whether the notes over a table are said with it, or were said already.
enum class Notes { said, left_out };

Fragment table_of(const Setting& setting, const words::Listing& listing, Notes over) {
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
            longest = std::max(longest, std::min(room_for(row.cells[i]), longest_in(row.cells[i])));
        weights.push_back(longest);
    }
    if (supported) weights.push_back(longest_column / 2);
    std::vector<int> percent = widths(weights);
    std::size_t longest_head = 0;
    for (const words::Listing::Row& row : listing.rows) {
        if (!shown.empty()) longest_head = std::max(longest_head, letters(row.cells[shown.front()].text));
    }
    make_room_for_days(percent, longest_head);
    for (std::size_t i = 0; i < shown.size(); ++i)
        made.columns.push_back({listing.headings[shown[i]], percent[i]});
    if (supported) made.columns.push_back({std::string(page_words::what_it_rests_on(setting.language())), 0});
    std::string group_named;
    made.groups.clear();
    MadeOnce parts(setting);
    for (const words::Listing::Row& row : listing.rows) {
        Row cells;
        for (const std::size_t i : shown) {
            Fragment content = content_of(setting, row.cells[i]);
            // The day of an act leads to the act.
            const auto act = (*row.of)["act"].text();
            if (i == 0 && row.cells[i].subject.empty() && !act.empty())
                content = link(setting.links.act(act), content);
            const bool named = i == shown.front() && !row.cells[i].text.empty();
            cells.cells.push_back(named ? row_head(std::move(content)) : Cell{std::move(content)});
        }
        if (supported) cells.cells.push_back({parts.rests_on(*row.of)});
        if (made.groups.empty() || row.group != group_named) {
            made.groups.push_back(
                {row.group.empty() ? std::nullopt : std::optional(Fragment(row.group)), {}});
            group_named = row.group;
        }
        made.groups.back().rows.push_back(std::move(cells));
    }
    return group(when(over == Notes::said, notes_of(listing.before)), table(made), notes_of(listing.after));
}

// What the lists without rows are, in one line.
Fragment missing_of(const Setting& setting, std::span<const words::Listing> listings) {
    const words::ListingLine line = words::without_rows(listings, setting.language());
    return line.empty() ? Fragment() : paragraph(line_of(setting, line));
}

}  // namespace

Fragment listing_tables(const Setting& setting, const questions::Answer& answer, ListTitles titles) {
    const auto all = words::listings_of(answer.question, answer.conclusion.answer, setting.names);
    Fragment out;
    for (const words::Listing& listing : all) {
        if (listing.rows.empty()) continue;
        Fragment made = table_of(setting, listing, Notes::said);
        // A page of one list is named by its title.
        out += all.size() == 1 && titles == ListTitles::of_several
                   ? std::move(made)
                   : section({}, Fragment(listing.title), std::move(made));
    }
    out += missing_of(setting, all);
    return out;
}

Fragment listing_page(const Setting& setting, std::string_view title, const questions::Answer& answer) {
    Fragment page = heading(title, Fragment(words::headline(answer, setting.names)));
    // Every row says what it rests on; of the whole only what depends needs saying.
    if (!answer.conclusion.by_side.empty()) page += paragraph(standing_line(setting, answer), Size::small);
    if (const Fragment nearest = nearest_on_record(setting, answer.near); !nearest.empty())
        page += paragraph(nearest, Size::small);
    page += drawing_above_lists(setting, answer);
    page += listing_tables(setting, answer);
    page += reasons_of_answer(setting, answer.conclusion, page_words::reasons(setting.language()));
    return page;
}

Fragment listings_page(const Setting& setting, std::string_view title,
                       std::span<const questions::Answer> answers) {
    Fragment page = heading(title, Fragment());
    std::vector<std::string> said_before;  // the same over several tables is said over the first
    for (const questions::Answer& answer : answers) {
        const auto all = words::listings_of(answer.question, answer.conclusion.answer, setting.names);
        std::string said = words::headline(answer, setting.names);
        if (all.size() == 1 && !all.front().rows.empty()) {  // its own sentence is its heading
            if (said.ends_with('.')) said.pop_back();
            const words::Listing& one = all.front();
            if (!one.before.empty() && one.before != said_before) page += notes_of(one.before);
            said_before = one.before;
            page += section({}, Fragment(said), table_of(setting, one, Notes::left_out));
        } else {
            page += paragraph(Fragment(said));
            page += listing_tables(setting, answer);
        }
    }
    return page;
}

}  // namespace pages
