// Every kind of gap has its heading and what would settle it; places in a phrase are filled by name.
#include "words/page_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "words/reasons.hpp"

namespace words {
namespace {

TEST(FillIn, PutsTextsInPlacesByName) {
    struct Row {
        const char* what;
        const char* pattern;
        const char* filled;
    };
    for (const Row& row : {
             Row{"a place", "On {day}.", "On Monday."},
             Row{"twice", "{day}, {day}", "Monday, Monday"},
             Row{"a name that is not given stays", "{who} on {day}", "{who} on Monday"},
             Row{"no place", "nothing", "nothing"},
             Row{"an open brace alone", "a { b", "a { b"},
             Row{"empty", "", ""},
         }) {
        SCOPED_TRACE(row.what);
        EXPECT_EQ(fill_in(row.pattern, {{"day", "Monday"}}), row.filled);
    }
}

TEST(FillIn, TakesTextsAsTheyAre) {
    EXPECT_EQ(fill_in("{a}{b}", {{"a", "{b}"}, {"b", "x"}}), "{b}x") << "a text with braces is no pattern";
}

TEST(GapWords, CoverEveryGap) {
    for (const std::string_view code : gap_codes()) {
        EXPECT_NE(page_words::gap_words_of(code), nullptr) << code;
    }
    EXPECT_EQ(page_words::gap_words_of("no-such-gap"), nullptr);
}

TEST(PageWords, NameTheSamePlacesInBothLanguages) {
    const auto places = [](std::string_view text) {
        std::vector<std::string> all;
        for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
            all.emplace_back(text.substr(at, text.find('}', at) - at));
        }
        std::ranges::sort(all);
        return all;
    };
    for (const Phrase* phrase : {&page_words::members_title,
                                 &page_words::members_sentence,
                                 &page_words::treaty_then_organisation,
                                 &page_words::signed_column,
                                 &page_words::standing_on,
                                 &page_words::suspended_from,
                                 &page_words::said_frozen,
                                 &page_words::turn,
                                 &page_words::day_disputed,
                                 &page_words::hand_over_title,
                                 &page_words::hand_over_description,
                                 &page_words::posts_sentence,
                                 &page_words::gaps_sentence,
                                 &page_words::differ_sentence,
                                 &page_words::dispute_of_rule_sentence,
                                 &page_words::home_sentence,
                                 &page_words::then_by_order,
                                 &page_words::then_decided,
                                 &page_words::rulebook_sentence,
                                 &page_words::sources_sentence,
                                 &page_words::unknown_parameter,
                                 &page_words::unknown_side}) {
        EXPECT_EQ(places((*phrase)(Language::en)), places((*phrase)(Language::ru)))
            << (*phrase)(Language::en);
    }
}

}  // namespace
}  // namespace words
