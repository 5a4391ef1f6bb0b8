#include "pages/answer_page.hpp"

#include "pages/components.hpp"
#include "pages/listing_page.hpp"
#include "words/answers.hpp"
#include "words/listings.hpp"
#include "words/page_words.hpp"

namespace pages {

using html::attr;
using html::el;

Fragment answer_page(const Setting& setting, const questions::Answer& answer) {
    const auto* question = questions::find(answer.question);
    const std::string title = question ? words::asks(*question, setting.language()) : answer.question;
    const law::Conclusion& conclusion = answer.conclusion;
    const bool by_side = !conclusion.by_side.empty();
    // The sides have boxes below; on what they depend is said by the line that names it.
    Fragment page = heading(title, by_side && !conclusion.too_many_sides
                                       ? Fragment()
                                       : Fragment(words::headline(answer, setting.names)));
    page += by_side ? paragraph(standing_line(setting, answer))
                    : paragraph(standing_under_headline(setting, answer), Size::small);
    if (by_side) {
        std::vector<Side> boxes;
        for (const law::BySide* side : sides_in_order(setting, conclusion)) {
            boxes.push_back(
                side_of(setting, *side, Fragment(words::side_sentence(answer, *side, setting.names))));
        }
        page += sides(setting.language(), boxes);
    }
    // Without the headline and how the answer stands, which are said above already.
    if (words::has_listings(answer.question)) {
        page += listing_tables(setting, answer);
        page += reasons_of_answer(setting, conclusion, words::page_words::reasons(setting.language()));
        return page;
    }
    std::string text = words::as_text(answer, setting.names, false);
    for (int paragraphs = 0; paragraphs < 2; ++paragraphs) {
        const auto end = text.find("\n\n");
        text.erase(0, end == std::string::npos ? end : end + 2);
    }
    if (!text.empty()) {
        Fragment whole = el<"pre">(attr<"class">("answer"), text);
        if (by_side) {
            whole = el<"details">(attr<"class">("src"),
                                  el<"summary">(words::page_words::answer_as_text(setting.language())),
                                  std::move(whole));
        }
        page += whole;
    }
    page += reasons_of_answer(setting, conclusion, words::page_words::reasons(setting.language()));
    return page;
}

}  // namespace pages
